"""Forms filled in otherwise than was meant: understood where that is safe, else told with their places."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.command import run
from tests.questionnaire.form_tools import (
    ANSWERS,
    PRAISE,
    SHEET,
    TASKS,
    a_form,
    cell_of,
    change_part,
    collected,
    data,
    fill,
    refused,
)

pytestmark = pytest.mark.usefixtures("office")


def put(form: str, wording: str, typed: Any, style: str = "General") -> None:
    book = load_workbook(form)
    cell = book[ANSWERS][cell_of(book[ANSWERS], wording)]
    cell.value, cell.number_format = typed, style
    book.save(form)


@pytest.mark.parametrize("number", ["1e-99999999", "0e-99999999", "1e-3000000", "1" * 5000, "-1e99999999"])
def test_a_number_of_a_few_bytes_does_not_become_gigabytes(number: str) -> None:
    form = a_form("a.xlsx")
    put(form, "开会时间", 4711)
    change_part(form, SHEET, lambda text: text.replace("<v>4711</v>", f"<v>{number}</v>"))
    began = time.monotonic()
    result = run("collect", "facts.yaml", form)
    assert result.exit_code in (0, 2)
    assert time.monotonic() - began < 5
    assert Path("facts.yaml").stat().st_size < 2000


def test_ranges_merged_upon_each_other_are_refused() -> None:
    form = a_form("a.xlsx")
    row = '<row r="99000"><c r="B99000"><v>1</v></c></row></sheetData>'
    merges = '<mergeCell ref="B2:B99000"/>' * 300
    change_part(
        form,
        SHEET,
        lambda text: re.sub(
            r"<mergeCells[^>]*>", lambda at: at[0] + merges, text.replace("</sheetData>", row), count=1
        ),
    )
    began = time.monotonic()
    assert "far more cells" in refused(form)
    assert time.monotonic() - began < 5


def test_millions_of_empty_cells_are_refused() -> None:
    form = a_form("a.xlsx")
    row = f'<row r="9000">{"<c/>" * 4_100_000}</row></sheetData>'
    change_part(form, SHEET, lambda text: text.replace("</sheetData>", row))
    assert "far more" in refused(form)


def test_a_year_and_a_month_typed_as_a_number_are_not_january_for_october() -> None:
    form = a_form("a.xlsx")
    put(form, "日期", 2026.10)
    said = refused(form)
    assert "2026.1" in said
    assert "October" in said


@pytest.mark.parametrize(
    ("style", "read"),
    [('0.0"亿元"', "3.5亿元"), ('0.0"元"', "3.5元"), ("#,##0.00_ ", "3.5"), ('G/通用格式"万元"', "3.5万元")],
)
def test_a_unit_that_a_cell_shows_belongs_to_its_number(style: str, read: str) -> None:
    form = a_form("a.xlsx")
    put(form, "投入资金", 3.5, style)
    collected(form)
    assert data("facts.yaml")["money"] == read


def test_a_cell_that_shows_another_number_than_it_holds_is_asked_about() -> None:
    form = a_form("a.xlsx")
    put(form, "投入资金", 12345, '0!.0,"万"')
    assert "12345" in refused(form)


def test_all_that_is_wrong_in_all_forms_is_told_at_once() -> None:
    form = a_form("a.xlsx")
    Path("junk.xlsx").write_text("no form", "utf-8")
    put(form, "日期", "2026.6.31")
    put(form, "有没有会前议程", "也许")
    put(form, "完成率", "=1/0")
    change_part(
        form,
        SHEET,
        lambda text: re.sub(r"<c ([^>]*?)><f>1/0</f><v ?/?>(</v>)?</c>", r'<c \1 t="e"><v>#REF!</v></c>', text),
    )
    said = refused(form, "junk.xlsx")
    for piece in ("2026.6.31", "也许", "#REF!", "junk.xlsx"):
        assert piece in said


def test_colons_typed_full_width_or_without_a_blank_are_read() -> None:
    form = a_form("a.yaml")
    text = Path(form).read_text("utf-8").replace("\nrate:\n", "\nrate：97%\n").replace("\ntime:\n", "\ntime:9:30\n")
    Path(form).write_text(text, "utf-8")
    collected(form)
    facts = data("facts.yaml")
    assert (facts["rate"], facts["time"]) == ("97%", "9:30")


def test_each_row_with_a_full_width_colon_is_told_with_its_question() -> None:
    form = a_form("a.yaml")
    text = Path(form).read_text("utf-8").replace("  - heading: 修渠", "  - heading：修渠")
    Path(form).write_text(text.replace("    owner: 县河长办", "    owner：县河长办"), "utf-8")
    said = refused(form)
    assert "标题" in said
    assert "牵头单位" in said


def test_a_row_too_many_is_told_where_it_stands_in_the_form() -> None:
    one, two = a_form("a.xlsx", "一局"), a_form("b.xlsx", "二局")
    for form in (one, two):
        fill(form, sheets={PRAISE: {f"C{row}": f"{form}交来的{row}" for row in (6, 7)}})
    said = refused(one, two)
    assert f"b.xlsx: sheet “{PRAISE}”, cell C7" in said
    assert "at most 3" in said


def test_a_text_form_is_read_as_a_spreadsheet_is() -> None:
    form = a_form("a.yaml")
    text = Path(form).read_text("utf-8")
    for key, answer in {"thanks": "无", "agenda": "√", "date": "20260630"}.items():
        text = text.replace(f"\n{key}:\n", f"\n{key}: {answer}\n")
    text = text.replace("  - name:\n", "  - name: 无\n")
    Path(form).write_text(text, "utf-8")
    collected(form)
    facts = data("facts.yaml")
    assert (facts["thanks"], facts["agenda"], facts["date"], facts["praise"]) == ([], "是", "2026-06-30", [])


def test_what_means_no_answer_is_none_and_told() -> None:
    form = a_form("a.xlsx")
    fill(form, {"日期": "/", "议程": "——", "填报单位": "县\u202e水利局"}, {TASKS: {"C8": "合 计", "H8": 300}})
    found = collected(form)
    assert found["taken"] == []
    assert len(found["notes"]) == 3


def test_a_form_of_one_department_that_names_another_is_told() -> None:
    form = a_form("a.yaml", "甲局")
    Path(form).write_text(Path(form).read_text("utf-8").replace("填报单位：甲局", "填报单位：乙局"), "utf-8")
    assert "乙局" in collected(form)["notes"][0]


def test_a_form_never_points_to_a_file() -> None:
    form = a_form("a.yaml")
    text = Path(form).read_text("utf-8").replace('"outline":"small"', '"outline":"../k/small.yaml"')
    Path(form).write_text(text, "utf-8")
    assert "no form" in refused(form)


def test_a_damaged_part_is_named_and_not_explained_in_english() -> None:
    form = a_form("a.xlsx")
    change_part(form, SHEET, lambda text: text.replace("</sheetData>", ""))
    said = refused(form)
    assert SHEET in said
    assert "mismatch" not in said
