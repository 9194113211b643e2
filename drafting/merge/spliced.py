"""Sentences that both have reworded, hand and draft: put together word by word they would say what nobody wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.chinese.punctuation import is_point
from drafting.merge.agreed import extent
from drafting.merge.differences import BREAK, Edit
from drafting.merge.ground import Ground
from drafting.merge.outcome import Wanted
from drafting.merge.overlap import is_break
from drafting.merge.tokens import is_value

_ENDS = "。；！？"

Range = tuple[int, int]
"""Tokens of the base."""


def spliced(ground: Ground, wanted: Sequence[Wanted]) -> Iterator[tuple[list[Wanted], list[Edit], Range]]:
    """The updates of each sentence that has a clause which both have reworded, with the edits in that sentence, and
    the clauses that all of these are in, without the last mark.

    A value for a value is no rewording, nor is another mark, or a clause more.
    """
    updates = [one for one in wanted if _is_rewording(ground, one)]
    edits = [edit for edit in ground.edits if updates and _is_of_words(ground, edit)]
    if not edits:
        return
    for sentence in _stretches(ground, _ENDS):
        ours = [one for one in updates if sentence[0] <= one.start and one.end <= sentence[1]]
        hits = [edit for edit in edits if sentence[0] <= edit.start and edit.end <= sentence[1]]
        clauses = list(_stretches(ground, "", sentence)) if ours and hits else []
        if any(_both_in(clause, ours, hits) for clause in clauses):
            first, last = extent(ours, hits)
            start = max(start for start, _end in clauses if start <= first)
            end = min(end for _start, end in clauses if end >= last)
            for one in wanted:  # what the draft changes across their ends is told by itself
                start = one.end if one.start < start < one.end <= first else start
                end = one.start if last <= one.start < end < one.end else end
            yield (
                ours,
                hits,
                (start, max(last, end - (ground.base[end - 1] == BREAK or is_point(ground.base[end - 1])))),
            )


def _is_rewording(ground: Ground, wanted: Wanted) -> bool:
    old, new = ground.base[wanted.start : wanted.end], [piece.text for piece in wanted.update.pieces]
    if wanted.is_block or wanted.update.gone or wanted.update.recast or all(map(is_point, [*old, *new])):
        return False
    if not old and any(map(is_point, new)):
        return False  # a clause that comes in whole
    return not (len(old) == len(new) == 1 and is_value(old[0]))


def _is_of_words(ground: Ground, edit: Edit) -> bool:
    old, new = ground.base[edit.start : edit.end], ground.file[edit.new_start : edit.new_end]
    if is_break(ground, edit) or all(map(is_point, [*old, *new])):
        return False
    if any(piece.span is None for piece in ground.pieces[edit.start : edit.end]):
        return False  # a number, or a paragraph that was joined or split
    return not (len(old) == len(new) == 1 and is_value(old[0]) and is_value(new[0]))


def _stretches(ground: Ground, ends: str, within: Range | None = None) -> Iterator[Range]:
    """The sentences of the base, or the clauses within one; each with the mark that ends it."""
    start, last = within or (0, len(ground.base))
    for at in range(start, last):
        token = ground.base[at]
        if token == BREAK or (token in ends if ends else is_point(token)) or at + 1 == last:
            yield start, at + 1
            start = at + 1


def _both_in(clause: Range, ours: Sequence[Wanted], hits: Sequence[Edit]) -> bool:
    return any(_is_in(clause, one) for one in ours) and any(_is_in(clause, edit) for edit in hits)


def _is_in(clause: Range, one: Wanted | Edit) -> bool:
    """Whether it changes words of a clause; what comes in before it or behind it does not."""
    if one.start == one.end:
        return clause[0] < one.start < clause[1]
    return one.start < clause[1] and clause[0] < one.end
