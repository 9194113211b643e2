"""`drafting facts`: values that were changed by hand in the file go back into the facts file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hands import by_hand, replaced
from tests.cli.office import (
    FACTS,
    an_office,
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


_MEASURES = """
title: 小会讲话
numbering: [一、]
questions:
  tasks: {ask: 任务, type: table, columns: {heading: 标题, steps: {ask: 措施, type: list}}}
parts:
  - {move: greeting, text: "同志们："}
  - {move: tasks, each: tasks, heading: "{{ heading }}", parts: [{text: "{{ steps|join_clauses }}"}]}
"""
_STEPS = "[每月集中检查一次，每次都要走遍所有水库并且当场整改, 组织32名技术员住到工地上]"
_ROW = f"outline: small\ntasks:\n  - {{heading: 把病险水库修好, steps: {_STEPS}}}\n"


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        (
            "组织32名技术员住到工地上；每月集中检查两次，每次都要走遍所有水库并且当场整改",
            "[每月集中检查两次，每次都要走遍所有水库并且当场整改, 组织32名技术员住到工地上]",
        ),
        (
            "组织36名技术员住到工地上；每月集中检查两次，每次都要走遍所有水库并且当场整改",
            "[每月集中检查两次，每次都要走遍所有水库并且当场整改, 组织36名技术员住到工地上]",
        ),
        (
            "组织36名技术员住到工地上；每月集中检查一次，每次都要走遍所有水库并且当场整改",
            "[每月集中检查一次，每次都要走遍所有水库并且当场整改, 组织36名技术员住到工地上]",
        ),
        (
            "组织32名技术员住到工地上；每月集中检查一次，每次都要走遍所有水库并且当场整改",
            "[每月集中检查一次，每次都要走遍所有水库并且当场整改, 组织32名技术员住到工地上]",
        ),
    ],
)
def test_answers_of_a_list_that_the_hand_swapped_are_taken_back_once_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, taken: str
) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, _MEASURES, _ROW)
    by_hand(replaced("每月集中检查一次，每次都要走遍所有水库并且当场整改；组织32名技术员住到工地上", written))
    run("facts", "facts.yaml", "--take-all")
    assert f"steps: {taken}" in Path("facts.yaml").read_text("utf-8")
    assert merged()["conflicts"] == []
    assert any(written in text for text in texts())
    assert run("facts", "facts.yaml", "--json").stdout == run("facts", "facts.yaml", "--take-all", "--json").stdout
    assert f"steps: {taken}" in Path("facts.yaml").read_text("utf-8")


def test_words_that_the_hand_put_to_values_are_taken_back_with_them(office: Path) -> None:
    by_hand(replaced("12.5亿元", "约12.5亿元"), replaced("县水务局牵头", "县水务局（含河长办）牵头"))
    told = run("facts", "facts.yaml").stdout
    assert "sum: 12.5亿元 → 约12.5亿元" in told
    assert "owner: 县水务局 → 县水务局（含河长办）" in told
    assert run("facts", "facts.yaml", "--take-all").exit_code == 0
    assert merged()["differs"] == []
    assert any("完成投资约12.5亿元，比去年多得多，由县水务局（含河长办）牵头实施" in text for text in texts())


def test_an_item_by_hand_is_not_offered_for_the_item_that_the_facts_add_at_its_place(office: Path) -> None:
    outline = Path("outlines/small.yaml")
    text = outline.read_text("utf-8").replace("  tasks:", "  marks: {ask: 指标, type: list}\n  tasks:", 1)
    text = text.replace("  - {move: tasks,", "  - {move: goals, text: 指标是：}\n  - MARKS\n  - {move: tasks,", 1)
    item = '{move: goals, each: marks, inline: true, number: 一是, between: ；, text: "{{ item }}"}'
    outline.write_text(text.replace("MARKS", item), "utf-8")
    facts("tasks:\n", "marks: [合格率达到95%, 满意率达到90%]\ntasks:\n")
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    by_hand(replaced("满意率达到90%。", "满意率达到90%；三是知晓率在85%以上。"))
    facts("满意率达到90%]", "满意率达到90%, 绿化率不低于38%]")
    account = merged()
    assert account["conflicts"] == account["differs"] == []
    assert run("facts", "facts.yaml", "--take-all").exit_code == 0
    assert "绿化率不低于38%" in Path("facts.yaml").read_text("utf-8")
    assert any(text.endswith("三是知晓率在85%以上；四是绿化率不低于38%。") for text in texts())
