"""Values written as YAML that people like to read, and that reads back to the letter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_PLAIN = re.compile(r"[^\W_](?:[^:#\s]|:(?! |\Z)| (?![#\s]|\Z)|(?<! )#|[\u3000](?!\Z))*", re.UNICODE)
_WORDS = frozenset(("null", "Null", "NULL", "true", "false", "yes", "no", "on", "off"))
_ODD = re.compile(
    "[^\x20-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff\uf900-\ufefe\uff01-\ufffd\U00010000-\U0010ffff]"
)
INDENT = "  "


def dump(value: Mapping[str, Any], depth: int = 0) -> str:
    """A mapping as YAML in block style, the lines indented by `depth`. Empty lists are written as []."""
    return "\n".join(_mapping(value, depth)) + "\n"


def scalar(text: str) -> str:
    """A text on one line: as it is, or in quotation marks where it would mean something else."""
    if _ODD.search(text):
        return _escaped(text)
    if _PLAIN.fullmatch(text) and text not in _WORDS and not text[-1].isspace():
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _escaped(text: str) -> str:
    """A text in double quotation marks, what could get lost in a file written as codes."""
    marked = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + _ODD.sub(lambda found: _code(found.group()), marked) + '"'


def _code(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _may_be_block(text: str) -> bool:
    """Whether a text of several lines, or of cells that tabs part, can stand as a block.

    None of its lines begins or ends in a blank, and nothing odd stands in them.
    """
    lines = text.split("\n")
    are_plain = all(line == line.strip() and not _ODD.search(line.replace("\t", "")) for line in lines)
    return are_plain and bool(lines[0] and lines[-1])


def _mapping(value: Mapping[str, Any], depth: int) -> Iterator[str]:
    for key, inner in value.items():
        yield from _entry(INDENT * depth + key + ":", inner, depth)


def _entry(head: str, value: Any, depth: int) -> Iterator[str]:
    """The lines of one entry; head: what stands before its value, on the first line."""
    if isinstance(value, str) and ("\n" in value or "\t" in value):
        if not _may_be_block(value):
            yield f"{head} {_escaped(value)}"
            return
        yield f"{head} |-"
        yield from (INDENT * (depth + 1) + line if line else "" for line in value.split("\n"))
    elif isinstance(value, str):
        yield f"{head} {scalar(value)}"
    elif isinstance(value, (bool, int)):
        yield f"{head} {json.dumps(value)}"
    elif not value:
        yield f"{head} []"
    elif isinstance(value, Mapping):
        yield head
        yield from _mapping(value, depth + 1)
    elif _fits_a_line(value):
        yield f"{head} [{', '.join([scalar(entry) for entry in value])}]"
    else:
        yield head
        for entry in value:
            yield from _item(entry, depth + 1)


def _fits_a_line(value: Sequence[Any]) -> bool:
    """Whether a list may stand in brackets: short words without marks that mean something there."""
    return (
        all(isinstance(entry, str) and entry.isalnum() and entry not in _WORDS for entry in value)
        and sum(map(len, value)) <= 40
    )


def _item(entry: Any, depth: int) -> Iterator[str]:
    bullet = INDENT * depth + "-"
    if isinstance(entry, Mapping) and entry:
        lines = list(_mapping(entry, depth + 1))
        yield bullet + " " + lines[0].lstrip(" ")
        yield from lines[1:]
    elif isinstance(entry, Mapping):
        yield bullet + " {}"
    else:
        yield from _entry(bullet, entry, depth)
