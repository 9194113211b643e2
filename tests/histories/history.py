"""One history: drafted, edited, the facts changed, drafted again, several times over, and what must hold each time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

import yaml
from lxml import etree

from drafting.chinese.enumerators import parse_marker
from drafting.compose import Composed, Prepared, compose
from drafting.draft import Draft
from drafting.errors import UserError
from drafting.facts.read import read_facts
from drafting.loading import Loaded, load_facts
from drafting.merge.model import OBJECT, Fate, Kind
from drafting.merge.steps import changed
from drafting.revise import look
from drafting.updating import LIKE_ENOUGH, Update, Wish, share_found, update
from drafting.word import Writer
from drafting.word.layout_file import read_layout
from drafting.word.names import AUTHOR
from drafting.word.package import open_package, w
from drafting.word.state import State, write_sidecar
from drafting.yamlfile import parse_yaml
from tests.histories.answers import Answers
from tests.histories.hands import Hand
from tests.histories.things import Desk
from tests.revise import resolve

EXAMPLES = Path(__file__).parent.parent.parent / "outlines" / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.yaml") if not path.stem.endswith("house"))
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TOLD = (Kind.CONFLICT, Kind.DELETED_BY_HAND, Kind.UNPLACED, Kind.DIFFERS)
Between = Callable[[Path, Random], None]
"""What happens to the file between the edits and the next draft, such as another program saving it."""


class BrokenError(AssertionError):
    """Something that must hold does not."""


@lru_cache
def _loaded(name: str) -> tuple[Loaded, dict[str, Any]]:
    path = EXAMPLES / f"{name}.yaml"
    return load_facts(path), yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


@lru_cache
def _writer() -> Writer:
    library = _loaded(NAMES[0])[0].library
    return Writer(read_layout(library.layout("official"), library.layout))


@dataclass(slots=True)
class History:
    """A speech from its first draft on. log: what happened, in words."""

    seed: int
    folder: Path
    between: Between | None = None
    log: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    order: float = 0.0

    def run(self) -> None:
        """All of it. Raises BrokenError with the log if anything does not hold."""
        random = Random(self.seed)
        name = random.choice(NAMES)
        loaded, data = _loaded(name)
        answers = Answers(deepcopy(data), random)
        composed, raw = self._composed(loaded, answers)
        file = self.folder / f"{self.seed}.docx"
        state = State(name, "0" * 16, raw, composed.draft)
        file.write_bytes(_writer().write(composed.draft, state=state, questions=composed.asks))
        write_sidecar(file, state)
        self.log.append(f"seed {self.seed}, {name}")
        serial = 50_000
        for round_ in range(random.randint(1, 4)):
            serial = self._edited(file, random, serial, round_)
            if self.between:
                self.between(file, random)
            base = composed.draft
            composed, raw, fresh = self._changed(loaded, answers, composed, raw, random)
            try:
                self._drafted(file, State(name, "0" * 16, raw, composed.draft), base, composed, fresh)
            except BrokenError as error:
                raise BrokenError("\n".join([*self.log, str(error)])) from None

    def _composed(self, loaded: Loaded, answers: Answers) -> tuple[Composed, dict[str, Any]]:
        text = yaml.safe_dump(answers.data, allow_unicode=True, sort_keys=False)
        facts, faults = read_facts(parse_yaml(text, "facts.yaml"), loaded.prepared.outline)
        if faults:
            raise ValueError(str(faults[0]))
        return compose(self._turned(loaded.prepared), facts, loaded.house), dict(facts.raw)

    def _turned(self, prepared: Prepared) -> Prepared:
        """The outline, two of its parts at each other's place if somebody has changed their order."""
        parts = list(prepared.parts)
        if self.order and len(parts) > 4:
            at = 2 + int(self.order * (len(parts) - 4))
            parts[at : at + 2] = reversed(parts[at : at + 2])
        return replace(prepared, parts=tuple(parts))

    def _edited(self, file: Path, random: Random, serial: int, round_: int) -> int:
        package = open_package(file)
        hand = Hand(package.xml(package.document), random, serial + 100 * round_)
        desk = Desk(package, hand, random)
        for _edit in range(random.randint(0, 20)):
            random.choice((hand, hand, hand, desk)).edit()
        desk.tidy()
        self.typed += hand.typed
        self.gone += hand.gone
        self.log.append("by hand: " + ", ".join(hand.done))
        package.put(package.document, hand.root)
        if hand.done:
            file.write_bytes(package.to_bytes())
        return hand.serial

    def _changed(
        self, loaded: Loaded, answers: Answers, composed: Composed, raw: dict[str, Any], random: Random
    ) -> tuple[Composed, dict[str, Any], list[str]]:
        """The facts after some changes; those that no facts file may hold are undone."""
        answers.fresh, answers.choices = [], list(composed.choices)
        if random.random() < 0.15:
            self.order = random.random()
        for _change in range(random.randint(0, 5)):
            before, fresh = deepcopy(answers.data), list(answers.fresh)
            answers.change()
            try:
                composed, raw = self._composed(loaded, answers)
            except ValueError:
                answers.data, answers.fresh = before, fresh
        self.log.append(f"facts: {answers.fresh}")
        return composed, raw, answers.fresh

    def _drafted(self, file: Path, state: State, base: Draft, composed: Composed, fresh: list[str]) -> None:
        before = file.read_bytes()
        try:
            done = update(file, state, composed.asks, Wish())
        except UserError:
            seen = look(open_package(before), base).seen
            lost = not any(paragraph.hints for paragraph in seen) and share_found(base, seen) < LIKE_ENOUGH
            self._holds(lost, "a file is refused that can be known again")
            return
        if done.data is not None:
            file.write_bytes(done.data)
            write_sidecar(file, state)
            self._check_words(done, base, composed.draft, fresh)
            self._check_file(before, done)
        again = update(file, state, composed.asks, Wish())
        self._holds(again.data is None, "written again without a change, the file changes")

    def _holds(self, it: bool, what: str) -> None:
        if not it:
            raise BrokenError(what)

    def _check_words(self, done: Update, base: Draft, new: Draft, fresh: list[str]) -> None:
        before, after, text = "\n".join(done.before), "\n".join(done.after), new.text
        for word in self.typed:
            self._holds(after.count(word) >= min(before.count(word), 1), f"typed by hand and lost: {word}")
            if word.startswith("手改"):
                self._holds(after.count(word) == before.count(word), f"typed by hand and doubled: {word}")
        for gone in self.gone:
            if before.count(gone) == 0 and text.count(gone) <= 1 and _goes_on(gone, base, new):
                self._holds(gone not in after, f"deleted by hand and back: {gone}")
        told = [entry for entry in done.merge.account if entry.kind in _TOLD]
        for word in fresh:
            if word in text and word not in after:
                self._holds(any(word in entry.text + entry.before for entry in told), f"changed and lost: {word}")
        given = set(_NUMBER.findall(before)) | set(_NUMBER.findall(text))
        bare = [_without_marker(paragraph) for paragraph in _without_new_markers(done)]
        invented = [number for text in bare for number in _NUMBER.findall(text) if number not in given]
        self._holds(not invented, f"numbers that nobody gave: {invented}")

    def _check_file(self, before: bytes, done: Update) -> None:
        assert done.data is not None
        was, now = open_package(before), open_package(done.data)
        old, new = was.xml(was.document), now.xml(now.document)
        read = [seen.text for seen in look(now, Draft(())).seen]
        # A text box moves with the paragraph that holds it.
        in_order: Callable[[Iterable[str]], list[str]] = sorted if list(old.iter(w("txbxContent"))) else list  # type: ignore[assignment]
        decided = in_order(_words(done.after))
        self._holds(in_order(_words(read)) == decided, "the file does not say what was decided")
        accepted = in_order(_words(resolve.texts(resolve.accept(new))))
        self._holds(accepted == decided, "accepting all gives another text")
        comments = resolve.our_comments(before, done.data)
        rejected = resolve.form(resolve.reject(new), comments), resolve.form(resolve.reject(old), comments)
        self._holds(rejected[0] == rejected[1], f"rejecting ours does not give the file back: {_difference(*rejected)}")
        self._check_untouched(before, done)

    def _check_untouched(self, before: bytes, done: Update) -> None:
        assert done.data is not None
        old = look(open_package(before), Draft(())).paragraphs
        new = look(open_package(done.data), Draft(())).paragraphs
        alive = [step for step in done.merge.steps if step.fate is not Fate.DELETED]
        boxes = any(list(element.iter(w("txbxContent"))) for paragraph in old for element in paragraph.elements)
        if len(alive) != len(new) or (boxes and any(step.moved for step in alive)):
            return  # an empty paragraph more or less; the texts were compared
        for step, paragraph in zip(alive, new, strict=True):
            if step.seen is not None and step.fate is Fate.KEPT and not step.moved and not step.clashes:
                # Blocks that the hand joined have their bookmarks between them, be it inside a run.
                inner = any(anchor.start > 0 or anchor.end < len(paragraph.shown) for anchor in step.anchors)
                pair = _shown(old[step.seen].elements, inner), _shown(paragraph.elements, inner)
                self._holds(pair[0] == pair[1], f"a paragraph that nothing touched has changed: {paragraph.text[:40]}")


