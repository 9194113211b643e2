"""Enumerators typed into the entries of a list, told from words that look like them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.chinese.enumerators import lone_enumerator, style, typed_enumerators

WORDS = st.text("修路架桥治水绿化清淤", min_size=2, max_size=6)


def _texts(entries: Sequence[str], *, alone: bool = True) -> list[str]:
    """What is taken off each entry."""
    return [typed.text if typed and not typed.stays else "" for typed in typed_enumerators(entries, alone)]


def _doubtful(entries: Sequence[str]) -> list[str]:
    """What looks like an enumerator and stays."""
    return [typed.text if typed and typed.stays else "" for typed in typed_enumerators(entries)]


@given(
    st.lists(WORDS, min_size=2, max_size=12), st.sampled_from(["一、", "（一）", "1.", "1、", "①", "一是", "第一，"])
)
def test_every_series_that_a_style_makes_is_known(entries: list[str], sample: str) -> None:
    marks = [style(sample).marker(place, len(entries)) for place in range(1, len(entries) + 1)]
    assert _texts([mark + entry for mark, entry in zip(marks, entries, strict=True)]) == marks


@given(st.lists(WORDS, max_size=6))
def test_entries_without_one_have_none(entries: list[str]) -> None:
    assert not any(_texts(entries))


@pytest.mark.parametrize("entry", ["第一责任人到位", "一要素保障", "十、百、千工程", "一、", "1号楼改造", "2.5公里"])
def test_a_word_that_begins_with_a_number_is_whole(entry: str) -> None:
    assert _texts([entry]) == [""]


def test_blanks_behind_it_go_with_it() -> None:
    assert _texts(["1. 修路", "2. 架桥"]) == ["1. ", "2. "]


def test_one_among_others_is_taken_only_where_that_is_wanted() -> None:
    assert _texts(["修路", "二、架桥"]) == ["", "二、"]
    assert _texts(["修路", "二、架桥"], alone=False) == ["", ""]
    assert _texts(["修路", "五、架桥"]) == ["", ""]


def test_a_number_with_a_verb_is_taken_at_any_place_though_it_stands_alone() -> None:
    assert _texts(["一是修路", "架桥"]) == ["一是", ""]
    assert _texts(["修路", "二要架桥"]) == ["", "二要"]
    assert _texts(["一是修路"], alone=False) == [""]
    assert _texts(["修路", "一是架桥"]) == ["", "一是"]
    assert _texts(["修路", "架桥", "一要先试点", "二要再铺开"]) == ["", "", "一要", "二要"]
    assert _texts(["二是修路"]) == ["二是"]


@pytest.mark.parametrize("answer", ["一是修路", "第一，修路", "1.修路", "（一）修路", "一、修路"])
def test_a_number_before_an_answer_that_counts_no_further_is_told(answer: str) -> None:
    found = lone_enumerator(answer)
    assert found is not None
    assert (answer.removeprefix(found.text), found.stays, found.listed) == ("修路", True, False)


@pytest.mark.parametrize(
    "answer",
    [
        "修路",
        "一是修路；二是架桥",
        "1.修路\n2.架桥",
        "1.5亿元",
        "一、二级公路",
        "（一）期工程",
        "首先，感谢大家",
        "一要素保障",
        "第一书记到位",
    ],
)
def test_an_answer_that_counts_on_or_begins_with_a_word_is_not_told(answer: str) -> None:
    assert lone_enumerator(answer) is None


def test_one_that_does_not_stand_at_its_place_stays_in_doubt() -> None:
    assert _doubtful(["修路", "1、架桥"]) == ["", "1、"]
    assert _doubtful(["第一，修路", "首先，架桥"]) == ["", "首先，"]
    assert _doubtful(["十、百、千工程", "二、三级公路养护", "3.5公里管网"]) == ["", "", ""]


def test_a_series_in_words_needs_no_comma() -> None:
    assert _texts(["一方面管好吃", "另一方面管好账"]) == ["一方面", "另一方面"]
    assert _texts(["首先育苗", "其次放流", "最后巡查"]) == ["首先", "其次", "最后"]
    assert _texts(["首先，育苗", "最后，巡查"]) == ["首先，", "最后，"]
    assert _texts(["最后一公里打通", "放流"]) == ["", ""]
    assert _texts(["首先育苗", "放流"]) == ["", ""]
