"""Returned spreadsheets as offices really send them: moved about, saved by other programs, wrong, or hostile."""

from __future__ import annotations

import re
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.command import run
from tests.questionnaire.form_tools import (
    ANSWERS,
    FORM,
    PRAISE,
    SHEET,
    TASKS,
    cell_of,
    change_part,
    data,
    done,
    fill,
    refused,
    repack,
)

pytestmark = pytest.mark.usefixtures("returned")


def taken(*more: str) -> dict[str, Any]:
    """The facts that the form brings."""
    done("collect", "facts.yaml", FORM, *more)
    facts: dict[str, Any] = data("facts.yaml")
    return facts


@pytest.mark.parametrize(
    ("typed", "style", "read"),
    [
        (46203, "General", "2026-6-30"),
        (46203, 'yyyy"年"m"月"d"日"', "2026-6-30"),
        (46203, "yyyy/m/d;@", "2026-6-30"),
        (46203.0, "[$-804]yyyy-mm-dd", "2026-6-30"),
        (datetime(2026, 6, 1), 'yyyy"年"m"月"', "2026年6月"),
        (datetime(2026, 6, 30), 'm"月"d"日"', "6月30日"),
        (datetime(1958, 8, 1), "yyyy-m-d", "1958-8-1"),
        (21398, "General", None),
        (2026, "yyyy-m-d", None),
        (datetime(2026, 6, 30, 12, 0), "yyyy-m-d h:mm", None),
        ("46203", "@", "2026-6-30"),
        ("２０２６．６．３０", "@", "２０２６．６．３０"),
        ("20260630", "@", "2026-06-30"),
        (20260630, "General", "2026-06-30"),
        (2026.6, 'yyyy"年"m"月"d"日"', "2026.6"),
        ("6月底", "@", "6月底"),
        ("二〇二六年六月", "@", "二〇二六年六月"),
    ],
)
def test_days_however_they_are_kept(typed: Any, style: str, read: str | None) -> None:
    book = load_workbook(FORM)
    sheet = book[ANSWERS]
    cell = sheet[cell_of(sheet, "日期")]
    cell.value, cell.number_format = typed, style
    book.save(FORM)
    if read is None:
        assert "日期" in refused(FORM)
    else:
        assert taken()["date"] == read


@pytest.mark.parametrize(
    ("ask", "key", "typed", "style", "read"),
    [
        ("投入资金", "money", 12.5, "General", "12.5"),
        ("投入资金", "money", 0.1 + 0.2, "General", "0.3"),
        ("投入资金", "money", 1_250_000_000, "#,##0", "1250000000"),
        ("投入资金", "money", "1,234.5", "@", "1,234.5"),
        ("投入资金", "money", " １２．５亿 ", "@", "１２．５亿"),
        ("投入资金", "money", "12.5亿元", "General", "12.5亿元"),
        ("投入资金", "money", 1e15, "General", "1000000000000000"),
        ("完成率", "rate", 0.123, "0.0%", "12.3%"),
        ("完成率", "rate", 0.07, "0%", "7%"),
        ("完成率", "rate", 12.3, "General", "12.3"),
        ("完成率", "rate", "百分之九十七", "@", "百分之九十七"),
        ("开会时间", "time", time(9, 30), "h:mm", "9:30"),
        ("开会时间", "time", 0.625, "General", "15:00"),
        ("开会时间", "time", "下午3点", "@", "下午3点"),
        ("有没有会前议程", "agenda", True, "General", "是"),
        ("有没有会前议程", "agenda", "√", "@", "是"),
        ("有没有会前议程", "agenda", "没有", "@", "否"),
        ("会议全称", "meeting", 2026, "General", "2026"),
        ("会议全称", "meeting", datetime(2026, 6, 30), "yyyy-m-d", "2026-6-30"),
        ("会议全称", "meeting", 0.123, "0.0%", "12.3%"),
    ],
)
def test_values_however_they_are_kept(ask: str, key: str, typed: Any, style: str, read: str) -> None:
    book = load_workbook(FORM)
    sheet = book[ANSWERS]
    cell = sheet[cell_of(sheet, ask)]
    cell.value, cell.number_format = typed, style
    book.save(FORM)
    assert taken()[key] == read


def test_days_are_counted_from_1904_where_the_file_says_so() -> None:
    fill(FORM, {"日期": 46203 - 1462})
    change_part(FORM, "xl/workbook.xml", lambda xml: xml.replace("<workbookPr", '<workbookPr date1904="1"', 1))
    assert taken()["date"] == "2026-6-30"


def test_sheets_renamed_and_reordered_rows_and_columns_put_in() -> None:
    fill(FORM, {"会议全称": "全县会议"}, {TASKS: {"C6": "修渠", "D6": "老百姓盼", "C8": "清淤"}})
    book = load_workbook(FORM)
    tasks = book[TASKS]
    tasks.insert_cols(4, 2)
    tasks.insert_cols(1)
    tasks.insert_rows(7, 3)
    tasks.insert_rows(1, 2)
    tasks.title = "任务（水利）"
    book[ANSWERS].insert_rows(8, 2)
    book[ANSWERS].title = "Sheet1"
    book.move_sheet("任务（水利）", -1)
    book.move_sheet("drafting", -2)
    book.save(FORM)
    facts = taken()
    assert facts["meeting"] == "全县会议"
    assert facts["tasks"] == [{"heading": "修渠", "why": "老百姓盼"}, {"heading": "清淤"}]


