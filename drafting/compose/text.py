"""Text that remembers where it came from, while templates handle it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import Undefined

from drafting.draft import Source, Span
from drafting.errors import UserError
from drafting.i18n import _

MAX_TEXT = 2_000_000  # characters that one template may write


class UnfitError(TypeError):
    """A value that is used for what it does not serve. answer: path of the answer it is, "" for none."""

    def __init__(self, message: str, answer: str = "") -> None:
        super().__init__(message)
        self.answer = answer


class TooMuchError(UserError):
    """A template that loops or writes beyond all bounds."""


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


def spans_of(piece: Any) -> tuple[Span, ...]:
    """The spans of anything a template may print.

    Raises UndefinedError for an unknown name, UnfitError for what cannot be printed.
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
    if path := getattr(piece, "path", ""):
        raise UnfitError(_("“{name}” has entries or parts; print one of them").format(name=path))
    raise UnfitError(_("“{value}” is no text").format(value=piece))


def size_of(piece: Any) -> int:
    """How many characters a piece prints, and never none, so that endless pieces add up."""
    return 1 + (len(piece) if isinstance(piece, str) else sum([len(span.text) for span in spans_of(piece)]))


def concat(pieces: Iterable[Any]) -> str | Text:
    """The pieces joined: a plain string if all are, else a Text. Raises TooMuchError."""
    pieces = list(pieces)
    if sum(map(size_of, pieces)) > MAX_TEXT:
        raise TooMuchError(_("A template writes more than {n} characters.").format(n=MAX_TEXT))
    if all(isinstance(piece, str) for piece in pieces):
        return "".join(pieces)
    return Text(span for piece in pieces for span in spans_of(piece))
