"""Conflicts that are settled by what comes in beside them."""

from __future__ import annotations

from drafting.merge.model import Entry, Kind
from drafting.updating import is_settled


def test_a_deletion_that_is_settled_settles_no_other_one() -> None:
    ours, other = (Entry(Kind.CONFLICT, "", "", words) for words in ("修好水渠，一年见效。", "办好学校，三年见效。"))
    assert is_settled(ours, [("", "修好水渠")])
    assert not is_settled(other, [("", "修好水渠")])


def test_a_conflict_is_known_by_what_the_draft_would_have() -> None:
    conflict = Entry(Kind.CONFLICT, "", "9%", "10%")
    assert is_settled(conflict, [("9%", "8%")])
    assert not is_settled(conflict, [("", "8%"), ("19%", "8%")])
