"""What is taken in and what came of it: what a form says, what went in, what is to be decided upon. Values only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from drafting.facts.edit import Raw
from drafting.questionnaire.forms.rows import Known, Row


class Choice(Enum):
    """What is done where a form says something else than the facts file."""

    SHOW = "show"
    TAKE = "take"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Answered:
    """What one department said with one form. rows: of each table, by their marks.

    unit: as it is called in reports. signs: its name as it goes into rows that leave it open; "" if none was given.
    """

    file: str
    unit: str
    signs: str
    singles: Mapping[str, Raw]
    rows: Mapping[str, Sequence[tuple[str, Row]]]


@dataclass(frozen=True, slots=True)
class Said:
    """What is no news: answers that stood in the form when it was sent, or that it brought before."""

    singles: Mapping[str, Raw] = field(default_factory=dict)
    rows: Mapping[str, Known] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer that went into the facts. path: of a single answer, a row or a cell. new: there was none before."""

    path: str
    ask: str
    value: Raw
    file: str
    unit: str
    new: bool = True


@dataclass(frozen=True, slots=True)
class Conflict:
    """An answer that differs from that in the facts. ours: None, if the row is no longer there.

    theirs: "", if the form holds nothing any more where it was sent with an answer.
    """

    path: str
    ask: str
    ours: Raw | None
    theirs: Raw
    file: str
    unit: str


def show(raw: Raw | None) -> str:
    """An answer in one line."""
    if isinstance(raw, dict):
        return "；".join(show(value) for value in raw.values())
    if isinstance(raw, list):
        return "、".join(show(entry) for entry in raw) or "[]"
    return " ".join(str(raw or "").split())
