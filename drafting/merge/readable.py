"""Changes of wording as a reader wants them: a sentence that keeps little is replaced whole, and not shredded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.draft import Source
from drafting.merge.differences import Edit
from drafting.merge.pieces import Piece

_LITTLE = 0.25  # of the characters that change around it: what stayed and is not worth to be kept apart
_MOST = 12  # characters that stayed in one stretch: more are always kept
_ENDS = "。；！？"


def readable(edits: Sequence[Edit], before: Sequence[Piece], after: Sequence[Piece]) -> list[Edit]:
    """The edits, some of them wider: over the few characters of wording that stayed between or beside two sentences
    that have little in common. Facts, values among them, are never typed anew.
    """
    joined: list[Edit] = []
    for edit in edits:
        last = joined[-1] if joined else None
        if last is not None and _is_little(before[last.end : edit.start], _size(before, after, last, edit)):
            joined[-1] = Edit(last.start, edit.end, last.new_start, edit.new_end)
        else:
            joined.append(edit)
    return list(_to_the_ends(joined, before, after))


def _to_the_ends(edits: Sequence[Edit], before: Sequence[Piece], after: Sequence[Piece]) -> Iterator[Edit]:
    """The edits, those of most of a sentence from its first character to its last."""
    for number, edit in enumerate(edits):
        first = edits[number - 1].end if number else 0
        last = edits[number + 1].start if number + 1 < len(edits) else len(before)
        start, end = edit.start, edit.end
        while start > first and before[start - 1].text not in _ENDS:
            start -= 1
        while end < last and before[end].text not in _ENDS:
            end += 1
        # Up to another edit it is not the end of the sentence that is reached.
        start = start if start > first or not number else edit.start
        end = end if end < last or number + 1 == len(edits) else edit.end
        size = _size(before, after, edit)
        if not _is_little(before[start : edit.start], size):
            start = edit.start
        if not _is_little(before[edit.end : end], size):
            end = edit.end
        yield Edit(start, end, edit.new_start - (edit.start - start), edit.new_end + (end - edit.end))


def _is_little(stayed: Sequence[Piece], around: int) -> bool:
    """Whether a stretch that stayed is wording, and little beside `around` characters that change."""
    size = sum([len(piece.text) for piece in stayed])
    wording = all(piece.span is not None and piece.span.source is Source.WORDING for piece in stayed)
    return wording and size <= min(_MOST, _LITTLE * around)


def _size(before: Sequence[Piece], after: Sequence[Piece], *edits: Edit) -> int:
    """Characters of wording that edits take out or bring in, the fewer of both: what has little to do with the other.

    An edit that only takes out, or only brings in, leaves the rest as it is.
    """
    return sum([min(_length(before[e.start : e.end]), _length(after[e.new_start : e.new_end])) for e in edits])


def _length(pieces: Sequence[Piece]) -> int:
    return sum([len(p.text) for p in pieces if p.span is not None and p.span.source is Source.WORDING])
