"""Plain text: the encoding is told by trial, since a file does not say it."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.learn.lines import lines_of

if TYPE_CHECKING:
    from drafting.reading.files import Read

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAMPLE = 200_000
# What no text has: control characters, private use, unassigned planes, and the sign for what could not be decoded.
_ODD = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
# In runs, so that there is a match a line and not one a character.
_USUAL = re.compile("[\u4e00-\u9fff\u2010-\u2027\u3000-\u303f\uff00-\uffef\x20-\x7e\n\r\t]+")
_COMMON = re.compile("[的一是不了在有我他這这個个們们為为會会要人和中大上來来到說说國国就以時时可工作，。、]")
_MOST_ODD, _SOME_ODD = 0.02, 2
_KINDS = ((b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"Rar!", "RAR"), (b"7z\xbc\xaf", "7z"))


def read_text(data: bytes, name: str) -> Read:
    """The lines of a text file. Raises UserError for what is no text."""
    return lines_of(decoded(data, name)), [], False


def decoded(data: bytes, name: str) -> str:
    """The text of a file: by its byte order mark, else UTF-8, UTF-16, GB18030 or Big5, whichever it is throughout.

    Raises UserError for what is no text, with the kind of file where it is a common one.
    """
    for start, kind in _KINDS:
        if data.startswith(start):
            message = _("This is a {kind} file. Copy its text into a Word or text file first.")
            raise UserError(Fault(message.format(kind=kind), name))
    text = _tried(data)
    if text is None:
        message = _("This is no text file: it is neither UTF-8 nor UTF-16 nor GB18030 nor Big5.")
        raise UserError(Fault(message, name))
    return text


def _tried(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").lstrip("\ufeff")
    if b"\x00" in data[:_SAMPLE]:
        wide = [data[: len(data) // 2 * 2].decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be")]
        best = max(wide, key=lambda text: _usual(text[:_SAMPLE]))
        return best if is_text(best) else None
    for encoding in ("utf-8", "gb18030", "big5hkscs"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if is_text(text) and (encoding != "gb18030" or not _is_big5(data, text)):
            return text
    return _damaged(data)


def _is_big5(data: bytes, text: str) -> bool:
    """Whether a file that can be read as GB18030 too is one of Taiwan or Hong Kong: usual characters tell it."""
    other = data[:_SAMPLE].decode("big5hkscs", "ignore")
    return _common(other) > 2 * _common(text[: len(other)]) and is_text(other)


def _common(text: str) -> int:
    """How many characters of a text are such as stand in every Chinese one."""
    return len(_COMMON.findall(text))


def _damaged(data: bytes) -> str | None:
    """A text with some broken characters, as downloads have them: shown as � and kept."""
    texts = [data.decode(encoding, "replace") for encoding in ("utf-8", "gb18030")]
    best = min(texts, key=lambda text: text.count("\ufffd"))
    return best if is_text(best) else None


def is_text(text: str) -> bool:
    """Whether a text is one, by the characters that it is made of: Chinese, its punctuation, ASCII."""
    sample = text[:_SAMPLE]
    return len(_ODD.findall(sample)) <= max(_SOME_ODD, _MOST_ODD * len(sample)) and 2 * _usual(sample) >= len(sample)


def _usual(text: str) -> int:
    """How many characters of a text are such as texts are made of."""
    return sum(map(len, _USUAL.findall(text)))
