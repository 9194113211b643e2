"""Words that the wording says already may be typed into an answer, and stand once."""

from __future__ import annotations

import pytest

from tests.helpers import lines, said


@pytest.mark.parametrize(
    ("template", "answer", "sentence"),
    [
        ("工作中，要{{ a }}。", "要当天批改", "工作中，要当天批改。"),
        ("由{{ a }}牵头，月底前完成。", "由体育组牵头", "由体育组牵头，月底前完成。"),
        ("由{{ a }}牵头。", "体育组", "由体育组牵头。"),
        ("我向{{ a }}表示感谢。", "向护工们", "我向护工们表示感谢。"),
        ("让我们{{ a }}！", "让我们把每个孩子教好", "让我们把每个孩子教好！"),
        ("究其原因，因为{{ a }}。", "因为老师少", "究其原因，因为老师少。"),
        ("要{{ a }}。", "要素保障跟上去", "要要素保障跟上去。"),
        ("由{{ a }}负责。", "由来已久的那个科", "由由来已久的那个科负责。"),
        ("由小变大，{{ a }}。", "由弱变强", "由小变大，由弱变强。"),
    ],
)
def test_a_word_that_both_have_stands_once(template: str, answer: str, sentence: str) -> None:
    assert said(template, "{a: 甲}", f"a: {answer}") == sentence.removesuffix("。")


@pytest.mark.parametrize(
    ("template", "answer", "sentence"),
    [
        ("要先{{ a }}。", "先打疫苗", "要先打疫苗。"),
        ("要先{{ a }}。", "首先打疫苗", "要首先打疫苗。"),
        ("要先通风，再{{ a }}。", "最后复查", "要先通风，最后复查。"),
        ("要先通风，再{{ a }}。", "后清理", "要先通风，后清理。"),
        ("要通风，还要{{ a }}。", "还要消毒", "要通风，还要消毒。"),
        ("要通风，随后，{{ a }}。", "随后消毒", "要通风，随后消毒。"),
        ("要先{{ a }}。", "先进班组先试", "要先先进班组先试。"),
        ("要通风，再{{ a }}。", "再生水厂先试", "要通风，再再生水厂先试。"),
    ],
)
def test_an_answer_that_brings_its_own_word_of_order_needs_none(template: str, answer: str, sentence: str) -> None:
    assert said(template, "{a: 甲}", f"a: {answer}") == sentence.removesuffix("。")


@pytest.mark.parametrize(
    ("template", "answer", "sentence"),
    [
        ("工作中，要{{ a }}。", "不准拖延", "工作中，不准拖延。"),
        ("既要快办，又要{{ a }}。", "不补不改", "既要快办，又不补不改。"),
        ("工作中，要{{ a }}。", "必须按月检查", "工作中，必须按月检查。"),
        ("工作中，要{{ a }}。", "不断改进", "工作中，要不断改进。"),
        ("只要{{ a }}，就能办好。", "不怕麻烦", "只要不怕麻烦，就能办好。"),
    ],
)
def test_an_answer_that_says_itself_what_must_be_needs_no_must(template: str, answer: str, sentence: str) -> None:
    assert said(template, "{a: 甲}", f"a: {answer}") == sentence.removesuffix("。")


OUTLINE = """
    questions:
      tasks: {ask: 任务, type: table, columns: {heading: 标题}}
    parts:
      - {move: tasks, each: tasks, number: 一、, heading: "{{ heading }}", text: 抓紧办。}
"""


def test_an_enumerator_typed_into_a_heading_gives_way_to_the_one_it_gets() -> None:
    facts = "tasks: [{heading: 一、回头看}, {heading: （二）往前走}, {heading: 一个中心要抓住}, {heading: 3.15要管好}]"
    assert lines(OUTLINE, facts)[::2] == ["一、回头看", "二、往前走", "三、一个中心要抓住", "四、3.15要管好"]


def test_the_word_of_an_enumerator_is_not_said_twice() -> None:
    outline = OUTLINE.replace("number: 一、, heading:", "number: 一要, lead:")
    facts = "tasks: [{heading: 要认清形势}, {heading: 抓紧动手}]"
    assert [line.split("。")[0] for line in lines(outline, facts)] == ["一要认清形势", "二要抓紧动手"]
