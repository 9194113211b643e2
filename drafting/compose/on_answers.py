"""Functions on plain values made into filters on answers: a missing one stays missing, sources and paths are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from jinja2 import Undefined

from drafting.compose.text import Text, UnfitError, spans_of
from drafting.compose.tidy import bare, mended
from drafting.compose.values import Given, GivenList, Missing
from drafting.draft import Source, Span
from drafting.i18n import _


def of_answers(make: Callable[..., str]) -> Callable[..., Any]:
    """A filter on raw values becomes one on answers: a missing one stays missing, paths are kept."""

    name = make.__name__.removeprefix("_")

    @wraps(make)
    def answered(value: Any, *arguments: Any) -> Any:
        pieces = (value, *arguments)
        for piece in pieces:
            if isinstance(piece, (Missing, Undefined)):
                return piece
        paths = dict.fromkeys(path for piece in pieces if (path := getattr(piece, "path", "")))
        try:
            text = make(*(_raw(piece) for piece in pieces))
        except (ValueError, TypeError, ArithmeticError, AttributeError):
            shown = ", ".join(_described(piece) for piece in pieces)
            message = _("{values} does not suit the filter “{name}”").format(values=shown, name=name)
            raise UnfitError(message, next(iter(paths), "")) from None
        source = Source.COUNT if isinstance(value, (int, GivenList)) else Source.FACT if paths else Source.WORDING
        return Text.of(text, source, " ".join(paths))

    return answered


def _described(piece: Any) -> str:
    """An answer in a message: its text and its path."""
    path = getattr(piece, "path", "")
    text = piece if isinstance(piece, (str, int, Given, Text)) else ""
    return f"“{text}” ({path})" if path else f"“{text}”"


def _raw(piece: Any) -> Any:
    """What stands behind an answer: its quantity, date or text; the number of entries of a list."""
    if isinstance(piece, GivenList):
        return len(piece)
    if isinstance(piece, Given):
        return piece.raw
    return str(piece) if isinstance(piece, Text) else piece


def on_spans(mend: Callable[[str], str]) -> Callable[[Any], Any]:
    """A filter on text that only trims or closes: it works on the text of a single answer, or on the last span."""

    @wraps(mend)
    def trimmed(value: Any) -> Any:
        if isinstance(value, (Missing, Undefined)):
            return value
        spans = spans_of(value)
        if not spans:
            return value
        last = spans[-1]
        return Text((*spans[:-1], Span(mend(last.text), last.source, last.path)))

    return trimmed


def around(mark: Callable[[str], str]) -> Callable[[Any], Any]:
    """A filter that puts marks around a text: what it contains keeps its source."""

    @wraps(mark)
    def marked(value: Any) -> Any:
        if isinstance(value, Undefined):
            return value
        spans = spans_of(value)
        if any(span.source is Source.MISSING for span in spans):
            outer = mark("")
            return Text((Span(outer[:1]), *spans, Span(outer[1:])))
        path = " ".join(dict.fromkeys(span.path for span in spans if span.path))
        return Text.of(mark("".join(span.text for span in spans)), Source.FACT if path else Source.WORDING, path)

    return marked


def joining(join: Callable[[Sequence[str]], str]) -> Callable[[Any], Any]:
    """A filter that joins entries; what it puts between and behind them is wording."""

    @wraps(join)
    def joined(entries: Any) -> Any:
        if isinstance(entries, (Missing, Undefined)):
            return entries
        pieces = [bare(mended(spans_of(entry))) for entry in entries_of(entries)]
        texts = ["".join(span.text for span in spans) for spans in pieces]
        whole = join(texts)
        result: list[Span] = []
        done = 0
        for text, spans in zip(texts, pieces, strict=True):
            start = whole.index(text, done)
            result += (Span(whole[done:start]), *spans)
            done = start + len(text)
        return Text([span for span in (*result, Span(whole[done:])) if span.text])

    return joined


def entries_of(value: Any) -> list[Any]:
    """The entries of a list; a single answer or text counts as a list of one."""
    if isinstance(value, (Given, Text, str)):
        return [value]
    return list(value)
