"""Items that the hand has taken out of their paragraph: deleted, or put into another one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Block
from drafting.merge.groups import body_of
from drafting.merge.lists import Ref
from drafting.merge.model import Clash, Entry, Kind
from drafting.merge.pairing import grams, likeness
from drafting.merge.sides import Sides, Weighed

KNOWN = 8  # characters by which an item, or a sentence of it, is known again anywhere in the file
_LEAST = 0.4  # likeness of a sentence and what has become of it
_SENTENCE = re.compile("[^。；！？]+")


def carried_off(sides: Sides, weighed: Weighed, old: Ref, block: Block, paragraphs: Collection[int]) -> Iterator[Entry]:
    """What is told of a block that is gone from its paragraphs. If its words, or a sentence of them, stand in
    another one, that is not deleted: it stays there; where the draft now has other words for it, that is a conflict.
    What is left of the block is told where the draft has changed it.

    old: the block in the base. block: in the new draft. paragraphs: of the file, in which it stood.
    """
    g, i = old
    before, after = (body_of(one).strip(POINTS) for one in (sides.base[g].blocks[i], block))
    if (found := stands_elsewhere(sides, g, before)) and found[0] not in paragraphs:
        yield _told(weighed, block, found, before, after)
        return
    now = [sentence.strip(POINTS) for sentence in _SENTENCE.findall(after)]
    told: list[Entry] = []
    lost: list[Entry] = []
    for sentence in _SENTENCE.findall(before):
        was = sentence.strip(POINTS)
        wanted = _counterpart(was, now)
        if len(was) < len(before) and (found := stands_elsewhere(sides, g, was)):
            told.append(_told(weighed, block, found, was, wanted))
        elif wanted != was:
            lost.append(Entry(Kind.DELETED_BY_HAND, block.key, wanted, was))
    yield from (*told, *lost) if told else (Entry(Kind.DELETED_BY_HAND, block.key, block.text),)


def stands_elsewhere(sides: Sides, g: int, words: str, least: int = KNOWN) -> tuple[int, int] | None:
    """The paragraph, and the place in it, where some words of paragraph `g` of the base stand, if it is just one and
    no other paragraph of the base has them. least: characters that they must have."""
    found = [(p, seen.text.index(words)) for p, seen in enumerate(sides.seen) if words in seen.text]
    elsewhere = any(words in group.text for n, group in enumerate(sides.base) if n != g)
    return found[0] if len(words) >= least and len(found) == 1 and not elsewhere else None


def _counterpart(was: str, now: Sequence[str]) -> str:
    """What a sentence has become, "" if it is not there any more."""
    best = max(now, key=lambda one: likeness(grams(was), grams(one)), default="")
    return best if likeness(grams(was), grams(best)) >= _LEAST else ""


def _told(weighed: Weighed, block: Block, found: tuple[int, int], was: str, now: str) -> Entry:
    """An entry for words that stand elsewhere, with a clash there if the draft has others for them."""
    p, at = found
    if was == now:
        return Entry(Kind.KEPT, block.key, was, was)
    weighed.outcome.clashes.append((p, Clash(block.key, at, at + len(was), now, was, by_hand=False)))
    return Entry(Kind.CONFLICT, block.key, now, was, by_hand=False)
