"""Words that the draft puts elsewhere in a paragraph: they go at one place and come at another, or neither.

One without the other would say them twice, or lose them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.chinese.punctuation import is_point
from drafting.chinese.punctuation.marks import POINTS
from drafting.merge.differences import Edit
from drafting.merge.ground import Ground
from drafting.merge.outcome import Wanted
from drafting.merge.overlap import put_in

_KNOWN = 6  # characters that go out at one place and come in at another: they have been moved
_SHORTEST = 2  # the same for a clause that has fewer
_POINTS = re.compile(f"[{re.escape(POINTS)}]+")

Stretches = set[str]


def bound(ground: Ground, wanted: Sequence[Wanted]) -> Iterator[list[Wanted]]:
    """The updates that go in together or not at all, in the order of the base: those that turn a list into a sentence
    or rows into another order, and those of which one takes out what another one brings in."""
    if recast := [one for one in wanted if one.update.recast]:
        yield recast
    waiting = [one for one in wanted if not one.update.recast]
    words = {one: _both(ground, one) for one in waiting} if len(waiting) > 1 else {}
    while words:
        knot, grown = [waiting.pop(0)], 0
        while grown < len(knot):
            knot += [other for other in waiting if _carry(words[knot[grown]], words[other])]
            waiting = [other for other in waiting if other not in knot]
            grown += 1
        if len(knot) > 1:
            yield sorted(knot, key=lambda one: (one.start, one.end))
        if not waiting:
            break


def moved_by_hand(ground: Ground, wanted: Sequence[Wanted]) -> list[Edit]:
    """The edits by hand amid some updates of which one takes out what another puts in: words that it has moved."""
    start, end = min(one.start for one in wanted), max(one.end for one in wanted)
    inside = [edit for edit in ground.edits if start <= edit.start and edit.end <= end]
    both = {
        edit: (
            _stretches(ground.stood(edit.start, edit.end)),
            _stretches(ground.written(edit.new_start, edit.new_end)),
        )
        for edit in inside
    }
    return [edit for edit in inside if any(other != edit and _carry(both[edit], both[other]) for other in inside)]


def goes_with(ground: Ground, wanted: Wanted, edit: Edit) -> bool:
    """Whether words by hand lead in to words that an update takes out, or go on from them, with no mark between."""
    if wanted.start == wanted.end or (edit.start != wanted.end and edit.end != wanted.start):
        return False
    behind = edit.start == wanted.end
    text = put_in(ground, edit, behind=behind)
    if not text.strip(POINTS):
        return False
    return not (is_point(ground.base[wanted.end - 1 if behind else wanted.start]) or is_point(text[-1 + behind]))


def _both(ground: Ground, wanted: Wanted) -> tuple[Stretches, Stretches]:
    """What an update takes out and what it brings in."""
    return _stretches(ground.stood(wanted.start, wanted.end)), _stretches(wanted.update.text)


def _carry(one: tuple[Stretches, Stretches], other: tuple[Stretches, Stretches]) -> bool:
    """Whether words go with the one update and come with the other, which does not have them anyway."""
    (going, coming), (gone, come) = one, other
    return bool(going & come - gone - coming or coming & gone - come - going)


def _stretches(text: str) -> Stretches:
    """Stretches of some length of a text, and the shorter clauses in it."""
    clauses = {clause for clause in _POINTS.split(text) if _SHORTEST <= len(clause) < _KNOWN}
    return clauses.union(text[at : at + _KNOWN] for at in range(len(text) - _KNOWN + 1))
