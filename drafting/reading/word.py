"""Word files as lines: pending changes accepted, automatic numbers in the text, headings by their styles."""

from __future__ import annotations

from lxml import etree

from drafting.i18n import _
from drafting.learn import Line, Removed
from drafting.reading.files import Read
from drafting.word.package import Package, open_package, w
from drafting.word.passages import passages


def read_docx(data: bytes, name: str) -> Read:
    """The lines of a .docx. Raises UserError for what is none, is damaged, or is out of bounds."""
    package = open_package(data, name)
    removed = [Removed(text, _("hidden text")) for text in _without_hidden(package)]
    lines: list[Line] = []
    gap = False
    for passage in passages(package):
        text = passage.text.strip(" \t\u3000\xa0")
        if text:
            lines.append(Line(text, passage.depth, passage.role, passage.indented, gap, meant=True))
        gap = not text
    return lines, removed, True


def _without_hidden(package: Package) -> list[str]:
    """Take the runs out of the body that are formatted as hidden, and give their texts."""
    if b"vanish" not in package.parts.get(package.document, b""):
        return []
    root = package.xml(package.document)
    found = []
    for run in [*root.iter(w("r"))]:
        mark, around = run.find(f"{w('rPr')}/{w('vanish')}"), run.getparent()
        if mark is not None and around is not None and mark.get(w("val"), "1") not in ("0", "false", "off"):
            found.append("".join([text.text or "" for text in run.iter(w("t"))]))
            around.remove(run)
    package.parts[package.document] = etree.tostring(root)
    return [text for text in found if text.strip()]
