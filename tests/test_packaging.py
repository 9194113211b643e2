"""What is installed is whole: code, catalogue, outlines, templates, layouts, seeds."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_the_wheel_carries_all_that_people_need(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(tmp_path),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    for folder, pattern in (
        ("outlines", "**/*.yaml"),
        ("templates", "**/*.j2"),
        ("templates", "layouts/*.yaml"),
        ("seeds", "*.yaml"),
    ):
        wanted = {f"drafting/data/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / folder).glob(pattern)}
        assert wanted, folder
        assert wanted <= names
    assert "drafting/locale/zh_CN/LC_MESSAGES/drafting.mo" in names
    assert "drafting/py.typed" in names
