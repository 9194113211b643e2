"""Answers in cells: how an answer of each type stands in a spreadsheet, and what a cell says as an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from drafting.chinese.dates import parse_date
from drafting.facts.edit import Raw
from drafting.facts.values import MisfitError
from drafting.i18n import _
from drafting.outline.model import Question, Type
from drafting.questionnaire.forms.model import NONE_WORDS
from drafting.questionnaire.forms.numberformats import SCALED, Shows
from drafting.questionnaire.forms.spreadsheet import Cell, Kind
from drafting.questionnaire.typed import understood

CONTINUES = "↳"
"""Begins a line that goes on with the entry above; in a list, each line of a cell is an entry otherwise."""

LONGEST = 32_767
"""Characters that a cell can hold (Excel's limit); Excel cuts off what is more."""

_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?")
_SERIAL = re.compile(r"[2-7]\d{4}(?:\.\d{1,10})?")
_OCTOBER = re.compile(r"(?:19|20)\d\d\.10*")
_MONEY = re.compile("[A-Z]{0,3}[¥￥$€£][A-Z]{0,3}")
_LONGEST_NUMBER = 400  # characters; Excel writes 24 at most
_TOO_LARGE = 18  # power of ten
_SMALLEST = -30  # power of ten; Excel counts 15 figures
_EIGHT_FIGURES = re.compile(r"(?:19|20)\d{6}")
_FIRST_DAY = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
# A bare number is a day only in this time, a date cell may hold an older one; a year or 2026.6 typed there was no day.
_EARLIEST, _EARLIEST_SHOWN, _LATEST = date(1980, 1, 1), date(1910, 1, 1), date(2100, 12, 31)
_SHOWS_DATE = (Shows.DATE, Shows.MONTH, Shows.DAY_OF_YEAR, Shows.MOMENT)
_MINUTES = 24 * 60


def to_cell(raw: Raw, question: Question) -> str | Decimal | date:
    """What a cell holds for an answer to any question but a table: a number or a day where it is exactly one."""
    if question.type is Type.LIST and isinstance(raw, str):
        raw = [raw]
    if isinstance(raw, list):
        entries = [entry for entry in raw if isinstance(entry, str) and entry.strip()]
        return "\n".join(_on_lines(entry) for entry in entries) or NONE_WORDS[0]
    text = str(raw).strip()
    if question.type is Type.NUMBER and _PLAIN_NUMBER.fullmatch(text) and len(text.strip("-").replace(".", "")) <= 15:
        return Decimal(text) if f"{Decimal(repr(float(text))):f}" in (text, f"{text}.0") else text
    if question.type is Type.DATE:
        try:
            day = parse_date(text)
        except ValueError:
            return text
        if day.year and day.month and day.day and not day.part and _EARLIEST_SHOWN.year <= day.year <= _LATEST.year:
            return date(day.year, day.month, day.day)
    return text


def _on_lines(entry: str) -> str:
    return f"\n{CONTINUES}".join(entry.strip().split("\n"))


def entries_of(text: str) -> list[Raw]:
    """The entries of a list in a cell, one a line; none for 无."""
    if text.strip() in NONE_WORDS:
        return []
    entries: list[str] = []
    for line in text.split("\n"):
        if line.startswith(CONTINUES) and entries:
            entries[-1] += "\n" + line.removeprefix(CONTINUES)
        elif line.strip():
            entries.append(line.strip())
    return list(entries)


def answer_in(cell: Cell, question: Question, from_1904: bool) -> Raw:
    """What a cell answers, as it would be typed into a facts file. It need not be of the question's type.

    The cell is none with an error and no formula without its value. Raises MisfitError for a number that may be
    two: a bare one of at most 1 where a percentage is asked for (0.97 may be 97% as well as 0.97%), 2026.1 where a day
    is (October loses its nought), one that is shown scaled, or as money where the unit is another.
    """
    if cell.kind is Kind.YESNO:
        words = ("否", "是") if question.type is Type.YESNO else ("FALSE", "TRUE")
        return words[cell.text == "1"]
    text = cell.text.strip() if cell.kind is Kind.TEXT else _number_as(question, cell, from_1904)
    if question.type is Type.DATE and _SERIAL.fullmatch(text) and (day := _day(Decimal(text), from_1904, _EARLIEST)):
        return _shown_day(Decimal(text), day, Shows.DATE)  # a day that was made a text of
    return entries_of(text) if question.type is Type.LIST else answer_of(text, question)


def answer_of(text: str, question: Question) -> Raw:
    """What a text in a form of either kind answers to any question but a table, as it would stand in a facts file."""
    if question.type is Type.LIST:
        return [] if text in NONE_WORDS else text
    if question.type is Type.YESNO:
        with suppress(MisfitError):
            return understood(text, question, date.min).written  # √ and the like
    if question.type is Type.DATE and _EIGHT_FIGURES.fullmatch(text):
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return text


def _number_as(question: Question, cell: Cell, from_1904: bool) -> str:
    """A number as the answer that is wanted: a day for 46203, where a day is asked for."""
    wanted = question.type
    if len(cell.text) > _LONGEST_NUMBER:
        return cell.text
    try:
        number = Decimal(cell.text)
    except InvalidOperation:
        return cell.text
    if not number:
        number = Decimal(0)  # whatever its exponent
    # Beyond these bounds a few bytes would be written out as gigabytes of noughts.
    if not number.is_finite() or number.adjusted() >= _TOO_LARGE or (number and number.adjusted() < _SMALLEST):
        return cell.text
    day = _day(number, from_1904, _EARLIEST_SHOWN if cell.shows in _SHOWS_DATE else _EARLIEST)
    if wanted is Type.DATE and day is not None:
        shows = cell.shows if cell.shows in _SHOWS_DATE else Shows.DATE
        return _shown_day(number, day, shows)
    if wanted is Type.TIME and (cell.shows in (Shows.TIME, Shows.MOMENT) or 0 < number < 1):
        return _time(number)
    if wanted is Type.PERCENT and cell.shows is not Shows.PERCENT and 0 < abs(number) <= 1:
        typed, scaled = _plain(number), _plain(number * 100)
        raise MisfitError(_("found {n}, expected {scaled}% or {n}%, with the sign").format(n=typed, scaled=scaled))
    if cell.shows is Shows.PERCENT:
        return f"{_plain(number * 100)}%"
    if cell.shows in _SHOWS_DATE and wanted is not Type.DATE and day is not None:
        return _shown_day(number, day, cell.shows)
    if cell.shows is Shows.TIME and wanted is not Type.DATE:
        return _time(number)
    if wanted is Type.DATE and _OCTOBER.fullmatch(cell.text):
        raise MisfitError(_("found {n}, which may be January or October; write it as 2026年10月").format(n=cell.text))
    return _plain(number) + _unit(cell, question)


def _unit(cell: Cell, question: Question) -> str:
    """The unit that a cell shows behind its number. Raises MisfitError where it is not sure what is meant."""
    if not cell.unit or question.type is Type.DATE:
        return ""
    if cell.unit == SCALED:
        message = _("the cell shows another number than the {n} it holds; type the number with its unit as a text")
        raise MisfitError(message.format(n=cell.text))
    if not _MONEY.fullmatch(cell.unit):
        return cell.unit
    if cell.unit in "¥￥" and question.unit == "元":
        return ""
    if question.type is Type.NUMBER and question.unit:
        message = _("the cell shows {n} as money ({sign}), and {unit} are asked for; type the number with its unit")
        raise MisfitError(message.format(n=cell.text, sign=cell.unit, unit=question.unit))
    return ""


def _day(number: Decimal, from_1904: bool, earliest: date) -> date | None:
    """The day of a serial number; None if that was hardly meant."""
    if not 0 <= number < 100_000:
        return None
    day = _FIRST_DAY[from_1904] + timedelta(days=int(number))
    return day if earliest <= day <= _LATEST else None


def _shown_day(number: Decimal, day: date, shows: Shows) -> str:
    """A day as its cell shows it; a time of day beside it is shown too, so that nothing is lost unseen."""
    if shows is Shows.MONTH:
        return f"{day.year}年{day.month}月"
    if shows is Shows.DAY_OF_YEAR:
        return f"{day.month}月{day.day}日"
    time = f" {_time(number)}" if number % 1 else ""
    return f"{day.year}-{day.month}-{day.day}{time}"


def _time(number: Decimal) -> str:
    minutes = int((number % 1 * _MINUTES).to_integral_value())
    return f"{minutes // 60 % 24}:{minutes % 60:02}"


def _plain(number: Decimal) -> str:
    """A number as Excel shows it: 15 figures count, so 0.30000000000000004 is 0.3."""
    rounded = Decimal(f"{number:.15g}")
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_too_long(texts: Sequence[str]) -> bool:
    """Whether one of the texts is longer than a cell can hold."""
    return any(len(text) > LONGEST for text in texts)
