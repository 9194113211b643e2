"""The lines at the head of a speech are told from its text, and speeches from one another."""

from __future__ import annotations

import pytest

from drafting.learn import recognise
from tests.learn.one import BODY, TITLE, only, page

HEADS = [
    ("解放思想　真抓实干　奋力谱写新篇章", "——在全县三级干部大会上的讲话", "县委书记　李明", "同志们："),
    ("在全县档案工作会议上的讲话", "中共XX县委办公室", "同志们："),
    ("在全县档案工作会议上的讲话", "2024-01-18", "作者：李明", "同志们："),
    ("在全县档案工作会议上的讲话", "时间：2024年1月18日", "地点：县会议中心", "参加人员：各乡镇长", "同志们："),
    ("在全县档案工作会议上的讲话", "主持人：请李书记讲话。", "大家好", "同志们："),
    ("关于档案工作的意见", "各乡镇人民政府，县直各单位："),
    ("县委书记　李明", "（2025年3月1日）", "在全县档案工作会议上的讲话", "同志们："),
    ("2025年3月1日", "李明同志", "在全县档案工作会议上的讲话", "同志们："),
    ("坚定信心　攻坚克难", "奋力开创档案工作新局面", "——在全县档案工作会议上的报告", "各位代表、同志们："),
    ("奋力开创档案工作新局面", "在全县档案工作会议上的讲话", "（2025年3月1日）", "同志们："),
    ("在全县档案工作会议上的讲话", "发言人：李明", "时间：2025年3月1日上午", "亲爱的战友们、同志们！"),
    ("在全县档案工作会议上的讲话", "【发言时间】2025年3月1日", "【发言人】李明", "各位领导、同志们："),
    ("欢迎你们为档案而来！", "——在新职工报到会上的讲话", "李明", "亲爱的新同事们，大家好！"),
    ("在全县档案工作会议上的讲话", "全国同行们，", "全体与会代表们，", "同志们、朋友们："),
]


def test_title_and_salutation_that_run_into_the_text_are_parted() -> None:
    speech = only(f"{TITLE}{TITLE}同志们：{BODY * 3}")
    assert speech.draft.text == f"{TITLE}\n同志们：\n{BODY * 3}"


@pytest.mark.parametrize("speaker", ["李明亮", "县粮食局局长×××", "**县粮食局局长***"])
def test_date_and_speaker_that_run_into_the_text_are_lines_of_the_head(speaker: str) -> None:
    [speech] = recognise(f"{TITLE} （2024年8月1日） {speaker} 同志们： {BODY * 3}")
    roles = [block.role.value for block in speech.draft.blocks[:5]]
    assert roles == ["title", "byline", "byline", "salutation", "paragraph"]
    assert speech.draft.blocks[2].text == speaker


def test_hearers_behind_a_date_are_no_speaker() -> None:
    [speech] = recognise(f"{TITLE} （2024年8月1日）同志们 朋友们：{BODY * 3}")
    assert [block.role.value for block in speech.draft.blocks[:3]] == ["title", "byline", "salutation"]


def test_the_head_of_a_speech_is_told_by_its_lines() -> None:
    lines = ["在全县粮食收购工作会议上的", "讲　话", "（2024年8月1日）", "县长　张×", "各位领导、同志们：", BODY]
    speech = only("\n".join(lines))
    roles = [block.role.value for block in speech.draft.blocks]
    assert roles == ["title", "title", "byline", "byline", "salutation", "paragraph"]
    assert speech.draft.text == "\n".join(lines)


@pytest.mark.parametrize("head", HEADS)
def test_the_lines_of_a_head_stay_and_stay_in_order(head: tuple[str, ...]) -> None:
    text = "\n".join([*head, BODY, BODY])
    speech = only(text)
    assert speech.draft.text == text
    assert not speech.removed


def test_a_theme_and_the_line_below_it_are_one_title_and_a_speaker_above_is_kept() -> None:
    roles = [block.role.value for block in only("\n".join([*HEADS[0], BODY])).draft.blocks]
    assert roles == ["title", "title", "byline", "salutation", "paragraph"]
    speech = only("\n".join(["中共XX县委书记 李明", TITLE, "同志们：", BODY]))
    assert "中共XX县委书记 李明" in speech.draft.text


