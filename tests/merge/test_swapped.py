"""Clauses of two rows that the hand has put the other way round: no answer takes in words of the one behind it."""

from __future__ import annotations

import pytest

from drafting.draft import Draft
from drafting.merge import merge
from drafting.merge.model import Entry, Kind, Merge, Seen
from tests.helpers import draft
from tests.merge.desk import file_of, next_file

OUTLINE = """
title: 讲话
questions:
  figures: {ask: 数据, type: table, columns: {what: 什么, now: 多少}}
parts:
  - move: achievements
    text: "主要数据是：{% for f in figures %}{{ f.what }}{{ f.now }}{{ '。' if loop.last else '；' }}{% endfor %}"
"""
INVESTED, SERVED = "完成水利投资6.3亿元", "农村自来水普及率达到96.4%"


def _figures(invested: str = "6.3亿元", served: str = "96.4%") -> Draft:
    rows = f"[{{what: 完成水利投资, now: {invested}}}, {{what: 农村自来水普及率达到, now: {served}}}]"
    return draft(OUTLINE, f"figures: {rows}")


def _swapped(first: str, second: str, new: Draft | None = None) -> tuple[list[Seen], Merge]:
    base = _figures()
    (seen,) = file_of(base)
    file = [Seen(f"主要数据是：{first}；{second}。", seen.hints)]
    return file, merge(base, file, new or base)


def _told(done: Merge, *kinds: Kind) -> list[Entry]:
    return [entry for entry in done.account if entry.kind in kinds]


def test_rows_that_were_put_the_other_way_round_whole_have_no_value_of_their_own() -> None:
    _file, done = _swapped(SERVED, INVESTED)
    assert done.changes_nothing
    (told,) = done.account
    assert (told.kind, told.text) == (Kind.KEPT, told.before)


def test_a_number_that_changes_in_rows_put_the_other_way_round_is_told_with_no_other_value() -> None:
    file, done = _swapped(SERVED, INVESTED, _figures("6.4亿元", "96.8%"))
    assert [seen.text for seen in next_file(file, done)] == [
        "主要数据是：农村自来水普及率达到96.8%；完成水利投资6.4亿元。"
    ]
    assert _told(done, Kind.DIFFERS, Kind.CONFLICT) == []


def test_a_number_changed_by_hand_in_rows_put_the_other_way_round_is_told_as_differing() -> None:
    for new in (None, _figures(invested="6.4亿元")):
        _file, done = _swapped("农村自来水普及率达到96.5%", INVESTED, new)
        assert [(e.path, e.text, e.before) for e in _told(done, Kind.DIFFERS)] == [("figures[2].now", "96.5%", "96.4%")]
        assert [(e.text, e.before) for e in _told(done, Kind.KEPT)] == [("农村自来水普及率达到96.5%", SERVED)]


@pytest.mark.parametrize("served", ["农村自来水普及率达到96.5%", "农村自来水的普及率达到96.4%"])
def test_in_rows_put_the_other_way_round_no_answer_takes_in_the_one_behind_it(served: str) -> None:
    _file, done = _swapped(served, INVESTED)
    values = {entry.path: entry.text for entry in _told(done, Kind.DIFFERS)}
    assert values.get("figures[1].what", "完成水利投资") == "完成水利投资"
    assert values.get("figures[2].what", "农村自来水普及率达到") == served.replace("96.5%", "").replace("96.4%", "")


def test_clauses_of_one_answer_put_the_other_way_round_are_told_with_the_numbers_as_they_have_come_in() -> None:
    outline = "title: 讲话\nquestions: {done: {ask: 做法}}\nparts: [{move: opening, text: '去年，{{ done }}。'}]\n"
    base = draft(outline, "done: 汛前整改各类隐患217处，汛中提前转移群众4612人")
    new = draft(outline, "done: 汛前整改各类隐患221处，汛中提前转移群众4731人")
    file = [Seen("去年，汛中提前转移群众4612人，汛前整改各类隐患217处。", file_of(base)[0].hints)]
    done = merge(base, file, new)
    text = "汛中提前转移群众4731人，汛前整改各类隐患221处"
    assert [seen.text for seen in next_file(file, done)] == [f"去年，{text}。"]
    assert [entry.text for entry in _told(done, Kind.DIFFERS)] == [text]
