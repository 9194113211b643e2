"""Indents that break a long title between words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.word.title import side_indent

ROOM = 8845  # 156 mm: 20 characters of 22 pt


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("在全市经济工作会议上的讲话", None),
        ("讲" * 20, None),
        ("讲" * 21, 11),
        ("在全县创建省级卫生县城动员大会上的讲话" + "稿子", 11),  # 卫生县城 would be cut after ten
        ("甲" * 9 + "工作会议" + "乙" * 9, 11),  # neither 工作 nor 会议 is cut
        ("讲" * 30 + "\n", None),
    ],
)
def test_the_line_is_as_wide_as_the_words_want(text, characters):
    side = side_indent(text, 22, ROOM)
    assert side == (0 if characters is None else int(ROOM - (characters + 0.9) * 440) // 2)


@given(st.text(min_size=1, max_size=200), st.sampled_from([16, 22, 24, 60]))
def test_there_is_always_room_for_the_title(text, size):
    side = side_indent(text, size, ROOM)
    assert 0 <= side < ROOM / 2
