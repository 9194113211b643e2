"""Names, use, enumerators and circles: what an outline says that cannot hold, told with its place."""

from __future__ import annotations

import pytest

from drafting.errors import UserError
from tests.helpers import outline_faults

HEAD = "title: 讲话\nnumbering: [一、]\n"


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        (
            "{move: tasks, text: '{{ meting }}{{ meeting }}'}",
            "6:25: “meting” is no question, computed value or column here. Did you mean “meeting”?",
        ),
        (
            "{move: tasks, heading: '{{ zzz }}', text: '{{ meeting }}'}",
            "6:28: “zzz” is no question, computed value or column here.",
        ),
        (
            "{move: tasks, when: meting, text: '{{ meeting }}'}",
            "6:25: “meting” is no question, computed value or column here. Did you mean “meeting”?",
        ),
        (
            "{move: tasks, when: false and meting and meeting, text: 甲}",
            "6:25: “meting” is no question, computed value or column here. Did you mean “meeting”?",
        ),
        (
            "{move: tasks, when: meting and meeting, text: 甲}",
            "6:25: “meting” is no question, computed value or column here. Did you mean “meeting”?",
        ),
        (
            "{move: tasks, each: taks, text: '{{ meeting }}'}",
            "6:25: “taks” is no question, computed value or column here.",
        ),
        (
            "{move: tasks, text: '{% if meting %}{{ meeting }}{% endif %}'}",
            "6:25: “meting” is no question, computed value or column here. Did you mean “meeting”?",
        ),
        (
            "{move: tasks, text: '{{ house.guidence }}{{ meeting }}'}",
            "6:25: “house.guidence” is not declared under “phrases”. Did you mean “guidance”?",
        ),
        (
            "{move: tasks, text: '{{ item }}{{ meeting }}'}",
            "6:25: “item” is no question, computed value or column here.",
        ),
        ("{move: tasks, text: '{{ meeting.name }}'}", "6:25: “meeting” has no part “name”."),
        ("{move: tasks, text: '{{ meeting.__class__ }}'}", "6:25: “meeting” has no part “__class__”."),
        (
            "{move: tasks, text: ['{{ meeting }}', '{{ metting }}']}",
            "6:43: “metting” is no question, computed value or column here. Did you mean “meeting”?",
        ),
    ],
)
def test_a_name_that_nothing_provides_is_told_with_the_nearest_one(part: str, fault: str) -> None:
    text = HEAD + f"phrases: {{guidance: 指导思想}}\nquestions: {{meeting: 会议}}\nparts:\n  - {part}\n"
    assert "speech.yaml:" + fault in outline_faults(text)


TABLE = HEAD + (
    "questions:\n"
    "  tasks: {ask: 任务, type: table, columns: {heading: 标题, measures: {ask: 措施, type: "
    "list}}}\n"
    "parts:\n"
)


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        (
            "{move: tasks, each: tasks, text: '{{ heding }}{{ heading }}', items: measures}",
            "6:38: “heding” is no question, computed value or column here. Did you mean “heading”?",
        ),
        (
            "{move: tasks, each: tasks, as: task, text: '{{ task.heding }}{{ heading }}', items: measures}",
            "6:48: “heding” is no column of “tasks”. Did you mean “heading”?",
        ),
        (
            "{move: tasks, text: '{% for t in tasks %}{{ t.hed }}{{ t.heading }}{{ t.measures|first }}{% endfor %}'}",
            "6:25: “hed” is no column of “tasks”. Did you mean “heading”?",
        ),
        (
            "{move: tasks, text: '{{ tasks|map(\"hed\")|join_and }}'}",
            "6:25: “hed” is no column of “tasks”. Did you mean “heading”?",
        ),
        ("{move: tasks, text: '{{ heading }}'}", "6:25: “heading” is no question, computed value or column here."),
        (
            "{move: tasks, each: tasks, text: '{{ measures }}{{ heading }}'}",
            (
                "6:38: “tasks.measures” has entries or parts; print one of them, or join them with a "
                "filter such as join_and."
            ),
        ),
        (
            "{move: tasks, text: '{{ tasks }}'}",
            "6:25: “tasks” has entries or parts; print one of them, or join them with a filter such as join_and.",
        ),
        (
            "{move: tasks, each: tasks, text: '{{ item }}'}",
            "6:38: “tasks” has entries or parts; print one of them, or join them with a filter such as join_and.",
        ),
        (
            "{move: tasks, text: '{% for t in tasks %}{{ t }}{% endfor %}'}",
            "6:25: “tasks” has entries or parts; print one of them, or join them with a filter such as join_and.",
        ),
        (
            "{move: tasks, each: tasks, text: 甲, parts: [{each: heading, text: '{{ item }}'}]}",
            "6:56: “each” needs a list or a table; “heading” is none.",
        ),
    ],
)
def test_tables_are_used_by_their_columns(part: str, fault: str) -> None:
    assert "speech.yaml:" + fault in outline_faults(TABLE + f"  - {part}\n")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            HEAD + "questions:\n  a: 甲\n  b: 乙\nparts: [{move: tasks, text: '{{ a }}'}]\n",
            ["5:3: No template uses the question “b”."],
        ),
        (
            TABLE + "  - {move: tasks, each: tasks, text: '{{ heading }}'}\n",
            ["4:56: No template uses the column “measures” of “tasks”."],
        ),
        (HEAD + "computed:\n  c: 甲\nparts: [{move: tasks, text: 甲}]\n", ["4:6: No template uses the value “c”."]),
        (
            HEAD + "phrases:\n  guidance: 指导思想\nparts: [{move: tasks, text: 甲}]\n",
            ["4:13: No template uses the phrase “guidance”."],
        ),
    ],
    ids=["question", "column", "computed value", "phrase"],
)
def test_what_nothing_uses_is_told(text: str, faults: list[str]) -> None:
    assert outline_faults(text) == ["speech.yaml:" + fault for fault in faults]


