"""Comments of ours that have become untrue: the gap is filled, or the person's words say what the draft says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from lxml import etree

from drafting.chinese.enumerators import without_marker
from drafting.draft import Draft
from drafting.merge.counts import with_numbers
from drafting.merge.groups import body_of
from drafting.merge.model import AND_MORE, OBJECT, Fate, Merge, Numbers, Step
from drafting.merge.pairing import grams, likeness
from drafting.merge.tokens import LONGEST_NAME, Words, tokens
from drafting.revise.edit import commented, drop_comment
from drafting.revise.line import Line
from drafting.revise.remarks import Remarks
from drafting.word.names import GAP_MARK
from drafting.word.package import w
from drafting.word.text import paragraphs

_PASSAGE = 12  # characters beside a value: the comment stands on a passage that the hand told anew
_COUNTS = re.compile("[第零一二两三四五六七八九十百]+")
_GAP = re.compile(f"{GAP_MARK}|{GAP_MARK[1:]}[：:]")  # its brackets may be off
_MARKS = "，、；。"
_BACK = 0.5  # likeness of a paragraph that was to go and the one that the draft has there again
_START, _END = w("commentRangeStart"), w("commentRangeEnd")


def drop_untrue(
    merge: Merge,
    places: Sequence[list[etree._Element]],
    remarks: Remarks,
    new: Draft,
    reopened: Collection[str] = (),
) -> bool:
    """Take them out; whether there were any.

    places: the elements of the paragraph that each step has become. Comments that have just been made are not looked
    at, nor are those on paragraphs that the draft does not know. new: the draft that was merged in. reopened: the ids
    of those on conflicts that were decided anew.
    """
    if not remarks.ours:
        return False
    untrue = []
    now = _Now.of(new, merge)
    for step, elements in zip(merge.steps, places, strict=True):
        if step.fate is Fate.DELETED or not elements:
            continue
        found = paragraphs(elements)
        if not found:
            continue
        line = Line(found[0])
        here = commented(line, remarks)
        wanted = {identifier: clash for identifier in here if (clash := remarks.wanted(identifier))}
        for identifier, covered in here.items():
            if (behind := remarks.place(identifier)) is not None:
                is_untrue = _is_in_place(merge, step, _extent(line, covered)[0], new, behind)
            elif clash := wanted.get(identifier):
                decided = identifier in reopened and not any(remarks.says(identifier, one) for one in step.clashes)
                is_untrue = decided or now.drops(clash[0]) or _is_settled(now, step, line, covered, clash, wanted)
            else:
                is_untrue = _is_filled(elements, identifier, remarks.asked(identifier) in now.answered)
            if is_untrue:
                untrue.append((elements, identifier))
        untrue += [(elements, identifier) for identifier in _without_beginning(line, remarks)]
    for elements, identifier in untrue:
        drop_comment(elements, identifier, remarks)
    return bool(untrue)


class _Now(NamedTuple):
    """The draft that was merged in. answered: the paths of its answers. text: what it says, without what counts."""

    numbers: Numbers
    answered: Collection[str]
    text: str

    @classmethod
    def of(cls, new: Draft, merge: Merge) -> _Now:
        answered = {span.path for block in new.blocks for span in block.spans if span.path}
        groups = with_numbers(new, merge.numbers).paragraphs()
        text = _uncounted("\n".join(["".join([block.text for block in group]) for group in groups]))
        return cls(merge.numbers, answered - {gap.question for gap in new.gaps()}, text)

    def drops(self, ours: str) -> bool:
        """Whether the draft no longer has a value that it wanted, there or anywhere. Longer passages, and enumerators,
        hang on what else stands in the file: of these it is not known."""
        words = without_marker(ours)
        known = bool(self.text and words) and "\n" not in words and len(words) <= LONGEST_NAME
        return known and _uncounted(words) not in self.text


def _is_filled(elements: Sequence[etree._Element], identifier: str, answered: bool) -> bool:
    """Whether the gap that a comment asks about is filled, be it only in what is pending where the facts answer it."""
    if not _GAP.search(_written(elements, identifier)):
        return True
    return answered and not _GAP.search(_written(elements, identifier, w("t")))


def _is_settled(
    now: _Now,
    step: Step,
    line: Line,
    covered: set[etree._Element],
    clash: tuple[str, str],
    beside: Mapping[str, tuple[str, str]],
) -> bool:
    """Whether the person's words say what the draft says. clash: what a comment says should stand there, and what
    should go; beside: all such comments in the paragraph."""
    ours, was = clash
    if not ours and any(was.strip(_MARKS) in other for other, _was in beside.values()):
        return False  # the draft has put these words elsewhere, and another comment shows them there
    wanted = "".join([block.text for block in with_numbers(Draft(step.blocks), now.numbers).blocks])
    if wanted and _agree(line, covered, wanted, clash):
        return True
    return not ours and _is_back(line, covered, step, was)


def _is_in_place(merge: Merge, step: Step, place: int, new: Draft, behind: str) -> bool:
    """Whether the paragraph of the draft at a place of a step stands right behind the one that begins so, or the draft
    no longer has it anywhere behind that."""
    groups = list(new.paragraphs())
    places = {block.key: h for h, group in enumerate(groups) for block in group}
    here = next((a.key for a in step.anchors if a.start <= place < a.end), "")
    order = [block.key for one in merge.steps if one.fate is not Fate.DELETED for block in one.blocks]
    if here not in places or here not in order:
        return False
    named = [h for h in range(places[here]) if "".join(map(body_of, groups[h])).startswith(behind)]
    before = [places[key] for key in order[: order.index(here)] if places.get(key, places[here]) != places[here]]
    return not named or before[-1:] == named[-1:]


def _without_beginning(line: Line, remarks: Remarks) -> Iterator[str]:
    """Our comments on conflicts that began in words that have gone, where the draft's words stand now."""
    text = "".join([stretch.shown for stretch in line.stretches])
    begun: set[str] = set()
    for element in (inner for outer in line.elements for inner in outer.iter()):
        identifier = element.get(w("id"), "")
        if element.tag == _START:
            begun.add(identifier)
        elif element.tag == w("commentReference") and identifier in remarks.ours and identifier not in begun:
            ours = (remarks.wanted(identifier) or ("",))[0]
            if ours and ours in text:
                yield identifier


