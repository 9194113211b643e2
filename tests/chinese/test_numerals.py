from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.chinese.numerals import LARGEST, counted, from_chinese, ordinal, to_chinese, to_digits

from .tables import table


@table(
    "number, written",
    {
        "zero": (0, "零"),
        "ten": (10, "十"),
        "teen": (12, "十二"),
        "teen-inside-a-number": (110, "一百一十"),
        "place-left-out": (105, "一百零五"),
        "two-places-left-out": (1005, "一千零五"),
        "ten-after-ten-thousand": (10010, "一万零一十"),
        "teen-before-wan": (120000, "十二万"),
        "wan-without-gap": (1005000, "一百万五千"),
        "yi": (100000005, "一亿零五"),
        "wan-yi": (12 * 10**11, "一万二千亿"),
        "largest": (LARGEST, "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九"),
        "negative": (-3, "负三"),
        "decimals-keep-their-zero": (Decimal("12.50"), "十二点五零"),
        "zero-inside-decimals": (Decimal("95.06"), "九十五点零六"),
        "below-one": (Decimal("-0.5"), "负零点五"),
        "exponent": (Decimal("1E+3"), "一千"),
    },
)
def test_counted_numbers_are_written_as_they_are_read(number: int | Decimal, written: str) -> None:
    assert to_chinese(number) == written


@pytest.mark.parametrize("number", [LARGEST + 1, -LARGEST - 1, Decimal("NaN"), Decimal("Infinity")], ids=str)
def test_what_has_no_name_cannot_be_written(number: int | Decimal) -> None:
    with pytest.raises(ValueError, match="no number that can be read"):
        to_chinese(number)


@table(
    "number, written",
    {
        "year": (2026, "二〇二六"),
        "leading-zeros": ("007", "〇〇七"),
        "full-width": ("１２０", "一二〇"),
    },
)
def test_numbers_that_are_names_are_written_digit_by_digit(number: int | str, written: str) -> None:
    assert to_digits(number) == written


@pytest.mark.parametrize("number", ["", "12.5", "二〇", "1a", -5], ids=ascii)
def test_only_digits_make_a_name(number: int | str) -> None:
    with pytest.raises(ValueError, match="not made of digits"):
        to_digits(number)


@table(
    "text, number",
    {
        "counted": ("一百零五", 105),
        "liang": ("两千零五", 2005),
        "ling-as-circle": ("一百〇五", 105),
        "name": ("二〇二六", 2026),
        "name-with-ling": ("二零二六", 2026),
        "zero": ("零", 0),
        "with-yi-before-shi": ("一十二", 12),
        "ling-after-wan": ("一百万零五千", 1005000),
        "decimals": ("十二点五零", Decimal("12.50")),
        "decimals-scaled": ("十二点五亿", 1250000000),
        "figures": ("105", 105),
        "grouped": ("1,234,567", 1234567),
        "figures-scaled": ("12.5亿", 1250000000),
        "figures-wan-yi": ("1.2万亿", 1200000000000),
        "scaled-with-decimals-left": ("0.00005万", Decimal("0.5")),
        "negative": ("负三", -3),
        "minus": ("-3.20", Decimal("-3.20")),
    },
)
def test_numbers_are_read_in_characters_and_in_figures(text: str, number: int | Decimal) -> None:
    read = from_chinese(text)
    assert (read, type(read)) == (number, type(number))


@table(
    "text",
    {
        "empty": "",
        "a-space": " 3",
        "rough": "三四",
        "short-for-150": "一百五",
        "short-for-15000": "一万五",
        "unit-alone": "百",
        "units-in-disorder": "十百",
        "digits-in-disorder": "一一百",
        "ling-too-many": "一百零十二",
        "old-twenty": "廿",
        "no-whole": "点五",
        "no-decimals": "五点",
        "mixed-writing": "1百零8",
        "grouped-wrongly": "1,23,4",
        "leading-zero": "007",
        "two-minuses": "--3",
        "exponent": "1e5",
        "foreign-digits": "١٢",
        "beyond-the-largest": "一亿亿",
        "endless": "亿" * 100_000,
    },
)
def test_what_is_no_exact_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        from_chinese(text)


@given(st.integers(-LARGEST, LARGEST))
def test_every_number_written_is_read_back(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number


@given(st.decimals(-(10**9), 10**9, places=4))
def test_every_decimal_written_is_read_back(number: Decimal) -> None:
    assert from_chinese(to_chinese(number)) == number


@given(st.integers(100, LARGEST))
def test_every_name_of_three_digits_and_more_is_read_back(number: int) -> None:
    assert from_chinese(to_digits(number)) == number


@table(
    "number, measure, phrase",
    {
        "one": (1, "项", "一项"),
        "two": (2, "位", "两位"),
        "two-of-what-follows": (2, "", "两"),
        "two-taels": (2, "两", "二两"),
        "twelve": (12, "个", "十二个"),
        "twenty": (20, "人", "二十人"),
        "twenty-two": (22, "项", "二十二项"),
        "hundreds": (200, "件", "二百件"),
        "thousands": (2000, "人", "两千人"),
        "thousands-after-wan": (22000, "人", "两万二千人"),
        "yi": (200000000, "元", "两亿元"),
        "none": (0, "项", "零项"),
    },
)
def test_two_is_liang_where_the_written_norm_has_it(number: int, measure: str, phrase: str) -> None:
    assert counted(number, measure) == phrase


def test_a_place_in_an_order_takes_di() -> None:
    assert [ordinal(number) for number in (1, 2, 3, 12)] == ["第一", "第二", "第三", "第十二"]


def test_nothing_is_counted_below_zero_or_placed_below_one() -> None:
    with pytest.raises(ValueError, match="cannot be counted"):
        counted(-1, "项")
    with pytest.raises(ValueError, match="no place"):
        ordinal(0)
