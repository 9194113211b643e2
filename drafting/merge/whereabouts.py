"""Where the blocks of a cluster stand in the file, and what enumerates them."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.punctuation import is_point
from drafting.draft import Block
from drafting.merge.bareitems import bare_items
from drafting.merge.differences import BREAK, Edit
from drafting.merge.finding import Cluster
from drafting.merge.ground import Ground, Place
from drafting.merge.lists import Item, Ref
from drafting.merge.outcome import Outcome, Patch
from drafting.merge.sides import Beside, Sides, Weighed
from drafting.merge.traces import is_gone, kept_by_hand

_LONGEST_MARKER = 8  # characters: what the hand put in the place of an enumerator is one of its own
_block = attrgetter("block")


class Whereabouts:
    """A cluster, its blocks found in the file; `_note` writes down where they stand once it is decided what changes."""

    def __init__(self, sides: Sides, cluster: Cluster, weighed: Weighed) -> None:
        self._sides, self._weighed = sides, weighed
        self._groups, self._paragraphs = cluster.groups, cluster.paragraphs
        self._ground = Ground(
            [(g, sides.base[g]) for g in cluster.groups], [(p, sides.seen[p]) for p in cluster.paragraphs], sides.words
        )
        self._outcome = Outcome()
        self._blocks: dict[Ref, tuple[int, int]] = {}  # of the base: its tokens
        self._heirs: dict[Ref, Ref] = {}

    def _old(self, ref: Ref) -> Block:
        return self._sides.base[ref[0]].blocks[ref[1]]

    def _new(self, ref: Ref) -> Block:
        return self._sides.new[ref[0]].blocks[ref[1]]

    def _find_blocks(self) -> None:
        for g in self._groups:
            at, end = self._ground.starts[g], self._ground.ends[g]
            for number in range(len(self._sides.base[g].blocks)):
                start = at
                at = bisect_right(self._ground.pieces, number, at, end, key=_block)
                self._blocks[g, number] = (start, at)

    def _line_of_its_own(self, g: int, index: int) -> Beside | None:
        """Where an item goes that belongs before token `index` of the base, if the hand has put the item before it, or
        behind it, on a line of its own.
        """
        for (group, number), (start, end) in self._blocks.items():
            if group != g or index not in (start, end) or not self._old((group, number)).marker:
                continue
            if (line := self._own_line(start, end)) is None:
                continue
            gap = self._ground.gap_before(index)
            at = gap if self._begins_line(gap) else line[0] if index == start else line[1] + 1
            if at < len(self._ground.file):
                return Beside(self._ground.place(at).paragraph)
            if len(self._paragraphs) > 1:
                return Beside(self._paragraphs[-1], behind=True)
        return None

    def _own_line(self, start: int, end: int) -> tuple[int, int] | None:
        """The tokens of the file that a block stands in, if it fills a line; its number may have been taken off there,
        and the mark at its end be another one."""
        standing = [at for n in range(start, end) if (at := self._ground.at(n)) >= 0]
        if not standing or (first := self._line_begun(start, standing[0])) is None:
            return None
        file, last = self._ground.file, standing[-1] + 1
        last += last < len(file) and is_point(file[last]) and not is_point(file[last - 1])
        return (first, last) if last == len(file) or file[last] == BREAK else None

    def _begins_line(self, at: int) -> bool:
        return at == 0 or self._ground.file[at - 1] == BREAK

    def _line_begun(self, start: int, at: int) -> int | None:
        """Where the line begins that token `at` of the file is in, if that is the token itself, or all before it there
        came for token `start` of the base: a number by hand, 1. for 一是."""
        if self._begins_line(at):
            return at
        for edit in self._ground.edits:
            if edit.start <= start < edit.end and edit.new_end == at:
                return next((n for n in range(at - 1, edit.new_start - 1, -1) if self._begins_line(n)), None)
        return None

    def _note(self) -> None:
        """Write down where everything stands."""
        weighed, ground = self._weighed, self._ground
        weighed.outcome.patches += self._outcome.patches
        weighed.outcome.clashes += self._outcome.clashes
        weighed.outcome.account += self._outcome.account
        weighed.by_both |= self._outcome.by_both
        self._outcome.settled |= {edit for edit in ground.edits if self._is_counted(edit)}
        weighed.outcome.account += kept_by_hand(ground, self._key_at, self._outcome)
        markers: set[int] = set()  # tokens of the file that number a block of ours
        for ref in self._blocks:
            self._note_block(ref, markers)
        for patch in self._outcome.patches:
            self._note_patch(patch)
        self._note_own(markers)
        self._note_bare()
        for g in self._groups:
            heir = self._sides.heirs.get(g)
            if heir is not None and any((g, n) in self._heirs for n in range(len(self._sides.base[g].blocks))):
                weighed.places[heir] = self._paragraphs_of(g)
                if len(self._groups) > 1:
                    weighed.stuck.add(heir)

    def _is_counted(self, edit: Edit) -> bool:
        """Whether the hand only took off a number because Word counts there."""
        ground = self._ground
        if edit.end != edit.start + 1 or edit.new_start != edit.new_end or ground.base[edit.start] == BREAK:
            return False
        label = self._sides.seen[ground.place(edit.new_start).paragraph].label
        return ground.pieces[edit.start].span is None and bool(label)

    def _key_at(self, index: int) -> str:
        piece = self._ground.pieces[index]
        if piece.block < 0:
            return ""
        starts = self._ground.starts  # joined ones stand in the order of the file
        g = max((g for g in self._groups if starts[g] <= index), key=starts.__getitem__)
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
        found = self._marker(start, block.marker) if block.marker else self._marker_by_hand(start)
        if found is not None:
            markers.update(range(*found))
            item.place, item.marker = next(self._ground.places(*found)), self._ground.written(*found)
        else:
            item.place = Place(place.paragraph, place.start, place.start)
        self._weighed.items.setdefault(place.paragraph, []).append((item.place.start, item))

    def _beginning(self, start: int, end: int) -> int:
        if self._ground.at(start) >= 0:
            return self._ground.at(start)
        for edit in self._ground.edits:
            if edit.start <= start < edit.end < end and BREAK in self._ground.file[edit.new_start : edit.new_end]:
                return max(n for n in range(edit.new_start, edit.new_end + 1) if self._begins_line(n))
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
                if (head := self._number_of_line(edit)) is not None:
                    return head, head + 1
                written = self._ground.written(edit.new_start, edit.new_end)
                if (found := parse_marker(written)) and written.strip() == found.text == self._ground.file[
                    edit.new_start
                ]:
                    return edit.new_start, edit.new_start + 1
                if edit.end == edit.start + 1 and 0 < len(written) <= _LONGEST_MARKER and "\n" not in written:
                    return edit.new_start, edit.new_end
        return None

    def _number_of_line(self, edit: Edit) -> int | None:
        """The token with which the hand numbers a line that it has begun for an item; None if it is not clear which."""
        ground = self._ground
        ours = [n for n in range(edit.start, edit.end) if ground.pieces[n].span is None and ground.base[n] != BREAK]
        heads = [at for at in range(edit.new_start + 1, edit.new_end) if ground.file[at - 1] == BREAK]
        if len(ours) != 1 or len(heads) != 1:
            return None
        found = parse_marker(ground.file[heads[0]])
        return heads[0] if found and found.text == ground.file[heads[0]] else None

    def _marker_by_hand(self, start: int) -> tuple[int, int] | None:
        """The tokens of the file that the hand put in front of a block as its enumerator."""
        for edit in self._ground.edits:
            if edit.start == edit.end == start and edit.new_start < edit.new_end:
                token = self._ground.file[edit.new_end - 1]
                if (found := parse_marker(token)) and found.text == token:
                    return edit.new_end - 1, edit.new_end
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

    def _note_bare(self) -> None:
        """The hand's own items in lists that get numbers now."""
        if not self._ground.edits:
            return
        numbered = {
            old: self._old(old)
            for old, new in self._heirs.items()
            if not self._old(old).marker and self._new(new).marker and old in self._blocks
        }
        if len(numbered) < 2:
            return
        ours = {item.old: item for found in self._weighed.items.values() for _at, item in found if item.old in numbered}
        for at, ref in bare_items(self._ground, self._blocks, numbered):
            place = self._ground.place(at)
            if ref in ours:
                item = Item(place=place, like=ours[ref], to_number=True)
                self._weighed.items.setdefault(place.paragraph, []).append((place.start, item))
