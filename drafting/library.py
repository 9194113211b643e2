"""Where outlines, templates and layouts lie: the user's own folders first, then the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from drafting.errors import UserError, following, nearest, shortened
from drafting.i18n import _

_PACKAGE = Path(__file__).parent
_SHOWN = 60  # of a name that is not known; a longer one is no slip of the pen


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


class Found(NamedTuple):
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

    def layout(self, name: str, asking: Path | None = None) -> Path:
        """The file of a layout. Raises UserError with the nearest name.

        asking: the layout that builds upon it; one of the same name means the next one behind it.
        """
        return self._find(name, "templates/layouts", ".yaml", _("layout"), asking)

    def example(self, name: str) -> Path:
        """The example facts file of an outline. Raises UserError with the nearest name."""
        return self._find(name, "outlines/examples", ".yaml", _("example"))

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

    def _find(self, name: str, folder: str, suffix: str, what: str, asking: Path | None = None) -> Path:
        candidates = list(self._candidates(name, folder, suffix))
        behind = candidates[candidates.index(asking) + 1 :] if asking in candidates else []
        for candidate in (*behind, *candidates):
            if is_file(candidate):
                return candidate
        known = sorted(set(self._names(folder, suffix)))
        there_are = _("There are: {names}.").format(names=", ".join(_offered(name, known)) or "–")
        hint = nearest(name, known) if len(name) <= _SHOWN else ""
        missing = _("There is no {what} “{name}”.").format(what=what, name=shortened(name, _SHOWN))
        raise UserError(missing + (hint or following(there_are)))

    def _candidates(self, name: str, folder: str, suffix: str) -> Iterator[Path]:
        if name.endswith((".yaml", ".yml")) and suffix == ".yaml":
            yield from (root / name for root in self.roots)  # an absolute path replaces the root
            return
        name = name.replace("\\", "/")
        parts = PurePosixPath(name).parts
        if parts and ".." not in parts and not PurePosixPath(name).is_absolute() and ":" not in name:
            yield from (root / folder / (name + suffix) for root in self.roots)

    def _names(self, folder: str, suffix: str) -> Sequence[str]:
        """The names in a folder of the library; templates alone have folders within it."""
        files = "**/*" if suffix == ".j2" else "*"
        return [
            path.relative_to(root / folder).with_suffix("").as_posix()
            for root in self.roots
            for path in (root / folder).glob(files + suffix)
            if path.stem.rpartition("-")[2] != "house"  # it goes with an example, and is none
        ]


def _offered(name: str, known: Sequence[str]) -> Sequence[str]:
    """The names worth showing: those in the folder that `name` gives, or else what there is at the top."""
    folder = name.replace("\\", "/").rpartition("/")[0]
    inside = [one for one in known if one.rpartition("/")[0] == folder]
    return inside or sorted({"".join(one.partition("/")[:2]) for one in known})
