"""Paragraphs as they should stand: layout of the template gone, seams between facts and wording mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafting.chinese.punctuation import close_sentence, seam, strip_end
from drafting.draft import Source, Span

PARAGRAPH = "\u2029"  # what a blank line of a template becomes
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\r?\n[ \t]*)+")
_LAYOUT = re.compile(r"[ \t\r]*\n[ \t\r]*")
_LINES = re.compile(r"[ \t\r]*[\n\u0085\u2028\u2029]+[ \t\r\u3000]*")
_CLOSED = frozenset("。！？…；：，、.!?;:,—")
_CLOSERS = "”’）》〉」』】)"


def mark_paragraphs(template: str) -> str:
    """A template with its blank lines marked, so that tags beside them cannot swallow them.

    Its lines keep their numbers.
    """
    return _BLANK_LINES.sub(lambda found: "\n" + PARAGRAPH + "\n" * (found.group().count("\n") - 1), template)


def paragraphs(spans: Iterable[Span], tidy: bool) -> list[list[Span]]:
    """The spans parted into paragraphs, none of them empty.

    In wording a blank line parts paragraphs and other line breaks are the template's layout; in an answer every line
    is a paragraph of the person's own.
    """
    result: list[list[Span]] = [[]]
    for span in spans:
        for place, piece in enumerate(_lines(span)):
            if place:
                result.append([])
            if piece:
                result[-1].append(span if piece == span.text else replace(span, text=piece))
    kept = [_trimmed(paragraph) if tidy else _joined(paragraph) for paragraph in result]
    return [paragraph for paragraph in kept if paragraph]


def _lines(span: Span) -> list[str]:
    if span.source is Source.WORDING:
        text = _LAYOUT.sub("", span.text) if "\n" in span.text else span.text
        return text.split(PARAGRAPH) if PARAGRAPH in text else [text]
    return _LINES.split(span.text) if _LINES.search(span.text) else [span.text]


def _trimmed(spans: Sequence[Span]) -> list[Span]:
    """The paragraph without white space at its ends and without empty spans, its seams mended."""
    spans = [span for span in spans if span.text]
    while spans and not spans[0].text.lstrip():
        spans = spans[1:]
    while spans and not spans[-1].text.rstrip():
        spans = spans[:-1]
    if not spans:
        return []
    spans = [replace(spans[0], text=spans[0].text.lstrip()), *spans[1:]]
    spans = [*spans[:-1], replace(spans[-1], text=spans[-1].text.rstrip())]
    return mend_seams(_joined(spans))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Neighbours of one source as one span."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].source is span.source and joined[-1].path == span.path and not span.path:
            joined[-1] = replace(span, text=joined[-1].text + span.text)
        elif span.text:
            joined.append(span)
    return joined


def mend_seams(spans: Sequence[Span]) -> list[Span]:
    """No doubled punctuation where an answer, typed with its full stop or without, meets what follows."""
    mended: list[Span] = []
    for span in spans:
        if mended and mended[-1].source is not Source.MISSING:
            before = mended[-1]
            cut_left, cut_right = seam(before.text, span.text) if before.source is not Source.WORDING else (0, 0)
            if cut_left:
                mended[-1] = replace(before, text=before.text[:-cut_left])
            if cut_right:
                span = replace(span, text=span.text[cut_right:])
        if span.text:
            mended.append(span)
    return mended


def closed(spans: Sequence[Span], mark: str = "。") -> list[Span]:
    """The paragraph with closing punctuation: its own, or `mark`."""
    if not spans:
        return []
    last = spans[-1]
    if last.source is not Source.MISSING and last.text.rstrip(_CLOSERS)[-1:] in _CLOSED:
        return list(spans)
    return [*spans, Span(mark)]


def ended(spans: Sequence[Span], mark: str) -> list[Span]:
    """The paragraph ending in `mark` instead of its own full stop or semicolon."""
    if not spans or spans[-1].source is Source.MISSING:
        return [*spans, Span(mark)]
    last = spans[-1]
    bare = strip_end(last.text)
    if bare == last.text and close_sentence(bare, mark) == bare:
        return list(spans)  # it asks or exclaims; that stays
    return [*spans[:-1], *([replace(last, text=bare)] if bare else []), Span(mark)]


def bare(spans: Sequence[Span]) -> list[Span]:
    """A heading: without closing punctuation."""
    result = list(spans)
    while result and result[-1].source is not Source.MISSING:
        last = result.pop()
        text = strip_end(last.text)
        if text:
            result.append(replace(last, text=text))
            break
    return result
