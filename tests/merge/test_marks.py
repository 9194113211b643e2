"""The marks between the items of a list and at its end, where one of them stays for the sake of the hand."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.merge.model import Kind
from tests.merge.desk import FLAWS, OUTLINE, TASKS, Desk

ITEMS = (*FLAWS, "没有路灯", "水费收不上来", "夜里没有人值班", "台账不全")


def test_the_item_before_one_that_stays_is_not_made_the_last_one() -> None:
    desk = Desk().type("人手不够", "人手很不够").again(flaws=["底子还薄", "路还不通"])
    assert "一是底子还薄；二是路还不通；三是人手很不够。\n" in desk.text
    assert len(desk.told(Kind.CONFLICT)) == 1


def test_an_item_that_stays_as_the_last_one_ends_the_list() -> None:
    desk = Desk(flaws=[*FLAWS, "没有路灯"]).type("人手不够", "人手很不够").again(flaws=FLAWS[:2])
    assert "二是路还不通；三是人手很不够。\n" in desk.text


def test_an_item_that_stays_before_a_new_one_does_not_end_the_list() -> None:
    desk = Desk().type("人手不够", "人手很不够").again(flaws=["底子还薄", "路还不通", "没有路灯"])
    assert "二是路还不通；三是人手很不够；四是没有路灯。\n" in desk.text


def test_an_item_that_stays_at_its_place_ends_as_items_do_there() -> None:
    desk = Desk().type("底子还薄", "底子还很薄").again(flaws=["路还不通", "人手不够", "底子还薄"])
    assert "一是底子还很薄；二是路还不通；三是人手不够。\n" in desk.text


def test_the_mark_of_an_item_in_conflict_changes_with_its_place_in_the_list() -> None:
    desk = Desk(flaws=["底子还薄", "组织技术员住到工地上的事没有做"]).type("住到工地上", "到工地上去住")
    desk.again(flaws=["底子还薄", "安排技术员到工地的事没有做好", "没有路灯"])
    assert desk.told(Kind.CONFLICT)
    assert re.search("二是[^；。]*到工地上去住的事没有做；三是没有路灯。\n", desk.text)


def test_in_a_paragraph_with_a_number_of_its_own_an_item_that_stays_ends_the_list() -> None:
    """The hand added a clause to the last measure of 第一，; the facts put that measure first."""
    numbered = OUTLINE.replace("numbering: [一、, （一）, 一是]", "numbering: [第一，, 一是]")
    task = 'each: tasks, lead: "{{ heading }}", text: "要过几关。'
    desk = Desk(numbered.replace('when: flaws, text: "问题也不少：', task), tasks=TASKS[:1])
    desk.type("人手不够。", "人手不够，本事也不够。").again(flaws=[FLAWS[2], *FLAWS[:2]])
    assert desk.line("第一，").endswith("一是底子还薄；二是路还不通；三是人手不够，本事也不够。")


@pytest.mark.parametrize(
    ("taken_out", "flaws", "stands"),
    [
        ("；三是人手不够", [*FLAWS, "没有路灯"], "一是底子还薄；二是路还不通；三是没有路灯。"),
        ("；三是人手不够", [*FLAWS[:2], "没有路灯", FLAWS[2]], "一是底子还薄；二是路还不通；三是没有路灯。"),
        ("；三是人手不够", [*FLAWS[:2], "没有路灯"], "一是底子还薄；二是路还不通；三是没有路灯。"),
        ("；三是人手不够", [FLAWS[1], FLAWS[2], FLAWS[0]], "一是路还不通；二是底子还薄。"),
        ("二是路还不通；", [FLAWS[0], FLAWS[2], FLAWS[1]], "一是底子还薄；二是人手不够。"),
        ("；二是路还不通", [FLAWS[0], FLAWS[2], FLAWS[1]], "一是底子还薄；二是人手不够。"),
    ],
    ids=["one more", "one more before it", "another for it", "the first last", "it goes last", "with the mark before"],
)
def test_where_the_hand_took_an_item_out_the_others_end_as_items_do(
    taken_out: str, flaws: list[str], stands: str
) -> None:
    desk = Desk().type(taken_out, "")
    if "二是" in taken_out:
        desk.type("三是", "二是")
    desk.again(flaws=flaws)
    assert desk.line("问题也") == f"问题也不少：{stands}"
    before = desk.file
    assert desk.again().file == before


def test_a_mark_that_the_hand_left_behind_an_item_stays_while_the_list_does() -> None:
    desk = Desk().type("；三是人手不够。", "；").again(flaws=[FLAWS[0], "路还很不通", FLAWS[2]])
    assert desk.line("问题也") == "问题也不少：一是底子还薄；二是路还很不通；"


@settings(max_examples=80, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_list_has_one_end_whatever_the_facts_take_out_and_the_hand_rewords(data: Any) -> None:
    several = st.lists(st.sampled_from(ITEMS), min_size=2, max_size=5, unique=True)
    before, after = data.draw(several), data.draw(several)
    desk = Desk(flaws=before)
    for item in data.draw(st.lists(st.sampled_from(before), max_size=2, unique=True)):
        at = data.draw(st.integers(1, len(item) - 1))
        desk.type(item, item[:at] + "实在" + item[at:])
    desk.again(flaws=after)
    item = "[一二三四五六七八九十]是[^，；。]+"
    assert re.fullmatch(f"问题也不少：(?:{item}；)*{item}。", desk.line("问题也"))


@pytest.mark.parametrize(
    "flaws", [["人手不够", "底子还薄", "路还不通"], ["底子还薄", "路还不通"]], ids=["moved first", "gone"]
)
@pytest.mark.parametrize("own", ["三是钱不够用；", "三是钱不够用；四是水不够喝；"], ids=["one", "two"])
def test_an_item_of_the_hands_own_that_comes_last_ends_as_the_last_one_does(flaws: list[str], own: str) -> None:
    last = "五是" if "四是" in own else "四是"
    desk = Desk(flaws=FLAWS).type("三是人手不够", f"{own}{last}人手不够").again(flaws=flaws)
    items = [*flaws, *(item[2:] for item in own.strip("；").split("；"))]
    stands = "；".join([f"{number}是{item}" for number, item in zip("一二三四五", items, strict=False)])
    assert desk.line("问题也不少") == f"问题也不少：{stands}。"
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []
    before = desk.text
    assert desk.again().text == before
    desk.again(flaws=[*flaws, "心不够齐"])
    stands = desk.line("问题也不少").partition("：")[2].removesuffix("。").split("；")
    assert [item[:2] for item in stands] == [f"{number}是" for number in "一二三四五六"[: len(items) + 1]]
    assert sorted(item[2:] for item in stands) == sorted([*items, "心不够齐"])


def test_items_that_come_last_into_a_list_put_on_lines_have_lines_of_their_own() -> None:
    desk = Desk().split("二是路还不通").split("三是人手不够").again(flaws=[*FLAWS, "钱不够用", "心不够齐"])
    stands = desk.text.splitlines()[desk.place("三是人手不够") :][:3]
    assert stands == ["三是人手不够；", "四是钱不够用；", "五是心不够齐。"]
    before = desk.text
    desk.again()
    assert desk.text == before
    desk.again(flaws=[*FLAWS, "钱不够用"])
    assert desk.text.splitlines()[desk.place("三是人手不够") :][:2] == ["三是人手不够；", "四是钱不够用。"]


def test_an_item_that_comes_last_into_a_list_put_on_lines_that_all_end_in_a_stop_leaves_the_others_theirs() -> None:
    desk = Desk().split("二是路还不通").split("三是人手不够")
    desk.type("底子还薄；", "底子还薄。").type("路还不通；", "路还不通。")
    desk.again(flaws=[*FLAWS, "钱不够用"])
    assert desk.text.splitlines()[desk.place("三是人手不够") :][:2] == ["三是人手不够。", "四是钱不够用。"]
    assert "；" not in desk.text


def test_an_item_that_comes_into_a_list_put_on_lines_that_all_end_in_a_stop_ends_so_too() -> None:
    desk = Desk().split("二是路还不通").split("三是人手不够")
    desk.type("底子还薄；", "底子还薄。").type("路还不通；", "路还不通。")
    desk.again(flaws=[FLAWS[0], "钱不够用", *FLAWS[1:]])
    assert desk.line("钱不够用") == "二是钱不够用。"
    assert "；" not in desk.text
    before = desk.text
    desk.again()
    assert desk.text == before
