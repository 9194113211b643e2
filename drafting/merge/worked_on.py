"""What of its blocks the hand worked on, in a cluster in which somebody changed something."""

from __future__ import annotations

from drafting.chinese.punctuation import is_point
from drafting.merge.differences import BREAK, Edit
from drafting.merge.listmarks import own_mark
from drafting.merge.lists import is_enumerator
from drafting.merge.model import OBJECT
from drafting.merge.traces import is_gone
from drafting.merge.whereabouts import Whereabouts

_BLANK = " \t\n\u3000" + OBJECT


class WorkedOn(Whereabouts):
    """A cluster, and how the hand went about each of its blocks."""

    def _is_worked_on(self, start: int, end: int) -> bool:
        """Whether the hand changed a paragraph: more than white space, pictures, its lines or its number."""
        return any(
            edit.start <= end
            and start <= edit.end
            and (self._ground.written(edit.new_start, edit.new_end) + self._ground.stood(edit.start, edit.end)).strip(
                _BLANK
            )
            and not self._is_marker_only(edit)
            for edit in self._ground.edits
        )

    def _is_marker_only(self, edit: Edit) -> bool:
        """Whether the hand only gave a paragraph another number; to take it off is more, unless Word counts there."""
        written = self._ground.written(edit.new_start, edit.new_end)
        return (self._is_marker(edit.start, edit.end) and is_enumerator(written)) or self._is_counted(edit)

    def _is_marker(self, start: int, end: int) -> bool:
        return end == start + 1 and self._ground.pieces[start].span is None and self._ground.base[start] != BREAK

    def _is_kept(self, g: int, i: int) -> bool:
        """Whether a block that the draft no longer has stays, because the hand worked on it."""
        start, end = self._blocks[g, i]
        typed = self._sides.base[g].blocks[i].key in self._sides.by_both
        return not is_gone(self._ground, start, end) and (typed or self._is_worked_on_inside(start, end))

    def _worked_on(self, g: int) -> set[int]:
        """The items of a paragraph that the hand worked on."""
        items = [n for n, block in enumerate(self._sides.base[g].blocks) if block.marker and self._ground.edits]
        at = {n: self._blocks[g, n] for n in items}
        return {n for n, (a, b) in at.items() if self._is_worked_on_inside(a, b) or own_mark(self._ground, b - 1, b)}

    def _lines_with_own_mark(self, g: int) -> set[int]:
        """The items of a paragraph that the hand has put on lines of their own and ends all with one mark, not as the
        draft does."""
        if len(self._paragraphs) == 1:
            return set()
        blocks = self._sides.base[g].blocks
        at = {n: self._blocks[g, n] for n, block in enumerate(blocks) if block.marker}
        lines = {n: line for n, (start, end) in at.items() if (line := self._own_line(start, end))}
        marks = {self._ground.file[end - 1] for _start, end in lines.values()}
        by_hand = any(self._ground.at(at[n][1] - 1) != lines[n][1] - 1 for n in lines)
        return set(lines) if by_hand and len(lines) > 1 == len(marks) and all(map(is_point, marks)) else set()

    def _has_gone(self, g: int) -> bool:
        return any(is_gone(self._ground, *at) for (group, _i), at in self._blocks.items() if group == g)

    def _is_worked_on_inside(self, start: int, end: int) -> bool:
        return any(
            edit.start < end and start < edit.end and not self._is_marker(edit.start, edit.end)
            for edit in self._ground.edits
        )
