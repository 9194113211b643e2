"""Numbers that the hand wrote otherwise and that say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.merge.figures import as_drafted, plain
from drafting.merge.model import Kind
from tests.merge.desk import COMPARED, Desk

_WRITTEN = ["12.5 亿元", " 12.5亿元", "１２.５亿元", "12．5亿元", " 12．5 亿元", "\u300012.5\u00a0亿元"]


@pytest.mark.parametrize("by_hand", _WRITTEN)
def test_a_number_that_the_hand_wrote_otherwise_is_the_same_and_the_new_one_comes_in(by_hand: str) -> None:
    desk = Desk().type("投资12.5亿元", f"投资{by_hand}").again()
    assert f"投资{by_hand}，" in desk.text
    assert not desk.account
    desk.again(invest="13.1亿元")
    assert desk.text.replace(" ", "").replace("\u3000", "").count("投资13.1亿元，") == 1
    assert [entry.kind for entry in desk.account] == [Kind.UPDATED]


def test_thousands_with_commas_and_percents_of_full_width_are_the_same_number() -> None:
    desk = Desk(story="转移群众14612人，到位率96.4%").type("14612人", "14,612人").type("96.4%", "96.4％")
    desk.again(story="转移群众14620人，到位率96.8%")
    assert "转移群众14620人，到位率96.8%。" in desk.text
    assert {entry.kind for entry in desk.account} == {Kind.UPDATED}


def test_a_number_without_the_commas_that_the_facts_give_it_is_the_same() -> None:
    desk = Desk(story="转移群众14,612人").type("14,612人", "14612人").again(story="转移群众14,620人")
    assert "转移群众14,620人。" in desk.text
    assert {entry.kind for entry in desk.account} == {Kind.UPDATED}


def test_what_is_worked_out_from_a_number_written_otherwise_arrives() -> None:
    desk = Desk(COMPARED, growth="10亿元").type("12.5亿元", " 12.5 亿元").again(invest="13亿元")
    assert "投资 13亿元，比上年增长30%" in desk.text
    assert {entry.kind for entry in desk.account} == {Kind.UPDATED}


def test_the_new_number_written_otherwise_by_both_is_one_number() -> None:
    desk = Desk().type("12.5亿元", "13.1 亿元").again(invest="13.1亿元")
    assert "投资13.1 亿元，" in desk.text
    assert not [entry for entry in desk.account if entry.kind is not Kind.UPDATED]


def test_another_number_of_full_width_is_still_one_of_the_hands_own() -> None:
    desk = Desk().type("12.5亿元", "１３亿元").again(invest="13.1亿元")
    assert "投资１３亿元，" in desk.text
    assert [entry.text for entry in desk.told(Kind.CONFLICT)] == ["13.1亿元"]


def test_blanks_beside_numbers_that_the_facts_have_themselves_are_no_edit() -> None:
    desk = Desk(story="转移群众 4612 人，一户不漏").type("一户不漏", "一户也不漏")
    desk.again(story="转移群众 4620 人，一户不漏")
    assert "转移群众 4620 人，一户也不漏。" in desk.text
    assert not desk.told(Kind.CONFLICT)


@given(st.text("0123456789０９,.．：%％ 人亿，。一月\u3000", max_size=20))
def test_each_character_of_a_number_as_drafted_is_found_where_it_was_written(text: str) -> None:
    drafted, places = as_drafted(text, "")
    assert len(places) == len(drafted) + 1
    assert list(places) == sorted(set(places))
    kept = [(sign, text[at]) for sign, at in zip(drafted, places, strict=False) if text[at] != "．"]
    assert all(sign == plain(written) for sign, written in kept)
