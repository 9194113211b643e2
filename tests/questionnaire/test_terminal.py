"""The dialogue on a terminal: through the library's own pipe, and through a real pseudo-terminal."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from drafting.questionnaire.asking import Notebook, hold
from drafting.questionnaire.terminal import TerminalFront
from tests.questionnaire.asked import TODAY, an_office

ROOT = Path(__file__).parent.parent.parent
ENTER, CTRL_C, CTRL_U, PAGE_UP, ALT_ENTER = "\r", "\x03", "\x15", "\x1b[5~", "\x1b\r"
BACKSPACE, LEFT, TAB = "\x7f", "\x1b[D", "\t"


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return an_office(tmp_path)


def press(path: Path, *keys: str) -> str:
    """Press keys and then Ctrl-C; the facts file as it is then."""
    with create_pipe_input() as pipe:
        pipe.send_text("".join(keys) + CTRL_C)
        with pytest.raises(KeyboardInterrupt):
            hold(Notebook(path), TerminalFront(pipe, DummyOutput()), TODAY)
    return path.read_text(encoding="utf-8")


def test_chinese_is_typed_and_mended_with_the_usual_keys(facts: Path) -> None:
    text = press(facts, "全县水立", BACKSPACE, "利会议", LEFT, LEFT, "工作", ENTER)
    assert text == "outline: small\nmeeting: 全县水利工作会议\n"


def test_going_back_shows_the_answer_to_be_edited_in_place(facts: Path) -> None:
    text = press(facts, "全县会议", ENTER, "<", ENTER, "（扩大）", ENTER, PAGE_UP, CTRL_U, "另一个会", ENTER)
    assert text == "outline: small\nmeeting: 另一个会\n"


def test_an_answer_that_is_emptied_is_taken_out(facts: Path) -> None:
    assert press(facts, "全县会议", ENTER, PAGE_UP, CTRL_U, ENTER) == "outline: small\n"


def test_ctrl_c_amid_an_answer_keeps_all_before_it(facts: Path) -> None:
    assert press(facts, "全县会议", ENTER, "2026-7-1", ENTER, "县水") == (
        "outline: small\nmeeting: 全县会议\ndate: 2026年7月1日\n"
    )


def test_a_long_answer_has_several_lines(facts: Path) -> None:
    text = press(facts, ENTER * 5, "第一段", ALT_ENTER, "第二段", ENTER, "修渠", ENTER)
    assert text == "outline: small\nbackground: |-\n  第一段\n  第二段\ntasks:\n  - heading: 修渠\n"


def test_a_pasted_text_keeps_its_lines(facts: Path) -> None:
    text = press(facts, ENTER * 5, "\x1b[200~第一段\n第二段\x1b[201~", ENTER)
    assert text == "outline: small\nbackground: |-\n  第一段\n  第二段\n"


def test_a_long_answer_comes_from_the_editor(facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = facts.parent / "editor.py"
    script.write_text(
        "import sys, pathlib\npathlib.Path(sys.argv[1]).write_text('写在编辑器里\\n分两行\\n', 'utf-8')\n", "utf-8"
    )
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{script}"')
    text = press(facts, ENTER * 5, "！", ENTER)
    assert text == "outline: small\nbackground: |-\n  写在编辑器里\n  分两行\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_the_whole_way_on_a_real_terminal(facts: Path) -> None:
    pexpect = pytest.importorskip("pexpect")
    facts.unlink()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "DRAFTING_LANG": "en", "PYTHONUTF8": "1"}
    environment["LANGUAGE"] = "en"

    (facts.parent / "house.yaml").write_text("leaders: [{name: 江海平, post: 副县长}]\n", encoding="utf-8")

    def begin(*arguments: str) -> Any:
        command = ["-m", "drafting", *arguments]
        folder = str(facts.parent)
        return pexpect.spawn(sys.executable, command, cwd=folder, env=environment, encoding="utf-8", timeout=20)

    def answer(talk: Any, question: str, typed: str) -> None:
        talk.expect_exact(question)
        talk.expect("> ")
        talk.send(typed + ENTER)

    talk = begin("new", "-o", "facts.yaml")
    answer(talk, "What kind of speech?", "小会")
    answer(talk, "会议全称", "全县会议")
    answer(talk, "讲话日期", "<")
    answer(talk, "会议全称", CTRL_U + "全县水利工作会议")
    answer(talk, "讲话日期", "2026/7/1")
    talk.expect_exact("单位")
    talk.expect("> ")
    talk.send("副县" + TAB)
    talk.expect_exact("副县长江海平")  # completed from the house file
    talk.send(ENTER)
    answer(talk, "有没有表彰", "")
    talk.expect_exact("投入多少")
    talk.expect("> ")
    talk.send(CTRL_C)
    talk.expect_exact("drafting ask facts.yaml")
    talk.expect(pexpect.EOF)
    talk.close()
    assert talk.exitstatus == 130
    kept = "# 小会讲话\noutline: small\nmeeting: 全县水利工作会议\ndate: 2026年7月1日\norganisation: 副县长江海平\n"
    assert facts.read_text(encoding="utf-8") == kept

    talk = begin("ask", "facts.yaml")
    answer(talk, "有没有表彰", "没有")
    answer(talk, "投入多少", ">")
    answer(talk, "== Overview ==", "")
    talk.expect(pexpect.EOF)
    screen = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", talk.before)
    talk.close()
    assert talk.exitstatus == 0
    assert "drafting write facts.yaml" in screen
    assert facts.read_text(encoding="utf-8") == kept + "awards: 否\n"
