"""YAML as people mean it: scalars stay as typed, each node knows its place, duplicates and bombs are refused.

Nothing here guesses at types (YAML 1.2 core minus guessing): `9:30`, `no`, `007` reach the caller as the text that was
typed, and the schema of the file says what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from drafting import yamlproblems
from drafting.errors import Fault, UserError, reason
from drafting.i18n import _

MAX_BYTES = 8_000_000
MAX_NODES = 400_000
MAX_DEPTH = 40

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_WIDE = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff…—“”‘’·"
_FOLD = re.compile(f"(?<=[{_WIDE}}}]) (?=[{_WIDE}{{])")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands: file as the person knows it, line and column from 1.

    typed: the text that begins here as it stands in the file, where it goes over lines; "" else.
    """

    file: str
    line: int = 0
    column: int = 0
    typed: str = field(default="", compare=False, repr=False)

    def fault(self, message: str) -> Fault:
        """A fault found here."""
        return Fault(message, self.file, self.line, self.column)

    def at(self, line: int, word: str = "") -> Place:
        """The place of a line (from 1) of the text that begins here; of `word`, where it stands there or below."""
        rows = self.typed.split("\n")
        wanted = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
        for number in range(line, len(rows) + 1) if word else ():
            if found := wanted.search(rows[number - 1]):
                first = self.column if number == 1 else 1
                return Place(self.file, self.line + number - 1, first + found.start())
        return self if line <= 1 else Place(self.file, self.line + line - 1, 1)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed. quoted: it stood in quotation marks or in a block. inner: where its first word stands."""

    text: str
    place: Place
    quoted: bool = False
    inner: Place | None = None

    @property
    def empty(self) -> bool:
        """Nothing was written, or `null` or `~`."""
        return not self.quoted and self.text in ("", "null", "~", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their nodes in the order of the file."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """The node under `key`, or None."""
        return next((node for name, node in self.entries if name.text == key), None)

    def keys(self) -> Iterator[str]:
        """The keys as typed."""
        return (name.text for name, _node in self.entries)


Node = Scalar | Sequence | Mapping


def read_text(path: Path) -> str:
    """The text of a file in UTF-8 (with or without a mark) or GB18030, as older editors save it.

    Half characters are kept, to be told where they stand. Raises UserError if the file cannot be read, is too large,
    or is in neither encoding.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(Fault(_("Cannot read the file: {why}.").format(why=reason(error)), str(path))) from None
    if len(data) > MAX_BYTES:
        raise UserError(Fault(_("The file is larger than {n} bytes.").format(n=MAX_BYTES), str(path)))
    if data.startswith(_UTF_16):
        raise UserError(Fault(_("The file is UTF-16 (“Unicode”); save it as UTF-8."), str(path)))
    data = data.removeprefix(b"\xef\xbb\xbf")
    for encoding, errors in (("utf-8", "strict"), ("utf-8", "surrogatepass"), ("gb18030", "strict")):
        try:
            return data.decode(encoding, errors)
        except UnicodeDecodeError:
            continue
    raise UserError(Fault(_("The file is neither UTF-8 nor GB18030 text."), str(path)))


def read_yaml(path: Path, faults: list[Fault] | None = None) -> Node:
    """The document in the file `path`. Raises UserError as `parse_yaml` does."""
    return parse_yaml(read_text(path), str(path), faults)


def parse_yaml(text: str, file: str, faults: list[Fault] | None = None) -> Node:
    """The document in `text`; an empty one is an empty mapping.

    faults: takes what leaves the rest readable, such as duplicate keys, of which the first stands. Raises UserError
    for what does not (syntax, size, depth); without `faults` for everything.
    """
    if fault := yamlproblems.unreadable_character(text, file):
        raise UserError(fault)
    composer = _Composer(text, file)
    try:
        node = composer.document()
    except yaml.MarkedYAMLError as error:
        raise UserError(yamlproblems.syntax_fault(error, text, file)) from None
    except (yaml.YAMLError, ValueError) as error:
        raise UserError(Fault(_("This is not valid YAML: {why}.").format(why=error), file)) from None
    if composer.faults and faults is None:
        raise UserError(composer.faults)
    if faults is not None:
        faults += composer.faults
    return node


