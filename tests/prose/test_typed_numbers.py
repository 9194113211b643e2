"""A number that a person types before an answer: the draft does not say it twice, or the person is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

import pytest

from drafting.check.answers import check_enumerators
from drafting.compose import Composed, compose
from drafting.facts.model import Row, Value
from drafting.outline.model import Question, Type
from tests.prose.shipped import OUTLINES, loaded

TYPED = ("一是", "第一，", "1.", "（一）", "一、")
TEXTS = (Type.TEXT, Type.LONG, Type.LIST)


def first_answers(outline: str) -> Iterator[tuple[str, str, Value]]:
    """Each answer in words, the first of a list or a column: question, path, and what is answered with a number."""
    numbers = cycle(TYPED)
    whole = loaded(outline)
    for question in whole.prepared.outline.questions:
        value = whole.facts.answers.get(question.key)
        if question.columns:
            assert value is None or isinstance(value, tuple)
            yield from cells(question, value or (), numbers)
        elif question.type in TEXTS and value:
            entry, place = (value[0], f"{question.key}[1]") if isinstance(value, tuple) else (value, question.key)
            typed = numbered(str(entry), next(numbers))
            yield question.key, place, (typed, *value[1:]) if isinstance(value, tuple) else typed


def numbered(answer: str, number: str) -> str:
    """The answer with a number before it; before a figure with one that cannot be part of it (1. before 4所)."""
    return ("一是" if answer[0].isdecimal() else number) + answer


def cells(question: Question, rows: tuple[Value, ...], numbers: Iterator[str]) -> Iterator[tuple[str, str, Value]]:
    for column in question.columns:
        for number, row in enumerate(rows, 1):
            cell = row.cells.get(column.key) if isinstance(row, Row) else None
            if not isinstance(row, Row) or column.type not in TEXTS or not cell:
                continue
            place = f"{question.key}[{number}].{column.key}"
            entry, place = (cell[0], f"{place}[1]") if isinstance(cell, tuple) else (cell, place)
            typed = numbered(str(entry), next(numbers))
            made = (typed, *cell[1:]) if isinstance(cell, tuple) else typed
            yield question.key, place, (*rows[: number - 1], Row({**row.cells, column.key: made}), *rows[number:])
            break


def with_answer(outline: str, key: str, value: Value) -> Composed:
    whole = loaded(outline)
    facts = replace(whole.facts, answers={**whole.facts.answers, key: value})
    return compose(whole.prepared, facts, whole.house)


@pytest.mark.slow
@pytest.mark.parametrize("outline", OUTLINES)
def test_a_number_typed_before_an_answer_is_told_wherever_it_is_typed(outline: str) -> None:
    untold = []
    for key, place, value in first_answers(outline):
        told = [finding.block for finding in check_enumerators(with_answer(outline, key, value).odd)]
        untold += [place] if place not in told else []
    assert untold == []


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("outline", OUTLINES)
def test_a_number_typed_before_the_first_of_a_list_is_not_said_beside_that_of_the_outline(
    outline: str, typed: str
) -> None:
    whole = loaded(outline)
    plain = compose(whole.prepared, whole.facts, whole.house).draft.text
    for question in whole.prepared.outline.questions:
        entries = whole.facts.answers.get(question.key)
        if question.type is Type.LIST and isinstance(entries, tuple) and entries:
            if typed.endswith(".") and str(entries[0])[0].isdigit():
                continue  # that is a number with a fraction
            made = with_answer(outline, question.key, (f"{typed}{entries[0]}", *entries[1:]))
            assert made.draft.text == plain
