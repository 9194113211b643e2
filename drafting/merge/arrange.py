"""The order of the file to come: where new paragraphs go, what moves, and what stays with what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from drafting.chinese.enumerators import parse_marker
from drafting.draft import Block, Role
from drafting.merge.groups import Group
from drafting.merge.model import Seen
from drafting.merge.pairing import longest_in_order
from drafting.merge.sections import is_line


class Slot(NamedTuple):
    """A paragraph of the file to come: of the file (`seen`) or of the new draft (`new`), by index; -1 for not.

    block: the only block of the new paragraph that comes in, where the hand has put each on a line of its own.
    """

    seen: int = -1
    new: int = -1
    block: int = -1

    @property
    def blocks(self) -> slice:
        """Which blocks of the new paragraph come in."""
        return slice(None) if self.block < 0 else slice(self.block, self.block + 1)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known before the order is decided.

    old: for paragraphs of the new draft, which of the base they continue. places: for paragraphs of the new draft
    that stand in the file, where; for others that are to come in, nothing, and they are in `coming`. stuck: those
    that share a paragraph of the file with others, or stand in a table, and cannot move. dropped: paragraphs of the
    file that go.
    """

    new: Sequence[Group]
    old: Mapping[int, int]
    places: Mapping[int, tuple[int, ...]]
    coming: frozenset[int]
    stuck: frozenset[int]
    dropped: frozenset[int]
    seen: Sequence[Seen]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The order to come.

    moved: paragraphs of the file that go to another place. disputed: paragraphs of the new draft that it has moved
    and that the hand has moved elsewhere, or joined to others. homeless: paragraphs of the new draft that have no
    place, because they belong amid the cells of a table.
    """

    slots: list[Slot]
    moved: frozenset[int]
    disputed: list[int]
    homeless: frozenset[int] = frozenset()


def arrange(standing: Standing) -> Arrangement:
    """The order to come. Nothing moves but what the new draft has moved, and of that as little as may be.

    A paragraph that comes in or moves goes behind the one before it in the new draft, wherever that stands in the
    file, and behind what the hand added there, but never into a section of the hand's own.
    """
    return _Arranger(standing).arranged()


def elsewhere(new: Sequence[Group], order: Sequence[int]) -> list[int]:
    """The paragraphs of the new draft that stand elsewhere in the file to come than in the draft, as few as may be.

    order: its paragraphs in the order in which they will stand.
    """
    order = list(dict.fromkeys(order))
    if all(one < other for one, other in pairwise(order)):
        return []
    kept = longest_in_order(order, [len(new[h].text) for h in order])
    return [h for n, h in enumerate(order) if n not in kept]


class _Arranger:
    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self._new = standing.new
        self._known = {p: h for h, places in standing.places.items() for p in places}
        self._levels: Mapping[int, int] = {}
        self._order = [Slot(seen=p) for p in range(len(standing.seen))]

    def arranged(self) -> Arrangement:
        moving, disputed = self._moving()
        if not moving and not self._standing.coming:
            return Arrangement(self._order, frozenset(), disputed)
        self._levels = _levels_of_own(self._standing, self._known)
        taken = {h: self._with_own(self._standing.places[h], moving) for h in moving}
        away = {slot for slots in taken.values() for slot in slots}
        self._order = [slot for slot in self._order if slot not in away]
        placed = {h for h in self._standing.places if h not in moving}
        homeless = set()
        for h in range(len(self._new)):
            if h in moving or h in self._standing.coming:
                at = self._position(h, placed)
                if h not in moving and self._is_amid_a_table(h, at):
                    homeless.add(h)
                    continue
                self._order[at:at] = taken[h] if h in moving else [Slot(new=h)]
                placed.add(h)
        return Arrangement(self._order, frozenset(slot.seen for slot in away), disputed, frozenset(homeless))

    def _is_amid_a_table(self, h: int, at: int) -> bool:
        """Whether a place is between the cells of a table, or behind some that come after in the draft."""
        if 0 < at < len(self._order) and self._is_fixed(self._order[at - 1]) and self._is_fixed(self._order[at]):
            return True
        while at and self._is_fixed(self._order[at - 1]):
            at -= 1
            if self._known.get(self._order[at].seen, -1) > h:
                return True
        return False

    def _is_fixed(self, slot: Slot) -> bool:
        return slot.seen >= 0 and self._standing.seen[slot.seen].fixed

    def _moving(self) -> tuple[set[int], list[int]]:
        """The paragraphs that the new draft has moved, and those of them that the hand has moved already."""
        standing = self._standing
        there = [h for h in sorted(standing.places) if h in standing.old]
        places = [standing.old[h] for h in there]
        if places == sorted(places):
            return set(), []
        moved = self._out_of_order(there, places)
        by_file = sorted(there, key=lambda h: standing.places[h])
        by_hand = self._out_of_order(by_file, [standing.old[h] for h in by_file])
        held = [h for h in moved if h in by_hand or h in standing.stuck]
        before = {h: by_file[n - 1] if n else -1 for n, h in enumerate(by_file)}
        wanted = {h: there[n - 1] if n else -1 for n, h in enumerate(there)}
        return {h for h in moved if h not in held}, [h for h in held if before[h] != wanted[h]]

    def _out_of_order(self, there: Sequence[int], places: Sequence[int]) -> list[int]:
        kept = longest_in_order(places, [len(self._new[h].text) for h in there])
        return [h for n, h in enumerate(there) if n not in kept]

    def _with_own(self, places: Sequence[int], moving: set[int]) -> list[Slot]:
        """The paragraphs that move together: with them what the hand added behind, unless it opens a section."""
        slots = [Slot(seen=p) for p in places]
        level = self._new[self._known[places[-1]]].blocks[-1].level
        p = places[-1] + 1
        while p < len(self._standing.seen) and self._is_own(p) and not self._standing.seen[p].fixed:
            if (own := self._levels.get(p)) is not None and own <= level:
                break
            slots.append(Slot(seen=p))
            p += 1
        return slots

    def _is_own(self, p: int) -> bool:
        return p not in self._known and p not in self._standing.dropped

    def _position(self, h: int, placed: set[int]) -> int:
        """Where in the order a paragraph of the new draft goes."""
        before = next((n for n in range(h - 1, -1, -1) if n in placed), None)
        behind = next((n for n in range(h + 1, len(self._new)) if n in placed), None)
        if before is None or (behind == h + 1 and before < h - 1):
            return self._index(behind, first=True) if behind is not None else self._behind_all()
        at = self._index(before, first=False) + 1
        inside = self._is_fixed(self._order[at - 1])
        while at < len(self._order) and self._is_passed(self._order[at], h, behind):
            if not inside and self._known.get(self._order[at].seen, -1) > h:
                break  # a table begins that comes after
            at += 1
        return at

    def _index(self, h: int, *, first: bool) -> int:
        places = self._standing.places.get(h, ())
        found = [n for n, slot in enumerate(self._order) if slot.new == h or slot.seen in places]
        return found[0 if first else -1]

    def _behind_all(self) -> int:
        return len(self._order)

    def _is_passed(self, slot: Slot, h: int, behind: int | None) -> bool:
        """Whether what stands behind the paragraph before it is of the hand's own and comes before this one."""
        if slot.seen < 0:
            return False
        if self._is_fixed(slot) or slot.seen in self._standing.dropped:
            return True
        if not self._is_own(slot.seen):
            return False
        own, block = self._levels.get(slot.seen), self._new[h].blocks[0]
        if own is None:
            return True
        level = _level(block)
        if block.role is Role.ITEM or block.is_heading:
            return own >= level
        following = self._new[behind].blocks[0] if behind is not None else None
        leads_in = following is not None and following.role is Role.ITEM and following.level <= own
        return own > level and not leads_in


def _level(block: Block) -> int:
    """The level at which a block opens something, or goes on."""
    return block.depth if block.is_heading else block.level


def _levels_of_own(standing: Standing, known: Mapping[int, int]) -> dict[int, int]:
    """For paragraphs of the hand's own that open a section: at which level, by their enumerator or their neighbours."""
    families: dict[str, int] = {}
    for group in standing.new:
        for block in group.blocks:
            if (found := parse_marker(block.marker)) is not None:
                families.setdefault(found.family, block.level)
    levels: dict[int, int] = {}
    before = 0
    for p, seen in enumerate(standing.seen):
        if p in known:
            blocks = standing.new[known[p]].blocks
            before = blocks[-1].level
            for block in blocks:
                if (found := parse_marker(block.marker)) is not None:
                    families[found.family] = block.level
            continue
        text = seen.text.strip()
        if (found := parse_marker(text)) is not None and found.family in families:
            levels[p] = families[found.family]
        elif is_line(text) and not seen.fixed:
            levels[p] = before if found is None else before + 1
    return levels
