"""Learning: one speech, or several years of one, become an outline and the facts that give each of them back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from drafting.chinese.enumerators import Style
from drafting.draft import Block, Draft, Move
from drafting.errors import UserError
from drafting.i18n import _
from drafting.learning.asking import MOVES, Book, comes_back
from drafting.learning.build import Builder, Part, literal_parts
from drafting.learning.closings import closings_apart
from drafting.learning.counts import count_answers, count_items, count_quoted
from drafting.learning.derived import derive_amounts, derive_years
from drafting.learning.editions import alike, group_of, heading_over, in_step
from drafting.learning.files import facts_text, outline_text
from drafting.learning.given_ends import without_ends
from drafting.learning.grids import in_stretches
from drafting.learning.joining import merged
from drafting.learning.known import known_names
from drafting.learning.passages import Element, elements, sound_blocks
from drafting.learning.shared import note_places, word_apart
from drafting.learning.texts import EDITION, Writer
from drafting.learning.tried import MAX_CHARACTERS, Candidate, Share, composed, share_of
from drafting.learning.wording import named, quoted
from drafting.outline.model import Type

MAX_BLOCKS = 2_000  # of a speech that can be learned; the longest reports have a fourth
COMPARED = 0.6  # of them that all editions of a series may have, for they are compared pair by pair
_TRIES, _TRIED_BLOCKS = 60, 6_000  # outlines, and blocks in them, that are tried before all is left as it stands
_AS_IT_STANDS, _OWN_WORDS = 2, 3  # plainness: 0 is all analysis, 1 without questions and tables
_QUESTIONS, _PER_CHARACTERS = 55, 5000  # as many questions as a person will answer about so long a speech
_MOST = (10**9, 9, 6, 4, 2)  # names in one text that are asked one by one: fewer, where there are too many

Unit = Sequence[Mapping[int, Element]]
"""Rows of elements that begin with a paragraph of the page of their own."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned. facts: the text of a facts file for each edition; drafts: what it composes, in this order.

    alike: how much the editions have in common, from 0 to 1; years of one speech have more than a quarter.
    """

    outline_yaml: str
    facts_yamls: tuple[str, ...]
    drafts: tuple[Draft, ...]
    questions: int
    shares: tuple[Share, ...]
    alike: float = 1.0

    @property
    def facts_yaml(self) -> str:
        """The facts of the latest edition."""
        return self.facts_yamls[-1]


def learn_speech(draft: Draft, name: str) -> Learned:
    """The outline and the facts that give the text of `draft` back to the letter.

    name: of the speech; the facts name the outline `NAME.outline.yaml`, to lie beside them. Lines that hold nothing
    are no paragraphs and are not kept. Raises UserError where a character can be written in no file.
    """
    return learn_series([draft], [name])


def learn_series(drafts: Sequence[Draft], names: Sequence[str], outline: str = "") -> Learned:
    """One outline for several editions of a speech, oldest first, and the facts that give each of them back.

    What is the same in all is wording, what differs is asked, what some lack stands under a condition. names: of the
    editions, all different. outline: name of the outline, without `.outline.yaml`; default the last edition's.
    Raises UserError as `learn_speech`.
    """
    part = 1 if len(drafts) == 1 else COMPARED
    blocks, characters = sum([len(draft.blocks) for draft in drafts]), sum([len(draft.text) for draft in drafts])
    if blocks > part * MAX_BLOCKS or characters > part * MAX_CHARACTERS:
        raise UserError(_("The speech is too long for one outline; take it apart."))
    return _Learner(drafts, names, outline or names[-1]).learn()


class _Learner:
    """Tries an outline, and leaves more as it stands wherever the speech does not come back."""

    def __init__(self, drafts: Sequence[Draft], names: Sequence[str], outline: str) -> None:
        self._blocks = [closings_apart(sound_blocks(draft)) for draft in drafts]
        self._names = names
        self._outline = outline
        self._texts = [Draft(tuple(blocks)).text for blocks in self._blocks]
        self._title = next((title for draft in reversed(drafts) if (title := "".join(draft.title.split()))), outline)
        if not all(self._texts):
            raise UserError(_("There is no text to learn from."))
        rows = in_step(dict(enumerate(map(elements, self._blocks))))
        self._units = _units(rows)
        self._alike = alike(rows, len(drafts))
        self._known = [known_names(blocks) for blocks in self._blocks]
        self._plainness = [0] * len(self._units)
        self._most = _MOST[0]
        self._ends = [self._ends_of(edition) for edition in range(len(drafts))]

    def learn(self) -> Learned:
        """The best outline that gives every edition back."""
        candidate = self._with_fewer_questions()
        tries = min(_TRIES, 2 + _TRIED_BLOCKS // max(map(len, self._blocks)))
        for _try in range(tries):
            drafts = composed(candidate)
            wrong = self._wrong(drafts)
            if drafts is not None and wrong is None:
                return self._done(candidate, drafts)
            if wrong is None or min(self._plainness) == _AS_IT_STANDS:
                break
            self._make_plainer(wrong)
            candidate = self._candidate()
        for plainness in (_AS_IT_STANDS, _OWN_WORDS):
            self._plainness = [plainness] * len(self._units)
            candidate = self._candidate()
            drafts = composed(candidate)
            if drafts is not None and self._wrong(drafts) is None:
                return self._done(candidate, drafts)
        raise UserError(_("The speech holds something that an outline cannot give back; take it apart or clean it."))

    def _with_fewer_questions(self) -> Candidate:
        """An outline that asks no more than a person will answer: texts full of names are asked as wholes."""
        at_most = max(_QUESTIONS, _QUESTIONS * max(map(len, self._texts)) // _PER_CHARACTERS)
        candidate = self._candidate()
        for most in _MOST[1:]:
            if len(candidate.asked) <= at_most:
                break
            self._most = most
            candidate = self._candidate()
        return candidate

    def _done(self, candidate: Candidate, drafts: Sequence[Draft]) -> Learned:
        for outline in candidate.tidied:
            tidied = replace(candidate, outline=outline)
            mended = composed(tidied)
            if mended is not None and self._wrong(mended) is None:  # mending changes nothing: there are no slips
                candidate, drafts = tidied, mended
                break
        long = {question.key for question in candidate.asked if question.type is Type.LONG}
        return Learned(
            outline_yaml=candidate.outline,
            facts_yamls=candidate.facts,
            drafts=tuple(drafts),
            questions=len(candidate.asked),
            shares=tuple([share_of(draft, long) for draft in drafts]),
            alike=self._alike,
        )

    def _candidate(self) -> Candidate:
        """The outline as plain as it has been found to need."""
        book = Book(len(self._names))
        everywhere = frozenset(range(len(self._names)))
        writer = Writer(book, self._names, self._known, self._texts[-1], most=self._most)
        builder = Builder(book, writer)
        styles: set[Style] = set()
        parts: list[Part] = []
        heading: Block | None = None
        for unit, plainness in zip(self._units, self._plainness, strict=True):
            writer.facts = plainness == 0
            heading = heading_over(unit[0], heading)
            book.group = group_of(unit[0], heading)
            if plainness >= _AS_IT_STANDS:
                parts += self._as_it_stands(book, unit, plainness)
                continue
            for rows in in_stretches(unit):
                book.group = group_of(rows[0], heading)
                parts = builder.with_stretch(parts, rows, everywhere, styles)
        whole = merged(parts)
        if len(self._names) == 1:
            count_items(whole, book)
        else:
            count_answers(whole, book)
        count_quoted(whole, book)
        derive_years(whole, book)
        derive_amounts(whole, book)
        word_apart(book.asked)
        note_places(book.asked)
        file = f"./{self._outline}.outline.yaml"
        return Candidate(
            asked=tuple(book.asked),
            outline=outline_text(self._title, "", book.asked, whole, tidy=False),
            tidied=(
                outline_text(self._title, "", book.asked, whole, tidy=True),
                outline_text(self._title, "", book.asked, without_ends(whole, book), tidy=False),
            ),
            facts=tuple([facts_text(file, book.asked, edition) for edition in sorted(everywhere)]),
        )

    def _as_it_stands(self, book: Book, unit: Unit, plainness: int) -> list[Part]:
        """A unit without analysis: as wording, each edition's own; or, plainer still, as the user's own words."""
        editions = {edition: [row[edition] for row in unit if edition in row] for edition in range(len(self._names))}
        literals = {edition: literal_parts(found) for edition, found in editions.items() if found}
        first = next(iter(literals.values()))
        if plainness == _OWN_WORDS:
            texts = [Draft(tuple(_blocks_of(found))).text if found else None for found in editions.values()]
            if all(text is None or comes_back(text, several=True) for text in texts):
                ask = f"{MOVES[Move(first[0]['move'])]}（{first[0]['text'][:16]}……一段）"
                key = book.passage(first[0]["move"], texts, ask, long=True)
                when = {"when": key} if None in texts else {}
                return [{"move": first[0]["move"], **when, "text": named(key)}]
        if len(literals) == len(self._names) and all(parts == first for parts in literals.values()):
            return first
        key = book.choice(EDITION, self._names, "哪一年的稿子")
        return [
            {"when": f"{key} == {quoted(self._names[edition])}", **part}
            for edition, parts in literals.items()
            for part in parts
        ]

    def _wrong(self, drafts: Sequence[Draft] | None) -> int | None:
        """The first unit that does not come back in some edition; None if all do, -1 if nothing does."""
        if drafts is None:
            return -1
        for text, draft, ends in zip(self._texts, drafts, self._ends, strict=True):
            if draft.text != text:
                pairs = zip(text, draft.text, strict=False)
                at = next((place for place, (one, other) in enumerate(pairs) if one != other), len(draft.text))
                return min(bisect_right(ends, at), len(self._units) - 1)
        return None

    def _refused(self) -> list[int]:
        """The units that alone make files which cannot be read."""
        plainness = self._plainness
        refused = []
        for unit, own in enumerate(plainness):
            self._plainness = [_AS_IT_STANDS] * len(plainness)
            self._plainness[unit] = own
            if own < _AS_IT_STANDS and composed(self._candidate()) is None:
                refused.append(unit)
        self._plainness = plainness
        return refused

    def _make_plainer(self, unit: int) -> None:
        """Leave the unit that went wrong a little more as it stands, or the one before it, or all."""
        if unit >= 0:
            wrong = [place for place in (unit, unit - 1) if place >= 0 and self._plainness[place] < _AS_IT_STANDS][:1]
        else:
            wrong = self._refused() if len(self._units) <= _TRIES else []
        for place in wrong:
            self._plainness[place] += 1
        if wrong:
            return
        self._plainness = [min(plainness + 1, _AS_IT_STANDS) for plainness in self._plainness]

    def _ends_of(self, edition: int) -> list[int]:
        """Where each unit ends in the text of an edition, its line end included."""
        found = [[row[edition] for row in unit if edition in row] for unit in self._units]
        texts = [Draft(tuple(_blocks_of(elements_))).text for elements_ in found]
        return list(accumulate([len(text) + 1 if text else 0 for text in texts]))


def _units(rows: Sequence[Mapping[int, Element]]) -> list[Unit]:
    """The rows, those that run on in a paragraph together with what they run on from, and those of a table."""
    units: list[list[Mapping[int, Element]]] = []
    for unit in in_stretches(rows):
        runs_on = {edition for edition, element in unit[0].items() if next(element.walk()).runs_on}
        while runs_on and units:  # what it runs on from may stand some rows above, where other editions say more
            above = units.pop()
            unit = above + unit
            runs_on = runs_on.difference(*above)
        units.append(unit)
    return [tuple(unit) for unit in units]


def _blocks_of(found: Sequence[Element]) -> list[Block]:
    return [block for element in found for block in element.walk()]
