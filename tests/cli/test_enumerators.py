"""Other enumerators for a speech that has been written, and worked on, already."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.hands import by_hand, replaced
from tests.cli.office import Account, an_office, texts
from tests.command import run

OUTLINE = """
title: 小会讲话
numbering: [一、, （一）]
questions:
  meeting: {ask: 会议全称}
  tasks: {ask: 今年的任务, type: table, columns: {heading: 标题, how: 办法, steps: {ask: 步骤, type: list}}}
  lacks: {ask: 不足, type: list}
parts:
  - {move: title, text: "在{{ meeting }}上的讲话"}
  - {move: opening, text: "下面，我讲{{ points|count('点') }}。"}
  - move: shortcomings
    key: past
    heading: 去年有什么不足
    parts:
      - {key: turn, text: "主要是{{ beside|count('个') }}方面："}
      - {each: lacks, number: 一是, inline: true, between: ；, text: "{{ item }}"}
  - move: tasks
    key: plan
    heading: 今年要干什么
    text: "抓好{{ below|count('件') }}事。"
    parts:
      - {each: tasks, number: 第一，, lead: "{{ heading }}", text: "{{ how }}。", parts: [
          {each: steps, number: 一要, inline: true, text: "{{ item }}"}]}
  - {move: closing, text: "让我们一起把今年的事情办好，谢谢大家！"}
"""
FACTS = """outline: small
meeting: 全县水利工作会议
lacks: [巡查还不够勤, 维修还不够快]
tasks:
  - {heading: 把病险水库修好, how: 汛期以前五座水库全部开工, steps: [先勘察, 后施工]}
  - {heading: 把灌溉渠道疏通, how: 干渠由县里清淤，支渠由乡镇清淤, steps: []}
  - {heading: 把供水管网接通, how: 年底以前接到每一个村, steps: []}
