"""What we took out of a paragraph that somebody had moved with tracking on: it is back where that move is rejected.

Nothing in the file tells so then: our deletion went with the paragraph that it stood in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from drafting.chinese.enumerators import without_marker
from drafting.draft import Block, Draft, from_data, to_data
from drafting.merge.model import Merge
from drafting.revise import Manuscript
from drafting.revise.ink import MOVE_TO, is_ours

CUT_IN_MOVES = "cut_in_moves"  # in the state: what `cut_in_moves` gave

Memory = Mapping[str, Any]
"""Paragraphs as the draft had them before, as plain data."""


def cut_in_moves(memory: Memory, merged: Merge, base: Draft, manuscript: Manuscript) -> Memory:
    """What to remember: the paragraphs of `base` that stand in a pending move of somebody's and that lose words there,
    and those remembered of which such a move is still pending."""
    before = {block.key: group for group in _read(memory) for block in group}
    steps = [(any(not change.text for change in step.changes), step) for step in merged.steps if step.seen is not None]
    steps = [(cut, step) for cut, step in steps if (cut or before) and _is_moved(manuscript, step.seen or 0)]
    if not steps:
        return {}
    now = {block.key: group for group in base.paragraphs() for block in group}
    found: dict[str, tuple[Block, ...]] = {}
    for cut, step in steps:
        for block in step.blocks:
            group = before.get(block.key) or (now.get(block.key) if cut else None)
            if group:
                found[group[0].key] = group
    return to_data(Draft(tuple([block for group in found.values() for block in group]))) if found else {}


def as_before_moves(memory: Memory, base: Draft, manuscript: Manuscript) -> Draft:
    """The base with the remembered paragraphs that stand again in the file where no move has put them."""
    if not memory:
        return base
    stands = {without_marker(seen.text) for p, seen in enumerate(manuscript.seen) if not _is_moved(manuscript, p)}
    again = {
        block.key: block
        for group in _read(memory)
        if without_marker("".join([block.text for block in group])) in stands
        for block in group
    }
    return Draft(tuple([replace(again.get(b.key, b), marker=b.marker, runs_on=b.runs_on) for b in base.blocks]))


def _is_moved(manuscript: Manuscript, p: int) -> bool:
    """Whether a paragraph of the file stands where somebody has moved it, and nobody has accepted that yet."""
    elements = manuscript.paragraphs[p].elements
    return any(not is_ours(change) for element in elements for change in element.iter(MOVE_TO))


def _read(memory: Memory) -> list[tuple[Block, ...]]:
    return list(from_data(memory).paragraphs()) if memory else []
