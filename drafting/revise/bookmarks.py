"""The hidden bookmarks that name the blocks: renewed where they no longer stand right, untouched where they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from drafting.draft import Draft
from drafting.merge.model import Merge
from drafting.revise.ink import PROPERTIES, Ink
from drafting.revise.line import Line, unit, whole
from drafting.revise.seen import Manuscript
from drafting.word.names import anchors
from drafting.word.package import w
from drafting.word.text import Mark, paragraphs

_ELSEWHERE = -1

Place = tuple[str, int, int]
"""Name of a bookmark, and the characters of its paragraph that it spans; `_ELSEWHERE` for a beginning in a paragraph
before it, or an end in one behind it."""


def renew(manuscript: Manuscript, merge: Merge, base: Draft, places: Sequence[list[etree._Element]], ink: Ink) -> bool:
    """Anchor every block of the draft that was merged in; whether that needed any change.

    places: the elements of the paragraph of each step.
    """
    names: dict[str, list[str]] = {}
    for block, name in zip(base.blocks, anchors(base), strict=True):
        names.setdefault(block.key, []).append(name)
    wanted: list[list[Place]] = []
    for step, elements in zip(merge.steps, places, strict=True):
        known = [anchor for anchor in step.anchors if elements and names.get(anchor.key)]
        wanted.append([(names[anchor.key].pop(0), anchor.start, anchor.end) for anchor in known if names[anchor.key]])
    chains = list(_stretched(merge, places, wanted))
    kept = set(_in_boxes(manuscript, merge, wanted))
    right: dict[int, list[etree._Element] | None] = {}
    for number, (step, bookmarks) in enumerate(zip(merge.steps, wanted, strict=True)):
        if step.seen is not None and manuscript.paragraphs[step.seen].boxed:
            continue
        right[number] = None
        if step.seen is not None and not step.changes and not step.moved:
            right[number] = _as_they_stand(manuscript.paragraphs[step.seen].marks, bookmarks)
    for chain in chains:
        if any(right.get(number) is None for number in chain):
            right |= dict.fromkeys(chain)
    kept.update(*[marks for marks in right.values() if marks])
    todo = [(places[number], wanted[number]) for number, marks in right.items() if marks is None]
    stale = [
        mark.element for paragraph in manuscript.paragraphs for mark in paragraph.marks if mark.element not in kept
    ]
    _take_out(stale)
    numbers: dict[str, str] = {}
    for elements, bookmarks in todo:
        if bookmarks:
            _put_in(elements, bookmarks, ink, numbers)
    return bool(stale) or any(bookmarks for _elements, bookmarks in todo)


def _stretched(merge: Merge, places: Sequence[list[etree._Element]], wanted: list[list[Place]]) -> Iterator[list[int]]:
    """Let the bookmark of a block that the hand has split reach to its end: the numbers of the steps it spans."""
    first = -1
    for number, (step, elements) in enumerate(zip(merge.steps, places, strict=True)):
        if wanted[number]:
            first = number
        elif step.goes_on and elements and first == number - 1:
            last = number
            while last + 1 < len(places) and merge.steps[last + 1].goes_on and places[last + 1]:
                last += 1
            name, start, _end = wanted[first][-1]
            wanted[first][-1] = (name, start, _ELSEWHERE)
            found = paragraphs(places[last])
            wanted[last] = [(name, _ELSEWHERE, len(found[0].shown) if found else 0)]
            yield list(range(first, last + 1))


def _in_boxes(manuscript: Manuscript, merge: Merge, wanted: Sequence[Sequence[Place]]) -> Iterator[etree._Element]:
    """The bookmarks in text boxes, where nothing is touched unless the name is needed elsewhere."""
    paragraphs_of = [manuscript.paragraphs[step.seen] if step.seen is not None else None for step in merge.steps]
    pairs = list(zip(paragraphs_of, wanted, strict=True))
    elsewhere = {name for paragraph, places in pairs if not (paragraph and paragraph.boxed) for name, _s, _e in places}
    for paragraph in manuscript.paragraphs:
        if paragraph.boxed:
            yield from (mark.element for mark in paragraph.marks if mark.name not in elsewhere)


def _as_they_stand(marks: Sequence[Mark], wanted: Sequence[Place]) -> list[etree._Element] | None:
    """The elements of the bookmarks of a paragraph, if they are those that are wanted."""
    if len(marks) == 2 and len(wanted) == 1 and marks[0].opens and not marks[1].opens:  # as most have
        alike = wanted[0] == (marks[0].name, marks[0].offset, marks[1].offset) and marks[0].name == marks[1].name
        return [mark.element for mark in marks] if alike else None
    opened: dict[str, int] = {}
    found = []
    for name, _element, offset, opens in marks:
        if opens:
            opened[name] = offset
        else:
            found.append((name, opened.pop(name, _ELSEWHERE), offset))
    found += [(name, offset, _ELSEWHERE) for name, offset in opened.items()]
    if len(found) != len(wanted) or sorted(found) != sorted(wanted):
        return None
    return [mark.element for mark in marks]


def _take_out(marks: Iterable[etree._Element]) -> None:
    for mark in marks:
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)


def _put_in(elements: list[etree._Element], wanted: Sequence[Place], ink: Ink, numbers: dict[str, str]) -> None:
    """Set the bookmarks in one paragraph. numbers: of those that are set already, by their names."""
    found = paragraphs(elements)
    line = Line(found[0]) if found else None
    length = len(found[0].shown) if found else 0
    for name, start, end in wanted:
        number = numbers[name] = numbers.get(name) or ink.number()
        opens, closes = etree.Element(w("bookmarkStart")), etree.Element(w("bookmarkEnd"))
        for mark in (opens, closes):
            mark.set(w("id"), number)
        opens.set(w("name"), name)
        if start == _ELSEWHERE:
            pass
        elif line is None or start <= 0:
            first = elements[0]
            first.insert(1 if first.find(PROPERTIES) is not None else 0, opens)
        else:
            _before(line, min(start, length), opens, elements)
        if end == _ELSEWHERE:
            continue
        if line is None or end >= length:
            elements[-1].append(closes)
        else:
            _before(line, end, closes, elements)


def _before(line: Line, offset: int, mark: etree._Element, elements: list[etree._Element]) -> None:
    """Put a mark before the character at `offset`."""
    index = line.cut(offset)
    if index == len(line.stretches):
        elements[-1].append(mark)
    else:
        whole(unit(line.stretches[index].element)).addprevious(mark)
