"""Pages of collections of samples: an editor's words, shelves and tags go; what such a site broke is mended."""

from __future__ import annotations

import pytest

from drafting.draft import Role
from drafting.learn import Speech, recognise
from tests.learn.one import BODY, TITLE, only, page


def texts(speech: Speech, role: Role) -> list[str]:
    return [found.block.text for found in speech.found if found.block.role is role]


def markers(speech: Speech) -> list[tuple[int, str]]:
    return [(found.block.level, found.block.marker) for found in speech.found if found.block.role is Role.ITEM]


@pytest.mark.parametrize(
    "line",
    [
        "粮食是安天下的大事，收购是粮食工作的头一关，历年都很受重视。下面就是小编给大家整理的粮食收购会议讲话，仅供参考。",
        "你知道收购动员怎样讲才有力吗？以下是小编收集整理的粮食收购会议讲话怎么写6篇，希望对大家有所帮助。",
        "收购会议怎么开得好？以下是我们为大家搜集的与粮食收购有关的讲话范文，一起来看看吧",
        "- 2、下载文档前请看清文档是否完整，平台不提供找答案一类的附加服务。",
        "因篇幅问题不能全部显示，请点此查看更多更全内容",
        "更新时间:",
        "本文2021-03-04 10:20:30发表“粮食工作”栏目。",
        "（阅读全部图文内容，您需要先登录！）",
    ],
)
def test_what_an_editor_says_of_the_collection_goes(line: str) -> None:
    for text in (f"{line}\n{page(BODY, BODY)}", "\n\n".join([TITLE, line, "同志们：", BODY, BODY])):
        speech = only(text)
        assert speech.draft.text == "\n".join([TITLE, "同志们：", BODY, BODY])
        assert line in {one.text for one in speech.removed}


def test_a_speaker_who_hands_out_a_paper_for_reference_keeps_his_words() -> None:
    said = "会后把各站的做法整理出来，印成册子，供大家参考。"
    assert said in only(page(BODY, said, BODY)).draft.text


@pytest.mark.parametrize("shelf", ["各类讲话", "领导讲话稿", "2018-07-21发言稿"])
def test_the_shelf_of_a_site_below_a_title_is_no_title(shelf: str) -> None:
    assert texts(only("\n\n".join([TITLE, shelf, "同志们：", BODY])), Role.TITLE) == [TITLE]


def test_the_name_of_a_shelf_alone_is_a_title() -> None:
    assert texts(only("\n\n".join(["领导讲话", "同志们：", BODY])), Role.TITLE) == ["领导讲话"]


@pytest.mark.parametrize("lines", [["同志们：", TITLE, BODY], ["同志们：", BODY, TITLE, BODY]])
def test_a_title_that_comes_again_within_the_beginning_goes(lines: list[str]) -> None:
    wanted = [line for line in lines if line != TITLE]
    assert only("\n\n".join([TITLE, *lines])).draft.text == "\n".join([TITLE, *wanted])


def test_another_title_above_that_begins_with_a_year_is_no_byline() -> None:
    speech = only("\n\n".join(["2023年粮食系统大会上的局长讲话", TITLE, "同志们：", BODY]))
    assert speech.draft.text == "\n".join([TITLE, "同志们：", BODY])


def test_a_title_in_brackets_run_into_the_salutation_stands_alone() -> None:
    speech = only(f"【粮食收购大会致辞】尊敬的各位来宾、同志们：\n\n{BODY}")
    assert texts(speech, Role.TITLE) == ["【粮食收购大会致辞】"]
    assert texts(speech, Role.SALUTATION) == ["尊敬的各位来宾、同志们："]


def test_a_salutation_of_two_with_their_adjectives_is_parted_from_the_greeting() -> None:
    speech = only("\n\n".join([TITLE, "尊敬的乡亲们，亲爱的同志们：大家上午好！", BODY]))
    assert texts(speech, Role.SALUTATION) == ["尊敬的乡亲们，亲爱的同志们："]


