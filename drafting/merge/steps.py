"""Decisions written down: a step for each paragraph of the file to come."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest

from drafting.chinese.enumerators import runs_together
from drafting.chinese.punctuation import is_point
from drafting.draft import Block, Span
from drafting.merge.arrange import Arrangement, Slot
from drafting.merge.lists import Ref
from drafting.merge.model import OBJECT, Change, Clash, Fate, Hint, Merge, Seen, Step
from drafting.merge.numbering import Numbering
from drafting.merge.outcome import Patch
from drafting.merge.pieces import Piece
from drafting.merge.sides import Sides, Weighed

_DIGITS = "[0-9０-９.．,]"
_NUMERALS = "[零〇一二两三四五六七八九十百千万亿点]"
_RUN = re.compile(f"{_DIGITS}+|{_NUMERALS}+")


class Steps:
    """Makes the steps of a merge."""

    def __init__(self, sides: Sides, weighed: Weighed, arrangement: Arrangement, numbering: Numbering) -> None:
        self._sides, self._weighed = sides, weighed
        self._arrangement, self._numbering = arrangement, numbering
        self._patches: defaultdict[int, list[Patch]] = defaultdict(list)
        for patch in weighed.outcome.patches:
            self._patches[patch.place.paragraph].append(patch)
        self._clashes: defaultdict[int, list[Clash]] = defaultdict(list)
        for paragraph, clash in weighed.outcome.clashes:
            self._clashes[paragraph].append(clash)
        self._anchored: set[Ref] = set()
        self._last = -1  # the paragraph of the draft whose block is the last one in the paragraph made last

    def all(self) -> Iterator[Step]:
        """The steps in the order of the file to come."""
        last = -1  # the paragraph of the draft to which the last block belongs
        for slot in self._arrangement.slots:
            step = self._added(slot) if slot.seen < 0 else self._standing(slot)
            if step.anchors:
                last = slot.new if slot.seen < 0 else self._last
            elif step.fate in (Fate.KEPT, Fate.UPDATED):
                goes_on = slot.seen in self._weighed.places.get(last, ()) and not self._sides.seen[slot.seen].fixed
                last = last if goes_on else -1
                step = step._replace(goes_on=True) if goes_on else step
            yield step

    def _added(self, slot: Slot) -> Step:
        group = self._sides.new[slot.new]
        drafted = [((slot.new, n), block) for n, block in enumerate(group.drafted if slot.block < 0 else group.blocks)]
        blocks = tuple([self._numbered(ref, block) for ref, block in drafted[slot.blocks]])
        if slot.block >= 0 and (mark := self._mark_of_lines(drafted[slot.blocks][0][0])):
            blocks = tuple([_ending_in(block, mark) for block in blocks])
        self._anchored.update(ref for ref, _block in drafted[slot.blocks])
        anchors, at = [], 0
        for block in blocks:
            anchors.append(Hint(block.key, at, at + len(block.text)))
            at += len(block.text)
        return Step(Fate.ADDED, None, blocks, tuple(anchors), like=self._counted_like(drafted[slot.blocks][0]))

    def _counted_like(self, drafted: tuple[Ref, Block]) -> int | None:
        """The paragraph of the file with which Word shall count a new one: the nearest of its list that it counts."""
        (ref, block), numbering = drafted, self._numbering
        if not block.marker or numbering.markers.get(ref, block.marker):
            return None
        items = numbering.stands.get(numbering.lists.get(ref, -1), [])
        here = next((n for n, item in enumerate(items) if item.new == ref), 0)
        counted = [
            (n > here, abs(n - here), item.place.paragraph)
            for n, item in enumerate(items)
            if item.place is not None and self._sides.seen[item.place.paragraph].label
        ]
        return min(counted)[-1] if counted else None

    def _mark_of_lines(self, ref: Ref) -> str:
        """The mark with which the hand ends all the lines that it has put the items of a list on; "" for several."""
        items = self._numbering.stands.get(self._numbering.lists.get(ref, -1), [])
        lines = [self._sides.seen[item.place.paragraph].text.rstrip() for item in items if item.place is not None]
        marks = {line[-1:] for line in lines}
        return marks.pop() if len(marks) == 1 and all(map(is_point, marks)) else ""

    def _numbered(self, ref: Ref, block: Block) -> Block:
        marker = self._numbering.markers.get(ref, block.marker)
        blank = " " if runs_together(marker, block.spans[0].text) else ""
        return replace(block, marker=marker + blank)

    def _standing(self, slot: Slot) -> Step:
        p = slot.seen
        seen = self._sides.seen[p]
        moved = p in self._arrangement.moved
        if p not in self._patches and p not in self._clashes and p not in self._weighed.dropped:
            return Step(Fate.KEPT, p, *self._anchors(p, (), len(seen.text)), moved=moved)
        clashes = tuple(sorted(self._clashes[p], key=lambda clash: clash.start))
        if p in self._weighed.dropped:
            return Step(Fate.DELETED, p, clashes=clashes)
        patches = list(_set_apart(sorted(self._patches[p], key=_order), seen.text))
        changing = [patch for patch in patches if patch.text != seen.text[patch.place.start : patch.place.end]]
        changes = tuple(_changes(changing))
        text = changed(seen.text, changes)
        if changes and not text.strip() and not seen.fixed and OBJECT not in seen.text:
            return Step(Fate.DELETED, p, clashes=clashes)
        blocks, anchors = self._anchors(p, patches, len(text))
        fate = Fate.UPDATED if changes else Fate.KEPT
        return Step(fate, p, blocks, anchors, changes, clashes, moved)

    def _anchors(self, p: int, patches: Sequence[Patch], length: int) -> tuple[tuple[Block, ...], tuple[Hint, ...]]:
        """The blocks in a paragraph and where each stands in the text to come: up to where the next begins."""
        starts: dict[Ref, int] = {}
        for offset, ref in self._weighed.starts.get(p, ()):
            if ref not in self._anchored:
                starts[ref] = _shifted(offset, ref, patches) if patches else offset
        shift = 0
        for patch in patches:
            at = patch.place.start + shift
            for piece in patch.pieces:
                ref = (patch.new, piece.block)
                if ref not in starts and ref not in self._anchored and patch.new >= 0:
                    starts[ref] = at
                at += len(piece.text)
            shift += len(patch.text) - (patch.place.end - patch.place.start)
        starts = self._of_the_draft(starts)
        order = sorted(starts, key=lambda ref: (starts[ref], ref)) if len(starts) > 1 else list(starts)
        self._anchored.update(order)
        self._last = order[-1][0] if order else -1
        blocks = tuple([self._sides.new[h].drafted[b] for h, b in order])
        if len(blocks) == 1:  # as most have
            return blocks, (Hint(blocks[0].key, 0, length),)
        places = [0, *(starts[ref] for ref in order[1:]), length]
        return blocks, tuple([Hint(block.key, *places[n : n + 2]) for n, block in enumerate(blocks)])

    def _of_the_draft(self, starts: dict[Ref, int]) -> dict[Ref, int]:
        """The same for the blocks of the draft: what closes a paragraph stands for the last one, where that is gone."""
        found: dict[Ref, int] = {}
        for (h, number), at in sorted(starts.items()) if len(starts) > 1 else starts.items():
            ref = (h, number - self._sides.new[h].is_close(number))
            if ref not in found and ref not in self._anchored:
                found[ref] = at
        return found


def _order(patch: Patch) -> tuple[int, int, int, bool]:
    """Where a patch stands among others: of two at one place the enumerator comes before the words of its block."""
    first = patch.pieces[0] if patch.pieces else None
    block, is_body = (first.block, first.span is not None) if first else (-1, False)
    return patch.place.start, patch.place.end, block, is_body


def _ending_in(block: Block, mark: str) -> Block:
    """A block with another mark at its end, if it ends with one."""
    *spans, last = block.spans
    if not last.text or not is_point(last.text[-1]):
        return block
    return replace(block, spans=(*spans, replace(last, text=last.text[:-1] + mark)))


def _shifted(offset: int, ref: Ref, patches: Sequence[Patch]) -> int:
    """Where a block that begins at `offset` of the file begins in the text to come."""
    shift = 0
    for patch in patches:
        start, end = patch.place.start, patch.place.end
        if end > offset or (start == end == offset and any((patch.new, piece.block) == ref for piece in patch.pieces)):
            break
        shift += len(patch.text) - (end - start)
    return offset + shift


def _set_apart(patches: Sequence[Patch], text: str) -> Iterator[Patch]:
    """The patches of a text, a blank behind numbers that would be one with the figures behind them."""
    for patch, follows in zip_longest(patches, patches[1:]):
        behind = text[patch.place.end :]
        if follows is not None and follows.place.start == patch.place.end:
            behind = follows.text + text[follows.place.end :]
        pieces: list[Piece] = []
        for piece in reversed(patch.pieces):
            glued = piece.span is None and runs_together(piece.text, behind)
            pieces.insert(0, piece._replace(text=f"{piece.text} ") if glued else piece)
            behind = piece.text
        yield replace(patch, pieces=pieces) if pieces != patch.pieces else patch


def _changes(patches: Sequence[Patch]) -> Iterator[Change]:
    """The patches as changes; several at one place are one."""
    for (start, end), together in groupby(patches, key=lambda patch: (patch.place.start, patch.place.end)):
        pieces = [(patch.new, piece) for patch in together for piece in patch.pieces]
        yield Change(start, end, tuple(_spans(pieces)))


def _spans(pieces: Sequence[tuple[int, Piece]]) -> Iterator[Span]:
    for _same, run in groupby(pieces, key=lambda found: (found[0], found[1].block, found[1].nth)):
        found = [piece for _new, piece in run]
        text = "".join([piece.text for piece in found])
        span = found[0].span
        yield Span(text) if span is None else replace(span, text=text)


def changed(text: str, changes: Sequence[Change]) -> str:
    """A text with changes made to it."""
    parts, at = [], 0
    for change in changes:
        parts += [text[at : change.start], change.text]
        at = change.end
    return "".join([*parts, text[at:]])


def result_text(edited: Sequence[Seen], merge: Merge) -> list[str]:
    """The paragraphs of the file to come, in order."""
    texts = []
    for step in merge.steps:
        if step.seen is None:
            texts.append("".join([block.text for block in step.blocks]))
        elif step.fate is not Fate.DELETED:
            texts.append(changed(edited[step.seen].text, step.changes))
    return texts
