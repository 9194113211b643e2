"""How people write and hand on speeches: each habit read as a reader would, in a speech of its own."""

from __future__ import annotations

import pytest

from drafting.draft import Move, Role
from drafting.learn import Speech, recognise

TITLE = "在全县交通工作会议上的讲话"
HEAD = f"{TITLE}\n同志们：\n今天开会，我讲几点意见。\n"


def only(text: str) -> Speech:
    [speech] = recognise(text)
    return speech


def items(text: str) -> list[tuple[str, int]]:
    return [(b.marker, b.level) for b in only(HEAD + text).draft.blocks if b.role is Role.ITEM]


def moves(text: str) -> dict[str, Move]:
    return {b.text: b.move for b in only(text).draft.blocks}


def roles(speech: Speech) -> list[str]:
    return [block.role.value for block in speech.draft.blocks]


SPEECH = HEAD + "一、修好干线\n要快。\n（一）东线\n要好。\n（二）西线\n要省。\n二、架好桥梁\n要牢。"
TABLES = [
    "目  录\n一、修好干线……………1\n（一）东线………………2\n（二）西线………………3\n二、架好桥梁……………12\n",
    "目录\n一、修好干线\t1\n（一）东线\t2\n（二）西线\t3\n二、架好桥梁\t12\n",
    "一、修好干线 ...... 1\n二、架好桥梁 ...... 12\n",
    "【目 录】\n一、修好干线\n二、架好桥梁\n",
]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_of_contents_before_the_title_is_left_out_and_told(table: str) -> None:
    speech = only(table + "\n" + SPEECH)
    assert speech.draft.text == SPEECH
    assert speech.title == TITLE
    assert [removed.text for removed in speech.removed] == table.splitlines()


def test_dotted_lines_that_head_nothing_stay() -> None:
    text = HEAD + "请大家对照：\n修路里程……12\n架桥座数……15\n一、修好干线\n要快。\n二、架好桥梁\n要牢。"
    assert only(text).draft.text == text


def test_paragraphs_that_end_with_a_semicolon_stay_apart() -> None:
    text = HEAD + "要抓好“三个一”。\n“一”是修一条路；\n“一”是架一座桥；\n“一”是建一个站。\n拥抱新时代；\n攀登新高峰！"
    assert only(text).draft.text == text


def test_a_word_that_a_break_has_cut_is_made_whole() -> None:
    first = "今天会议的任务是，\n总结上半年工作，安排部署下半年任"
    speech = only(f"{TITLE}\n同志们：\n{first}\n务。下面，我讲三点意见。\n一、修路\n要快。\n二、架桥\n要牢。")
    assert first.replace("\n", "") + "务。下面，我讲三点意见。" in speech.draft.text.split("\n")
    text = HEAD + "坚定信心，真抓实干，把路修好\n散会。"
    assert only(text).draft.text == text


def test_a_list_that_runs_on_inside_a_part_is_none_of_the_parts() -> None:
    text = "一、去年\n修了路。\n二、今年\n再修路。\n三、要求\n要有意识。\n一、大局意识。二、责任意识。三、法治意识。"
    parts = [("一、", 1), ("二、", 1), ("三、", 1)]
    assert items(text) == [*parts, ("一、", 2), ("二、", 2), ("三、", 2)]
    text = "（1）现状\n1）路好了。\n2）桥多了。\n（2）打算\n第一方面，修路。第二方面，架桥。"
    assert [level for _marker, level in items(text)] == [1, 2, 2, 1, 2, 2]


def test_sections_hold_a_decimal_outline() -> None:
    text = (
        "第一章 去年\n第一节 指标\n完成了。\n第二节 工作\n1.1 修路。很快。\n1.2 架桥。很牢。\n"
        "第二章 今年\n第一节 思路\n要稳。\n第二节 任务\n2.1 修路。\n2.1.1 A线要快。\n2.1.2 B线要省。\n2.2 架桥。"
    )
    assert [level for _marker, level in items(text)] == [1, 2, 2, 3, 3, 1, 2, 2, 3, 4, 4, 3]


