"""Whether a meeting looks back on the year or ahead to it, by the day on which it was held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from drafting.chinese.dates import parse_date
from drafting.outline.model import Question, Type

_BEGINNING, _END = "年初", "年末"
_FIRST, _LAST = range(1, 4), range(11, 13)  # months in which a meeting is surely one or the other


def season(questions: Sequence[Question], answers: Mapping[str, Any]) -> dict[str, str]:
    """The answer of the question about it, by its key; {} where none asks, or the day of the speech does not tell."""
    asked = next((q for q in questions if q.type is Type.CHOICE and {_BEGINNING, _END} == set(q.choices)), None)
    day = next((answers[q.key] for q in questions if q.type is Type.DATE and q.key in answers), "")
    if asked is None or not day or asked.key in answers:
        return {}
    try:
        month = parse_date(day).month
    except ValueError:
        return {}
    told = _BEGINNING if month in _FIRST else _END if month in _LAST else ""
    return {asked.key: told} if told else {}
