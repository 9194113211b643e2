"""Whatever is answered and whatever is not, every shipped outline gives a sound speech."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.chinese.dates import Date, Time
from drafting.chinese.quantities import Quantity
from drafting.compose import compose
from drafting.draft import Draft
from drafting.facts.model import Facts, Row, Value
from drafting.house import House
from drafting.outline.model import Outline, Question, Type
from tests.prose.counting import count_faults, lonely_faults
from tests.prose.shipped import OUTLINES, ROOT, loaded
from tests.prose.soundness import answered, heading_faults, list_faults, punctuation_faults
from tests.prose.test_wording import repeated
from tests.prose.ways import repeats, rounds

WORDS = [
    "抓住项目",
    "建强队伍",
    "理顺机制",
    "补上短板",
    "管好资金",
    "办成实事",
    "守住底线",
    "擦亮窗口",
    "接通管网",
    "减掉环节",
    "带好新人",
    "算清细账",
]
SIZES = (0, 1, 2, 7, 12)
HOUSE = House(organisation="某某单位", short_name="单位", phrases={"guidance": "以实干为先"})


def texts(index: int, ends: bool) -> str:
    return WORDS[index % len(WORDS)] + "一二三四五六七八九十"[index % 10] + ("。" if ends else "")


@st.composite
def answer(draw: st.DrawFn, question: Question, index: int) -> Value | None:
    """An answer of the question's type, or none."""
    if draw(st.integers(0, 4)) == 0 and question.type is not Type.CHOICE:
        return None
    match question.type:
        case Type.LIST:
            size = draw(st.sampled_from(_sizes(question)))
            return tuple(texts(index + n, draw(st.booleans())) for n in range(size))
        case Type.TABLE:
            return tuple(draw(row(question, n)) for n in range(draw(st.sampled_from(_sizes(question)))))
        case Type.NUMBER:
            return Quantity(Decimal(draw(st.integers(1, 900))), "", question.unit)
        case Type.PERCENT:
            return Quantity(Decimal(draw(st.integers(1, 99))), "", "%")
        case Type.DATE:
            return Date(2031, 1 + index % 12, 1 + index % 28)
        case Type.TIME:
            return Time(9, 30)
        case Type.YESNO:
            return draw(st.booleans())
        case Type.CHOICE:
            return draw(st.sampled_from(question.choices))
        case _:
            return texts(index, draw(st.booleans()) and question.type is Type.LONG)


def _sizes(question: Question) -> list[int]:
    """The lengths to try, as the reader of facts allows them."""
    least = max(question.at_least, 1)
    most = 12 if question.at_most is None else question.at_most
    none = [] if question.at_least else [0]
    return [*none, *{min(max(size, least), most) for size in SIZES if size}]


@st.composite
def row(draw: st.DrawFn, table: Question, number: int) -> Row:
    cells = {column.key: draw(answer(column, number + place)) for place, column in enumerate(table.columns)}
    return Row({key: value for key, value in cells.items() if value is not None})


@st.composite
def facts_for(draw: st.DrawFn, outline: Outline) -> Facts:
    answers = {question.key: draw(answer(question, place)) for place, question in enumerate(outline.questions)}
    given_ones = {key: value for key, value in answers.items() if value is not None}
    return Facts(outline=outline.name, answers=given_ones, seed=draw(st.integers(0, 50)))


@pytest.mark.slow
@pytest.mark.parametrize("name", OUTLINES)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_facts_give_a_sound_speech(name: str, data: st.DataObject) -> None:
    prepared = loaded(name).prepared
    facts = data.draw(facts_for(prepared.outline))
    composed = compose(prepared, facts, HOUSE)
    draft = composed.draft
    assert punctuation_faults(draft) == []
    assert heading_faults(draft) == []
    assert list_faults(draft) == []
    assert lonely_faults(draft) == []
    assert count_faults(draft) == []
    assert repeated(draft) == []
    assert all(block.text for block in draft.blocks)
    assert [gap for gap in draft.gaps() if answered(facts.answers, gap.question)] == []
    assert doubled_lists(prepared.outline, draft) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", OUTLINES)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_facts_give_a_sound_speech_whatever_ways_are_taken(name: str, data: st.DataObject) -> None:
    prepared = loaded(name).prepared
    drafts = rounds(prepared, data.draw(facts_for(prepared.outline)), HOUSE)
    found = repeats(drafts)
    assert not found, "\n".join(map(str, found))
    for said in drafts:
        draft = said.composed.draft
        assert punctuation_faults(draft) == []
        assert count_faults(draft) == []


@pytest.mark.parametrize("name", OUTLINES)
def test_a_speech_of_which_nothing_is_known_is_sound_too(name: str) -> None:
    prepared = loaded(name).prepared
    draft = compose(prepared, Facts(outline=name, answers={}), House()).draft
    assert punctuation_faults(draft) == []
    assert heading_faults(draft) == []
    assert draft.gaps()
    assert doubled_lists(prepared.outline, draft) == []


def doubled_lists(outline: Outline, draft: Draft) -> list[str]:
    """Lists and tables that were not answered and leave more than one gap; a table that is dealt out by topic may."""
    dealt = re.findall(r"(\w+)\|where\(", (ROOT / "outlines" / f"{outline.name}.yaml").read_text("utf-8"))
    listed = {q.key for q in outline.questions if q.type in (Type.LIST, Type.TABLE)} - set(dealt)
    listed |= {f"{q.key}.{c.key}" for q in outline.questions for c in q.columns if c.type is Type.LIST}
    counted = Counter(gap.question for gap in draft.gaps() if re.sub(r"\[\d+\]", "", gap.question) in listed)
    return [question for question, times in counted.items() if times > 1]
