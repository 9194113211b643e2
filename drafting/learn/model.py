"""What reading an old speech gives: its blocks with the evidence for each, and what was taken out with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from drafting.draft import Block, Draft, Move, Role
from drafting.i18n import _

Clue = tuple[float, Move, str]
"""What speaks for a move: how much, for which, and what it is."""

_TOLD = 4


class Line(NamedTuple):
    """A line of a file before anything is known about it.

    text: without line break and without blanks at its ends. depth: the heading level that the file itself gives it
    (style name or outline level of Word, h1 to h6 of HTML), 0 for none. role: what its style says it is. indented: it
    begins with blanks. gap: an empty line stands before it. meant: its blanks were typed on purpose (Word).
    """

    text: str
    depth: int = 0
    role: Role | None = None
    indented: bool = False
    gap: bool = False
    meant: bool = False


class Found(NamedTuple):
    """A block that was recognised.

    confidence: from 0 to 1, of its role, level and move together. clues: all that spoke for any move.
    """

    block: Block
    confidence: float
    clues: Sequence[Clue] = ()

    @property
    def evidence(self) -> tuple[str, ...]:
        """Why it was taken for what it is: short phrases, each about one thing in the file, what tells most first."""
        of_table = (_("a row of a table"),) if "\t" in self.block.text else ()
        own = sorted([(weight, what) for weight, move, what in self.clues if move is self.block.move], reverse=True)
        return (*of_table, *dict.fromkeys([what for _weight, what in own[:_TOLD]]))


@dataclass(frozen=True, slots=True)
class Removed:
    """Something that was in the file and is no part of the speech, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech of a file.

    title: its lines joined, None for a speech without one. found: its blocks in reading order. removed: what was taken
    out of its surroundings and out of its text, in the order of the file.
    """

    title: str | None
    found: tuple[Found, ...]
    removed: tuple[Removed, ...] = ()

    @property
    def draft(self) -> Draft:
        """The speech as every other room takes it; its text is the cleaned speech, one paragraph a line."""
        return Draft(tuple([found.block for found in self.found]))
