"""What stands behind a list in the paragraph of its last item: it is said of the whole list, not of that item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafting.draft import Block, Role

_OF_THE_LIST = re.compile("(?<=[。！!])(?:对?(?:这些|以上|上述)|对此)[^。！!]{2,60}[。！!]\\Z")
_GOES_ON = re.compile("[^。！!？?]+[；;，,]")  # an item of a list that is one sentence
_LAST_OF_SENTENCE = re.compile("[^。！!？?“”]*(?:“[^“”]*”[^。！!？?“”]*)*[。！!]")


def closings_apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, what follows the last item of a list in its paragraph as one of its own that runs on behind it.

    That is what points to the whole list, 这些问题，…, and where the list is one sentence, what comes after it:
    一是…，二是…，三是…。全镇…
    """
    apart: list[Block] = []
    for number, block in enumerate(blocks):
        behind = blocks[number + 1] if number + 1 < len(blocks) else None
        is_last = behind is None or behind.level < block.level or (not behind.marker and not behind.runs_on)
        size = _said_of_all(block, apart) if is_last and block.marker and block.level and block.spans else 0
        if not size or size > len(block.spans[-1].text):
            apart.append(block)
            continue
        last = block.spans[-1]
        kept, rest = replace(last, text=last.text[:-size]), replace(last, text=last.text[-size:])
        spans = (*block.spans[:-1], *([kept] if kept.text else []))
        apart.append(replace(block, spans=spans, heading=block.heading if block.heading < len(spans) else 0))
        closing = replace(block, role=Role.PARAGRAPH, level=block.level - 1, marker="", spans=(rest,), heading=0)
        apart.append(replace(closing, runs_on=True))
    return apart


def _said_of_all(block: Block, before: Sequence[Block]) -> int:
    """How many characters at the end of a list's last item are said of the list. before: the blocks above it."""
    siblings = _siblings(block, before)
    if not siblings:
        return 0
    if found := _OF_THE_LIST.search(block.text):
        return len(block.text) - found.start()
    if block.runs_on and all(_GOES_ON.fullmatch(item.text) for item in siblings):
        sentence = _LAST_OF_SENTENCE.match(block.text)
        return len(block.text) - sentence.end() if sentence else 0
    return 0


def _siblings(block: Block, before: Sequence[Block]) -> list[Block]:
    """The items of the list of an item that stand above it."""
    siblings = []
    for other in reversed(before):
        if other.level < block.level:
            break
        if other.level == block.level and other.marker:
            siblings.append(other)
    return siblings
