"""One paragraph of the file by its characters: runs are cut at offsets, and things are put beside them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from drafting.revise.ink import COMING, INS, LEAVING, PARAGRAPH, RUN, RUN_PROPERTIES, Ink, attributes, is_ours
from drafting.word.package import w
from drafting.word.text import OBJECT, Paragraph, Stretch

_TEXT, _RUBY = w("t"), w("ruby")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ENDS = {w(name) for name in ("bookmarkEnd", "commentRangeEnd", "permEnd", "proofErr")}


class Line:
    """A paragraph, its stretches cut as finely as was asked for. Offsets count characters as they were shown."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.elements = paragraph.elements
        self.stretches = list(paragraph.stretches)

    def cut(self, offset: int) -> int:
        """Make a run begin at `offset`; the number of the stretch that begins there. Raises ValueError beyond the end.

        Cutting changes nothing that can be seen.
        """
        place = 0
        for index, stretch in enumerate(self.stretches):
            if place == offset:
                self._part(index)
                return index
            if place + len(stretch.shown) > offset:
                self._halve(index, offset - place)
                self._part(index + 1)
                return index + 1
            place += len(stretch.shown)
        if place != offset:
            raise ValueError(f"there is no place {offset} in a paragraph of {place} characters")
        return len(self.stretches)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The numbers of the stretches from `start` to `end`, each object in a run of its own."""
        first, last = self.cut(start), self.cut(end)
        for index in range(first, last + 1):
            if any(is_object(stretch) for stretch in self.stretches[max(first, index - 1) : min(last, index + 1)]):
                self._part(index)
        return first, last

    def _halve(self, index: int, length: int) -> None:
        """Make two elements of the text of one: `length` characters, and the rest."""
        stretch = self.stretches[index]
        element, text = stretch.element, stretch.shown
        rest = etree.Element(element.tag, attributes(element))
        for half, part in ((element, text[:length]), (rest, text[length:])):
            half.text = part
            half.set(_SPACE, "preserve")
        element.addnext(rest)
        self.stretches[index : index + 1] = [
            stretch._replace(text=text[:length], shown=text[:length]),
            stretch._replace(text=text[length:], shown=text[length:], element=rest),
        ]

    def _part(self, index: int) -> None:
        """Make a run end before the stretch, where it and the one before it stand in the same."""
        if not 0 < index < len(self.stretches):
            return
        before, element = self.stretches[index - 1].element, self.stretches[index].element
        run = unit(element)
        if run is element or run is not unit(before):
            return
        rest = etree.Element(run.tag, attributes(run))
        look = run.find(RUN_PROPERTIES)
        if look is not None:
            rest.append(deepcopy(look))
        behind = list(element.itersiblings())
        rest.append(element)
        rest.extend(behind)
        run.addnext(rest)


def is_object(stretch: Stretch) -> bool:
    """Whether it is no text."""
    return stretch.shown == OBJECT and stretch.element.tag != _TEXT


def unit(element: etree._Element) -> etree._Element:
    """What a stretch is moved, wrapped and stood beside as: its run; an equation itself."""
    parent = element.getparent()
    return parent if parent is not None and parent.tag == RUN else element


def whole(run: etree._Element) -> etree._Element:
    """The run, or the one that holds the ruby that it is the base of."""
    ruby = next(run.iterancestors(_RUBY, PARAGRAPH), None)
    return whole(unit(ruby)) if ruby is not None and ruby.tag == _RUBY else run


def depth(run: etree._Element) -> int:
    """In how many links, controls and the like it stands within its paragraph; tracked changes do not count."""
    found = 0
    for ancestor in run.iterancestors():
        if ancestor.tag == PARAGRAPH:
            break
        found += ancestor.tag not in COMING and ancestor.tag not in LEAVING
    return found


def put_after(ink: Ink, place: etree._Element, new: list[etree._Element]) -> None:
    """Put runs behind something as an insertion of ours, outside of what others have pending there."""
    place, wrapped = _out_of_changes(ink, place)
    for element in reversed(_coming(ink, new) if wrapped else new):
        place.addnext(element)


def put_before(ink: Ink, place: etree._Element, new: list[etree._Element]) -> None:
    """Put runs before something as an insertion of ours, outside of what others have pending there."""
    earlier = place.getprevious()
    parent = place.getparent()
    if parent is not None and (parent.tag in COMING or parent.tag in LEAVING) and not _goes_in(ink, parent):
        if earlier is None:
            put_before(ink, parent, new)
        else:
            put_after(ink, earlier, new)
        return
    for element in new if parent is not None and _goes_in(ink, parent) else _coming(ink, new):
        place.addprevious(element)


def append(ink: Ink, paragraph: etree._Element, new: list[etree._Element]) -> None:
    """Put runs at the end of a paragraph as an insertion of ours."""
    paragraph.extend(_coming(ink, new))


def behind_ends(place: etree._Element, following: Stretch | None) -> etree._Element:
    """The last of what only ends something behind `place`: comments, bookmarks, fields that `following` is no part of.

    What is put behind it is then outside of them.
    """
    found = place
    for element in place.itersiblings():
        if element.tag not in _ENDS and not _only_ends(element, following):
            break
        found = element
    return found


def _only_ends(run: etree._Element, following: Stretch | None) -> bool:
    """Whether a run holds nothing but the end of a field or the mark of a comment."""
    content: list[Any] = [child for child in run if child.tag != RUN_PROPERTIES] if run.tag == RUN else []
    if not content or (following is not None and unit(following.element) is run):
        return False
    return all(
        child.tag == w("commentReference") or (child.tag == w("fldChar") and child.get(w("fldCharType")) == "end")
        for child in content
    )


def _coming(ink: Ink, new: list[etree._Element]) -> list[etree._Element]:
    if not ink.track:
        return new
    change = ink.change(INS)
    change.extend(new)
    return [change]


def _goes_in(ink: Ink, change: etree._Element) -> bool:
    """Whether what we put in may stand in this change: in our own that is still pending."""
    return ink.track and change.tag == INS and is_ours(change)


def _out_of_changes(ink: Ink, place: etree._Element) -> tuple[etree._Element, bool]:
    """The place outside of pending changes of others, which go on behind it; and whether it needs a change of ours."""
    while (parent := place.getparent()) is not None and (parent.tag in COMING or parent.tag in LEAVING):
        if _goes_in(ink, parent):
            return place, False
        rest = list(place.itersiblings())
        if rest:
            again = ink.again(parent)
            again.extend(rest)
            parent.addnext(again)
        place = parent
    return place, True
