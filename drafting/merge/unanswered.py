"""Gaps of the draft that somebody has typed into, or taken the brackets off."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Source, Span

_OPEN, _MARK, _CLOSE = "【", "待补", "】"
_COLONS = "：:"
_GAP = re.compile(f"{_OPEN}{_MARK}[^{_OPEN}{_CLOSE}]*{_CLOSE}")
_EDGES = POINTS + " \u3000"


def bare_answer(text: str, span: Span) -> str:
    """What somebody has written in the place of a gap, without what is left of the gap itself; "" for nothing.

    text: what stands there. span: of the draft; where that is no gap, the text is given back.
    """
    if span.source is not Source.MISSING:
        return text
    said = text.strip().removeprefix(_OPEN)
    if not said.startswith(_MARK):
        return text
    inner = said.removeprefix(_MARK).removesuffix(_CLOSE).strip(_EDGES)
    question = label(span)
    return inner.removeprefix(question).strip(_EDGES) if inner.startswith(question) else inner


def label(span: Span) -> str:
    """The wording of the question that a gap is waiting for, as it stands in it."""
    return span.text.removeprefix(_OPEN).removeprefix(_MARK).removesuffix(_CLOSE).strip(_EDGES)


def typed_into(text: str, span: Span) -> str:
    """How a gap stands in a text in which it is not as drafted: with something in its brackets, or without these.

    "" where it does not stand there, or where it is not clear what of the text belongs to it.
    """
    found = _GAP.findall(text)
    if len(found) == 1:
        return str(found[0])
    left = re.search(_without_brackets(span), text)
    return left.group() if left and not found and not text[left.end() :].startswith(tuple(_COLONS)) else ""


def times_open(text: str, gaps: Iterable[Span]) -> dict[str, int]:
    """How often gaps still stand in a text for somebody who reads it, with their brackets or without them.

    By what they say as drafted; one may begin as another one does.
    """
    found: dict[str, int] = {}
    for span in sorted(gaps, key=lambda span: -len(span.text)):
        if span.text not in found:
            text, found[span.text] = re.subn(_without_brackets(span), "", text)
    return found


def _without_brackets(span: Span) -> str:
    """The pattern of what a gap says, with its brackets or without them."""
    return f"{_OPEN}?{_MARK}[{_COLONS}]{re.escape(label(span))}{_CLOSE}?"
