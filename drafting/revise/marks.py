"""Paragraphs that come and go: their marks are tracked so that accepting and rejecting both give whole paragraphs.

A mark that is deleted joins its paragraph with the next one, whose properties the two then have; so does an inserted
one that is rejected. The last paragraph before a table or the end has nothing to join with: there the mark before it
is changed instead, and the properties of the last one with it, as Word does it.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from itertools import takewhile

from lxml import etree

from drafting.revise.ink import (
    COMING,
    INS,
    LEAVING,
    PARAGRAPH,
    PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    Ink,
    changes_around,
    is_ours,
    properties,
)
from drafting.revise.looks import same
from drafting.word.package import w

# What stands between paragraphs and is none: ends of ranges.
BETWEEN = {
    *(w(f"{kind}Range{end}") for kind in ("comment", "moveFrom", "moveTo") for end in ("Start", "End")),
    *(w(f"{kind}{end}") for kind in ("bookmark", "perm") for end in ("Start", "End")),
    w("proofErr"),
}
_SECTION, _CHANGE, _COMMENT = w("sectPr"), w("pPrChange"), w("commentReference")
_MARKS = (*COMING, *LEAVING)


@dataclass(slots=True)
class Marks:
    """Which paragraphs come and go. instead: what a paragraph was made one with."""

    ink: Ink
    _tags: dict[etree._Element, str] = field(default_factory=dict)
    instead: dict[etree._Element, etree._Element] = field(default_factory=dict)

    def note(self, paragraph: etree._Element, tag: str) -> None:
        """A paragraph whose whole content is tracked so comes or goes."""
        self._tags[paragraph] = tag

    def settle(self) -> None:
        """Track the marks of all that were noted."""
        waiting = dict(self._tags)
        while waiting:
            group = self._group(next(iter(waiting)))
            for paragraph in group:
                del waiting[paragraph]
            following = next_block(group[-1])
            if following is not None and following.tag == PARAGRAPH:
                self._mark_all(group)
            else:
                self._settle_last(group)

    def _group(self, paragraph: etree._Element) -> list[etree._Element]:
        """The noted paragraphs that stand next to each other, this one among them."""
        first = paragraph
        while (before := previous_block(first)) is not None and before in self._tags:
            first = before
        group = [first]
        while (following := next_block(group[-1])) is not None and following in self._tags:
            group.append(following)
        return group

    def _mark_all(self, group: list[etree._Element]) -> None:
        """Track the marks where another paragraph follows.

        Behind words that were put in at the end of a paragraph, Word tracks the mark between as well; LibreOffice 7.4
        takes both insertions for one and, rejecting it, joins what is left unless it is written so.
        """
        before = previous_block(group[0]) if group else None
        coming = list(takewhile(lambda paragraph: self._tags[paragraph] in COMING, group))
        if coming and before is not None and _ends_with_words_of_ours(before) and not _has_mark(before, _MARKS):
            self._mark(before, INS)
            self._mark_each(coming[:-1])
            self._stay(coming[-1])
            _note_properties(self.ink, coming[-1], before)
            group = group[len(coming) :]
        self._mark_each(group)

    def _mark_each(self, group: list[etree._Element]) -> None:
        for paragraph in group:
            self._mark(paragraph, self._tags[paragraph])

    def _settle_last(self, group: list[etree._Element]) -> None:
        """The same where no paragraph follows: one mark has to stay."""
        going = [paragraph for paragraph in group if self._tags[paragraph] in LEAVING]
        coming = [paragraph for paragraph in group if self._tags[paragraph] in COMING]
        before = previous_block(group[0])
        if going and coming:
            last, new = going[-1], coming[-1]
            self._mark_all([paragraph for paragraph in group if paragraph not in (last, new)])
            self._make_one(last, new)
        elif before is None or before.tag != PARAGRAPH or before.find(f"{PROPERTIES}/{_SECTION}") is not None:
            self._mark_all(group if coming else group[:-1])
        elif coming and _has_mark(before, COMING):
            self._mark_all(group)
        else:
            self._mark(before, LEAVING[0] if going else INS)
            self._mark_each(group[:-1])
            self._stay(group[-1])
            if going:
                _set_properties(self.ink, group[-1], before)
            elif _is_changed_by_others(before):
                _take_properties(self.ink, group[-1], before)
            else:
                _note_properties(self.ink, group[-1], before)

    def _make_one(self, going: etree._Element, coming: etree._Element) -> None:
        """A paragraph that goes and one that comes are one, the last: its content and its properties are replaced."""
        if going in coming.itersiblings(preceding=True):
            coming.addprevious(going)
        going.extend([child for child in coming if child.tag != PROPERTIES])
        _set_properties(self.ink, going, coming)
        self.instead[coming] = going
        parent = coming.getparent()
        if parent is not None:
            parent.remove(coming)

    def _stay(self, paragraph: etree._Element) -> None:
        """The mark is no longer one that we have put in, or taken out."""
        for tag in _MARKS:
            unmark(paragraph, tag)

    def _mark(self, paragraph: etree._Element, tag: str) -> None:
        """Track the mark of a paragraph; a mark that is tracked so already stays as it is."""
        look = _mark_look(paragraph)
        sort = COMING if tag in COMING else LEAVING
        if look.find(sort[0]) is not None or look.find(sort[1]) is not None:
            return
        if tag in LEAVING and any(look.find(other) is not None for other in COMING):
            tag = LEAVING[0]
        place = sum(1 for child in look if child.tag in _MARKS and _MARKS_IN_ORDER[child.tag] < _MARKS_IN_ORDER[tag])
        look.insert(place, self.ink.change(tag))


_MARKS_IN_ORDER = {w(name): place for place, name in enumerate(("ins", "del", "moveFrom", "moveTo"))}


def _ends_with_words_of_ours(block: etree._Element) -> bool:
    """Whether it is a paragraph whose last words are a pending insertion of ours, and that can give up its mark.

    One that ends a section cannot, nor one whose format somebody changed with tracking on: that change is the mark's.
    """
    if block.find(f"{PROPERTIES}/{_SECTION}") is not None or _is_changed_by_others(block):
        return False
    content = [child for child in block.iterchildren(etree.Element) if child.tag not in BETWEEN]
    return block.tag == PARAGRAPH and bool(content) and content[-1].tag == INS and is_ours(content[-1])


def next_block(element: etree._Element) -> etree._Element | None:
    """The paragraph, table or other block that follows in the same place."""
    return next((other for other in element.itersiblings(etree.Element) if other.tag not in BETWEEN), None)


def previous_block(element: etree._Element) -> etree._Element | None:
    """The block before."""
    before = element.itersiblings(etree.Element, preceding=True)
    return next((other for other in before if other.tag not in BETWEEN), None)


def behind_block(element: etree._Element) -> etree._Element:
    """The last of the ends of ranges that stand behind a paragraph, or itself."""
    found = element
    for other in element.itersiblings():
        if other.tag not in BETWEEN or not str(other.tag).endswith("End"):
            break
        found = other
    return found


def own_mark_is_pending(paragraph: etree._Element) -> bool:
    """Whether the paragraph is one that we have put in, and nobody has accepted it yet."""
    look = paragraph.find(f"{PROPERTIES}/{RUN_PROPERTIES}")
    return look is not None and any(is_ours(mark) for mark in look.iterchildren(INS))


def has_pending_mark(paragraph: etree._Element) -> bool:
    """Whether anybody's change of the mark is pending."""
    return _has_mark(paragraph, _MARKS)


