"""Papers that slip in a mark, a line or a place: read as a reader would who knows what was meant."""

from __future__ import annotations

import pytest

from drafting.draft import Move, Role
from drafting.learn import recognise
from tests.learn.one import TITLE, only, page


def items(*lines: str) -> list[tuple[str, int]]:
    return [(b.marker, b.level) for b in only(page(*lines)).draft.blocks if b.role is Role.ITEM]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [("一、", "二 ", "三．"), ("一，", "二、", "三、"), ("一、", "二：", "三、")],
)
def test_a_heading_that_slips_in_its_mark_stays_in_its_list(first: str, second: str, third: str) -> None:
    lines = [
        f"{first}形势",
        "1、仓容紧",
        "2、资金紧",
        f"{second}任务",
        "1）抓收购",
        "2）抓储运",
        f"{third}要求",
        "①要快",
        "②要稳",
    ]
    assert [level for _marker, level in items(*lines)] == [1, 2, 2, 1, 2, 2, 1, 2, 2]


def test_a_heading_numbered_in_figures_by_mistake_stays_in_its_list() -> None:
    assert items("一、形势", "仓容紧。", "2、任务", "敞开收。", "三、要求", "要快。") == [
        ("一、", 1),
        ("2、", 1),
        ("三、", 1),
    ]
    assert [level for _marker, level in items("一、形势", "1、仓容紧", "2、资金紧", "二、任务", "1、收", "2、储")] == [
        1,
        2,
        2,
        1,
        2,
        2,
    ]


@pytest.mark.parametrize(
    ("line", "markers"),
    [
        ("一方面，仓要腾；另一方面，钱要到；再一方面，人要齐。", ["一方面，", "另一方面，", "再一方面，"]),
        ("要求是：一要快收，二要快储，三还要快销。", ["一要", "二要", "三还要"]),
        ("送上三个祝愿：一愿仓满，二愿秤准，三愿人安。", ["一愿", "二愿", "三愿"]),
        ("祖上传下话来：一曰公，二曰平，三曰准。", ["一曰", "二曰", "三曰"]),
        ("1 、快收。2 、快储。3 、快销。", ["1 、", "2 、", "3 、"]),
        ("要求是：一要快收，二 要快储，三要快销。", ["一要", "二 要", "三要"]),
    ],
)
def test_lists_in_other_words_are_lists(line: str, markers: list[str]) -> None:
    assert [marker for marker, _level in items(line)] == markers


def test_signs_and_wide_letters_number_lists() -> None:
    for numerals in ("㊀㊁㊂", "ＡＢＣ"):
        mark = "．" if numerals[0] == "Ａ" else ""
        assert len(items(*[f"{numeral}{mark}要把仓容备齐" for numeral in numerals])) == 3


def test_what_is_attached_to_a_paper_stands_outside_of_its_parts() -> None:
    lines = ["一、政策", "敞开收购。", "二、要求", "（一）要快。", "（二）要稳。", "附件：1.仓点名单", "2.价目表"]
    blocks = only(page(*lines)).draft.blocks
    assert [(b.marker, b.level) for b in blocks[-3:]] == [("", 0), ("1.", 1), ("2.", 1)]
    assert {b.move for b in blocks[-3:]} == {Move.CLOSING}


@pytest.mark.parametrize("hearers", ["公司各部门、各项目部：", "全厂各车间、各班组：", "集团各分公司："])
def test_the_departments_of_a_company_are_addressed(hearers: str) -> None:
    speech = only("\n\n".join([TITLE, hearers, "今年的收购从八月十日开始，各点都要备齐。"]))
    assert speech.draft.blocks[1].role is Role.SALUTATION


def test_whose_body_signs_above_the_date_signs() -> None:
    speech = only(page("今年的收购从八月十日开始，各点都要备齐。", "县粮食局  江海平", "2031年6月3日"))
    assert [block.role for block in speech.draft.blocks[-2:]] == [Role.BYLINE, Role.BYLINE]


