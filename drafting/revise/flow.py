"""Whole paragraphs: written, taken out, moved. What the person put beside them stays where it is."""

from __future__ import annotations

from lxml import etree

from drafting.merge import changed
from drafting.merge.model import Fate, Merge, Step
from drafting.revise.copies import Copies, as_coming, commented_inside, enclose
from drafting.revise.edit import Pen, commented, drop_marks, rewrite
from drafting.revise.fresh import written
from drafting.revise.ink import (
    DEL,
    INS,
    LEAVING,
    MOVE_FROM,
    MOVE_TO,
    PARAGRAPH,
    PROPERTIES,
)
from drafting.revise.leaving import SECTION, Elements, Leaving, detach, is_pending, is_wholly_ours, put_first
from drafting.revise.line import Line
from drafting.revise.marks import (
    Marks,
    bare,
    has_our_mark,
    previous_block,
)
from drafting.revise.own import bring_back, brought_back, carry_out, is_only_moved, is_tied
from drafting.revise.places import put_between
from drafting.revise.seen import Manuscript
from drafting.word.names import AUTHOR
from drafting.word.package import w
from drafting.word.text import Paragraph, paragraphs

# The range of a move has to have a date (CT_MoveBookmark); it is the same on every day.
_SOME_DAY = "2000-01-01T00:00:00Z"


