"""Word files as lines: pending changes accepted, automatic numbers in the text, headings by their styles."""

from __future__ import annotations

from drafting.learn import Line
from drafting.reading.files import Read
from drafting.word.package import open_package
from drafting.word.passages import passages


def read_docx(data: bytes, name: str) -> Read:
    """The lines of a .docx. Raises UserError for what is none, is damaged, or is out of bounds."""
    lines: list[Line] = []
    gap = False
    for passage in passages(open_package(data, name)):
        text = passage.text.strip(" \t\u3000\xa0")
        if text:
            lines.append(Line(text, passage.depth, passage.role, passage.indented, gap, meant=True))
        gap = not text
    return lines, [], True
