"""Files that stand in the way are set aside, never overwritten."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from drafting.errors import Fault, UserError
from drafting.i18n import _


def keep(file: Path) -> Path:
    """Set `file` aside as NAME.bak1.docx, .bak2 … beside it, and give that name. Raises UserError if it cannot be."""
    for number in count(1):
        kept = file.with_name(f"{file.stem}.bak{number}{file.suffix}")
        if not kept.exists():
            break
    try:
        file.rename(kept)
    except OSError as error:
        message = _("The file that is there cannot be set aside: {why}.").format(why=error.strerror)
        raise UserError(Fault(message, str(file))) from None
    return kept
