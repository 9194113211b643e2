from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.chinese.quantities import AMOUNT, RATE, Quantity, change, difference_points, parse_quantity, percent

from .tables import table


@table(
    "typed, written",
    {
        "plain": ("12.5", "12.5"),
        "a-unit-that-is-a-sign": ("35 ㎡", "35㎡"),
        "degrees": ("-3℃", "-3℃"),
        "decimals-keep-their-zero": ("12.50亿", "12.50亿"),
        "with-unit": ("12.5亿元", "12.5亿元"),
        "grouped": ("1,234", "1234"),
        "full-width": ("１２．５", "12.5"),
        "full-width-comma": ("１，２３４人", "1234人"),
        "spaced": (" 12.5 亿 元 ", "12.5亿元"),
        "numeral": ("十二点五亿元", "12.5亿元"),
        "numeral-wan": ("三千五百万元", "3500万元"),
        "numeral-of-two-scales": ("一亿五千万元", "1.5亿元"),
        "figures-of-two-scales": ("3亿5000万元", "3.5亿元"),
        "figures-of-two-scales-with-a-nought": ("1亿零200万", "1.02亿"),
        "numeral-before-a-unit-like-one": ("三十千瓦", "30千瓦"),
        "liang-counts": ("两个", "2个"),
        "liang-weighs": ("三两", "3两"),
        "percent": ("47%", "47%"),
        "percent-full-width": ("47％", "47%"),
        "percent-in-words": ("百分之四十七点五", "47.5%"),
        "percent-half-in-words": ("百分之47", "47%"),
        "per-mille-in-words": ("千分之五", "5‰"),
        "negative": ("-3.2%", "-3.2%"),
        "negative-in-words": ("负百分之三", "-3%"),
        "wan-yi": ("1.2万亿元", "1.2万亿元"),
        "tenfold-scale": ("3.5千万元", "3500万元"),
        "tenfold-unit": ("3千人", "3000人"),
        "a-unit-that-begins-tenfold": ("3千克", "3千克"),
        "points": ("2.1个百分点", "2.1个百分点"),
        "unit-with-a-slash": ("5公里/小时", "5公里/小时"),
        "latin-unit": ("3.5km", "3.5km"),
        "two-units-in-one": ("3120件（套）", "3120件（套）"),
        "two-units-in-one-half-width": ("12 台(套)", "12台（套）"),
        "two-units-in-one-scaled": ("1.2万件（套）", "1.2万件（套）"),
    },
)
def test_quantities_are_taken_as_people_type_them(typed: str, written: str) -> None:
    assert str(parse_quantity(typed)) == written


@table(
    "typed, unit, written",
    {
        "unit-added": ("12亿", "元", "12亿元"),
        "unit-the-same": ("12亿元", "元", "12亿元"),
        "scale-and-unit-added": ("3500", "万元", "3500万元"),
        "scale-and-unit-the-same": ("3500万元", "万元", "3500万元"),
        "scale-typed-without-unit": ("3500万", "万元", "3500万元"),
        "another-scale-stays-as-typed": ("0.35亿元", "万元", "0.35亿元"),
        "no-scale-stays-as-typed": ("35000000元", "万元", "35000000元"),
        "percent-added": ("47", "%", "47%"),
        "two-units-in-one-added": ("47", "件(套)", "47件（套）"),
        "two-units-in-one-the-same": ("47件（套）", "件(套)", "47件（套）"),
        "percent-full-width": ("47", "％", "47%"),
    },
)
def test_the_unit_of_the_question_is_added_where_none_is_typed(typed: str, unit: str, written: str) -> None:
    assert str(parse_quantity(typed, unit)) == written


@table(
    "typed",
    {
        "empty": "",
        "unit-alone": "元",
        "not-a-number": "NaN",
        "exponent": "1e5",
        "grouped-wrongly": "1,23,4",
        "two-points": "12.5.3",
        "nothing-after-the-point": "12.",
        "nothing-before-the-point": ".5",
        "leading-zeros": "007",
        "two-numbers": "12 5",
        "two-numbers-with-units": "3公里500米",
        "half": "一半",
        "a-range": "15%～30%",
        "about": "约12亿",
        "more-than": "300多人",
        "some-more": "300余家",
        "at-least": "5人以上",
        "scaled-percent": "3万%",
        "plus": "+3",
        "an-ordinal": "第三",
        "prose": "12个问题需要在年底前整改到位",
        "half-a-numeral": "十二亿三",
        "percent-of-nothing": "百分之",
        "with-a-remark": "300人（约）",
        "with-a-long-remark": "300人（不含临时工）",
        "endless": "9" * 5000,
    },
)
def test_what_is_no_exact_quantity_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        parse_quantity(typed)


