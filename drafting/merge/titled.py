"""Items of the draft of which the hand has put in the title already: what the facts say of them comes in behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from drafting.chinese.enumerators import without_marker
from drafting.chinese.punctuation import is_point
from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Block, Span
from drafting.merge.glue import glued
from drafting.merge.ground import Place
from drafting.merge.groups import Group, body_of, heading_of
from drafting.merge.lists import Item
from drafting.merge.model import Entry, Kind
from drafting.merge.outcome import Patch
from drafting.merge.pieces import Piece
from drafting.merge.sections import opens
from drafting.merge.sides import Sides

_POINTS = re.compile(f"[{re.escape(POINTS)}\n]+")
_SHORTEST = 4  # characters of a title by which an item is known
_SHORTEST_CLAUSE = 6  # the same for the first clause of an item that has no title


def titled(sides: Sides, coming: Sequence[int], own: Collection[int]) -> Iterator[tuple[int, int, Patch | None]]:
    """The paragraphs of the new draft whose title a paragraph by hand has, and what comes in behind that; None where
    the hand says something of its own there.

    coming: paragraphs that would come in. own: those of the file that are the hand's own. A title that the base has
    too, or that stands twice, is a copy and tells nothing.
    """
    titles = {h: title for h in coming if (title := _title(sides.new[h]))} if own else {}
    if not titles:
        return
    times = Counter([*titles.values(), *map(_title, sides.base)])
    texts = {p: without_marker(sides.seen[p].text).strip() for p in own}
    for h, title in titles.items():
        here = [p for p, text in texts.items() if text.startswith(title) and _ends(text, title)]
        if times[title] > 1 or len(here) != 1:
            continue
        p = here[0]
        is_alone = not texts[p][len(title) :].strip(POINTS)
        if is_alone and not _goes_on(sides, p, own):
            yield h, p, _body(sides, h, p)
        elif sides.new[h].blocks[0].heading:
            yield h, p, None


def begun_alike(coming: Mapping[int, str], own: Mapping[int, str], base: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Which of the items that come into a line the hand has put in already, with the same first clause, or no more than
    that, each with that by hand.

    own: what the hand has put in. base: what stood there before; what begins as that is none of them.
    """
    ours, by_hand = ({n: _first(text) for n, text in texts.items()} for texts in (coming, own))
    times = [Counter([*found, *map(_first, base)]) for found in (ours.values(), by_hand.values())]
    for h, clause in ours.items():
        if len(clause) >= _SHORTEST_CLAUSE and all(one[clause] == 1 for one in times):
            yield h, next(n for n, other in by_hand.items() if other == clause)


def title_alone(block: Block, words: str) -> Block:
    """An item without what stands behind its first clause, where the hand has put in no more than that."""
    title = words.strip(POINTS + "\n")
    if title != _first(body_of(block)) or body_of(block).strip(POINTS) == title:
        return block
    spans, left = list[Span](), len(title) + 1
    for span in block.spans:
        if left > 0:
            spans.append(replace(span, text=span.text[:left]))
        left -= len(span.text)
    return replace(block, spans=tuple(spans), heading=min(block.heading, len(spans)))


def items_behind(patch: Patch) -> Iterator[tuple[int, Item]]:
    """What is enumerated in what comes in, and where."""
    for piece in patch.pieces:
        if piece.span is None:
            yield patch.place.start, Item(None, (patch.new, piece.block), None, piece.text, patch)


def _title(group: Group) -> str:
    """The title that is run in before the words of a paragraph, or the first clause of an item; "" for none."""
    first = group.blocks[0]
    if 0 < first.heading < len(first.spans):
        title, least = heading_of(first).strip(POINTS), _SHORTEST
    else:
        is_item = first.marker and not first.heading
        title, least = _first(body_of(first)) if is_item else "", _SHORTEST_CLAUSE
    return title if len(title) >= least else ""


def _first(text: str) -> str:
    """The first clause of a text."""
    return next(filter(None, _POINTS.split(text)), "")


def _ends(text: str, title: str) -> bool:
    """Whether a text that begins with a title has it whole."""
    return len(text) == len(title) or is_point(text[len(title)])


def _goes_on(sides: Sides, p: int, own: Collection[int]) -> bool:
    """Whether the hand has written on below a title."""
    behind = p + 1
    while behind in own and not sides.seen[behind].text.strip():
        behind += 1
    return behind in own and not opens(sides.seen[behind].text)


def _body(sides: Sides, h: int, p: int) -> Patch | None:
    """What comes in behind a title that stands alone; None where it does not go on from that."""
    group, text = sides.new[h], sides.seen[p].text.rstrip()
    first = group.blocks[0]
    mark = heading_of(first)[len(heading_of(first).rstrip(POINTS)) :]
    pieces = [Piece(span.text, 0, span, nth) for nth, span in enumerate(first.spans[first.heading :], first.heading)]
    for number, block in enumerate(group.blocks[1:], 1):
        pieces += [Piece(block.marker, number, None)] if block.marker else []
        pieces += [Piece(span.text, number, span, nth) for nth, span in enumerate(block.spans)]
    if mark and not is_point(text[-1]):
        title = first.spans[first.heading - 1]
        pieces.insert(0, Piece(mark, 0, title, first.heading - 1))
    begins = "".join([piece.text for piece in pieces])[:1]
    if not first.heading or sides.seen[p].fixed or not begins or is_point(text[-1]) == is_point(begins):
        return None
    patch = Patch(Place(p, len(text), len(text)), pieces, h)
    if glued(text, [patch], [text, group.text]):
        return None
    path = next((piece.span.path for piece in pieces if piece.span and piece.span.path), "")
    patch.entry = Entry(Kind.UPDATED, group.key, patch.text, path=path)
    return patch
