"""What a Word file says outside the text: in footnotes and endnotes, above the text and below it. Read only."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.word.package import Package, w

_STORIES = ("footnotes", "endnotes", "header", "footer")


def texts_outside(package: Package) -> Iterator[str]:
    """The paragraphs of the notes, headers and footers of a file, pending deletions left out."""
    for kind in _STORIES:
        for part in package.related(package.document, kind):
            if b"<w:t" not in package.parts.get(part, b""):
                continue
            for paragraph in package.xml(part).iter(w("p")):
                if text := "".join([text.text or "" for text in paragraph.iter(w("t"))]).strip():
                    yield text
