"""What the draft no longer has and what the hand worked on, or took out: it is known again when it comes back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from drafting.draft import Block, Draft, Source, from_data, to_data
from drafting.merge.groups import is_name
from drafting.merge.model import Merge, Seen
from drafting.merge.pairing import best_pairs, grams, likeness

LEFT_OVER = "left_over"  # in the state: what `left_over` gave
_DROPPED = 0.6  # likeness of a paragraph of the file and a remembered one that it is
_REWORDED = 0.6  # likeness of what two blocks say of the facts that they are the same one, under another name
_STILL_THERE = 0.4  # of the pairs of characters of a block: so much of it stands in one paragraph of the file

Memory = Mapping[str, Any]
"""Such blocks as plain data, each with the key of the block that it stood behind; the keys of those taken out."""


def left_over(memory: Memory, merged: Merge, base: Draft, new: Draft) -> Memory:
    """What to remember: the blocks of `base` that a merge keeps although `new` has not got them, those that the hand
    had taken out before the draft dropped them, and what is remembered and not drafted again."""
    drafted = {block.key for block in new.blocks}
    again = drafted | {block.key for block in base.blocks}
    found = {block.key: (block, behind) for block, behind in _read(memory) if block.key not in again}
    before = ""
    for block in base.blocks:
        if block.key not in drafted and is_name(block.key):
            stays = block.key in merged.kept and not (block.runs_on and _is_said_otherwise(block, new))
            if stays or block.key in merged.gone:
                found[block.key] = (block, before)
        before = block.key
    if not found:
        return {}
    blocks = tuple([block for block, _behind in found.values()])
    gone = (merged.gone | _gone(memory)) & found.keys()
    return {
        "draft": to_data(Draft(blocks)),
        "behind": [behind for _block, behind in found.values()],
        **({"gone": sorted(gone)} if gone else {}),
    }


def _is_said_otherwise(block: Block, new: Draft) -> bool:
    """Whether the draft says in another block all that one says of the facts: a list has become a sentence."""
    facts = [span.text for span in block.spans if span.source is Source.FACT]
    return bool(facts) and any(all(fact in one.text for fact in facts) for one in new.blocks)


def with_left_over(memory: Memory, base: Draft, new: Draft, seen: Sequence[Seen]) -> Draft:
    """The base with those remembered blocks that the new draft has again and that still stand in the file, or that the
    hand had taken out: these stay out."""
    blocks, gone = list(base.blocks), _gone(memory)
    again = _drafted_again([block for block, _behind in _read(memory)], gone, base, new)
    paragraphs: list[frozenset[str]] = []
    for block, behind in _read(memory):
        if block.key not in again:
            continue
        paragraphs = paragraphs or [grams(paragraph.text) for paragraph in seen]
        words = grams(block.text)
        least = 0 if block.key in gone else _STILL_THERE * len(words)
        if max([len(words & there) for there in paragraphs], default=0) < least:
            continue
        keys = [one.key for one in blocks]
        at = next((keys.index(key) + 1 for key in (behind, *_before(new, again[block.key])) if key in keys), 0)
        if block.runs_on and behind not in keys:
            continue
        while not block.runs_on and at < len(blocks) and blocks[at].runs_on:
            at += 1
        blocks.insert(at, block)
    return Draft(tuple(blocks)) if len(blocks) > len(base.blocks) else base


def key_of_left_over(memory: Memory, words: str) -> str:
    """The key of the remembered paragraph that some words of the file are; "" if they are none."""
    paragraphs = Draft(tuple([block for block, _behind in _read(memory)])).paragraphs()
    there = grams(words)
    scores = [
        (likeness(there, grams("".join([block.text for block in blocks]))), blocks[0].key) for blocks in paragraphs
    ]
    score, key = max(scores, default=(0.0, ""))
    return key if score >= _DROPPED else ""


def set_apart(memory: Memory, base: Draft, seen: Sequence[Seen]) -> tuple[Seen, ...]:
    """The paragraphs of the file, those set apart that are what is remembered: they are no other block of the base.

    base: with the remembered blocks that are drafted again.
    """
    known = {block.key for block in base.blocks} | _gone(memory)
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


def _drafted_again(found: Sequence[Block], gone: Collection[str], base: Draft, new: Draft) -> Mapping[str, str]:
    """Which of some blocks that are not in the base the new draft has again, by keys: under that name or another.

    A row is named by what it says, so that one with another number in it has another name. gone: the keys of those
    that the hand took out; under another name they are new ones.
    """
    known = {block.key for block in base.blocks}
    fresh = {block.key: block for block in new.blocks if block.key not in known}
    waiting = [block for block in found if block.key not in known]
    again = {block.key: block.key for block in waiting if block.key in fresh}
    others = {n: block for n, block in enumerate(waiting) if block.key not in again and block.key not in gone}
    lefts = {n: facts for n, block in others.items() if (facts := _facts(block))}
    rights = {n: block for n, block in enumerate(fresh.values()) if block.key not in again}
    scores = {
        n: {
            m: score
            for m, block in rights.items()
            if block.role is waiting[n].role and (score := likeness(facts, _facts(block))) >= _REWORDED
        }
        for n, facts in lefts.items()
    }
    pairs = best_pairs({n: row for n, row in scores.items() if row})
    return again | {waiting[n].key: rights[m].key for n, m in pairs.items()}


def _facts(block: Block) -> frozenset[str]:
    """The pairs of characters of what a block says of the facts; none if it says nothing of them."""
    text = "".join([span.text for span in block.spans if span.source is Source.FACT])
    return grams(text) if text else frozenset()


def _before(draft: Draft, key: str) -> list[str]:
    """The keys of the blocks before one, the nearest first."""
    keys = [block.key for block in draft.blocks]
    return keys[: keys.index(key)][::-1]


def _gone(memory: Memory) -> frozenset[str]:
    """The keys of those that the hand had taken out before the draft dropped them."""
    return frozenset(memory.get("gone", ()))


def _read(memory: Memory) -> list[tuple[Block, str]]:
    if not memory:
        return []
    return list(zip(from_data(memory["draft"]).blocks, [str(key) for key in memory["behind"]], strict=True))