_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CHANGES = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))


def _join_runs(paragraph: etree._Element) -> None:
    """Make one of neighbouring runs of text that look the same; that blanks count is said of all of them or of none."""
    for text in paragraph.iter(w("t")):
        text.attrib.pop(_SPACE, None)
    before: etree._Element | None = None
    for run in list(paragraph.iter(w("r"))):
        if before is not None and run.getprevious() is before and _look(run) == _look(before) and _is_text(run, before):
            last = before[-1]
            last.text = (last.text or "") + (run[-1].text or "")
            run.getparent().remove(run)  # type: ignore[union-attr]
        else:
            before = run


def _look(run: etree._Element) -> bytes:
    found = run.find(w("rPr"))
    return b"" if found is None else etree.tostring(found, method="c14n")


def _is_text(*runs: etree._Element) -> bool:
    return all([child.tag for child in run if child.tag != w("rPr")] == [w("t")] for run in runs)


def _shown(elements: Iterable[etree._Element], joined: bool) -> list[bytes]:
    """The XML of the paragraphs that show anything: what was taken out before one is read as if it stood in it."""
    leaving = (w("del"), w("moveFrom"))
    return [
        _bare(element, joined)
        for element in elements
        if any(
            next(run.iterancestors(*leaving), None) is None
            for run in element.iter(w("r"))
            if run.find(w("commentReference")) is None
        )
    ]


