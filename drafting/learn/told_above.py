"""What the blocks below a heading are about tells what the heading is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafting.draft import Move, Role
from drafting.learn.evidence import Passage

CLEAR = 2.5
"""What a heading must say of itself to be clear."""
_TOLD, _TOLD_CLEAR, _LEAD_IN = 3.0, 1.0, 0.4


def tell_above(passages: Sequence[Passage], body: Sequence[int], inside: Mapping[int, Sequence[int]]) -> None:
    """What the blocks under a heading are about tells what the heading is about, each by its length."""
    lengths = [len(passage.piece.text) for passage in passages]
    for position in reversed(body):  # from the inside to the outside
        children = inside.get(position)
        passage = passages[position]
        if not children:
            continue
        shares = [lengths[child] ** 0.5 for child in children]
        if passages[children[0]].piece.role is Role.PARAGRAPH and len(children) > 1:
            shares[0] *= _LEAD_IN
        whole = sum(shares) or 1.0
        told = _TOLD_CLEAR if _is_clear(passage) else _TOLD
        for child, share in zip(children, shares, strict=True):
            for move, vote in _votes(passages[child]):
                if move is Move.OPENING and passage.opened:
                    continue
                passage.scores[move] += told * vote * share / whole
        lengths[position] += sum([lengths[child] for child in children])


def _is_clear(passage: Passage) -> bool:
    """Whether a heading says of itself what it is about, one thing more than another."""
    *_rest, second, top = sorted([0.0, 0.0, *passage.headed.values()])
    return top >= CLEAR and top > second


def _votes(passage: Passage) -> list[tuple[Move, float]]:
    """From 0 to 1 how near each move comes to the best; nothing where the best is hardly one."""
    top = max(passage.scores.values())
    if top <= 0:
        return []
    width, sure = max(2.0, 0.7 * top), min(1.0, top / 2)
    near = [(move, score - top + width) for move, score in passage.scores.items() if score > top - width]
    return [(move, sure * above / width) for move, above in near]
