"""A text as lines: what kind of blanks and breaks stood in it is noted and then forgotten."""

from __future__ import annotations

from collections.abc import Iterable

from drafting.chinese.patterns import pattern
from drafting.learn.model import Line

BLANKS = " \t\u3000\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3164"
"""Everything that shows as white space in a line."""
# Signs that nobody sees, and control characters: no part of any text.
UNSEEN = pattern(
    "[\u200b-\u200f\u2060\ufeff\xad\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufff9-\ufffb\ufffe\uffff]"
    "(?<![\ufe0f\U0001f000-\U0001faff]\u200d)"  # what joins two emoji
)


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not empty."""
    return from_raw(UNSEEN.sub("", text).splitlines())


def from_raw(raw: Iterable[str]) -> list[Line]:
    """Lines as they stand in a file, without their breaks, empty ones left out."""
    lines: list[Line] = []
    gap = False
    for whole in raw:
        text = whole.strip(BLANKS)
        if text:
            lines.append(Line(text, indented=whole[0] in BLANKS, gap=gap))
        gap = not text
    return lines
