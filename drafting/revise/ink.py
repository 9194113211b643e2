"""What changes are written with: tracked ones bear our name and a number of their own.

They bear no date, which ECMA-376 (17.13.4, CT_TrackChange) leaves to the writer: the same file, facts and outline
shall give the same bytes on any day.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from drafting.word.names import AUTHOR
from drafting.word.package import w

INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
COMING, LEAVING = (INS, MOVE_TO), (DEL, MOVE_FROM)
RUN, PARAGRAPH, PROPERTIES, RUN_PROPERTIES = w("r"), w("p"), w("pPr"), w("rPr")

_DELETED_TEXT = {w("t"): w("delText"), w("instrText"): w("delInstrText")}


class Ink:
    """Makes the elements of tracked changes. track: False writes plainly. first: the first number that is free."""

    def __init__(self, track: bool, first: int) -> None:
        self.track = track
        self._next = first

    def number(self) -> str:
        """A number that no bookmark and no change in the document has."""
        self._next += 1
        return str(self._next - 1)

    def change(self, tag: str) -> etree._Element:
        """An empty tracked change of ours."""
        element = etree.Element(tag)
        element.set(w("id"), self.number())
        element.set(w("author"), AUTHOR)
        return element

    def again(self, change: etree._Element) -> etree._Element:
        """An empty tracked change of the same author and date as another, to go on behind it."""
        element = etree.Element(change.tag, attributes(change))
        element.set(w("id"), self.number())
        return element

    def take_out(self, run: etree._Element, tag: str = DEL) -> None:
        """Delete a run, or mark it as moved away; what was ours and still pending is just gone."""
        if not self.track or any(is_ours(change) for change in changes_around(run) if change.tag == INS):
            remove(run)
            return
        if any(change.tag in COMING for change in changes_around(run)):
            tag = DEL  # inside what somebody put in there is only deletion
        if tag == DEL:
            for element in run.iter(*_DELETED_TEXT):
                element.tag = _DELETED_TEXT[element.tag]
        before = _change_before(run)
        if before is not None and before.tag == tag and is_ours(before):
            parent = run.getparent()
            before.append(run)
            if parent is not None and not len(parent):
                remove(parent)
            return
        change = self.change(tag)
        run.addprevious(change)
        change.append(run)
        self._part_from(change)

    def _part_from(self, change: etree._Element) -> None:
        """Make a change of ours the only thing in the insertion of others that it stands in, as Word writes it."""
        around = change.getparent()
        if around is None or around.tag not in COMING:
            return
        earlier, later = list(change.itersiblings(preceding=True)), list(change.itersiblings())
        if earlier:
            first = self.again(around)
            first.extend(reversed(earlier))
            around.addprevious(first)
        if later:
            rest = self.again(around)
            rest.extend(later)
            around.addnext(rest)


def _change_before(run: etree._Element) -> etree._Element | None:
    """What stands right before a run; within an insertion of others also what ends the same insertion before it."""
    before, around = run.getprevious(), run.getparent()
    if before is not None or around is None or around.tag not in COMING:
        return before
    other = around.getprevious()
    same = other is not None and other.tag == around.tag and _signature(other) == _signature(around)
    return other[-1] if same and other is not None and len(other) == 1 else None


def _signature(change: etree._Element) -> list[str | None]:
    return [change.get(w(name)) for name in ("author", "date")]


def attributes(element: etree._Element) -> dict[str, str]:
    """A copy of the attributes of an element."""
    return {str(name): str(value) for name, value in element.attrib.items()}


def is_ours(change: etree._Element) -> bool:
    """Whether a tracked change is one of ours."""
    return change.get(w("author")) == AUTHOR


def changes_around(element: etree._Element) -> Iterator[etree._Element]:
    """The tracked changes that an element stands in, within its paragraph, innermost first."""
    for ancestor in element.iterancestors():
        if ancestor.tag == PARAGRAPH:
            return
        if ancestor.tag in COMING or ancestor.tag in LEAVING:
            yield ancestor


def remove(element: etree._Element) -> None:
    """Take an element out of its tree, and the tracked changes that it leaves empty."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if not len(parent) and (parent.tag in COMING or parent.tag in LEAVING):
        remove(parent)


def properties(paragraph: etree._Element) -> etree._Element:
    """The properties of a paragraph, made if it has none."""
    found = paragraph.find(PROPERTIES)
    if found is None:
        found = etree.Element(PROPERTIES)
        paragraph.insert(0, found)
    return found
