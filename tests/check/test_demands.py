"""What stands behind 要 should begin with a verb."""

from __future__ import annotations

import pytest

from drafting.check.demands import check_demands
from drafting.compose import compose
from drafting.compose.verbs import tells_a_deed
from drafting.loading import load_facts
from tests.helpers import draft, examples

OUTLINE = """questions: {measure: {ask: 措施}}
parts: [{move: tasks, text: "这件事%s{{ measure }}。"}]
"""


def told(measure: str, word: str = "必须") -> list[str]:
    made = draft(OUTLINE % word, f"measure: {measure}")
    return [finding.message for finding in check_demands(made, tells_a_deed)]


def test_an_answer_that_begins_with_what_it_is_about_is_told_behind_a_demand() -> None:
    assert told("零件提前一周订") == [
        "“零件提前一周订” stands behind “必须” and begins with what it is about; begin it with a verb."
    ]


@pytest.mark.parametrize("measure", ["坏的当场换", "换下的集中销毁", "面厂每天多出两车", "早市晚市都开", "网上也卖"])
@pytest.mark.parametrize("word", ["要", "还要", "更要", "务必", "还得"])
def test_things_and_people_are_known_by_what_follows_them(measure: str, word: str) -> None:
    assert told(measure, word)


@pytest.mark.parametrize(
    "measure",
    [
        "逐户核对",
        "对坏的当场换",
        "把坏的全部换掉",
        "确保班车每天检查",
        "组织学员每周练一次",
        "提前衔接",
        "每天通报",
        "不误农时",
    ],
)
def test_what_begins_with_a_verb_or_leads_to_one_is_left_in_peace(measure: str) -> None:
    assert told(measure) == []


def test_an_answer_behind_other_words_is_free() -> None:
    assert told("零件提前一周订", "的办法是：") == []


def test_the_examples_say_what_to_do_behind_every_demand() -> None:
    for path in (path for path in examples() if not path.stem.endswith("house")):
        loaded = load_facts(path)
        made = compose(loaded.prepared, loaded.facts, loaded.house).draft
        assert list(check_demands(made, tells_a_deed)) == [], path.name
