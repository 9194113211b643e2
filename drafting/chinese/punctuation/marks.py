"""The marks by kind: 点号 say where and how to pause; of the 标号, those in pairs enclose (GB/T 15834-2011, 3)."""

from __future__ import annotations

PAUSES = "，、；：,;:､"
"""Marks inside a sentence."""

STOPS = "。｡"
"""The mark of a plain sentence's end; the half-width dot needs its surroundings to be told from a decimal point."""

TONES = "！？!?…"
"""Marks that say more than that the sentence ends, so they outlive a plain stop beside them."""

POINTS = PAUSES + STOPS + TONES

OPENING = "“‘（《〈【〔「『(["
CLOSING = "”’）》〉】〕」』)]"
CLOSING_QUOTES = "”’」』\"'"


def is_point(character: str) -> bool:
    """Whether `character` is a mark of pause or end, full-width or half-width (。，、；：！？…)."""
    return len(character) == 1 and character in POINTS


def is_opening(character: str) -> bool:
    """Whether `character` opens a quotation, title or bracket."""
    return len(character) == 1 and character in OPENING


def is_closing(character: str) -> bool:
    """Whether `character` closes a quotation, title or bracket."""
    return len(character) == 1 and character in CLOSING
