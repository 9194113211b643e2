"""A user's own outlines, templates, layouts and house come before the shipped ones, wherever the command is run."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.command import run
from tests.helpers import a_library

OUTLINE = """
title: 小会讲话
questions: {meeting: 会议}
phrases: {slogan: 口号}
parts:
  - {move: opening, template: opening/own}
"""
FILES = {
    "outlines/small.yaml": OUTLINE,
    "templates/opening/own.j2": "{{ meeting }}，{{ house.slogan }}。{% include 'shared/end' %}",
    "templates/shared/end.j2": "散会。",
    "house.yaml": "phrases: {slogan: 抓紧}\n",
    "facts.yaml": "outline: small\nmeeting: 开会\n",
}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a blank and Chinese in its name, and an outline, a template and a house of its own."""
    folder = tmp_path / "讲话 材料"
    a_library(folder, FILES)
    monkeypatch.chdir(folder)
    return folder


def said(file: Path) -> str:
    with zipfile.ZipFile(file) as package:
        xml = package.read("word/document.xml").decode()
    return "".join(piece.partition("<")[0] for piece in xml.split('<w:t xml:space="preserve">')[1:])


def written(facts: str | Path, *options: str | Path) -> str:
    done = run("write", facts, "--json", *options)
    assert done.exit_code == 0, done.output
    return said(Path(json.loads(done.stdout)["file"]))


@pytest.mark.parametrize("absolute", [False, True], ids=["relative", "absolute"])
def test_everything_is_found_beside_the_facts_file(office: Path, absolute: bool) -> None:
    facts = office / "facts.yaml" if absolute else Path("facts.yaml")
    assert written(facts) == "开会，抓紧。散会。"
    assert (office / "facts.docx").exists()


@pytest.mark.parametrize("absolute", [False, True], ids=["relative", "absolute"])
def test_the_command_may_be_run_from_another_folder(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, absolute: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    facts = office / "facts.yaml" if absolute else Path(office.name) / "facts.yaml"
    assert written(facts) == "开会，抓紧。散会。"
    assert (office / "facts.docx").exists()


def test_the_facts_may_lie_in_a_folder_of_their_own(office: Path) -> None:
    a_library(office / "2026" / "一月", {"facts.yaml": "outline: small\nmeeting: 开大会\n"})
    assert written("2026/一月/facts.yaml") == "开大会，抓紧。散会。"
    assert (office / "2026" / "一月" / "facts.docx").exists()


def test_an_outline_may_be_named_by_its_file(office: Path) -> None:
    (office / "sub").mkdir()
    (office / "outlines" / "small.yaml").rename(office / "sub" / "other.yaml")
    (office / "facts.yaml").write_text("outline: sub/other.yaml\nmeeting: 开会\n", encoding="utf-8")
    assert written("facts.yaml") == "开会，抓紧。散会。"


def test_what_lies_beside_the_facts_comes_before_the_working_folder(office: Path) -> None:
    a_library(
        office / "局里",
        {
            "facts.yaml": FILES["facts.yaml"],
            "house.yaml": "phrases: {slogan: 抓细}",
            "templates/shared/end.j2": "再见。",
        },
    )
    assert (
        written("局里/facts.yaml") == "开会，抓细。散会。"
    )  # the outline is the working folder's, and so are its templates
    a_library(office / "局里", {"outlines/small.yaml": OUTLINE})
    assert written("局里/facts.yaml", "--fresh") == "开会，抓细。再见。"


@pytest.mark.parametrize("where", ["beside the facts", "in the working folder"])
def test_a_template_of_ones_own_words_a_shipped_outline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    own = tmp_path / ("a" if where == "beside the facts" else "b")
    a_library(own, {"templates/closing/thanks.j2": "谢谢各位乡亲。"})
    a_library(tmp_path / "a", {"facts.yaml": "outline: mobilisation\nmeeting: 大会\n"})
    (tmp_path / "b").mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path / "b")
    assert "谢谢各位乡亲。" in written(tmp_path / "a" / "facts.yaml")


