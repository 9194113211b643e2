"""What a learned outline need not ask, for another answer holds it: the year of the date, a number said again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafting.chinese.dates import parse_date
from drafting.draft import Move
from drafting.learning.asking import MOVES, Asked, Book
from drafting.outline.model import Type

Part = dict[str, Any]
_YEAR = re.compile(r"\d{4}年?")
_OF_THE_SPEECH = (MOVES[Move.TITLE], MOVES[Move.BYLINE], MOVES[Move.OPENING])
_SEVERAL = 2  # years in which a speech was given
_SCALES = ("万", "亿")
_MANY = 4  # digits that two numbers of a sentence hardly share by chance
TEMPLATES = ("heading", "lead", "text")


def derive_years(parts: Sequence[Part], book: Book) -> None:
    """Take the year of the speech from its date, where both are asked and agree in all editions; or the one next to it.

    parts: of the outline; changed in place. A date far inside the speech is that of something else and is left alone.
    """
    dates: defaultdict[tuple[int, str], list[Asked]] = defaultdict(list)  # by edition and the year that they say in it
    for asked in book.asked:
        if asked.type is Type.DATE and asked.group in _OF_THE_SPEECH:
            for edition, value in enumerate(asked.values):
                if value is not None and not _YEAR.fullmatch(value):
                    dates[edition, _year_of(value)].append(asked)
    for year in [asked for asked in book.asked if _is_year(asked)]:
        said = [(edition, value.removesuffix("年")) for edition, value in enumerate(year.values) if value is not None]
        date = next((asked for asked in dates[said[0]] if _holds(asked, year)), None) if said else None
        held, apart = (date, 0) if date else _years_apart(dates, year)
        unit = "年" if year.unit else ""  # 2025年, and 2025 of 2025级
        told = f"year {'-' if apart < 0 else '+'} {abs(apart)}" if apart else "year"
        if held is not None and _replaced(parts, year.key, f"{{{{ {held.key}.{told} }}}}{unit}"):
            book.take_back(year)


def derive_amounts(parts: Sequence[Part], book: Book) -> None:
    """Take a number that is said once more of something else from where it was said: 12800名职工，就是12800个家庭.

    parts: of the outline; changed in place. Numbers of few digits are equal by chance, and those in 万 or 亿
    are said in full as amounts.
    """
    figures = [
        asked for asked in book.asked if asked.type is Type.NUMBER and asked.unit and asked.unit[0] not in _SCALES
    ]
    for place, again in enumerate(figures):
        first = next((asked for asked in figures[:place] if _is_amount_again(asked, again, parts)), None)
        if first is not None and _replaced(parts, again.key, f"{{{{ {first.key}.amount }}}}{again.unit}"):
            book.take_back(again)


def _is_amount_again(first: Asked, again: Asked, parts: Sequence[Part]) -> bool:
    """Whether two figures are one number, of many digits, in one sentence."""
    if first.unit == again.unit or [_amount(first, value) for value in first.values] != [
        _amount(again, value) for value in again.values
    ]:
        return False
    if any(sum(map(str.isdigit, value or "")) < _MANY for value in first.values):
        return False
    in_one = re.compile(rf"\{{\{{ {first.key} \}}\}}[^。！？\n]*\{{\{{ {again.key} \}}\}}")
    return any(in_one.search(part.get(key, "")) for part in walk(parts) for key in TEMPLATES)


def _amount(asked: Asked, value: str | None) -> str | None:
    return value and value.removesuffix(asked.unit)


def _is_year(asked: Asked) -> bool:
    given = [value for value in asked.values if value is not None]
    return asked.type in (Type.DATE, Type.NUMBER) and all(_YEAR.fullmatch(value) for value in given)


def _holds(date: Asked, year: Asked) -> bool:
    """Whether a date says the year in every edition that asks for it, and more than the year."""
    return date is not year and all(
        value is None or (of_date is not None and _is_in(value, of_date))
        for value, of_date in zip(year.values, date.values, strict=True)
    )


def _years_apart(dates: Mapping[tuple[int, str], Sequence[Asked]], year: Asked) -> tuple[Asked | None, int]:
    """The date of the speech that a year is next to, in each of several years alike, and by how much: 总结2024年工作.

    One speech alone does not show that: the year may be one in which something began.
    """
    if len({value for value in year.values if value is not None}) < _SEVERAL:
        return None, 0
    for date in {asked.key: asked for found in dates.values() for asked in found}.values():
        pairs = [(value, told) for value, told in zip(year.values, date.values, strict=True) if value is not None]
        years = [(value.removesuffix("年"), _year_of(told or "")) for value, told in pairs]
        apart = {int(one) - int(other) if other else 0 for one, other in years}
        if len(apart) == 1 and (by := apart.pop()) in (-1, 1):
            return date, by
    return None, 0


def _is_in(year: str, date: str) -> bool:
    """Whether a date says a year, and more than that."""
    return _year_of(date) == year.removesuffix("年") and not _YEAR.fullmatch(date)


def _year_of(date: str) -> str:
    try:
        return str(parse_date(date).year)
    except ValueError:
        return ""


def _replaced(parts: Sequence[Part], key: str, template: str) -> bool:
    """Put a template for the tag that prints an answer, everywhere; False where the answer is asked for otherwise."""
    tag = f"{{{{ {key} }}}}"
    places = [(part, name) for part in walk(parts) for name in TEMPLATES if name in part]
    others = [str(value) for part in walk(parts) for name, value in part.items() if name in ("when", "each")]
    rest = [part[name].replace(tag, "") for part, name in places]
    if any(re.search(rf"\b{key}\b", text) for text in (*others, *rest) if "{" in text or text in others):
        return False
    for part, name in places:
        part[name] = part[name].replace(tag, template)
    return True


def walk(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, each before those in it."""
    for part in parts:
        yield part
        yield from walk(part.get("parts", ()))
