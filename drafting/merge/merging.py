"""Base, edited file and new draft become decisions."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from drafting.chinese.enumerators import parse_marker
from drafting.draft import Draft
from drafting.merge.arrange import Slot, Standing, arrange
from drafting.merge.beforehand import written_already
from drafting.merge.both import by_both_now, tell_contested, with_both
from drafting.merge.disputed import with_disputed
from drafting.merge.drafts import Drafts
from drafting.merge.enumerated import items_in_file, items_to_come
from drafting.merge.finding import Cluster, find
from drafting.merge.ground import Place
from drafting.merge.groups import Group, groups_of, successors
from drafting.merge.joints import keep_together
from drafting.merge.listed import with_entries_known
from drafting.merge.lists import Item, Ref
from drafting.merge.model import Entry, Fate, Kind, Merge, Numbers, Seen
from drafting.merge.moved import with_moves
from drafting.merge.numbering import Numbering
from drafting.merge.quoted import quoted
from drafting.merge.restated import restated
from drafting.merge.sections import is_line, keep_whole, with_below, without_place
from drafting.merge.sides import Sides, Weighed
from drafting.merge.steps import Steps
from drafting.merge.tails import apart
from drafting.merge.takenout import taken_out, with_told, without
from drafting.merge.telling import told, updated, with_moves_by_hand
from drafting.merge.tokens import words_of
from drafting.merge.turned import in_order, turned
from drafting.merge.updates import block_pairs
from drafting.merge.weigh import weigh


def merge(
    base: Draft,
    edited: Sequence[Seen],
    new: Draft,
    *,
    restore: Collection[str] = (),
    numbers: Numbers = MappingProxyType({}),
    notes: Sequence[str] = (),
    by_both: Collection[str] = (),
) -> Merge:
    """What becomes of the person's file, now that the facts give another draft.

    base: the draft as it was last written into the file. edited: the file's paragraphs, as they are read. new: the
    draft as it is now. restore: keys of blocks that the person deleted and wants back. numbers: of the last merge into
    this file (`Merge.numbers`). notes: what the file says outside its paragraphs, where nothing is changed: in its
    footnotes and headers. by_both: of the last merge (`Merge.by_both`).

    Every word by hand stays, and stays out what the hand took out; what the draft changed comes in where the hand did
    not touch it. Where both changed the same, the hand's words stay and the account tells of it.
    """
    asked = _Asked(with_below(new, restore), notes, frozenset(by_both))
    return _merge(base, edited, new, numbers, asked)


class _Asked(NamedTuple):
    """What else a merge is told, see there. entered: keys of blocks of the base that it never had, see `with_both`."""

    restore: Collection[str]
    notes: Sequence[str]
    by_both: frozenset[str]
    entered: frozenset[str] = frozenset()


def _merge(base: Draft, edited: Sequence[Seen], new: Draft, numbers: Numbers, asked: _Asked) -> Merge:
    """The same."""
    drafts = Drafts.of(base, new, numbers)
    matched = _Matched.of(drafts, edited)
    if both := with_both(drafts, matched.groups, matched.now, matched.heirs, matched.clusters, edited):
        asked = asked._replace(entered=both.keys, by_both=asked.by_both | both.keys)
        return _merge(both.base, edited, new, both.numbers, asked)
    trial = _Trial(drafts, matched, edited, asked)
    if out := trial.taken_out():
        return with_told(_merge(base, edited, without(new, out), numbers, asked), new, out)
    recounted = trial.recounted()
    if recounted != drafts:
        trial = _Trial(recounted, matched, edited, asked)
    return trial.merge()


class _Matched(NamedTuple):
    """Which paragraph of the new draft continues which of the base, and where those stand in the file.

    drafts: of which they are; groups, now: the paragraphs of the base and of the new draft.
    """

    drafts: Drafts
    groups: Sequence[Group]
    now: Sequence[Group]
    heirs: Mapping[int, int]
    clusters: Sequence[Cluster]

    @classmethod
    def of(cls, drafts: Drafts, edited: Sequence[Seen]) -> _Matched:
        groups, now = groups_of(drafts.written), groups_of(drafts.wanted)
        heirs = successors(groups, now)
        return cls(drafts, groups, now, heirs, find(groups, edited, {g: now[h].text for g, h in heirs.items()}))

    def groups_as(self, drafts: Drafts) -> tuple[list[Group], list[Group]]:
        """The paragraphs with the counts as `drafts` has them."""
        if drafts is self.drafts:
            return [*self.groups], [*self.now]
        return groups_of(drafts.written), groups_of(drafts.wanted)


class _Trial:
    """A merge in which the counts are as `drafts` has them; what it makes of the lists may want others."""

    def __init__(
        self,
        drafts: Drafts,
        matched: _Matched,
        edited: Sequence[Seen],
        asked: _Asked,
    ) -> None:
        self._drafts, self._heirs, self._clusters = drafts, matched.heirs, matched.clusters
        self._asked, entered = asked, asked.entered
        groups, now = apart(*matched.groups_as(drafts), self._heirs)
        by_hand = turned(groups, now, self._heirs, self._clusters, edited, entered)
        drafted = list(drafts.drafted(groups))
        for g, (group, order) in by_hand.orders.items():
            drafted[g] = in_order(drafts.drafted([group])[0], order)
        groups, now, self._elsewhere = list(by_hand.groups), list(by_hand.now), by_hand.told
        words = words_of((drafts.written, drafts.wanted))
        self._sides = Sides(groups, edited, now, self._heirs, words, frozenset(asked.restore), asked.by_both)
        self._weighed = weigh(self._sides, self._clusters)
        if entered:
            tell_contested(self._sides, self._weighed, entered)
        self._weighed.coming |= set(range(len(now))) - set(self._heirs.values())
        written_already(self._sides, self._weighed, lambda: _own(self._sides, self._clusters, self._weighed))
        keep_together(self._sides, self._weighed, {g: c.paragraphs for c in self._clusters for g in c.groups})
        without_place(self._sides, self._weighed)
        if self._weighed.dropped:
            own = set(_own(self._sides, self._clusters, self._weighed))
            keep_whole(self._sides, self._weighed, _places(self._clusters), own)
        _note_own(self._sides, self._clusters, self._weighed)
        self._arrangement = with_disputed(self._sides, self._weighed, arrange(_standing(self._sides, self._weighed)))
        for h in sorted(self._arrangement.homeless):
            self._weighed.coming.discard(h)
            self._weighed.lost.append(Entry(Kind.UNPLACED, now[h].key, now[h].text))
        _put_apart(self._arrangement.slots, self._weighed)
        self._old_of = _blocks_of_old(self._sides)
        self._numbering = Numbering(drafted, now, self._old_of, _written(groups, drafted), entered)
        stands = items_to_come(self._arrangement.slots, self._sides, self._weighed)
        self._numbering.run(items_in_file(self._sides, self._weighed), stands, self._weighed.outcome)

    def taken_out(self) -> set[str]:
        """Keys of blocks whose paragraph the hand took out, or worked on so that it stays, and that move to another."""
        return taken_out(self._sides, self._clusters, self._kept(), self._weighed.waiting)

    def _kept(self) -> frozenset[str]:
        """Keys of blocks that are no longer drafted where they stand, and stay because the hand worked on them."""
        weighed = self._weighed
        return frozenset(
            weighed.kept_inside.union(*[{b.key for b in self._sides.base[g].blocks} for g in weighed.kept])
        )

    def recounted(self) -> Drafts:
        """The drafts with the counts as the lists in the file want them."""
        return self._drafts.recounted(self._numbering, self._weighed.counts)

    def merge(self) -> Merge:
        """The result."""
        sides, weighed = self._sides, self._weighed
        steps = tuple(Steps(sides, weighed, self._arrangement, self._numbering).all())
        account = [
            *weighed.outcome.account,
            *updated(sides, weighed),
            *weighed.lost,
            *self._elsewhere,
            *(Entry(Kind.UPDATED, b.key, b.text) for step in steps if step.fate is Fate.ADDED for b in step.blocks),
            *told(sides, self._arrangement, weighed, _own(sides, self._clusters, weighed)),
            *self._numbering.misfits(weighed.outcome),
            *self._drafts.misfits(self._numbering, weighed.counts),
        ]
        account = with_moves(account, sides, weighed, self._arrangement, steps)
        account = with_entries_known(account, sides.seen, steps)
        account += [*restated(sides, account, steps, self._asked.notes), *quoted(sides, account, steps)]
        keys = dict.fromkeys(block.key for draft in (self._drafts.new, self._drafts.base) for block in draft.blocks)
        place = {key: number for number, key in enumerate(keys)}
        account.sort(key=lambda entry: place.get(entry.block, len(place)))
        account = list(with_moves_by_hand(account))
        return Merge(
            steps,
            tuple(account),
            self._drafts.numbers(self._numbering.markers),
            self._kept(),
            frozenset(weighed.gone),
            by_both_now(sides, weighed, self._old_of),
        )


def _written(groups: Sequence[Group], drafted: Sequence[Group]) -> dict[Ref, str]:
    """The enumerators of blocks as they were written, where they are not as drafted: of the places in a list, whatever
    stands there."""
    pairs = [(g, one, other) for g, (one, other) in enumerate(zip(groups, drafted, strict=True)) if one is not other]
    return {
        (g, n): block.marker
        for g, one, other in pairs
        for n, (block, as_drafted) in enumerate(zip(one.blocks, other.blocks, strict=True))
        if block.marker != as_drafted.marker
    }


def _put_apart(slots: list[Slot], weighed: Weighed) -> None:
    """Give the blocks that come in on lines of their own their places."""
    for (p, behind), (h, block) in weighed.apart:
        at = next(number for number, slot in enumerate(slots) if slot.seen == p) + behind
        while behind and at < len(slots) and slots[at].block >= 0:
            at += 1
        slots.insert(at, Slot(new=h, block=block))


def _standing(sides: Sides, weighed: Weighed) -> Standing:
    fixed = {h for h, places in weighed.places.items() if any(sides.seen[p].fixed for p in places)}
    return Standing(
        new=sides.new,
        old={new: old for old, new in sides.heirs.items()},
        places=weighed.places,
        coming=frozenset(weighed.coming),
        stuck=frozenset(weighed.stuck | fixed),
        dropped=frozenset(weighed.dropped),
        seen=sides.seen,
    )


def _note_own(sides: Sides, clusters: Sequence[Cluster], weighed: Weighed) -> None:
    """Enumerators at the head of paragraphs of the hand's own."""
    for p in _own(sides, clusters, weighed):
        text = sides.seen[p].text
        at = len(text) - len(text.lstrip())
        if found := parse_marker(text, at):
            item = Item(place=Place(p, at, at + len(found.text)), marker=found.text)
            weighed.items.setdefault(p, []).append((at, item))
        elif is_line(text) and (like := _counted_like(sides, weighed, p)):
            to_number = not sides.seen[p].label
            if not to_number or _is_numbered_now(sides, like):
                item = Item(place=Place(p, 0, 0), like=like, to_number=to_number)
                weighed.items.setdefault(p, []).append((0, item))


