"""Whether a value that the facts change is still the one that stands in the file, amid what the hand wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from drafting.chinese.punctuation import is_point
from drafting.chinese.punctuation.marks import CLOSING, OPENING, POINTS
from drafting.merge.differences import BREAK, GAP, differences
from drafting.merge.ground import Ground
from drafting.merge.model import Entry, Kind
from drafting.merge.outcome import Patch, Wanted
from drafting.merge.tokens import Words, is_value, tokens, without_numbers

_SURROUNDINGS = 8  # characters around a value by which it is known among others that are the same
_MANY_DIGITS = 3  # a number with so many is known by itself
_BESIDE = 2  # characters, or tokens, beside another one by which it is known
_NEAR = 5  # tokens in which these are looked for, marks among them
_WORDS = 4  # characters beside a value in which the word stands that it is said of
_MARKS = frozenset(POINTS + OPENING + CLOSING + BREAK)
_NO_NAMES = Words(())
_FIGURE = re.compile("[0-9０-９零〇一二两三四五六七八九十百千万亿]")


def is_doubtful(ground: Ground, wanted: Wanted) -> bool:
    """Whether too little around a value is as it was, where it stands there more often than before, or is small."""
    old, at = ground.base[wanted.start : wanted.end], ground.at(wanted.start)
    if len(old) != 1 or not is_value(old[0]):
        return False
    if ground.file.count(old[0]) <= ground.base.count(old[0]):
        return not _is_rare(old[0]) and not _is_beside_the_same(ground, wanted.start, at)
    left, right = wanted.start, wanted.end
    while left > 0 and ground.at(left - 1) == at - (wanted.start - left) - 1:
        left -= 1
    while right < len(ground.base) and ground.at(right) == at + right - wanted.start:
        right += 1
    return len(ground.stood(left, right)) - len(old[0]) < _SURROUNDINGS


def unmistakable(ground: Ground, wanted: Wanted) -> int | None:
    """The one token in text by hand that is the old value and can be nothing else; None if there is none."""
    old = ground.base[wanted.start : wanted.end]
    if len(old) != 1 or not is_value(old[0]) or not wanted.update.pieces:
        return None
    if ground.base.count(old[0]) != 1 or ground.file.count(old[0]) != 1:
        return None
    at = ground.file.index(old[0])
    if old[0].startswith(GAP) and _is_answered(ground, wanted.start, at):
        return None
    by_words = _is_beside_the_same(ground, wanted.start, at) or _is_said_of_the_same(ground, wanted.start, at)
    return at if _is_rare(old[0]) or by_words else None


def _is_rare(value: str) -> bool:
    """Whether a value is hardly there by chance, as 4个 and 两支 may be."""
    return len(value) >= _SURROUNDINGS or sum(map(str.isdecimal, value)) >= _MANY_DIGITS


def _is_beside_the_same(ground: Ground, index: int, at: int) -> bool:
    """Whether a token of the file has the words before it, or behind it, that token `index` of the base has there.

    Enumerators of a style are the same, whatever number they bear.
    """
    base, file = _beside(ground.base, index), _beside(ground.file, at)
    return base[0] == file[0] or base[1] == file[1]


def _is_said_of_the_same(ground: Ground, index: int, at: int) -> bool:
    """Whether a word right beside token `index` of the base stands right beside a token of the file, on whichever side:
    15座新公厕 and 新建公厕15座."""
    return not _words_beside(ground.base, index).isdisjoint(_words_beside(ground.file, at))


def _words_beside(parts: Sequence[str], place: int) -> set[str]:
    """The pairs of characters in the words before a token and behind it, up to the next mark or value."""
    before, behind = parts[max(place - _NEAR, 0) : place], parts[place + 1 : place + 1 + _NEAR]
    texts = (
        "".join(list(takewhile(_is_word, reversed(before)))[::-1])[-_WORDS:],
        "".join(takewhile(_is_word, behind))[:_WORDS],
    )
    return {text[n : n + 2] for text in texts for n in range(len(text) - 1)}


def _is_word(part: str) -> bool:
    """Whether a token is a character or a name, and no mark and no value."""
    return part not in _MARKS and (len(part) == 1 or _FIGURE.search(part) is None)


def _beside(parts: Sequence[str], place: int) -> tuple[str, str]:
    """The characters before a token and behind it, whatever marks stand between."""
    before = [part for part in without_numbers(parts[max(place - _NEAR, 0) : place]) if part not in _MARKS]
    behind = [part for part in without_numbers(parts[place + 1 : place + 1 + _NEAR]) if part not in _MARKS]
    return "".join(before[-_BESIDE:])[-_BESIDE:], "".join(behind[:_BESIDE])[:_BESIDE]


def number_inside(ground: Ground, wanted: Wanted) -> Patch | None:
    """The change of the one number in which an answer and the new one differ, where it still stands alone in what the
    hand made of the answer: 增长6%以上 that became 增长，6%以上."""
    old, new = ground.base[wanted.start : wanted.end], wanted.update.pieces
    if len(old) != 1 or len({(piece.block, piece.nth) for piece in new}) != 1:
        return None
    parts, now = tokens(old[0], _NO_NAMES), tokens(wanted.update.text, _NO_NAMES)
    edits = differences(parts, now)
    places = list(ground.places(*ground.file_range(wanted.start, wanted.end)))
    if len(parts) == 1 or len(edits) != 1 or len(places) != 1:
        return None
    was, value = parts[edits[0].start : edits[0].end], now[edits[0].new_start : edits[0].new_end]
    stands = tokens(ground.text_of(places[0]), _NO_NAMES)
    if len(was) != 1 or len(value) != 1 or not (_FIGURE.search(was[0]) and _FIGURE.search(value[0])):
        return None
    if parts.count(was[0]) != 1 or stands.count(was[0]) != 1 or value[0] in stands:
        return None
    at = stands.index(was[0])
    before, behind = (
        one == other for one, other in zip(_beside(parts, edits[0].start), _beside(stands, at), strict=True)
    )
    if not (_is_rare(was[0]) or before or behind):
        return None
    start = places[0].start + len("".join(stands[:at]))
    place = places[0]._replace(start=start, end=start + len(was[0]))
    entry = Entry(Kind.UPDATED, wanted.key, value[0], was[0], new[0].span.path if new[0].span else "")
    return Patch(place, [new[0]._replace(text=value[0])], wanted.new, entry)


def _is_answered(ground: Ground, index: int, at: int) -> bool:
    """Whether the person has written right before or behind a gap that still stands."""
    behind = ground.file[at + 1 : at + 2], ground.base[index + 1 : index + 2]
    before = ground.file[max(at - 1, 0) : at], ground.base[max(index - 1, 0) : index]
    return any(one != other and one and not is_point(one[0]) for one, other in (behind, before))
