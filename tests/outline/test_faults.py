"""Everything that is wrong with an outline is told when it is loaded: what, where, and the nearest right name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.errors import UserError
from drafting.outline import grammar
from tests.helpers import a_library, outline_faults

HEAD = "title: 讲话\nnumbering: [一、]\n"


def _parts(part: str) -> str:
    """An outline with one part, in line 4 from column 5 on."""
    return HEAD + f"parts:\n  - {part}\n"


def _question(question: str) -> str:
    """An outline with one question, in line 4 from column 3 on, which a part uses."""
    return HEAD + f"questions:\n  q: {question}\nparts:\n  - {{move: opening, when: q, text: 甲}}\n"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            _parts("{move: tasks, heding: 甲, text: 乙}"),
            "4:19: Unknown key “heding” in a part. Did you mean “heading”?",
        ),
        (_question("{ask: 问, exemple: 甲}"), "4:15: Unknown key “exemple” in question “q”. Did you mean “example”?"),
        (
            HEAD + "questions:\n  t: {ask: 表, type: table, columns: {c: {ask: 列, group: 组}}}\n"
            "parts: [{move: tasks, each: t, text: '{{ c }}'}]\n",
            "4:50: Unknown key “group” in column “c”. Allowed: ask, type, help, example, required, unit, choices, "
            "at_least, at_most.",
        ),
        (
            HEAD + "numberings: [一、]\nparts: [{move: tasks, text: 甲}]",
            "3:1: Unknown key “numberings” in the outline. Did you mean “numbering”?",
        ),
    ],
    ids=["part", "question", "column", "outline"],
)
def test_an_unknown_key_is_told_with_the_nearest_one(text: str, fault: str) -> None:
    assert outline_faults(text) == ["speech.yaml:" + fault]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("parts: [{move: tasks, text: 甲}]", "1:1: the outline lacks “title”."),
        ("title:\nparts: [{move: tasks, text: 甲}]", "1:1: the outline lacks “title”."),
        ("title: 讲话", "1:1: the outline lacks “parts”."),
        ("title: 讲话\nparts: []", "1:1: the outline lacks “parts”."),
        (_question("{type: text}"), "4:6: question “q” lacks “ask”."),
        (_parts("{text: 甲}"), "4:5: The part lacks “move”."),
        ("- 甲", "1:1: the outline: expected “key: value” lines."),
    ],
    ids=["title", "empty title", "parts", "empty parts", "wording of a question", "move", "everything"],
)
def test_what_must_stand_is_missed(text: str, fault: str) -> None:
    assert "speech.yaml:" + fault in outline_faults(text)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (_parts("{move: taks, text: 甲}"), "4:12: move: “taks” is not allowed. Did you mean “tasks”?"),
        (_parts("{move: tasks, text: {a: b}}"), "4:25: text: expected a list."),
        (_parts("{move: tasks, text: [[a]]}"), "4:26: text: expected text, found a list or keys."),
        (_parts("{move: tasks, when: [a, b], text: 甲}"), "4:25: when: expected text, found a list or keys."),
        (_parts("{move: tasks, text: 甲, items: [a, b]}"), "4:35: items: expected text, found a list or keys."),
        (_parts("{move: tasks, inline: maybe, text: 甲}"), "4:27: inline: expected true or false, found “maybe”."),
        (
            _parts("{move: tasks, key: 任务, text: 甲}"),
            "4:24: key: “任务” is no name; use letters, digits and _, a letter first.",
        ),
        (
            _parts("{move: tasks, number: 甲乙丙, text: 甲}"),
            (
                "4:27: number: “甲乙丙” is no enumerator; write its first marker, such as 一、 （一） 1. "
                "（1） 第一， 一是."
            ),
        ),
        (
            _parts("{move: tasks, numbering: [一、, 二三], text: 甲}"),
            (
                "4:35: numbering: “二三” is no enumerator; write its first marker, such as 一、 （一） "
                "1. （1） 第一， 一是."
            ),
        ),
        (_parts("甲"), "4:5: a part: expected “key: value” lines."),
        (HEAD + "parts: {a: b}", "3:8: parts: expected a list."),
        (_question("{ask: 问, type: nombre}"), "4:21: type: “nombre” is not allowed. Did you mean “number”?"),
        (_question("{ask: 问, type: list, at_most: 三}"), "4:36: at_most: expected a whole number, found “三”."),
        (_question("{ask: 问, type: list, at_most: -1}"), "4:36: at_most: expected a whole number, found “-1”."),
        (
            _question(f"{{ask: 问, type: list, at_most: {'9' * 5000}}}"),
            "4:36: at_most: expected a whole number, found “" + "9" * 39 + "…”.",
        ),
        (_question("{ask: 问, required: 也许}"), "4:25: required: expected true or false, found “也许”."),
        (_question(r'{ask: "问\x07"}'), "4:12: ask: the character U+0007 cannot be written."),
    ],
)
def test_a_value_of_another_kind_is_told_with_what_is_allowed(text: str, fault: str) -> None:
    assert "speech.yaml:" + fault in outline_faults(text)


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        ("{ask: 问, type: choice}", "question “q”: the type choice needs “choices”."),
        ("{ask: 问, choices: [甲]}", "question “q”: “choices” does not fit the type text."),
        ("{ask: 问, type: table}", "question “q”: the type table needs “columns”."),
        ("{ask: 问, columns: {c: 列}}", "question “q”: “columns” does not fit the type text."),
        ("{ask: 问, unit: 元}", "question “q”: “unit” does not fit the type text."),
        ("{ask: 问, at_least: 2}", "question “q”: “at_least” does not fit the type text."),
        ("{ask: 问, type: date, at_most: 2}", "question “q”: “at_most” does not fit the type date."),
        ("{ask: 问, type: list, at_least: 3, at_most: 2}", "question “q”: at_most is less than at_least."),
        ("{ask: 问, type: list, default: 甲}", "question “q”: “default” does not fit the type list."),
        (
            "{ask: 问, type: choice, choices: [甲, 乙], default: 丙}",
            "default of “q”: found “丙”, expected one of 甲、乙.",
        ),
        ("{ask: 问, type: yesno, default: 也许}", "default of “q”: found “也许”, expected 是 or 否."),
        (
            "{ask: 问, type: number, default: 很多}",
            "default of “q”: found “很多”, expected a number such as 1200, 12.5亿 or 3万, without words around it.",
        ),
        (
            "{ask: 问, type: table, columns: {c: {ask: 列, type: table}}}",
            "question “q”: a column cannot be a table; make it a list.",
        ),
    ],
)
def test_a_question_whose_keys_do_not_fit_its_type_is_told(question: str, fault: str) -> None:
    assert f"speech.yaml:4:3: {fault}" in outline_faults(_question(question))


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ("{move: tasks, text: 甲, template: a/b}", "A part has either “text” or “template”, not both."),
        ("{move: tasks, heading: 甲, lead: 乙}", "A part has either “heading” or “lead”, not both."),
        ("{move: tasks}", "The part says nothing: it needs text, template, lead, heading, items or parts."),
        ("{move: tasks, heading: 甲, inline: true}", "A heading has a line of its own; with “inline” use “lead”."),
        ("{move: tasks, text: 甲, as: task}", "“as” names the entry of “each”, and there is no “each”."),
        ("{move: tasks, text: 甲, between: ；}", "“between” belongs to an inline “each”."),
        (
            "{move: tasks, number: 一是, parts: [{text: 甲}]}",
            "An enumerated part needs a heading, a lead or text to carry its number.",
        ),
    ],
)
def test_a_part_that_combines_what_does_not_go_together_is_told(part: str, fault: str) -> None:
    assert f"speech.yaml:4:5: {fault}" in outline_faults(_parts(part))


@pytest.mark.parametrize("name", sorted(grammar.RESERVED))
def test_a_word_of_the_grammar_is_no_name_for_a_question(name: str) -> None:
    text = HEAD + f'questions:\n  "{name}": 问\nparts: [{{move: tasks, text: 甲}}]\n'
    assert f"speech.yaml:4:3: “{name}” is a word of the grammar; choose another name." in outline_faults(text)


@pytest.mark.parametrize("name", ["house", "loop", "points"])
def test_a_word_of_the_grammar_is_no_name_for_an_entry(name: str) -> None:
    text = (
        HEAD
        + f"questions: {{q: {{ask: 问, type: list}}}}\nparts:\n  - {{move: tasks, each: q, as: {name}, text: 甲}}\n"
    )
    assert outline_faults(text) == [f"speech.yaml:5:5: “{name}” is a word of the grammar; choose another name."]


@pytest.mark.parametrize("name", ["会议", "2nd", "a-b", "a b", "_a"])
def test_a_question_is_named_by_letters_digits_and_underlines(name: str) -> None:
    text = HEAD + f"questions:\n  {name}: 问\nparts: [{{move: tasks, text: 甲}}]\n"
    assert f"speech.yaml:4:3: name: “{name}” is no name; use letters, digits and _, a letter first." in outline_faults(
        text
    )


def test_a_computed_value_has_a_name_of_its_own() -> None:
    text = HEAD + "questions: {q: 问}\ncomputed:\n  q: 甲\nparts: [{move: tasks, text: '{{ q }}'}]\n"
    assert outline_faults(text) == ["speech.yaml:5:6: “q” is a question already; choose another name."]


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


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("甲{% if q %}乙", "The template cannot be read: "),
        ("甲{{ q", "The template cannot be read: "),
        ("{{ q|joinand }}", "The template cannot be read: There is no filter “joinand”. Did you mean “join_and”?"),
        ("{{ q|upper }}", "The template cannot be read: There is no filter “upper”."),
        (
            "{% if q is givn %}甲{% endif %}",
            "The template cannot be read: There is no test “givn”. Did you mean “given”?",
        ),
        ("{% wording %}甲{% or %}乙{{ q }}", "The template cannot be read: "),
        (
            "{% import 'a' as b %}{{ q }}",
            "The template cannot be read: The tag “import” is not for templates of speeches.",
        ),
        (
            "{% extends 'a' %}{{ q }}",
            "The template cannot be read: The tag “extends” is not for templates of speeches.",
        ),
        (
            "{% block a %}{{ q }}{% endblock %}",
            "The template cannot be read: The tag “block” is not for templates of speeches.",
        ),
        ("{% include q %}", "“include” needs the name of a template."),
        ("{% include 'a/b' %}{{ q }}", "There is no template “a/b”."),
        (
            "{% set points = q %}",
            "The template cannot be read: “points” is a word of the grammar; choose another name.",
        ),
        ("{% wording for '欢快' %}甲{% or %}{{ q }}{% endwording %}", "“欢快” is no choice of the question “tone”."),
    ],
)
def test_a_template_that_cannot_be_read_is_told_at_its_line(template: str, fault: str) -> None:
    text = HEAD + f"questions: {{q: 问}}\nparts:\n  - move: tasks\n    text: |\n      甲\n\n      {template}\n"
    told = outline_faults(text)
    assert any(found.startswith("speech.yaml:9:") and fault in found for found in told), told


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("q and", ""),
        ("q q", "there is something behind its end"),
        ("q|nix", "There is no filter “nix”."),
        ("(" * 900 + "q" + ")" * 900, "Nested too deeply."),
        ("9" * 5000, "A number in it is too long."),
    ],
    ids=["half", "two", "filter", "deep", "long"],
)
def test_an_expression_that_cannot_be_read_is_told(when: str, why: str) -> None:
    text = HEAD + f"questions: {{q: 问}}\nparts:\n  - {{move: tasks, when: '{when}', text: '{{{{ q }}}}'}}\n"
    (fault,) = outline_faults(text)
    assert fault.startswith("speech.yaml:5:25: The expression cannot be read: ")
    assert fault.endswith(why)


def test_templates_in_files_are_told_by_their_own_lines(tmp_path: Path) -> None:
    library = a_library(
        tmp_path,
        {
            "templates/opening/host.j2": "{# 谁开会 #}\n{{ meeting }}\n\n{{ meting }}\n",
            "templates/opening/broken.j2": "甲\n{% if meeting %}\n",
            "templates/opening/outer.j2": "甲\n{% include 'shared/inner' %}\n",
            "templates/shared/inner.j2": "乙\n{{ metting|nix }}\n",
            "templates/shared/names.j2": "乙\n{{ metting }}\n",
            "templates/opening/names.j2": "甲\n{% include 'shared/names' %}\n",
            "templates/opening/bell.j2": "甲\n乙\x07\n",
        },
    )
    parts = "".join(
        f"  - {{move: opening, template: opening/{name}}}\n"
        for name in ("host", "broken", "outer", "names", "hots", "bell")
    )
    faults = outline_faults(HEAD + "questions: {meeting: 会议}\nparts:\n" + parts, library)
    folder = f"{tmp_path}/templates"
    unknown = "is no question, computed value or column here. Did you mean “meeting”?"
    assert faults == [
        f"{folder}/opening/bell.j2:2: The character U+0007 cannot be written.",
        f"{folder}/opening/broken.j2:2:1: The template cannot be read: The template ends before “if” is closed: "
        "expected “elif” / “else” / “endif”.",
        f"{folder}/opening/host.j2:4:4: “meting” {unknown}",
        f"{folder}/opening/names.j2:2:13: “metting” {unknown}",
        f"{folder}/shared/inner.j2:2:1: The template cannot be read: There is no filter “nix”.",
        "speech.yaml:9:31: There is no template “opening/hots”. Did you mean “opening/host”?",
    ]


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "C:/secret", "opening/../../secret"])
def test_templates_lie_in_the_folder_of_templates(tmp_path: Path, name: str) -> None:
    library = a_library(tmp_path / "inside", {"templates/a.j2": "甲"})
    (tmp_path / "secret.j2").write_text("乙", encoding="utf-8")
    (fault,) = outline_faults(HEAD + f"parts: [{{move: opening, template: '{name}'}}]\n", library)
    assert fault.startswith(f"speech.yaml:3:35: There is no template “{name}”.")


def test_includes_in_a_circle_are_told_and_end(tmp_path: Path) -> None:
    library = a_library(
        tmp_path,
        {
            "templates/a.j2": "甲{% include 'b' %}",
            "templates/b.j2": "乙\n{% include 'a' %}",
            "templates/c.j2": "{% include 'c' %}",
        },
    )
    faults = outline_faults(HEAD + "parts: [{move: opening, template: a}, {move: closing, template: c}]\n", library)
    assert faults == [
        f"{tmp_path}/templates/b.j2:2:1: Circular include: a → b → a.",
        f"{tmp_path}/templates/c.j2:1:1: Circular include: c → c.",
    ]


def test_includes_that_double_at_every_step_are_looked_at_once(tmp_path: Path) -> None:
    files = {f"templates/t{n}.j2": f"{{% include 't{n + 1}' %}}{{% include 't{n + 1}' %}}" for n in range(30)}
    library = a_library(tmp_path, {**files, "templates/t30.j2": "完"})
    assert outline_faults(HEAD + "parts: [{move: opening, template: t0}]\n", library) == []


def test_an_include_knows_what_its_includer_set(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"templates/inner.j2": "{{ name }}{{ x }}"})
    text = HEAD + (
        "questions: {q: {ask: 问, type: list}}\n"
        "parts:\n"
        "  - {move: opening, text: \"{% set name = q|first %}{% for x in q %}{% include 'inner' "
        '%}{% endfor %}"}\n'
    )
    assert outline_faults(text, library) == []


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = """
        title: 讲话
        numbering: [一、, 二二]
        questions:
          meeting: {ask: 会议, exemple: 甲}
          unused: 无
        parts:
          - {move: opning, text: "{{ meting }}"}
          - {move: tasks, heding: 甲, text: "{{ meeting }}"}
          - {move: tasks, template: a/b}
        """
    places = [tuple(map(int, fault.split(":")[1:3])) for fault in outline_faults(text)]
    assert places == sorted(places) == [(3, 17), (5, 22), (6, 3), (8, 12), (8, 26), (9, 19), (10, 29)]


_WORDS = st.sampled_from(
    [
        *grammar.OUTLINE,
        *grammar.QUESTION,
        *grammar.PART,
        "tasks",
        "{{ q }}",
        "{% if q %}",
        "一、",
        "首先，",
        "true",
        "3",
        "",
        "q",
        "house",
        "{{ x.y.z }}",
        "{% wording %}",
    ]
)
_TREES = st.recursive(
    _WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=150)
@given(
    st.dictionaries(st.sampled_from(list(grammar.OUTLINE)), _TREES),
    st.dictionaries(st.sampled_from(list(grammar.PART)), _TREES),
)
def test_an_outline_of_any_shape_gives_faults_and_never_a_crash(
    tree: dict[str, object], part: dict[str, object]
) -> None:
    assert isinstance(outline_faults(json.dumps({"parts": [part], **tree}, ensure_ascii=False)), list)
    assert isinstance(outline_faults(json.dumps({**tree, "parts": [part]}, ensure_ascii=False)), list)
