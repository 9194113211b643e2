"""A spreadsheet as values: sheets and their cells. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from drafting.questionnaire.forms.numberformats import Shows


class Kind(Enum):
    """What a cell holds. UNKNOWN: a formula that was saved without its value."""

    TEXT = "text"
    NUMBER = "number"
    YESNO = "yesno"
    ERROR = "error"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not empty. text: its value; a number as it is written in the file, 1 or 0 for yes and no.

    shows: what its format makes of a number. unit: what it shows beside it, 亿元; SCALED where it shows another number.
    """

    text: str
    kind: Kind = Kind.TEXT
    shows: Shows = Shows.NUMBER
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its cells by row and column, from 1; a merged range going down is filled in each of its rows.

    merged: the cells that are only there because they lie in such a range.
    """

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merged: frozenset[tuple[int, int]] = frozenset()

    def text(self, row: int, column: int) -> str:
        """The text of a cell, outer white space removed; "" for an empty one."""
        cell = self.cells.get((row, column))
        return cell.text.strip() if cell else ""


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets, hidden ones too. from_1904: days are counted from 1904 and not from 1900."""

    sheets: tuple[Sheet, ...]
    from_1904: bool = False


def cell_name(row: int, column: int) -> str:
    """The name of a cell as people see it: D7."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
