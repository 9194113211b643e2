"""One process at a time: a lock file beside the file that is changed, let go even when its holder is killed."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from drafting.errors import Fault, UserError, reason
from drafting.i18n import _

WAIT = 10.0
"""Seconds after which a lock that another process holds is given up."""

_PAUSE = 0.02
_LEFT = re.compile(r"\.[0-9a-f]{16}\.tmp")
_OLD = 3600.0  # seconds; nobody writes a file for so long


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file, and wait for it as long as another process does; it need not be there yet.

    Raises UserError if the folder cannot be written, or if the other process does not come to an end.
    """
    target = Path(os.path.realpath(path))
    # The name is not made of the file's own: a long Chinese name has no room for more.
    beside = target.with_name(f".{blake2b(target.name.encode('utf-8', 'replace'), digest_size=8).hexdigest()}.lock")
    try:
        handle = _taken(beside, path)
    except OSError as error:
        raise UserError(Fault(_("The file cannot be written: {why}.").format(why=reason(error)), str(path))) from None
    try:
        _sweep(target.parent)
        yield
    finally:
        _let_go(handle, beside)


def _taken(beside: Path, path: Path) -> int:
    """The open lock file, locked."""
    end = time.monotonic() + WAIT
    while True:
        with suppress(PermissionError if sys.platform == "win32" else BlockingIOError):  # it is just being removed
            handle = os.open(beside, os.O_RDWR | os.O_CREAT, 0o666)
            if _try(handle):
                # Whoever held it before has removed it: then another one may lie there already.
                with suppress(FileNotFoundError):
                    if os.path.samestat(os.fstat(handle), os.stat(beside)):
                        return handle
            os.close(handle)
        if time.monotonic() > end:
            message = _("Another command is changing the file; try again when it has ended.")
            raise UserError(Fault(message, str(path)))
        time.sleep(_PAUSE)


if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_go(handle: int, beside: Path) -> None:
        os.close(handle)
        with suppress(OSError):
            beside.unlink()

else:
    import fcntl

    def _try(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks
            return True
        return True

    def _let_go(handle: int, beside: Path) -> None:
        with suppress(OSError):
            beside.unlink()
        os.close(handle)


def _sweep(folder: Path) -> None:
    """Remove what a killed process has left half written in the folder."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if _LEFT.fullmatch(entry.name) and time.time() - entry.stat(follow_symlinks=False).st_mtime > _OLD:
                os.unlink(entry.path)
