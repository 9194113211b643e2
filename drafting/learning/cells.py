"""Answers of columns that the words beside them betray: the outline's own, or those for owner, helper and date due."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.learning.cues import BODY
from drafting.learning.frames import Frame
from drafting.learning.matching import form_of, suits
from drafting.outline.model import Question, Type

_LONGEST, _SHORT = 120, 30  # characters of a long cell, and of others
_IN_CHARGE = re.compile("牵头|负责|负总责|主抓|承办|来抓|来办")
ASSIGNS = re.compile(f"{_IN_CHARGE.pattern}|会同|为主|去办|打头阵|抓落实|[前底]完成")
_HELPS = re.compile("配合|协办|协助")
_OWNER = (
    re.compile(
        "由(?P<answer>[^，。；：,;:由]{2,30}?)(?:总?牵头|总?负责(?!同志|人|的)|负总责|主抓|承办|来抓|来办|会同)"
    ),
    re.compile(
        "(?<![^，。；,;\\n])(?:以|交给|责成)(?P<answer>[^，。；：,;:由]{2,30}?)(?:为主|去办|来办|承办|办理|打头阵)"
    ),
    re.compile(f"(?<![^，。；,;\\n])由(?P<answer>[^，。；：,;:由]{{1,14}}?{BODY})(?=[在于对把将按])"),
    re.compile(
        f"(?<![^，。；,;\\n])(?P<answer>[^，。；：,;:\\n由]{{1,14}}?{BODY})(?:牵头|负责|负总责|主抓|承办)(?![^，。；,;\\n])"
    ),
)
_SUPPORT = (
    re.compile("会同(?P<answer>[^，。；：,;:由]{2,30}?)(?=[，,。；]|抓落实|办理|落实)"),
    re.compile(
        "(?<![^，。；,;\n])(?P<answer>[^，。；：,;:\n由]{2,30}?)(?:(?:协助|协同)?(?:配合|协办)|协同|协助)(?![^，。；,;\n])"
    ),
)
_DUE = re.compile(
    r"(?<![^，。；,;])(?:要在|在|于)?(?:今年)?(?P<answer>[\d零一二三四五六七八九十年]{0,7}[\d一二三四五六七八九十]{1,2}月"
    r"(?:底|末|[上中下]旬|\d{1,2}[日号])?)(?:之?前|以前)[^，。；,;]{0,6}(?![^，。；,;])"
)
_DAY = r"(?:从)?(?:[今明后]年|\d{4}年)?[^，。；,;由]{0,8}?[月底末日号季班旬半](?:之前|以前|[前起])[^，。；,;]{0,12}"
_NEAR = "[^。；]{0,40}?"
# Of another year, from some day on, or of several days: what one date cannot say.
_SCHEDULE = re.compile(
    rf"(?<![^，。；,;])(?P<answer>(?={_NEAR}(?:[今明后]年|起|前{_NEAR}前)){_DAY}(?:[，,]{_DAY})*)(?![^，。；,;])"
)
_ASKS_SCHEDULE = re.compile("时限")


def cell_in(text: str, column: Question, frames: Sequence[Frame]) -> str:
    """The answer of a column that stands in a text once; "" for none. frames: what the outline says beside it."""
    is_long = column.type is Type.LONG
    forms = [form_of(frame, _LONGEST if is_long else _SHORT, long=is_long) for frame in frames]
    in_charge = _IN_CHARGE.search(column.ask) or any(_IN_CHARGE.match(frame.right) for frame in frames)
    if column.type is Type.TEXT and in_charge:
        forms += _OWNER
    if column.type is Type.TEXT and _HELPS.search(column.ask):
        forms += _SUPPORT
    if column.type is Type.DATE:
        forms.append(_DUE)
    if is_long and _ASKS_SCHEDULE.search(column.ask):
        forms.append(_SCHEDULE)
    for form in filter(None, forms):
        found = [match["answer"] for match in form.finditer(text)]
        if len(found) == 1 and suits(found[0], column):
            return found[0]
    return ""