def _agree(line: Line, covered: set[etree._Element], wanted: str, clash: tuple[str, str]) -> bool:
    """Whether the draft has the same words there, and nothing else beside them.

    wanted: the paragraph as drafted. clash: what the comment says should stand there, and what should go.
    """
    ours, was = clash[0], clash[1].removesuffix(AND_MORE)
    shown = "".join([stretch.shown for stretch in line.stretches])
    if not ours:
        whole = {stretch.element for stretch in line.stretches if stretch.shown.strip()} <= covered
        back = whole and likeness(grams(was), grams(wanted)) >= _BACK
        return bool(was) and (back or 0 < wanted.count(was) >= shown.count(was))
    start, end = _extent(line, covered)
    covers = shown[start:end]
    if covers == ours or shown == wanted:
        return True  # the person has put it there, perhaps with all of the paragraph, and the comment is on nothing
    if end and len(covers) > len(ours) + _PASSAGE and _is_number(ours) and covers.count(ours) > covers.count(clash[1]):
        return ours in wanted  # the person has put the value into a passage told in other words
    if not end:
        return False
    codes = SequenceMatcher(None, shown, wanted, autojunk=False).get_opcodes()
    if ours not in shown[max(0, start - len(ours)) : end + len(ours)] and not _stands_wherever_drafted(
        ours, wanted, [(first, last) for what, _start, _end, first, last in codes if what == "equal"]
    ):
        return False
    differing = [
        code for code in codes if code[0] != "equal" and (code[0] != "delete" or shown[code[1] : code[2]].strip(OBJECT))
    ]
    return not any(first <= end and last >= start for _what, first, last, _to, _until in differing)


def _stands_wherever_drafted(ours: str, wanted: str, agreed: Sequence[tuple[int, int]]) -> bool:
    """Whether the file has some words at each place where the draft has them, perhaps for another answer.

    agreed: where the paragraph as drafted says what the file says.
    """
    return all(
        any(first <= at and at + len(ours) <= last for first, last in agreed)
        for at in range(len(wanted))
        if wanted.startswith(ours, at)
    )


def _extent(line: Line, covered: set[etree._Element]) -> tuple[int, int]:
    """Where a comment begins and ends among the characters of its paragraph; twice 0 where it covers none of them."""
    start = end = place = 0
    for stretch in line.stretches:
        if stretch.element in covered:
            start, end = (start if end else place), place + len(stretch.shown)
        place += len(stretch.shown)
    return start, end


def _is_back(line: Line, covered: set[etree._Element], step: Step, was: str) -> bool:
    """Whether the draft has a block again that was to go: it stands where the comment does."""
    start, end = _extent(line, covered)
    return any(
        anchor.start <= start < anchor.end
        and 2 * (min(end, anchor.end) - start) > anchor.end - anchor.start
        and likeness(grams(was), grams(block.text)) >= _BACK
        for block, anchor in zip(step.blocks, step.anchors, strict=True)
    )


def _uncounted(text: str) -> str:
    """A text without what counts: that hangs on what else stands in the file, and not on the draft alone."""
    return _COUNTS.sub("", text)


def _is_number(text: str) -> bool:
    """Whether a text is one number with its unit: a single character may well stand in the passage by chance."""
    return any(map(str.isdigit, text)) and tokens(text, Words(())) == [text]


def _written(elements: Sequence[etree._Element], identifier: str, *texts: str) -> str:
    """All that is written where a comment stands, even if it is pending deletion. texts: the tags, if only some."""
    found, inside = [], False
    tags = (_START, _END, *(texts or (w("t"), w("delText"))))
    for element in (inner for outer in elements for inner in outer.iter(*tags)):
        if element.tag in (_START, _END):
            inside = (element.tag == _START) if element.get(w("id")) == identifier else inside
        elif inside:
            found.append(element.text or "")
    return "".join(found)
