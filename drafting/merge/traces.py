"""What the hand left of a block, and what else it did that nothing has told of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from drafting.chinese.punctuation import is_point
from drafting.merge.differences import BREAK, Edit
from drafting.merge.ground import Ground
from drafting.merge.model import HEAD, Entry, Kind
from drafting.merge.outcome import Outcome

_TRACES = 0.1  # of a block's characters: what may be left of it, or stand in its place, when the hand took it out
_BEGINNING = 4  # characters that an item begins with, and is known by
_MOST_MARKS = 3  # of so many tokens at least one is no mark of punctuation
_MARKS = "，。；：、！？…“”‘’（）《》 \u3000"


def is_gone(ground: Ground, start: int, end: int) -> bool:
    """Whether the hand took out what stood at tokens `start` to `end` of the base, and wrote nothing in its place."""
    hits = [edit for edit in ground.edits if edit.start < end and start < edit.end]
    if _MOST_MARKS * sum([min(edit.end, end) - max(edit.start, start) for edit in hits]) < end - start:
        return False
    words = [n for n in range(start, end) if ground.pieces[n].span is not None and ground.base[n] not in _MARKS]
    size = sum([len(ground.base[n]) for n in words])
    if _begins_still(ground, words) or _says_something_still(ground, words, end):
        return False
    left = sum([len(ground.base[n]) for n in words if ground.at(n) >= 0])
    if not size or left > _TRACES * size:
        return False
    written = sum([len(ground.written(edit.new_start, edit.new_end).strip(_MARKS)) for edit in hits])
    return written <= _TRACES * size


def _begins_still(ground: Ground, words: Sequence[int]) -> bool:
    """Whether an item has its number and its first words still: only what is behind them was taken out.

    words: its tokens that are words.
    """
    if not words or words[0] == 0 or ground.pieces[words[0] - 1].span is not None:
        return False
    at, said = ground.at(words[0] - 1), 0
    for number, n in enumerate(words, 1):
        if at < 0 or ground.at(n) != at + number:
            break
        said += len(ground.base[n])
    return said >= _BEGINNING


def _says_something_still(ground: Ground, words: Sequence[int], end: int) -> bool:
    """Whether an item has its number still, and behind it some of its words or what the hand wrote in their place.

    words: its tokens that are words. end: where it ends.
    """
    if not words or words[0] == 0 or ground.pieces[words[0] - 1].span is not None:
        return False
    behind = ground.at(words[0] - 1) + 1
    if not 0 < behind < len(ground.file) or ground.file[behind] in _MARKS:
        return False
    if any(ground.at(n) == behind for n in words):
        return True
    return any(e.new_start <= behind < e.new_end and words[0] <= e.start and e.end <= end for e in ground.edits)


def kept_by_hand(ground: Ground, key_at: Callable[[int], str], outcome: Outcome) -> Iterator[Entry]:
    """An entry for each edit by hand that no other entry tells of. key_at: the key of the block of a token."""
    for edit in ground.edits:
        text = ground.written(edit.new_start, edit.new_end)
        before = ground.stood(edit.start, edit.end)
        if edit not in outcome.settled:
            behind = "" if (text + before).strip() else _behind_break(ground, edit)
            if behind or (text + before).strip():
                yield Entry(Kind.KEPT, _key_of(ground, edit, key_at), text + behind, before + behind)


def _behind_break(ground: Ground, edit: Edit) -> str:
    """How the words begin before which the hand only split a paragraph, or joined it to the one before; "" where it did
    neither."""
    if (BREAK in ground.file[edit.new_start : edit.new_end]) == (BREAK in ground.base[edit.start : edit.end]):
        return ""
    end = next((n for n in range(edit.new_end, len(ground.file)) if ground.file[n] == BREAK), len(ground.file))
    words = ground.written(edit.new_end, end)[:HEAD]
    return words[: next((at for at, sign in enumerate(words) if at and is_point(sign)), HEAD)]


def _key_of(ground: Ground, edit: Edit, key_at: Callable[[int], str]) -> str:
    """The key of the block that an edit begins in; the mark between two paragraphs is in none."""
    last = len(ground.base) - 1
    start = min(edit.start, last)
    return key_at(start) or (key_at(start + 1) if start < min(edit.end, last) else "")
