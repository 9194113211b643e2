"""The hidden marks in a form that say what stands where."""

from __future__ import annotations

from enum import StrEnum

FORM = "drafting"
"""Name of the hidden sheet, and what every mark of a sheet begins with."""


class Mark(StrEnum):
    """What stands in the hidden first column for a row that asks nothing; in the hidden first row for a column.

    OURS: a column of numbers, wordings or help. ANSWER: the column of answers.
    """

    ABOVE = "#above"
    HEAD = "#head"
    HINT = "#hint"
    OURS = "#ours"
    ANSWER = "#answer"


def sheet_mark(key: str = "") -> str:
    """The mark in the first cell of a sheet: of single answers, of the table `key`, or of the identity (FORM)."""
    return f"{FORM}:{key}"