def has_our_mark(block: etree._Element, *tags: str) -> bool:
    """Whether a change of ours of its mark is pending; of these kinds, if any are named."""
    look = block.find(f"{PROPERTIES}/{RUN_PROPERTIES}")
    return look is not None and any(is_ours(mark) for mark in look.iterchildren(*(tags or _MARKS)))


def unmark(paragraph: etree._Element, tag: str) -> None:
    """Undo our pending change of the mark."""
    look = paragraph.find(f"{PROPERTIES}/{RUN_PROPERTIES}")
    for mark in [] if look is None else [mark for mark in look.iterchildren(tag) if is_ours(mark)]:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    if look is not None and not len(look):
        look.getparent().remove(look)  # type: ignore[union-attr]


def is_removed(paragraph: etree._Element) -> bool:
    """Whether nothing of a paragraph would be seen if all that is pending were accepted."""
    runs = [run for run in paragraph.iter(RUN) if run.find(_COMMENT) is None]
    return _has_mark(paragraph, LEAVING) and all(
        any(change.tag in LEAVING for change in changes_around(run)) for run in runs
    )


def _has_mark(paragraph: etree._Element, tags: tuple[str, ...]) -> bool:
    look = paragraph.find(f"{PROPERTIES}/{RUN_PROPERTIES}")
    return look is not None and any(child.tag in tags for child in look)


