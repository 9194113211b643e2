"""Mobilisations and symposia of any office: lists of one, figures that fall, another audience, nobody in charge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from drafting.facts.model import Row, Value
from drafting.facts.values import read_value
from tests.prose.shipped import TONES, changed, loaded
from tests.prose.ways import Said, rounds


def rows(outline: str, table: str, *cells: Mapping[str, str]) -> tuple[Row, ...]:
    question = loaded(outline).prepared.outline.question(table)
    assert question is not None
    columns = {column.key: column for column in question.columns}
    return tuple(Row({key: read_value(text, columns[key]) for key, text in row.items()}) for row in cells)


def said(outline: str, tone: str, **answers: Value) -> list[Said]:
    """The lean example with more answers, in every way of every wording."""
    whole = loaded(f"{outline}-lean")
    facts = changed(whole.facts, tone=tone)
    return rounds(whole.prepared, replace(facts, answers={**facts.answers, **answers}), whole.house)


def found(drafts: list[Said], *words: str) -> set[str]:
    return {word for draft in drafts for word in words if word in draft.composed.draft.text}


@pytest.mark.parametrize("tone", TONES)
def test_one_stage_and_one_shortfall_are_not_spoken_of_as_several(tone: str) -> None:
    stages = rows("mobilisation", "stages", {"span": "3月到4月", "do": "统一保管"})
    distance = rows("mobilisation", "distance", {"what": "公用电话", "need": "12部", "now": "9部"})
    drafts = said("mobilisation", tone, stages=stages, distance=distance)
    assert not found(drafts, "一个阶段", "一仗接一仗", "哪一仗", "补齐一处", "补上一处", "先补最缺的", "越是差得多")


@pytest.mark.parametrize("tone", TONES)
def test_whom_a_mobilisation_serves_is_said_in_every_tone(tone: str) -> None:
    for draft in said("mobilisation", tone, people="乡邻"):
        assert draft.composed.unused == ()
        assert "乡邻" in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["mobilisation", "symposium"])
def test_nobody_is_spoken_to_as_in_charge_who_was_not_put_in_charge(outline: str, tone: str) -> None:
    whole = loaded(f"{outline}-lean")
    table = whole.facts.answers["tasks"]
    assert isinstance(table, tuple)
    plain = tuple(
        Row({**row.cells, "measures": ("逐一办妥", "按月公布", "常年坚持")}) for row in table if isinstance(row, Row)
    )
    assert not found(said(outline, tone, tasks=plain), "牵头单位", "责任单位", "配合单位", "牵头的一家")


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("next_speaker", [None, "总经理"])
def test_a_symposium_closes_with_the_words_it_opened_with(tone: str, next_speaker: str | None) -> None:
    more: dict[str, Value] = {"next_speaker": next_speaker} if next_speaker else {}
    drafts = said("symposium", tone, audience="各位同学", call="让校园更安静", **more)
    assert not found(drafts, "同志们")
    assert all(draft.composed.unused == () for draft in drafts)


@pytest.mark.parametrize("tone", TONES)
def test_one_feature_is_not_counted_and_falling_figures_are_not_praised(tone: str) -> None:
    figures = rows("symposium", "figures", {"what": "收到表扬", "now": "31件", "before": "58件"})
    features = rows("symposium", "features", {"point": "态度好了", "done": "每辆车都装了意见簿"})
    drafts = said("symposium", tone, figures=figures, features=features)
    for draft in drafts:
        text = draft.composed.draft.text
        assert "收到表扬31件，同比下降" in text
        praised = text.split("同比下降", 1)[1].split("态度好了", 1)[0]
        assert not [word for word in ("这里面", "成绩", "进展", "好势头", "成色") if word in praised]
    assert not found(drafts, "特点有一个", "有一条", "一大亮点", "各家的做法", "几笔账")


@pytest.mark.parametrize("tone", TONES)
def test_a_second_matter_is_told_without_a_plan_and_hands_nobody_spoke_of(tone: str) -> None:
    tasks = (Row({"heading": "清楼道", "sort": "安全", "measures": ("限三天挪走",)}),)
    drafts = said("symposium", tone, second="电动车充电", second_tasks=tasks)
    assert not found(drafts, "方案", "调度", "资料", "预案", "人手、")


@pytest.mark.parametrize("tone", TONES)
def test_a_cause_of_a_few_characters_makes_a_sentence(tone: str) -> None:
    for draft in said("symposium", tone, cause="采购分散"):
        assert any(f"{lead}采购分散。" in draft.composed.draft.text for lead in ("在于", "是因为"))


@pytest.mark.parametrize("tone", TONES)
def test_who_commands_himself_is_not_told_what_the_leaders_do(tone: str) -> None:
    assert not found(said("mobilisation", tone, command="我任组长"), "主要领导", "分管领导")


@pytest.mark.parametrize("tone", ["庄重", "鼓动"])
def test_the_leadership_stands_at_the_head_of_the_call_and_once(tone: str) -> None:
    """让我们按照……的部署，拿出……: the speaker is mostly one of them, and does not praise their leadership."""
    assert found(said("mobilisation", tone, host="乡党委", call="守住这几口塘"), "让我们按照乡党委的部署，")
    assert not found(said("mobilisation", tone, host="乡党委", call="在乡党委领导下守住这几口塘"), "乡党委的部署")


@pytest.mark.parametrize("tone", TONES)
def test_answers_that_bring_their_own_must_and_call_read_on(tone: str) -> None:
    drafts = said("mobilisation", tone, campaign="要清淤三口塘", aim="要在春灌前清完", call="让我们守住这几口塘")
    assert not found(
        drafts, "坚定要", "围绕要", "要清淤三口塘，是", "要清淤三口塘的大幕", "目标是：要", "目标很明确：要"
    )
    for draft in drafts:
        last = next(line for line in draft.composed.draft.text.split("\n") if "守住这几口塘" in line)
        sentence = next(one for one in last.replace("！", "。").split("。") if "守住这几口塘" in one)
        assert sentence.count("让我们") == 1
