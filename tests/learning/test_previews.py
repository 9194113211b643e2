"""Parts that the speaker has named beforehand: 主要讲三个问题：第一个问题，为什么要办；第二个问题，办什么；"""

from __future__ import annotations

import pytest

from drafting.learning.learned import learn_speech
from tests.learning.outlines import part, prepared, questions
from tests.learning.speeches import speech

PREVIEW = [
    ("主要讲三个问题：", "", 0, "opening"),
    ("第一个问题，为什么要办；", "第一个问题，", 1, "opening", "", True),
    ("第二个问题，办什么；", "第二个问题，", 1, "opening", "", True),
    ("第三个问题，怎么办。", "第三个问题，", 1, "opening", "", True),
]
IN_ONE_SENTENCE = [("主要讲三个问题：为什么要办、办什么、怎么办。", "", 0, "opening")]
PARTS = [
    ("一、为什么要办：老人盼着", "一、", 1, "significance"),
    ("全县独自生活的老人有2万人。", "", 1, "significance"),
    ("二、办什么：食堂和上门服务", "二、", 1, "tasks"),
    ("新建食堂46个，送餐点120个。", "", 1, "tasks"),
    ("三、怎么办：县乡村一起干", "三、", 1, "tasks"),
    ("投入资金800万元。", "", 1, "tasks"),
]


@pytest.mark.parametrize("preview", [PREVIEW, IN_ONE_SENTENCE])
def test_parts_that_were_named_beforehand_are_no_rows_though_some_are_about_one_thing(preview: list[tuple]) -> None:  # type: ignore[type-arg]
    learned = learn_speech(speech(*preview, *PARTS), "x")
    assert "\n二、办什么：食堂和上门服务\n新建食堂46个" in learned.drafts[0].text
    asked = [question.ask for question in questions(learned).values()]
    assert len(asked) == 4  # the people, the canteens, the points and the money
    assert not [one for one in prepared(learned).outline.walk() if one.each]


def test_parts_about_one_thing_that_nobody_named_beforehand_are_rows() -> None:
    learned = learn_speech(speech(("下面，我讲几点意见。", "", 0, "opening"), *PARTS), "x")
    assert part(learned, "tasks").number is not None
