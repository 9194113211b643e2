"""A returned spreadsheet as answers with their places, found by its hidden marks wherever they were moved to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from drafting.errors import Fault, UserError
from drafting.facts.edit import Raw
from drafting.facts.values import MisfitError
from drafting.i18n import _
from drafting.outline.model import Outline, Question, Type
from drafting.questionnaire.forms import wordings
from drafting.questionnaire.forms.cells import answer_in
from drafting.questionnaire.forms.marks import FORM, Mark, sheet_mark
from drafting.questionnaire.forms.model import NONE_WORDS, NOTHING, TOTALS, Identity, Returned, other_unit
from drafting.questionnaire.forms.spreadsheet import Cell, Kind, Sheet, Workbook, cell_name
from drafting.questionnaire.forms.spreadsheet_read import read_workbook
from drafting.yamlfile import Mapping as MappingNode
from drafting.yamlfile import Node, Place, Scalar, Sequence
from drafting.yamlproblems import UNWRITABLE

_LOOKED_AT = 40  # rows and columns in which a mark of a sheet is looked for
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NAMED = 5  # cells in a note


@dataclass(frozen=True, slots=True)
class CellPlace(Place):
    """Where an answer stands in a spreadsheet. sheet, cell: as people see them."""

    sheet: str = ""
    cell: str = ""

    def fault(self, message: str) -> Fault:
        """A fault found here, which names sheet and cell."""
        where = _("sheet “{sheet}”, cell {cell}: {message}")
        return Fault(where.format(sheet=self.sheet, cell=self.cell, message=message), self.file)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things stand in a sheet. key: what its mark says; marks: column -> mark; rows: those with anything in them
    below the header, each with its mark and its filled columns.
    """

    sheet: Sheet
    key: str
    marks: Mapping[int, str]
    rows: tuple[tuple[int, str, tuple[int, ...]], ...]

    def stray(self, row: int, columns: tuple[int, ...]) -> list[tuple[int, int]]:
        """The filled cells of a row that stand in columns without a mark."""
        return [(row, column) for column in columns if column not in self.marks]


def read_sheets(path: Path, name: str) -> tuple[Workbook, Identity]:
    """The workbook of a returned form, and what it remembers of itself.

    name: of the file, as the person knows it. Raises UserError for a file that is no form of ours.
    """
    book = read_workbook(path, name)
    for sheet in book.sheets:
        at = next((place for place, cell in sheet.cells.items() if cell.text == sheet_mark(FORM)), None)
        if at is not None:
            below = sorted(row for row, column in sheet.cells if column == at[1] and row > at[0])
            text = "".join(sheet.cells[row, at[1]].text for row in below)
            try:
                return book, Identity.from_json(text)
            except ValueError:
                break
    raise UserError(Fault(_no_form(), name))


def _no_form() -> str:
    return _("This is no form of “drafting form”, or it has lost its hidden sheet; fill in the form as it was sent.")


def answers_in(book: Workbook, identity: Identity, outline: Outline, name: str) -> Returned:
    """What a returned form answers; cells that have no value as faults, each by sheet and cell.

    Raises UserError if no sheet is of the form.
    """
    taker = _Taker(book, outline, name)
    taker.take()
    if not taker.sheets:
        raise UserError(Fault(_no_form(), name))
    about = taker.about
    return Returned(
        file=name,
        identity=identity,
        unit=identity.unit or about.get(wordings.UNIT, ""),
        person=" ".join(filter(None, (about.get(key, "") for key in (wordings.PERSON, wordings.PHONE)))),
        answers=taker.answers,
        ids={key: tuple(ids) for key, ids in taker.ids.items()},
        notes=(*taker.notes, *other_unit(identity.unit, about.get(wordings.UNIT, ""))),
        faults=tuple(taker.faults),
    )


