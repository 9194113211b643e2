"""Facts files: the characters they may hold, settings, own words, and files of any shape."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.errors import UserError
from drafting.facts.model import OwnWords, Row
from drafting.facts.read import read_facts
from drafting.yamlfile import Place, parse_yaml
from tests.facts.questions import OUTLINE, answer_of
from tests.helpers import facts, facts_faults, yaml


@pytest.mark.parametrize(
    "escape",
    [
        r"\x00",
        r"\x07",
        r"\x0b",
        r"\x1b",
        r"\x7f",
        r"\u0080",
        r"\ufdd0",
        r"\ufffe",
        r"\uffff",
        r"\U0001fffe",
        r"\U0010ffff",
    ],
)
@pytest.mark.parametrize(
    "where",
    [
        "meeting: {}",
        "year: {}",
        "targets: [甲, {}]",
        "tasks: [{{heading: {}}}]",
        "own_words: [{{after: opening, text: {}}}]",
    ],
)
def test_a_character_that_no_word_file_holds_is_refused_with_its_question(where: str, escape: str) -> None:
    (fault,) = facts_faults(where.format(f'"会{escape}议"'), OUTLINE)
    question = {
        "meeting": "meeting (会议全称)",
        "year": "year (总体情况)",
        "targets": "targets (主要目标)",
        "tasks": "heading (标题)",
    }.get(where.split(":")[0], "own_words (text)")
    code = int(escape[2:], 16)
    assert f": {question}: the character U+{code:04X} cannot be written." in fault


@pytest.mark.parametrize("setting", ["house", "layout"])
def test_a_setting_is_held_to_the_same_characters(setting: str) -> None:
    assert facts_faults(f'{setting}: "a\\x07"', OUTLINE) == [
        f"facts.yaml:1:{len(setting) + 3}: {setting}: the character U+0007 cannot be written."
    ]


@pytest.mark.parametrize(
    "text",
    ["😀👨‍👩‍👧", "𠮷野家", "㐂", "字" * 10_000, "é̄", "\ue000", "“”‘’——……"],
    ids=["emoji", "𠮷", "㐂", "10,000", "combining", "private", "marks"],
)
def test_rare_and_long_texts_are_kept_to_the_letter(text: str) -> None:
    assert answer_of(f"meeting: '{text}'") == text


def test_five_hundred_rows_are_read() -> None:
    rows = "".join(f"  - {{heading: 任务{n}, measures: [甲{n}, 乙{n}]}}\n" for n in range(500))
    answer = answer_of("tasks:\n" + rows)
    assert isinstance(answer, tuple)
    assert answer[499] == Row({"heading": "任务499", "measures": ("甲499", "乙499")})


def test_settings_and_own_words_are_read() -> None:
    given = facts(
        """
        outline: speech
        house: ../house.yaml
        layout: reading
        seed: 7
        reword: {opening: 1, tasks/修路: 2}
        own_words:
          - {after: opening, text: 我的话}
          - text: |
              一段
              二段
            before: closing
        """,
        OUTLINE,
    )
    assert (given.outline, given.house, given.layout, given.seed) == ("speech", "../house.yaml", "reading", 7)
    assert given.reword == {"opening": 1, "tasks/修路": 2}
    assert given.own_words == (
        OwnWords("我的话", "opening", True, Place("facts.yaml", 8, 28)),
        OwnWords("一段\n二段", "closing", False, Place("facts.yaml", 9, 11)),
    )


@pytest.mark.parametrize(
    "entry", ["{text: 甲}", "{after: opening}", "{after: a, before: b, text: 甲}", "甲", "{after: , text: 甲}"]
)
def test_own_words_need_a_text_and_one_place(entry: str) -> None:
    assert any(
        "own_words: write “text” and either “after” or “before” with a block." in fault
        for fault in facts_faults(f"own_words: [{entry}]", OUTLINE)
    )


def test_the_whole_file_is_kept_as_plain_data() -> None:
    given = facts("outline: speech\ntasks: [{heading: 甲, measures: []}]\nyear:\nmeeting: 007", OUTLINE)
    assert given.raw == {
        "outline": "speech",
        "tasks": [{"heading": "甲", "measures": []}],
        "year": None,
        "meeting": "007",
    }


def test_every_answer_has_a_path() -> None:
    given = facts(
        "meeting: 甲\ntargets: [乙]\ntasks:\n  - {heading: 甲}\n  - {measures: [子, 丑], deadline: 6月}", OUTLINE
    )
    assert given.paths() == [
        "meeting",
        "targets[1]",
        "tasks[1].heading",
        "tasks[2].measures[1]",
        "tasks[2].measures[2]",
        "tasks[2].deadline",
    ]


def test_an_empty_file_is_facts_without_answers() -> None:
    assert facts("", OUTLINE).answers == {}


@pytest.mark.parametrize("text", ["- 甲", "甲"], ids=["list", "text"])
def test_a_file_that_holds_no_keys_is_told(text: str) -> None:
    assert facts_faults(text, OUTLINE) == ["facts.yaml:1:1: the facts file: expected “key: value” lines."]


_KEYS = st.sampled_from([question.key for question in OUTLINE.questions] + ["seed", "reword", "own_words", "x"])
_VALUES = st.recursive(
    st.sampled_from(["甲", "", "12", "是", "2026-1-5", "96%"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["heading", "measures", "text", "after"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(_KEYS, _VALUES))
def test_facts_of_any_shape_are_read_or_told_and_never_crash(data: dict[str, object]) -> None:
    given, faults = read_facts(parse_yaml(json.dumps(data, ensure_ascii=False), "facts.yaml"), OUTLINE)
    assert all(fault.line for fault in faults)
    assert set(given.answers) <= {question.key for question in OUTLINE.questions}
    assert given.raw == data or any(value == "" for value in str(data))


def test_the_same_question_twice_is_told() -> None:
    with pytest.raises(UserError, match="“meeting” stands here a second time; the first is in line 1"):
        yaml("meeting: 甲\nmeeting: 乙\n")
