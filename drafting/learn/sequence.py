"""The likeliest sequence of moves: a speech goes from the past to the future and seldom back."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.draft import Move

# What speaks against a step, by custom of the genre: forwards none, backwards some, with exceptions.
_ORDER = {
    Move.OPENING: 0, Move.ACHIEVEMENTS: 1, Move.EXPERIENCE: 2, Move.SHORTCOMINGS: 3, Move.SIGNIFICANCE: 4,
    Move.GOALS: 5, Move.TASKS: 6, Move.GUARANTEE: 7, Move.CLOSING: 8,
}  # fmt: skip
_BACK, _CLOSED = -0.8, -4.0
_USUAL = {
    (Move.SIGNIFICANCE, Move.ACHIEVEMENTS), (Move.SIGNIFICANCE, Move.SHORTCOMINGS), (Move.EXPERIENCE, Move.OPENING),
    (Move.EXPERIENCE, Move.ACHIEVEMENTS), (Move.SHORTCOMINGS, Move.OPENING),
}  # fmt: skip
_WORTH = 4.0  # how far behind the best a move may be and still be weighed


def _step(one: Move, other: Move) -> float:
    if one is Move.CLOSING and other is not one:
        return _CLOSED
    if (one, other) in _USUAL or _ORDER[other] >= _ORDER[one]:
        return 0.0
    return _BACK


_STEPS = {other: {one: _step(one, other) for one in _ORDER} for other in _ORDER}  # by where they lead


def likeliest(scores: Sequence[dict[Move, float]], bonds: Sequence[float]) -> list[Move]:
    """The sequence of moves that most speaks for.

    scores: of each place. bonds: for each place but the first how much speaks for the same move as before it.
    """
    weights: dict[Move, float] = {}
    pointers: list[dict[Move, Move]] = []
    for number, each in enumerate(scores):
        least = max(each.values()) - _WORTH
        worth = {move: score for move, score in each.items() if score >= least}
        if not number:
            weights = worth
            continue
        bond = bonds[number - 1]
        found: dict[Move, float] = {}
        pointer: dict[Move, Move] = {}
        for move, score in worth.items():
            top, steps = -1e9, _STEPS[move]
            for before, weight in weights.items():
                total = weight + (bond if before is move else steps[before])
                if total > top:
                    top, pointer[move] = total, before
            found[move] = top + score
        weights = found
        pointers.append(pointer)
    sequence = [max(weights, key=lambda move: weights[move])]
    for pointer in reversed(pointers):
        sequence.append(pointer[sequence[-1]])
    return sequence[::-1]
