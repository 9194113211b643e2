"""Where nothing can be taken in that is said, and the facts stay whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.command import run
from tests.questionnaire.form_tools import FACTS, a_form, collected, data, done, fill

pytestmark = pytest.mark.usefixtures("office")


def test_the_facts_are_taken_in_even_where_nothing_can_be_noted_beside_them() -> None:
    done("form", "small", "-o", "a.xlsx")
    fill("a.xlsx", {"完成率": "97%"})
    Path(".drafting").write_text("in the way", "utf-8")
    found = collected("a.xlsx")
    assert data("facts.yaml")["rate"] == "97%"
    assert "could not be noted" in found["notes"][0]


def test_more_rows_than_a_table_may_have_are_refused() -> None:
    one, two = a_form("a.xlsx", "一局"), a_form("b.xlsx", "二局")
    fill(one, sheets={"表扬": {"C6": "甲", "C7": "乙"}})
    fill(two, sheets={"表扬": {"C6": "丙", "C7": "丁"}})
    collected(one)
    before = Path("facts.yaml").read_bytes()
    result = run("collect", "facts.yaml", two)
    assert result.exit_code == 2
    assert "expected at most 3" in result.output
    assert Path("facts.yaml").read_bytes() == before


def test_a_facts_file_changed_meanwhile_is_not_overwritten(monkeypatch: pytest.MonkeyPatch) -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"})
    from drafting.questionnaire.forms import collecting

    real = collecting.load_records

    def meanwhile(facts: Path) -> Any:
        facts.write_text(FACTS + "note: 别人写的\n", "utf-8")
        return real(facts)

    monkeypatch.setattr(collecting, "load_records", meanwhile)
    result = run("collect", "facts.yaml", form)
    assert result.exit_code == 2
    assert Path("facts.yaml").read_text("utf-8") == FACTS + "note: 别人写的\n"


def test_a_crash_in_the_middle_of_writing_leaves_the_old_file_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"})

    def crash(_file: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", crash)
    run("collect", "facts.yaml", form)
    assert Path("facts.yaml").read_text("utf-8") == FACTS
    assert sorted(path.name for path in Path().iterdir()) == [".drafting", "a.xlsx", "facts.yaml", "outlines"]


def test_a_form_for_another_outline_is_refused() -> None:
    form = a_form("a.xlsx")
    Path("outlines/other.yaml").write_text(Path("outlines/small.yaml").read_text("utf-8"), "utf-8")
    Path("facts.yaml").write_text("outline: other\n", "utf-8")
    result = run("collect", "facts.yaml", form)
    assert result.exit_code == 2
    assert "“small”" in result.output
    assert "“other”" in result.output


def test_damaged_notes_on_forms_are_told_and_nothing_is_done() -> None:
    form = a_form("a.xlsx")
    Path(".drafting/facts.forms.json").write_text('{"version": 9}', "utf-8")
    result = run("collect", "facts.yaml", form)
    assert result.exit_code == 2
    assert "facts.forms.json" in result.output


def test_every_file_that_is_no_form_is_told() -> None:
    Path("notes.xlsx").write_text("not a form", "utf-8")
    result = run("collect", "facts.yaml", "none.xlsx", "notes.xlsx", "facts.yaml")
    assert result.exit_code == 2
    for piece in ("none.xlsx: Cannot read", "notes.xlsx: This is not a spreadsheet", "facts.yaml: This is no form"):
        assert piece in result.output


def test_without_a_form_the_command_says_what_it_needs() -> None:
    assert run("collect", "facts.yaml").exit_code == 2
