"""How far a facts file is: what is answered, by whom, what is missing, what is due. Values only; `look` reads files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from drafting.chinese.dates import parse_date
from drafting.facts.edit_paths import written
from drafting.loading import load_facts
from drafting.outline.model import Question
from drafting.questionnaire.answers import Answers
from drafting.questionnaire.forms.records import Came, Records, Sent, load_records
from drafting.questionnaire.forms.sources import all_units
from drafting.yamlfile import read_text


class State(StrEnum):
    """How far a question is."""

    ANSWERED = "answered"
    PARTLY = "partly"  # something in it is missing
    MISSING = "missing"  # and the draft waits for it
    OPEN = "open"  # may be left out
    IDLE = "not asked"  # its condition does not hold


@dataclass(frozen=True, slots=True)
class Line:
    """A question. entries: of a list or table, else None. by: departments; none for the drafter's own answers.

    lacks: paths of what is missing in it. due: by when a form is due that asks for it and has not come back.
    """

    question: Question
    group: str
    state: State
    entries: int | None
    by: tuple[str, ...]
    lacks: tuple[str, ...]
    due: str


@dataclass(frozen=True, slots=True)
class FormLine:
    """A form that was sent or has come back. units: from which it came; none if it has not. overdue: it is late.

    persons: who filled it in, where that was said. replaced: the department got a later one that asks all of it.
    """

    file: str
    unit: str
    due: str
    only: tuple[str, ...]
    units: tuple[str, ...]
    persons: tuple[str, ...]
    overdue: bool
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """All about a facts file. house: the standing phrases of the house file that the draft lacks, in words."""

    file: Path
    title: str
    lines: tuple[Line, ...]
    forms: tuple[FormLine, ...]
    house: tuple[str, ...] = ()

    def count(self, state: State) -> int:
        """How many questions are in that state; a standing phrase that is missing counts like one."""
        here = len(self.house) if state is State.MISSING else 0
        return here + sum(line.state is state for line in self.lines)

    def as_data(self) -> dict[str, Any]:
        """The account for programs."""
        return {
            "file": str(self.file),
            "outline": self.title,
            "counts": {state.value: self.count(state) for state in State},
            "house": list(self.house),
            "questions": [
                {
                    "key": line.question.key,
                    "ask": line.question.ask,
                    "group": line.group,
                    "required": line.question.required,
                    "state": line.state.value,
                    "entries": line.entries,
                    "by": list(line.by),
                    "lacks": list(line.lacks),
                    "due": line.due,
                }
                for line in self.lines
            ],
            "forms": [
                {
                    "file": form.file,
                    "unit": form.unit,
                    "due": form.due,
                    "only": list(form.only),
                    "returned": bool(form.units),
                    "by": list(form.units),
                    "persons": list(form.persons),
                    "overdue": form.overdue,
                    "replaced": form.replaced,
                }
                for form in self.forms
            ],
        }


def look(path: Path, today: date) -> Status:
    """The status of a facts file on a day. Raises UserError if it cannot be read."""
    loaded = load_facts(path, unfinished=True)
    answers = Answers(read_text(path), loaded.prepared, loaded.house, str(path))
    records = load_records(path)
    forms = _forms(records, today)
    lines = _lines(answers, records, forms)
    return Status(path, loaded.prepared.outline.title, tuple(lines), tuple(forms), answers.house_gaps)


def _lines(answers: Answers, records: Records, forms: Sequence[FormLine]) -> list[Line]:
    gaps: dict[str, list[str]] = {}
    for steps in answers.gaps:
        gaps.setdefault(str(steps[0]), []).append(written(steps))
    by = all_units(answers.outline, answers.facts.raw, records)
    lines, group = [], ""
    for question in answers.outline.questions:
        group = question.group or group
        given = answers.given((question.key,))
        lines.append(
            Line(
                question,
                group,
                _state(question, answers, gaps),
                len(given) if isinstance(given, list) else None,
                by.get(question.key, ()),
                tuple(gaps.get(question.key, ())),
                _due(question.key, forms),
            )
        )
    return lines


def _state(question: Question, answers: Answers, gaps: Mapping[str, list[str]]) -> State:
    if question.key in answers.idle:
        return State.IDLE
    if answers.given((question.key,)) is None:
        return State.MISSING if question.key in gaps else State.OPEN
    return State.PARTLY if question.key in gaps else State.ANSWERED


def _forms(records: Records, today: date) -> list[FormLine]:
    """The forms that were sent, in that order; behind them those that came back without having been noted."""
    lines = []
    for place, sent in enumerate(records.sent):
        came = [one for one in records.came if one.id == sent.id]
        is_replaced = not came and any(_replaces(later, sent) for later in records.sent[place + 1 :])
        lines.append(_form(sent, came, today, is_replaced))
    known = {sent.id for sent in records.sent}
    return lines + [_form(came, [came], today) for came in records.came if came.id not in known]


def _replaces(later: Sent, earlier: Sent) -> bool:
    """Whether a form went to the same department and asks all that the earlier one asked."""
    asks_all = not later.only or (bool(earlier.only) and set(earlier.only) <= set(later.only))
    return bool(earlier.unit) and later.unit == earlier.unit and asks_all


def _form(form: Sent | Came, came: Sequence[Came], today: date, is_replaced: bool = False) -> FormLine:
    units = tuple(dict.fromkeys(one.unit for one in came))
    persons = tuple(dict.fromkeys(one.person for one in came if one.person))
    is_late = not units and not is_replaced and bool(form.due) and _day(form.due) < today
    return FormLine(form.file, form.unit, form.due, form.only, units, persons, is_late, is_replaced)


def _due(key: str, forms: Sequence[FormLine]) -> str:
    """The first day by which a form is due that asks the question and has not come back."""
    out = [form for form in forms if form.due and not form.units and not form.replaced]
    return min((form.due for form in out if not form.only or key in form.only), key=_day, default="")


def _day(due: str) -> date:
    """The day by which a form is due; the last one there is, where that cannot be read."""
    try:
        day = parse_date(due)
    except ValueError:
        return date.max
    return date(day.year, day.month, day.day) if day.year and day.month and day.day else date.max
