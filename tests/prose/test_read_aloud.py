"""What readers of the drafts stumbled on: each in its own words, with other facts than those it was found in."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from drafting.chinese.dates import Date
from drafting.errors import UserError
from drafting.facts.model import Facts, Row, Value
from drafting.house import NO_PHRASE
from drafting.loading import load_facts
from drafting.outline.model import Question, Type
from tests.prose.shipped import EXAMPLES, OUTLINES, TONES, changed, loaded
from tests.prose.soundness import DOUBLED
from tests.prose.varied import without
from tests.prose.ways import Said, rounds

pytestmark = pytest.mark.slow


def said(outline: str, facts: Facts) -> list[Said]:
    """Drafts that take every way of every wording."""
    whole = loaded(outline)
    return rounds(whole.prepared, facts, whole.house)


def answering(outline: str, tone: str, **answers: Value) -> Facts:
    """The lean example in a tone, with more answers."""
    facts = changed(loaded(f"{outline}-lean").facts, tone=tone)
    return replace(facts, answers={**facts.answers, **answers})


def mains() -> list[tuple[str, Question]]:
    """The tables without which a speech has nothing to say; an empty one is no decision a person can take."""
    return [
        (outline, question)
        for outline in OUTLINES
        for question in loaded(outline).prepared.outline.questions
        if question.type is Type.TABLE and question.required and question.at_least
    ]


@pytest.mark.parametrize(("outline", "question"), [pytest.param(o, q, id=f"{o}-{q.key}") for o, q in mains()])
def test_a_main_table_left_empty_is_told_and_no_speech_announces_what_never_comes(
    outline: str, question: Question, tmp_path: Path
) -> None:
    lines = (EXAMPLES / f"{outline}-lean.yaml").read_text("utf-8").splitlines()
    kept, skip = [], False
    for line in lines:
        if line and not line.startswith((" ", "#")):
            skip = line.startswith(f"{question.key}:")
        kept += [] if skip else [line]
    house = [f"house: {EXAMPLES / line.partition(': ')[2]}" if line.startswith("house:") else line for line in kept]
    facts = tmp_path / "facts.yaml"
    facts.write_text("\n".join([*house, f"{question.key}: []"]), "utf-8")
    with pytest.raises(UserError) as told:
        load_facts(facts)
    assert question.key in str(told.value)


def test_the_tables_of_a_speech_that_may_not_be_empty_are_known() -> None:
    assert {(outline, question.key) for outline, question in mains()} >= {
        ("campaign", "reasons"),
        ("campaign", "contents"),
        ("campaign", "abilities"),
        ("inspection_drive", "moods"),
        ("inspection_drive", "heeds"),
        ("mobilisation", "reasons"),
        ("on_site", "lessons"),
        ("on_site", "tasks"),
        ("party_building", "tasks"),
        ("symposium", "features"),
        ("symposium", "tasks"),
    }


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("call", [None, "把港口建得更好"])
def test_a_leader_who_speaks_next_is_given_the_floor(tone: str, call: str | None) -> None:
    answers: dict[str, Value] = {"leader": "港务局局长", **({"call": call} if call else {})}
    for draft in said("organisation_work-lean", answering("organisation_work", tone, **answers)):
        assert re.search("请港务局局长(?:作重要)?讲话", draft.composed.draft.blocks[-1].text)


@pytest.mark.parametrize("tone", TONES)
def test_models_are_named_where_their_work_is_told_and_not_before(tone: str) -> None:
    rows = tuple(Row({"who": who, "lesson": "把旧料收回来再用"}) for who in ("东泊位", "西泊位", "修船坞"))
    for draft in said("work_conference-lean", answering("work_conference", tone, models=rows)):
        assert draft.composed.draft.text.count("东泊位") == 1


@pytest.mark.parametrize("tone", TONES)
def test_both_halves_of_a_pair_are_short_enough_to_hear_it(tone: str) -> None:
    """“既要” is forgotten before “又要” comes if there are clauses in between."""
    measures = ("清点库房，缺的补齐，坏的换掉", "排好班次，夜里加一班")
    rows = tuple(Row({"heading": f"管好{n}", "measures": measures}) for n in ("吊机", "堆场", "闸口"))
    for draft in said("work_conference-lean", answering("work_conference", tone, tasks=rows)):
        assert "既要清点库房" not in draft.composed.draft.text


def test_an_opinion_without_signature_and_date_has_gaps() -> None:
    facts = without(loaded("opinion-lean").facts, "issuer", "date")
    for draft in said("opinion-lean", facts):
        assert {gap.question for gap in draft.composed.draft.gaps()} == {"issuer", "date"}


@pytest.mark.parametrize("tone", TONES)
def test_the_funds_are_among_what_is_announced_where_they_are_told(tone: str) -> None:
    facts = changed(loaded("mobilisation").facts, tone=tone)
    for draft in said("mobilisation", facts):
        text = draft.composed.draft.text
        assert "由谁指挥、请谁出力" not in text
    for draft in said("mobilisation", without(facts, "funds")):
        assert "钱从哪里来" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_an_example_of_the_first_ability_stands_behind_what_it_shows(tone: str) -> None:
    row = Row({"heading": "提高统筹能力", "sort": "统筹", "case": "两台吊机抢一个泊位", "measures": ("统一排班",)})
    for draft in said("campaign-lean", answering("campaign", tone, abilities=(row,))):
        assert "能力。两台吊机" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_a_single_standard_is_not_counted(tone: str) -> None:
    for draft in said("mobilisation-lean", answering("mobilisation", tone, standards=("船舶准点率达到95%",))):
        assert "一个方面的硬指标" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["on_site", "opinion", "organisation_work", "party_building", "work_conference"])
def test_an_office_without_a_guiding_idea_says_so_and_nothing_is_missed(outline: str, tone: str) -> None:
    whole = loaded(f"{outline}-lean")
    house = replace(whole.house, phrases=dict.fromkeys(whole.prepared.outline.phrases, NO_PHRASE))
    for draft in rounds(whole.prepared, changed(whole.facts, tone=tone), house):
        text = draft.composed.draft.text
        assert draft.composed.draft.gaps() == []
        assert not DOUBLED.search(text), DOUBLED.search(text)
        assert not re.search("就是，|，就是。|[，。]要[。，]|让我们，|是，把", text)


@pytest.mark.parametrize("tone", TONES)
def test_a_lean_opinion_closes_with_a_demand(tone: str) -> None:
    for draft in said("opinion-lean", changed(loaded("opinion-lean").facts, tone=tone)):
        closing = [block for block in draft.composed.draft.blocks if block.key == "report"]
        assert closing
        assert len(closing[0].text) > 20


@pytest.mark.parametrize("tone", TONES)
def test_a_layered_measure_without_its_layer_is_told_and_asked_for(tone: str) -> None:
    row = Row({"topic": "领导班子思想政治建设", "heading": "守好库房", "how": "钥匙由两人分管"})
    for draft in said("organisation_work-lean", answering("organisation_work", tone, layered=(row,))):
        assert "守好库房。钥匙由两人分管" in draft.composed.draft.text
        assert [gap.question for gap in draft.composed.draft.gaps()] == ["layered[1].layer"]


@pytest.mark.parametrize("tone", TONES)
def test_a_single_measure_with_a_label_is_a_sentence(tone: str) -> None:
    steer = (Row({"heading": "形成合力", "measures": ("组织协调。每周调度一次",)}),)
    for draft in said("symposium-lean", answering("symposium", tone, steer=steer)):
        assert "。组织协调。" not in draft.composed.draft.text


BY_CAUSE = ("摸清夜班缺哪些课", "把教员派到班组去讲")


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    ("outline", "row"),
    [
        ("on_site", {"heading": "送课"}),
        ("party_building", {"heading": "送课"}),
        ("opinion", {"heading": "送课", "section": "思想"}),
    ],
)
def test_measures_are_joined_by_cause_in_ways_that_change_from_row_to_row(
    outline: str, row: dict[str, str], tone: str
) -> None:
    table = "items" if outline == "opinion" else "tasks"
    rows = tuple(
        Row({**row, "heading": f"送课到{n}", "measures": BY_CAUSE, "order": "因果"}) for n in ("一队", "二队", "三队")
    )
    for draft in said(f"{outline}-lean", answering(outline, tone, **{table: rows})):
        text = draft.composed.draft.text
        assert "只有摸清夜班缺哪些课，才能把教员派到班组去讲" in text
        assert "摸清夜班缺哪些课，借此把教员派到班组去讲" in text
        assert "摸清夜班缺哪些课，以便把教员派到班组去讲" in text


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["on_site", "party_building", "organisation_work", "opinion", "symposium"])
def test_no_three_tasks_running_name_their_owner_in_one_build(outline: str, tone: str) -> None:
    table = {"opinion": "items", "organisation_work": "steps"}.get(outline, "tasks")
    more = {"opinion": {"section": "思想"}, "organisation_work": {"topic": "干部教育培训", "how": "改建仓库"}}.get(
        outline, {}
    )
    rows = tuple(
        Row(
            {
                "heading": f"管好{n}",
                "owner": "码头",
                "deadline": Date(2026, 10, 31),
                "measures": ("改建仓库", "配齐人手"),
                **more,
            }
        )
        for n in ("吊机", "堆场", "闸口")
    )
    for draft in said(f"{outline}-lean", answering(outline, tone, **{table: rows})):
        text = draft.composed.draft.text
        told = [text[text.index(f"管好{n}") :].split("码头", 1) for n in ("吊机", "堆场", "闸口")]
        builds = {(before[-2:], after[:3]) for before, after in told}
        assert len(builds) == 3, builds


@pytest.mark.parametrize("tone", TONES)
def test_what_the_second_matter_asks_is_joined_by_cause_or_order_where_that_is_said(tone: str) -> None:
    rows = tuple(
        Row({"heading": f"送课到{n}", "measures": BY_CAUSE, "order": order})
        for n, order in (("一队", "因果"), ("二队", "先后"))
    )
    for draft in said("symposium-lean", answering("symposium", tone, second="夜班培训", second_tasks=rows)):
        text = draft.composed.draft.text
        assert "只有摸清夜班缺哪些课，才能把教员派到班组去讲。" in text
        between, end = "。！" if tone == "鼓动" else "；。"  # where it stirs, one breath to a measure
        assert f"首先摸清夜班缺哪些课{between}然后把教员派到班组去讲{end}" in text
