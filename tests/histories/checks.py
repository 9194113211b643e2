"""What must hold whenever a file has been brought up to date. Raises BrokenError where it does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from drafting.chinese.enumerators import parse_marker, without_marker
from drafting.draft import Draft
from drafting.merge.model import OBJECT, Fate, Kind
from drafting.merge.steps import changed
from drafting.revise import look
from drafting.revise.ink import remove
from drafting.updating import Update
from drafting.word.names import AUTHOR
from drafting.word.package import open_package, w
from tests.revise import resolve

_COUNT = re.compile("[零一二两三四五六七八九十百]+")
_COPIED = re.compile(rb'(<(?:wp:docPr|w:footnoteReference|w:[rp]PrChange) [^>]*?)\b(?:w:)?id="\d+"')
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TOLD = (Kind.CONFLICT, Kind.DELETED_BY_HAND, Kind.UNPLACED, Kind.DIFFERS)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CHANGES = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))


class BrokenError(AssertionError):
    """Something that must hold does not."""


def holds(it: bool, what: str) -> None:
    if not it:
        raise BrokenError(what)


def check_words(done: Update, base: Draft, new: Draft, typed: list[str], gone: list[str], fresh: list[str]) -> None:
    """Nothing by hand is lost, doubled or back; what changed in the facts arrives or is told; no number is invented.

    typed, gone: by hand, in all rounds. fresh: unique words that the facts had not before this round.
    """
    before, after, text = "\n".join(done.before), "\n".join(done.after), new.text
    for word in typed:
        holds(after.count(word) >= min(before.count(word), 1), f"typed by hand and lost: {word}")
        if word.startswith("手改"):
            holds(after.count(word) == before.count(word), f"typed by hand and doubled: {word}")
    for words in gone:
        # What stood there twice may still be there, with another count in it.
        is_gone = _COUNT.sub("", words) not in _COUNT.sub("", before)
        if is_gone and text.count(words) <= 1 and _goes_on(words, base, new):
            holds(words not in after, f"deleted by hand and back: {words}")
    told = [entry for entry in done.merge.account if entry.kind in _TOLD]
    for word in fresh:
        if word in text and word not in after and word not in after.replace(" ", ""):
            # Where the hand changed the number in it, the conflict is about that alone.
            number = word.lstrip("新写增提")
            holds(any(number in entry.text + entry.before for entry in told), f"changed and lost: {word}")
    given = {number for words in (before, text, *typed) for number in _NUMBER.findall(words)}
    bare = [without_marker(paragraph) for paragraph in _without_new_markers(done)]
    invented = [number for text in bare for number in _NUMBER.findall(text) if number not in given]
    holds(not invented, f"numbers that nobody gave: {invented}")


def check_file(before: bytes, done: Update) -> None:
    """Accepting all gives what was decided, rejecting ours the file before; what nothing touched is the same XML."""
    assert done.data is not None
    was, now = open_package(before), open_package(done.data)
    old, new = was.xml(was.document), now.xml(now.document)
    read = [seen.text for seen in look(now, Draft(())).seen]
    # A text box moves with the paragraph that holds it.
    in_order: Callable[[Iterable[str]], list[str]] = sorted if list(old.iter(w("txbxContent"))) else list  # type: ignore[assignment]
    decided = in_order(_words(done.after))
    holds(in_order(_words(read)) == decided, "the file does not say what was decided")
    accepted = in_order(_words(resolve.texts(resolve.accept(new))))
    holds(accepted == decided, "accepting all gives another text")
    comments = resolve.our_comments(before, done.data)
    rejected = resolve.form(resolve.reject(new), comments), resolve.form(resolve.reject(old), comments)
    holds(rejected[0] == rejected[1], f"rejecting ours does not give the file back: {_difference(*rejected)}")
    boxes = [_boxes(old), _boxes(new)]
    holds(boxes[0] == boxes[1], "a text box has changed")
    _check_untouched(before, done)


def _boxes(root: etree._Element) -> list[bytes]:
    """The text boxes that are to be seen, in any order; nothing of ours may be in them.

    A picture, a footnote or a change of format that moves with one has another id there than where it comes from.
    """
    boxes = [_bare(box, joined=False) for box in root.iter(w("txbxContent")) if not _is_leaving(box)]
    return sorted(_COPIED.sub(rb"\1", box) for box in boxes)


def _is_leaving(element: etree._Element) -> bool:
    return next(element.iterancestors(w("del"), w("moveFrom")), None) is not None


def _check_untouched(before: bytes, done: Update) -> None:
    assert done.data is not None
    old = look(open_package(before), Draft(())).paragraphs
    read = look(open_package(done.data), Draft(()))
    new = read.paragraphs
    alive = [step for step in done.merge.steps if step.fate is not Fate.DELETED]
    moves = any(step.moved or step.fate is Fate.ADDED for step in alive)
    boxes = moves and any(list(one.iter(w("txbxContent"))) for paragraph in old for one in paragraph.elements)
    if any(not merge.changes_nothing or any(step.clashes for step in merge.steps) for _before, merge in done.then):
        return  # what the second merge found, a conflict too, is the first one's
    if [seen.text for seen in read.seen] != list(done.after) or len(new) != len(alive) or boxes:
        return  # an empty paragraph more or less, a text box read behind its paragraph; the texts were compared
    for step, paragraph in zip(alive, new, strict=True):
        if step.seen is None or old[step.seen].shown != done.before[step.seen]:
            continue  # what a rejected move had left there was taken out before
        if step.fate is Fate.KEPT and not step.moved and not step.clashes:
            # Blocks that the hand joined have their bookmarks between them, be it inside a run.
            inner = any(anchor.start > 0 or anchor.end < len(paragraph.shown) for anchor in step.anchors)
            pair = _shown(old[step.seen].elements, inner), _shown(paragraph.elements, inner)
            holds(pair[0] == pair[1], f"a paragraph that nothing touched has changed: {paragraph.text[:40]}")


def _join_runs(paragraph: etree._Element) -> None:
    """Make one of neighbouring runs of text that look the same; that blanks count is said of all of them or of none."""
    for text in paragraph.iter(w("t")):
        text.attrib.pop(_SPACE, None)
    before: etree._Element | None = None
    for run in list(paragraph.iter(w("r"))):
        if before is not None and run.getprevious() is before and _look(run) == _look(before) and _is_text(run, before):
            last = before[-1]
            last.text = (last.text or "") + (run[-1].text or "")
            run.getparent().remove(run)  # type: ignore[union-attr]
        else:
            before = run


def _look(run: etree._Element) -> bytes:
    found = run.find(w("rPr"))
    return b"" if found is None else etree.tostring(found, method="c14n")


def _is_text(*runs: etree._Element) -> bool:
    return all([child.tag for child in run if child.tag != w("rPr")] == [w("t")] for run in runs)


def _shown(elements: Iterable[etree._Element], joined: bool) -> list[bytes]:
    """The XML of the paragraphs that show anything: what was taken out before one is read as if it stood in it."""
    leaving = (w("del"), w("moveFrom"))
    return [
        _bare(element, joined)
        for element in elements
        if any(
            next(run.iterancestors(*leaving), None) is None
            for run in element.iter(w("r"))
            if run.find(w("commentReference")) is None
        )
    ]


def _bare(element: etree._Element, joined: bool) -> bytes:
    """The XML of a paragraph without bookmarks, comments, numbers of changes, and what we have pending at its mark.

    A paragraph that comes or goes beside it may need its mark tracked (see `drafting.revise.marks`); that rejecting
    takes this away is looked at elsewhere. joined: neighbouring runs that look the same count as one.
    """
    copy = deepcopy(element)
    copy.tail = None
    for mark in list(copy.iterfind(f"{w('pPr')}/{w('rPr')}/*")):
        if mark.tag in _CHANGES and mark.get(w("author")) == AUTHOR:
            look = mark.getparent()
            assert look is not None
            look.remove(mark)
    for look in copy.findall(f"{w('pPr')}/{w('rPr')}"):
        if not len(look):
            look.getparent().remove(look)  # type: ignore[union-attr]
    names = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
    for mark in list(copy.iter(*(w(name) for name in names))):
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    for run in [run for run in copy.iter(w("r")) if run.find(w("commentReference")) is not None]:
        remove(run)
    for change in copy.iter():  # one that was copied with its paragraph gets a number of its own
        if change.get(w("author")) is not None:
            change.attrib.pop(w("id"), None)
    if joined:
        _join_runs(copy)
    return etree.tostring(copy, method="c14n")


def _goes_on(words: str, base: Draft, new: Draft) -> bool:
    """Whether words of the new draft stand there in the paragraph in which they stood in the one before.

    A part that the facts had taken out and now bring back, and the wording of one row in a new row beside it, are
    other paragraphs: what was deleted in one of them was not deleted there.
    """
    before, after = (
        {block.key for group in draft.paragraphs() if words in "".join([b.text for b in group]) for block in group}
        for draft in (base, new)
    )
    return bool(before & after)


def _words(paragraphs: Iterable[str]) -> list[str]:
    """The paragraphs that hold words."""
    return [words for text in paragraphs if (words := text.replace(OBJECT, ""))]


def _without_new_markers(done: Update) -> Iterator[str]:
    """The paragraphs afterwards, but for enumerators that have come in, which run on by themselves."""
    for step in done.merge.steps:
        if step.seen is None:
            yield "".join([span.text for block in step.blocks for span in block.spans])
        elif step.fate is not Fate.DELETED:
            others = [c for c in step.changes if (marker := parse_marker(c.text)) is None or marker.text != c.text]
            yield changed(done.before[step.seen], others)


def _difference(one: list[Any], other: list[Any]) -> str:
    for a, b in zip(one, other, strict=False):
        if a != b:
            return f"{str(a)[:300]} // {str(b)[:300]}"
    return f"{len(one)} paragraphs, {len(other)} before"
