"""Taking returned answers into what is known: gaps are filled, rows added, and what differs is shown. Pure: no I/O."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from drafting.facts.edit import Raw
from drafting.i18n import _
from drafting.outline.model import Outline, Question, Type
from drafting.questionnaire.forms.rows import Known, Row, matched
from drafting.questionnaire.forms.sameness import Meaning, agree, begin_alike, is_empty, row_meaning, same


class Choice(Enum):
    """What is done where a form says something else than the facts file."""

    SHOW = "show"
    TAKE = "take"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Answered:
    """What one department said with one form. rows: of each table, by their marks.

    unit: as it is called in reports. signs: its name as it goes into rows that leave it open; "" if none was given.
    """

    file: str
    unit: str
    signs: str
    singles: Mapping[str, Raw]
    rows: Mapping[str, Sequence[tuple[str, Row]]]


@dataclass(frozen=True, slots=True)
class Said:
    """What is no news: answers that stood in the form when it was sent, or that it brought before."""

    singles: Mapping[str, Raw] = field(default_factory=dict)
    rows: Mapping[str, Known] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer that went into the facts. path: of a single answer, a row or a cell. new: there was none before."""

    path: str
    ask: str
    value: Raw
    file: str
    unit: str
    new: bool = True


@dataclass(frozen=True, slots=True)
class Conflict:
    """An answer that differs from that in the facts. ours: None, if the row is no longer there."""

    path: str
    ask: str
    ours: Raw | None
    theirs: Raw
    file: str
    unit: str


class Merger:
    """The facts while forms are taken in, one after the other.

    data: the answers as they are written, changed in place of a copy. none_said: tables that are [] because a
    department said that it has none, and not because the drafter decided so. who: the column of a table that names
    the department.
    """

    def __init__(
        self, outline: Outline, data: Mapping[str, Any], who: Mapping[str, str], none_said: frozenset[str] = frozenset()
    ) -> None:
        self.data: dict[str, Any] = copy.deepcopy(dict(data))
        self.taken: list[Taken] = []
        self.conflicts: list[Conflict] = []
        self.notes: list[str] = []
        self._outline = outline
        self._who = who
        self._none_said = set(none_said)

    def take_in(self, form: Answered, said: Said, own: Mapping[str, Sequence[Row]], choice: Choice) -> Said:
        """Take a form in, and give what it has said now, as far as it was dealt with.

        own: rows of each table that came from the same department with other forms.
        """
        singles = dict(said.singles)
        rows: dict[str, Known] = {key: dict(known) for key, known in said.rows.items()}
        for question in self._outline.questions:
            if question.type is Type.TABLE:
                if question.key in form.rows:
                    taking = _TableTaking(self, form, question, rows.get(question.key, {}), choice)
                    rows[question.key] = taking.take_in(own.get(question.key, ()))
            elif question.key in form.singles:
                theirs = form.singles[question.key]
                if self._single(form, question, theirs, said.singles.get(question.key), choice):
                    singles[question.key] = theirs
        return Said(singles, rows)

    def _single(self, form: Answered, question: Question, theirs: Raw, before: Raw | None, choice: Choice) -> bool:
        """Take a single answer in; False if it has to be decided upon."""
        ours = self.data.get(question.key)
        if before is not None and same(question, theirs, before) and not is_empty(ours):
            return True
        if is_empty(ours) or (choice is Choice.TAKE and not same(question, ours, theirs)):
            self.data[question.key] = theirs
            self.took(form, question.key, question, theirs, new=is_empty(ours))
            return True
        if same(question, ours, theirs) or choice is Choice.KEEP:
            return True
        self.differs(form, question.key, question, ours, theirs)
        return False

    def took(self, form: Answered, path: str, question: Question, value: Raw, *, new: bool) -> None:
        """Note what went in."""
        self.taken.append(Taken(path, question.ask, value, form.file, form.unit, new))

    def differs(self, form: Answered, path: str, question: Question, ours: Raw | None, theirs: Raw) -> None:
        """Note what has to be decided upon."""
        self.conflicts.append(Conflict(path, question.ask, ours, theirs, form.file, form.unit))

    @property
    def tables(self) -> tuple[str, ...]:
        """The questions that are answered with a table."""
        return tuple(question.key for question in self._outline.questions if question.type is Type.TABLE)

    def may_have_rows(self, form: Answered, table: Question, choice: Choice) -> bool:
        """Whether rows may be added to a table; not, if the drafter decided that there are none."""
        ours = self.data.get(table.key)
        if ours != [] or table.key in self._none_said or choice is Choice.TAKE:
            return True
        if choice is Choice.SHOW:
            theirs: list[Raw] = [row for _id, row in form.rows[table.key]]
            self.differs(form, table.key, table, [], theirs)
        return False

    def none(self, form: Answered, table: Question) -> None:
        """Note that a department has none for a table: if nobody has any, the table is empty."""
        if is_empty(self.data.get(table.key)):
            self.data[table.key] = []
            self._none_said.add(table.key)
            self.took(form, table.key, table, [], new=True)

    def who(self, table: Question) -> str:
        """The column of a table that names the department, or ""."""
        return self._who.get(table.key, "")


