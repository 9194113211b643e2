"""`drafting form`: what goes out to those who know the facts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from drafting.facts.read import read_facts
from drafting.yamlfile import parse_yaml
from tests.command import run
from tests.helpers import outline
from tests.questionnaire.form_tools import ANSWERS, FACTS, OUTLINE, PRAISE, TASKS, cell_of, data, done

pytestmark = pytest.mark.usefixtures("office")


def sheet_texts(sheet: Any) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows(min_row=2, min_col=2) for cell in row if cell.value is not None]


def test_a_form_asks_every_question_and_shows_what_is_known() -> None:
    said = done("form", "facts.yaml", "-o", "form.xlsx", "--due", "2026-3-1")
    assert "form.xlsx" in said
    book = load_workbook("form.xlsx")
    assert book.sheetnames[:3] == [ANSWERS, TASKS, PRAISE]
    texts = "\n".join(sheet_texts(book[ANSWERS]))
    for piece in (
        "讲话：在全县水利工作会议上的讲话",
        "2026年3月1日",
        "会议全称＊",
        "不带“召开”二字",
        "投入资金",
        "单位：元",
    ):
        assert piece in texts
    assert book[ANSWERS][cell_of(book[ANSWERS], "会议全称")].value == "全县水利工作会议"
    assert [book[TASKS][cell].value for cell in ("C4", "C6", "C7", "F7")] == ["标题＊", "修渠", "清淤", "县河长办"]


def test_only_answers_can_be_typed_over() -> None:
    done("form", "facts.yaml", "-o", "form.xlsx")
    book = load_workbook("form.xlsx")
    for sheet in (book[ANSWERS], book[TASKS]):
        assert sheet.protection.sheet
        assert not sheet.protection.password
    answers = book[ANSWERS]
    cell = cell_of(answers, "日期")
    assert not answers[cell].protection.locked
    assert answers["C" + cell[1:]].protection.locked
    assert not book[TASKS]["C17"].protection.locked
    assert not book[TASKS].column_dimensions["C"].protection.locked  # rows may be added below
    assert book[TASKS]["C4"].protection.locked


def test_the_form_is_ready_for_screen_and_printer() -> None:
    done("form", "facts.yaml", "-o", "form.xlsx")
    book = load_workbook("form.xlsx")
    for sheet, head in ((book[ANSWERS], 5), (book[TASKS], 5)):
        assert sheet.freeze_panes == f"A{head + 1}"
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows.endswith(f"${head}")
        assert sheet.row_dimensions[1].hidden
        assert sheet.column_dimensions["A"].hidden
    assert book[TASKS]["E4"].comment.text.startswith("措施；一行写一条")
    assert book["drafting"].sheet_state == "hidden"


def test_choices_and_yes_or_no_are_chosen_from_a_list() -> None:
    done("form", "facts.yaml", "-o", "form.xlsx")
    book = load_workbook("form.xlsx")
    rules = {str(rule.sqref): rule.formula1 for rule in book[ANSWERS].data_validations.dataValidation}
    answers = book[ANSWERS]
    assert rules[cell_of(answers, "语气")] == '"庄重,平实"'
    assert rules[cell_of(answers, "有没有会前议程")] == '"是,否"'
    (column,) = book[PRAISE].data_validations.dataValidation
    assert "D8" in column.sqref


def test_a_long_list_of_choices_and_one_with_commas_can_be_chosen_from() -> None:
    words = [f"第{number}个可以选的写法，{'长' * 10}" for number in range(30)]
    text = OUTLINE.replace("choices: [庄重, 平实], default: 平实", f"choices: [{', '.join(words)}]")
    Path("outlines/small.yaml").write_text(text.replace('tone == "庄重"', "tone"), "utf-8")
    done("form", "facts.yaml", "-o", "form.xlsx")
    book = load_workbook("form.xlsx")
    rules = {str(rule.sqref): rule.formula1 for rule in book[ANSWERS].data_validations.dataValidation}
    assert rules[cell_of(book[ANSWERS], "语气")] == "'drafting'!$B$1:$B$30"
    assert [cell.value for cell in book["drafting"]["B"]] == words


def test_days_and_numbers_are_days_and_numbers() -> None:
    facts = FACTS.replace("outline: small", "outline: small\nmoney: 12.5\ndate: 2026年6月30日\nrate: 12.3%")
    Path("facts.yaml").write_text(facts, "utf-8")
    done("form", "facts.yaml", "-o", "form.xlsx")
    sheet = load_workbook("form.xlsx")[ANSWERS]
    assert sheet[cell_of(sheet, "投入资金")].value == 12.5
    assert sheet[cell_of(sheet, "日期")].value.isoformat().startswith("2026-06-30")
    assert sheet[cell_of(sheet, "完成率")].value == "12.3%"


def test_a_form_for_one_department_asks_its_part_and_shows_no_rows_of_others() -> None:
    done("form", "facts.yaml", "-o", "form.xlsx", "--for", "县水利局", "--only", "tasks，money")
    book = load_workbook("form.xlsx")
    assert book.sheetnames == [ANSWERS, TASKS, "drafting"]
    texts = sheet_texts(book[ANSWERS])
    assert "投入资金" in texts
    assert "县水利局" in texts
    assert "会议全称＊" not in texts
    assert "修渠" in sheet_texts(book[TASKS])
    assert "清淤" not in sheet_texts(book[TASKS])


@pytest.mark.parametrize(
    ("ask", "own"),
    [
        ("牵头单位", True),
        ("责任部门（只写一家）", True),
        ("单位", True),
        ("配合单位", False),
        ("受表彰的单位", False),
        ("金额（单位：万元）", False),
        ("本年数（带单位）", False),
    ],
)
def test_only_a_column_for_the_one_who_answers_is_filled_with_its_name(ask: str, own: bool) -> None:
    Path("outlines/small.yaml").write_text(OUTLINE.replace("owner: 牵头单位", f"owner: {{ask: '{ask}'}}"), "utf-8")
    done("form", "small", "-o", "form.xlsx", "--for", "县水利局")
    assert ("空着，即为本单位" in "\n".join(sheet_texts(load_workbook("form.xlsx")[TASKS]))) == own


def test_a_conditional_question_is_asked_until_it_is_settled() -> None:
    done("form", "facts.yaml", "-o", "open.xlsx")
    texts = "\n".join(sheet_texts(load_workbook("open.xlsx")[ANSWERS]))
    assert "填了“有没有会前议程”的才填" in texts
    Path("facts.yaml").write_text(FACTS + "agenda: 否\n", "utf-8")
    done("form", "facts.yaml", "-o", "no.xlsx")
    assert "议程" not in sheet_texts(load_workbook("no.xlsx")[ANSWERS])
    Path("facts.yaml").write_text(FACTS + "agenda: 是\n", "utf-8")
    done("form", "facts.yaml", "-o", "yes.xlsx")
    assert "议程" in sheet_texts(load_workbook("yes.xlsx")[ANSWERS])


def test_an_outline_alone_makes_an_empty_form() -> None:
    done("form", "small", "-o", "form.xlsx")
    sheet = load_workbook("form.xlsx")[ANSWERS]
    assert sheet[cell_of(sheet, "会议全称")].value is None
    assert "讲话：小会讲话" in sheet_texts(sheet)


def test_the_same_facts_give_the_same_form() -> None:
    done("form", "facts.yaml", "-o", "one.xlsx")
    done("form", "facts.yaml", "-o", "two.xlsx")
    assert Path("one.xlsx").read_bytes() == Path("two.xlsx").read_bytes()


def test_without_a_name_the_form_lies_beside_the_facts() -> None:
    done("form", "facts.yaml", "--for", "县水利局/办公室")
    assert Path("facts-县水利局办公室.xlsx").is_file()


def test_a_text_is_never_a_formula_and_never_an_escape() -> None:
    Path("facts.yaml").write_text("outline: small\nmeeting: '=1+1'\nnote: '_x0041_'\nagenda: 是\n", "utf-8")
    done("form", "facts.yaml", "-o", "form.xlsx")
    sheet = load_workbook("form.xlsx")[ANSWERS]
    assert sheet[cell_of(sheet, "会议全称")].data_type == "s"
    Path("facts.yaml").unlink()
    done("collect", "facts.yaml", "form.xlsx")
    assert data("facts.yaml") == {"outline": "small", "meeting": "=1+1", "agenda": "是", "note": "_x0041_"}


def test_sheets_get_names_that_spreadsheets_allow() -> None:
    text = OUTLINE.replace(
        "ask: 今年的任务", "ask: '任务/分工[一]：由各单位逐条填写，每条写明牵头单位和完成时限，不得漏项'"
    )
    Path("outlines/small.yaml").write_text(text.replace("ask: 表扬", "ask: 填报事项"), "utf-8")
    done("form", "facts.yaml", "-o", "form.xlsx")
    names = load_workbook("form.xlsx").sheetnames
    assert len(set(names)) == 4
    assert names[2] == "填报事项2"
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["facts.yaml", "-o", "form.xlsx", "--only", "tasls"], "Did you mean “tasks”?"),
        (["facts.yaml", "-o", "form.xlsx", "--due", "以后"], "found “以后”, expected a day"),
        (["facts.yaml", "-o", "form.docx"], "must end in .xlsx or .yaml"),
        (["facts.yaml", "-o", "nowhere/form.xlsx"], "There is no folder"),
        (["facts.yaml", "-o", "facts.yaml"], "already there"),
        (["smal", "-o", "form.xlsx"], "Did you mean “small”?"),
        (["none.yaml", "-o", "form.xlsx"], "no such file"),
        (["house.yaml", "-o", "form.xlsx"], "neither a facts file"),
    ],
    ids=["question", "day", "ending", "folder", "is there", "outline", "file", "another file"],
)
def test_what_cannot_be_made_is_refused(arguments: list[str], message: str) -> None:
    Path("house.yaml").write_text("organisation: 县政府办公室\n", "utf-8")
    before = Path("facts.yaml").read_bytes()
    result = run("form", *arguments)
    assert result.exit_code == 2
    assert message in result.output
    assert not Path("form.xlsx").exists()
    assert Path("facts.yaml").read_bytes() == before


def test_an_answer_too_long_for_a_cell_is_refused_for_a_spreadsheet_only() -> None:
    Path("facts.yaml").write_text(f"outline: small\nmeeting: {'长' * 40_000}\n", "utf-8")
    result = run("form", "facts.yaml", "-o", "form.xlsx")
    assert result.exit_code == 2
    assert "会议全称" in result.output
    done("form", "facts.yaml", "-o", "form.yaml")


def test_a_text_form_loads_as_a_facts_file_when_it_is_filled_in() -> None:
    done("form", "small", "-o", "form.yaml", "--for", "县水利局", "--due", "2026-3-1")
    text = Path("form.yaml").read_text("utf-8")
    for piece in (
        "# 会议全称（必填）",
        "# 例：全县水利工作会议",
        "# 报送期限：2026年3月1日",
        "# 填报单位：县水利局",
        "# 从中选一个，照写：庄重、平实",
    ):
        assert piece in text
    filled = text.replace("\nmeeting:\n", "\nmeeting: 全县会议\n").replace("\n    why:\n", "\n    why: 老百姓盼\n", 1)
    filled = filled.replace("  - heading:\n", "  - heading: 修渠\n").replace(
        "\nthanks:\n", "\nthanks:\n  - 干部\n  - 群众\n"
    )
    read = outline(OUTLINE.replace("at_least: 2", "at_least: 1"))
    facts, faults = read_facts(parse_yaml(filled, "form.yaml"), read)
    assert faults == []
    assert facts.answers["meeting"] == "全县会议"
    assert facts.answers["thanks"] == ("干部", "群众")


def test_a_text_form_holds_what_is_known() -> None:
    done("form", "facts.yaml", "-o", "form.yaml")
    known = {key: value for key, value in data("form.yaml").items() if value and key != "praise"}
    assert known == data("facts.yaml")
