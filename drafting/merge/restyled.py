"""Lists whose numbers the hand has set in another style, 1. 2. 3. where the draft has 一、二、三、, and those that the
draft numbers no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from drafting.chinese.enumerators import Style, style_writing
from drafting.draft import Block
from drafting.merge.lists import Item, Ref, makes, style_of
from drafting.merge.members import members


def restyled(
    items: Sequence[tuple[Item, Ref | None]],
    blocks: Mapping[Ref, Block],
    list_of: Mapping[Ref, int],
    styles: Mapping[int, Style | None],
) -> dict[int, Style | None]:
    """The lists of the base whose numbers the hand has set in another style, each with that style.

    It has set them all, but for what came in since, and with items of its own between ours or without: all of them run
    on from the first. None is the style of numbers that do not.
    items: what is enumerated in the file, as for `members`. blocks: of the base, list_of: their lists, styles: how
    these are drafted.
    """
    found: dict[int, Style | None] = {}
    loose: dict[int, Style] = {}
    for number, markers in _renumbered(items, blocks, list_of, styles):
        found[number] = _running(markers)
        if found[number] is None and (of := style_writing(markers[0])) and all(makes(of, one) for one in markers):
            loose[number] = of
    if loose:
        levels = {ref: block.level for ref, block in blocks.items()}
        with_own = members(items, list_of, levels, {**styles, **found, **loose})
        found |= {number: _running([item.marker for item in with_own[number] if item.marker]) for number in loose}
    return found


def unnumbered(old_of: Mapping[Ref, Ref], base_lists: Mapping[Ref, int], blocks: Mapping[Ref, Block]) -> set[int]:
    """The lists of the base that the new draft numbers no more, though more than one of their items are in it.

    old_of: for blocks of the new draft, which of the base they are. base_lists: of the base, blocks: of the new draft.
    """
    found: defaultdict[int, list[str]] = defaultdict(list)
    for ref, old in old_of.items():
        if old in base_lists:
            found[base_lists[old]].append(blocks[ref].marker)
    return {number for number, markers in found.items() if len(markers) > 1 and not any(markers)}


def _renumbered(
    items: Sequence[tuple[Item, Ref | None]],
    blocks: Mapping[Ref, Block],
    list_of: Mapping[Ref, int],
    styles: Mapping[int, Style | None],
) -> Iterator[tuple[int, list[str]]]:
    """The lists of the base most of whose numbers the hand has changed, and none of them to one of their style; each
    with the numbers of its items."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    by_hand: defaultdict[int, list[str]] = defaultdict(list)
    for item, ref in items:
        if ref is not None and item.marker:
            number = list_of[ref]
            found[number].append(item.marker)
            by_hand[number] += [item.marker] * (item.marker != blocks[ref].marker)
    for number, markers in found.items():
        of, changed = styles[number], by_hand[number]
        most = len(changed) > 1 and 2 * len(changed) > len(markers)
        if of and most and not any(makes(of, marker) for marker in changed):
            yield number, markers


def _running(markers: Sequence[str]) -> Style | None:
    return style_of(markers) or style_of(markers, more=True)