def test_the_name_of_a_meeting_does_not_end_a_title_run_into_the_salutation() -> None:
    title = "2021年站长在接受县局巡查工作动员会上的表态发言文稿"
    speech = only(f"{title} 县局巡查组各位领导，同志们：{BODY}{BODY}")
    assert texts(speech, Role.TITLE) == [title]
    assert texts(speech, Role.SALUTATION) == ["县局巡查组各位领导，同志们："]


@pytest.mark.parametrize("over", ["【范例】", "例：", "“范文一”", "例文:"])
def test_what_is_said_about_writing_before_a_sample_goes(over: str) -> None:
    essay = [
        "讲话稿一般有开头、主体和结尾三个部分，开头要交代会议的由来，主体要把任务说清楚。" * 3,
        "一、开头。",
        "二、主体。",
    ]
    [speech] = recognise("\n\n".join(["粮食收购讲话怎么写", *essay, over, TITLE, "同志们：", BODY]))
    assert speech.draft.text == "\n".join([TITLE, "同志们：", BODY])


def test_a_sample_that_the_speaker_names_stays_in_his_speech() -> None:
    lines = [BODY, "例：", "某站去年在粮食收购总结会上的发言", BODY]
    assert only(page(*lines)).draft.text == "\n".join([TITLE, "同志们：", *lines])


def test_a_sentence_broken_in_its_first_line_is_joined() -> None:
    lines = ["今天，我很高兴来参加全县的粮食收购会，这个会议是一个很", f"要紧的会议。{BODY}"]
    assert "".join(lines) in only(page(*lines)).draft.text


def test_masks_set_apart_from_their_sentence_are_joined() -> None:
    lines = ["到粮食局以前，我先后在", "***", "、", "***", "部门工作，对粮食收购一直比较关注。", BODY]
    assert "".join(lines[:-1]) in only("\n".join([TITLE, "同志们：", *lines])).draft.text


@pytest.mark.parametrize(
    "said",
    [
        "主要做了三件事：一是仓容得到加强。修好六座旧仓，打牢了基础二是资金有了着落。三家银行备足了钱。三是服务有了改进。",
        "要抓好三条：第一，备仓容，六座旧仓都要修好第二，备资金，三家银行都要到位。第三，备人手，一个点不少于六人。",
    ],
)
def test_an_item_whose_full_stop_before_it_was_lost_is_one_of_its_list(said: str) -> None:
    speech = only(page(BODY, said))
    assert [marker[0] + marker[1] for _level, marker in markers(speech)] in (
        ["一是", "二是", "三是"],
        ["第一", "第二", "第三"],
    )
    assert speech.draft.text.endswith(said)


def test_a_word_that_only_looks_like_the_missing_item_is_none() -> None:
    said = "要做到两条：第一，各站站长是第一责任人，仓容要备足。第二，资金要到位。"
    assert [marker for _level, marker in markers(only(page(BODY, said)))] == ["第一，", "第二，"]


def test_the_first_of_several_announced_parts_is_an_item_though_the_page_ends_there() -> None:
    speech = only(page(f"{BODY}下面，我从三个方面和大家交流。", "一、今年的粮情", BODY))
    assert markers(speech) == [(1, "一、")]


def test_first_of_all_alone_is_no_item_though_the_page_breaks_off() -> None:
    speech = only(page(f"今天的会开得很好。首先，我代表县里向大家问好。{BODY}", "各点要把仓容备"))
    assert markers(speech) == []


@pytest.mark.parametrize("note", ["（报告完毕后）", "（宣读完毕）"])
def test_notes_to_the_one_who_chairs_are_no_headings(note: str) -> None:
    speech = only(page(BODY, "下面请局长作报告。", note, "下面请站长发言。", note, BODY, BODY))
    assert {found.block.move for found in speech.found if found.block.text == note} == {"opening"}


