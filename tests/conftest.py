"""What holds for every test."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from drafting.i18n import use_language


def pytest_collection_finish() -> None:
    """The collected tests stay to the end; to look through them for garbage again and again is a tenth of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiled templates are kept in a folder of the test run, not in that of the person who runs it."""
    monkeypatch.setenv("DRAFTING_CACHE", str(_cache(tmp_path_factory)))


@pytest.fixture(autouse=True)
def _without_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test pulls the plug, so none need wait until what was written is safe from that."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are English in every test, whatever the machine speaks and whatever a test before has chosen."""
    monkeypatch.setenv("LANGUAGE", "en")  # so that the choice of a test is undone behind it
    use_language("en")


def _cache(factory: pytest.TempPathFactory) -> Path:
    """One folder for all the processes of a test run."""
    own = factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "cache"
