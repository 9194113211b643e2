"""Changing a facts file while every other byte of it stays."""

from __future__ import annotations

import json

from drafting.yamlfile import Mapping, Scalar, parse_yaml


def with_reword(text: str, key: str, steps: int) -> str | None:
    """The text of a facts file with `reword: {key: steps}` in it; None if its `reword` is written in one line.

    text: a valid facts file. Lines keep their ends.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    root = parse_yaml(text, "")
    reword = root.get("reword") if isinstance(root, Mapping) else None
    name = json.dumps(key, ensure_ascii=False)
    lines = text.splitlines(keepends=True)
    if not isinstance(reword, Mapping) or not reword.entries:
        if reword is not None:
            return None
        start = "" if not lines or lines[-1].endswith(("\n", "\r")) else end
        return f"{text}{start}reword:{end}  {name}: {steps}{end}"
    first_key, _value = reword.entries[0]
    if _is_flow(lines, reword):
        return None
    value = reword.get(key)
    if isinstance(value, Scalar):
        at = value.place.line - 1
        column = value.place.column - 1
        lines[at] = lines[at][:column] + str(steps) + lines[at][column + len(value.text) :]
    else:
        at = first_key.place.line - 1
        indent = lines[at][: first_key.place.column - 1]
        lines.insert(at, f"{indent}{name}: {steps}{end}")
    return "".join(lines)


def _is_flow(lines: list[str], node: Mapping) -> bool:
    """Whether the mapping is written in braces."""
    return lines[node.place.line - 1][node.place.column - 1] == "{"
