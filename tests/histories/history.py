"""One history: drafted, edited, the facts changed, drafted again, several times over, and what must hold each time."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from drafting.compose import Composed, Prepared, compose
from drafting.draft import Draft
from drafting.errors import UserError
from drafting.facts.read import read_facts
from drafting.loading import Loaded, load_facts
from drafting.revise import look
from drafting.updating import Wish, update
from drafting.updating.origin import LIKE_ENOUGH, WAS_ENOUGH, is_of, share_found, text_found
from drafting.word import Writer
from drafting.word.layout_file import read_layout
from drafting.word.package import open_package
from drafting.word.state import State, write_sidecar
from drafting.yamlfile import parse_yaml
from tests.histories.answers import FACTS, Answers
from tests.histories.checks import BrokenError, check_file, check_words, holds
from tests.histories.fates import FATES, Shelf
from tests.histories.hands import HANDS, Hand
from tests.histories.plan import Plan, Round, Ways, planned, shortened
from tests.histories.practised import PRACTISED, Practised
from tests.histories.things import THINGS

EXAMPLES = Path(__file__).parent.parent.parent / "outlines" / "examples"
NAMES = tuple(sorted(path.stem for path in EXAMPLES.glob("*.yaml") if not path.stem.endswith("house")))
WAYS = Ways(NAMES, HANDS, THINGS + PRACTISED, FATES, FACTS)
Between = Callable[[Path, Random], list[str]]
"""What happens to the file between the edits and the next draft, such as another program saving it; what it types."""
Judge = Callable[[Path], list[str]]
"""What is wrong with a file, in somebody else's eyes."""
_PLACE = re.compile(r"\[\d+\]")
_FEW_LOST = 6  # paragraphs: in a file of less hardly anything can be told


@lru_cache
def _loaded(name: str) -> tuple[Loaded, dict[str, Any]]:
    path = EXAMPLES / f"{name}.yaml"
    return load_facts(path), yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


@lru_cache
def _writer() -> Writer:
    library = _loaded(NAMES[0])[0].library
    return Writer(read_layout(library.layout("official"), library.layout))


def broken(seed: int, folder: Path, between: Between | None = None, judge: Judge | None = None) -> str:
    """What does not hold in the history of a seed, with a short history in which it does not; "" if everything does."""

    def fault(plan: Plan) -> str:
        history = History(plan, folder, between)
        try:
            history.run()
            if judge:
                # Whoever edits the XML itself may leave it unsound, as other programs do: it may stand elsewhere now.
                known = {_PLACE.sub("", fault) for fault in judge(history.before)}
                found = [fault for fault in judge(history.file) if _PLACE.sub("", fault) not in known]
                holds(not found, f"the file is not sound: {found[:3]}")
        except BrokenError as error:
            return str(error)
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return ""

    plan = planned(seed, WAYS)
    first = fault(plan)
    if not first:
        return ""
    kind = first.split(":")[0]
    plan = shortened(plan, lambda shorter: fault(shorter).split(":")[0] == kind)
    return f"seed {seed}: {fault(plan) or f'once, and not again: {first}'}\n{plan}"