@pytest.mark.parametrize(
    ("typed", "unit"), [("3亩", "元"), ("1200人", "名"), ("5", "千元")], ids=["mu", "ming", "qian"]
)
def test_another_unit_than_that_of_the_question_is_refused(typed: str, unit: str) -> None:
    with pytest.raises(ValueError, match="not"):
        parse_quantity(typed, unit)


def test_the_amount_has_the_scale_worked_in() -> None:
    assert parse_quantity("12.5亿元").amount == 1250000000
    assert str(parse_quantity("12.50亿元").amount) == "1250000000"
    assert str(parse_quantity("47.0%").amount) == "47.0"


_quantities = st.builds(
    Quantity,
    st.decimals(-(10**9), 10**9, places=2),
    st.sampled_from(["", "万", "亿", "万亿"]),
    st.sampled_from(["", "元", "人", "千克", "个百分点", "平方公里"]),
)


@given(_quantities)
def test_every_quantity_written_is_read_back_to_the_letter(quantity: Quantity) -> None:
    assert str(parse_quantity(str(quantity))) == str(quantity)


@table(
    "part, whole, share",
    {
        "one-decimal": (1, 3, "33.3%"),
        "half-up": (Decimal("12.25"), 100, "12.3%"),
        "no-trailing-zero": (1, 2, "50%"),
        "more-than-all": (3, 2, "150%"),
        "nothing": (0, 5, "0%"),
        "all": (5, 5, "100%"),
        "not-quite-all": (9997, 10000, "99.97%"),
        "not-quite-nothing": (4, 10000, "0.04%"),
        "across-scales": (parse_quantity("3500万元"), parse_quantity("1亿元"), "35%"),
    },
)
def test_a_share_has_one_decimal_unless_that_would_deceive(part: int, whole: int, share: str) -> None:
    assert str(percent(part, whole)) == share


@table(
    "new, old, words",
    {
        "growth": ("12.5亿元", "11.13亿元", "增长12.3%"),
        "decline": ("96", "100", "下降4%"),
        "none": ("5.0", "5", "持平"),
        "tiny": ("10001", "10000", "增长0.01%"),
        "doubled": ("2亿元", "10000万元", "增长100%"),
        "nearly-tenfold-more": ("10990", "1000", "增长999%"),
        "tenfold-more": ("11000", "1000", "增长10倍"),
        "manifold": ("1.2万台", "300台", "增长39倍"),
        "manifold-and-a-half": ("1234", "100", "增长11.3倍"),
    },
)
def test_a_change_is_said_with_its_rate(new: str, old: str, words: str) -> None:
    assert change(parse_quantity(new), parse_quantity(old)) == words


@table(
    "new, old",
    {
        "other-units": ("5元", "3人"),
        "a-rate-of-another-kind": ("5‰", "4%"),
    },
)
def test_no_change_between_things_of_another_kind(new: str, old: str) -> None:
    with pytest.raises(ValueError):
        change(parse_quantity(new), parse_quantity(old))


@table(
    "new, old, words",
    {
        "from-nothing": ("6亿元", "0元", "增加6亿元"),
        "to-nothing": ("0件", "12件", "减少12件"),
        "from-loss-to-profit": ("5", "-3", "增加8"),
        "from-profit-to-loss": ("-3万元", "5万元", "减少8万元"),
        "from-loss-to-nothing": ("0元", "-1.2亿元", "增加1.2亿元"),
        "across-scales": ("5000万元", "-1亿元", "增加15000万元"),
        "nothing-both-times": ("0", "0", "持平"),
    },
)
def test_a_change_that_no_rate_describes_is_said_plainly(new: str, old: str, words: str) -> None:
    assert change(parse_quantity(new), parse_quantity(old)) == words


