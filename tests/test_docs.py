"""What the documentation shows works as it stands there."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from drafting.cli.commands import build
from drafting.compose import Composed, compose
from drafting.draft import Move
from drafting.house import read_house
from drafting.loading import load_facts, load_outline
from drafting.outline import grammar
from drafting.outline.model import Type
from drafting.word.read import read
from drafting.yamlfile import parse_yaml

ROOT = Path(__file__).parent.parent
GUIDES = ("docs/outlines.md", "docs/outlines.zh-CN.md")
READMES = ("README.md", "README.zh-CN.md")


def yaml_blocks(name: str) -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)


def text_block(name: str) -> str:
    (found,) = re.findall(r"```text\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)
    return str(found)


@pytest.fixture(params=GUIDES)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with the outlines and the facts files of a guide: farewell, fire."""
    farewell, first_facts, fire, facts = yaml_blocks(request.param)
    (tmp_path / "outlines").mkdir()
    for name, outline, given in (("farewell", farewell, first_facts), ("fire", fire, facts)):
        (tmp_path / "outlines" / f"{name}.yaml").write_text(outline, "utf-8")
        (tmp_path / f"{name}.yaml").write_text(given, "utf-8")
    (tmp_path / "old.txt").write_text(text_block(request.param), "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["farewell", "fire"])
def test_the_outlines_of_the_guide_have_no_fault(desk: Path, name: str) -> None:
    _prepared, faults = load_outline(desk / "outlines" / f"{name}.yaml")
    assert [str(fault) for fault in faults] == []


def composed(facts: Path) -> Composed:
    loaded = load_facts(facts)
    return compose(loaded.prepared, loaded.facts, loaded.house)


@pytest.mark.parametrize("name", ["farewell", "fire"])
def test_the_facts_of_the_guide_become_a_speech_without_gaps(desk: Path, name: str) -> None:
    made = composed(desk / f"{name}.yaml")
    assert made.draft.gaps() == []
    assert made.unused == ()
    said = {
        "farewell": ["，比去年增长13.6%。", "（二）兑政策。说了就要算数。"],
        "fire": ["比前年减少3起", "把三件事做实", "由林业站牵头，10月底前设好"],
    }
    assert all(words in made.draft.text for words in said[name])


@pytest.mark.parametrize(
    ("before", "said"),
    [("9起", "6起，比前年减少3起，"), ("4起", "6起，比前年增加2起，"), ("6起", "6起，与前年持平，"), ("", "6起，没有")],
)
def test_the_outline_of_the_guide_says_how_a_figure_changed(desk: Path, before: str, said: str) -> None:
    facts = (desk / "fire.yaml").read_text("utf-8")
    (desk / "fire.yaml").write_text(facts.replace("fires_before: 9", f"fires_before: {before}"), "utf-8")
    assert said in composed(desk / "fire.yaml").draft.text


@pytest.mark.parametrize("size", [0, 1])
@pytest.mark.parametrize("name", ["farewell", "fire"])
def test_the_outlines_of_the_guide_leave_no_half_sentence(desk: Path, name: str, size: int) -> None:
    """Each list of the facts answered with none, where its question allows that, or cut to one entry."""
    whole = load_facts(desk / f"{name}.yaml")
    for key, value in whole.facts.answers.items():
        question = whole.prepared.outline.question(key)
        if isinstance(value, tuple) and question is not None and size >= question.at_least:
            facts = replace(whole.facts, answers={**whole.facts.answers, key: value[:size]})
            draft = compose(whole.prepared, facts, whole.house).draft
            _title, greeting, *lines = [line for line in draft.text.splitlines() if not line.startswith("（")]
            assert greeting.endswith("：")
            halves = [line for line in lines if re.search("[：，、；]$|[：，、；][。，；]|[。：][，；]|零|一些", line)]
            assert (key, halves, draft.gaps()) == (key, [], [])


def test_the_old_speech_of_the_guide_is_learned_to_the_letter(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    done = CliRunner().invoke(build(), ["learn", "old.txt", "--name", "last"])
    assert done.exit_code == 0, done.output
    assert composed(desk / "last.facts.yaml").draft.text == (desk / "old.txt").read_text("utf-8").rstrip("\n")


@pytest.mark.parametrize("guide", GUIDES)
def test_the_worked_example_can_be_followed_to_its_end(
    guide: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In an empty folder, command by command; the files are there when the guide has shown them."""
    monkeypatch.chdir(tmp_path)
    old = text_block(guide)
    worked = (ROOT / guide).read_text("utf-8").partition("```text")[2]
    commands = re.findall(r"^    drafting ([^#\n]*)", worked, re.MULTILINE)
    assert [command.split()[0] for command in commands] == ["structure", "learn", "write", "outlines", "write"]
    Path("去年.txt").write_text(old, "utf-8")
    *_others, outline, facts = yaml_blocks(guide)
    for command in commands:
        if command.startswith("outlines"):
            Path("outlines").mkdir()
            Path("outlines/fire.yaml").write_text(outline, "utf-8")
            Path("fire.yaml").write_text(facts, "utf-8")
        done = CliRunner().invoke(build(), command.split())
        assert done.exit_code == 0, f"{command}: {done.output}"
    made = read(Path(commands[-1].split()[-1]))
    assert made.text == old.rstrip("\n").replace("四件事", "三件事")
    assert composed(Path("fire.yaml")).draft.text == made.text


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guide_names_every_key_type_and_move(guide: str) -> None:
    text = (ROOT / guide).read_text("utf-8")
    keys = {*grammar.OUTLINE, *grammar.QUESTION, *grammar.PART, *(kind.value for kind in Type)}
    assert [key for key in sorted(keys) if f"`{key}`" not in text] == []
    assert [move for move in Move if move not in text] == []


@pytest.mark.parametrize("readme", READMES)
def test_the_house_file_of_the_readme_is_valid(readme: str) -> None:
    house = next(block for block in yaml_blocks(readme) if block.startswith("organisation"))
    read, faults = read_house(parse_yaml(house, readme))
    assert not faults
    assert read.leaders[0].post == "县委书记"


@pytest.mark.parametrize("readme", READMES)
def test_the_readme_names_every_command_and_option_of_write(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    group = build()
    context = click.Context(group)
    names = group.list_commands(context)
    assert len(names) > 10
    for name in names:
        command = group.get_command(context, name)
        assert command is not None
        assert f"`drafting {name}" in text
        if name == "write":
            options = [opt for param in command.params for opt in param.opts if opt.startswith("--")]
            assert set(options) - set(re.findall(r"--[a-z-]+", text)) == {"--output"}


@pytest.mark.parametrize("chapter", ["docs/learning.md", "docs/learning.zh-CN.md"])
def test_the_chapter_on_old_speeches_shows_commands_that_are_there(chapter: str) -> None:
    text = (ROOT / chapter).read_text("utf-8")
    shown = re.findall(r"drafting ([a-z]+) ([^`\n]*)", text)
    group, context = build(), click.Context(build())
    for name, arguments in shown:
        command = group.get_command(context, name)
        assert command is not None, name
        known = {opt for param in command.params for opt in param.opts}
        assert set(re.findall(r"--[a-z]+", arguments)) <= known
    assert {name for name, _arguments in shown} == {"structure", "learn", "seeds", "write", "set"}
