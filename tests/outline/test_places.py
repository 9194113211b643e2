"""A fault in a wording is told at its line and name, however the text is written in YAML, and with all others."""

# ruff: noqa: E501 - an outline, or a case, on one line

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.errors import UserError
from drafting.loading import load_facts, load_outline
from tests.helpers import a_library, outline_faults

HEAD = "title: 讲话\nquestions:\n  a: 甲\n  b: {ask: 乙, type: list}\n  n: {ask: 数, type: number}\n  t: {ask: 表, type: table, columns: {p: 人, q: 事}}\n"
USE = "  - {move: opening, when: a and n and b, each: t, number: none, text: '{{ p }}{{ q }}'}\n"


def _faults(part: str) -> list[str]:
    """The faults of a part whose first line is line 9, without the file."""
    return [fault.removeprefix("speech.yaml:") for fault in outline_faults(HEAD + "parts:\n" + USE + part)]


def _text(template: str) -> list[str]:
    """The messages about a template."""
    return [fault.partition(": ")[2] for fault in _faults("  - move: opening\n    text: |-\n      " + template + "\n")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("|\n      甲\n      {{ a }}{{ x }}\n      {{ y }}\n", ["12:17", "13:10"]),
        ("|\n\n      {% if a %}\n      {{ x }}{% endif %}\n", ["13:10"]),
        (">-\n      甲\n      {{ x }}\n      {{ y }}\n", ["12:10", "13:10"]),
        (">-\n\n\n      甲{% if a %}\n      {{ y }}{% endif %}\n", ["14:10"]),
        ("甲\n      乙{{ x }}\n      {{ y }}\n", ["11:11", "12:10"]),
        ('"甲\n      乙{{ x }}\n      {{ y|join_and }}"\n', ["11:11", "12:10"]),
        ("'甲\n      {{ x }}'\n", ["11:10"]),
        ('"甲\n      {{ x|map(\\"p\\")|join_and }}"\n', ["11:10"]),
    ],
    ids=[
        "block",
        "block with blank lines",
        "folded",
        "folded with blank lines",
        "plain",
        "double",
        "single",
        "escaped",
    ],
)
def test_a_wrong_name_is_told_where_it_stands(text: str, places: list[str]) -> None:
    assert [fault.partition(": ")[0] for fault in _faults("  - move: opening\n    text: " + text)] == places


def test_a_wrong_name_in_a_wrapped_condition_is_told_where_it_stands() -> None:
    assert _faults("  - move: opening\n    when: >-\n      a and\n      x\n    text: 甲\n")[0].startswith(
        "12:7: “x” is no"
    )


def test_wrong_names_in_a_file_without_tags_are_told_where_they_stand(tmp_path: Path) -> None:
    library = a_library(tmp_path, {"templates/b.j2": "甲\n\n{{ x }}\n乙\n乙{{ y }}\n"})
    faults = outline_faults("title: 讲话\nparts:\n  - {move: opening, template: b}\n", library)
    assert [fault.partition("b.j2:")[2].partition(": ")[0] for fault in faults] == ["3:4", "5:5"]


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{% for x in t %}{% endfor %}{{ x.p }}", "“x” is no question"),
        ("{{ t[0].nope }}", "“nope” is no column of “t”."),
        ("{{ (t|first).nope }}", "“nope” is no column of “t”."),
        ("{% set r = t|first %}{{ r.nope }}", "“nope” is no column of “t”."),
        ('{{ house["nope"] }}', "“house.nope” is not declared"),
        ("{{ loop.index }}", "“loop” is no question"),
        ('{{ b|map("p")|join_and }}', "“b” has no part “p”."),
        ('{{ a|map("p")|join_and }}', "“a” has no part “p”."),
        ("{% for x in n %}{{ x }}{% endfor %}", "“for” needs a list or a table; “n” is none."),
    ],
)
def test_a_name_that_nothing_provides_is_told(template: str, message: str) -> None:
    assert [fault.startswith(message) for fault in _text(template)] == [True], _text(template)


