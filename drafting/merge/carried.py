"""Items that the hand has taken out of their paragraph: deleted, or put into another one."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Block
from drafting.merge.groups import body_of
from drafting.merge.lists import Ref
from drafting.merge.model import Clash, Entry, Kind
from drafting.merge.sides import Sides, Weighed

_KNOWN = 8  # characters by which an item is known again anywhere in the file


def carried_off(sides: Sides, weighed: Weighed, old: Ref, block: Block, paragraphs: Collection[int]) -> Iterator[Entry]:
    """What is told of a block that is gone from its paragraphs. If its words stand in another one, it is not deleted:
    it stays there, and where the draft now has other words for it, that is a conflict.

    old: the block in the base. block: in the new draft. paragraphs: of the file, in which it stood.
    """
    g, i = old
    was, now = (body_of(one).strip(POINTS) for one in (sides.base[g].blocks[i], block))
    found = [(p, seen.text.index(was)) for p, seen in enumerate(sides.seen) if was in seen.text]
    elsewhere = any(was in group.text for n, group in enumerate(sides.base) if n != g)
    if len(was) < _KNOWN or len(found) != 1 or elsewhere or found[0][0] in paragraphs:
        yield Entry(Kind.DELETED_BY_HAND, block.key, block.text)
        return
    p, at = found[0]
    if was == now:
        yield Entry(Kind.KEPT, block.key, was, was)
    else:
        clash = Clash(block.key, at, at + len(was), now, was, by_hand=False)
        weighed.outcome.clashes.append((p, clash))
        yield Entry(Kind.CONFLICT, block.key, now, was, by_hand=False)
