"""Paragraphs that the draft has moved and that the hand has moved elsewhere: they stay, and a remark says so."""

from __future__ import annotations

from dataclasses import replace

from drafting.chinese.enumerators import parse_marker
from drafting.merge.arrange import Arrangement
from drafting.merge.model import HEAD, Clash
from drafting.merge.sides import Sides, Weighed

_SHORTEST = 4  # characters of a sentence that names a paragraph


def with_disputed(sides: Sides, weighed: Weighed, arrangement: Arrangement) -> Arrangement:
    """The order, disputed what does not stand there behind what it should; a few words of each get a remark."""
    if not arrangement.disputed:
        return arrangement
    continued, disputed = set(sides.heirs.values()), []
    at = {p: h for h, places in weighed.places.items() for p in places}
    order = [at.get(slot.seen, slot.new) for slot in arrangement.slots]
    for h in arrangement.disputed:
        before = max((other for other in weighed.places if other < h and other in continued), default=-1)
        here = order.index(h) if h in order else 0
        if here and next((other for other in reversed(order[:here]) if other not in (-1, h)), -1) == before:
            continue
        disputed.append(h)
        p, block = weighed.places[h][0], sides.new[h].blocks[0]
        found = parse_marker(sides.seen[p].text) if block.marker else None
        start = len(found.text) if found else 0
        end = min(start + HEAD, len(sides.seen[p].text))
        alone = not any(p in places for other, places in weighed.places.items() if other != h)
        if alone and before >= 0 and start < end:
            clash = Clash(block.key, start, end, head_of(sides.new[before].core), "", moved=True)
            weighed.outcome.clashes.append((p, clash))
    return replace(arrangement, disputed=disputed)


def head_of(text: str) -> str:
    """How a paragraph begins: its first sentence, or some characters of it."""
    return next((text[:at] for at in range(_SHORTEST, HEAD) if text[at : at + 1] in (*"。；：！？",)), text[:HEAD])
