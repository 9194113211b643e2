"""Numbers that run on, counts, and the names of blocks."""

from __future__ import annotations

import pytest

from drafting.draft import Move
from tests.helpers import block, draft, lines

TASKS = """questions:
  tasks: {ask: 任务, type: table, columns: {heading: 标题, measures: {ask: 措施, type: list}}}
"""

TWO = "tasks: [{heading: 修路, measures: [早修, 快修]}, {heading: 架桥, measures: [早架, 快架]}]"


def test_numbers_run_on_over_fixed_and_repeated_headings() -> None:
    text = (
        TASKS
        + """parts:
      - {move: opening, heading: 认识, text: 说}
      - {move: tasks, each: tasks, heading: "{{ heading }}", items: measures}
      - {move: guarantee, heading: 保障, text: 说}
      - {move: closing, text: 插一句}
      - {move: closing, heading: 落实, text: 说}
    """
    )
    assert [b.text for b in draft(text, TWO).blocks if b.is_heading] == [
        "一、认识",
        "二、修路",
        "三、架桥",
        "四、保障",
        "五、落实",
    ]


def test_a_repeated_list_begins_anew_behind_a_paragraph_that_stands_between() -> None:
    text = (
        "questions: {x: {ask: 问, type: list}}\nparts:\n"
        + "  - {move: tasks, text: 说}\n  - {move: tasks, each: x, number: 第一，, text: '{{ item }}'}\n" * 2
    )
    assert lines(text, "x: [甲, 乙]") == ["说。", "第一，甲。", "第二，乙。", "说。", "第一，甲。", "第二，乙。"]


def test_counts_come_from_the_structure() -> None:
    text = (
        TASKS
        + """parts:
      - {move: opening, text: "我讲{{ points|count('点') }}意见，共{{ tasks|count('项') }}任务"}
      - {move: opening, each: tasks, number: 一是, inline: true, text: "{{ heading }}"}
      - move: tasks
        heading: 任务
        text: 下面有{{ below|count('条') }}
        parts:
          - {text: "{{ beside|cn }}条如下"}
          - {each: tasks, lead: "{{ heading }}", text: "有{{ below|count('招') }}", items: measures}
          - {text: "以上{{ beside|count('条') }}"}
      - {move: guarantee, heading: 保障, text: 说}
      - {move: closing, heading: 结语, text: 说}
    """
    )
    assert lines(text, TWO) == [
        "我讲三点意见，共两项任务。一是修路。二是架桥。",
        "一、任务",
        "下面有两条。",
        "二条如下。",
        "（一）修路。有两招。",
        "1.早修。",
        "2.快修。",
        "（二）架桥。有两招。",
        "1.早架。",
        "2.快架。",
        "以上两条。",
        "二、保障",
        "说。",
        "三、结语",
        "说。",
    ]


@pytest.mark.parametrize(
    ("parts", "points"),
    [
        ("  - {move: tasks, heading: 甲, text: 说}\n" * 3, 3),
        ("  - {move: tasks, lead: 甲, text: 说}\n" * 2, 2),
        ("  - {move: tasks, number: 第一，, text: 说}\n" * 4, 4),
        (
            "  - {move: opening, number: 一是, inline: true, text: 说}\n" * 2
            + "  - {move: tasks, heading: 甲, text: 说}\n" * 3,
            3,
        ),
        ("  - {move: tasks, heading: 甲, text: 说}\n", 1),
        ("  - {move: tasks, text: 说}\n", 0),
    ],
    ids=["headings", "leads", "texts", "a list in the opening", "a single heading", "none"],
)
def test_points_are_those_that_a_listener_counts(parts: str, points: int) -> None:
    assert lines("parts:\n  - {move: opening, text: '{{ points|digits }}'}\n" + parts)[0].startswith(
        "〇一二三四"[points] if points else "〇"
    )


def test_a_list_that_was_not_answered_and_is_no_point_leaves_the_points_counted() -> None:
    parts = """parts:
      - {move: opening, text: "我讲{{ points|count('点') }}"}
      - {move: tasks, heading: 任务, text: 说}
      - {move: tasks, each: tasks, number: 一是, inline: true, lead: "{{ heading }}", items: measures}
      - {move: closing, heading: 结语, text: 说}
    """
    assert lines(TASKS + parts)[0] == "我讲两点。"