class _Taker:
    def __init__(self, book: Workbook, outline: Outline, name: str) -> None:
        self.answers: dict[str, Node] = {}
        self.ids: dict[str, list[str]] = {}
        self.about: dict[str, str] = {}
        self.notes: list[str] = []
        self.faults: list[Fault] = []
        self.sheets = 0  # of the form
        self._book = book
        self._outline = outline
        self._name = name

    def take(self) -> None:
        """Go through all sheets."""
        for sheet in self._book.sheets:
            layout = _layout(sheet)
            if layout is None:
                if sheet.cells:
                    message = _("The sheet “{sheet}” is no part of the form and was not read.")
                    self.notes.append(message.format(sheet=sheet.name))
            elif layout.key != FORM:
                self.sheets += 1
                (self._take_table if layout.key else self._take_answers)(layout)

    def _take_answers(self, layout: _Layout) -> None:
        at = next((column for column, mark in layout.marks.items() if mark == Mark.ANSWER), 0)
        stray = []
        for row, key, columns in layout.rows:
            stray += layout.stray(row, columns)
            if at not in columns:
                continue
            cell, question = layout.sheet.cells[row, at], self._outline.question(key)
            if key in wordings.ABOUT:
                self.about[key] = " ".join(_UNSEEN.sub("", UNWRITABLE.sub("", cell.text)).split())
            elif question is None or question.type is Type.TABLE:
                stray.append((row, at))
            elif (node := self._answer(layout.sheet, row, at, question)) is not None:
                self.answers[key] = node
        self._note_stray(layout.sheet, stray)

    def _take_table(self, layout: _Layout) -> None:
        table = self._outline.question(layout.key)
        if table is None or table.type is not Type.TABLE:
            message = _("The sheet “{sheet}” asks for “{key}”, which the outline asks no more; it was not read.")
            self.notes.append(message.format(sheet=layout.sheet.name, key=layout.key))
            return
        stray: list[tuple[int, int]] = []
        rows: list[tuple[str, Node]] = []
        none: Node | None = None
        for row, mark, columns in layout.rows:
            unknown = [
                at for at in columns if (key := layout.marks.get(at)) != Mark.OURS and not table.column(key or "")
            ]
            stray += [(row, at) for at in unknown]
            filled = [at for at in columns if layout.marks.get(at) != Mark.OURS and at not in unknown]
            if all((row, at) in layout.sheet.merged for at in filled):
                continue
            if len(filled) == 1 and layout.sheet.text(row, filled[0]) in NONE_WORDS:
                none = Sequence((), self._place(layout.sheet, row, filled[0]))
                continue
            first = layout.sheet.text(row, filled[0]) if filled else ""
            if first.replace(" ", "").replace("\u3000", "") in TOTALS:
                message = _("sheet “{sheet}”: row {row} (“{text}”) is a sum and not a row, and was not taken in.")
                self.notes.append(message.format(sheet=layout.sheet.name, row=row, text=first))
                continue
            rows.append((mark, self._row(layout, row, filled, table)))
        if rows:
            self._add_rows(layout.key, rows)
        elif none is not None:
            self.answers.setdefault(layout.key, none)
        self._note_stray(layout.sheet, stray)

    def _row(self, layout: _Layout, row: int, filled: list[int], table: Question) -> Node:
        entries: list[tuple[Scalar, Node]] = []
        for at in filled:
            column = table.column(layout.marks[at])
            node = self._answer(layout.sheet, row, at, column) if column else None
            if column and node is not None:
                entries.append((Scalar(column.key, node.place), node))
        return MappingNode(tuple(entries), self._place(layout.sheet, row, filled[0]))

    def _add_rows(self, key: str, rows: list[tuple[str, Node]]) -> None:
        """Add the rows; a sheet that was copied to have more of them adds its own to those of the first."""
        before = self.answers.get(key)
        nodes = before.items if isinstance(before, Sequence) else ()
        ids = self.ids.setdefault(key, [])
        for mark, _node in rows:
            ids.append("" if mark in ids else mark)
        self.answers[key] = Sequence((*nodes, *(node for _mark, node in rows)), rows[0][1].place)

    def _answer(self, sheet: Sheet, row: int, column: int, question: Question) -> Node | None:
        """The answer in a cell; None for one without a value, which is told."""
        place, cell = self._place(sheet, row, column), sheet.cells[row, column]
        if (text := cell.text.strip()) in NOTHING and cell.kind is Kind.TEXT and text not in question.choices:
            message = _("sheet “{sheet}”, cell {cell}: “{text}” was taken for no answer.")
            self.notes.append(message.format(sheet=sheet.name, cell=cell_name(row, column), text=text))
            return None
        try:
            return _node(_valued(cell, question, self._book.from_1904), place)
        except MisfitError as why:
            message = _("{key} ({ask}): {why}.").format(key=question.key, ask=question.ask, why=why)
            self.faults.append(place.fault(message))
            return None

    def _place(self, sheet: Sheet, row: int, column: int) -> Place:
        return CellPlace(self._name, row, column, sheet=sheet.name, cell=cell_name(row, column))

    def _note_stray(self, sheet: Sheet, stray: list[tuple[int, int]]) -> None:
        if stray:
            names = "、".join(cell_name(row, column) for row, column in sorted(set(stray))[:_NAMED])
            more = "…" if len(set(stray)) > _NAMED else ""
            message = _("sheet “{sheet}”: {cells} stand where nothing is asked and were not taken in.")
            self.notes.append(message.format(sheet=sheet.name, cells=names + more))


def _valued(cell: Cell, question: Question, from_1904: bool) -> Raw:
    """What a cell answers. Raises MisfitError if it has no value, or one that may mean two things."""
    if cell.kind is Kind.UNKNOWN:
        raise MisfitError(_("the formula here was saved without its value; type the value itself"))
    if cell.kind is Kind.ERROR:
        raise MisfitError(_("found the error {error}; type the value itself").format(error=cell.text))
    return answer_in(cell, question, from_1904)


def _layout(sheet: Sheet) -> _Layout | None:
    """Where the marks of a sheet stand; None for a sheet that is not ours."""
    marked = [
        (row, column)
        for (row, column), cell in sheet.cells.items()
        if row <= _LOOKED_AT and column <= _LOOKED_AT and cell.kind is Kind.TEXT and cell.text.startswith(sheet_mark())
    ]
    if not marked:
        return None
    top, left = min(marked)
    by_row: dict[int, list[int]] = {}
    for row, column in sheet.cells:
        by_row.setdefault(row, []).append(column)
    marks = {column: sheet.text(top, column) for column in by_row[top] if column != left}
    head = max((row for row in by_row if sheet.text(row, left) in (Mark.HEAD, Mark.HINT)), default=top)
    rows = [
        (row, mark, columns)
        for row in sorted(by_row)
        if row > head
        and not (mark := sheet.text(row, left)).startswith("#")
        and (columns := tuple(sorted(column for column in by_row[row] if column != left)))
    ]
    return _Layout(sheet, sheet.text(top, left).removeprefix(sheet_mark()), marks, tuple(rows))


def _node(raw: Raw, place: Place) -> Node:
    """An answer as a node; a text in it is never empty by its wording (`null`)."""
    if isinstance(raw, list):
        return Sequence(tuple(_node(entry, place) for entry in raw), place)
    if isinstance(raw, dict):
        return MappingNode(tuple((Scalar(key, place), _node(value, place)) for key, value in raw.items()), place)
    return Scalar(raw, place, quoted=True)
