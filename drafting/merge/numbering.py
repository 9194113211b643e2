"""Numbers that follow the structure: enumerators run on over the lists as they will stand in the file, and counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from drafting.chinese.enumerators import Style
from drafting.chinese.numerals import counted
from drafting.draft import Block, Source
from drafting.merge.groups import Group
from drafting.merge.inside import Outcome, Patch
from drafting.merge.lists import Item, Ref, lists_of, marker_at, members, styles_of
from drafting.merge.model import Clash, Entry, Kind
from drafting.merge.updates import Piece

_NUMBER = re.compile("[零一二两三四五六七八九十百]+|[0-9]+")


class Numbering:
    """The numbers of a merge.

    base, new: the paragraphs of the drafts. old_of: for blocks of the new draft, which of the base they are.
    """

    def __init__(self, base: Sequence[Group], new: Sequence[Group], old_of: Mapping[Ref, Ref]) -> None:
        self._base, self._new, self._old_of = _by_ref(base), _by_ref(new), old_of
        self.markers: dict[Ref, str] = {}
        if self.is_settled():
            return
        self._base_lists, self._lists = lists_of(self._base.items()), lists_of(self._new.items())
        self._sizes = Counter(self._lists.values())
        self._after = dict(self._sizes)

    def is_settled(self) -> bool:
        """Whether the draft has changed nothing that numbers could follow."""
        return len(self._base) == len(self._new) and all(
            self._old_of.get(ref) == ref and self._base[ref].marker == block.marker for ref, block in self._new.items()
        )

    def run(self, stood: Iterable[Item], stands: Iterable[Item], outcome: Outcome) -> None:
        """Let the numbers run on in every list that the draft has changed.

        stood: what is enumerated in the file as it is, in its order; stands: the same for the file to come. Patches
        and clashes are added to the outcome; the numbers of paragraphs that come in are in `markers` afterwards.
        """
        affected = self._affected()
        if not affected:
            return
        self._judge(list(stood))
        styles = styles_of(self._new, self._lists)
        for number, items in self._members(stands).items():
            self._after[number] = len(items)
            if number in affected:
                self._renumber(items, styles[number], outcome)

    def _renumber(self, items: Sequence[Item], of: Style | None, outcome: Outcome) -> None:
        """Number the items of a list one after the other; a number that a hand has set is not given again."""
        found = [of.read(item.marker) for item in items if of and not item.free]
        taken = {marker.number for marker in found if marker}
        last = 0
        for place, item in enumerate(items, 1):
            number = max(place, last + 1)
            while item.free and number in taken:
                number += 1
            expected = marker_at(of, number, max(number, len(items)))
            if expected is None:
                expected = self._new[item.new].marker if item.new else item.marker
            self._set(item, expected, outcome)
            last = number if item.free else last

    def bare(self, stands: Iterable[Item], outcome: Outcome) -> None:
        """Take the number from items that stand alone now."""
        for item in stands:
            if item.new is None or item.old is None or item.place is None or self._new[item.new].marker:
                continue
            if item.marker and item.marker == self._base[item.old].marker:
                self._set(item, "", outcome)

    def _members(self, stands: Iterable[Item]) -> dict[int, list[Item]]:
        levels = {ref: block.level for ref, block in self._new.items()}
        pairs = [(item, item.new) for item in stands if item.new is None or item.new in self._lists]
        return members(pairs, self._lists, levels, styles_of(self._new, self._lists))

    def _judge(self, stood: Sequence[Item]) -> None:
        """Find the items whose number nobody has set against the order: as it was written, or as it runs on."""
        styles = styles_of(self._base, self._base_lists)
        levels = {ref: block.level for ref, block in self._base.items()}
        for item in stood:
            item.free = item.old is not None and item.marker == self._base[item.old].marker
        pairs = [(item, item.old) for item in stood if item.old is None or item.old in self._base_lists]
        for number, items in members(pairs, self._base_lists, levels, styles).items():
            for place, item in enumerate(items, 1):
                item.free = item.free or item.marker == marker_at(styles[number], place, len(items))

    def _affected(self) -> set[int]:
        """The lists of the new draft that are not as they were."""
        heirs = {old for old, new in self._heirs() if self._new[new].marker}
        short = {number for ref, number in self._base_lists.items() if ref not in heirs}
        found = set()
        for ref, number in self._lists.items():
            old = self._old_of.get(ref)
            if old is None or self._base[old].marker != self._new[ref].marker or self._base_lists.get(old) in short:
                found.add(number)
        return found

    def _heirs(self) -> Iterator[tuple[Ref, Ref]]:
        yield from ((old, new) for new, old in self._old_of.items())

    def _set(self, item: Item, marker: str, outcome: Outcome) -> None:
        key = self._new[item.new].key if item.new else ""
        if item.patch is not None and item.new is not None:
            pieces = item.patch.pieces
            at = next(n for n, piece in enumerate(pieces) if piece.block == item.new[1] and piece.span is None)
            pieces[at] = pieces[at]._replace(text=marker)
        elif item.place is None and item.new is not None:
            self.markers[item.new] = marker
        elif item.place is not None and item.marker != marker:
            if item.free or not item.marker:
                new, block = item.new or (-1, -1)
                pieces = [Piece(marker, block, None)] if marker else []
                entry = Entry(Kind.UPDATED, key, marker, item.marker)
                outcome.patches.append(Patch(item.place, pieces, new, entry))
            else:
                place = item.place
                outcome.clashes.append((place.paragraph, Clash(key, place.start, place.end, marker, item.marker)))
                outcome.account.append(Entry(Kind.CONFLICT, key, marker, item.marker))

    def count(self, ref: Ref, piece: str) -> str:
        """A count as it is in the file to come: that of the list behind it which it counts in the draft."""
        found = _NUMBER.match(piece)
        if found is None or self.is_settled():
            return piece
        rest = piece[found.end() :]
        for number, size in self._sizes.items():
            first = next(place for place, list_ in self._lists.items() if list_ == number)
            if first > ref and found.group() in (counted(size, rest)[: -len(rest) or None], str(size)):
                now = self._after[number]
                return str(now) + rest if found.group().isdecimal() else counted(now, rest)
        return piece


def counts_in(pieces: Iterable[Piece]) -> Iterator[int]:
    """Which of some pieces begin with a number counted from the structure."""
    before: tuple[int, int] | None = None
    for index, piece in enumerate(pieces):
        is_count = piece.span is not None and piece.span.source is Source.COUNT
        if is_count and (piece.block, piece.nth) != before:
            yield index
        before = (piece.block, piece.nth)


def _by_ref(groups: Sequence[Group]) -> dict[Ref, Block]:
    return {(g, b): block for g, group in enumerate(groups) for b, block in enumerate(group.blocks)}
