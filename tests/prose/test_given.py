"""The wording goes by what is given: nothing is lamented that is there, nothing announced that is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.check.headings import check_headings
from drafting.facts.model import Facts, Row, Value
from drafting.facts.values import read_value
from drafting.outline.model import Outline
from tests.prose.shipped import TONES, changed, loaded
from tests.prose.varied import without
from tests.prose.ways import Said, rounds


def said(outline: str, facts: Facts) -> list[Said]:
    """Drafts that take every way of every wording."""
    whole = loaded(outline)
    return rounds(whole.prepared, facts, whole.house)


def with_answer(facts: Facts, key: str, value: Value) -> Facts:
    return replace(facts, answers={**facts.answers, key: value})


def shortfall(outline: Outline, **cells: str) -> Row:
    question = outline.question("distance")
    assert question is not None
    columns = {column.key: column for column in question.columns}
    return Row({key: read_value(text, columns[key]) for key, text in cells.items()})


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("now", ["60块", "72块"])
def test_what_is_there_in_full_is_no_gap(tone: str, now: str) -> None:
    whole = loaded("mobilisation-lean")
    rows = (shortfall(whole.prepared.outline, what="禁烟标识", need="60块", now=now),)
    for draft in said("mobilisation-lean", with_answer(changed(whole.facts, tone=tone), "distance", rows)):
        assert not any(word in clause for clause in draft.by_key["goals/distance"] for word in ("补", "差距", "还差"))


@pytest.mark.parametrize("tone", TONES)
def test_thanks_are_said_without_conditions(tone: str) -> None:
    facts = without(changed(loaded("mobilisation").facts, tone=tone), "conditions")
    assert not [path for draft in said("mobilisation", facts) for path in draft.composed.unused]


@pytest.mark.parametrize("tone", TONES)
def test_no_commendation_is_announced_that_is_not_given(tone: str) -> None:
    facts = without(changed(loaded("symposium").facts, tone=tone), "commend", "assess_heading")
    for draft in said("symposium", facts):
        text = draft.composed.draft.text
        assert not [word for word in ("奖状", "激励先进", "鼓励先进", "奖励先进", "争当先进") if word in text]


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("heading", ["管住源头之{n}", "管住源头，抓好落实之{n}"])
@pytest.mark.parametrize("outline", ["mobilisation", "symposium"])
def test_a_heading_of_our_own_agrees_with_those_that_are_given(outline: str, heading: str, tone: str) -> None:
    whole = loaded(outline)
    facts = without(changed(whole.facts, tone=tone), "assess_heading", "guarantee_heading")
    rows = facts.answers["tasks"]
    assert isinstance(rows, tuple)
    headed = tuple(
        Row({**row.cells, "heading": heading.format(n=n)}) for n, row in enumerate(rows) if isinstance(row, Row)
    )
    draft = said(outline, with_answer(facts, "tasks", headed))[0].composed.draft
    assert not [
        finding for finding in check_headings(draft) if finding.block.rpartition("/")[2] in ("assess", "guarantee")
    ]