"""
HEADED = OUTLINE.replace('lead: "{{ heading }}", text:', 'heading: "{{ heading }}", text:')


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return an_office(tmp_path, OUTLINE, FACTS)


def choose(enumerators: str) -> None:
    Path("facts.yaml").write_text(f"{FACTS}enumerators: {enumerators}\n", "utf-8")


def write(*options: str) -> Account:
    """The account of what was brought up to date, the kinds that have entries."""
    done = run("write", "facts.yaml", "--json", *options)
    assert done.exit_code in (0, 1), done.output
    account: Account = json.loads(done.stdout)["merge"]
    return {kind: entries for kind, entries in account.items() if entries}


@pytest.mark.parametrize(
    ("chosen", "old", "new"),
    [
        ("{tasks: 一是}", ["第一，", "第二，", "第三，"], ["一是", "二是", "三是"]),
        ("{tasks: none}", ["第一，", "第二，", "第三，"], ["", "", ""]),
        ("{points: 第一个问题，}", ["一、", "二、"], ["第一个问题，", "第二个问题，"]),
        ("{points: none}", ["一、", "二、"], ["", ""]),
        ("{steps: ①}", ["一要", "二要"], ["①", "②"]),
        ("{steps: none}", ["一要", "二要"], ["", ""]),
        ("{lacks: 其一，}", ["一是", "二是"], ["其一，", "其二，"]),
    ],
)
def test_markers_change_in_place_as_tracked_changes_and_nothing_else_does(
    office: Path, chosen: str, old: list[str], new: list[str]
) -> None:
    before = "\n".join(texts())
    choose(chosen)
    account = write()
    assert list(account) == ["updated"]
    assert [(entry["before"], entry["text"]) for entry in account["updated"]] == list(zip(old, new, strict=True))
    for was, now in zip(old, new, strict=True):
        before = before.replace(was, now, 1)
    assert "\n".join(texts()) == before
    xml = ZipFile("facts.docx").read("word/document.xml").decode()
    assert xml.count("<w:del ") == len(old)
    assert xml.count("<w:ins ") == len([one for one in new if one])
    assert all(count in before for count in ("我讲两点", "抓好三件事", "主要是两个方面"))


def test_back_to_the_outline_s_numbers_and_the_text_is_as_it_was(office: Path) -> None:
    before = texts()
    for chosen in ("{tasks: 一是, points: none}", "{tasks: none, steps: none}", "{}"):
        choose(chosen)
        write("--no-track")
    assert texts() == before
    as_is = Path("facts.docx").read_bytes()
    assert write() == {}
    assert Path("facts.docx").read_bytes() == as_is


def test_what_was_written_by_hand_stays_when_the_numbers_change(office: Path) -> None:
    by_hand(replaced("五座水库全部开工", "六座水库全部开工，一座也不落下"))
    choose("{tasks: 1.}")
    account = write()
    assert {entry["text"] for entry in account["updated"]} == {"1.", "2.", "3."}
    assert any(line.startswith("1.把病险水库修好。汛期以前六座水库全部开工，一座也不落下。") for line in texts())


def test_a_number_changed_by_hand_stays_and_is_told(office: Path) -> None:
    by_hand(replaced("第二，", "其次，"))
    choose("{tasks: 一是}")
    account = write()
    assert [line[:5] for line in texts() if "把" in line[:5]] == ["一是把病险", "其次，把灌", "三是把供水"]
    assert [(entry["before"], entry["text"]) for entry in account["conflicts"]] == [("其次，", "二是")]


def test_a_task_added_later_is_numbered_as_the_others_are_now(office: Path) -> None:
    choose("{tasks: 一是}")
    write("--no-track")
    facts = Path("facts.yaml").read_text("utf-8")
    more = "  - {heading: 把河道管住, how: 每周巡一次, steps: []}\n"
    Path("facts.yaml").write_text(facts.replace("enumerators:", f"{more}enumerators:"), "utf-8")
    write("--no-track")
    assert [line[:4] for line in texts() if line[:1] in "一二三四" and line[1] == "是"] == [
        "一是把病",
        "二是把灌",
        "三是把供",
        "四是把河",
    ]
    assert "抓好四件事。" in texts()


@pytest.mark.parametrize("first", ["{}", "{tasks: 一是}"])
def test_headings_stay_on_their_lines_or_in_the_text_as_the_file_has_them(office: Path, first: str) -> None:
    """A new file has 一是 run in; a file that is there keeps its paragraphs, and what is written by hand into them."""
    (office / "outlines" / "small.yaml").write_text(HEADED, "utf-8")
    choose(first)
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    has_lines = "第一，把病险水库修好" in texts()
    assert has_lines is (first == "{}")
    by_hand(replaced("五座水库全部开工", "六座水库全部开工"))
    lines = len(texts())
    for chosen in ("{tasks: 首先，}", "{tasks: 1.}", "{tasks: none}", "{tasks: 一是}"):
        choose(chosen)
        account = write("--no-track")
        assert {len(entry["text"] + entry["before"]) <= 8 for entry in account["updated"]} == {True}
        assert len(texts()) == lines
    assert ("一是把病险水库修好" in texts()) is has_lines
    assert any("汛期以前六座水库全部开工" in line for line in texts())


def test_what_is_chosen_and_numbers_nothing_is_told(office: Path) -> None:
    facts = FACTS.replace("lacks: [巡查还不够勤, 维修还不够快]", "lacks: []")
    Path("facts.yaml").write_text(facts + "enumerators: {lacks: 1., tasks: 1.}\n", "utf-8")
    findings = json.loads(run("write", "facts.yaml", "--json").stdout)["findings"]
    assert [(one["rule"], one["block"]) for one in findings] == [("enumerators", "lacks")]
    assert findings[0]["message"] == "enumerators: “lacks” numbers nothing in this draft."


def test_the_house_numbers_all_speeches_that_have_such_a_part(office: Path) -> None:
    Path("house.yaml").write_text("enumerators: {tasks: 一是, achievements: 1.}\n", "utf-8")
    assert [entry["text"] for entry in write()["updated"]] == ["一是", "二是", "三是"]
    Path("house.yaml").write_text("enumerators:\n  tasks: 一是\n  achievments: 1.\n", "utf-8")
    done = run("write", "facts.yaml")
    assert done.exit_code == 2
    assert "house.yaml:3:3: enumerators: “achievments” is no numbered part of any outline." in done.output


def test_a_choice_that_cannot_be_is_told_with_its_place(office: Path) -> None:
    choose("{task: 一是, lacks: 甲乙}")
    done = run("write", "facts.yaml")
    assert done.exit_code == 2
    assert "facts.yaml:8:15: “task” is no numbered part of this outline. Did you mean “tasks”?" in done.output
    assert "facts.yaml:8:32: enumerators: lacks: “甲乙” is no enumerator" in done.output
