"""Forms that come back changed, emptied, corrected, from several at once: nothing is lost, and nothing made up."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.questionnaire.form_tools import (
    ANSWERS,
    FACTS,
    PRAISE,
    TASKS,
    a_form,
    an_office,
    cell_of,
    change_part,
    collected,
    data,
    done,
    fill,
    run,
)

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(an_office(tmp_path / "讲话 材料"))
    return Path.cwd()


def refused(*arguments: str) -> str:
    result = run("collect", "facts.yaml", *arguments)
    assert result.exit_code == 2, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return str(result.output)


def put(form: str, wording: str, typed: Any, style: str = "General") -> None:
    book = load_workbook(form)
    cell = book[ANSWERS][cell_of(book[ANSWERS], wording)]
    cell.value, cell.number_format = typed, style
    book.save(form)


def at_once(commands: list[list[str]]) -> list[int]:
    """The exit statuses of commands that are started together."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "drafting", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for command in commands
    ]
    return [one.wait() for one in running]


def test_of_changes_made_at_the_same_time_none_that_was_reported_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    codes = at_once([["set", "facts.yaml", f"tasks[+].heading=任务{n}"] for n in range(5)])
    rows = [row["heading"] for row in data("facts.yaml")["tasks"]]
    assert set(codes) <= {0, 2}
    assert len(rows) == 2 + codes.count(0)
    assert not list(Path().glob(".*.lock"))


def test_of_forms_made_at_the_same_time_each_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    assert at_once([["form", "facts.yaml", "--for", f"局{n}", "-o", f"f{n}.yaml"] for n in range(4)]) == [0] * 4
    forms = json.loads(done("status", "facts.yaml", "--json"))["forms"]
    assert sorted(form["unit"] for form in forms) == ["局0", "局1", "局2", "局3"]


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


def test_what_a_department_emptied_or_took_out_is_shown_and_stays() -> None:
    form = a_form("a.xlsx", "县水利局")
    before = Path("facts.yaml").read_bytes()
    fill(form, {"会议全称": None}, {TASKS: {"C6": None, "F6": None}})
    found = collected(form)
    assert [(one["path"], one["facts"], one["says"]) for one in found["conflicts"]] == [
        ("meeting", "全县水利工作会议", ""),
        ("tasks[1]", {"heading": "修渠", "owner": "县水利局"}, ""),
    ]
    assert Path("facts.yaml").read_bytes() == before
    assert "nothing" in run("collect", "facts.yaml", form).stdout
    assert collected(form, "--keep")["conflicts"] == []
    assert collected(form)["conflicts"] == []


def test_what_a_form_that_is_right_does_not_say_any_more_goes() -> None:
    Path("facts.yaml").write_text(FACTS + "  - heading: 建闸\n    owner: 县水利局\n    sum: 300\nrate: 9%\n", "utf-8")
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": None}, {TASKS: {"C6": None, "F6": None, "H7": None}})
    assert collected("--take", form)["conflicts"] == []
    facts = data("facts.yaml")
    assert "rate" not in facts
    assert facts["tasks"] == [{"heading": "清淤", "owner": "县河长办"}, {"heading": "建闸", "owner": "县水利局"}]
    assert facts["meeting"] == "全县水利工作会议"


def test_a_row_typed_over_by_another_one_is_shown_as_taken_out() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={TASKS: {"C6": "建设高标准农田", "G6": "12月底"}})
    found = collected(form)
    assert [one["path"] for one in found["conflicts"]] == ["tasks[1]"]
    assert [row["heading"] for row in data("facts.yaml")["tasks"]] == ["修渠", "清淤", "建设高标准农田"]


def test_who_says_what_is_told_as_it_is_after_a_form_was_taken() -> None:
    Path("facts.yaml").write_text(FACTS + "rate: 1%\n", "utf-8")
    one, two = a_form("y1.yaml", "局1"), a_form("y2.yaml", "局2")
    for form, rate in ((one, "11%"), (two, "22%")):
        text = Path(form).read_text("utf-8")
        Path(form).write_text(text.replace("\nrate: 1%", f"\nrate: {rate}"), "utf-8")
    (conflict,) = collected(one, "--take", two)["conflicts"]
    assert (conflict["facts"], conflict["by"], conflict["says"], conflict["unit"]) == ("22%", ["局2"], "11%", "局1")
    assert data("facts.yaml")["rate"] == "22%"


