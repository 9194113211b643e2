"""Gaps that the facts have answered by now and that still stand in the file, typed into, or may stand there again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lxml import etree

from drafting.draft import Block, Draft, Source, Span
from drafting.merge.model import Seen
from drafting.merge.unanswered import bare_answer, is_noted, typed_into
from drafting.word.package import w

GAPS_GOING = "gaps_going"  # in the state: what `gaps_going` gave

Memory = Mapping[str, Mapping[str, str]]
"""The marks of answered gaps by the key of their block and the path of the answer, as plain data."""


def as_gaps_stand(memory: Memory, base: Draft, new: Draft, seen: Sequence[Seen]) -> Draft:
    """The base with its gaps as they stand in the file, those that the new draft has an answer for: it can come in.

    Where somebody has typed another answer into the gap, it is as it was: the two are a conflict. memory: of gaps that
    somebody had pending to go when they were answered; they stand there again if that was rejected.
    """
    drafted = {block.key: block for block in new.blocks}
    waiting = {b.key for b in base.blocks if any(span.source is Source.MISSING for span in b.spans)} | memory.keys()
    if not waiting:
        return base
    texts: dict[str, str] = {}
    for paragraph in seen:
        for hint in paragraph.hints:
            texts[hint.key] = texts.get(hint.key, "") + paragraph.text[hint.start : hint.end]
    blocks = [
        _as_it_stands(block, drafted[block.key], texts[block.key], memory.get(block.key, {}))
        if block.key in waiting and block.key in texts and block.key in drafted
        else block
        for block in base.blocks
    ]
    return Draft(tuple(blocks))


def gaps_going(
    memory: Memory, base: Draft, stands: Draft, new: Draft, root: etree._Element
) -> dict[str, dict[str, str]]:
    """What to remember: the gaps that are answered now and whose deletion somebody has pending in a document.

    stands: the base with its gaps as they stand in the file.
    """
    drafted = {block.key: block for block in new.blocks}
    found = {key: dict(marks) for key, marks in memory.items()}
    for block, now in zip(base.blocks, stands.blocks, strict=True):
        for gap, span in zip(block.spans, now.spans, strict=True):
            if span.source is not Source.MISSING or block.key not in drafted:
                continue
            if answer := _answer(drafted[block.key], span.path):
                found.setdefault(block.key, {})[span.path] = gap.text if span.text == answer else span.text
    if not found:
        return {}
    going = "".join([text.text or "" for text in root.iter(w("delText"))])
    kept = {key: {path: mark for path, mark in marks.items() if mark in going} for key, marks in found.items()}
    return {key: marks for key, marks in kept.items() if marks}


def _as_it_stands(block: Block, now: Block, text: str, going: Mapping[str, str]) -> Block:
    spans = [
        _answered(span, _answer(now, span.path), text, block)
        or _gap_in(span, _answer(now, span.path), text, going.get(span.path, ""))
        for span in block.spans
    ]
    return replace(block, spans=tuple(spans))


def _answered(span: Span, answer: str, text: str, block: Block) -> Span | None:
    """A gap as it stands in the text of its block if somebody has typed the very answer there that the facts have now:
    only what the draft has otherwise around it, such as a mark, changes then. None if that is not so."""
    if span.source is not Source.MISSING or not answer or span.text in text or typed_into(text, span):
        return None
    return replace(span, text=answer) if text.count(answer) > block.text.count(answer) else None


def _gap_in(span: Span, answer: str, text: str, mark: str) -> Span:
    """A span as it stands in the text of its block, if that is a gap. mark: what it was before it was answered."""
    if not answer or span.text in text:
        return span
    if span.source is not Source.MISSING:
        return Span(mark, Source.MISSING, span.path) if mark and mark in text else span
    stands = typed_into(text, span)
    if not stands or is_noted(stands, span):
        return span
    return replace(span, text=stands) if bare_answer(stands, span) in ("", answer) else span


def _answer(block: Block, path: str) -> str:
    """What a block says where it shows the answer at a path; "" where it does not, or waits for it."""
    return "".join([one.text for one in block.spans if path and one.path == path and one.source is Source.FACT])
