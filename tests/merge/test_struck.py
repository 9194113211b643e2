"""Sentences and clauses that the hand has taken out of a paragraph, while the facts in them change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.merge.model import Kind
from tests.merge.desk import COMPARED, FLAWS, OUTLINE, Desk

STORY = "柳河镇的干部在工地上过了一个冬天，没有一个人叫苦"


def test_a_sentence_deleted_by_hand_stays_out_and_its_new_fact_is_told() -> None:
    desk = Desk().type(f"{STORY}。", "").again(story=STORY.replace("一个冬天", "两个冬天"))
    assert "柳河镇" not in desk.text
    assert not desk.told(Kind.CONFLICT)
    (told,) = desk.told(Kind.DELETED_BY_HAND)
    assert (told.text, told.before, told.path) == (STORY.replace("一个冬天", "两个冬天"), STORY, "story")
    before = desk.text
    desk.again()
    assert desk.text == before


def test_a_rate_deleted_by_hand_stays_out_while_the_figure_before_it_comes_in() -> None:
    desk = Desk(COMPARED, invest="12亿元", growth="10亿元").type("，比上年增长20%", "")
    desk.again(invest="13亿元")
    assert "去年完成投资13亿元，来之不易。" in desk.text
    assert not desk.told(Kind.CONFLICT)
    assert [(told.text, told.before) for told in desk.told(Kind.DELETED_BY_HAND)] == [
        ("比上年增长30%", "比上年增长20%")
    ]


# The flaws in one sentence, without numbers.
EACH_FLAW = '  - {move: shortcomings, each: flaws, inline: true, number: 一是, between: ；, text: "{{ item }}"}\n'
UNNUMBERED = OUTLINE.replace(EACH_FLAW, "").replace("问题也不少：", "差距在这里：{{ flaws|join_clauses }}。都要看见。")


def test_an_entry_of_a_list_without_numbers_that_the_hand_deleted_is_told_as_that_when_its_number_changes() -> None:
    flaws = ["粮食只有50万吨", "渠系完好率只有70%", "断面水质还不稳定"]
    desk = Desk(UNNUMBERED, flaws=flaws).type("渠系完好率只有70%；", "")
    desk.again(flaws=[flaw.replace("70%", "71%") for flaw in flaws])
    assert "差距在这里：粮食只有50万吨；断面水质还不稳定。" in desk.text
    (told,) = desk.told(Kind.DELETED_BY_HAND)
    assert (told.text, told.path) == ("渠系完好率只有71%", "flaws[2]")
    assert not desk.told(Kind.CONFLICT)


@pytest.mark.parametrize(
    ("gone", "path"), [("底子还薄；", "flaws[1]"), ("路还不通；", "flaws[2]"), ("；人手不够", "flaws[3]")]
)
def test_an_entry_of_a_list_without_numbers_that_the_hand_deleted_is_told_and_comes_back_by_its_name(
    gone: str, path: str
) -> None:
    desk = Desk(UNNUMBERED).type(gone, "")
    left = desk.text
    for changed in ({}, {"goal": "农民收入增长7%以上"}):
        desk.again(**changed)
        assert [(told.text, told.path) for told in desk.told(Kind.DELETED_BY_HAND)] == [(gone.strip("；"), path)]
        assert not desk.told(Kind.KEPT)
    assert desk.text == left.replace("6%", "7%")
    desk.again(restore=[path])
    assert desk.is_as_composed


def test_an_entry_deleted_by_hand_keeps_its_name_when_another_one_comes_in_before_it() -> None:
    desk = Desk(UNNUMBERED).type("路还不通；", "").again(flaws=["水源不足", *FLAWS])
    assert "差距在这里：水源不足；底子还薄；人手不够。" in desk.text
    assert [told.path for told in desk.told(Kind.DELETED_BY_HAND)] == ["flaws[3]"]


@pytest.mark.parametrize("now", [STORY, STORY.replace("一个冬天", "两个冬天")])
def test_a_sentence_deleted_by_hand_comes_back_with_what_is_known_now_when_its_block_is_asked_for(now: str) -> None:
    desk = Desk().type(f"{STORY}。", "").again()
    desk.again(story=now, restore=["achievements"])
    assert desk.is_as_composed
    assert [entry.text.strip("。") for entry in desk.told(Kind.UPDATED)] == [now]


def test_a_sentence_that_the_hand_put_elsewhere_and_worked_on_is_not_taken_for_deleted() -> None:
    desk = Desk().type(f"{STORY}。", "")
    desk.type("一步一步往前走。", "一步一步往前走。柳河镇干部们在工地上熬过了一个寒冬，更没有人叫苦。")
    desk.again(story=STORY.replace("一个冬天", "两个冬天"))
    assert not desk.told(Kind.DELETED_BY_HAND)
    assert desk.told(Kind.CONFLICT)


def test_a_value_deleted_by_hand_whose_sentence_stays_is_a_conflict_when_it_changes() -> None:
    desk = Desk().type("增长8%，", "增长，").again(growth="9%")
    assert "增长，来之不易" in desk.text
    assert desk.told(Kind.CONFLICT)


def test_a_sentence_deleted_as_a_tracked_change_that_may_be_rejected_is_a_conflict_when_its_fact_changes() -> None:
    desk = Desk().type(f"{STORY}。", "")
    at = desk.place("去年完成")
    desk.file[at] = replace(desk.file[at], pending=f"{STORY}。")
    desk.again(story=STORY.replace("一个冬天", "两个冬天"))
    assert not desk.told(Kind.DELETED_BY_HAND)
    assert [told.path for told in desk.told(Kind.CONFLICT)] == ["story"]


SHORT = ["粮食不多，全年只有50万吨", "渠系失修，完好率只有58%", "前期工作拖了3年，资金结转4100万元", "有的河长走过场"]


def _changed(*changes: tuple[str, str]) -> list[str]:
    text = "\n".join(SHORT)
    for old, new in changes:
        text = text.replace(old, new)
    return text.split("\n")


@pytest.mark.parametrize("mark", ["，", "、"])
def test_a_clause_taken_out_where_two_items_are_joined_by_hand_stays_out_and_its_new_fact_is_told(mark: str) -> None:
    desk = Desk(flaws=SHORT).type("，完好率只有58%；三是", mark).type("四是", "三是")
    left = desk.text
    desk.again(flaws=_changed(("58%", "57%"), ("4100", "3900")))
    assert desk.text == left.replace("4100万元", "3900万元")
    assert not desk.told(Kind.CONFLICT)
    (told,) = desk.told(Kind.DELETED_BY_HAND)
    assert (told.text, told.before, told.path) == ("完好率只有57%", "完好率只有58%", "flaws[2]")
    left = desk.text
    desk.again()
    assert desk.text == left


def test_clauses_of_both_items_that_the_hand_joined_stay_out_and_are_told_each_with_its_own_fact() -> None:
    desk = Desk(flaws=SHORT).type("，完好率只有58%；三是前期工作拖了3年，", "，")
    left = desk.text
    desk.again(flaws=_changed(("58%", "57%"), ("3年", "2年")))
    assert desk.text == left
    assert not desk.told(Kind.CONFLICT)
    told = [(entry.text, entry.path) for entry in desk.told(Kind.DELETED_BY_HAND)]
    assert told == [("完好率只有57%", "flaws[2]"), ("前期工作拖了2年", "flaws[3]")]


@pytest.mark.parametrize(
    ("taken", "left", "back"),
    [
        ("，完好率只有58%；三是", "，", "渠系失修，完好率只有57%；前期工作拖了3年，"),
        ("，完好率只有58%；三是", "、", "渠系失修、完好率只有57%；前期工作拖了3年，"),
        ("，完好率只有58%；三是前期工作拖了3年，资金结转4100万元", "", "渠系失修，完好率只有57%；"),
    ],
)
def test_a_clause_that_went_where_items_were_joined_comes_back_between_marks_when_it_is_asked_for(
    taken: str, left: str, back: str
) -> None:
    desk = Desk(flaws=SHORT).type(taken, left).again(flaws=_changed(("58%", "57%")), restore=["flaws[2]"])
    assert back in desk.text
    assert not desk.told(Kind.CONFLICT)


def test_the_conflict_about_a_clause_that_gave_way_to_words_joining_two_items_holds_no_number_of_an_item() -> None:
    desk = Desk(flaws=SHORT).type("完好率只有58%；三是", "而且").again(flaws=_changed(("58%", "57%")))
    assert "渠系失修，而且前期工作拖了3年" in desk.text
    (told,) = desk.told(Kind.CONFLICT)
    assert told.text == "完好率只有57%；"
    assert desk.done
    assert [clash.was for step in desk.done.steps for clash in step.clashes] == ["完好率只有58%；"]
