"""Whatever a person does wrong ends with a sentence and a status, never with a traceback and never with a lost file."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafting import saving
from drafting.cli import main
from drafting.errors import UserError
from drafting.facts.values import MisfitError, read_value
from drafting.outline.model import Question, Type
from drafting.word.xml import encode, escape
from drafting.yamlfile import Place
from tests.command import run, run_apart
from tests.helpers import a_library

OUTLINE = """
title: 小会讲话
questions: {meeting: {ask: 会议全称, required: true}, note: 备注}
parts:
  - {move: title, text: "在{{ meeting }}上的讲话"}
  - {move: opening, text: ["讲几点", "说几句"]}
  - {move: closing, when: note, text: "{{ note }}"}
"""
FACTS = "outline: small\nmeeting: 全县会议\n"


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    a_library(tmp_path, {"outlines/small.yaml": OUTLINE, "facts.yaml": FACTS})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(*arguments: str) -> str:
    done = run(*arguments)
    assert done.exit_code == 2, done.output
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr


LONG = "长" * 300


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ("", "facts.yaml:1:1: The facts file begins with “outline: NAME”; there are: "),
        ("meeting: 甲\n", "facts.yaml:1:1: The facts file begins with “outline: NAME”; there are: "),
        ("outline：small\nmeeting：甲\n", "facts.yaml:1:1: The facts file begins with “outline: NAME”; there are: "),
        ("outline: [small]\n", "facts.yaml:1:1: The facts file begins with “outline: NAME”; there are: "),
        ("outline: smal\n", "facts.yaml:1:10: There is no outline “smal”. Did you mean “small”?"),
        ("outline: ../../etc/passwd\n", "facts.yaml:1:10: There is no outline “../../etc/passwd”."),
        (f"outline: {LONG}\n", "facts.yaml:1:10: There is no outline "),
        (f"outline: {LONG}.yaml\n", "facts.yaml:1:10: There is no outline "),
        (f"outline: small\nhouse: {LONG}.yaml\n", "facts.yaml:2:8: There is no house file "),
        ('outline: "a\\0b"\n', "facts.yaml:1:10: There is no outline "),
        (FACTS + "layout: offical\n", "facts.yaml:3:9: There is no layout “offical”. Did you mean “official”?"),
        (FACTS + f"layout: {LONG}\n", "There is no layout "),
        (FACTS + "meeting: 乙\n", "facts.yaml:3:1: “meeting” stands here a second time; the first is in line 2."),
        (FACTS + "\tnote: 乙\n", "facts.yaml:3:1: "),
        (FACTS + 'note: "\\ud800"\n', "facts.yaml:3:"),
        (FACTS + 'note: "\\ufffe"\n', "facts.yaml:3:7: note (备注): the character U+FFFE cannot be written."),
        (FACTS + "note: \x07\n", "facts.yaml:3:7: note: The character U+0007 is not allowed here."),
        (
            FACTS + "own_words: [{text: 甲}]\n",
            "facts.yaml:3:13: own_words: write “text” and either “after” or “before” with a block.",
        ),
        ("[" * 5000, ": Nested too deeply"),
        ("- outline: small\n", "facts.yaml:1:1: The facts file begins with “outline: NAME”"),
    ],
)
def test_a_facts_file_that_cannot_be_used_is_told_and_nothing_is_written(office: Path, facts: str, told: str) -> None:
    (office / "facts.yaml").write_text(facts, encoding="utf-8")
    assert told in refused("write", "facts.yaml")
    assert not (office / "facts.docx").exists()
    assert not (office / ".drafting").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([f"{LONG}.yaml"], "Cannot read the file: "),
        (["facts.yaml", "-o", f"{LONG}.docx"], LONG),
        (["facts.yaml", "-o", f"{LONG}/a.docx"], LONG),
        (["facts.yaml", "-o", "facts.yaml/a.docx"], "There is no folder “facts.yaml”."),
        (["facts.yaml", "-o", "out.doc"], "its name must end in .docx"),
        (["facts.yaml", "-o", "facts.yaml"], "its name must end in .docx"),
        (
            ["facts.yaml", "--reword", "openin"],
            "There is no block “openin” with a choice of wordings. Did you mean “opening”?",
        ),
        (["facts.yaml", "--reword", "zzz"], "There is no block “zzz” with a choice of wordings. There are: opening."),
        (["facts.yaml", "--reword", "title"], "There is no block “title” with a choice of wordings."),
        (["."], "Cannot read the file: "),
        (["outlines/small.yaml"], "The facts file begins with “outline: NAME”"),
    ],
)
def test_an_argument_that_cannot_be_used_is_told(arguments: list[str], told: str) -> None:
    assert told in refused("write", *arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ["write"],
        ["write", "a", "b"],
        ["write", "--nix", "a"],
        ["nix"],
        ["outlines", "nix"],
        ["outlines", "check"],
        ["--lang", "fr", "outlines"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["outlines", "check", LONG],
        ["outlines", "check", f"{LONG}.yaml"],
        ["outlines", "show", LONG],
        ["structure", f"{LONG}.docx"],
        ["finalise", f"{LONG}.docx"],
    ],
    ids=lambda arguments: arguments[-2],
)
def test_a_name_that_no_file_can_have_is_refused(arguments: list[str]) -> None:
    assert refused(*arguments)


def test_a_damaged_outline_stops_with_all_its_faults(office: Path) -> None:
    damaged = OUTLINE.replace("move: title", "mov: title").replace("{{ note }}", "{{ nite }}")
    (office / "outlines" / "small.yaml").write_text(damaged, encoding="utf-8")
    assert [line.split(": ")[0] for line in refused("write", "facts.yaml").splitlines()] == [
        "outlines/small.yaml:5:5",
        "outlines/small.yaml:5:6",
        "outlines/small.yaml:7:39",
        "3 faults.",
    ]


def test_an_answer_that_its_use_does_not_suit_is_told_where_it_stands(office: Path) -> None:
    (office / "outlines" / "small.yaml").write_text(
        OUTLINE.replace("{{ meeting }}", "{{ meeting|digits }}"), encoding="utf-8"
    )
    assert refused("write", "facts.yaml") == (
        "facts.yaml:2:10: The wording cannot be worked out: “全县会议” (meeting) does not suit the filter “digits”.\n"
    )


def test_programs_get_faults_as_data(office: Path) -> None:
    (office / "facts.yaml").write_text("outline: small\nmeting: 甲\n", encoding="utf-8")
    done = run("write", "facts.yaml", "--json")
    assert done.exit_code == 2
    [fault] = json.loads(done.stdout)["faults"]
    assert (fault["file"], fault["line"], fault["column"]) == ("facts.yaml", 2, 1)
    assert "meting" in fault["message"]


def _fail(*_arguments: Any, **_named: Any) -> None:
    raise PermissionError(errno.EACCES, "Permission denied")


@pytest.mark.parametrize("options", [[], ["--reword", "opening"]], ids=["plain", "reword"])
def test_a_folder_that_cannot_be_written_loses_nothing(
    office: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    (office / "facts.docx").write_bytes(b"mine")
    monkeypatch.setattr(os, "replace", _fail)
    assert "facts.docx: The file cannot be written" in refused("write", "facts.yaml", "--fresh", *options)
    assert (office / "facts.docx").read_bytes() == b"mine"
    assert (office / "facts.yaml").read_text(encoding="utf-8") == FACTS
    assert sorted(path.name for path in office.iterdir() if path.is_file()) == ["facts.docx", "facts.yaml"]


def test_a_file_that_cannot_be_set_aside_stays(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (office / "facts.docx").write_bytes(b"mine")
    monkeypatch.setattr(shutil, "copy2", _fail)
    assert "facts.docx: The file that is there cannot be set aside" in refused("write", "facts.yaml", "--fresh")
    assert (office / "facts.docx").read_bytes() == b"mine"


def test_without_room_for_what_the_file_must_remember_nothing_is_written(office: Path) -> None:
    (office / ".drafting").write_text("", encoding="utf-8")
    assert ".drafting" in refused("write", "facts.yaml")
    assert not (office / "facts.docx").exists()


def test_a_wording_that_cannot_be_noted_is_left_to_the_person(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise UserError("no room")

    monkeypatch.setattr(saving, "save", fail)
    done = run("write", "facts.yaml", "--reword", "opening")
    assert done.exit_code == 0
    assert "Write the new wordings under “reword” in the facts file" in done.stdout
    assert (office / "facts.yaml").read_text(encoding="utf-8") == FACTS


def test_faults_are_in_the_language_of_the_person(
    office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "")
    (office / "facts.yaml").write_text("outline: small\nmeting: 甲\n", encoding="utf-8")
    for language in ("zh_CN", "en"):
        write, speak = ["write", "facts.yaml"], ["--lang", language]
        for arguments in ([*speak, *write], [*write, *speak], ["write", f"--lang={language}", "facts.yaml"]):
            with pytest.raises(SystemExit) as ended:
                main(arguments)
            assert ended.value.code == 2
            shown = capsys.readouterr().err
            assert "meting" in shown
            assert ("Unknown key" in shown) is (language == "en")


def test_two_processes_write_the_same_bytes_whatever_was_kept_before(office: Path) -> None:
    a_library(
        office,
        {
            "outlines/small.yaml": OUTLINE.replace("讲几点", "{% include 'a' %}"),
            "templates/a.j2": "讲一点{% wording %}好{% or %}的{% endwording %}",
        },
    )
    written = []
    for seed, folder in (("1", "."), ("2", "outlines"), ("3", ".")):
        out = office / f"{seed}.docx"
        arguments = ["write", office / "facts.yaml", "-o", out, "--json"]
        done = run_apart(office / folder, *arguments, PYTHONHASHSEED=seed, PYTHONUTF8="1")
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["gaps"] == []
        written.append(out.read_bytes())
    assert written[0] == written[1] == written[2]


def test_many_rows_and_long_answers_are_written(office: Path) -> None:
    a_library(
        office,
        {
            "outlines/big.yaml": (
                "title: 大\n"
                "questions: {tasks: {ask: 任务, type: table, columns: {heading: 标题, why: {ask: 为什么, "
                "type: long}}}}\n"
                "numbering: [一、]\n"
                "parts: [{move: tasks, each: tasks, heading: '{{ heading }}', text: '{{ why }}'}]\n"
            ),
            "big.yaml": "outline: big\ntasks:\n"
            + "".join(
                f"  - {{heading: 任务𠮷{n}, why: '{'长' * (10_000 if n == 7 else 20)}😀'}}\n" for n in range(500)
            ),
        },
    )
    report = json.loads(run("write", "big.yaml", "--json").stdout)
    assert report["gaps"] == []
    assert report["unused"] == []
    assert report["characters"] > 20_000


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=5))
def test_what_the_facts_may_hold_a_word_file_holds_too(text: str) -> None:
    question = Question("note", "备注", Place("facts.yaml"), Type.LONG)
    try:
        value = read_value(f"甲{text}乙", question)
    except MisfitError as misfit:
        assert "cannot be written" in str(misfit)  # noqa: PT017 - either way is right
    else:
        written = encode(f"<w>{escape(str(value))}</w>")
        assert etree.fromstring(written).text == re.sub("\r\n?", "\n", str(value))  # XML knows one line end only
