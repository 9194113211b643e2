"""Files as they lie about in an office: read whatever their names say, or refused with what can be done."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path
from random import Random

import pytest

from drafting.draft import Role
from drafting.errors import UserError
from drafting.learn import Speech
from drafting.reading import read_speeches
from tests.learn.packages import abstract, docx, numbering, paragraph, style
from tests.learn.speeches import make
from tests.word.tools import converted, need_module

SPEECH = "在全县水利工作会议上的讲话\n同志们：\n今天，我讲两点意见。\n一、修好堤坝\n要抓紧。\n二、管好闸门\n要认真。\n"
BODY = SPEECH.replace("\n", "")
SECONDS = 10


def read(folder: Path, name: str, data: bytes) -> list[Speech]:
    file = folder / name
    file.write_bytes(data)
    return read_speeches(file)


def markers(speech: Speech) -> list[tuple[str, int]]:
    return [(found.block.marker, found.block.level) for found in speech.found if found.block.role is Role.ITEM]


def refusal(folder: Path, name: str, data: bytes) -> str:
    begun = time.monotonic()
    with pytest.raises(UserError) as caught:
        read(folder, name, data)
    assert time.monotonic() - begun < SECONDS
    assert name in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_file_is_read_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    [speech] = read(tmp_path, "speech.txt", SPEECH.encode(encoding))
    assert speech.draft.text == SPEECH.rstrip("\n")
    assert speech.title == "在全县水利工作会议上的讲话"
    assert markers(speech) == [("一、", 1), ("二、", 1)]


def test_a_short_text_in_gbk_is_not_taken_for_another_encoding(tmp_path: Path) -> None:
    [speech] = read(tmp_path, "a.txt", "同志们：\n联通。".encode("gbk"))
    assert speech.draft.text == "同志们：\n联通。"


def test_one_broken_character_does_not_make_a_text_unreadable(tmp_path: Path) -> None:
    data = SPEECH.encode()[:-20] + b"\xe4" + SPEECH.encode()[-20:]
    [speech] = read(tmp_path, "a.txt", data)
    assert "\ufffd" in speech.draft.text
    assert markers(speech) == [("一、", 1), ("二、", 1)]


def test_the_end_mark_of_an_old_editor_makes_no_text_unreadable(tmp_path: Path) -> None:
    for mark in ("\x1a", "\x07"):
        [speech] = read(tmp_path, "a.txt", f"同志们：\n修路。\n{mark}".encode())
        assert speech.draft.text == "同志们：\n修路。"


def test_signs_made_of_several_stay_whole_and_unseen_ones_go(tmp_path: Path) -> None:
    [speech] = read(tmp_path, "a.txt", "同志们：\n\u200b全家\u200d都来修路\U0001f468\u200d\U0001f469。".encode())
    assert speech.draft.text == "同志们：\n全家都来修路\U0001f468\u200d\U0001f469。"


def test_a_web_page_gives_its_text_without_menus_and_scripts(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>　　{line}</p>" for line in SPEECH.splitlines()[1:])
    page = (
        "<html><head><meta charset=gb2312><title>某网</title><script>var a='一、';</script></head><body>"
        "<div class=nav><a href=/>首页</a> <a href=/b>讲话</a></div><form>登录<input></form>"
        f"<h1>在全县水利工作会议上的讲话</h1>{paragraphs}<ul><li><a href=/c>别的讲话稿</a></li></ul></body></html>"
    )
    [speech] = read(tmp_path, "page.html", page.encode("gb18030"))
    assert speech.draft.text == SPEECH.rstrip("\n")
    assert sorted(removed.text for removed in speech.removed) == ["别的讲话稿", "登录", "首页 讲话"]


def test_a_page_that_is_one_form_is_read(tmp_path: Path) -> None:
    page = "".join(f"<p>{line}</p>" for line in SPEECH.splitlines())
    [speech] = read(tmp_path, "page.html", f"<html><body><form id=aspnetForm>{page}</form></body></html>".encode())
    assert speech.draft.text == SPEECH.rstrip("\n")


@pytest.mark.slow
def test_a_charset_that_is_none_and_a_head_without_a_body_are_no_crash(tmp_path: Path) -> None:
    page = f"<meta charset=undefined>{SPEECH.replace(chr(10), '<br>')}"
    assert read(tmp_path, "page.html", page.encode())[0].draft.text == SPEECH.rstrip("\n")
    page = f"<meta charset=utf-16>{SPEECH.replace(chr(10), '<br>')}"
    assert read(tmp_path, "page.html", page.encode())[0].draft.text == SPEECH.rstrip("\n")
    assert refusal(tmp_path, "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def test_characters_that_nobody_sees_do_not_keep_a_speech_from_being_learned(tmp_path: Path) -> None:
    data = docx([paragraph("同志们："), paragraph("一、看不见的\x86字符。")])
    [speech] = read(tmp_path, "a.docx", data)
    assert speech.draft.text == "同志们：\n一、看不见的字符。"
    assert read(tmp_path, "a.txt", "同志们：\n今天开会\U0001ffff。".encode())[0].draft.text == "同志们：\n今天开会。"


def test_blanks_of_a_word_file_are_meant(tmp_path: Path) -> None:
    lines = ["同志们：", "出席的有：" + "　".join(["张三", "李四", "王五", "赵六"] * 5) + "。"]
    [speech] = read(tmp_path, "a.docx", docx([paragraph(line) for line in lines]))
    assert speech.draft.text == "\n".join(lines)


def test_a_web_page_is_known_without_its_name(tmp_path: Path) -> None:
    [speech] = read(tmp_path, "page.txt", f"<!DOCTYPE html><p>{SPEECH.replace(chr(10), '<br>')}".encode())
    assert speech.draft.text == SPEECH.rstrip("\n")


def test_entities_and_files_of_a_web_page_are_not_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("机密", encoding="utf-8")
    entity = f"<!DOCTYPE html [<!ENTITY x SYSTEM '{(tmp_path / 'secret.txt').as_uri()}'>]>"
    [speech] = read(tmp_path, "page.html", f"{entity}<p>同志们：</p><p>&x;开会。</p>".encode())
    assert "机密" not in speech.draft.text


def test_automatic_numbers_of_word_are_part_of_the_text(tmp_path: Path) -> None:
    levels = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
    data = docx(
        [
            paragraph("在全县水利工作会议上的讲话", "T"),
            paragraph("同志们："),
            paragraph("我讲两点意见。"),
            paragraph("修好堤坝", number="1"),
            paragraph("查清险段。要逐段走到。", number="1", level=1),
            paragraph("备足石料。要就近堆放。", number="1", level=1),
            paragraph("管好闸门", number="1"),
            paragraph("定人。要一闸一人。", number="1", level=1),
            paragraph("定责。要写到纸上。", number="1", level=1),
        ],
        abstract("0", levels) + numbering("1", "0"),
        style("T", "Title"),
    )
    [speech] = read(tmp_path, "a.docx", data)
    assert markers(speech) == [("一、", 1), ("（一）", 2), ("（二）", 2), ("二、", 1), ("（一）", 2), ("（二）", 2)]
    assert speech.draft.blocks[0].role is Role.TITLE


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimalEnclosedCircle", "①"),
        ("decimalFullWidth", "１"),
        ("upperRoman", "I"),
        ("lowerLetter", "a"),
        ("japaneseCounting", "一"),
        ("chineseLegalSimplified", "壹"),
        ("ideographTraditional", "甲"),
        ("decimalZero", "01"),
        ("bullet", ""),
    ],
)
def test_word_numbers_in_many_forms(tmp_path: Path, form: str, shown: str) -> None:
    text = f"{shown}、" if shown else ""
    data = docx([paragraph("同志们：要修堤。", number="1")], abstract("0", [(form, "%1、")]) + numbering("1", "0"))
    [speech] = read(tmp_path, "a.docx", data)
    assert speech.draft.text.replace("\n", "") == text + "同志们：要修堤。"


def test_a_numbering_that_starts_anew_and_one_that_comes_with_a_style(tmp_path: Path) -> None:
    data = docx(
        [
            paragraph("甲要修。", "N"),
            paragraph("乙要修。", "Child"),
            paragraph("丙要修。", number="2"),
            paragraph("丁。"),
        ],
        abstract("0", [("decimal", "%1、")]) + numbering("1", "0") + numbering("2", "0", restart=1),
        style("N", "Numbered", more='<w:numPr><w:numId w:val="1"/></w:numPr>') + style("Child", "Child", "N"),
    )
    [speech] = read(tmp_path, "a.docx", data)
    assert speech.draft.text.split("\n") == ["1、甲要修。", "2、乙要修。", "1、丙要修。", "丁。"]


def test_pending_insertions_are_in_and_deletions_are_out(tmp_path: Path) -> None:
    inner = (
        '<w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    )
    data = docx([paragraph("同志们："), f"<w:p>{inner}<w:r><w:t>堤要修。</w:t></w:r></w:p>"])
    [speech] = read(tmp_path, "a.docx", data)
    assert speech.draft.text == "同志们：\n新堤要修。"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("ending", ["doc", "wps"])
def test_an_old_word_file_is_read_like_its_docx(tmp_path: Path, ending: str) -> None:
    need_module("doc2docx")
    made = make(7)
    source = tmp_path / "old.docx"
    source.write_bytes(docx([paragraph(line) for line in made.paragraphs]))
    old = converted(source, "doc", tmp_path / "profile")
    [speech] = read(tmp_path, f"old.{ending}", old.read_bytes())
    assert speech.draft.text == made.text
    assert markers(speech) == [(item.marker, item.level) for item in made.items]


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


def test_a_poem_and_a_table_of_contents_give_a_modest_result(tmp_path: Path) -> None:
    poem = "登高\n风来堤上柳，\n水落岸边舟。\n日暮人归去，\n灯明一县楼。"
    [speech] = read(tmp_path, "poem.txt", poem.encode())
    assert speech.draft.text.replace("\n", "") == poem.replace("\n", "")
    contents = "目录\n" + "\n".join(f"{n}、水利{'…' * 6}{page}" for page, n in enumerate("一二三四", 10))
    [speech] = read(tmp_path, "contents.txt", contents.encode())
    assert speech.draft.text.replace("\n", "") == contents.replace("\n", "")


def test_headings_that_only_word_knows_are_items_of_their_levels(tmp_path: Path) -> None:
    lines = [
        ("在全县水利工作会议上的讲话", "T"), ("同志们：", ""), ("我讲两点意见。", ""), ("修好堤坝", "H1"),
        ("查清险段", "H2"), ("要逐段走到。", ""), ("备足石料", "H2"), ("要就近堆放。一是买，二是采。", ""),
        ("管好闸门", "H1"), ("要一闸一人。", ""),
    ]  # fmt: skip
    styles = style("T", "Title") + style("H1", "heading 1") + style("H2", "标题 2")
    [speech] = read(tmp_path, "a.docx", docx([paragraph(text, name) for text, name in lines], "", styles))
    assert markers(speech) == [("", 1), ("", 2), ("", 2), ("一是", 3), ("二是", 3), ("", 1)]
    assert [block.level for block in speech.draft.blocks] == [0, 0, 0, 1, 2, 2, 2, 2, 3, 3, 1, 1]
    assert speech.draft.text == "\n".join(text for text, _style in lines)


def test_headings_with_typed_numbers_are_read_by_their_numbers(tmp_path: Path) -> None:
    lines = [("同志们：", ""), ("一、修好堤坝", "H1"), ("要快。", ""), ("二、管好闸门", "H1"), ("要稳。", "")]
    data = docx([paragraph(text, name) for text, name in lines], "", style("H1", "heading 1"))
    assert markers(read(tmp_path, "a.docx", data)[0]) == [("一、", 1), ("二、", 1)]


def test_hidden_text_is_not_read_and_said_to_be_left_out(tmp_path: Path) -> None:
    hidden = "<w:p><w:r><w:t>要修堤。</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部掌握。</w:t></w:r></w:p>"
    [speech] = read(tmp_path, "a.docx", docx([paragraph("同志们："), hidden]))
    assert speech.draft.text == "同志们：\n要修堤。"
    assert [removed.text for removed in speech.removed] == ["内部掌握。"]


def test_text_that_a_style_hides_is_not_read(tmp_path: Path) -> None:
    def styled(text: str, properties: str) -> str:
        return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"

    hides = "<w:rPr><w:vanish/></w:rPr></w:style>"
    styles = style("P", "note").replace("</w:style>", hides) + style("Q", "based", "P")
    styles += style("C", "inside").replace('"paragraph"', '"character"').replace("</w:style>", hides)
    inside = styled("勿外传。", '<w:rStyle w:val="C"/>')
    mixed = f"<w:p>{styled('要修堤。', '')}{inside}</w:p>"
    shown = styled("要管闸。", '<w:vanish w:val="0"/>')
    kept = f'<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>{shown}</w:p>'
    data = docx(
        [paragraph("同志们："), mixed, paragraph("内部掌握。", "P"), paragraph("不念。", "Q"), kept], "", styles
    )
    [speech] = read(tmp_path, "a.docx", data)
    assert speech.draft.text == "同志们：\n要修堤。\n要管闸。"
    assert [removed.text for removed in speech.removed] == ["勿外传。", "内部掌握。", "不念。"]


def test_notes_below_the_page_are_not_read_and_said_to_be_left_out(tmp_path: Path) -> None:
    mark = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    body = f"<w:p><w:r><w:t>去年收粮4.2万吨</w:t></w:r>{mark}<w:r><w:t>。</w:t></w:r></w:p>"
    note = "<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> 快报数。</w:t></w:r></w:p></w:footnote>"
    end = "<w:endnote w:id='3'><w:p><w:r><w:t>含代储。</w:t></w:r></w:p></w:endnote>"
    data = docx([paragraph("同志们："), body], notes={"footnotes": note, "endnotes": end})
    [speech] = read(tmp_path, "a.docx", data)
    assert speech.draft.text == "同志们：\n去年收粮4.2万吨。"
    assert [(removed.text, removed.why) for removed in speech.removed] == [
        ("快报数。", "a footnote"),
        ("含代储。", "an endnote"),
    ]
