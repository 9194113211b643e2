"""The sidecars of a folder, kept from piling up: one is written each time a file is brought up to date."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

_ID = re.compile(rb">\s*([0-9a-f]{16})\s*<")
_LARGEST = 1_000_000  # bytes of the properties of a document; ours have 500


def drop_stale(folder: Path, kept: int) -> None:
    """Remove sidecars that no .docx beside them needs, but for the latest ones, as many as shall be kept.

    Where that is not certain, as when a file cannot be read, all of them stay.
    """
    try:
        files = [(entry.stat().st_mtime_ns, entry.name) for entry in os.scandir(folder) if entry.name.endswith(".json")]
        if len(files) <= kept:
            return
        needed = {identifier for docx in folder.parent.glob("*.docx") for identifier in _pointed_at(docx)}
        spare = [name for _time, name in sorted(files, reverse=True) if name.removesuffix(".json") not in needed]
        for name in spare[kept:]:
            (folder / name).unlink()
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
        return


def _pointed_at(docx: Path) -> list[str]:
    """What may be the id of a state in a file's own properties, whatever they are called."""
    found: list[str] = []
    if docx.name.startswith(("~$", ".~")):
        return found
    with zipfile.ZipFile(docx) as package:
        for entry in package.infolist():
            if entry.filename.startswith("docProps/") and entry.file_size <= _LARGEST:
                found += [identifier.decode() for identifier in _ID.findall(package.read(entry))]
    return found
