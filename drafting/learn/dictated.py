"""What a program that writes down what is said puts between the paragraphs: who speaks, and at which minute.

发言人1 00:00 and the like stand on lines of their own and count up; an agenda has times of day, which begin later.
"""

from __future__ import annotations

from itertools import pairwise

from drafting.chinese.patterns import pattern
from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.model import Line

_STAMP = pattern(
    r"^((?:发言人|说话人|讲话人|演讲者|主讲人|Speaker)\s*[\dA-Z]{0,2}|[\u4e00-\u9fff]{2,4})?\s*[:：]?\s*"
    r"[\[（(]?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,3})?[\]）)]?$"
)
_SPEAKERS = ("发言人", "说话人", "讲话人", "演讲者", "主讲人", "Speaker")
_LONGEST = 24
_FEWEST = 2


def take_out(lines: list[Line], report: Report) -> list[Line]:
    """The lines without such stamps; as they are where there is none."""
    stamps = {}
    for at, line in enumerate(lines):
        if len(line.text) <= _LONGEST and ":" in line.text and (match := _STAMP.match(line.text)):
            stamps[at] = (match[1] or "", [int(part) for part in match.groups()[1:] if part])
    if len(stamps) < _FEWEST:
        return lines
    times = [time for _who, time in stamps.values()]
    counts_up = all(a <= b for a, b in pairwise(times) if len(a) == len(b))
    is_named = all(who.startswith(_SPEAKERS) for who, _time in stamps.values())
    if not counts_up or not (is_named or times[0][0] == 0):
        return lines
    for at in stamps:
        report.remove(lines[at].text, _("stamps of a program that writes down what is said"))
    return [line for at, line in enumerate(lines) if at not in stamps]
