"""`drafting finalise` as its users meet it."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from tests.command import run
from tests.helpers import a_library


@pytest.fixture(autouse=True)
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outline = "title: 小会讲话\nparts: [{move: opening, text: 开会。}]\n"
    a_library(tmp_path, {"outlines/small.yaml": outline, "facts.yaml": "outline: small\n"})
    monkeypatch.chdir(tmp_path)
    assert run("write", "facts.yaml").exit_code == 0


def test_a_file_of_somebody_else_is_left_as_it_is() -> None:
    Document().save("theirs.docx")
    before = Path("theirs.docx").read_bytes()
    done = run("finalise", "theirs.docx")
    assert done.exit_code == 2
    assert "There is nothing of drafting in this file" in done.stderr
    assert Path("theirs.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("out", "told"),
    [
        ("final.txt", "its name must end in .docx"),
        ("nix/final.docx", "There is no folder “nix”."),
        ("长" * 300 + ".docx", "its name is too long"),
    ],
)
def test_a_place_where_no_word_file_can_lie_is_refused(out: str, told: str) -> None:
    done = run("finalise", "facts.docx", "-o", out)
    assert done.exit_code == 2
    assert told in done.stderr


def test_a_folder_takes_the_file_under_its_name() -> None:
    Path("定稿").mkdir()
    assert run("finalise", "facts.docx", "-o", "定稿").exit_code == 0
    assert Path("定稿/facts.docx").exists()
    done = run("finalise", "facts.docx", "-o", "定稿")
    assert done.exit_code == 2
    assert "already there" in done.stderr


@pytest.mark.parametrize("lock", ["~$facts.docx", ".~lock.facts.docx#"])
def test_a_file_that_is_open_in_another_program_is_refused(lock: str) -> None:
    before = Path("facts.docx").read_bytes()
    Path(lock).write_bytes(b"")
    done = run("finalise", "facts.docx")
    assert done.exit_code == 2
    assert "The file is open in another program" in done.stderr
    assert Path("facts.docx").read_bytes() == before
    assert run("finalise", "facts.docx", "-o", "final.docx").exit_code == 0
