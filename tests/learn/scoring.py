"""How near a reading comes to a gold structure: items by their places, nesting, and the moves of the characters.

Only for readings that keep the text to the letter, which is tested first; the shared scorer also scores others.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from drafting.draft import Block, Role
from drafting.learn import Speech

SHARED = Path(__file__).resolve().parents[3] / "shared"


class Score(NamedTuple):
    """Shares from 0 to 1."""

    items: float
    nested: float
    moves: float


def gold() -> dict[str, dict[str, Any]]:
    """The gold structures by name; none where they do not lie beside the checkout."""
    return {file.stem: json.loads(file.read_text("utf-8")) for file in sorted((SHARED / "gold").glob("*.json"))}


def seed(name: str) -> str:
    """The text of a seed."""
    return (SHARED / "seeds" / name).read_text("utf-8")


def bare(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def data(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    """Blocks as they stand in a gold file."""
    return [{"role": b.role, "level": b.level, "marker": b.marker, "move": b.move, "text": b.text} for b in blocks]


def best(wanted: dict[str, Any], speeches: list[Speech]) -> Speech:
    """The speech of a file that the gold is about."""
    text = Counter("".join(block["text"] for block in wanted["blocks"]))
    return max(speeches, key=lambda speech: (text & Counter(speech.draft.text)).total() - len(speech.draft.text) / 4)


def score(wanted: list[dict[str, Any]], found: list[dict[str, Any]]) -> Score:
    """The score of blocks whose texts, joined, are the same."""
    moves = list(zip(_spread(wanted), _spread(found), strict=True))
    return Score(
        _f1(_items(wanted, False), _items(found, False)),
        _f1(_items(wanted, True), _items(found, True)),
        sum(one == other for one, other in moves) / len(moves),
    )


def _spread(blocks: list[dict[str, Any]]) -> list[str]:
    return [str(block["move"]) for block in blocks for _ in bare(block["text"])]


def _items(blocks: list[dict[str, Any]], levels: bool) -> Counter[tuple[int, str, int]]:
    found: Counter[tuple[int, str, int]] = Counter()
    at = 0
    for block in blocks:
        if block["role"] == Role.ITEM:
            found[at, bare(block["marker"]), block["level"] if levels else 0] += 1
        at += len(bare(block["text"]))
    return found


def _f1(one: Counter[tuple[int, str, int]], other: Counter[tuple[int, str, int]]) -> float:
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 1.0
