from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import drafting.chinese

_SOURCES = sorted(Path(drafting.chinese.__file__).parent.rglob("*.py"))
_HEAVY = ("difflib", "inspect", "unicodedata", "locale", "yaml", "jinja2", "lxml", "docx")


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_the_language_knows_nothing_of_the_rest_of_the_project() -> None:
    ours = {name for path in _SOURCES for name in _imported(path) if name.startswith("drafting")}
    assert {name for name in ours if not name.startswith("drafting.chinese")} == set()


def test_nothing_but_the_standard_library_is_needed() -> None:
    roots = {name.partition(".")[0] for path in _SOURCES for name in _imported(path)}
    assert roots - {"drafting"} <= sys.stdlib_module_names


def test_importing_compiles_no_regular_expression_and_loads_nothing_heavy() -> None:
    modules = [
        ".".join(["drafting.chinese", *path.relative_to(_SOURCES[0].parent).with_suffix("").parts]) for path in _SOURCES
    ]
    code = (
        "import dataclasses, datetime, decimal, sys, typing, re; known = set(sys.modules); compiled = re.compile\n"
        "def refuse(*_): raise AssertionError('compiled on import')\n"
        "re.compile = refuse\n"
        f"import {', '.join(module.removesuffix('.__init__') for module in modules)}\n"
        f"print([name for name in {_HEAVY!r} if name in sys.modules and name not in known])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
