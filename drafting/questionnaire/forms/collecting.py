"""Returned forms taken into a facts file: read and checked all of them first, then merged, then saved as a whole."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

from drafting.errors import UserError
from drafting.facts.edit import Raw
from drafting.facts.read import plain
from drafting.outline.model import Outline, Type
from drafting.questionnaire.answers import order_of
from drafting.questionnaire.forms.making import who_column
from drafting.questionnaire.forms.merging import Merger
from drafting.questionnaire.forms.model import Returned
from drafting.questionnaire.forms.opening import from_facts, from_outline, outline_for
from drafting.questionnaire.forms.records import Came, Records, load_records, unsaved
from drafting.questionnaire.forms.returned import check, checked, open_all, unit_of
from drafting.questionnaire.forms.rows import Row
from drafting.questionnaire.forms.said import Answered, Choice, Conflict, Said, Taken
from drafting.questionnaire.forms.sameness import is_empty
from drafting.questionnaire.forms.sending import save_new
from drafting.questionnaire.forms.sources import units_at, units_of_rows
from drafting.questionnaire.forms.writing import with_answers
from drafting.saving import open_text, save_text
from drafting.yamlfile import Sequence as SequenceNode


@dataclass(frozen=True, slots=True)
class Collected:
    """What came of taking forms in. begun: the facts file was not there before. units: of all forms, by file.

    before: departments from which an answer that is disputed came, by its path.
    """

    facts: Path
    taken: tuple[Taken, ...]
    conflicts: tuple[Conflict, ...]
    notes: tuple[str, ...]
    units: Mapping[str, str]
    before: Mapping[str, tuple[str, ...]]
    begun: bool

    def as_data(self) -> dict[str, Any]:
        """The account for programs."""
        return {
            "file": str(self.facts),
            "begun": self.begun,
            "taken": [
                {
                    "path": one.path,
                    "ask": one.ask,
                    "value": one.value,
                    "new": one.new,
                    "form": one.file,
                    "unit": one.unit,
                }
                for one in self.taken
            ],
            "conflicts": [
                {
                    "path": one.path,
                    "ask": one.ask,
                    "facts": one.ours,
                    "by": list(self.before.get(one.path, ())),
                    "says": one.theirs,
                    "form": one.file,
                    "unit": one.unit,
                }
                for one in self.conflicts
            ],
            "notes": list(self.notes),
        }


def collect(facts: Path, forms: Sequence[Path], *, take: Sequence[Path] = (), keep: bool = False) -> Collected:
    """Take forms into the facts file, one after the other, each form's rows in their order behind those before.

    take: forms that are right where they differ from the facts file; they come first, so that the others are held
    against what they made of it. Of those it is shown what they say else, or, with keep, it is left as it is for good.
    A facts file that is not there is begun.
    Raises UserError with every fault of every form; then nothing is written.
    """
    right = {path.resolve() for path in take}
    forms = list({path.resolve(): path for path in (*take, *forms)}.values())
    begun = not os.path.lexists(facts)
    file = None if begun else open_text(facts)
    read, faults = open_all(forms)
    if not read:
        raise UserError(faults)
    start = from_outline(outline_for(facts, read[0][1].outline)) if begun else from_facts(facts)
    outline = start.prepared.outline
    returned = checked(read, outline, faults)
    records = load_records(facts)
    if begun:
        records = Records(records.sent)  # what was brought before went with the file that was there before
    merger, came = _merger(outline, start.facts.raw, records), []
    for path, form in zip(forms, returned, strict=True):
        choice = Choice.TAKE if path.resolve() in right else Choice.KEEP if keep else Choice.SHOW
        sent = {} if begun else form.identity.sent  # a new facts file lacks what the form was sent with
        came.append(_take_in(merger, form, records, choice, sent))
        records = records.with_came(came[-1])
    text = file.text if file else f"outline: {outline.name}\n"
    changed = with_answers(text, merger.data, order_of(outline), str(facts))
    check(changed, facts, outline, merger.taken, returned)
    if file:
        save_text(file, changed)
    else:
        save_new(facts, changed.encode())
    notes = [f"{form.file}: {note}" for form in returned for note in form.notes]
    notes += unsaved(facts, lambda now: reduce(Records.with_came, came, Records(now.sent) if begun else now))
    return Collected(
        facts,
        tuple(merger.taken),
        tuple(merger.conflicts),
        (*notes, *merger.notes),
        {form.file: unit_of(form) for form in returned},
        {one.path: units_at(one.path, outline, merger.data, records) for one in merger.conflicts},
        begun,
    )


def _merger(outline: Outline, data: Mapping[str, Any], records: Records) -> Merger:
    tables = [question for question in outline.questions if question.type is Type.TABLE]
    who = {table.key: column.key for table in tables if (column := who_column(table))}
    none_said = frozenset(key for one in records.came for key in one.none)
    owners = {table.key: units_of_rows(table, data.get(table.key), records) for table in tables}
    return Merger(outline, data, who, none_said, owners)


def _take_in(merger: Merger, form: Returned, records: Records, choice: Choice, sent: Mapping[str, Raw]) -> Came:
    """Take one form in; what it has said now. sent: what is no news in it."""
    unit = unit_of(form)
    before = records.said(form.identity, unit)
    rows = {key: _rows(form, key) for key in form.ids if key in merger.tables}
    none = tuple(
        key for key, node in form.answers.items() if node == SequenceNode((), node.place) and key in merger.tables
    )
    singles = {key: plain(node) for key, node in form.answers.items() if key not in merger.tables}
    answered = Answered(form.file, unit, form.unit, singles, {**dict.fromkeys(none, ()), **rows})
    own = {key: records.rows_of(key, unit=unit, but=form.identity.id) for key in rows}
    said = merger.take_in(answered, _said(sent, before), own, choice, _said(sent, None))
    return Came(
        id=form.identity.id,
        unit=unit,
        file=Path(form.file).name,
        person=form.person,
        due=form.identity.due,
        only=form.identity.only,
        singles={key: raw for key, raw in said.singles.items() if sent.get(key) != raw},
        rows={key: news for key, known in said.rows.items() if (news := _news(known, sent.get(key)))},
        none=none,
    )


def _rows(form: Returned, key: str) -> list[tuple[str, Row]]:
    """The rows of a returned table that say anything, with their marks."""
    node = form.answers[key]
    items = node.items if isinstance(node, SequenceNode) else ()
    rows = [(mark, plain(item)) for mark, item in zip(form.ids[key], items, strict=True)]
    return [(mark, row) for mark, row in rows if isinstance(row, dict) and not all(map(is_empty, row.values()))]


def _said(sent: Mapping[str, Raw], before: Came | None) -> Said:
    """What is no news from a form: what it was sent with, and what was dealt with before."""
    rows = {
        key: {str(number): dict(row) for number, row in enumerate(answer, 1) if isinstance(row, dict)}
        for key, answer in sent.items()
        if isinstance(answer, list)
    }
    singles = dict(sent)
    if before:
        singles |= before.singles
        rows = {key: {**rows.get(key, {}), **before.rows.get(key, {})} for key in {**rows, **before.rows}}
    return Said(singles, rows)


def _news(known: Mapping[str, Row], sent: Raw | None) -> dict[str, Row]:
    """The rows that are not just as they were sent."""
    rows = sent if isinstance(sent, list) else []
    as_sent = {str(number): row for number, row in enumerate(rows, 1)}
    return {mark: row for mark, row in known.items() if as_sent.get(mark) != row}
