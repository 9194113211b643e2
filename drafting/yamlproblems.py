"""What is wrong with a file that is no YAML, in words for people, with the key under which it stands."""

from __future__ import annotations

import re

import yaml

from drafting.errors import Fault
from drafting.i18n import _

UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Characters that a Word file cannot hold, or that no text has."""

_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEX = re.compile("[0-9A-Fa-f]{4,8}")
_TOP_KEY = re.compile(r"([^\s#\-\[\]{}\"'][^:\n]{0,40}):(?:\s|\Z)")
_UNQUOTED = re.compile(r"(?:[:,\[{]|^ *-) +(?=\{\{)")
_WIDE_COLON = re.compile(r"[ \t]*(?:- +)?[A-Za-z]\w*[ \t]*：")


def unreadable_character(text: str, file: str) -> Fault | None:
    """A fault at the first character that YAML does not allow; None if there is none."""
    bad = _NOT_YAML.search(text)
    if bad is None:
        return None
    line = text.count("\n", 0, bad.start())
    column = bad.start() - text.rfind("\n", 0, bad.start())
    message = _("The character U+{code:04X} is not allowed here.").format(code=ord(bad.group()))
    return _named(Fault(message, file, line + 1, column), text.split("\n"))


def unquoted() -> str:
    """What is wrong with a text that begins with {{ and stands without quotation marks."""
    return _("A text that begins with {mark} needs quotation marks.").format(mark="{{")


def syntax_fault(error: yaml.MarkedYAMLError, text: str, file: str) -> Fault:
    """A fault for what PyYAML could not read."""
    problem = str(error.problem or error)
    is_late = "unexpected end of stream" in problem or "expected ':'" in problem  # it was noticed far behind
    mark = error.context_mark if is_late else error.problem_mark or error.context_mark
    if mark is None:
        return Fault(_("This is not valid YAML: {why}.").format(why=problem), file)
    lines = text.split("\n")
    here = lines[mark.line] if mark.line < len(lines) else ""
    if "expected" in problem and (bare := _UNQUOTED.search(here)):
        return _named(Fault(unquoted(), file, mark.line + 1, bare.end() + 1), lines)
    for number, line in enumerate(lines[: mark.line + 1]):
        if ("mapping values" in problem or "expected" in problem) and (wide := _WIDE_COLON.match(line)):
            message = _("The colon after a key is a half-width one with a blank behind it.")
            return Fault(message, file, number + 1, wide.end())
    fault = Fault(_reason(problem, here[mark.column :]), file, mark.line + 1, mark.column + 1)
    return _named(fault, lines)


def _reason(problem: str, rest: str) -> str:
    """The problem in words. rest: the line from the place on where it was found."""
    found = rest[:1]
    if "nesting depth" in problem:  # libyaml from 0.2.6 on reads no further; an older one leaves it to the caller
        return _("Nested too deeply.")
    if "invalid Unicode" in problem and (code := _HEX.match(rest)):
        return _("The character U+{code:04X} is not allowed here.").format(code=int(code.group(), 16))
    if found == "\t" or "tab character" in problem:
        return _("Indent with blanks, not with a tab.")
    if "cannot start any token" in problem:
        return _("A text that begins with {mark} needs quotation marks.").format(mark=found)
    if "alphabetic or numeric" in problem:
        return _("A text that begins with {mark} needs quotation marks.").format(mark="* &")
    if "mapping values" in problem:
        return _("A text with a colon and a blank in it needs quotation marks.")
    if "expected ':'" in problem:
        return _("Expected “key: value”.")
    if "unexpected end of stream" in problem:
        return _("A quotation mark opens here and is never closed.")
    return _("This is not valid YAML: {why}.").format(why=problem)


def _named(fault: Fault, lines: list[str]) -> Fault:
    """The fault with the key it stands under: the nearest one above that is not indented."""
    for line in reversed(lines[: fault.line]):
        if key := _TOP_KEY.match(line):
            return Fault(f"{key.group(1)}: {fault.message}", fault.file, fault.line, fault.column)
    return fault
