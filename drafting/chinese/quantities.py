"""Quantities as official texts write them: 12.5亿元, 47%, 1200人; shares and changes between two of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TypeAlias

from drafting.chinese.numerals import SCALES, from_chinese
from drafting.chinese.patterns import pattern
from drafting.chinese.script import compact

_FIGURES = pattern(r"-?(?:0|[1-9]\d{0,2}(?:,\d{3}){1,4}|[1-9]\d{0,15})(?:\.\d{1,12})?(?![\d.,])", re.ASCII)
_NUMERAL = pattern(r"负?[零〇一二两三四五六七八九十百千万亿点]{1,40}")
_SCALE = pattern(r"([十百千]?)(万亿|[万亿])|([百千])(?![克米瓦伏帕赫卡焦牛升安乏字分])")
_TWO_SCALES = pattern(r"([1-9]\d{0,7})亿零?([1-9]\d{0,3})万(?![\d万亿])", re.ASCII)
_SIGN = "℃℉°㌀-㏿"  # ㎡ ㎏ and their like count as symbols, not as letters
_UNIT = pattern(
    rf"(?:[^\W\d_零〇一二三四五六七八九十]|[{_SIGN}])(?:[^\W\d_零〇一二三四五六七八九]|[{_SIGN}²³/·]){{0,7}}"
    r"(?:（(?![约含多余近])[^\W\d_]{1,2}）)?|[%‰]|"  # 件（套）: two units in one, as inventories count
)
_ROUGH = pattern(r"[多余几半]|来(?!宾)|.*(?:左右|上下|以上|以下|以内|以外|多|余)$")
_POINTS = {"%": "个百分点", "‰": "个千分点"}
_SHARES = {"百分之": "%", "千分之": "‰"}
_TENFOLD = {"十": 10, "百": 100, "千": 1000}
_CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP)
_EXACT = (Decimal(0), Decimal(100))
LEVEL = "持平"  # neither more nor less
_MANIFOLD = 10  # from so many times more on, a growth is told in times, not in per cent
RATE, AMOUNT = "比率", "数量"  # how a change may be said: in per cent, or by how much
_MORE_OR_LESS = ("增加", "减少")
_LEVELS = {  # what goes up and down by so much and not in per cent, and the verbs for it
    **dict.fromkeys(("分", "岁", *_POINTS.values()), ("提高", "下降")),
    **dict.fromkeys(("分钟", "秒", "秒钟"), ("延长", "缩短")),
    **dict.fromkeys(("小时", "天", "日", "工作日", "个工作日", "周", "月", "个月", "年"), _MORE_OR_LESS),
    **dict.fromkeys(("℃", "摄氏度", "分贝"), ("上升", "下降")),
}
_SUM = 1000  # so many hours or points and more are a sum, which grows in per cent as others do
_DECIMALS = 2  # of a number in 万 or 亿 that is easily said
_SMALLER = {"万": "", "亿": "万", "万亿": "亿"}

Number: TypeAlias = "Quantity | Decimal | int"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. value: as typed; scale: "", "万", "亿" or "万亿"; unit: 元, %, 个百分点, "" for none."""

    value: Decimal
    scale: str = ""
    unit: str = ""

    @property
    def amount(self) -> Decimal:
        """The number itself, the scale worked in: 1250000000 for 12.5亿元."""
        return _trimmed(self.value * SCALES[self.scale]) if self.scale else self.value

    def __str__(self) -> str:
        return f"{self.value:f}{self.scale}{self.unit}"


def parse_quantity(text: str, unit: str = "") -> Quantity:
    """One exact quantity as people type it: 12.50亿, 1,234, "１２．５ 亿 元", 十二点五亿元, 百分之四十七, -3.2%.

    unit: what the quantity is counted in, its scale perhaps with it (万元); it is added where none is typed, and a
    typed one must be the same. A typed scale stays as typed. Numerals become figures, decimals stay (12.50).
    Raises ValueError for rough numbers, ranges, another unit and anything else.
    """
    typed = _typed(text)
    quantity = _percentage(typed) or _in_figures(typed) or _in_numerals(typed)
    if quantity is None or _ROUGH.match(quantity.unit) or (quantity.scale and quantity.unit in ("%", "‰")):
        raise ValueError(f"not an exact quantity: {text!r}")
    return _with_unit(quantity, _typed(unit)) if unit else quantity


