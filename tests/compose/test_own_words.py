"""A paragraph of the user's own, at any place of the speech."""

from __future__ import annotations

import pytest

from drafting.draft import Move, Source
from tests.helpers import composed, lines

OUTLINE = """
questions: {tasks: {ask: 任务, type: table, columns: {heading: 标题}}, xs: {ask: 列, type: list}}
parts:
  - {move: greeting, text: "同志们："}
  - {move: opening, text: ["一段\\n\\n二段"]}
  - {move: opening, text: 又一部分}
  - move: tasks
    heading: 任务
    parts:
      - {each: tasks, heading: "{{ heading }}", text: 要抓紧}
      - {key: list, text: 有三条}
      - {each: xs, inline: true, number: 一是, text: "{{ item }}"}
  - {move: closing, heading: 结尾, text: 完}
"""
FACTS = "tasks: [{heading: 修路}, {heading: 架桥}]\nxs: [甲, 乙]\n"
PLAIN = [
    "同志们：",
    "一段。",
    "二段。",
    "又一部分。",
    "一、任务",
    "（一）修路",
    "要抓紧。",
    "（二）架桥",
    "要抓紧。",
    "有三条。一是甲。二是乙。",
    "二、结尾",
    "完。",
]


def _lines(*entries: str) -> list[str]:
    return lines(OUTLINE, FACTS + "own_words:\n" + "".join(f"  - {entry}\n" for entry in entries))


@pytest.mark.parametrize(
    ("side", "block", "index"),
    [
        ("after", "greeting", 1),
        ("before", "greeting", 0),
        ("after", "opening", 3),
        ("before", "opening", 1),
        ("after", "opening#2", 3),
        ("before", "opening#2", 2),
        ("after", "opening-2", 4),
        ("after", "tasks", 10),
        ("before", "tasks", 4),
        ("after", "tasks/tasks/修路", 7),
        ("before", "tasks/tasks/修路", 5),
        ("before", "tasks/tasks/修路.text", 6),
        ("after", "tasks/list", 10),
        ("after", "tasks/xs/甲", 10),
        ("before", "tasks/xs/乙", 9),
        ("after", "closing", 12),
    ],
)
def test_they_stand_before_or_after_a_block_and_never_inside_a_paragraph(side: str, block: str, index: int) -> None:
    expected = [*PLAIN[:index], "我的话。", *PLAIN[index:]]
    assert _lines(f"{{{side}: {block}, text: 我的话}}") == expected


def test_several_in_one_place_stand_in_the_order_of_the_file() -> None:
    made = _lines(
        "{after: opening-2, text: 其一}",
        "{after: opening-2, text: 其二}",
        "{before: tasks, text: 其三}",
        "{before: tasks, text: 其四}",
    )
    assert made[3:9] == ["又一部分。", "其一。", "其二。", "其三。", "其四。", "一、任务"]


def test_what_stands_behind_a_block_stays_next_to_it() -> None:
    made = _lines("{before: opening-2, text: 乙前}", "{after: opening, text: 甲后}")
    assert made[2:6] == ["二段。", "甲后。", "乙前。", "又一部分。"]


def test_each_line_is_a_paragraph_and_half_width_marks_become_full_width() -> None:
    assert _lines('{after: greeting, text: "第一段,好\\n\\n第二段!"}')[1:3] == ["第一段，好。", "第二段！"]


def test_they_have_level_and_move_of_the_block_they_stand_by_and_their_own_source() -> None:
    made = composed(OUTLINE, FACTS + "own_words: [{after: tasks/tasks/架桥, text: 我的话}]").draft
    (own,) = [block for block in made.blocks if block.key.startswith("own_words")]
    assert (own.level, own.move, own.marker) == (2, Move.TASKS, "")
    assert [(span.source, span.path) for span in own.spans] == [
        (Source.FACT, "own_words[1].text"),
        (Source.WORDING, ""),
    ]


@pytest.mark.parametrize("block", ["nowhere", "openin", "tasks/tasks/造林", "own_words[1].text"])
def test_those_whose_block_is_not_in_the_draft_are_told(block: str) -> None:
    made = composed(OUTLINE, FACTS + f"own_words: [{{after: '{block}', text: 我的话}}, {{after: opening, text: 还有}}]")
    assert [words.anchor for words in made.unplaced] == [block]
    assert "我的话" not in made.draft.text
    assert "还有。" in made.draft.text


def test_they_neither_count_nor_break_a_list() -> None:
    text = (
        "parts:\n  - {move: opening, text: '{{ points|count(\"点\") }}'}\n"
        + "  - {move: tasks, heading: 甲, text: 说}\n" * 2
    )
    assert lines(text, "own_words: [{after: tasks, text: 插话}]") == [
        "两点。",
        "一、甲",
        "说。",
        "插话。",
        "二、甲",
        "说。",
    ]
