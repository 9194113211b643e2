"""What reading an old speech gives: its blocks with the evidence for each, and what was taken out with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from drafting.draft import Block, Draft, Role


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

    confidence: from 0 to 1, of its role, level and move together. evidence: why it was taken for what it is, short
    phrases in English, each about one thing that stands in the file.
    """

    block: Block
    confidence: float
    evidence: tuple[str, ...] = ()


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
