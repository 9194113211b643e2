"""The marks of a series within a sentence into which the hand has put an entry of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafting.chinese.punctuation.marks import PAUSES
from drafting.merge.ground import Ground
from drafting.merge.outcome import Wanted


def with_their_marks(ground: Ground, wanted: Sequence[Wanted]) -> Sequence[Wanted]:
    """The updates, those that give a series another mark for its length left out where the hand has put in an entry
    with the mark as it was: two marks in one series would be a slip. What comes in there takes that mark too.
    """
    if not ground.edits:
        return wanted
    return [kept for one in wanted for kept in (_kept(ground, one) if _has_own_beside(ground, one) else [one])]


def _is_exchanged(ground: Ground, one: Wanted) -> bool:
    """Whether an update makes one mark of a series another, with or without entries between two such, then or now."""
    pieces, was = one.update.pieces, ground.base[one.start : one.end]
    if one.is_block or not (pieces and was) or 1 not in (len(was), len(pieces)):
        return False
    before, now = {was[0], was[-1]}, {pieces[0].text, pieces[-1].text}
    numbers = any(piece.span is None for piece in (*pieces, *ground.pieces[one.start : one.end]))
    return (
        len(before) == len(now) == 1 and before != now and all(mark in PAUSES for mark in before | now) and not numbers
    )


def _has_own_beside(ground: Ground, one: Wanted) -> bool:
    """Whether the hand has put in words right before a mark, or right behind it, that bring the same mark along."""
    if not _is_exchanged(ground, one):
        return False
    mark = ground.base[one.start]
    for edit in ground.edits:
        if edit.start == edit.end and edit.new_end - edit.new_start > 1:
            words = ground.file[edit.new_start : edit.new_end]
            behind, before = edit.start in (one.start + 1, one.end), edit.start in (one.start, one.end - 1)
            if (behind and words[-1] == mark) or (before and words[0] == mark):
                return True
    return False


def _kept(ground: Ground, one: Wanted) -> Iterator[Wanted]:
    """What is left of an update if the mark stays: the entries that come in or go, if any."""
    mark, entries, update = ground.base[one.start], one.update.pieces[1:], one.update
    if entries:
        pieces = (*entries[:-1], entries[-1]._replace(text=mark))
        yield replace(one, update=replace(update, start=one.end, pieces=pieces))
    elif one.end - one.start > 1:
        yield replace(one, update=replace(update, start=one.start + 1, pieces=()))
