"""A facts file is saved whole, as it was encoded, and never over somebody else's changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafting.errors import UserError
from drafting.saving import open_text, save_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_keeps_its_encoding_and_its_line_ends(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "材料.yaml"
    path.write_bytes(f"meeting: 全县会议{end}".encode(encoding))
    opened = open_text(path)
    after = save_text(opened, opened.text.replace("全县", "全市"))
    assert path.read_bytes() == f"meeting: 全市会议{end}".encode(encoding)
    save_text(after, after.text.replace("全市", "全省"))
    assert path.read_bytes() == f"meeting: 全省会议{end}".encode(encoding)


def test_a_file_that_somebody_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    opened = open_text(path)
    path.write_text("a: 1\nb: 同事加的\n", encoding="utf-8")
    with pytest.raises(UserError, match="changed the file since"):
        save_text(opened, "a: 2\n")
    assert path.read_text(encoding="utf-8") == "a: 1\nb: 同事加的\n"


def test_a_file_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    opened = open_text(path)
    path.unlink()
    with pytest.raises(UserError, match="cannot be written"):
        save_text(opened, "a: 2\n")
    assert not path.exists()


@pytest.mark.parametrize("breaks", ["fsync", "replace"])
def test_a_crash_amid_the_writing_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, breaks: str
) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    opened = open_text(path)

    def broken(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, breaks, broken)
    with pytest.raises(UserError, match="cannot be written"):
        save_text(opened, "a: 2\n")
    assert path.read_text(encoding="utf-8") == "a: 1\n"
    assert [file.name for file in tmp_path.iterdir()] == ["facts.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="making links takes rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "facts.yaml", tmp_path / "link.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    link.symlink_to(path)
    save_text(open_text(link), "a: 2\n")
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "a: 2\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such rights")
def test_who_may_read_the_file_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    path.chmod(0o600)
    save_text(open_text(path), "a: 2\n")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_protected_file_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    opened = open_text(path)
    monkeypatch.setattr(os, "access", lambda *_given, **_named: False)  # a mode would not hold a superuser back
    with pytest.raises(UserError, match="cannot be written"):
        save_text(opened, "a: 2\n")
    assert path.read_text(encoding="utf-8") == "a: 1\n"
