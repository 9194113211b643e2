"""Whether the hand and the draft worked on the same words, or on words that hang together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.punctuation import is_point
from drafting.chinese.punctuation.marks import CLOSING, OPENING, POINTS
from drafting.merge.differences import BREAK, GAP, Edit
from drafting.merge.edges import is_said_twice
from drafting.merge.ground import Ground
from drafting.merge.model import OBJECT
from drafting.merge.outcome import Wanted
from drafting.merge.pairing import grams, likeness
from drafting.merge.pieces import Piece
from drafting.paths import without_places

_VALUE = 6  # characters that a value may have; more are prose
_LEAST = 0.3  # likeness of an answer and what it is reworded to
_ENDS = "。；！？" + BREAK
_MARKS = re.compile(f"[{re.escape(POINTS)}]")


def overlap(ground: Ground, update: Wanted, edit: Edit) -> bool:
    """Whether an edit by hand is in the way of an update."""
    return (edit.start < update.end and update.start < edit.end) or hangs(ground, update, edit)


def hangs(ground: Ground, update: Wanted, edit: Edit) -> bool:
    """Whether words by hand lead in to an answer that now goes, or go on from it: alone they would hang in the air.

    One that gives way to another one altogether goes too, if it is more than a value.

    A sentence or an item of its own does not.
    """
    if update.start == update.end or (edit.start != update.end and edit.end != update.start):
        return False
    behind = edit.start == update.end
    text = put_in(ground, edit, behind=behind)
    if not text.strip(POINTS + OPENING + CLOSING):
        return False
    if ground.base[update.end - 1 if behind else update.start].startswith(GAP):
        return not is_point(text[0] if behind else text[-1])  # the answer that the person has written beside the gap
    if (ground.base[update.end - 1] in _ENDS or text[0] in _ENDS) if behind else (text[-1] in _ENDS):
        return False
    going = ground.pieces[update.start : update.end]
    said = [piece for piece in going if not is_point(piece.text)]
    span = said[-1 if behind else 0].span if said else None
    if span is None or (not behind and parse_marker(text)):
        return False
    if not span.path:
        return behind and _is_in_a_word(ground, update, text)
    row = without_places(span.path)
    was, now = answers_in(going)[row][1], answers_in(update.update.pieces).get(row, ("", ""))[1]
    if is_said_twice(text, was, now, behind=behind):
        return True
    return not now or (len(was) > _VALUE and likeness(grams(was), grams(now)) < _LEAST)


def put_in(ground: Ground, edit: Edit, *, behind: bool) -> str:
    """What the hand put in right behind words of the draft, or right before some; "" where it changed others there.

    Where a mark gave way that stands between, it is what was put in up to the mark that the hand has there.
    """
    text = ground.written(edit.new_start, edit.new_end).replace(OBJECT, "").strip()
    if edit.start == edit.end:
        return text
    if not is_point(ground.base[edit.start if behind else edit.end - 1]):
        return ""
    clauses = _MARKS.split(text)
    return clauses[0 if behind else -1] if len(clauses) > 1 else ""


def _is_in_a_word(ground: Ground, update: Wanted, text: str) -> bool:
    """Whether words by hand go on from a word of the wording that gives way to another one."""
    last, pieces = ground.base[update.end - 1], update.update.pieces
    if is_point(last) or is_point(text[0]) or update.end - update.start == len(pieces) == 1:
        return False
    return not pieces or pieces[-1].text != last


def is_break(ground: Ground, edit: Edit) -> bool:
    """Whether the hand only split the paragraph there."""
    return edit.start == edit.end and ground.file[edit.new_start : edit.new_end] == [BREAK]


def has_item(ground: Ground, edit: Edit) -> bool:
    """Whether the hand put in an item of its own, with an enumerator."""
    tokens = ground.file[edit.new_start : edit.new_end] if edit.start == edit.end else []
    return any((found := parse_marker(token)) is not None and found.text == token for token in tokens)


def answers_in(pieces: Sequence[Piece]) -> dict[str, tuple[str, str]]:
    """The answers in some pieces, by their paths without the numbers of rows: the path, and what is said of it."""
    found: dict[str, tuple[str, str]] = {}
    for piece in pieces:
        if piece.span is not None and piece.span.path:
            row = without_places(piece.span.path)
            found[row] = piece.span.path, found.get(row, ("", ""))[1] + piece.text
    return found
