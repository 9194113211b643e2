"""The lists of a draft, and of a file: which enumerated items run on, and what their numbers should be."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafting.chinese.enumerators import Style, parse_marker, style
from drafting.draft import Block
from drafting.merge.ground import Place
from drafting.merge.outcome import Patch
from drafting.merge.pairing import longest_in_order

Ref = tuple[int, int]
"""A block of a draft: the number of its paragraph, and its own in that."""

# What people write in the place of an enumerator: a number with signs, and such nouns as 任务一： 第1项， 举措三
_LONGEST, _MOST_DIGITS, _ROMAN = 8, 3, "ivxIVX"
_NOUNS = frozenset("第其之是要项条点件步招关个层任务问题措施举措方面要点重点环节步骤事项工作序号")


def is_enumerator(written: str) -> bool:
    """Whether what the hand wrote in the place of an enumerator is one too, of whatever kind, and says nothing else."""
    if not 0 < len(written) <= _LONGEST or sum(map(str.isdecimal, written)) > _MOST_DIGITS:
        return False
    found = parse_marker(written)
    if found is not None and found.text == written:
        return True
    words = [sign for sign in written if sign.isalpha() and not sign.isnumeric()]
    letters = "".join([sign for sign in words if sign.isascii()])
    only_nouns = all(sign.isascii() or sign in _NOUNS for sign in words)
    return only_nouns and (len(letters) <= 1 or not letters.strip(_ROMAN))


@dataclass(slots=True)
class Item:
    """An enumerated block as it is met on a walk through the file, or an item of the hand's own.

    old, new: the block in base and new draft. place: of its enumerator in the file. marker: what stands there. patch:
    which brings the block in. free: whether nobody has given it a number of another kind. renumbered: the enumerator
    that it gets, None if it keeps its own. like: the item of ours beside which one of the hand's own counts that has no
    number but that of Word, or gets one now: to_number. alone: whether one of the hand's own stands on a line behind
    which other words of the draft come before any list of it.
    """

    old: Ref | None = None
    new: Ref | None = None
    place: Place | None = None
    marker: str = ""
    patch: Patch | None = None
    free: bool = True
    renumbered: str | None = None
    like: Item | None = None
    to_number: bool = False
    alone: bool = False
    by_word: bool = False


def lists_of(blocks: Iterable[tuple[Ref, Block]]) -> dict[Ref, int]:
    """The list that each enumerated block is in, by a number."""
    found: dict[Ref, int] = {}
    running: dict[int, tuple[str, int]] = {}
    count = 0
    for ref, block in blocks:
        if not block.marker:
            continue
        known = parse_marker(block.marker)
        family, number = (known.family, known.number) if known else (block.marker, 1)
        running = {level: list_ for level, list_ in running.items() if level <= block.level}
        before = running.get(block.level)
        if before is None or before[0] != family or number == 1:
            running[block.level] = (family, count)
            count += 1
        found[ref] = running[block.level][1]
    return found


def at_home(
    items: Sequence[tuple[Item, Ref | None]], blocks: Mapping[Ref, Block], list_of: Mapping[Ref, int]
) -> list[tuple[Item, Ref | None]]:
    """The items, those that the hand has put below another heading or into another list as its own there.

    items: as for `members`. blocks: of the draft, list_of: their lists. Where its heading is gone nothing has strayed.
    """
    drafted = _above((ref, block.level) for ref, block in blocks.items() if block.marker)
    walk = [(ref, blocks[ref].level) for _item, ref in items if ref is not None]
    stands, there = _above(walk), {ref for ref, _level in walk}
    away = {ref for ref, above in drafted.items() if above in there and stands.get(ref, above) != above}
    alike: defaultdict[Hashable, list[Ref]] = defaultdict(list)
    for ref, level in walk:
        alike[level, _family(blocks[ref].marker)].append(ref)
    for refs in alike.values():
        away |= _among_others(refs, list_of)
    return [(item, None if ref in away else ref) for item, ref in items] if away else list(items)


def _among_others(walk: Sequence[Ref], list_of: Mapping[Ref, int]) -> set[Ref]:
    """The items that stand amid or behind those of another list, and beside none of their own that has stayed.

    walk: the items that are numbered alike, in the order of the file.
    """
    place = {ref: number for number, ref in enumerate(sorted(walk))}
    stayed = sorted(longest_in_order([place[ref] for ref in walk], [1] * len(walk)))
    at_rest = {list_of[walk[n]] for n in stayed}
    found = set()
    for n, ref in enumerate(walk):
        at = bisect(stayed, n)
        beside = {list_of[walk[m]] for m in stayed[max(0, at - 1) : at + 1]}
        if n not in stayed and list_of[ref] in at_rest - beside:
            found.add(ref)
    return found


def _family(marker: str) -> str:
    found = parse_marker(marker)
    return found.family if found else marker


def _above(walk: Iterable[tuple[Ref, int]]) -> dict[Ref, Ref]:
    """For each item the one of a higher level that it is below."""
    found: dict[Ref, Ref] = {}
    above: dict[int, Ref] = {}
    for ref, level in walk:
        above = {other: one for other, one in above.items() if other < level}
        if above:
            found[ref] = above[max(above)]
        above[level] = ref
    return found


def parted(items: Sequence[Item], walk: Iterable[Item], levels: Mapping[Ref, int]) -> list[list[Item]]:
    """The items of a list as a reader meets them: by themselves where something of a higher level stands between.

    walk: all items of the file to come, in order. levels: of the blocks of the new draft.
    """
    own = {id(item) for item in items}
    level = min((levels[item.new] for item in items if item.new), default=0)
    found: list[list[Item]] = [[]]
    for item in walk:
        if id(item) in own:
            found[-1].append(item)
        elif item.new is not None and levels[item.new] < level and found[-1]:
            found.append([])
    return [part for part in found if part]


def makes(of: Style | None, marker: str) -> bool:
    """Whether a style makes a marker."""
    found = of.read(marker) if of else None
    return found is not None and found.text == marker


def styles_of(blocks: Mapping[Ref, Block], list_of: Mapping[Ref, int]) -> dict[int, Style | None]:
    """How each list numbers; None for one whose markers no style makes."""
    markers: defaultdict[int, list[str]] = defaultdict(list)
    for ref, number in list_of.items():
        markers[number].append(blocks[ref].marker)
    return {number: style_of(found) for number, found in markers.items()}


def style_of(markers: Sequence[str], *, more: bool = False) -> Style | None:
    """The style that makes these markers, from the first on; None if there is none.

    more: as if another item followed: 首先，其次，再次， has no 最后，.
    """
    return _style(tuple(markers), more)


@lru_cache(256)
def _style(markers: Sequence[str], more: bool) -> Style | None:
    if (first := parse_marker(markers[0])) is None or first.number != 1:
        return None
    try:
        found = style(markers[0])
        made = [found.marker(number, len(markers) + more) for number in range(1, len(markers) + 1)]
    except ValueError:
        return None
    return found if made == list(markers) else None


def marker_at(of: Style | None, number: int, total: int) -> str | None:
    """The enumerator at a place of a list; None where the style has none, or there is none."""
    try:
        return of.marker(number, total) if of else None
    except ValueError:
        return None
