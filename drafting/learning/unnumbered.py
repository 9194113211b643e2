"""Paragraphs that each begin with a short sentence, as the items that they are: 抓好农资保供。3月底前储备化肥。"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafting.draft import Block, Move, Role

_NO_WIDTH = "\u2060"
# What heads a paragraph and says no more than what it is about, with what is said of it behind.
_HEADED = re.compile(
    "(?!同志|大家|各位|我|今天|这|同时|此外|但|当然|一年来|去年|今年)(?:[^，。；：！？\\d“”]|“[^“”，。]{1,8}”){4,14}。(?=.{6})"
)
_MOVES = (Move.TASKS, Move.ACHIEVEMENTS, Move.SIGNIFICANCE, Move.GUARANTEE)
_FEWEST = 2  # paragraphs in a row: one alone may begin with a short sentence by chance


def unnumbered_as_items(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, paragraphs side by side in a part that each have such a head as items with a marker of no width."""
    made = list(blocks)
    start = 0
    while start < len(blocks):
        end = start + 1
        while end < len(blocks) and _is_headed(blocks[start]) and _is_beside(blocks[start], blocks[end]):
            end += 1
        if end - start >= _FEWEST and not _stands_by_a_list(blocks, start, end):
            made[start:end] = map(_item, blocks[start:end])
        start = end
    return made


def _is_headed(block: Block) -> bool:
    is_bare = block.role is Role.PARAGRAPH and block.level and not block.marker and not block.runs_on
    return bool(is_bare) and block.move in _MOVES and _HEADED.match(block.text) is not None


def _is_beside(first: Block, other: Block) -> bool:
    return _is_headed(other) and (other.level, other.move) == (first.level, first.move)


def _stands_by_a_list(blocks: Sequence[Block], start: int, end: int) -> bool:
    """Whether items stand right before or behind, of which the paragraphs say more."""
    around = [*blocks[max(0, start - 1) : start], *blocks[end : end + 1]]
    level = blocks[start].level
    return any(block.role is Role.ITEM and block.level > level for block in around)


def _item(block: Block) -> Block:
    return replace(block, role=Role.ITEM, level=block.level + 1, marker=_NO_WIDTH, heading=0)
