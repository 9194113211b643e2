"""A Word file from anywhere as lines for recognition: its text with automatic numbers, heading levels and roles."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

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
_NO_LEVEL = 9


class Passage(NamedTuple):
    """A paragraph of a Word file.

    text: its automatic number included. depth: its heading level by style name or outline level, 0 for none. role: by
    the name of its style. indented: its first line begins further in.
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
    found: list[Passage] = []
    for paragraph in paragraphs(package.xml(package.document)):
        element = paragraph.elements[0] if paragraph.elements else None
        style = styles.get(paragraph.style, _Style(0, None))
        label = "" if element is None else numbering.label(element, paragraph.style)
        depth = _outline(element) if element is not None else 0
        depth = style.depth if depth == 0 else depth % _NO_LEVEL
        whole = (label + paragraph.text) if paragraph.text.strip() else ""
        found += [Passage(text, depth, style.role, _is_indented(element)) for text in whole.split("\n")]
    return found


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
