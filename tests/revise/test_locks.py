"""A file that is open in another program is told by what that program leaves beside it."""

from __future__ import annotations

import pytest

from drafting.revise import locked_by


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("全市经济工作会议讲话.docx", "~$经济工作会议讲话.docx"),  # Word
        ("讲话.docx", "~$讲话.docx"),
        ("speech1.docx", "~$peech1.docx"),
        ("讲话.docx", ".~lock.讲话.docx#"),  # LibreOffice
        ("讲话.docx", ".~讲话.docx"),  # WPS
    ],
)
def test_an_open_file_is_told(tmp_path, name, lock):
    file = tmp_path / name
    file.touch()
    assert locked_by(file) is None
    (tmp_path / lock).touch()
    assert locked_by(file) == tmp_path / lock


def test_another_file_that_is_open_does_not_matter(tmp_path):
    (tmp_path / "~$总结.docx").touch()
    (tmp_path / ".~lock.总结.docx#").touch()
    assert locked_by(tmp_path / "讲话.docx") is None
