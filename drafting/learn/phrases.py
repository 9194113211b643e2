"""Many phrases looked for in one go, however many there are: by their first characters.

Texts are gone through once, all together, for the places where two characters stand that some phrase begins with; only
there the phrases that begin with these characters, and the next, are tried. Most phrases are plain words and need no
regular expression at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, count
from typing import Any, NamedTuple

from drafting.chinese.patterns import pattern

ANYWHERE = 1 << 30
_REACH = re.compile(r"\^\.\{0,(\d+)\}")
_RANGE = re.compile("(.)-(.)")
_SPECIAL = frozenset(".[(^$*+?{\\|)")
_DIGITS = "0123456789"
_OPENING = 2  # characters
Zones = Sequence[tuple[int, int]]
"""From where to where each zone of a text reaches."""
Places = dict[int, list[int]]
"""Where phrases stand in a text, by the numbers of their groups."""


class _Try(NamedTuple):
    """What is tried where an opening stands: words, or a regular expression, each with the opening."""

    zone: int
    number: int
    reach: int
    words: tuple[str, ...]
    expression: re.Pattern[str]

    def stands(self, text: str, at: int, end: int) -> bool:
        """Whether it stands at a place."""
        return text.startswith(self.words, at, end) if self.words else self.expression.match(text, at, end) is not None


class _Phrase(NamedTuple):
    """A phrase in one of the ways in which it can begin. opening: two characters, or one where any may follow."""

    zone: int
    number: int
    reach: int
    opening: str
    rest: str


class _Start:
    """The phrases with one opening, by the character behind it. What no text has is never made ready."""

    __slots__ = ("_phrases", "tries")

    def __init__(self, phrases: list[_Phrase]) -> None:
        self._phrases = phrases
        self.tries: dict[str, list[_Try]] = {}

    def ready(self) -> dict[str, list[_Try]]:
        """What is tried by the third character; "": where that tells nothing."""
        rests: dict[tuple[bool, str, int, int, int, str], list[str]] = {}
        for zone, number, reach, opening, rest in self._phrases:
            for third, behind in _first_of(rest) if len(opening) == _OPENING else [("", rest)]:
                rests.setdefault((third != "", third, zone, number, reach, opening + third), []).append(behind)
        self.tries[""] = []
        for (_is_told, third, zone, number, reach, opening), alternatives in sorted(rests.items()):
            tries = self.tries.setdefault(third, [*self.tries[""]])
            tries.append(_Try(zone, number, reach, *_test(opening, alternatives)))
        return self.tries


class Phrases:
    """Numbered groups of phrases.

    A phrase is a regular expression that begins with characters or classes and groups of such; `^` before it ties it
    to the beginning of its zone, `^.{0,20}` to the first characters of it. Raises ValueError for any other.
    groups: the phrases of each, and in which zone of a text they count.
    """

    def __init__(self, groups: Sequence[tuple[int, Sequence[str]]]) -> None:
        firsts: dict[str, list[_Phrase]] = {}  # what stands at the very beginning of a zone only
        others: dict[str, list[_Phrase]] = {}
        for number, (zone, phrases) in enumerate(groups):
            for phrase in phrases:
                reach, words = _tied(phrase)
                for first, after in _beginnings(words):
                    for second, rest in _first_of(after):
                        known = others if reach else firsts
                        one = _Phrase(zone, number, reach, first + second, rest)
                        known.setdefault(one.opening, []).append(one)
        self._firsts, starts = _starts(firsts), _starts(others)
        twos = [opening for opening in starts if len(opening) == _OPENING]
        self._by_pair = {pair: starts[two] for pair, two in zip(_pairs("".join(twos))[0], twos, strict=True)}
        self._by_one = {opening: start for opening, start in starts.items() if len(opening) == 1}
        self._one = re.compile(f"[{re.escape(''.join(self._by_one))}]") if self._by_one else None

    def found(self, texts: Sequence[str], zones: Sequence[Zones]) -> list[Places]:
        """What stands in each text, in its zones."""
        found = [self._at_first(text, own) for text, own in zip(texts, zones, strict=True)]
        index = end = -1
        for place, start in self._met("\n".join(texts)):
            while place >= end:  # in one of the next texts
                index, begin = index + 1, end + 1
                text, own, here = texts[index], zones[index], found[index]
                end = begin + len(text)
            at = place - begin
            tries = start.tries or start.ready()
            for zone, number, reach, words, expression in tries.get(text[at + 2 : at + 3]) or tries[""]:
                first, last = own[zone]
                if not first <= at < last or at - first > reach:
                    continue
                if text.startswith(words, at, last) if words else expression.match(text, at, last):
                    here.setdefault(number, []).append(at)
        return found

    def _at_first(self, text: str, zones: Zones) -> Places:
        """What stands at the very beginning of the zones of a text, of what must stand there."""
        found: Places = {}
        for first in {first for first, _last in zones}:
            start = self._firsts.get(text[first : first + 2]) or self._firsts.get(text[first : first + 1])
            if start is None:
                continue
            tries = start.tries or start.ready()
            for one in tries.get(text[first + 2 : first + 3]) or tries[""]:
                begin, last = zones[one.zone]
                if begin == first and one.stands(text, first, last):
                    found[one.number] = [first]
        return found

    def _met(self, text: str) -> Iterator[tuple[int, _Start]]:
        """The places where two characters stand that some phrase begins with, or one; all of this runs in C."""
        starts: list[Any] = [None] * len(text)
        for first, pairs in enumerate(_pairs(text)):
            starts[first : first + 2 * len(pairs) : 2] = map(self._by_pair.get, pairs)
        for place in self._one.finditer(text) if self._one else ():
            starts[place.start()] = starts[place.start()] or self._by_one[place[0]]
        return zip(compress(count(), starts), filter(None, starts), strict=True)


class AnyOf:
    """Phrases of which any may stand anywhere, in letters of either case.

    A regular expression of very many looks for the places where one can begin, if all begin with characters; so those
    that do not are kept apart, and those that are tied to the beginning of a text are tried there alone.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        tied = [phrase[1:] for phrase in phrases if phrase.startswith("^")]
        told: dict[str, list[str]] = {}
        others = []
        for phrase in phrases:
            try:
                for first, rest in _beginnings(phrase):
                    for sign in {first.lower(), first.upper()}:
                        told.setdefault(sign, []).append(rest)
            except ValueError:
                others += [] if phrase.startswith("^") else [phrase]
        starts = [f"{re.escape(first)}(?i:{'|'.join(rests)})" for first, rests in sorted(told.items())]
        self._told = pattern("|".join(starts))
        self._others = pattern("|".join(others), re.IGNORECASE)
        self._tied = pattern("|".join(tied), re.IGNORECASE)
        self._all = pattern("|".join(phrases), re.IGNORECASE)

    def stand_in(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        return (self._told.search(text) or self._tied.match(text) or self._others.search(text)) is not None

    def count(self, text: str) -> int:
        """How many of them stand in a text."""
        return len(self._all.findall(text))


def _starts(phrases: Mapping[str, list[_Phrase]]) -> dict[str, _Start]:
    """Phrases by their openings, those of one character also with each opening that begins with it."""
    return {
        opening: _Start(own + (phrases.get(opening[0], []) if len(opening) == _OPENING else []))
        for opening, own in phrases.items()
    }


def _pairs(text: str) -> tuple[memoryview, memoryview]:
    """Each two neighbouring characters of a text as one number: those at its even places, those at its odd places."""
    codes = memoryview(text.encode("utf-32-le", "surrogatepass"))
    return codes[: len(text) // 2 * 8].cast("Q"), codes[4 : 4 + max(0, len(text) - 1) // 2 * 8].cast("Q")


def _test(opening: str, rests: Sequence[str]) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """What finds an opening with one of the rests behind it: words, if these are plain, and an expression."""
    plain = not any(_SPECIAL.intersection(rest) for rest in rests)
    words = tuple([opening + rest for rest in rests]) if plain else ()
    return words, pattern(f"{re.escape(opening)}(?:{'|'.join(rests)})")


def _tied(phrase: str) -> tuple[int, str]:
    """How far from the beginning a phrase may stand, and the phrase without what says so."""
    if match := _REACH.match(phrase):
        return int(match[1]), phrase[match.end() :]
    return (0, phrase[1:]) if phrase.startswith("^") else (ANYWHERE, phrase)


def _first_of(rest: str) -> list[tuple[str, str]]:
    """The first character of what follows in a phrase, and what is behind it; "" where it may be any."""
    try:
        return list(_beginnings(rest))
    except ValueError:
        return [("", rest)]


def _beginnings(phrase: str) -> Iterator[tuple[str, str]]:
    """The first character of a phrase and the rest of it, for each way in which it can begin."""
    signs = ""
    choices: Sequence[str] = ()
    if phrase.startswith("(?:"):
        choices, rest = _group(phrase)
    elif phrase.startswith("[") and not phrase.startswith("[^"):
        members, _bracket, rest = phrase[1:].partition("]")
        signs = _RANGE.sub(_counted_up, members.replace(r"\d", _DIGITS))
        if "\\" in signs:
            raise ValueError(phrase)
    elif phrase.startswith(r"\d"):
        signs, rest = _DIGITS, phrase[2:]
    elif phrase and phrase[0] not in _SPECIAL:
        signs, rest = phrase[0], phrase[1:]
    else:
        raise ValueError(phrase)
    if rest.startswith(("*", "+", "{")):
        raise ValueError(phrase)
    optional = rest.startswith("?")
    rest = rest[optional:]
    for sign in signs:
        yield sign, rest
    for choice in choices:
        yield from _beginnings(choice + rest)
    if optional:
        yield from _beginnings(rest)


def _counted_up(ends: re.Match[str]) -> str:
    """All characters from the first to the last of a range."""
    return "".join(map(chr, range(ord(ends[1]), ord(ends[2]) + 1)))


def _group(phrase: str) -> tuple[list[str], str]:
    """The alternatives of the group that a phrase begins with, and what follows it."""
    alternatives, depth, begun = [], 0, 3
    for at in range(3, len(phrase)):
        sign = phrase[at]
        if sign in "([":
            depth += 1
        elif sign in ")]" and depth:
            depth -= 1
        elif sign in "|)" and not depth:
            alternatives.append(phrase[begun:at])
            begun = at + 1
            if sign == ")":
                return alternatives, phrase[at + 1 :]
    raise ValueError(phrase)
