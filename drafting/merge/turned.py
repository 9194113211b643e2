"""Lists inside a paragraph whose items the hand has put into another order: both drafts are read in that order.

So they are where the draft moves an item that the hand has worked on. Every item is then held against what the hand
made of it, wherever it stands now. The numbers and the marks at the ends of items belong to the places in the list and
not to the items.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Block
from drafting.merge.finding import Cluster
from drafting.merge.groups import Group, body_of, clauses_of
from drafting.merge.model import Entry, Kind, Seen
from drafting.merge.pairing import longest_in_order
from drafting.merge.tails import closed_apart
from drafting.merge.updates import block_pairs, moved_blocks

_KNOWN = 4  # characters by which an item, or a clause of it, is known again
_LONGEST = 8  # characters of an enumerator
_FIGURES = re.compile(r"\d+(?:\.\d+)?")

Order = tuple[int, ...]
"""For each place of a paragraph's blocks, which of them stands there."""


@dataclass(frozen=True, slots=True)
class Turned:
    """Paragraphs of both drafts in the order of the hand.

    orders: of those of the base that were turned, each with the paragraph as it was. told: the items that stand
    elsewhere than the draft has them.
    """

    groups: Sequence[Group]
    now: Sequence[Group]
    orders: Mapping[int, tuple[Group, Order]]
    told: Sequence[Entry] = ()


def turned(
    groups: Sequence[Group],
    now: Sequence[Group],
    heirs: Mapping[int, int],
    clusters: Sequence[Cluster],
    edited: Sequence[Seen],
    entered: Collection[str] = (),
) -> Turned:
    """The paragraphs of base and new draft with the lists that the hand has put into another order.

    heirs: which paragraph of the new draft continues which of the base. edited: the paragraphs of the file. entered:
    keys of items that the hand has put in.
    """
    before, after = list(groups), list(now)
    orders: dict[int, tuple[Group, Order]] = {}
    told: list[Entry] = []
    for cluster in clusters:
        if len(cluster.groups) != 1 or not cluster.paragraphs:
            continue
        g = cluster.groups[0]
        h = heirs.get(g)
        if h is None or len(groups[g].blocks) < 2 or len(items_of(groups[g])) < 2:
            continue
        text = "\n".join([edited[p].text for p in cluster.paragraphs])
        if groups[g].text == text and all(block.key not in entered for block in groups[g].blocks):
            continue
        base, new = closed_apart(groups[g], now[h], text)
        order = _order(base, text)
        if order is None and not _is_worked_on(base, new, text, entered):
            continue
        if order is not None and _is_told_in_order(base, new, order):
            continue
        order = order or tuple(range(len(base.blocks)))
        orders[g] = base, order
        order_now = _order_after(base, new, order)
        before[g], after[h] = in_order(base, order), in_order(new, order_now)
        told += _told(
            after[h], order_now, {j: (order.index(i), i) for j, i in _of_base(base, new).items()}, before[g], base
        )
    return Turned(before, after, orders, told) if orders else Turned(groups, now, orders)


def in_order(group: Group, order: Order) -> Group:
    """A paragraph with its blocks in another order; numbers, and the marks at the ends, stay at their places."""
    blocks = [_at_place(group.blocks[n], group.blocks[place]) for place, n in enumerate(order)]
    bodies = [body_of(block) for block in blocks]
    last = group.last
    if last is not None:
        last = replace(blocks[-2], spans=(*blocks[-2].spans, *blocks[-1].spans))
    text = "".join([block.marker + body for block, body in zip(blocks, bodies, strict=True)])
    return Group(tuple(blocks), text, "".join(bodies), last)


def _at_place(block: Block, place: Block) -> Block:
    """A block with the number and the last mark of the one whose place it takes."""
    if block is place:
        return block
    return replace(ended(block, body_of(place)[-1:]), marker=place.marker, runs_on=place.runs_on)


def ended(block: Block, mark: str) -> Block:
    """A block with another mark at its end, if it has one there and this is one."""
    *spans, last = block.spans
    if last.text[-1:] in POINTS and mark in POINTS and mark:
        last = replace(last, text=last.text[:-1] + mark)
    return replace(block, spans=(*spans, last))


def items_of(group: Group) -> range:
    """The blocks of a paragraph that are the items of one list, one behind the other; none if there are several."""
    families = [found.family if (found := parse_marker(block.marker)) else "" for block in group.blocks]
    last = next((n for n in range(len(families) - 1, -1, -1) if families[n]), 0)
    first = last
    while first and families[first - 1] == families[last]:
        first -= 1
    alone = families.count(families[last]) == last + 1 - first and not any(families[1:first])
    return range(first, last + 1) if families[last] and alone else range(0)


def _order(group: Group, text: str) -> Order | None:
    """The blocks in the order in which they stand in a text; None if that is theirs, or not known."""
    items = items_of(group)
    found = {n: place_in(n, group, text) for n in items}
    if -1 in found.values():
        found |= _left_of(group, found, text)
    where: dict[int, int] = {}
    last = -1
    for n in items:
        last = found[n] if found[n] >= 0 else last
        where[n] = last
    if -1 in where.values():
        return None
    turned = sorted(items, key=lambda n: (where[n], n))
    if turned == list(items):
        return None
    return (*range(items.start), *turned, *range(items.stop, len(group.blocks)))


