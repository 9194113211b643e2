"""Numbers that the hand wrote otherwise and that say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.chinese.numerals import counted
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


@pytest.mark.parametrize(
    ("drafted", "by_hand", "later"),
    [
        ("转移群众11户", "转移群众十一户", "转移群众12户"),
        ("转移群众4人，分到42所学校", "转移群众4人，分到四十二所学校", "转移群众4人，分到43所学校"),
        ("培训骨干620名", "培训骨干六百二十名", "培训骨干640名"),
        ("培训骨干2名", "培训骨干两名", "培训骨干3名"),
        ("10月9日以前开工", "十月九日以前开工", "10月12日以前开工"),
        ("12月18日验收", "12月18号验收", "12月20日验收"),
        ("12月18号验收", "十二月十八日验收", "12月20号验收"),
        ("满意率达到95%", "满意率达到百分之九十五", "满意率达到97%"),
        ("产粮12.5万吨", "产粮十二点五万吨", "产粮13万吨"),
        ("办件增长20%", "办件增长两成", "办件增长30%"),
        ("群众满意的占65%以上", "群众满意的占六成五以上", "群众满意的占70%以上"),
        ("投诉下降15%", "投诉下降一成半", "投诉下降18%"),
        ("拖延类诉求减少50%", "拖延类诉求减少一半", "拖延类诉求减少60%"),
        ("新开工的占2成", "新开工的占两成", "新开工的占3成"),
    ],
)
def test_the_same_number_in_words_is_no_value_of_the_hands_own_and_the_new_one_comes_in(
    drafted: str, by_hand: str, later: str
) -> None:
    desk = Desk(story=drafted).type(drafted, by_hand).again(story=drafted)
    assert by_hand in desk.text
    assert not desk.account
    desk.again(story=later)
    assert later in desk.text
    assert by_hand not in desk.text
    assert {entry.kind for entry in desk.account} == {Kind.UPDATED}


def test_the_new_number_that_the_hand_wrote_in_words_is_that_number() -> None:
    desk = Desk(story="转移群众11户").type("11户", "十二户").again(story="转移群众12户")
    assert "转移群众十二户。" in desk.text
    assert not desk.told(Kind.CONFLICT)


@pytest.mark.parametrize(
    ("drafted", "by_hand", "later"),
    [
        ("转移群众11户", "转移群众十三户", "转移群众12户"),
        ("转移群众11户", "转移群众二十一户", "转移群众12户"),
        ("转移群众11户", "转移群众十一二户", "转移群众12户"),
        ("培训骨干6名", "培训骨干六千名", "培训骨干7名"),
        ("投入资金2万元", "投入资金两万三千元", "投入资金3万元"),
        ("办件增长20%", "办件增长两成多", "办件增长30%"),
        ("办件增长20%", "办件增长三成", "办件增长25%"),
        ("投诉下降53.5%", "投诉下降一半以上", "投诉下降51.6%"),
    ],
)
def test_another_number_in_words_is_one_of_the_hands_own(drafted: str, by_hand: str, later: str) -> None:
    desk = Desk(story=drafted).type(drafted, by_hand).again(story=later)
    assert by_hand in desk.text
    assert desk.told(Kind.CONFLICT)


def test_a_number_in_words_that_the_draft_itself_has_there_stays_beside_the_one_in_figures() -> None:
    desk = Desk(story="两个村开工，2个村完工").type("开工", "动工").again(story="两个村开工，3个村完工")
    assert "两个村动工，3个村完工。" in desk.text
    assert not desk.told(Kind.CONFLICT)


@given(st.integers(2, 9999), st.sampled_from("户名所人项"))
def test_any_number_in_words_is_the_one_in_figures(number: int, unit: str) -> None:
    base, text = f"转移群众{number}{unit}，一户不漏", f"转移群众{counted(number, unit)}，一户不漏"
    drafted, places = as_drafted(text, base)
    assert drafted == base
    assert list(places) == sorted(places)
    assert (len(places), places[-1]) == (len(drafted) + 1, len(text))


@given(st.text("0123456789０９,.．：%％ 人亿，。一月\u3000", max_size=20))
def test_each_character_of_a_number_as_drafted_is_found_where_it_was_written(text: str) -> None:
    drafted, places = as_drafted(text, "")
    assert len(places) == len(drafted) + 1
    assert list(places) == sorted(set(places))
    kept = [(sign, text[at]) for sign, at in zip(drafted, places, strict=False) if text[at] != "．"]
    assert all(sign == plain(written) for sign, written in kept)


@pytest.mark.parametrize(
    ("drafted", "by_hand", "later", "then"),
    [
        ("用水由420方降到365方", "用水由 420 方降到365方", "亩均用水由420方降到365方", "亩均用水由 420 方降到365方"),
        ("用水由420方降到365方", "用水由 420 方降到365方", "用水由420方降到360方", "用水由 420 方降到360方"),
        ("用水由420方降到365方", "用水由四百二十方降到365方", "用水由420方降到360方", "用水由四百二十方降到360方"),
        ("用水由4200方降到3650方", "用水由4,200方降到3650方", "用水由4200方降至3650方", "用水由4,200方降至3650方"),
    ],
)
def test_in_a_short_answer_only_what_differs_comes_in_and_a_number_stays_as_the_hand_wrote_it(
    drafted: str, by_hand: str, later: str, then: str
) -> None:
    desk = Desk(growth=drafted).type(drafted, by_hand).again(growth=later)
    assert f"增长{then}，" in desk.text
    assert {entry.kind for entry in desk.account} == {Kind.UPDATED}
    before = desk.file
    desk.again()
    assert desk.file == before
    assert not desk.account
