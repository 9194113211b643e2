"""Files as editors and programs leave them: their encodings, and what is no text."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.errors import UserError
from drafting.yamlfile import MAX_BYTES, Mapping, Scalar, read_text, read_yaml


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_files_of_every_editor_are_read(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "事实.yaml"
    path.write_bytes(f"会议: 全县水利工作会议{end}人: 𠮷野{end}".encode(encoding))
    node = read_yaml(path)
    assert isinstance(node, Mapping)
    assert [(key.text, value.text) for key, value in node.entries if isinstance(value, Scalar)] == [
        ("会议", "全县水利工作会议"),
        ("人", "𠮷野"),
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"\xff\xff\xff", "neither UTF-8 nor GB18030"), (b"a" * (MAX_BYTES + 1), f"larger than {MAX_BYTES} bytes")],
    ids=["other encoding", "too large"],
)
def test_a_file_that_cannot_be_text_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(data)
    with pytest.raises(UserError, match=why):
        read_text(path)


@pytest.mark.parametrize("name", ["没有.yaml", ".", "长" * 300], ids=["no file", "a folder", "an impossible name"])
def test_a_file_that_cannot_be_read_is_told_by_its_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError) as caught:
        read_text(tmp_path / name)
    assert str(tmp_path / name) in str(caught.value)


def test_a_file_in_utf_16_is_told_to_be_saved_anew_and_half_a_character_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes("a: 会\n".encode("utf-16"))
    with pytest.raises(UserError, match="save it as UTF-8"):
        read_yaml(path)
    path.write_bytes("a: 会\nb: 会".encode() + b"\xed\xa0\x80\n")
    with pytest.raises(UserError) as caught:
        read_yaml(path)
    assert str(caught.value) == f"{path}:2:5: b: The character U+D800 is not allowed here."
