"""Text that remembers where it came from, while templates handle it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import Undefined

from drafting.draft import Source, Span


class Text:
    """A piece of text made of spans; what filters return and what `~` and macros join."""

    __slots__ = ("spans",)

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = tuple(spans)

    @classmethod
    def of(cls, text: str, source: Source, path: str = "") -> Text:
        """One span."""
        return cls((Span(text, source, path),))

    def __str__(self) -> str:
        return "".join([span.text for span in self.spans])

    def __bool__(self) -> bool:
        return any(span.text for span in self.spans)

    def __eq__(self, other: object) -> bool:
        return str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def __add__(self, other: Any) -> Text:
        return Text((*self.spans, *spans_of(other)))

    def __radd__(self, other: Any) -> Text:
        return Text((*spans_of(other), *self.spans))


def spans_of(piece: Any) -> tuple[Span, ...]:
    """The spans of anything a template may print.

    Raises UndefinedError for an unknown name, TypeError for what cannot be printed.
    """
    spans = getattr(piece, "spans", None)
    if isinstance(spans, tuple):
        return spans
    if isinstance(piece, str):
        return (Span(piece),) if piece else ()
    if isinstance(piece, Undefined):
        str(piece)  # a strict undefined raises here, naming itself
    if isinstance(piece, int) and not isinstance(piece, bool):
        return (Span(str(piece), Source.COUNT),)
    raise TypeError(f"{type(piece).__name__} cannot be printed")


def concat(pieces: Iterable[Any]) -> str | Text:
    """The pieces joined: a plain string if all are, else a Text."""
    pieces = list(pieces)
    if all(isinstance(piece, str) for piece in pieces):
        return "".join(pieces)
    return Text(span for piece in pieces for span in spans_of(piece))
