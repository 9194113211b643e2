"""Rooms and who may enter: imports run downwards only, and the main job loads nothing that it does not need."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import drafting

PACKAGE = Path(drafting.__file__).parent
MAY: Mapping[str, set[str]] = {
    "draft": set(),
    "chinese": set(),
    "i18n": set(),
    "paths": set(),
    "errors": {"i18n"},
    "yamlproblems": {"errors", "i18n"},
    "templateproblems": {"errors", "i18n"},
    "yamlfile": {"yamlproblems", "errors", "i18n"},
    "yamlcheck": {"yamlfile", "yamlproblems", "errors", "i18n"},
    "enumerating": {"yamlcheck", "yamlfile", "yamlproblems", "errors", "i18n", "chinese"},
    "library": {"errors", "i18n"},
    "storage": {"errors", "i18n"},
    "locking": {"errors", "i18n"},
    "saving": {"storage", "locking", "yamlfile", "yamlproblems", "errors", "i18n"},
    "outline": {"enumerating", "yamlfile", "yamlcheck", "yamlproblems", "errors", "i18n", "chinese", "draft"},
    "facts": {"outline", "enumerating", "yamlfile", "yamlcheck", "yamlproblems", "errors", "i18n", "chinese"},
    "house": {"enumerating", "yamlfile", "yamlcheck", "errors", "i18n"},
    "compose": {
        "facts", "outline", "house", "library", "enumerating", "yamlfile", "yamlcheck", "yamlproblems",
        "templateproblems", "errors", "i18n", "chinese", "draft", "paths",
    },
    "check": {"facts", "outline", "errors", "i18n", "chinese", "draft"},
    "word": {"storage", "yamlfile", "yamlcheck", "yamlproblems", "errors", "i18n", "chinese", "draft"},
    "learn": {"yamlfile", "yamlcheck", "yamlproblems", "errors", "i18n", "chinese", "draft"},
    "learning": {
        "compose", "facts", "outline", "house", "library", "yamlfile", "yamlcheck", "yamlproblems", "errors", "i18n",
        "chinese", "draft", "paths",
    },
    "merge": {"errors", "i18n", "chinese", "draft", "paths"},
    "revise": {
        "merge", "word", "draft", "chinese", "errors", "i18n", "yamlfile", "yamlcheck", "yamlproblems",
    },
}  # fmt: skip
"""What each room may use of ours. Those not named here (loading, writing, cli, …) stand above and may use all."""
APART = ("compose", "learn", "merge", "check", "word")


def _modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "data" not in path.relative_to(PACKAGE).parts)


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


ROOMS = {_room(_name(path)) for path in _modules()} - {""}


def _imports(path: Path) -> Iterator[tuple[str, int]]:
    """What of ours a module imports, anywhere in it: the room and the line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import in line {node.lineno}"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        yield from (
            (_room(name), node.lineno) for name in names if name.startswith("drafting.") and _room(name) in ROOMS
        )


@pytest.mark.parametrize("path", [path for path in _modules() if _room(_name(path)) in MAY], ids=_name)
def test_a_room_uses_only_rooms_below_it(path: Path) -> None:
    room = _room(_name(path))
    wrong = [f"line {line} uses {other}" for other, line in _imports(path) if other not in MAY[room] | {room}]
    assert wrong == []


def test_the_table_of_rooms_is_without_circles() -> None:
    """Every room can be put above all it uses."""
    waiting = dict(MAY)
    while waiting:
        free = [room for room, below in waiting.items() if not below & waiting.keys()]
        assert free, waiting
        for room in free:
            del waiting[room]


def test_rooms_that_stand_side_by_side_never_use_each_other() -> None:
    for room in APART:
        assert not MAY[room] & set(APART)


def test_language_and_model_use_nothing_of_ours() -> None:
    assert not MAY["draft"]
    assert not MAY["chinese"]


def test_nothing_below_uses_what_stands_above() -> None:
    above = ROOMS - MAY.keys()
    assert {"cli", "loading", "writing"} <= above
    assert all(not below & above for below in MAY.values())


_RUN = """
import sys
from drafting.cli import main
sys.argv = ["drafting"]
try:
    main(ARGUMENTS)
except SystemExit as end:
    assert not end.code, end.code
print(*sorted({"lxml", "docx", "openpyxl", "rich", "prompt_toolkit", "rapidfuzz", "pytest"} & sys.modules.keys()))
"""
_WITHOUT = [["--help"], ["outlines"], ["write", "facts.yaml", "--json"], ["set", "facts.yaml", "meeting=全县会议"]]


@pytest.mark.parametrize("arguments", _WITHOUT, ids=lambda arguments: arguments[0])
def test_who_only_writes_does_not_wait_for_word_spreadsheets_or_terminals(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "facts.yaml").write_text("outline: mobilisation\nmeeting: 全区大会\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent), "PYTHONUTF8": "1"}
    script = _RUN.replace("ARGUMENTS", repr(arguments))
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-1] == ""
