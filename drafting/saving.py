"""Facts files opened to be changed: saved whole, in their own encoding, and never over somebody else's changes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from drafting.errors import Fault, UserError, reason
from drafting.i18n import _
from drafting.locking import locked
from drafting.storage import save
from drafting.yamlfile import read_text

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was read. text: without the mark some editors put first; data: the bytes on disk."""

    path: Path
    text: str
    data: bytes
    encoding: str


def open_text(path: Path) -> Opened:
    """A text file with what is needed to save it again. Raises UserError as `read_text` does."""
    text = read_text(path)
    with suppress(OSError):
        data = path.read_bytes()
        for encoding in ("utf-8-sig" if data.startswith(_MARK) else "utf-8", "gb18030"):
            with suppress(UnicodeError):
                if data.decode(encoding) == text:
                    return Opened(path, text, data, encoding)
    raise UserError(_changed_meanwhile(path))


def save_text(opened: Opened, text: str) -> Opened:
    """Save another text in the place of the one that was read, and give the file as it is then.

    Whoever looks finds the file before or the file after. Raises UserError if somebody else has changed the file since
    it was read, or if it cannot be written; then it stays as it is.
    """
    if text == opened.text:
        return opened
    # A link stays one: what it points to is saved.
    target = opened.path.resolve()
    try:
        data = text.encode(opened.encoding)
    except UnicodeError:
        raise UserError(Fault(_("Half a character cannot be written."), str(opened.path))) from None
    with locked(target):
        _check_same(opened, target)
        save(target, data)
    return Opened(opened.path, text, data, opened.encoding)


def _check_same(opened: Opened, target: Path) -> None:
    """Raise UserError if the file is not as it was read."""
    try:
        is_same = target.read_bytes() == opened.data
    except OSError as error:
        message = _("The file cannot be written: {why}.").format(why=reason(error))
        raise UserError(Fault(message, str(opened.path))) from None
    if not is_same:
        raise UserError(_changed_meanwhile(opened.path))


def _changed_meanwhile(path: Path) -> Fault:
    message = _("Somebody has changed the file since it was read, so it is not overwritten; open it again.")
    return Fault(message, str(path))
