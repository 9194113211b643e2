"""Pages that show the beginning of a speech and sell the rest: what such a site adds goes, what it broke is mended."""

from __future__ import annotations

import pytest

from drafting.draft import Role
from drafting.learn import Speech, recognise
from tests.learn.one import BODY, TITLE, only, page

HEADINGS = ["一、看清今年收购的新情况", "二、把仓容和资金备在前头", "三、守住不打白条的底线"]


def texts(speech: Speech, role: Role) -> list[str]:
    return [found.block.text for found in speech.found if found.block.role is role]


def removed(speech: Speech) -> set[str]:
    return {one.text for one in speech.removed}


@pytest.mark.parametrize(
    "line",
    [
        "（未完，全文共4312字，当前仅显示860字）",
        "(请认真阅读下面的提示信息)",
        "试读结束，开通会员文档无限下载使用",
        "请先登录",
        "收藏《在全县粮食收购工作会议上的讲话",
        ">",
        "正文复制",
        "公文写作神器！立即了解",
        "VIP专免",
        "2024-05-29 999+ 14.56KB 3 页 海报",
        "侵权投诉",
        "整理文档很辛苦，赏杯茶钱您下走！",
        "资源描述",
    ],
)
def test_what_a_site_says_of_the_rest_is_taken_out(line: str) -> None:
    for text in (page(BODY, BODY, line), f"{line}\n\n{page(BODY, BODY)}"):
        speech = only(text)
        assert speech.draft.text == "\n".join([TITLE, "同志们：", BODY, BODY])
        assert line in removed(speech)


@pytest.mark.parametrize("heading", ["目录/提纲：……", "目 录", "写作提纲/目录："])
def test_a_table_of_contents_goes_though_the_page_shows_the_first_part_only(heading: str) -> None:
    speech = only("\n\n".join([heading, *HEADINGS, "……", page(BODY, HEADINGS[0], BODY)]))
    assert speech.draft.text == "\n".join([TITLE, "同志们：", BODY, HEADINGS[0], BODY])
    assert {heading, *HEADINGS} <= removed(speech)


def test_headings_that_no_speech_follows_are_no_table_of_contents() -> None:
    speech = only("\n\n".join(["写作提纲：", *HEADINGS, BODY]))
    assert all(heading in speech.draft.text for heading in HEADINGS)


def test_a_speech_that_the_page_holds_twice_stands_once() -> None:
    speech = only("\n\n".join([page(BODY, HEADINGS[0], BODY)] * 2))
    assert speech.draft.text == "\n".join([TITLE, "同志们：", BODY, HEADINGS[0], BODY])
    assert "the whole text again" in {one.why for one in speech.removed}


def test_a_collection_is_no_page_that_holds_its_text_twice() -> None:
    assert len(recognise("\n\n".join([page(BODY, HEADINGS[0], BODY)] * 4))) == 4


def test_a_speaker_who_says_a_paragraph_twice_has_said_it_twice() -> None:
    assert only(page(BODY, HEADINGS[0], BODY, HEADINGS[1], BODY)).draft.text.count(BODY) == 3


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("（一）", "（二）", "（三）"), (" 一", " 二", " 三")])
def test_speeches_are_told_apart_by_the_number_behind_one_title(numbers: tuple[str, ...]) -> None:
    title = "粮食收购动员会讲话"
    parts = [f"{title}{number}\n\n同志们：\n\n{BODY}" for number in numbers]
    speeches = recognise("\n\n".join([title, "下面是小编为大家整理的讲话，仅供参考。", *parts]))
    assert [speech.title for speech in speeches] == [title] * 3
    assert all(texts(speech, Role.PARAGRAPH) == [BODY] for speech in speeches)


def test_the_second_part_of_one_speech_is_no_speech_of_its_own() -> None:
    speech = only("\n\n".join(["粮食收购动员会讲话（二）", "同志们：", BODY]))
    assert speech.title == "粮食收购动员会讲话（二）"


