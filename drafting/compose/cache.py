"""Compiled templates kept between runs, as Python keeps its bytecode.

An outline that was found without fault need not be checked again until its text, a template of it or this program
changes. The cache lies in the person's own cache folder; without one, everything works, only slower.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from types import CodeType
from typing import NamedTuple

import jinja2

from drafting import __version__
from drafting.errors import UserError
from drafting.library import Library
from drafting.yamlfile import read_text

Codes = dict[tuple[str, str], CodeType]  # (name of the template file or "", its text) -> what Jinja made of it
_DIGEST = 16


class Kept(NamedTuple):
    """What is kept of an outline without fault.

    texts: of its template files, included ones too, by name; files: where they lie. steering: paths of answers that
    templates compare (`steps.topic`). matched: those that name entries of another table, with the column of the names.
    """

    codes: Codes
    texts: Mapping[str, str]
    files: Mapping[str, Path]
    steering: frozenset[str]
    matched: frozenset[tuple[str, str]] = frozenset()


def load_kept(outline_path: Path, outline_text: str, library: Library) -> Kept | None:
    """What was kept of this outline, if nothing of it has changed since; None otherwise."""
    try:
        data = _cache_file(outline_path).read_bytes()
        if blake2b(data[_DIGEST:], digest_size=_DIGEST).digest() != data[:_DIGEST]:
            return None
        mark, names, codes, *paths = marshal.loads(data[_DIGEST:])
        files = {name: library.template(name) for name in names}
        texts = {name: read_text(file) for name, file in files.items()}
        return Kept(codes, texts, files, *paths) if mark == _mark(outline_text, texts) else None
    except (OSError, ValueError, EOFError, TypeError, RuntimeError, UserError):
        return None  # RuntimeError: a person without a home


def save_kept(outline_path: Path, outline_text: str, kept: Kept) -> None:
    """Keep what was made of an outline without fault."""
    paths = (kept.steering, kept.matched)
    data = marshal.dumps((_mark(outline_text, kept.texts), list(kept.texts), kept.codes, *paths))
    try:
        target = _cache_file(outline_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_suffix(f".{os.getpid()}")
        beside.write_bytes(blake2b(data, digest_size=_DIGEST).digest() + data)
        beside.replace(target)
    except (OSError, RuntimeError):
        return  # a folder that cannot be written, or found, costs time, nothing else


def _mark(outline_text: str, texts: Mapping[str, str]) -> bytes:
    """Tells one state of an outline, its templates and the program from another."""
    mark = blake2b(digest_size=_DIGEST)
    for piece in (*_program(), outline_text, *(piece for pair in texts.items() for piece in pair)):
        mark.update(piece.encode("utf-8", "surrogatepass") + b"\0")
    return mark.digest()


def _program() -> Iterable[str]:
    """The versions of all that has a part in checking and compiling."""
    yield from (__version__, jinja2.__version__, sys.version)
    for room in ("compose", "outline"):
        with os.scandir(Path(__file__).parent.parent / room) as files:
            yield from sorted(f"{file.name}{file.stat().st_mtime_ns}" for file in files if file.name.endswith(".py"))


def _cache_file(outline_path: Path) -> Path:
    name = blake2b(str(outline_path.resolve()).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return _cache_folder() / f"{name}.codes"


def _cache_folder() -> Path:
    """Where programs of this system keep what they can make anew; DRAFTING_CACHE names another folder."""
    if own := os.environ.get("DRAFTING_CACHE"):
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "drafting" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "drafting"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "drafting"
