"""Small changes to .docx files, as other programs and people make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable


def parts(data: bytes) -> dict[str, str]:
    """The parts of a package as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def document(data: bytes) -> str:
    """The part that holds the text."""
    return parts(data)["word/document.xml"]


def repacked(changed: dict[str, str]) -> bytes:
    """A package of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in changed.items():
            package.writestr(name, text)
    return out.getvalue()


def edited(data: bytes, change: Callable[[str], str], part: str = "word/document.xml") -> bytes:
    """The package with one part changed."""
    found = parts(data)
    found[part] = change(found[part])
    return repacked(found)
