"""A text as lines: what kind of blanks and breaks stood in it is noted and then forgotten."""

from __future__ import annotations

from collections.abc import Iterable

from drafting.chinese.patterns import pattern
from drafting.learn.model import Line

_BLANKS = " \t\u3000\xa0\u2002\u2003\u2009\u202f"
# Signs that nobody sees, and control characters: no part of any text.
_UNSEEN = pattern("[\u200b-\u200f\u2060\ufeff\xad\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb\ufffe\uffff]+")


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not empty."""
    return from_raw(_UNSEEN.sub("", text).splitlines())


def from_raw(raw: Iterable[str]) -> list[Line]:
    """Lines as they stand in a file, without their breaks, empty ones left out."""
    lines: list[Line] = []
    gap = False
    for whole in raw:
        text = whole.strip(_BLANKS)
        if text:
            lines.append(Line(text, indented=whole[0] in _BLANKS, gap=gap))
        gap = not text
    return lines
