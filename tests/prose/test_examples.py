"""The examples: complete, of the right length, and the prose that was approved."""

from __future__ import annotations

import pytest

from drafting.chinese.speaking import characters
from drafting.draft import Source
from drafting.facts.model import Row
from drafting.loading import load_outline
from tests.prose.shipped import APPROVED, FULL, OUTLINES, ROOT, approved_for, drafted

# A draft that is nearly all facts has lost the joints of its seeds.
MOST_FACTS = 0.5


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_shipped_outline_has_no_fault(outline: str) -> None:
    _prepared, faults = load_outline(ROOT / "outlines" / f"{outline}.yaml")
    assert [str(fault) for fault in faults] == []


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_complete_example_leaves_no_gap_and_no_answer_unused(outline: str) -> None:
    composed = drafted(outline)
    assert composed.draft.gaps() == []
    assert composed.unused == ()
    assert composed.hidden == ()


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_complete_example_is_as_long_as_such_speeches_are(outline: str) -> None:
    assert 2500 <= characters(drafted(outline).draft.text) <= 5500


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_third_to_half_of_a_complete_example_are_facts(outline: str) -> None:
    spans = [span for block in drafted(outline).draft.blocks for span in block.spans]
    facts = sum(len(span.text) for span in spans if span.source is not Source.WORDING)
    assert 0.33 <= facts / sum(len(span.text) for span in spans) <= MOST_FACTS


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_lean_example_needs_only_what_is_required(outline: str) -> None:
    composed = drafted(f"{outline}-lean")
    assert composed.draft.gaps() == []
    assert composed.unused == ()
    asked = {question.key: question for question in composed.prepared.outline.questions}
    for key, value in composed.facts.answers.items():
        assert asked[key].required
        columns = {column.key: column.required for column in asked[key].columns}
        rows = [entry for entry in value if isinstance(entry, Row)] if isinstance(value, tuple) else []
        assert [cell for row in rows for cell in row.cells if not columns[cell]] == []


@pytest.mark.parametrize("facts", FULL)
def test_further_facts_leave_no_gap_and_no_answer_unused(facts: str) -> None:
    composed = drafted(facts)
    assert composed.draft.gaps() == []
    assert composed.unused == ()
    assert composed.hidden == ()


@pytest.mark.parametrize("facts", [name for outline in OUTLINES for name in approved_for(outline)])
def test_the_prose_is_the_approved_one(facts: str) -> None:
    """A change of wording shows as a change of prose; to approve it: python -m tests.prose.approve"""
    assert drafted(facts).draft.text + "\n" == (APPROVED / f"{facts}.txt").read_text("utf-8")
