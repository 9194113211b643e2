"""What is said before an answer is said of any answer: who is in charge, by when, and what has been going on."""

from __future__ import annotations

import re

import pytest

from drafting.facts.model import Row, Value
from tests.prose.shipped import TONES
from tests.prose.test_heard_in_the_hall import said

pytestmark = pytest.mark.slow

RULE = "末班渡船一律等车到站后再开"


def texts(outline: str, tone: str, **answers: Value) -> list[str]:
    return [draft.composed.draft.text for draft in said(outline, tone, **answers)]


def tasks(*measures: str, **cells: Value) -> tuple[Row, ...]:
    """Six tasks, so that each turn of the wording has its own."""
    return tuple(Row({"heading": f"管好码头{n}", "measures": measures, **cells}) for n in "甲乙丙丁戊己")


@pytest.mark.parametrize("all_owned", [True, False])
def test_each_task_is_said_to_have_its_owner_only_where_it_has_one(all_owned: bool) -> None:
    owned = {"owner": "港务局"}
    rows = tuple(
        Row({"heading": heading, "measures": ("清点库房",), **(owned if all_owned or not n else {})})
        for n, heading in enumerate(("管好码头", "修好堤岸"))
    )
    told = [text for text in texts("work_conference", "鼓动", tasks=rows) if "哪一项归谁" in text]
    assert bool(told) == all_owned


@pytest.mark.parametrize(
    "cells", [{"deadline": "1月10日"}, {"owner": "船务科"}, {"owner": "船务科", "deadline": "1月10日"}]
)
@pytest.mark.parametrize("tone", TONES)
def test_a_lone_measure_with_its_points_has_one_colon_and_its_deadline_no_sentence(
    tone: str, cells: dict[str, Value]
) -> None:
    rows = tasks(RULE, details=("调度室盯住信息", "船上备足人手"), **cells)
    for text in texts("work_conference", tone, tasks=rows):
        assert f"{RULE}：一要调度室盯住信息，二要" in text
        assert f"：{RULE}" not in text
        assert f"做到。{RULE}" not in text


@pytest.mark.parametrize("outline", ["work_conference", "mobilisation"])
@pytest.mark.parametrize("tone", TONES)
def test_what_is_done_first_stands_behind_the_colon_of_who_does_it(tone: str, outline: str) -> None:
    for text in texts(outline, tone, tasks=tasks("每班船吹一次哨", "不合格的停航", owner="船务科", order="先后")):
        assert not re.search("[，做到](?:首先|前期)，每班船", text)


@pytest.mark.parametrize("tone", ["平实", "鼓动"])
def test_a_lone_measure_that_follows_from_nothing_is_not_said_to_follow(tone: str) -> None:
    for text in texts("work_conference", tone, tasks=tasks("每周抽查缆绳")):
        assert not re.search("^就[要得]每周抽查", text, re.MULTILINE)


@pytest.mark.parametrize("tone", TONES)
def test_what_is_done_day_by_day_is_no_sentence_behind_its_deadline(tone: str) -> None:
    for text in texts("work_conference", tone, tasks=tasks("要每周请师傅坐诊一天", deadline="3月1日")):
        assert not re.search("[。！]要?每周请师傅", text)


@pytest.mark.parametrize("tone", TONES)
def test_who_does_something_once_is_told_and_not_what_is_reached(tone: str) -> None:
    rows = tasks("由站长去船校招人", "返聘老船工", owner="船务科", deadline="6月底")
    for text in texts("work_conference", tone, tasks=rows):
        assert "做到由站长" not in text


@pytest.mark.parametrize("tone", TONES)
def test_an_activity_without_an_end_or_a_shortcoming_has_none(tone: str) -> None:
    for text in texts("symposium", tone, shortcomings=(), time_left=""):
        assert not re.search("到收官的时候|余下的缺口|短在何处", text)


@pytest.mark.parametrize("tone", TONES)
def test_people_of_the_office_are_not_said_to_get_to_know_it(tone: str) -> None:
    system = (Row({"point": "工区一起抓", "detail": "主任同时包支部"}),)
    for text in texts("party_building", tone, people="职工", office="港务公司", system=system):
        assert "认识港务公司" not in text
        assert "单位里" not in text


@pytest.mark.parametrize("tone", TONES)
def test_what_is_made_of_something_is_no_place_for_an_answer_sheet(tone: str) -> None:
    for text in texts("mobilisation", tone, campaign="把欠费收齐"):
        assert "在把欠费收齐中" not in text


@pytest.mark.parametrize("tone", TONES)
def test_nobody_says_that_all_came_to_see_it(tone: str) -> None:
    for text in texts("on_site", tone, visited=(Row({"place": "候船棚", "saw": "怎样排队"}),)):
        assert not re.search("大家都(?:到了场|走到了)", text)
