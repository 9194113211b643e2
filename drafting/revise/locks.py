"""Whether a program has a document open: each leaves a small hidden file beside it while it does."""

from __future__ import annotations

import os
from pathlib import Path


def locked_by(path: Path) -> Path | None:
    """The file that says that `path` is open in Word, WPS or LibreOffice; None if there is none."""
    return next((lock for lock in _locks(path) if os.path.lexists(lock)), None)


def _locks(path: Path) -> list[Path]:
    """Word puts `~$` in the place of the first two characters of a long name and before a short one."""
    name = path.name
    owners = [f"~${name[dropped:]}" for dropped in (2, 1, 0)]
    return [path.with_name(lock) for lock in (*owners, f".~lock.{name}#", f".~{name}")]