class _Composer:
    """Turns PyYAML's events into nodes, within bounds, collecting duplicate keys and the like.

    Its own composer goes down with the whole process on deep nesting, so ours never asks it to nest.
    """

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self._text = text
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=_Loader))
        self._end = 0  # of the list or mapping that was read last
        self._anchors: dict[str, tuple[Node, int, int]] = {}
        self._nodes = 0
        self._characters = 0

    def document(self) -> Node:
        """The one document of the file."""
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return Mapping((), Place(self.file, 1, 1))
        node = self._node(next(self._events), 0)
        next(self._events)
        further = next(self._events)
        if not isinstance(further, yaml.StreamEndEvent):
            message = _("A second document begins here; a file holds one, so take the line “---” out.")
            self.faults.append(self._place(further).fault(message))
        return node

    def _place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: Any, depth: int) -> Node:
        place = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            return self._aliased(str(event.anchor), place)
        nodes, characters = self._nodes, self._characters
        self._add(1, len(getattr(event, "value", "")), place, depth)
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event, place)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = Sequence(tuple([self._node(item, depth + 1) for item in self._until(yaml.SequenceEndEvent)]), place)
        else:
            node = self._mapping(event, depth, place)
        if event.anchor:
            self._anchors[event.anchor] = node, self._nodes - nodes, self._characters - characters
        return node

    def _add(self, nodes: int, characters: int, place: Place, depth: int = 0) -> None:
        self._nodes += nodes
        self._characters += characters
        if self._nodes > MAX_NODES or self._characters > MAX_BYTES or depth > MAX_DEPTH:
            raise UserError(place.fault(_("Nested too deeply, or too many entries by way of aliases.")))

    def _aliased(self, anchor: str, place: Place) -> Node:
        """A node met before. What it holds is counted again, so a bomb of aliases is out of bounds."""
        if anchor not in self._anchors:
            message = _("“*{name}” refers to nothing above it; a text that begins with * needs quotation marks.")
            raise UserError(place.fault(message.format(name=anchor)))
        node, nodes, characters = self._anchors[anchor]
        self._add(nodes, characters, place)
        return node

    def _until(self, end: type[yaml.Event]) -> Iterator[Any]:
        """The events that begin the nodes of a list or mapping; the reader takes each node's further ones."""
        while not isinstance(event := next(self._events), end):
            yield event
        mark: Any = event.end_mark
        self._end = mark.index

    def _mapping(self, event: Any, depth: int, place: Place) -> Mapping | Scalar:
        """A mapping; a text that begins with {{ and lacks its quotation marks is told and taken as that text."""
        known = len(self.faults)
        entries = self._entries(depth)
        if not self._text.startswith("{{", event.start_mark.index):
            return Mapping(entries, place)
        self.faults[known:] = [place.fault(yamlproblems.unquoted())]
        return Scalar(self._text[event.start_mark.index : self._end], place, quoted=True)

    def _entries(self, depth: int) -> tuple[tuple[Scalar, Node], ...]:
        first: dict[str, int] = {}
        entries = []
        for event in self._until(yaml.MappingEndEvent):
            key, value = self._node(event, depth + 1), self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar) or yamlproblems.UNWRITABLE.search(key.text):
                self.faults.append(key.place.fault(_("A key must be a plain word.")))
            elif key.text in first:
                message = _("“{key}” stands here a second time; the first is in line {line}.")
                self.faults.append(key.place.fault(message.format(key=key.text, line=first[key.text])))
            else:
                first[key.text] = key.place.line
                entries.append((key, value))
        return tuple(entries)

    def _scalar(self, event: Any, place: Place) -> Scalar:
        """A text; where it was wrapped over lines, no blank stays between Chinese characters."""
        text: str = event.value
        if event.end_mark.line == event.start_mark.line:
            return Scalar(text, place, bool(event.style))
        return Scalar(text if event.style == "|" else _FOLD.sub("", text), place, bool(event.style), self._inner(event))

    def _inner(self, event: Any) -> Place:
        """Where the first word of a text over several lines stands, with all of it as typed."""
        place, typed = self._place(event), self._text[event.start_mark.index : event.end_mark.index]
        if event.style in ("|", ">"):
            _head, _break, body = typed.partition("\n")
            blank = re.match(r"(?:[ \t\r]*\n)*", body)
            above = blank.end() if blank else 0
            return Place(self.file, place.line + 1 + body.count("\n", 0, above), 1, body[above:])
        mark = 1 if event.style else 0
        return Place(self.file, place.line, place.column + mark, typed[mark : len(typed) - mark])
