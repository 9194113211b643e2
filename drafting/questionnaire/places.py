"""Where one stands in the questionnaire, and where to go on. No I/O."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.errors import UserError
from drafting.facts.edit_paths import Steps
from drafting.outline.model import Outline, Question, Type
from drafting.questionnaire.answers import Answers, question_at


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the way. plan: the paths that are gone through; () for all questions.

    spot: what is asked there, which may lie within an entry of the plan, as a cell of a table; () for the overview.
    """

    plan: tuple[Steps, ...]
    spot: Steps


def all_questions(outline: Outline) -> tuple[Steps, ...]:
    """The plan that goes through every question."""
    return tuple((question.key,) for question in outline.questions)


def stands(answers: Answers, path: Steps) -> bool:
    """Whether a question holds now and the row it is about is there."""
    rows = [path[: place + 1] for place, step in enumerate(path[:-1]) if isinstance(step, int)]
    return path[0] not in answers.idle and all(answers.has(row) for row in rows)


def fits(answers: Answers, spot: Steps) -> bool:
    """Whether something can be asked at a spot: it is of the outline, it holds, and its row or entry is there."""
    try:
        question_at(answers.outline, spot)
    except UserError:
        return False
    return stands(answers, spot) and (isinstance(spot[-1], str) or answers.has(spot))


def step_of(plan: tuple[Steps, ...], spot: Steps) -> int:
    """The number of the path in the plan to which a spot belongs, from 0; the length of the plan for none."""
    belongs = (number for number, path in enumerate(plan) if spot and spot[: len(path)] == path)
    return next(belongs, len(plan))


def beside(outline: Outline, spot: Steps, step: int) -> Steps:
    """Within a row, the column that is `step` further; beyond the row its table, and from an entry its list."""
    *above, last = spot
    if isinstance(last, int):
        return tuple(above)
    table = tuple(above[:-1])
    columns = [column.key for column in question_at(outline, table).columns]
    place = columns.index(last) + step
    return (*above, columns[place]) if 0 <= place < len(columns) else table


def going_on(answers: Answers, remembered: Place | None) -> Place:
    """Where to go on: where one stopped, if that is still there; else where the first answer is to be given.

    That is the first required question without an answer, or the one behind the last that is answered if it comes
    earlier, so that nothing is passed over that was not asked. A list or table is gone on with itself, for there may be
    more of it, and a row that is half filled in with its first open column.
    """
    if remembered is not None and _still_fits(answers, remembered):
        return remembered
    questions = answers.outline.questions
    behind, lacking = 0, len(questions)
    for number, question in enumerate(questions):
        if question.key in answers.idle:
            continue
        if answers.given((question.key,)) is not None:
            behind = number if question.type in (Type.LIST, Type.TABLE) else number + 1
        if _is_lacking(answers, question):
            lacking = min(lacking, number)
    place = min(behind, lacking)
    if place == len(questions):
        return Place((), ())
    return Place((), _in_row(answers, questions[place]) or (questions[place].key,))


def _still_fits(answers: Answers, place: Place) -> bool:
    plan = place.plan or all_questions(answers.outline)
    if any(answers.outline.question(str(path[0])) is None for path in plan):
        return False
    return not place.spot or (fits(answers, place.spot) and step_of(plan, place.spot) < len(plan))


def _is_lacking(answers: Answers, question: Question) -> bool:
    """Whether a required question has no answer, a list too few entries, or a table a row that is half filled in."""
    path: Steps = (question.key,)
    is_open = question.required and not question.default and answers.given(path) is None
    return is_open or bool(answers.shortfall(path)) or bool(_in_row(answers, question))


def _in_row(answers: Answers, question: Question) -> Steps:
    """The first open column of the first row that lacks a required one; () if there is none."""
    rows = answers.given((question.key,)) if question.columns else None
    for row in range(1, len(rows) + 1 if isinstance(rows, list) else 1):
        cells: list[Steps] = [(question.key, row, column.key) for column in question.columns]
        is_open = [answers.given(cell) is None for cell in cells]
        if any(column.required and lacks for column, lacks in zip(question.columns, is_open, strict=True)):
            return cells[is_open.index(True)]
    return ()
