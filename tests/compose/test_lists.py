"""Lists: repeated parts, inline lists, conditions, and what is missing or alone in one."""

from __future__ import annotations

import pytest

from tests.helpers import composed, draft, levels, lines

TASKS = """questions:
  tasks: {ask: 任务, type: table, columns: {heading: 标题, measures: {ask: 措施, type: list}}}
"""

TWO = "tasks: [{heading: 修路, measures: [早修, 快修]}, {heading: 架桥, measures: [早架, 快架]}]"


def test_parts_repeat_over_a_table_and_the_list_in_its_column() -> None:
    made = draft(TASKS + "parts: [{move: tasks, each: tasks, heading: '{{ heading }}', items: measures}]", TWO)
    assert levels(made) == [
        (1, "一、修路"),
        (2, "（一）早修。"),
        (2, "（二）快修。"),
        (1, "二、架桥"),
        (2, "（一）早架。"),
        (2, "（二）快架。"),
    ]


def test_columns_are_names_inside_and_the_entry_may_have_one_of_its_own() -> None:
    text = TASKS + (
        "parts: [{move: tasks, each: tasks, as: task, lead: '{{ task.heading }}', parts: [{each: "
        "task.measures, inline: true, number: 一是, text: '{{ task.heading }}{{ heading }}{{ "
        "item }}{{ loop.index }}/{{ loop.length }}'}]}]"
    )
    assert lines(text, TWO) == [
        "一、修路。一是修路修路早修1/2。二是修路修路快修2/2。",
        "二、架桥。一是架桥架桥早架1/2。二是架桥架桥快架2/2。",
    ]


def test_an_inline_list_stands_in_one_paragraph_with_the_mark_between_its_entries() -> None:
    text = (
        "questions: {x: {ask: 问, type: list}}\n"
        "parts:\n"
        "  - {move: tasks, text: 要抓好三件事。}\n"
        "  - {move: tasks, each: x, inline: true, number: 一是, between: ；, text: '{{ item "
        "}}'}\n"
        "  - {move: tasks, inline: true, text: 请大家抓紧}\n"
    )
    made = draft(text, "x: [早抓。, 快抓；, 严抓]")
    assert made.text == "要抓好三件事。一是早抓；二是快抓；三是严抓。请大家抓紧。"
    assert [(b.marker, b.runs_on) for b in made.blocks] == [("", False), ("一是", True), ("二是", True), ("三是", True)]
    assert made.blocks[-1].level == 1


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ("[早抓, 快抓, 严抓]", "办法：早抓；快抓；严抓。"),
        ("[早抓]", "办法：早抓。"),
        ("[早抓！, 快抓]", "办法：早抓！快抓。"),
        ("[早抓, , 快抓]".replace(", ,", ", '',"), "办法：早抓；【待补：问】；快抓。"),
    ],
)
def test_an_inline_list_without_numbers_is_joined_all_the_same(entries: str, said: str) -> None:
    text = (
        "questions: {x: {ask: 问, type: list}}\n"
        "parts:\n"
        "  - {move: tasks, text: '办法：'}\n"
        "  - {move: tasks, each: x, inline: true, number: none, between: ；, text: '{{ item "
        "}}'}\n"
    )
    assert lines(text, f"x: {entries}") == [said]


def test_without_a_mark_between_every_entry_is_a_sentence() -> None:
    text = (
        "questions: {x: {ask: 问, type: list}}\n"
        "parts: [{move: tasks, each: x, inline: true, number: 一是, text: '{{ item }}'}]"
    )
    assert lines(text, "x: [早抓, 快抓]") == ["一是早抓。二是快抓。"]


def test_an_inline_list_begins_a_paragraph_of_its_own_where_it_is_told_to() -> None:
    text = (
        "questions: {x: {ask: 问, type: list}}\n"
        "parts:\n"
        "  - {move: tasks, text: 任务很重}\n"
        "  - {move: tasks, each: x, inline: true, apart: true, number: 一是, between: ；, text: '{{ item }}'}\n"
        "  - {move: tasks, inline: true, text: 请大家抓紧}\n"
    )
    assert lines(text, "x: [早抓, 快抓]") == ["任务很重。", "一是早抓；二是快抓。请大家抓紧。"]
    assert lines(text, "x: [早抓]") == ["任务很重。", "早抓。请大家抓紧。"]
    assert lines(text, "x: []") == ["任务很重。请大家抓紧。"]


