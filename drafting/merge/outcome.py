"""What the draft wants inside paragraphs of the file, and what was decided on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafting.merge.differences import Edit
from drafting.merge.ground import Place
from drafting.merge.model import Clash, Entry
from drafting.merge.pieces import Piece
from drafting.merge.updates import Update


@dataclass(frozen=True, slots=True)
class Wanted:
    """An update of a cluster: its tokens counted from the beginning of the cluster.

    new: which paragraph of the draft wants it, -1 for one that is gone. key: of its block. is_block: a whole block
    comes in. items: what comes in, where that is items of a list or rows of a table as they are, each whole.
    """

    update: Update
    new: int
    key: str
    is_block: bool = False
    items: tuple[tuple[Piece, ...], ...] = ()

    @property
    def start(self) -> int:
        """The first token of the base that gives way."""
        return self.update.start

    @property
    def end(self) -> int:
        """Behind the last one."""
        return self.update.end


@dataclass(slots=True)
class Patch:
    """Characters of a paragraph of the file give way to pieces of paragraph `new` of the draft.

    entry: tells of it in the account; of several patches of one update the first has it.
    """

    place: Place
    pieces: list[Piece]
    new: int
    entry: Entry | None = None

    @property
    def text(self) -> str:
        """What comes in."""
        return "".join([piece.text for piece in self.pieces])


@dataclass(slots=True)
class Outcome:
    """What was decided inside a cluster. clashes: with the paragraph they are in. settled: edits told of already.

    by_both: keys of whole blocks that the hand has put in as the draft has them.
    """

    patches: list[Patch] = field(default_factory=list)
    clashes: list[tuple[int, Clash]] = field(default_factory=list)
    account: list[Entry] = field(default_factory=list)
    settled: set[Edit] = field(default_factory=set)
    by_both: set[str] = field(default_factory=set)

    def add(self, other: Outcome) -> None:
        """Add what was decided elsewhere."""
        self.patches += other.patches
        self.clashes += other.clashes
        self.account += other.account
        self.settled |= other.settled
        self.by_both |= other.by_both
