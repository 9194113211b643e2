"""The account calls things by names that people know, each once, and hides nothing that changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hands import by_hand, replaced, without
from tests.cli.office import CANALS, FACTS, FILE, OUTLINE, an_office, facts, merged, texts
from tests.command import run


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _told() -> str:
    """What the account says; compare and a dry run say the same."""
    shown = run("compare", "facts.yaml", "facts.docx").stdout
    dry = run("write", "facts.yaml", "--dry-run").stdout
    account = shown[shown.index(" (") - 30 :].splitlines()
    assert all(line in dry for line in account)
    return run("write", "facts.yaml").stdout


# A deleted part hides what changes in it

_PARTS = OUTLINE.replace(
    'parts: [{text: "{{ how }}。"}]}', 'parts: [{text: "{{ how }}。"}, {text: "今年安排{{ money }}。"}]}'
).replace("how: 办法", "how: 办法, money: 经费")
_ROWS = """outline: small
meeting: 全县水利工作会议
sum: 12.5亿元
owner: 县水务局
tasks:
  - {heading: 把病险水库修好, how: 汛期以前五座水库全部开工, money: 8600万元}
  - {heading: 把灌溉渠道疏通, how: 干渠由县里清淤，支渠由乡镇清淤, money: 1200万元}
"""


def _without_first_task(folder: Path) -> None:
    an_office(folder, _PARTS, _ROWS)
    by_hand(without("把病险水库修好", "五座水库", "8600万元"))
    merged()


def test_a_fact_that_changes_in_a_part_deleted_by_hand_is_told(tmp_path: Path) -> None:
    _without_first_task(tmp_path)
    assert "8600万元" not in _told()
    facts("8600万元", "8700万元")
    assert "8600万元 → 8700万元" in _told()
    assert not any("8700万元" in text for text in texts())
    assert "8700万元" not in _told()  # nothing changes any more


def test_what_was_there_is_in_the_report_for_programs_too(tmp_path: Path) -> None:
    _without_first_task(tmp_path)
    facts("8600万元", "8700万元")
    told = {one["text"]: one["before"] for one in merged()["deleted_by_hand"]}
    assert told["今年安排8700万元。"] == "今年安排8600万元。"
    assert [before for before in told.values() if before] == ["今年安排8600万元。"]


def test_a_row_with_another_heading_is_still_the_one_that_was_deleted(tmp_path: Path) -> None:
    _without_first_task(tmp_path)
    facts("把病险水库修好", "把病险水库全修好")
    facts("8600万元", "8700万元")
    assert "8600万元 → 8700万元" in _told()


# Names


def test_a_row_is_named_with_the_point_in_its_number(tmp_path: Path) -> None:
    an_office(tmp_path, facts=FACTS.replace("把病险水库修好", "给10.5万人供上水"))
    by_hand(replaced("五座水库", "五座大水库"), without("给10.5万人供上水"))
    told = _told()
    assert "10.5万人" in told
    assert "105万人" not in told
    (name,) = {line.split(":")[0].strip() for line in told.splitlines() if "供上水: " in line}
    assert run("write", "facts.yaml", "--restore", name).exit_code == 0
    assert any("给10.5万人供上水" in text for text in texts())


def test_another_wording_is_named_by_its_block(tmp_path: Path) -> None:
    outline = OUTLINE.replace("今年全县水利", "{{ owner }}说得好，今年全县水利")
    an_office(tmp_path, outline)
    path = Path("outlines/small.yaml")
    path.write_text(path.read_text("utf-8").replace("{{ owner }}说得好", "上面说得很好，{{ owner }}也听到了"), "utf-8")
    told = merged()["updated"]
    assert told
    assert {one["path"] for one in told} == {""}


def test_a_fact_that_changes_is_named_by_its_answer(tmp_path: Path) -> None:
    an_office(tmp_path)
    facts("12.5亿元", "13.1亿元")
    assert {one["path"] for one in merged()["updated"]} == {"sum"}


def test_an_answer_given_at_last_is_named(tmp_path: Path) -> None:
    an_office(tmp_path, facts=FACTS.replace("owner: 县水务局\n", ""))
    facts("sum: 12.5亿元\n", "sum: 12.5亿元\nowner: 县河长办\n")
    assert {one["path"] for one in merged()["updated"]} == {"owner"}


def test_a_row_that_goes_is_no_other_wording(tmp_path: Path) -> None:
    an_office(tmp_path)
    facts(CANALS, "")
    assert any(one["path"] or "灌溉" in one["block"] for one in merged()["updated"])


# Once


def test_an_open_conflict_is_told_once_and_under_one_name(tmp_path: Path) -> None:
    an_office(tmp_path)
    by_hand(replaced("五座水库", "六座水库"))
    facts("五座水库", "七座水库")
    first = merged()
    again = merged()
    assert (
        [one["path"] for one in first["conflicts"]] == [one["path"] for one in again["conflicts"]] == ["tasks[1].how"]
    )
    assert again["differs"] == []
    assert "how: 汛期以前六座水库全部开工" not in Path("facts.yaml").read_text("utf-8")
    assert run("facts", "facts.yaml", "--take", "tasks[1].how").exit_code == 0
    assert "how: 汛期以前六座水库全部开工" in Path("facts.yaml").read_text("utf-8")
    assert merged()["conflicts"] == []


def test_what_else_the_hand_wrote_in_that_answer_is_told_besides(tmp_path: Path) -> None:
    an_office(tmp_path)
    by_hand(replaced("汛期以前五座水库全部开工", "汛期以前六座水库务必开工"))
    facts("五座水库", "七座水库")
    merged()
    before = FILE.read_bytes()
    again = merged()
    assert FILE.read_bytes() == before
    assert any(
        "务必" in one["text"] + one["before"] for kind in ("differs", "conflicts", "kept") for one in again[kind]
    )
