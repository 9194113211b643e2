"""Numbers that follow the structure: enumerators run on over the lists as they will stand in the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from drafting.chinese.enumerators import Style
from drafting.draft import Block
from drafting.merge.groups import Group
from drafting.merge.lists import Item, Ref, at_home, lists_of, makes, marker_at, parted, styles_of
from drafting.merge.members import members
from drafting.merge.model import Clash, Entry, Kind
from drafting.merge.outcome import Outcome, Patch
from drafting.merge.pieces import Piece
from drafting.merge.restyled import restyled, unnumbered


class Numbering:
    """The numbers of a merge.

    base, new: the paragraphs of the drafts, numbered as drafted. old_of: for blocks of the new draft, which of the
    base they are. written: the enumerators that blocks of the base were given in the file instead. entered: keys of
    blocks that count as new although the base has them.
    """

    def __init__(
        self,
        base: Sequence[Group],
        new: Sequence[Group],
        old_of: Mapping[Ref, Ref],
        written: Mapping[Ref, str],
        entered: Collection[str] = (),
    ) -> None:
        self._base, self._new, self._old_of, self._written = _by_ref(base), _by_ref(new), old_of, written
        self.stood: dict[int, list[Item]] = {}
        """The items of each list of the base in the file as it is."""
        self.stands: dict[int, list[Item]] = {}
        """The items of each list of the new draft in the file to come."""
        self._walk: list[Item] = []
        self._styles_by_hand: dict[int, Style | None] = {}
        self._entered = entered
        self._settled = not entered and self._is_settled()
        self.affected: set[int] = set() if self._settled else self._affected()
        """The lists of the new draft that are not as they were; the numbers of all others stay as they are."""
        self.markers: dict[Ref, str] = {
            new: written[old]
            for new, old in old_of.items()
            if old in written and self._base[old].marker == self._new[new].marker
        }
        """What enumerates a block of the new draft from now on, where that is not what it was drafted with."""

    @cached_property
    def _levels(self) -> dict[Ref, int]:
        return {ref: block.level for ref, block in self._new.items()}

    @cached_property
    def base_lists(self) -> dict[Ref, int]:
        """The list that each enumerated block of the base is in."""
        return lists_of(self._base.items())

    @cached_property
    def lists(self) -> dict[Ref, int]:
        """The same for the new draft."""
        return lists_of(self._new.items())

    def run(self, stood: Iterable[Item], stands: Iterable[Item], outcome: Outcome) -> None:
        """Let the numbers run on in every list that the draft has changed.

        stood: what is enumerated in the file as it is, in its order; stands: the same for the file to come. Patches
        and clashes are added to the outcome; the numbers of paragraphs that come in are in `markers` afterwards.
        """
        coming = list(stands)
        if self._is_as_drafted(coming):
            return
        self._judge(list(stood))
        self._walk = coming
        pairs = [(item, item.new) for item in coming if item.new in self.lists or self._may_be_of_a_list(item)]
        pairs = at_home(pairs, self._new, self.lists)
        self.stands = members(pairs, self.lists, self._levels, self._styles, self._homes())
        # What was taken out and is asked back changes a list though the draft does not.
        self.affected |= {self.lists[item.new] for item in coming if item.new in self.lists and item.place is None}
        self.affected |= self._grown_by_hand()
        self._add_kept(item for item in coming if item.new is None and self._is_bare(item))
        for number in self.affected & self.stands.keys():
            self._renumber(number, outcome)
        if not self._settled:
            self._bare(coming, outcome)

    def _grown_by_hand(self) -> set[int]:
        """The lists of paragraphs that the hand has only put some into, with numbers that run on."""
        drafted: defaultdict[int, list[Ref]] = defaultdict(list)
        for ref, number in self.lists.items():
            drafted[number].append(ref)
        return {
            number
            for number, items in self.stands.items()
            if any(item.old is None and item.new is None and item.marker for item in items)
            and all(item.free and item.place is not None and not item.place.start for item in items)
            and [item.new for item in items if item.new is not None] == drafted[number]
        }

    def _may_be_of_a_list(self, item: Item) -> bool:
        """Whether an item that is no block of the new draft may stand in one of its lists: one of the hand's own, or
        one that stays though it is not drafted any more, where the list goes on that it was in."""
        if item.new is not None:
            return False
        before = self.base_lists.get(item.old) if item.old else None
        return before is None or before in self._going_on

    @cached_property
    def _going_on(self) -> dict[int, set[int]]:
        """The lists of the base that go on in the new draft, each with those of the new draft that continue it."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for ref, number in self.lists.items():
            if (old := self._old_of.get(ref)) in self.base_lists:
                found[self.base_lists[old]].add(number)
        return dict(found)

    def _homes(self) -> dict[int, set[int]]:
        """For numbers that are not of the new draft, by id, the lists of it that continue those in which they stood."""
        own = [(i, number) for number, items in self.stood.items() for i in items if i.new is None and i.marker]
        return {id(item): self._going_on.get(number, set()) for item, number in own}

    def _is_as_drafted(self, stands: Sequence[Item]) -> bool:
        """Whether neither the draft nor the hand has changed a number, or a list."""
        return (
            self._settled
            and all(item.old is not None and item.marker == self._marker_of(item.old) for item in stands)
            and all(one.old < other.old for one, other in pairwise(stands) if one.old and other.old)
            and sum([bool(item.marker) for item in stands]) == sum([bool(b.marker) for b in self._new.values()])
        )

    def sizes(self, items: Sequence[Item]) -> tuple[int, int, bool]:
        """How many items a list may have in the file: at least, and at most, and whether that is so because the hand
        has joined paragraphs.

        An item in the middle of a paragraph, of the draft or as the hand joined it, whose number the hand took off may
        be part of the one before it.
        """
        bare = [item for item in items if self._is_bare(item)]
        inside = [item for item in bare if item.old and (item.old[1] or (item.place and item.place.start))]
        some_numbered = len(bare) < len([item for item in items if item.place is not None])
        joined = some_numbered and bool(inside) and not any(item.old and item.old[1] for item in inside)
        return len(items) - (len(inside) if some_numbered else 0), len(items), joined

    def stood_where_affected(self) -> dict[int, list[Item]]:
        """The items that lists of the base had in the file, those lists that the new draft has changed."""
        changed = {
            self.base_lists.get(self._old_of[new])
            for new, number in self.lists.items()
            if new in self._old_of and number in self.affected
        }
        return {number: items for number, items in self.stood.items() if number in changed}

    def misfits(self, outcome: Outcome) -> Iterator[Entry]:
        """An entry for each list whose numbers, as they will stand in the file, do not run on; conflicts apart."""
        clashing = {(number, clash.start) for number, clash in outcome.clashes}
        parts = [
            (number, part)
            for number, found in self.stands.items()
            for part in parted([item for item in found if self._number_of(item)], self._walk, self._levels)
        ]
        for number, items in parts:
            of = self._styles[number]
            places = {(item.place.paragraph, item.place.start) for item in items if item.place}
            have = [self._number_of(item) for item in items]
            want = [marker_at(of, place, len(items)) for place in range(1, len(items) + 1)]
            if self._is_foreign(number) and not any(of and makes(of, one) for one in have):
                continue
            if of and have != want and None not in want and not places & clashing:
                key = next((self._new[item.new].key for item in items if item.new), "")
                yield Entry(Kind.MISFIT, key, "".join(map(str, want)), "".join(have))

    def _number_of(self, item: Item) -> str:
        """The number that an item has in the file to come."""
        if item.new is not None and item.place is None:
            return self.markers.get(item.new, self._new[item.new].marker)
        return item.marker if item.renumbered is None else item.renumbered

    def _renumber(self, number: int, outcome: Outcome) -> None:
        """Number the items of a list one after the other, but for those whose number the hand took off.

        Where it took off all of them, what comes in gets none either; where it numbers in a way that is not known,
        its numbers stay.
        """
        items, of = self.stands[number], self._styles[number]
        numbered = [item for item in items if not self._is_bare(item)]
        foreign = self._is_foreign(number)
        all_bare = len(numbered) < len(items) and not any(item.place for item in numbered)
        for place, item in enumerate(numbered, 1):
            expected = marker_at(of, place, len(numbered))
            if expected is None:
                expected = self._new[item.new].marker if item.new else item.marker
            if foreign and item.place is not None and item.old is not None:
                continue
            self._set(item, "" if all_bare else expected, outcome)

    def _add_kept(self, bare: Iterable[Item]) -> None:
        """Add items without a number that the draft no longer has, and that stay, to the list that they were in."""
        for item in bare:
            for number, items in self.stands.items():
                if item.old and self.base_lists[item.old] in self._before(number):
                    items.append(item)

    def _is_bare(self, item: Item) -> bool:
        """Whether the hand took the number of an item off, or Word counts it."""
        bare = item.place is not None and not item.marker and not item.to_number
        return bare and (item.old in self.base_lists or item.like is not None or item.by_word)

    def _before(self, number: int) -> set[int]:
        """The lists of the base that a list of the new draft continues."""
        return {before for before, now in self._going_on.items() if number in now}

    def _bare(self, stands: Iterable[Item], outcome: Outcome) -> None:
        """Take the number from items that stand alone now; not beside others of their list that the hand has kept.

        Where the draft numbers a list no more, what runs on in it goes too: items of the hand's own, and those that it
        has renumbered for their sake.
        """
        stands = list(stands)
        kept = {self.base_lists.get(item.old) for item in stands if item.old and item.new is None and item.marker}
        numberless = unnumbered(self._old_of, self.base_lists, self._new) - self._styles_by_hand.keys() - kept
        own = {id(item) for number in numberless for item in self.stood.get(number, ()) if item.old is None}
        for item in stands:
            if id(item) in own and item.free:
                self._set(item, "", outcome)
            if item.new is None or item.old is None or item.place is None or self._new[item.new].marker:
                continue
            number = self.base_lists.get(item.old)
            if number in kept:
                if item.free:
                    self.markers[item.new] = item.marker
            elif item.marker and (item.marker == self._marker_of(item.old) or (item.free and number in numberless)):
                self._set(item, "", outcome)

    def _marker_of(self, old: Ref) -> str:
        """What a block of the base was enumerated with in the file, by us."""
        return self._written.get(old, self._base[old].marker)

    def _judge(self, stood: Sequence[Item]) -> None:
        """Find the items whose number nobody has set against the order: as it was written, or as it runs on."""
        styles = styles_of(self._base, self.base_lists)
        levels = {ref: block.level for ref, block in self._base.items()}
        for item in stood:
            item.free = item.old is not None and item.marker == self._marker_of(item.old)
        pairs = [(item, item.old) for item in stood if item.old is None or item.old in self.base_lists]
        self._styles_by_hand = restyled(pairs, self._base, self.base_lists, styles)
        styles |= self._styles_by_hand
        self.stood = members(at_home(pairs, self._base, self.base_lists), self.base_lists, levels, styles)
        for number, items in self.stood.items():
            last = 0
            for place, item in enumerate([item for item in items if not self._is_bare(item)], 1):
                of = styles[number]
                runs_on = item.marker in (marker_at(of, place, len(items)), marker_at(of, last + 1, len(items)))
                item.free = item.free or runs_on or bool(self._styles_by_hand.get(number))
                found = of.read(item.marker) if of else None
                last = found.number if found else place

    @cached_property
    def _styles(self) -> dict[int, Style | None]:
        """How each list of the new draft numbers in the file: as drafted, or as the hand has set them all."""
        found = styles_of(self._new, self.lists)
        for number in found:
            for before in self._before(number) & self._styles_by_hand.keys():
                found[number] = self._styles_by_hand[before] or found[number]
        return found

    def _is_foreign(self, number: int) -> bool:
        """Whether the hand numbered a list of the new draft in a way that is not known."""
        by_hand = self._before(number) & self._styles_by_hand.keys()
        return any(self._styles_by_hand[before] is None for before in by_hand)

    def _is_settled(self) -> bool:
        """Whether the draft has changed nothing that numbers could follow."""
        return len(self._base) == len(self._new) and all(
            self._old_of.get(ref) == ref and self._base[ref].marker == block.marker for ref, block in self._new.items()
        )

    def _affected(self) -> set[int]:
        """The lists of the new draft that are not as they were."""
        heirs = {old for new, old in self._old_of.items() if self._new[new].marker}
        short = {number for ref, number in self.base_lists.items() if ref not in heirs}
        found = set()
        for ref, number in self.lists.items():
            old = self._old_of.get(ref)
            was = self._base[old] if old is not None else None
            is_new = was is None or was.key in self._entered or was.marker != self._new[ref].marker
            if is_new or (old is not None and self.base_lists.get(old) in short):
                found.add(number)
        return found

    def _set(self, item: Item, marker: str, outcome: Outcome) -> None:
        key = self._new[item.new].key if item.new else ""
        if item.new is not None:
            self.markers[item.new] = marker
        if item.patch is not None and item.new is not None:
            pieces = item.patch.pieces
            at = next(n for n, piece in enumerate(pieces) if piece.block == item.new[1] and piece.span is None)
            pieces[at] = pieces[at]._replace(text=marker)
        elif item.place is not None and item.marker != marker:
            if item.free or not item.marker:
                new, block = item.new or (-1, -1)
                pieces = [Piece(marker, block, None)] if marker else []
                entry = Entry(Kind.UPDATED, key, marker, item.marker)
                outcome.patches.append(Patch(item.place, pieces, new, entry))
                item.renumbered = marker
            elif marker != (was := self._marker_of(item.old) if item.old else ""):
                place = item.place
                outcome.clashes.append((place.paragraph, Clash(key, place.start, place.end, marker, was)))
                outcome.account.append(Entry(Kind.CONFLICT, key, marker, item.marker))


def _by_ref(groups: Sequence[Group]) -> dict[Ref, Block]:
    return {(g, b): block for g, group in enumerate(groups) for b, block in enumerate(group.blocks)}
