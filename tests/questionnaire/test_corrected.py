"""Forms that come again, corrected or not, and rows that are known to come from a department."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.questionnaire.form_tools import FACTS, TASKS, a_form, collected, data, fill

pytestmark = pytest.mark.usefixtures("office")


def test_the_same_form_again_brings_nothing() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"}, {TASKS: {"C7": "建闸", "D6": "老百姓盼"}})
    collected(form)
    before = Path("facts.yaml").read_bytes()
    assert collected(form)["taken"] == []
    assert Path("facts.yaml").read_bytes() == before


def test_the_same_form_again_brings_nothing_even_if_what_was_remembered_is_lost() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"}, {TASKS: {"C7": "建闸", "D6": "老百姓盼"}})
    collected(form)
    before = Path("facts.yaml").read_bytes()
    Path(".drafting/facts.forms.json").unlink()
    found = collected(form)
    assert (found["taken"], found["conflicts"]) == ([], [])
    assert Path("facts.yaml").read_bytes() == before


def test_what_was_changed_by_hand_is_not_undone_by_the_form_it_came_from() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"}, {TASKS: {"C7": "建闸", "H7": 300}})
    collected(form)
    text = Path("facts.yaml").read_text("utf-8").replace("97%", "96.5%").replace("sum: 300", "sum: 280")
    Path("facts.yaml").write_text(text, "utf-8")
    found = collected(form)
    assert (found["taken"], found["conflicts"]) == ([], [])
    assert Path("facts.yaml").read_text("utf-8") == text


def test_a_corrected_row_is_shown_as_a_change_of_that_row() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={TASKS: {"C7": "建闸", "D7": "防洪", "H7": 300, "C8": "加固堤防", "D8": "老旧"}})
    collected(form)
    fill(form, sheets={TASKS: {"H7": 280, "E7": "先建两座", "C8": "加固大堤"}})
    found = collected(form)
    assert [one["path"] for one in found["taken"]] == ["tasks[3].measures"]
    assert [(one["path"], one["facts"], one["says"]) for one in found["conflicts"]] == [
        ("tasks[3].sum", "300", "280"),
        ("tasks[4].heading", "加固堤防", "加固大堤"),
    ]
    assert len(data("facts.yaml")["tasks"]) == 4
    assert found["conflicts"][0]["by"] == ["县水利局"]
    collected("--take", form)
    assert data("facts.yaml")["tasks"][2]["sum"] == "280"
    assert data("facts.yaml")["tasks"][3]["heading"] == "加固大堤"


def test_two_people_of_one_department_who_fill_in_a_copy_each_do_not_correct_each_other() -> None:
    form = a_form("a.xlsx", "县水利局")
    Path("b.xlsx").write_bytes(Path(form).read_bytes())
    fill("a.xlsx", sheets={TASKS: {"C7": "建闸", "F7": "县水利局", "G7": "6月底"}})
    fill("b.xlsx", sheets={TASKS: {"C7": "打井", "F7": "县水利局", "G7": "6月底"}})
    assert collected("a.xlsx", "b.xlsx")["conflicts"] == []
    assert [row["heading"] for row in data("facts.yaml")["tasks"]] == ["修渠", "清淤", "建闸", "打井"]


def test_a_row_that_was_taken_out_is_not_added_again_but_told() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"}, {TASKS: {"C7": "建闸"}})
    collected(form)
    Path("facts.yaml").write_text(FACTS, "utf-8")
    found = collected(form)
    assert [one["path"] for one in found["taken"]] == ["rate"]
    assert "建闸" in found["notes"][0]
    assert collected(form, "--keep")["notes"] == []


def test_a_facts_file_that_was_lost_is_begun_again() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"}, {TASKS: {"C7": "建闸"}})
    collected(form)
    Path("facts.yaml").unlink()
    collected(form)
    assert data("facts.yaml")["rate"] == "97%"
    assert [row["heading"] for row in data("facts.yaml")["tasks"]] == ["修渠", "建闸"]


def test_a_later_form_of_the_same_department_corrects_its_rows() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={TASKS: {"C7": "建闸", "H7": 300}})
    collected(form)
    later = a_form("later.xlsx", "县水利局")
    sheet = load_workbook(later)[TASKS]
    assert [sheet[cell].value for cell in ("C6", "C7", "F7")] == ["修渠", "建闸", "县水利局"]
    fill(later, sheets={TASKS: {"H7": 280, "C8": "清库"}})
    found = collected(later)
    assert [one["path"] for one in found["conflicts"]] == ["tasks[3].sum"]
    assert [one["path"] for one in found["taken"]] == ["tasks[4]"]


def test_rows_of_other_departments_are_not_sent_out_and_stay() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={TASKS: {"C7": "建闸"}})
    collected(form)
    other = a_form("b.xlsx", "县交通局")
    assert [load_workbook(other)[TASKS][cell].value for cell in ("C6", "C7")] == [None, None]
    fill(other, sheets={TASKS: {"C6": "建闸", "D6": "两岸要通"}})
    collected(other)
    assert [(row["heading"], row["owner"]) for row in data("facts.yaml")["tasks"]] == [
        ("修渠", "县水利局"),
        ("清淤", "县河长办"),
        ("建闸", "县水利局"),
        ("建闸", "县交通局"),
    ]


def test_a_row_of_another_department_stays_unseen_after_it_was_reworded() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={"表扬": {"C6": "张三", "D6": "是"}})
    collected(form)
    text = Path("facts.yaml").read_text("utf-8").replace("big: 是", "big: 否")
    Path("facts.yaml").write_text(text, "utf-8")
    assert load_workbook(a_form("b.xlsx", "县交通局"))["表扬"]["C6"].value is None
    assert load_workbook(a_form("c.xlsx", "县水利局"))["表扬"]["C6"].value == "张三"
    assert load_workbook(a_form("d.xlsx"))["表扬"]["C6"].value == "张三"
