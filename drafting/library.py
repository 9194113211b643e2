"""Where outlines, templates and layouts lie: the user's own folders first, then the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from drafting.errors import Fault, UserError, nearest
from drafting.i18n import _

_PACKAGE = Path(__file__).parent


def is_file(path: Path) -> bool:
    """Whether there is such a file; False for what no file can be called."""
    try:
        return path.is_file()
    except OSError:
        return False


def shipped() -> Path:
    """The folder of the shipped data: inside the installed package, or beside it in a checkout."""
    inside = _PACKAGE / "data"
    return inside if inside.is_dir() else _PACKAGE.parent


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the library. shadows: there is a shipped one of the same name behind it."""

    name: str
    path: Path
    own: bool
    shadows: bool = False


@dataclass(frozen=True, slots=True)
class Library:
    """roots: folders that hold outlines/ and templates/, the first one winning; the last is the shipped one."""

    roots: tuple[Path, ...]

    @classmethod
    def around(cls, *folders: Path) -> Library:
        """The library as seen from these folders: they come first, in order, then what is shipped."""
        last = shipped()
        roots: dict[Path, Path] = {}
        for folder in folders:
            if folder.resolve() != last.resolve():
                roots.setdefault(folder.resolve(), folder)
        return cls((*roots.values(), last))

    def outline(self, name: str) -> Path:
        """The file of an outline, named by its name or by a path (ending in .yaml) relative to one of the roots.

        Raises UserError with the nearest name.
        """
        return self._find(name, "outlines", ".yaml", _("outline"))

    def template(self, name: str) -> Path:
        """The file of a template such as `opening/after_agenda`. Raises UserError with the nearest name."""
        return self._find(name, "templates", ".j2", _("template"))

    def layout(self, name: str) -> Path:
        """The file of a layout. Raises UserError with the nearest name."""
        return self._find(name, "templates/layouts", ".yaml", _("layout"))

    def outlines(self) -> list[Found]:
        """Every outline, the user's own before the shipped ones, each name once."""
        found: dict[str, Found] = {}
        for root in self.roots:
            for path in sorted((root / "outlines").glob("*.yaml")):
                first = found.get(path.stem)
                if first is None:
                    found[path.stem] = Found(path.stem, path, own=root != self.roots[-1])
                else:
                    found[path.stem] = Found(first.name, first.path, first.own, shadows=True)
        return list(found.values())

    def _find(self, name: str, folder: str, suffix: str, what: str) -> Path:
        for candidate in self._candidates(name, folder, suffix):
            if is_file(candidate):
                return candidate
        known = sorted(set(self._names(folder, suffix)))
        hint = nearest(name, known) or " " + _("There are: {names}.").format(names=", ".join(known[:20]) or "–")
        raise UserError(Fault(_("There is no {what} “{name}”.").format(what=what, name=name) + hint))

    def _candidates(self, name: str, folder: str, suffix: str) -> Iterator[Path]:
        if name.endswith((".yaml", ".yml")) and suffix == ".yaml":
            yield from (root / name for root in self.roots)  # an absolute path replaces the root
            return
        parts = PurePosixPath(name.replace("\\", "/")).parts
        if parts and ".." not in parts and not PurePosixPath(name).is_absolute() and ":" not in name:
            yield from (root / folder / (name + suffix) for root in self.roots)

    def _names(self, folder: str, suffix: str) -> Sequence[str]:
        return [
            path.relative_to(root / folder).with_suffix("").as_posix()
            for root in self.roots
            for path in (root / folder).rglob("*" + suffix)
        ]
