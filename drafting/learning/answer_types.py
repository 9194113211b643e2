"""Under which type of question the names, dates and figures of a speech come back to the letter."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.chinese.dates import in_chinese, parse_date
from drafting.chinese.numerals import counted
from drafting.chinese.quantities import parse_quantity
from drafting.compose.giving import give
from drafting.compose.values import Given
from drafting.facts.values import MisfitError, read_value
from drafting.learning.spot import Kind
from drafting.outline.model import Question, Type
from drafting.yamlfile import Place

_NOWHERE = Place("")
_YEAR = "年"  # the unit of a year in figures


def type_of(kind: Kind, values: Sequence[str]) -> tuple[Type, str, str]:
    """The type under which all the values come back to the letter, its unit, and the filter that prints them so."""
    for unit_of_year in (_YEAR, "") if kind is Kind.YEAR else ():
        if all(_same(value, Type.NUMBER, unit_of_year) for value in values):
            return Type.NUMBER, unit_of_year, ""  # 2025 will do for 2025年
    if kind is Kind.DATE or (kind is Kind.YEAR and not any(map(_is_period, values))):
        if all(_same(value, Type.DATE) for value in values):
            return Type.DATE, "", ""
        ways = {_in_characters(value) for value in values}
        if len(ways) == 1 and (through := ways.pop()):
            return Type.DATE, "", through
    if kind is Kind.FIGURE:
        if all(_same(value, Type.PERCENT) for value in values):
            return Type.PERCENT, "", ""
        for units in ({_unit(value) for value in values}, {_unit(value, scaled=False) for value in values}):
            unit = units.pop() if len(units) == 1 else None
            if unit is not None and all(_same(value, Type.NUMBER, unit) for value in values):
                return Type.NUMBER, unit, ""
        counts = {_counted(value) for value in values}
        count = counts.pop() if len(counts) == 1 else None
        if count is not None:
            return Type.NUMBER, *count
    return Type.TEXT, "", ""


def _is_period(value: str) -> bool:
    """Whether it is a part of any year, 上半年: next time another stands there that is no date, 前三季度 or 全年."""
    try:
        return parse_date(value).year is None
    except ValueError:
        return False


def _in_characters(value: str) -> str:
    """The filter that prints a date in characters, 二〇二六年一月五日, as it is written; "" for any other date."""
    try:
        written = in_chinese(parse_date(value))
    except ValueError:
        return ""
    zero = next((zero for zero in "〇○零" if written.replace("〇", zero) == value), "")
    return "chinese_date" + (f"('{zero}')" if zero != "〇" else "") if zero else ""


def _counted(value: str) -> tuple[str, str] | None:
    """The unit of a figure in characters, 七十周年, and the filter that prints the next one so; None for any other."""
    try:
        quantity = parse_quantity(value)
        written = counted(int(quantity.amount), quantity.unit)
    except ValueError:
        return None
    return (quantity.scale + quantity.unit, f"count('{quantity.unit}')") if written == value else None


def _unit(value: str, *, scaled: bool = True) -> str | None:
    """The unit of a figure, with its scale (亿元), which a number typed without one takes then; None for no figure."""
    try:
        quantity = parse_quantity(value)
    except ValueError:
        return None
    return quantity.scale * scaled + quantity.unit


def _same(value: str, type_: Type, unit: str = "") -> bool:
    question = Question("value", "", _NOWHERE, type_, unit=unit)
    try:
        shown = give(read_value(value, question), question, "value", tidy=False)
    except MisfitError:
        return False
    return isinstance(shown, Given) and str(shown) == value
