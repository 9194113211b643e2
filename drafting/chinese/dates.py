"""Dates and times of day as official texts write them: 2026年1月5日, 6月底, 2026年1月5日至8日, 上午9:30.

Sources: GB/T 9704-2012, 7.3.5.4 (figures, the year in full, no leading zeros); GB/T 15835-2011.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from drafting.chinese.numerals import from_chinese, to_chinese, to_digits
from drafting.chinese.patterns import pattern
from drafting.chinese.script import compact

_N = "[0-9零〇○一二三四五六七八九十]"
_MONTH_PART = "上旬|中旬|下旬|初|中|底|末"
_QUARTER = "第?[一二三四]季度[初底末]?"
_YEAR_PART = f"初|中|底|末|上半年|下半年|{_QUARTER}"
_FORMS = [
    pattern(form)
    for form in (
        r"(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})(?:\2(?P<day>[0-9]{1,2}))?",
        rf"(?:(?P<year>{_N}{{4}})年)?(?P<month>{_N}{{1,3}})月(?:(?P<day>{_N}{{1,3}})[日号]|份?(?P<part>{_MONTH_PART})?)",
        rf"(?P<year>{_N}{{4}})年(?P<part>{_YEAR_PART})?",
        r"年(?P<part>[初中底末])",
        rf"(?P<part>[上下]半年|{_QUARTER})",
    )
]
_WEEKDAYS = "一二三四五六日"
_ANY_LEAP_YEAR = 2000
# Where in a month, or with its months in a year, a part begins: enough to put two dates in order.
_DAY_OF_PART = {"": 1, "初": 1, "上旬": 1, "中旬": 11, "中": 11, "下旬": 21, "底": 28, "末": 28}
_MONTH_OF_PART = {"": 1, "初": 1, "中": 6, "底": 12, "末": 12, "上半年": 1, "下半年": 7}
_H = "[0-9零一二两三四五六七八九十]{1,3}"
_HOURS = {"凌晨": (0, 6), "清晨": (4, 9), "早上": (4, 11), "早晨": (4, 11), "上午": (5, 12), "中午": (10, 14)}
_LATE_HOURS = {"下午": (12, 19), "傍晚": (16, 20), "晚上": (17, 24), "晚": (17, 24)}
_TIME = pattern(
    rf"(?P<part>{'|'.join([*_HOURS, *_LATE_HOURS])})?"
    rf"(?P<hour>{_H})(?::(?P<figures>[0-9][0-9])|[点时](?:(?P<minute>{_H})分?|(?P<quarter>半|一刻|三刻)|整|钟)?)"
)
_YEARS = ("去年", "今年", "明年")
_TO = ("至", "到")
_QUARTERS = {None: 0, "半": 30, "一刻": 15, "三刻": 45}


@dataclass(frozen=True, slots=True)
class Date:
    """A day, or a longer time named like one; what was not said is None.

    part: 上旬, 中旬, 下旬, 初, 中, 底 or 末 of the month; of the year, when there is no month, 初, 中, 底, 末, 上半年,
    下半年, 一季度 or 二季度末. before: the time up to it, 6月底前.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    before: bool = False

    def __str__(self) -> str:
        return _written(self, str, str)


def _written(when: Date, of_year: Callable[[int], str], of_number: Callable[[int], str]) -> str:
    text = f"{of_year(when.year)}年" if when.year else ""
    text += f"{of_number(when.month)}月" if when.month else ""
    text += f"{of_number(when.day)}日" if when.day else ""
    return (text or ("年" if len(when.part) == 1 else "")) + when.part + ("前" if when.before else "")


def parse_date(text: str) -> Date:
    """A date as people type it: 2026-1-5, 2026/01/05, 2026.1.5, 2026年6月, 1月5日, 6月底, 年底, 二〇二六年一月五日.

    Raises ValueError for days that do not exist, years of two digits, wording (6月30日前) and anything else.
    """
    typed = compact(text)
    match = next(filter(None, (form.fullmatch(typed) for form in _FORMS)), None)
    if not match:
        raise ValueError(f"not a date: {text!r}")
    found = {name: typed for name, typed in match.groupdict().items() if typed}
    year, month, day = (_number(found[name]) if name in found else None for name in ("year", "month", "day"))
    when = Date(year, month, day, found.get("part", ""))
    if year is not None and year < 1000:
        raise ValueError(f"not a year: {text!r}")
    date(year or _ANY_LEAP_YEAR, 1 if month is None else month, 1 if day is None else day)
    return when


