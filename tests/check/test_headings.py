"""Headings of one list should agree in form."""

from __future__ import annotations

import pytest

from drafting.check.headings import check_headings
from tests.helpers import draft


def _odd(*headings: str, kind: str = "heading", questions: str = "") -> list[str]:
    parts = "".join(f"  - {{move: tasks, {kind}: '{heading}', text: 说}}\n" for heading in headings)
    return [finding.block for finding in check_headings(draft(questions + "parts:\n" + parts))]


@pytest.mark.parametrize("kind", ["heading", "lead"])
@pytest.mark.parametrize(
    ("headings", "odd"),
    [
        (("抓源头，求实效", "抓过程，求实效", "抓末端"), ["tasks-3"]),
        (("抓源头", "抓过程", "抓末端"), []),
        (("抓源头", "抓过程，求实效"), []),
        (("抓源头", "抓过程，求实效", "抓末端，求实效，见长效"), []),
        (("抓源头", "抓过程", "抓末端，求实效", "抓长效，求实效"), []),
        (("抓源头、抓苗头", "抓过程；抓细节", "抓末端"), ["tasks-3"]),
        (("一 二", "三 四", "五六"), ["tasks-3"]),
    ],
)
def test_a_heading_with_another_number_of_clauses_is_found(
    headings: tuple[str, ...], odd: list[str], kind: str
) -> None:
    assert _odd(*headings, kind=kind) == odd


def test_lists_under_different_headings_are_not_compared() -> None:
    inner = "parts: [{heading: 甲，乙, text: 说}, {heading: 丙，丁, text: 说}]"
    made = draft(
        f"parts: [{{move: tasks, heading: 一, {inner}}}, {{move: tasks, heading: 二, parts: "
        "[{heading: 戊, text: 说}, {heading: 己, text: 说}]}, {move: closing, heading: 三, "
        "text: 说}]"
    )
    assert list(check_headings(made)) == []


def test_a_list_is_not_compared_with_the_one_before_it() -> None:
    first = "".join(
        f"  - {{move: experience, number: 一是, lead: '{lead}', text: 说}}\n" for lead in ("甲，乙", "丙，丁", "戊，己")
    )
    second = "".join(
        f"      - {{number: 一是, lead: '{lead}', text: 说}}\n" for lead in ("由甲到乙", "由丙到丁", "由戊到己")
    )
    made = draft(f"parts:\n{first}  - move: shortcomings\n    number: none\n    text: 还要转变。\n    parts:\n{second}")
    assert [block.marker for block in made.blocks if block.marker] == ["一是", "二是", "三是"] * 2
    assert list(check_headings(made)) == []


def test_only_marked_headings_are_compared() -> None:
    made = draft(
        "parts:\n"
        + "".join(
            f"  - {{move: tasks, number: none, heading: '{text}', text: 说}}\n" for text in ("甲", "乙", "丙，丁")
        )
    )
    assert list(check_headings(made)) == []


def test_the_message_says_how_many_clauses_there_are() -> None:
    made = draft(
        "parts: [{move: tasks, heading: 甲，乙, text: 说}, {move: tasks, heading: 丙，丁, text: "
        "说}, {move: tasks, heading: 戊, text: 说}]"
    )
    (finding,) = check_headings(made)
    assert (finding.rule, finding.message) == ("headings", "The heading has 1 clauses, its neighbours have 2.")


def test_a_heading_with_a_gap_is_not_compared() -> None:
    questions = "questions: {what: 抓什么, how: 怎么抓}\n"
    assert _odd("抓源头", "抓过程", "抓末端", "抓{{ what }}，{{ how }}", questions=questions) == []
