"""The command `drafting` as people type it: within the test, or as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from drafting.cli.commands import build

ROOT = Path(__file__).parent.parent


def run(*arguments: object, typed: str | bytes = "") -> Result:
    """What a command says and its status. typed: what a person types meanwhile, with its line ends."""
    return CliRunner().invoke(build(), [str(argument) for argument in arguments], input=typed)


def run_apart(
    folder: Path, *arguments: object, typed: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The same as a program of its own, started in a folder; its messages are English if nothing else is said."""
    return subprocess.run(
        [sys.executable, "-m", "drafting", *map(str, arguments)],
        input=typed.encode(),
        capture_output=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "DRAFTING_LANG": "en", **environment},
    )