def test_a_site_s_summary_over_the_speech_goes() -> None:
    summary = f"【摘要】：{TITLE}粮食收购会议是在新粮上市的时候召开的。要备足仓容和资金，促进农民增收。"
    speech = only("\n\n".join([f"{TITLE[1:]}", summary, TITLE, "（二○○六年六月二十九日）", "同志们：", BODY]))
    assert speech.draft.text == "\n".join([TITLE, "（二○○六年六月二十九日）", "同志们：", BODY])


@pytest.mark.parametrize("day", ["2024-03-28", "2024.3.28", "2024/3/28"])
def test_the_date_below_the_speaker_stays_in_a_collection(day: str) -> None:
    shelf = "粮食收购工作会议讲话稿范文(精选3篇)"
    editor = (
        "在日常学习、工作和生活中，我们使用讲话稿的情况与日俱增。下面是小编为大家整理的粮食收购讲话稿，欢迎大家分享。"
    )
    head = [TITLE, "县粮食局局长  方志平", day, "同志们："]
    speech = only("\n".join([shelf, shelf, editor, "粮食收购工作会议讲话稿 篇1", *head, BODY, BODY]))
    assert speech.draft.text == "\n".join([*head, BODY, BODY])


def test_a_time_to_the_second_below_the_title_is_a_site_s() -> None:
    assert only(f"{TITLE}\n\n2024-10-28 09:28:39 秋粮素材网\n{BODY}{BODY}").draft.text == f"{TITLE}\n{BODY}{BODY}"


def test_bylines_that_come_again_stand_once() -> None:
    lines = ["——在县粮食局职工大会上", "县粮食局局长 万有仓"]
    speech = only("\n".join(["县粮食局工作报告", *lines, *lines, "各位代表：", BODY, BODY]))
    assert speech.draft.text == "\n".join(["县粮食局工作报告", *lines, "各位代表：", BODY, BODY])


def test_a_decision_and_those_it_goes_to_are_the_head_of_a_paper() -> None:
    title, to = "县人民政府关于加强粮食收购工作的决定（2012年）", "各乡镇人民政府，县政府各部门、各直属机构："
    speech = only("\n".join([title, to, f"{BODY}现作出如下决定。", "一、备足仓容", BODY, "二、备足资金", BODY]))
    assert [texts(speech, Role.TITLE), texts(speech, Role.SALUTATION)] == [[title], [to]]


def test_what_stands_between_a_title_and_the_same_title_over_the_salutation_goes() -> None:
    words = (
        "Self Photos / Files - 县粮食局局长在会上说，今年的粮食收购要把仓容、资金和人手备在前头，让种粮的农户卖得舒心"
    )
    speech = only("\n\n".join([TITLE, "2015年12月15日", words, TITLE, "尊敬的各位粮站同仁：", BODY]))
    assert speech.draft.text == "\n".join([TITLE, "2015年12月15日", "尊敬的各位粮站同仁：", BODY])


def test_a_salutation_is_never_joined_to_the_line_before_it() -> None:
    lines = [BODY, f"{BODY}各点还要把值班的人", "各位代表、同志们：", BODY]
    assert "各位代表、同志们：" in only(page(*lines)).draft.text.splitlines()


def test_a_title_with_the_name_of_the_speaker_before_it_is_the_one_that_is_run_into_the_speech() -> None:
    name = "县粮食局局长孙有仓"
    speech = only(f"{name}：{TITLE}\n{TITLE}{name}（2020年9月30日）同志们：{BODY}{BODY}")
    assert texts(speech, Role.TITLE) == [TITLE]
    assert texts(speech, Role.BYLINE) == [name, "（2020年9月30日）"]
    assert texts(speech, Role.SALUTATION) == ["同志们："]


@pytest.mark.parametrize("line", ["开通VIP查看和下载", "9 页 999+"])
def test_what_a_site_sells_behind_the_beginning_goes(line: str) -> None:
    assert only(f"{page(BODY, BODY)}\n\n{line}").draft.text == "\n".join([TITLE, "同志们：", BODY, BODY])
