"""A cluster in which somebody changed something: what goes in, what clashes, what stands where."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.punctuation import is_point
from drafting.draft import Block
from drafting.merge.differences import BREAK
from drafting.merge.finding import Cluster
from drafting.merge.glue import glued
from drafting.merge.ground import Ground
from drafting.merge.groups import Group
from drafting.merge.inside import Outcome, Patch, Wanted, decide, is_gone, kept_by_hand
from drafting.merge.lists import Item, Ref
from drafting.merge.model import OBJECT, Clash, Entry, Kind
from drafting.merge.sides import Sides, Weighed
from drafting.merge.updates import Piece, Update, block_pairs, moved_blocks, updates
from drafting.merge.values import values_by_hand

_LONGEST_MARKER = 8  # characters: what the hand put in the place of an enumerator is one of its own


class ChangedCluster:
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
        self._unglue()
        for old, new in self._heirs.items():
            if old in self._blocks:
                values_by_hand(self._ground, self._blocks[old], self._old(old), self._new(new), self._outcome)
        self._note()

    def _unglue(self) -> None:
        """Take back what would give a number that nobody wrote; there the hand's words stay."""
        known = [self._sides.base[g].text for g in self._groups]
        known += [self._sides.new[h].text for g in self._groups if (h := self._sides.heirs.get(g)) is not None]
        for p in self._paragraphs:
            text = self._sides.seen[p].text
            while True:
                here = [patch for patch in self._outcome.patches if patch.place.paragraph == p]
                here.sort(key=lambda patch: (patch.place.start, patch.place.end))
                wrong = glued(text, here, [*known, text])
                if not wrong:
                    break
                self._take_back(wrong[0], text)

    def _take_back(self, patch: Patch, text: str) -> None:
        place, entry = patch.place, patch.entry
        self._outcome.patches.remove(patch)
        if entry is not None:
            clash = Clash(entry.block, place.start, place.end, patch.text, entry.before)
            self._outcome.clashes.append((place.paragraph, clash))
            stands = text[place.start : place.end]
            self._outcome.account.append(Entry(Kind.CONFLICT, entry.block, patch.text, stands, entry.path))

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
        """Whether the hand changed a paragraph: more than the white space in it, its lines or its number."""
        return any(
            edit.start <= end
            and start <= edit.end
            and (self._ground.written(edit.new_start, edit.new_end) + self._ground.stood(edit.start, edit.end)).strip()
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
        moved = moved_blocks(base, new, pairs)
        lost = yield from self._lost(g, heir, [(i, j) for i, j in pairs if i is not None and j is not None], moved)
        held = [(i, j) for i, j in moved if j not in lost and self._is_held(g, i, heir, j)]
        fresh = {j for i, j in pairs if i is None and j is not None} - {j for _i, j in held}
        before = self._ground.pieces[at : self._blocks[g, len(base.blocks) - 1][1]]
        for update in updates(base, before, new, self._sides.words, held):
            old = self._blocks[g, update.block] if update.gone else (0, 0)
            if is_gone(self._ground, *old) or (not update.gone and update.block in lost):
                continue
            wanted = Update(update.start + at, update.end + at, update.pieces, update.block, update.gone)
            if held and self._is_punctuation(wanted):
                continue  # the marks at the ends of items are right for the order in which they stand
            key = base.blocks[update.block].key if update.gone else new.blocks[update.block].key
            if update.gone and self._is_worked_on_inside(wanted.start, wanted.end):
                self._keep(key, wanted.start, wanted.end)
                continue
            whole = wanted.start == wanted.end and not update.gone and update.block in fresh
            yield Wanted(wanted, heir, key, whole)

    def _lost(
        self, g: int, heir: int, pairs: Sequence[tuple[int, int]], moved: Sequence[tuple[int, int]]
    ) -> Generator[Wanted, None, set[int]]:
        """The blocks of the new paragraph that the hand took out; those asked back are wanted."""
        lost: set[int] = set()
        for i, j in [*pairs, *moved]:
            if not is_gone(self._ground, *self._blocks[g, i]):
                if (i, j) not in moved:
                    self._heirs[g, i] = (heir, j)
            else:
                lost.add(j)
                yield from self._restored(g, i, heir, j)
        return lost

    def _is_held(self, g: int, i: int, heir: int, j: int) -> bool:
        """Whether a block that the draft moves inside its paragraph stays there, because the hand worked on it."""
        start, end = self._blocks[g, i]
        if not self._is_worked_on_inside(start, end):
            return False
        self._heirs[g, i] = (heir, j)
        stands = self._ground.written(*self._ground.file_range(start, end))
        block = self._new((heir, j))
        self._outcome.account.append(Entry(Kind.CONFLICT, block.key, block.text, stands))
        return True

    def _is_punctuation(self, update: Update) -> bool:
        text = update.text + self._ground.stood(update.start, update.end)
        return all(is_point(character) for character in text)

    def _is_worked_on_inside(self, start: int, end: int) -> bool:
        return any(
            edit.start < end and start < edit.end and not self._is_marker(edit.start, edit.end)
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
        weighed.outcome.account += kept_by_hand(ground, self._key_at, self._outcome)
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
        g, number = ref
        if self._sides.base[g].is_close(number) and is_gone(self._ground, *self._blocks[g, number - 1]):
            start = self._blocks[g, number - 1][0]  # it is all that is left of the last block
        place = self._ground.place(self._beginning(start, end))
        new = self._heirs.get(ref)
        if new is not None:
            self._weighed.starts.setdefault(place.paragraph, []).append((place.start, new))
        block = self._old(ref)
        item = Item(ref, new)
        if not block.marker:
            item.place = place
        elif (found := self._marker(start, block.marker)) is not None:
            markers.update(range(*found))
            item.place, item.marker = next(self._ground.places(*found)), self._ground.written(*found)
        if item.place is not None:
            self._weighed.items.setdefault(place.paragraph, []).append((item.place.start, item))

    def _beginning(self, start: int, end: int) -> int:
        if self._ground.at(start) >= 0:
            return self._ground.at(start)
        for edit in self._ground.edits:
            if edit.start == start < edit.end:
                return edit.new_start
        return next((at for n in range(start, end) if (at := self._ground.at(n)) >= 0), len(self._ground.file))

    def _marker(self, start: int, marker: str) -> tuple[int, int] | None:
        """The tokens of the file that are a block's enumerator, None if the hand took it out."""
        if (at := self._ground.at(start)) >= 0:
            return at, at + 1
        wanted = parse_marker(marker)
        for edit in self._ground.edits:
            if edit.start <= start < edit.end:
                for at in range(edit.new_start, edit.new_end):
                    found = parse_marker(self._ground.file[at])
                    if found and wanted and (found.text, found.family) == (self._ground.file[at], wanted.family):
                        return at, at + 1
                written = self._ground.written(edit.new_start, edit.new_end)
                if edit.end == edit.start + 1 and 0 < len(written) <= _LONGEST_MARKER and "\n" not in written:
                    return edit.new_start, edit.new_end
        return None

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
