"""Composing: an outline and facts become a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from drafting.chinese.dates import Date
from drafting.chinese.enumerators import Typed
from drafting.compose.environment import Steps
from drafting.compose.expand import expand, main_points, places_of
from drafting.compose.given_house import GivenHouse
from drafting.compose.giving import give, within_year
from drafting.compose.own_words import place_own_words
from drafting.compose.prepare import Prepared, prepare
from drafting.compose.render import Renderer
from drafting.compose.rules import TICK
from drafting.compose.run_in import run_in
from drafting.compose.text import Text
from drafting.compose.tidy import paragraphs
from drafting.compose.values import Given, GivenList, GivenRow, Missing, Record
from drafting.compose.wordings import CHOOSE, TONE, Chooser, Pick, by_seed
from drafting.draft import Draft
from drafting.enumerating import Chosen
from drafting.facts.model import Facts, OwnWords
from drafting.facts.values import read_value
from drafting.house import House
from drafting.outline.model import Outline, Question, Type
from drafting.outline.numbered import enumerators_of
from drafting.paths import without_places

__all__ = ["Composed", "Prepared", "compose", "idle_questions", "prepare"]


SAID_ON = "date"  # the question for the day of the speech


@dataclass(frozen=True)
class Composed:
    """A draft, and what became of the facts; the account is worked out when it is asked for.

    unplaced: own words whose block is not in this draft. choices: how many wordings each block has to choose from.
    renumbered: enumerators of facts and house that parts of this draft have. run_in: keys of the blocks whose headings
    run in, though the outline gives them a line. scope: what the templates saw.
    """

    draft: Draft
    unplaced: tuple[OwnWords, ...]
    choices: dict[str, int]
    renumbered: frozenset[Chosen]
    run_in: frozenset[str]
    prepared: Prepared = field(repr=False)
    facts: Facts = field(repr=False)
    scope: Mapping[str, Any] = field(repr=False)

    @cached_property
    def unused(self) -> tuple[str, ...]:
        """Paths of answers that the draft never shows; a date that another answer says as it does is shown."""
        shown = {span.path for block in self.draft.blocks for span in block.spans}
        shown.update(part for path in list(shown) if " " in path for part in path.split(" "))
        text, given = self.draft.text, _given(self.scope.values())
        dates = {answer.path for answer in given if isinstance(answer.raw, Date) and str(answer) in text}
        return tuple(_unused(self.prepared, self.facts, shown | dates))

    @cached_property
    def hidden(self) -> tuple[Question, ...]:
        """Required questions without an answer that no block asks for."""
        asked = {gap.question for gap in self.draft.gaps()}
        return tuple(_hidden(self.prepared.outline, self.scope, asked))

    @cached_property
    def asks(self) -> dict[str, str]:
        """The wording of each missing answer, by path; of the entries, too, that a group of another table lacks."""
        asks = {value.path: value.ask for value in _missing(self.scope.values())}
        for gap in self.draft.gaps():
            question = self.prepared.outline.question(without_places(gap.question))
            if question is not None:
                asks.setdefault(gap.question, question.ask)
        return asks

    @cached_property
    def odd(self) -> dict[str, Typed]:
        """Enumerators typed before an answer, by path, where those beside it have none or others."""
        given = _given(self.scope.values())
        return {answer.path: answer.typed for answer in given if answer.typed and answer.typed.alone}


def compose(
    prepared: Prepared,
    facts: Facts,
    house: House,
    pick: Pick | None = None,
    turns: Mapping[str, int] | None = None,
    forms: Mapping[str, bool] | None = None,
    crowded: Mapping[str, bool] | None = None,
) -> Composed:
    """The draft that the facts give. The same arguments give the same draft, always.

    pick: which wordings are taken; without it those that the seed of the facts gives. turns: of rows, by their keys,
    where they are not those of their places. forms: see `run_in`. crowded: for lists, by their keys, whether they are
    spoken of as long, where that is not for their size to say.
    Raises UserError where a template cannot be worked out with these facts.
    """
    pick = pick or by_seed(facts.seed, facts.reword)
    scope = _scope(prepared, facts, house, pick, crowded or {})
    chosen = enumerators_of(prepared.outline, house.enumerators, facts.enumerators)
    absent: frozenset[str] = frozenset()
    while True:
        roots = expand(prepared.parts, scope, absent, turns, chosen)
        inside = run_in(roots, forms or {}) if chosen or forms else frozenset()
        renderer = Renderer(
            pick=pick,
            tone=str(scope.get(TONE, "")),
            tidy=prepared.outline.tidy,
            points=main_points(roots),
            run_in=inside,
        )
        renderer.render(roots)
        if not renderer.blank:
            break
        absent |= renderer.blank  # an enumerated passage without a word would leave a hole in the numbers
    blocks, unplaced = place_own_words(renderer.blocks, facts.own_words, prepared.outline.tidy)
    there = places_of(roots) & chosen.keys() if chosen else ()
    renumbered = frozenset([chosen[place] for place in there])
    return Composed(Draft(tuple(blocks)), unplaced, renderer.choices, renumbered, inside, prepared, facts, scope)


def idle_questions(prepared: Prepared, facts: Facts, house: House) -> frozenset[str]:
    """The questions whose condition does not hold with these facts: not to be asked, their answers not used.

    Raises UserError where a condition cannot be worked out with these facts.
    """
    return _answers(prepared, facts, house)[1]


def _answers(prepared: Prepared, facts: Facts, house: House) -> tuple[dict[str, Any], frozenset[str]]:
    """What the templates see but for computed values; and the questions whose condition does not hold."""
    outline = prepared.outline
    scope: dict[str, Any] = {TICK: Steps(), "house": GivenHouse(house, outline.phrases, outline.tidy)}
    chosen = (*facts.enumerators.values(), *house.enumerators.values())
    numbered = all(one.style or one.by_outline for one in chosen)  # who turns numbers off may type them himself
    for question in outline.questions:
        scope[question.key] = _answer(question, facts, outline.tidy, numbered)
    idle = set()
    for key, condition in prepared.conditions.items():
        if not condition.value(scope):
            scope[key] = Missing(key, outline_ask(outline, key))
            idle.add(key)
    return scope, frozenset(idle)


def _scope(prepared: Prepared, facts: Facts, house: House, pick: Pick, crowded: Mapping[str, bool]) -> dict[str, Any]:
    """What the templates see: answers, the house, computed values."""
    outline = prepared.outline
    scope, _idle = _answers(prepared, facts, house)
    for key, is_crowded in crowded.items():
        if isinstance(scope.get(key), GivenList):
            scope[key].crowded = is_crowded
    for name, snippet in prepared.computed.items():
        scope[CHOOSE] = Chooser(name, str(scope.get(TONE, "")), pick, {})
        pieces = [piece for piece in snippet.printed(scope) if str(piece).strip()]
        missing = next((piece for piece in pieces if isinstance(piece, Missing)), None)
        if missing is not None:
            scope[name] = missing
        elif len(pieces) == 1 and isinstance(pieces[0], Record):
            scope[name] = pieces[0]
        else:
            spans = snippet.spans_of(pieces)
            scope[name] = Text(span for line in paragraphs(spans, outline.tidy) for span in line)
    return scope


def _answer(question: Question, facts: Facts, tidy: bool, numbered: bool) -> Any:
    value = facts.answers.get(question.key)
    if value is None and question.default:
        value = read_value(question.default, question)
    return give(within_year(value, facts.answers.get(SAID_ON)), question, question.key, tidy, numbered)


def outline_ask(outline: Outline, key: str) -> str:
    """The wording of a question."""
    question = outline.question(key)
    return question.ask if question else key


def _missing(values: Iterable[Any]) -> Iterator[Missing]:
    """Every missing answer, cells of rows and phrases of the house included."""
    for value in values:
        if isinstance(value, Missing):
            yield value
        elif isinstance(value, GivenRow):
            yield from _missing(value.cells.values())
        elif isinstance(value, GivenList):
            yield from _missing(value)
        elif isinstance(value, GivenHouse):
            yield from value.missing()


def _given(values: Iterable[Any]) -> Iterator[Given]:
    """Every single answer, entries and cells included."""
    for value in values:
        if isinstance(value, Given):
            yield value
        elif isinstance(value, GivenRow):
            yield from _given(value.cells.values())
        elif isinstance(value, GivenList):
            yield from _given(value)


def _unused(prepared: Prepared, facts: Facts, shown: set[str]) -> Iterator[str]:
    """Answers that no block shows; those that only steer (yes or no, a choice, a name compared) are not looked for."""
    steering = set(prepared.kept.steering)
    for question in prepared.outline.questions:
        for asked, path in ((question, question.key), *((c, f"{question.key}.{c.key}") for c in question.columns)):
            if asked.type in (Type.YESNO, Type.CHOICE):
                steering.add(path)
    for path in facts.paths():
        if path not in shown and without_places(path) not in steering:
            yield path


def _hidden(outline: Outline, scope: Mapping[str, Any], asked: set[str]) -> Iterator[Question]:
    """Required questions without an answer that no block asks for."""
    for question in outline.questions:
        value = scope[question.key]
        if question.required and isinstance(value, Missing) and value.required and question.key not in asked:
            yield question
