"""The marks between the items of a list and at its end, where one of them stays for the sake of the hand."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.merge.model import Kind
from tests.merge.desk import FLAWS, Desk

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
