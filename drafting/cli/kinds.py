"""Files given where another kind belongs: the person is told which command takes them."""

from __future__ import annotations

from pathlib import Path

from drafting.errors import Fault, UserError
from drafting.i18n import _

_WORD = (".docx", ".docm", ".doc", ".wps", ".odt", ".rtf")
_FACTS = (".yaml", ".yml")


def is_word_file(path: Path) -> bool:
    """Whether a file is a text to be read in Word, by its name."""
    return path.suffix.lower() in _WORD


def is_facts_file(path: Path) -> bool:
    """Whether a file is a facts file, by its name."""
    return path.suffix.lower() in _FACTS


def refuse_word_file(path: Path, command: str) -> None:
    """Raise UserError where a Word file is given for a facts file. command: what may have been meant."""
    if is_word_file(path):
        message = _("This is a Word file; a facts file (.yaml) belongs here. You may have meant: {command}")
        raise UserError(Fault(message.format(command=command), str(path)))


def refuse_facts_file(path: Path, command: str) -> None:
    """Raise UserError where a facts file is given for a Word file. command: what may have been meant."""
    if is_facts_file(path):
        message = _("This is a facts file; a Word file (.docx) belongs here. You may have meant: {command}")
        raise UserError(Fault(message.format(command=command), str(path)))