class Flow:
    """Brings the paragraphs of a file into the order and the text of a merge."""

    def __init__(self, manuscript: Manuscript, merge: Merge, pen: Pen) -> None:
        self._manuscript = manuscript
        self._steps = merge.steps
        self._pen = pen
        self._marks = Marks(pen.ink)
        self._copies = Copies(manuscript.package, manuscript.root)
        self._moves = self._moved()
        self._leaving = Leaving(pen, self._marks)
        self._latest: Elements = []

    def apply(self) -> list[Elements]:
        """Change the file; the elements of the paragraph that each step has become, none for what is deleted."""
        # Those in text boxes come first, which may move with the paragraph that holds them.
        for step in sorted(self._steps, key=lambda step: not self._is_fixed(step)):
            if step.seen is not None and step.fate is not Fate.DELETED and id(step) not in self._moves:
                self._rewrite(self._manuscript.paragraphs[step.seen], step)
        places = [self._place(number, step) for number, step in enumerate(self._steps)]
        self._leaving.erase()
        self._marks.settle()
        instead = self._marks.instead
        return [
            [] if step.fate is Fate.DELETED else [instead.get(element, element) for element in elements]
            for step, elements in zip(self._steps, places, strict=True)
        ]

    def _moved(self) -> set[int]:
        """The steps whose paragraphs have to go elsewhere: those that are moved, and any that stand out of order."""
        found, last = set(), -1
        for step in self._steps:
            if step.seen is None or step.fate is Fate.DELETED or self._is_fixed(step):
                continue
            if step.moved or step.seen < last:
                found.add(id(step))
            else:
                last = step.seen
        return found

    def _is_fixed(self, step: Step) -> bool:
        return step.seen is not None and self._manuscript.paragraphs[step.seen].fixed

    def _leaves_in_order(self, number: int, step: Step) -> bool:
        """Whether a paragraph goes out and stands where its step does, so that another can come in beside it."""
        if step.seen is None or step.fate is not Fate.DELETED:
            return False
        before = (
            other.seen for other in reversed(self._steps[:number]) if self._stays(other) and other.seen is not None
        )
        behind = (other.seen for other in self._steps[number + 1 :] if self._stays(other) and other.seen is not None)
        return next(before, -1) < step.seen < next(behind, len(self._manuscript.paragraphs))

    def _stays(self, step: Step) -> bool:
        return step.seen is not None and step.fate is not Fate.DELETED and id(step) not in self._moves

    def _rewrite(self, paragraph: Paragraph, step: Step) -> None:
        if not step.changes and not step.clashes:
            return
        ink = self._pen.ink
        track = ink.track
        if step.changes and not track:
            ink.track = is_tied(paragraph.elements)
            if not ink.track:
                carry_out(paragraph.elements)
        rewrite(Line(paragraph), step.changes, step.clashes, self._pen)
        ink.track = track

    def _place(self, number: int, step: Step) -> Elements:
        """Do what a step says of a whole paragraph; its elements."""
        if step.seen is None:
            self._latest = self._brought_back(number, step) or self._put_in(number, step)
            return self._latest
        paragraph = self._manuscript.paragraphs[step.seen]
        if step.fate is Fate.DELETED:
            self._leaving.leave(paragraph, DEL)
            if self._leaves_in_order(number, step):
                self._latest = paragraph.elements
            return paragraph.elements
        if id(step) in self._moves:
            self._latest = self._move(number, step, paragraph)
            return self._latest
        if not paragraph.boxed:  # a text box goes where the paragraph does that holds it
            self._latest = paragraph.elements
        return paragraph.elements

    # Where a paragraph comes in

    def _put(self, number: int, new: Elements) -> None:
        """Put paragraphs behind what the step before has become."""
        put_between(new, self._latest[-1] if self._latest else None, self._following(number), self._manuscript.root)

    def _following(self, number: int) -> etree._Element | None:
        """The first element of the paragraph behind a step that stays where it is, or goes out there."""
        step = self._following_step(number)
        return None if step is None or step.seen is None else self._manuscript.paragraphs[step.seen].elements[0]

    def _following_step(self, number: int) -> Step | None:
        """What becomes of that paragraph."""
        for place, step in enumerate(self._steps[number + 1 :], number + 1):
            stands = step.seen is not None and (self._stays(step) or self._leaves_in_order(place, step))
            if stands and self._manuscript.paragraphs[step.seen or 0].elements[0].getparent() is not None:
                return step
        return None

    # What comes in

    def _put_in(self, number: int, step: Step) -> Elements:
        """Write a new paragraph; its elements."""
        new = written(step, self._pen)
        self._put(number, [new])
        before = previous_block(new)
        if not self._pen.ink.track and before is not None and has_our_mark(before, INS):
            # It comes where we have parted a paragraph that is still to be one for whoever rejects that.
            as_coming(self._pen.ink, new, INS)
            self._marks.note(new, INS)
        elif self._pen.ink.track:
            self._marks.note(new, INS)
        return [new]

    def _brought_back(self, number: int, step: Step) -> Elements:
        """Where a paragraph that we have deleted comes again in its place, undo that; its elements, none if not so."""
        following = self._following_step(number)
        if following is None or following.seen is None:
            return []
        paragraph = self._manuscript.paragraphs[following.seen]
        if last := brought_back(paragraph.elements, "".join([block.text for block in step.blocks])):
            found, paragraph.elements = paragraph.elements[:last], paragraph.elements[last:]
            bring_back(found[-1])
            return found
        return []

    def _move(self, number: int, step: Step, paragraph: Paragraph) -> Elements:
        """Bring a paragraph to its new place; its elements there."""
        if back := self._moved_back(number, step, paragraph):
            return back
        ink = self._pen.ink
        ours = commented(Line(paragraph), self._pen.remarks)
        if not ink.track or is_wholly_ours(paragraph.elements, ours):
            self._rewrite(paragraph, step)
            elements = self._carried(paragraph.elements)
            self._put(number, elements)
            if ink.track:
                self._marks.note(elements[-1], INS)
            return elements
        pending = any(is_pending(element) for element in paragraph.elements)
        leaving, coming = (DEL, INS) if pending else (MOVE_FROM, MOVE_TO)
        copy = self._copies.accepted(paragraph.elements, ours, self._pen.remarks.copied)
        for identifier in ours:
            drop_marks(paragraph.elements, identifier)
        found = paragraphs([copy])
        if found:
            self._rewrite(found[0], step)
        as_coming(ink, copy, coming)
        for mark in enclose(copy, [number for number in commented_inside([copy]) if number not in ours], coming):
            detach(mark)
        self._leaving.leave(paragraph, leaving, carried=True)
        self._put(number, [copy])
        self._marks.note(copy, coming)
        if not pending:
            self._name_move(paragraph.elements, copy)
        return [copy]

    def _moved_back(self, number: int, step: Step, paragraph: Paragraph) -> Elements:
        """Where a paragraph that we have moved goes back to its place, undo that; its elements, none if not so."""
        following, there = self._following_step(number), paragraph.elements[-1]
        if following is None or following.seen is None or step.clashes:
            return []
        behind = self._manuscript.paragraphs[following.seen]
        last = brought_back(behind.elements, changed(paragraph.shown, step.changes), LEAVING)
        if not last or not is_only_moved(there, behind.elements[last - 1]):
            return []
        found, behind.elements = behind.elements[:last], behind.elements[last:]
        bring_back(found[-1])
        detach(there)
        return found

    def _name_move(self, old: Elements, new: etree._Element) -> None:
        """Tie both ends of a move by one name."""
        name = f"{AUTHOR}{self._pen.ink.number()}"
        for first, last, kind in ((old[0], old[-1], "moveFrom"), (new, new, "moveTo")):
            start, end = self._pen.ink.change(w(f"{kind}RangeStart")), etree.Element(w(f"{kind}RangeEnd"))
            start.set(w("date"), _SOME_DAY)
            start.set(w("name"), name)
            end.set(w("id"), start.get(w("id"), ""))
            put_first(first, [start])
            last.append(end)

    def _carried(self, elements: Elements) -> Elements:
        """The paragraphs taken from their place; the end of a section stays there, in an empty one."""
        if elements[-1].find(SECTION) is None:
            for element in elements:
                detach(element)
            return elements
        carried = etree.Element(PARAGRAPH)
        carried.append(bare(elements[-1]))
        for element in elements:
            carried.extend([child for child in element if child.tag != PROPERTIES])
        for element in elements[:-1]:
            detach(element)
        return [carried]
