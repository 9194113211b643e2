from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.chinese.dates import Date, Time, date_range, in_chinese, parse_date, parse_time, parse_time_limit, weekday

from .tables import table


@table(
    "typed, written",
    {
        "dashes": ("2026-1-5", "2026年1月5日"),
        "slashes-and-zeros": ("2026/01/05", "2026年1月5日"),
        "dots": ("2026.1.5", "2026年1月5日"),
        "zeros": ("2026年01月05日", "2026年1月5日"),
        "spoken-day": ("2026年1月5号", "2026年1月5日"),
        "spaced": ("2026 年 1 月 5 日", "2026年1月5日"),
        "full-width": ("２０２６年１月", "2026年1月"),
        "no-year": ("1月5日", "1月5日"),
        "month": ("2026-06", "2026年6月"),
        "month-said-longer": ("6月份", "6月"),
        "year": ("2026年", "2026年"),
        "end-of-month": ("2026年6月底", "2026年6月底"),
        "end-of-a-month": ("6月底", "6月底"),
        "ten-days": ("6月上旬", "6月上旬"),
        "end-of-year": ("2026年底", "2026年底"),
        "end-of-a-year": ("年底", "年底"),
        "half-year": ("2026年上半年", "2026年上半年"),
        "quarter": ("一季度", "一季度"),
        "end-of-quarter": ("2026年第二季度末", "2026年第二季度末"),
        "characters": ("二〇二六年十二月三十一日", "2026年12月31日"),
        "characters-with-ling": ("二零二六年一月五日", "2026年1月5日"),
        "leap-day": ("2024-2-29", "2024年2月29日"),
        "leap-day-of-any-year": ("2月29日", "2月29日"),
    },
)
def test_dates_are_taken_as_people_type_them(typed: str, written: str) -> None:
    assert str(parse_date(typed)) == written


