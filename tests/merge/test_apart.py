"""A value by hand is seen as such also where the mark beside it went with the value before, or became another one."""

from __future__ import annotations

import pytest

from drafting.merge import merge
from drafting.merge.model import Entry, Kind, Merge, Seen
from tests.helpers import draft
from tests.merge.desk import file_of

OUTLINE = """
title: 讲话
numbering: [一、]
questions: {owner: {ask: 牵头}, by: {ask: 期限}, span: {ask: 时段}, do: {ask: 做什么}}
parts:
  - move: tasks
    text: "渠道由{{ owner }}牵头，{{ by }}前完成，一天也不能拖。{{ span }}，{{ do }}；入冬以前再看一遍。"
"""
FACTS = {"owner": "县水务局", "by": "9月15日", "span": "7月到9月", "do": "清理渠底、补齐闸门、对账自查"}


def _merged(stood: str, by_hand: str, **changed: str) -> Merge:
    """The merge where the hand wrote some words for others, and some facts are others than before."""
    base, new = (draft(OUTLINE, "\n".join(f"{k}: {v}" for k, v in facts.items())) for facts in (FACTS, FACTS | changed))
    (seen,) = file_of(base)
    assert seen.text.count(stood) == 1
    return merge(base, [Seen(seen.text.replace(stood, by_hand), seen.hints)], new)


def _told(done: Merge, kind: Kind) -> list[tuple[str, str, str]]:
    return [_said(entry) for entry in done.account if entry.kind is kind]


def _said(entry: Entry) -> tuple[str, str, str]:
    return entry.path, entry.before, entry.text


@pytest.mark.parametrize(
    ("stood", "by_hand"),
    [
        ("牵头，9月15日前", "牵头9月10日前"),
        ("牵头，9月15日前", "牵头；9月10日前"),
        ("牵头，9月15日前", "牵头、9月10日前"),
    ],
)
def test_a_day_that_the_hand_changed_with_the_comma_before_it_is_told_as_differing(stood: str, by_hand: str) -> None:
    done = _merged(stood, by_hand)
    assert _told(done, Kind.DIFFERS) == [("by", "9月15日", "9月10日")]
    assert all(not step.changes for step in done.steps)


def test_a_day_that_both_changed_clashes_without_the_comma_that_the_hand_took_out() -> None:
    done = _merged("牵头，9月15日前", "牵头9月10日前", by="9月20日")
    assert _told(done, Kind.CONFLICT) == [("by", "9月10日", "9月20日")]
    assert [clash.ours for step in done.steps for clash in step.clashes] == ["9月20日"]


def test_what_is_done_in_a_stage_is_told_as_cut_short_where_the_comma_behind_the_months_went_with_it() -> None:
    done = _merged("7月到9月，清理渠底、补齐闸门、对账自查", "7月到9月清理渠底、对账自查")
    assert _told(done, Kind.DIFFERS) == [("do", FACTS["do"], "清理渠底、对账自查")]


def test_an_answer_cut_short_with_the_mark_behind_it_changed_is_told_as_differing() -> None:
    done = _merged("、补齐闸门、对账自查；入冬", "、对账自查，入冬")
    assert _told(done, Kind.DIFFERS) == [("do", FACTS["do"], "清理渠底、对账自查")]


def test_of_two_answers_changed_with_the_comma_between_one_is_told_and_one_clashes() -> None:
    done = _merged(
        "7月到9月，清理渠底、补齐闸门、对账自查", "7月到8月清理渠底、补齐闸门", do="清理渠底、补齐闸门、对账自查自纠"
    )
    assert _told(done, Kind.DIFFERS) == [("span", "7月到9月", "7月到8月")]
    assert _told(done, Kind.CONFLICT) == [("do", "清理渠底、补齐闸门", "清理渠底、补齐闸门、对账自查自纠")]


def test_new_months_come_in_although_the_hand_took_out_the_comma_and_cut_what_is_behind_it() -> None:
    done = _merged("9月，清理渠底、补齐闸门、对账自查", "9月清理渠底、对账自查", span="7月到10月")
    assert _told(done, Kind.UPDATED) == [("span", "7月到9月", "7月到10月")]
    assert _told(done, Kind.DIFFERS) == [("do", FACTS["do"], "清理渠底、对账自查")]


def test_words_put_before_an_answer_with_which_a_paragraph_begins_are_kept_as_they_are() -> None:
    base = draft(
        "title: 讲话\nquestions: {do: {ask: 做什么}}\nparts: [{move: tasks, text: '{{ do }}。'}]", "do: 清理渠底"
    )
    (seen,) = file_of(base)
    done = merge(base, [Seen(f"今天说三件事，{seen.text}", seen.hints)], base)
    assert [(entry.kind, entry.text) for entry in done.account] == [(Kind.KEPT, "今天说三件事，")]
