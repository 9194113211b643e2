"""Rows that stand in a sentence and not in items of their own, where the draft has put them into another order.

Token by token an answer of one row would give way to that of another, and what the hand made of the one would stand
beside the other: a sentence that nobody wrote.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from drafting.draft import Block, Span
from drafting.merge.pairing import grams, likeness
from drafting.merge.pieces import Piece
from drafting.merge.updates import Update
from drafting.paths import row_of

_ROW = re.compile(r"(?P<table>.+)\[(?P<number>\d+)\]")
_SAME = 0.5  # likeness of two answers that are the same one, reworded or with another value

Cells = dict[int, list[str]]
"""By the number of the row each of its answers."""


def table_of(span: Span | None) -> str:
    """The path of the table or list of which a span shows a row, "" if it shows none."""
    found = _ROW.match(span.path) if span is not None else None
    return found["table"] if found else ""


def items_in(update: Update, blocks: Sequence[Block]) -> tuple[tuple[Piece, ...], ...]:
    """The pieces that only come in, parted into items of a list or rows of a table; () if they are not all whole ones.

    blocks: of the paragraph of the draft that they belong to.
    """
    if update.start < update.end:
        return ()
    found: defaultdict[str, list[Piece]] = defaultdict(list)
    row = ""
    for span, pieces in groupby(update.pieces, key=attrgetter("span")):
        if span is not None and span.path and not (row := row_of(span.path)):
            return ()
        if row:
            found[row] += pieces
    size: Counter[str] = Counter()
    for span in (span for block in blocks for span in block.spans if found):
        size[row_of(span.path)] += len(span.text)
    come = {
        row: sum([len(piece.text) for piece in pieces if piece.span and piece.span.path])
        for row, pieces in found.items()
    }
    return tuple(map(tuple, found.values())) if all(come[row] >= size[row] for row in found) else ()


def tables_turned(old: Sequence[Block], new: Sequence[Block]) -> set[str]:
    """The tables and lists whose rows one block shows in both drafts, and of which a row has another number now."""
    return {
        table
        for one in old
        for table, cells in _tables(one).items()
        for other in new
        if len(cells) > 1 and _is_turned(cells, _tables(other).get(table, {}))
    }


def _tables(block: Block) -> dict[str, Cells]:
    found: defaultdict[str, Cells] = defaultdict(dict)
    for span in block.spans:
        if row := _ROW.match(span.path):
            found[row["table"]].setdefault(int(row["number"]), []).append(span.text)
    return found


def _is_turned(before: Cells, after: Cells) -> bool:
    there = {number: [grams(cell) for cell in cells] for number, cells in after.items()}
    for number, cells in before.items():
        for cell in map(grams, cells):
            stays = max([likeness(cell, one) for one in there.get(number, ())], default=0.0)
            elsewhere = [likeness(cell, one) for n, others in there.items() if n != number for one in others]
            if cell and max(elsewhere, default=0.0) >= max(_SAME, stays + 0.01):
                return True
    return False
