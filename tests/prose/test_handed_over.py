"""What a seasoned reader would not let pass: with other facts than those it was found in."""

from __future__ import annotations

import re

import pytest

from drafting.chinese.dates import Date
from drafting.facts.model import Row
from tests.prose.shipped import OUTLINES, TONES
from tests.prose.test_heard_in_the_hall import said
from tests.prose.test_wording import wordings

BERTHS = (Row({"heading": "加深泊位", "topic": "码头管理", "how": "清淤三遍"}),)
BERTH = (Row({"name": "码头管理", "lacking": (), "aim": "让船随到随靠"}),)


@pytest.mark.parametrize("outline", OUTLINES)
def test_who_answers_for_a_task_answers_without_degrees(outline: str) -> None:
    """主责 and 总负责 beside 牵头 make the hall ask how one differs from the other; only a leader 负总责."""
    found = [
        f"{where}: {word}"
        for where, text in wordings(outline).items()
        for word in re.findall("总负责|主责(?!任)|负全责", text)
    ]
    assert found == []


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_question_to_the_hall_is_not_closed_with_a_full_stop(outline: str) -> None:
    asked = re.compile(r"(?:谁还肯|谁还会|岂能|岂不|怎能|何必|又何尝)[^，。？！；]*。")
    assert [f"{where}: {asked.findall(text)}" for where, text in wordings(outline).items() if asked.search(text)] == []


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_figure_of_speech_that_needs_quotes_has_them(outline: str) -> None:
    assert [where for where, text in wordings(outline).items() if re.search("(?<!“)两张皮", text)] == []


@pytest.mark.parametrize("tone", TONES)
def test_what_is_faced_is_said_to_be_faced(tone: str) -> None:
    layers = ("面对夜航增多的局面。夜里进港的船占四成", "船大了，泊位没有深", "面对人手不足的难处。值夜的只有6人")
    reasons = (Row({"heading": "这是码头的难处", "argument": "船一年比一年多", "layers": layers, "kind": "面对"}),)
    for draft in said("campaign", tone, reasons=reasons):
        text = draft.composed.draft.text
        assert "第一个面对，是面对夜航增多的局面。" in text
        assert "第二个面对，是船大了，泊位没有深。" in text
        assert "第三个面对，是面对人手不足的难处。" in text


@pytest.mark.parametrize("tone", TONES)
def test_a_day_stands_right_before_what_is_to_be_done_by_it(tone: str) -> None:
    """To guide somebody is no result: 9月底前做到：指导…… is no sentence."""
    items = tuple(
        Row(
            {
                "heading": f"管好{name}",
                "section": "思想",
                "owner": "港务办",
                "deadline": Date(2026, 9, 30),
                "measures": ("指导班组逐项补课，验收以前不上岗",),
            }
        )
        for name in ("吊机", "堆场", "闸口", "泊位")
    )
    sections = (Row({"name": "思想", "heading": "管好码头"}),)
    for draft in said("opinion", tone, sections=sections, items=items):
        text = draft.composed.draft.text
        assert "：指导班组" not in text
        assert text.count("指导班组逐项补课") == len(items)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("call", ["", "把码头管好"])
def test_the_next_speaker_is_handed_over_to_as_he_was_announced(tone: str, call: str) -> None:
    leader = "港务局局长赵大川同志"
    for draft in said("organisation_work", tone, leader=leader, topics=BERTH, steps=BERTHS, call=call):
        text = draft.composed.draft.text
        announced, handed = text.split("关于码头管理", 1)
        last = handed[handed.rindex("请港务局局长") :]
        assert ("重要讲话" in last) == (tone != "平实")
        assert "重要讲话" not in announced or "作重要讲话" in last


@pytest.mark.parametrize("tone", TONES)
def test_the_last_tasks_are_told_before_how_all_are_to_be_done(tone: str) -> None:
    stresses = (
        Row({"heading": "换好缆绳", "detail": "31根旧缆绳全部更换"}),
        Row({"heading": "补齐灯标", "detail": "缺9座"}),
    )
    for draft in said("organisation_work", tone, stresses=stresses, situation="离封港还有40天"):
        blocks = [block.key for block in draft.composed.draft.blocks]
        told = [block.text for block in draft.composed.draft.blocks]
        tasks = next(place for place, text in enumerate(told) if "补齐灯标" in text)
        assert tasks < blocks.index("method")
