"""Text files from elsewhere, and Word files that break off."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from drafting.errors import UserError
from drafting.reading import read_speeches

TRADITIONAL = (
    "在全縣水利工作會議上的講話\n同志們：\n今天，我講兩點意見。\n一、修好堤壩\n要抓緊。\n二、管好閘門\n要認真。\n"
)
SIMPLE = "在全县水利工作会议上的讲话\n同志们：\n今天，我讲两点意见。\n一、修好堤坝\n要抓紧。\n二、管好闸门\n要认真。\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(TRADITIONAL, "big5"), (TRADITIONAL, "big5hkscs"), (TRADITIONAL, "gb18030"), (SIMPLE, "gb18030")],
)
def test_a_text_of_taiwan_or_hong_kong_is_read_as_it_stands(tmp_path: Path, text: str, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode(encoding))
    assert read_speeches(file)[0].draft.text == text.rstrip("\n")


def test_a_word_file_that_breaks_off_is_told_as_such(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        package.writestr("word/document.xml", "<w/>" * 500)
    file = tmp_path / "a.docx"
    file.write_bytes(whole.getvalue()[:-40])
    with pytest.raises(UserError, match="breaks off"):
        read_speeches(file)
