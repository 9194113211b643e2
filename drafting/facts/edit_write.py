"""Answers as YAML text that is read back exactly: plain where that is safe, else quoted; several lines as a block."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_FIRST = r"(?:[^\W_]|-(?=[0-9])|[“‘《〈（「『【〔—…①-⑳])"
_PLAIN = re.compile(rf"{_FIRST}(?:[^\s:#]|:(?=\S)|(?<=\S)#|[ \u3000](?=[^\s#]|\Z))*(?<![ :])")
_BAD_IN_FLOW = re.compile(r"[,\[\]{}]|(?<![0-9]):|:(?![0-9])")
_EMPTY = {"null", "~", "Null", "NULL"}
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_NO_BLOCK = re.compile("[^\n\t -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
WIDEST = 100  # characters of a row in braces; a longer one is easier to read in lines


@dataclass(frozen=True, slots=True)
class Hand:
    """How a file is written. end: of its lines; step: blanks a level; dash: blanks before the “-” under a key."""

    end: str = "\n"
    step: int = 2
    dash: int = 2

    def block(self, value: Any, column: int) -> str:
        """A value that begins at `column` (from 0), further lines indented to it; no line end behind it."""
        if isinstance(value, dict) and value:
            lines = [name(key) + ":" + self.behind(inner, column) for key, inner in value.items()]
        elif isinstance(value, list) and value:
            lines = ["-" + self.item(inner, column) for inner in value]
        else:
            return inline(value)
        return (self.end + " " * column).join(lines)

    def behind(self, value: Any, column: int) -> str:
        """What stands behind the colon of a key that begins at `column`, its blank or line end included."""
        if value is None:
            return ""
        if isinstance(value, (dict, list)) and value:
            inner = column + (self.dash if isinstance(value, list) else self.step)
            return self.end + " " * inner + self.block(value, inner)
        return " " + self.text(value, column + self.step)

    def text(self, value: Any, column: int, style: str = "") -> str:
        """A text: on one line, or as a block whose lines begin at `column`."""
        if not isinstance(value, str) or not fits_block(value):
            return inline(value, style)
        body = value.removesuffix("\n")
        mark = "|" if body != value else "|-"
        lines = (" " * column + line if line else "" for line in body.split("\n"))
        return self.end.join((mark, *lines))

    def item(self, value: Any, column: int) -> str:
        """What stands behind the dash of an entry whose dash stands at `column`."""
        if value is None:
            return ""
        if isinstance(value, (dict, list)):
            return " " + self.block(value, column + 2)
        return " " + self.text(value, column + 2)


def fits_block(text: str) -> bool:
    """Whether a text of several lines can stand as a block and is read back exactly."""
    body = text.removesuffix("\n")
    ends_well = bool(body) and not body.endswith("\n") and bool(body.rpartition("\n")[2].strip(" "))
    return "\n" in body and ends_well and body[0] not in " \n\t" and not _NO_BLOCK.search(text)


def is_one_line(value: Any) -> bool:
    """Whether nothing in the value needs several lines."""
    if isinstance(value, str):
        return "\n" not in value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return all(is_one_line(one) for one in inner)


def inline(value: Any, style: str = "", flow: bool = False) -> str:
    """A value on one line. style: quotation mark to keep, "" for none; flow: it stands inside braces."""
    if isinstance(value, dict):
        return _within("{}", value.items(), lambda pair: f"{name(pair[0])}: {inline(pair[1], flow=True)}")
    if isinstance(value, list):
        return _within("[]", value, lambda one: inline(one, flow=True))
    if value is None:
        return "null"
    return _scalar(str(value), style, flow)


def _scalar(text: str, style: str, flow: bool) -> str:
    if style == '"' or _ESCAPED.search(text) or any(ord(char) < 32 for char in text):
        return _double(text)
    is_plain = _PLAIN.fullmatch(text) and text not in _EMPTY and not (flow and _BAD_IN_FLOW.search(text))
    return text if is_plain and style != "'" else "'" + text.replace("'", "''") + "'"


def name(key: str) -> str:
    """A key."""
    return key if _NAME.fullmatch(key) and key not in _EMPTY else _double(key)


def _within(braces: str, values: Any, write: Callable[[Any], str]) -> str:
    return braces[0] + ", ".join([write(value) for value in values]) + braces[1]


def _double(text: str) -> str:
    escaped = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", escaped)
