"""What readers of the examples stumbled on once more: frames that must hold for other facts as well."""

from __future__ import annotations

import re

import pytest

from drafting.facts.model import Row
from tests.helpers import composed
from tests.prose.shipped import OUTLINES, TONES, changed, drafted, loaded
from tests.prose.test_read_aloud import answering, said

MODELS = (Row({"who": "甲镇", "lesson": "把账公开"}), Row({"who": "乙所", "lesson": "把人换准"}))


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    ("agenda", "named"),
    [
        ((Row({"who": "甲镇、乙所", "did": "介绍了做法"}),), "这两家"),
        ((Row({"who": "甲镇", "did": "介绍了做法"}),), "有两家"),
        ((), "有两家"),
    ],
)
def test_models_that_have_all_spoken_are_these_and_not_some_two(tone: str, agenda: tuple[Row, ...], named: str) -> None:
    facts = answering("work_conference", tone, agenda=agenda, models=MODELS)
    for draft in said("work_conference-lean", facts):
        text = draft.composed.draft.text
        told = re.findall("(?<!记住)[这有]两家", text)
        assert told in ([], [named])


def test_an_answer_is_asked_whether_it_holds_another() -> None:
    outline = (
        "questions:\n  who: {ask: 谁}\n  whom: {ask: 哪一家}\n"
        "parts:\n  - {move: opening, text: '{% if who is holding(whom) %}在{{ whom }}{% endif %}{{ who }}'}\n"
    )
    assert composed(outline, "{who: 甲镇、乙所, whom: 乙所}").draft.text == "在乙所甲镇、乙所。"
    assert composed(outline, "{who: 甲镇, whom: 乙所}").draft.text == "甲镇。"
    assert composed(outline, "who: 甲镇").draft.text == "甲镇。"


@pytest.mark.parametrize(
    ("tone", "joined"),
    [
        ("庄重", "把改建旧楼作为重点，同时配齐护士。"),
        ("平实", "以改建旧楼为主，此外，配齐护士。"),
        ("鼓动", "重头戏是改建旧楼。同时，配齐护士！"),
    ],
)
def test_what_a_task_is_to_reach_and_its_main_measure_are_one_sentence(tone: str, joined: str) -> None:
    rows = tuple(
        Row({"heading": f"办好{n}", "target": "新增床位40张", "measures": ("改建旧楼", "配齐护士")})
        for n in ("甲事", "乙事", "丙事")
    )
    for draft in said("work_conference-lean", answering("work_conference", tone, tasks=rows)):
        assert f"今年要新增床位40张，{joined}" in draft.composed.draft.text


@pytest.mark.slow
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_the_call_begins_its_sentence_and_is_not_hung_on_one_without_a_subject(outline: str, tone: str) -> None:
    whole = loaded(outline)
    for draft in said(outline, changed(whole.facts, tone=tone)):
        text = draft.composed.draft.text
        assert "，让我们" not in text[text.rfind("同志们，") :]


def test_the_items_of_a_party_speech_stand_out_like_those_of_other_speeches() -> None:
    blocks = [b for b in drafted("party_building").draft.blocks if b.marker.startswith(("一要", "二要", "三要"))]
    assert len(blocks) == 3
    assert all(0 < block.heading < len(block.spans) for block in blocks)
