"""Paragraphs that go: their words are taken out, what others have marked in them stays."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, takewhile

from lxml import etree

from drafting.merge.model import OBJECT, Change
from drafting.revise.copies import commented_inside, units
from drafting.revise.edit import Pen, commented, drop_comment, drop_comments, rewrite
from drafting.revise.ink import (
    DEL,
    INS,
    LEAVING,
    MOVE_FROM,
    MOVE_TO,
    PARAGRAPH,
    PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    changes_around,
    is_ours,
)
from drafting.revise.line import Line
from drafting.revise.marks import (
    Marks,
    has_our_mark,
    has_pending_mark,
    is_removed,
    next_block,
    own_mark_is_pending,
    previous_block,
)
from drafting.revise.own import end_move, only_comes
from drafting.word.package import w
from drafting.word.text import Paragraph

_FIELD, _COMMENT = w("fldChar"), w("commentReference")
SECTION = f"{PROPERTIES}/{w('sectPr')}"
# What marks a place for somebody else, and must not go with the words around it.
_PLACES = (
    *(w(f"{kind}Range{end}") for kind in ("comment", "moveFrom", "moveTo") for end in ("Start", "End")),
    *(w(f"{kind}{end}") for kind in ("bookmark", "perm") for end in ("Start", "End")),
)

Elements = list[etree._Element]


@dataclass(slots=True)
class Leaving:
    """Takes paragraphs out. gone: those that are to be erased once all others have found their places."""

    pen: Pen
    marks: Marks
    gone: list[Elements] = field(default_factory=list)

    def leave(self, paragraph: Paragraph, tag: str, *, carried: bool = False) -> None:
        """Delete a paragraph, or mark it as moved away. carried: all of it stands at another place by now.

        Else one that holds what is no text, or stands in a table, is only emptied of its words.
        """
        if not carried and (paragraph.fixed or OBJECT in paragraph.shown):
            line = Line(paragraph)
            rewrite(line, [Change(0, len(paragraph.shown), ())], (), self.pen)
            return
        before = commented(Line(paragraph), self.pen.remarks)
        ends_section = paragraph.elements[-1].find(SECTION) is not None
        standing = list(dropwhile(is_removed, paragraph.elements)) or paragraph.elements
        came = has_our_mark(standing[0], MOVE_TO) and all(map(only_comes, standing))
        if came:
            end_move(standing[0])
        if not self.pen.ink.track:
            standing = paragraph.elements
        if not self.pen.ink.track or came or (is_wholly_ours(standing, before) and not ends_section):
            self.gone.append(standing)
            self._note_left(paragraph.elements[: -len(standing)])
            for identifier in before:
                drop_comment(paragraph.elements, identifier, self.pen.remarks)
            return
        gone = commented_inside(paragraph.elements) if carried else ()  # they are at the other place too
        for element in paragraph.elements:
            for unit in _leaving_units(element, gone):
                self.pen.ink.take_out(unit, tag)
        drop_comments(paragraph.elements, before, self.pen)
        for element in paragraph.elements:
            if element.find(SECTION) is None:
                self.marks.note(element, tag)

    def _note_left(self, before: Elements) -> None:
        """What we took out earlier before a paragraph that goes without a trace may be the last before a table now."""
        for element in takewhile(lambda element: has_our_mark(element, *LEAVING), reversed(before)):
            self.marks.note(element, next(tag for tag in LEAVING if has_our_mark(element, tag)))

    def erase(self) -> None:
        """Erase what is gone without a trace."""
        for elements in self.gone:
            self._erase(elements)

    def _erase(self, elements: Elements) -> None:
        """Take paragraphs out plainly; the places that others have marked in them go to the next paragraph."""
        last, following, before = elements[-1], next_block(elements[-1]), previous_block(elements[0])
        places = [mark for element in elements for mark in _others_places(element)]
        heir = next((p for p in (following, before) if p is not None and p.tag == PARAGRAPH), None)
        if heir is None or last.find(SECTION) is not None:
            for child in [child for element in elements for child in element if child.tag != PROPERTIES]:
                detach(child)
            last.extend(places)
            elements = elements[:-1]
        elif heir is following:
            put_first(heir, places)
        else:
            heir.extend(places)
        for element in elements:
            detach(element)


def detach(element: etree._Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def put_first(paragraph: etree._Element, elements: Sequence[etree._Element]) -> None:
    """Put elements at the beginning of a paragraph, behind its properties."""
    place = 1 if paragraph.find(PROPERTIES) is not None else 0
    for number, element in enumerate(elements):
        paragraph.insert(place + number, element)


def is_pending(paragraph: etree._Element) -> bool:
    """Whether a change of anybody's is pending in a paragraph."""
    if has_pending_mark(paragraph):
        return True
    return next(paragraph.iter(INS, DEL, MOVE_FROM, MOVE_TO), None) is not None


def is_wholly_ours(elements: Elements, comments: Collection[str]) -> bool:
    """Whether all of a paragraph is a pending insertion of ours, which we may take back.

    Where the mark alone is ours, for the paragraph was parted, what we have deleted in it is the person's.
    comments: the ids of those of ours in it; the runs that show them are in no insertion.
    """
    return all(own_mark_is_pending(element) for element in elements) and all(
        any(change.tag == INS and is_ours(change) for change in changes_around(part)) or _shows(part, comments)
        for element in elements
        for part in (*units(element), *element.iterfind(f".//{DEL}/{RUN}"), *element.iterfind(f".//{MOVE_FROM}/{RUN}"))
    )


def _shows(run: etree._Element, comments: Collection[str]) -> bool:
    """Whether a run only shows one of these comments."""
    mark = run.find(_COMMENT)
    return mark is not None and mark.get(w("id")) in comments and _holds_no_words(run)


def _holds_no_words(run: etree._Element) -> bool:
    return all(child.tag in (RUN_PROPERTIES, _COMMENT) for child in run)


def _leaving_units(paragraph: etree._Element, comments: Collection[str] = ()) -> list[etree._Element]:
    """The runs that go with a paragraph: not the marks of comments but these, nor a field that goes on in another."""
    kinds = [mark.get(w("fldCharType")) for mark in paragraph.iter(_FIELD)]
    cut_field = kinds.count("begin") != kinds.count("end")
    found = []
    for unit in list(units(paragraph)):
        if (mark := unit.find(_COMMENT)) is not None and unit.tag == RUN and mark.get(w("id"), "") not in comments:
            if _holds_no_words(unit):
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
