"""What reading the enumerators of a speech gives: the lists, and the level of what stands between their markers."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafting.learn.markers import Candidate


@dataclass(slots=True)
class List:
    """An enumeration. level: of its items, from 1. items: its markers in order."""

    family: str
    level: int
    items: list[Candidate] = field(default_factory=list)
    introduced: bool = False
    held: list[int] = field(default_factory=list)  # how many paragraphs without a marker each item before had
    holds: int = 0  # how many the last one has so far

    @property
    def last(self) -> int:
        """The number of its last item."""
        return self.items[-1].number


@dataclass(slots=True)
class Reading:
    """The lists of a speech, the markers by the order of the candidates, and the level of each unmarked paragraph."""

    lists: list[List] = field(default_factory=list)
    list_of: dict[int, List] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)
    alone: set[int] = field(default_factory=set)
