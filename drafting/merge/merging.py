"""Base, edited file and new draft become decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from drafting.chinese.enumerators import parse_marker
from drafting.draft import Draft
from drafting.merge.arrange import Arrangement, Slot, Standing, arrange
from drafting.merge.finding import Cluster, find
from drafting.merge.ground import Place
from drafting.merge.groups import groups_of, successors
from drafting.merge.lists import Item, Ref
from drafting.merge.model import Entry, Fate, Kind, Merge, Seen
from drafting.merge.numbering import Numbering, counts_in
from drafting.merge.sides import Sides, Weighed
from drafting.merge.steps import Steps
from drafting.merge.tails import apart
from drafting.merge.tokens import words_of
from drafting.merge.updates import block_pairs
from drafting.merge.weigh import stands_already, weigh


def merge(base: Draft, edited: Sequence[Seen], new: Draft, *, restore: Collection[str] = ()) -> Merge:
    """What becomes of the person's file, now that the facts give another draft.

    base: the draft as it was last written into the file. edited: the file's paragraphs, as they are read. new: the
    draft as it is now. restore: keys of blocks that the person deleted and wants back.

    Every word by hand stays, and stays out what the hand took out; what the draft changed comes in where the hand did
    not touch it. Where both changed the same, the hand's words stay and the account tells of it.
    """
    groups, now = groups_of(base), groups_of(new)
    heirs = successors(groups, now)
    clusters = find(groups, edited, {g: now[h].text for g, h in heirs.items()})
    groups, now = apart(groups, now, heirs)
    sides = Sides(groups, edited, now, heirs, words_of((base, new)), frozenset(restore))
    weighed = weigh(sides, clusters)
    weighed.coming |= set(range(len(now))) - set(heirs.values())
    _written_already(sides, clusters, weighed)
    _without_place(sides, weighed)
    _note_own(sides, clusters, weighed)
    arrangement = arrange(_standing(sides, weighed))
    numbering = Numbering(groups, now, _blocks_of_old(sides))
    _number(numbering, arrangement, sides, weighed)
    steps = tuple(Steps(sides, weighed, arrangement, numbering).all())
    account = [
        *weighed.outcome.account,
        *_updated(sides, weighed),
        *weighed.lost,
        *(Entry(Kind.UPDATED, b.key, b.text) for step in steps if step.fate is Fate.ADDED for b in step.blocks),
        *_tell(sides, arrangement, weighed, clusters),
    ]
    place = {block.key: number for number, block in enumerate(new.blocks)}
    account.sort(key=lambda entry: place.get(entry.block, len(place)))
    return Merge(steps, tuple(account))


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


def _without_place(sides: Sides, weighed: Weighed) -> None:
    """What would come into a section that the hand took out as a whole has no place."""
    section: dict[int, int] = {}  # for each paragraph of the draft, the heading or item it is under
    above: dict[int, int] = {}
    for h, group in enumerate(sides.new):
        first = group.blocks[0]
        depth = first.depth if first.is_heading or first.marker else first.level + 1
        above = {level: place for level, place in above.items() if level < depth}
        if above:
            section[h] = above[max(above)]
        if first.is_heading or first.marker:
            above[depth] = h
    alive = {section[h] for h in weighed.places if h in section} | weighed.places.keys()
    for h in sorted(weighed.coming):
        parent = section.get(h)
        wanted = any(block.key in sides.restore for block in sides.new[h].blocks)
        if parent is not None and not wanted and parent not in alive and parent not in weighed.coming:
            weighed.coming.discard(h)
            weighed.lost.append(Entry(Kind.UNPLACED, sides.new[h].key, sides.new[h].text))


def _written_already(sides: Sides, clusters: Sequence[Cluster], weighed: Weighed) -> None:
    """What would come in and what the hand has put in with the same words stands once."""
    own: defaultdict[str, list[int]] = defaultdict(list)
    for p in _own(sides, clusters, weighed):
        own[sides.seen[p].text].append(p)
    for h in sorted(weighed.coming):
        if waiting := own.get(sides.new[h].text):
            weighed.coming.discard(h)
            stands_already(sides, h, waiting.pop(0), weighed, {})


def _note_own(sides: Sides, clusters: Sequence[Cluster], weighed: Weighed) -> None:
    """Enumerators at the head of paragraphs of the hand's own."""
    for p in _own(sides, clusters, weighed):
        text = sides.seen[p].text
        at = len(text) - len(text.lstrip())
        if found := parse_marker(text, at):
            item = Item(place=Place(p, at, at + len(found.text)), marker=found.text)
            weighed.items.setdefault(p, []).append((at, item))


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


