"""From an outline and what is known to a form: all its questions, or those that one department is to answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from drafting.chinese.dates import parse_date
from drafting.compose import compose, idle_questions
from drafting.draft import Role, Source
from drafting.errors import Fault, UserError, following, nearest
from drafting.facts.edit import Raw
from drafting.facts.values import MisfitError
from drafting.i18n import _
from drafting.outline.model import Outline, Question, Type
from drafting.questionnaire.forms.model import Form, Identity
from drafting.questionnaire.forms.opening import Start
from drafting.questionnaire.typed import understood
from drafting.yamlfile import Place
from drafting.yamlproblems import UNWRITABLE

_WHO = re.compile(
    "(?:(?:牵头|责任|主责|主办|承办|负责|实施|落实|主管|填报|报送|申报|所属|所在)的?)?(?:单位|部门)(?:（[^）]*）)?"
)
"""The wording of a column that names the department which answers, and not one that helps it or is spoken of."""

_NAME = re.compile(r"[A-Za-z]\w*")


def make_form(
    start: Start,
    *,
    unit: str = "",
    only: Sequence[str] = (),
    due: str = "",
    owners: Mapping[str, Sequence[str]] | None = None,
    today: date,
) -> Form:
    """A form of the questions `only` (all, if empty) that hold or may come to hold.

    unit: the department it is for. due: by when, as people type a day, counted from `today`. owners: for the rows of
    each table the department that each came from, "" for none; rows of others are not shown to this one.
    Raises UserError for a question that is not there, a unit that cannot be written, a date that is none.
    """
    outline, answers = start.prepared.outline, start.answers
    _check(outline, only)
    idle = _idle(start)
    asked = [
        question
        for question in outline.questions
        if (question.key in only if only else question.key not in idle or not _is_settled(question, outline, answers))
    ]
    who = {table.key: column.key for table in asked if unit and (column := who_column(table))}
    known = {
        question.key: _own_rows(
            answers[question.key], unit, who.get(question.key, ""), (owners or {}).get(question.key)
        )
        for question in asked
        if question.key in answers
    }
    known = {key: answer for key, answer in known.items() if answer or answer == answers[key]}
    wanted = tuple(question.key for question in asked) if only else ()
    return Form(
        identity=Identity(outline.name, _sound_unit(unit), _sound_due(due, today), wanted, known),
        speech=_title(start) or outline.title,
        back_to=start.house.organisation,
        questions=tuple(asked),
        remarks={question.key: _remark(question, outline) for question in asked if question.when},
        known=known,
        who=who,
    )


def _check(outline: Outline, only: Sequence[str]) -> None:
    known = [question.key for question in outline.questions]
    faults = []
    for key in only:
        if key not in known:
            hint = nearest(key, known) or following(_("Allowed: {keys}.").format(keys=", ".join(known)))
            faults.append(Fault(_("There is no question “{key}”.").format(key=key) + hint))
    if faults:
        raise UserError(faults)


def _sound_unit(unit: str) -> str:
    unit = unit.strip()
    if UNWRITABLE.search(unit) or "\n" in unit:
        raise UserError(_("“{name}” cannot be the name of a department.").format(name=unit))
    return unit


def _sound_due(due: str, today: date) -> str:
    """The day by which a form is due, as it is written in a facts file; "" for none."""
    if not due.strip():
        return ""
    try:
        day = parse_date(understood(due, Question("due", "", Place(""), Type.DATE), today).written)
    except (MisfitError, ValueError):
        day = None
    if day is None or not (day.year and day.month and day.day):
        raise UserError(_("--due: found “{text}”, expected a day such as 2026-3-1 or 下周三.").format(text=due))
    return f"{day.year}-{day.month}-{day.day}"


def readable(due: str) -> str:
    """A day as people read it: 2026年3月1日; "" for none."""
    return str(parse_date(due)) if due else ""


def _title(start: Start) -> str:
    """The title of the speech, if nothing is missing in it."""
    try:
        draft = compose(start.prepared, start.facts, start.house).draft
    except UserError:
        return ""
    blocks = [block for block in draft.blocks if block.role is Role.TITLE]
    if any(span.source is Source.MISSING for block in blocks for span in block.spans):
        return ""
    return "".join(block.text for block in blocks)


def _idle(start: Start) -> frozenset[str]:
    """The questions whose condition does not hold now."""
    try:
        return idle_questions(start.prepared, start.facts, start.house)
    except UserError:
        return frozenset()


def _is_settled(question: Question, outline: Outline, answers: Mapping[str, Raw]) -> bool:
    """Whether all is answered on which the condition of a question hangs, so that it will not come to hold."""
    return all(key in answers for key in _conditions(question, outline))


def _conditions(question: Question, outline: Outline) -> list[str]:
    """The questions that the condition of a question looks at."""
    names = _NAME.findall(question.when.ways[0]) if question.when else []
    return [name for name in dict.fromkeys(names) if outline.question(name)]


def _remark(question: Question, outline: Outline) -> str:
    """When a question is to be answered, in words; Chinese, as all that stands in a form."""
    names = _conditions(question, outline)
    other = outline.question(names[0]) if names else None
    if other is None or question.when is None:
        return "视情况填写，没有的不填"
    if question.when.ways[0].strip() == other.key:
        return f"填了“{other.ask}”的才填"
    return f"是否要填，看“{other.ask}”怎样填；用不上的不填"


def who_column(table: Question) -> Question | None:
    """The column that names the department: the first whose wording says so."""
    return next(
        (column for column in table.columns if column.type is Type.TEXT and _WHO.fullmatch(column.ask.strip())), None
    )


def _own_rows(answer: Raw, unit: str, who: str, owners: Sequence[str] | None) -> Raw:
    """An answer as one department sees it: of a table, rows that are its own or nobody's."""
    if not unit or not isinstance(answer, list) or not all(isinstance(row, dict) for row in answer):
        return answer
    return [
        row
        for row, owner in zip(answer, owners or [""] * len(answer), strict=True)
        if isinstance(row, dict) and owner in (unit, "") and (not who or row.get(who, unit) in (unit, ""))
    ]