def _typed(text: str) -> str:
    """Without white space and in half width, but for the brackets of 件（套）, which are written wide."""
    return compact(text).replace("(", "（").replace(")", "）")


def _percentage(text: str) -> Quantity | None:
    number, minus = text.removeprefix("负"), "-" if text.startswith("负") else ""
    share = _SHARES.get(number[:3])
    return Quantity(Decimal(f"{minus}{from_chinese(number[3:])}"), "", share) if share else None


def _in_figures(text: str) -> Quantity | None:
    if both := _TWO_SCALES.match(text):
        text = f"{_trimmed(Decimal(both[1]) + Decimal(both[2]) / 10_000):f}亿{text[both.end() :]}"
    match = _FIGURES.match(text)
    if not match:
        return None
    value, rest = Decimal(match[0].replace(",", "")), text[match.end() :]
    tens, scale, unit = _scale(rest)
    if tens:
        # GB/T 15835-2011, 5.3 lets figures stand with 万 and 亿 only: 3千万 is 3000万.
        value = _trimmed(value * _TENFOLD[tens])
    value = value if value else abs(value)  # no minus before nothing
    return Quantity(value, scale, unit) if _UNIT.fullmatch(unit) else None


def _scale(text: str) -> tuple[str, str, str]:
    """千万元 as (千, 万, 元), 千人 as (千, "", 人), 千克 and 元 as they are."""
    match = _SCALE.match(text)
    return (match[1] or match[3] or "", match[2] or "", text[match.end() :]) if match else ("", "", text)


def _in_numerals(text: str) -> Quantity | None:
    match = _NUMERAL.match(text)
    # The unit may begin like a numeral (三十千瓦, 三两), so the longest numeral that leaves a unit wins.
    for end in range(match.end() if match else 0, 0, -1):
        if _UNIT.fullmatch(text[end:]):
            try:
                return Quantity(*_scaled(text[:end]), text[end:])
            except ValueError:
                continue
    return None


def _scaled(numeral: str) -> tuple[Decimal, str]:
    """三千五百万 as (3500, 万); 一亿五千万 as (1.5, 亿)."""
    amount = Decimal(from_chinese(numeral))
    if not numeral.endswith(("万", "亿")):
        return amount, ""
    head = numeral.removesuffix("万亿") if numeral.endswith("万亿") else numeral[:-1]
    scale = numeral[len(head) :]
    try:
        return Decimal(from_chinese(head)), scale
    except ValueError:
        return amount / SCALES["亿"], "亿"


def _with_unit(quantity: Quantity, wanted: str) -> Quantity:
    tens, scale, unit = _scale(wanted)
    if tens:
        raise ValueError(f"figures take 万 and 亿 only, not {wanted}")
    if quantity.unit not in ("", unit):
        raise ValueError(f"in {quantity.unit}, not in {wanted}")
    if quantity.unit or quantity.scale:
        scale = quantity.scale
    return Quantity(quantity.value, scale, unit)


def percent(part: Number, whole: Number) -> Quantity:
    """The share of `part` in `whole` in per cent, to one decimal, without a trailing .0: 47.3%, 47%.

    More decimals are kept where one would show 0% or 100% for what is neither.
    Raises ValueError if the units disagree or the whole is nothing.
    """
    share, base = _amounts(part, whole)
    if not base:
        raise ValueError("no share of nothing")
    return Quantity(_rounded(_CONTEXT.divide(share * 100, base)), "", "%")


