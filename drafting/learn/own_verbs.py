"""Lists counted by a numeral and one word that comes again with each: 一勤动脑，二勤动手，三勤发问."""

from __future__ import annotations

from drafting.chinese.enumerators import Marker
from drafting.chinese.enumerators.series import number_of
from drafting.chinese.patterns import pattern

_NUMERALS = "一二三四五六七八九"
# No word that is counted itself: 一组修路，二组修渠，三组植树 are groups, 一中 and 二中 are schools.
_COUNTED = (
    "十百千万亿个名位户家成月季旬年日级类期批号组届点种倍天次楼层栋排项件条处起"
    "等线村产把大中队班院科校厂站室部区镇所连营分"
)
_NUMBERED = pattern(f"([{_NUMERALS}])([\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
_FEWEST = 3
_MARKS = "：:，,；;。 "


def own_verb(text: str, at: int) -> Marker | None:
    """The marker at a place, where the same word stands behind 一, 二 and 三 in the paragraph, each behind a mark."""
    match = _NUMBERED.match(text, at)
    if not match or match[2] in _COUNTED or match[2] in _NUMERALS:
        return None
    begin = 0
    for numeral in _NUMERALS[:_FEWEST]:
        begin = _place(text, numeral + match[2], begin) + 1
        if not begin:
            return None
    return Marker(match[0], number_of(match[1]), "一" + match[2])


def _place(text: str, word: str, begin: int) -> int:
    """Where a word stands next behind a mark, or at the head of the paragraph; -1 for nowhere."""
    while (at := text.find(word, begin)) >= 0:
        if not at or text[at - 1] in _MARKS:
            return at
        begin = at + 1
    return -1
