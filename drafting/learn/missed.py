"""Enumerators that nothing sets off from the words before them, and that the next of their list makes sure of.

Where a site lost the full stop before it, 二是 between 一是 and 三是 is an enumerator all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafting.chinese.enumerators import parse_marker
from drafting.learn.markers import Before, Candidate, Kind

_NUMERALS = "一二三四五六七八九"
_ENDS = "是要，,"


def with_missed(paragraphs: Sequence[str], found: Sequence[Candidate]) -> list[Candidate]:
    """The places that look like enumerators, and those that were missed, in reading order with new running numbers."""
    made: list[Candidate] = []
    last: dict[str, Candidate] = {}  # by family, in the paragraph of the place that is looked at
    for one in found:
        if made and made[-1].paragraph != one.paragraph:
            last.clear()
        if one.start and one.kind in (Kind.VERB, Kind.ORDINAL) and (missing := _before(paragraphs, one, last)):
            at = next((n for n, other in enumerate(made) if _place(other) > _place(missing)), len(made))
            made.insert(at, missing)
        made.append(one)
        last[one.family] = one
    if len(made) == len(found):
        return list(found)
    return [one._replace(order=order) for order, one in enumerate(made)]


def _place(one: Candidate) -> tuple[int, int]:
    return one.paragraph, one.start


def _before(paragraphs: Sequence[str], one: Candidate, last: dict[str, Candidate]) -> Candidate | None:
    """The one before it in its list, where it was missed and stands only once behind the one before that."""
    known = last.get(one.family)
    if not 1 < one.number <= len(_NUMERALS) or one.text[-1] not in _ENDS:
        return None
    if known and known.number != one.number - 2:
        return None
    text = paragraphs[one.paragraph]
    words = one.text.replace(_NUMERALS[one.number - 1], _NUMERALS[one.number - 2], 1)
    begin = known.start + len(known.text) if known else 0
    at = text.find(words, begin, one.start)
    if at < 0 or text.find(words, at + 1, one.start) >= 0:
        return None
    marker = parse_marker(text, at)
    if not marker or (marker.family, marker.number, marker.text) != (one.family, one.number - 1, words):
        return None
    return one._replace(start=at, text=words, number=one.number - 1, before=Before.NOTHING)
