"""The first part of a speech whose others are cut off: several were announced, and only this one is there."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.chinese.patterns import pattern
from drafting.learn.markers import Before, Candidate, Kind
from drafting.learn.unmarked import is_cut_off

_ANNOUNCED = 60  # characters at the end of a paragraph
_SEVERAL = pattern(
    "[讲谈说提作从分就][^。，；]{0,16}[二两三四五六七八九几2-9](?:个(?:方面|部分|问题)|点|条|方面)[^；]{0,16}$"
)
_OUTERMOST = "一、"


def are_promised(paragraphs: Sequence[str]) -> bool:
    """Whether several points were announced, so that a heading without company is the first of those cut off."""
    return any(_SEVERAL.search(text[-_ANNOUNCED:]) for text in paragraphs)


def only_part(paragraphs: Sequence[str], found: Sequence[Candidate]) -> int:
    """The order of the candidate that all behind it stands under; -1 where the parts are told by a list."""
    heads = [one for one in found if one.kind is Kind.HEADING and one.before is Before.START]
    parts = [one for one in heads if one.family == _OUTERMOST]
    if len(parts) != 1 or parts[0].number != 1:
        return -1
    [part] = parts
    if not (are_promised(paragraphs[: part.paragraph]) or is_cut_off(paragraphs[-1])):
        return -1
    begun = {one.family for one in found if one.number == 1}
    if any(one.number == 2 and one.family not in begun and one.order > part.order for one in found):
        return -1  # the second goes on in other words
    return part.order