def test_three_articles_of_one_speech_are_no_three_speeches() -> None:
    articles = [f"第{number}篇：做好项目文章。{BODY}" for number in "一二三"]
    text = page("一、提高认识", BODY, "二、做好“三篇文章”", *articles).replace("\n\n", "\n")
    assert only(text).draft.text == text


def test_an_attached_speech_is_told_apart_and_nothing_is_invented() -> None:
    first, second = page(BODY, BODY), page(BODY)
    one, other = recognise(f"{first}\n附送：\n{second}")
    assert (one.draft.text, other.draft.text) == (first.replace("\n\n", "\n"), second.replace("\n\n", "\n"))


def test_speeches_numbered_in_brackets_are_told_apart() -> None:
    texts = [f"{TITLE}\n同志们：\n{BODY * 2}" for _number in range(2)]
    speeches = recognise("\n".join(f"【第{number}篇】{text}" for number, text in enumerate(texts, 1)))
    assert [speech.draft.text for speech in speeches] == texts


def test_a_theme_without_a_dash_is_of_the_title_too() -> None:
    text = f"解放思想　真抓实干　再创佳绩\n{TITLE}\n同志们：\n{BODY}"
    assert only(text).draft.text == text


def test_lines_of_slogans_are_title_and_who_speaks_above_the_title_is_byline() -> None:
    theme = only("\n".join([*HEADS[8], BODY]))
    assert [block.role.value for block in theme.draft.blocks[:4]] == ["title", "title", "title", "salutation"]
    above = only("\n".join([*HEADS[6], BODY]))
    assert [block.role.value for block in above.draft.blocks[:4]] == ["byline", "byline", "title", "salutation"]
    assert above.title == HEADS[6][2]


def test_a_second_address_to_the_hearers_is_no_second_head() -> None:
    text = "\n".join([TITLE, "同志们：", BODY, "各位领导、同志们：", BODY, "同志们！", BODY])
    speech = only(text)
    assert speech.draft.text == text
    assert [block.role.value for block in speech.draft.blocks].count("salutation") == 1


def test_a_title_that_runs_into_the_salutation_alone_is_parted_from_it() -> None:
    speech = only(f"档案安全演练活动讲话同志们：\n{BODY * 3}")
    assert [block.role.value for block in speech.draft.blocks] == ["title", "salutation", "paragraph"]


@pytest.mark.parametrize(
    "line", ["【打印正文】", "内容预览：", "初到新人请【点此注册】加入会员", "返回学院网站", "（新华社北京8月24日电）"]
)
def test_what_a_site_says_to_its_readers_is_no_part_of_the_speech(line: str) -> None:
    for text in (f"{line}\n{page(BODY * 3, BODY * 2)}", f"{page(BODY * 3, BODY * 2)}\n{line}"):
        speech = only(text)
        assert line not in speech.draft.text
        assert [removed.text for removed in speech.removed] == [line]


@pytest.mark.parametrize(
    "title",
    [
        ("在中共石桥县委十四届", "七次全会上的讲话"),
        ("在全市上半年", "经济工作会议上的讲话"),
        ("在全市生态环境保护大会", "暨“百日攻坚”行动动员会上的讲话"),
        ("在全市生态环境保护大会", "暨“百日攻坚”行动动员会上的", "讲　话"),
        ("在全县农村工作", "会议上的", "讲话"),
        ("在庆祝教师节", "暨教育工作表彰大会上的讲话"),
    ],
)
def test_a_title_that_is_broken_into_lines_is_a_title_whole(title: tuple[str, ...]) -> None:
    speech = only("\n".join([*title, "市委书记　方礼", "（2025年3月1日）", "同志们：", BODY]))
    lines = [(block.text, block.role.value) for block in speech.draft.blocks]
    assert lines[: len(title)] == [(line, "title") for line in title]
    assert [role for _text, role in lines[len(title) :]] == ["byline", "byline", "salutation", "paragraph"]
    assert not speech.removed
