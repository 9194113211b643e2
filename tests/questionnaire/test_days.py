"""Days as people name them from today on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.chinese.dates import Date
from drafting.questionnaire.days import day_from, upcoming

WEDNESDAY = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("今天", "2026年6月10日"),
        ("明天", "2026年6月11日"),
        ("大后天", "2026年6月13日"),
        ("前天", "2026年6月8日"),
        ("本周五", "2026年6月12日"),
        ("这周一", "2026年6月8日"),
        ("周三", "2026年6月10日"),
        ("周二", "2026年6月16日"),
        ("星期天", "2026年6月14日"),
        ("下周三", "2026年6月17日"),
        ("下个星期日", "2026年6月21日"),
        ("下下周一", "2026年6月22日"),
        ("上周五", "2026年6月5日"),
        ("本月底", "2026年6月底"),
        ("月底", "2026年6月底"),
        ("下个月5号", "2026年7月5日"),
        ("下月初", "2026年7月初"),
        ("5号", "2026年7月5日"),
        ("10日", "2026年6月10日"),
        ("31号", "2026年7月31日"),
        ("明年3月5日", "2027年3月5日"),
        ("今年6月底", "2026年6月底"),
        ("明年底", "2027年底"),
        ("去年下半年", "2025年下半年"),
        ("明年", "2027年"),
        ("三天后", "2026年6月13日"),
        ("两周之后", "2026年6月24日"),
        ("十个月后", "2027年4月10日"),
        (" 下 周 三 ", "2026年6月17日"),
    ],
)
def test_a_day_is_counted_from_today(typed: str, meant: str) -> None:
    assert str(day_from(typed, WEDNESDAY)) == meant


@pytest.mark.parametrize("typed", ["1月5日", "2026-1-5", "尽快", "", "周八", "下周", "六月"])
def test_what_names_no_day_from_today_is_left_to_others(typed: str) -> None:
    assert day_from(typed, WEDNESDAY) is None


@pytest.mark.parametrize("typed", ["本月31日", "明年2026年3月", "今年2月30日"])
def test_a_day_that_does_not_exist_is_told(typed: str) -> None:
    with pytest.raises(ValueError):
        day_from(typed, WEDNESDAY)


def test_a_month_later_ends_with_the_month() -> None:
    assert str(day_from("1个月后", date(2026, 1, 31))) == "2026年2月28日"
    assert str(day_from("上月底", date(2026, 1, 5))) == "2025年12月底"


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_a_day_without_its_year_is_the_next_one(today: date, month: int, day: int) -> None:
    when = upcoming(Date(None, month, day), today)
    assert when.year is not None
    found = date(when.year, month, day)
    assert today <= found < today + timedelta(366)


def test_29_february_is_in_the_next_leap_year() -> None:
    assert upcoming(Date(None, 2, 29), date(2026, 3, 1)).year == 2028


def test_a_year_that_was_said_stays() -> None:
    assert upcoming(Date(2020, 1, 5), WEDNESDAY) == Date(2020, 1, 5)
    assert upcoming(Date(None, 6, None, "底"), WEDNESDAY) == Date(None, 6, None, "底")


@given(
    st.sampled_from(["周", "星期", "礼拜"]),
    st.sampled_from("一二三四五六日"),
    st.dates(date(2000, 1, 1), date(2090, 1, 1)),
)
def test_a_weekday_is_that_weekday_today_or_within_six_days(word: str, weekday: str, today: date) -> None:
    when = day_from(word + weekday, today)
    assert when is not None
    found = date(when.year or 0, when.month or 0, when.day or 0)
    assert "一二三四五六日"[found.weekday()] == weekday
    assert timedelta(0) <= found - today <= timedelta(6)