def _mark_look(paragraph: etree._Element) -> etree._Element:
    """The run properties of a paragraph's mark, made if it has none."""
    within = properties(paragraph)
    look = within.find(RUN_PROPERTIES)
    if look is None:
        look = etree.Element(RUN_PROPERTIES)
        place = next((n for n, child in enumerate(within) if child.tag in (_SECTION, _CHANGE)), len(within))
        within.insert(place, look)
    return look


def bare(paragraph: etree._Element) -> etree._Element:
    """A copy of a paragraph's properties without its mark, its section and its history."""
    found = paragraph.find(PROPERTIES)
    copy = etree.Element(PROPERTIES) if found is None else deepcopy(found)
    for child in list(copy):
        if child.tag in (RUN_PROPERTIES, _SECTION, _CHANGE):
            copy.remove(child)
    return copy


def _set_properties(ink: Ink, paragraph: etree._Element, model: etree._Element) -> None:
    """Give a paragraph the properties of another; its own are kept as those to come back to.

    Where somebody has changed them with tracking on it keeps them: a paragraph can come back to one sort only.
    """
    old, new = bare(paragraph), bare(model)
    if same(old) == same(new) or _is_changed_by_others(paragraph):
        return
    _note_properties(ink, paragraph, paragraph)
    _replace_properties(paragraph, new)


def _take_properties(ink: Ink, paragraph: etree._Element, other: etree._Element) -> None:
    """Give a paragraph the properties of another with what somebody has changed in them with tracking on.

    Its mark is that of the other one from then on, as where Word parts a paragraph.
    """
    within = properties(paragraph)
    for change in within.findall(_CHANGE):
        within.remove(change)
    _replace_properties(paragraph, bare(other))
    for change in other.iterfind(f"{PROPERTIES}/{_CHANGE}"):
        within.append(copy := deepcopy(change))
        copy.set(w("id"), ink.number())


def _replace_properties(paragraph: etree._Element, new: etree._Element) -> None:
    within = properties(paragraph)
    for child in list(within):
        if child.tag not in (RUN_PROPERTIES, _SECTION, _CHANGE):
            within.remove(child)
    for place, child in enumerate(list(new)):
        within.insert(place, child)


def _is_changed_by_others(paragraph: etree._Element) -> bool:
    """Whether somebody has changed the properties of a paragraph with tracking on."""
    change = paragraph.find(f"{PROPERTIES}/{_CHANGE}")
    return change is not None and not is_ours(change)


def _note_properties(ink: Ink, paragraph: etree._Element, former: etree._Element) -> None:
    """Note those of `former` as the properties that a paragraph has if our change of them is rejected."""
    within = properties(paragraph)
    before = former.find(f"{PROPERTIES}/{_CHANGE}") if former is not paragraph else None
    # One that we have put in itself has those of the paragraph that it parted, if it is rejected.
    old = deepcopy(before[0]) if before is not None and is_ours(before) and len(before) else bare(former)
    if within.find(_CHANGE) is not None or (paragraph is not former and same(old) == same(bare(paragraph))):
        return
    change = ink.change(_CHANGE)
    change.append(old)
    within.append(change)
