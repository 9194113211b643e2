"""YAML as people mean it: scalars as typed, places, and one clear fault for whatever is no YAML."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from drafting.errors import Fault, UserError
from drafting.yamlfile import Mapping, Node, Place, Scalar, Sequence, parse_yaml


def _value(text: str) -> Scalar:
    node = parse_yaml(f"key: {text}\n", "f.yaml")
    assert isinstance(node, Mapping)
    value = node.get("key")
    assert isinstance(value, Scalar)
    return value


def _refused(text: str) -> str:
    """The one fault with which a text is refused, at once."""
    start = time.perf_counter()
    with pytest.raises(UserError) as caught:
        parse_yaml(text, "f.yaml")
    assert time.perf_counter() - start < 1
    assert len(caught.value.faults) == 1
    return str(caught.value)


@pytest.mark.parametrize(
    "typed",
    [
        "9:30",
        "是",
        "否",
        "no",
        "on",
        "yes",
        "true",
        "007",
        "0x1F",
        "1_000",
        "1e3",
        "2026-01-05",
        "12.50",
        "1,234",
        "-3.2%",
        "=",
        "12:30:45",
        ".5",
        "+86",
        "𠮷",
        "㐂",
        "😀",
    ],
)
def test_a_value_reaches_us_as_it_was_typed(typed: str) -> None:
    assert _value(typed).text == typed


@pytest.mark.parametrize(
    ("typed", "empty"),
    [("", True), ("null", True), ("~", True), ("'null'", False), ('""', False), ("无", False), ("nil", False)],
)
def test_nothing_null_and_a_tilde_are_empty_unless_quoted(typed: str, empty: bool) -> None:
    assert _value(typed).empty is empty


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# 只有注释\n", "---\n"], ids=["empty", "blank lines", "comment", "marker"]
)
def test_an_empty_document_holds_nothing(text: str) -> None:
    node = parse_yaml(text, "f.yaml")
    assert isinstance(node, Mapping) or (isinstance(node, Scalar) and node.empty)


def test_every_node_knows_its_line_and_column() -> None:
    node = parse_yaml("a: 甲\nb:\n  - {c: 乙}\n  -   丙\n", "f.yaml")
    assert isinstance(node, Mapping)
    rows = node.get("b")
    assert isinstance(rows, Sequence)
    first, second = rows.items
    assert isinstance(first, Mapping)
    inner = first.get("c")
    assert inner is not None
    assert [found.place for found in (rows, first, inner, second)] == [
        Place("f.yaml", line, column) for line, column in ((3, 3), (3, 5), (3, 9), (4, 7))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("key: 入汛早、\n  雨势猛\n", "入汛早、雨势猛"),
        ("key: >-\n  一行\n  二行\n", "一行二行"),
        ("key: '一行\n  二行'\n", "一行二行"),
        ("key: Word\n  file\n", "Word file"),
        ("key: 用 Word\n  写\n", "用 Word 写"),
        ("key: |\n  一 行\n  二行\n", "一 行\n二行\n"),
        ("key: 江 海平\n", "江 海平"),
        ("key: >-\n  {% if a %}甲。\n  {% endif %}乙\n", "{% if a %}甲。{% endif %}乙"),
    ],
    ids=["plain", "folded", "quoted", "English", "mixed", "block", "typed on one line", "template"],
)
def test_a_text_wrapped_over_lines_has_no_blanks_between_chinese_characters(text: str, expected: str) -> None:
    node = parse_yaml(text, "f.yaml")
    assert isinstance(node, Mapping)
    value = node.get("key")
    assert isinstance(value, Scalar)
    assert value.text == expected


def test_an_alias_stands_for_what_it_names() -> None:
    node = parse_yaml("a: &x [甲, 乙]\nb: *x\n", "f.yaml")
    assert isinstance(node, Mapping)
    assert node.get("a") == node.get("b")


def test_merge_keys_are_keys_like_any_other() -> None:
    node = parse_yaml("a: &x {b: 1}\nc: {<<: *x}\n", "f.yaml")
    assert isinstance(node, Mapping)
    inner = node.get("c")
    assert isinstance(inner, Mapping)
    assert list(inner.keys()) == ["<<"]


def test_all_duplicate_keys_are_told_at_once_with_the_first_of_each() -> None:
    with pytest.raises(UserError) as caught:
        parse_yaml("a: 1\nb: {c: 1, c: 2}\na: 3\n", "f.yaml")
    assert [str(fault) for fault in caught.value.faults] == [
        "f.yaml:2:11: “c” stands here a second time; the first is in line 2.",
        "f.yaml:3:1: “a” stands here a second time; the first is in line 1.",
    ]


_BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 10)}]\n" for i in range(9)
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (_BOMB, "Nested too deeply, or too many entries by way of aliases."),
        ("a: &a " + "长" * 10_000 + "\nb: [" + "*a, " * 10_000 + "]", "too many entries by way of aliases."),
        ("&a [*a]", "“*a” refers to nothing above it"),
        ("a: &a {b: *a}", "“*a” refers to nothing above it"),
        ("[" * 100_000, "Nested too deeply"),
        ("{a: " * 50_000, "Nested too deeply"),
        ("- " * 50_000 + "x", "Nested too deeply"),
        ("".join(" " * depth + "a:\n" for depth in range(2_000)), "Nested too deeply"),
        ("? " * 20_000, "Nested too deeply"),
    ],
    ids=[
        "aliases",
        "long aliases",
        "a circle",
        "a circle of keys",
        "brackets",
        "braces",
        "lists",
        "keys",
        "question marks",
    ],
)
def test_a_bomb_is_refused_at_once(text: str, message: str) -> None:
    assert message in _refused(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\n\tb: 2\n", "f.yaml:2:1: a: Indent with blanks, not with a tab."),
        ("a:\n\tb: x\n", "f.yaml:2:1: a: Indent with blanks, not with a tab."),
        ("a: 要求: 落实\n", "f.yaml:1:6: a: A text with a colon and a blank in it needs quotation marks."),
        ("a：甲\nb: 乙\n", "f.yaml:1:2: The colon after a key is a half-width one with a blank behind it."),
        ("a: @甲\n", "f.yaml:1:4: a: A text that begins with @ needs quotation marks."),
        ("a: `甲`\n", "f.yaml:1:4: a: A text that begins with ` needs quotation marks."),
        ("a: **重点**\n", "f.yaml:1:5: a: A text that begins with * & needs quotation marks."),
        ("a: *重点\n", "f.yaml:1:5: a: A text that begins with * & needs quotation marks."),
        (
            "a: *zhongdian\n",
            "f.yaml:1:4: “*zhongdian” refers to nothing above it; a text that begins with * needs quotation marks.",
        ),
        ('a: 1\nb: "没有关\nc: 2\n', "f.yaml:2:4: b: A quotation mark opens here and is never closed."),
        ("a: 1\nb\nc: 2\n", "f.yaml:2:1: a: Expected “key: value”."),
        (
            "a: 1\n---\nb: 2\n",
            "f.yaml:2:1: A second document begins here; a file holds one, so take the line “---” out.",
        ),
        ("? [a]\n: b\n", "f.yaml:1:3: A key must be a plain word."),
        ("a: [1, 2\n", "f.yaml:2:1: a: This is not valid YAML: did not find expected ',' or ']'."),
    ],
    ids=[
        "tab",
        "tab before a key",
        "colon",
        "wide colon",
        "at",
        "backquote",
        "asterisks",
        "Chinese alias",
        "unknown alias",
        "open quote",
        "no colon",
        "two documents",
        "list as a key",
        "open bracket",
    ],
)
def test_what_is_no_yaml_is_told_once_in_words_with_its_place_and_key(text: str, message: str) -> None:
    assert _refused(text) == message


@pytest.mark.parametrize("code", [0x00, 0x07, 0x0B, 0x1C, 0x7F, 0x81, 0xFFFE, 0xFFFF], ids=hex)
def test_a_character_that_yaml_forbids_is_told_with_its_key(code: int) -> None:
    text = f"outline: x\nmeeting: 零宽\u200b{chr(code)}会\n"
    assert _refused(text) == f"f.yaml:2:13: meeting: The character U+{code:04X} is not allowed here."


def test_half_an_escaped_character_is_told_with_its_key() -> None:
    assert _refused('outline: x\nmeeting: "会\\ud800议"\n').startswith("f.yaml:2:14: meeting: ")


@given(st.text(st.sampled_from("ab:-[]{}#&*!|>'\"%@`,?\n\t 甲：“”~<=.0\\"), max_size=40))
def test_whatever_is_typed_gives_a_document_or_a_fault_with_its_place(text: str) -> None:
    places: list[Place | Fault] = []
    try:
        places.append(parse_yaml(text, "f.yaml").place)
    except UserError as error:
        places.extend(error.faults)
    assert places
    assert all(place.file == "f.yaml" and place.line for place in places)


@given(
    st.recursive(
        st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Co")), max_size=6),
        lambda inner: st.lists(inner, max_size=3),
        max_leaves=8,
    )
)
def test_a_document_written_by_any_program_is_read_back(data: object) -> None:
    def plain(node: Node) -> object:
        assert not isinstance(node, Mapping)
        return node.text if isinstance(node, Scalar) else [plain(item) for item in node.items]

    assert plain(parse_yaml(yaml.safe_dump(data, allow_unicode=True, default_style='"', width=10**6), "f.yaml")) == data


@pytest.mark.parametrize("text", ["a: {{ x }}的\nb: 1\n", "a: {{ x }}\n", "[{a: {{ x }}的}]\n"])
def test_a_template_without_quotation_marks_is_told_so(text: str) -> None:
    assert "A text that begins with {{ needs quotation marks." in _refused(text)