def change(new: Number, old: Number, by: str = "") -> str:
    """How much more or less than before: 增长12.3%, 下降4%, 持平; rounded as by `percent`; from ten times on 增长39倍.

    Two rates (%, ‰) differ by points, as `difference_points` says it. Points of a score, spans of time and the like
    differ by so much: 提高1.5分, 缩短21分钟, unless they are sums; and where either is negative or nothing no rate
    describes it: 增加6亿元. All of them read after 同比, and after 比上年 all but 持平, which takes 与上年.
    by: RATE or AMOUNT, to have it said in that way where both are possible.
    Raises ValueError if the units disagree, or for another `by`.
    """
    if by not in ("", RATE, AMOUNT):
        raise ValueError(f"a change is not said in {by}")
    after, before = _amounts(new, old)
    unit = new.unit if isinstance(new, Quantity) else ""
    if unit in _POINTS:
        return difference_points(new, old)
    level = unit in _LEVELS and max(abs(after), abs(before)) < _SUM
    if before <= 0 or after <= 0 or by == AMOUNT or (level and by != RATE):
        more, less = _LEVELS[unit] if level else _MORE_OR_LESS
        return LEVEL if before == after else f"{more if after > before else less}{_apart(new, old)}"
    if after - before >= _MANIFOLD * before:
        return f"增长{_rounded(_CONTEXT.divide(after - before, before)):f}倍"
    rate = _rounded(_CONTEXT.divide((after - before) * 100, before))
    return LEVEL if not rate else f"{'增长' if rate > 0 else '下降'}{abs(rate):f}%"


def _apart(new: Number, old: Number) -> Quantity:
    """How far two numbers are apart, in the unit and the scale of the new one, or of the old where that is nothing.

    What is less than one in that scale has a smaller one: 1400万人次, not 0.14亿人次.
    """
    shown = next((given for given in (new, old) if isinstance(given, Quantity) and given.value), Quantity(Decimal(0)))
    amount, scale = abs(_number(new) - _number(old)), shown.scale
    while scale and amount < SCALES[scale]:
        scale = _SMALLER[scale]
    return Quantity(_trimmed(_CONTEXT.divide(amount, Decimal(SCALES[scale]))), scale, shown.unit)


def in_scale(amount: Decimal, scale: str) -> tuple[Decimal, str]:
    """An amount in a scale, or in a smaller one where it is less than one in that, or needs many decimals: 4.2 in 万.

    Values are exact; in no scale at all the amount stands as it is.
    """
    while scale:
        value = _trimmed(_CONTEXT.divide(amount, Decimal(SCALES[scale])))
        if abs(value) >= 1 and -int(value.as_tuple().exponent) <= _DECIMALS:
            return value, scale
        scale = _SMALLER[scale]
    return _trimmed(amount), ""


def difference_points(new: Number, old: Number) -> str:
    """How far two rates are apart: 提高2.1个百分点, 下降0.3个千分点, 持平.

    Raises ValueError for quantities in anything but %, or but ‰.
    """
    units = {given.unit for given in (new, old) if isinstance(given, Quantity)} or {"%"}
    points = next((_POINTS[unit] for unit in units if unit in _POINTS), "")
    if len(units) > 1 or not points:
        raise ValueError(f"not two percentages: {new}, {old}")
    apart = _trimmed(_number(new) - _number(old))
    return LEVEL if not apart else f"{'提高' if apart > 0 else '下降'}{abs(apart):f}{points}"


def unit_apart(unit: str) -> str:
    """What the difference of two numbers of a unit is counted in: 个百分点 of two rates in %, any other in its own."""
    return _POINTS.get(unit, unit)


def _amounts(one: Number, other: Number) -> tuple[Decimal, Decimal]:
    units = [given.unit if isinstance(given, Quantity) else "" for given in (one, other)]
    if units[0] != units[1]:
        raise ValueError(f"different units: {one}, {other}")
    return _number(one), _number(other)


def _number(given: Number) -> Decimal:
    number = given.amount if isinstance(given, Quantity) else Decimal(given)
    if not number.is_finite():
        raise ValueError(f"not a number: {given}")
    return number


def _rounded(rate: Decimal) -> Decimal:
    """To one decimal, or to as many as it takes not to show 0 or 100 for what is neither."""
    places = 1
    while abs(shown := rate.quantize(Decimal(1).scaleb(-places), context=_CONTEXT)) in _EXACT and shown != rate:
        places += 1
    return _trimmed(shown)


def _trimmed(number: Decimal) -> Decimal:
    """Without trailing zeros after the point."""
    return Decimal(f"{number.normalize(_CONTEXT):f}")
