"""Text files and web pages as they lie about in an office: read whatever their names say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.learn.files import SPEECH, markers, read, refusal
from tests.learn.packages import docx, paragraph


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


def test_a_web_page_is_known_without_its_name(tmp_path: Path) -> None:
    [speech] = read(tmp_path, "page.txt", f"<!DOCTYPE html><p>{SPEECH.replace(chr(10), '<br>')}".encode())
    assert speech.draft.text == SPEECH.rstrip("\n")


def test_entities_and_files_of_a_web_page_are_not_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("机密", encoding="utf-8")
    entity = f"<!DOCTYPE html [<!ENTITY x SYSTEM '{(tmp_path / 'secret.txt').as_uri()}'>]>"
    [speech] = read(tmp_path, "page.html", f"{entity}<p>同志们：</p><p>&x;开会。</p>".encode())
    assert "机密" not in speech.draft.text
