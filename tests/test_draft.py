"""The model: what a draft says of itself, and that it goes to plain data and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.draft import Block, Draft, Gap, Move, Role, Source, Span, from_data, to_data

_TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
_SPANS = st.builds(Span, _TEXTS, st.sampled_from(Source), _TEXTS)
_BLOCKS = st.builds(
    Block,
    key=_TEXTS,
    role=st.sampled_from(Role),
    level=st.integers(0, 9),
    marker=st.sampled_from(["", "一、", "一是", "①"]),
    move=st.sampled_from(Move),
    spans=st.lists(_SPANS, max_size=3).map(tuple),
    heading=st.integers(0, 3),
    runs_on=st.booleans(),
)
_DRAFTS = st.lists(_BLOCKS, max_size=4).map(lambda blocks: Draft(tuple(blocks)))


def _block(
    text: str, role: Role = Role.PARAGRAPH, *, marker: str = "", heading: int = 0, runs_on: bool = False
) -> Block:
    return Block(text, role, 0, marker, Move.TASKS, (Span(text),), heading, runs_on)


@given(_DRAFTS)
def test_a_draft_goes_to_json_and_comes_back_the_same(draft: Draft) -> None:
    assert from_data(json.loads(json.dumps(to_data(draft)))) == draft


@pytest.mark.parametrize(
    "damage",
    [
        {"levels": []},
        {"spans": [0]},
        {"roles": ["dance"]},
        {"levels": ["x"]},
        {"sources": "x"},
        {"texts": 3},
        {"keys": None},
    ],
    ids=["too short", "spans of no block", "an unknown role", "a level that is none", "a source", "texts", "keys"],
)
def test_data_of_another_shape_is_refused(damage: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        from_data(to_data(Draft((_block("开头。"),))) | damage)


def test_blocks_that_run_on_stand_in_one_paragraph() -> None:
    draft = Draft(
        (
            _block("开头。"),
            _block("抓源头；", marker="一是", runs_on=True),
            _block("抓末端。", marker="二是", runs_on=True),
            _block("完。"),
        )
    )
    assert [len(group) for group in draft.paragraphs()] == [3, 1]
    assert draft.text == "开头。一是抓源头；二是抓末端。\n完。"


def test_a_first_block_that_runs_on_still_begins_a_paragraph() -> None:
    assert Draft((_block("开头。", runs_on=True),)).text == "开头。"


def test_an_empty_draft_has_no_paragraph_no_text_and_no_title() -> None:
    draft = Draft(())
    assert (list(draft.paragraphs()), draft.text, draft.title, draft.gaps()) == ([], "", "", [])


def test_the_lines_of_a_title_are_joined() -> None:
    assert (
        Draft((_block("在会议上", Role.TITLE), _block("的讲话", Role.TITLE), _block("同志们：", Role.SALUTATION))).title
        == "在会议上的讲话"
    )


def test_gaps_are_told_in_reading_order_one_for_each_place() -> None:
    gap = Span("【待补：时限】", Source.MISSING, "tasks[1].deadline")
    blocks = [Block(key, Role.PARAGRAPH, 0, "", Move.TASKS, (Span("前"), gap, Span("后"), gap)) for key in ("a", "b")]
    assert Draft(tuple(blocks)).gaps() == [Gap("tasks[1].deadline", key) for key in ("a", "a", "b", "b")]


@pytest.mark.parametrize(("spans", "heading", "expected"), [(1, 1, True), (2, 1, False), (1, 0, False), (0, 0, False)])
def test_only_a_block_that_is_all_heading_is_one(spans: int, heading: int, expected: bool) -> None:
    block = Block("k", Role.ITEM, 1, "一、", Move.TASKS, (Span("字"),) * spans, heading)
    assert block.is_heading is expected
