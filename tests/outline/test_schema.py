"""The JSON Schema for editors: it takes what the reader takes, and refuses what the reader refuses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from drafting.library import shipped
from drafting.outline import grammar
from drafting.outline.grammar import Holds, Key
from drafting.outline.schema import json_schema
from tests.helpers import outline_faults

SCHEMA = json_schema()
_SAMPLES: Mapping[Holds, Any] = {
    Holds.TEXT: "甲",
    Holds.TEXTS: ["甲", "乙"],
    Holds.NAME: "jia",
    Holds.FLAG: True,
    Holds.WHOLE: 3,
    Holds.EXPRESSION: "tasks",
    Holds.WORDING: ["甲", "乙"],
    Holds.ENUMERATOR: "一、",
    Holds.ENUMERATORS: ["一、", "（一）"],
    Holds.MOVE: "tasks",
    Holds.TYPE: "text",
    Holds.QUESTIONS: {"meeting": "会议", "date": {"ask": "日期"}},
    Holds.COLUMNS: {"heading": "标题"},
    Holds.PARTS: [{"move": "opening", "text": "甲"}],
    Holds.TEMPLATES: {"last": "甲"},
    Holds.PHRASES: {"guidance": "指导思想"},
}


class _Editor(yaml.SafeLoader):
    """YAML 1.2 core, as editors read it: only true and false are truths, and dates are texts."""


_Editor.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|", ["~", "n", ""]),
):
    _Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), list(_first))


def _valid(data: Any) -> bool:
    return jsonschema.Draft202012Validator(SCHEMA).is_valid(data)


def _outline(where: str, key: str, value: Any) -> dict[str, Any]:
    """An outline with one key of the grammar in it."""
    part: dict[str, Any] = {"move": "tasks", "text": "甲"}
    question: dict[str, Any] = {"ask": "问"}
    column: dict[str, Any] = {"ask": "列"}
    whole: dict[str, Any] = {"title": "讲话", "parts": [part]}
    {"outline": whole, "part": part, "question": question, "column": column}[where][key] = value
    if where == "question":
        whole["questions"] = {"q": question}
    if where == "column":
        whole["questions"] = {"q": {"ask": "问", "columns": {"c": column}}}
    return whole


_KEYS = [
    (where, name, key)
    for where, keys in (
        ("outline", grammar.OUTLINE),
        ("part", grammar.PART),
        ("question", grammar.QUESTION),
        ("column", grammar.COLUMN),
    )
    for name, key in keys.items()
]


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", sorted((shipped() / "outlines").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_outline_is_valid(path: Path) -> None:
    jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), _Editor), SCHEMA)


@pytest.mark.parametrize(("where", "name", "key"), _KEYS, ids=[f"{where}-{name}" for where, name, _key in _KEYS])
def test_reader_and_schema_know_every_key_of_the_grammar(where: str, name: str, key: Key) -> None:
    data = _outline(where, name, _SAMPLES[key.holds])
    assert _valid(data)
    faults = "\n".join(outline_faults(yaml.safe_dump(data, allow_unicode=True)))
    assert "Unknown key" not in faults
    assert "expected" not in faults


@pytest.mark.parametrize("where", ["outline", "part", "question", "column"])
def test_reader_and_schema_refuse_an_unknown_key(where: str) -> None:
    data = _outline(where, "unheard_of", "甲")
    assert not _valid(data)
    assert any("Unknown key “unheard_of”" in fault for fault in outline_faults(yaml.safe_dump(data)))


@pytest.mark.parametrize(
    ("where", "key", "value"),
    [
        ("part", "move", "dance"),
        ("question", "type", "colour"),
        ("part", "inline", "perhaps"),
        ("question", "at_most", "many"),
        ("question", "at_least", -1),
        ("part", "key", "两 个"),
        ("part", "text", {"a": "b"}),
        ("outline", "parts", "一段话"),
        ("outline", "questions", ["meeting"]),
        ("outline", "phrases", {"指导思想": "甲"}),
    ],
)
def test_reader_and_schema_refuse_the_same_values(where: str, key: str, value: Any) -> None:
    data = _outline(where, key, value)
    assert not _valid(data)
    assert outline_faults(yaml.safe_dump(data, allow_unicode=True))


@pytest.mark.parametrize("value", ["是", "否", "yes", "no", True, False])
def test_reader_and_schema_take_yes_and_no_in_both_languages(value: Any) -> None:
    data = {"title": "讲话", "tidy": value, "parts": [{"move": "tasks", "text": "甲"}]}
    assert _valid(data)
    assert outline_faults(yaml.safe_dump(data, allow_unicode=True)) == []


@pytest.mark.parametrize("missing", ["title", "parts"])
def test_reader_and_schema_miss_what_must_stand(missing: str) -> None:
    data = _outline("outline", "use", "甲")
    del data[missing]
    assert not _valid(data)
    assert any(f"lacks “{missing}”" in fault for fault in outline_faults(yaml.safe_dump(data, allow_unicode=True)))


@pytest.mark.parametrize("value", ["是", "2026-01-05", "true", "12.5", "9:30", "007"])
def test_an_example_or_a_default_may_look_like_anything(value: str) -> None:
    text = (
        "title: 讲话\n"
        "questions:\n"
        f"  q: {{ask: 问, example: {value}, default: {value}}}\n"
        "parts:\n"
        "  - {move: tasks, text: '{{ q }}'}\n"
    )
    assert _valid(yaml.load(text, _Editor))
    assert outline_faults(text) == []


def test_every_key_says_what_it_is_for() -> None:
    shown = [SCHEMA["properties"], SCHEMA["$defs"]["part"]["properties"]]
    assert all(value["description"] for properties in shown for value in properties.values())
