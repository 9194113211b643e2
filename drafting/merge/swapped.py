"""Two answers of one list that the hand has put the other way round: each is still the answer that it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafting.chinese.punctuation import is_point
from drafting.draft import Block
from drafting.merge.ground import Ground
from drafting.merge.overlap import ROW
from drafting.merge.pairing import grams, likeness
from drafting.merge.traces import is_gone

_LIKE = 0.7  # likeness of an answer and what the hand wrote for it at another place
_SHORTEST = 4  # characters of an answer that is known again there


def neighbours_gone(ground: Ground, block: Block, nth: int, ranges: Mapping[int, tuple[int, int]]) -> Iterator[int]:
    """The other answers of the list that span `nth` of a block is of, those that the hand took out where they stood.

    ranges: the tokens of each answer, by the number of its span.
    """
    row = ROW.sub("", block.spans[nth].path)
    for other, (start, end) in ranges.items():
        span = block.spans[other]
        alike = other != nth and span.path and ROW.sub("", span.path) == row and len(span.text) >= _SHORTEST
        if alike and is_gone(ground, start, end):
            yield other


def parted(value: str, other: str) -> tuple[str, str]:
    """What stands in the place of an answer without what stands there of another one, and that; "" if it is not there.

    other: the other answer. It comes first or last there, with a mark of punctuation between.
    """
    wanted = grams(other)
    halves = [(value[:at], value[at + 1 :]) for at, sign in enumerate(value) if is_point(sign)]
    pairs = [pair for head, tail in halves for pair in ((tail, head), (head, tail))]
    scores = [likeness(grams(moved), wanted) for _rest, moved in pairs]
    best = max(scores, default=0.0)
    return pairs[scores.index(best)] if best >= _LIKE else (value, "")
