"""What is no speech, or too much of one: refused with the reason, or a modest result, in time."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path
from random import Random

import pytest

from drafting.draft import Move
from drafting.errors import UserError
from drafting.reading import read_speeches
from drafting.reading.files import MAX_CHARACTERS
from tests.learn.files import SECONDS, SPEECH, read, refusal
from tests.learn.packages import docx, paragraph
from tests.word.tools import converted, need_module


@pytest.mark.slow
def test_what_is_no_speech_at_all_is_refused_with_the_reason(tmp_path: Path) -> None:
    assert "empty" in refusal(tmp_path, "a.txt", b"")
    assert "empty" in refusal(tmp_path, "a.txt", b" \n\r\n ")
    assert "no Chinese text" in refusal(tmp_path, "a.txt", b"Dear friends,\nFirst, we must work.\n" * 50)
    assert "PDF" in refusal(tmp_path, "a.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")
    assert "no text file" in refusal(tmp_path, "a.txt", Random(1).randbytes(100_000))
    assert "no text file" in refusal(tmp_path, "a.txt", bytes(100_000))
    assert "damaged" in refusal(tmp_path, "a.docx", b"PK\x03\x04nothing")
    assert "YAML" in refusal(tmp_path, "a.yaml", "outline: 大会".encode())
    assert "Word 97" in refusal(tmp_path, "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))


def test_a_file_that_is_protected_is_told_as_such(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    assert "password" in refusal(tmp_path, "a.docx", data)


def test_a_huge_file_is_refused_unread_and_a_bomb_unpacked(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.write(SPEECH.encode())
        stream.truncate(100_000_000)
    with pytest.raises(UserError, match="larger than 50 MB"):
        read_speeches(tmp_path / "huge.txt")
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", bytes(50_000_000))
    with pytest.raises(UserError, match="far more"):
        read_speeches(tmp_path / "bomb.docx")


def test_a_file_of_lines_without_end_is_refused(tmp_path: Path) -> None:
    assert "lines" in refusal(tmp_path, "lines.txt", "要加强领导\n".encode() * 100_000)


HALL = (
    "在全县第{n}次粮食收购工作会议上的讲话\n同志们：\n"
    + "今天的会，总结去年的收购，部署今年的任务。刚才三个镇作了发言，讲得都很好。我讲两点意见。\n一、总结成绩\n"
    + ("去年收购粮食十二万吨，比上年多收八千吨。" * 4 + "\n（一）备足仓容。六月底以前腾仓四万吨。\n") * 6
    + "二、抓好落实\n各镇各站要把责任落实到人，做到仓等粮、钱等粮。\n谢谢大家！\n"
)


@pytest.mark.slow
def test_as_many_speeches_as_a_file_may_hold_are_read_in_time(tmp_path: Path) -> None:
    many = "".join([HALL.format(n=number) for number in range(MAX_CHARACTERS // len(HALL))])
    begun = time.process_time()
    assert len(read(tmp_path, "many.txt", many.encode())) > 500
    assert time.process_time() - begun < SECONDS


def test_more_speeches_than_can_be_read_in_time_are_refused_at_once(tmp_path: Path) -> None:
    more = "".join([HALL.format(n=number) for number in range(1_500_000 // len(HALL))])
    begun = time.process_time()
    assert "more than" in refusal(tmp_path, "more.txt", more.encode())
    assert time.process_time() - begun < SECONDS / 5


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_an_old_word_file_that_is_encrypted_is_told_as_such(tmp_path: Path) -> None:
    need_module("doc2docx")
    source = tmp_path / "old.docx"
    source.write_bytes(docx([paragraph("同志们：")]))
    data = bytearray(converted(source, "doc", tmp_path / "profile").read_bytes())
    data[data.index(b"\xec\xa5") + 11] |= 1  # the flag of the file information block, [MS-DOC] 2.5.1
    assert "password" in refusal(tmp_path, "a.doc", bytes(data))


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["工作", "一、", "（一）", "同志们 ", "一是要抓，", "1、2、工作", "讲话", "要加强领导。", "附送：", "篇1", "“"],
)
def test_a_line_without_end_takes_no_more_than_its_share_of_time(tmp_path: Path, unit: str) -> None:
    begun = time.monotonic()
    read(tmp_path, "line.txt", ("开会" + unit * (600_000 // len(unit))).encode())
    assert time.monotonic() - begun < SECONDS


def test_a_page_nested_without_end_is_refused_with_the_reason(tmp_path: Path) -> None:
    page = "<p>同志们：</p>" + "<div>" * 50_000 + "开会" + "</div>" * 50_000
    assert "too deeply" in refusal(tmp_path, "deep.html", page.encode())
    page = "<div>" * 100 + "<p>同志们：</p><p>开会。</p>" + "</div>" * 100
    assert read(tmp_path, "deep.html", page.encode())[0].draft.text == "同志们：\n开会。"


def test_the_last_lines_of_a_poem_close_no_speech(tmp_path: Path) -> None:
    lines = ["登高", "何晓风", "风来堤上柳，水落岸边舟。", "江声连夜雨，山色入新秋。", "日暮人归去，灯明一县楼。"]
    poem = "\n".join(lines)
    [speech] = read(tmp_path, "poem.txt", poem.encode())
    assert {block.move for block in speech.draft.blocks} == {Move.SIGNIFICANCE}
    said = poem.replace("江声连夜雨", "同志们江声连夜雨")
    [speech] = read(tmp_path, "said.txt", said.encode())
    assert speech.draft.blocks[-1].move is Move.CLOSING


def test_a_poem_and_a_table_of_contents_give_a_modest_result(tmp_path: Path) -> None:
    poem = "登高\n风来堤上柳，\n水落岸边舟。\n日暮人归去，\n灯明一县楼。"
    [speech] = read(tmp_path, "poem.txt", poem.encode())
    assert speech.draft.text.replace("\n", "") == poem.replace("\n", "")
    contents = "目录\n" + "\n".join(f"{n}、水利{'…' * 6}{page}" for page, n in enumerate("一二三四", 10))
    [speech] = read(tmp_path, "contents.txt", contents.encode())
    assert speech.draft.text.replace("\n", "") == contents.replace("\n", "")
