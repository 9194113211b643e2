"""`drafting write` over a file that is open elsewhere, or changes meanwhile: it is not touched."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest

from drafting.errors import UserError
from drafting.writing import Order, write_draft
from tests.cli.office import (
    FILE,
    facts,
)
from tests.command import run


def test_a_file_that_is_open_elsewhere_is_left_alone(office: Path) -> None:
    facts("12.5亿元", "13.2亿元")
    (office / ".~lock.facts.docx#").write_text("", "utf-8")
    before = Path("facts.docx").read_bytes()
    done = run("write", "facts.yaml")
    assert done.exit_code == 2
    assert "open in another program" in done.stderr
    assert Path("facts.docx").read_bytes() == before


def test_fresh_leaves_a_file_alone_that_is_open_elsewhere(office: Path) -> None:
    (office / "~$facts.docx").write_text("", "utf-8")
    before = Path("facts.docx").read_bytes()
    assert run("write", "facts.yaml", "--fresh").exit_code == 2
    assert Path("facts.docx").read_bytes() == before


def test_a_file_that_changes_while_it_is_read_is_not_overwritten(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    updating = importlib.import_module("drafting.updating.update")

    facts("12.5亿元", "13.2亿元")
    real = updating.revise

    def meanwhile(*arguments: object, **named: object) -> bytes | None:
        Path("facts.docx").write_bytes(b"saved by somebody")
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(updating, "revise", meanwhile)
    done = run("write", "facts.yaml")
    assert done.exit_code == 2
    assert "changed while this program ran" in done.stderr
    assert Path("facts.docx").read_bytes() == b"saved by somebody"


def test_a_file_that_word_saves_at_the_last_moment_is_not_replaced(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts("12.5亿元", "13亿元")
    original = os.replace
    saved = FILE.read_bytes() + b"\0"

    def fsync(_descriptor: int) -> None:
        FILE.write_bytes(saved)

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(UserError, match="changed while this program ran"):
        write_draft(Path("facts.yaml"), FILE, Order())
    assert os.replace is original
    assert FILE.read_bytes() == saved
    assert not list(office.glob("*.bak*"))
    assert not list(office.glob(".*.tmp"))


def test_a_file_that_is_opened_at_the_last_moment_is_not_replaced(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts("12.5亿元", "13亿元")
    before = FILE.read_bytes()
    monkeypatch.setattr(os, "fsync", lambda _descriptor: Path("~$facts.docx").write_text("x"))
    with pytest.raises(UserError, match="open in another program"):
        write_draft(Path("facts.yaml"), FILE, Order())
    assert FILE.read_bytes() == before
