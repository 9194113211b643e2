"""The answers in a facts file as they stand: which questions hold now, what is still missing. No I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from drafting.compose import Prepared, compose, idle_questions
from drafting.errors import Fault, UserError, following, nearest
from drafting.facts.edit import Raw, moved, with_answer, without_answer
from drafting.facts.edit_paths import Steps, parse_path, value_at, written
from drafting.facts.model import Facts
from drafting.facts.read import read_facts
from drafting.house import House
from drafting.i18n import _
from drafting.loading import still_open
from drafting.outline.model import Outline, Question, Type
from drafting.yamlfile import parse_yaml


@dataclass(frozen=True, slots=True)
class _Draft:
    """What a draft of some answers waits for, and what each path asks; or why there can be none.

    Where there can be none, it waits for the required questions without an answer.
    """

    waits_for: tuple[str, ...]
    asks: Mapping[str, str]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Answers:
    """The text of a facts file, with the outline and the house that go with it. file: its name, for messages."""

    text: str
    prepared: Prepared
    house: House
    file: str = ""

    @property
    def outline(self) -> Outline:
        """The outline whose questions are asked."""
        return self.prepared.outline

    @cached_property
    def facts(self) -> Facts:
        """The answers as values. Raises UserError with every fault but too few entries."""
        facts, faults = read_facts(parse_yaml(self.text, self.file), still_open(self.outline))
        if faults:
            raise UserError(faults)
        return facts

    @cached_property
    def idle(self) -> frozenset[str]:
        """The questions whose condition does not hold now: not asked; an answer they have is kept, but not used."""
        return idle_questions(self.prepared, self.facts, self.house)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that hold now, in order."""
        return tuple(question for question in self.outline.questions if question.key not in self.idle)

    def given(self, path: Steps) -> Any:
        """The answer at a path as it was written; None if there is none. A list that is a single text is a list."""
        value = value_at(self.facts.raw, path)
        question = question_at(self.outline, path)
        if isinstance(value, str):
            if not value.strip():
                return None
            return [value] if question.type is Type.LIST else value
        return value

    def has(self, path: Steps) -> bool:
        """Whether there is an entry at a path, be it an empty one."""
        *above, place = path
        entries = value_at(self.facts.raw, above)
        return isinstance(place, int) and isinstance(entries, list) and 0 < place <= len(entries)

    def with_answer(self, path: Steps, value: Raw) -> Answers:
        """The answers with `value` at the path. Raises UserError as the edit does, or if it is no answer there."""
        text = with_answer(self.text, written(path), value, order_of(self.outline), file=self.file)
        return self._checked(text)

    def without(self, path: Steps) -> Answers:
        """The answers without the one at the path, if it is given."""
        if not self.has(path) and value_at(self.facts.raw, path) is None:
            return self
        return self._checked(without_answer(self.text, written(path), file=self.file))

    def moved(self, path: Steps, to: int) -> Answers:
        """The answers with the entry at the path in place `to`."""
        return self._checked(moved(self.text, written(path), to, file=self.file))

    def _checked(self, text: str) -> Answers:
        answers = replace(self, text=text)
        _facts = answers.facts
        return answers

    def shortfall(self, path: Steps) -> int:
        """How many entries a list or table still lacks to be enough; 0 where enough or nothing is answered."""
        entries, question = self.given(path), question_at(self.outline, path)
        if not isinstance(entries, list) or (not entries and not (question.required and question.at_least)):
            return 0
        return max(0, question.at_least - len(entries))

    @cached_property
    def gaps(self) -> tuple[Steps, ...]:
        """What the draft lacks, in the outline's order: answers that it waits for, lists with too few entries."""
        found = {steps for steps in self._waiting() if steps[0] not in self.idle}
        for question in self.questions:
            found |= {path for path in _lists(self, question) if self.shortfall(path)}
        places = {key: place for place, key in enumerate(order_of(self.outline))}

        def order(steps: Steps) -> tuple[Any, ...]:
            names = ".".join(step for step in steps if isinstance(step, str))
            return places.get(str(steps[0]), 0), [step for step in steps if isinstance(step, int)], places.get(names, 0)

        return tuple(sorted(found, key=order))

    @cached_property
    def house_gaps(self) -> tuple[str, ...]:
        """The standing phrases that the draft lacks: under which name each is looked for, and what it is."""
        draft = self._draft
        lacking = [path for path in draft.waits_for if path.startswith("house.")]
        return tuple(f"{path} {draft.asks[path]}" if path in draft.asks else path for path in lacking)

    @cached_property
    def misfits(self) -> tuple[tuple[Steps, str], ...]:
        """Answers with which no draft can be made, though each is sound by itself: where it stands, and why."""
        return tuple((self._answer_of(fault.answer), fault.message) for fault in self._draft.faults)

    def _answer_of(self, path: str) -> Steps:
        """The steps of an answer's path; () for what is no answer."""
        try:
            steps = parse_path(path)
            question_at(self.outline, steps)
        except UserError:
            return ()
        return steps

    @cached_property
    def _draft(self) -> _Draft:
        try:
            composed = compose(self.prepared, self.facts, self.house)
        except UserError as error:
            lacking = (q.key for q in self.questions if q.required and self.given((q.key,)) is None)
            return _Draft(tuple(lacking), {}, error.faults)
        paths = [gap.question for gap in composed.draft.gaps()] + [question.key for question in composed.hidden]
        return _Draft(tuple(dict.fromkeys(paths)), composed.asks)

    def _waiting(self) -> Iterator[Steps]:
        for path in self._draft.waits_for:
            for one in path.split():
                steps = parse_path(one)
                if question := self.outline.question(str(steps[0])):
                    is_row = len(steps) == 2 and bool(question.columns)
                    yield (*steps, question.columns[0].key) if is_row else steps


