"""A draft becomes the file that goes out; the draft itself is kept, for the day it is drafted again."""

from __future__ import annotations

import os
from pathlib import Path

from drafting.errors import Fault, UserError, reason
from drafting.i18n import _
from drafting.keeping import save_beside, word_file
from drafting.word.finalise import finalise


def finalise_file(file: Path, out: Path | None = None) -> tuple[Path, Path | None]:
    """Write `file` without our marks to `out`, or in its own place; give where it went and where the draft is kept.

    Raises UserError if it cannot be read, is not ours, still has gaps, or `out` is another file that is already there
    or can be no Word file.
    """
    target = word_file(out, file.name) if out is not None else file
    try:
        if target != file and os.path.exists(target) and not target.samefile(file):
            raise UserError(Fault(_("The file is already there and is not overwritten."), str(target)))
        data = finalise(file.read_bytes(), str(file))
    except OSError as error:
        raise UserError(Fault(_("Cannot read the file: {why}.").format(why=reason(error)), str(file))) from None
    return target, save_beside(target, data)
