"""YAML as people mean it: scalars stay as typed, each node knows its place, duplicates and bombs are refused.

Nothing here guesses at types (YAML 1.2 core minus guessing): `9:30`, `no`, `007` reach the caller as the text that was
typed, and the schema of the file says what they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from drafting.errors import Fault, UserError
from drafting.i18n import _

MAX_BYTES = 8_000_000
MAX_NODES = 400_000
MAX_DEPTH = 40

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands: file as the person knows it, line and column from 1."""

    file: str
    line: int = 0
    column: int = 0

    def fault(self, message: str) -> Fault:
        """A fault found here."""
        return Fault(message, self.file, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed. quoted: it stood in quotation marks or in a block; block: it stood in a block (`|`, `>`)."""

    text: str
    place: Place
    quoted: bool = False
    block: bool = False

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

    Raises UserError if the file cannot be read, is too large, or is in neither encoding.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UserError(Fault(_("The file is larger than {n} bytes.").format(n=MAX_BYTES), str(path)))
        data = path.read_bytes()
    except OSError as error:
        raise UserError(Fault(_("Cannot read the file: {why}.").format(why=error.strerror), str(path))) from None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError(Fault(_("The file is neither UTF-8 nor GB18030 text."), str(path)))


def read_yaml(path: Path, name: str | None = None) -> Node:
    """The document in the file `path`, called `name` in messages.

    Raises UserError with every fault found: syntax, duplicate keys, size, depth.
    """
    return parse_yaml(read_text(path), name or str(path))


def parse_yaml(text: str, file: str) -> Node:
    """The document in `text`; an empty one is an empty mapping. Raises UserError as `read_yaml` does."""
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        raise UserError(place.fault(_("This is not valid YAML: {why}.").format(why=error.problem))) from None
    except (yaml.YAMLError, ValueError) as error:
        why = str(getattr(error, "reason", error)).splitlines()[0]
        raise UserError(_reader_fault(text, file, why)) from None
    except RecursionError:
        raise UserError(Fault(_("Nested too deeply."), file)) from None
    if root is None:
        return Mapping((), Place(file, 1, 1))
    converter = _Converter(file)
    node = converter.convert(root, 0)
    if converter.faults:
        raise UserError(converter.faults)
    return node


def _reader_fault(text: str, file: str, why: str) -> Fault:
    """A fault at the first character that YAML does not allow."""
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if not (character.isprintable() or character.isspace() or ord(character) > 0xFFFF) or ord(character) < 9:
                message = _("The character U+{code:04X} is not allowed here.").format(code=ord(character))
                return Fault(message, file, number, column)
    return Fault(_("This is not valid YAML: {why}.").format(why=why), file)


class _Converter:
    """Turns PyYAML's nodes into ours, within bounds, collecting duplicate keys."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self._count = 0

    def convert(self, node: yaml.Node, depth: int) -> Node:
        place = Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)
        self._count += 1
        # Aliases are followed, so a bomb or a circle shows as a count or a depth out of bounds.
        if self._count > MAX_NODES or depth > MAX_DEPTH:
            raise UserError(place.fault(_("Nested too deeply, or too many entries by way of aliases.")))
        if isinstance(node, yaml.ScalarNode):
            return Scalar(node.value, place, bool(node.style), node.style in ("|", ">"))
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple([self.convert(item, depth + 1) for item in node.value]), place)
        return Mapping(self._entries(node, depth), place)

    def _entries(self, node: yaml.Node, depth: int) -> tuple[tuple[Scalar, Node], ...]:
        seen: dict[str, Place] = {}
        entries = []
        for key_node, value_node in node.value:
            key = self.convert(key_node, depth + 1)
            if not isinstance(key, Scalar):
                self.faults.append(key.place.fault(_("A key must be a plain word.")))
                continue
            if key.text in seen:
                message = _("“{key}” stands here a second time; the first is in line {line}.")
                self.faults.append(key.place.fault(message.format(key=key.text, line=seen[key.text].line)))
                continue
            seen[key.text] = key.place
            entries.append((key, self.convert(value_node, depth + 1)))
        return tuple(entries)
