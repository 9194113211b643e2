"""Texts cut into what an edit leaves whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.merge.differences import BREAK, Edit, differences
from drafting.merge.tokens import Words, tokens, words_of
from tests.merge.desk import speech

NAMES = Words(["柳河镇", "农业农村局", "柳河镇政府"])


def cut(text: str) -> str:
    return "|".join(tokens(text, NAMES))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("投资12.5亿元", "12.5亿元"),
        ("约1,234人", "1,234人"),
        ("增长30%左右", "30%"),
        ("提高2.1个百分点", "2.1个百分点"),
        ("在15%～30%之间", "15%～30%"),
        ("用3至5年时间", "3至5年"),
        ("降了百分之三十五", "百分之三十五"),
        ("抓好3个项目", "3个"),
        ("办了三十二件实事", "三十二件"),
        ("定于2026年1月5日召开", "2026年1月5日"),
        ("从2026年1月5日至8日", "2026年1月5日至8日"),
        ("在6月底前", "6月底"),
        ("二〇二六年春", "二〇二六年"),
        ("上午9:30开会", "9:30"),
        ("印发《关于修路的意见》后", "《关于修路的意见》"),
        ("落实“四个一”要求", "“四个一”"),
        ("由【待补：牵头单位】负责", "【待补：牵头单位】"),
        ("请柳河镇政府牵头", "柳河镇政府"),
        ("发展GDP不是", "GDP"),
        ("三、办好学校", "三、"),
        ("（二）办好学校", "（二）"),
        ("要抓两头：一是修路", "一是"),
        ("先修路；第二，办学", "第二，"),
    ],
)
def test_it_stays_whole(text: str, whole: str) -> None:
    assert f"|{whole}|" in f"|{cut(text)}|"


def test_the_rest_goes_by_character() -> None:
    assert cut("要办好学校") == "要|办|好|学|校"


def test_names_are_the_short_facts_of_the_drafts() -> None:
    words = words_of([speech()])
    assert words.at("请水务局牵头", 1) == "水务局"
    assert words.at("渠道老化，漏水的地方多", 0) == ""


def test_in_a_clause_only_the_value_changes() -> None:
    before, after = "到今年年底把达标率提高到90%以上", "到今年年底把达标率提高到92%以上"
    words = words_of([speech(story=before), speech(story=after)])
    old, new = tokens(before, words), tokens(after, words)
    assert [("".join(old[e.start : e.end]), "".join(new[e.new_start : e.new_end])) for e in differences(old, new)] == [
        ("90%", "92%")
    ]


def test_a_name_with_a_number_in_it_changes_as_a_whole() -> None:
    words = words_of([speech(story="第三实验小学"), speech(story="第二中学")])
    assert words.at("第三实验小学", 0) == "第三实验小学"


@given(st.text(alphabet="一二三、（）是第12.5亿元%年月日《》“”【待补：】柳河镇，。；A-～ \n\ufffc", max_size=40))
def test_joined_they_are_the_text_again(text: str) -> None:
    parts = tokens(text, NAMES)
    assert "".join(parts) == text
    assert all(parts)


def changed(before: str, after: str) -> list[tuple[str, str]]:
    edits = differences(before, after)
    return [(before[edit.start : edit.end], after[edit.new_start : edit.new_end]) for edit in edits]


@given(st.text(alphabet="甲乙丙。；" + BREAK, max_size=30), st.text(alphabet="甲乙丙。；" + BREAK, max_size=30))
def test_the_edits_lead_from_one_to_the_other(before: str, after: str) -> None:
    text, at = "", 0
    edits = differences(before, after)
    for edit in edits:
        assert before[at : edit.start] == after[len(text) : edit.new_start]
        text += before[at : edit.start] + after[edit.new_start : edit.new_end]
        at = edit.end
    assert text + before[at:] == after
    assert all(one.end < two.start for one, two in pairwise(edits))


def test_a_sentence_that_went_is_that_sentence() -> None:
    assert changed("修路。办学。修渠。", "修路。修渠。") == [("办学。", "")]
    assert changed("修路。修渠。", "修路。办学。修渠。") == [("", "办学。")]


def test_a_few_characters_that_stayed_by_chance_are_part_of_a_rewriting() -> None:
    assert changed("前头今年要修五条路后头", "前头到年底把果园种好后头") == [("今年要修五条路", "到年底把果园种好")]


def test_equal_texts_have_no_edits() -> None:
    assert differences("修路", "修路") == []
    assert differences("", "路") == [Edit(0, 0, 0, 1)]
