"""Where the entries of a list stand, and numbers of their own by which their wording may vary."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from drafting.compose.values import Record
from drafting.compose.wordings import Pick

MANY = 5040  # turns, so that they are dealt out evenly among up to ten ways
_SLOTTED = 60  # entries of a list up to which slots are dealt out by their keys


class Turn(Record):
    """Where a repeated part stands in its list: `loop.index`, `loop.first`, `loop.last`, `loop.length`.

    `loop.turn` and `loop.slot` belong to the entry and not to its place, so that wording may vary by them and stay as
    it is when entries come and go: see `Turns`.
    """

    __slots__ = ("_turns", "index", "length")

    def __init__(self, index: int, length: int, turns: Turns) -> None:
        self.index = index
        self.length = length
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
                return self._turns.turn(self.index - 1)
            case "slot":
                return self._turns.slots[self.index - 1]
        return None


class Turns:
    """Numbers for the entries of a list, by their keys alone.

    A turn is any number. Slots are 1 to the number of entries, each taken once; when an entry comes or goes, few of
    the others change theirs, for each keeps the slot it likes best of those that no entry before it took.
    """

    def __init__(self, keys: Sequence[str], pick: Pick) -> None:
        self._keys = keys
        self._pick = pick

    def turn(self, index: int) -> int:
        """The turn of an entry, counted from 0."""
        return self._pick(self._keys[index], "turn", MANY)

    @cached_property
    def slots(self) -> Sequence[int]:
        """The slot of each entry."""
        free = list(range(1, len(self._keys) + 1))
        if len(free) > _SLOTTED:
            return free
        slots = dict.fromkeys(self._keys, 0)
        for key in sorted(slots, key=lambda key: self._pick(key, "order", MANY)):
            slots[key] = min(free, key=lambda slot: self._pick(key, f"slot {slot}", MANY))
            free.remove(slots[key])
        return tuple(slots.values())
