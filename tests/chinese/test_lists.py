from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.chinese.lists import join_and, join_clauses, join_commas, join_pauses
from drafting.chinese.punctuation import strip_end

from .tables import table


@table(
    "items, joined",
    {
        "none": ([], ""),
        "one": (["甲"], "甲"),
        "two": (["甲", "乙"], "甲和乙"),
        "a-place-with-he-in-its-name": (["和田市", "喀什市"], "和田市和喀什市"),
        "three": (["甲", "乙", "丙"], "甲、乙和丙"),
        "end-marks-and-gaps-dropped": (["甲；", " ", "乙。 "], "甲和乙"),
        "and-inside": (["党委和政府", "人大", "政协"], "党委和政府、人大以及政协"),
        "and-inside-one-of-two": (["甲和乙", "丙"], "甲和乙以及丙"),
        "and-as-part-of-a-word": (["共和国", "和谐社会"], "共和国与和谐社会"),
        "pause-inside": (["甲、乙", "丙", "丁"], "甲、乙，丙，以及丁"),
        "comma-inside": (["甲，乙", "丙"], "甲，乙；以及丙"),
        "list-inside-brackets": (["学校（甲、乙和丙）", "医院", "车站"], "学校（甲、乙和丙）、医院和车站"),
        "list-inside-quotation": (["“一、二”", "医院"], "“一、二”和医院"),
        "titles": (["《甲》", "《乙》", "《丙》"], "《甲》《乙》和《丙》"),
        "quotations": (["“甲”", "“乙”", "丙"], "“甲”“乙”和丙"),
        "title-and-quotation": (["《甲》", "“乙”", "丙"], "《甲》、“乙”和丙"),
        "title-with-a-note": (["《甲》（试行）", "《乙》", "《丙》"], "《甲》（试行）、《乙》和《丙》"),
    },
)
def test_a_list_in_a_sentence_shows_its_levels(items: list[str], joined: str) -> None:
    assert join_and(items) == joined


@table(
    "items, joined",
    {
        "none": ([], ""),
        "words": (["甲", "乙", "丙"], "甲、乙、丙"),
        "quotations": (["“甲”", "“乙”"], "“甲”“乙”"),
        "titles": (["《甲》", "《乙》"], "《甲》《乙》"),
        "end-marks-dropped": (["甲、", "乙。"], "甲、乙"),
    },
)
def test_words_are_joined_by_pauses(items: list[str], joined: str) -> None:
    assert join_pauses(items) == joined


@table(
    "items, joined",
    {
        "none": ([], ""),
        "phrases": (["讲政治；", "顾大局。"], "讲政治，顾大局"),
        "quotations-keep-their-comma": (["“甲”", "“乙”"], "“甲”，“乙”"),
        "a-question-keeps-its-mark": (["谁来干？", "怎么干"], "谁来干？怎么干"),
    },
)
def test_phrases_are_joined_by_commas(items: list[str], joined: str) -> None:
    assert join_commas(items) == joined


@table(
    "items, joined",
    {
        "none": ([], ""),
        "one": (["甲"], "甲。"),
        "end-marks-replaced": (["甲；", "乙。", "丙，"], "甲；乙；丙。"),
        "a-call-keeps-its-mark": (["甲！", "乙"], "甲！乙。"),
        "the-last-keeps-its-mark": (["甲", "乙……"], "甲；乙……"),
        "sentences-inside": (["甲。乙", "丙"], "甲。乙。丙。"),
        "sentences-inside-a-quotation": (["称“甲。乙。丙”", "丁"], "称“甲。乙。丙”；丁。"),
        "a-closed-quotation": (["他说：“甲。”", "乙"], "他说：“甲。”乙。"),
    },
)
def test_clauses_make_one_closed_sentence(items: list[str], joined: str) -> None:
    assert join_clauses(items) == joined


@pytest.mark.parametrize("join", [join_and, join_clauses, join_commas, join_pauses], ids=lambda join: join.__name__)
@given(st.lists(st.text("甲乙和“”《》（），。；！？…、 ", max_size=6), max_size=4))
def test_every_item_stands_in_the_result_in_order(join: Callable[[Sequence[str]], str], items: list[str]) -> None:
    joined, place = join(items), 0
    for item in items:
        place = joined.index(strip_end(item.strip()), place) + len(strip_end(item.strip()))
