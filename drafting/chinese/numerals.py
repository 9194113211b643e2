"""Chinese numerals: counted (一百零五), as names (二〇二六), before a measure word (两项), ordinal (第三).

Sources: GB/T 15835-2011, 5.2.5 (0 is 零 in a number that counts, 〇 in one that names); 《现代汉语词典》 on 二 and 两.
"""

from __future__ import annotations

import re
from decimal import Decimal

from drafting.chinese.patterns import pattern

LARGEST = 10**16 - 1
"""The largest number with a name of its own: 九千九百九十九万…亿."""

SCALES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
"""The large units that may follow Arabic figures (GB/T 15835-2011, 5.3)."""

DIGITS = "零一二三四五六七八九"
_UNITS = (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))
_FIGURES = "0123456789０１２３４５６７８９"
_NAMES = str.maketrans(_FIGURES, "〇一二三四五六七八九" * 2)
_VALUES = {digit: value for value, digit in enumerate(DIGITS)} | {"〇": 0, "○": 0, "两": 2}
_AS_DIGITS = str.maketrans({digit: str(value) for digit, value in _VALUES.items()})

_WRITTEN = pattern(r"[零一二三四五六七八九〇○两十百千万亿]{1,40}")
_NAMED = pattern(r"[零一二三四五六七八九〇○]{3,16}|[〇零○一二三四五六七八九]?[〇零○][一二三四五六七八九]?")
_ARABIC = pattern(r"((?:0|[1-9]\d{0,2}(?:,\d{3}){1,4}|[1-9]\d{0,15})(?:\.\d{1,12})?)(万亿|[万亿]?)", re.ASCII)
_OPTIONAL_ZERO = pattern("(?<=万)零(?=[一二三四五六七八九两]千)")


def to_chinese(number: int | Decimal) -> str:
    """A counted number in characters: 105 is 一百零五, 12 is 十二, Decimal("12.50") is 十二点五零, -3 is 负三.

    Raises ValueError for a number that is not finite or beyond LARGEST.
    """
    value = Decimal(number)
    if not value.is_finite() or not -LARGEST <= value <= LARGEST:
        raise ValueError(f"no number that can be read: {number}")
    whole, _point, decimals = format(value.copy_abs(), "f").partition(".")
    text = _integer(int(whole))
    text = text[1:] if text.startswith("一十") else text
    if decimals:
        text += "点" + to_digits(decimals).replace("〇", "零")
    return "负" + text if number < 0 else text


def _integer(number: int) -> str:
    for unit, value in _UNITS:
        if number >= value:
            head, rest = divmod(number, value)
            gap = "零" if 0 < rest < value // 10 else ""
            return _integer(head) + unit + gap + (_integer(rest) if rest else "")
    return DIGITS[number]


def to_digits(number: int | str) -> str:
    """A number that is a name, digit by digit: 2026 is 二〇二六, "007" is 〇〇七.

    Raises ValueError for anything but digits.
    """
    text = str(number)
    if not text or not all(character in _FIGURES for character in text):
        raise ValueError(f"not made of digits: {number!r}")
    return text.translate(_NAMES)


def from_chinese(text: str) -> int | Decimal:
    """The number that `text` writes: 一百零五, 两千零五, 二〇二六, 十二点五, 12.5亿, 3万, 1,234, 负三.

    Decimals are kept as typed (十二点五零 is Decimal("12.50")); a scale that leaves none gives an int (12.5亿).
    Raises ValueError for rough numbers (三四), short ones (一百五 is 150 and looks like 105) and anything else.
    """
    if text[:1] in ("负", "-") and len(text) > 1 and text[1] not in "负-":
        return -from_chinese(text[1:])
    if match := _ARABIC.fullmatch(text):
        return _scaled(Decimal(match[1].replace(",", "")), match[2])
    whole, point, decimals = text.partition("点")
    if not point:
        return _whole(text)
    digits = decimals.translate(_AS_DIGITS)
    scale = digits.lstrip("0123456789")
    if scale not in SCALES or not 0 < len(digits) - len(scale) <= 12 or "两" in decimals:
        raise ValueError(f"not a number: {text!r}")
    return _scaled(Decimal(f"{_whole(whole)}.{digits.removesuffix(scale)}"), scale)


def _scaled(value: Decimal, scale: str) -> int | Decimal:
    amount = value * SCALES[scale]
    exponent = amount.as_tuple().exponent
    keeps_decimals = isinstance(exponent, int) and exponent < 0
    if keeps_decimals and (not scale or amount != amount.to_integral_value()):
        return amount
    return int(amount)


def _whole(text: str) -> int:
    if _NAMED.fullmatch(text):
        return int(text.translate(_AS_DIGITS))
    if not _WRITTEN.fullmatch(text):
        raise ValueError(f"not a number: {text!r}")
    number = _read(text)
    # _read is lenient, so only what we would write ourselves is taken: 一百五 reads as 105 but means 150.
    if number > LARGEST or _norm(text) != to_chinese(number):
        raise ValueError(f"not a number: {text!r}")
    return number


def _norm(text: str) -> str:
    text = _OPTIONAL_ZERO.sub("", text).replace("两", "二").replace("〇", "零").replace("○", "零")
    return text[1:] if text.startswith("一十") else text


def _read(text: str) -> int:
    for unit, value in _UNITS:
        head, found, tail = text.rpartition(unit)
        if found:
            return (_read(head) if head else 1) * value + (_read(tail) if tail else 0)
    digit = text.lstrip("零〇○") or "零"
    if digit not in _VALUES:
        raise ValueError(f"not a number: {text!r}")
    return _VALUES[digit]


def counted(number: int, measure: str) -> str:
    """How many of something: counted(3, "项") is 三项, 2 is 两项, 12 is 十二项, 22 is 二十二项.

    二 becomes 两 alone before the measure word and at the head before 千, 万 and 亿 (两千项, 两万项); before 百 and 十
    it stays (二百项), as 《现代汉语词典》 has it for writing. The weight 两 keeps 二 (二两). Not for ordinals.
    measure: "" where the measure word follows in the text.
    Raises ValueError for a negative number.
    """
    if number < 0:
        raise ValueError(f"cannot be counted: {number}")
    text = to_chinese(number)
    if text[0] == "二" and (text[1:2] in ("千", "万", "亿") or (text == "二" and measure != "两")):
        text = "两" + text[1:]
    return text + measure


def ordinal(number: int) -> str:
    """The place in an order: 3 is 第三. Raises ValueError below 1."""
    if number < 1:
        raise ValueError(f"no place in an order: {number}")
    return "第" + to_chinese(number)
