"""`drafting outlines`: which there are, and whether they are sound."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from tests.command import run


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


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
    assert "(choice: 庄重、平实、鼓动)" in shown
    assert any(line.startswith("  tasks  (tasks)  第一，") for line in shown.splitlines())


def test_the_schema_is_json() -> None:
    assert json.loads(run("outlines", "schema").stdout)["$schema"].startswith("https://json-schema.org/")


def said(facts: str) -> str:
    """What the draft of a facts file says, written by the command."""
    target = f"{Path(facts).stem}.docx"
    done = run("write", facts, "-o", target)
    assert done.exit_code == 0, done.output
    return "\n".join(paragraph.text for paragraph in Document(target).paragraphs)


def begin(template: str, words: str) -> None:
    """Words put at the head of a template by hand."""
    Path(template).write_text(words + Path(template).read_text("utf-8"), "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("like", ["mobilisation", "work_conference", "opinion"])
def test_a_new_outline_drafts_at_once_and_is_ones_own(like: str) -> None:
    done = run("outlines", "new", "farewell", "--like", like, "--title", "告别会：讲话")
    assert done.exit_code == 0, done.output
    assert run("outlines", "check", "farewell").exit_code == 0
    assert run("outlines", "example", "farewell").exit_code == 0
    assert len(said("farewell.yaml")) > 2000
    row = next(row for row in json.loads(run("outlines", "--json").stdout) if row["name"] == "farewell")
    assert (row["title"], row["origin"], row["overrides"], row["seeds"]) == ("告别会：讲话", "own", False, [])


@pytest.mark.slow
def test_the_wording_of_a_new_outline_can_be_changed_and_no_other_changes_with_it() -> None:
    run("outlines", "new", "farewell", "--like", "mobilisation")
    for name in ("farewell", "mobilisation"):
        run("outlines", "example", name)
    begin("templates/farewell/closing/campaign.j2", "后会有期！")
    begin("templates/farewell/significance/rally_ground.j2", "常回来看看。")  # taken in by a passage
    assert "后会有期！" in said("farewell.yaml")
    assert "常回来看看。" in said("farewell.yaml")
    assert "后会有期！" not in said("mobilisation.yaml")
    assert "常回来看看。" not in said("mobilisation.yaml")


def test_the_parts_are_shown_with_the_files_that_word_them() -> None:
    run("outlines", "new", "farewell", "--like", "mobilisation")
    assert "farewell/closing/campaign.j2" in run("outlines", "show", "farewell").stdout


@pytest.mark.slow
def test_a_new_outline_may_take_the_place_of_the_shipped_one_and_says_so() -> None:
    run("outlines", "new", "mobilisation", "--like", "mobilisation")
    row = next(row for row in json.loads(run("outlines", "--json").stdout) if row["name"] == "mobilisation")
    assert (row["title"], row["origin"], row["overrides"]) == ("动员大会讲话", "own", True)
    assert "in place of the shipped one" in run("outlines").stdout
    run("outlines", "example", "mobilisation")
    begin("templates/mobilisation/closing/campaign.j2", "后会有期！")
    assert "后会有期！" in said("mobilisation.yaml")


@pytest.mark.slow
def test_a_copy_of_an_outline_says_what_the_shipped_one_says_and_so_does_a_copy_of_it() -> None:
    run("outlines", "example", "mobilisation")
    shipped = said("mobilisation.yaml")
    for name, like in (("farewell", "mobilisation"), ("again", "farewell")):
        run("outlines", "new", name, "--like", like)
        run("outlines", "example", name)
        assert said(f"{name}.yaml") == shipped


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["on_site", "work_conference"])
def test_a_file_stays_as_it_is_when_its_outline_is_copied_under_its_name(kind: str) -> None:
    run("outlines", "example", kind)
    said(f"{kind}.yaml")
    run("outlines", "new", kind, "--like", kind)
    done = run("write", f"{kind}.yaml", "-o", f"{kind}.docx")
    assert (done.exit_code, "The text stays as it is" in done.output) == (0, True), done.output


@pytest.mark.slow
def test_a_copy_made_by_hand_that_still_uses_the_templates_of_its_model_says_the_same() -> None:
    run("outlines", "new", "farewell", "--like", "mobilisation")
    run("outlines", "example", "farewell")
    before = said("farewell.yaml")
    Path("outlines/farewell.yaml").rename("outlines/goodbye.yaml")
    facts = Path("farewell.yaml").read_text("utf-8").replace("outline: farewell", "outline: goodbye")
    Path("goodbye.yaml").write_text(facts, "utf-8")
    assert said("goodbye.yaml") == before


@pytest.mark.parametrize("template", ["begin", "short/begin", "opening/begin", "short/opening/begin"])
def test_a_copy_of_an_outline_of_ones_own_takes_the_ways_that_it_takes(template: str) -> None:
    Path("outlines").mkdir()
    parts = "".join(f"  - {{move: opening, key: p{n}, template: {template}}}\n" for n in range(8))
    Path("outlines/short.yaml").write_text(f"title: 短的\nparts:\n{parts}", "utf-8")
    file = Path(f"templates/{template}.j2")
    file.parent.mkdir(parents=True)
    file.write_text("{% wording %}甲{% or %}乙{% or %}丙{% endwording %}", "utf-8")
    assert run("outlines", "new", "second", "--like", "short").exit_code == 0
    for name in ("short", "second"):
        Path(f"{name}.yaml").write_text(f"outline: {name}\n", "utf-8")
    assert said("second.yaml") == said("short.yaml")


def test_a_new_outline_may_be_like_one_of_ones_own() -> None:
    Path("outlines").mkdir()
    Path("outlines/short.yaml").write_text(
        "# 短的\ntitle: >-\n  很短\n  的\nseeds:\n- a\n- b\nquestions: {meeting: 会议}\nparts:\n"
        "  - &o {move: opening, template: begin}\n  - {move: closing, key: end, template: begin}\n",
        "utf-8",
    )
    Path("templates").mkdir()
    Path("templates/begin.j2").write_text("{{ meeting }}开始。\n", "utf-8")
    assert run("outlines", "new", "second", "--like", "short").exit_code == 0
    done = run("outlines", "new", "third", "--like", "second")
    assert done.exit_code == 0, done.output
    assert Path("outlines/third.yaml").read_text("utf-8") == (
        "# 短的\ntitle: third\nquestions: {meeting: 会议}\nparts:\n"
        "  - &o {move: opening, template: third/begin}\n  - {move: closing, key: end, template: third/begin}\n"
    )
    assert run("outlines", "check", "third").exit_code == 0
    assert not Path("outlines/examples").exists()


def test_nothing_is_written_over_by_a_new_outline() -> None:
    kept = Path("templates/farewell/closing/campaign.j2")
    kept.parent.mkdir(parents=True)
    kept.write_text("我的话。\n", "utf-8")
    done = run("outlines", "new", "farewell", "--like", "mobilisation")
    assert done.exit_code == 2
    assert "campaign.j2" in done.stderr
    assert kept.read_text("utf-8") == "我的话。\n"
    assert not Path("outlines").exists()


def test_a_new_outline_that_is_there_already_is_told_in_one_sentence() -> None:
    run("outlines", "new", "symposium", "--like", "symposium")
    begun = Path("outlines/symposium.yaml").read_bytes()
    done = run("outlines", "new", "symposium", "--like", "symposium")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert "symposium.yaml: There is an outline “symposium” here already" in done.stderr
    assert Path("outlines/symposium.yaml").read_bytes() == begun


def test_an_outline_with_faults_is_no_model() -> None:
    Path("outlines").mkdir()
    Path("outlines/bad.yaml").write_text("title: 坏\nparts: [{move: openning, text: 开会。}]\n", "utf-8")
    done = run("outlines", "new", "farewell", "--like", "bad")
    assert done.exit_code == 2
    assert "bad.yaml:2:" in done.stderr
    assert not Path("outlines/farewell.yaml").exists()


@pytest.mark.parametrize(("name", "like"), [("../x", "mobilisation"), ("a b", "mobilisation"), ("x", "mobilsation")])
def test_a_new_outline_needs_a_name_and_a_model(name: str, like: str) -> None:
    done = run("outlines", "new", name, "--like", like)
    assert done.exit_code == 2
    assert not Path("outlines/x.yaml").exists()
