"""How far outside each enumerator stands by custom: used only where the speech itself does not tell."""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.learn.markers import HEADING, Before, Candidate, Kind

# 第一章 holds 第一节, and that holds 1.1, which holds 1.1.1
_CHAPTERS = {"第一编": 0.1, "第一篇": 0.2, "第一章": 0.3, "第一节": 0.6}
_DECIMAL, _DECIMAL_STEP = 3.1, 0.2
_OUTER_NOUN = pattern("第一(?:部分|层意思|层|个?问题|个?方面|件大?事|句话|步|关|点意见|点|板块|篇章|块)")
_CUSTOM = {
    "一、": 1.0,
    "（一）": 2.0,
    "第一": 2.4,
    "1.": 3.0,
    "1、": 3.0,
    "（1）": 4.0,
    "1）": 4.0,
    "一）": 2.0,
    "第（一）": 2.0,
}
_SIGN, _OF_THEM, _ORDINAL_INLINE, _VERB, _ASPECT, _OUTER, _FIRSTLY = 5.0, 5.5, 5.8, 6.0, 7.0, 0.5, 1.5


def height(one: Candidate) -> float:
    """How far outside its list stands by custom; smaller is further outside."""
    if one.family.startswith(HEADING):
        return int(one.family.removeprefix(HEADING)) - 0.1  # 一、 is the usual marker of the first
    if one.kind is Kind.WORD:
        return _FIRSTLY if one.before is Before.START and one.family == "首先" else _ASPECT
    if one.family in _CUSTOM:
        inline = one.kind is Kind.ORDINAL and one.before not in (Before.START, Before.SENTENCE)
        return _ORDINAL_INLINE if inline else _CUSTOM[one.family]
    if one.family in _CHAPTERS:
        return _CHAPTERS[one.family]
    if one.family[0] == "1" and one.family.strip("1.") == "" and one.family[-1] == "1":
        return _DECIMAL + _DECIMAL_STEP * one.family.count(".")
    if one.kind is Kind.ORDINAL:
        if one.family[0] == "其":
            return _OF_THEM
        return _OUTER if _OUTER_NOUN.match(one.family) and one.before is Before.START else _ORDINAL_INLINE
    return _SIGN if one.kind is Kind.HEADING else _VERB
