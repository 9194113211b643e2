"""`drafting status`: what is answered, by whom, what is missing, what is due."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafting.questionnaire.forms.status import look
from tests.command import run
from tests.questionnaire.form_tools import FACTS, TASKS, done, fill

pytestmark = pytest.mark.usefixtures("office")


def question(key: str) -> dict[str, Any]:
    status = json.loads(done("status", "facts.yaml", "--json"))
    found: dict[str, Any] = next(one for one in status["questions"] if one["key"] == key)
    return found


def test_each_question_has_its_state() -> None:
    Path("facts.yaml").write_text(FACTS + "tone: 庄重\n", "utf-8")
    status = json.loads(done("status", "facts.yaml", "--json"))
    states = {one["key"]: one["state"] for one in status["questions"]}
    assert states == {
        "meeting": "answered",
        "date": "missing",
        "time": "missing",
        "agenda": "open",
        "note": "not asked",
        "tone": "answered",
        "money": "missing",
        "rate": "missing",
        "thanks": "missing",
        "tasks": "partly",
        "praise": "missing",
    }
    assert status["counts"] == {"answered": 2, "partly": 1, "missing": 6, "open": 1, "not asked": 1}
    assert question("tasks")["entries"] == 2
    assert "tasks[1].why" in question("tasks")["lacks"]


def test_it_is_known_from_whom_an_answer_came_until_it_is_changed() -> None:
    done("form", "facts.yaml", "-o", "a.xlsx", "--for", "县水利局")
    fill("a.xlsx", {"完成率": "97%"}, {TASKS: {"C7": "建闸", "H7": 300}})
    done("collect", "facts.yaml", "a.xlsx")
    assert question("rate")["by"] == ["县水利局"]
    assert question("tasks")["by"] == ["县水利局"]
    assert question("meeting")["by"] == []
    text = Path("facts.yaml").read_text("utf-8")
    Path("facts.yaml").write_text(text.replace("97%", "96%").replace("sum: 300", "sum: 280"), "utf-8")
    assert question("rate")["by"] == []
    assert question("tasks")["by"] == ["县水利局"]


def test_forms_are_due_until_they_are_back() -> None:
    done("form", "facts.yaml", "-o", "a.xlsx", "--for", "县水利局", "--due", "2026-3-1", "--only", "rate,tasks")
    done("form", "facts.yaml", "-o", "b.xlsx", "--for", "县河长办", "--due", "2026-2-1")
    status = look(Path("facts.yaml"), date(2026, 2, 10))
    assert [(form.unit, form.due, form.overdue) for form in status.forms] == [
        ("县水利局", "2026-3-1", False),
        ("县河长办", "2026-2-1", True),
    ]
    assert {line.question.key: line.due for line in status.lines}["rate"] == "2026-2-1"
    fill("b.xlsx", {"完成率": "97%", "填报人": "张三", "联系电话": 13800000000})
    done("collect", "facts.yaml", "b.xlsx")
    status = look(Path("facts.yaml"), date(2026, 2, 10))
    assert [(form.units, form.overdue) for form in status.forms] == [((), False), (("县河长办",), False)]
    assert status.forms[1].persons == ("张三 13800000000",)
    assert {line.question.key: line.due for line in status.lines}["rate"] == "2026-3-1"
    assert {line.question.key: line.due for line in status.lines}["money"] == ""


def test_a_form_that_was_sent_again_is_due_once() -> None:
    done("form", "facts.yaml", "-o", "a.xlsx", "--for", "县水利局", "--due", "2026-2-1", "--only", "rate")
    done("form", "facts.yaml", "-o", "b.xlsx", "--for", "县水利局", "--due", "2026-3-1", "--only", "rate,tasks")
    done("form", "facts.yaml", "-o", "c.xlsx", "--for", "县交通局", "--due", "2026-2-1", "--only", "rate")
    status = look(Path("facts.yaml"), date(2026, 2, 10))
    assert [(form.file, form.replaced, form.overdue) for form in status.forms] == [
        ("a.xlsx", True, False),
        ("b.xlsx", False, False),
        ("c.xlsx", False, True),
    ]
    assert "replaced" in done("status", "facts.yaml")


def test_a_form_for_anyone_may_come_back_from_several() -> None:
    done("form", "facts.yaml", "-o", "open.xlsx")
    Path("copy.xlsx").write_bytes(Path("open.xlsx").read_bytes())
    for file, unit in (("open.xlsx", "一局"), ("copy.xlsx", "二局")):
        fill(file, {"填报单位": unit}, {TASKS: {"C8": unit + "的事"}})
    done("collect", "facts.yaml", "open.xlsx", "copy.xlsx")
    (form,) = look(Path("facts.yaml"), date(2026, 2, 10)).forms
    assert form.units == ("一局", "二局")


def test_the_table_shows_questions_and_forms() -> None:
    done("form", "facts.yaml", "-o", "a.xlsx", "--for", "县水利局", "--due", "2026-3-1")
    shown = done("status", "facts.yaml")
    for piece in ("会议全称＊", "answered", "partly (2)", "missing", "县水利局", "a.xlsx", "2026-3-1"):
        assert piece in shown
    assert "\x1b" not in shown


def test_without_forms_there_is_no_word_of_them() -> None:
    assert "Forms" not in done("status", "facts.yaml")
    assert json.loads(done("status", "facts.yaml", "--json"))["forms"] == []


def test_nothing_is_written() -> None:
    done("status", "facts.yaml")
    assert sorted(path.name for path in Path().iterdir()) == ["facts.yaml", "outlines"]


def test_a_facts_file_with_a_wrong_answer_is_refused() -> None:
    Path("facts.yaml").write_text("outline: small\ndate: 尽快\n", "utf-8")
    result = run("status", "facts.yaml")
    assert result.exit_code == 2
    assert "facts.yaml:2:7" in result.output


def test_a_standing_phrase_that_the_house_file_lacks_is_missing_too() -> None:
    outline = Path("outlines/small.yaml")
    text = outline.read_text("utf-8").replace("{{ meeting }}上的", "{{ meeting }}{{ house.guidance }}上的")
    outline.write_text(text.replace("questions:", "phrases: {guidance: 指导思想}\nquestions:"), "utf-8")
    before = json.loads(done("status", "facts.yaml", "--json"))
    assert len(before["house"]) == 1
    listed = sum(one["state"] == "missing" for one in before["questions"])
    assert before["counts"]["missing"] == listed + 1
    assert before["house"][0] in done("status", "facts.yaml")
