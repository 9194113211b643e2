"""Our own changes of earlier runs that are still pending: taken back where they have come to nothing, or carried out.

Nobody but us may be concerned: what others have marked around or inside them stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from drafting.revise.ink import (
    COMING,
    DEL,
    INS,
    LEAVING,
    MOVE_FROM,
    MOVE_TO,
    PARAGRAPH,
    PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    is_ours,
    remove,
)
from drafting.revise.looks import same
from drafting.revise.marks import BETWEEN, has_our_mark, is_removed, next_block, previous_block, unmark
from drafting.word.names import is_anchor
from drafting.word.package import w

_BOOKMARK = w("bookmarkStart")
_ARRIVAL, _DEPARTURE, _DEPARTED = w("moveToRangeStart"), w("moveFromRangeStart"), w("moveFromRangeEnd")
_RANGES = tuple([w(f"{kind}Range{end}") for kind in ("moveFrom", "moveTo") for end in ("Start", "End")])
_SHOWN_AGAIN = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_HIDDEN = {shown: hidden for hidden, shown in _SHOWN_AGAIN.items()}
_TEXTS = (w("t"), w("delText"))
_BREAKS = {w("tab"): "\t", w("br"): "\n"}
_PLAIN = {RUN_PROPERTIES, *_TEXTS, *_BREAKS}

Pair = tuple[list[etree._Element], list[etree._Element]]
"""Deletions of ours, and the insertions beside them."""


def take_back(elements: Iterable[etree._Element]) -> None:
    """Undo what we have pending in a paragraph where the same words go and come in the same look."""
    for element in elements:
        for going, coming in list(_pairs(element)):
            words = _content(going)
            if words is not None and words == _content(coming) and _looks(coming) <= _looks(going):
                for change in coming:
                    _take_away(change)
                for change in going:
                    show_again(change)


def show_again(deletion: etree._Element) -> None:
    """Make a deletion of ours undone."""
    for text in deletion.iter(*_SHOWN_AGAIN):
        text.tag = _SHOWN_AGAIN[text.tag]
    _unwrap(deletion)


def is_tied(elements: Iterable[etree._Element]) -> bool:
    """Whether a paragraph comes, goes or moves with a change of ours that is pending.

    What is changed in it has to be tracked then, or whoever rejects ours would find half of it.
    """
    return any(
        has_our_mark(element)
        or any(is_ours(change) for change in element.iter(MOVE_FROM, MOVE_TO))
        or ((before := previous_block(element)) is not None and has_our_mark(before))
        for element in elements
    )


def carry_out(elements: Iterable[etree._Element]) -> None:
    """Make the insertions and deletions of ours in a paragraph plain."""
    for element in elements:
        for change in [change for change in element.iter(INS, DEL) if is_ours(change) and _is_of_words(change)]:
            if change.tag == DEL:
                _take_away(change)
            else:
                _unwrap(change)


def brought_back(elements: list[etree._Element], text: str, tags: Sequence[str] = (DEL,)) -> int:
    """How many of the paragraphs that one is read from come back if what took away one that said `text` is undone.

    elements: those of a paragraph; the ones before the last have marks that go. tags: how it went. 0 for none.
    """
    for number, element in enumerate(elements[:-1], 1):
        changes = [change for change in element.iter(*LEAVING) if _is_of_words(change)]
        ours = has_our_mark(element, *tags) and all(is_ours(c) and c.tag in tags for c in changes)
        if not is_removed(element):
            return 0
        if ours and changes and _content(changes) == text and next(element.iter(*COMING), None) is None:
            return number
    return 0


def bring_back(element: etree._Element) -> None:
    """Undo our deletion of a whole paragraph, or its being moved away."""
    for change in [change for change in element.iter(*LEAVING) if is_ours(change) and _is_of_words(change)]:
        show_again(change)
    for tag in LEAVING:
        unmark(element, tag)
    _drop_ranges(element)


def is_only_moved(there: etree._Element, here: etree._Element) -> bool:
    """Whether a paragraph is just what we moved or put in there, and looks like the one that went `here`.

    What others have formatted in it would be lost with it.
    """
    changes = [child for child in there if child.tag in COMING and is_ours(child)]
    going = [change for change in here.iter(*LEAVING) if _is_of_words(change)]
    return only_comes(there) and _content(changes) is not None and _looks(changes) <= _looks(going)


def only_comes(there: etree._Element) -> bool:
    """Whether a paragraph is just what we moved or put in, some of which we may have deleted since.

    What others have marked in it would be lost with it.
    """
    changes = [child for child in there if child.tag in COMING and is_ours(child)]
    struck = [mark for change in changes for mark in change.iterchildren(DEL) if is_ours(mark)]
    names = {mark.get(w("id")) for mark in there.iter(_BOOKMARK) if is_anchor(mark.get(w("name"), ""))}
    others = [child for child in there if child not in changes and child.tag != PROPERTIES]
    others += [mark for change in (*changes, *struck) for mark in change if mark.tag != RUN and mark not in struck]
    runs = [run for change in (*changes, *struck) for run in change.iterchildren(RUN)]
    return (
        has_our_mark(there, *COMING)
        and all(_is_of_ours(mark, names) for mark in others)
        and bool(runs)
        and all(child.tag in _PLAIN for run in runs for child in run)
    )


def end_move(there: etree._Element) -> None:
    """A paragraph that we have moved is to go from where it came to: from where it left it is just deleted."""
    names = {start.get(w("name")) for start in there.iter(_ARRIVAL) if is_ours(start)}
    for start in [start for start in there.getroottree().iter(_DEPARTURE) if start.get(w("name")) in names]:
        left, end = next(start.iterancestors(PARAGRAPH), None), start.get(w("id"))
        while left is not None and has_our_mark(left, MOVE_FROM):
            ends = any(mark.get(w("id")) == end for mark in left.iter(_DEPARTED))
            for change in [change for change in left.iter(MOVE_FROM) if is_ours(change)]:
                change.tag = DEL
                for text in change.iter(*_HIDDEN):
                    text.tag = _HIDDEN[text.tag]
            _drop_ranges(left)
            left = None if ends else next_block(left)
    _drop_ranges(there)


def _is_of_ours(mark: etree._Element, anchors: set[str | None]) -> bool:
    """Whether it is an end of an anchor of ours, or of a move."""
    if mark.tag in (_BOOKMARK, w("bookmarkEnd")):
        return mark.get(w("id")) in anchors
    return mark.tag in _RANGES


def _drop_ranges(element: etree._Element) -> None:
    """Take out where a move of ours begins and ends in a paragraph."""
    starts = [mark for mark in element.iter(*_RANGES) if is_ours(mark)]
    numbers = {mark.get(w("id")) for mark in starts}
    for mark in [mark for mark in element.iter(*_RANGES) if is_ours(mark) or mark.get(w("id")) in numbers]:
        remove(mark)


def _is_of_words(change: etree._Element) -> bool:
    """Whether it is no change of a paragraph's mark or of a row."""
    parent = change.getparent()
    return parent is not None and parent.tag not in (RUN_PROPERTIES, w("trPr"))


