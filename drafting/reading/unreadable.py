"""What stands in a file and could not be decoded: a stray byte, or a page cut in the middle of a character."""

from __future__ import annotations

from drafting.learn.model import Speech

_SIGN = "\ufffd"  # for what could not be decoded
_BEFORE, _BEHIND = 8, 12


def unreadable(speech: Speech) -> str:
    """The words around the first characters of a speech that could not be decoded; "" where all could be."""
    for found in speech.found:
        before, sign, behind = found.block.text.partition(_SIGN)
        if sign:
            return before[-_BEFORE:] + sign + behind[:_BEHIND]
    return ""
