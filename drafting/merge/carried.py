"""Items that the hand has taken out of their paragraph: deleted, or put into another one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Block
from drafting.merge.differences import differences
from drafting.merge.ground import Place
from drafting.merge.groups import Group, body_of
from drafting.merge.lists import Ref
from drafting.merge.model import Clash, Entry, Kind
from drafting.merge.outcome import Patch
from drafting.merge.pairing import grams, likeness
from drafting.merge.pieces import Piece, pieces_of
from drafting.merge.sides import Sides, Weighed
from drafting.merge.tokens import is_value

KNOWN = 8  # characters by which an item, or a sentence of it, is known again anywhere in the file
_LEAST = 0.4  # likeness of a sentence and what has become of it
_SENTENCE = re.compile("[^。；！？]+")


def carried_off(sides: Sides, weighed: Weighed, old: Ref, block: Block, paragraphs: Collection[int]) -> Iterator[Entry]:
    """What is told of a block that is gone from its paragraphs. If its words, or a sentence of them, stand in
    another one, that is not deleted: it stays there, with the values that the draft has now; where that has other
    words for it, that is a conflict. What is left of the block is told where the draft has changed it.

    old: the block in the base. block: in the new draft. paragraphs: of the file, in which it stood.
    """
    g, i = old
    before, after = (body_of(one).strip(POINTS) for one in (sides.base[g].blocks[i], block))
    if (found := stands_elsewhere(sides, g, before)) and found[0] not in paragraphs:
        yield _told(sides, weighed, old, block, found, before, after)
        return
    now = [sentence.strip(POINTS) for sentence in _SENTENCE.findall(after)]
    told: list[Entry] = []
    lost: list[Entry] = []
    for sentence in _SENTENCE.findall(before):
        was = sentence.strip(POINTS)
        wanted = _counterpart(was, now)
        if len(was) < len(before) and (found := stands_elsewhere(sides, g, was)):
            told.append(_told(sides, weighed, old, block, found, was, wanted))
        elif wanted != was:
            lost.append(Entry(Kind.DELETED_BY_HAND, block.key, wanted, was))
    yield from (*told, *lost) if told else (Entry(Kind.DELETED_BY_HAND, block.key, block.text),)


def is_carried(sides: Sides, old: Ref, paragraphs: Collection[int]) -> bool:
    """Whether all that a block of the base says stands in another paragraph of the file. paragraphs: where it stood."""
    found = stands_elsewhere(sides, old[0], body_of(sides.base[old[0]].blocks[old[1]]).strip(POINTS))
    return found is not None and found[0] not in paragraphs


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


def _told(sides: Sides, weighed: Weighed, old: Ref, block: Block, found: tuple[int, int], was: str, now: str) -> Entry:
    """An entry for words that stand elsewhere. Where the draft has only other values in them, these come in there; if
    it has other words for them, there is a clash."""
    p, at = found
    patches = list(_values(sides, old, block, found, was, now)) if was != now else []
    weighed.following += patches
    if was == now or patches:
        return Entry(Kind.KEPT, block.key, was, was)
    weighed.outcome.clashes.append((p, Clash(block.key, at, at + len(was), now, was, by_hand=False)))
    return Entry(Kind.CONFLICT, block.key, now, was, by_hand=False)


def _values(sides: Sides, old: Ref, block: Block, found: tuple[int, int], was: str, now: str) -> Iterator[Patch]:
    """The values in which some words of a block differ from what they have become, each where it stands in the file;
    none if anything else differs."""
    (g, i), (p, at) = old, found
    before = _of_words([piece for piece in pieces_of(sides.base[g], sides.words) if piece.block == i], was)
    after = _of_words(pieces_of(Group((block,), block.text, body_of(block)), sides.words), now)
    edits = differences([piece.text for piece in before], [piece.text for piece in after])
    if any(e.end - e.start != 1 or e.new_end - e.new_start != 1 or not is_value(before[e.start].text) for e in edits):
        return
    for edit in edits:
        start = at + len("".join([piece.text for piece in before[: edit.start]]))
        value, piece = before[edit.start].text, after[edit.new_start]
        entry = Entry(Kind.UPDATED, block.key, piece.text, value, piece.span.path if piece.span else "")
        yield Patch(Place(p, start, start + len(value)), [piece], -1, entry)


def _of_words(pieces: Sequence[Piece], words: str) -> list[Piece]:
    """The pieces of a block that some of its words are; none if they do not begin and end with a piece."""
    ends = list(accumulate([len(piece.text) for piece in pieces], initial=0))
    start = "".join([piece.text for piece in pieces]).find(words)
    if start < 0 or start not in ends or start + len(words) not in ends:
        return []
    return list(pieces[ends.index(start) : ends.index(start + len(words))])
