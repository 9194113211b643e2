"""Everything that is wrong with an outline is told when it is loaded: what, where, and the nearest right name."""

from __future__ import annotations

import pytest

from drafting.outline import grammar
from tests.helpers import outline_faults

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
        ("{move: tasks, text: 甲, inline: true, apart: true}", "“apart” belongs to an inline “each”."),
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
