"""`drafting outlines`: which there are, and whether they are sound."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafting.cli.commands import build
from drafting.i18n import use_language


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_language("en")
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(build(), list(arguments))


def test_the_shipped_outlines_are_listed_from_any_folder() -> None:
    rows = json.loads(run("outlines", "--json").stdout)
    assert {"work_conference", "mobilisation"} <= {row["name"] for row in rows}
    assert all(row["origin"] == "shipped" and row["title"] and row["use"] for row in rows)
    assert "年度工作会议讲话" in run("outlines").stdout


def test_an_outline_of_ones_own_comes_before_the_shipped_one_and_says_so() -> None:
    Path("outlines").mkdir()
    Path("outlines/mobilisation.yaml").write_text(
        "title: 我们的动员\nparts: [{move: opening, text: 开会。}]\n", "utf-8"
    )
    row = next(row for row in json.loads(run("outlines", "--json").stdout) if row["name"] == "mobilisation")
    assert (row["title"], row["origin"], row["overrides"]) == ("我们的动员", "own", True)
    assert "in place of the shipped one" in run("outlines").stdout


def test_a_sound_outline_is_called_sound() -> None:
    done = run("outlines", "check", "mobilisation")
    assert done.exit_code == 0
    assert "no fault" in done.stdout


def test_a_broken_outline_is_told_with_all_its_faults_in_the_order_of_the_file() -> None:
    Path("bad.yaml").write_text(
        "title: 坏\nquestons: {}\nparts:\n"
        "  - {move: openning, text: '{{ meeting }}'}\n  - {move: closing, template: no/such}\n",
        "utf-8",
    )
    done = run("outlines", "check", "bad.yaml")
    assert done.exit_code == 2
    places = [line.split(": ")[0] for line in done.stderr.splitlines()]
    assert places == ["bad.yaml:2:1", "bad.yaml:4:12", "bad.yaml:4:28", "bad.yaml:5:31", "4 faults."]
    assert "“questions”" in done.stderr
    assert "“opening”" in done.stderr


def test_an_outline_can_be_shown_with_its_questions_and_parts() -> None:
    shown = run("outlines", "show", "mobilisation").stdout
    assert "meeting" in shown
    assert "(closing)" in shown
    assert "  tasks  (tasks)  第一，" in shown.splitlines()


def test_the_schema_is_json() -> None:
    assert json.loads(run("outlines", "schema").stdout)["$schema"].startswith("https://json-schema.org/")


def test_a_new_outline_begins_as_a_sound_copy_and_is_not_written_over() -> None:
    done = run("outlines", "new", "farewell", "--like", "mobilisation")
    assert done.exit_code == 0, done.output
    assert run("outlines", "check", "farewell").exit_code == 0
    Path("outlines/farewell.yaml").write_text("title: 改过了\n", "utf-8")
    again = run("outlines", "new", "farewell", "--like", "mobilisation")
    assert again.exit_code == 2
    assert Path("outlines/farewell.yaml").read_text("utf-8") == "title: 改过了\n"


@pytest.mark.parametrize(("name", "like"), [("../x", "mobilisation"), ("a b", "mobilisation"), ("x", "mobilsation")])
def test_a_new_outline_needs_a_name_and_a_model(name: str, like: str) -> None:
    done = run("outlines", "new", name, "--like", like)
    assert done.exit_code == 2
    assert not Path("outlines/x.yaml").exists()
