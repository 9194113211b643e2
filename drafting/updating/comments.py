"""What people have put on paragraphs besides words, and what is told of it where the draft no longer has these.

Comments of their own hang on the words: these stay, and it is a conflict. Their formatting goes with the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from drafting.draft import Block, Draft
from drafting.i18n import _
from drafting.merge.model import Entry, Fate, Kind, Merge
from drafting.revise import Manuscript
from drafting.word.names import AUTHOR
from drafting.word.package import w
from drafting.word.text import Paragraph, Stretch

_LOOKS = tuple([w(name) for name in ("b", "i", "u", "strike", "dstrike", "em", "color", "highlight", "shd", "bdr")])
_OFF = frozenset(("0", "false", "off", "none", "auto", "clear", "nil"))

Comments = Mapping[int, str]
"""What is told of the comments of people, by the number of their paragraph."""


def comments_on(manuscript: Manuscript) -> Comments:
    """The comments of people on the paragraphs of a file: who says what."""
    package = manuscript.package
    said = {
        comment.get(w("id"), ""): _("comment by {who}: {text}").format(
            who=comment.get(w("author")) or "?", text="".join([text.text or "" for text in comment.iter(w("t"))])
        )
        for part in package.related(package.document, "comments")
        if part in package.parts
        for comment in package.peek(part).iterfind(w("comment"))
        if comment.get(w("author")) != AUTHOR
    }
    if not said:
        return {}
    found: dict[int, str] = {}
    for number, paragraph in enumerate(manuscript.paragraphs):
        marks = [mark.get(w("id")) for element in _seen(paragraph) for mark in element.iter(w("commentReference"))]
        if here := [said[mark] for mark in dict.fromkeys(marks) if mark in said]:
            found[number] = "; ".join(here)
    return found


def _seen(paragraph: Paragraph) -> Iterator[etree._Element]:
    """The elements of a paragraph but for those before it that are pending to go altogether."""
    texts = {stretch.element for stretch in paragraph.stretches}
    last = paragraph.elements[-1]
    yield from (one for one in paragraph.elements if one is last or any(inner in texts for inner in one.iter()))


def spared(merged: Merge, comments: Comments, manuscript: Manuscript) -> bool:
    """Whether a merge would take out paragraphs that people have commented on; these are fixed from then on."""
    going = {step.seen for step in merged.steps if step.fate is Fate.DELETED} & comments.keys()
    if going:
        manuscript.seen = tuple(
            [replace(seen, fixed=True) if number in going else seen for number, seen in enumerate(manuscript.seen)]
        )
    return bool(going)


def with_notes(merged: Merge, comments: Comments, manuscript: Manuscript, base: Draft) -> Merge:
    """The merge with an account that says what people have put on the paragraphs that go, or are to go."""
    going = {s.seen for s in merged.steps if s.seen is not None and s.fate is Fate.DELETED}
    formatted = {manuscript.seen[p].text for p in _formatted(manuscript, going, base)} if going else set()
    said = {manuscript.seen[p].text: note for p, note in comments.items()}
    if not formatted and not said:
        return merged
    return replace(merged, account=tuple([_noted(entry, said, formatted) for entry in merged.account]))


def _noted(entry: Entry, said: Mapping[str, str], formatted: set[str]) -> Entry:
    if entry.kind is Kind.UPDATED and not entry.text and entry.before in formatted:
        return replace(entry, note=_("formatted by hand"))
    if entry.kind is Kind.CONFLICT and not entry.text:
        return replace(entry, note="; ".join([note for text, note in said.items() if text and text in entry.before]))
    return entry


def _formatted(manuscript: Manuscript, numbers: Collection[int], base: Draft) -> Iterator[int]:
    """Those of some paragraphs in which words look otherwise than most do in their style, but for run-in headings."""
    usual: dict[str, Counter[frozenset[str]]] = {manuscript.paragraphs[p].style: Counter() for p in numbers}
    for paragraph in manuscript.paragraphs:
        if (looks := usual.get(paragraph.style)) is not None:
            for stretch in paragraph.stretches:
                looks[_look(stretch)] += len(stretch.shown)
    blocks = {block.key: block for block in base.blocks}
    for p in numbers:
        paragraph = manuscript.paragraphs[p]
        looks = usual[paragraph.style]
        most = max(looks, key=lambda look: looks[look], default=frozenset())
        leads = [(h.start, h.start + _lead(blocks[h.key])) for h in manuscript.seen[p].hints if h.key in blocks]
        if any(_look(stretch) - most for stretch in _outside(paragraph, leads) if stretch.shown.strip()):
            yield p


def _outside(paragraph: Paragraph, ranges: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    """What of a paragraph stands outside of some ranges of its characters."""
    place = 0
    for stretch in paragraph.stretches:
        if not any(start <= place < end for start, end in ranges):
            yield stretch
        place += len(stretch.shown)


def _lead(block: Block) -> int:
    """The characters of a heading that is run in, its enumerator included."""
    return len(block.marker) + sum(len(span.text) for span in block.spans[: block.heading])


def _look(stretch: Stretch) -> frozenset[str]:
    """What is marked about the look of a stretch."""
    run = next(stretch.element.iterancestors(w("r")), None)
    looks: list[etree._Element] = [] if run is None else list(run.iterfind(w("rPr")))
    marks = [mark for look in looks for mark in look if mark.tag in _LOOKS]
    return frozenset([str(mark.tag) for mark in marks if mark.get(w("val"), "") not in _OFF])
