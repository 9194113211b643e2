"""What `--like` tells of an old speech as not placed is the speech's own text to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.chinese.punctuation import widen
from drafting.learning.as_written import as_written
from tests.learning.fitting import fit_shipped

SAID = (
    '一季度,全市共受理案件1.1万件,同比上升18.3%.从数据看,存在"三个不平衡":最好的达到78.1%,最差的只有52.4%.',
    "严格落实《关于规范程序的规定(试行)》,做到“一性两化”.为什么?因为这是'底线'--谁也碰不得!",
    "全年办案１２５件，结案率８５．５％…请大家心中有数．",
    '习近平总书记强调："中国人的饭碗任何时候都要牢牢端在自己手中。"这句话说得实在。',
)


@pytest.mark.parametrize("said", SAID)
def test_a_paragraph_without_a_place_is_told_with_the_marks_that_it_has(said: str) -> None:
    fitted = fit_shipped("work_conference", ("今天的天气很好。", "", 0, "opening"), (said, "", 0, "significance"))
    assert "".join(fitted.unplaced).endswith(said)


WORDS = ["全县", "税收", "12.5", "１２", *"%,.\"'():，“” ", "--", "..."]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(WORDS)), st.integers(0, 20), st.integers(1, 20))
def test_any_part_of_a_text_that_was_widened_is_found_as_it_stands(words: list[str], start: int, size: int) -> None:
    speech = "我们，" + "".join(words) + "。收尾"
    part = widen(speech)[start : start + size]
    (told,) = as_written([part], speech)
    letters = [character for character in part if character.isalnum()]
    assert not letters or told in speech
