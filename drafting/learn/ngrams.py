"""What the wording of a block says of its move where no set phrase stands: which characters stand side by side in it.

`ngrams.txt` beside this file holds the n-grams that tell something: of the beginnings of blocks, the pairs, and the
runs of three characters, each with how much it speaks for each move; and before them how much each move is to be
expected at all. `bench/ngrams.py` counts them over speeches whose moves are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path
from struct import Struct, unpack_from

from drafting.chinese.patterns import pattern
from drafting.draft import Move

MOVES = (
    Move.OPENING, Move.SIGNIFICANCE, Move.ACHIEVEMENTS, Move.EXPERIENCE, Move.SHORTCOMINGS, Move.GOALS, Move.TASKS,
    Move.GUARANTEE, Move.CLOSING,
)  # fmt: skip
"""The moves in the order in which their weights stand in a line of the file."""
REACH, BEGINNING = 400, 25
"""How many characters of a block count, and how many are its beginning."""
SIZES = (1, 2), (2,), (3,)
"""How many characters the n-grams of each table have: of the beginning, and of the text twice."""
LEVELS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""A weight as a letter: the middle of these is nothing, each step from it `STEP` more or less."""
STEP = 0.2
"""Natural logarithms: how much oftener an n-gram stands in blocks of the move than in others."""
NOTHING = len(LEVELS) // 2
_CALMED = 4.0  # neighbours say much the same, so that what they say together is surer than it should be

# The weights of an n-gram for all moves stand in one number, one beside the other, so that one sum adds them all up.
_FIELDS = Struct(f">{len(MOVES)}H")
_NONE = (0,) * len(MOVES)
_LEVEL_OF = bytes.maketrans(LEVELS.encode(), bytes(range(len(LEVELS))))
_RARE = pattern("[\U00010000-\U0010ffff]")  # two units each in UTF-16, where all others are one
Table = Mapping[bytes, int]
Learnt = tuple[Sequence[float], Sequence[Table]]
"""What speaks for each move before anything is read, and the weights of the n-grams, a table for each of `SIZES`."""


def grams(text: str, size: int) -> list[bytes]:
    """Each `size` neighbouring characters of a text, in their order, as UTF-16; what is rarer is one sign to it."""
    units = _RARE.sub("\ufffd", text).encode("utf-16-le", "surrogatepass")
    found = [b""] * max(0, len(text) + 1 - size)
    for first in range(min(size, len(found))):  # those that do not overlap are all cut out in one go
        number = (len(found) - first + size - 1) // size
        found[first::size] = unpack_from(f"{2 * size}s" * number, units, 2 * first)
    return found


def likelihoods(texts: Sequence[str]) -> list[Sequence[float]]:
    """How likely each of `MOVES` is by the wording of each block, given without its marker; for each they sum to 1."""
    expected, (beginnings, twos, threes) = shipped()
    looked_at = [text[:REACH] for text in texts]
    ones_there, twos_there, threes_there = [grams("\n".join(looked_at), size) for size in (1, 2, 3)]
    of_twos, of_threes = list(map(twos.get, twos_there)), list(map(threes.get, threes_there))
    likely, at = [], 0
    for text in looked_at:
        end = at + len(text)
        begun = min(end, at + BEGINNING)
        begins = map(beginnings.get, ones_there[at:begun] + twos_there[at : max(at, begun - 1)])
        told = begins, of_twos[at : max(at, end - 1)], of_threes[at : max(at, end - 2)]
        likely.append(_shares(expected, told))
        at = end + 1
    return likely


def _shares(expected: Sequence[float], told: Iterable[Iterable[int | None]]) -> Sequence[float]:
    """The likelihoods by what n-grams say, those of each table together as much as the root of how many they are."""
    (one, first), (two, second), (three, third) = map(_together, told)
    by_move = zip(expected, first, second, third, strict=True)
    sums = [least + one * begun + two * pairs + three * runs for least, begun, pairs, runs in by_move]
    top = max(sums)
    shares = [exp((one - top) / _CALMED) for one in sums]
    whole_share = sum(shares)
    return [share / whole_share for share in shares]


def _together(weights: Iterable[int | None]) -> tuple[float, Sequence[int]]:
    """What weights come to for each move, and how much of it counts; what all moves have in common tells nothing."""
    found = list(filter(None, weights))
    if not found:
        return 0.0, _NONE
    return STEP / len(found) ** 0.5, _FIELDS.unpack(sum(found).to_bytes(_FIELDS.size, "big"))


@cache
def shipped() -> Learnt:
    """What the file beside this one says."""
    return learnt(Path(__file__).with_name("ngrams.txt").read_text(encoding="utf-8"))


def learnt(text: str) -> Learnt:
    """What such a file says, given as its text."""
    _head, expected, *tables = text.split("\n\n")
    return [STEP * (LEVELS.index(letter) - NOTHING) for letter in expected], [_table(lines) for lines in tables]


def _table(lines: str) -> Table:
    rows = lines.rstrip("\n").split("\n")
    levels = "".join([row[-len(MOVES) :] for row in rows]).encode().translate(_LEVEL_OF)
    fields = bytearray(2 * len(levels))
    fields[1::2] = levels
    places = range(0, len(fields), _FIELDS.size)
    return {
        row[: -len(MOVES) - 1].encode("utf-16-le"): int.from_bytes(fields[at : at + _FIELDS.size], "big")
        for row, at in zip(rows, places, strict=True)
    }
