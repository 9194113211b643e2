"""What a person types at the questionnaire: understood, and shown back as it was understood.

Validation is that of facts files and no other: whatever is understood here is read as a facts file would be.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from drafting.chinese.dates import Date, parse_time_limit, weekday
from drafting.facts.model import Value
from drafting.facts.values import MisfitError, read_value
from drafting.outline.model import Question, Type
from drafting.questionnaire.amounts import in_numerals
from drafting.questionnaire.days import day_from, day_of_month, upcoming

YES, NO = "是", "否"
_YES = frozenset("好 好的 行 可以 需要 嗯 是的 有的 对的 要的 说 √ ✓ ✔ ok t 1".split())
_NO = frozenset("不用 不需要 不是 不行 不可以 没 无需 不必 不说 × ✗ ✘ f 0".split())


@dataclass(frozen=True, slots=True)
class Understood:
    """An answer as it goes into the facts file, and as it is shown back; shown is "" where that says nothing new."""

    written: str
    shown: str = ""


def understood(text: str, question: Question, today: date, before: str = "", since: date | None = None) -> Understood:
    """What a typed text means as the answer to a question of any type but list and table.

    today: from which 下周三 is counted. A day without its year (1月5日) takes the year that makes it today or later, or
    the day `since` or later, see `speech_day.earliest`,
    unless the question's example, or without one the answer until now (`before`), has none: so the speech says it.
    Raises MisfitError with the message that a facts file would give.
    """
    text = text.strip()
    match question.type:
        case Type.DATE:
            return _date(text, question, today, before, since or today)
        case Type.YESNO:
            return _yesno(text, question)
        case Type.CHOICE:
            return _choice(text, question)
        case Type.NUMBER | Type.PERCENT | Type.TIME:
            return _measured(text, question)
    read_value(text, question)
    return Understood(text)


def shown(value: Value) -> str:
    """A single value as people read it: a whole date with its day of the week, 是 or 否."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Date) and value.year and value.month and value.day:
        return f"{value}（{weekday(value)}）"
    return str(value)


def says_year(question: Question, before: str = "") -> bool:
    """Whether dates are said with their year at this question: its example tells, or else the answer until now.

    Without either they are.
    """
    for shown_so in (question.example, before):
        with suppress(ValueError):
            return parse_time_limit(shown_so).year is not None
    return True


def _measured(text: str, question: Question) -> Understood:
    try:
        value = str(read_value(text, question))
    except MisfitError:
        with suppress(MisfitError, ValueError):  # the message is about what was typed
            value = str(read_value(in_numerals(text), question))
            return Understood(value, value)
        raise
    return Understood(text, value if value != text else "")


def _date(text: str, question: Question, today: date, before: str, since: date) -> Understood:
    with suppress(ValueError):
        if (named := day_from(text, today)) is not None:
            is_short = not says_year(question, before) and named.year == today.year and bool(named.month)
            said = replace(named, year=None) if is_short else named
            return Understood(str(said), f"{said}{shown(named).removeprefix(str(named))}")
    when = read_value(day_of_month(text), question)
    if isinstance(when, Date) and says_year(question, before):
        when = upcoming(when, since)
    back = shown(when)
    return Understood(str(when), back if back != text else "")


def _yesno(text: str, question: Question) -> Understood:
    word = text.lower()
    plain = YES if word in _YES else NO if word in _NO else text
    back = shown(read_value(plain, question))
    return Understood(back, back if back != text else "")


def _choice(text: str, question: Question) -> Understood:
    if text not in question.choices:
        by_number = text.translate(str.maketrans("０１２３４５６７８９", "0123456789")).rstrip(".、．")
        begins = [choice for choice in question.choices if text and choice.startswith(text)]
        if by_number.isascii() and by_number.isdigit() and 0 < int(by_number) <= len(question.choices):
            text = question.choices[int(by_number) - 1]
            return Understood(text, text)
        if len(begins) == 1:
            return Understood(begins[0], begins[0])
    read_value(text, question)
    return Understood(text)


__all__ = ["MisfitError", "Understood", "says_year", "shown", "understood"]
