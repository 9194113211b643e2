"""The day of the speech, by which days without their year go."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from drafting.chinese.dates import Date, parse_date, parse_time_limit
from drafting.draft import Move
from drafting.facts.edit_paths import Steps
from drafting.outline.model import Outline, Type

_TOLD_OF = timedelta(90)  # before a speech: by then what it tells of in the past is over
_WORD = re.compile(r"\w+")


def earliest(outline: Outline, answers: Mapping[str, Any], steps: Steps, before: str, today: date) -> date:
    """The day from which on a day that is typed without its year is looked for.

    It is today for the date of the speech itself (`steps`: of the answer typed), and where there is none; else a
    quarter of a year before the speech, which tells of last month as of next year. before: the answer until now. While
    it is of the year of a speech that is long over, as last year's are when the date is not set yet, today holds.
    """
    keys = _dates_of_the_speech(outline)
    days = [day for key in keys if (day := _day(answers.get(key)))]
    if not days or steps[0] in keys:
        return today
    begins = days[0] - _TOLD_OF
    is_last_years = days[0] < today - _TOLD_OF and _year(before) == days[0].year
    return today if is_last_years else begins


def _dates_of_the_speech(outline: Outline) -> list[str]:
    """The questions for a date that is said below the title."""
    said = [
        word
        for part in outline.walk()
        if part.move is Move.BYLINE and part.text is not None
        for way in part.text.ways
        for word in _WORD.findall(way)
    ]
    return [question.key for question in outline.questions if question.type is Type.DATE and question.key in said]


def _day(answer: Any) -> date | None:
    with suppress(ValueError):
        day = parse_date(answer) if isinstance(answer, str) else Date(None)
        if day.year and day.month and day.day:
            return date(day.year, day.month, day.day)
    return None


def _year(answer: str) -> int | None:
    with suppress(ValueError):
        return parse_time_limit(answer).year
    return None