def test_what_is_inline_behind_a_heading_begins_a_paragraph() -> None:
    assert lines(
        "parts: [{move: tasks, heading: 甲, parts: [{inline: true, text: 说}]}, {move: tasks, heading: 乙, text: 说}]"
    ) == ["一、甲", "说。", "二、乙", "说。"]


def test_lists_stand_in_openings_and_shortcomings_too() -> None:
    text = """
        questions: {agenda: {ask: 议程, type: list}, shortcomings: {ask: 不足, type: list}}
        parts:
          - {move: opening, text: 会议有几项议程}
          - {move: opening, each: agenda, number: 首先，, inline: true, between: ；, text: "{{ item }}"}
          - move: shortcomings
            heading: 不足
            parts:
              - {text: 还有差距}
              - {each: shortcomings, number: 一是, inline: true, text: "{{ item }}"}
          - {move: closing, heading: 结尾, text: 完}
        """.replace("首先，,", "一是,")
    assert lines(text, "agenda: [报告, 表彰]\nshortcomings: [慢, 散]") == [
        "会议有几项议程。一是报告；二是表彰。",
        "一、不足",
        "还有差距。一是慢。二是散。",
        "二、结尾",
        "完。",
    ]


@pytest.mark.parametrize(
    ("when", "facts", "stands"),
    [
        ("awards", "awards: 表彰", True),
        ("awards", "", False),
        ("not awards", "", True),
        ('tone == "鼓动"', "tone: 鼓动", True),
        ('tone == "鼓动"', "tone: 庄重", False),
        ('tone == "鼓动"', "", False),
        ("awards and not model", "awards: 表彰", True),
        ("awards and not model", "awards: 表彰\nmodel: 柳坪镇", False),
        ("n > 3", "n: 4", True),
        ("n > 3", "n: 3", False),
        ("n > 3", "", False),
        ("n > 3", "n: 1万", True),
        ("n >= m", "n: 3\nm: 3", True),
        ("n >= m", "n: 3", False),
        ("n < m", "m: 3", False),
        ("awards is missing", "", True),
        ("awards is given", "", False),
        ("n in [1, 2]", "n: 2", True),
        ("xs|length > 1", "xs: [甲, 乙]", True),
        ("xs|length > 1", "", False),
        ("yes", "yes: 是", True),
        ("yes", "yes: 否", False),
        ("yes", "", False),
        ("must", "", True),
        ("xs", "xs: []", False),
    ],
)
def test_a_part_stands_only_if_its_condition_holds(when: str, facts: str, stands: bool) -> None:
    text = f"""
        questions:
          awards: 表彰
          model: 典型
          tone: {{ask: 语气, type: choice, choices: [庄重, 鼓动]}}
          n: {{ask: 数, type: number}}
          m: {{ask: 数, type: number}}
          xs: {{ask: 列, type: list}}
          yes: {{ask: 要不要, type: yesno}}
          must: {{ask: 必答, required: true}}
        parts:
          - {{move: opening, when: '{when}', text: 有}}
          - {{move: closing, when: awards and model and tone and n and m and xs and yes and must and false, text: 全}}
          - {{move: closing, text: 完}}
        """
    assert (lines(text, facts) == ["有。", "完。"]) is stands


def test_a_part_vanishes_with_its_heading_if_all_below_it_is_absent() -> None:
    text = (
        "questions: {x: 问, y: {ask: 列, type: list}}\n"
        "parts:\n"
        "  - {move: tasks, heading: 甲, parts: [{when: x, text: 说}, {each: y, lead: '{{ item "
        "}}'}]}\n"
        "  - {move: tasks, heading: 乙, text: 说}\n"
        "  - {move: tasks, heading: 丙, text: 说}\n"
    )
    assert lines(text, "y: []") == ["一、乙", "说。", "二、丙", "说。"]


def test_a_list_that_is_missing_is_one_gap_and_an_empty_one_is_nothing() -> None:
    text = TASKS + (
        "parts:\n"
        "  - {move: opening, text: 开场}\n"
        "  - {move: tasks, each: tasks, heading: '{{ heading }}', items: measures}\n"
    )
    made = draft(text)
    assert made.text == "开场。\n【待补：任务】。"
    assert [(gap.question, gap.block) for gap in made.gaps()] == [("tasks", "tasks")]
    assert lines(text, "tasks: []") == ["开场。"]


