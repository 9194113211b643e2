"""The dialogue on a terminal: through the library's own pipe, and through a real pseudo-terminal."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.output.vt100 import Vt100_Output

from drafting.errors import UserError
from drafting.questionnaire.asking import Notebook, hold
from drafting.questionnaire.commands import event_of
from drafting.questionnaire.plain import in_editor
from drafting.questionnaire.screens import Back, Event
from drafting.questionnaire.terminal import TerminalFront
from drafting.questionnaire.wording import Prompt
from tests.questionnaire.asked import TODAY, an_office

ROOT = Path(__file__).parent.parent.parent
ENTER, CTRL_C, CTRL_U, PAGE_UP, ALT_ENTER = "\r", "\x03", "\x15", "\x1b[5~", "\x1b\r"
BACKSPACE, LEFT, TAB, HOME = "\x7f", "\x1b[D", "\t", "\x1b[H"


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


def test_back_goes_through_all_answered_questions_and_damages_none(facts: Path) -> None:
    facts.write_text("outline: small\nmeeting: 会\ndate: 2026年7月1日\norganisation: 局\n", encoding="utf-8")
    text = press(facts, *["<", ENTER] * 5, CTRL_U, "大会", ENTER)
    assert text == "outline: small\nmeeting: 大会\ndate: 2026年7月1日\norganisation: 局\n"


@pytest.mark.parametrize("key", ["<", "《", "<<", ">", "》", "?", "？", HOME + "<"])
def test_a_key_behind_an_answer_never_becomes_part_of_it(facts: Path, key: str) -> None:
    assert press(facts, "创卫", ENTER, PAGE_UP, key, ENTER) == "outline: small\nmeeting: 创卫\n"


@pytest.mark.parametrize("key", ["-", "－", "—"])
def test_a_hyphen_behind_an_answer_takes_the_answer_out(facts: Path, key: str) -> None:
    assert press(facts, "创卫", ENTER, PAGE_UP, key, ENTER) == "outline: small\n"


def test_the_mark_that_closes_a_title_is_text(facts: Path) -> None:
    text = press(facts, "印发《办法", ENTER, PAGE_UP, "》", ENTER)
    assert text == "outline: small\nmeeting: 印发《办法》\n"


def test_the_keys_stand_below_a_question_that_has_an_answer(facts: Path) -> None:
    facts.write_text("outline: small\nmeeting: 会\n", encoding="utf-8")
    shown = StringIO()
    with create_pipe_input() as pipe:
        pipe.send_text("<" + ENTER)
        front = TerminalFront(pipe, Vt100_Output(shown, lambda: Size(24, 80), term="xterm"))
        event = front.read(Prompt("会"))
    assert event == Back()
    assert "< or PageUp back   > overview" in shown.getvalue()


def test_an_editor_that_fails_is_told_and_the_question_asked_again(
    facts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" -c "raise SystemExit(1)"')
    front = _Typing("", "", "", "", "", "!", "写在这里")
    with pytest.raises(EOFError):
        hold(Notebook(facts), front, TODAY)
    assert facts.read_text(encoding="utf-8") == "outline: small\nbackground: 写在这里\n"
    assert any("has failed, so the answer is as it was. Type it here." in line for line in front.said)


def test_what_somebody_else_answered_meanwhile_stays_and_so_does_what_is_typed(facts: Path) -> None:
    front = _Typing("会议", lambda: facts.write_text("outline: small\nmeeting: 会议\nmoney: 3万\n", "utf-8"), "今天")
    with pytest.raises(EOFError):
        hold(Notebook(facts), front, TODAY)
    text = facts.read_text(encoding="utf-8")
    assert text == "outline: small\nmeeting: 会议\ndate: 2026年6月10日\nmoney: 3万\n"
    assert "Somebody has changed the file meanwhile; it has been read again." in front.said


def test_the_same_answer_given_by_somebody_else_is_not_written_over_and_what_was_typed_is_shown(facts: Path) -> None:
    front = _Typing(lambda: facts.write_text("outline: small\nmeeting: 同事的\n", "utf-8"), "我的")
    with pytest.raises(EOFError):
        hold(Notebook(facts), front, TODAY)
    assert facts.read_text(encoding="utf-8") == "outline: small\nmeeting: 同事的\n"
    assert "Not saved: 我的" in front.said
    assert front.prompts[-1].current == "同事的"  # asked again


def test_a_row_that_moved_meanwhile_gets_nothing_of_another_row(facts: Path) -> None:
    facts.write_text("outline: small\nmeeting: 会\ntasks:\n  - {heading: 甲}\n", encoding="utf-8")
    other = "outline: small\nmeeting: 会\ntasks:\n  - {heading: 乙}\n  - {heading: 甲}\n"
    front = _Typing(">", "4", "1", "", "", lambda: facts.write_text(other, "utf-8"), "6月底")
    with pytest.raises(EOFError):
        hold(Notebook(facts), front, TODAY)
    assert facts.read_text(encoding="utf-8") == other
    assert "Not saved: 6月底" in front.said


def test_what_was_typed_is_shown_when_the_changed_file_cannot_be_used(facts: Path) -> None:
    front = _Typing(lambda: facts.write_text("outline: small\ndate: 尽快\n", "utf-8"), "很长的会议名称")
    with pytest.raises(UserError, match="尽快"):
        hold(Notebook(facts), front, TODAY)
    assert "Not saved: 很长的会议名称" in front.said


def test_asking_goes_on_in_the_middle_of_a_row_where_ctrl_c_stopped_it(facts: Path) -> None:
    press(facts, "会议", ENTER * 6, "修渠", ENTER, "清淤", ENTER * 2)
    assert press(facts, "6月底", ENTER).endswith("    deadline: 6月底\n")


def test_after_twelve_times_later_asking_goes_on_where_it_stopped(facts: Path) -> None:
    press(facts, "会议", ENTER * 5, "<", ENTER)
    assert press(facts, "3万", ENTER) == "outline: small\nmeeting: 会议\nmoney: 3万\n"
    assert (facts.parent / ".drafting" / "facts.ask.json").is_file()


def test_a_damaged_place_is_no_hindrance(facts: Path) -> None:
    press(facts, "会议", ENTER)
    (facts.parent / ".drafting" / "facts.ask.json").write_text('{"version": 1, "at": [', encoding="utf-8")
    assert "date: 2026年6月10日" in press(facts, "今天", ENTER)


class _Typing:
    """A front end that does what it was told, one thing at each question, and then comes to an end."""

    def __init__(self, *typed: str | Callable[[], object]) -> None:
        self._typed = list(typed)
        self.said: list[str] = []
        self.prompts: list[Prompt] = []

    def say(self, lines: Sequence[str]) -> None:
        self.said += lines

    def read(self, prompt: Prompt) -> Event:
        self.prompts.append(prompt)
        while self._typed:
            typed = self._typed.pop(0)
            if isinstance(typed, str):
                return event_of(typed)
            typed()
        raise EOFError

    def edit(self, text: str) -> str | None:
        return in_editor(text)


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


@pytest.mark.slow
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
    assert re.sub("seed: .*\n", "", facts.read_text(encoding="utf-8")) == kept

    talk = begin("ask", "facts.yaml")
    answer(talk, "投入多少", "<")
    answer(talk, "有没有表彰", "没有")
    answer(talk, "投入多少", ">")
    answer(talk, "== Overview ==", "")
    talk.expect(pexpect.EOF)
    screen = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", talk.before)
    talk.close()
    assert talk.exitstatus == 0
    assert "drafting write facts.yaml" in screen
    assert re.sub("seed: .*\n", "", facts.read_text(encoding="utf-8")) == kept + "awards: 否\n"
