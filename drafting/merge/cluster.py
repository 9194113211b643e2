"""A cluster in which somebody changed something: what goes in, what clashes, what stands where."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace

from drafting.chinese.punctuation import is_point
from drafting.merge.carried import carried_off, is_carried
from drafting.merge.clashing import updated
from drafting.merge.edges import is_qualified
from drafting.merge.followed import place_of
from drafting.merge.glue import glued
from drafting.merge.ground import Place
from drafting.merge.groups import Group, body_of
from drafting.merge.inside import decide
from drafting.merge.listmarks import End, as_they_stand, is_only_mark, marks_apart, own_mark, with_marks
from drafting.merge.model import OBJECT, Clash, Entry, Kind
from drafting.merge.outcome import Patch, Wanted
from drafting.merge.pieces import Piece
from drafting.merge.rows import items_in, table_of, tables_turned
from drafting.merge.struck import without_struck
from drafting.merge.swapped_values import values_in_swapped
from drafting.merge.traces import is_gone
from drafting.merge.updates import Update, block_pairs, moved_blocks, updates
from drafting.merge.values import counts_by_hand, values_by_hand
from drafting.merge.worked_on import WorkedOn


class ChangedCluster(WorkedOn):
    """A cluster in which somebody changed something."""

    def weigh(self) -> None:
        """Decide, and note what stands where."""
        self._find_blocks()
        wanted: list[Wanted] = []
        for g in self._groups:
            heir = self._sides.heirs.get(g)
            wanted += self._drop(g) if heir is None else self._update(g, heir)
        heirs = {at: (self._old(old), self._heirs[old]) for old, at in self._blocks.items() if old in self._heirs}
        left = without_struck(self._sides, self._ground, wanted, heirs, self._outcome)
        self._outcome.add(decide(self._ground, left))
        self._tell_headings_whole()
        self._with_what_they_come_from()
        self._unglue()
        self._note_kept()
        for old, new in self._heirs.items():
            if old in self._blocks:
                block, at, drafted = self._old(old), self._blocks[old], self._sides.new[new[0]].blocks
                values_in_swapped(self._ground, at, block, drafted[new[1]], self._outcome)
                values_by_hand(
                    self._ground, at, block, drafted[new[1]], self._outcome, self._weighed.following, drafted
                )
                for was, now in counts_by_hand(self._ground, at, block):
                    self._weighed.counts[block.key, was] = now
        self._with_what_they_come_from()
        self._tell_new_headings()
        self._note()

    def _note_kept(self) -> None:
        """Note the blocks that the draft no longer has in a paragraph that it still has, and that stay there."""
        for old, (start, end) in self._blocks.items():
            if old in self._heirs or old[0] not in self._sides.heirs or is_gone(self._ground, start, end):
                continue
            stretches = list(self._ground.places(*self._ground.file_range(start, end)))
            if not all(any(_is_in(place, patch.place) for patch in self._outcome.patches) for place in stretches):
                self._weighed.kept_inside.add(self._old(old).key)

    def _tell_headings_whole(self) -> None:
        """A heading that both have changed is one conflict: a word of it says nothing."""
        for old, new in self._heirs.items():
            if not self._old(old).is_heading or old not in self._blocks:
                continue
            start, end = self._blocks[old]
            start += self._ground.pieces[start].span is None
            places = list(self._ground.places(*self._ground.file_range(start, end)))
            inside = [one for one in self._outcome.clashes if one[1].key == self._new(new).key]
            if not inside or len(places) != 1 or any(_is_in(patch.place, places[0]) for patch in self._outcome.patches):
                continue
            key, ours, was = inside[0][1].key, body_of(self._new(new)), self._ground.stood(start, end)
            clash = Clash(key, places[0].start, places[0].end, ours, was)
            told = [entry for entry in self._outcome.account if entry.kind is Kind.CONFLICT and entry.block == key]
            entry = Entry(Kind.CONFLICT, key, ours, self._ground.text_of(places[0]), told[0].path if told else "")
            self._outcome.clashes = [one for one in self._outcome.clashes if one not in inside]
            self._outcome.clashes.append((places[0].paragraph, clash))
            self._outcome.account = [one for one in self._outcome.account if one not in told] + [entry]
            self._outcome.settled |= {e for e in self._ground.edits if e.start <= end and start <= e.end}

    def _tell_new_headings(self) -> None:
        """A heading that only the draft has changed is told as what it was and what it is, and not character by
        character."""
        for old, new in self._heirs.items():
            start, end = self._blocks.get(old, (0, 0))
            if not self._old(old).is_heading or self._is_worked_on_inside(start, end):
                continue
            places = list(self._ground.places(*self._ground.file_range(start, end)))
            patches = [patch for patch in self._outcome.patches if any(_is_in(patch.place, place) for place in places)]
            told = [patch.entry for patch in patches if patch.entry]
            if len(told) > 1:
                whole = replace(told[-1], text=body_of(self._new(new)), before=body_of(self._old(old)))
                self._outcome.account.append(whole)
                for patch in patches:
                    patch.entry = None

    def _with_what_they_come_from(self) -> None:
        """Take back what was worked out from an answer that the hand has otherwise: growth by 8% is that of our sum."""
        if not (worked_out := [p for p in self._outcome.patches if p.entry and " " in p.entry.path]):
            return
        by_hand = (Kind.CONFLICT, Kind.DIFFERS)
        told = [entry for entry in self._outcome.account if entry.kind in by_hand and not is_qualified(entry)]
        disputed = {entry.path for entry in told} - {""}
        for patch in worked_out:
            if patch.entry and not disputed.isdisjoint(patch.entry.path.split()):
                self._take_back(patch, self._sides.seen[patch.place.paragraph].text)

    def _unglue(self) -> None:
        """Take back what would give a number that nobody wrote; there the hand's words stay."""
        known = [self._sides.base[g].text for g in self._groups]
        known += [self._sides.new[h].text for g in self._groups if (h := self._sides.heirs.get(g)) is not None]
        for p in self._paragraphs:
            text = self._sides.seen[p].text
            while True:
                here = [patch for patch in self._outcome.patches if patch.place.paragraph == p]
                here.sort(key=lambda patch: (patch.place.start, patch.place.end))
                wrong = glued(text, here, [*known, text]) if here else []
                if not wrong:
                    break
                self._take_back(wrong[0], text)

    def _take_back(self, patch: Patch, text: str) -> None:
        place, entry = patch.place, patch.entry
        self._outcome.patches.remove(patch)
        if entry is not None:
            clash = Clash(entry.block, place.start, place.end, patch.text, entry.before, by_hand=False)
            self._outcome.clashes.append((place.paragraph, clash))
            stands = text[place.start : place.end]
            told = Entry(Kind.CONFLICT, entry.block, patch.text, stands, entry.path, by_hand=False)
            self._outcome.account.append(told)

    def _drop(self, g: int) -> Iterator[Wanted]:
        """The draft no longer has this paragraph: it goes, unless the hand worked on it."""
        start = self._ground.starts[g]
        end = max(stop for (group, _n), (_start, stop) in self._blocks.items() if group == g)
        key = self._sides.base[g].key
        by_hand = self._is_worked_on(start, end) or self._sides.has_both(g)
        if by_hand or any(self._sides.seen[p].fixed or OBJECT in self._sides.seen[p].text for p in self._paragraphs):
            self._keep(key, start, end, by_hand)
            self._weighed.kept.add(g)
            return
        if len(self._groups) == len(self._paragraphs) == 1:  # with the number that the hand gave it, of whatever kind
            self._weighed.dropped.add(self._paragraphs[0])
            self._outcome.account.append(Entry(Kind.UPDATED, key, "", self._sides.seen[self._paragraphs[0]].text))
            self._outcome.settled |= set(self._ground.edits)
            return
        yield Wanted(Update(start, end, (), 0, gone=True), -1, key)

    def _keep(self, key: str, start: int, end: int, by_hand: bool = True) -> None:
        first, last = self._ground.file_range(start, end)
        was = self._ground.stood(start, end)
        for place in list(self._ground.places(first, last))[:1]:
            self._outcome.clashes.append((place.paragraph, Clash(key, place.start, place.end, "", was, by_hand)))
        stands = self._ground.written(first, last)
        self._outcome.account.append(Entry(Kind.CONFLICT, key, "", stands, by_hand=by_hand))
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
        turned = tables_turned(base.blocks, new.blocks) if base.core != new.core else set[str]()
        found = updates(base, before, new, self._sides.words, held)
        kept = {update.block for update in found if update.gone and self._is_kept(g, update.block)}
        if kept or held or (self._has_gone(g) and any(None in pair for pair in pairs)):
            here = as_they_stand(pairs, held, {j for j in lost if new.blocks[j].key not in self._sides.restore})
            found, marks = with_marks(base, new, here, kept, found, self._ends(g))
            for i, mark in marks:
                yield Wanted(replace(mark, start=mark.start + at, end=mark.end + at), -1, base.blocks[i].key)
        lines = self._lines_with_own_mark(g)
        for update in marks_apart(found, before, self._worked_on(g) | lines):
            if lines and is_only_mark(before, update) and before[update.start].block in lines:
                continue
            if turned and any(
                table_of(piece.span) in turned for piece in (*before[update.start : update.end], *update.pieces)
            ):
                update = replace(update, recast=True)
            if update.gone and is_gone(self._ground, *self._blocks[g, update.block]):
                self._weighed.gone.add(base.blocks[update.block].key)
                continue
            if not update.gone and update.block in lost:
                continue
            wanted = replace(update, start=update.start + at, end=update.end + at)
            key = base.blocks[update.block].key if update.gone else new.blocks[update.block].key
            if update.gone and update.block in kept:
                self._keep(key, wanted.start, wanted.end)
                continue
            whole = wanted.start == wanted.end and not update.gone and update.block in fresh
            if whole and (line := self._line_of_its_own(g, wanted.start)):
                self._weighed.apart.append((line, (heir, update.block)))
                continue
            one = Wanted(wanted, heir, key, whole, items_in(update, new.blocks))
            own = own_mark(self._ground, wanted.start, wanted.end) if is_point(wanted.text) else None
            if place := own or place_of(self._sides, self._ground, g, one):
                self._weighed.following.append(Patch(place, list(update.pieces), -1, updated(self._ground, one)))
            else:
                yield one

    def _ends(self, g: int) -> dict[int, End]:
        """The ends of the blocks of a paragraph that stand in the file."""
        ends: dict[int, End] = {}
        first, last, own = self._ground.starts[g], -1, -1
        for i, (start, end) in sorted((i, at) for (group, i), at in self._blocks.items() if group == g):
            if not is_gone(self._ground, start, end):
                last, own = i, end - 1 - first
            if self._ground.at(end - 1) >= 0:
                ends.setdefault(last, End(end - 1 - first, self._ground.pieces[end - 1], own))
        return ends

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
        self._outcome.account.append(Entry(Kind.KEPT, self._new((heir, j)).key, stands, stands))
        return True

    def _restored(self, g: int, i: int, heir: int, j: int) -> Iterator[Wanted]:
        """A block that the hand took out: it stays out, unless it is asked back and does not stand elsewhere."""
        block = self._new((heir, j))
        start, end = self._blocks[g, i]
        self._outcome.settled |= {e for e in self._ground.edits if e.start < end and start < e.end}
        if block.key not in self._sides.restore or is_carried(self._sides, (g, i), self._paragraphs):
            self._weighed.lost += carried_off(self._sides, self._weighed, (g, i), block, self._paragraphs)
            return
        pieces = [Piece(block.marker, j, None)] if block.marker else []
        pieces += [Piece(span.text, j, span, nth) for nth, span in enumerate(block.spans)]
        yield Wanted(Update(end, end, tuple(pieces), j), heir, block.key, True)


def _is_in(place: Place, other: Place) -> bool:
    return place.paragraph == other.paragraph and other.start <= place.start and place.end <= other.end


def _same_blocks(group: Group) -> list[tuple[int | None, int | None]]:
    return [(number, number) for number in range(len(group.blocks))]
