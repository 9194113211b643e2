"""One cluster after the other: what stands of each block, what goes in, what clashes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from drafting.chinese.enumerators import parse_marker
from drafting.draft import Block
from drafting.merge.differences import BREAK
from drafting.merge.finding import Cluster
from drafting.merge.ground import Ground, Place
from drafting.merge.groups import Group
from drafting.merge.inside import Outcome, Patch, Wanted, decide, is_gone, kept_by_hand, values_by_hand
from drafting.merge.lists import Item, Ref
from drafting.merge.model import OBJECT, Clash, Entry, Kind, Seen
from drafting.merge.tokens import Words
from drafting.merge.updates import Piece, Update, block_pairs, updates


@dataclass(frozen=True, slots=True)
class Sides:
    """The three sides of a merge. heirs: which paragraph of the new draft continues which of the base."""

    base: Sequence[Group]
    seen: Sequence[Seen]
    new: Sequence[Group]
    heirs: Mapping[int, int]
    words: Words
    restore: Collection[str]


@dataclass(slots=True)
class Weighed:
    """What was decided on all clusters.

    starts: for each paragraph of the file, where the blocks of the new draft begin that stand in it. items: what is
    enumerated in it, with where that stands. places: where paragraphs of the new draft stand. coming: those that
    come in. dropped: paragraphs of the file that go. gone: paragraphs of the base that the hand took out.
    """

    outcome: Outcome = field(default_factory=Outcome)
    starts: dict[int, list[tuple[int, Ref]]] = field(default_factory=dict)
    items: dict[int, list[tuple[int, Item]]] = field(default_factory=dict)
    places: dict[int, tuple[int, ...]] = field(default_factory=dict)
    coming: set[int] = field(default_factory=set)
    stuck: set[int] = field(default_factory=set)
    dropped: set[int] = field(default_factory=set)
    lost: list[Entry] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)


def weigh(sides: Sides, clusters: Sequence[Cluster]) -> Weighed:
    """Decide on every cluster."""
    weighed = Weighed()
    for cluster in clusters:
        if not cluster.paragraphs:
            _deleted(sides, cluster, weighed)
        elif _is_untouched(sides, cluster):
            _untouched(sides, cluster.groups[0], cluster.paragraphs[0], weighed)
        elif _is_done(sides, cluster):
            _done(sides, cluster.groups[0], cluster.paragraphs[0], weighed)
        else:
            _Cluster(sides, cluster, weighed).weigh()
    return weighed


def _is_untouched(sides: Sides, cluster: Cluster) -> bool:
    """Whether neither side changed anything but enumerators that only the draft changed, or the draft drops it."""
    if len(cluster.groups) > 1 or len(cluster.paragraphs) > 1:
        return False
    group, seen = sides.base[cluster.groups[0]], sides.seen[cluster.paragraphs[0]]
    heir = sides.heirs.get(cluster.groups[0])
    if group.text != seen.text or (heir is None and seen.fixed):
        return False
    return heir is None or (group.core == sides.new[heir].core and len(group.blocks) == len(sides.new[heir].blocks))


def _untouched(sides: Sides, g: int, p: int, weighed: Weighed) -> None:
    heir = sides.heirs.get(g)
    if heir is None:
        weighed.dropped.add(p)
        weighed.outcome.account.append(Entry(Kind.UPDATED, sides.base[g].key, "", sides.base[g].text))
    else:
        weighed.places[heir] = (p,)
    at = 0
    for number, block in enumerate(sides.base[g].blocks):
        new = None if heir is None else (heir, number)
        if new is not None:
            weighed.starts.setdefault(p, []).append((at, new))
        place = Place(p, at, at + len(block.marker))
        weighed.items.setdefault(p, []).append((at, Item((g, number), new, place, block.marker)))
        at += len(block.text)


def _is_done(sides: Sides, cluster: Cluster) -> bool:
    """Whether the hand wrote all that the draft wants."""
    heir = sides.heirs.get(cluster.groups[0])
    alone = len(cluster.groups) == len(cluster.paragraphs) == 1
    return alone and heir is not None and sides.seen[cluster.paragraphs[0]].text == sides.new[heir].text


def _done(sides: Sides, g: int, p: int, weighed: Weighed) -> None:
    heir, at = sides.heirs[g], 0
    weighed.places[heir] = (p,)
    old = {j: i for i, j in block_pairs(sides.base[g], sides.new[heir])}
    for number, block in enumerate(sides.new[heir].blocks):
        partner = old.get(number)
        place = Place(p, at, at + len(block.marker))
        weighed.starts.setdefault(p, []).append((at, (heir, number)))
        item = Item(None if partner is None else (g, partner), (heir, number), place, block.marker)
        weighed.items.setdefault(p, []).append((at, item))
        at += len(block.text)


def _deleted(sides: Sides, cluster: Cluster, weighed: Weighed) -> None:
    """The hand took a paragraph out: it stays out, unless it is asked back."""
    for g in cluster.groups:
        heir = sides.heirs.get(g)
        weighed.gone.add(g)
        if heir is None:
            continue
        if any(block.key in sides.restore for block in sides.new[heir].blocks):
            weighed.coming.add(heir)
            continue
        for block in sides.new[heir].blocks:
            weighed.lost.append(Entry(Kind.DELETED_BY_HAND, block.key, block.text))


class _Cluster:
    """A cluster in which somebody changed something."""

    def __init__(self, sides: Sides, cluster: Cluster, weighed: Weighed) -> None:
        self._sides, self._weighed = sides, weighed
        self._groups, self._paragraphs = cluster.groups, cluster.paragraphs
        self._ground = Ground(
            [(g, sides.base[g]) for g in cluster.groups], [(p, sides.seen[p]) for p in cluster.paragraphs], sides.words
        )
        self._outcome = Outcome()
        self._blocks: dict[Ref, tuple[int, int]] = {}  # of the base: its tokens
        self._heirs: dict[Ref, Ref] = {}

    def weigh(self) -> None:
        """Decide, and note what stands where."""
        self._find_blocks()
        wanted: list[Wanted] = []
        for g in self._groups:
            heir = self._sides.heirs.get(g)
            wanted += self._drop(g) if heir is None else self._update(g, heir)
        decided = decide(self._ground, wanted)
        self._outcome.patches += decided.patches
        self._outcome.clashes += decided.clashes
        self._outcome.account += decided.account
        self._outcome.settled |= decided.settled
        for old, new in self._heirs.items():
            if old in self._blocks:
                at = self._ground.starts[old[0]]
                values_by_hand(self._ground, at, old[1], self._old(old), self._new(new), self._outcome)
        self._note()

    def _old(self, ref: Ref) -> Block:
        return self._sides.base[ref[0]].blocks[ref[1]]

    def _new(self, ref: Ref) -> Block:
        return self._sides.new[ref[0]].blocks[ref[1]]

    def _find_blocks(self) -> None:
        for g in self._groups:
            at = self._ground.starts[g]
            for number in range(len(self._sides.base[g].blocks)):
                start = at
                while at < len(self._ground.pieces) and self._ground.pieces[at].block == number:
                    at += 1
                self._blocks[g, number] = (start, at)

    def _drop(self, g: int) -> Iterator[Wanted]:
        """The draft no longer has this paragraph: it goes, unless the hand worked on it."""
        start = self._ground.starts[g]
        end = max(stop for (group, _n), (_start, stop) in self._blocks.items() if group == g)
        key = self._sides.base[g].key
        kept = any(self._sides.seen[p].fixed or OBJECT in self._sides.seen[p].text for p in self._paragraphs)
        if kept or self._is_worked_on(start, end):
            self._keep(key, start, end)
            return
        yield Wanted(Update(start, end, (), 0, gone=True), -1, key)

    def _is_worked_on(self, start: int, end: int) -> bool:
        return any(
            edit.start <= end
            and start <= edit.end
            and self._ground.written(edit.new_start, edit.new_end) + self._ground.stood(edit.start, edit.end) != "\n"
            and not self._is_marker(edit.start, edit.end)
            for edit in self._ground.edits
        )

    def _is_marker(self, start: int, end: int) -> bool:
        return end == start + 1 and self._ground.pieces[start].span is None and self._ground.base[start] != BREAK

    def _keep(self, key: str, start: int, end: int) -> None:
        first, last = self._ground.file_range(start, end)
        was = self._ground.stood(start, end)
        for place in list(self._ground.places(first, last))[:1]:
            self._outcome.clashes.append((place.paragraph, Clash(key, place.start, place.end, "", was)))
        stands = self._ground.written(first, last)
        self._outcome.account.append(Entry(Kind.CONFLICT, key, "", stands))
        self._outcome.settled |= {e for e in self._ground.edits if e.start <= end and start <= e.end}

    def _update(self, g: int, heir: int) -> Iterator[Wanted]:
        """What the draft changes in a paragraph, but for blocks that the hand took out."""
        base, new = self._sides.base[g], self._sides.new[heir]
        at = self._ground.starts[g]
        pairs = _same_blocks(base) if base.text == new.text else block_pairs(base, new)
        gone = {i for i in range(len(base.blocks)) if is_gone(self._ground, *self._blocks[g, i])}
        lost: set[int] = set()  # blocks of the new draft
        for i, j in pairs:
            if i is not None and j is not None:
                self._heirs[g, i] = (heir, j)
                if i in gone:
                    lost.add(j)
                    del self._heirs[g, i]
                    yield from self._restored(g, i, heir, j)
        fresh = {j for i, j in pairs if i is None and j is not None}
        for update in updates(base, new, self._sides.words):
            if (update.gone and update.block in gone) or (not update.gone and update.block in lost):
                continue
            moved = Update(update.start + at, update.end + at, update.pieces, update.block, update.gone)
            key = base.blocks[update.block].key if update.gone else new.blocks[update.block].key
            is_block = not update.gone and update.block in fresh
            if update.gone and self._is_worked_on_inside(moved):
                self._keep(key, moved.start, moved.end)
                continue
            yield Wanted(moved, heir, key, is_block)

    def _is_worked_on_inside(self, update: Update) -> bool:
        return any(
            edit.start < update.end and update.start < edit.end and not self._is_marker(edit.start, edit.end)
            for edit in self._ground.edits
        )

    def _restored(self, g: int, i: int, heir: int, j: int) -> Iterator[Wanted]:
        """A block that the hand took out: it stays out, unless it is asked back."""
        block = self._new((heir, j))
        start, end = self._blocks[g, i]
        self._outcome.settled |= {e for e in self._ground.edits if e.start < end and start < e.end}
        if block.key not in self._sides.restore:
            self._weighed.lost.append(Entry(Kind.DELETED_BY_HAND, block.key, block.text))
            return
        pieces = [Piece(block.marker, j, None)] if block.marker else []
        pieces += [Piece(span.text, j, span, nth) for nth, span in enumerate(block.spans)]
        yield Wanted(Update(end, end, tuple(pieces), j), heir, block.key, True)

    def _note(self) -> None:
        """Write down where everything stands."""
        weighed, ground = self._weighed, self._ground
        weighed.outcome.patches += self._outcome.patches
        weighed.outcome.clashes += self._outcome.clashes
        weighed.outcome.account += self._outcome.account
        keys = [self._key_at(index) for index in range(len(ground.base))]
        weighed.outcome.account += kept_by_hand(ground, keys, self._outcome)
        markers: set[int] = set()  # tokens of the file that number a block of ours
        for ref in self._blocks:
            self._note_block(ref, markers)
        for patch in self._outcome.patches:
            self._note_patch(patch)
        self._note_own(markers)
        for g in self._groups:
            heir = self._sides.heirs.get(g)
            if heir is not None and any((g, n) in self._heirs for n in range(len(self._sides.base[g].blocks))):
                weighed.places[heir] = self._paragraphs_of(g)
                if len(self._groups) > 1:
                    weighed.stuck.add(heir)

    def _key_at(self, index: int) -> str:
        piece = self._ground.pieces[index]
        if piece.block < 0:
            return ""
        g = max(g for g in self._groups if self._ground.starts[g] <= index)
        ref = (g, piece.block)
        return self._new(self._heirs[ref]).key if ref in self._heirs else self._old(ref).key

    def _paragraphs_of(self, g: int) -> tuple[int, ...]:
        """The paragraphs of the file in which a paragraph of the base stands."""
        if len(self._groups) == 1:
            return self._paragraphs
        found = {
            self._ground.place(place).paragraph
            for (group, _number), (start, end) in self._blocks.items()
            if group == g
            for index in range(start, end)
            if (place := self._ground.at(index)) >= 0
        }
        return tuple(sorted(found)) or self._paragraphs[:1]

    def _note_block(self, ref: Ref, markers: set[int]) -> None:
        start, end = self._blocks[ref]
        if is_gone(self._ground, start, end):
            return
        place = self._ground.place(self._beginning(start, end))
        new = self._heirs.get(ref)
        if new is not None:
            self._weighed.starts.setdefault(place.paragraph, []).append((place.start, new))
        block = self._old(ref)
        item = Item(ref, new)
        if not block.marker:
            item.place = place
        elif (at := self._marker(start, block.marker)) >= 0:
            markers.add(at)
            item.place, item.marker = next(self._ground.places(at, at + 1)), self._ground.file[at]
        if item.place is not None:
            self._weighed.items.setdefault(place.paragraph, []).append((item.place.start, item))

    def _beginning(self, start: int, end: int) -> int:
        if self._ground.at(start) >= 0:
            return self._ground.at(start)
        for edit in self._ground.edits:
            if edit.start == start < edit.end:
                return edit.new_start
        return next((at for n in range(start, end) if (at := self._ground.at(n)) >= 0), len(self._ground.file))

    def _marker(self, start: int, marker: str) -> int:
        """The token of the file that is a block's enumerator, -1 if the hand took it out."""
        if self._ground.at(start) >= 0:
            return self._ground.at(start)
        for edit in self._ground.edits:
            if edit.start <= start < edit.end:
                wanted = parse_marker(marker)
                for at in range(edit.new_start, edit.new_end):
                    found = parse_marker(self._ground.file[at])
                    if found and wanted and (found.text, found.family) == (self._ground.file[at], wanted.family):
                        return at
        return -1

    def _note_patch(self, patch: Patch) -> None:
        seen: set[int] = set()
        for piece in patch.pieces:
            if piece.span is None and piece.block not in seen:
                seen.add(piece.block)
                item = Item(None, (patch.new, piece.block), None, piece.text, patch)
                self._weighed.items.setdefault(patch.place.paragraph, []).append((patch.place.start, item))

    def _note_own(self, markers: set[int]) -> None:
        """Enumerators that the hand put in front of its own words in these paragraphs."""
        for edit in self._ground.edits:
            for at in range(edit.new_start, edit.new_end):
                token = self._ground.file[at]
                found = parse_marker(token)
                if at in markers or found is None or found.text != token:
                    continue
                place = next(self._ground.places(at, at + 1))
                self._weighed.items.setdefault(place.paragraph, []).append(
                    (place.start, Item(place=place, marker=token))
                )


def _same_blocks(group: Group) -> list[tuple[int | None, int | None]]:
    return [(number, number) for number in range(len(group.blocks))]
