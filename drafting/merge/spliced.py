"""Sentences that both have reworded, hand and draft: put together word by word they would say what nobody wrote."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from drafting.chinese.punctuation import is_point
from drafting.draft import Source
from drafting.merge.agreed import extent
from drafting.merge.differences import BREAK, Edit
from drafting.merge.ground import Ground
from drafting.merge.outcome import Wanted
from drafting.merge.overlap import is_break, overlap
from drafting.merge.tokens import is_value

_ENDS = "。；！？"

Range = tuple[int, int]
"""Tokens of the base."""


def spliced(ground: Ground, wanted: Sequence[Wanted]) -> Iterator[tuple[list[Wanted], list[Edit], Range]]:
    """The updates of each sentence that has a clause which both have reworded, with the edits in that sentence, and
    the clauses that all of these are in, without the last mark.

    A value for a value is no rewording, nor is another mark, or a clause more; but of a wording that gives way to
    another one these go with the rest of the sentence. Sentences that one change goes across are taken as one.
    """
    updates = [one for one in wanted if _is_rewording(ground, one)]
    hard = [edit for edit in ground.edits if updates and not is_break(ground, edit)]
    if not hard:
        return
    edits = [edit for edit in hard if _is_of_words(ground, edit)]
    clauses = list(_stretches(ground, ""))
    starts = [*(start for start, _end in clauses), len(ground.base)]
    words = [(edit, _clauses_of(starts, edit)) for edit in edits]
    met: list[tuple[Wanted, Edit]] = []
    for one in updates:
        first, last = _clauses_of(starts, one)
        last = max(first, last) if _is_torn(ground, one) and _has_mark(one) else last
        met += [(one, edit) for edit, (low, high) in words if max(first, low) <= min(last, high)]
        if _is_wording(ground, one):
            met += [(one, edit) for edit in hard if overlap(ground, one, edit)]
    in_the_way = {edit for _one, edit in met}
    for sentences in _passages(ground, [*updates, *edits], met):
        ours = [one for one in updates if _is_within(sentences, one)]
        hits = [edit for edit in hard if _is_within(sentences, edit) and (edit in edits or edit in in_the_way)]
        start, end = _clauses_around(clauses, wanted, ours, hits)
        end -= end > start and (ground.base[end - 1] == BREAK or is_point(ground.base[end - 1]))
        end = max(extent(ours, hits)[1], end)
        ours += [
            one
            for one in wanted
            if one not in ours and start < one.start and one.end <= end and _is_wording(ground, one)
        ]
        yield sorted(ours, key=lambda one: (one.start, one.end)), hits, (start, end)


def _passages(ground: Ground, changes: Sequence[Wanted | Edit], met: Sequence[tuple[Wanted, Edit]]) -> Iterator[Range]:
    """The sentences in which both have met, as many together as changes go across."""
    if not met:
        return
    sentences = list(_stretches(ground, _ENDS))
    starts = [start for start, _end in sentences]

    def reach(*found: Wanted | Edit) -> Range:
        start, end = min(one.start for one in found), max(one.end for one in found)
        return bisect_right(starts, start) - 1, bisect_right(starts, max(start, end - 1)) - 1

    seeds = [reach(*pair) for pair in met]
    first, last = -1, -1
    for low, high in [*sorted([*seeds, *map(reach, changes)]), (len(starts), 0)]:
        if low > last:
            if any(first <= seed <= last for seed, _end in seeds):
                yield sentences[first][0], sentences[last][1]
            first = low
        last = max(last, high)


def _clauses_around(
    clauses: Sequence[Range], wanted: Sequence[Wanted], ours: Sequence[Wanted], hits: Sequence[Edit]
) -> Range:
    """From where the first clause of some changes begins to where the last one ends."""
    first, last = extent(ours, hits)
    start = max([start for start, _end in clauses if start <= first], default=first)
    end = min([end for _start, end in clauses if end >= last], default=last)
    for one in wanted:  # what the draft changes across their ends is told by itself
        start = one.end if one.start < start < one.end <= first else start
        end = one.start if last <= one.start < end < one.end else end
    return start, end


def _is_rewording(ground: Ground, wanted: Wanted) -> bool:
    old, new = ground.base[wanted.start : wanted.end], [piece.text for piece in wanted.update.pieces]
    if wanted.is_block or wanted.update.gone or wanted.update.recast or all(map(is_point, [*old, *new])):
        return False
    if not old and any(map(is_point, new)) and not _is_torn(ground, wanted):
        return False  # a clause that comes in whole
    return not (len(old) == len(new) == 1 and is_value(old[0]))


def _is_torn(ground: Ground, wanted: Wanted) -> bool:
    """Whether wording that comes in ends amid a clause: the words behind it are its own, by chance those of before."""
    if wanted.start < wanted.end or not _is_wording(ground, wanted):
        return False
    first, last = (is_point(wanted.update.pieces[n].text) for n in (0, -1))
    behind = ground.base[wanted.start] if wanted.start < len(ground.base) else BREAK
    return not last and not (first and (behind == BREAK or is_point(behind)))


def _is_wording(ground: Ground, wanted: Wanted) -> bool:
    """Whether an update changes nothing but wording, no answer and no whole block."""
    pieces = [*ground.pieces[wanted.start : wanted.end], *wanted.update.pieces]
    whole = wanted.is_block or wanted.update.gone or wanted.update.recast
    return not whole and all(piece.span is not None and piece.span.source is Source.WORDING for piece in pieces)


def _has_mark(wanted: Wanted) -> bool:
    return any(is_point(piece.text) for piece in wanted.update.pieces)


def _is_of_words(ground: Ground, edit: Edit) -> bool:
    old, new = ground.base[edit.start : edit.end], ground.file[edit.new_start : edit.new_end]
    if is_break(ground, edit) or all(map(is_point, [*old, *new])):
        return False
    if any(piece.span is None for piece in ground.pieces[edit.start : edit.end]):
        return False  # a number, or a paragraph that was joined or split
    return not (len(old) == len(new) == 1 and is_value(old[0]) and is_value(new[0]))


def _stretches(ground: Ground, ends: str) -> Iterator[Range]:
    """The sentences of the base, or its clauses; each with the mark that ends it."""
    start = 0
    for at, token in enumerate(ground.base):
        if token == BREAK or (token in ends if ends else is_point(token)) or at + 1 == len(ground.base):
            yield start, at + 1
            start = at + 1


def _clauses_of(starts: Sequence[int], one: Wanted | Edit) -> Range:
    """The first and the last clause of which it changes words; what comes in before one or behind it does not.

    starts: of the clauses, and where the last one ends.
    """
    first = bisect_right(starts, one.start) - 1
    if one.start < one.end:
        return first, bisect_right(starts, one.end - 1) - 1
    return first, first - (starts[first] == one.start)


def _is_within(sentences: Range, one: Wanted | Edit) -> bool:
    first, last = sentences
    return first <= one.start and one.end <= last
