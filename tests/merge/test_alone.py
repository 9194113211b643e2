"""A value that still stands alone amid what the hand typed beside it: the new one comes in, what was typed stays."""

from __future__ import annotations

import pytest

from drafting.merge.model import Kind
from tests.merge.desk import TASKS, Desk

RIVERS = [{**TASKS[0], "owner": "县河长办"}, *TASKS[1:]]


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("投资，12.5亿元，", "投资，12.8亿元，"),
        ("投资12.5亿元、，", "投资12.8亿元、，"),
        ("投资“12.5亿元”，", "投资“12.8亿元”，"),
        ("投资（12.5亿元），", "投资（12.8亿元），"),
        ("投资：12.5亿元；", "投资：12.8亿元；"),
    ],
)
def test_marks_beside_a_number_stay_and_the_new_number_comes_in(typed: str, stands: str) -> None:
    desk = Desk().type("投资12.5亿元，", typed).again(invest="12.8亿元")
    assert stands in desk.text
    assert desk.told(Kind.CONFLICT) == []


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("由，水务局，牵头", "由，县河长办，牵头"),
        ("由水务局，牵头", "由县河长办，牵头"),
        ("由“水务局”牵头", "由“县河长办”牵头"),
    ],
)
def test_marks_beside_a_name_stay_and_the_new_name_comes_in(typed: str, stands: str) -> None:
    desk = Desk().type("由水务局牵头", typed).again(tasks=RIVERS)
    assert stands in desk.text
    assert desk.told(Kind.CONFLICT) == []


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("农民收入增长，6%以上", "农民收入增长，7%以上"),
        ("农民收入增长6%，以上", "农民收入增长7%，以上"),
        ("农民收入要稳步增长6%以上", "农民收入要稳步增长7%以上"),
    ],
)
def test_a_number_arrives_in_a_short_answer_into_which_the_hand_typed(typed: str, stands: str) -> None:
    desk = Desk().type("农民收入增长6%以上", typed).again(goal="农民收入增长7%以上")
    assert f"今年的目标是{stands}。" in desk.text
    assert [(entry.before, entry.text, entry.path) for entry in desk.told(Kind.UPDATED)] == [("6%", "7%", "goal")]
    assert desk.told(Kind.CONFLICT) == []
    assert [(entry.text, entry.path) for entry in desk.told(Kind.DIFFERS)] == [(stands, "goal")]


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ("农民收入增长6%，力争再多6%", "农民收入增长7%以上"),  # twice
        ("农民收入增长5%以上", "农民收入增长7%以上"),  # the hand's own
        ("要让农民得6%左右的实惠", "农民收入增长7%以上"),  # said of something else
        ("农民收入，增长6%以上", "粮食产量增长7%以上"),  # more than the number changes
    ],
)
def test_a_number_that_is_not_clearly_the_one_that_changes_is_a_conflict(typed: str, now: str) -> None:
    desk = Desk().type("农民收入增长6%以上", typed).again(goal=now)
    assert f"今年的目标是{typed}。" in desk.text
    assert [entry.path for entry in desk.told(Kind.CONFLICT)] == ["goal"]
