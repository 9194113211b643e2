"""Stretches of a speech that was read with full-width marks, with the marks that they have in it: 去年以来,全镇."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_LETTERS = re.compile(r"[^\W_]+")
# The marks of a speech as one letter each, whichever of their widths and forms they have.
_FORMS = (
    ",，､", ".。｡．", ";；", ":：", "!！", "?？", "(（", ")）", "\"“”„＂", "'‘’＇", "-—─－―–", "…", "%％", "~～",
    "<〈《", ">〉》",
)  # fmt: skip
_ONE_FORM = {ord(mark): forms[0] for forms in _FORMS for mark in forms}
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF10, 0xFF5B)}  # １２ is read as 12
_DOTS, _DASHES, _BLANKS = re.compile(r"…+|\.{2,}"), re.compile("-+"), re.compile(r"\s+")


def as_written(texts: Sequence[str], speech: str) -> Iterator[str]:
    """The texts, in the order in which they stand, to the letter as the speech has them; what it has not stays so."""
    places = [place for match in _LETTERS.finditer(speech) for place in range(*match.span())]
    letters = _letters(speech)
    done = 0
    for text in texts:
        own = _letters(text)
        at = letters.find(own, done)
        at = letters.find(own) if at < 0 else at
        if not own or at < 0 or len(letters) != len(places):
            yield text
            continue
        done = at + len(own)
        start, end = places[at], places[done - 1] + 1
        before = places[at - 1] + 1 if at else 0
        behind = places[done] if done < len(places) else len(speech)
        lead, trail = _around(text)
        yield _last_like(speech[before:start], lead) + speech[start:end] + _first_like(speech[end:behind], trail)


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text)).translate(_NARROW)


def _around(text: str) -> tuple[str, str]:
    """The marks before the first letter of a text and behind its last."""
    runs = list(_LETTERS.finditer(text))
    return text[: runs[0].start()], text[runs[-1].end() :]


def _last_like(run: str, marks: str) -> str:
    """Of the marks before a stretch those that its text begins with."""
    return next((run[at:] for at in range(len(run) + 1) if _folded(run[at:]) == _folded(marks)), "").lstrip()


def _first_like(run: str, marks: str) -> str:
    """Of the marks behind a stretch those that its text ends in."""
    return next((run[:at] for at in range(len(run), -1, -1) if _folded(run[:at]) == _folded(marks)), "").rstrip()


def _folded(marks: str) -> str:
    """Marks of any width and form as one form; a run of dots or of dashes counts as one."""
    folded = _BLANKS.sub("", _DOTS.sub("…", marks)).translate(_ONE_FORM)
    return _DASHES.sub("-", folded)