def test_a_list_that_is_missing_in_one_row_is_a_gap_there() -> None:
    text = TASKS + "parts: [{move: tasks, each: tasks, heading: '{{ heading }}', items: measures}]"
    facts_text = "tasks: [{heading: 修路}, {heading: 架桥, measures: []}, {heading: 造林, measures: [早造, 快造]}]"
    made = draft(text, facts_text)
    assert made.text == "一、修路\n【待补：措施】。\n二、造林\n（一）早造。\n（二）快造。"
    assert [gap.question for gap in made.gaps()] == ["tasks[1].measures"]
    assert composed(text, facts_text).unused == ("tasks[2].heading",)


def test_a_row_that_lacks_its_heading_shows_the_gap() -> None:
    text = TASKS + "parts: [{move: tasks, each: tasks, heading: '{{ heading }}', items: measures}]"
    made = draft(text, "tasks: [{heading: 修路, measures: [早修, 快修]}, {measures: [早架, 快架]}]")
    assert "二、【待补：标题】" in made.text.split("\n")


TASK = "questions: {tasks: {ask: 任务, type: table, columns: {heading: 标题}}}\n"
RUNS_ON = (
    TASK
    + """parts:
  - move: tasks
    heading: 任务
    parts:
      - {each: tasks, number: "第一，", lead: "{{ heading }}", text: 说}
      - {move: guarantee, number: "第一，", lead: 保障, text: 说}
  - {move: closing, heading: 结语, text: 说}
"""
)


def test_a_fixed_part_runs_on_from_a_list_of_answers_also_of_a_single_one() -> None:
    two = draft(RUNS_ON, "tasks: [{heading: 修路}, {heading: 架桥}]")
    assert [b.marker for b in two.blocks if b.marker] == ["一、", "第一，", "第二，", "第三，", "二、"]
    alone = draft(RUNS_ON, "tasks: [{heading: 修路}]")
    assert levels(alone)[:3] == [(1, "一、任务"), (2, "第一，修路。说。"), (2, "第二，保障。说。")]
    assert [b.marker for b in alone.blocks if b.marker] == ["一、", "第一，", "第二，", "二、"]


def test_the_main_points_of_a_speech_are_counted_on_also_with_a_single_task() -> None:
    text = TASK + "parts: [{move: tasks, each: tasks, heading: '{{ heading }}', text: '共{{ points }}'}, "
    assert lines(text + "{move: guarantee, heading: 保障, text: 说}]", "tasks: [{heading: 修路}]") == [
        "一、修路",
        "共2。",
        "二、保障",
        "说。",
    ]


@pytest.mark.parametrize(
    ("given", "said"), [("tasks: [{heading: 修路}]", "一件"), (TWO, "几件"), ("tasks: []", "几件"), ("", "几件")]
)
def test_whether_a_list_has_a_single_entry(given: str, said: str) -> None:
    text = TASKS + (
        "parts: [{move: opening, text: '{% if tasks is single %}一件{% else %}几件{% endif %}'}, "
        "{move: tasks, when: tasks, each: tasks, text: '{{ heading }}', items: measures}]"
    )
    assert lines(text, given)[0] == f"{said}。"


@pytest.mark.parametrize("wording", ["{{ (x|first).a }}", "{{ x[0].a }}", "{{ (x|last).a }}", '{{ x|map("a")|first }}'])
def test_what_a_wording_asks_of_a_list_that_was_answered_with_none_is_a_gap_and_no_fault(wording: str) -> None:
    text = "questions: {x: {ask: 问, type: table, required: true, columns: {a: 甲}}}\nparts:\n"
    text += f"  - {{move: tasks, text: '先说{wording}'}}\n"
    made = composed(text, "x: []")
    assert made.draft.text == "先说【待补：问】。"


def test_nothing_is_never_counted() -> None:
    text = "questions: {x: {ask: 问, type: list}}\nparts: [{move: tasks, text: '要办{{ x|count(\"件\") }}事'}]\n"
    assert lines(text, "x: []") == ["要办几件事。"]
    assert lines(text, "x: [甲, 乙]") == ["要办两件事。"]
