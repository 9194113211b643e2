"""Which items stand in which list of a file: those of a draft, and among them those that the hand has put in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from drafting.chinese.enumerators import Style
from drafting.merge.lists import Item, Ref, makes, marker_at


def members(
    items: Sequence[tuple[Item, Ref | None]],
    list_of: Mapping[Ref, int],
    levels: Mapping[Ref, int],
    styles: Mapping[int, Style | None],
    homes: Mapping[int, Collection[int]] | None = None,
) -> dict[int, list[Item]]:
    """The items of each list in the order of the file; an item of the hand's own is in the list that its number fits.

    items: each with its block in the draft whose lists these are, None for one of the hand's own. Where such a one
    begins to count anew behind others, that and what follows is a list of the hand's own, unless ours goes on from it.
    homes: by the id of such an item the lists that go on those in which it stood so far, whatever its number is; None
    where nothing stood so far.
    """
    walk = _Walk(list_of, levels, styles, homes)
    refs = {id(item): ref for item, ref in items if ref is not None}
    following = _following(items, list_of)
    for (item, ref), behind in zip(items, following, strict=True):
        if item.like is not None:
            if id(item.like) in refs:
                walk.found[list_of[refs[id(item.like)]]].append(item)
        elif ref is not None:
            walk.meet(item, ref)
        else:
            walk.meet_own(item, behind)
    return walk.found


def _following(items: Sequence[tuple[Item, Ref | None]], list_of: Mapping[Ref, int]) -> list[int | None]:
    """For each item the list of the next one of the draft behind it."""
    found: list[int | None] = []
    behind = None
    for item, ref in reversed(items):
        found.append(behind)
        behind = list_of[ref] if ref is not None and item.like is None else behind
    return found[::-1]


class _Walk:
    """A walk through the file. found: the items of each list so far."""

    def __init__(
        self,
        list_of: Mapping[Ref, int],
        levels: Mapping[Ref, int],
        styles: Mapping[int, Style | None],
        homes: Mapping[int, Collection[int]] | None,
    ) -> None:
        self._list_of, self._levels, self._styles = list_of, levels, styles
        self._homes, self._is_first = homes or {}, homes is None
        self.found: defaultdict[int, list[Item]] = defaultdict(list)
        self._running: dict[int, int] = {}  # by level
        self._waiting: list[Item] = []  # of the hand's own since the last item of ours, in no list that runs
        self._anew: list[Item] = []  # those of them that count anew
        self._apart: list[Style | None] = []  # how these count

    def meet(self, item: Item, ref: Ref) -> None:
        """An item of the draft."""
        number, level = self._list_of[ref], self._levels[ref]
        self._running = {other: list_ for other, list_ in self._running.items() if other <= level}
        if self._running.get(level) != number:
            self.found[number] += self._in_front(number, item)
        self._running[level] = number
        self.found[number].append(item)
        self._waiting, self._anew, self._apart = [], [], []

    def _in_front(self, number: int, first: Item) -> list[Item]:
        """The items of the hand's own that begin a list, whose first one of the draft is `first`."""
        of = self._styles[number]
        goes_on = self._is_first and bool(self._anew) and _is_next(of, self._anew[-1].marker, first.marker)
        return [
            own
            for own in self._waiting
            if self._is_home(own, number) or (makes(of, own.marker) and (goes_on or own not in self._anew))
        ]

    def meet_own(self, item: Item, following: int | None) -> None:
        """An item of the hand's own. following: the list of the next one of the draft."""
        inner = sorted(self._running, reverse=True)
        home = [level for level in inner if self._is_home(item, self._running[level])]
        if not home and following is not None and self._is_home(item, following):
            self._waiting.append(item)
            return
        fitting = home or [level for level in inner if makes(self._styles[self._running[level]], item.marker)]
        if not fitting:
            self._waiting += [] if item.alone else [item]
            return
        number = self._running[fitting[0]]
        of, others = self._styles[number], self.found[number]
        if not home and (of in self._apart or item.marker == marker_at(of, 1, len(others) + 1)):
            self._apart.append(of)
            self._anew.append(item)
            self._waiting += [] if item.alone else [item]
        else:
            others.append(item)
        self._running = {level: list_ for level, list_ in self._running.items() if level <= fitting[0]}

    def _is_home(self, own: Item, number: int) -> bool:
        return number in self._homes.get(id(own), ())


def _is_next(of: Style | None, marker: str, other: str) -> bool:
    """Whether a style makes two markers, the one right behind the other."""
    if of is None or not (makes(of, marker) and makes(of, other)):
        return False
    one, two = of.read(marker), of.read(other)
    return one is not None and two is not None and two.number == one.number + 1
