"""Headings without a number, on lines of their own: what stands below them is said under them."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.draft import Role
from drafting.learn.blocks import Piece
from drafting.learn.unmarked import takes_leave

_LEAST, _LONGEST = 4, 30  # characters
_FEWEST = 2  # in a speech; one alone is a short remark
_MOST = 0.5  # of the paragraphs: a poem or a list of names has no headings
_MARKS = frozenset("。；：！？…;:!?\t")  # and what parts the cells of a row
_ENDS = frozenset("。！？!?”）…：:")


def find(pieces: Sequence[Piece]) -> None:
    """Note the headings without a number among the blocks of a speech, and for what stands below each its heading.

    pieces: of one speech, with their parents; changed in place.
    """
    found = [at for at in range(len(pieces) - 1) if _is_heading(pieces[at]) and _is_text(pieces[at + 1])]
    whole = sum([piece.role is Role.PARAGRAPH for piece in pieces])
    if not _FEWEST <= len(found) <= _MOST * whole:
        return
    for at, end in zip(found, [*found[1:], len(pieces)], strict=True):
        pieces[at].lead = len(pieces[at].text)
        for below in range(at + 1, end):
            piece = pieces[below]
            if piece.level == 0 and (piece.role is not Role.PARAGRAPH or takes_leave(piece.text)):
                break
            if piece.parent < 0:
                piece.parent = at


def is_bare(piece: Piece) -> bool:
    """Whether a block is a heading without a number."""
    return piece.lead > 0 and piece.role is Role.PARAGRAPH


def _is_heading(piece: Piece) -> bool:
    text = piece.text
    short = piece.role is Role.PARAGRAPH and not piece.level and _LEAST <= len(text) <= _LONGEST
    if not short or piece.runs_on or text[-1] in "，,、" or _MARKS.intersection(text):
        return False
    return text[0] not in "（(" or text[-1] not in "）)"  # a note to the speaker: （宣读完毕）


def _is_text(piece: Piece) -> bool:
    return (piece.role is Role.PARAGRAPH and piece.text[-1] in _ENDS) or piece.role is Role.ITEM
