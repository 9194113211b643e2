"""What stands in one place of a speech in its several editions, and what the questions about it are named by."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from drafting.chinese.enumerators import Style
from drafting.draft import Block, Move, Role
from drafting.errors import shortened
from drafting.learning.asking import MOVES
from drafting.learning.likeness import aligned, likeness, text_likeness
from drafting.learning.passages import Element, Head, Listing, Passage, head_of

T = TypeVar("T")
Row = Mapping[int, T]
"""What stands in one place of the speech, by edition; editions without it are left out."""

CLAUSES = re.compile("[，。；：！？,;:!?]")
_SENTENCE_ENDS = re.compile("[。；：！？;:!?]")
GROUP = 32  # characters of a heading that names a group of questions


def in_step(editions: Row[Sequence[T]]) -> list[dict[int, T]]:
    """The rows of elements that stand for each other in the editions."""
    numbers = sorted(editions)
    like: Any = likeness
    rows = aligned([editions[number] for number in numbers], like)
    return [
        {number: element for number, element in zip(numbers, row, strict=True) if element is not None} for row in rows
    ]


def alike(rows: Sequence[Row[Element]], editions: int) -> float:
    """How much the editions have in common: from 0 to 1, the likeness of what stands for each other in all of them."""
    whole = common = 0.0
    for row in rows:
        texts = ["".join([block.text for block in element.walk()]) for element in row.values()]
        length = sum(map(len, texts))
        whole += length
        if len(texts) == editions:
            common += length * min([text_likeness(texts[0], text) for text in texts])
    return common / whole if whole else 1.0


def group_of(row: Mapping[int, Any], under: Block | None = None) -> str:
    """What the questions of an element are about: the heading of an item, the kind of passage else.

    under: the heading without a number that it stands below.
    """
    element: Element = newest(row)
    block = next(element.walk())
    head = head_of(element) if isinstance(element, Passage) else Head()
    if block.marker and isinstance(element, Passage):
        first = head.line or CLAUSES.split(head.lead or head.rest)[0]
        return block.marker + shortened(first, GROUP)
    return shortened(under.text, GROUP) if under else MOVES[block.move]


def heading_over(row: Mapping[int, Any], before: Block | None) -> Block | None:
    """The heading without a number that an element is or stands below. before: that of the element before."""
    element: Element = newest(row)
    block = next(element.walk())
    if isinstance(element, Passage) and block.is_heading and not block.marker:
        return block
    if before is None or block.level < before.level or block.move is Move.CLOSING:
        return None
    return before if isinstance(element, Listing) or block.role is Role.PARAGRAPH else None


def announced(passage: Passage, *, always: bool = False) -> str:
    """The clause before the colon with which a passage ends; "" for one that ends otherwise.

    always: then its first clause, to tell the list behind it from those before.
    """
    text = passage.block.text
    if text[-1:] in ("：", ":"):
        return CLAUSES.split(text[:-1])[-1][:GROUP]
    return CLAUSES.split(text)[0][:GROUP] if always else ""


def called(passage: Passage) -> str:
    """What an item without a heading is called by: its first sentence, or as much of it as a heading may have."""
    if not passage.block.marker:
        return ""
    first = _SENTENCE_ENDS.split(passage.body)[0].strip()
    return first if len(first) <= GROUP else CLAUSES.split(first)[0][:GROUP]


def newest(row: Row[T]) -> T:
    """What stands in the latest edition that has it: it gives questions their names."""
    return row[max(row)]


def style_of_all(listings: Sequence[Listing]) -> Style | None:
    """The style that makes the markers of all lists, of the longest where they differ; None where none does."""
    longest = max(listings, key=lambda listing: len(listing.items))
    style = longest.style
    for listing in listings:
        markers = [item.block.marker for item in listing.items]
        if style is None or [style.marker(number, len(markers)) for number in range(1, len(markers) + 1)] != markers:
            return None
    return style