LISTS = [
    ("一、他管\n要严。\ni. 自律\nii. 他律\n二、自管\n要实。", [("一、", 1), ("i.", 2), ("ii.", 2), ("二、", 1)]),
    ("提三点希望：\n希望之一：修路。要快。\n希望之二：架桥。", [("希望之一：", 1), ("希望之二：", 1)]),
    ("看两个案例：\n案例一:东线。修得快。\n案例二:西线。修得好。", [("案例一:", 1), ("案例二:", 1)]),
    ("有三种表现：第一种是“推”，第二种是“拖”，第三种是“躲”。", [(f"第{n}种是", 1) for n in "一二三"]),
    ("为什么要修路?第一,这是需要.第二,这是期盼.第三,这是责任.", [(f"第{n},", 1) for n in "一二三"]),
    ("怎么修路?要抓三条.A.定人.由我挂帅.B.定时.电话12345678.C.定钱.", [("A.", 1), ("B.", 1), ("C.", 1)]),
    ("一、成绩\n1 、 路通了 ；\n2 、 桥架了 。\n二、问题\n1 、 路窄 ；\n2 、 桥少 。", [
        ("一、", 1), ("1 、", 2), ("2 、", 2), ("二、", 1), ("1 、", 2), ("2 、", 2),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_lists_of_other_habits(text: str, wanted: list[tuple[str, int]]) -> None:
    assert items(text) == wanted


@pytest.mark.parametrize("text", [
    "会议安排：\n上午9：00 开会。\n下午2：30 参观。",
    "编号iv的路段要快修。\ni.e.这样的缩写不是编号。",
    "周期一：没有别的。",
])  # fmt: skip
def test_what_only_looks_like_them_is_none(text: str) -> None:
    assert items(text) == []


def test_a_closing_behind_half_width_full_stops_stands_outside_the_last_part() -> None:
    text = f"{TITLE}\n同志们:\n我讲两句话.\n第一句话:认识要高.路是大事.\n第二句话:措施要实.要快.\n同志们,让我们努力!"
    assert [block.level for block in only(text).draft.blocks] == [0, 0, 0, 1, 1, 0]


@pytest.mark.parametrize("line", ["【交通工作讲话稿】相关文章：", "“交通工作讲话”的相关文章", "相关推荐"])
def test_pointers_that_name_the_speech_end_it(line: str) -> None:
    body = SPEECH + "\n" + "同志们，修路架桥是造福子孙的大事，希望大家抓紧抓实，早日见效。" * 3
    speech = only(f"{body}\n{line}\n1.交通安全讲话稿\n2.公路建设动员讲话")
    assert speech.draft.text == body
    assert len(speech.removed) == 3


def test_a_title_in_another_language_stays() -> None:
    speech = only("Annual Meeting on County Roads\n" + SPEECH)
    assert roles(speech)[:3] == ["title", "title", "salutation"]
    assert not speech.removed


def test_what_goes_on_behind_a_list_run_in_belongs_to_its_part() -> None:
    text = "一、去年\n修了路。\n二、今年,要做到三个不\n1.不停工。2.不误期。\n工期为两年,即到后年。\n同志们,让我们努力!"
    levels = [block.level for block in only(HEAD + text).draft.blocks]
    assert levels[-2:] == [1, 0]


@pytest.mark.parametrize("line", ["居民朋友们、志愿者们：", "护士们、医生们:", "乡亲们："])
def test_anybody_may_be_addressed(line: str) -> None:
    assert roles(only(f"{TITLE}\n（2024年3月1日）\n{line}\n大家好。\n要修路。"))[:3] == [
        "title",
        "byline",
        "salutation",
    ]


@pytest.mark.parametrize("line", ["他们：", "希望乡亲们："])
def test_who_is_spoken_of_is_not_addressed(line: str) -> None:
    assert "salutation" not in roles(only(f"今天开会。\n{line}\n要修路。"))


@pytest.mark.parametrize("date", ["二00九年十一月五日", "2024年1月1日", "2024-05-08"])
def test_date_and_speaker_at_the_end_are_bylines(date: str) -> None:
    assert roles(only(f"{SPEECH}\n谢谢大家。\n{date}"))[-2:] == ["paragraph", "byline"]
    assert roles(only(f"{SPEECH}\n谢谢大家。\n集团董事长：张三\n{date}"))[-3:] == ["paragraph", "byline", "byline"]


def test_the_notice_that_a_speech_was_sent_out_with_is_left_out_and_told() -> None:
    title = "关于印发张三同志在全县交通工作会议上讲话的通知"
    notice = f"{title}\n各乡镇人民政府：\n现印发给你们，请贯彻落实。\n县政府办公室\n2024年2月6日\n"
    speech = only(notice + SPEECH)
    assert speech.draft.text == SPEECH
    assert [removed.text for removed in speech.removed] == notice.splitlines()
    assert only(notice).title == title


@pytest.mark.parametrize("between", ["", "　　", "  ", " "])
def test_a_whole_head_on_one_line_is_parted(between: str) -> None:
    head = [TITLE, "（2024年3月12日）", "县交通局局长李四", "各位代表、同志们："]
    body = "今天开会，我讲两点意见。一、修好干线。" + "要抓紧修，按时通车。" * 20 + "二、架好桥梁。" + "要架得牢。" * 20
    speech = only(between.join([*head, body]))
    assert [block.text for block in speech.draft.blocks[:4]] == head
    assert roles(speech)[:4] == ["title", "byline", "byline", "salutation"]


def test_moves_that_nobody_would_tell_otherwise() -> None:
    found = moves(
        f"{TITLE}\n同志们：\n再讲两个问题。\n一、关于项目问题\n项目要快上。\n二、关于环境问题\n1.政务环境。\n2.市场环境。"
    )
    assert Move.SHORTCOMINGS not in found.values()
    found = moves(HEAD + "一、思想上要高度重视\n去年我镇被通报3次，罚款2万元。\n二、措施要再加强\n要包保到人。")
    assert [*found.values()][3:5] == [Move.SIGNIFICANCE, Move.SHORTCOMINGS]
    found = moves(
        "在2024年全县交通工作会议上的讲话\n同志们：\n我讲两点意见。\n一、关于2023年工作\n2023年，全面完成目标任务。（1）路网更密。（2）桥梁更牢。\n"
        "二、关于2024年工作\n2024年要抓好两件事。（1）修路。（2）架桥。"
    )
    assert [*found.values()][3:7] == [Move.ACHIEVEMENTS] * 4
    assert Move.ACHIEVEMENTS not in [*found.values()][7:]
    found = moves(
        f"{TITLE}\n同志们：\n节日好。\n今年，我们做了两件事：\n第一，修路。修了3条。\n第二，架桥。\n也希望老同志们：\n一、保重身体。\n二、发挥余热。"
    )
    assert [*found.values()][4:] == [Move.ACHIEVEMENTS] * 2 + [Move.TASKS] * 3
    found = moves(HEAD + "要做到“两查”：一查思想,看信念牢不牢;二查作风,看工作实不实。")
    assert Move.SHORTCOMINGS not in found.values()
