"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path

from drafting.errors import Fault, UserError, reason
from drafting.i18n import _


def save(path: Path, data: bytes, check: Callable[[], None] | None = None) -> None:
    """Write `data` to `path`: whoever looks finds the file before or the file after, never a part of one.

    check: called right before the file is replaced; what it raises stops that. Folders on the way are made; a link
    stays one, and a file keeps its mode. Raises UserError if it cannot be written,
    as when it is protected, or Word has it open on Windows.
    """
    path = Path(os.path.realpath(path))
    # The name is not made of `path`'s own: a long Chinese name has no room for more.
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with open(beside, "xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if os.path.exists(path):
                if not os.access(path, os.W_OK):
                    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
                os.chmod(beside, stat.S_IMODE(os.stat(path).st_mode))
            if check:
                check()
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(Fault(_("The file cannot be written: {why}.").format(why=reason(error)), str(path))) from None
