"""What holds for every test."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiled templates are kept in a folder of the test run, not in that of the person who runs it."""
    monkeypatch.setenv("DRAFTING_CACHE", str(_cache(tmp_path_factory)))


def _cache(factory: pytest.TempPathFactory) -> Path:
    return factory.getbasetemp() / "cache"
