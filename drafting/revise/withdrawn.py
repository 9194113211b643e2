"""What a conflict was about: where one is open, the file does not say what the base has, and never did.

A change of somebody's that was pending when we found the conflict may be rejected in Word later. The words are then
those that we had written ourselves once, and what the draft would have can come in. Where the facts have changed once
more, the hand has edited what stood there before, and not what has never come in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Block, Draft, Source, Span
from drafting.merge.groups import body_of
from drafting.revise.remarks import is_by_hand, wanted_in
from drafting.revise.seen import Manuscript
from drafting.revise.unsettled import our_comments
from drafting.word.package import w
from drafting.word.text import Paragraph

_START, _ENDS = w("commentRangeStart"), (w("commentRangeEnd"), w("commentReference"))


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What came to nothing. key: of the block. ours: what the draft had there then. was: what the file had there.
    stands: whether that stands there still, or again. comment: the id of our comment that tells of it."""

    key: str
    ours: str
    was: str
    stands: bool
    comment: str = ""


def as_withdrawn(base: Draft, manuscript: Manuscript, new: Draft, more: Sequence[Withdrawn] = ()) -> Draft:
    """The base with what the file had before, where that stands there, or where the new draft wants something else.

    The manuscript takes note of the comments on what is decided anew by that.
    more: what is known to stand there again.
    """
    found = [*_withdrawn(manuscript), *more]
    if not found:
        return base
    drafted = {block.key: block for block in new.blocks}
    blocks = []
    for block in base.blocks:
        now, before = drafted.get(block.key), block
        for one in found:
            others = now is not None and one.ours not in now.text
            if one.key == block.key and (one.stands or others):
                back = _with(before, one, now)
                if others and back != before:
                    manuscript.reopened.add(one.comment)
                before = back
        if now is not None and before != block and before.text == now.text:
            before = replace(now, runs_on=block.runs_on)
        blocks.append(before)
    return Draft(tuple(blocks))


def _with(block: Block, one: Withdrawn, now: Block | None) -> Block:
    """A block with what it had before; as it is if that is not clear. now: the block of the new draft."""
    body = body_of(block)
    if block.text.count(one.ours) != 1 or body.count(one.ours) != 1:
        return block
    start = body.index(one.ours)
    end = start + len(one.ours)
    heading = sum([len(span.text) for span in block.spans[: block.heading]])
    gone = list(_cut(block.spans, start, end))
    if len(gone) == 1:
        nth = next(nth for nth, span in enumerate(block.spans) if one.ours in span.text)
        span = block.spans[nth]
        put = replace(span, text=span.text.replace(one.ours, one.was))
        return replace(block, spans=(*block.spans[:nth], put, *block.spans[nth + 1 :]))
    again = body_of(now) if now is not None else ""
    if now is not None and again.count(one.was) == 1:  # the draft says it once more
        at = again.index(one.was)
        back = list(_cut(now.spans, at, at + len(one.was)))
    else:
        back = list(_with_answers(one.was, gone))
    if start < heading < end or _is_list(one.was):
        return block
    spans = (*_cut(block.spans, 0, start), *back, *_cut(block.spans, end, len(body)))
    more = len(spans) - len(block.spans) if start < heading else 0
    return replace(block, spans=spans, heading=block.heading + more)


def _is_list(text: str) -> bool:
    """Whether enumerators stand in a text: its items were blocks of their own."""
    return any(parse_marker(text, at) for at in range(len(text)) if not at or text[at - 1] in POINTS)


def _cut(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The spans of the characters from `start` to `end`."""
    at = 0
    for span in spans:
        first, last = max(start - at, 0), min(end - at, len(span.text))
        if first < last:
            yield span if last - first == len(span.text) else replace(span, text=span.text[first:last])
        at += len(span.text)


def _with_answers(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """A text as wording, but for the answers of some spans that stand in it once."""
    answers = {span.text: span for span in spans if span.source is not Source.WORDING and text.count(span.text) == 1}
    places = sorted((text.index(answer), answer) for answer in answers)
    at = 0
    for start, answer in places:
        if start < at:
            continue
        if start > at:
            yield Span(text[at:start])
        yield answers[answer]
        at = start + len(answer)
    if at < len(text):
        yield Span(text[at:])


def _withdrawn(manuscript: Manuscript) -> Iterator[Withdrawn]:
    comments = our_comments(manuscript.package)
    if not comments:
        return
    for paragraph, seen in zip(manuscript.paragraphs, manuscript.seen, strict=True):
        here = [found for found in _ranges(paragraph) if found[0] in comments]
        # What we have not touched ourselves may wait for what the hand has changed beside it.
        worked_on = any(is_by_hand(comments[one]) for one, _start, _end in here)
        for identifier, start, end in here:
            comment = comments[identifier]
            ours, was = wanted_in(comment) or ("", "")
            if not ours or not was:
                continue
            at = _again(paragraph.shown, was, start, end)
            place = at if at >= 0 else max(end - 1, 0) if start is None else start
            stands = at >= 0 and (is_by_hand(comment) or not worked_on)
            keys = [hint.key for hint in seen.hints if hint.start <= place < hint.end]
            yield from (Withdrawn(key, ours, was, stands, identifier) for key in keys)


def _again(text: str, was: str, start: int | None, end: int) -> int:
    """Where in a paragraph it says what it said before, -1 if it does not. start, end: of the comment.

    What was deleted when the comment was made may have come back beside it; within it these words may be part of what
    the hand had written from the first.
    """
    if start is not None:
        if text[start:end] == was:
            return start
        beside = (start - len(was), end) if len(was) > 1 else ()
        return next((at for at in beside if at >= 0 and text.startswith(was, at)), -1)
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
