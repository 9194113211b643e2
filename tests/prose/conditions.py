"""Every combination of the conditions of the shipped outlines: parts that stand or not, each with each.

    python -m tests.prose.conditions [OUTLINE …] [--workers 2]

Prints the combinations whose draft is not sound, and how many were drafted. The facts are those of the examples and of
the further files beside the tests, so that what a condition asks for is answered in one of the drafts and not in the
other. A condition on a column of a table is none of these: rows have it or not, as they come.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from jinja2 import Environment, nodes

from drafting.compose import compose
from drafting.draft import Draft, Move
from drafting.facts.model import Facts, Value
from drafting.outline.model import Outline, Question, Type, Wording
from tests.prose.counting import count_faults, lonely_faults
from tests.prose.shipped import FULL, OUTLINES, TONES, loaded
from tests.prose.soundness import answered, heading_faults, list_faults, punctuation_faults
from tests.prose.test_wording import repeated

States = dict[str, tuple[Value | None, ...]]
"""What the answer to each question on which a part depends can be: None for one that is not given."""
_TELLS_NONE = ("is missing", "is given")


@cache
def states(name: str) -> States:
    """The conditions of an outline, and what each of them turns on."""
    outline, answers = loaded(name).prepared.outline, whole(name).answers
    expressions = [way for when in _whens(outline) for way in when.ways]
    asked = {variable for expression in expressions for variable in _variables(outline, expression)}
    found: States = {}
    for question in outline.questions:
        if question.key in asked and (question.key in answers or question.type in (Type.YESNO, Type.CHOICE)):
            told = any(question.key in one and any(says in one for says in _TELLS_NONE) for one in expressions)
            found[question.key] = _states(question, answers.get(question.key), told)
    return found


def _states(question: Question, answer: Value | None, may_be_none: bool) -> tuple[Value | None, ...]:
    if question.type is Type.YESNO:
        return True, False
    if question.type is Type.CHOICE:
        return question.choices
    return (answer, (), None) if may_be_none and isinstance(answer, tuple) else (answer, None)


def _whens(outline: Outline) -> Iterator[Wording]:
    yield from (question.when for question in outline.questions if question.when)
    parts = (part for top in outline.parts for part in top.walk())
    yield from (part.when for part in parts if part.when and part.move is not Move.BYLINE)  # which touches no other


def _variables(outline: Outline, expression: str) -> set[str]:
    """The names in an expression, those behind what the outline works out itself as well."""
    named = _names(f"{{{{ {expression} }}}}")
    worked_out = (way for name in named if name in outline.computed for way in outline.computed[name].ways)
    return named.union(*map(_names, worked_out))


def _names(template: str) -> set[str]:
    return {found.name for found in Environment().parse(template).find_all(nodes.Name)}  # nothing is rendered


@cache
def whole(name: str) -> Facts:
    """The facts of an example, and what it leaves out as other files have it."""
    facts = loaded(name).facts
    for more in FULL:
        if more.partition("-full")[0] == name:
            facts = replace(facts, answers={**loaded(more).facts.answers, **facts.answers})
    return facts


class Case(NamedTuple):
    """What some questions are answered with, and which ways the wordings take."""

    answers: Mapping[str, Value | None]
    seed: int


def every(name: str) -> Iterator[Case]:
    """Every combination of conditions, in each tone in turn and with ever new ways."""
    known = states(name)
    for number, values in enumerate(product(*known.values())):
        yield _case(number, dict(zip(known, values, strict=True)))


def any_two(name: str) -> Iterator[Case]:
    """Every combination of any two conditions, all others as the example has them, and without any of them."""
    known = states(name)
    pairs = [(others, *pair) for others in (0, -1) for pair in combinations(known, 2)]
    for number, (others, one, two) in enumerate(pairs):
        usual = {key: values[others] for key, values in known.items()}
        for first, second in product(known[one], known[two]):
            yield _case(number, {**usual, one: first, two: second})


def _case(number: int, answers: Mapping[str, Value | None]) -> Case:
    return Case({**answers, "tone": TONES[number % len(TONES)]}, number)


def faults(name: str, case: Case) -> list[str]:
    """What is not sound in the draft of a case."""
    facts = whole(name)
    given = {key: value for key, value in {**facts.answers, **case.answers}.items() if value is not None}
    draft = compose(loaded(name).prepared, replace(facts, answers=given, seed=case.seed), loaded(name).house).draft
    return [
        *punctuation_faults(draft),
        *heading_faults(draft),
        *list_faults(draft),
        *lonely_faults(draft),
        *count_faults(draft),
        *repeated(draft),
        *_empty(draft),
        *(gap.question for gap in draft.gaps() if answered(given, gap.question)),
    ]


def _empty(draft: Draft) -> list[str]:
    return [block.key for block in draft.blocks if not block.text]


def told(name: str, case: Case) -> str:
    """The faults of a case with what was answered in it; "" for none."""
    found = faults(name, case)
    shown = {key: value if isinstance(value, (str, bool)) else bool(value) for key, value in case.answers.items()}
    return f"{name}, seed {case.seed}, {shown}: {found}" if found else ""


def _told(one: tuple[str, Case]) -> str:
    return told(*one)


def main(names: Sequence[str], workers: int) -> None:
    with ProcessPoolExecutor(workers) as pool:
        for name in names:
            drafted = wrong = 0
            for found in pool.map(_told, ((name, case) for case in every(name)), chunksize=64):
                drafted += 1
                if found:
                    wrong += 1
                    print(found)
            print(f"{name}: {drafted} combinations of {len(states(name))} conditions, {wrong} not sound", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=OUTLINES)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    main(asked.names, asked.workers)
