"""The text of a document as it would be if every pending change were accepted: insertions in, deletions out.

Text in content controls, links, fields, tables and text boxes is text like any other. Of a ruby only the base is read,
of a field only what it shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from drafting.word.names import is_anchor
from drafting.word.package import w

OBJECT = "\ufffc"
"""Stands for one thing that is no text: a picture, an equation, a text box, the mark of a footnote, a page break."""

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHARACTERS: dict[object, str] = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_DELETED = (w("del"), w("moveFrom"))
_PARAGRAPH, _RUN, _TEXT, _BREAK, _FIELD, _SIMPLE = w("p"), w("r"), w("t"), w("br"), w("fldChar"), w("fldSimple")
_TABLE, _ROW, _CELL, _BOX = w("tbl"), w("tr"), w("tc"), w("txbxContent")
_START, _END = w("bookmarkStart"), w("bookmarkEnd")
_PROPERTIES, _LOOK, _ID, _NAME = w("pPr"), w("rPr"), w("id"), w("name")
_NOT_TEXT = {
    w(name) for name in ("pPr", "rPr", "rt", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "instrText", "delText")
}
FALLBACK = _COMPATIBILITY + "Fallback"
_OBJECTS = {
    *(w(name) for name in ("drawing", "pict", "object", "footnoteReference", "endnoteReference", "sym", "ptab")),
    *(_MATH + name for name in ("oMath", "oMathPara")),
    _COMPATIBILITY + "AlternateContent",
}


class Stretch(NamedTuple):
    """Characters that stand in one element.

    text: what can be read of it. shown: the same, or `OBJECT` for what is no text. element: the w:t, or what stands
    for a single character or an object. anchor: the name of the bookmark of ours that it stands in, "" for none.
    field: the run that begins the field whose result it is part of.
    """

    text: str
    shown: str
    element: etree._Element
    anchor: str
    field: etree._Element | None


class Mark(NamedTuple):
    """One end of a bookmark of ours. offset: in the characters of the paragraph that are shown."""

    name: str
    element: etree._Element
    offset: int
    opens: bool


class Piece(NamedTuple):
    """A stretch of text. anchor: the name of the bookmark of ours that it stands in, "" for none."""

    text: str
    anchor: str


@dataclass(slots=True)
class Paragraph:
    """A paragraph as it is read.

    elements: the w:p it stands in, several where the mark between them is deleted. fixed: it stands in a table or a
    text box. boxed: in a text box.
    """

    stretches: list[Stretch]
    marks: list[Mark]
    elements: list[etree._Element]
    fixed: bool
    boxed: bool = False

    @property
    def style(self) -> str:
        """The id of its style, "" for none."""
        style = self.elements[-1].find(f"{_PROPERTIES}/{w('pStyle')}")
        return "" if style is None else style.get(w("val"), "")

    @property
    def text(self) -> str:
        """What can be read of the paragraph."""
        return "".join([stretch.text for stretch in self.stretches])

    @property
    def shown(self) -> str:
        """The paragraph with `OBJECT` for what is no text."""
        return "".join([stretch.shown for stretch in self.stretches])

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The text by the bookmarks of ours that it stands in."""
        texts = [stretch for stretch in self.stretches if stretch.text]
        return tuple(
            Piece("".join([stretch.text for stretch in group]), anchor)
            for anchor, group in groupby(texts, key=lambda stretch: stretch.anchor)
        )


def paragraphs(root: Iterable[etree._Element]) -> list[Paragraph]:
    """The paragraphs under `root`, or in some elements one after the other, in reading order, empty ones too."""
    walker = _Walker(fixed=False)
    walker.walk(root)
    return walker.finished()


