"""Tables in old speeches, a row a paragraph with tabs between its cells: they are asked row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from drafting.draft import Role
from drafting.errors import shortened
from drafting.learning.asking import Book, comes_back
from drafting.learning.bulleted import as_item, sign_of
from drafting.learning.editions import Row, newest
from drafting.learning.passages import Element, Passage
from drafting.learning.texts import Writer
from drafting.learning.wording import named, optional, paragraph

Part = dict[str, Any]
_CELL = "\t"
_FEWEST = 2  # paragraphs with a sign that are a list
_ASK = 60  # characters of what a question about a table says of it
_FIGURE = re.compile(r"[-+]?[\d.,]+\s*[%‰％]?\Z")


def in_stretches(rows: Sequence[Row[Element]]) -> list[list[Row[Element]]]:
    """The rows of elements one by one, those of a table together, and paragraphs that begin with one sign."""
    stretches: list[list[Row[Element]]] = []
    for row in rows:
        kind = columns_of(row) or sign_of_row(row)
        before = stretches[-1][-1] if stretches else {}
        if kind and stretches and kind == (columns_of(before) or sign_of_row(before)):
            stretches[-1].append(row)
        else:
            stretches.append([row])
    return stretches


def columns_of(row: Row[Element]) -> int:
    """How many cells a row of a table has, the same number in every edition; 0 for anything else."""
    columns = {
        element.block.text.count(_CELL) + 1
        if isinstance(element, Passage) and element.block.role is Role.PARAGRAPH and not element.block.runs_on
        else 0
        for element in row.values()
    }
    return columns.pop() if len(columns) == 1 and min(columns) > 1 else 0


def sign_of_row(row: Row[Element]) -> str:
    """The sign, with its blank, that paragraphs without anything below begin with in every edition; "" for none."""
    signs = {
        sign_of(element.block) if isinstance(element, Passage) and not element.below else "" for element in row.values()
    }
    return signs.pop() if len(signs) == 1 else ""


def dashed_items(rows: Sequence[Row[Element]], editions: int) -> dict[int, list[Passage]]:
    """Paragraphs that begin with one sign as the items they are, by edition; none where there are too few."""
    signs = set(map(sign_of_row, rows))
    if len(rows) < _FEWEST or len(signs) > 1 or "" in signs:
        return {}
    items = {
        edition: [
            Passage(as_item(element.block), ()) for row in rows if isinstance(element := row.get(edition), Passage)
        ]
        for edition in range(editions)
    }
    return {edition: of_edition for edition, of_edition in items.items() if of_edition}


def grid_parts(book: Book, writer: Writer, rows: Sequence[Row[Element]], about: str) -> list[Part]:
    """The parts of a table: its head, as long as there are rows, and what repeats over them; none where it is wording.

    rows: more than one. about: what announces it, or the heading above it. It is wording where it is the same in all
    years, or a cell cannot be asked.
    """
    first = {edition: element for edition, element in rows[0].items() if isinstance(element, Passage)}
    below = rows[1:] if _is_head(first, rows) else rows
    given = [[_cells(row[edition]) for row in below if edition in row] for edition in range(book.editions)]
    flat = [cells for of_edition in given for cells in of_edition]
    same = book.editions > 1 and all(of_edition == given[0] for of_edition in given)
    if not writer.facts or not flat or same or not all(map(_can_be_asked, flat)):
        return []
    move = newest(first).block.move
    head: list[Part] = []
    if below is not rows:
        texts = {edition: passage.block.text for edition, passage in first.items()}
        head = [{"move": move.value, "text": paragraph(writer.worded(texts, move))}]
    names = _cells(newest(first)) if head else []
    what = shortened("：".join(filter(None, [about, "、".join(names)])), _ASK)
    part = _over_rows(book, given, names, f"表格（{what}）" if what else "表格")
    return [*[{**above, "when": part["each"]} for above in head], {"move": move.value, **part}]


def _is_head(first: Row[Passage], rows: Sequence[Row[Element]]) -> bool:
    """Whether the first row of a table, in all editions of it, says what stands below and no figures itself."""
    editions = {edition for row in rows for edition in row}
    return set(first) == editions and not any(
        _FIGURE.match(cell) for element in first.values() for cell in _cells(element)
    )


def _over_rows(book: Book, given: Sequence[Sequence[Sequence[str]]], names: Sequence[str], ask: str) -> Part:
    """What repeats over the rows of a table. given: their cells, by edition; names: of the columns, or none."""
    flat = [cells for of_edition in given for cells in of_edition]
    keys = [f"cell_{number}" for number in range(1, len(flat[0]) + 1)]
    columns: dict[str, dict[str, Any]] = {
        key: {"ask": names[place] if names and comes_back(names[place]) else f"第{place + 1}列", "type": "text"}
        for place, key in enumerate(keys)
    }
    answers = [
        [{key: cell for key, cell in zip(keys, cells, strict=True) if cell} for cells in of_edition]
        for of_edition in given
    ]
    said = [named(key) if all(cells[place] for cells in flat) else optional(key) for place, key in enumerate(keys)]
    return {"each": book.table("table", answers, ask, columns, None), "number": "none", "text": _CELL.join(said)}


def _can_be_asked(cells: Sequence[str]) -> bool:
    """Whether the cells of a row come back from a facts file: some may be empty, but no row begins or ends in a tab."""
    return bool(cells[0] and cells[-1]) and all(cell == "" or comes_back(cell) for cell in cells)


def _cells(element: Element) -> list[str]:
    return next(element.walk()).text.split(_CELL)
