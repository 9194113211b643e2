"""Which reader a file needs is told by its first bytes, not by its name, which often lies."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from drafting.chinese.script import has_han
from drafting.errors import Fault, UserError, reason
from drafting.i18n import _
from drafting.learn import Line, Removed, Speech, recognise
from drafting.reading.text import is_text
from drafting.yamlproblems import UNWRITABLE

MAX_FILE = 50_000_000
MAX_CHARACTERS = 1_000_000  # a thousand short speeches, which take longer than one long one: five seconds
MAX_LINES = 30_000
MAX_LINE = 1_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OURS = (".yaml", ".yml")
_HTML_NAMES = (".htm", ".html", ".xhtml", ".shtml")
_TAG = re.compile(rb"</?(?:p|br|div|span|strong|font|h[1-6])\b[^<>]{0,400}>", re.IGNORECASE)
_SAMPLE = 20_000
_MAILED = re.compile(rb"\A\s*(?:[\w-]+: .*\r?\n(?:[ \t].*\r?\n)*)*?MIME-Version: 1\.0", re.IGNORECASE)
_PAGES = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<meta", b"<div", b"<p>")

Read = tuple[list[Line], list[Removed], bool]
"""Lines of a file, what was left out while reading, and whether the lines are paragraphs by the word of the file."""


def read_speeches(path: Path) -> list[Speech]:
    """The speeches of a file, at least one.

    Raises UserError, with what can be done about it, for a file that is too large, cannot be read, or holds no
    Chinese text.
    """
    name = str(path)
    if path.suffix.lower() in _OURS and path.is_file():
        raise UserError(Fault(_("This is an outline, a facts file or the like (YAML), and no speech."), name))
    lines, removed, sure = _reader(path, data := _bytes(path, name))(data, name)
    lines = [line for line in map(_writable, lines) if line.text]
    if max((len(line.text) for line in lines), default=0) > MAX_LINE:
        message = _("The file holds a paragraph of more than {n} characters; that is no speech.")
        raise UserError(Fault(message.format(n=MAX_LINE), name))
    if sum(len(line.text) for line in lines) > MAX_CHARACTERS:
        message = _("The file holds more than {n} million characters; a speech has some thousand.")
        raise UserError(Fault(message.format(n=MAX_CHARACTERS // 1_000_000), name))
    if len(lines) > MAX_LINES:
        message = _("The file holds more than {n} lines; a speech has some hundred.")
        raise UserError(Fault(message.format(n=MAX_LINES), name))
    if not any(has_han(line.text) for line in lines):
        raise UserError(Fault(_("There is no Chinese text in the file."), name))
    if not is_text("\n".join([line.text for line in lines])):
        raise UserError(Fault(_("What stands in the file is no text that can be read."), name))
    speeches = recognise(lines, sure=sure, removed=removed)
    if not speeches:
        raise UserError(Fault(_("There is no speech in the file; all of it looks like the words of a site."), name))
    return speeches


def _writable(line: Line) -> Line:
    """A line without the characters that no file of ours can hold, and nobody sees."""
    if line.text.isprintable() or not UNWRITABLE.search(line.text):
        return line
    return line._replace(text=UNWRITABLE.sub("", line.text).strip())


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise UserError(Fault(_("This is no ordinary file."), name))
        if path.stat().st_size > MAX_FILE:
            raise UserError(Fault(_("The file is larger than {n} MB.").format(n=MAX_FILE // 1_000_000), name))
        data = path.read_bytes()
    except OSError as error:
        raise UserError(Fault(_("Cannot read the file: {why}.").format(why=reason(error)), name)) from None
    if not data.strip():
        raise UserError(Fault(_("The file is empty."), name))
    return data


def _read_mailed(data: bytes, name: str) -> Read:
    """The lines of a web page saved with its pictures in one file (.mht), as office systems do it, even as .doc."""
    from email import message_from_bytes

    from drafting.reading.html import read_html

    with suppress(RecursionError, LookupError, ValueError):  # parts in parts in parts
        for part in message_from_bytes(data).walk():
            page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
            if isinstance(page, bytes) and page.strip():
                return read_html(page, name)
    raise UserError(Fault(_("The web page cannot be read."), name))


def _is_source(sample: bytes) -> bool:
    """Whether a text is the source of a web page, as it is pasted from an editor: its lines end in tags."""
    if b">" not in sample:
        return False
    lines = [line for line in sample.splitlines() if line.strip()]
    return 2 * len(_TAG.findall(sample)) > len(lines) > 0


def _reader(path: Path, data: bytes) -> Callable[[bytes, str], Read]:
    """The reader for a file; the libraries it needs are loaded with it."""
    if data.startswith(b"PK"):
        from drafting.reading.word import read_docx

        return read_docx
    if data.startswith(_OLE):
        from drafting.reading.old_word import read_old_word

        return read_old_word
    if data.startswith(b"{\\rtf"):
        from drafting.reading.old_word import read_rtf

        return read_rtf
    from drafting.reading.text import read_text

    if _MAILED.search(data[:_SAMPLE]):
        return _read_mailed
    head = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if path.suffix.lower() in _HTML_NAMES or head.startswith(_PAGES) or _is_source(data[:_SAMPLE]):
        from drafting.reading.html import read_html

        return read_html
    return read_text
