"""`drafting new`, `ask` and `set` without a terminal: standard input line by line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.command import run, run_apart
from tests.questionnaire.asked import an_office

SPEECH = """\
# 小会讲话
outline: small
meeting: 全县水利工作会议
date: 2026年7月1日
organisation: 县水利局
awards: 是
winners:
  - 甲局
  - 乙局
money: 3万
background: |-
  去年
  今年
tasks:
  - heading: 修渠
    measures:
      - 清淤
    deadline: 6月底
  - heading: 打井
    deadline: 年底
tone: 鼓动
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path)
    return tmp_path


def test_a_new_speech_is_asked_from_the_first_question_to_a_word_file(office: Path) -> None:
    lines = ["全县水利工作会议", "2026-7-1", "县水利局", "是", "甲局", "乙局", "", "3万", "去年\\", "今年", "修渠"]
    lines += ["清淤", "", "6月底", "打井", "", "年底", "", "3", "", ""]
    done = run("new", "small", "-o", "speech.yaml", typed="\n".join(lines))
    assert done.exit_code == 0, done.output
    written = (office / "speech.yaml").read_text(encoding="utf-8")
    assert re.sub(r"seed: [1-9]\d?  # .*\n", "", written) == SPEECH
    assert "seed:" in written  # two speeches of a kind shall not sound alike
    assert "(8/9) 任务 (required, row by row, at least 2)" in done.output
    assert "drafting write speech.yaml" in done.output
    assert run("write", "speech.yaml").exit_code == 0
    assert (office / "speech.docx").is_file()


def test_the_end_of_the_input_keeps_what_was_answered_and_asking_goes_on(office: Path) -> None:
    first = run("new", "small", "-o", "speech.yaml", typed="全县水利工作会议\n")
    assert first.exit_code == 0
    assert "every answer given is in speech.yaml" in first.output
    second = run("ask", "speech.yaml", typed="今天\n")
    assert "会议全称" not in second.output
    assert "meeting: 全县水利工作会议\ndate: 20" in (office / "speech.yaml").read_text(encoding="utf-8")


def test_an_outline_is_chosen_by_number_name_or_part_of_its_title(office: Path) -> None:
    for typed in ("小会", "small", "小会讲话"):
        done = run("new", typed=f"不知道\n{typed}\n")
        assert "小会讲话" in done.output
        assert "开个小会" in done.output
        assert "Type a number from 1 to" in done.output
        assert "Begun: small.yaml" in done.output
        (office / "small.yaml").unlink()
    assert run("new", typed="\n").exit_code == 0
    assert not (office / "small.yaml").exists()


def test_a_facts_file_that_is_there_is_not_begun_again(office: Path) -> None:
    done = run("new", "small", "-o", "facts.yaml")
    assert done.exit_code == 2
    assert "go on with it: drafting ask facts.yaml" in done.output
    assert (office / "facts.yaml").read_text(encoding="utf-8") == "outline: small\n"


