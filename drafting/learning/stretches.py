"""The items of a list in stretches of one move: which of them are of one kind, and become one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from drafting.chinese.enumerators import Style
from drafting.draft import Move
from drafting.learning.editions import Row
from drafting.learning.passages import Passage

_MOSTLY = 0.66  # of the items of a list: they are of the kind of the list


def stretches_of(items: Row[Sequence[Passage]]) -> list[Row[Sequence[Passage]]]:
    """The items of a list in stretches of one move; of several editions in one, if they agree, else item by item."""
    if len(items) > 1:
        moves = {item.block.move for of_edition in items.values() for item in of_edition}
        return [items] if len(moves) == 1 else [items, items]
    edition, whole = next(iter(items.items()))
    return [{edition: list(run)} for _move, run in groupby(whole, key=lambda item: item.block.move)]


def is_one(items: Row[Sequence[Passage]], style: Style) -> bool:
    """Whether a list is of one kind, though its items are taken for several; the parts of a speech, 一、, are several.

    What was done and what is to be done are told apart by little: 第一件是……，第二件是……
    """
    moves = {item.block.move for of_edition in items.values() for item in of_edition}
    return moves <= {Move.ACHIEVEMENTS, Move.TASKS} and not style.name.endswith("、")


def is_mostly_one(items: Row[Sequence[Passage]]) -> bool:
    """Whether all but a few of the items of a list are about one thing: it is not torn for the sake of the others."""
    counts = Counter(item.block.move for of_edition in items.values() for item in of_edition)
    return counts.most_common(1)[0][1] >= _MOSTLY * counts.total()


def move_of(items: Sequence[Passage]) -> Move:
    """What most of the items are about."""
    return Counter(item.block.move for item in items).most_common(1)[0][0]