def parse_time_limit(text: str) -> Date:
    """A date as `parse_date` reads it, or the time before it: 6月底前, 6月30日以前, 二季度末之前. Raises ValueError."""
    typed = compact(text)
    if not typed.endswith("前"):
        return parse_date(text)
    return replace(parse_date(typed[:-1].removesuffix("以").removesuffix("之")), before=True)


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() else int(from_chinese(typed))


def in_chinese(when: Date) -> str:
    """A date in characters: 二〇二六年一月五日. The year is a name (〇), month and day are counted (十二月三十一日)."""
    return _written(when, to_digits, to_chinese)


def weekday(when: Date) -> str:
    """The day of the week, 星期一 to 星期日. Raises ValueError unless year, month and day are known."""
    if when.year is None or when.month is None or when.day is None:
        raise ValueError(f"not a whole date: {when}")
    return "星期" + _WEEKDAYS[date(when.year, when.month, when.day).weekday()]


def date_range(first: Date, last: Date) -> str:
    """From one date to another, what they share said once: 2026年1月5日至8日, 1月5日至2月3日, 6月上旬至中旬.

    A last date without a year is in the year of the first. Raises ValueError if the last comes before the first.
    """
    last = replace(last, year=last.year or first.year)
    if (first.year != last.year and None in (first.year, last.year)) or _order(first) > _order(last):
        raise ValueError(f"no time from {first} to {last}")
    if first == last:
        return str(first)
    if first.year == last.year and (first.month or first.part):
        same_kind = bool(first.day) == bool(last.day) and bool(first.part) == bool(last.part)
        same_month = first.month == last.month and first.month is not None and same_kind
        last = replace(last, year=None, month=None if same_month else last.month)
        return f"{first}至{last.day}日" if same_month and last.day else f"{first}至{last.part if same_month else last}"
    return f"{first}至{last}"


def _order(when: Date) -> tuple[int, int, int]:
    if when.month:
        return when.year or 0, when.month, when.day or _DAY_OF_PART[when.part]
    quarter = "一二三四".find(when.part.removeprefix("第")[:1]) if "季度" in when.part else -1
    last = 2 if when.part.endswith(("底", "末")) else 0
    return when.year or 0, _MONTH_OF_PART.get(when.part, 1 + 3 * quarter + last), 1


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day as it is said. hour: as typed, so 3 for 下午3:00; part: 上午, 下午, … or "" for none."""

    hour: int
    minute: int
    part: str = ""

    def __str__(self) -> str:
        return f"{self.part}{self.hour}:{self.minute:02}"

    @property
    def clock(self) -> tuple[int, int]:
        """Hour and minute by the clock of 24 hours, to put times in order: (15, 0) for 下午3:00."""
        later = self.hour + 12
        is_later = self.part and later <= 24 and not _within(self.hour, self.part) and _within(later, self.part)
        return later if is_later else self.hour, self.minute


def parse_time(text: str) -> Time:
    """A time of day as people type it: 9:30, 09:30, 9：30, 9时30分, 9点半, 上午9:30, 下午3点, 十五时.

    Raises ValueError for times that do not exist (25:00, 上午15:00), for ranges and for anything else.
    """
    match = _TIME.fullmatch(compact(text))
    if not match:
        raise ValueError(f"not a time of day: {text!r}")
    time = Time(_number(match["hour"]), _minute(match), match["part"] or "")
    hour, minute = time.clock
    if minute > 59 or hour * 60 + minute > 24 * 60 or not _within(hour, time.part):
        raise ValueError(f"not a time of day: {text!r}")
    return time


def is_of_date(text: str, when: str, *, behind: bool) -> bool:
    """Whether words right before a date, or behind it, say more of the time it names: 今年, 上午, 9时, 前, 至28日."""
    if not _reads(parse_time_limit, when):
        return False
    if not behind:
        return text in _YEARS or _reads(parse_time_limit, text + when)
    is_end = text[:1] in _TO and _reads(parse_date, text[1:])
    return is_end or text in _HOURS | _LATE_HOURS or _reads(parse_time, text) or _reads(parse_time_limit, when + text)


def _reads(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _minute(match: re.Match[str]) -> int:
    return _QUARTERS[match["quarter"]] or _number(match["figures"] or match["minute"] or "0")


def _within(hour: int, part: str) -> bool:
    earliest, latest = (_HOURS | _LATE_HOURS).get(part, (0, 24))
    return earliest <= hour <= latest