def test_nothing_is_begun_beside_a_faulty_house_file(office: Path) -> None:
    (office / "house.yaml").write_text("organization: 县水利局\n", encoding="utf-8")
    done = run("new", "small")
    assert done.exit_code == 2
    assert "house.yaml:1:1" in done.output
    assert not (office / "small.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["new", "smal"], "Did you mean “small”?"),
        (["new", "small", "-o", "nowhere/speech.yaml"], "There is no folder “nowhere”"),
        (["ask", "nothing.yaml"], "Cannot read the file"),
        (["set", "nothing.yaml", "a=1"], "Cannot read the file"),
    ],
)
def test_what_cannot_be_begun_is_told(office: Path, arguments: list[str], message: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert message in done.output


def test_a_faulty_facts_file_is_told_with_line_and_question_and_left_alone(office: Path) -> None:
    text = "outline: small\ndate: 尽快\nmony: 3\ntone: 激昂\n"
    (office / "facts.yaml").write_text(text, encoding="utf-8")
    done = run("ask", "facts.yaml", typed="会议\n")
    assert done.exit_code == 2
    assert "facts.yaml:2:7: date (讲话日期): found “尽快”, expected a date" in done.output
    assert "facts.yaml:3:1: Unknown key “mony” in the facts file. Did you mean “money”?" in done.output
    assert "facts.yaml:4:7: tone (语气): found “激昂”, expected one of 庄重、平实、鼓动." in done.output
    assert (office / "facts.yaml").read_text(encoding="utf-8") == text


def test_too_few_rows_are_no_reason_not_to_ask_on(office: Path) -> None:
    (office / "facts.yaml").write_text("outline: small\nmeeting: 会\ntasks: [{heading: 修渠}]\n", encoding="utf-8")
    done = run("ask", "facts.yaml", typed="打井\n")
    assert done.exit_code == 0
    assert "1 still lacking" in done.output
    assert "tasks: [{heading: 修渠}, {heading: 打井}]" in (office / "facts.yaml").read_text(encoding="utf-8")


def test_only_the_gaps_are_asked(office: Path) -> None:
    (office / "facts.yaml").write_text("outline: small\nmeeting: 会\norganisation: 局\nbackground: 事\n", "utf-8")
    done = run("ask", "facts.yaml", "--only", "gaps", typed="3万\n甲\n\n年底\n乙\n\n年底\n\n\n")
    assert "(1/2) 投入多少 (number, in 元)" in done.output
    assert "会议全称 (" not in done.output
    assert "讲话日期 (" not in done.output
    again = run("ask", "facts.yaml", "--only", "gaps")
    assert "措施" in again.output


def test_only_gaps_names_what_the_house_file_lacks_as_write_does(office: Path) -> None:
    outline = office / "outlines" / "small.yaml"
    text = outline.read_text(encoding="utf-8")
    text = text.replace("questions:", "phrases:\n  guidance: 指导思想\nquestions:", 1)
    outline.write_text(text.replace("{{ background }}", "{{ background }}{{ house.guidance }}"), encoding="utf-8")
    facts = SPEECH.replace("打井", "打井\n    measures: [钻]")
    (office / "facts.yaml").write_text(facts, encoding="utf-8")
    assert "house.guidance" in run("write", "facts.yaml").output
    done = run("ask", "facts.yaml", "--only", "gaps")
    assert "lacks nothing" not in done.output
    assert "Lacking in the house file: house.guidance 指导思想\n" in done.output
    (office / "house.yaml").write_text("phrases: {guidance: 贯彻精神}\n", encoding="utf-8")
    assert run("ask", "facts.yaml", "--only", "gaps").output == "The draft lacks nothing.\n"


def test_a_title_that_several_outlines_share_is_said_to_be_ambiguous_and_back_is_answered(office: Path) -> None:
    text = (office / "outlines" / "small.yaml").read_text(encoding="utf-8")
    (office / "outlines" / "other.yaml").write_text(text.replace("小会讲话", "小会部署"), encoding="utf-8")
    done = run("new", typed="小会\n<\n小会部\n")
    assert "“小会” fits several of them:\n" in done.output
    assert done.output.count("Type a number from 1 to") == 2
    assert "Begun: other.yaml" in done.output


def test_nothing_chosen_is_said(office: Path) -> None:
    done = run("new", typed="\n")
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, "Nothing was begun.")
    done = run("new", typed="")
    assert done.exit_code == 2
    assert "\nNothing was begun: no outline was chosen." in done.output


def test_a_new_file_of_the_same_name_begins_at_its_first_question(office: Path) -> None:
    run("new", "small", "-o", "speech.yaml", typed="会议\n\n\n")
    (office / "speech.yaml").unlink()
    assert "会议全称" in run("new", "small", "-o", "speech.yaml").output


def test_asking_that_came_to_its_end_begins_anew_with_what_is_open(office: Path) -> None:
    run("ask", "facts.yaml", typed="会议\n>\n\n")
    assert not (office / ".drafting" / "facts.ask.json").exists()
    assert "讲话日期" in run("ask", "facts.yaml").output


def test_answers_typed_in_gb18030_are_read(office: Path) -> None:
    run("ask", "facts.yaml", typed="全县水利工作会议\n".encode("gb18030"))
    assert "meeting: 全县水利工作会议\n" in (office / "facts.yaml").read_text(encoding="utf-8")


def test_set_changes_answers_and_says_so(office: Path) -> None:
    done = run("set", "facts.yaml", "meeting=全县会议", "tasks[+].heading=修渠")
    assert done.exit_code == 0
    assert done.output == "meeting（会议全称）: (nothing) → 全县会议\ntasks[+].heading（标题）: (nothing) → 修渠\n"
    assert "Nothing to change" in run("set", "facts.yaml", "meeting=全县会议").output
    refused = run("set", "facts.yaml", "meting=全县会议")
    assert (refused.exit_code, refused.output) == (2, "There is no question “meting”. Did you mean “meeting”?\n")


def test_a_pipe_speaks_utf_8_whatever_the_machine_does(office: Path) -> None:
    """As a program would run it: no terminal, a locale without Chinese."""
    done = run_apart(office, "ask", "facts.yaml", typed="全县会议\n", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "会议全称" in done.stdout.decode("utf-8")
    assert done.stderr == b""
    assert "meeting: 全县会议\n" in (office / "facts.yaml").read_text(encoding="utf-8")