@table(
    "new, old, words",
    {
        "a-score-up": ("98.5分", "97分", "提高1.5分"),
        "a-score-down": ("95分", "97分", "下降2分"),
        "a-score-from-nothing": ("5分", "0分", "提高5分"),
        "minutes-down": ("31分钟", "52分钟", "缩短21分钟"),
        "minutes-many-times-more": ("44分钟", "4分钟", "延长40分钟"),
        "days-up": ("312天", "310天", "增加2天"),
        "days-with-a-fraction": ("8.6天", "9.3天", "减少0.7天"),
        "working-days": ("3个工作日", "5个工作日", "减少2个工作日"),
        "an-age": ("41.5岁", "43岁", "下降1.5岁"),
        "points-of-growth": ("3个百分点", "2.5个百分点", "提高0.5个百分点"),
        "a-temperature": ("21℃", "18℃", "上升3℃"),
        "no-change": ("98.50分", "98.5分", "持平"),
        "hours-in-sum": ("12.6万小时", "10万小时", "增长26%"),
        "points-in-sum": ("1200分", "1000分", "增长20%"),
        "minutes-in-sum-to-nothing": ("0分钟", "1200分钟", "减少1200分钟"),
        "money": ("6.3亿元", "5.6亿元", "增长12.5%"),
    },
)
def test_scores_and_times_change_by_so_much_and_sums_of_them_in_per_cent(new: str, old: str, words: str) -> None:
    assert change(parse_quantity(new), parse_quantity(old)) == words


@table(
    "new, old, by, words",
    {
        "few-things": ("41个", "36个", AMOUNT, "增加5个"),
        "fewer-things": ("29个", "32个", AMOUNT, "减少3个"),
        "as-many": ("29个", "29个", AMOUNT, "持平"),
        "in-a-smaller-scale": ("1.92亿人次", "1.78亿人次", AMOUNT, "增加1400万人次"),
        "in-no-scale": ("1.2万件", "1.15万件", AMOUNT, "增加500件"),
        "in-its-scale": ("3.2亿元", "1.78亿元", AMOUNT, "增加1.42亿元"),
        "many-times-more": ("1.2万台", "300台", AMOUNT, "增加1.17万台"),
        "a-score": ("98.5分", "97分", RATE, "增长1.5%"),
        "rates-differ-by-points": ("47.2%", "45.1%", RATE, "提高2.1个百分点"),
        "and-so-they-do": ("47.2%", "45.1%", AMOUNT, "提高2.1个百分点"),
        "no-rate-of-nothing": ("6件", "0件", RATE, "增加6件"),
    },
)
def test_a_change_is_said_in_the_way_that_is_asked_for(new: str, old: str, by: str, words: str) -> None:
    assert change(parse_quantity(new), parse_quantity(old), by) == words


def test_a_change_is_said_in_no_other_way() -> None:
    with pytest.raises(ValueError, match="倍数"):
        change(parse_quantity("41个"), parse_quantity("36个"), "倍数")


@table(
    "new, old, words",
    {
        "up": ("47.2%", "45.1%", "提高2.1个百分点"),
        "down": ("45%", "47.25%", "下降2.25个百分点"),
        "round": ("47.50%", "45.50%", "提高2个百分点"),
        "none": ("47.0%", "47%", "持平"),
        "of-a-thousand-up": ("5‰", "4‰", "提高1个千分点"),
        "of-a-thousand-down": ("1.2‰", "1.5‰", "下降0.3个千分点"),
        "of-a-thousand-none": ("1.50‰", "1.5‰", "持平"),
    },
)
def test_percentages_differ_by_points(new: str, old: str, words: str) -> None:
    assert difference_points(parse_quantity(new), parse_quantity(old)) == words
    assert change(parse_quantity(new), parse_quantity(old)) == words


def test_only_percentages_differ_by_points() -> None:
    with pytest.raises(ValueError, match="not two percentages"):
        difference_points(parse_quantity("5元"), parse_quantity("3元"))


def test_no_share_of_nothing_or_of_something_else() -> None:
    with pytest.raises(ValueError, match="nothing"):
        percent(1, 0)
    with pytest.raises(ValueError, match="different units"):
        percent(parse_quantity("1元"), parse_quantity("3人"))
    with pytest.raises(ValueError, match="not a number"):
        percent(Decimal("NaN"), 3)
