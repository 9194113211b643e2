"""Changing a facts file while every other byte of it stays."""

from __future__ import annotations

import json
import re

from drafting.errors import UserError
from drafting.facts.read import plain
from drafting.yamlfile import Mapping, Scalar, parse_yaml

_PLAIN = re.compile(r"[a-z_]+(-\d+)?")  # needs no quotation marks, and reads better without


def with_reword(text: str, key: str, steps: int) -> str | None:
    """The text of a facts file with `reword: {key: steps}` in it; None where it is written so that this is not safe.

    text: a valid facts file. Lines keep their ends.
    """
    root = parse_yaml(text, "")
    reword = root.get("reword") if isinstance(root, Mapping) else None
    if reword is None:
        changed = _appended(text, key, steps)
    elif isinstance(reword, Mapping) and reword.entries:
        changed = _within(text, reword, key, steps)
    else:
        return None
    wanted = plain(root)
    wanted["reword"] = {**(wanted.get("reword") or {}), key: str(steps)}
    try:
        return changed if plain(parse_yaml(changed, "")) == wanted else None
    except UserError:
        return None  # braces, an alias, an end mark: what stands around it makes another file of it


def _appended(text: str, key: str, steps: int) -> str:
    """The text with `reword` behind all else."""
    end = _line_end(text)
    start = "" if not text or text.endswith(("\n", "\r")) else end
    return f"{text}{start}reword:{end}  {_quoted(key)}: {steps}{end}"


def _within(text: str, reword: Mapping, key: str, steps: int) -> str:
    """The text with the steps in the place of those that stand there, or on a line of their own before the first."""
    lines = text.splitlines(keepends=True)
    value = reword.get(key)
    if isinstance(value, Scalar):
        at, column = value.place.line - 1, value.place.column - 1
        lines[at] = lines[at][:column] + str(steps) + lines[at][column + len(value.text) :]
    else:
        first, _value = reword.entries[0]
        at = first.place.line - 1
        indent = lines[at][: first.place.column - 1]
        lines.insert(at, f"{indent}{_quoted(key)}: {steps}{_line_end(text)}")
    return "".join(lines)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _quoted(key: str) -> str:
    return key if _PLAIN.fullmatch(key) else json.dumps(key, ensure_ascii=False)
