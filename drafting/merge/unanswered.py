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
_BRACKETS = _EDGES + "（）()[]〔〕"
_WAITS = re.compile(
    "(?:还|尚|暂)?(?:待|未|没)(?:定|补|核|报|查|确定|确认|补充|核实|核对|落实|提供|明确)|不详|暂[无缺]|[?？]+"
)
_ASKS = re.compile("问(?!题)|请(?!示)|待(?!遇)|尚|暂|再[核问定议查]|需[核问再]")  # somebody else: 问县府办


def bare_answer(text: str, span: Span) -> str:
    """What somebody has answered in the place of a gap, without what is left of the gap itself; "" for nothing.

    A note is no answer: 【待补：总目标，问县府办】, 待定. text: what stands there. span: of the draft; where that is no
    gap, the text is given back.
    """
    if span.source is not Source.MISSING:
        return text
    behind, typed = _typed(text, span)
    if _WAITS.fullmatch(typed.strip(_BRACKETS)):
        return ""
    if not text.strip().removeprefix(_OPEN).startswith(_MARK):
        return text
    if behind.startswith((*_COLONS, " ", "\u3000")):
        return typed
    return "" if behind.startswith(tuple(_BRACKETS)) or _ASKS.match(typed) else typed


def is_noted(text: str, span: Span) -> bool:
    """Whether somebody has written something in the place of a gap that is no answer."""
    return bool(_typed(text, span)[1]) and not bare_answer(text, span)


def _typed(text: str, span: Span) -> tuple[str, str]:
    """What stands in the place of a gap behind the words of its question, and what somebody has typed there at all."""
    said = text.strip().strip("（()）").removeprefix(_OPEN)
    inner = said.removeprefix(_MARK).removesuffix(_CLOSE).strip(_EDGES)
    question = label(span)
    behind = inner.removeprefix(question) if inner.startswith(question) else ""
    return behind, behind.strip(_EDGES) if inner.startswith(question) else inner


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
