"""Spreadsheets (.xlsx, .xlsm) from anywhere, read within bounds: values as they stand, no formula and no macro is run.

Read by hand and not with openpyxl or calamine: neither tells a formula without a value from an empty cell in one
reading, and both spread a sheet or a merged range out over all its rows, which a few bytes can make a million.
Source of the format: ECMA-376, part 1, chapter 18.
"""

from __future__ import annotations

import io
import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.questionnaire.forms.numberformats import Shows, format_of, unit_shown, what_shows
from drafting.questionnaire.forms.spreadsheet import Cell, Kind, Sheet, Workbook
from drafting.word.unzip import unzip

MAX_CELLS = 400_000
MAX_MERGED = 100_000
MAX_MARKS = 4_000_000
"""Tags, and attributes, of one part: a form of MAX_CELLS has half as many, and each takes memory when it is parsed."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def read_workbook(path: Path, name: str) -> Workbook:
    """The workbook in a file.

    name: of the file, as the person knows it. Raises UserError if it is no such file, is protected or damaged, or
    holds more than a form can.
    """
    return _Reader(_parts(path, name), name).workbook()


def _parts(path: Path, name: str) -> dict[str, bytes]:
    try:
        with path.open("rb") as file:
            start = file.read(len(_OLE))
    except OSError:
        start = b"PK"  # reading it all tells why it cannot be read
    if start and not start.startswith(b"PK"):
        message = (
            _("This is a file of an older Excel (.xls) or WPS (.et), or has a password. Save it as .xlsx without one.")
            if start == _OLE
            else _("This is not a spreadsheet (.xlsx).")
        )
        raise UserError(Fault(message, name))
    parts = unzip(path, name).parts
    if not any(part.startswith("xl/") or part.endswith("workbook.xml") for part in parts):
        raise UserError(Fault(_("This is not a spreadsheet of Excel; save it as .xlsx."), name))
    return parts


@dataclass(slots=True)
class _Found:
    """A sheet while it is read."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[tuple[int, int, int]] = field(default_factory=list)  # column, first and last row
    row: int = 0
    column: int = 0


