"""The wording goes by what is given: nothing is lamented that is there, nothing announced that is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.check.headings import check_headings
from drafting.facts.model import Facts, Row, Value
from drafting.facts.values import read_value
from drafting.outline.asked_headings import asked_headings
from drafting.outline.model import Outline
from tests.prose.shipped import TONES, changed, loaded
from tests.prose.varied import without
from tests.prose.ways import Said, rounds

pytestmark = pytest.mark.slow


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
@pytest.mark.parametrize("heading", ["{verb}住源头", "{verb}住源头，{verb}出实效"])
@pytest.mark.parametrize("outline", ["mobilisation", "symposium"])
def test_a_heading_of_our_own_agrees_with_those_that_are_given(outline: str, heading: str, tone: str) -> None:
    whole = loaded(outline)
    facts = without(changed(whole.facts, tone=tone), "assess_heading", "guarantee_heading")
    rows = facts.answers["tasks"]
    assert isinstance(rows, tuple)
    headed = tuple(
        Row({**row.cells, "heading": heading.format(verb=verb)})
        for verb, row in zip("管守看护稳抓", rows, strict=False)
        if isinstance(row, Row)
    )
    draft = said(outline, with_answer(facts, "tasks", headed))[0].composed.draft
    asked = asked_headings(whole.prepared.outline)
    assert not [finding for finding in check_headings(draft, asked) if finding.block.endswith(("assess", "guarantee"))]


@pytest.mark.parametrize("tone", TONES)
def test_figures_of_a_matter_are_told_without_what_was_done(tone: str) -> None:
    facts = without(changed(loaded("organisation_work").facts, tone=tone), "topics.done")
    rate = {"topic": "干部教育培训", "what": "学员对课程的满意率达到", "now": "91.3%", "before": "87.8%"}
    columns = loaded("organisation_work").prepared.outline.question("rates").columns
    row = Row({column.key: read_value(rate[column.key], column) for column in columns})
    for draft in said("organisation_work", with_answer(facts, "rates", (row,))):
        assert draft.composed.unused == ()
        assert "比上年同期增长20%；学员对课程的满意率" in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_how_far_the_year_is_gone_is_told_without_stresses(tone: str) -> None:
    facts = without(changed(loaded("organisation_work").facts, tone=tone), "stresses")
    for draft in said("organisation_work", facts):
        assert (draft.composed.unused, draft.composed.hidden) == ((), ())


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(("left_out", "heading"), [("commend", "考得"), ("checks", "评得")])
def test_a_small_heading_has_a_fellow(left_out: str, heading: str, tone: str) -> None:
    for draft in said("symposium", without(changed(loaded("symposium").facts, tone=tone), left_out)):
        assert heading not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_measures_of_which_there_is_one_follow_a_colon(tone: str) -> None:
    facts = changed(loaded("organisation_work").facts, tone=tone)
    rows = facts.answers["layered"]
    assert isinstance(rows, tuple)
    one_each = with_answer(facts, "layered", (rows[0], rows[2], rows[4]))
    for draft in said("organisation_work", one_each):
        assert all(
            f"：{name}" in draft.composed.draft.text for name in ("坚定理想信念。", "维护班子团结。", "搞好班子调研。")
        )


@pytest.mark.parametrize("tone", TONES)
def test_two_steps_are_first_and_then(tone: str) -> None:
    whole = loaded("opinion")
    facts = changed(whole.facts, tone=tone)
    rows = facts.answers["items"]
    assert isinstance(rows, tuple)
    assert isinstance(rows[0], Row)
    row = Row({**rows[0].cells, "order": "先后"})
    for draft in said("opinion", with_answer(facts, "items", (row, *rows[1:]))):
        text = draft.composed.draft.text
        assert "先组织各单位每月集中学习一次" in text
        assert "，再安排32名宣讲员" in text


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["work_conference", "mobilisation"])
def test_a_schedule_is_said_and_the_deadline_beside_it_is_not(outline: str, tone: str) -> None:
    facts = changed(loaded(outline).facts, tone=tone)
    rows = facts.answers["tasks"]
    assert isinstance(rows, tuple)
    assert isinstance(rows[0], Row)
    row = Row({**rows[0].cells, "deadline": "九月九日", "schedule": "东段六月完成，西段八月完成"})
    for draft in said(outline, with_answer(facts, "tasks", (row, *rows[1:]))):
        text = draft.composed.draft.text
        assert "东段六月完成" in text
        assert "九月九日" not in text
        assert "tasks[1].deadline" in draft.composed.unused


@pytest.mark.parametrize("tone", TONES)
def test_a_conference_ends_with_qualities_or_the_guarantee_or_both(tone: str) -> None:
    both = changed(loaded("work_conference-full").facts, tone=tone)
    alone = without(both, "duty", "partners", "funds", "checks", "conduct", "themes")
    for facts, moves in (
        (both, ["achievements", "tasks", "tasks", "guarantee"]),
        (alone, ["achievements", "tasks", "tasks"]),
        (without(both, "qualities", "themes"), ["achievements", "tasks", "guarantee"]),
    ):
        for draft in said("work_conference-full", facts):
            blocks = draft.composed.draft.blocks
            assert [block.move for block in blocks if block.marker and block.level == 1] == moves


@pytest.mark.parametrize("tone", TONES)
def test_a_measure_may_have_measures_of_its_own(tone: str) -> None:
    for draft in said("work_conference-full", changed(loaded("work_conference-full").facts, tone=tone)):
        assert "二是把危急值的报告和处置连成一条线：一要由检验科15分钟内报出，二要" in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["organisation_work", "opinion"])
def test_a_figure_that_stays_is_level_with_the_last_and_those_served_are_named(outline: str, tone: str) -> None:
    facts = with_answer(changed(loaded(outline).facts, tone=tone), "people", "病人")
    rows = facts.answers["figures"]
    assert isinstance(rows, tuple)
    level = tuple(Row({**row.cells, "before": row.cells["now"]}) for row in rows if isinstance(row, Row))
    for draft in said(outline, with_answer(facts, "figures", level)):
        text = draft.composed.draft.text
        assert "，与上年" in text
        assert "持平" in text
        assert "病人" in text
        assert not [word for word in ("共同努力的结果", "估计过高", "来之不易", "值得珍惜", "但薄弱") if word in text]
