"""The text of a YAML file as pieces that know where they begin and end, to be changed in place.

Aliases are leaves here, so what an alias stands for is never changed by way of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAIL = re.compile(r"(?:(?:\r\n|\r|\n)[ \t]*)+\Z")
_LAST_BREAK = re.compile(r"(?:\r\n|\r|\n)\Z")


class Kind(Enum):
    """What a piece is."""

    SCALAR = auto()
    LIST = auto()
    MAP = auto()
    ALIAS = auto()


@dataclass(slots=True)
class Piece:
    """A node in the text. start, end: offsets of its content, without blanks and comments around it.

    style: the mark a scalar is written with ("", ', ", |, >). flow: a collection in braces.
    """

    kind: Kind
    start: int
    end: int
    style: str = ""
    flow: bool = False
    entries: list[Entry] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Nothing was written."""
        return self.start == self.end

    @property
    def is_block_text(self) -> bool:
        """A text in lines of its own, after | or >."""
        return self.style in ("|", ">")

    @property
    def is_block(self) -> bool:
        """A list or mapping in lines of its own."""
        return self.kind in (Kind.LIST, Kind.MAP) and not self.flow

    def find(self, step: str | int) -> Entry | None:
        """The entry of that key, or at that place (from 1); None if there is none."""
        if isinstance(step, int):
            inside = self.kind is Kind.LIST and 0 < step <= len(self.entries)
            return self.entries[step - 1] if inside else None
        return next((entry for entry in self.entries if self.kind is Kind.MAP and entry.key == step), None)


@dataclass(slots=True)
class Entry:
    """An entry of a list or mapping. start: of its key, its dash, or in braces its value.

    behind: the offset behind the colon or dash; where the value begins, if there is neither.
    """

    start: int
    behind: int
    value: Piece
    key: str = ""

    @property
    def end(self) -> int:
        """Behind all of it."""
        return self.behind if self.value.empty else self.value.end


def pieces(text: str) -> Piece | None:
    """The pieces of a valid document; None for one without content."""
    return _Builder(text).document()


class _Builder:
    def __init__(self, text: str) -> None:
        self._text = text
        self._events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
        self._dashes: list[int] = []
        self._colons: list[int] = []
        for token in yaml.scan(text, Loader=_Loader):
            if isinstance(token, yaml.BlockEntryToken):
                self._dashes.append(token.start_mark.index)
            elif isinstance(token, yaml.ValueToken):
                self._colons.append(token.end_mark.index)

    def document(self) -> Piece | None:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                piece = self._piece(next(self._events))
                return None if piece.empty else piece
        return None

    def _piece(self, event: Any) -> Piece:
        start: int = event.start_mark.index
        end: int = event.end_mark.index
        if isinstance(event, yaml.AliasEvent):
            return Piece(Kind.ALIAS, start, end)
        if isinstance(event, yaml.ScalarEvent):
            return Piece(Kind.SCALAR, start, self._end_of_text(event), event.style or "")
        kind = Kind.LIST if isinstance(event, yaml.SequenceStartEvent) else Kind.MAP
        piece = Piece(kind, start, end, flow=bool(event.flow_style))
        piece.end = self._fill(piece)
        return piece

    def _fill(self, piece: Piece) -> int:
        """Take the entries of a list or mapping; give where its content ends."""
        event: Any = next(self._events)
        while not isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            piece.entries.append(self._item(event, piece) if piece.kind is Kind.LIST else self._pair(event))
            event = next(self._events)
        closing: Any = event
        return int(closing.end_mark.index) if piece.flow or not piece.entries else piece.entries[-1].end

    def _end_of_text(self, event: Any) -> int:
        """Behind a text; the empty lines below a block are not of it, unless its mark keeps them (|+)."""
        start: int = event.start_mark.index
        end: int = event.end_mark.index
        if event.style not in ("|", ">"):
            return end
        typed = self._text[start:end]
        keeps = "+" in typed.splitlines()[0].partition("#")[0]
        return start + len((_LAST_BREAK if keeps else _TAIL).sub("", typed))

    def _item(self, event: Any, within: Piece) -> Entry:
        value = self._piece(event)
        if within.flow:
            return Entry(value.start, value.start, value)
        dash = self._dashes[bisect_left(self._dashes, value.start) - 1]
        return Entry(dash, dash + 1, value)

    def _pair(self, event: Any) -> Entry:
        key = self._piece(event)
        value = self._piece(next(self._events))
        place = bisect_left(self._colons, key.end + 1)
        colon = self._colons[place] if place < len(self._colons) else value.start
        return Entry(key.start, min(colon, value.start), value, str(event.value) if key.kind is Kind.SCALAR else "")