@pytest.mark.parametrize(
    "part",
    [
        "{move: tasks, when: q, text: 甲}",
        "{move: tasks, text: '{% if q %}甲{% endif %}'}",
        "{move: tasks, text: '{{ q|quoted }}'}",
        "{move: tasks, heading: '{{ q }}'}",
        "{move: tasks, lead: '{{ c }}'}",
        "{move: tasks, text: '{% macro m() %}{{ q }}{% endmacro %}{{ m() }}'}",
        "{move: tasks, text: '{% set x = q %}{{ x }}'}",
    ],
)
def test_a_question_is_used_wherever_its_name_stands(part: str) -> None:
    computed = "computed: {c: '{{ q }}'}\n" if "{{ c }}" in part else ""
    assert outline_faults(HEAD + f"questions: {{q: 问}}\n{computed}parts:\n  - {part}\n") == []


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        (
            "  - {move: tasks, lead: 甲, number: 一方面，}\n" * 3,
            "5:5: The enumerator 一方面， ends at 2; there can be 3 here.",
        ),
        (
            "  - {move: opening, text: 甲}\n" + "  - {move: tasks, lead: 甲, number: '首先，/其次，'}\n" * 3,
            "6:5: The enumerator 首先，/其次， ends at 2; there can be 3 here.",
        ),
        (
            "  - {move: tasks, each: q, number: ㈠, text: '{{ item }}'}\n",
            "5:5: The enumerator ㈠ ends at 10; give “q” an “at_most” or take another.",
        ),
    ],
    ids=["too many parts", "the first of those parts is named", "an open list"],
)
def test_an_enumerator_that_runs_out_is_told(parts: str, fault: str) -> None:
    used = "" if "each: q" in parts else "  - {move: closing, when: q, text: 完}\n"
    assert outline_faults(HEAD + "questions: {q: {ask: 问, type: list}}\nparts:\n" + parts + used) == [
        "speech.yaml:" + fault
    ]


@pytest.mark.parametrize(("at_most", "faults"), [(10, 0), (11, 1)])
def test_an_enumerator_may_count_as_far_as_the_list_goes(at_most: int, faults: int) -> None:
    text = HEAD + (
        f"questions: {{q: {{ask: 问, type: list, at_most: {at_most}}}}}\n"
        "parts: [{move: tasks, each: q, number: ㈠, text: '{{ item }}'}]\n"
    )
    assert len(outline_faults(text)) == faults


def test_a_depth_without_an_enumerator_is_told() -> None:
    text = HEAD + "parts:\n  - {move: tasks, heading: 甲, parts: [{lead: 乙}, {lead: 丙}]}\n"
    wrong = "“numbering” has no enumerator for this depth; add one there, or give the part a “number”."
    assert outline_faults(text) == [f"speech.yaml:4:39: {wrong}", f"speech.yaml:4:50: {wrong}"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            HEAD + "computed:\n  a: '{{ b }}'\n  b: '{{ a }}'\nparts: [{move: tasks, text: '{{ a }}'}]\n",
            "4:6: “a” uses “b”, which is not computed above it.",
        ),
        (
            HEAD + "computed:\n  a: '{{ a }}'\nparts: [{move: tasks, text: '{{ a }}'}]\n",
            "4:6: “a” uses “a”, which is not computed above it.",
        ),
        (
            HEAD + "questions:\n  a: {ask: 甲, when: b}\n  b: 乙\nparts: [{move: tasks, text: '{{ a }}'}]\n",
            "4:21: The condition of “a” uses “b”, which is not asked above it.",
        ),
        (
            HEAD + "questions:\n  a: {ask: 甲, when: a}\nparts: [{move: tasks, text: '{{ a }}'}]\n",
            "4:21: The condition of “a” uses “a”, which is not asked above it.",
        ),
    ],
)
def test_values_and_conditions_do_not_turn_in_circles(text: str, fault: str) -> None:
    assert outline_faults(text) == ["speech.yaml:" + fault]


def test_parts_do_not_contain_themselves() -> None:
    with pytest.raises(UserError, match=r"^speech.yaml:4:30: “\*p” refers to nothing above it"):
        outline_faults(HEAD + "parts:\n  - &p {move: tasks, parts: [*p]}\n")
