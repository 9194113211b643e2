"""What the wording of a block says of its move where no set phrase stands: how often two characters stand side by side.

`pairs.txt` beside this file holds, for the beginning of a block and for its text, the pairs of characters that tell
something, each with how much it speaks for each move, and before them how much each move is to be expected at all.
`bench/pairs.py` counts them over speeches whose moves are known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from operator import add
from pathlib import Path
from struct import Struct

from drafting.draft import Move

MOVES = (
    Move.OPENING, Move.SIGNIFICANCE, Move.ACHIEVEMENTS, Move.EXPERIENCE, Move.SHORTCOMINGS, Move.GOALS, Move.TASKS,
    Move.GUARANTEE, Move.CLOSING,
)  # fmt: skip
"""The moves in the order in which their weights stand in a line of the file."""
REACHES = (25, 400)
"""How many characters of a block count, for each table: its beginning, and the text."""
LEVELS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""A weight as a letter: the middle of these is nothing, each step from it `STEP` more or less."""
STEP = 0.2
"""Natural logarithms: how much oftener a pair stands in blocks of the move than in others."""
NOTHING = len(LEVELS) // 2

# The weights of a pair for all moves stand in one number, one beside the other, so that one sum adds all of them up.
_FIELDS = Struct(f">{len(MOVES)}H")
_AS_DIGITS = str.maketrans({letter: f"{level:04x}" for level, letter in enumerate(LEVELS)})
Table = Mapping[str, int]
Learnt = tuple[Sequence[float], Sequence[Table]]
"""What speaks for each move before anything is read, and the weights of the pairs, a table for each reach."""


def pairs_of(text: str) -> list[str]:
    """Each two neighbouring characters of a text."""
    return list(map(add, text, text[1:]))


def likelihoods(text: str) -> Sequence[float]:
    """How likely each of `MOVES` is by the wording of a block without its marker; together they are 1."""
    expected, tables = shipped()
    sums = [*expected]
    pairs = pairs_of(text[: max(REACHES)])
    for known, reach in zip(tables, REACHES, strict=True):
        found = list(filter(None, map(known.get, pairs[: reach - 1])))
        if found:
            scale, nothing = STEP / len(found) ** 0.5, NOTHING * len(found)
            levels = _FIELDS.unpack(sum(found).to_bytes(_FIELDS.size, "big"))
            sums = [one + scale * (level - nothing) for one, level in zip(sums, levels, strict=True)]
    top = max(sums)
    shares = [exp(one - top) for one in sums]
    whole_share = sum(shares)
    return [share / whole_share for share in shares]


@cache
def shipped() -> Learnt:
    """What the file beside this one says."""
    return learnt(Path(__file__).with_name("pairs.txt").read_text(encoding="utf-8"))


def learnt(text: str) -> Learnt:
    """What such a file says, given as its text."""
    _head, expected, *tables = text.split("\n\n")
    return [STEP * (LEVELS.index(letter) - NOTHING) for letter in expected], [_table(lines) for lines in tables]


def _table(lines: str) -> Table:
    return {line[:2]: int(line[3:].translate(_AS_DIGITS), 16) for line in lines.split("\n") if line}
