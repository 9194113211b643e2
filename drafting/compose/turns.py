"""Where the entries of a list stand, and numbers of their own by which their wording may vary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from drafting.compose.values import Given, GivenRow, Record


class Turn(Record):
    """Where a repeated part stands in its list: `loop.index`, `loop.first`, `loop.last`, `loop.length`.

    `loop.turn` is a number of the entry's own, from 1, by which its wording may vary. In a new draft it is the place;
    in a file that is brought up to date an entry keeps its turn when others are put before it, or it is moved.
    `loop.above` is that of the entry it stands under, 0 where it stands under none.
    """

    __slots__ = ("_turns", "index", "length")

    def __init__(self, index: int, turns: Turns) -> None:
        self.index = index
        self.length = len(turns.entries)
        self._turns = turns

    def get(self, name: str) -> Any:
        """The part of that name; None if there is none."""
        match name:
            case "first":
                return self.index == 1
            case "last":
                return self.index == self.length
            case "index" | "length":
                return getattr(self, name)
            case "turn":
                return self._turns.turns[self.index - 1]
            case "above":
                return self.order[-2] if len(self.order) > 1 else 0
        return None

    @property
    def order(self) -> tuple[int, ...]:
        """Its turn behind those of the entries that it stands under, the outermost first."""
        return self._turns.order(self.index - 1)

    def is_first_of(self, column: str) -> bool:
        """Whether no entry with an earlier turn has the same answer in that column; False if this one has none.

        Entries under others are compared with those under all of the others, as far as these are already known: all of
        them in wording; in a condition, those that stand before.
        """
        mine = self._turns.answer(self.index - 1, column)
        return mine is not None and mine not in self._turns.earlier_answers(self.order, column)


class Turns:
    """The turns of the entries of a list. keys: of the entries; known: turns by key, for those that have one.

    above: the turn of the entry that the list stands under; kin: the lists of the same part, this one is added to them.
    """

    __slots__ = ("_above", "_kin", "entries", "turns")

    def __init__(
        self, keys: Sequence[str], entries: Sequence[Any], known: Mapping[str, int], above: Any, kin: list[Turns]
    ) -> None:
        self.entries = entries
        self.turns = [known.get(key, place) for place, key in enumerate(keys, 1)]
        self._above = above.order if isinstance(above, Turn) else ()
        self._kin = kin
        kin.append(self)

    def order(self, place: int) -> tuple[int, ...]:
        """The turn of an entry behind those that it stands under."""
        return (*self._above, self.turns[place])

    def earlier_answers(self, order: tuple[int, ...], column: str) -> list[str | None]:
        """What the entries of an earlier turn have in a column, in all lists of the part."""
        return [
            kin.answer(place, column)
            for kin in self._kin
            for place in range(len(kin.turns))
            if kin.order(place) < order
        ]

    def answer(self, place: int, column: str) -> str | None:
        """What an entry has in a column; None for nothing."""
        entry = self.entries[place]
        cell = entry.cells.get(column) if isinstance(entry, GivenRow) else None
        return str(cell) if isinstance(cell, Given) else None