class _Reader:
    def __init__(self, parts: Mapping[str, bytes], name: str) -> None:
        self._parts = parts
        self._name = name
        self._cells = 0
        self._strings: list[str] = []
        self._formats: list[tuple[Shows, str]] = []

    def workbook(self) -> Workbook:
        """The workbook of the package."""
        main = self._main_part()
        targets = self._targets(main)
        self._strings = list(self._shared_strings(targets))
        self._formats = self._cell_formats(targets)
        sheets, from_1904 = [], False
        for element in self._elements(main, "sheet", "workbookPr"):
            if _local(element) == "workbookPr":
                from_1904 = element.get("date1904", "0") in ("1", "true")
                continue
            target = targets.get(_attribute(element, "id"), ("", ""))[1]
            if target in self._parts:
                sheets.append(self._sheet(target, element.get("name", "")))
        if not sheets:
            raise UserError(Fault(_("The file is damaged: {why}.").format(why="workbook.xml"), self._name))
        return Workbook(tuple(sheets), from_1904)

    def _main_part(self) -> str:
        """The part with the list of sheets."""
        for kind, target in self._targets("").values():
            if kind == "officeDocument" and target in self._parts:
                return target
        return "xl/workbook.xml"

    def _targets(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to: type and name of the other part, by id."""
        folder, file = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations not in self._parts:
            return {}
        found = {}
        for element in self._elements(relations, "Relationship"):
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
                kind = element.get("Type", "").rpartition("/")[2]
                found[element.get("Id", "")] = kind, target.lstrip("/")
        return found

    def _elements(self, part: str, *names: str) -> Iterator[Any]:
        """The elements of a part with these names, whatever their namespace, each gone when the next is asked for."""
        from lxml import etree

        data = self._parts.get(part, b"")
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data[:4]:
            raise UserError(
                Fault(_("The file holds declarations that a spreadsheet never has; it is not opened."), self._name)
            )
        if data.count(b"<") > MAX_MARKS or data.count(b"=") > MAX_MARKS:
            raise UserError(Fault(_("The file holds far more cells than a form; it is not opened."), self._name))
        tags = [f"{{*}}{name}" for name in names]
        events = etree.iterparse(
            io.BytesIO(data), tag=tags, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            for _event, element in events:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
        except etree.XMLSyntaxError:
            message = _("The file is damaged: its part {part} cannot be read. Save it anew in Excel or WPS.")
            raise UserError(Fault(message.format(part=part), self._name)) from None

    def _shared_strings(self, targets: Mapping[str, tuple[str, str]]) -> Iterator[str]:
        for kind, target in targets.values():
            if kind == "sharedStrings" and target in self._parts:
                yield from (_text_of(element) for element in self._elements(target, "si"))

    def _cell_formats(self, targets: Mapping[str, tuple[str, str]]) -> list[tuple[Shows, str]]:
        """What each cell format of the workbook shows, and the unit it shows with it, by its number."""
        part = next((target for kind, target in targets.values() if kind == "styles"), "")
        if part not in self._parts:
            return []
        codes: dict[int, str] = {}
        shows: list[tuple[Shows, str]] = []
        for element in self._elements(part, "numFmt", "cellXfs"):
            if _local(element) == "numFmt":
                codes[_whole(element.get("numFmtId"))] = element.get("formatCode", "")
            else:
                numbers = [_whole(one.get("numFmtId")) for one in element]
                formats = [codes.get(number) or format_of(number) for number in numbers]
                shows = [(what_shows(code), unit_shown(code)) for code in formats]
        return shows

    def _sheet(self, part: str, name: str) -> Sheet:
        found = _Found()
        for element in self._elements(part, "row", "mergeCell"):
            if _local(element) == "mergeCell":
                _add_merge(found, element.get("ref", ""))
            else:
                self._add_row(found, element)
        return Sheet(name, found.cells, self._filled(found))

    def _add_row(self, found: _Found, row: Any) -> None:
        found.row = _whole(row.get("r")) or found.row + 1
        found.column = 0
        for element in row:
            if _local(element) != "c":
                continue
            at = _REFERENCE.fullmatch(element.get("r") or "")
            found.column = _column(at[1]) if at else found.column + 1
            cell = self._cell(element)
            if cell is None:
                continue
            self._cells += 1
            if self._cells > MAX_CELLS:
                raise UserError(Fault(_("The file holds far more cells than a form; it is not opened."), self._name))
            found.cells[found.row, found.column] = cell

    def _cell(self, element: Any) -> Cell | None:
        """The cell; None for an empty one."""
        kind, value, formula, inline = element.get("t", "n"), None, False, None
        for child in element:
            tag = _local(child)
            if tag == "v":
                value = child.text
            elif tag == "f":
                formula = True
            elif tag == "is":
                inline = child
        if kind == "inlineStr":
            text = _text_of(inline) if inline is not None else ""
            return _text_cell(text)
        if not value:
            return Cell("", Kind.UNKNOWN) if formula and kind != "str" else None
        return self._valued(kind, value, element)

    def _valued(self, kind: str, value: str, element: Any) -> Cell | None:
        if kind == "s":
            number = _whole(value)
            text = self._strings[number] if number < len(self._strings) else ""
            return _text_cell(text)
        if kind in ("str", "d"):
            text = _unescaped(value) if kind == "str" else value.partition("T")[0]
            return _text_cell(text)
        if kind == "b":
            return Cell("1" if value in ("1", "true") else "0", Kind.YESNO)
        if kind == "e":
            return Cell(value, Kind.ERROR)
        style = _whole(element.get("s"))
        return Cell(value, Kind.NUMBER, *(self._formats[style] if style < len(self._formats) else ()))

    def _filled(self, found: _Found) -> frozenset[tuple[int, int]]:
        """Fill merged ranges downwards, as far as the sheet goes; the cells that were filled."""
        last = max((row for row, _column in found.cells), default=0)
        merged: set[tuple[int, int]] = set()
        rows = 0  # gone over, not only filled: ranges may lie upon each other
        for column, first, end in found.merges:
            cell = found.cells.get((first, column))
            if cell is None:
                continue
            rows += max(0, min(end, last) - first)
            if rows > MAX_MERGED:
                raise UserError(Fault(_("The file holds far more cells than a form; it is not opened."), self._name))
            for row in range(first + 1, min(end, last) + 1):
                if found.cells.setdefault((row, column), cell) is cell:
                    merged.add((row, column))
        return frozenset(merged)


def _text_cell(text: str) -> Cell | None:
    """A cell with a text; None where nothing of it is seen."""
    return Cell(text) if any(not c.isspace() and unicodedata.category(c) != "Cf" for c in text) else None


def _add_merge(found: _Found, reference: str) -> None:
    ends = [_REFERENCE.fullmatch(end) for end in reference.split(":")]
    if len(ends) == 2 and ends[0] and ends[1]:
        found.merges.append((_column(ends[0][1]), int(ends[0][2]), int(ends[1][2])))


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Any, name: str) -> str:
    """An attribute of whatever namespace: strict and transitional files differ in it."""
    return next((str(value) for key, value in element.attrib.items() if key.endswith("}" + name)), "")


def _whole(text: str | None) -> int:
    """A whole number, 0 for what is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _text_of(element: Any) -> str:
    """The text of a string item: its runs, without the readings that stand above characters."""
    pieces = []
    for child in element:
        tag = _local(child)
        if tag == "t":
            pieces.append(child.text or "")
        elif tag == "r":
            pieces += [run.text or "" for run in child if _local(run) == "t"]
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    """_x000D_ and the like as the characters they stand for; line ends as one."""
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")