@table(
    "typed",
    {
        "empty": "",
        "no-such-day": "2026-2-29",
        "no-such-day-in-any-year": "2月30日",
        "no-such-month": "13月",
        "month-zero": "2026年0月",
        "day-zero": "2026-1-0",
        "year-of-two-digits": "26年1月5日",
        "year-of-two-digits-in-disguise": "〇〇二六年一月",
        "bare-year": "2026",
        "bare-day": "5日",
        "two-signs": "2026-1/5",
        "two-months": "两月",
        "wording-after": "6月30日前",
        "relative": "今年6月",
        "part-of-a-day": "6月5日底",
        "number-apart": "2026年1 2月",
        "a-range": "1月5日至8日",
    },
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        parse_date(typed)


_days = st.dates(datetime.date(1000, 1, 1)).map(lambda day: Date(day.year, day.month, day.day))
_times = st.one_of(
    _days,
    st.builds(
        Date, st.none() | st.integers(1000, 9999), st.integers(1, 12), st.none(), st.sampled_from(["", "上旬", "底"])
    ),
    st.builds(
        Date, st.integers(1000, 9999), st.none(), st.none(), st.sampled_from(["", "初", "末", "下半年", "三季度"])
    ),
)


@given(_times)
def test_every_date_written_is_read_back(date: Date) -> None:
    assert parse_date(str(date)) == date
    assert parse_date(in_chinese(date)) == date


@table(
    "typed, written",
    {
        "whole": ("2026-1-5", "二〇二六年一月五日"),
        "tens-are-counted": ("2020年12月31日", "二〇二〇年十二月三十一日"),
        "part": ("6月底", "六月底"),
    },
)
def test_in_characters_the_year_is_a_name_and_the_rest_is_counted(typed: str, written: str) -> None:
    assert in_chinese(parse_date(typed)) == written


def test_a_whole_date_has_a_weekday() -> None:
    assert [weekday(Date(2026, 1, day)) for day in (4, 5)] == ["星期日", "星期一"]
    with pytest.raises(ValueError, match="not a whole date"):
        weekday(Date(None, 1, 5))


@table(
    "first, last, written",
    {
        "same-month": ("2026年1月5日", "2026年1月8日", "2026年1月5日至8日"),
        "same-year": ("2026年1月5日", "2026年2月3日", "2026年1月5日至2月3日"),
        "no-year": ("1月5日", "2月3日", "1月5日至2月3日"),
        "across-years": ("2025年12月30日", "2026年1月2日", "2025年12月30日至2026年1月2日"),
        "year-said-once": ("2026年1月5日", "1月8日", "2026年1月5日至8日"),
        "months": ("2026年1月", "2026年3月", "2026年1月至3月"),
        "years": ("2025年", "2026年", "2025年至2026年"),
        "parts-of-a-month": ("6月上旬", "6月中旬", "6月上旬至中旬"),
        "parts-of-two-months": ("6月上旬", "7月中旬", "6月上旬至7月中旬"),
        "parts-of-a-year": ("2026年初", "2026年底", "2026年初至年底"),
        "quarters": ("一季度", "三季度", "一季度至三季度"),
        "a-day-and-a-part": ("2026年1月5日", "2026年1月底", "2026年1月5日至1月底"),
        "one-day": ("1月5日", "1月5日", "1月5日"),
    },
)
def test_a_range_says_once_what_its_ends_share(first: str, last: str, written: str) -> None:
    assert date_range(parse_date(first), parse_date(last)) == written


@table(
    "first, last",
    {
        "days": ("2026年1月8日", "2026年1月5日"),
        "parts": ("6月底", "6月上旬"),
        "quarters": ("第三季度", "第一季度"),
        "year-only-at-the-end": ("1月5日", "2026年1月8日"),
    },
)
def test_a_range_that_runs_backwards_is_refused(first: str, last: str) -> None:
    with pytest.raises(ValueError, match="no time"):
        date_range(parse_date(first), parse_date(last))


@table(
    "typed, written, clock",
    {
        "figures": ("9:30", "9:30", (9, 30)),
        "leading-zero": ("09:30", "9:30", (9, 30)),
        "full-width": ("9：30", "9:30", (9, 30)),
        "written-out": ("9时30分", "9:30", (9, 30)),
        "half-past": ("9点半", "9:30", (9, 30)),
        "quarter": ("下午三点一刻", "下午3:15", (15, 15)),
        "part-of-day-kept": ("上午9:30", "上午9:30", (9, 30)),
        "hour": ("下午3点", "下午3:00", (15, 0)),
        "24-hours-kept": ("下午15:00", "下午15:00", (15, 0)),
        "noon": ("中午12点", "中午12:00", (12, 0)),
        "after-noon": ("下午12:30", "下午12:30", (12, 30)),
        "midnight": ("晚上12点", "晚上12:00", (24, 0)),
        "end-of-day": ("24:00", "24:00", (24, 0)),
        "characters": ("十五时", "15:00", (15, 0)),
    },
)
def test_times_are_taken_as_people_type_them(typed: str, written: str, clock: tuple[int, int]) -> None:
    time = parse_time(typed)
    assert (str(time), time.clock) == (written, clock)


@table(
    "typed",
    {
        "empty": "",
        "no-such-hour": "25:00",
        "beyond-the-end-of-day": "24:01",
        "no-such-minute": "9:60",
        "one-digit-of-minutes": "9:5",
        "bare-hour": "12",
        "bare-part": "上午",
        "part-and-hour-disagree": "上午15:00",
        "a-range": "9:30-11:00",
        "hundred": "一百点",
    },
)
def test_what_is_no_time_of_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"not a (time|number)"):
        parse_time(typed)


@given(st.builds(Time, st.integers(0, 23), st.integers(0, 59)))
def test_every_time_written_is_read_back(time: Time) -> None:
    assert parse_time(str(time)) == time


@table(
    "typed, written",
    {
        "end-of-month": ("4月底前", "4月底前"),
        "day": ("2026-6-30前", "2026年6月30日前"),
        "said-longer": ("6月30日以前", "6月30日前"),
        "said-otherwise": ("二季度末之前", "二季度末前"),
        "a-plain-date": ("4月底", "4月底"),
    },
)
def test_a_time_limit_may_say_before(typed: str, written: str) -> None:
    assert str(parse_time_limit(typed)) == written


@pytest.mark.parametrize("typed", ["前", "以前", "国庆节前", "目前", "2月30日前"])
def test_what_is_no_date_is_no_time_limit(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_time_limit(typed)


def test_the_end_of_a_quarter_comes_after_its_months() -> None:
    assert date_range(Date(2026, 4), Date(2026, part="二季度末")) == "2026年4月至二季度末"
