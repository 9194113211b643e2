"""Days as people name them from today on: 今天, 下周三, 本月底, 明年3月, 三天后. Weeks begin on Monday."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from drafting.chinese.dates import Date, parse_date
from drafting.chinese.numerals import from_chinese
from drafting.chinese.script import compact

_NEAR = {"大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "当天": 0}
_NEAR |= {"明天": 1, "明日": 1, "后天": 2, "大后天": 3}
_YEARS = {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_WHICH = {"上上": -2, "上": -1, "本": 0, "这": 0, "": 0, "下": 1, "下下": 2}
_WEEKDAYS = "一二三四五六日"
_COUNT = "[0-9一二两三四五六七八九十]{1,3}"
_DAY = re.compile(rf"(?P<day>{_COUNT})[日号]")
_MARKED = re.compile(r"(?P<month>0?[1-9]|1[0-2])[-/.](?P<day>0?[1-9]|[12][0-9]|3[01])", re.ASCII)
_YEAR = re.compile(rf"(?P<year>{'|'.join(_YEARS)})(?P<rest>.*)")
_MONTH = re.compile(rf"(?P<which>上|本|这|下|)个?月(?:(?P<day>{_COUNT})[日号]|份?(?P<part>初|中|底|末|上旬|中旬|下旬))")
_WEEK = re.compile(r"(?P<which>上上|上|本|这|下下|下|)个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_LATER = re.compile(rf"(?P<count>{_COUNT})(?P<unit>天|日|周|个?星期|个?礼拜|个月)(?:之|以)?后")


def day_from(text: str, today: date) -> Date | None:
    """The date that a text names from `today` on; None if it is no such name.

    Raises ValueError for a day that does not exist, such as 本月31日 in June.
    """
    typed = compact(text)
    if typed in _NEAR:
        return _whole(today + timedelta(_NEAR[typed]))
    readings: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Date]], ...] = (
        (_DAY, _next_day),
        (_YEAR, _in_year),
        (_MONTH, _in_month),
        (_WEEK, _in_week),
        (_LATER, _later),
    )
    for form, reading in readings:
        if match := form.fullmatch(typed):
            return reading(match, today)
    return None


def day_of_month(text: str) -> str:
    """1-5, 1/5 and 1.5 as 1月5日; anything else as it is."""
    match = _MARKED.fullmatch(compact(text))
    return f"{int(match['month'])}月{int(match['day'])}日" if match else text


def upcoming(when: Date, today: date) -> Date:
    """A day of a month without its year, in the year that makes it today or later; anything else as it is."""
    if when.year is not None or when.month is None or when.day is None:
        return when
    for year in range(today.year, today.year + 9):  # 29 February may be eight years off
        if when.day <= monthrange(year, when.month)[1] and date(year, when.month, when.day) >= today:
            return replace(when, year=year)
    return when


def _whole(day: date) -> Date:
    return Date(day.year, day.month, day.day)


def _next_day(match: re.Match[str], today: date) -> Date:
    """The next day with that number, today or later; months that do not have it are passed over."""
    number = _number(match["day"])
    for later in range(62):  # two long months: the next one may be without a 31st
        if (day := today + timedelta(later)).day == number:
            return _whole(day)
    raise ValueError(f"no day of a month: {match.group()}")


def _in_year(match: re.Match[str], today: date) -> Date:
    year, rest = today.year + _YEARS[match["year"]], match["rest"]
    if not rest:
        return Date(year)
    when = parse_date("年" + rest if rest in ("初", "中", "底", "末") else rest)
    if when.year is not None:
        raise ValueError(f"two years: {match.group()}")
    return parse_date(f"{year}{when}" if str(when).startswith("年") else f"{year}年{when}")


def _in_month(match: re.Match[str], today: date) -> Date:
    months = today.year * 12 + today.month - 1 + _WHICH[match["which"]]
    year, month = months // 12, months % 12 + 1
    if not match["day"]:
        return Date(year, month, None, match["part"])
    return _whole(date(year, month, _number(match["day"])))


def _in_week(match: re.Match[str], today: date) -> Date:
    weekday = _WEEKDAYS.index(match["day"].replace("天", "日"))
    day = today + timedelta(7 * _WHICH[match["which"]] + weekday - today.weekday())
    if not match["which"] and day < today:
        day += timedelta(7)
    return _whole(day)


def _later(match: re.Match[str], today: date) -> Date:
    count = _number(match["count"])
    if match["unit"] in ("天", "日"):
        return _whole(today + timedelta(count))
    if match["unit"] == "个月":
        months = today.year * 12 + today.month - 1 + count
        year, month = months // 12, months % 12 + 1
        return _whole(date(year, month, min(today.day, monthrange(year, month)[1])))
    return _whole(today + timedelta(7 * count))


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() else int(from_chinese(typed))
