"""`drafting facts`: values that were changed by hand in the file go back into the facts file."""

from __future__ import annotations

from pathlib import Path

from tests.cli.hands import by_hand, replaced
from tests.cli.office import (
    FACTS,
    facts,
    merged,
    texts,
)
from tests.command import run


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


def test_two_values_by_hand_for_one_answer_are_both_told_and_neither_is_taken(office: Path) -> None:
    outline = Path("outlines/small.yaml")
    outline.write_text(outline.read_text("utf-8").replace("今年全县", "{{ meeting }}开得好。今年全县"), "utf-8")
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    by_hand(
        replaced("在全县水利工作会议上", "在全县水利大会上"), replaced("全县水利工作会议开得好", "全县水利工作会开得好")
    )
    before = Path("facts.yaml").read_text("utf-8")
    done = run("facts", "facts.yaml", "--take-all")
    assert "“全县水利大会”, “全县水利工作会”" in done.stdout
    assert run("facts", "facts.yaml", "--take", "meeting").exit_code == 2
    assert Path("facts.yaml").read_text("utf-8") == before
