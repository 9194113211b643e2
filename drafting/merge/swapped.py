"""Answers that the hand has put the other way round, alone or with all their clause: each is still what it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafting.chinese.punctuation import is_point
from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Block
from drafting.merge.differences import differences
from drafting.merge.ground import Ground
from drafting.merge.pairing import grams, likeness
from drafting.merge.traces import is_gone
from drafting.paths import without_places

_LIKE = 0.7  # likeness of an answer and what the hand wrote for it at another place
_SHORTEST = 4  # characters of an answer that is known again there


def neighbours_gone(ground: Ground, block: Block, nth: int, ranges: Mapping[int, tuple[int, int]]) -> Iterator[int]:
    """The other answers of the list that span `nth` of a block is of, those that the hand took out where they stood;
    but for those that it has put elsewhere word for word, with what stood around them.

    ranges: the tokens of each answer, by the number of its span.
    """
    row = without_places(block.spans[nth].path)
    for other, (start, end) in ranges.items():
        span = block.spans[other]
        alike = other != nth and span.path and without_places(span.path) == row and len(span.text) >= _SHORTEST
        if alike and is_gone(ground, start, end) and not _is_moved_whole(ground, start, end):
            yield other


def _is_moved_whole(ground: Ground, start: int, end: int) -> bool:
    """Whether the hand put some tokens elsewhere word for word, together with others beside them."""
    for edit in ground.edits:
        if edit.start <= start and end <= edit.end and edit.new_start == edit.new_end:
            words = ground.stood(edit.start, edit.end).strip(POINTS)
            came = [one for one in ground.edits if one.start == one.end]
            is_there = any(ground.written(one.new_start, one.new_end).strip(POINTS) == words for one in came)
            return is_there and words != ground.stood(start, end)
    return False


def clause_of(ground: Ground, start: int, end: int) -> tuple[int, int]:
    """The tokens from the mark before some others to the mark behind them."""
    while start and ground.pieces[start - 1].span is not None and not is_point(ground.base[start - 1]):
        start -= 1
    while end < len(ground.base) and ground.pieces[end].span is not None and not is_point(ground.base[end]):
        end += 1
    return start, end


def without_clause(ground: Ground, start: int, end: int, moved: str) -> str:
    """What an answer says in a clause that the hand has put elsewhere, without what else is in the clause; "" where
    that cannot be told.

    start, end: the tokens of the answer. moved: what the hand has made of its clause.
    """
    first, last = clause_of(ground, start, end)
    size = len(ground.stood(first, last))
    at, behind = len(ground.stood(first, start)), size - len(ground.stood(end, last))
    edits = differences([*ground.stood(first, last)], [*moved])
    if any(edit.start < border < edit.end for edit in edits for border in (at, behind)):
        return ""
    came = len(moved) - size
    left = at + sum([edit.new_end - edit.new_start - edit.end + edit.start for edit in edits if edit.end <= at and at])
    rest = [edit for edit in edits if edit.start >= behind and behind < size]
    right = behind + came - sum([edit.new_end - edit.new_start - edit.end + edit.start for edit in rest])
    return moved[left:right]


def parted(value: str, other: str) -> tuple[str, str]:
    """What stands in the place of an answer without what stands there of another one, and that; "" if it is not there.

    other: the other answer, with all its clause. It comes first or last there, with a mark of punctuation between.
    """
    wanted = grams(other)
    halves = [(value[:at], value[at + 1 :]) for at, sign in enumerate(value) if is_point(sign)]
    pairs = [pair for head, tail in halves for pair in ((tail, head), (head, tail))]
    scores = [likeness(grams(moved), wanted) for _rest, moved in pairs]
    best = max(scores, default=0.0)
    return pairs[scores.index(best)] if best >= _LIKE else (value, "")
