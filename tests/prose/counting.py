"""The lists of a draft, and the numbers that announce them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.numerals import from_chinese
from drafting.draft import Draft, Source, Span

LAST = "最后"


@dataclass
class Listing:
    """A list. items: where in the draft its items stand; tables: paths of the answers whose entries they are."""

    level: int
    items: list[int] = field(default_factory=list)
    tables: set[str] = field(default_factory=set)

    @property
    def start(self) -> int:
        return self.items[0]


def listings(draft: Draft) -> list[Listing]:
    """The lists of a draft, in the order in which they begin."""
    found: list[Listing] = []
    open_lists: dict[int, Listing] = {}
    for place, block in enumerate(draft.blocks):
        open_lists = {level: listing for level, listing in open_lists.items() if level <= block.level}
        if not block.marker:
            continue
        marker = parse_marker(block.marker)
        assert marker is not None, block.marker
        if block.level not in open_lists or (marker.number == 1 and not block.marker.startswith(LAST)):
            open_lists[block.level] = Listing(block.level)
            found.append(open_lists[block.level])
        open_lists[block.level].items.append(place)
        open_lists[block.level].tables |= tables(block.spans)
    return found


def tables(spans: tuple[Span, ...]) -> set[str]:
    """The lists and tables that spans show entries of: `tasks`, and `tasks[2].measures` within it."""
    return {path[: found.start()] for span in spans for path in span.path.split() for found in re.finditer(r"\[", path)}


def lonely_faults(draft: Draft) -> list[str]:
    """Items that carry a marker and are alone in their list."""
    return [draft.blocks[one.start].text[:20] for one in listings(draft) if len(one.items) == 1]


def count_faults(draft: Draft) -> list[str]:
    """Numbers counted by the program that are not the size of what they announce or take up again.

    A number is that of the list that begins next; of the last one that began at some level before; or of the points
    of the whole speech. One that counts an answer stands beside the entries of that answer; right before a list, it
    counts that list. There are never none.
    """
    lists = listings(draft)
    points = {len(one.items) for one in lists if one.level == 1}
    faults = []
    for place, block in enumerate(draft.blocks):
        following = [one for one in lists if one.start > place][:1]
        begun = {one.level: one for one in lists if one.start <= place}
        near = [*following, *begun.values()]
        numbers = [span for span in block.spans if span.source is Source.COUNT and span.path]
        ahead = [one for one in following if one.start == place + 1 and not block.marker]
        several = any(counted_number(span.text) > 1 for span in numbers)
        if ahead and several and not any(span.path in ahead[0].tables for span in numbers):
            faults.append(f"{numbers[0].text} ({numbers[0].path}) in {block.key}, before another list: {block.text}")
        beside = tables(
            tuple(span for near_by in draft.blocks[max(place - 1, 0) : place + 2] for span in near_by.spans)
        )
        for span in block.spans:
            if span.source is not Source.COUNT:
                continue
            number = counted_number(span.text)
            if span.path:
                right = number == 1 or span.path in beside or any(span.path in one.tables for one in near)
            else:
                right = number == 1 or number in points or number in {len(one.items) for one in near}
            if not number or not right:
                faults.append(f"{span.text} ({span.path or 'counted'}) in {block.key}: {block.text}")
    return faults


def counted_number(text: str) -> int:
    """The number at the head of 两点, 十二项 or 3."""
    head = re.match("[零一二两三四五六七八九十百]+|[0-9]+", text)
    assert head is not None, text
    return 2 if head.group() == "两" else int(from_chinese(head.group()))
