"""A file given where another kind belongs: the person is told which command takes it, and nothing happens to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.office import FILE, an_office, facts
from tests.command import run

pytestmark = pytest.mark.usefixtures("office")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("compare facts.docx other.docx", "drafting diff facts.docx other.docx"),
        ("compare facts.docx facts.yaml", "drafting compare facts.yaml facts.docx"),
        ("compare facts.yaml facts.yaml", "drafting compare facts.yaml FILE.docx"),
        ("diff facts.yaml facts.docx", "drafting compare facts.yaml facts.docx"),
        ("diff facts.docx facts.yaml", "drafting compare facts.yaml facts.docx"),
        ("write facts.docx", "drafting write FACTS.yaml -o facts.docx"),
        ("facts facts.docx", "drafting facts FACTS.yaml --from facts.docx"),
        ("set facts.docx sum=13亿元", "drafting facts FACTS.yaml --from facts.docx"),
    ],
)
def test_the_right_command_is_named(typed: str, meant: str) -> None:
    before = FILE.read_bytes()
    done = run(*typed.split())
    assert done.exit_code == 2
    assert f"You may have meant: {meant}" in done.stderr
    assert FILE.read_bytes() == before
    assert not Path("other.docx").exists()


_TIMES = """title: 小会讲话
numbering: [一、]
questions:
  tasks:
    ask: 任务
    type: table
    columns: {heading: 标题, deadline: {ask: 时限, type: date}, schedule: 时限不止一个的}
parts:
  - {move: tasks, each: tasks, heading: "{{ heading }}", parts: [{text: "{{ deadline }}前完成，{{ schedule }}。"}]}
"""
_ROW = "outline: small\ntasks:\n  - {heading: 修渠, deadline: 6月底, schedule: 分两步走}\n"


@pytest.mark.parametrize(("path", "row"), [("tasks[1].deadline", 1), ("tasks[+].deadline", 2)])
def test_set_says_where_a_time_that_is_no_date_can_be_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, row: int
) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, _TIMES, _ROW)
    done = run("set", "facts.yaml", f"{path}=国庆节")
    assert done.exit_code == 2
    assert f"In row {row} of tasks it can be said in words instead: schedule" in done.stderr
    facts("deadline: 6月底", "deadline: 国庆节")
    assert "In row 1 of tasks it can be said in words instead: schedule" in run("write", "facts.yaml").stderr