@pytest.mark.parametrize("numeral", ["一一", "十一一", "二二"])
def test_a_numeral_that_is_none_breaks_nothing(numeral: str) -> None:
    assert only(f"第{numeral}篇：{TITLE}\n\n同志们：\n\n{BODY}").draft.text.endswith(BODY)


def test_the_style_sheet_of_a_page_is_taken_out_of_the_text() -> None:
    styles = (
        "p> @page { size: 8in 11in; margin: 1in } p { color: #000000; text-align: justify } p.cjk { font-size: 10pt }"
    )
    speech = only(f"{TITLE}\n{styles} {TITLE} 同志们：{BODY}")
    assert speech.draft.text == "\n".join([TITLE, "同志们：", BODY])
    assert styles in removed(speech)


def test_braces_of_the_speaker_stay() -> None:
    told = f"{BODY}口令写成{{粮站：代码}}，各点照此登记。"
    assert told in only(page(told)).draft.text


@pytest.mark.parametrize("title", ["全县粮食收购动员大会上讲话", "粮食收购总结表彰会议致辞"])
def test_a_title_run_into_itself_and_into_the_speech_is_whole(title: str) -> None:
    """Though a shorter beginning of it (…动员, …总结) could be a title too."""
    speech = only(f"{title}\n\n{title}{title}同志们：{BODY}{BODY}")
    assert [speech.title, *texts(speech, Role.SALUTATION)] == [title, "同志们："]
    assert texts(speech, Role.PARAGRAPH)[0].startswith(BODY)


def test_a_long_title_run_into_the_salutation_is_a_title() -> None:
    title = "县领导在粮食收购动员会上的发言稿与局长在粮食系统半年工作会议上的发言稿在全县粮食收购动员大会上的发言文稿"
    speech = only(f"{title}同志们：{BODY}{BODY}")
    assert [speech.title, *texts(speech, Role.SALUTATION)] == [title, "同志们："]


def test_a_title_broken_within_the_name_of_the_meeting_is_kept_whole() -> None:
    lines = ["全县粮食收购工作会议上的讲话", "贺文同志在全县粮食", "收购工作会议上的讲话", "同志们：", BODY]
    assert texts(only("\n\n".join(lines)), Role.TITLE) == lines[1:3]


def test_the_name_of_a_document_broken_by_an_empty_line_is_joined() -> None:
    lines = [HEADINGS[0], "《全县粮食收购应急", f"预案》已经印发。{BODY}"]
    assert "《全县粮食收购应急预案》已经印发。" in only(page(*lines)).draft.text


@pytest.mark.parametrize("before", ["编号：775233558", "范文之窗—每日更新www.example.com"])
def test_what_a_site_puts_right_before_a_title_run_into_the_speech_goes(before: str) -> None:
    speech = only(f"{before}{TITLE}同志们：{BODY}{BODY}")
    assert speech.draft.text == "\n".join([TITLE, "同志们：", BODY + BODY])
    assert before in removed(speech)


def test_in_wrapped_lines_a_sentence_that_ends_shy_of_the_margin_ends_its_paragraph() -> None:
    lines = [
        "今年的粮食收购从八月十日开始，全县设点二十六个，各点都要把仓容资金",
        "备齐，不打白条，也不压级压价，让种粮的农户卖得放心，卖得舒心，卖得顺",
        "心，这是县里向全县种粮农户作出的承诺，各点务必一条一条做到。",
        "仓容方面，全县现有有效仓容十二万吨，其中国有仓容八万吨，社会仓容四万",
        "吨，预计还缺三万吨，缺口主要集中在北部的四个乡镇，要尽早把临时收储点",
        "落实下来，宁可让仓等粮，决不能够让粮等仓，更不能让农户在路边排长队，这",
        "件事由县粮食局牵头，各乡镇配合，半月一调度，一月一通报，不等不靠。",
    ]
    speech = only("\n".join([TITLE, "同志们：", *lines]))
    assert texts(speech, Role.PARAGRAPH) == ["".join(lines[:3]), "".join(lines[3:])]
