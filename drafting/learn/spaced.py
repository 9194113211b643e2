"""A text whose characters all stand apart, as some converters and scanners write it: 同 志 们 ：

One blank between two characters is noise there; of several the inner ones were in the text before.
"""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.model import Line

_GAP = pattern(r"\s+")
_APART = 0.8  # of the characters of such a line
_MOST = 0.5  # of the characters of the file stand in such lines
_FEWEST = 2  # characters
_TOLD = 1000


def put_together(lines: list[Line], report: Report) -> list[Line]:
    """The lines with their characters together, where most of the file is written apart; otherwise as they are."""
    apart = [_is_apart(line.text) for line in lines]
    length = sum([len(line.text) for line in lines])
    if sum([len(line.text) for line, is_apart in zip(lines, apart, strict=True) if is_apart]) <= _MOST * length:
        return lines
    together = [
        line._replace(text=_GAP.sub(lambda gap: gap[0][1:-1] or gap[0][1:], line.text)) if is_apart else line
        for line, is_apart in zip(lines, apart, strict=True)
    ]
    noise = length - sum([len(line.text) for line in together])
    report.remove(" " * min(noise, _TOLD), _("blanks between characters that belong together"))
    return together


def _is_apart(text: str) -> bool:
    """Whether blanks stand between nearly all characters of a line."""
    if " " not in text and "\u3000" not in text and "\xa0" not in text:
        return False
    pieces = text.split()
    length = sum(map(len, pieces))
    return length >= _FEWEST and len(pieces) >= _APART * length
