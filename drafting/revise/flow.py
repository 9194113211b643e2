"""Whole paragraphs: written, taken out, moved. What the person put beside them stays where it is."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from drafting.draft import Block, Span
from drafting.merge.model import OBJECT, Change, Fate, Merge, Step
from drafting.revise.copies import Copies, as_coming, units
from drafting.revise.edit import Pen, commented, drop_comment, drop_comments, rewrite
from drafting.revise.ink import (
    DEL,
    INS,
    MOVE_FROM,
    MOVE_TO,
    PARAGRAPH,
    PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    changes_around,
    is_ours,
)
from drafting.revise.line import Line, append
from drafting.revise.marks import (
    Marks,
    bare,
    behind_block,
    has_pending_mark,
    next_block,
    own_mark_is_pending,
    previous_block,
)
from drafting.revise.seen import Manuscript
from drafting.word.names import AUTHOR
from drafting.word.package import w
from drafting.word.text import Paragraph, paragraphs

_BODY, _CONTROL, _FIELD, _COMMENT = w("body"), w("sdtContent"), w("fldChar"), w("commentReference")
# The range of a move has to have a date (CT_MoveBookmark); it is the same on every day.
_SOME_DAY = "2000-01-01T00:00:00Z"
_SECTION = f"{PROPERTIES}/{w('sectPr')}"
# What marks a place for somebody else, and must not go with the words around it.
_PLACES = (
    *(w(f"{kind}Range{end}") for kind in ("comment", "moveFrom", "moveTo") for end in ("Start", "End")),
    *(w(f"{kind}{end}") for kind in ("bookmark", "perm") for end in ("Start", "End")),
)

Elements = list[etree._Element]


class Flow:
    """Brings the paragraphs of a file into the order and the text of a merge."""

    def __init__(self, manuscript: Manuscript, merge: Merge, pen: Pen) -> None:
        self._manuscript = manuscript
        self._steps = merge.steps
        self._pen = pen
        self._marks = Marks(pen.ink)
        self._copies = Copies(manuscript.package, manuscript.root)
        self._moves = self._moved()
        self._gone: list[Elements] = []
        self._latest: Elements = []

    def apply(self) -> list[Elements]:
        """Change the file; the elements of the paragraph that each step has become, none for what is deleted."""
        for step in sorted(self._steps, key=lambda step: not self._is_fixed(step)):
            if step.seen is not None and step.fate is not Fate.DELETED and id(step) not in self._moves:
                self._rewrite(self._manuscript.paragraphs[step.seen], step)
        places = [self._place(number, step) for number, step in enumerate(self._steps)]
        for elements in self._gone:
            self._erase(elements)
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

    def _is_in_order(self, number: int, seen: int) -> bool:
        """Whether a paragraph that goes out stands where its step does, so that another can come in behind it."""
        before = (
            other.seen for other in reversed(self._steps[:number]) if self._stays(other) and other.seen is not None
        )
        behind = (other.seen for other in self._steps[number + 1 :] if self._stays(other) and other.seen is not None)
        return next(before, -1) < seen < next(behind, len(self._manuscript.paragraphs))

    def _stays(self, step: Step) -> bool:
        return step.seen is not None and step.fate is not Fate.DELETED and id(step) not in self._moves

    def _rewrite(self, paragraph: Paragraph, step: Step) -> None:
        if step.changes or step.clashes:
            rewrite(Line(paragraph), step.changes, step.clashes, self._pen)

    def _place(self, number: int, step: Step) -> Elements:
        """Do what a step says of a whole paragraph; its elements."""
        if step.seen is None:
            new = self._written(step)
            self._put(number, [new])
            if self._pen.ink.track:
                self._marks.note(new, INS)
            self._latest = [new]
            return [new]
        paragraph = self._manuscript.paragraphs[step.seen]
        if step.fate is Fate.DELETED:
            self._leave(paragraph, DEL)
            if self._is_in_order(number, step.seen):
                self._latest = paragraph.elements
            return paragraph.elements
        if id(step) in self._moves:
            self._latest = self._move(number, step, paragraph)
            return self._latest
        self._latest = paragraph.elements
        return paragraph.elements

    # Where a paragraph comes in

    def _put(self, number: int, new: Elements) -> None:
        """Put paragraphs behind what the step before has become, but not into a table, a text box or a control."""
        before = self._latest[-1] if self._latest else None
        following = self._following(number)
        if before is not None and (_in_body(before) or _in_same_control(before, following)):
            place = behind_block(before)
        elif following is not None and _in_body(following):
            for element in new:
                following.addprevious(element)
            return
        elif before is not None or following is not None:
            place = _outermost(before if before is not None else following)  # type: ignore[arg-type]
            if before is None:
                for element in new:
                    place.addprevious(element)
                return
        else:
            body = self._manuscript.root.find(_BODY)
            assert body is not None
            for place_in_order, element in enumerate(new):
                body.insert(place_in_order, element)
            return
        for element in reversed(new):
            place.addnext(element)

    def _following(self, number: int) -> etree._Element | None:
        """The first paragraph behind a step that stays where it is."""
        for step in self._steps[number + 1 :]:
            if step.seen is not None and (self._stays(step) or step.fate is Fate.DELETED):
                elements = self._manuscript.paragraphs[step.seen].elements
                if elements[0].getparent() is not None:
                    return elements[0]
        return None

    # What comes in

    def _written(self, step: Step) -> etree._Element:
        """A new paragraph: like its kind in this file."""
        looks = self._pen.looks
        kind = looks.kind(step)
        paragraph = etree.Element(PARAGRAPH)
        paragraph.append(looks.paragraph(kind))
        plain = looks.plain(kind)
        for block in step.blocks:
            lead, rest = _halves(block)
            runs = self._pen.runs(lead, looks.lead(block, kind)) if lead else []
            append(self._pen.ink, paragraph, [*runs, *self._pen.runs(rest, plain)])
        return paragraph

    def _move(self, number: int, step: Step, paragraph: Paragraph) -> Elements:
        """Bring a paragraph to its new place; its elements there."""
        ink = self._pen.ink
        if not ink.track or _is_wholly_ours(paragraph.elements):
            self._rewrite(paragraph, step)
            elements = self._carried(paragraph.elements)
            self._put(number, elements)
            if ink.track:
                self._marks.note(elements[-1], INS)
            return elements
        pending = any(_is_pending(element) for element in paragraph.elements)
        leaving, coming = (DEL, INS) if pending else (MOVE_FROM, MOVE_TO)
        copy = self._copies.accepted(paragraph.elements)
        found = paragraphs([copy])
        if found:
            self._rewrite(found[0], step)
        as_coming(ink, copy, coming)
        self._leave(paragraph, leaving)
        self._put(number, [copy])
        self._marks.note(copy, coming)
        if not pending:
            self._name_move(paragraph.elements, copy)
        return [copy]

    def _name_move(self, old: Elements, new: etree._Element) -> None:
        """Tie both ends of a move by one name."""
        name = f"{AUTHOR}{self._pen.ink.number()}"
        for first, last, kind in ((old[0], old[-1], "moveFrom"), (new, new, "moveTo")):
            start, end = self._pen.ink.change(w(f"{kind}RangeStart")), etree.Element(w(f"{kind}RangeEnd"))
            start.set(w("date"), _SOME_DAY)
            start.set(w("name"), name)
            end.set(w("id"), start.get(w("id"), ""))
            _put_first(first, [start])
            last.append(end)

    def _carried(self, elements: Elements) -> Elements:
        """The paragraphs taken from their place; the end of a section stays there, in an empty one."""
        if elements[-1].find(_SECTION) is None:
            for element in elements:
                _detach(element)
            return elements
        carried = etree.Element(PARAGRAPH)
        carried.append(bare(elements[-1]))
        for element in elements:
            carried.extend([child for child in element if child.tag != PROPERTIES])
        for element in elements[:-1]:
            _detach(element)
        return [carried]

    # What goes out

    def _leave(self, paragraph: Paragraph, tag: str) -> None:
        """Delete a paragraph, or mark it as moved away.

        One that holds what is no text, that stands in a table or ends a section is only emptied of its words.
        """
        if tag == DEL and (paragraph.fixed or OBJECT in paragraph.shown):
            line = Line(paragraph)
            rewrite(line, [Change(0, len(paragraph.shown), ())], (), self._pen)
            return
        before = commented(Line(paragraph), self._pen.remarks)
        ends_section = paragraph.elements[-1].find(_SECTION) is not None
        if not self._pen.ink.track or (_is_wholly_ours(paragraph.elements) and not ends_section):
            self._gone.append(paragraph.elements)
            for identifier in before:
                drop_comment(paragraph.elements, identifier, self._pen.remarks)
            return
        for element in paragraph.elements:
            for unit in _leaving_units(element):
                self._pen.ink.take_out(unit, tag)
        drop_comments(paragraph.elements, before, self._pen)
        for element in paragraph.elements:
            if element.find(_SECTION) is None:
                self._marks.note(element, tag)

    def _erase(self, elements: Elements) -> None:
        """Take paragraphs out plainly; the places that others have marked in them go to the next paragraph."""
        last, following, before = elements[-1], next_block(elements[-1]), previous_block(elements[0])
        places = [mark for element in elements for mark in _others_places(element)]
        heir = next((p for p in (following, before) if p is not None and p.tag == PARAGRAPH), None)
        if heir is None or last.find(_SECTION) is not None:
            for child in [child for element in elements for child in element if child.tag != PROPERTIES]:
                _detach(child)
            last.extend(places)
            elements = elements[:-1]
        elif heir is following:
            _put_first(heir, places)
        else:
            heir.extend(places)
        for element in elements:
            _detach(element)


def _halves(block: Block) -> tuple[list[Span], list[Span]]:
    """The heading that is run in, with its marker, and the rest."""
    marker = [Span(block.marker)] if block.marker else []
    if block.heading and not block.is_heading:
        return [*marker, *block.spans[: block.heading]], list(block.spans[block.heading :])
    return [], [*marker, *block.spans]


def _in_body(paragraph: etree._Element) -> bool:
    parent = paragraph.getparent()
    return parent is not None and parent.tag == _BODY


def _in_same_control(before: etree._Element, following: etree._Element | None) -> bool:
    """Whether both stand in one content control, and what comes between them does too."""
    parent = before.getparent()
    return following is not None and parent is following.getparent() and parent is not None and parent.tag == _CONTROL


def _outermost(element: etree._Element) -> etree._Element:
    """What of the body the element stands in."""
    while (parent := element.getparent()) is not None and parent.tag != _BODY:
        element = parent
    return element


def _detach(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _put_first(paragraph: etree._Element, elements: Sequence[etree._Element]) -> None:
    """Put elements at the beginning of a paragraph, behind its properties."""
    place = 1 if paragraph.find(PROPERTIES) is not None else 0
    for number, element in enumerate(elements):
        paragraph.insert(place + number, element)


def _is_pending(paragraph: etree._Element) -> bool:
    """Whether a change of anybody's is pending in a paragraph."""
    if has_pending_mark(paragraph):
        return True
    return next(paragraph.iter(INS, DEL, MOVE_FROM, MOVE_TO), None) is not None


