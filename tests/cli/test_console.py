"""The command on all kinds of consoles: its language and its encodings."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from drafting.errors import reason
from drafting.i18n import use_language
from tests.command import run_apart
from tests.helpers import a_library

OUTLINE = """
title: 小会讲话
questions: {meeting: 会议全称}
parts: [{move: title, text: "在{{ meeting }}上的讲话"}]
"""


def test_without_arguments_the_help_is_shown(tmp_path: Path) -> None:
    done = run_apart(tmp_path)
    assert b"Usage: drafting" in done.stdout + done.stderr
    assert b"Traceback" not in done.stderr


def test_the_draft_is_the_same_in_any_language_of_the_interface(tmp_path: Path) -> None:
    a_library(tmp_path, {"outlines/small.yaml": OUTLINE, "facts.yaml": "outline: small\n"})
    for language in ("en", "zh_CN"):
        run_apart(tmp_path, "write", "facts.yaml", "-o", f"{language}.docx", DRAFTING_LANG=language).check_returncode()
    assert (tmp_path / "en.docx").read_bytes() == (tmp_path / "zh_CN.docx").read_bytes()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "gbk", "utf-8"])
def test_a_pipe_gets_utf_8(tmp_path: Path, encoding: str) -> None:
    shown = run_apart(tmp_path, "outlines", PYTHONIOENCODING=encoding)
    assert "年度工作会议讲话" in shown.stdout.decode("utf-8")


def test_a_program_gets_utf_8_too(tmp_path: Path) -> None:
    listed = run_apart(tmp_path, "outlines", "--json", PYTHONIOENCODING="gbk")
    assert "年度工作会议讲话" in {row["title"] for row in json.loads(listed.stdout.decode("utf-8"))}


def test_what_we_have_no_words_for_is_told_as_the_system_says_it() -> None:
    use_language("zh_CN")
    assert reason(OSError(errno.EIO, "Input/output error")) == "Input/output error"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.ENOENT, "there is no such file or folder"),
        (errno.EISDIR, "this is a folder"),
        (errno.EACCES, "it is protected, or open in another program"),
        (errno.ENOSPC, "the disk is full"),
        (errno.ENAMETOOLONG, "its name is too long"),
    ],
)
def test_what_the_system_says_is_worded_by_us(code: int, told: str) -> None:
    assert reason(OSError(code, os.strerror(code))) == told


def test_a_folder_is_called_one_where_the_system_calls_it_protected(tmp_path: Path) -> None:
    assert reason(PermissionError(errno.EACCES, "Permission denied", str(tmp_path))) == "this is a folder"