@dataclass(slots=True)
class History:
    """A speech from its first draft on."""

    plan: Plan
    folder: Path
    between: Between | None = None
    typed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    file: Path = Path()
    before: Path = Path()

    def run(self) -> None:
        """All of it. Raises BrokenError if anything does not hold."""
        name = self.plan.example
        loaded, data = _loaded(name)
        answers = Answers(deepcopy(data), Random(0))
        composed, raw = _composed(loaded, answers)
        self.folder.mkdir(exist_ok=True)
        shelf = Shelf(self.folder / f"讲话{len(list(self.folder.iterdir()))}.docx", composed.draft)
        state = State(name, "0" * 16, raw, composed.draft)
        shelf.file.write_bytes(_writer().write(composed.draft, state=state, questions=composed.asks))
        write_sidecar(shelf.file, state)
        for number, round_ in enumerate(self.plan.rounds):
            self._edited(shelf.file, round_, 50_000 + 10_000 * number)
            if self.between:
                self.typed += self.between(shelf.file, Random(number))
            for way, seed in round_.fate:
                getattr(shelf, way)(Random(seed))
            composed, raw, fresh = _changed(loaded, answers, composed, raw, round_)
            before = shelf.file.read_bytes()
            self._drafted(shelf, State(name, "0" * 16, raw, composed.draft), composed, fresh)
            shelf.versions.append((before, shelf.base, shelf.lost))
            shelf.base, shelf.lost = composed.draft, ""
            self.file, self.before = shelf.file, shelf.file.with_suffix(".before.docx")
            self.before.write_bytes(before)

    def _edited(self, file: Path, round_: Round, serial: int) -> None:
        if not round_.hands:
            return
        package = open_package(file)
        hand = Hand(package.xml(package.document), Random(0), serial)
        desk = Practised(package, hand, hand.random)
        for way, seed in round_.hands:
            hand.random = desk.random = Random(seed)
            getattr(hand if way in HANDS else desk, way)()
        desk.tidy()
        self.typed += hand.typed
        self.gone += hand.gone
        package.put(package.document, hand.root)
        file.write_bytes(package.to_bytes())

    def _drafted(self, shelf: Shelf, state: State, composed: Composed, fresh: list[str]) -> None:
        before, base = shelf.file.read_bytes(), shelf.base
        wish = Wish()
        try:
            done = update(shelf.file, state, composed.asks, wish)
            holds(not shelf.lost or _is_little(base), "what is lost is guessed at")
        except UserError:
            seen = look(open_package(before), base).seen
            holds(bool(shelf.lost) or not is_of(base, seen), "a file is refused that can be known again")
            known = share_found(base, seen) >= LIKE_ENOUGH and text_found(base, seen) >= WAS_ENOUGH
            wish = Wish(was=base) if shelf.lost != "adopt" and known else Wish(adopt=True)
            done = update(shelf.file, state, composed.asks, wish)
        if done.data is not None:
            shelf.file.write_bytes(done.data)
            if not wish.adopt:  # else every difference is a suggestion, words by hand too
                check_words(done, base, composed.draft, self.typed, self.gone, fresh)
            check_file(before, done)
        write_sidecar(shelf.file, done.state)
        again = update(shelf.file, state, composed.asks, Wish())
        holds(again.data is None, "written again without a change, the file changes")


def _is_little(base: Draft) -> bool:
    return len(list(base.paragraphs())) < _FEW_LOST


def _composed(loaded: Loaded, answers: Answers) -> tuple[Composed, dict[str, Any]]:
    text = yaml.safe_dump(answers.data, allow_unicode=True, sort_keys=False)
    facts, faults = read_facts(parse_yaml(text, "facts.yaml"), loaded.prepared.outline)
    if faults:
        raise ValueError(str(faults[0]))
    house = replace(loaded.house, phrases={**loaded.house.phrases, **answers.phrases})
    return compose(_turned(loaded.prepared, answers), facts, house), dict(facts.raw)


def _turned(prepared: Prepared, answers: Answers) -> Prepared:
    """The outline as somebody has changed it: two of its parts at each other's place, or one of them left out."""
    parts = list(prepared.parts)
    if answers.order and len(parts) > 4:
        at = 2 + int(answers.order * (len(parts) - 4))
        parts[at : at + 2] = reversed(parts[at : at + 2])
    if answers.without and len(parts) > 4:
        del parts[2 + int(answers.without * (len(parts) - 3))]
    return replace(prepared, parts=tuple(parts))


def _changed(
    loaded: Loaded, answers: Answers, composed: Composed, raw: dict[str, Any], round_: Round
) -> tuple[Composed, dict[str, Any], list[str]]:
    """The facts after some changes; those that no facts file may hold are undone."""
    answers.fresh, answers.choices = [], list(composed.choices)
    answers.standing = dict(loaded.house.phrases)
    for way, seed in round_.facts:
        before = replace(answers, data=deepcopy(answers.data), fresh=list(answers.fresh), phrases=dict(answers.phrases))
        answers.random = Random(seed)
        getattr(answers, way)()
        try:
            composed, raw = _composed(loaded, answers)
        except ValueError:
            for name in ("data", "fresh", "phrases", "order", "without"):
                setattr(answers, name, getattr(before, name))
    return composed, raw, answers.fresh
