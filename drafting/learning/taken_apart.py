"""An item of a list taken apart into the cells of a row: heading, text, details and what closes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from drafting.chinese.enumerators import Style
from drafting.draft import Block, Span
from drafting.learning.asking import comes_back
from drafting.learning.passages import Head, Listing, Passage, head_of

LEAD = 30
"""Characters of a sentence that is all a row says."""


@dataclass(frozen=True, slots=True)
class Row:
    """One item taken apart.

    heading: its lead, or its first line where that stands alone (own_line). text: what follows. details: the list below
    it, of that style; inline: they stand in one paragraph; apart: it begins with them; blank: what stands between their
    markers and texts. tail: what stands behind them; tail_runs_on: in the paragraph of the last.
    """

    heading: str
    text: str
    details: tuple[str, ...] = ()
    tail: str = ""
    own_line: bool = False
    style: Style | None = None
    inline: bool = False
    apart: bool = False
    tail_runs_on: bool = False
    blank: str = ""


class _Below(NamedTuple):
    """What stands below an item: paragraphs, one list, and paragraphs behind that."""

    above: Sequence[str]
    details: Listing | None
    tail: Sequence[Block]


def is_first_line(item: Passage) -> bool:
    """Whether an item is a short sentence on a line of its own, and its text stands in the next: （一）抓排查。"""
    body = item.body.strip()
    below = item.below[0] if item.below else None
    if not isinstance(below, Passage) or below.block.marker or below.block.runs_on:
        return False
    return head_of(item) == Head(rest=item.body) and 1 < len(body) <= LEAD and body.find("。") == len(body) - 1


def row_of(item: Passage, first_line: bool) -> Row | None:
    """An item as a row; None if more stands below it than a row can hold. first_line: whether that is its heading."""
    head = Head(line=item.body) if first_line else head_of(item)
    speaks_of_else = any(block.move is not item.block.move and not block.marker for block in item.walk())
    below = None if (item.block.runs_on and head.line) or speaks_of_else else _below(item)
    if below is None:
        return None
    heading = head.line or head.lead
    text = "\n".join([head.rest, *below.above] if head.rest else below.above)
    row = Row(
        heading=heading,
        text=text,
        tail="\n".join([block.text for block in below.tail]),
        own_line=bool(head.line),
        tail_runs_on=bool(below.tail) and below.tail[0].runs_on,
    )
    detailed = row if below.details is None else _with_details(row, below.details)
    return detailed if detailed is not None and (heading or text) and _comes_back(detailed) else None


def _below(item: Passage) -> _Below | None:
    """What stands below an item; None for more than one list, or paragraphs that run on before it."""
    above: list[str] = []
    details: Listing | None = None
    tail: list[Block] = []
    for element in item.below:
        if isinstance(element, Listing):
            if details is not None or element.style is None or not element.unbroken:
                return None
            details = element
        elif element.block.runs_on and (details is None or tail):
            return None
        elif details is None:
            above.append(element.block.text)
        else:
            tail.append(element.block)
    return _Below(above, details, tail)


def _with_details(row: Row, details: Listing) -> Row | None:
    """A row with the list below it; None where the entries hold more than text, or some run on and some do not."""
    behind_heading = row.own_line and not row.text
    inline = _is_inline(details, behind_heading)
    if not inline and any(entry.block.runs_on for entry in details.items):
        return None
    blank = blank_of(details.items)
    entries = [_leaf(without_blank(entry, blank)) for entry in details.items]
    return (
        None
        if None in entries
        else replace(
            row,
            details=tuple([entry for entry in entries if entry]),
            style=details.style,
            inline=inline,
            apart=inline and not (details.items[0].block.runs_on or behind_heading),
            blank=blank,
        )
    )


def _comes_back(row: Row) -> bool:
    """Whether each cell is read from a facts file as it was written."""
    several = [cell for cell in (row.text, *row.details, row.tail) if cell]
    return (not row.heading or comes_back(row.heading, several=False)) and all(
        comes_back(cell, several=True) for cell in several
    )


def blank_of(items: Sequence[Passage]) -> str:
    """What stands between all the markers and their texts, as word processors put it there: 1. 修路"""
    blanks = {item.body[: len(item.body) - len(item.body.lstrip())] for item in items}
    return blanks.pop() if len(blanks) == 1 else ""


def without_blank(item: Passage, blank: str) -> Passage:
    """An item without the blank behind its marker."""
    first, *others = item.block.spans or (Span(""),)
    if not blank or not first.text.startswith(blank):
        return item
    spans = (replace(first, text=first.text[len(blank) :]), *others)
    return replace(item, block=replace(item.block, spans=spans))


def _leaf(entry: Passage) -> str | None:
    """An item that contains nothing but paragraphs; None for one that contains more."""
    lines = [entry.body]
    for element in entry.below:
        if isinstance(element, Listing) or element.block.runs_on:
            return None
        lines.append(element.block.text)
    return "\n".join(lines) if all(lines) else None


def _is_inline(details: Listing, behind_heading: bool) -> bool:
    """Whether the details stand in one paragraph, be it one of their own."""
    flags = [item.block.runs_on for item in details.items]
    return all(flags[1:]) and (flags[0] or behind_heading or len(flags) > 1)
