"""`drafting write` where somebody has moved a paragraph with tracking on, and the move is accepted or rejected then."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from drafting.word.package import w
from tests.cli.hands import by_hand, in_xml, moved_with_tracking, rejected, replaced
from tests.cli.office import FACTS, FILE, an_office, facts, merged, paragraph_with, texts
from tests.command import run
from tests.revise.resolve import accept, reject


@pytest.fixture
def moved(office: Path) -> None:
    """A paragraph that somebody has moved, and two facts that have come in where it is now."""
    moved_with_tracking("12.5亿元", behind="汛期以前")
    facts("12.5亿元", "13.2亿元")
    facts("县水务局", "县水利局")
    assert run("write", "facts.yaml").exit_code == 0
    assert texts().index("汛期以前五座水库全部开工。") + 1 == next(n for n, t in enumerate(texts()) if "13.2亿元" in t)


def test_our_words_do_not_stay_behind_when_the_move_is_rejected_and_come_in_where_it_began(moved: None) -> None:
    rejected()
    told = merged()
    assert {entry["text"] for entry in told["updated"]} == {"13.2亿元", "县水利局"}
    assert told["differs"] == told["kept"] == told["conflicts"] == told["misfits"] == []
    assert "二、把灌溉渠道疏通" in texts()
    assert texts()[2] == "今年全县水利计划完成投资13.2亿元，比去年多得多，由县水利局牵头实施。下面，我讲两点。"
    before = FILE.read_bytes()
    assert "Nothing to change" in run("write", "facts.yaml").stdout
    assert FILE.read_bytes() == before


def test_a_fact_that_has_changed_once_more_comes_in_there_too(moved: None) -> None:
    rejected()
    facts("13.2亿元", "14亿元")
    assert run("write", "facts.yaml").exit_code == 0
    assert "投资14亿元，比去年多得多，由县水利局" in texts()[2]
    assert "13.2亿元" not in "".join(texts())


def test_what_the_hand_has_changed_there_stays(moved: None) -> None:
    rejected()
    by_hand(replaced("比去年多得多", "比去年多"))
    run("write", "facts.yaml")
    assert "二、把灌溉渠道疏通" in texts()
    assert "比去年多，" in texts()[2]


def test_what_was_moved_stays_as_it_is_when_the_move_is_accepted_and_our_words_are_rejected(moved: None) -> None:
    def change(root: etree._Element) -> None:
        root[:] = list(accept(root, lambda change: change.get(w("author")) == "王五"))
        root[:] = list(reject(root))

    in_xml(change)
    told = merged()
    assert [entry["text"] for entry in told["differs"]] == ["12.5亿元", "县水务局"]
    assert "12.5亿元" in texts()[4]


def test_a_heading_joined_to_its_paragraph_is_not_left_behind_by_any_move_when_all_of_it_is_reworded(
    office: Path,
) -> None:
    def joined(root: etree._Element) -> None:
        heading, text = paragraph_with(root, "把病险水库修好"), paragraph_with(root, "汛期以前")
        heading.extend([child for child in text if child.tag != w("pPr")])
        text.getparent().remove(text)  # type: ignore[union-attr]

    in_xml(joined)
    facts("把病险水库修好", "让所有人安全度汛")
    for _time in range(2):
        assert run("write", "facts.yaml").exit_code == 0
        assert "一、让所有人安全度汛汛期以前五座水库全部开工。" in texts()


OWNERS = "县水务局会同县林业局，带着下面十二个乡镇的水管站站长一道"
FEWER = "县水务局带着下面十二个乡镇的水管站站长一道"


@pytest.mark.parametrize("value", ["12.5亿元", "13.2亿元"], ids=["words alone", "a value too"])
def test_words_that_the_facts_no_longer_have_go_where_the_move_began_when_it_is_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, facts=FACTS.replace("owner: 县水务局", f"owner: {OWNERS}"))
    moved_with_tracking("12.5亿元", behind="汛期以前")
    facts(OWNERS, FEWER)
    if value != "12.5亿元":
        facts("12.5亿元", value)
    assert run("write", "facts.yaml").exit_code == 0
    assert run("write", "facts.yaml").exit_code == 0
    rejected()
    told = merged()
    assert told["differs"] == told["kept"] == told["conflicts"] == told["misfits"] == []
    assert texts()[2] == f"今年全县水利计划完成投资{value}，比去年多得多，由{FEWER}牵头实施。下面，我讲两点。"
    before = FILE.read_bytes()
    assert "Nothing to change" in run("write", "facts.yaml").stdout
    assert FILE.read_bytes() == before


def test_words_that_the_hand_puts_back_where_the_move_is_accepted_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, facts=FACTS.replace("owner: 县水务局", f"owner: {OWNERS}"))
    moved_with_tracking("12.5亿元", behind="汛期以前")
    facts(OWNERS, FEWER)
    assert run("write", "facts.yaml").exit_code == 0
    in_xml(lambda root: root.__setitem__(slice(None), list(accept(root))))
    assert run("write", "facts.yaml").exit_code == 0
    by_hand(replaced("县水务局", "县水务局会同县林业局，"))
    run("write", "facts.yaml")
    assert any(OWNERS in text for text in texts())
