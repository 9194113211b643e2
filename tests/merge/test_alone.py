"""A value that still stands alone amid what the hand typed beside it: the new one comes in, what was typed stays."""

from __future__ import annotations

import pytest

from drafting.draft import Draft
from drafting.merge import merge, result_text
from drafting.merge.model import Kind, Merge, Seen
from tests.helpers import draft
from tests.merge.desk import TASKS, Desk, file_of

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


MEASURE = """
title: 讲话
numbering: [一、]
questions: {what: {ask: 什么}, need: {ask: 要多少}, flats: {ask: 公厕}, staff: {ask: 窗口}}
parts:
  - move: tasks
    text: "{{ what }}要达到{{ need }}，一座不少；{{ flats }}新公厕五月底前定下地址；从其他人里选练{{ staff }}。"
"""
_MEASURED = {"what": "合格公厕", "need": "56座", "flats": "15座", "staff": "67名"}


@pytest.mark.parametrize(
    ("stood", "typed", "fact", "now", "stands"),
    [
        ("15座新公厕五月底前定下地址", "新建公厕15座，五月底前定点", "flats", "17座", "新建公厕17座，五月底前定点"),
        ("里选练67名", "里选67名来练", "staff", "70名", "里选70名来练"),
        ("合格公厕要达到56座", "公厕要建到56座", "need", "58座", "公厕要建到58座"),
    ],
)
def test_a_number_that_the_hand_put_to_the_other_side_of_its_word_is_the_same_and_arrives(
    stood: str, typed: str, fact: str, now: str, stands: str
) -> None:
    done = _measured(stood, typed, fact, now)
    (step,) = done.steps
    assert [change.text for change in step.changes] == [now]
    assert stands in result_text(_measured_file(stood, typed), done)[0]
    assert not [entry for entry in done.account if entry.kind is Kind.CONFLICT]


@pytest.mark.parametrize(
    ("stood", "typed", "fact", "now"),
    [
        ("15座新公厕五月底前定下地址", "去年拆了15座危桥", "flats", "17座"),
        ("15座新公厕五月底前定下地址", "公厕要新建，危桥要拆15座", "flats", "17座"),
        ("15座新公厕五月底前定下地址", "危桥15座要拆，新公厕也要定下地址", "flats", "17座"),
    ],
)
def test_the_same_number_said_of_something_else_stays_and_is_a_conflict(
    stood: str, typed: str, fact: str, now: str
) -> None:
    done = _measured(stood, typed, fact, now)
    assert not done.steps[0].changes
    assert [entry.path for entry in done.account if entry.kind is Kind.CONFLICT] == [fact]


def _measured(stood: str, typed: str, fact: str, now: str) -> Merge:
    base, new = (_measures(facts) for facts in (_MEASURED, _MEASURED | {fact: now}))
    return merge(base, _measured_file(stood, typed), new)


def _measured_file(stood: str, typed: str) -> list[Seen]:
    (seen,) = file_of(_measures(_MEASURED))
    assert seen.text.count(stood) == 1
    return [Seen(seen.text.replace(stood, typed), seen.hints)]


def _measures(facts: dict[str, str]) -> Draft:
    return draft(MEASURE, "\n".join(f"{key}: {value}" for key, value in facts.items()))
