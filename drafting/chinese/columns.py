"""How many columns of a terminal a text takes: a Chinese character takes two (Unicode, annex 11)."""

from __future__ import annotations


def width(text: str) -> int:
    """The columns that a text takes."""
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def padded(text: str, columns: int) -> str:
    """A text filled up with blanks to so many columns; one blank at least stands behind it."""
    return text + " " * max(1, columns - width(text))
