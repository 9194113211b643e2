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


def going_on(answers: Answers, remembered: Place | None) -> Place:
    """Where to go on: where one stopped, if that is still there; else where the first answer is to be given.

    That is the first required question without an answer, or the one behind the last that is answered if it comes
    earlier, so that nothing is passed over that was not asked. A list or table is gone on with itself, for there may be
    more of it, and a row that is half filled in with its first open column.
    """
    if remembered is not None and _still_fits(answers, remembered):
        return remembered
    last = 0
    for number, question in enumerate(answers.outline.questions):
        if question.key in answers.idle:
            continue
        if _is_lacking(answers, question):
            last = min(last, number) if last > number else last
            rest = answers.outline.questions[number + 1 :]
            is_reached = last == number or any(_is_answered(answers, later) for later in rest)
            if is_reached:
                return Place((), _half_row(answers, question) or (question.key,))
        if _is_answered(answers, question):
            last = number if question.type in (Type.LIST, Type.TABLE) else number + 1
    plan = all_questions(answers.outline)
    return Place((), plan[last] if last < len(plan) else ())
