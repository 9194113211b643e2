"""`drafting structure` as its users meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafting.cli.commands import build
from tests.learn.speeches import make

SPEECH = """在全县水利工作会议上的讲话
同志们：
我讲两点。
一、提高认识
一是看形势。二是看差距。
二、加强领导
要抓实。
上一篇：别的讲话
"""


@pytest.fixture(autouse=True)
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(SPEECH, encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(build(), list(arguments))


def test_the_blocks_for_programs() -> None:
    done = run("structure", "a.txt", "--json")
    assert done.exit_code == 0, done.output
    [speech] = json.loads(done.stdout)["speeches"]
    assert speech["title"] == "在全县水利工作会议上的讲话"
    assert [block["marker"] for block in speech["blocks"]] == ["", "", "", "一、", "一是", "二是", "二、", ""]
    assert [block["level"] for block in speech["blocks"]] == [0, 0, 0, 1, 2, 2, 1, 1]
    assert [block["move"] for block in speech["blocks"]][3:] == ["significance"] * 3 + ["guarantee"] * 2
    assert set(speech["blocks"][0]) == {"role", "level", "marker", "move", "text", "confidence"}
    assert [removed["text"] for removed in speech["removed"]] == ["上一篇：别的讲话"]
    assert speech["removed"][0]["why"]


def test_the_tree_for_people() -> None:
    lines = run("structure", "a.txt").stdout.splitlines()
    assert lines[0].split() == ["title", "在全县水利工作会议上的讲话"]
    assert "├ 一、提高认识" in lines[3]
    assert "│ └ 二是看差距。" in lines[5]
    assert "└ 二、加强领导" in lines[6]


def test_the_reasons_are_told_when_asked_for() -> None:
    plain, explained = run("structure", "a.txt").stdout, run("structure", "a.txt", "--explain").stdout
    assert "上一篇" not in plain
    assert "上一篇：别的讲话" in explained
    assert "提高认识" in explained.splitlines()[7]


def test_several_speeches_are_counted() -> None:
    Path("b.txt").write_text(make(1).text + "\n\n" + make(2).text, encoding="utf-8")
    shown = run("structure", "b.txt").stdout
    assert "Speech 1 of 2" in shown
    assert "Speech 2 of 2" in shown


def test_a_file_that_holds_no_speech_is_told_without_a_traceback() -> None:
    Path("c.txt").write_text("nothing here", encoding="utf-8")
    done = run("structure", "c.txt")
    assert done.exit_code == 2
    assert done.stderr == "c.txt: There is no Chinese text in the file.\n"


def test_headings_that_only_the_file_knows_hold_what_stands_below_them(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    for text in ("在全县水利工作会议上的讲话", "同志们：", "我讲两点意见。"):
        document.add_paragraph(text)
    for heading in ("总结成绩", "明确任务"):
        document.add_heading(heading, 1)
        for text in ("1.投资2.3亿元。", "2.泵站6座。"):
            document.add_paragraph(text)
    document.save(str(tmp_path / "b.docx"))
    lines = run("structure", "b.docx").stdout.splitlines()
    assert "├ 总结成绩" in lines[3]
    assert "│ ├ 1.投资2.3亿元。" in lines[4]
    assert "│ └ 2.泵站6座。" in lines[5]


def test_a_byte_that_cannot_be_read_is_told_with_the_words_around_it() -> None:
    text = SPEECH.replace("要抓实。", "要抓实，最差的只有52.4%。" + "要把堤坝一段一段查清楚，哪里有险就先修哪里。" * 8)
    data = text.encode("gb18030")
    at = data.index("最差".encode("gb18030"))
    Path("a.txt").write_bytes(data[: at + 1] + b"\xff" + data[at + 1 :])
    for command in ("structure", "learn"):
        result = run(command, "a.txt")
        assert result.exit_code == 0
        assert "要抓实，\ufffd" in result.stderr
    Path("b.txt").write_text(SPEECH, encoding="gb18030")
    assert run("structure", "b.txt").stderr == ""
