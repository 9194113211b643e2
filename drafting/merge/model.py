"""What a merge takes and gives: paragraphs of the person's file, and what becomes of each. Values only, no Word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from drafting.chinese.enumerators import without_marker
from drafting.draft import Block, Span

OBJECT = "\ufffc"
"""Stands in a text for one thing that is no text: a picture, an equation, the mark of a footnote."""

AND_MORE = "……"
"""Stands in a clash behind the heading of a section, all of which the draft would take out."""

HEAD = 10  # characters with which a paragraph is named

Numbers = Mapping[str, Sequence[str]]
"""What the program wrote otherwise than drafted because in the file the hand's own items count too: by key of block
its enumerator and its counts, in order."""


class Hint(NamedTuple):
    """A stretch of a paragraph and the block of the base it was written for, as a bookmark has it.

    key: of the block. start, end: of the stretch, in characters of the paragraph.
    """

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A paragraph of the person's file as it is read: pending insertions in, deletions out.

    text: `OBJECT` for what is no text. hints: in order of their start; several where blocks run on, none where the
    bookmarks are gone. fixed: stands in a table or a text box; it is matched and patched but never moved or deleted.
    apart: known to be no block of the base, however much it is like one. label: the number that Word itself counts
    before it, "" for none; it is not in the text. style: what looks alike has the same. pending: what somebody has
    deleted there as a tracked change, which may be rejected.
    """

    text: str
    hints: tuple[Hint, ...] = ()
    fixed: bool = False
    apart: bool = False
    label: str = ""
    style: str = ""
    pending: str = ""


class Fate(StrEnum):
    """What becomes of a paragraph."""

    KEPT = "kept"  # as it stands in the file, whoever wrote it
    UPDATED = "updated"  # in its place, with changes
    ADDED = "added"  # new, from the draft
    DELETED = "deleted"  # the draft no longer has it, and nobody touched it


@dataclass(frozen=True, slots=True)
class Change:
    """Characters `start` to `end` of a paragraph in the file give way to spans; an empty stretch is an insertion."""

    start: int
    end: int
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """What comes in."""
        return "".join([span.text for span in self.spans])


@dataclass(frozen=True, slots=True)
class Clash:
    """A place where the person and the draft want different things: the person's words stay, ours are shown beside.

    key: of the block. start, end: in characters of the paragraph in the file (equal: at a place). ours: what the draft
    would have there now. was: what the base had there. by_hand: whether the person changed these very words; else they
    stay because they stand where nothing can be taken away, or where it is not clear which of them are meant.
    moved: the paragraph stays at its place, and the draft has it behind the one that begins with `ours`.
    """

    key: str
    start: int
    end: int
    ours: str
    was: str
    by_hand: bool = True
    moved: bool = False


class Step(NamedTuple):
    """One paragraph of the file to come.

    seen: which paragraph of the file it is, counted from 0; None if it is new. moved: it stood at another place, and
    the draft has moved it, or what it stands behind. changes: in order, without overlap. blocks: the blocks it shows,
    to write (ADDED) or to anchor (the rest); `anchors` says where each of them stands in the text to come. goes_on:
    it is the rest of the last block before it, which the hand has split. like: for a new one, the paragraph of the
    file with which Word shall count it.
    """

    fate: Fate
    seen: int | None
    blocks: tuple[Block, ...] = ()
    anchors: tuple[Hint, ...] = ()
    changes: tuple[Change, ...] = ()
    clashes: tuple[Clash, ...] = ()
    moved: bool = False
    goes_on: bool = False
    like: int | None = None


class Kind(StrEnum):
    """The kinds of an entry in the account of a merge."""

    UPDATED = "updated"
    KEPT = "kept"  # the hand's own text, left as it is
    CONFLICT = "conflicts"
    DELETED_BY_HAND = "deleted_by_hand"
    UNPLACED = "unplaced"
    DIFFERS = "differs"  # a value by hand that the facts file does not have
    COPY = "copies"  # a value in a paragraph that the hand copied, which the draft has otherwise
    MISFIT = "misfits"  # numbers and counts that no longer fit what stands in the file


class Move(NamedTuple):
    """Where the draft has moved a paragraph: how those begin behind which it stood and stands now, "" for the first."""

    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the account.

    block: key in the new draft, or in the base for what is no longer there; "" for what is the hand's own. text: what
    it is about, before: what stood there. path: of the fact, where there is one.
    UPDATED: the words that came in and those that went; the same words twice where a paragraph only moved, or all of
    it where it has another number there. moved: where that was from and to.
    KEPT: the hand's words and what the base had there; the block is the one that it is a copy of, if it is one. The
    same words twice where the hand moved a paragraph, each time with the number that it has, and had.
    CONFLICT: what the draft wants and what stands in the file, the same words twice where it wants them elsewhere;
    by_hand: whether that is the hand's. DELETED_BY_HAND, UNPLACED: what the draft would have
    there; before: what it had so far, where its facts change now; with a path (of each answer) it is a clause of a
    block that stands.
    DIFFERS: the hand's value and that of the facts, "" for an answer that is missing there. COPY: the value of the
    draft and that in the copy. MISFIT: the numbers that would fit, "" where that is not known (they were worked out
    from the answer at the path, which the hand has otherwise), and those that stand there.
    note: what else the person should know of it.
    """

    kind: Kind
    block: str
    text: str
    before: str = ""
    path: str = ""
    by_hand: bool = True
    note: str = ""
    moved: Move | None = None

    @property
    def is_moved_by_hand(self) -> bool:
        """Whether nothing is told but that the hand moved words, which may have another number there."""
        words = without_marker(self.text) or self.text
        return self.kind is Kind.KEPT and words == (without_marker(self.before) or self.before)


@dataclass(frozen=True, slots=True)
class Merge:
    """What becomes of the file, its paragraphs in their order to come, and the account of it.

    numbers: what the next merge has to know of this one, to tell our own numbers from those of the hand. kept: keys of
    the blocks of the base that the draft no longer has and that stay, for the hand worked on them; gone: of those that
    the hand took out. by_both: keys of blocks of the new draft that the hand had put in too; they are the hand's as
    much as the draft's.
    """

    steps: tuple[Step, ...]
    account: tuple[Entry, ...]
    numbers: Numbers = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    by_both: frozenset[str] = frozenset()

    @property
    def changes_nothing(self) -> bool:
        """Whether the text of the file stays as it is."""
        return all(step.fate is Fate.KEPT and not step.moved for step in self.steps)
