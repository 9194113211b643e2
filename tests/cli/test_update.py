"""`drafting write` again, over a file that somebody has worked on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx.text.paragraph import Paragraph

from drafting.word.package import open_package
from tests.cli.hands import by_hand, put_before, replaced, without
from tests.cli.office import OUTLINE, an_office, facts, merged, texts
from tests.command import run


def test_written_again_without_a_change_not_one_byte_is_touched(office: Path) -> None:
    before = Path("facts.docx").read_bytes()
    for _time in range(3):
        done = run("write", "facts.yaml")
        assert done.exit_code == 0, done.output
        assert "Nothing to change: facts.docx" in done.stdout
    assert Path("facts.docx").read_bytes() == before
    assert not list(office.glob("*.bak*"))


def test_a_changed_fact_arrives_and_what_was_typed_by_hand_stays(office: Path) -> None:
    by_hand(replaced("比去年多得多", "是历年最多的一年"))
    edited = Path("facts.docx").read_bytes()
    facts("12.5亿元", "13.2亿元")
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert "Brought up to date: facts.docx" in done.stdout
    assert "今年全县水利计划完成投资13.2亿元，是历年最多的一年，由县水务局牵头实施。下面，我讲两点。" in texts()
    assert Path("facts.bak1.docx").read_bytes() == edited


def test_three_runs_in_a_row_end_where_the_first_one_did(office: Path) -> None:
    by_hand(replaced("比去年多得多", "是历年最多的一年"))
    facts("12.5亿元", "13.2亿元")
    assert run("write", "facts.yaml").exit_code == 0
    after = Path("facts.docx").read_bytes()
    for _time in range(2):
        assert "Nothing to change" in run("write", "facts.yaml").stdout
    assert Path("facts.docx").read_bytes() == after


def test_the_number_of_the_hand_stays_and_the_other_is_told(office: Path) -> None:
    by_hand(replaced("12.5亿元", "13.1亿元"))
    facts("12.5亿元", "12.8亿元")
    done = run("write", "facts.yaml")
    assert done.exit_code == 1
    assert "conflict (1)" in done.stdout
    assert "sum: by hand “13.1亿元”, now “12.8亿元”" in done.stdout
    assert any("投资13.1亿元" in text for text in texts())
    assert not any("12.8" in text for text in texts())


def test_a_conflict_is_told_until_somebody_settles_it(office: Path) -> None:
    by_hand(replaced("12.5亿元", "13.1亿元"))
    facts("12.5亿元", "12.8亿元")
    assert run("write", "facts.yaml").exit_code == 1
    before = Path("facts.docx").read_bytes()
    for options in ([], ["--json"]):
        assert run("compare", "facts.yaml", "facts.docx", *options).exit_code == 1
    again = run("write", "facts.yaml")
    assert again.exit_code == 1
    assert "conflict (1)" in again.stdout
    assert "12.8亿元" in again.stdout
    assert "  sum: by hand “13.1亿元”, now “12.8亿元”" in again.stdout
    assert Path("facts.docx").read_bytes() == before


def test_a_task_that_the_hand_moved_is_told_and_that_its_number_no_longer_fits(office: Path) -> None:
    del office
    by_hand(put_before("把病险", "把灌溉"), put_before("把病险", "干渠由县"))
    for done in (run("write", "facts.yaml"), run("compare", "facts.yaml", "facts.docx")):
        assert "stays where it is, the draft has it elsewhere: " in done.stdout
        assert "the file has “二、一、”, “一、二、” would fit" in done.stdout


def test_a_task_that_the_hand_deleted_is_told_in_one_line_before_what_waits(office: Path) -> None:
    by_hand(without("把灌溉"), without("干渠由县"), replaced("12.5亿元", "13.1亿元"))
    facts("12.5亿元", "12.8亿元")
    done = run("write", "facts.yaml").stdout
    assert "把灌溉渠道疏通" in done
    assert "支渠由乡镇清淤" not in done
    assert done.index("deleted by hand") < done.index("conflict")


def test_a_task_that_the_hand_deleted_comes_back_with_its_text(office: Path) -> None:
    by_hand(without("把灌溉"), without("干渠由县"))
    assert run("write", "facts.yaml").exit_code == 0
    assert run("write", "facts.yaml", "--restore", "tasks/把灌溉渠道疏通").exit_code == 0
    assert any("支渠由乡镇清淤" in text for text in texts())


def test_what_has_no_place_is_told_until_it_has_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, OUTLINE.replace("how: 办法", "how: {ask: 办法, type: long}"))
    by_hand(without("把灌溉渠道疏通", "支渠由乡镇清淤"))
    facts("how: 干渠由县里清淤，支渠由乡镇清淤", 'how: "干渠由县里清淤，支渠由乡镇清淤。\\n斗渠由村里清淤"')
    for _time in range(3):
        done = run("write", "facts.yaml")
        assert done.exit_code == 1, done.output
        assert "not placed (1)\n  tasks/把灌溉渠道疏通/part#2: 斗渠由村里清淤。" in done.stdout
        assert not any("斗渠" in text for text in texts())
    assert run("write", "facts.yaml", "--restore", "tasks/把灌溉渠道疏通").exit_code == 0
    assert "斗渠由村里清淤。" in texts()
    assert "Nothing to change" in run("write", "facts.yaml").stdout


def test_counts_of_ours_are_no_values_of_the_hand(office: Path) -> None:
    def add(paragraphs: list[Paragraph]) -> None:
        last = paragraphs[-1].insert_paragraph_before("三、把水文化办起来")
        last.style = next(p.style for p in paragraphs if p.text.startswith("二、"))

    by_hand(add)
    path = Path("facts.yaml")
    path.write_text(path.read_text("utf-8") + "  - {heading: 把水费收上来, how: 年底以前收缴率达到九成}\n", "utf-8")
    assert merged()["differs"] == []
    assert "tasks:" not in run("facts", "facts.yaml").stdout


def test_a_block_that_is_not_there_cannot_be_brought_back(office: Path) -> None:
    done = run("write", "facts.yaml", "--restore", "openin")
    assert done.exit_code == 2
    assert "There is no block “openin” to bring back. Did you mean “opening”?" in done.stderr


def test_what_was_deleted_by_hand_stays_out_until_it_is_wanted_back(office: Path) -> None:
    def delete(paragraphs: list[Paragraph]) -> None:
        (gone,) = [paragraph for paragraph in paragraphs if "支渠" in paragraph.text]
        gone._p.getparent().remove(gone._p)

    by_hand(delete)
    facts("支渠由乡镇清淤", "支渠由村里清淤")
    report = merged()
    assert not any("支渠" in text for text in texts())
    (entry,) = report["deleted_by_hand"]
    assert run("write", "facts.yaml", "--restore", entry["block"]).exit_code == 0
    assert "干渠由县里清淤，支渠由村里清淤。" in texts()


def test_a_task_put_first_comes_in_and_the_numbers_and_counts_run_on(office: Path) -> None:
    by_hand(replaced("谢谢大家", "再一次谢谢大家"))
    facts("tasks:\n", "tasks:\n  - {heading: 把水费收上来, how: 年底以前收缴率达到九成}\n")
    report = merged()
    assert not report["conflicts"]
    found = texts()
    assert [text for text in found if text[1:2] == "、"] == [
        "一、把水费收上来",
        "二、把病险水库修好",
        "三、把灌溉渠道疏通",
    ]
    assert any("我讲三点" in text for text in found)
    assert any("再一次谢谢大家" in text for text in found)


def test_a_dry_run_shows_all_and_writes_nothing(office: Path) -> None:
    facts("12.5亿元", "13.2亿元")
    before = {path: path.read_bytes() for path in office.rglob("*") if path.is_file()}
    done = run("write", "facts.yaml", "--dry-run")
    assert "Would be brought up to date" in done.stdout
    assert "[-12.5亿元-]{+13.2亿元+}" in done.stdout
    assert {path: path.read_bytes() for path in office.rglob("*") if path.is_file()} == before
    assert "13.2" in run("compare", "facts.yaml", "facts.docx").stdout


def test_changes_are_tracked_unless_they_shall_not_be(office: Path) -> None:
    for value, options, tracked in (("13.2亿元", [], True), ("14.2亿元", ["--no-track"], False)):
        shutil.copy("facts.docx", "before.docx")
        facts("12.5亿元", value)
        run("write", "facts.yaml", *options)
        assert (b"<w:ins " in open_package(Path("facts.docx")).parts["word/document.xml"]) is tracked
        assert any(value in text for text in texts())
        shutil.copy("before.docx", "facts.docx")
        facts(value, "12.5亿元")


def test_a_file_keeps_its_look_and_that_is_said(office: Path) -> None:
    before = Path("facts.docx").read_bytes()
    done = run("write", "facts.yaml", "--layout", "reading")
    assert "The file keeps its layout “official”; for one in “reading” use --fresh" in done.stdout
    assert "--markup shades new files only" in run("write", "facts.yaml", "--markup").stdout
    assert Path("facts.docx").read_bytes() == before
    assert run("write", "facts.yaml", "--layout", "redaing").exit_code == 2
