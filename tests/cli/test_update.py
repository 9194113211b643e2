"""`drafting write` again, over a file that somebody has worked on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from docx.text.paragraph import Paragraph

from drafting.cli.commands import build
from drafting.draft import Draft
from drafting.i18n import use_language
from drafting.revise import look
from drafting.word.package import open_package

OUTLINE = """
title: 小会讲话
numbering: [一、, 一是]
questions:
  meeting: {ask: 会议全称, required: true}
  sum: {ask: 总投资}
  owner: {ask: 牵头单位}
  tasks: {ask: 今年的任务, type: table, columns: {heading: 标题, how: 办法}}
parts:
  - {move: title, text: "在{{ meeting }}上的讲话"}
  - {move: greeting, text: "同志们："}
  - move: opening
    text: "今年全县水利计划完成投资{{ sum }}，比去年多得多，由{{ owner }}牵头实施。下面，我讲{{ points|count('点') }}。"
  - {move: tasks, each: tasks, heading: "{{ heading }}", parts: [{text: "{{ how }}。"}]}
  - {move: closing, text: "让我们一起把今年的事情办好，谢谢大家！"}
"""
FACTS = """outline: small
meeting: 全县水利工作会议
sum: 12.5亿元
owner: 县水务局
tasks:
  - {heading: 把病险水库修好, how: 汛期以前五座水库全部开工}
  - {heading: 把灌溉渠道疏通, how: 干渠由县里清淤，支渠由乡镇清淤}
