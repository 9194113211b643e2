"""What the leader wrote into the file first, and the secretary then into the facts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from drafting.merge.model import Kind
from tests.merge.desk import FLAWS, OUTLINE, ROAD, TASKS, Desk

LAKE = {"heading": "治好湖水", "why": "湖水一年比一年浑，游人一年比一年少", "owner": "环保局"}
TEXT = "湖水一年比一年浑，游人一年比一年少。这项工作由环保局牵头，年底见到成效。"


@pytest.mark.parametrize("by_hand", [TEXT, TEXT.replace("浑，", "浑；"), TEXT.replace("牵头，年底", "牵头，今年年底")])
def test_a_task_that_both_wrote_stands_once_and_is_counted_once(by_hand: str) -> None:
    desk = Desk().insert("农业局", "四、治好湖水", by_hand).type("三点", "四点")
    desk.again(tasks=[*TASKS, LAKE])
    assert desk.text.count("湖水一年比一年浑") == desk.text.count("治好湖水") == 1
    assert by_hand in desk.text
    assert "我讲四点意见" in desk.text
    assert desk.told(Kind.CONFLICT) == []
    before = desk.text
    desk.again()
    assert desk.text == before
    assert desk.told(Kind.DELETED_BY_HAND) == []


def test_with_another_number_it_stands_once_too_and_is_a_conflict() -> None:
    by_hand = TEXT.replace("年底见到成效", "12月5日前见到成效")
    outline = OUTLINE.replace("年底见到成效", "12月1日前见到成效")
    desk = Desk(outline).insert("农业局", "四、治好湖水", by_hand).again(tasks=[*TASKS, LAKE])
    assert desk.text.count("湖水一年比一年浑") == 1
    assert [entry.before for entry in desk.told(Kind.CONFLICT)] == [by_hand]


@pytest.mark.parametrize(
    "by_hand",
    [
        TEXT.replace("由环保局牵头，", ""),
        "湖水一年比一年浑，游人一年比一年少。",
        "湖水一年比一年浑，游人一年比一年少，12月5日前治好。",
    ],
)
def test_a_task_that_the_hand_wrote_without_an_answer_stands_once_and_is_a_conflict(by_hand: str) -> None:
    desk = Desk().insert("农业局", "四、治好湖水", by_hand).again(tasks=[*TASKS, LAKE])
    assert desk.text.count("湖水一年比一年浑") == desk.text.count("治好湖水") == 1
    assert by_hand in desk.text
    assert [entry.text for entry in desk.told(Kind.CONFLICT)] == [TEXT]


def test_a_task_of_the_same_title_that_says_something_else_comes_in_below_it() -> None:
    desk = Desk().insert("农业局", "四、治好湖水", "这件事我来抓，谁也不许拖。").again(tasks=[*TASKS, LAKE])
    assert "四、治好湖水\n这件事我来抓，谁也不许拖。\n" + TEXT in desk.text


def test_a_copy_of_a_task_is_not_taken_for_a_new_one_that_is_much_like_it() -> None:
    desk = (
        Desk()
        .copy("教育局", "教育局")
        .again(tasks=[*TASKS, {**TASKS[1], "heading": "再办学校", "owner": "教育局和人社局"}])
    )
    assert "教育局和人社局" in desk.text


LINES = OUTLINE.replace(
    'inline: true, number: 一是, between: ；, text: "{{ item }}"', 'number: （一）, text: "{{ item }}。"'
)


@pytest.mark.parametrize(
    ("tasks", "number"),
    [([LAKE, *TASKS], "四、"), ([*TASKS, ROAD, LAKE], "五、"), ([TASKS[0], LAKE, *TASKS[1:]], "四、")],
    ids=["first", "last", "between"],
)
def test_a_short_heading_that_both_wrote_with_different_numbers_stands_once(
    tasks: list[dict[str, str]], number: str
) -> None:
    """Where the hand has put it; its number runs on there."""
    desk = Desk().insert("农业局", "四、治好湖水", TEXT).type("三点", "四点").again(tasks=tasks)
    assert desk.line("治好湖水") == f"{number}治好湖水"
    assert desk.text.count("湖水一年比一年浑") == 1
    assert f"我讲{'零一二三四五'[len(tasks)]}点意见" in desk.text
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []
    before = desk.text
    assert desk.again().text == before


@pytest.mark.parametrize("written", ["（五）", "五是", "5."])
def test_a_short_line_that_both_wrote_with_another_kind_of_number_stands_once_and_that_is_told(written: str) -> None:
    desk = Desk(LINES).insert("人手不够", f"{written}心不齐。").again(flaws=[*FLAWS, "心不齐"])
    assert desk.line("心不齐") == f"{written}心不齐。"
    assert [(entry.text, entry.before) for entry in desk.told(Kind.CONFLICT)] == [("（四）", written)]


def test_a_short_line_that_the_hand_copied_is_none_that_both_wrote() -> None:
    desk = Desk(LINES).insert("人手不够", "（四）人手不够。").again(flaws=[*FLAWS, "心不齐"])
    assert desk.text.count("人手不够") == 2
    assert "心不齐" in desk.text


def test_a_heading_that_both_wrote_and_that_word_counts_gets_no_number_besides() -> None:
    desk = Desk().insert("农业局", "治好湖水", TEXT)
    desk.file = [
        replace(seen, text=re.sub("^[一二三]、", "", seen.text), label="1.", style="3")
        if re.match("[一二三]、|治好湖水", seen.text)
        else seen
        for seen in desk.file
    ]
    desk.again(tasks=[*TASKS, LAKE])
    assert desk.line("治好湖水") == "治好湖水"
    assert "我讲四点意见" in desk.text
    before = desk.text
    assert desk.again().text == before
