"""Numbers that follow the structure: enumerators run on over the lists as they will stand in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from drafting.chinese.enumerators import Style
from drafting.draft import Block
from drafting.merge.groups import Group
from drafting.merge.lists import Item, Ref, lists_of, marker_at, members, styles_of
from drafting.merge.model import Clash, Entry, Kind
from drafting.merge.outcome import Outcome, Patch
from drafting.merge.pieces import Piece


class Numbering:
    """The numbers of a merge.

    base, new: the paragraphs of the drafts, numbered as drafted. old_of: for blocks of the new draft, which of the
    base they are. written: by key the enumerators that blocks of the base were given in the file instead.
    """

    def __init__(
        self, base: Sequence[Group], new: Sequence[Group], old_of: Mapping[Ref, Ref], written: Mapping[str, str]
    ) -> None:
        self._base, self._new, self._old_of, self._written = _by_ref(base), _by_ref(new), old_of, written
        self.stood: dict[int, list[Item]] = {}
        """The items of each list of the base in the file as it is."""
        self.stands: dict[int, list[Item]] = {}
        """The items of each list of the new draft in the file to come."""
        self._settled = self._is_settled()
        self.affected: set[int] = set() if self._settled else self._affected()
        """The lists of the new draft that are not as they were; the numbers of all others stay as they are."""
        self.markers: dict[Ref, str] = {
            new: written[block.key]
            for new, old in old_of.items()
            if (block := self._base[old]).key in written and block.marker == self._new[new].marker
        }
        """What enumerates a block of the new draft from now on, where that is not what it was drafted with."""

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
        styles = styles_of(self._new, self.lists)
        levels = {ref: block.level for ref, block in self._new.items()}
        pairs = [(item, item.new) for item in coming if item.new is None or item.new in self.lists]
        self.stands = members(pairs, self.lists, levels, styles)
        for number in self.affected & self.stands.keys():
            self._renumber(self.stands[number], styles[number], outcome)
        if not self._settled:
            self._bare(coming, outcome)

    def _is_as_drafted(self, stands: Sequence[Item]) -> bool:
        """Whether neither the draft nor the hand has changed a number, or a list."""
        return (
            self._settled
            and all(item.old is not None and item.marker == self._marker_of(item.old) for item in stands)
            and sum([bool(item.marker) for item in stands]) == sum([bool(b.marker) for b in self._new.values()])
        )

    def stood_where_affected(self) -> dict[int, int]:
        """How many items the lists of the base had in the file, those that the new draft has changed."""
        changed = {
            self.base_lists.get(self._old_of[new])
            for new, number in self.lists.items()
            if new in self._old_of and number in self.affected
        }
        return {number: len(items) for number, items in self.stood.items() if number in changed}

    def misfits(self, outcome: Outcome) -> Iterator[Entry]:
        """An entry for each list whose numbers, as they will stand in the file, do not run on; conflicts apart."""
        clashing = {(number, clash.start) for number, clash in outcome.clashes}
        styles = styles_of(self._new, self.lists)
        for number, items in self.stands.items():
            places = {(item.place.paragraph, item.place.start) for item in items if item.place}
            have = [self._number_of(item) for item in items]
            want = [marker_at(styles[number], place, len(items)) for place in range(1, len(items) + 1)]
            if styles[number] and have != want and None not in want and not places & clashing:
                key = next((self._new[item.new].key for item in items if item.new), "")
                yield Entry(Kind.MISFIT, key, "".join(map(str, want)), "".join(have))

    def _number_of(self, item: Item) -> str:
        """The number that an item has in the file to come."""
        if item.new is not None and item.place is None:
            return self.markers.get(item.new, self._new[item.new].marker)
        return item.marker if item.renumbered is None else item.renumbered

    def _renumber(self, items: Sequence[Item], of: Style | None, outcome: Outcome) -> None:
        """Number the items of a list one after the other."""
        for place, item in enumerate(items, 1):
            expected = marker_at(of, place, len(items))
            if expected is None:
                expected = self._new[item.new].marker if item.new else item.marker
            self._set(item, expected, outcome)

    def _bare(self, stands: Iterable[Item], outcome: Outcome) -> None:
        """Take the number from items that stand alone now; not beside others of their list that the hand has kept."""
        stands = list(stands)
        kept = {self.base_lists.get(item.old) for item in stands if item.old and item.new is None and item.marker}
        for item in stands:
            if item.new is None or item.old is None or item.place is None or self._new[item.new].marker:
                continue
            if self.base_lists.get(item.old) in kept:
                self.markers[item.new] = item.marker
            elif item.marker and item.marker == self._marker_of(item.old):
                self._set(item, "", outcome)

    def _marker_of(self, old: Ref) -> str:
        """What a block of the base was enumerated with in the file, by us."""
        block = self._base[old]
        return self._written.get(block.key, block.marker)

    def _judge(self, stood: Sequence[Item]) -> None:
        """Find the items whose number nobody has set against the order: as it was written, or as it runs on."""
        styles = styles_of(self._base, self.base_lists)
        levels = {ref: block.level for ref, block in self._base.items()}
        for item in stood:
            item.free = item.old is not None and item.marker == self._marker_of(item.old)
        pairs = [(item, item.old) for item in stood if item.old is None or item.old in self.base_lists]
        self.stood = members(pairs, self.base_lists, levels, styles)
        for number, items in self.stood.items():
            last = 0
            for place, item in enumerate(items, 1):
                of = styles[number]
                runs_on = item.marker in (marker_at(of, place, len(items)), marker_at(of, last + 1, len(items)))
                item.free = item.free or runs_on
                found = of.read(item.marker) if of else None
                last = found.number if found else place

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
            if old is None or self._base[old].marker != self._new[ref].marker or self.base_lists.get(old) in short:
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
            else:
                place, was = item.place, self._marker_of(item.old) if item.old else ""
                outcome.clashes.append((place.paragraph, Clash(key, place.start, place.end, marker, was)))
                outcome.account.append(Entry(Kind.CONFLICT, key, marker, item.marker))


def _by_ref(groups: Sequence[Group]) -> dict[Ref, Block]:
    return {(g, b): block for g, group in enumerate(groups) for b, block in enumerate(group.blocks)}