def place_in(n: int, group: Group, text: str) -> int:
    """Where an item stands in a text, by all that it says or by a clause that nothing else in the paragraph has: what
    follows the list may name it; its numbers may be others there; -1 if nowhere."""
    body = body_of(group.blocks[n]).strip(POINTS)
    others = [body_of(block) for other, block in enumerate(group.blocks) if other != n]
    for words in (body, *clauses_of(group.blocks[n])):
        if len(words) >= _KNOWN and text.count(words) == 1 and not any(words in other for other in others):
            return text.index(words)
    for words in (body, *clauses_of(group.blocks[n])):
        parts = _FIGURES.split(words)
        if len(parts) > 1 and len("".join(parts)) >= _KNOWN:
            pattern = re.compile(_FIGURES.pattern.join(map(re.escape, parts)))
            found = [one.start() for one in pattern.finditer(text)]
            if len(found) == 1 and not any(map(pattern.search, others)):
                return found[0]
    return -1


def _left_of(group: Group, found: Mapping[int, int], text: str) -> dict[int, int]:
    """Where in a text items stand of which the hand has left only some characters, behind the number of an item.

    found: where each item stands, -1 for those that are looked for.
    """
    markers = [re.escape(group.blocks[n].marker) for n in found]
    closing = "".join([body_of(block) for block in group.blocks[max(found) + 1 :]])
    numbered = re.search("(.*?)".join(markers) + "(.*)", text.removesuffix(closing), re.DOTALL)
    if numbered is None:
        return {}
    places = [numbered.span(nth) for nth in range(1, len(markers) + 1)]
    free = {start: text[start:end] for start, end in places if not any(start <= at < end for at in found.values())}
    left: dict[int, int] = {}
    for n in [n for n, at in found.items() if at < 0]:
        fitting = [start for start, rest in free.items() if _is_left_of(rest.strip(POINTS), body_of(group.blocks[n]))]
        if len(fitting) == 1:
            left[n] = fitting[0]
    return left


def _is_left_of(rest: str, body: str) -> bool:
    """Whether some characters are what is left of a text from which others were taken out."""
    waiting = iter(body)
    return bool(rest) and all(character in waiting for character in rest)


def _order_after(base: Group, new: Group, order: Order) -> Order:
    """The blocks of the new paragraph in the order of those of the base; a new one follows the one that it followed."""
    of_base = _of_base(base, new)
    items = items_of(new)
    known = sorted((j for j in items if j in of_base), key=lambda j: order.index(of_base[j]))
    for j in items:
        if j not in of_base:
            known.insert(known.index(j - 1) + 1 if j - 1 in known else 0, j)
    return (*range(items.start), *known, *range(items.stop, len(new.blocks)))


def _of_base(base: Group, new: Group) -> dict[int, int]:
    """For blocks of the new paragraph which of the base they are."""
    pairs = block_pairs(base, new)
    return {j: i for i, j in [*pairs, *moved_blocks(base, new, pairs)] if i is not None and j is not None}


def _is_told_in_order(base: Group, new: Group, order: Order) -> bool:
    """Whether the draft makes a sentence of a list and has two items in it the other way round than the hand: in a
    sentence they cannot change places, so that it stays a change by hand that they stand otherwise.
    """
    if len(items_of(new)) > 1:
        return False
    items = items_of(base)
    places = [place_in(n, base, new.core) for n in order if n in items]
    known = [place for place in places if place >= 0]
    return known != sorted(known)


def _is_worked_on(base: Group, new: Group, text: str, entered: Collection[str]) -> bool:
    """Whether the draft moves an item that the hand has changed or put in: then the order in the file stays."""
    moved = moved_blocks(base, new, block_pairs(base, new)) if base.core != new.core else []
    return not all(base.blocks[i].key not in entered and _stands(base.blocks[i], text) for i, _j in moved)


def _stands(block: Block, text: str) -> bool:
    """Whether a text has an item as it is, with its enumerator or with another one."""
    body = body_of(block).strip(POINTS)
    at = text.find(body)
    if at < 0 or text[at + len(body) : at + len(body) + 1].strip(POINTS + "\n"):
        return False
    if text[:at].endswith(block.marker):
        return True
    return any(
        (found := parse_marker(text, start)) and start + len(found.text) == at
        for start in range(max(0, at - _LONGEST), at)
    )


def _told(
    group: Group, order: Order, of_base: Mapping[int, tuple[int, int]], stands: Group, base: Group
) -> Iterator[Entry]:
    """An entry for each item that the draft has elsewhere: as few as will do, and rather the short ones.

    of_base: for blocks of the new paragraph where those of the base stand, and where they stood. stands: the base in
    the order of the hand.
    """
    stayed = longest_in_order(order, [len(block.text) for block in group.blocks])
    for place, block in enumerate(group.blocks):
        if place not in stayed:
            at, was = of_base.get(order[place], (-1, -1))
            words = body_of(stands.blocks[at]) if at >= 0 else body_of(block)
            now, before = (stands.blocks[at].marker, base.blocks[was].marker) if at >= 0 else (block.marker,) * 2
            yield Entry(Kind.KEPT, block.key, now + words, before + words)
