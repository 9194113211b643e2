"""The lists of a speech, and their items: walked from the outside to the inside, and what heads an item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.learning.passages import Element, Listing, Passage, head_of


def listings(tree: Sequence[Element], above: str = "") -> Iterator[tuple[Listing, str]]:
    """All lists, the outer before those in them, each with what is said above it."""
    before = ""
    for element in tree:
        if isinstance(element, Listing):
            yield element, f"{above}\n{before}"
        for passage in element.entries if isinstance(element, Listing) else (element,):
            yield from listings(passage.below, passage.body)
        before = "" if isinstance(element, Listing) else element.body


def outer_items(tree: Sequence[Element]) -> Iterator[Passage]:
    """The items of the outermost lists."""
    for element in tree:
        if isinstance(element, Listing):
            yield from element.items
        elif element.block.marker:
            yield element


def entries_below(item: Passage) -> list[Passage]:
    """The items of the lists right below a part."""
    return [entry for element in item.below if isinstance(element, Listing) for entry in element.items]


def lead_of(item: Passage) -> str:
    """The heading of an item; "" for none."""
    head = head_of(item)
    return head.line or head.lead