def test_a_form_that_was_kept_out_can_be_taken_after_all() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"会议全称": "全县防汛会议"}, {TASKS: {"H6": 300}})
    collected(form, "--keep")
    assert data("facts.yaml")["meeting"] == "全县水利工作会议"
    collected("--take", form)
    assert data("facts.yaml")["meeting"] == "全县防汛会议"
    done("set", "facts.yaml", "meeting=手改的会议", "tasks[1].sum=280")
    collected("--take", form)
    assert data("facts.yaml")["meeting"] == "全县防汛会议"
    assert data("facts.yaml")["tasks"][0]["sum"] == "300"
    assert len(data("facts.yaml")["tasks"]) == 2


def test_a_form_that_is_right_brings_back_nothing_that_it_was_only_sent_with() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"})
    done("set", "facts.yaml", "meeting=改了名的会议", "tasks[1].heading=修大渠")
    collected("--take", form)
    assert data("facts.yaml")["meeting"] == "改了名的会议"
    assert [row["heading"] for row in data("facts.yaml")["tasks"]] == ["修大渠", "清淤"]


def test_what_two_departments_say_of_the_same_is_not_put_together() -> None:
    one, two = a_form("a.xlsx", "甲局"), a_form("b.xlsx", "乙局")
    fill(one, sheets={PRAISE: {"C6": "公厕"}})
    fill(two, sheets={PRAISE: {"C6": "公厕", "D6": "是"}})
    found = collected(one, two)
    assert data("facts.yaml")["praise"] == [{"name": "公厕"}, {"name": "公厕", "big": "是"}]
    assert "甲局" in found["notes"][0]


def test_a_corrected_form_without_a_department_corrects_its_rows() -> None:
    form = a_form("ret.xlsx")
    fill(form, sheets={TASKS: {"C8": "修路", "G8": "6月底"}})
    Path("ret（更正）.xlsx").write_bytes(Path(form).read_bytes())
    fill("ret（更正）.xlsx", sheets={TASKS: {"G8": "7月底"}})
    collected(form)
    found = collected("ret（更正）.xlsx")
    assert [(one["path"], one["says"]) for one in found["conflicts"]] == [("tasks[3].deadline", "7月底")]
    assert len(data("facts.yaml")["tasks"]) == 3


def test_a_row_that_stands_twice_in_a_form_is_no_lost_row_when_it_comes_again() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={TASKS: {"C7": "建闸", "C8": "建闸"}})
    collected(form)
    assert collected(form)["notes"] == []


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


def test_many_changed_cells_leave_the_comments_of_their_rows() -> None:
    rows = "".join(f"  - heading: 任务{n}  # 注{n}\n    why: '甲'\n" for n in range(14))
    Path("facts.yaml").write_text("outline: small\ntasks:\n" + rows, "utf-8")
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={TASKS: {f"H{n}": n for n in range(6, 20)}})
    collected(form)
    wanted = "".join(f"  - heading: 任务{n}  # 注{n}\n    why: '甲'\n    sum: {n + 6}\n" for n in range(14))
    assert Path("facts.yaml").read_text("utf-8") == "outline: small\ntasks:\n" + wanted


def test_an_outline_named_by_its_path_gets_its_facts_file_first() -> None:
    Path("sub").mkdir()
    Path("outlines/small.yaml").rename("sub/mini.yaml")
    said = done("form", "sub/mini.yaml", "-o", "f.xlsx")
    assert "drafting new sub/mini.yaml" in said
    Path("facts.yaml").write_text("outline: sub/mini.yaml\n", "utf-8")
    fill("f.xlsx", {"完成率": "97%"})
    collected("f.xlsx")
    assert data("facts.yaml")["rate"] == "97%"


def test_what_is_left_of_a_killed_command_goes_with_the_next_one() -> None:
    old, new = Path(".0123456789abcdef.tmp"), Path(".fedcba9876543210.tmp")
    for file in (old, new):
        file.write_text("half", "utf-8")
    os.utime(old, (1e9, 1e9))
    done("set", "facts.yaml", "rate=9%")
    assert not old.exists()
    assert new.exists()
