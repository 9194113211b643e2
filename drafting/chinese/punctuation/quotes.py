"""Quotation marks “ ‘ ” ’ and title marks 《 〈 〉 》, each level in its own (GB/T 15834-2011, 4.8 and 4.15)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Levels: TypeAlias = Sequence[tuple[str, str]]

QUOTES: Levels = (("“", "”"), ("‘", "’"))
TITLES: Levels = (("《", "》"), ("〈", "〉"))


def quote(text: str, depth: int = 0) -> str:
    """`text` in quotation marks: “…”, or ‘…’ at an odd depth; marks inside it move to the level below.

    A text that stands in quotation marks already, as a whole, gets no second pair.
    """
    return _enclosed(text, QUOTES, depth)


def title_marks(text: str) -> str:
    """`text` as the title of a document, book or paper: 《…》, and 〈…〉 for titles inside it; never doubled."""
    return _enclosed(text, TITLES, 0)


def _enclosed(text: str, levels: Levels, depth: int) -> str:
    text = text.strip()
    pairs = _pairs(text, levels)
    if any(start == 0 and end == len(text) - 1 for start, end, _inner in pairs):
        text = text[1:-1]
        pairs = _pairs(text, levels)
    opening, closing = levels[depth % 2]
    return opening + _levelled(text, pairs, levels, depth + 1) + closing


def _pairs(text: str, levels: Levels) -> list[tuple[int, int, int]]:
    """Every pair of marks in `text`: where it opens, where it closes, and in how many others it stands."""
    found: list[tuple[int, int, int]] = []
    if not any(closing in text for _opening, closing in levels):
        return found
    openings = dict(levels)
    open_at: list[int] = []
    for place, character in enumerate(text):
        if character in openings:
            open_at.append(place)
        elif open_at and openings[text[open_at[-1]]] == character:
            found.append((open_at.pop(), place, len(open_at)))
    return found


def _levelled(text: str, pairs: list[tuple[int, int, int]], levels: Levels, depth: int) -> str:
    if not pairs:
        return text
    characters = list(text)
    for start, end, inside in pairs:
        characters[start], characters[end] = levels[(depth + inside) % 2]
    return "".join(characters)
