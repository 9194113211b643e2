"""What the hand added at the edge of a value and what belongs to it: 约12.5亿元, 县水务局（含开发区）, 5月6日上午.

Anything else that stands beside a value, as 了 in 增长了8% or 负责 in 由水务局负责牵头, is of the sentence.
"""

from __future__ import annotations

import re

from drafting.chinese.dates import is_of_date
from drafting.chinese.enumerators import parse_marker
from drafting.chinese.punctuation.marks import CLOSING, OPENING
from drafting.merge.model import OBJECT, Entry, Kind
from drafting.merge.naming import is_name, is_title, person_in

_ABOUT = re.compile(
    "(?:大?约|大概|近|将近|接近|(?:刚刚?|已经?)?(?:超过?|过|突破)|逾|至少|最少|最多|至多|不少于|不低于|不超过|不到|不足|不满)"
)
_UP_TO = re.compile("(?:已经?)?(?:高达|多达|达到?|低至|低到|只有|仅有?|才)")
_SHORT_OF = re.compile("不[到足满]")
_OR_SO = re.compile("(?:以上|以下|以内|左右|上下|多|余|出头)")
_BRACKETS = re.compile("（[^（）]+）|\\([^()]+\\)")
_LINK = "(?:和|与|及|以及|会同|暨|、)"
_AND, _WITH = re.compile(f"{_LINK}(?P<name>.+)"), re.compile(f"(?P<name>.+?){_LINK}")
_PLACE = re.compile("(?:[^，。；：、]{0,4}[省市县区旗州镇乡])")
_NUMERAL = "0-9０-９零〇一二两三四五六七八九十百千万亿"
_STARTS, _ENDS = re.compile(f"[{_NUMERAL}]"), re.compile(f"[{_NUMERAL}%％‰]")
_NEAR = (
    re.compile(f"^{_ABOUT.pattern}[{_NUMERAL}]"),
    re.compile(f"[{_NUMERAL}%％‰][^，。；：、]{{0,4}}{_OR_SO.pattern}$"),
)
_LONGEST = 4  # characters of words that say how near a number is
_CUTS = frozenset("，；。：！？…\n" + OBJECT + OPENING + CLOSING)
_VALUE = 6  # characters that a value may have; more are prose
_UNIT = 5  # characters of a unit behind the figures


def goes_before(added: str, value: str) -> bool:
    """Whether words put in right before a value belong to it."""
    if _ABOUT.fullmatch(added):
        return _STARTS.match(value) is not None
    if (is_name(value) and _PLACE.fullmatch(added)) or is_of_date(added, value, behind=False):
        return True
    other = _WITH.fullmatch(added)
    return other is not None and _names(value) and (_names(other["name"]) or is_title(other["name"]))


def goes_behind(added: str, value: str) -> bool:
    """Whether words put in right behind a value belong to it."""
    if _OR_SO.fullmatch(added):
        return _ENDS.search(value[-_UNIT:]) is not None
    if _BRACKETS.fullmatch(added) or is_of_date(added, value, behind=True):
        return True
    other = _AND.fullmatch(added)
    return other is not None and _names(value) and _names(other["name"])


def _names(value: str) -> bool:
    """Whether a value names a body, a plan, or a person with a title."""
    return is_name(value) or person_in(value) is not None


def words_before(text: str) -> str:
    """The words at the end of a text that say how near to a number behind them the true one is, or whether that is
    much or little, "" for none."""
    return _at_end(text, _ABOUT) or _at_end(text, _UP_TO)


def _at_end(text: str, words: re.Pattern[str]) -> str:
    starts = range(max(0, len(text) - _LONGEST), len(text))
    return next((text[at:] for at in starts if words.fullmatch(text, at)), "")


def words_behind(text: str) -> str:
    """The same for words at the beginning of a text, and a number before them."""
    found = _OR_SO.match(text)
    return found.group() if found else ""


def is_said_twice(added: str, was: str, now: str, *, behind: bool) -> bool:
    """Whether the hand has put words to a number that say how near it is, and what it changes to says that itself; or
    that it is reached, and what it changes to is that it is not.

    added: what stands by hand right before the value, or right behind it. was, now: the value.
    """
    if not behind and _at_end(added, _UP_TO):
        return _SHORT_OF.match(now) is not None and not _SHORT_OF.match(was)
    by_hand = words_behind(added) if behind else _at_end(added, _ABOUT)
    return bool(by_hand) and _is_near(now) and not _is_near(was)


def _is_near(value: str) -> bool:
    """Whether a value is a number with words that say how near it is."""
    return any(pattern.search(value) for pattern in _NEAR)


def is_of_clause(added: str, value: str) -> bool:
    """Whether words put in right before or behind a value that is all of its clause belong to it: with no mark but 、
    between, they are of nothing else. A short value may be a name, or a number."""
    return len(value) > _VALUE and _CUTS.isdisjoint(added) and not parse_marker(added)


def is_qualified(entry: Entry) -> bool:
    """Whether an entry tells of a value that the hand only put words to: what is worked out from it stays right."""
    return entry.kind is Kind.DIFFERS and bool(entry.before) and _numbers(entry.text) == _numbers(entry.before)


def _numbers(text: str) -> list[str]:
    return re.findall(f"[.．{_NUMERAL}]+", text)
