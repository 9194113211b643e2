"""`drafting write` as its users meet it."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.command import run, run_apart

OUTLINE = """
title: 小会讲话
numbering: [一、, 一是]
questions:
  meeting: {ask: 会议全称, required: true}
  note: 备注
  tasks: {ask: 今年的任务, type: list, at_least: 2}
parts:
  - {move: title, text: "在{{ meeting }}上的讲话"}
  - {move: greeting, text: "同志们："}
  - move: opening
    text: ["下面，我讲几点。{% if note %}{{ note }}。{% endif %}", "我说几句。{% if note %}{{ note }}。{% endif %}"]
  - {move: tasks, heading: 抓落实, items: tasks}
"""
FACTS = "outline: small\nmeeting: 全县水利工作会议\ntasks: [修渠, 清淤]\n"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a blank and Chinese in its name, an outline and a facts file."""
    folder = tmp_path / "讲话 材料"
    (folder / "outlines").mkdir(parents=True)
    (folder / "outlines" / "small.yaml").write_text(OUTLINE, "utf-8")
    (folder / "facts.yaml").write_text(FACTS, "utf-8")
    monkeypatch.chdir(folder)
    return folder


def texts(file: str | Path) -> list[str]:
    done = run("structure", str(file), "--json")
    return [block["text"] for block in json.loads(done.stdout)["speeches"][0]["blocks"]]


def test_a_draft_is_written_beside_its_facts_and_reported(office: Path) -> None:
    done = run("write", "facts.yaml")
    assert done.exit_code == 0, done.output
    assert "Written: facts.docx" in done.stdout
    assert texts("facts.docx")[:2] == ["在全县水利工作会议上的讲话", "同志们："]


def test_the_report_for_programs_has_its_five_keys(office: Path) -> None:
    (office / "facts.yaml").write_text("outline: small\nnote: 天气好\n", "utf-8")
    report = json.loads(run("write", "facts.yaml", "--json").stdout)
    assert {"file", "characters", "minutes", "gaps", "unused"} <= report.keys()
    assert report["file"] == "facts.docx"
    assert report["gaps"][0] == {"question": "meeting", "block": "title", "ask": "会议全称"}
    assert [gap["question"] for gap in report["gaps"]] == ["meeting", "tasks"]
    assert report["unused"] == []


def test_gaps_do_not_stop_a_draft(office: Path) -> None:
    (office / "facts.yaml").write_text("outline: small\n", "utf-8")
    done = run("write", "facts.yaml")
    assert done.exit_code == 0
    assert "2 gaps" in done.stdout
    assert "在【待补：会议全称】上的讲话" in texts("facts.docx")


def test_a_file_that_is_not_ours_is_not_overwritten(office: Path) -> None:
    (office / "facts.docx").write_bytes(b"mine")
    done = run("write", "facts.yaml")
    assert done.exit_code == 2
    assert "This is not a Word file (.docx)." in done.stderr
    assert (office / "facts.docx").read_bytes() == b"mine"


def test_fresh_keeps_every_file_before(office: Path) -> None:
    (office / "facts.docx").write_bytes(b"first")
    run("write", "facts.yaml", "--fresh")
    done = run("write", "facts.yaml", "--fresh")
    assert done.exit_code == 0
    assert (office / "facts.bak1.docx").read_bytes() == b"first"
    assert (office / "facts.bak2.docx").read_bytes() == (office / "facts.docx").read_bytes()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FACTS, FACTS + "reword:\n  opening: 1\n"),
        (FACTS.rstrip("\n"), FACTS + "reword:\n  opening: 1\n"),
        (FACTS + "reword:\n  opening: 1 # gut\n", FACTS + "reword:\n  opening: 0 # gut\n"),
        (
            FACTS + "reword:\n  # 换一换\n  other: 3\nseed: 1\n",
            FACTS + "reword:\n  # 换一换\n  other: 3\n  opening: 1\nseed: 1\n",
        ),
    ],
    ids=["none yet", "no line end", "again", "beside others"],
)
@pytest.mark.parametrize(("end", "encoding"), [("\n", "utf-8"), ("\r\n", "utf-8-sig"), ("\n", "gb18030")])
def test_reword_notes_itself_and_leaves_every_other_byte(
    office: Path, before: str, after: str, end: str, encoding: str
) -> None:
    facts = office / "facts.yaml"
    facts.write_bytes(before.replace("\n", end).encode(encoding))
    done = run("write", "facts.yaml", "--reword", "opening")
    assert done.exit_code == 0, done.output
    assert facts.read_bytes().decode(encoding) == after.replace("\n", end)


def test_reword_takes_the_next_wording_and_then_the_first_again(office: Path) -> None:
    run("write", "facts.yaml")
    first = texts("facts.docx")[2]
    run("write", "facts.yaml", "--fresh", "--reword", "opening")
    second = texts("facts.docx")[2]
    run("write", "facts.yaml", "--fresh", "--reword", "opening")
    assert {first, second} == {"下面，我讲几点。", "我说几句。"}
    assert texts("facts.docx")[2] == first


def test_a_block_that_cannot_be_reworded_is_named_with_those_that_can(office: Path) -> None:
    done = run("write", "facts.yaml", "--reword", "openin")
    assert done.exit_code == 2
    assert "“opening”" in done.stderr
    assert not (office / "facts.docx").exists()


