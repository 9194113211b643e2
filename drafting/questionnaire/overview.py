"""How far the answers are: where to go on, which row a cell is of, and all of it on one screen."""

from __future__ import annotations

from typing import Any

from drafting.chinese.dates import Date
from drafting.errors import shortened
from drafting.facts.edit_paths import Steps
from drafting.facts.model import Value
from drafting.facts.values import MisfitError, read_value
from drafting.i18n import _
from drafting.outline.model import Outline, Question, Type
from drafting.questionnaire.answers import Answers, question_at
from drafting.questionnaire.screens import Line, Review
from drafting.questionnaire.typed import shown

_SHOWN = 60  # characters of an entry in a line of its own
_SHOWN_CELL = 24  # of a cell, or of an answer behind its question


def group_of(outline: Outline, key: str) -> str:
    """The heading under which a question stands."""
    group = ""
    for question in outline.questions:
        group = question.group or group
        if question.key == key:
            break
    return group


def proposal(answers: Answers, path: Steps) -> str:
    """What the house file knows as the answer to a question: its names and standing phrases, by the question's key."""
    house, key = answers.house, str(path[-1])
    question = question_at(answers.outline, path)
    known = {**house.phrases, "organisation": house.organisation, "short_name": house.short_name}
    text = known.get(key, "") if len(path) == 1 and question.type in (Type.TEXT, Type.LONG) else ""
    return "" if question.default else text


def row_of(answers: Answers, path: Steps) -> tuple[str, str]:
    """The table and the row in which a cell stands: its number and what it begins with; "" and "" outside of tables."""
    place = next((number for number, step in enumerate(path) if isinstance(step, int)), None)
    if place is None:
        return "", ""
    table = question_at(answers.outline, path[:place])
    if table.type is Type.LIST:
        return table.ask, _("no. {n}").format(n=path[place])
    first = table.columns[0].key
    title = answers.given((*path[: place + 1], first)) if path[-1] != first else None
    row = _("row {n}").format(n=path[place])
    if isinstance(title, str):
        row += _(" “{title}”").format(title=shortened(title, _SHOWN_CELL))
    return table.ask, row


def entry_line(answers: Answers, path: Steps) -> str:
    """An entry of a list, or a row of a table, in a line."""
    value, question = answers.given(path), question_at(answers.outline, path)
    if not isinstance(value, dict):
        return shortened(_one_line(str(value or "")), _SHOWN) or _("(empty)")
    cells = [_cell(value.get(column.key), column) for column in question.columns]
    return _(" | ").join(cell for cell in cells if cell) or _("(empty)")


def review(answers: Answers) -> Review:
    """All answers, gaps first."""
    gaps = tuple(Line(path, label(answers, path), _short(answers, path)) for path in answers.gaps)
    lacking = {path[0] for path in answers.gaps if len(path) == 1}
    given, still_open = [], []
    for question in answers.questions:
        path: Steps = (question.key,)
        value = answers.given(path)
        if value is not None:
            given.append(Line(path, question.ask, _answer(answers, path, value)))
        elif question.key not in lacking:
            still_open.append(Line(path, question.ask, _default(question)))
    kept = [q.ask for q in answers.outline.questions if q.key in answers.idle and answers.given((q.key,)) is not None]
    return Review(
        misfits=tuple(Line(path, label(answers, path), why) for path, why in answers.misfits if path),
        gaps=gaps,
        open=tuple(still_open),
        answered=tuple(given),
        house=answers.house_gaps,
        idle=tuple(kept),
        faults=tuple(why for path, why in answers.misfits if not path),
    )


def label(answers: Answers, path: Steps) -> str:
    """The question at a path, with the row it belongs to."""
    question, (table, row) = question_at(answers.outline, path), row_of(answers, path)
    if not row:
        return question.ask
    where = _("{table}, {row}").format(table=table, row=row)
    return where if isinstance(path[-1], int) else _("{row}: {ask}").format(row=where, ask=question.ask)


def _short(answers: Answers, path: Steps) -> str:
    """How many entries a list has and needs, if it has too few."""
    question = question_at(answers.outline, path)
    if not answers.shortfall(path):
        return ""
    count = len(answers.given(path))
    return _("{n} so far, at least {least}").format(n=count, least=question.at_least)


def _answer(answers: Answers, path: Steps, value: Any) -> str:
    """An answer in a line."""
    question = question_at(answers.outline, path)
    if isinstance(value, list):
        if not value:
            return _("(none)")
        form = _("rows: {n}") if question.type is Type.TABLE else _("entries: {n}")
        return form.format(n=len(value))
    return _read(str(value), question)


def _default(question: Question) -> str:
    return _("(default: {answer})").format(answer=question.default) if question.default else ""


def _read(text: str, question: Question) -> str:
    """A written answer as it is understood."""
    try:
        value: Value = read_value(text, question)
    except MisfitError:
        value = text
    return shown(value) if isinstance(value, (bool, Date)) else shortened(_one_line(str(value)), _SHOWN_CELL)


def _cell(value: Any, column: Question) -> str:
    if isinstance(value, list):
        return _("{column}: {n}").format(column=column.ask, n=len(value)) if value else ""
    return shortened(_one_line(str(value)), _SHOWN_CELL) if value else ""


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")).strip()
