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


@pytest.mark.parametrize(
    "stages",
    [
        "这次整治分三个阶段。第一阶段为自查阶段（3月至4月），各单位要制定方案，逐项自查；第二阶段为攻坚阶段（5月至10月），对查出的隐患逐一整治；第三阶段为巩固阶段（11月至12月），总结经验。",
        "第一阶段，3月至4月，各单位要制定方案，逐项自查。第二阶段，5月至10月，对查出的隐患逐一整治。第三阶段，11月至12月，总结经验。",
    ],
)
def test_stages_told_in_a_paragraph_are_rows(stages: str) -> None:
    answers = fit_shipped("mobilisation", (stages, "", 0, "tasks")).answers
    assert [(row["span"], row["do"]) for row in answers["stages"]] == [
        ("3月至4月", "各单位要制定方案，逐项自查"),
        ("5月至10月", "对查出的隐患逐一整治"),
        ("11月至12月", "总结经验"),
    ]


def test_the_aim_of_it_all_and_what_there_is_to_build_on_are_told_with_their_names() -> None:
    answers = fit_shipped(
        "mobilisation",
        ("有利条件是：新楼去年10月投用，床位增加350张；引进博士14名；两个中心通过认证。", "", 0, "tasks"),
        ("工作从4月开始。总的目标是：确保12月一次通过评审。具体做好以下工作：", "", 0, "goals"),
    ).answers
    assert answers["aim"] == "确保12月一次通过评审"
    assert answers["conditions"] == ["新楼去年10月投用，床位增加350张", "引进博士14名", "两个中心通过认证"]


def test_what_the_secretaries_answer_for_is_what_they_are_to_do() -> None:
    answers = fit_shipped(
        "party_building",
        ("三、强化责任", "三、", 1, "guarantee"),
        (
            "各级党组织书记要履行第一责任人责任，每季度研究1次。区委组织部要加强督导，对进展慢的亮“黄牌”，在述职评议中体现。",
            "",
            1,
            "guarantee",
        ),
    ).answers
    assert answers["duty"] == "各级党组织书记要履行第一责任人责任，每季度研究1次"