def _is_numbered_now(sides: Sides, item: Item) -> bool:
    """Whether an item of ours had no number and gets one."""
    (g, i), new = item.old or (-1, -1), item.new
    return new is not None and not sides.base[g].blocks[i].marker and bool(sides.new[new[0]].blocks[new[1]].marker)


def _counted_like(sides: Sides, weighed: Weighed, p: int) -> Item | None:
    """The item of ours that looks like a paragraph of the hand's own: the nearest one, before it rather than behind."""
    style = sides.seen[p].style
    alike = (q for q in weighed.items if sides.seen[q].style == style and is_line(sides.seen[q].text))
    for q in sorted(alike, key=lambda q: (q > p, abs(q - p))):
        if (item := min(weighed.items[q], key=lambda found: found[0])[1]).old is not None:
            return item
    return None


def _places(clusters: Sequence[Cluster]) -> dict[int, int]:
    """Where paragraphs of the base stand in the file, those that are one there too."""
    return {c.groups[0]: c.paragraphs[0] for c in clusters if len(c.groups) == len(c.paragraphs) == 1}


def _own(sides: Sides, clusters: Sequence[Cluster], weighed: Weighed) -> list[int]:
    """The paragraphs that are the hand's own."""
    ours = {p for cluster in clusters for p in cluster.paragraphs} | {p for at in weighed.places.values() for p in at}
    return [p for p in range(len(sides.seen)) if p not in ours]


def _blocks_of_old(sides: Sides) -> dict[Ref, Ref]:
    """For blocks of the new draft, which block of the base they are."""
    found: dict[Ref, Ref] = {}
    for g, h in sides.heirs.items():
        base, new = sides.base[g], sides.new[h]
        if base.core == new.core and len(base.blocks) == len(new.blocks):
            found |= {(h, number): (g, number) for number in range(len(new.blocks))}
        else:
            found |= {(h, j): (g, i) for i, j in block_pairs(base, new) if i is not None and j is not None}
    return found
