"""Who answered what: the records of forms held against the facts as they are now. Pure: no I/O."""

from __future__ import annotations

import operator
from collections.abc import Mapping
from typing import Any

from drafting.facts.edit_paths import parse_path
from drafting.outline.model import Outline, Question, Type
from drafting.questionnaire.forms.making import who_column
from drafting.questionnaire.forms.records import Records
from drafting.questionnaire.forms.rows import Row
from drafting.questionnaire.forms.sameness import begin_alike, is_empty, row_meaning, same


def units_of(question: Question, answer: Any, records: Records) -> tuple[str, ...]:
    """The departments from which an answer to a question with one answer came, as it stands now."""
    if is_empty(answer):
        return ()
    said = [(one.unit, one.singles[question.key]) for one in records.came if question.key in one.singles]
    return tuple(dict.fromkeys(unit for unit, theirs in said if same(question, theirs, answer)))


def units_of_rows(table: Question, rows: Any, records: Records) -> list[str]:
    """For each row of a table the department from which it came, "" if from none.

    A row that was changed by hand since is known by its first cell.
    """
    known = [row if isinstance(row, dict) else {} for row in rows] if isinstance(rows, list) else []
    texts = [row_meaning(table, row) for row in known]
    units = [""] * len(texts)
    who = who_column(table)
    said = [
        (one.unit, row_meaning(table, _signed(row, who.key if who else "", one.unit)))
        for one in records.came
        for row in one.rows.get(table.key, {}).values()
    ]
    for rule in (operator.eq, begin_alike):
        waiting, said = said, []
        for unit, text in waiting:
            at = next((at for at, ours in enumerate(texts) if not units[at] and rule(ours, text)), None)
            if at is None:
                said.append((unit, text))
            else:
                units[at] = unit
    return units


def all_units(outline: Outline, raw: Mapping[str, Any], records: Records) -> dict[str, tuple[str, ...]]:
    """For each answered question the departments from which its answer came, each once."""
    found = {}
    for question in outline.questions:
        answer = raw.get(question.key)
        if question.type is Type.TABLE:
            none = [one.unit for one in records.came if answer == [] and question.key in one.none]
            found[question.key] = tuple(filter(None, dict.fromkeys([*units_of_rows(question, answer, records), *none])))
        else:
            found[question.key] = units_of(question, answer, records)
    return found


def units_at(path: str, outline: Outline, raw: Mapping[str, Any], records: Records) -> tuple[str, ...]:
    """The departments from which the answer at a path came, or the row in which it stands."""
    key, place, *_cell = (*parse_path(path), 0)
    question = outline.question(str(key))
    if question is None:
        return ()
    if question.type is not Type.TABLE:
        return units_of(question, raw.get(question.key), records)
    units = units_of_rows(question, raw.get(question.key), records)
    return (units[place - 1],) if isinstance(place, int) and 0 < place <= len(units) and units[place - 1] else ()


def _signed(row: Row, who: str, unit: str) -> Row:
    return {**row, who: unit} if who and is_empty(row.get(who)) else row
