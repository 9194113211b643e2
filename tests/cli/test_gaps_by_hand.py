"""Gaps that somebody fills in Word: inside the brackets, without them, with tracking on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hands import by_hand, rejected, replaced, tracked
from tests.cli.office import FILE, comments, facts, merged, texts
from tests.command import run

_GAP = "【待补：牵头单位】"


@pytest.fixture(autouse=True)
def _with_a_gap(office: Path) -> None:
    facts("owner: 县水务局\n", "")
    assert run("write", "facts.yaml", "--fresh").exit_code == 0


def _answered(owner: str) -> None:
    facts("sum: 12.5亿元\n", f"sum: 12.5亿元\nowner: {owner}\n")


@pytest.mark.parametrize(
    "typed", ["【待补：县河长办】", "【待补：牵头单位：县河长办】", "【待补：牵头单位县河长办】", "【待补县河长办】"]
)
def test_what_is_typed_inside_the_brackets_is_the_answer_without_them(typed: str) -> None:
    by_hand(replaced(_GAP, typed))
    assert [(one["path"], one["text"]) for one in merged()["differs"]] == [("owner", "县河长办")]
    assert run("facts", "facts.yaml", "--take-all").exit_code == 0
    assert "owner: 县河长办\n" in Path("facts.yaml").read_text("utf-8")
    assert merged()["conflicts"] == []
    assert any("由县河长办牵头" in text for text in texts())
    assert comments() == []
    before = FILE.read_bytes()
    assert "Nothing to change" in run("write", "facts.yaml").stdout
    assert FILE.read_bytes() == before


def test_another_answer_in_the_facts_than_inside_the_brackets_is_a_conflict() -> None:
    by_hand(replaced(_GAP, "【待补：县河长办】"))
    _answered("县农业农村局")
    assert len(merged()["conflicts"]) == 1
    assert any("县河长办" in text for text in texts())


def test_a_gap_whose_brackets_are_off_is_a_gap_still() -> None:
    by_hand(replaced(_GAP, "待补：牵头单位"))
    said = run("write", "facts.yaml").stdout
    assert "1 gap, shaded in the draft" in said
    assert "differs" not in said
    assert comments() != []
    assert "No answer was changed by hand" in run("facts", "facts.yaml").stdout
    final = run("finalise", "facts.docx", "-o", "final.docx")
    assert final.exit_code == 2
    assert "Still waiting for an answer" in final.stderr
    assert not Path("final.docx").exists()
    _answered("县河长办")
    assert merged()["conflicts"] == []
    assert any("由县河长办牵头" in text for text in texts())
    assert comments() == []


def test_what_is_typed_behind_a_gap_without_brackets_is_not_written_over() -> None:
    by_hand(replaced(_GAP, "待补：牵头单位：县河长办"))
    _answered("县农业农村局")
    assert len(merged()["conflicts"]) == 1
    assert any("县河长办" in text for text in texts())


def test_a_gap_answered_by_a_tracked_change_asks_until_the_facts_have_the_answer() -> None:
    tracked(_GAP, "县河长办")
    merged()
    assert any("请回答“牵头单位”" in comment for comment in comments())
    _answered("县河长办")
    assert merged()["conflicts"] == []
    assert comments() == []
    before = FILE.read_bytes()
    assert "Nothing to change" in run("write", "facts.yaml").stdout
    assert FILE.read_bytes() == before


def test_a_gap_that_stands_again_because_its_answer_was_rejected_gets_that_of_the_facts() -> None:
    tracked(_GAP, "县河长办")
    _answered("县河长办")
    merged()
    rejected()
    assert any(_GAP in text for text in texts())
    assert merged()["conflicts"] == []
    assert any("由县河长办牵头" in text for text in texts())
    assert not any("待补" in text for text in texts())


def test_a_mark_behind_an_answer_that_somebody_typed_into_a_gap_follows_the_draft_when_the_facts_take_the_answer() -> (
    None
):
    outline = Path("outlines/small.yaml")
    text = outline.read_text("utf-8").replace(
        "由{{ owner }}牵头实施", "{{ owner }}{% if owner %}，{% else %}；{% endif %}抓到底"
    )
    outline.write_text(text, "utf-8")
    assert run("write", "facts.yaml", "--fresh").exit_code == 0
    by_hand(replaced(_GAP, "县河长办牵头"))
    assert run("facts", "facts.yaml", "--take-all").exit_code == 0
    assert merged()["conflicts"] == []
    assert any("比去年多得多，县河长办牵头，抓到底" in text for text in texts())
    assert comments() == []