"""


@pytest.fixture(autouse=True)
def english() -> None:
    use_language("en")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with an outline, a facts file and its draft."""
    (tmp_path / "outlines").mkdir()
    (tmp_path / "outlines" / "small.yaml").write_text(OUTLINE, "utf-8")
    (tmp_path / "facts.yaml").write_text(FACTS, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("write", "facts.yaml").exit_code == 0
    return tmp_path


def run(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(build(), list(arguments), input=answers)


def texts(file: str = "facts.docx") -> list[str]:
    """The paragraphs as a person sees them, all changes accepted."""
    return [seen.text for seen in look(open_package(Path(file)), Draft(())).seen if seen.text]


def by_hand(*changes: Callable[[list[Paragraph]], object]) -> None:
    document = Document("facts.docx")
    for change in changes:
        change(document.paragraphs)
    document.save("facts.docx")


def replaced(old: str, new: str) -> Callable[[list[Paragraph]], None]:
    """A hand that puts `new` for `old`, wherever it stands."""

    def change(paragraphs: list[Paragraph]) -> None:
        runs = [run for paragraph in paragraphs for run in paragraph.runs if old in run.text]
        assert runs
        for run_ in runs:
            run_.text = run_.text.replace(old, new)

    return change


def without(words: str) -> Callable[[list[Paragraph]], None]:
    """A hand that deletes the paragraph with some words."""

    def change(paragraphs: list[Paragraph]) -> None:
        (gone,) = [paragraph for paragraph in paragraphs if words in paragraph.text]
        gone._p.getparent().remove(gone._p)

    return change


def put_before(place: str, words: str) -> Callable[[list[Paragraph]], None]:
    """A hand that moves the paragraph with some words before the one with others."""

    def change(paragraphs: list[Paragraph]) -> None:
        (moved,), (there,) = ([one for one in paragraphs if text in one.text] for text in (words, place))
        there._p.addprevious(moved._p)

    return change


def facts(old: str, new: str) -> None:
    text = Path("facts.yaml").read_text("utf-8")
    assert old in text
    Path("facts.yaml").write_text(text.replace(old, new), "utf-8")


def merged(*options: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = json.loads(run("write", "facts.yaml", "--json", *options).stdout)["merge"]
    return found


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
    again = run("write", "facts.yaml")
    assert again.exit_code == 1
    assert "conflict (1)" in again.stdout
    assert "12.8亿元" in again.stdout
    assert "  opening: by hand “13.1亿元”, now “12.8亿元”" in again.stdout
    assert Path("facts.docx").read_bytes() == before


def test_a_task_that_the_hand_moved_is_told_and_that_its_number_no_longer_fits(office: Path) -> None:
    del office
    by_hand(put_before("把病险", "把灌溉"), put_before("把病险", "干渠由县"))
    for done in (run("write", "facts.yaml"), run("compare", "facts.yaml", "facts.docx")):
        assert "moved: " in done.stdout
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


def test_what_has_no_place_is_told_until_it_has_one(office: Path) -> None:
    def delete(paragraphs: list[Paragraph]) -> None:
        for paragraph in paragraphs[3:-1]:
            paragraph._p.getparent().remove(paragraph._p)

    by_hand(delete)
    path = Path("facts.yaml")
    path.write_text(path.read_text("utf-8") + "  - {heading: 把水费收上来, how: 年底以前收缴率达到九成}\n", "utf-8")
    first = merged()["unplaced"]
    again = run("write", "facts.yaml", "--json")
    if first:
        assert again.exit_code == 1
        assert [entry["block"] for entry in json.loads(again.stdout)["merge"]["unplaced"]] == [
            e["block"] for e in first
        ]


def test_counts_of_ours_are_no_values_of_the_hand(office: Path) -> None:
    def add(paragraphs: list[Paragraph]) -> None:
        last = paragraphs[-1].insert_paragraph_before("三、把水文化办起来")
        last.style = next(p.style for p in paragraphs if p.text.startswith("二、"))

    by_hand(add)
    path = Path("facts.yaml")
    path.write_text(path.read_text("utf-8") + "  - {heading: 把水费收上来, how: 年底以前收缴率达到九成}\n", "utf-8")
    report = merged()
    assert [entry for entry in report["differs"] if entry["path"] == "tasks"] == []
    assert "tasks:" not in run("facts", "facts.yaml").stdout


def test_the_facts_of_another_speech_are_refused(office: Path) -> None:
    (office / "outlines" / "other.yaml").write_text(OUTLINE, "utf-8")
    facts("outline: small", "outline: other")
    before = Path("facts.docx").read_bytes()
    done = run("write", "facts.yaml")
    assert done.exit_code == 2
    assert "drafted from the outline “small”, the facts are for “other”" in done.stderr
    assert Path("facts.docx").read_bytes() == before


def test_a_block_that_is_not_there_cannot_be_brought_back(office: Path) -> None:
    done = run("write", "facts.yaml", "--restore", "openin")
    assert done.exit_code == 2
    assert "There is no block “openin” to bring back. Did you mean “opening”?" in done.stderr


def test_fresh_leaves_a_file_alone_that_is_open_elsewhere(office: Path) -> None:
    (office / "~$facts.docx").write_text("", "utf-8")
    before = Path("facts.docx").read_bytes()
    assert run("write", "facts.yaml", "--fresh").exit_code == 2
    assert Path("facts.docx").read_bytes() == before


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


def test_a_file_that_is_open_elsewhere_is_left_alone(office: Path) -> None:
    facts("12.5亿元", "13.2亿元")
    (office / ".~lock.facts.docx#").write_text("", "utf-8")
    before = Path("facts.docx").read_bytes()
    done = run("write", "facts.yaml")
    assert done.exit_code == 2
    assert "open in another program" in done.stderr
    assert Path("facts.docx").read_bytes() == before


def test_a_file_that_changes_while_it_is_read_is_not_overwritten(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from drafting import updating

    facts("12.5亿元", "13.2亿元")
    real = updating.revise

    def meanwhile(*arguments: object, **named: object) -> bytes | None:
        Path("facts.docx").write_bytes(b"saved by somebody")
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(updating, "revise", meanwhile)
    done = run("write", "facts.yaml")
    assert done.exit_code == 2
    assert "changed while this program ran" in done.stderr
    assert Path("facts.docx").read_bytes() == b"saved by somebody"


def _forget() -> None:
    """Save the file as programs do that keep nothing of ours."""
    document = Document("facts.docx")
    plain = Document()
    for paragraph in document.paragraphs:
        plain.add_paragraph(paragraph.text)
    plain.save("facts.docx")
    shutil.rmtree(".drafting")


def test_a_file_that_has_lost_its_memory_is_not_guessed_at(office: Path) -> None:
    _forget()
    before = Path("facts.docx").read_bytes()
    done = run("write", "facts.yaml")
    assert done.exit_code == 2
    assert "--was" in done.stderr
    assert "--adopt" in done.stderr
    assert Path("facts.docx").read_bytes() == before


def test_the_sidecar_serves_where_the_file_itself_has_lost_its_memory(office: Path) -> None:
    package = open_package(Path("facts.docx"))
    package.remove("customXml/item1.xml")
    Path("facts.docx").write_bytes(package.to_bytes())
    facts("12.5亿元", "13.2亿元")
    assert run("write", "facts.yaml").exit_code == 0
    assert any("13.2亿元" in text for text in texts())


def test_the_old_facts_give_the_memory_back(office: Path) -> None:
    by_hand(replaced("比去年多得多", "是历年最多的一年"))
    _forget()
    shutil.copy("facts.yaml", "old.yaml")
    facts("12.5亿元", "13.2亿元")
    assert run("write", "facts.yaml", "--was", "old.yaml").exit_code == 0
    assert any("投资13.2亿元，是历年最多的一年" in text for text in texts())
    assert "Nothing to change" in run("write", "facts.yaml").stdout


def test_the_facts_of_another_speech_are_not_taken_for_its_memory(office: Path) -> None:
    _forget()
    other = FACTS.replace("水库", "校舍").replace("渠", "路").replace("水", "学").replace("清淤", "重铺")
    Path("other.yaml").write_text(other.replace("县", "市").replace("开工", "验收"), "utf-8")
    plain = Document()
    for text in (
        "关于春节放假的通知",
        "各单位：",
        "放假七天。",
        "请安排好值班。",
        "办公室",
        "一月二十日",
        "抄送：档案馆",
    ):
        plain.add_paragraph(text)
    plain.save("facts.docx")
    done = run("write", "facts.yaml", "--was", "other.yaml")
    assert done.exit_code == 2
    assert "does not look like a draft" in done.stderr


def test_without_any_memory_every_difference_becomes_a_suggestion(office: Path) -> None:
    by_hand(replaced("比去年多得多", "是历年最多的一年"))
    _forget()
    document = Document("facts.docx")
    document.add_paragraph("散会以后，请各乡镇的同志留一下。")
    document.save("facts.docx")
    facts("12.5亿元", "13.2亿元")
    done = run("write", "facts.yaml", "--adopt", "--no-track")
    assert done.exit_code == 0, done.output
    assert b"<w:ins " in open_package(Path("facts.docx")).parts["word/document.xml"]
    assert any("投资13.2亿元，比去年多得多" in text for text in texts())
    assert "散会以后，请各乡镇的同志留一下。" in texts()


def test_values_by_hand_are_offered_for_the_facts_file(office: Path) -> None:
    by_hand(replaced("12.5亿元", "13.1亿元"))
    told = run("facts", "facts.yaml")
    assert "sum: 12.5亿元 → 13.1亿元" in told.stdout
    assert Path("facts.yaml").read_text("utf-8") == FACTS
    assert run("facts", "facts.yaml", "--take", "sum").exit_code == 0
    assert Path("facts.yaml").read_text("utf-8") == FACTS.replace("12.5", "13.1")
    assert "Nothing to change" not in run("write", "facts.yaml").stderr
    assert merged()["differs"] == []


def test_a_gap_filled_by_hand_is_an_answer_on_offer(office: Path) -> None:
    facts("owner: 县水务局\n", "")
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    by_hand(replaced("【待补：牵头单位】", "县河长办"))
    assert run("facts", "facts.yaml", "--take-all").exit_code == 0
    assert "owner: 县河长办" in Path("facts.yaml").read_text("utf-8")
    assert merged()["conflicts"] == []
    assert any("由县河长办牵头" in text for text in texts())


def test_one_paragraph_less_is_one_line_of_difference(office: Path) -> None:
    shutil.copy("facts.docx", "second.docx")

    def delete(paragraphs: list[Paragraph]) -> None:
        paragraphs[3]._p.getparent().remove(paragraphs[3]._p)

    by_hand(delete)
    (change,) = json.loads(run("diff", "second.docx", "facts.docx", "--json").stdout)["changes"]
    assert change["kind"] == "deleted"
    (change,) = json.loads(run("diff", "facts.docx", "second.docx", "--json").stdout)["changes"]
    assert change["kind"] == "added"


def test_two_files_are_compared(office: Path) -> None:
    shutil.copy("facts.docx", "second.docx")
    assert "No difference." in run("diff", "facts.docx", "second.docx").stdout
    by_hand(replaced("12.5亿元", "13.1亿元"))
    assert "[-13.1亿元-]{+12.5亿元+}" in run("diff", "facts.docx", "second.docx").stdout
    (change,) = json.loads(run("diff", "facts.docx", "second.docx", "--json").stdout)["changes"]
    assert "13.1亿元" in change["before"]
    assert "12.5亿元" in change["after"]
