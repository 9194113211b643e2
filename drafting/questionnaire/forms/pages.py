"""Putting a sheet of a form together: cells, rows, the print set-up, the package."""

from __future__ import annotations

import io
import math
import re
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from drafting.questionnaire.forms import looks
from drafting.questionnaire.forms.looks import Look
from drafting.questionnaire.forms.marks import Mark
from drafting.word.archive import Entry, archive

_MADE_AT = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LEAST_HEIGHT, _MOST_HEIGHT = 22.0, 400.0  # points; Excel allows 409
_SPACING = 1.4  # height of a line to the size of its font
_WIDE = 2.15  # widths of a figure that a Chinese character takes


def put(sheet: Worksheet, row: int, column: int, value: str | Decimal | date, look: Look | None = None) -> None:
    """Put a value into a cell, with a look. A text is never a formula."""
    cell: Any = sheet.cell(row, column)
    if isinstance(value, str):
        if value:
            cell.value = _LOOKS_ESCAPED.sub("_x005F_", value)
            cell.data_type = "s"
    else:
        cell.value = value
    if look is not None:
        cell.style = look.name


def style(column: Any, look: Look) -> None:
    """Give a whole column the look of its answers, but for colour and borders: rows may be added below."""
    column.font = look.font
    column.alignment = look.alignment
    column.number_format = look.number_format
    column.protection = looks.OPEN


def row(sheet: Worksheet, at: int, cells: list[tuple[str, Look]], mark: str) -> None:
    """Put texts into a row, behind its mark."""
    put(sheet, at, 1, mark)
    for column, (text, look) in enumerate(cells, 2):
        put(sheet, at, column, text, look)


def across(sheet: Worksheet, at: int, last: int, text: str, look: Look) -> None:
    """A text over the whole width, which ends with the column `last`."""
    put(sheet, at, 1, Mark.ABOVE)
    for column in range(2, last + 1):
        put(sheet, at, column, text if column == 2 else "", look)
    sheet.merged_cells.add(CellRange(min_col=2, max_col=last, min_row=at, max_row=at))  # each has its look already
    width = sum(_width(sheet, column) for column in range(2, last + 1))
    size = float(look.font.size)
    lines = _lines(text, width * 11 / size)
    sheet.row_dimensions[at].height = max(_LEAST_HEIGHT, lines * size * 1.45 + 4)


def note(sheet: Worksheet, at: int, column: int, text: str) -> None:
    """A note on a cell, large enough for its text."""
    comment = Comment(text, "填报说明")
    comment.width, comment.height = 260, 40 + 20 * _lines(text, 34)
    sheet.cell(at, column).comment = comment


def finish(sheet: Worksheet, head: int) -> None:
    """Make rows high enough, freeze the header, protect what is not to be filled in, set up the printing."""
    for cells in sheet.iter_rows(min_row=2, min_col=2):
        _fit(sheet, cells)
    sheet.freeze_panes = f"A{head + 1}"
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows"):
        setattr(sheet.protection, allowed, False)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    above = 1 if sheet.cell(head, 1).value == Mark.HINT else 0
    sheet.print_title_rows = f"{head - above}:{head}"
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom, margins.footer = 0.4, 0.4, 0.6, 0.75, 0.35
    footer: Any = sheet.oddFooter
    footer.center.text = "第 &P 页，共 &N 页"


def packed(data: bytes) -> bytes:
    """The package without the times at which it was made, and with rows that grow as they are filled in."""
    parts = zipfile.ZipFile(io.BytesIO(data))
    entries = []
    for name in parts.namelist():
        content = parts.read(name)
        if name == "docProps/core.xml":
            content = _MADE_AT.sub(b"", content)
        elif name.startswith("xl/worksheets/"):
            content = content.replace(b' customHeight="1"', b"")
        entries.append(Entry.of(name, content, 6))
    return archive(entries)


def _fit(sheet: Worksheet, cells: Any) -> None:
    """The height that a row needs, unless it has one: spreadsheets other than Excel do not work it out themselves."""
    dimension = sheet.row_dimensions[cells[0].row]
    if dimension.height is None:
        heights = [_height(sheet, cell) for cell in cells if cell.value]
        dimension.height = min(max(_LEAST_HEIGHT, *heights, 0.0), _MOST_HEIGHT)


def _height(sheet: Worksheet, cell: Any) -> float:
    """The height that the text of a cell needs, in points."""
    size = float(cell.font.sz)
    return _lines(str(cell.value), _width(sheet, cell.column) * 11 / size) * size * _SPACING + 6


def _width(sheet: Worksheet, column: int) -> float:
    return float(sheet.column_dimensions[get_column_letter(column)].width)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a cell of that width."""
    return sum(max(1, math.ceil(_across_of(line) / max(width - 3, 3))) for line in text.split("\n"))


def _across_of(line: str) -> float:
    return sum(_WIDE if ord(character) > 0x2000 else 1.1 for character in line)
