"""What is enumerated in the file as it is, and in the file to come, in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from drafting.merge.arrange import Slot
from drafting.merge.ground import Place
from drafting.merge.lists import Item
from drafting.merge.sides import Sides, Weighed


def items_in_file(sides: Sides, weighed: Weighed) -> Iterator[Item]:
    """What is enumerated in the file as it is, in its order."""
    for p in range(len(sides.seen)):
        yield from (item for item in _sorted(weighed, p) if item.patch is None)


def _sorted(weighed: Weighed, p: int) -> list[Item]:
    """What is enumerated in a paragraph of the file; what comes in at a place stands before what is there."""
    found = weighed.items.get(p, [])
    if len(found) > 1:
        found = sorted(found, key=lambda one: (one[0], one[1].patch is None))
    return [item for _at, item in found]


def items_to_come(slots: Sequence[Slot], sides: Sides, weighed: Weighed) -> Iterator[Item]:
    """What is enumerated in the file to come, in its order."""
    out: defaultdict[int, list[Place]] = defaultdict(list)
    for patch in weighed.outcome.patches:
        out[patch.place.paragraph].append(patch.place)
    for p in _alone(slots, sides, weighed):
        for _at, item in weighed.items.get(p, ()):
            item.alone = True
    for slot in slots:
        if slot.seen < 0:
            for number, block in list(enumerate(sides.new[slot.new].blocks))[slot.blocks]:
                if block.marker:
                    yield Item(None, (slot.new, number), None, block.marker)
        elif slot.seen not in weighed.dropped:
            places = out.get(slot.seen, ())
            yield from (item for item in _sorted(weighed, slot.seen) if not _is_out(item, places))


def _alone(slots: Sequence[Slot], sides: Sides, weighed: Weighed) -> Iterator[int]:
    """The paragraphs of the hand's own behind which the draft goes on with what has no number, and had none so far."""
    drafted = {p for places in weighed.places.values() for p in places}
    if all(slot.seen < 0 or slot.seen in drafted for slot in slots):
        return
    numbered = False
    for slot in reversed(slots):
        if slot.seen < 0:
            numbered = bool(sides.new[slot.new].blocks[slot.blocks][0].marker)
        elif slot.seen in drafted:
            starts = weighed.starts.get(slot.seen)
            first = min(starts)[1] if starts else None
            stands = [item.marker for _at, item in weighed.items.get(slot.seen, ()) if item.new == first]
            numbered = bool(first and (sides.new[first[0]].blocks[first[1]].marker or any(stands)))
        elif slot.seen not in weighed.dropped and not numbered:
            yield slot.seen


def _is_out(item: Item, out: Sequence[Place]) -> bool:
    """Whether an enumerator is in a stretch that goes."""
    at = item.place
    if at is None:
        return False
    lost = item.new is not None and not item.marker  # it may get its number again before what goes
    return any(place.start + lost <= at.start < place.end for place in out)
