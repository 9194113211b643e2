"""What lists and parts hear of themselves from what stands before them."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.draft import Move
from drafting.i18n import _
from drafting.learn.announcements import introducers, said
from drafting.learn.evidence import Passage
from drafting.learn.told_above import CLEAR

TOLD_OF_PARTS = (Move.SIGNIFICANCE, Move.ACHIEVEMENTS, Move.EXPERIENCE, Move.SHORTCOMINGS)
"""What a paragraph that stands before a list can be about itself."""
_HEARD_BY_PARTS = (*TOLD_OF_PARTS, Move.OPENING)  # what is on the order of the day
# How far a part is what the opening says of the parts, and the last item, which secures the others, one of these.
_PART_HEARS, _LAST_HEARS = 0.7, 0.4
_CLEARLY_ABOUT, _LIKE_IT = 2.0, 2.4  # what a paragraph is about that leads into a list
_INTRODUCES = 0.4  # how far a paragraph itself is what it says that the items behind it are


def hear_introductions(passages: Sequence[Passage]) -> None:
    """What is said before lists and parts of what they are."""
    introduced = introducers(passages)
    heard_at = {at: said(passages[at].piece.text) for at in dict.fromkeys(introduced.values())}
    for at, found in heard_at.items():
        hear(passages[at], found, _INTRODUCES)
    for position, introducer in introduced.items():
        passage = passages[position]
        heard = heard_at[introducer] or _about(passages[introducer])
        if passage.is_part:  # that I stress four points does not say what the points are
            hear(passage, [one for one in heard_at[introducer] if one[0] in _HEARD_BY_PARTS], _PART_HEARS)
        else:
            is_last = passage.piece.number == passage.piece.siblings
            secures = is_last and passage.headed.get(Move.GUARANTEE, 0.0) >= CLEAR
            hear(passage, heard, _LAST_HEARS if secures else 1.0)


def _about(passage: Passage) -> list[tuple[Move, float, str]]:
    """What a paragraph before a list is clearly about, where it does not say what the list is of."""
    *_rest, second, top = sorted(passage.scores.values())
    if top - second < _CLEARLY_ABOUT:
        return []
    return [(move, _LIKE_IT, _("what stands before the list")) for move in TOLD_OF_PARTS if passage.scores[move] == top]


def hear(passage: Passage, said: Sequence[tuple[Move, float, str]], factor: float = 1.0) -> None:
    """Let what is said of a passage elsewhere speak for its move. said: moves, their weights, and the phrases."""
    for move, weight, phrase in said:
        passage.add(move, weight * factor, phrase)
