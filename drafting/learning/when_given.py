"""When a speech was given, and the order of the years of one, whatever the order in which their files were named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.chinese.dates import parse_date
from drafting.draft import Draft, Role
from drafting.learning import forms
from drafting.learning.simplified import simplified

_Day = tuple[int, int, int]
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HEAD = 12  # blocks of a speech in which its title and the lines below it stand


def oldest_first(drafts: Sequence[Draft], names: Sequence[str]) -> list[int]:
    """The places of the years of a speech in the order in which they were given.

    By the dates below the titles; else by the years there or in the titles; else by the years in the names of the
    files. Where some of them have none, the order is that in which they were named.
    """
    days = [_day(draft) for draft in drafts]
    years = [_year(draft) for draft in drafts]
    of_names = [_one_year([name]) for name in names]
    places = list(range(len(drafts)))
    if all(days):
        return sorted(places, key=lambda place: days[place] or (0, 0, 0))
    for found in (years, of_names):
        if all(found):
            return sorted(places, key=lambda place: found[place])
    return places


def _day(draft: Draft) -> _Day | None:
    """The day below the title; None where none stands there."""
    for text in _texts(draft, Role.BYLINE):
        for found in forms.DATE.finditer(text):
            try:
                date = parse_date(found.group())
            except ValueError:
                continue
            if date.year and date.month:
                return date.year, date.month, date.day or 0
    return None


def _year(draft: Draft) -> int:
    day = _day(draft)
    return day[0] if day else _one_year(_texts(draft, Role.BYLINE)) or _one_year(_texts(draft, Role.TITLE))


def _one_year(texts: Sequence[str]) -> int:
    """The only year in figures that some texts say; 0 for none, or several."""
    years = {int(year) for text in texts for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else 0


def _texts(draft: Draft, role: Role) -> list[str]:
    return [simplified(block.text) for block in draft.blocks[:_HEAD] if block.role is role]
