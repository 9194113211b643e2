"""Whether a value that the facts change is still the one that stands in the file, amid what the hand wrote."""

from __future__ import annotations

from drafting.chinese.punctuation import is_point
from drafting.merge.differences import GAP
from drafting.merge.ground import Ground
from drafting.merge.outcome import Wanted
from drafting.merge.tokens import is_value, without_numbers

_SURROUNDINGS = 8  # characters around a value by which it is known among others that are the same
_MANY_DIGITS = 3  # a number with so many is known by itself
_BESIDE = 2  # characters, or tokens, beside another one by which it is known


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
    return at if _is_rare(old[0]) or _is_beside_the_same(ground, wanted.start, at) else None


def _is_rare(value: str) -> bool:
    """Whether a value is hardly there by chance, as 4个 and 两支 may be."""
    return len(value) >= _SURROUNDINGS or sum(map(str.isdecimal, value)) >= _MANY_DIGITS


def _is_beside_the_same(ground: Ground, index: int, at: int) -> bool:
    """Whether a token of the file has the words before it, or behind it, that token `index` of the base has there.

    Enumerators of a style are the same, whatever number they bear.
    """
    base, file = (
        ("".join(without_numbers(tokens[max(place - _BESIDE, 0) : place])), tokens[place + 1 : place + 1 + _BESIDE])
        for tokens, place in ((ground.base, index), (ground.file, at))
    )
    behind, now = ("".join(without_numbers(tokens)) for tokens in (base[1], file[1]))
    return base[0][-_BESIDE:] == file[0][-_BESIDE:] or behind[:_BESIDE] == now[:_BESIDE]


def _is_answered(ground: Ground, index: int, at: int) -> bool:
    """Whether the person has written right before or behind a gap that still stands."""
    behind = ground.file[at + 1 : at + 2], ground.base[index + 1 : index + 2]
    before = ground.file[max(at - 1, 0) : at], ground.base[max(index - 1, 0) : index]
    return any(one != other and one and not is_point(one[0]) for one, other in (behind, before))
