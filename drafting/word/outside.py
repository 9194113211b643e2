"""What a Word file says outside the text: in footnotes and endnotes, above the text and below it. Read only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.word.package import Package, w

_STORIES = ("footnotes", "endnotes", "header", "footer")
_WORDS = re.compile("[\u4e00-\u9fff]")


def texts_outside(package: Package) -> Iterator[str]:
    """The paragraphs of the notes, headers and footers of a file that say something, and are no mere number of a page;
    pending deletions left out."""
    for kind in _STORIES:
        for part in package.related(package.document, kind):
            if b"<w:t" not in package.parts.get(part, b""):
                continue
            for paragraph in package.xml(part).iter(w("p")):
                text = "".join([text.text or "" for text in paragraph.iter(w("t"))]).strip()
                if _WORDS.search(text):
                    yield text
