"""Numbers by hand, and beside what the hand changed, that no longer fit: told, and left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hands import by_hand, replaced
from tests.cli.office import CANALS, FILE, OUTLINE, an_office, facts, merged, texts
from tests.command import run

_COUNTED = OUTLINE.replace("下面，我讲{{ points|count('点') }}。", "下面，我讲{{ points|count('点') }}意见。")
_RATES = """title: 小会讲话
questions:
  now: {ask: 今年的产值, type: number}
  before: {ask: 去年的产值, type: number}
parts:
  - {move: greeting, text: "同志们："}
  - {move: opening, text: "今年产值{{ now }}，{{ now|change(before) }}。往后还要加把劲。"}
"""
_FIGURES = "outline: small\nnow: 63亿元\nbefore: 56亿元\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _misfits() -> list[tuple[str, str]]:
    return [(one["before"], one["text"]) for one in merged("--dry-run")["misfits"]]


def test_a_count_of_the_list_that_the_hand_wrote_elsewhere_is_told_when_the_list_changes(tmp_path: Path) -> None:
    an_office(tmp_path, _COUNTED)
    by_hand(replaced("谢谢大家！", "这两点意见都要落实，谢谢大家！"))
    assert _misfits() == []
    facts(CANALS, CANALS + "  - {heading: 把河道管起来, how: 河长每月巡河}\n")
    assert _misfits() == [("两点意见", "三点意见")]
    assert "numbers that no longer fit" in run("write", "facts.yaml").stdout
    assert any("这两点意见都要落实" in text for text in texts())
    before = FILE.read_bytes()
    merged()
    assert FILE.read_bytes() == before


def test_a_count_of_something_else_is_not_told(tmp_path: Path) -> None:
    an_office(tmp_path, _COUNTED)
    by_hand(replaced("谢谢大家！", "下午两点发车，这两点请记住，谢谢大家！"))
    facts(CANALS, CANALS + "  - {heading: 把河道管起来, how: 河长每月巡河}\n")
    assert _misfits() == []


def test_a_rate_worked_out_from_a_figure_that_the_hand_changed_is_told(tmp_path: Path) -> None:
    an_office(tmp_path, _RATES, _FIGURES)
    by_hand(replaced("63亿元", "64亿元"))
    assert _misfits() == [("增长12.5%", "")]
    assert "“增长12.5%” was worked out from this answer" in run("write", "facts.yaml").stdout
    assert "“增长12.5%” was worked out from this answer" in run("compare", "facts.yaml", "facts.docx").stdout
    assert run("facts", "facts.yaml", "--take-all").exit_code == 0
    assert _misfits() == []
    merged()
    assert any("64亿元，增长14.3%" in text for text in texts())


def test_a_rate_that_the_hand_changed_too_is_not_told(tmp_path: Path) -> None:
    an_office(tmp_path, _RATES, _FIGURES)
    by_hand(replaced("63亿元，增长12.5%", "64亿元，增长14.3%"))
    assert _misfits() == []


def test_figures_that_nobody_touched_fit(tmp_path: Path) -> None:
    an_office(tmp_path, _RATES, _FIGURES)
    by_hand(replaced("加把劲", "再加把劲"))
    assert _misfits() == []


def test_a_figure_that_the_draft_only_works_with_and_the_hand_has_written_is_told_when_it_changes(
    tmp_path: Path,
) -> None:
    an_office(tmp_path, _RATES, _FIGURES)
    by_hand(replaced("今年产值63亿元，增长12.5%", "今年产值要看清楚，去年只有56亿元"))
    assert merged("--dry-run")["copies"] == []
    facts("before: 56亿元", "before: 57亿元")
    facts("now: 63亿元", "now: 64亿元")
    assert [(one["path"], one["before"], one["text"]) for one in merged()["copies"]] == [("before", "56亿元", "57亿元")]
    assert any("去年只有56亿元" in text for text in texts())
    assert merged("--dry-run")["copies"] == []


def test_a_figure_that_the_hand_has_written_and_that_is_the_same_as_another_of_the_draft_is_not_told(
    tmp_path: Path,
) -> None:
    an_office(tmp_path, _RATES.replace("今年产值", "全县56亿元的家底，今年产值"), _FIGURES)
    by_hand(replaced("往后还要", "这56亿元来之不易，往后还要"))
    facts("before: 56亿元", "before: 57亿元")
    assert merged()["copies"] == []
