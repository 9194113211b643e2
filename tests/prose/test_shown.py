"""What an outline says hangs on answers; all of it stands in some approved text, where somebody can read it.

The approved texts of an outline are the drafts of its examples, complete and lean, and of further facts (`facts/`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from unittest.mock import patch

import pytest

from drafting import compose as composing
from drafting.compose import compose
from drafting.compose.render import Renderer
from drafting.facts.model import Row, Value
from drafting.outline.model import Outline, Question
from drafting.yamlfile import Place
from tests.prose.shipped import FULL, OUTLINES, approved_for, loaded

READ = [outline for outline in OUTLINES if any(name.startswith(f"{outline}-full") for name in FULL)]


class Noting(Renderer):
    """Notes which parts it comes to, by their place in the outline."""

    met: set[Place]

    def _passage(self, node, beside, *, is_first) -> None:  # type: ignore[no-untyped-def]
        self.met.add(node.part.place)
        super()._passage(node, beside, is_first=is_first)


@pytest.mark.parametrize("outline", READ)
def test_every_part_that_hangs_on_a_condition_stands_in_an_approved_text(outline: str) -> None:
    conditional = [part for part in scheme(outline).walk() if part.when]
    assert [part.name for part in conditional if part.place not in met(outline)] == []


@pytest.mark.parametrize("outline", READ)
def test_every_answer_is_given_in_some_approved_text_and_what_may_be_left_out_is_in_some(outline: str) -> None:
    given: list[set[str]] = [set(answered(loaded(name).facts.answers)) for name in approved_for(outline)]
    asked = set(keys(scheme(outline).questions))
    optional = {key for key in asked if not asked_of(scheme(outline), key).required}
    assert sorted(asked - set[str]().union(*given)) == []
    always = set.intersection(*(throughout(loaded(name).facts.answers) for name in approved_for(outline)))
    assert sorted(optional & always) == []


@pytest.mark.parametrize("outline", READ)
def test_every_choice_is_made_in_some_approved_text(outline: str) -> None:
    made: set[str] = set()
    for name in approved_for(outline):
        answers = loaded(name).facts.answers
        defaults = {q.key: q.default for q in scheme(outline).questions if q.default and q.key not in answers}
        made |= {f"{key} {value}" for key, value in [*cells(answers), *defaults.items()]}
    offered = {
        f"{key} {choice}"
        for key in keys(scheme(outline).questions)
        for choice in asked_of(scheme(outline), key).choices
    }
    assert sorted(offered - made) == []


def scheme(outline: str) -> Outline:
    return loaded(outline).prepared.outline


@cache
def met(outline: str) -> set[Place]:
    """The places of the parts that stand in the approved texts."""
    Noting.met = set()
    for name in approved_for(outline):
        whole = loaded(name)
        with patch.object(composing, "Renderer", Noting):
            compose(whole.prepared, whole.facts, whole.house)
    return Noting.met


def keys(questions: tuple[Question, ...]) -> Iterator[str]:
    """Every question, and every column as `table.column`."""
    for question in questions:
        yield question.key
        yield from (f"{question.key}.{column.key}" for column in question.columns)


def asked_of(outline: Outline, key: str) -> Question:
    key, _dot, column = key.partition(".")
    found = outline.question(key)
    assert found is not None
    return found.column(column) or found


def cells(answers: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    """Every answer, and every cell of the tables as `table.column`."""
    for key, value in answers.items():
        yield key, value
        for row in value if isinstance(value, tuple) else ():
            if isinstance(row, Row):
                yield from ((f"{key}.{column}", cell) for column, cell in row.cells.items())


def throughout(answers: Mapping[str, Value]) -> set[str]:
    """What is answered, of the columns those that no row leaves empty."""
    rows = [(key, row) for key, value in answers.items() if isinstance(value, tuple) for row in value]
    empty = {
        f"{key}.{column}"
        for key, row in rows
        for other, more in rows
        if key == other and isinstance(row, Row) and isinstance(more, Row)
        for column in more.cells.keys() - row.cells.keys()
    }
    return set(answered(answers)) - empty


def answered(answers: Mapping[str, Value]) -> Iterator[str]:
    return (key for key, _value in cells(answers))
