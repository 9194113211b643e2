"""Small steps for the tests of this room: a merge by hand, carried out, and what is found in the file then."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from drafting.draft import Block, Draft, Move, Role, Source, Span
from drafting.merge.model import Change, Fate, Merge, Step
from drafting.revise import Manuscript, look, revise
from drafting.word.package import open_package, w
from tests.revise.resolve import accept, document, form, our_comments, reject, texts
from tests.word.samples import QUESTIONS, state

EMPTY = Draft(())


def new(text: str, *, role: Role = Role.PARAGRAPH, **values: object) -> Step:
    """A paragraph that comes in."""
    return Step(Fate.ADDED, None, (Block("new", role, 1, "", Move.TASKS, (Span(text),), **values),))


def change(text: str, old: str, *spans: Span | str, number: int = 0) -> Step:
    """The change of `old` in a paragraph of this text."""
    start = text.index(old)
    made = tuple(Span(span) if isinstance(span, str) else span for span in spans)
    return Step(Fate.UPDATED, number, changes=(Change(start, start + len(old), made),))


def fact(text: str) -> Span:
    return Span(text, Source.FACT, "fact")


def merge_of(manuscript: Manuscript, steps: Mapping[int, Step | list[Step]]) -> Merge:
    """All paragraphs as they are, but for those that are named by their number."""
    made: list[Step] = []
    for number in range(len(manuscript.seen)):
        step = steps.get(number, Step(Fate.KEPT, number))
        made += step if isinstance(step, list) else [step]
    return Merge(tuple(made), ())


def carried_out(data: bytes, steps: Mapping[int, Step | list[Step]], *, track: bool = True) -> bytes:
    """The file after a merge by hand."""
    manuscript = look(open_package(data), EMPTY)
    out = revise(manuscript, merge_of(manuscript, steps), state(EMPTY), QUESTIONS, track=track)
    assert out is not None
    return out


def rewritten(data: bytes, old: str, *spans: Span | str, track: bool = True) -> etree._Element:
    """The document after `old`, wherever it stands, has given way to something else."""
    manuscript = look(open_package(data), EMPTY)
    number, seen = next((n, seen) for n, seen in enumerate(manuscript.seen) if old in seen.text)
    return document(carried_out(data, {number: change(seen.text, old, *spans, number=number)}, track=track))


def runs(root: etree._Element) -> list[tuple[str, str]]:
    """Each run that holds text: its look in short, and the text; deleted text stands in brackets."""
    found = []
    for run in root.iter(w("r")):
        text = "".join([t.text or "" for t in run.iter(w("t"))])
        gone = "".join([t.text or "" for t in run.iter(w("delText"))])
        look_of = run.find(w("rPr"))
        short = " ".join(_short(child) for child in look_of) if look_of is not None else ""
        if text or gone:
            found.append((short, text or f"[{gone}]"))
    return found


def _short(element: etree._Element) -> str:
    value = element.get(w("val"), "")
    return etree.QName(element).localname + (f"={value}" if value else "")


def both_ways(before: bytes, after: bytes) -> tuple[list[str], bool]:
    """The paragraphs when all is accepted, and whether rejecting ours gives back the file before."""
    ids = our_comments(before, after)
    root = document(after)
    return texts(accept(root)), form(reject(root), ids) == form(document(before), ids)


def part(data: bytes, name: str) -> str:
    """A part of a file, as text."""
    return open_package(data).parts[name].decode()
