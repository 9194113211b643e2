"""The wording of a passage: what stays is text, what changes from year to year is a question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from drafting.draft import Move
from drafting.learning import forms, signing
from drafting.learning.agendas import agenda_in, agenda_of_years
from drafting.learning.asking import MOVES, Book, comes_back
from drafting.learning.emptied import held
from drafting.learning.likeness import shared
from drafting.learning.people import SIGNED
from drafting.learning.seams import ENDS, marks_around
from drafting.learning.shared import is_telling, said_in
from drafting.learning.simplified import simplified
from drafting.learning.spot import Kind, Spot, spots
from drafting.learning.surroundings import BLANK, beside, cloze, is_again, label, subject, wider
from drafting.learning.wording import joined, literal, named, optional, quoted

CONTENT = frozenset((Move.ACHIEVEMENTS, Move.EXPERIENCE, Move.SHORTCOMINGS, Move.GOALS, Move.TASKS))
"""Moves whose content is new each year; the others are said again, with other names and figures."""

EDITION = "edition"
_ANY = 10**9
_OWN_WORDS = 120  # characters of a paragraph whose content is new each year, from which on it is one answer
_LEAST_SHARED = 0.35  # of the longest text is wording, or names in it, below which nothing of it is wording
_CITATION = 16  # characters of quoted words that somebody is cited with
_SAID_TO_BE = 4  # characters behind quoted words that say what they are
_ONE_LINE = 60  # characters of an answer of one line
_A_CLAUSE = 4  # characters, at the least
_SHOWN = 16  # characters of an answer by which its question is known
_SENTENCE = re.compile(r"[。！？!?]+[”’）)]*")
_FORETOLD = re.compile("：(?=[^，。；：]{2,12}[。！]\\Z)")

Texts = Mapping[int, str]
"""The texts of one passage by edition; editions without it are left out."""


@dataclass(slots=True)
class Writer:
    """Writes templates, asking the book for what changes.

    names: of the editions. known: names that are one fact wherever they stand, by edition. whole: text of the
    speech. facts: whether to ask. most: how many names a text may have that
    are asked one by one.
    """

    book: Book
    names: Sequence[str]
    known: Sequence[Sequence[tuple[str, Kind]]]
    whole: str = ""
    facts: bool = True
    most: int = _ANY

    def worded(self, texts: Texts, move: Move) -> str:
        """The template that gives the text of each edition back."""
        if len(self.names) == 1:
            return self._one(next(iter(texts.values())), move)
        if len(texts) == 1 and self.facts:
            return self._of_one_year(*next(iter(texts.items())))
        if len(set(texts.values())) == 1:
            return literal(next(iter(texts.values())))
        if not self.facts:
            return self._by_edition(texts)
        if move is Move.BYLINE and signing.is_one_answer(texts, self.known):
            return signing.signed_in_years(self.book, texts, len(self.names))
        agenda = self._agenda_of_years(texts) if move is Move.OPENING else ""
        return agenda or self._several(texts, move)

    def content(self, texts: Texts, move: Move) -> str:
        """The template of a text: where its content is new each year, all behind its first sentence is one answer.

        What is short has its figures changed rather than being written anew, and each of them is asked. One answer
        it is where more than `most` things in it change from year to year; but what is said elsewhere too stays a
        question of its own.
        """
        text = next(iter(texts.values()))
        is_joint = len(text) < _OWN_WORDS or text[-1] in "：:" or (move in CONTENT and self._is_shared(text))
        if len(self.names) > 1 or not self.facts or (is_joint and self.most == _ANY):
            return self.worded(texts, move)
        if (is_joint or move not in CONTENT) and len(self._worth_asking(text)) <= self.most:
            return self.worded(texts, move)
        end = _SENTENCE.search(text)
        cut = end.end() if end and end.end() < len(text) else 0
        if cut and (foretold := _FORETOLD.search(text, 0, cut)):  # 做到“五个到位”：宣传到位。 begins what is told
            cut = foretold.end()
        if len(self._worth_asking(text[:cut])) > self.most:
            cut = 0
        first, rest = text[:cut], text[cut:]
        if not comes_back(rest) or (self.most == _ANY and len(rest) < _OWN_WORDS):
            return self.worded(texts, move)
        opening = re.split("[，。；：,;:]", first or rest)[0][:20]
        ask = f"{MOVES[move]}（{opening}……之后的话）" if first else f"{MOVES[move]}（{opening}……一段）"
        start = self._one(first, move) if first else ""
        return start + named(self.book.passage(move.value, [rest], ask, long=True))

    def _is_shared(self, text: str) -> bool:
        """Whether a name or figure of a text stands elsewhere in the speech too."""
        named_here = [(spot.kind, text[spot.start : spot.end]) for spot in spots(text, self.known[0])]
        values = [value for kind, value in named_here if is_telling(kind, value)]
        return any(said_in(self.whole, value) > said_in(text, value) for value in values)

    def _one(self, text: str, move: Move) -> str:
        if not self.facts:
            return literal(text)
        if move is Move.BYLINE and signing.says_who(text):
            return signing.signed(self.book, text, self.known[0])
        if move is Move.BYLINE and (who := signing.who_speaks_on_a_day(text)):
            return signing.signed(self.book, who, self.known[0]) + self._spotted(text[len(who) :])
        if move is Move.TITLE and (title := self._titled(text)):
            return title
        agenda = agenda_in(text) if move is Move.OPENING else None
        if agenda:
            key = self.book.listed("agenda", [list(agenda.entries)], f"议程（{agenda.head}……）")
            before = text[: agenda.begin], text[agenda.begin : agenda.start]
            behind = text[agenda.end : agenda.over], text[agenda.over :]
            heard = self._spotted(before[1]) + joined(key, agenda.mark) + self._spotted(behind[0])
            told = self._spotted(before[0]) + held(heard, key)
            return told + (self._one(behind[1], move) if agenda_in(behind[1]) else self._spotted(behind[1]))
        return self._spotted(text)

    def _agenda_of_years(self, texts: Texts) -> str:
        """A text of several years in which the list of what went before differs; "" where none does."""
        agenda = agenda_of_years(texts)
        if agenda is None:
            return ""
        before = self._differing(agenda.before)
        entries = [list(agenda.entries.get(edition, ())) for edition in range(len(self.names))]
        key = self.book.listed("agenda", entries, f"议程（{agenda.head}……）")
        heard = self._differing(agenda.lead) + joined(key, agenda.mark)
        heard += self._differing(agenda.behind, {edition: said[-1] for edition, said in agenda.entries.items()})
        return before + held(heard, key) + self._differing(agenda.after)

    def _differing(self, texts: Texts, before: Texts = MappingProxyType({})) -> str:
        """The template of a piece of an opening, of several years. before: what stands before it."""
        same = len(set(texts.values())) == 1
        return literal(next(iter(texts.values()))) if same else self._several(texts, Move.OPENING, before)

    def _titled(self, text: str) -> str:
        """A line of a title that names who speaks, or is its theme above the meeting; "" for any other."""
        is_theme = f"{text}\n—" in self.whole and text[0] not in "—-"
        if is_theme and comes_back(text) and all(spot.kind is not Kind.YEAR for spot in spots(text)):
            return named(self.book.passage("theme", [text], "标题（主标题）", long=False))
        signed = text[: max(0, text.find("在"))].rstrip()
        if SIGNED.search(signed) and comes_back(signed):
            return signing.signed(self.book, signed, self.known[0]) + self._spotted(text[len(signed) :])
        return ""

    def _of_one_year(self, edition: int, text: str) -> str:
        """A text that one of several years has alone: said again it is told of other things, and these are asked."""
        return literal(text) if len(self._worth_asking(text, edition)) > self.most else self._spotted(text, edition)

    def _spotted(self, text: str, edition: int = 0) -> str:
        pieces: list[str] = []
        done = 0
        for spot in self._worth_asking(text, edition):
            values: list[str | None] = [None] * len(self.names)
            values[edition] = text[spot.start : spot.end]
            ask = label(spot.kind, text, spot.start, spot.end)
            around = beside(text, spot.start, spot.end)
            again = is_again(text, spot.start, spot.end)
            more = wider(spot.kind, text, spot.start, spot.end)
            about = subject(text, spot.start)
            name = self.book.name(spot.kind, values, ask, about, beside=around, again=again, wider=more)
            pieces += (literal(text[done : spot.start]), named(name))
            done = spot.end
        return "".join(pieces) + literal(text[done:])

    def _worth_asking(self, text: str, edition: int = 0) -> list[Spot]:
        """What in a text changes from year to year and comes back from a facts file as it is."""
        return [
            spot
            for spot in spots(text, self.known[edition])
            if comes_back(value := text[spot.start : spot.end])
            and (spot.kind is not Kind.SLOGAN or self._is_slogan(value, text[spot.end : spot.end + _SAID_TO_BE]))
        ]

    def _is_slogan(self, quoted_words: str, behind: str) -> bool:
        """Whether words in quotation marks are a slogan or a citation, and not just a manner of speaking.

        behind: what they are said to be.
        """
        long = len(quoted_words) >= _CITATION or self.whole.count(quoted_words) > 1
        concept = forms.CONCEPT.match(simplified(behind))
        return long or concept is not None or forms.FORMULA.search(simplified(quoted_words)) is not None

    def _several(self, texts: Texts, move: Move, before: Texts = MappingProxyType({})) -> str:
        editions = sorted(texts)
        known = [self.known[edition] for edition in editions]
        pieces = shared([texts[edition] for edition in editions], known)
        stays = sum([max(map(len, piece)) for piece in pieces if len(set(piece)) == 1 or all(map(self._kind, piece))])
        longest = max(map(len, texts.values()))
        if longest > _ONE_LINE and stays < _LEAST_SHARED * longest:
            pieces = [tuple(texts[edition] for edition in editions)]
        if not all(comes_back(value) for piece in pieces if len(set(piece)) > 1 for value in piece if value):
            return self._by_edition(texts)
        above = before.get(editions[-1], "")
        template, last = "", above + texts[editions[-1]]
        done = len(above)  # of the text of the latest edition
        named_as = self._named_as([texts[edition] for edition in editions], pieces)
        for piece, kind in zip(pieces, named_as, strict=True):
            if len(set(piece)) == 1:
                template += literal(piece[0])
            else:
                template += self._some_say(piece, editions) or self._told(
                    piece, editions, kind, last, done, move, whole=len(pieces) == 1
                )
            done += len(piece[-1])
        return template

    def _some_say(self, piece: Sequence[str], editions: Sequence[int]) -> str:
        """The wording of what several editions say alike and others do not, under a condition; "" for what is none."""
        said = [value for value in piece if value]
        if len(said) in (1, len(piece)) or len(set(said)) > 1 or len(said[0]) < _A_CLAUSE:
            return ""
        truths: list[bool | None] = [None] * len(self.names)
        for edition, value in zip(editions, piece, strict=True):
            truths[edition] = bool(value)
        words = said[0].strip(ENDS)
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}……"
        key = self.book.condition(truths, f"有没有“{shown}”这句话")
        return f"{{% if {key} %}}{literal(said[0])}{{% endif %}}"

    def _told(
        self,
        piece: Sequence[str],
        editions: Sequence[int],
        kind: Kind | None,
        last: str,
        done: int,
        move: Move,
        *,
        whole: bool,
    ) -> str:
        """The template of what differs between editions and stands behind `done` characters of the `last`."""
        before, behind = ("", "") if all(piece) else marks_around(piece)
        values: list[str | None] = [None] * len(self.names)
        for edition, value in zip(editions, piece, strict=True):
            values[edition] = value.removeprefix(before).removesuffix(behind) or None
        start, end = done + bool(piece[-1]) * len(before), done + len(piece[-1].removesuffix(behind))
        key = self._difference(kind, values, last, start, end, move, whole=whole)
        return named(key) if all(piece) else optional(key, before, behind)

    def _named_as(self, texts: Sequence[str], pieces: Sequence[Sequence[str]]) -> list[Kind | None]:
        """What each piece names where it stands: 2025 is a year in 2025届; None where it is no name, or not always."""
        found = [
            {
                (spot.start, spot.end): spot.kind
                for spot in spots(text, [name for names in self.known for name in names])
            }
            for text in texts
        ]
        kinds: list[Kind | None] = []
        ends = [0] * len(texts)
        for piece in pieces:
            starts, ends = ends, [end + len(value) for end, value in zip(ends, piece, strict=True)]
            of_piece = {
                places.get((start, end)) or self._kind(value)
                for places, start, end, value in zip(found, starts, ends, piece, strict=True)
                if value
            }
            kinds.append(of_piece.pop() if len(of_piece) == 1 else None)
        return kinds

    def _difference(
        self,
        kind: Kind | None,
        values: Sequence[str | None],
        last: str,
        start: int,
        end: int,
        move: Move,
        *,
        whole: bool,
    ) -> str:
        given = [value for value in values if value]
        if kind is not None:
            ask, around = label(kind, last, start, end), beside(last, start, end)
            more = wider(kind, last, start, end)
            return self.book.name(kind, values, ask, subject(last, start), beside=around, wider=more)
        longest = max(map(len, given))
        words = cloze(last, start, end)
        if whole or words == BLANK:
            shown = last[start:end] or given[-1]  # this year's speech may have nothing there
            words = f"{shown[:_SHOWN].rstrip(ENDS)}……{'一段' if whole else '的话'}"
        ask = f"{MOVES[move]}（{words}）"
        return self.book.passage(move.value, values, ask, long=longest > _ONE_LINE or whole)

    def _kind(self, value: str) -> Kind | None:
        """What a text names, if it is a name and no more."""
        found: list[Spot] = spots(value, [name for names in self.known for name in names])
        return found[0].kind if len(found) == 1 and (found[0].start, found[0].end) == (0, len(value)) else None

    def _by_edition(self, texts: Texts) -> str:
        """Each edition's own text, chosen by its name: for what no answer could hold."""
        key = self.book.choice(EDITION, self.names, "哪一年的稿子")
        ways = [(f"{key} == {quoted(self.names[edition])}", literal(text)) for edition, text in texts.items()]
        chosen = "".join(
            [f"{{% {'elif' if number else 'if'} {test} %}}{text}" for number, (test, text) in enumerate(ways)]
        )
        return chosen + "{% endif %}"
