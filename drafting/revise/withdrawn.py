"""Conflicts that the person has withdrawn: what the file says there is again what it said before.

A change of somebody's that was pending when we found the conflict may be rejected in Word later. The words are then
those that we had written ourselves once, and what the draft would have can come in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafting.draft import Block, Draft
from drafting.revise.remarks import is_by_hand, wanted_in
from drafting.revise.seen import Manuscript
from drafting.revise.unsettled import our_comments
from drafting.word.package import w
from drafting.word.text import Paragraph

_START, _ENDS = w("commentRangeStart"), (w("commentRangeEnd"), w("commentReference"))


@dataclass(frozen=True, slots=True)
class _Withdrawn:
    """key: of the block. ours: what the draft had there when it came to the conflict. was: what stands there again."""

    key: str
    ours: str
    was: str


def as_withdrawn(base: Draft, manuscript: Manuscript) -> Draft:
    """The base with what the file had before, where a conflict was withdrawn."""
    found = list(_withdrawn(manuscript))
    if not found:
        return base
    blocks = list(base.blocks)
    for one in found:
        for number, block in enumerate(blocks):
            if block.key == one.key:
                blocks[number] = _with(block, one)
    return Draft(tuple(blocks))


def _with(block: Block, one: _Withdrawn) -> Block:
    """A block with what it had before; as it is if that is not clear."""
    places = [nth for nth, span in enumerate(block.spans) if one.ours in span.text]
    if block.text.count(one.ours) != 1 or len(places) != 1:
        return block
    spans = [
        replace(span, text=span.text.replace(one.ours, one.was)) if nth in places else span
        for nth, span in enumerate(block.spans)
    ]
    return replace(block, spans=tuple(spans))


def _withdrawn(manuscript: Manuscript) -> Iterator[_Withdrawn]:
    comments = our_comments(manuscript.package)
    if not comments:
        return
    for paragraph, seen in zip(manuscript.paragraphs, manuscript.seen, strict=True):
        for identifier, start, end in _ranges(paragraph):
            comment = comments.get(identifier, "")
            ours, was = wanted_in(comment) or ("", "")
            if not ours or not was or not is_by_hand(comment):
                continue
            at = _again(paragraph.shown, was, start, end)
            yield from (_Withdrawn(hint.key, ours, was) for hint in seen.hints if hint.start <= at < hint.end)


def _again(text: str, was: str, start: int | None, end: int) -> int:
    """Where in a paragraph it says what it said before, -1 if it does not. start, end: of the comment."""
    if start is not None:
        return start if text[start:end] == was else -1
    if text[:end].endswith(was):
        return end - len(was)
    return text.index(was) if text.count(was) == 1 else -1


def _ranges(paragraph: Paragraph) -> Iterator[tuple[str, int | None, int]]:
    """The comments that end in a paragraph: where they begin, None if that is gone or elsewhere, and where they end.

    One whose end has gone too ends where it is shown.
    """
    shown = {stretch.element: len(stretch.shown) for stretch in paragraph.stretches}
    starts: dict[str, int] = {}
    ended: set[str] = set()
    place = 0
    for element in (inner for outer in paragraph.elements for inner in outer.iter()):
        if element.tag == _START:
            starts[element.get(w("id"), "")] = place
        elif element.tag in _ENDS and (identifier := element.get(w("id"), "")) not in ended:
            ended.add(identifier)
            yield identifier, starts.get(identifier), place
        place += shown.get(element, 0)