def _pairs(paragraph: etree._Element) -> Iterator[Pair]:
    """Deletions and insertions of ours that stand side by side."""
    for parent in [paragraph, *paragraph.iter(w("hyperlink"), w("sdtContent"), w("smartTag"), w("fldSimple"))]:
        going: list[etree._Element] = []
        coming: list[etree._Element] = []
        for child in [*parent, None]:
            if child is not None and (child.tag in BETWEEN or child.tag == PROPERTIES):
                continue
            deletion = None if child is None else _deletion(child)
            if deletion is not None:
                going.append(deletion)
            elif child is not None and child.tag == INS and is_ours(child):
                coming.append(child)
            else:
                if going and coming:
                    yield going, coming
                going, coming = [], []


def _deletion(element: etree._Element) -> etree._Element | None:
    """The deletion of ours that it is, or that is all that stands in an insertion of somebody else."""
    if element.tag in COMING and not is_ours(element) and len(element) == 1:
        element = element[0]
    return element if element.tag == DEL and is_ours(element) else None


def _content(changes: Iterable[etree._Element]) -> str | None:
    """The words of changes; None if they hold anything else."""
    found = []
    for change in changes:
        for run in change.iterchildren(etree.Element):
            if run.tag in BETWEEN:
                continue
            if run.tag != RUN or any(child.tag not in _PLAIN for child in run):
                return None
            parts = [child for child in run if child.tag != RUN_PROPERTIES]
            found += [child.text or "" if child.tag in _TEXTS else _BREAKS[child.tag] for child in parts]
    return "".join(found) or None


def _looks(changes: Iterable[etree._Element]) -> set[bytes]:
    looks = [run.find(RUN_PROPERTIES) for change in changes for run in change.iterchildren(RUN)]
    return {b"" if look is None else same(look) for look in looks}


def _take_away(change: etree._Element) -> None:
    """Take a change out with what it holds, but for the ends of ranges, which LibreOffice puts into it."""
    for mark in [child for child in change if child.tag in BETWEEN]:
        change.addprevious(mark)
    remove(change)


def _unwrap(change: etree._Element) -> None:
    for child in list(change):
        change.addprevious(child)
    remove(change)
