"""The two drafts of a merge, each with its numbers as drafted and as they stand, or shall stand, in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from drafting.draft import Block, Draft
from drafting.merge.counts import counts_of, lists_counted, numbers_of, recounted, with_numbers
from drafting.merge.groups import Group
from drafting.merge.lists import Ref
from drafting.merge.model import Entry, Kind, Numbers
from drafting.merge.numbering import Numbering


class Listed(NamedTuple):
    """How many items of a list stand in the file, at least and at most, and which of them are blocks of the draft.

    joined: it is the least where paragraphs that the hand has joined count as one.
    """

    least: int
    most: int
    joined: bool
    refs: frozenset[Ref]

    @property
    def fitting(self) -> int:
        """The number that a reader finds."""
        return self.least if self.joined else self.most

    def is_least(self, count: str) -> bool:
        """Whether a count is that of the least, and not that of the most."""
        return recounted(count, self.least) == count != recounted(count, self.most)


HandCounts = Mapping[tuple[str, str], str]
"""What the hand made of counts: by the key of the block and what it said before."""


@dataclass(frozen=True)
class Drafts:
    """base, new: as drafted. written: the base as it was written into the file. wanted: the new one as it shall be.

    The hand's own items count in the lists of the file, so that 三点意见 there may be 四点意见.
    """

    base: Draft
    written: Draft
    new: Draft
    wanted: Draft

    @classmethod
    def of(cls, base: Draft, new: Draft, numbers: Numbers) -> Drafts:
        """To begin with: counts that the draft has not changed stay as they were written."""
        if not numbers:
            return cls(base, base, new, new)
        drafted = {block.key: counts_of(block) for block in base.blocks}
        same = {block.key for block in new.blocks if drafted.get(block.key) == counts_of(block)}
        kept = {key: found for key, found in numbers.items() if key in same}
        return cls(base, with_numbers(base, numbers), new, with_numbers(new, kept, markers=False))

    @property
    def markers(self) -> dict[str, str]:
        """The enumerators that the base has in the file and not as drafted, by key."""
        if self.written is self.base:
            return {}
        pairs = zip(self.base.blocks, self.written.blocks, strict=True)
        return {one.key: other.marker for one, other in pairs if one.marker != other.marker}

    def drafted(self, groups: Sequence[Group]) -> Sequence[Group]:
        """The paragraphs of `written` with the enumerators as drafted."""
        if not (written := self.markers):
            return groups
        markers = {block.key: block.marker for block in self.base.blocks if block.key in written}
        found = []
        for group in groups:
            blocks = [
                b if group.is_close(number) else replace(b, marker=markers.get(b.key, b.marker))
                for number, b in enumerate(group.blocks)
            ]
            found.append(group._replace(blocks=tuple(blocks)))
        return found

    def recounted(self, numbering: Numbering, by_hand: HandCounts) -> Drafts:
        """The drafts with counts that fit the lists in the file, where the draft has changed these.

        A count that the hand set, and that was right, is as good as one of ours.
        """
        if not numbering.affected:
            return self
        numbers = {block.key: numbers_of(block) for block in self.written.blocks if counts_of(block)}
        stood = {
            number: Listed(*numbering.sizes(items), frozenset([item.old for item in items if item.old]))
            for number, items in numbering.stood_where_affected().items()
        }
        least = set[tuple[str, int]]()  # counts of the least, as somebody has counted on purpose
        for key, nth, listed, _sure in self._counts(self.base, numbering.base_lists, stood):
            was = numbers[key][nth + 1]
            now = by_hand.get((key, was), was)
            if now in (recounted(was, listed.least), recounted(was, listed.most)):
                numbers[key][nth + 1] = now
            if listed.is_least(now) and (listed.joined or now != was):
                least.add((key, nth))
        written = with_numbers(self.written, numbers)
        were, numbers = numbers, {block.key: numbers_of(block) for block in self.wanted.blocks if counts_of(block)}
        sizes = _listed(numbering, numbering.stands.keys() & numbering.affected)
        for key, nth, listed, _sure in self._counts(self.new, numbering.lists, sizes):
            if listed.least == listed.most or (key, nth) in least:
                numbers[key][nth + 1] = recounted(numbers[key][nth + 1], listed.least)
            elif len(were.get(key, ())) == len(numbers[key]):
                numbers[key][nth + 1] = were[key][nth + 1]
        return replace(self, written=written, wanted=with_numbers(self.wanted, numbers, markers=False))

    def misfits(self, numbering: Numbering, by_hand: HandCounts) -> Iterator[Entry]:
        """An entry for each count that does not fit its list as both will stand in the file."""
        if not (sizes := _listed(numbering, numbering.stands)):
            return
        ours = {block.key: counts_of(block) for block in self.wanted.blocks}
        for key, nth, listed, sure in self._counts(self.new, numbering.lists, sizes):
            stands = by_hand.get((key, ours[key][nth]), ours[key][nth])
            if sure and stands not in (recounted(stands, listed.least), recounted(stands, listed.most)):
                yield Entry(Kind.MISFIT, key, recounted(stands, listed.fitting), stands)

    def numbers(self, markers: Mapping[Ref, str]) -> dict[str, list[str]]:
        """What the next merge has to know: the numbers of `wanted` that are not as drafted."""
        if not markers and self.wanted is self.new:
            return {}
        found = {}
        for (ref, block), drafted in zip(_by_ref(self.wanted).items(), self.new.blocks, strict=True):
            numbers = [markers.get(ref, block.marker), *counts_of(block)]
            if numbers != numbers_of(drafted):
                found[block.key] = numbers
        return found

    def _counts(
        self, draft: Draft, lists: Mapping[Ref, int], standing: Mapping[int, Listed]
    ) -> Iterator[tuple[str, int, Listed, bool]]:
        """The counts of a draft: key of the block, which of its counts, how many of its list stand in the file, and
        whether it is sure that it counts that list."""
        if not standing:
            return
        blocks = _by_ref(draft)
        for one in lists_counted(blocks, lists):
            if found := standing.get(one.number):
                others = len(found.refs.intersection(one.others))
                listed = found._replace(least=found.least - others, most=found.most - others)
                yield blocks[one.block].key, one.nth, listed, one.sure


def _listed(numbering: Numbering, lists: Iterable[int]) -> dict[int, Listed]:
    return {
        number: Listed(
            *numbering.sizes(numbering.stands[number]),
            frozenset([item.new for item in numbering.stands[number] if item.new]),
        )
        for number in lists
    }


def _by_ref(draft: Draft) -> dict[Ref, Block]:
    return {(g, b): block for g, blocks in enumerate(draft.paragraphs()) for b, block in enumerate(blocks)}
