"""Sections: a heading and what stands below it belong together, also when the draft drops them or brings them back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.punctuation import is_point
from drafting.draft import Block, Draft
from drafting.merge.groups import Group, groups_of
from drafting.merge.model import AND_MORE, Clash, Entry, Kind
from drafting.merge.sides import Sides, Weighed

LONGEST_HEADING = 30  # characters of a line of the hand's own that is a heading
CLOSERS = "”’）》"


def opens(text: str) -> bool:
    """Whether a line of the hand's own is a heading, or begins with an enumerator."""
    text = text.strip()
    return is_line(text) or parse_marker(text) is not None


def is_line(text: str) -> bool:
    """Whether a paragraph of the hand's own is a short line without a mark at its end, as headings are."""
    text = text.strip()
    return 0 < len(text) <= LONGEST_HEADING and not is_point(text.rstrip(CLOSERS)[-1:])


def parents(groups: Sequence[Group]) -> dict[int, int]:
    """For each paragraph of a draft, the heading or item that it is under."""
    found: dict[int, int] = {}
    above: dict[int, int] = {}
    for h, group in enumerate(groups):
        first = group.blocks[0]
        depth = first.depth if _is_top(first) else first.level + 1
        above = {level: place for level, place in above.items() if level < depth}
        if above:
            found[h] = above[max(above)]
        if _is_top(first):
            above[depth] = h
    return found


def with_below(draft: Draft, keys: Collection[str]) -> set[str]:
    """Some keys of blocks, with those of all that stands below them: a task is its heading and its text."""
    if not keys:
        return set()
    groups = groups_of(draft)
    found, section = set(keys), parents(groups)
    for h, group in enumerate(groups):
        if h in section and any(block.key in found for block in groups[section[h]].blocks):
            found.update(block.key for block in group.blocks)
    return found


def without_place(sides: Sides, weighed: Weighed) -> None:
    """What would come into a section that the hand took out as a whole has no place."""
    if not weighed.coming:
        return
    section = parents(sides.new)
    alive = {section[h] for h in weighed.places if h in section} | weighed.places.keys()
    for h in sorted(weighed.coming):
        parent = section.get(h)
        wanted = any(block.key in sides.restore for block in sides.new[h].blocks)
        if parent is not None and not wanted and parent not in alive and parent not in weighed.coming:
            weighed.coming.discard(h)
            weighed.lost.append(Entry(Kind.UNPLACED, sides.new[h].key, sides.new[h].text))


def keep_whole(sides: Sides, weighed: Weighed, places: dict[int, int], own: set[int]) -> None:
    """A section that the draft drops stays whole where the hand worked on a part of it, and that is told.

    Where the draft has put what is below it under another heading, only that part stays, with its own heading.
    places: where paragraphs of the base stand in the file. own: paragraphs of the file that are the hand's own.
    """
    section = parents(sides.base)
    for members in _dropped(sides, section):
        standing = [g for g in members if g in places]
        level = sides.base[members[0]].blocks[0].depth
        worked_on = [g for g in standing if g in weighed.kept or _has_own(sides, places[g], level, places, own)]
        if worked_on:
            regrouped = any(section.get(g) == members[0] for g in sides.heirs)
            left = [g for g in standing if g == members[0] or g in worked_on] if regrouped else standing
            _keep(sides, weighed, left, places)


def _dropped(sides: Sides, section: Mapping[int, int]) -> Iterator[list[int]]:
    """The sections of the base whose heading, or item, the new draft no longer has: it, and what of it goes too."""
    members: dict[int, list[int]] = {}
    for g in range(len(sides.base)):
        if g in sides.heirs:
            continue
        top = g
        while (parent := section.get(top)) is not None and parent not in sides.heirs:
            top = parent
        members.setdefault(top, []).append(g)
    yield from (found for top, found in members.items() if _is_top(sides.base[top].blocks[0]))


def _is_top(block: Block) -> bool:
    """Whether something may stand below a block: a heading, or an item on a line of its own."""
    return block.is_heading or bool(block.marker)


def _has_own(sides: Sides, p: int, level: int, places: dict[int, int], own: set[int]) -> bool:
    """Whether the hand added to a section, behind paragraph `p` of the file: more of it follows, or the next of its
    kind. What stands behind the last one of all may belong to anything, and what opens a section does to that.

    level: of the section's heading or item.
    """
    behind = p + 1
    while behind in own and not opens(sides.seen[behind].text):
        behind += 1
    if behind == p + 1 or not any(sides.seen[n].text.strip() for n in range(p + 1, behind)):
        return False
    group = {place: g for g, place in places.items()}
    there = group.get(behind)
    if there is None:
        return False
    first = sides.base[there].blocks[0]
    return (first.depth if _is_top(first) else first.level) >= level


def _keep(sides: Sides, weighed: Weighed, standing: Sequence[int], places: Mapping[int, int]) -> None:
    """Keep a section; what was told of its paragraphs is told once, at the first of them."""
    outcome, top = weighed.outcome, sides.base[standing[0]]
    keys = {sides.base[g].key for g in standing}
    worked_on = [clash.key for _p, clash in outcome.clashes if clash.by_hand]
    outcome.clashes = [(p, clash) for p, clash in outcome.clashes if clash.ours or clash.key not in keys]
    of_going = (Kind.UPDATED, Kind.CONFLICT)
    outcome.account = [e for e in outcome.account if e.text or e.kind not in of_going or e.block not in keys]
    weighed.dropped.difference_update(places[g] for g in standing)
    weighed.kept.update(standing)
    texts = [sides.seen[places[g]].text for g in standing]
    outcome.account.append(Entry(Kind.CONFLICT, top.key, "", "\n".join(texts)))
    was = top.text + AND_MORE * (len(standing) > 1)
    clash = Clash(top.key, 0, len(texts[0]), "", was, by_hand=top.key in worked_on)
    outcome.clashes.append((places[standing[0]], clash))
