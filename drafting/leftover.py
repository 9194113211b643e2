"""What the draft no longer has and what stays, for the hand worked on it: it is known again when it comes back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from drafting.draft import Block, Draft, from_data, to_data
from drafting.merge.groups import is_name
from drafting.merge.model import Seen
from drafting.merge.pairing import grams, likeness

LEFT_OVER = "left_over"  # in the state: what `left_over` gave
_DROPPED = 0.6  # likeness of a paragraph of the file and a remembered one that it is
_STILL_THERE = 0.4  # of the pairs of characters of a block: so much of it stands in one paragraph of the file

Memory = Mapping[str, Any]
"""Such blocks as plain data, each with the key of the block that it stood behind."""


def left_over(memory: Memory, kept: Collection[str], base: Draft, new: Draft) -> Memory:
    """What to remember: the blocks of `base` that stay (by keys), and those remembered that are not drafted again."""
    drafted = {block.key for block in new.blocks}
    found = {block.key: (block, behind) for block, behind in _read(memory) if block.key not in drafted}
    before = ""
    for block in base.blocks:
        if block.key in kept and block.key not in drafted and is_name(block.key):
            found[block.key] = (block, before)
        before = block.key
    if not found:
        return {}
    blocks = tuple([block for block, _behind in found.values()])
    return {"draft": to_data(Draft(blocks)), "behind": [behind for _block, behind in found.values()]}


def with_left_over(memory: Memory, base: Draft, new: Draft, seen: Sequence[Seen]) -> Draft:
    """The base with those remembered blocks that the new draft has again and that still stand in the file."""
    blocks = list(base.blocks)
    drafted, known = {block.key for block in new.blocks}, {block.key for block in blocks}
    paragraphs: list[frozenset[str]] = []
    for block, behind in _read(memory):
        if block.key not in drafted or block.key in known:
            continue
        paragraphs = paragraphs or [grams(paragraph.text) for paragraph in seen]
        words = grams(block.text)
        if max([len(words & there) for there in paragraphs], default=0) < _STILL_THERE * len(words):
            continue
        keys = [one.key for one in blocks]
        at = next((keys.index(key) + 1 for key in (behind, *_before(new, block.key)) if key in keys), 0)
        if block.runs_on and behind not in keys:
            continue
        while not block.runs_on and at < len(blocks) and blocks[at].runs_on:
            at += 1
        blocks.insert(at, block)
    return Draft(tuple(blocks)) if len(blocks) > len(base.blocks) else base


def set_apart(memory: Memory, base: Draft, seen: Sequence[Seen]) -> tuple[Seen, ...]:
    """The paragraphs of the file, those set apart that are what is remembered: they are no other block of the base.

    base: with the remembered blocks that are drafted again.
    """
    known = {block.key for block in base.blocks}
    dropped = [block for block, _behind in _read(memory) if block.key not in known]
    if not dropped:
        return tuple(seen)
    gone = [grams("".join([block.text for block in group])) for group in Draft(tuple(dropped)).paragraphs()]
    drafted = [grams("".join([block.text for block in group])) for group in base.paragraphs()]
    made = []
    for paragraph in seen:
        words = frozenset[str]() if paragraph.hints else grams(paragraph.text)
        score = max([likeness(words, one) for one in gone]) if words else 0
        apart = score >= _DROPPED and score > max([likeness(words, one) for one in drafted], default=0)
        made.append(replace(paragraph, apart=True) if apart else paragraph)
    return tuple(made)


def _before(draft: Draft, key: str) -> list[str]:
    """The keys of the blocks before one, the nearest first."""
    keys = [block.key for block in draft.blocks]
    return keys[: keys.index(key)][::-1]


def _read(memory: Memory) -> list[tuple[Block, str]]:
    if not memory:
        return []
    return list(zip(from_data(memory["draft"]).blocks, [str(key) for key in memory["behind"]], strict=True))
