"""What fresh readers stumbled on when they took the drafts as speeches, with the facts of other trades."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from drafting.facts.model import Facts, Row, Value
from tests.prose.shipped import TONES, changed, loaded
from tests.prose.ways import Said, rounds


def said(outline: str, tone: str, **answers: Value) -> list[Said]:
    """The lean example in a tone, with more answers, in every way of every wording."""
    whole = loaded(f"{outline}-lean")
    facts: Facts = changed(whole.facts, tone=tone)
    return rounds(whole.prepared, replace(facts, answers={**facts.answers, **answers}), whole.house)


@pytest.mark.parametrize("tone", TONES)
def test_who_has_heard_the_others_is_not_asked_to_begin(tone: str) -> None:
    agenda = (Row({"who": "三号码头", "did": "谈了自己的做法"}),)
    for draft in said("symposium", tone, agenda=agenda):
        assert "希望大家敞开来谈" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_labels_of_measures_stay_of_one_length(tone: str) -> None:
    measures = tuple(
        f"{label}。{rest}"
        for label, rest in (("补齐缺口", "配齐绞车"), ("打通堵点", "拓宽闸口"), ("改进排班", "夜班加人"))
    )
    tasks = (Row({"heading": "疏通港区", "measures": measures}),)
    for draft in said("symposium", tone, tasks=tasks):
        text = draft.composed.draft.text
        assert "一是补齐缺口。" in text
        assert "二是打通堵点。" in text
        assert "三是改进排班。" in text


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    ("outline", "row"),
    [("on_site", {}), ("party_building", {}), ("opinion", {"section": "思想"})],
)
def test_a_long_condition_is_an_order_and_not_an_argument(outline: str, row: dict[str, str], tone: str) -> None:
    """“只有” is forgotten before “才能” comes if there are clauses in between."""
    measures = ("清点库房，缺的补齐", "做到随叫随到")
    table = "items" if outline == "opinion" else "tasks"
    rows = tuple(
        Row({**row, "heading": f"管好{n}", "measures": measures, "order": "因果"}) for n in ("吊机", "堆场", "闸口")
    )
    for draft in said(outline, tone, **{table: rows}):
        assert "只有清点库房" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_the_leader_is_given_the_floor_in_a_paragraph_of_its_own(tone: str) -> None:
    for draft in said("organisation_work", tone, leader="港务局局长"):
        assert re.search("请港务局局长(?:作重要)?讲话", draft.composed.draft.blocks[-1].text)
        assert len(draft.composed.draft.blocks[-1].text) < 40