def test_an_enumerated_passage_without_a_word_leaves_no_hole_in_the_numbers() -> None:
    text = (
        "questions: {x: 问}\n"
        "parts:\n"
        "  - {move: tasks, number: 第一，, text: 甲}\n"
        "  - {move: tasks, number: 第一，, text: '{% if x %}乙{% endif %}'}\n"
        "  - {move: tasks, number: 第一，, text: '丙，共{{ beside|count(\"条\") }}'}\n"
    )
    assert lines(text) == ["第一，甲。", "第二，丙，共两条。"]


def test_a_heading_without_a_word_gives_its_number_to_the_text() -> None:
    text = (
        "questions: {x: 问}\n"
        "parts:\n"
        "  - {move: tasks, heading: '{% if x %}甲{% endif %}', text: 说甲}\n"
        "  - {move: tasks, heading: 乙, text: 说乙}\n"
    )
    assert lines(text) == ["一、说甲。", "二、乙", "说乙。"]


def test_what_stands_below_a_passage_without_a_word_is_not_lost() -> None:
    text = (
        "questions: {x: 问}\n"
        "parts:\n"
        "  - {move: tasks, heading: '{% if x %}甲{% endif %}', parts: [{text: 事实}]}\n"
        "  - {move: tasks, heading: 乙, text: 说}\n"
        "  - {move: tasks, heading: 丙, text: 说}\n"
    )
    assert lines(text) == ["事实。", "一、乙", "说。", "二、丙", "说。"]


def test_every_block_has_the_move_of_its_part() -> None:
    made = draft("parts: [{move: tasks, heading: 甲, parts: [{text: 说}, {move: goals, text: 目标}]}]")
    assert [b.move for b in made.blocks] == [Move.TASKS, Move.TASKS, Move.GOALS]


@pytest.mark.parametrize(
    ("rows", "keys"),
    [
        ("[{heading: 修路}, {heading: 架桥}]", ["tasks/修路", "tasks/架桥"]),
        ("[{heading: 修路}, {heading: 修路}]", ["tasks/修路", "tasks/修路~2"]),
        ("[{heading: 修 路/架 桥。}, {}]", ["tasks/修路架桥", "tasks/-"]),
        (f"[{{heading: {'长' * 100}}}, {{heading: 短}}]", ["tasks/" + "长" * 24, "tasks/短"]),
    ],
)
def test_a_row_is_named_by_its_first_answer(rows: str, keys: list[str]) -> None:
    text = (
        TASKS.replace(", measures: {ask: 措施, type: list}", "")
        + "parts: [{move: tasks, each: tasks, lead: '{{ heading }}'}]"
    )
    assert [b.key for b in draft(text, f"tasks: {rows}").blocks] == keys


def test_the_text_below_a_heading_has_a_key_of_its_own() -> None:
    made = draft("parts: [{move: tasks, heading: 甲, text: 说}]")
    assert [b.key for b in made.blocks] == ["tasks", "tasks.text"]
    assert block(made, "tasks.text").text == "说。"


def test_without_tidying_the_text_stands_as_it_was_typed() -> None:
    assert lines(
        "tidy: false\nquestions: {x: 问}\nparts: [{move: opening, text: '{{ x }}。'}, {move: closing, text: 完}]",
        "x: 有,逗号。",
    ) == ["有,逗号。。", "完"]


@pytest.mark.parametrize(
    ("word", "heading"),
    [
        ("注重", "突出三个注重，做好准备"),
        ("三个不放过", "突出三个不放过，做好准备"),
        ("几个不放过", "突出三个不放过，做好准备"),
        ("四个不放过", "突出三个不放过，做好准备"),  # there are three
        ("三大重点", "突出三大重点，做好准备"),
        ("三不", "突出三不，做好准备"),
        ("个性", "突出三个个性，做好准备"),
    ],
)
def test_a_word_for_several_things_may_be_given_with_their_number(word: str, heading: str) -> None:
    text = (
        "questions: {xs: {ask: 列, type: list}, word: {ask: 合称几个什么}}\n"
        "parts:\n  - {move: tasks, heading: \"突出{{ xs|count('个') }}{{ word }}，做好准备\", text: 说}\n"
    )
    (found,) = [b.text for b in draft(text, f"xs: [甲, 乙, 丙]\nword: {word}\n").blocks if b.is_heading]
    assert found.removeprefix("一、") == heading
