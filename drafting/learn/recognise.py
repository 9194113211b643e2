"""From lines to speeches: clean, split, recognise."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from drafting.draft import Block, Role, Source, Span
from drafting.learn import (
    bare_headings,
    boilerplate,
    breaks,
    chunks,
    contents,
    debris,
    dictated,
    flattened,
    imprint,
    marked_up,
    pages,
    repeated,
    spaced,
    traditional,
)
from drafting.learn.blocks import Piece, pieces_of, set_parents
from drafting.learn.cleaning import Report
from drafting.learn.headlines import signature
from drafting.learn.heads import Head, read_head
from drafting.learn.lines import lines_of
from drafting.learn.lists import read_lists
from drafting.learn.markers import candidates
from drafting.learn.missed import with_missed
from drafting.learn.mixed import one_family
from drafting.learn.model import Found, Line, Removed, Speech
from drafting.learn.moves import Judged, judge
from drafting.learn.split import Segment, split

FAMILIES = (
    "conversion debris", "chunk numbers", "boilerplate", "several speeches", "doubled titles", "broken lines", "blanks",
    "paragraph breaks", "company of markers", "who contains whom", "cues", "n-grams", "position", "headings",
    "neighbours",
)  # fmt: skip
"""The families of rules; each can be switched off, to see what it is worth."""


def recognise(
    source: str | Iterable[Line],
    *,
    without: Collection[str] = (),
    sure: bool = False,
    removed: Iterable[Removed] = (),
) -> list[Speech]:
    """The speeches of a text, or of lines that another reader has made of a file; none if there is nothing to read.

    without: families of rules that are not used. sure: the lines are paragraphs by the word of the file (Word).
    removed: what the reader of the file has left out.
    """
    report = Report(frozenset(without), list(removed))
    lines = lines_of(source) if isinstance(source, str) else list(source)
    if report.on("conversion debris"):
        lines = dictated.take_out(marked_up.take_out(debris.mend(lines, report), report), report)
    if (folded := traditional.fold(lines)) is not None:
        return traditional.restore(_read(folded, report, sure), folded, lines)
    return _read(lines, report, sure)


def _read(lines: list[Line], report: Report, sure: bool) -> list[Speech]:
    """The speeches of lines in simplified characters."""
    chunked = False
    if report.on("blanks"):
        lines = spaced.put_together(lines, report)
    if report.on("boilerplate"):
        lines = pages.take_out(lines, report)
    if report.on("chunk numbers"):
        lines, chunked = chunks.join_chunks(lines, report)
    if report.on("boilerplate"):
        lines = contents.take_out(lines, report)
    if report.on("broken lines") and not sure and breaks.is_wrapped(lines):
        lines = breaks.join(lines, report)
    if report.on("boilerplate"):
        lines = repeated.take_out(boilerplate.take_out(lines, report), report)
    segments = split(lines, report) if report.on("several speeches") else [Segment("", tuple(lines))]
    speeches = []
    common, report.removed = report.removed, []
    for segment in segments:
        speech = _speech(segment, report, sure, chunked)
        if speech.found:
            speeches.append(speech)
        else:
            common += report.removed
        report.removed = []
    if speeches and common:
        speeches[0] = replace(speeches[0], removed=(*common, *speeches[0].removed))
    return speeches


def _speech(segment: Segment, report: Report, sure: bool, chunked: bool) -> Speech:
    head = read_head(segment.lines, segment.title, report)
    lines = head.body
    if report.on("broken lines"):
        lines = breaks.join(lines, report, sure)
    flat = flattened.is_flat(lines, chunked)
    if report.on("blanks"):
        lines = breaks.part(lines, report, flat or chunked)
    if flat and report.on("paragraph breaks"):
        lines = flattened.part_sentences(lines)
    if report.on("boilerplate"):
        lines = imprint.take_out(lines, report)
    signed = len(lines) - signature([line.text for line in lines])
    lines, end = lines[:signed], lines[signed:]
    paragraphs = [line.text for line in lines]
    depths = [line.depth for line in lines] if any(line.depth for line in lines) else ()
    found = one_family(with_missed(paragraphs, candidates(paragraphs, flat, depths)))
    reading = read_lists(paragraphs, found, report.on("company of markers"), report.on("who contains whom"))
    pieces = [*_head_pieces(head), *pieces_of(paragraphs, found, reading, flat)]
    pieces += [Piece(Role.BYLINE, line.text) for line in end]
    set_parents(pieces)
    bare_headings.find(pieces)
    judged = judge(pieces, report)
    blocks = _blocks(pieces, judged)
    return Speech("".join(head.title) or None, blocks, tuple(report.removed))


def _head_pieces(head: Head) -> list[Piece]:
    return [
        *[Piece(Role.BYLINE, text) for text in head.above],
        *[Piece(Role.TITLE, text) for text in head.title],
        *[Piece(Role.BYLINE, text) for text in head.bylines],
        *[Piece(Role.SALUTATION, text) for text in head.salutation],
    ]


def _blocks(pieces: list[Piece], judged: list[Judged]) -> tuple[Found, ...]:
    found = []
    for position, (piece, verdict) in enumerate(zip(pieces, judged, strict=True), 1):
        lead = piece.heading if piece.lead else ""
        rest = piece.rest
        spans = tuple([Span(text, Source.HAND) for text in (lead, rest) if text])
        block = Block(
            f"learnt:{position}",
            piece.role,
            piece.level,
            piece.marker,
            verdict.move,
            spans,
            int(bool(lead)),
            piece.runs_on,
        )
        found.append(Found(block, verdict.confidence, verdict.clues))
    return tuple(found)