def _lists(answers: Answers, question: Question) -> Iterator[Steps]:
    """The paths of the lists and tables that an answer holds."""
    if question.type in (Type.LIST, Type.TABLE):
        yield (question.key,)
    rows = answers.given((question.key,)) if question.type is Type.TABLE else None
    for place in range(1, len(rows) + 1 if isinstance(rows, list) else 1):
        yield from ((question.key, place, column.key) for column in question.columns if column.type is Type.LIST)


def order_of(outline: Outline) -> tuple[str, ...]:
    """The questions and their columns in the outline's order, as `with_answer` takes them."""
    order: list[str] = []
    for question in outline.questions:
        order += [question.key, *(f"{question.key}.{column.key}" for column in question.columns)]
    return tuple(order)


def question_at(outline: Outline, steps: Steps) -> Question:
    """The question that asks for what stands at a path: an entry of a list asks for a text, a row is its table.

    Raises UserError with the nearest name for a path that leads nowhere.
    """
    question = outline.question(str(steps[0]))
    if question is None:
        raise UserError(_no_such(str(steps[0]), [one.key for one in outline.questions]))
    is_row = False
    for step in steps[1:]:
        if isinstance(step, str):
            column = question.column(step) if is_row else None
            if column is None:
                raise UserError(_wrong_step(question, step, is_row))
            question, is_row = column, False
        elif is_row or question.type not in (Type.LIST, Type.TABLE):
            raise UserError(_("“{key}” is no list or table; leave the [ ] out.").format(key=question.key))
        elif question.type is Type.TABLE:
            is_row = True
        else:
            question = Question(question.key, question.ask, question.place, Type.LONG, example=question.example)
    return question


def _wrong_step(question: Question, step: str, is_row: bool) -> str:
    if is_row:
        return _no_such(step, [column.key for column in question.columns])
    if question.type is Type.TABLE:
        return _("“{key}” is a table; say which row: {key}[1].{column}").format(key=question.key, column=step)
    return _("“{key}” has no columns.").format(key=question.key)


def _no_such(key: str, known: list[str]) -> str:
    message = _("There is no question “{key}”.").format(key=key)
    return message + (nearest(key, known) or following(_("There are: {names}.").format(names=", ".join(known))))
