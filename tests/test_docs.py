"""What the documentation shows works as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafting.cli.commands import build
from drafting.compose import compose
from drafting.draft import Move
from drafting.house import read_house
from drafting.loading import load_facts, load_outline
from drafting.outline import grammar
from drafting.outline.model import Type
from drafting.yamlfile import parse_yaml

ROOT = Path(__file__).parent.parent
GUIDES = ("docs/outlines.md", "docs/outlines.zh-CN.md")
READMES = ("README.md", "README.zh-CN.md")


def yaml_blocks(name: str) -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)


@pytest.fixture(params=GUIDES)
def worked_example(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The outline and the facts of a guide, as files; the path of the facts."""
    outline, facts = yaml_blocks(request.param)
    (tmp_path / "outlines").mkdir()
    (tmp_path / "outlines" / "farewell.yaml").write_text(outline, "utf-8")
    (tmp_path / "facts.yaml").write_text(facts, "utf-8")
    return tmp_path / "facts.yaml"


def test_the_outline_of_the_guide_has_no_fault(worked_example: Path) -> None:
    _prepared, faults = load_outline(worked_example.parent / "outlines" / "farewell.yaml")
    assert [str(fault) for fault in faults] == []


def test_the_facts_of_the_guide_become_a_speech_without_gaps(worked_example: Path) -> None:
    loaded = load_facts(worked_example)
    composed = compose(loaded.prepared, loaded.facts, loaded.house)
    assert composed.draft.gaps() == []
    assert composed.unused == ()
    assert "增长13.6%" in composed.draft.text
    assert "（二）兑政策。说了就要算数。" in composed.draft.text


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
    for name, command in group.commands.items():
        assert f"drafting {name}" in text
        if name == "write":
            options = [opt for param in command.params for opt in param.opts if opt.startswith("--")]
            assert set(options) - set(re.findall(r"--[a-z]+", text)) == {"--output"}
