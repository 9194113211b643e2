"""How far a speech has come speaks for some moves: it looks back first, and says last who sees to what."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.draft import Move
from drafting.i18n import _
from drafting.learn.evidence import Passage

# By the fifth of the speech in which a block has its middle: a part of the logarithm of how much oftener the move
# stands there than elsewhere, counted over speeches whose moves were told by hand.
_USUAL = {
    Move.OPENING: (0.6, -0.3, -0.6, -1.0, -1.2),
    Move.SIGNIFICANCE: (0.2, 0.2, 0.0, -0.3, -0.5),
    Move.ACHIEVEMENTS: (0.2, 0.4, -0.2, -0.5, -0.8),
    Move.EXPERIENCE: (0.0, 0.4, 0.2, -0.7, -1.2),
    Move.SHORTCOMINGS: (-0.4, 0.4, 0.3, -0.6, -1.1),
    Move.GOALS: (-0.1, 0.1, 0.3, -0.3, -0.4),
    Move.TASKS: (-0.6, -0.4, 0.1, 0.3, -0.1),
    Move.GUARANTEE: (-1.2, -1.2, -0.7, 0.0, 0.5),
    Move.CLOSING: (-1.2, -1.2, -1.2, -1.2, 0.6),
}
_FIFTHS = 5
_WHOLE = 20  # blocks: a speech of fewer goes through its moves less regularly
_OUTER = 1  # the level of parts; what is deeper goes with its part
_TOLD = 0.3  # what is worth telling as evidence


def progress(passages: Sequence[Passage], body: Sequence[int], cut_off: bool) -> None:
    """Let the place of each outer block speak for its move.

    body: the positions of the blocks of the body. cut_off: they are not all that was said, and the last close nothing.
    """
    length = sum([len(passages[at].piece.text) for at in body])
    share = min(1.0, len(body) / _WHOLE)
    behind = 0
    for at in body:
        passage = passages[at]
        own = len(passage.piece.text)
        fifth = min(_FIFTHS - 1, (2 * behind + own) * _FIFTHS // (2 * length))
        behind += own
        if passage.piece.level > _OUTER:
            continue
        for move, usual in _USUAL.items():
            weight = share * usual[fifth]
            if cut_off and move is Move.CLOSING and weight > 0:
                continue
            passage.scores[move] += weight
            if weight > _TOLD:
                passage.evidence.append((weight, move, _("how far the speech has come")))
