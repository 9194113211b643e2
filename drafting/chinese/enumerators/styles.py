"""Enumerators made: a style is learned from how an author writes the first marker."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from drafting.chinese.enumerators import series
from drafting.chinese.enumerators.markers import PAUSES, SEQUENCES, Marker, family_of, parse_marker, parts
from drafting.chinese.patterns import pattern

_LAST = "最后"
_RANKS = {"一、": 1, "（一）": 2, "1.": 3, "1、": 3, "（1）": 4}
_KNOWN = (*_RANKS, "1）", "①", "第一，", "一是", "一要", "首先，", "一方面，", "其一，", "第一个是")
_TAIL = pattern(f"[是要]?[{PAUSES}]?")
_SAMPLE = pattern(
    rf"(.*?)((?<![零二三四五六七八九十百])一(?![二三四五六七八九十百千万])|(?<!\d)[1１](?!\d)|[{series.FIRSTS[3:]}])(.*)"
)
_MARKS = PAUSES + ".．)）】〕]"
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Style:
    """A way of numbering; `style` makes one.

    name: the first marker as the author writes it, or all of them with slashes. family: the same for styles that differ
    in punctuation only (第一， 第一、 第一; （一） (一)). limit: how many items it can number, None for any number.
    words: markers that are no numerals, or skip some. numeral, before, after: the first numeral and what stands around
    it, for all places behind the words. skipped: how many numbers the words left out before these.
    """

    name: str
    family: str
    limit: int | None = None
    words: tuple[str, ...] = field(default=(), repr=False)
    numeral: str = field(default="", repr=False)
    before: str = field(default="", repr=False)
    after: str = field(default="", repr=False)
    skipped: int = field(default=0, repr=False)

    @property
    def rank(self) -> int | None:
        """The level after GB/T 9704-2012, 7.3.3 (1、 counts as 1.); None for styles outside that order."""
        return _RANKS.get(self.family)

    @property
    def inline(self) -> bool:
        """Whether by custom it runs on inside a paragraph (一是 首先，) and not at a paragraph's head (一、 第一，)."""
        if self.words or self.before == "其" or self.after.startswith("是"):
            return True
        return self.numeral == "一" and not self.before and self.after[:1] not in "、.．)）"

    def marker(self, number: int, total: int) -> str:
        """The marker of the item with this number, from 1, in a list of `total` items.

        A sequence that ends in 最后 has it for the last of three or more. Raises ValueError beyond `limit`.
        """
        if not 1 <= number <= total or (self.limit is not None and total > self.limit):
            raise ValueError(f"{self.name} has no marker {number} of {total}")
        if number > len(self.words):
            return self.before + series.numeral(self.numeral, number + self.skipped) + self.after
        is_last = number == total > 2 and self.words[-1].startswith(_LAST)
        return self.words[-1 if is_last else number - 1]

    def read(self, text: str, at: int = 0) -> Marker | None:
        """The marker of this very style at `at`, in the author's own words and punctuation, or None."""
        word = max((word for word in self.words if text.startswith(word, at)), key=len, default="")
        if word:
            return Marker(word, self.words.index(word) + 1, self.family)
        match = _numbered(self.before, self.numeral, self.after).match(text, at) if self.numeral else None
        number = series.number_of(match[1]) - self.skipped if match else 0
        is_one = match and number > (len(self.words) if self.skipped else 0)
        return Marker(match[0], number, self.family) if match and is_one else None


@lru_cache(256)
def _numbered(before: str, numeral: str, after: str) -> re.Pattern[str]:
    return re.compile(f"{re.escape(before)}({series.pattern(numeral)}){re.escape(after)}")


@lru_cache(256)
def style(sample: str) -> Style:
    """The style whose first marker the author writes as `sample`: 一、 （一） 1. ① 第一， 一是 第一层意思， …

    首先， stands for 首先，/其次，/再次，/最后， and 一方面， for 一方面，/另一方面，; any other sequence is written
    out with slashes, and goes on by itself when its last is a number (一个是/二是, 1、/2、/4、). The sample is kept to
    the letter. Raises ValueError, with the nearest style known, for what numbers nothing.
    """
    name = "".join(sample.split())
    if "/" in name or "／" in name:
        return _sequence(name, tuple(name.replace("／", "/").split("/")))
    if name.startswith("一个是") and _TAIL.fullmatch(name[3:]):
        return _sequence(name, (name, "二是" + name[3:]))
    for words in SEQUENCES:
        tail = name.removeprefix(words[0])
        if tail != name and _TAIL.fullmatch(tail):
            return _sequence(name, tuple([word + tail for word in words]))
    match = _SAMPLE.fullmatch(name)
    if not match or not _can_number(name, *match.groups()):
        raise ValueError(f"no enumerator: {sample!r}{_nearest(name)}")
    before, first, after = match.groups()
    return Style(name, family_of(before, first, after), series.limit(first), (), first, before, after)


def style_writing(marker: str) -> Style | None:
    """The style that writes a marker of whatever number: 3． is one of 1． and 其次， of 首先，. None if none does."""
    if found := parts(marker):
        before, numeral, after = found
        is_wide = numeral.isdecimal() and not numeral.isascii()
        sample = before + ("１" if is_wide else series.first_of(numeral)) + after
    else:
        heads = [(word, words[0]) for words in SEQUENCES for word in words if marker.startswith(word)]
        sample = "".join([first + marker.removeprefix(word) for word, first in heads[:1]])
    try:
        return style(sample)
    except ValueError:
        return None


def _can_number(name: str, before: str, first: str, after: str) -> bool:
    """Whether a sample with a first numeral is a marker and not prose (坚持一个中心) or a bare numeral."""
    if len(name) > _LONGEST or name in "一1１" or any(character.isdecimal() for character in before + after):
        return False
    if first in series.LETTERS:
        return bool(after) and after[-1] in _MARKS
    is_known = before in ("第", "其") or first not in "一1１" or (not before and len(after) == 1)
    return is_known or not after or after[-1] in _MARKS or parts(name) is not None


def _sequence(name: str, words: tuple[str, ...]) -> Style:
    if len(set(words)) < len(words) or not all(0 < len(word) <= _LONGEST for word in words):
        raise ValueError(f"no sequence of enumerators: {name!r}")
    first, last = parse_marker(words[0]), parse_marker(words[-1])
    family = first.family if first else name
    numbered = parts(words[-1])
    numbers = [marker.number for marker in map(parse_marker, words) if marker]
    goes_on = numbered and last and numbers == sorted(numbers) and last.number >= len(words)
    if numbered and last and goes_on and numbered[1] not in series.LETTERS:
        before, numeral, after = numbered
        numeral, skipped = series.first_of(numeral), last.number - len(words)
        most = series.limit(numeral)
        return Style(name, family, most and most - skipped, words, numeral, before, after, skipped)
    return Style(name, family, len(words), words)


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name[:_LONGEST], _KNOWN, n=1, cutoff=0.3)
    return f"; did you mean {close[0]!r}?" if close else ""
