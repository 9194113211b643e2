"""Enumerators that people type into the entries of a list themselves, told from words that only look like one.

一、抓学习 beside 二、抓工作 is numbered; 二、三产业, 一、二级公路, 甲、乙类, （二）期工程 are words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drafting.chinese.enumerators import series
from drafting.chinese.enumerators.markers import PAUSES, SEQUENCES, Marker, parse_marker
from drafting.chinese.patterns import pattern

_ENDS = frozenset(PAUSES + ".．)）】〕" + series.SIGNS)
_COUNTING = ("是", "要")
_LAST = SEQUENCES[0][-1]  # 最后 ends a series of any length
_NUMERAL = pattern(f"{series.CHINESE_PATTERN}|[0-9０-９]+|[{series.LETTERS}]")
# What a number in brackets, or a sign, may count: （二）期工程, ①号楼.
_COUNTED = pattern("[期级类届档型段批](?![望待盼评准别案])|号(?!召)|组(?![织建团])|标段|阶段|季度|[线区](?![上下别])")


class Typed(NamedTuple):
    """An enumerator at the head of an entry. text: with the blanks behind it; alone: not one of a whole series.

    stays: it does not stand at its place, so that it may be meant as it is. listed: the entry is one of a list.
    """

    text: str
    alone: bool
    stays: bool = False
    listed: bool = True


class _Head(NamedTuple):
    """What may be an enumerator. sure: what follows cannot go on with its number; marked: a mark closes it.

    counts: it is a number with 是 or 要, which no word begins with.
    """

    marker: Marker
    text: str
    sure: bool
    marked: bool
    counts: bool


def typed_enumerators(entries: Sequence[str], alone: bool = True) -> list[Typed | None]:
    """For each entry the enumerator that was typed before it, None for those without one.

    They are a series, of one kind or several, when every entry has one, each at its place or all beyond doubt. alone:
    one that cannot be part of a word is taken, too, where others have none: 一、 at its place, 一是 at any; what else
    looks like an enumerator stays.
    """
    heads = [_head(entry) for entry in entries]
    found = [head for head in heads if head]
    if not found:
        return [None] * len(entries)
    if len(entries) > 1 and len(found) == len(entries) and _is_series(found):
        return [Typed(head.text, False) for head in found]
    if not alone:
        return [None] * len(entries)
    beside = len(found) > 1
    return [
        Typed(head.text, True, stays=not (head.counts or (head.marked and head.marker.number == place)))
        if head and head.sure and (head.counts or ((head.marked or beside) and head.marker.number <= len(entries)))
        else None
        for place, head in enumerate(heads, 1)
    ]


def lone_enumerator(answer: str) -> Typed | None:
    """The enumerator before an answer that is none of a list, where none follows in it; it stays, as a thing to tell.

    首先 begins prose as well, and is none.
    """
    head = _head(answer)
    if head is None or not head.sure or not (head.marked or head.counts) or _is_word(head.marker):
        return None
    return Typed(head.text, True, stays=True, listed=False)


def _is_series(heads: Sequence[_Head]) -> bool:
    numbers = [head.marker.number for head in heads]
    if heads[-1].marker.text.startswith(_LAST):
        numbers[-1] = len(heads)
    if numbers == list(range(1, len(heads) + 1)):
        return any(head.sure for head in heads)
    return len(set(numbers)) == len(numbers) and all(head.sure and head.marked for head in heads)


def _head(entry: str) -> _Head | None:
    """The enumerator that may stand before an entry; None where it numbers nothing, or begins a list of its own."""
    marker = parse_marker(entry)
    if marker is None or not (marker.text[-1] in _ENDS or marker.text.endswith(_COUNTING) or _is_word(marker)):
        return None
    rest = entry[len(marker.text) :].lstrip()
    if not any(map(str.isalnum, rest)) or _has_next(rest, marker):
        return None
    text = entry[: len(entry) - len(rest)]
    return _Head(marker, text, not _goes_on(marker, rest), marker.text[-1] in _ENDS, marker.text.endswith(_COUNTING))


def _is_word(marker: Marker) -> bool:
    return any(marker.family == sequence[0] for sequence in SEQUENCES)


def _has_next(rest: str, marker: Marker) -> bool:
    """Whether the entry goes on counting: 一是抢施工；二是保质量."""
    return any(
        (found := parse_marker(rest, at)) and (found.family, found.number) == (marker.family, marker.number + 1)
        for at in range(1, len(rest))
        if not rest[at - 1].isalnum()
    )


def _goes_on(marker: Marker, rest: str) -> bool:
    """Whether what follows may be of one word with the number: 一、二级, A、B岗, I、II类, （二）期."""
    if marker.text[-1] in "）)】〕" + series.SIGNS:
        return _COUNTED.match(rest) is not None
    written = _NUMERAL.match(rest)
    own = _NUMERAL.search(marker.text)
    if rest[0].isascii() and rest[0].isalpha():
        return own is not None and own.group()[0].isascii() and own.group().isalpha()
    if not written or not own or len(written.group()) > 2:  # 1、2026年的事
        return False
    same = series.first_of(written.group()) == series.first_of(own.group())
    return same and series.number_of(written.group()) > marker.number
