"""The questions of the shipped outlines: few, each with help and an example, those that must be answered sparing."""

from __future__ import annotations

import pytest

from drafting.compose import compose
from drafting.outline.model import Outline, Type
from tests.prose.shipped import OUTLINES, loaded
from tests.prose.varied import optional, without

FEWEST, MOST = 20, 35
MOST_REQUIRED = 1 / 3  # of the questions


def scheme(outline: str) -> Outline:
    return loaded(outline).prepared.outline


@pytest.mark.parametrize("outline", OUTLINES)
def test_the_questions_are_few(outline: str) -> None:
    assert FEWEST <= len(scheme(outline).questions) <= MOST


@pytest.mark.parametrize("outline", OUTLINES)
def test_every_question_has_help_and_example(outline: str) -> None:
    questions = scheme(outline).questions
    assert [question.key for question in questions if not question.help] == []
    assert [question.key for question in questions if not question.example and question.type is not Type.TABLE] == []


@pytest.mark.parametrize("outline", OUTLINES)
def test_every_column_has_an_example(outline: str) -> None:
    columns = [(question, column) for question in scheme(outline).questions for column in question.columns]
    assert [f"{q.key}.{c.key}" for q, c in columns if not c.example] == []


@pytest.mark.parametrize("outline", OUTLINES)
def test_the_example_of_a_choice_is_one_of_the_choices(outline: str) -> None:
    asked = [asked for question in scheme(outline).questions for asked in (question, *question.columns)]
    assert [choice.key for choice in asked if choice.choices and choice.example not in choice.choices] == []


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_question_is_in_a_group_and_asked_once(outline: str) -> None:
    questions = scheme(outline).questions
    assert questions[0].group
    asks = [question.ask for question in questions]
    assert [ask for ask in asks if asks.count(ask) > 1] == []


@pytest.mark.parametrize("outline", OUTLINES)
def test_what_must_be_answered_is_marked_sparingly(outline: str) -> None:
    questions = scheme(outline).questions
    required = [question.key for question in questions if question.required]
    assert 0 < len(required) <= MOST_REQUIRED * len(questions), required


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_lean_example_answers_only_what_must_be_answered(outline: str) -> None:
    """What is required, or leaves a gap: shortcomings, as a speech without them is a decision for people."""
    whole = loaded(f"{outline}-lean")
    more = []
    for key in optional(scheme(outline), whole.facts):
        question, _dot, column = key.partition(".")
        asked = scheme(outline).question(question)
        assert asked is not None
        forced = (asked.column(column) or asked).at_least
        rest = without(whole.facts, key)
        if not forced and not compose(whole.prepared, rest, whole.house).draft.gaps():
            more.append(key)
    assert more == []


@pytest.mark.parametrize("outline", OUTLINES)
def test_what_no_draft_can_do_without_is_marked_as_required(outline: str) -> None:
    whole = loaded(outline)
    gaps = [
        gap.question
        for key in optional(scheme(outline), whole.facts)
        for gap in compose(whole.prepared, without(whole.facts, key), whole.house).draft.gaps()
        if gap.question == key
    ]
    assert gaps == []


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_complete_example_answers_more_than_half_of_the_questions(outline: str) -> None:
    asked = [question.key for question in scheme(outline).questions if question.key != "tone"]
    answered = [key for key in asked if key in loaded(outline).facts.answers]
    assert len(answered) > len(asked) / 2