@pytest.mark.parametrize(
    "template",
    [
        "{% for x in t %}{{ loop.index }}{{ x.p }}{% endfor %}",
        "{% if a %}{% set r = t|first %}{% else %}{% set r = t|last %}{% endif %}{{ r.p }}",
        "{% macro f(x) %}{{ g(x.y) }}{% endmacro %}{% macro g(x) %}{{ x }}{{ z }}{% endmacro %}{% set z = 1 %}{{ f(t[0]) }}",
        '{% with x = t|where("p", a)|first %}{{ x.q }}{% endwith %}',
        '{{ t|map("p")|join_and }}{{ b[0] }}{{ t[0]["q"] }}',
    ],
)
def test_a_name_that_the_template_gives_itself_is_known(template: str) -> None:
    assert _text(template) == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("questions: {x: }\nparts: [{move: opening, text: '{{ x }}'}]\n", ["2:13: question “x” lacks “ask”."]),
        (
            "parts:\n  - {move: opening, key: k, text: 甲}\n  - {move: tasks, key: k, text: 甲}\n",
            ["4:24: “k” stands here a second time; the first is in line 3."],
        ),
        (
            "questions: {x: {ask: 问, type: choice, choices: [甲, 乙, 甲]}}\nparts: [{move: opening, text: '{{ x }}'}]\n",
            ["2:13: question “x”: “甲” stands twice."],
        ),
        (
            "numbering: [甲]\nparts: [{move: tasks, heading: 甲, text: 甲}]\n",
            ["2:13: numbering: “甲” is no enumerator"],
        ),
        (
            "questions: {x: {ask: 问, type: list, at_least: 3, at_most: 三}}\nparts: [{move: opening, when: x, text: 甲}]\n",
            ["2:59: at_most: expected a whole number, found “三”."],
        ),
    ],
    ids=["no wording", "a key twice", "a choice twice", "no enumerator", "no number"],
)
def test_one_slip_is_one_fault(text: str, faults: list[str]) -> None:
    found = outline_faults("title: 讲话\n" + text)
    assert len(found) == len(faults), found
    assert all(fault.startswith("speech.yaml:" + wanted) for fault, wanted in zip(found, faults, strict=True)), found


def test_a_key_that_stands_twice_and_a_text_without_quotation_marks_hide_no_other_fault(tmp_path: Path) -> None:
    path = tmp_path / "speech.yaml"
    path.write_text(
        "title: 讲话\ntitle: 甲\nparts:\n  - {move: openin, text: 甲}\n  - move: opening\n    text: {{ x }}\n", "utf-8"
    )
    assert [str(fault).removeprefix(f"{path}:") for fault in load_outline(path)[1]] == [
        "2:1: “title” stands here a second time; the first is in line 1.",
        "4:12: move: “openin” is not allowed. Did you mean “opening”?",
        "6:11: A text that begins with {{ needs quotation marks.",
        "6:11: “x” is no question, computed value or column here.",
    ]


def test_a_question_answered_twice_is_told_with_all_other_faults_of_facts_and_house(tmp_path: Path) -> None:
    files = {
        "outlines/speech.yaml": "title: 讲话\nquestions: {a: {ask: 数, type: number}}\nparts: [{move: opening, text: '{{ a }}'}]\n",
        "facts.yaml": "outline: speech\na: 很多\na: 1\nnope: 1\n",
        "house.yaml": "short_name: 甲\nshort_name: 乙\nnope: 1\n",
    }
    a_library(tmp_path, files)
    with pytest.raises(UserError) as caught:
        load_facts(tmp_path / "facts.yaml")
    assert [(Path(fault.file).name, fault.line) for fault in caught.value.faults] == [
        ("facts.yaml", 2),
        ("facts.yaml", 3),
        ("facts.yaml", 4),
        ("house.yaml", 2),
        ("house.yaml", 3),
    ]
