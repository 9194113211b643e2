"""Taking returned answers into what is known: gaps are filled, rows added, and what differs is shown. Pure: no I/O."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from drafting.facts.edit import Raw
from drafting.outline.model import Outline, Question, Type
from drafting.questionnaire.forms.rows import Known, Row
from drafting.questionnaire.forms.said import Answered, Choice, Conflict, Said, Taken
from drafting.questionnaire.forms.sameness import is_empty, same
from drafting.questionnaire.forms.tables import TableTaking

_SENT_NOTHING = Said()


class Merger:
    """The facts while forms are taken in, one after the other.

    data: the answers as they are written, changed in place of a copy. none_said: tables that are [] because a
    department said that it has none, and not because the drafter decided so. who: the column of a table that names
    the department. owners: for the rows of each table the department that each came from, "" for none.
    """

    def __init__(
        self,
        outline: Outline,
        data: Mapping[str, Any],
        who: Mapping[str, str],
        none_said: frozenset[str] = frozenset(),
        owners: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.data: dict[str, Any] = copy.deepcopy(dict(data))
        self.taken: list[Taken] = []
        self.conflicts: list[Conflict] = []
        self.notes: list[str] = []
        self._outline = outline
        self._who = who
        self._none_said = set(none_said)
        self._owners = {key: list(units) for key, units in (owners or {}).items()}

    def take_in(
        self,
        form: Answered,
        said: Said,
        own: Mapping[str, Sequence[Row]],
        choice: Choice,
        sent: Said = _SENT_NOTHING,
    ) -> Said:
        """Take a form in, and give what it has said now, as far as it was dealt with.

        own: rows of each table that came from the same department with other forms. sent: what of `said` stood in the
        form when it went out; what of that is there no more was taken out by the department. A form that is right is
        so with all that it says otherwise, dealt with before or not.
        """
        singles = dict(said.singles)
        rows: dict[str, Known] = {key: dict(known) for key, known in said.rows.items()}
        for question in self._outline.questions:
            if question.type is Type.TABLE:
                went_out = sent.rows.get(question.key, {})
                if question.key in form.rows or went_out:
                    taking = TableTaking(self, form, question, rows.get(question.key, {}), went_out, choice)
                    rows[question.key] = taking.take_in(own.get(question.key, ()))
            elif question.key in form.singles or question.key in sent.singles:
                theirs = form.singles.get(question.key, "")
                known = sent if choice is Choice.TAKE else said
                if self._single(form, question, theirs, known.singles.get(question.key), choice):
                    singles[question.key] = theirs
        return Said(singles, rows)

    def _single(self, form: Answered, question: Question, theirs: Raw, before: Raw | None, choice: Choice) -> bool:
        """Take a single answer in; False if it has to be decided upon."""
        ours = self.data.get(question.key)
        if before is not None and same(question, theirs, before) and not is_empty(ours):
            return True
        if is_empty(theirs):
            return self._emptied(form, question, choice)
        if is_empty(ours) or (choice is Choice.TAKE and not same(question, ours, theirs)):
            self.data[question.key] = theirs
            self.took(form, question.key, question, theirs, new=is_empty(ours))
            return True
        if same(question, ours, theirs) or choice is Choice.KEEP:
            return True
        self.differs(form, question.key, question, ours, theirs)
        return False

    def _emptied(self, form: Answered, question: Question, choice: Choice) -> bool:
        """An answer that the form was sent with is not in it any more; False if that has to be decided upon."""
        ours = self.data.get(question.key)
        if not is_empty(ours) and choice is Choice.TAKE:
            del self.data[question.key]
            self.took(form, question.key, question, "", new=False)
        elif not is_empty(ours) and choice is Choice.SHOW:
            self.differs(form, question.key, question, ours, "")
            return False
        return True

    def owners(self, table: Question) -> list[str]:
        """For each row of a table the department that it came from, "" for none."""
        rows, units = self.data.get(table.key), self._owners.setdefault(table.key, [])
        units += [""] * ((len(rows) if isinstance(rows, list) else 0) - len(units))
        return units

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
