"""A word or a mark where an answer should be gives a draft all the same: it is not for us to break on it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.compose import compose
from drafting.facts.model import Row, Value
from drafting.outline.model import Question, Type
from tests.prose.shipped import OUTLINES, loaded

# What joints end with, enumerators, and marks by themselves: all that wording may take for its own.
ODD = (
    *(
        "是",
        "要",
        "由",
        "把",
        "为",
        "为了",
        "因为",
        "首先",
        "先",
        "向",
        "让我们",
        "和",
        "对",
        "不断",
        "的",
        "年",
        "工作",
    ),
    *("一是", "一", "1.", "（一）", "①", "一是一", "1、2", "8%.", "。", "……", "？", "“”", "《》", "（）"),
)
_TYPED = (Type.TEXT, Type.LONG, Type.LIST)


def _odd(value: Value, question: Question | None, random: Random, share: float) -> Value:
    if isinstance(value, Row):
        table = question
        cells = (
            {key: _odd(cell, table.column(key), random, share) for key, cell in value.cells.items()} if table else {}
        )
        return Row(cells)
    if isinstance(value, tuple):
        return tuple(_odd(entry, question, random, share) for entry in value)
    if question is None or question.type not in _TYPED or not isinstance(value, str) or random.random() > share:
        return value
    return random.choice(ODD)


@pytest.mark.slow
@pytest.mark.parametrize("outline", OUTLINES)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(random=st.randoms(use_true_random=False), share=st.sampled_from([0.05, 0.3, 1]))
def test_an_odd_answer_gives_a_draft(outline: str, random: Random, share: float) -> None:
    whole = loaded(outline)
    ask = whole.prepared.outline.question
    answers = {key: _odd(value, ask(key), random, share) for key, value in whole.facts.answers.items()}
    draft = compose(whole.prepared, replace(whole.facts, answers=answers), whole.house).draft
    assert all(block.text.strip() for block in draft.blocks)