def test_a_template_that_changes_is_not_taken_from_what_was_kept(office: Path) -> None:
    assert written("facts.yaml") == "开会，抓紧。散会。"
    (office / "templates" / "shared" / "end.j2").write_text("结束。", encoding="utf-8")
    assert written("facts.yaml", "--fresh") == "开会，抓紧。结束。"
    (office / "templates" / "shared" / "end.j2").write_text("{{ nix }}", encoding="utf-8")
    done = run("write", "facts.yaml", "--fresh")
    assert done.exit_code == 2
    assert "“nix” is no question, computed value or column here." in done.stderr


def test_a_house_file_is_the_one_that_the_facts_name(office: Path) -> None:
    a_library(
        office,
        {
            "houses/ju.yaml": "phrases: {slogan: 抓实}",
            "facts.yaml": "outline: small\nhouse: houses/ju.yaml\nmeeting: 开会\n",
        },
    )
    assert written("facts.yaml") == "开会，抓实。散会。"


def test_a_house_file_that_is_not_there_is_told_at_its_name(office: Path) -> None:
    (office / "facts.yaml").write_text("outline: small\nhouse: nix.yaml\nmeeting: 开会\n", encoding="utf-8")
    done = run("write", "facts.yaml")
    assert done.exit_code == 2
    assert done.stderr == "facts.yaml:2:8: There is no house file “nix.yaml”.\n"


def test_faults_of_facts_and_house_are_told_together(office: Path) -> None:
    (office / "house.yaml").write_text("slogans: 甲\n", encoding="utf-8")
    (office / "facts.yaml").write_text("outline: small\nmeting: 开会\n", encoding="utf-8")
    done = run("write", "facts.yaml")
    assert [line.split(": ")[0] for line in done.stderr.splitlines()] == [
        "facts.yaml:2:1",
        "house.yaml:1:1",
        "2 faults.",
    ]


def test_words_that_the_house_does_not_want_are_told(office: Path) -> None:
    (office / "house.yaml").write_text(
        "phrases: {slogan: 抓紧}\nforbidden: [抓紧]\npreferred: {散会: 会议结束}\n", encoding="utf-8"
    )
    done = run("write", "facts.yaml")
    assert done.exit_code == 0
    assert "opening: “抓紧” is a forbidden word of the house." in done.stdout
    assert "opening: The house writes “会议结束” instead of “散会”." in done.stdout


def test_minutes_are_those_of_the_house(office: Path) -> None:
    (office / "facts.yaml").write_text("outline: small\nmeeting: " + "开会" * 400 + "\n", encoding="utf-8")
    slow = json.loads(run("write", "facts.yaml", "--json").stdout)
    (office / "house.yaml").write_text("phrases: {slogan: 抓紧}\nreading_rate: 360\n", encoding="utf-8")
    fast = json.loads(run("write", "facts.yaml", "--json", "--fresh").stdout)
    assert slow["characters"] == fast["characters"] == 807
    assert slow["minutes"] == pytest.approx(2 * fast["minutes"], abs=0.11)


def test_numbers_count_as_they_are_read_aloud(office: Path) -> None:
    (office / "facts.yaml").write_text("outline: small\nmeeting: " + "12.5亿元" * 100 + "\n", encoding="utf-8")
    report = json.loads(run("write", "facts.yaml", "--json").stdout)
    assert report["minutes"] > report["characters"] / 180


def test_an_own_outline_of_a_shipped_name_is_taken(office: Path) -> None:
    a_library(office, {"outlines/mobilisation.yaml": OUTLINE, "facts.yaml": "outline: mobilisation\nmeeting: 开会\n"})
    assert written("facts.yaml") == "开会，抓紧。散会。"


def test_outlines_lists_a_broken_one_of_ones_own_and_goes_on(office: Path) -> None:
    (office / "outlines" / "broken.yaml").write_text("title: 坏\n\tparts: []\n", encoding="utf-8")
    done = run("outlines")
    assert done.exit_code == 0
    assert "broken.yaml:2:1: " in done.stderr
    assert "小会讲话" in done.stdout
    assert "年度工作会议讲话" in done.stdout


def test_markup_shades_what_was_answered_apart_from_the_wording(office: Path) -> None:
    assert written("facts.yaml", "-o", "plain.docx") == written("facts.yaml", "-o", "marked.docx", "--markup")
    for name, shaded in (("plain", False), ("marked", True)):
        with zipfile.ZipFile(office / f"{name}.docx") as package:
            assert ('<w:rStyle w:val="DraftingFact"/>' in package.read("word/document.xml").decode()) is shaded
