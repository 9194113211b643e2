"""A draft becomes the file that goes out; the draft itself is kept, for the day it is drafted again."""

from __future__ import annotations

from pathlib import Path

from drafting.errors import Fault, UserError, reason
from drafting.i18n import _
from drafting.keeping import save_beside
from drafting.word.finalise import finalise


def finalise_file(file: Path, out: Path | None = None) -> tuple[Path, Path | None]:
    """Write `file` without our marks to `out`, or in its own place; give where it went and where the draft is kept.

    Raises UserError if it cannot be read, still has gaps, or `out` is another file that is already there.
    """
    target = out or file
    if out is not None and out.exists() and not (file.exists() and out.samefile(file)):
        raise UserError(Fault(_("The file is already there and is not overwritten."), str(out)))
    try:
        data = finalise(file.read_bytes(), str(file))
    except OSError as error:
        raise UserError(Fault(_("Cannot read the file: {why}.").format(why=reason(error)), str(file))) from None
    return target, save_beside(target, data)
