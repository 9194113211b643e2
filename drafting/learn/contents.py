"""A table of contents before a speech: lines with page numbers whose headings come again further on."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.chinese.patterns import pattern
from drafting.i18n import _
from drafting.learn.cleaning import Report
from drafting.learn.model import Line

_HEADING = pattern("^[【\\[]?目[\\s\u3000]*[录次][】\\]]?$")
# What leads from a heading to its page: 一、修路……………3
_PAGE = pattern(r"(?:[\s\u3000]*[…·・.．\-—_]{2,}[\s\u3000]*|[\s\u3000]+)(?:第\s*)?[(（]?\d{1,3}[)）]?(?:\s*页)?$")
_LEADERS = pattern(r"[…·・.．\-—_]{2,}")
_BLANK = pattern(r"[\s\u3000]+")
_LASTS = "录次】])）页"  # what a heading of a table, or a line of it, may end with, or with a figure
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
        if count >= _FEWEST and 2 * again >= count:
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


def _entry(text: str) -> str:
    """The heading that dots lead from to its page; "" where a line is none of a table for sure."""
    match = _PAGE.search(text) if len(text) <= 2 * _LONGEST else None
    return text[: match.start()] if match and _LEADERS.search(match[0]) else ""


def _bare(text: str) -> str:
    return _BLANK.sub("", text)
