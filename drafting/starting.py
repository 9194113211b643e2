"""A new outline begun from one that is there."""

from __future__ import annotations

import re
from pathlib import Path

from drafting.errors import Fault, UserError, reason
from drafting.i18n import _
from drafting.library import Library
from drafting.yamlfile import read_text

_NAME = re.compile(r"\w[\w-]*")


def start_outline(name: str, like: str, folder: Path) -> Path:
    """Put a copy of the outline `like` into the folder's outlines/ under `name`, and give where it lies.

    The templates stay where they are: the copy names them until its author writes others.
    Raises UserError for a name that no file can have, an unknown outline, or a file that is already there.
    """
    if not _NAME.fullmatch(name):
        raise UserError(_("“{name}” is no name for an outline; use letters, digits, _ and -.").format(name=name))
    text = read_text(Library.around(folder).outline(like))
    target = folder / "outlines" / f"{name}.yaml"
    target.parent.mkdir(exist_ok=True)
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise UserError(Fault(_("The file is already there and is not overwritten."), str(target))) from None
    except OSError as error:
        raise UserError(Fault(_("The file cannot be written: {why}.").format(why=reason(error)), str(target))) from None
    return target