def test_words_whose_block_is_not_in_the_draft_are_told_and_the_status_is_1(office: Path) -> None:
    (office / "facts.yaml").write_text(FACTS + "own_words: [{after: closing, text: 再说一句}]\n", "utf-8")
    done = run("write", "facts.yaml")
    assert done.exit_code == 1
    assert "closing" in done.stdout
    assert "再说一句" in done.stdout


def test_bad_facts_are_told_all_at_once_and_nothing_is_written(office: Path) -> None:
    (office / "facts.yaml").write_text("outline: small\nmeting: 甲\ntasks: [修渠]\nmeeting: [甲]\n", "utf-8")
    done = run("write", "facts.yaml")
    assert done.exit_code == 2
    assert "facts.yaml:2:1: " in done.stderr
    assert "“meeting”" in done.stderr
    assert "facts.yaml:3:8: tasks (今年的任务): found 1 entries, expected at least 2." in done.stderr
    assert "facts.yaml:4:10: meeting (会议全称): " in done.stderr
    assert not (office / "facts.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["write", "nix.yaml"], "nix.yaml"),
        (["write", "facts.yaml", "-o", "a.doc"], ".docx"),
        (["write", "facts.yaml", "-o", "nix/a.docx"], "nix"),
        (["write", "facts.yaml", "--layout", "offical"], "“official”"),
        (["write", "outlines"], "outlines"),
        (["structure", "facts.yaml"], "facts.yaml"),
        (["structure", "nix.docx"], "nix.docx"),
        (["finalise", "nix.docx"], "nix.docx"),
        (["outlines", "check", "smal"], "“small”"),
        (["outlines", "show", "smal"], "“small”"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_told_without_a_traceback(office: Path, arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr
    assert "Traceback" not in done.output


def test_the_layout_is_that_of_the_command_then_of_the_facts_then_of_the_house(office: Path) -> None:
    (office / "house.yaml").write_text("layout: reading\n", "utf-8")
    run("write", "facts.yaml", "-o", "house.docx")
    run("write", "facts.yaml", "-o", "command.docx", "--layout", "official")
    (office / "facts.yaml").write_text(FACTS + "layout: official\n", "utf-8")
    run("write", "facts.yaml", "-o", "facts.docx")
    looks = {name: ZipFile(f"{name}.docx").read("word/styles.xml") for name in ("house", "command", "facts")}
    assert looks["house"] != looks["command"]
    assert looks["facts"] == looks["command"]


def test_a_layout_of_ones_own_overrides_single_values(office: Path) -> None:
    (office / "templates" / "layouts").mkdir(parents=True)
    own = office / "templates" / "layouts" / "ours.yaml"
    own.write_text("base: official\npage_number: {position: centre}\n", "utf-8")
    assert run("write", "facts.yaml", "--layout", "ours").exit_code == 0
    own.write_text("base: official\npage_numbr: {position: centre}\n", "utf-8")
    done = run("write", "facts.yaml", "--layout", "ours", "--fresh")
    assert done.exit_code == 2
    assert "ours.yaml:2:1: " in done.stderr
    assert "“page_number”" in done.stderr


def test_the_same_facts_give_the_same_bytes_anywhere(office: Path, tmp_path: Path) -> None:
    written = []
    for seed, folder in (("1", office), ("2", tmp_path)):
        out = folder / f"same{seed}.docx"
        run_apart(folder, "write", office / "facts.yaml", "-o", out, PYTHONHASHSEED=seed).check_returncode()
        written.append(out.read_bytes())
    assert written[0] == written[1]


def test_a_final_file_has_no_trace_of_ours_and_the_draft_is_kept(office: Path) -> None:
    run("write", "facts.yaml")
    draft = (office / "facts.docx").read_bytes()
    done = run("finalise", "facts.docx")
    assert done.exit_code == 0, done.output
    assert (office / "facts.bak1.docx").read_bytes() == draft
    [read] = json.loads(run("structure", "facts.docx", "--json").output)["speeches"]
    assert min(block["confidence"] for block in read["blocks"]) < 1  # nothing in the file says what its blocks are
    assert texts("facts.bak1.docx")[0] == "在全县水利工作会议上的讲话"


def test_a_draft_with_gaps_is_not_made_final(office: Path) -> None:
    (office / "facts.yaml").write_text("outline: small\n", "utf-8")
    run("write", "facts.yaml")
    done = run("finalise", "facts.docx", "-o", "final.docx")
    assert done.exit_code == 2
    assert "会议全称" in done.stderr
    assert not (office / "final.docx").exists()


def test_an_enumerator_of_ones_own_is_told_with_line_and_column(office: Path) -> None:
    facts = FACTS.replace("[修渠, 清淤]", "\n  - 修渠\n  - 1、清淤")
    (office / "facts.yaml").write_text(facts, "utf-8")
    told = run("write", "facts.yaml").stdout
    assert "facts.yaml:5:5: tasks[2]: “1、” stands before this answer" in told
    (finding,) = json.loads(run("write", "facts.yaml", "--fresh", "--json").stdout)["findings"]
    assert (finding["block"], finding["line"], finding["column"]) == ("tasks[2]", 5, 5)
