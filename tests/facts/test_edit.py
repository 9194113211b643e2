"""A new wording is noted in the facts file, and every other byte of it stays."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drafting.errors import UserError
from drafting.facts.edit import with_reword
from drafting.facts.read import plain
from drafting.yamlfile import parse_yaml

FACTS = "outline: speech  # 这是注释\nmeeting: '全县会议'\n\n# 任务\ntasks:\n  - {heading: 修路}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FACTS, FACTS + "reword:\n  opening: 2\n"),
        (FACTS.rstrip("\n"), FACTS + "reword:\n  opening: 2\n"),
        ("reword:\n  opening: 1\n" + FACTS, "reword:\n  opening: 2\n" + FACTS),
        ("reword:\n  opening: 1  # 换过\n  closing: 3\n", "reword:\n  opening: 2  # 换过\n  closing: 3\n"),
        ("reword:\n    closing: 3\nmeeting: 甲\n", "reword:\n    closing: 3\n    opening: 2\nmeeting: 甲\n"),
        ("reword:\n  opening: 12\n", "reword:\n  opening: 2\n"),
        ("reword:\n  opening: 1\n", "reword:\n  opening: 2\n"),
        ("reword: {closing: 3, opening: 1}\n", "reword: {closing: 3, opening: 2}\n"),
        ("reword: {closing: 1}\nseed: 1\n", "reword: {closing: 1, opening: 2}\nseed: 1\n"),
        ("reword:\nseed: 1\n", "reword:\n  opening: 2\nseed: 1\n"),
        ("{outline: speech, seed: 1}\n", "{outline: speech, seed: 1, reword: {opening: 2}}\n"),
        ("outline: speech\n...\n", "outline: speech\nreword:\n  opening: 2\n...\n"),
        ("reword:\n  opening: '1'\n", "reword:\n  opening: '2'\n"),
        ("seed: &one 1\nreword:\n  opening: *one\n", "seed: &one 1\nreword:\n  opening: 2\n"),
    ],
    ids=[
        "none",
        "no line end",
        "the same block",
        "a comment",
        "another block",
        "two figures",
        "a quoted key",
        "braces",
        "braces without it",
        "nothing under the key",
        "all in braces",
        "an end mark",
        "a quoted number",
        "an alias",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_the_steps_are_noted_and_nothing_else_changes(before: str, after: str, end: str) -> None:
    assert with_reword(before.replace("\n", end), "opening", 2) == after.replace("\n", end)


@pytest.mark.parametrize(
    "text",
    [
        "a: &all\n  opening: 1\nreword: &it\n  opening: 1\nb: *it\n",
        "- outline: speech\n",
        "outline: speech\nyear: |+\n  一段",
    ],
    ids=["something else refers to it", "no mapping", "an open block"],
)
def test_a_file_written_so_that_this_cannot_be_done_is_left_to_the_person(text: str) -> None:
    assert with_reword(text, "opening", 2) is None


def test_a_block_with_a_chinese_name_is_noted() -> None:
    text = with_reword("outline: speech\n", 'tasks/修“路”"#: 1', 1)
    assert text is not None
    assert plain(parse_yaml(text, "")) == {"outline": "speech", "reword": {'tasks/修“路”"#: 1': "1"}}


_LINES = st.lists(
    st.sampled_from(
        [
            "meeting: 甲",
            "# 注释",
            "",
            "tasks:\n  - {heading: 修路}",
            "year: |\n  一段\n\n  二段",
            "thanks: [甲, 乙]",
            "seed: 3",
            "call: >-\n  一\n  二",
            "reword:\n  opening: 1\n  '任务/甲': 2",
            "reword: {a: 1}",
            "other: 甲\u2028乙\u0085丙",
            "...",
        ]
    ),
    unique_by=lambda line: line.split(":")[0],
)


@given(
    _LINES,
    st.sampled_from(["opening", "任务/甲", "a b"]),
    st.integers(0, 20),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_what_is_noted_is_read_back_and_all_else_is_as_it_was(
    lines: list[str], key: str, steps: int, end: str, closed: bool
) -> None:
    text = "\n".join(lines).replace("\n", end) + (end if closed else "")
    try:
        before = plain(parse_yaml(text, ""))
    except UserError:
        assume(False)
    changed = with_reword(text, key, steps)
    if changed is not None:
        after = plain(parse_yaml(changed, ""))
        assert after.pop("reword")[key] == str(steps)
        before = dict(before)
        before.pop("reword", None)
        assert after == before
        assert changed.count("\n") - changed.count("\r\n") in (0, changed.count("\n"))


def test_noting_the_same_again_changes_nothing() -> None:
    once = with_reword(FACTS, "opening", 2)
    assert once is not None
    assert with_reword(once, "opening", 2) == once
