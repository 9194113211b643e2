"""Files that stand in the way are set aside, never overwritten."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

from drafting.errors import Fault, UserError, reason
from drafting.i18n import _
from drafting.storage import save


def word_file(wanted: Path, name: str) -> Path:
    """Where a Word file called `name` goes if `wanted` is asked for: into that folder, or to that very name.

    Raises UserError if no .docx can lie there.
    """
    file = wanted / name if os.path.isdir(wanted) else wanted
    if file.suffix.lower() != ".docx":
        raise UserError(Fault(_("The draft is a Word file; its name must end in .docx."), str(file)))
    if not os.path.isdir(file.parent):
        raise UserError(Fault(_("There is no folder “{name}”.").format(name=file.parent), str(file)))
    return file


def save_beside(
    file: Path, data: bytes, folder: Path | None = None, check: Callable[[], None] | None = None
) -> Path | None:
    """Write `data` to `file`, and give where what was there before is now; None if there was nothing.

    folder: where that goes, beside the file if None. check: called right before the file is
    replaced. Raises UserError if it cannot be done; then what was there is there still.
    """
    kept = keep(file, folder) if os.path.exists(file) else None
    try:
        save(file, data, check)
    except UserError:
        if kept:
            kept.unlink()
        raise
    return kept


def put_back(file: Path, kept: Path | None) -> None:
    """Make a write undone: what was kept is `file` again, or there is none."""
    if kept:
        os.replace(kept, file)
    else:
        file.unlink(missing_ok=True)


def keep(file: Path, folder: Path | None = None) -> Path:
    """Copy `file` to NAME.bak1.docx, .bak2 … and give that name. Raises UserError if it cannot be.

    It is a copy, so that there is a file under its own name at every moment.
    """
    import shutil

    folder = folder or file.parent
    for number in count(1):
        kept = folder / f"{file.stem}.bak{number}{file.suffix}"
        if not kept.exists():
            break
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, kept)
    except OSError as error:
        message = _("The file that is there cannot be set aside: {why}.").format(why=reason(error))
        raise UserError(Fault(message, str(file))) from None
    return kept
