"""A Word file from anywhere as lines for recognition: its text with automatic numbers, heading levels and roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from drafting.chinese.enumerators import parse_marker
from drafting.draft import Role
from drafting.word.numbering import Numbering
from drafting.word.package import Package, w
from drafting.word.text import paragraphs

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_ROLES = {
    "title": Role.TITLE, "标题": Role.TITLE, "標題": Role.TITLE, "subtitle": Role.TITLE, "副标题": Role.TITLE,
    "byline": Role.BYLINE, "署名": Role.BYLINE, "signature": Role.BYLINE,
    "salutation": Role.SALUTATION, "称呼": Role.SALUTATION,
}  # fmt: skip
_DEEPEST = 20
_ROW = 200  # characters of a row; what says more is text that a table lays out on the page
_NO_LEVEL = 9


class Passage(NamedTuple):
    """A paragraph of a Word file.

    text: its automatic number or bullet included. depth: its heading level by style name or outline level, 0 for none.
    role: by the name of its style. indented: its first line begins further in. A row of a table is one line, its cells
    parted by tabs.
    """

    text: str
    depth: int
    role: Role | None
    indented: bool


class _Style(NamedTuple):
    depth: int
    role: Role | None


def passages(package: Package) -> list[Passage]:
    """The paragraphs of the body in reading order, empty ones too; a line break parts a paragraph."""
    styles = _styles(package)
    numbering = Numbering(package)
    found: list[tuple[Passage, etree._Element | None]] = []  # with the cell of a table that it stands in
    for paragraph in paragraphs(package.xml(package.document)):
        element = paragraph.elements[0] if paragraph.elements else None
        style = styles.get(paragraph.style, _Style(0, None))
        label = "" if element is None else numbering.label(element, paragraph.style)
        depth = _outline(element) if element is not None else 0
        depth = style.depth if depth == 0 else depth % _NO_LEVEL
        if element is not None and not (label or depth or style.role or parse_marker(paragraph.text.lstrip())):
            label = numbering.bullet(element, paragraph.style)
        whole = (label + paragraph.text) if paragraph.text.strip() else ""
        cell = _cell(element) if paragraph.fixed else None
        found += [(Passage(text, depth, style.role, _is_indented(element)), cell) for text in whole.split("\n")]
    return list(_with_rows(found))


def _cell(element: etree._Element | None) -> etree._Element | None:
    """The innermost cell of a table that a paragraph stands in."""
    return None if element is None else next(element.iterancestors(w("tc")), None)


def _with_rows(found: Sequence[tuple[Passage, etree._Element | None]]) -> Iterator[Passage]:
    """The passages, those of a row that says one thing a cell as one line."""
    for row, of_row in groupby(found, key=lambda one: None if one[1] is None else one[1].getparent()):
        inside = list(of_row)
        cells = [
            [passage.text.strip() for passage, _cell in of_cell if passage.text.strip()]
            for _key, of_cell in groupby(inside, key=lambda one: one[1])
        ]
        full = [cell for cell in cells if cell]
        short = sum([len(text) for cell in full for text in cell]) <= _ROW
        if row is None or len(full) < 2 or max(map(len, full)) > 1 or not short:
            yield from [passage for passage, _cell in inside]
        else:
            yield Passage("\t".join([cell[0] if cell else "" for cell in cells]).strip(), 0, None, False)


def _styles(package: Package) -> dict[str, _Style]:
    """What the paragraph styles say, by their ids."""
    names: dict[str, str] = {}
    based: dict[str, str] = {}
    outlines: dict[str, int] = {}
    for part in package.related(package.document, "styles"):
        for element in package.xml(part).iterfind(w("style")) if part in package.parts else ():
            identifier = element.get(w("styleId"), "")
            names[identifier] = _value(element, "name")
            based[identifier] = _value(element, "basedOn")
            outlines[identifier] = _outline(element)
    return {identifier: _Style(*_said(identifier, names, based, outlines)) for identifier in names}


def _said(
    identifier: str, names: dict[str, str], based: dict[str, str], outlines: dict[str, int]
) -> tuple[int, Role | None]:
    role = _ROLES.get(names[identifier].strip().casefold())
    for _step in range(_DEEPEST):
        if match := _HEADING.fullmatch(names.get(identifier, "").strip()):
            return int(match[1]), role
        if level := outlines.get(identifier, 0):
            return (0 if role or level > _NO_LEVEL - 1 else level), role
        identifier = based.get(identifier, "")
    return 0, role


def _outline(element: etree._Element) -> int:
    """The outline level that an element's paragraph properties give, from 1; 9 for text of the body, 0 if none."""
    level = element.find(f"{w('pPr')}/{w('outlineLvl')}")
    value = "" if level is None else level.get(w("val"), "")
    return min(int(value), _NO_LEVEL - 1) + 1 if value.isdecimal() else 0


def _is_indented(element: etree._Element | None) -> bool:
    indent = None if element is None else element.find(f"{w('pPr')}/{w('ind')}")
    return indent is not None and any(
        indent.get(w(name), "0") not in ("0", "") for name in ("firstLine", "firstLineChars")
    )


def _value(parent: etree._Element, name: str) -> str:
    element = parent.find(w(name))
    return "" if element is None else element.get(w("val"), "")
