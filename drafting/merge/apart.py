"""An edit by hand taken apart: what it did to a count or a value, and to the words and marks beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.chinese.punctuation import is_point
from drafting.draft import Source
from drafting.merge.counts import is_count_like
from drafting.merge.differences import Edit
from drafting.merge.pieces import Piece

_NUMBER = re.compile(r"[0-9０-９零〇一二两三四五六七八九十百千万亿.．]+")


def apart(pieces: Sequence[Piece], file: Sequence[str], edit: Edit) -> Iterator[Edit]:
    """The edit in parts, where a count or an answer gave way to another one and what stands beside it changed too: the
    words behind the count, the mark before the answer or behind it.

    Together they would be neither: of ，9月15日 that became 9月10日 the comma is the sentence's, the day is an answer.
    pieces: of the base. file: the tokens of the file.
    """
    while (took := _first(pieces, file, edit)) is not None:
        middle = Edit(edit.start + 1, edit.end, edit.new_start + took, edit.new_end)
        yield edit._replace(end=middle.start, new_end=middle.new_start)
        edit = middle
    behind = _behind(pieces, file, edit)
    if behind is not None:
        last = Edit(edit.end - 1, edit.end, edit.new_end - behind, edit.new_end)
        yield edit._replace(end=last.start, new_end=last.new_start)
        edit = last
    yield edit


def _first(pieces: Sequence[Piece], file: Sequence[str], edit: Edit) -> int | None:
    """With how many tokens of the file the first one of the base goes by itself; None if it does not."""
    rest = pieces[edit.start + 1 : edit.end]
    if not rest or edit.new_start == edit.new_end:
        return None
    piece, now = pieces[edit.start], file[edit.new_start]
    if piece.span is not None and piece.span.source is Source.COUNT and is_count_like(now, piece.text):
        return 1
    if is_point(piece.text):
        own = int(is_point(now))
        inside = rest[:-1] if len(rest) > 1 and is_point(rest[-1].text) else rest
        return own if _is_answer(inside, [piece]) and edit.new_end - edit.new_start > own else None
    if not is_point(rest[0].text) or edit.new_end - edit.new_start == 1:
        return None
    return 1 if _is_answer([piece], [rest[0]]) and is_other_number(piece.text, now) else None


def _behind(pieces: Sequence[Piece], file: Sequence[str], edit: Edit) -> int | None:
    """With how many tokens of the file the last one of the base, a mark, goes by itself; None if it does not."""
    if edit.end - edit.start < 2 or edit.new_start == edit.new_end or not is_point(pieces[edit.end - 1].text):
        return None
    before = pieces[edit.start : edit.end - 1]
    own = int(is_point(file[edit.new_end - 1]))
    return own if _is_answer(before, [pieces[edit.end - 1]]) and edit.new_end - edit.new_start > own else None


def _is_answer(pieces: Sequence[Piece], beside: Sequence[Piece]) -> bool:
    """Whether some tokens are all of one answer, and the mark beside them is none of it."""
    span = pieces[0].span
    if span is None or not span.path or span.source is Source.COUNT:
        return False
    return {(piece.block, piece.nth) for piece in pieces} == {(pieces[0].block, pieces[0].nth)} and not any(
        (piece.block, piece.nth) == (pieces[0].block, pieces[0].nth) for piece in beside
    )


def is_other_number(one: str, other: str) -> bool:
    """Whether two values say the same but for their numbers: 9月15日 and 9月10日, 约四成 and 约三成."""
    return one != other and _NUMBER.search(one) is not None and _NUMBER.sub("", one) == _NUMBER.sub("", other)
