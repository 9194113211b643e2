"""Whatever is answered and whatever is not, every shipped outline gives a sound speech."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.chinese.dates import Date, Time
from drafting.chinese.enumerators import parse_marker
from drafting.chinese.quantities import Quantity
from drafting.compose import compose
from drafting.draft import Draft, Role
from drafting.facts.model import Facts, Row, Value
from drafting.house import House
from drafting.outline.model import Outline, Question, Type
from tests.prose.counting import count_faults, lonely_faults
from tests.prose.shipped import OUTLINES, ROOT, loaded
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
DOUBLED = re.compile(r"[，。；：、！？][，。；：、]|^[，。；：、！？]|（）|“”|《》|[，、：；]$")
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


def punctuation_faults(draft: Draft) -> list[str]:
    """Paragraphs with doubled marks, or none at their end."""
    faults = []
    for group in draft.paragraphs():
        text = "".join(block.text for block in group)
        head = group[0].role in (Role.TITLE, Role.BYLINE, Role.SALUTATION) or group[0].is_heading
        bare = re.sub(r"【待补：[^】]*】", "甲", text)
        if found := DOUBLED.search(bare.removesuffix("：")):
            faults.append(f"{found.group()} in {text}")
        elif not head and bare[-1] not in "。！？…：”）":
            faults.append(f"no end: {text}")
    return faults


def heading_faults(draft: Draft) -> list[str]:
    """Headings that stand over nothing."""
    pairs = zip(draft.blocks, [*draft.blocks[1:], None], strict=True)
    return [
        block.text
        for block, after in pairs
        if block.is_heading and (after is None or (after.is_heading and after.depth <= block.depth))
    ]


def list_faults(draft: Draft) -> list[str]:
    """Markers that do not run on from the first."""
    faults: list[str] = []
    open_lists: dict[tuple[int, str], int] = {}
    for block in draft.blocks:
        if not block.marker:
            continue
        open_lists = {key: value for key, value in open_lists.items() if key[0] <= block.level}
        marker = parse_marker(block.marker)
        assert marker is not None, block.marker
        key = (block.level, marker.family)
        expected = open_lists.get(key, 0) + 1
        if marker.number not in (1, expected) and not block.marker.startswith("最后"):
            faults.append(block.text[:20])
        open_lists[key] = marker.number
    return faults


def answered(answers: Mapping[str, Value], path: str) -> bool:
    """Whether the facts have what a gap is waiting for."""
    key, *rest = re.findall(r"[A-Za-z_]\w*|\[\d+\]", path)
    value: object = answers.get(key)
    for step in rest:
        if step.startswith("["):
            place = int(step[1:-1]) - 1
            value = value[place] if isinstance(value, tuple) and place < len(value) else None
        else:
            value = value.cells.get(step) if isinstance(value, Row) else None
    return value not in (None, ())
