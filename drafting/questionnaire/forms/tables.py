"""One table of one form taken into the facts: rows are recognised, filled, added, or shown where they differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from drafting.i18n import _
from drafting.outline.model import Question
from drafting.questionnaire.forms.rows import Known, Row, matched
from drafting.questionnaire.forms.said import Answered, Choice, show
from drafting.questionnaire.forms.sameness import (
    Meaning,
    agree,
    begin_alike,
    is_empty,
    may_be_corrected,
    row_meaning,
    same,
)

if TYPE_CHECKING:
    from drafting.questionnaire.forms.merging import Merger


class TableTaking:
    """One table of one form on its way into the facts. known: rows that are no news; sent: those that went out."""

    def __init__(
        self, merger: Merger, form: Answered, table: Question, known: Known, sent: Known, choice: Choice
    ) -> None:
        self._merger = merger
        self._form = form
        self._table = table
        self._known = known
        self._sent = sent
        self._choice = choice
        self._who = merger.who(table)
        rows = merger.data.get(table.key)
        self._rows: list[Row] = [row if isinstance(row, dict) else {} for row in rows] if isinstance(rows, list) else []
        self._texts = [row_meaning(table, row) for row in self._rows]
        self._free = dict.fromkeys(range(len(self._rows)))  # rows that this form has not spoken of

    def take_in(self, own: Sequence[Row]) -> Known:
        """Take all rows in; what this form has said of them now, as far as it was dealt with."""
        returned = self._form.rows.get(self._table.key, ())
        if not returned and self._table.key in self._form.rows:
            self._merger.none(self._form, self._table)
        if returned and not self._merger.may_have_rows(self._form, self._table, self._choice):
            return self._known if self._choice is Choice.SHOW else {**self._known, **dict(returned)}
        said, found = dict(self._known), set()
        for mark, row, before in matched(self._table, returned, self._known):
            found.add(mark)
            if before is not None and self._is_no_news(mark, row, before):
                self._pass_by(before)
                continue
            kept = self._row(row, before, own, mark)
            if kept is not None:
                said[mark] = kept
        gone = [mark for mark, row in self._sent.items() if mark not in found and not all(map(is_empty, row.values()))]
        for mark in gone:
            if self._taken_out(self._known[mark]):
                said[mark] = {}
        return said

    def _is_no_news(self, mark: str, row: Row, before: Row) -> bool:
        if self._text(row) != self._text(before):
            return False
        return self._choice is not Choice.TAKE or self._text(row) == self._text(self._sent.get(mark, {}))

    def _taken_out(self, row: Row) -> bool:
        """A row that went out and is not in the form any more; False if that has to be decided upon."""
        at = self._place_of(row) if row else -1
        if at < 0:
            return True
        del self._free[at]
        path = f"{self._table.key}[{at + 1}]"
        if self._choice is Choice.SHOW:
            self._merger.differs(self._form, path, self._table, self._rows[at], "")
            return False
        if self._choice is Choice.TAKE:
            self._merger.took(self._form, path, self._table, "", new=False)
            del self._merger.owners(self._table)[at]
            rows = self._merger.data[self._table.key]
            del rows[at], self._rows[at], self._texts[at]
            self._free = {place - (place > at): None for place in self._free}
            if not rows:  # [] would say that there are none
                del self._merger.data[self._table.key]
        return True

    def _pass_by(self, row: Row) -> None:
        """A row that is no news. If it is gone from the facts, somebody took it out or made another of it."""
        at = self._place_of(row)
        if at >= 0:
            del self._free[at]
        elif self._choice is Choice.SHOW and not self._stands_there(row):
            message = _("{file}: a row of “{ask}” is no longer in the facts file and is not added again: {row}")
            self._merger.notes.append(message.format(file=self._form.file, ask=self._table.ask, row=show(row)))

    def _stands_there(self, row: Row) -> bool:
        return bool({self._text(row), self._text(self._signed(row))} & set(self._texts))

    def _row(self, row: Row, before: Row | None, own: Sequence[Row], mark: str) -> Row | None:
        """Take a row in that is new or was changed; as much of it as was dealt with, None for none.

        If the form is right, what is news in it is counted from what went out.
        """
        went_out = self._sent.get(mark, {})
        base = went_out if before is not None and self._choice is Choice.TAKE else before
        at = self._place_of_new(row, own) if before is None else self._place_of(before)
        if at < 0 and before is not None and self._choice is Choice.TAKE:
            at = self._place_of(base) if base else -1
            if at < 0:
                wanted = self._text(row)
                at = self._place(lambda ours: begin_alike(ours, wanted) or may_be_corrected(ours, wanted))
        if at >= 0:
            self._free.pop(at)
            return self._cells(at, row, base or {}, went_out, is_new=before is None)
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
        signed, owners = self._text(self._signed(row)), self._merger.owners(self._table)
        free = [at for at in self._free if agree(self._texts[at], signed)]
        # What two departments say of the same is not put together: nobody has said it so.
        # Where a row says itself whose it is, `agree` has seen to that.
        may_be = (
            at
            for at in free
            if owners[at] in ("", self._form.unit)
            or self._texts[at] == signed
            or (self._who and not is_empty(self._rows[at].get(self._who)))
        )
        at = next(may_be, -1)
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
        self._note_alike(signed, said)
        self._merger.owners(self._table).append(self._form.unit)
        self._rows.append(signed)
        self._texts.append(said)
        rows = self._merger.data.get(self._table.key)
        self._merger.data[self._table.key] = [*(rows or ()), signed]
        self._merger.took(self._form, f"{self._table.key}[{len(self._rows)}]", self._table, signed, new=True)

    def _note_alike(self, row: Row, said: Meaning) -> None:
        """Tell of a row beside which one of another origin stands that begins in the same way."""
        first = self._table.columns[0].key
        owners = self._merger.owners(self._table)
        alike = [at for at, text in enumerate(self._texts) if begin_alike(text, said)]
        other = next((at for at in alike if owners[at] not in ("", self._form.unit)), None)
        if other is not None and first != self._who:
            message = _("{file}: a row of “{ask}” begins like one of {unit} and was added beside it: {row}")
            self._merger.notes.append(
                message.format(file=self._form.file, ask=self._table.ask, unit=owners[other], row=show(row))
            )

    def _cells(self, at: int, row: Row, before: Row, went_out: Row, *, is_new: bool) -> Row:
        """Take changed cells into the row that stands at `at`; the row as far as it was dealt with."""
        ours, kept = dict(self._rows[at]), dict(row)
        signed = self._signed(row) if is_new else row  # a row that went out to a department need not be its own
        for column in self._table.columns:
            key, path = column.key, f"{self._table.key}[{at + 1}].{column.key}"
            theirs: Any = signed.get(key)
            now: Any = ours.get(key)
            if same(column, theirs, before.get(key)) or same(column, theirs, now):
                continue
            if is_empty(theirs):
                if not is_empty(went_out.get(key)):
                    self._emptied(column, path, ours, kept, before)
            elif is_empty(now) or (self._choice is Choice.TAKE and key in row):
                ours[key] = theirs
                self._merger.took(self._form, path, column, theirs, new=is_empty(now))
            elif key in row and self._choice is Choice.SHOW:
                self._merger.differs(self._form, path, column, now, theirs)
                kept.pop(key)
                if key in before:
                    kept[key] = before[key]
        units = self._merger.owners(self._table)
        units[at] = units[at] or (self._form.unit if is_new else "")
        self._merger.data[self._table.key][at] = self._rows[at] = ours
        self._texts[at] = self._text(ours)
        return kept

    def _emptied(self, column: Question, path: str, ours: Row, kept: Row, before: Row) -> None:
        """A cell that was filled when the form went out holds nothing any more."""
        key = column.key
        if self._choice is Choice.TAKE:
            del ours[key]
            self._merger.took(self._form, path, column, "", new=False)
        elif self._choice is Choice.SHOW:
            self._merger.differs(self._form, path, column, ours[key], "")
            kept[key] = before.get(key, "")