def _is_wholly_ours(elements: Elements) -> bool:
    """Whether all of a paragraph is a pending insertion of ours, which we may take back."""
    return all(own_mark_is_pending(element) for element in elements) and all(
        any(change.tag == INS and is_ours(change) for change in changes_around(unit))
        for element in elements
        for unit in units(element)
    )


def _leaving_units(paragraph: etree._Element) -> list[etree._Element]:
    """The runs that go with a paragraph: not the marks of comments, nor a field that goes on in another one."""
    kinds = [mark.get(w("fldCharType")) for mark in paragraph.iter(_FIELD)]
    cut_field = kinds.count("begin") != kinds.count("end")
    found = []
    for unit in list(units(paragraph)):
        if (mark := unit.find(_COMMENT)) is not None and unit.tag == RUN:
            if all(child.tag in (RUN_PROPERTIES, _COMMENT) for child in unit):
                continue
            apart = etree.Element(RUN)
            apart.append(mark)
            unit.addnext(apart)
        if not (cut_field and next(unit.iter(_FIELD, w("instrText")), None) is not None):
            found.append(unit)
    return found


def _others_places(paragraph: etree._Element) -> list[etree._Element]:
    """The marks of places in a paragraph, and the runs that show comments."""
    found = []
    for mark in list(paragraph.iter(*_PLACES, _COMMENT)):
        if mark.tag == _COMMENT:
            run = etree.Element(RUN)
            run.append(mark)
            found.append(run)
        else:
            found.append(mark)
    return found