def _number(numbering: Numbering, arrangement: Arrangement, sides: Sides, weighed: Weighed) -> None:
    """Let the numbers follow, if the draft has changed any."""
    if numbering.is_settled():
        return
    stands = list(_items(arrangement.slots, sides, weighed))
    stood = [item for p in range(len(sides.seen)) for item in _sorted(weighed, p) if item.patch is None]
    numbering.run(stood, stands, weighed.outcome)
    numbering.bare(stands, weighed.outcome)
    for patch in weighed.outcome.patches:
        for at in list(counts_in(patch.pieces)):
            piece = patch.pieces[at]
            patch.pieces[at] = piece._replace(text=numbering.count((patch.new, piece.block), piece.text))


def _sorted(weighed: Weighed, p: int) -> list[Item]:
    """What is enumerated in a paragraph of the file; what comes in at a place stands before what is there."""
    return [
        item for _at, item in sorted(weighed.items.get(p, ()), key=lambda found: (found[0], found[1].patch is None))
    ]


def _items(slots: Sequence[Slot], sides: Sides, weighed: Weighed) -> Iterator[Item]:
    """What is enumerated in the file to come, in its order."""
    out: defaultdict[int, list[Place]] = defaultdict(list)
    for patch in weighed.outcome.patches:
        out[patch.place.paragraph].append(patch.place)
    for slot in slots:
        if slot.seen < 0:
            for number, block in enumerate(sides.new[slot.new].blocks):
                if block.marker:
                    yield Item(None, (slot.new, number), None, block.marker)
        elif slot.seen not in weighed.dropped:
            places = out.get(slot.seen, ())
            yield from (item for item in _sorted(weighed, slot.seen) if not _is_out(item, places))


def _is_out(item: Item, out: Sequence[Place]) -> bool:
    """Whether an enumerator is in a stretch that goes."""
    at = item.place
    if at is None or (item.new is not None and not item.marker):
        return False
    return any(place.start <= at.start < place.end for place in out)


def _updated(sides: Sides, weighed: Weighed) -> Iterator[Entry]:
    """Entries for what comes in inside paragraphs, with the counts as they turned out."""
    for patch in weighed.outcome.patches:
        place = patch.place
        if patch.entry and patch.text != sides.seen[place.paragraph].text[place.start : place.end]:
            yield replace(patch.entry, text=patch.text)


def _tell(sides: Sides, arrangement: Arrangement, weighed: Weighed, clusters: Sequence[Cluster]) -> Iterator[Entry]:
    """Entries for what moves, and for what is the hand's own."""
    at = {p: h for h, places in weighed.places.items() for p in places}
    own = _own(sides, clusters, weighed)
    for h in dict.fromkeys(at[p] for p in sorted(arrangement.moved) if p in at):
        yield Entry(Kind.UPDATED, sides.new[h].key, sides.new[h].text, sides.new[h].text)
    for h in arrangement.disputed:
        stands = "\n".join([sides.seen[p].text for p in weighed.places[h]])
        yield Entry(Kind.CONFLICT, sides.new[h].key, sides.new[h].text, stands)
    for p in own:
        if sides.seen[p].text.strip():
            yield Entry(Kind.KEPT, "", sides.seen[p].text)