def test_a_motto_below_the_title_is_no_speaker() -> None:
    lines = [f"——{TITLE}", "颗粒归仓 价款归农", "县委书记　江海平", "同志们：", "今天开会。"]
    blocks = only("\n".join(lines)).draft.blocks
    assert [block.role for block in blocks[:3]] == [Role.TITLE, Role.TITLE, Role.BYLINE]
    lines[1] = "县粮食局 江海平"
    assert only("\n".join(lines)).draft.blocks[1].role is Role.BYLINE


def test_a_paragraph_in_half_width_marks_is_no_heading() -> None:
    lines = [f"{n}.认清形势,增强信心.今年仓容比常年少2-3成." for n in "一二"]
    blocks = [b for b in only(page(*lines)).draft.blocks if b.marker]
    assert [block.is_heading for block in blocks] == [False, False]
    assert [block.spans[0].text for block in blocks] == ["认清形势,增强信心."] * 2


@pytest.mark.parametrize(
    ("line", "move"),
    [
        ("2030年，全县没有发生压级压价的案件，结余资金18万元。这些成绩的取得，离不开在座各位。", Move.ACHIEVEMENTS),
        ("再说坏消息，是三个：一个是仓容紧，一个是资金紧，一个是人手紧。", Move.SHORTCOMINGS),
    ],
)
def test_what_is_said_of_good_and_bad_news(line: str, move: Move) -> None:
    blocks = only(page("今天开会，讲两点。", "一、形势", line, "二、任务", "敞开收购。")).draft.blocks
    assert {block.move for block in blocks if block.text[:2] in (line[:2], "一个")} == {move}


def test_last_words_that_wish_well_take_leave() -> None:
    last = "衷心希望各位老同志一如既往地支持粮食收购。祝各位老同志身体健康，阖家幸福！"
    assert only(page("今年粮食收了二十万吨。", "明年还要多收。", last)).draft.blocks[-1].move is Move.CLOSING


def test_a_part_goes_on_with_the_parts_and_not_with_the_tasks_of_the_one_before() -> None:
    lines = ["第一部分  形势", "仓容紧。", "第二部分  任务", "任务一：收粮", "任务二：储粮", "第三部分  要求", "要快。"]
    assert items(*lines) == [("第一部分", 1), ("第二部分", 1), ("任务一：", 2), ("任务二：", 2), ("第三部分", 1)]


@pytest.mark.parametrize("heading", ["第三部分  结语", "第三部分  结束语"])
def test_a_heading_that_says_that_it_is_the_end_closes(heading: str) -> None:
    lines = ["第一部分  形势", "仓容紧。", "第二部分  任务", "敞开收购，要快要稳。", heading, "颗粒归仓，价款归农。"]
    assert [b.move for b in only(page(*lines)).draft.blocks[-2:]] == [Move.CLOSING, Move.CLOSING]


def test_a_heading_without_a_number_over_the_last_words_closes() -> None:
    lines = [
        "过去的一年",
        "粮食收了二十万吨。",
        "新的一年",
        "还要多收五万吨，要快要稳。",
        "写在最后",
        "同志们，让我们携手并肩！",
    ]
    assert [b.move for b in only(page(*lines)).draft.blocks[-2:]] == [Move.CLOSING, Move.CLOSING]


def test_the_bodies_that_issue_a_paper_stand_above_its_title() -> None:
    paper = (
        "青山县委 青山县人民政府\n关于管好村级账目的实施意见\n各乡镇：\n为管好账目，提出如下意见。\n"
        "一、查清家底\n逐村查清。\n二、立好规矩\n逐项立好。"
    )
    [speech] = recognise(paper)
    assert speech.draft.text == paper
    assert [block.role for block in speech.draft.blocks][:2] == [Role.BYLINE, Role.TITLE]