def test_headers_reworded_and_columns_moved() -> None:
    book = load_workbook(FORM)
    tasks = book[TASKS]
    for row in (1, 4, 5):
        tasks[f"C{row}"].value, tasks[f"F{row}"].value = tasks[f"F{row}"].value, tasks[f"C{row}"].value
    tasks["F4"], tasks["C4"] = "做什么", "谁"
    tasks["F6"], tasks["C6"] = "修渠", "县水利局"
    book.save(FORM)
    assert taken()["tasks"] == [{"heading": "修渠", "owner": "县水利局"}]


def test_merged_cells_hold_for_each_of_their_rows() -> None:
    book = load_workbook(FORM)
    tasks = book[TASKS]
    for cell, text in {"C6": "修渠", "C7": "清淤", "F6": "县水利局", "C8": "护坡", "D8": "老旧"}.items():
        tasks[cell] = text
    tasks.merge_cells("F6:F7")
    for column in "CDEFGH":
        tasks.merge_cells(f"{column}8:{column}9")
    book.save(FORM)
    assert taken()["tasks"] == [
        {"heading": "修渠", "owner": "县水利局"},
        {"heading": "清淤", "owner": "县水利局"},
        {"heading": "护坡", "why": "老旧"},
    ]


def test_a_sheet_copied_for_more_rows_adds_them() -> None:
    fill(FORM, sheets={TASKS: {"C6": "修渠"}})
    book = load_workbook(FORM)
    copy = book.copy_worksheet(book[TASKS])
    copy["C6"], copy["C7"] = "清淤", "护坡"
    book.save(FORM)
    assert [row["heading"] for row in taken()["tasks"]] == ["修渠", "清淤", "护坡"]


def test_entries_of_a_list_are_lines() -> None:
    fill(FORM, {"感谢谁": "干部\r\n\n  群众  \n"}, {TASKS: {"C6": "修渠", "E6": "清障"}})
    facts = taken()
    assert facts["thanks"] == ["干部", "群众"]
    assert facts["tasks"][0]["measures"] == ["清障"]


def test_formulas_are_read_as_the_values_they_had() -> None:
    fill(FORM, {"投入资金": "=1+1", "会议全称": "=A1"})

    def valued(xml: str) -> str:
        xml = re.sub(r"<f>1\+1</f><v></v>", "<f>1+1</f><v>2</v>", xml)
        return re.sub(r"<c ([^>]*)><f>A1</f><v></v>", r'<c \1 t="str"><f>A1</f><v>全县会议</v>', xml)

    change_part(FORM, SHEET, valued)
    facts = taken()
    assert (facts["money"], facts["meeting"]) == ("2", "全县会议")


def test_a_formula_without_its_value_is_named() -> None:
    fill(FORM, sheets={TASKS: {"C6": "修渠", "H6": "=SUM(1,2)"}})
    message = refused(FORM)
    assert f"sheet “{TASKS}”, cell H6" in message
    assert "资金" in message


def test_a_bare_number_that_may_be_a_share_is_asked_about() -> None:
    fill(FORM, {"完成率": 0.97})
    assert "found 0.97, expected 97% or 0.97%" in refused(FORM)


def test_an_error_in_a_cell_is_named() -> None:
    fill(FORM, {"投入资金": "#DIV/0!"})
    assert "#DIV/0!" in refused(FORM)


def test_wrong_answers_are_named_by_sheet_and_cell_all_at_once() -> None:
    fill(
        FORM,
        {"日期": "尽快", "完成率": "很高"},
        {TASKS: {"C6": "修渠", "G6": "年内", "H6": "约300"}, PRAISE: {"D6": "也许"}},
    )
    message = refused(FORM)
    for piece in (
        "date (日期): found “尽快”, expected a date",
        f"sheet “{ANSWERS}”, cell F",
        f"{FORM}: sheet “{TASKS}”, cell G6: deadline (时限): found “年内”",
        f"sheet “{TASKS}”, cell H6: sum (资金): found “约300”",
        f"sheet “{PRAISE}”, cell D6: big (是不是大事): found “也许”, expected 是 or 否",
        "5 faults",
    ):
        assert piece in message


def test_faults_of_all_forms_are_told_and_no_form_is_taken() -> None:
    Path("two.xlsx").write_bytes(Path(FORM).read_bytes())
    fill(FORM, {"日期": "尽快"})
    fill("two.xlsx", {"会议全称": "全县会议", "完成率": "很高"})
    result = run("collect", "facts.yaml", FORM, "two.xlsx")
    assert result.exit_code == 2
    assert "尽快" in result.output
    assert "很高" in result.output
    assert not Path("facts.yaml").exists()


def test_what_stands_where_nothing_is_asked_is_told() -> None:
    book = load_workbook(FORM)
    book[TASKS]["C6"], book[TASKS]["K6"] = "修渠", "备注在这里"
    book.create_sheet("我们的说明")["B2"] = "请看"
    book.save(FORM)
    said = done("collect", "facts.yaml", FORM)
    assert "K6" in said
    assert "我们的说明" in said


def test_macros_are_left_alone() -> None:
    fill(FORM, {"会议全称": "全县会议"})
    repack(FORM, {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"macro" * 100}, "back.xlsm")
    done("collect", "facts.yaml", "back.xlsm")
    assert data("facts.yaml")["meeting"] == "全县会议"
