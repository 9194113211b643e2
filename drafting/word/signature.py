"""Where the lines of a closing signature stand: the issuing body and, below it, the date (GB/T 9704-2012, 7.3.5.2)."""

from __future__ import annotations

from collections.abc import Sequence

_ASIDE = (
    2  # characters: from the right edge to the longer line, and from the first character of one to that of the other
)


def left_indents(lines: Sequence[str], room: int) -> list[float]:
    """How far from the left edge each line begins, in characters; the last of several is the date.

    room: characters in a line. The body that issues ends two characters from the right edge, the date begins two
    characters to the right of the body; where the date is longer, it is the date that ends there. From the left, so
    that the two first characters stand as they should however wide a font makes the figures.
    """
    starts = [room - _ASIDE - _width(line) for line in lines]
    if len(lines) > 1:
        if _width(lines[-1]) > _width(lines[-2]):
            starts[-2] = starts[-1] - _ASIDE
        starts[-1] = starts[-2] + _ASIDE
    return [max(0.0, start) for start in starts]


def _width(line: str) -> float:
    """In characters: a figure or a letter takes half of one."""
    return sum(0.5 if sign.isascii() else 1.0 for sign in line)
