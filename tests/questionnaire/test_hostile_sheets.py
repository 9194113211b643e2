"""Spreadsheets that are no form, or want to do harm: refused, and no facts file is begun."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.questionnaire.form_tools import (
    FORM,
    SHEET,
    TASKS,
    change_part,
    done,
    fill,
    refused,
    repack,
)

pytestmark = pytest.mark.usefixtures("returned")


def test_a_form_without_its_hidden_sheet_is_refused() -> None:
    book = load_workbook(FORM)
    del book["drafting"]
    book.save(FORM)
    assert "hidden sheet" in refused(FORM)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Save it as .xlsx"),
        (b"heading,why\n", "not a spreadsheet"),
        (b"", "empty"),
        (b"PK\x03\x04 not really", "damaged"),
    ],
    ids=["old Excel", "CSV", "empty", "broken"],
)
def test_other_files_are_refused_with_what_to_do(content: bytes, message: str) -> None:
    Path("other.xlsx").write_bytes(content)
    assert message in refused("other.xlsx")


def test_a_word_file_is_no_spreadsheet() -> None:
    with zipfile.ZipFile("other.xlsx", "w") as target:
        target.writestr("word/document.xml", "<w/>")
    assert "not a spreadsheet" in refused("other.xlsx")


def test_a_zip_bomb_is_refused() -> None:
    repack(FORM, {"xl/media/image1.png": "\0" * 60_000_000})
    assert "far more" in refused(FORM)


def test_an_xml_bomb_is_refused() -> None:
    fill(FORM, {"会议全称": "HERE"})
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    change_part(
        FORM, SHEET, lambda xml: f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>' + xml.replace("投入资金", "&a8;")
    )
    assert "not opened" in refused(FORM)


def test_a_reference_to_a_file_outside_is_refused() -> None:
    Path("secret.txt").write_text("geheim", "utf-8")
    fill(FORM, {"会议全称": "HERE"})
    outside = '<!DOCTYPE x [<!ENTITY x SYSTEM "secret.txt">]>'
    change_part(FORM, SHEET, lambda xml: outside + xml.replace("HERE", "&x;"))
    message = refused(FORM)
    assert "not opened" in message
    assert "geheim" not in message


def test_a_declaration_hidden_in_another_encoding_is_refused() -> None:
    declared = '<?xml version="1.0" encoding="UTF-16LE"?><!DOCTYPE x [<!ENTITY a0 "ha">]>'
    with zipfile.ZipFile(FORM) as package:
        text = package.read(SHEET).decode()
    repack(FORM, {SHEET: (declared + text).encode("utf-16-le")})
    assert "not opened" in refused(FORM)


def test_a_forged_identity_is_refused() -> None:
    for forged in ('{"drafting_form": 1}', "[]", "not JSON", '{"drafting_form": 2}', "[" * 50_000):
        book = load_workbook(FORM)
        book["drafting"]["A2"] = forged
        book.save("forged.xlsx")
        assert "no form" in refused("forged.xlsx")


def test_half_characters_in_what_a_form_says_of_itself_do_no_harm() -> None:
    fill(FORM, {"填报单位": "县UNITH局", "完成率": "9%"})
    change_part(FORM, SHEET, lambda xml: xml.replace("UNITH", "_xD800_"))
    done("collect", "facts.yaml", FORM)
    assert "县局" in done("status", "facts.yaml")


def test_a_few_bytes_that_spread_over_a_million_rows_do_no_harm() -> None:
    fill(FORM, sheets={TASKS: {"C6": "修渠", "C1048576": "尾"}})
    book = load_workbook(FORM)
    book[TASKS].merge_cells("D6:D7")
    book.save(FORM)
    change_part(FORM, "xl/worksheets/sheet2.xml", lambda xml: xml.replace("D6:D7", "C6:C1048576"))
    assert "far more cells" in refused(FORM)


def test_more_cells_than_a_form_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafting.questionnaire.forms.spreadsheet_read.MAX_CELLS", 1_000)
    cells = "".join(f"<row>{'<c><v>1</v></c>' * 100}</row>" for _row in range(10))
    change_part(FORM, "xl/worksheets/sheet2.xml", lambda xml: xml.replace("</sheetData>", cells + "</sheetData>"))
    assert "far more cells" in refused(FORM)


def test_what_no_text_may_hold_is_named() -> None:
    fill(FORM, {"会议全称": "HERE"})
    change_part(FORM, SHEET, lambda xml: xml.replace("HERE", "_x0001_"))
    assert "U+0001" in refused(FORM)
