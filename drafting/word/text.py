"""The text of a document as it would be if every pending change were accepted: insertions in, deletions out.

Text in content controls, links, fields, tables and text boxes is text like any other. Of a ruby only the base is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from drafting.word.names import is_anchor
from drafting.word.package import w

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT = (w("t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
_CHARACTERS: dict[object, str] = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_DELETED = {w("del"), w("moveFrom")}
_NOT_TEXT = {w("pPr"), w("rPr"), w("rt"), w("tblPr"), w("trPr"), w("tcPr"), w("sdtPr"), w("instrText"), _FALLBACK}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. anchor: the name of the bookmark of ours that it stands in, "" for none."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is read.

    elements: the w:p it stands in, several where the mark between them is deleted. style: the id of its style.
    """

    pieces: tuple[Piece, ...]
    elements: tuple[etree._Element, ...]
    style: str

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return "".join([piece.text for piece in self.pieces])


def paragraphs(root: etree._Element) -> list[Paragraph]:
    """The paragraphs under `root` in reading order, empty ones too."""
    return _paragraphs(root, deleted=False)


class _Walker:
    """Goes through a tree and keeps what is open: the anchors, and the paragraph whose mark has not come yet."""

    def __init__(self) -> None:
        self._open: dict[str, str] = {}
        self._pieces: list[Piece] = []
        self._elements: list[etree._Element] = []
        self._boxes: list[Paragraph] = []
        self._found: list[Paragraph] = []

    def walk(self, parent: etree._Element, deleted: bool = False) -> None:
        """Read what is in an element. deleted: a pending change takes its text out."""
        for child in parent:
            tag = child.tag
            if tag == w("p"):
                self._elements.append(child)
                self.walk(child, deleted)
                if not _mark_is_deleted(child):
                    self._end(_style(child))
            elif tag == w("txbxContent"):
                self._boxes += _paragraphs(child, deleted)
            elif tag == w("bookmarkStart"):
                self._start(child)
            elif tag == w("bookmarkEnd"):
                self._open.pop(str(child.get(w("id"))), None)
            elif text := _characters(child):
                self._add("" if deleted else text)
            elif isinstance(tag, str) and tag not in _NOT_TEXT:
                self.walk(child, deleted or tag in _DELETED or _is_deleted_row(child))

    def finished(self) -> list[Paragraph]:
        """All paragraphs, the last one too if its mark is deleted."""
        if self._pieces:
            self._end("")
        return self._found

    def _start(self, bookmark: etree._Element) -> None:
        name = bookmark.get(w("name"), "")
        if is_anchor(name):
            self._open[str(bookmark.get(w("id")))] = name

    def _add(self, text: str) -> None:
        anchor = next(reversed(self._open.values()), "")
        if text:
            self._pieces.append(Piece(text, anchor))

    def _end(self, style: str) -> None:
        """The paragraph that is open ends here; the text boxes in it come after it."""
        joined = [
            Piece("".join([piece.text for piece in pieces]), anchor)
            for anchor, pieces in groupby(self._pieces, key=lambda piece: piece.anchor)
        ]
        self._found += [Paragraph(tuple(joined), tuple(self._elements), style), *self._boxes]
        self._pieces, self._elements, self._boxes = [], [], []


def _paragraphs(root: etree._Element, deleted: bool) -> list[Paragraph]:
    walker = _Walker()
    walker.walk(root, deleted)
    return walker.finished()


def _characters(element: etree._Element) -> str:
    """The text that an element stands for by itself."""
    if element.tag in _TEXT:
        return element.text or ""
    if element.tag == w("br"):
        return "\n" if element.get(w("type"), "textWrapping") == "textWrapping" else ""
    return _CHARACTERS.get(element.tag, "")


def _mark_is_deleted(paragraph: etree._Element) -> bool:
    """Whether a pending change joins the paragraph with the next one."""
    return any(paragraph.find(f"{w('pPr')}/{w('rPr')}/{tag}") is not None for tag in _DELETED)


def _is_deleted_row(element: etree._Element) -> bool:
    return element.tag == w("tr") and element.find(f"{w('trPr')}/{w('del')}") is not None


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else style.get(w("val"), "")
