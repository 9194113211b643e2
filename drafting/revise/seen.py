"""A file opened for revising: its paragraphs as the person sees them, and where each of their characters stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from drafting.draft import Draft
from drafting.merge.model import Hint, Seen
from drafting.revise.ink import is_ours
from drafting.word.names import anchors
from drafting.word.package import Package, w
from drafting.word.text import Paragraph, paragraphs


@dataclass(slots=True)
class Manuscript:
    """The person's file. paragraphs: in reading order; seen: the same for the merge, one for one. reopened: the ids of
    our comments on conflicts that are decided anew, since the draft wants something else there by now."""

    package: Package
    root: etree._Element
    paragraphs: list[Paragraph]
    seen: tuple[Seen, ...]
    reopened: set[str] = field(default_factory=set)


def look(package: Package, base: Draft) -> Manuscript:
    """The file as its person sees it: pending insertions in, deletions out.

    base: the draft as it was last written into the file, whose blocks the bookmarks name. Raises UserError if the
    document cannot be read.
    """
    root = package.xml(package.document)
    found = paragraphs(root)
    keys = {name: block.key for name, block in zip(anchors(base), base.blocks, strict=True)}
    seen = _with_pending(package, found, _seen(found, keys))
    return Manuscript(package, root, found, _counted(package, found, seen))


def _with_pending(package: Package, found: list[Paragraph], seen: tuple[Seen, ...]) -> tuple[Seen, ...]:
    """The paragraphs with what others have deleted there as tracked changes, if there is anything of that."""
    if b"<w:delText" not in package.parts[package.document]:
        return seen
    return tuple(
        [
            replace(one, pending=deleted) if (deleted := _deleted_by_others(paragraph)) else one
            for paragraph, one in zip(found, seen, strict=True)
        ]
    )


def _deleted_by_others(paragraph: Paragraph) -> str:
    return "".join(
        [
            text.text or ""
            for element in paragraph.elements
            for text in element.iter(w("delText"))
            if (change := next(text.iterancestors(w("del")), None)) is not None and not is_ours(change)
        ]
    )


def _counted(package: Package, found: list[Paragraph], seen: tuple[Seen, ...]) -> tuple[Seen, ...]:
    """The paragraphs with the numbers that Word itself counts, if it counts any."""
    parts = [package.document, *package.related(package.document, "styles")]
    if not any(b"<w:numPr" in package.parts.get(part, b"") for part in parts):
        return seen
    from drafting.word.numbering import Numbering

    labels = Numbering(package)
    return tuple(
        [
            replace(one, label=labels.label(paragraph.elements[-1], paragraph.style), style=paragraph.style)
            for paragraph, one in zip(found, seen, strict=True)
        ]
    )


def _seen(found: list[Paragraph], keys: Mapping[str, str]) -> tuple[Seen, ...]:
    """The paragraphs with the blocks that their bookmarks name; a bookmark may span several paragraphs."""
    closed = {mark.name: at for at, paragraph in enumerate(found) for mark in paragraph.marks if not mark.opens}
    through: list[str] = []  # open from one paragraph to the next
    seen = []
    for at, paragraph in enumerate(found):
        text, marks = paragraph.shown, paragraph.marks
        if len(marks) == 2 and not through and marks[0].name == marks[1].name and marks[0].offset < marks[1].offset:
            key = keys.get(marks[0].name)  # one block, one bookmark: what most paragraphs are
            hint = () if key is None else (Hint(key, marks[0].offset, marks[1].offset),)
            seen.append(Seen(text, hint, paragraph.fixed))
            continue
        starts = {} if paragraph.fixed else dict.fromkeys(through, 0)
        hints = []
        for name, _element, offset, opens in marks:
            if opens:
                starts[name] = offset
            elif name in starts:
                hints.append((starts.pop(name), offset, name))
        hints += [(start, len(text), name) for name, start in starts.items()]
        if not paragraph.fixed:
            through = [name for name in starts if closed.get(name, -1) > at]
        known = sorted((start, end, keys[name]) for start, end, name in hints if start < end and name in keys)
        seen.append(Seen(text, tuple([Hint(key, start, end) for start, end, key in known]), paragraph.fixed))
    return tuple(seen)
