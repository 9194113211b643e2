"""A copy of a paragraph for its new place while the old one is still to be seen: no number may come twice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from drafting.revise.ink import COMING, LEAVING, PARAGRAPH, PROPERTIES, RUN, RUN_PROPERTIES, Ink, remove
from drafting.revise.marks import BETWEEN, bare
from drafting.word.package import Package, w

_DRAWING_ID = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_UNITS = (RUN, _MATH + "oMath", _MATH + "oMathPara")
_CONTROL = w("sdt")
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_IDS_OF_PARAGRAPHS = (_WORD_2010 + "paraId", _WORD_2010 + "textId")
_NOTES = {w("footnoteReference"): ("footnotes", "footnote"), w("endnoteReference"): ("endnotes", "endnote")}
# Places that others have marked: they stay where they were, and a comment of theirs is copied with its words.
_COMMENT = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
_PLACES = (
    *_COMMENT,
    *(w(f"{kind}Range{end}") for kind in ("moveFrom", "moveTo") for end in ("Start", "End")),
    *(w(f"{kind}{end}") for kind in ("bookmark", "perm") for end in ("Start", "End")),
    *(w(name) for name in ("proofErr", "lastRenderedPageBreak")),
)


def units(element: etree._Element) -> Iterator[etree._Element]:
    """What can be deleted or moved as a whole in a paragraph and is not deleted: runs, equations, controls in the line.

    Links and the like are gone through: a tracked change may stand in them, not around them.
    """
    for child in element:
        if child.tag in _UNITS or (child.tag == _CONTROL and next(child.iter(*COMING, *LEAVING), None) is None):
            yield child
        elif isinstance(child.tag, str) and child.tag != PROPERTIES and child.tag not in LEAVING:
            yield from units(child)


class Copies:
    """Makes copies of paragraphs in one file."""

    def __init__(self, package: Package, root: etree._Element) -> None:
        self._package = package
        self._root = root

    def accepted(
        self, elements: list[etree._Element], comments: Collection[str], copied: Callable[[str], str]
    ) -> etree._Element:
        """One paragraph as it is seen in these: with all pending changes of its text accepted, those of its looks open.

        comments: the ids of those that come with it. copied: makes a copy of another one, for its id.
        """
        copy = etree.Element(PARAGRAPH)
        copy.append(bare(elements[-1]))
        look = elements[-1].find(f"{PROPERTIES}/{RUN_PROPERTIES}")
        if look is not None:
            look = deepcopy(look)
            etree.strip_elements(look, *COMING, *LEAVING, w("rPrChange"))
            copy[0].append(look)
        for element in elements:
            copy.extend([deepcopy(child) for child in element if child.tag != PROPERTIES])
        etree.strip_elements(copy, *LEAVING, with_tail=False)
        theirs = {number: copied(number) for number in commented_inside([copy]) if number not in comments}
        for place in list(copy.iter(*_PLACES)):
            number = place.get(w("id"), "") if place.tag in _COMMENT else ""
            if number in theirs:
                place.set(w("id"), theirs[number])
            elif number not in comments:
                remove(place)
        etree.strip_tags(copy, *COMING)
        for run in [run for run in copy.iter(RUN) if all(child.tag == RUN_PROPERTIES for child in run)]:
            remove(run)
        self._renumber(copy)
        return copy

    def _renumber(self, copy: etree._Element) -> None:
        _forget_ids(copy)
        for element in copy.iter(etree.Element):
            if element.tag == _DRAWING_ID:
                element.set("id", str(self._free_drawing_id(copy)))
            elif element.tag in _NOTES:
                element.set(w("id"), self._new_note(element.get(w("id"), ""), *_NOTES[element.tag]))
        for properties in copy.iter(w("sdtPr")):
            for number in properties.findall(w("id")):
                properties.remove(number)

    def _free_drawing_id(self, copy: etree._Element) -> int:
        known = [element.get("id", "") for tree in (self._root, copy) for element in tree.iter(_DRAWING_ID)]
        return max([int(number) for number in known if number.isdecimal()], default=0) + 1

    def _new_note(self, identifier: str, kind: str, tag: str) -> str:
        """The id of a copy of that note; its own, if the note is not there."""
        for part in self._package.related(self._package.document, kind):
            if part not in self._package.parts:
                continue
            root = self._package.xml(part)
            notes = {note.get(w("id"), ""): note for note in root.iterfind(w(tag))}
            if identifier in notes:
                new = str(max(int(number) for number in notes if number.lstrip("-").isdecimal()) + 1)
                note = deepcopy(notes[identifier])
                note.set(w("id"), new)
                _forget_ids(note)
                root.append(note)
                self._package.put(part, root)
                return new
        return identifier


def commented_inside(elements: Sequence[etree._Element]) -> list[str]:
    """The comments that are shown in a paragraph, but for those that begin in another one and end in this."""
    marks = [[mark.get(w("id"), "") for one in elements for mark in one.iter(tag)] for tag in _COMMENT]
    starts, ends, shown = marks
    return [number for number in shown if (number in starts) == (number in ends)]


def enclose(element: etree._Element, comments: Collection[str], tag: str) -> list[etree._Element]:
    """Put where some comments begin and end in a paragraph into the changes beside these places; those left outside.

    With its words they come or go then: whoever rejects that finds no trace of them.
    """
    marks = [mark for mark in element.iter(*_COMMENT[:2]) if mark.get(w("id")) in comments]
    left = []
    for mark in marks:
        begins = mark.tag == _COMMENT[0]
        beside = next((e for e in mark.itersiblings(preceding=not begins) if e.tag not in BETWEEN), None)
        if next(mark.iterancestors(tag), None) is not None:
            continue
        if beside is None or beside.tag != tag:
            left.append(mark)
        else:
            beside.insert(0 if begins else len(beside), mark)
    return left


def _forget_ids(tree: etree._Element) -> None:
    """Take the ids of paragraphs out, which are optional and must not come twice."""
    for element in tree.iter(etree.Element):
        for name in _IDS_OF_PARAGRAPHS:
            if name in element.attrib:
                del element.attrib[name]


def as_coming(ink: Ink, copy: etree._Element, tag: str) -> None:
    """Track all of a paragraph as put in or moved here.

    What was changed on the way is no change of its own: whoever took only one of the two would get half a sentence,
    and LibreOffice 7.4, where both are rejected, leaves an empty paragraph.
    """
    for change in list(copy.iter(*LEAVING)):
        remove(change)
    etree.strip_tags(copy, *COMING)
    for unit in list(units(copy)):
        before = unit.getprevious()
        if before is None or before.tag != tag:
            before = ink.change(tag)
            unit.addprevious(before)
        before.append(unit)
