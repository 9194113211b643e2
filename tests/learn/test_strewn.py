"""Letters and signs that forums strew between lines."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.learn import recognise
from tests.learn.one import only

LINES = (
    "在全县养老服务工作会议上的讲话",
    "（2024年3月1日）",
    "同志们：",
    "今天开这个会，研究养老服务。我讲两点意见。",
    "一、把食堂建好",
    "年底前建成二十个食堂，山区各村可以两村合建一个。",
    "二、把人手配齐",
    "各村要配齐厨师和送餐员，民政局每季度培训一次。",
)
SPEECH = "\n".join(LINES)
_LETTERS, _SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ", "!#$%&*+,;:?@[]^_`{|}~"


def noise(seed: int) -> str:
    """As forums make it: a letter, a figure and a sign in turn, with blanks between."""
    chance = random.Random(seed)
    pairs = [chance.choice(_LETTERS) + chance.choice("0123456789" + _SIGNS) for _number in range(8)]
    return " ".join([chance.choice(_SIGNS), *pairs, "x7", "Q;"])


@given(st.integers(0, 10_000))
def test_what_was_strewn_goes_and_the_speech_stays(seed: int) -> None:
    strewn = [noise(seed)]
    for number, line in enumerate(LINES):
        strewn += [f"{line} {noise(seed + number)}", noise(seed + 2 * number)]
    speech = only("\n".join(strewn))
    assert speech.draft.text == only(SPEECH).draft.text
    assert noise(seed) in [one.text for one in speech.removed]


def test_it_goes_where_it_stands_before_the_text_of_a_line() -> None:
    lines = [f"{noise(number)} ]{line}" for number, line in enumerate(LINES)]
    assert only("\n".join(lines)).draft.text == only(SPEECH).draft.text


@pytest.mark.parametrize(
    "ending", ["GB/T 9704-2012", "ISO9001", "A+B", "PM2.5", "Q&A", "VIP", "3.5%", "10kV", "www.a1.cn", "- 1 -"]
)
def test_what_is_written_in_latin_letters_stays(ending: str) -> None:
    lines = [*LINES[:4], f"{LINES[4]} {ending}", f"{LINES[5]}标准是 {ending}", LINES[6], f"{LINES[7]} {ending}"]
    text = "\n".join(lines)
    assert [one.draft.text for one in recognise(text)] == [
        one.draft.text for one in recognise(text, without=["conversion debris"])
    ]


def test_a_single_run_is_no_habit() -> None:
    assert "x9 _Q;" in only(SPEECH + " x9 _Q; 7m% K!").draft.text
