"""Only what is certainly an answer goes from the Word file into the facts: no notes, no halves of items."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hands import by_hand, replaced
from tests.cli.office import FILE, an_office, facts, merged, texts
from tests.command import run

_GAP = "【待补：牵头单位】"


@pytest.mark.parametrize(
    "note",
    [
        "【待补：牵头单位，问县府办】",
        "【待补：牵头单位（县府办定）】",
        "【待补：牵头单位待定】",
        "【待补：牵头单位：待定】",
        "【待补：问县府办】",
        "（牵头单位待定）",
        "待定",
    ],
)
def test_a_note_in_the_place_of_a_gap_is_no_answer(office: Path, note: str) -> None:
    facts("owner: 县水务局\n", "")
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    by_hand(replaced(_GAP, note))
    before = Path("facts.yaml").read_text("utf-8")
    assert merged()["differs"] == []
    assert "No answer was changed by hand" in run("facts", "facts.yaml", "--take-all").stdout
    assert Path("facts.yaml").read_text("utf-8") == before
    facts("sum: 12.5亿元\n", "sum: 12.5亿元\nowner: 县河长办\n")
    assert len(merged()["conflicts"]) == 1
    assert any(note in text for text in texts())


_LIST = """
title: 小会讲话
numbering: [一、, 一是]
questions:
  steps: {ask: 措施, type: list}
parts:
  - {move: greeting, text: "同志们："}
  - {move: opening, text: 下面说说怎么办。}
  - {move: tasks, each: steps, inline: true, number: 一是, between: ；, text: "{{ item }}"}
"""
_STEPS = "outline: small\nsteps:\n  - 派32名干部住村，吃住都在农户家\n  - 修好14座小桥，赶在汛期前头\n  - 栽下5万棵树\n"


@pytest.fixture
def in_a_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, _LIST, _STEPS)


def _worked_on(*pairs: tuple[str, str]) -> None:
    by_hand(*[replaced(old, new) for old, new in pairs])


@pytest.mark.usefixtures("in_a_list")
def test_an_item_that_the_hand_made_two_of_is_told_and_not_taken() -> None:
    _worked_on(("三是栽下", "四是栽下"), ("二是修好14座小桥", "三是修好14座小桥"), ("住村，吃住", "住村；二是吃住"))
    done = run("facts", "facts.yaml", "--take-all")
    assert "steps[1]: by hand the file has" in done.stdout
    assert "split or joined" in done.stdout
    assert Path("facts.yaml").read_text("utf-8") == _STEPS
    assert run("facts", "facts.yaml", "--take", "steps[1]").exit_code == 2


@pytest.mark.usefixtures("in_a_list")
def test_two_items_that_the_hand_made_one_of_are_told_and_not_taken() -> None:
    _worked_on(
        ("三是栽下5万棵树", "栽下5万棵树"),
        ("二是修好14座小桥，赶在汛期前头；", "二是修好14座小桥、栽下5万棵树，赶在汛期前头；"),
    )
    assert "split or joined" in run("facts", "facts.yaml", "--take-all").stdout
    assert Path("facts.yaml").read_text("utf-8") == _STEPS


@pytest.mark.usefixtures("in_a_list")
def test_a_number_in_an_item_beside_joined_ones_is_taken_all_the_same() -> None:
    _worked_on(("三是栽下", "栽下"), ("派32名", "派36名"))
    assert run("facts", "facts.yaml", "--take-all").exit_code == 0
    assert Path("facts.yaml").read_text("utf-8") == _STEPS.replace("32名", "36名")


@pytest.mark.usefixtures("in_a_list")
def test_what_changes_in_an_item_that_the_hand_deleted_is_told_of_that_item() -> None:
    _worked_on(("二是修好14座小桥，赶在汛期前头；", ""), ("三是栽下", "二是栽下"))
    facts("  - 派32名干部住村，吃住都在农户家\n", "")
    facts("14座", "15座")
    (told,) = merged()["deleted_by_hand"]
    assert "15座" in told["text"]
    assert "14座" in told["before"]


def test_the_run_behind_a_rewording_with_nothing_else_changed_touches_no_byte(office: Path) -> None:
    outline = Path("outlines/small.yaml")
    ways = "{% wording %}会开完了，{% or %}话说到这里，{% endwording %}让我们一起"
    outline.write_text(outline.read_text("utf-8").replace("让我们一起", ways), "utf-8")
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    assert "Brought up to date" in run("write", "facts.yaml", "--reword", "closing").stdout
    before = FILE.read_bytes()
    assert "Nothing to change" in run("write", "facts.yaml").stdout
    assert FILE.read_bytes() == before