class _Walker:
    """Goes through a tree and keeps what is open: anchors, fields, and the paragraph whose mark has not come yet."""

    def __init__(self, fixed: bool) -> None:
        self._in_box = fixed
        self._cells = 0
        self._open: dict[str, str] = {}
        self._fields: list[tuple[etree._Element, bool]] = []  # the run each begins with, and whether its code has ended
        self._found: list[Paragraph] = []
        self._properties: etree._Element | None = None
        self._begin()

    def _begin(self) -> None:
        self._stretches: list[Stretch] = []
        self._marks: list[Mark] = []
        self._elements: list[etree._Element] = []
        self._boxes: list[Paragraph] = []
        self._length = 0
        self._fixed = self._in_box

    def walk(self, parent: Iterable[etree._Element], deleted: bool = False) -> None:
        """Read what is in an element. deleted: a pending change takes its text out."""
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self.walk(child, deleted)
            elif tag == _TEXT:
                if not deleted and (text := child.text):
                    self._add(text, text, child)
            elif tag == _PARAGRAPH:
                self._paragraph(child, deleted)
            elif tag in (_START, _END):
                self._bookmark(child, tag == _START)
            elif tag in _NOT_TEXT or not isinstance(tag, str):
                if tag == _PROPERTIES:
                    self._properties = child
            elif tag == _FIELD:
                self._field(child)
            elif tag in _OBJECTS:
                self._object(child, deleted)
            elif tag == _BREAK:
                wraps = child.get(w("type"), "textWrapping") == "textWrapping"
                if not deleted:
                    self._add("\n" if wraps else "", "\n" if wraps else OBJECT, child)
            elif tag in _CHARACTERS:
                if not deleted:
                    self._add(_CHARACTERS[tag], _CHARACTERS[tag], child)
            elif tag == _BOX:
                self._boxes += _box(child, deleted)
            elif tag in (_TABLE, _CELL):
                # A paragraph joins with the next one only where that stands in the same place.
                self._end_open()
                self._cells += tag == _CELL
                self.walk(child, deleted)
                self._end_open()
                self._cells -= tag == _CELL
            else:
                self.walk(child, deleted or tag in _DELETED or (tag == _ROW and _is_deleted_row(child)))

    def finished(self) -> list[Paragraph]:
        """All paragraphs, the last one too if its mark is deleted."""
        if self._stretches:
            self._end()
        if self._found:
            last = self._found[-1]
            last.marks += [mark._replace(offset=len(last.shown)) for mark in self._marks]
        return self._found

    def _paragraph(self, element: etree._Element, deleted: bool) -> None:
        self._elements.append(element)
        self._fixed |= self._cells > 0
        self._properties = None
        self.walk(element, deleted)
        if self._properties is None or not _mark_is_deleted(self._properties):
            self._end()

    def _bookmark(self, element: etree._Element, opens: bool) -> None:
        identifier = element.get(_ID, "")
        if not opens:
            name = self._open.pop(identifier, "")
        elif is_anchor(name := element.get(_NAME, "")):
            self._open[identifier] = name
        else:
            return
        if name:
            self._marks.append(Mark(name, element, self._length, opens))

    def _field(self, element: etree._Element) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            run = element.getparent()
            self._fields.append((element if run is None else run, False))
        elif kind == "separate" and self._fields:
            self._fields[-1] = (self._fields[-1][0], True)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _object(self, element: etree._Element, deleted: bool) -> None:
        """What is no text: one thing, whatever can be read in it; text boxes in it hold paragraphs of their own."""
        inside = _Inside()
        inside.read(element, deleted)
        self._boxes += inside.boxes
        if not deleted:
            self._add("".join(inside.texts), OBJECT, element)

    def _add(self, text: str, shown: str, element: etree._Element) -> None:
        field = None
        if self._fields:
            if not all(ended for _run, ended in self._fields):
                return  # the code of a field, which nobody sees
            field = self._fields[0][0]
        anchor = next(reversed(self._open.values())) if self._open else ""
        self._stretches.append(Stretch(text, shown, element, anchor, field))
        self._length += len(shown)

    def _end_open(self) -> None:
        """End the paragraph whose mark is deleted, where nothing follows that it could join with."""
        if self._elements:
            self._end()

    def _end(self) -> None:
        """The paragraph that is open ends here; the text boxes in it come after it."""
        self._found.append(Paragraph(self._stretches, self._marks, self._elements, self._fixed, self._in_box))
        self._found += self._boxes
        self._begin()


class _Inside:
    """What is in an object: text that can be read, and text boxes."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.boxes: list[Paragraph] = []

    def read(self, element: etree._Element, deleted: bool) -> None:
        """Read what is in an element."""
        for child in element:
            tag = child.tag
            if tag == _BOX:
                self.boxes += _box(child, deleted)
            elif tag in (_TEXT, _MATH + "t"):
                self.texts.append("" if deleted else child.text or "")
            elif isinstance(tag, str) and tag != FALLBACK and tag not in _NOT_TEXT:
                self.read(child, deleted or tag in _DELETED)


def is_computed(stretch: Stretch) -> bool:
    """Whether it is the result of a field, which programs compute anew; the text of a link is not."""
    simple = next(stretch.element.iterancestors(_SIMPLE, _PARAGRAPH), None)
    if simple is not None and simple.tag == _SIMPLE:
        return not _is_link(simple.get(w("instr"), ""))
    if stretch.field is None:
        return False
    code = ""
    for run in (stretch.field, *stretch.field.itersiblings()):
        code += "".join([text.text or "" for text in run.iter(w("instrText"), w("delInstrText"))])
        if any(mark.get(w("fldCharType")) == "separate" for mark in run.iter(_FIELD)):
            break
    return not _is_link(code)


def _is_link(code: str) -> bool:
    return code.split()[:1] == ["HYPERLINK"]


def _box(element: etree._Element, deleted: bool) -> list[Paragraph]:
    """The paragraphs of a text box."""
    walker = _Walker(fixed=True)
    walker.walk(element, deleted)
    return walker.finished()


def _mark_is_deleted(properties: etree._Element) -> bool:
    """Whether a pending change joins the paragraph with the next one."""
    look = next(properties.iterchildren(_LOOK), None)
    return look is not None and next(look.iterchildren(*_DELETED), None) is not None


def _is_deleted_row(element: etree._Element) -> bool:
    return element.find(f"{w('trPr')}/{w('del')}") is not None
