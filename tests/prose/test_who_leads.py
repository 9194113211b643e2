"""Who leads is said of every task: once for all that have no other, or a gap where only the helpers are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from drafting.draft import Draft
from drafting.facts.model import Row, Value
from tests.prose.shipped import TONES, changed, loaded
from tests.prose.ways import rounds

pytestmark = pytest.mark.slow

HELPED: dict[str, Value] = {"heading": "管好码头", "measures": ("清理航道", "加固系船柱"), "support": "海事处"}


def said(outline: str, tone: str, **answers: Value) -> Iterator[Draft]:
    whole = loaded(f"{outline}-lean")
    facts = changed(whole.facts, tone=tone)
    facts = replace(facts, answers={**facts.answers, **answers})
    return (draft.composed.draft for draft in rounds(whole.prepared, facts, whole.house))


@pytest.mark.parametrize("rows", [1, 3, 6])
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["work_conference", "mobilisation", "on_site", "opinion"])
def test_a_task_with_helpers_only_shows_that_its_leader_is_missing(outline: str, tone: str, rows: int) -> None:
    table, more = ("items", {"section": "思想"}) if outline == "opinion" else ("tasks", {})
    tasks = tuple(Row({**HELPED, **more, "heading": f"管好码头{n}"}) for n in "甲乙丙丁戊己"[:rows])
    for draft in said(outline, tone, **{table: tasks}):
        gaps = [gap for gap in draft.gaps() if gap.question.endswith("owner")]
        assert len(gaps) == rows, draft.text


@pytest.mark.parametrize("tone", TONES)
def test_the_leader_of_most_tasks_of_an_opinion_is_said_once(tone: str) -> None:
    tasks = tuple(Row({**HELPED, "section": "思想", "heading": f"管好码头{n}"}) for n in "甲乙丙")
    for draft in said("opinion", tone, items=tasks, main_owner="港务局"):
        assert draft.text.count("港务局") == 1
        assert draft.text.count("由海事处配合") == 3
        assert not [gap for gap in draft.gaps() if gap.question.endswith("owner")]


@pytest.mark.parametrize("tone", TONES)
def test_one_principle_of_an_opinion_is_a_sentence_and_no_list(tone: str) -> None:
    for draft in said("opinion", tone, principles=("坚持自愿参与，不搞摊派",)):
        assert any(f"{word}坚持自愿参与，不搞摊派。" in draft.text for word in ("要始终", "必须", "都要"))


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["party_building", "campaign"])
def test_who_is_to_do_it_runs_on_to_what_is_to_be_done(outline: str, tone: str) -> None:
    """船务科来办，清点库房: what is handed over has been handed over, and the measure hangs in the air."""
    rows = tuple(
        Row({"heading": f"管好码头{n}", "owner": "船务科", "measures": ("清点库房", "配齐绞车")})
        for n in "甲乙丙丁戊己"
    )
    for draft in said(outline, tone, **{"tasks" if outline == "party_building" else "abilities": rows}):
        assert "船务科" in draft.text
        assert not re.search("船务科[来去]办，清点", draft.text)