def _bare(element: etree._Element, joined: bool) -> bytes:
    """The XML of a paragraph without bookmarks, comments, and what we have pending at its mark.

    A paragraph that comes or goes beside it may need its mark tracked (see `drafting.revise.marks`); that rejecting
    takes this away is looked at elsewhere. joined: neighbouring runs that look the same count as one.
    """
    copy = deepcopy(element)
    copy.tail = None
    for mark in list(copy.iterfind(f"{w('pPr')}/{w('rPr')}/*")):
        if mark.tag in _CHANGES and mark.get(w("author")) == AUTHOR:
            look = mark.getparent()
            assert look is not None
            look.remove(mark)
    for look in copy.findall(f"{w('pPr')}/{w('rPr')}"):
        if not len(look):
            look.getparent().remove(look)  # type: ignore[union-attr]
    names = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
    for mark in list(copy.iter(*(w(name) for name in names))):
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    if joined:
        _join_runs(copy)
    return etree.tostring(copy, method="c14n")


def _goes_on(words: str, base: Draft, new: Draft) -> bool:
    """Whether words of the new draft stand there in the paragraph in which they stood in the one before.

    A part that the facts had taken out and now bring back, and the wording of one row in a new row beside it, are
    other paragraphs: what was deleted in one of them was not deleted there.
    """
    before, after = (
        {block.key for group in draft.paragraphs() if words in "".join([b.text for b in group]) for block in group}
        for draft in (base, new)
    )
    return bool(before & after)


def _words(paragraphs: Iterable[str]) -> list[str]:
    """The paragraphs that hold words."""
    return [words for text in paragraphs if (words := text.replace(OBJECT, ""))]


def _without_new_markers(done: Update) -> Iterator[str]:
    """The paragraphs afterwards, but for enumerators that have come in, which run on by themselves."""
    for step in done.merge.steps:
        if step.seen is None:
            yield "".join([span.text for block in step.blocks for span in block.spans])
        elif step.fate is not Fate.DELETED:
            others = [c for c in step.changes if (marker := parse_marker(c.text)) is None or marker.text != c.text]
            yield changed(done.before[step.seen], others)


def _without_marker(text: str) -> str:
    """A paragraph without the enumerator at its head, which runs on by itself."""
    marker = parse_marker(text)
    return text.removeprefix(marker.text) if marker else text


def _difference(one: list[Any], other: list[Any]) -> str:
    for a, b in zip(one, other, strict=False):
        if a != b:
            return f"{str(a)[:300]} // {str(b)[:300]}"
    return f"{len(one)} paragraphs, {len(other)} before"
