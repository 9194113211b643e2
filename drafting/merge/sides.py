"""What a merge knows: its three sides, and what is decided so far."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from drafting.merge.groups import Group
from drafting.merge.lists import Item, Ref
from drafting.merge.model import Entry, Seen
from drafting.merge.outcome import Outcome, Patch
from drafting.merge.tokens import Words


@dataclass(frozen=True, slots=True)
class Sides:
    """The three sides of a merge.

    heirs: which paragraph of the new draft continues which of the base. restore: keys of blocks that the hand took out
    and wants back; by_both: of those that it had put in as the facts did.
    """

    base: Sequence[Group]
    seen: Sequence[Seen]
    new: Sequence[Group]
    heirs: Mapping[int, int]
    words: Words
    restore: Collection[str]
    by_both: Collection[str] = ()

    def has_both(self, g: int) -> bool:
        """Whether the hand too put in something of what a paragraph of the base says."""
        return bool(self.by_both) and any(block.key in self.by_both for block in self.base[g].blocks)


class Beside(NamedTuple):
    """A place before a paragraph of the file, or right behind it."""

    paragraph: int
    behind: bool = False


@dataclass(slots=True)
class Weighed:
    """What was decided on all clusters.

    starts: for each paragraph of the file, where the blocks of the new draft begin that stand in it. items: what is
    enumerated in it, with where that stands. places: where paragraphs of the new draft stand. coming: those that
    come in. apart: blocks of the new draft that come in as paragraphs of their own, each with where it goes.
    dropped: paragraphs of the file that go. kept: paragraphs of the base that the draft no longer has and that stay
    because the hand worked on them; kept_inside: keys of such blocks inside paragraphs that the draft still has.
    gone: keys of blocks that the draft no longer has and that the hand took out. by_both: keys of blocks that come
    in and that the hand has put in already. following: what changes in sentences that the hand has put elsewhere.
    counts: what the hand made of counts, by the key of the block of the base and what it said there. waiting: those
    paragraphs of the new draft that stand for a wording which the hand worked on, and that do not come in.
    """

    outcome: Outcome = field(default_factory=Outcome)
    starts: dict[int, list[tuple[int, Ref]]] = field(default_factory=dict)
    items: dict[int, list[tuple[int, Item]]] = field(default_factory=dict)
    places: dict[int, tuple[int, ...]] = field(default_factory=dict)
    coming: set[int] = field(default_factory=set)
    stuck: set[int] = field(default_factory=set)
    dropped: set[int] = field(default_factory=set)
    apart: list[tuple[Beside, Ref]] = field(default_factory=list)
    kept: set[int] = field(default_factory=set)
    kept_inside: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    by_both: set[str] = field(default_factory=set)
    following: list[Patch] = field(default_factory=list)
    waiting: set[int] = field(default_factory=set)
    lost: list[Entry] = field(default_factory=list)
    counts: dict[tuple[str, str], str] = field(default_factory=dict)