class _TableTaking:
    """One table of one form on its way into the facts. known: rows that are no news."""

    def __init__(self, merger: Merger, form: Answered, table: Question, known: Known, choice: Choice) -> None:
        self._merger = merger
        self._form = form
        self._table = table
        self._known = known
        self._choice = choice
        self._who = merger.who(table)
        rows = merger.data.get(table.key)
        self._rows: list[Row] = [row if isinstance(row, dict) else {} for row in rows] if isinstance(rows, list) else []
        self._texts = [row_meaning(table, row) for row in self._rows]
        self._free = dict.fromkeys(range(len(self._rows)))  # rows that this form has not spoken of

    def take_in(self, own: Sequence[Row]) -> Known:
        """Take all rows in; what this form has said of them now, as far as it was dealt with."""
        returned = self._form.rows[self._table.key]
        if not returned:
            self._merger.none(self._form, self._table)
            return self._known
        if not self._merger.may_have_rows(self._form, self._table, self._choice):
            return self._known if self._choice is Choice.SHOW else {**self._known, **dict(returned)}
        said = dict(self._known)
        for mark, row, before in matched(self._table, returned, self._known):
            if before is not None and self._text(row) == self._text(before):
                self._pass_by(before)
                continue
            kept = self._row(row, before, own)
            if kept is not None:
                said[mark] = kept
        return said

    def _pass_by(self, row: Row) -> None:
        """A row that is no news. If it is gone from the facts, somebody took it out or made another of it."""
        at = self._place_of(row)
        if at >= 0:
            del self._free[at]
        elif self._choice is Choice.SHOW:
            message = _("{file}: a row of “{ask}” is no longer in the facts file and is not added again: {row}")
            self._merger.notes.append(message.format(file=self._form.file, ask=self._table.ask, row=show(row)))

    def _row(self, row: Row, before: Row | None, own: Sequence[Row]) -> Row | None:
        """Take a row in that is new or was changed; as much of it as was dealt with, None for none."""
        at = self._place_of_new(row, own) if before is None else self._place_of(before)
        if at >= 0:
            self._free.pop(at)
            return self._cells(at, row, before or {})
        if before is None:
            self._add(row)
            return row
        if self._text(self._signed(row)) in self._texts or self._choice is Choice.KEEP:
            return row
        if self._choice is Choice.TAKE:
            self._add(row)
            return row
        self._merger.differs(self._form, self._table.key, self._table, None, row)
        return None

    def _text(self, row: Row) -> Meaning:
        return row_meaning(self._table, row)

    def _signed(self, row: Row) -> Row:
        """The row with its department, where it left that open; columns in the outline's order."""
        if self._who and self._form.signs and is_empty(row.get(self._who)):
            row = {**row, self._who: self._form.signs}
        return {column.key: row[column.key] for column in self._table.columns if column.key in row}

    def _place(self, rule: Callable[[Meaning], bool]) -> int:
        """The first row of the facts that fits and was not spoken of; -1 for none."""
        return next((at for at in self._free if rule(self._texts[at])), -1)

    def _place_of(self, row: Row) -> int:
        """Where a row stands that is known: just so, or as it was changed in the facts since."""
        plain, signed = self._text(row), self._text(self._signed(row))
        at = self._place(lambda ours: ours in (plain, signed))
        return at if at >= 0 else self._place(lambda ours: begin_alike(ours, plain))

    def _place_of_new(self, row: Row, own: Sequence[Row]) -> int:
        """Where a row stands that this form brings for the first time and that is there all the same."""
        signed = self._text(self._signed(row))
        at = self._place(lambda ours: agree(ours, signed))
        if at < 0 and any(begin_alike(self._text(one), signed) for one in own):
            at = self._place(lambda ours: begin_alike(ours, signed))
        return at

    def _add(self, row: Row) -> None:
        """Add a row behind all others, unless the form has brought it already."""
        signed = self._signed(row)
        said = self._text(signed)
        if any(text == said and at not in self._free for at, text in enumerate(self._texts)):
            message = _("{file}: a row of “{ask}” stands there twice and was taken in once: {row}")
            text = show(row)
            self._merger.notes.append(message.format(file=self._form.file, ask=self._table.ask, row=text))
            return
        self._rows.append(signed)
        self._texts.append(said)
        rows = self._merger.data.get(self._table.key)
        self._merger.data[self._table.key] = [*(rows or ()), signed]
        self._merger.took(self._form, f"{self._table.key}[{len(self._rows)}]", self._table, signed, new=True)

    def _cells(self, at: int, row: Row, before: Row) -> Row:
        """Take changed cells into the row that stands at `at`; the row as far as it was dealt with."""
        ours, kept = dict(self._rows[at]), dict(row)
        signed = row if before else self._signed(row)  # a row that went out to a department need not be its own
        for column in self._table.columns:
            key, path = column.key, f"{self._table.key}[{at + 1}].{column.key}"
            theirs: Any = signed.get(key)
            now: Any = ours.get(key)
            if is_empty(theirs) or same(column, theirs, before.get(key)) or same(column, theirs, now):
                continue
            if is_empty(now) or (self._choice is Choice.TAKE and key in row):
                ours[key] = theirs
                self._merger.took(self._form, path, column, theirs, new=is_empty(now))
            elif key in row and self._choice is Choice.SHOW:
                self._merger.differs(self._form, path, column, now, theirs)
                kept.pop(key)
                if key in before:
                    kept[key] = before[key]
        self._merger.data[self._table.key][at] = self._rows[at] = ours
        self._texts[at] = self._text(ours)
        return kept


def show(raw: Raw | None) -> str:
    """An answer in one line."""
    if isinstance(raw, dict):
        return "；".join(show(value) for value in raw.values())
    if isinstance(raw, list):
        return "、".join(show(entry) for entry in raw) or "[]"
    return " ".join(str(raw or "").split())
