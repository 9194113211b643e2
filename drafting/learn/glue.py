"""Headings that were glued to their text, with no mark between: where the one ends and the other begins.

A heading ends with a noun of a kind that headings end with. What follows takes up words of the heading again, or begins
with a time, as first sentences do.
"""

from __future__ import annotations

import re

from drafting.chinese.patterns import pattern

_LAST = pattern(
    "工作|建设|意义|内涵|认识|责任感|使命感|紧迫感|水平|机制|活动|能力|落实|保障|局面|作用|基础|环境|氛围|台阶|领导|力度"
    "|步伐|体系|质量|任务|目标|要求|素质|意识|形象|成效|合力|格局|作风|队伍|问题|重点|服务|管理|发展|精神|关键|形势|成绩"
)
_TIME = pattern(
    "(?:今年|去年|近(?:几|些)?年|多年|一年|[一二三四五六七八九十几]年|长期)(?:以)?来|(?:当前|目前|最近|近期|现在)[，,]|20\\d\\d年"
)
_CLAUSE = pattern("[^。！？；：:;!?]{8,90}")
_MARK = re.compile("[，,、。；;：:“”]")
_NOT_FIRST = frozenset("，,、的地得和与及了之“”》）)")
_SHORTEST, _LONGEST, _NEXT, _REPEATED = 6, 50, 10, 4


def glued_heading(text: str) -> int:
    """How many characters of a text are a heading that runs into it without a mark; 0 where none shows."""
    match = _CLAUSE.match(text)
    if not match or "。" not in text:
        return 0  # a heading alone
    clause, best = match[0], 0
    for place in _LAST.finditer(clause, _SHORTEST - 2, _LONGEST):
        at = place.end()
        if len(clause) - at >= _REPEATED and clause[at] not in _NOT_FIRST and _begins_anew(text, at):
            best = at
    return best


def _begins_anew(text: str, at: int) -> bool:
    """Whether what stands at `at` begins with a time, or takes up a word of what stands before it."""
    if _TIME.match(text, at):
        return True
    following = _MARK.split(text[at : at + _NEXT])[0]
    words = [following[start : start + _REPEATED] for start in range(len(following) - _REPEATED + 1)]
    return any(word in text[:at] for word in words)
