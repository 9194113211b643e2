"""A table of contents before a speech: lines with page numbers whose headings come again further on.

Under a heading of its own (目录) it needs no page numbers, and where the head of the speech follows, no repetition.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.patterns import pattern
from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.headlines import is_salutation, is_title
from drafting.learn.model import Line

_HEADING = pattern(
    "^[【\\[]?(?:(?:本文)?目[\\s\u3000]*[录次](?:[/／、](?:提纲|大纲))?|(?:讲话|写作|文章)?(?:提纲|大纲)[/／、]目录)[】\\]]?[:：]?[\\s….·]*$"
)
# What leads from a heading to its page: 一、修路……………3
_PAGE = pattern(r"(?:[\s\u3000]*[…·・.．\-—_]{2,}[\s\u3000]*|[\s\u3000]+)(?:第\s*)?[(（]?\d{1,3}[)）]?(?:\s*页)?$")
_LEADERS = pattern(r"[…·・.．\-—_]{2,}")
_BLANK = pattern(r"[\s\u3000]+")
_LASTS = "录次】])）页纲：:…."  # what a heading of a table, or a line of it, may end with, or with a figure
_DOTS = pattern(r"[…·.．\s]+")
_FEWEST = 2
_LONGEST = 60  # characters of a heading
_FIRST = 300  # lines in which a table is looked for


def take_out(lines: list[Line], report: Report) -> list[Line]:
    """The lines without their table of contents; one whose headings do not come again is left as it is."""
    starts = [
        at
        for at, (text, *_rest) in enumerate(lines[:_FIRST])
        if (text[-1] in _LASTS or text[-1].isdecimal()) and (_HEADING.match(text) or _entry(text))
    ]
    if not starts:
        return lines
    heads = ["\n" + _bare(line.text[: 2 * _LONGEST]) for line in lines]
    done = 0
    for start in starts:
        if start < done:
            continue
        titled = _HEADING.match(lines[start].text) is not None
        end, again = _end(lines, heads, start + titled, titled)
        count = end - start - titled
        before = _before_the_head(lines, start + 1) if titled else 0
        end = max(end, before)
        if before or (count >= _FEWEST and 2 * again >= count):
            for line in lines[start:end]:
                report.remove(line.text, _("a table of contents"))
            return lines[:start] + lines[end:]
        done = end
    return lines


def _end(lines: Sequence[Line], heads: Sequence[str], first: int, titled: bool) -> tuple[int, int]:
    """Behind the last line of a table, and how many of its headings come again; below 目录 they need no pages."""
    end, again = first, 0
    behind = "".join(heads)
    offset = sum(map(len, heads[:first]))
    for at in range(first, min(len(lines), _FIRST)):
        offset += len(heads[at])
        text = lines[at].text[: 2 * _LONGEST]
        entry = _entry(text)
        heading = _bare(entry or _PAGE.sub("", text))
        comes_again = 0 < len(heading) <= _LONGEST and behind.find("\n" + heading, offset) >= 0
        if not entry and not (titled and comes_again):
            break
        end, again = at + 1, again + comes_again
    return end, again


def _before_the_head(lines: Sequence[Line], first: int) -> int:
    """Where the head of the speech begins behind numbered headings and nothing else; 0 if it does not."""
    headings = 0
    for at in range(first, min(len(lines), _FIRST)):
        text = lines[at].text
        if is_salutation(text) or is_title(text):
            return at if headings >= _FEWEST else 0
        is_heading = len(text) <= _LONGEST and "。" not in text and parse_marker(text) is not None
        if not is_heading and not _DOTS.fullmatch(text):
            return 0
        headings += is_heading
    return 0


def _entry(text: str) -> str:
    """The heading that dots lead from to its page; "" where a line is none of a table for sure."""
    match = _PAGE.search(text) if len(text) <= 2 * _LONGEST else None
    return text[: match.start()] if match and _LEADERS.search(match[0]) else ""


def _bare(text: str) -> str:
    return _BLANK.sub("", text)
