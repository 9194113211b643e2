"""The sentence before the tasks says they are few, or many: one task more does not reword it in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.office import texts
from tests.command import run

OUTLINE = """
title: 任务
use: 试验
questions: {tasks: {ask: 任务, type: list, at_most: 20}}
parts:
  - {move: title, text: 任务}
  - move: opening
    text: "今年{% if tasks is crowded %}事情不少，一共{% else %}只抓{% endif %}{{ tasks|count('件') }}。"
"""
FEW, MANY = "今年只抓{}件。", "今年事情不少，一共{}件。"


def facts(size: int) -> None:
    rows = "".join(f"  - 办好第{number}件事\n" for number in range(1, size + 1))
    Path("t.yaml").write_text(f"outline: ./t.outline.yaml\ntasks:\n{rows}", "utf-8")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.outline.yaml").write_text(OUTLINE, "utf-8")


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ((6, 7, 7, 8, 8), FEW),
        ((6, 8, 6, 7), FEW),
        ((6, 7, 9), MANY),
        ((7, 6, 6, 5), MANY),
        ((8, 5, 4), FEW),
        ((6, 9, 8, 7, 6), MANY),
    ],
)
def test_a_task_more_or_less_does_not_reword_the_sentence_before_the_tasks(sizes: tuple[int, ...], said: str) -> None:
    for size in sizes:
        facts(size)
        assert run("write", "t.yaml").exit_code == 0
    assert texts("t.docx")[1] == said.format("零一二三四五六七八九"[sizes[-1]])
    before = Path("t.docx").read_bytes()
    assert "Nothing to change" in run("write", "t.yaml").stdout
    assert Path("t.docx").read_bytes() == before
    assert "No difference" in run("compare", "t.yaml", "t.docx").stdout


@pytest.mark.parametrize(("size", "said"), [(6, FEW), (7, MANY)])
def test_in_a_new_file_their_number_says_it(size: int, said: str) -> None:
    facts(size)
    assert run("write", "t.yaml").exit_code == 0
    assert texts("t.docx")[1] == said.format("零一二三四五六七"[size])
