"""Values that change in a sentence or clause that the hand has put into another place, word for word: they change
there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from drafting.chinese.punctuation.marks import POINTS
from drafting.merge.carried import KNOWN, stands_elsewhere
from drafting.merge.differences import BREAK
from drafting.merge.glue import glued
from drafting.merge.ground import Ground, Place
from drafting.merge.model import Clash, Entry, Kind
from drafting.merge.outcome import Patch, Wanted
from drafting.merge.sides import Sides, Weighed
from drafting.merge.tokens import is_value

_ENDS = "。；！？" + BREAK
_CUT = 6  # characters of a clause with one value that changes in it, by which it is known where it was put


def place_of(sides: Sides, ground: Ground, g: int, wanted: Wanted) -> Place | None:
    """Where in the file stands what an update of paragraph `g` of the base changes, if the hand has put the sentence
    there as it was, or the clause, or what it cut out around it; None if it has not, or what it changes stands where
    it was."""
    start, end = wanted.start, wanted.end
    if wanted.is_block or start == end or not wanted.update.pieces or wanted.update.recast:
        return None
    if any(ground.at(n) >= 0 for n in range(start, end)):
        return None
    for left, right in _stretches(ground, start, end):
        least = _CUT if is_value(ground.base[start]) and end == start + 1 else KNOWN
        if found := stands_elsewhere(sides, g, ground.stood(left, right), least):
            at = found[1] + len(ground.stood(left, start))
            return Place(found[0], at, at + len(ground.stood(start, end)))
    return None


def _stretches(ground: Ground, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence that some tokens of the base are in, their clause, and what the hand took out around them; without
    marks at the ends."""
    tests: tuple[Callable[[int], bool], ...] = (
        lambda n: _ends(ground, n),
        lambda n: ground.base[n] in POINTS or _ends(ground, n),
        lambda n: ground.at(n) >= 0,
    )
    for stops in tests:
        left = right = start
        while left and not stops(left - 1):
            left -= 1
        while right < len(ground.base) and not stops(right):
            right += 1
        while left < start and ground.base[left] in POINTS:
            left += 1
        while right > end and ground.base[right - 1] in POINTS:
            right -= 1
        if end <= right:
            yield left, right


def _ends(ground: Ground, index: int) -> bool:
    """Whether a token ends a sentence, or is the number of an item."""
    return ground.base[index] in _ENDS or ground.pieces[index].span is None


def follow(sides: Sides, weighed: Weighed) -> None:
    """Put in what was found so: as a conflict, where something else comes in or it would give another number."""
    known = [group.text for groups in (sides.base, sides.new) for group in groups]
    for patch in weighed.following:
        place, entry = patch.place, patch.entry
        text = sides.seen[place.paragraph].text
        here = [one for one in weighed.outcome.patches if one.place.paragraph == place.paragraph]
        free = place.paragraph not in weighed.dropped and not _is_in_the_way(here, place)
        if free and patch not in glued(text, _in_order([*here, patch]), [*known, text]):
            weighed.outcome.patches.append(patch)
        elif entry is not None:
            clash = Clash(entry.block, place.start, place.end, patch.text, entry.before, by_hand=False)
            weighed.outcome.clashes.append((place.paragraph, clash))
            told = Entry(Kind.CONFLICT, entry.block, patch.text, entry.before, entry.path, by_hand=False)
            weighed.outcome.account.append(told)


def _is_in_the_way(patches: Sequence[Patch], place: Place) -> bool:
    return any(patch.place.start < place.end and place.start < patch.place.end for patch in patches)


def _in_order(patches: Sequence[Patch]) -> list[Patch]:
    return sorted(patches, key=lambda patch: (patch.place.start, patch.place.end))
