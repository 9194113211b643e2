"""Whether two answers say the same, however they were typed: 2026-6-30 and 2026年6月30日, 12.50 and 12.5."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from difflib import SequenceMatcher
from typing import Any

from drafting.chinese.dates import Date, Time
from drafting.chinese.quantities import Quantity
from drafting.facts.values import MisfitError, read_value
from drafting.outline.model import Question, Type

_LOOKED_AT = 100  # characters
_REWORDED = 0.5  # of them are the same
_ENOUGH = 3  # cells that say the same


def is_empty(raw: Any) -> bool:
    """Whether nothing was answered; [] is an answer: there are none."""
    return raw is None or raw == {} or (isinstance(raw, str) and not raw.strip())


def same(question: Question, one: Any, other: Any) -> bool:
    """Whether two answers to a question, as they are written, say the same."""
    return meaning(question, one) == meaning(question, other)


def meaning(question: Question, raw: Any) -> Hashable:
    """What an answer says, to be compared with others to the same question; None for nothing."""
    if is_empty(raw):
        return None
    if question.type is Type.LIST:
        entries = raw if isinstance(raw, list) else [raw]
        return tuple(_lines(entry) for entry in entries if not is_empty(entry))
    if not isinstance(raw, str):
        return repr(raw)
    try:
        value = read_value(_lines(raw), question)
    except MisfitError:
        return raw.strip()
    if isinstance(value, Quantity):
        return value.amount, value.unit
    return value if isinstance(value, (str, bool, Date, Time)) else raw.strip()


Meaning = tuple[Hashable, ...]
"""What a row says, column by column."""


def row_meaning(table: Question, row: Mapping[str, Any]) -> Meaning:
    """What a row of the table says."""
    return tuple(meaning(column, row.get(column.key)) for column in table.columns)


def begin_alike(one: Meaning, other: Meaning) -> bool:
    """Whether two rows have the same in the first column, and have something there."""
    return one[0] is not None and one[0] == other[0]


def agree(one: Meaning, other: Meaning) -> bool:
    """Whether two rows begin alike and say the same wherever both say something; or are the same."""
    if not begin_alike(one, other):
        return one == other
    return all(a == b for a, b in zip(one, other, strict=True) if a is not None and b is not None)


def may_be_corrected(one: Meaning, other: Meaning) -> bool:
    """Whether one row may be the other corrected: what it begins with is reworded, or only that is another."""
    if one[0] is None or other[0] is None:
        return False
    begin, begins = (str(row[0])[:_LOOKED_AT] for row in (one, other))
    if SequenceMatcher(None, begin, begins, autojunk=False).ratio() >= _REWORDED:
        return True
    both = [(a, b) for a, b in zip(one[1:], other[1:], strict=True) if a is not None and b is not None]
    return len(both) >= _ENOUGH and all(a == b for a, b in both)


def _lines(text: Any) -> str:
    """A text without blanks at the ends of its lines."""
    return "\n".join(line.rstrip() for line in str(text).strip().split("\n"))
