"""Files are written whole or not at all."""

from __future__ import annotations

import os

import pytest

from drafting.errors import UserError
from drafting.storage import save


def test_it_writes_and_overwrites(tmp_path):
    path = tmp_path / "新 文件夹" / ("长" * 80 + ".docx")
    save(path, b"one")
    save(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("error", [PermissionError(13, "denied"), OSError(28, "No space left on device")])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, error):
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")

    def fail(*_arguments):
        raise error

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(UserError, match=r"a\.docx"):
        save(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_one_and_a_file_keeps_its_mode(tmp_path):
    real, link = tmp_path / "real.docx", tmp_path / "link.docx"
    real.write_bytes(b"old")
    real.chmod(0o640)
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("no links here")
    save(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    if os.name == "posix":
        assert real.stat().st_mode & 0o777 == 0o640
