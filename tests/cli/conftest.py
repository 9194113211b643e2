"""The office that most tests of the command work in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.office import an_office


@pytest.fixture(scope="session")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office as it is before anybody has worked in it."""
    folder = tmp_path_factory.mktemp("office")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return an_office(folder)


@pytest.fixture
def office(drafted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with an outline, a facts file and its draft."""
    shutil.copytree(drafted, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path
