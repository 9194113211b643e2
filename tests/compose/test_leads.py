"""What an answer says first stands once, where the wording has said it in another word."""

from __future__ import annotations

import pytest

from tests.helpers import lines, said


@pytest.mark.parametrize(
    ("template", "answer", "sentence"),
    [
        ("究其根源，在于{{ a }}。", "因为人手少", "究其根源，在于人手少。"),
        ("说到底，是因为{{ a }}。", "主要原因是人手少", "说到底，是因为人手少。"),
        ("究其根源，在于{{ a }}。", "是否落实没人问", "究其根源，在于是否落实没人问。"),
        ("再往下看。比如，{{ a }}。", "例如，老王跑了三趟", "再往下看。比如，老王跑了三趟。"),
        ("目标是{{ a }}。", "目标是年底通水", "目标是年底通水。"),
        ("我们要{{ a }}。", "总的目标是要年底通水", "我们要年底通水。"),
        ("打到哪一步才算赢？{{ a }}。", "目标是年底通水", "打到哪一步才算赢？目标是年底通水。"),
        ("没做到的要赶上来，力争{{ a }}。", "确保年底通水", "没做到的要赶上来，力争年底通水。"),
        ("在批示中指出，{{ a }}。", "强调，水要管好", "在批示中指出，水要管好。"),
        ("批示说，{{ a }}。", "强调的话只有一句", "批示说，强调的话只有一句。"),
        ("他作了批示，核心是：{{ a }}。", "强调，水要管好", "他作了批示，核心是：水要管好。"),
        ("先看一处：在{{ a }}，人最多。", "在村口", "先看一处：在村口，人最多。"),
        ("现在{{ a }}。", "在册的有九人", "现在在册的有九人。"),
        ("由三家增加到{{ a }}的九家。", "到去年", "由三家增加到去年的九家。"),
        ("同时，还有差距：{{ a }}。", "还有18间租金没有涨过", "同时，还有差距：18间租金没有涨过。"),
        ("做得不够的是，{{ a }}。", "还有18间租金没有涨过", "做得不够的是，还有18间租金没有涨过。"),
        ("希望大家继续努力，{{ a }}。", "希望早日通水", "希望大家继续努力，早日通水。"),
    ],
)
def test_a_lead_of_the_answer_gives_way_to_that_of_the_wording(template: str, answer: str, sentence: str) -> None:
    assert said(template, "{a: 甲}", f"a: {answer}") == sentence.removesuffix("。")


def test_the_verb_of_an_enumerator_is_not_said_again() -> None:
    outline = """
    questions: {by: {ask: 靠什么, type: list}}
    parts: [{move: tasks, each: by, number: 一靠, inline: true, between: ；, text: "{{ item }}"}]
    """
    assert lines(outline, "by: [靠集中学, 跟班练, 靠山吃山的本事]") == ["一靠集中学；二靠跟班练；三靠靠山吃山的本事。"]
