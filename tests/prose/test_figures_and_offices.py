"""Work conferences and campaigns: figures that fall are not praised, and nobody is spoken to who was not named."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from drafting.facts.model import Facts, Row, Value
from drafting.facts.values import read_value
from drafting.outline.model import Question
from tests.prose.shipped import ROOT, TONES, changed, loaded
from tests.prose.varied import without
from tests.prose.ways import rounds

pytestmark = pytest.mark.slow

PRAISE = ("新的进展", "成色", "有底", "底气", "推进一步", "看看这组", "再好的数字", "看在眼里", "充分肯定", "靠得住")
AUDIENCE = "各位乡亲"


def texts(outline: str, facts: Facts) -> list[str]:
    """The drafts that take every way of every wording."""
    whole = loaded(outline)
    return [draft.composed.draft.text for draft in rounds(whole.prepared, facts, whole.house)]


def asked(outline: str, key: str) -> Question:
    question = loaded(outline).prepared.outline.question(key)
    assert question is not None
    return question


def with_answers(facts: Facts, **answers: Value) -> Facts:
    return replace(facts, answers={**facts.answers, **answers})


def row(question: Question, **cells: str) -> Row:
    columns = {column.key: column for column in question.columns}
    return Row({key: read_value(text, columns[key]) for key, text in cells.items()})


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["work_conference", "campaign"])
def test_a_figure_that_falls_stands_between_neutral_words(outline: str, tone: str) -> None:
    fallen = row(asked(outline, "figures"), what="全年办件", now="31件", before="44件")
    facts = with_answers(changed(loaded(outline).facts, tone=tone), figures=(fallen,))
    for text in texts(outline, facts):
        before, _found, behind = text.partition("全年办件31件")
        near = re.split("[。！]", before)[-1] + re.split("[。！]", behind)[1]
        assert not [word for word in PRAISE if word in near], near


COMPARED = ["work_conference", "organisation_work", "opinion", "campaign", "symposium"]


def written_twice(outline: str, tone: str, **cells: str) -> list[str]:
    """The drafts with one figure, of this year and of the last."""
    facts = without(changed(loaded(outline).facts, tone=tone), "rates")
    rows = facts.answers["figures"]
    assert isinstance(rows, tuple)
    assert isinstance(rows[0], Row)
    figure = row(asked(outline, "figures"), what="全年办件", **cells)
    kept = {key: cell for key, cell in rows[0].cells.items() if key != "compare"}
    return texts(outline, with_answers(facts, figures=(Row({**kept, **figure.cells}),)))


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", COMPARED)
def test_a_figure_that_is_the_last_one_written_otherwise_is_level_with_it(outline: str, tone: str) -> None:
    for text in written_twice(outline, tone, now="1万件", before="10000件"):
        figure = re.split("[。；]", text.partition("全年办件1万件，")[2])[0]
        assert re.fullmatch("与.+持平|同比持平", figure)


@pytest.mark.parametrize("outline", COMPARED)
def test_a_figure_that_is_nearly_the_last_one_is_not_called_level(outline: str) -> None:
    for text in written_twice(outline, "平实", now="10001件", before="10000件"):
        figure = re.split("[。；]", text.partition("全年办件10001件，")[2])[0]
        assert re.fullmatch("(比.+|同比)(增长0.01%|增加1件)", figure)


@pytest.mark.parametrize("outline", COMPARED)
@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"now": "98.5分", "before": "97分"}, "提高1.5分"),
        ({"now": "31分钟", "before": "52分钟"}, "缩短21分钟"),
        ({"now": "1.2‰", "before": "1.5‰"}, "下降0.3个千分点"),
        ({"now": "41个", "before": "36个", "compare": "数量"}, "增加5个"),
        ({"now": "98.5分", "before": "97分", "compare": "比率"}, "增长1.5%"),
    ],
)
def test_a_change_is_said_by_its_unit_unless_it_is_said_how(outline: str, cells: dict[str, str], said: str) -> None:
    for text in written_twice(outline, "平实", **cells):
        figure = re.split("[。；]", text.partition(f"全年办件{cells['now']}，")[2])[0]
        assert re.fullmatch(f"(比.+|同比){re.escape(said)}", figure)


def test_no_wording_puts_than_before_a_change_that_may_be_none() -> None:
    """What is set against another time goes through `against`, which says 与…持平."""
    wrong = re.compile(r"(?<!同)[比较][^，。；]*\|(?:points_)?change\(")
    files = [*(ROOT / "templates").rglob("*.j2"), *(ROOT / "outlines").glob("*.yaml")]
    assert [file.name for file in files if wrong.search(file.read_text("utf-8"))] == []


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["work_conference", "campaign"])
def test_the_closing_speaks_to_the_audience_of_the_greeting(outline: str, tone: str) -> None:
    for text in texts(outline, with_answers(changed(loaded(outline).facts, tone=tone), audience=AUDIENCE)):
        assert f"\n{AUDIENCE}，" in text
        assert "\n同志们，" not in text


@pytest.mark.parametrize("tone", TONES)
def test_seven_tasks_are_not_called_a_few(tone: str) -> None:
    many = tuple(Row({"heading": f"{n}线的检修", "measures": ("每月检查一次",)}) for n in "甲乙丙丁戊己庚")
    facts = with_answers(changed(loaded("work_conference-lean").facts, tone=tone), tasks=many)
    for text in texts("work_conference-lean", facts):
        assert not [word for word in ("摊子", "先把力量放到", "其余的照常", "别的事") if word in text]


@pytest.mark.parametrize("tone", TONES)
def test_no_lead_unit_is_spoken_to_where_none_is_named(tone: str) -> None:
    whole = loaded("work_conference")
    facts = without(changed(whole.facts, tone=tone), "tasks.owner", "tasks.support")
    assert not [text for text in texts("work_conference", facts) if "牵头单位" in text or "责任单位要" in text]


@pytest.mark.parametrize("tone", TONES)
def test_two_short_measures_are_parted_by_a_comma(tone: str) -> None:
    short = tuple(Row({"heading": f"{n}线的检修", "measures": ("看胎压", "看油水")}) for n in "甲乙丙")
    facts = with_answers(changed(loaded("work_conference-lean").facts, tone=tone), tasks=short)
    for text in texts("work_conference-lean", facts):
        assert "；又要" not in text
        assert "；还要" not in text
        assert not [word for word in ("一头", "一手") if word + "看" in text]
