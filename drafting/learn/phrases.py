"""Many phrases looked for in one go, however many there are: by their first two characters.

A text is gone through once for the places where two characters stand that some phrase begins with; only there the
phrases with these characters are tried. Most phrases are plain words and need no regular expression at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import add
from typing import NamedTuple

from drafting.chinese.patterns import pattern

ANYWHERE = 1 << 30
_REACH = re.compile(r"\^\.\{0,(\d+)\}")
_SPECIAL = frozenset(".[(^$*+?{\\|)")
_DIGITS = "0123456789"
Zones = Sequence[tuple[int, int]]


class _Try(NamedTuple):
    """What is tried where two characters, or one, stand: words, a regular expression, or nothing more."""

    zone: int
    number: int
    reach: int
    words: tuple[str, ...]
    expression: re.Pattern[str] | None


class Phrases:
    """Numbered groups of phrases.

    A phrase is a regular expression that begins with characters or classes and groups of such; `^` before it ties it
    to the beginning of its zone, `^.{0,20}` to the first characters of it. Raises ValueError for any other.
    groups: the phrases of each, and in which zone of a text they count.
    """

    def __init__(self, groups: Sequence[tuple[int, Sequence[str]]]) -> None:
        rests: dict[tuple[str, int, int], list[str]] = {}
        for number, (_zone, phrases) in enumerate(groups):
            for phrase in phrases:
                reach, rest = _tied(phrase)
                for first, after in _beginnings(rest):
                    for second, behind in _seconds(after):
                        rests.setdefault((first + second, number, reach), []).append(behind)
        self._tries: dict[str, list[_Try]] = {}  # by their beginning
        for (start, number, reach), alternatives in rests.items():
            expression = _expression(start, alternatives)
            words = () if expression or "" in alternatives else tuple([start + rest for rest in alternatives])
            entry = _Try(groups[number][0], number, reach, words, expression)
            self._tries.setdefault(start, []).append(entry)
        self._is_begun = self._tries.__contains__
        singles = {start: max(one.reach for one in ones) for start, ones in self._tries.items() if len(start) == 1}
        far = "".join(sorted(start for start, reach in singles.items() if reach == ANYWHERE))
        self._far = re.compile(f"[{far}]") if far else None
        near = "".join(sorted(singles.keys() - set(far)))
        self._near = re.compile(f"[{near}]") if near else None
        self._reach = max([reach for reach in singles.values() if reach < ANYWHERE], default=0) + 1

    def found(self, text: str, zones: Zones) -> dict[int, list[int]]:
        """The groups that stand in a text, by their numbers, and all the places of each in its zone.

        zones: from where to where each reaches.
        """
        found: dict[int, list[int]] = {}
        tries, is_begun = self._tries, self._is_begun
        pairs = [*map(add, text, text[1:])]  # all of this runs in C, and looks no place up twice
        starts = [(at, pairs[at]) for at in compress(count(), map(is_begun, pairs))]
        if self._far:
            starts += [(place.start(), place[0]) for place in self._far.finditer(text)]
        if self._near:
            begins = {begin for begin, _end in zones}
            near = {place.start() for at in begins for place in self._near.finditer(text, at, at + self._reach)}
            starts += [(at, text[at]) for at in sorted(near)]
        for at, start in starts:
            for zone, number, reach, words, expression in tries[start]:
                begin, end = zones[zone]
                if not begin <= at < end or at - begin > reach:
                    continue
                if expression.match(text, at, end) if expression else not words or text.startswith(words, at, end):
                    found.setdefault(number, []).append(at)
        return found


def _expression(start: str, rests: Sequence[str]) -> re.Pattern[str] | None:
    """What finds a beginning with one of the rests behind it; None where these are plain words."""
    if not any(_SPECIAL.intersection(rest) for rest in rests):
        return None
    return pattern(f"{start}(?:{'|'.join(rests)})")


def _tied(phrase: str) -> tuple[int, str]:
    """How far from the beginning a phrase may stand, and the phrase without what says so."""
    if match := _REACH.match(phrase):
        return int(match[1]), phrase[match.end() :]
    return (0, phrase[1:]) if phrase.startswith("^") else (ANYWHERE, phrase)


def _seconds(rest: str) -> Iterator[tuple[str, str]]:
    """The second character of a phrase and what is behind it; "" where it may be any."""
    try:
        found = list(_beginnings(rest))
    except ValueError:
        found = [("", rest)]
    yield from found


def _beginnings(phrase: str) -> Iterator[tuple[str, str]]:
    """The first character of a phrase and the rest of it, for each way in which it can begin."""
    if phrase.startswith("(?:"):
        alternatives, rest = _group(phrase)
        choices = alternatives
    elif phrase.startswith("[") and not phrase.startswith("[^"):
        signs, _bracket, rest = phrase[1:].partition("]")
        choices = [*signs.replace(r"\d", _DIGITS)]
    elif phrase.startswith(r"\d"):
        choices, rest = [*_DIGITS], phrase[2:]
    elif phrase and phrase[0] not in _SPECIAL:
        choices, rest = [phrase[0]], phrase[1:]
    else:
        raise ValueError(phrase)
    if rest.startswith(("*", "+", "{")):
        raise ValueError(phrase)
    optional = rest.startswith("?")
    rest = rest[optional:]
    for choice in choices:
        if len(choice) == 1:
            yield choice, rest
        else:
            yield from _beginnings(choice + rest)
    if optional:
        yield from _beginnings(rest)


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
