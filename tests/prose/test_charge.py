"""Who answers for a task, and by when, is part of its sentence; it closes no more than about a third of the tasks."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from drafting.facts.model import Facts, Row, Value
from tests.prose.shipped import OUTLINES, TONES, changed, loaded
from tests.prose.ways import Said, rounds

pytestmark = pytest.mark.slow

# The table of the tasks, and what a row of it must say besides who and when.
TABLES: dict[str, tuple[str, dict[str, str]]] = {
    "work_conference": ("tasks", {"heading": "管好码头"}),
    "mobilisation": ("tasks", {"heading": "管好码头"}),
    "on_site": ("tasks", {"heading": "管好码头"}),
    "party_building": ("tasks", {"heading": "管好码头"}),
    "symposium": ("tasks", {"heading": "管好码头"}),
    "inspection_drive": ("heeds", {"heading": "要管好码头"}),
    "opinion": ("items", {"heading": "管好码头", "section": "思想"}),
    "campaign": ("abilities", {"heading": "管好码头"}),
    "organisation_work": ("steps", {"heading": "管好码头"}),
}
ANSWERS = re.compile("港务局|6月底")
ASKED = re.compile("航道|系船柱|缆绳|通报|点一次名")
MEASURES = {
    "two deeds": ("清理航道，撤走沉船", "加固系船柱"),
    "three deeds": ("清理航道", "加固系船柱", "更换旧缆绳"),
    "one deed": ("清理航道",),
    "no verb in front": ("值班水手每班点一次名", "旧缆绳一律不再用"),
    "with its own time": ("汛前清理航道", "每月通报一次"),
}


def said(
    outline: str,
    tone: str,
    cells: dict[str, Value],
    rows: int,
    each: dict[str, list[str]] | None = None,
    **answers: Value,
) -> list[Said]:
    """The lean example with so many tasks of these cells, in every way of every wording.

    each: cells in which the rows differ. answers: to other questions.
    """
    whole = loaded(f"{outline}-lean")
    table, fixed = TABLES[outline]
    more: dict[str, Value] = dict(fixed)
    if outline == "organisation_work":
        topics = whole.facts.answers["topics"]
        assert isinstance(topics, tuple)
        assert isinstance(topics[0], Row)
        more["topic"] = topics[0].cells["name"]
    asked = whole.prepared.outline.question(table)
    assert asked is not None
    known = {column.key for column in asked.columns}
    given = {key: value for key, value in cells.items() if key in known}
    if "measures" not in known:
        given["how"] = "；".join(str(m) for m in cells["measures"]) if isinstance(cells["measures"], tuple) else ""
    own = [{key: texts[n] for key, texts in (each or {}).items()} for n in range(rows)]
    made = tuple(
        Row({**more, **given, **one, "heading": f"{more['heading']}{n}"})
        for n, one in zip("甲乙丙丁戊己", own, strict=False)
    )
    facts: Facts = changed(whole.facts, tone=tone)
    return rounds(whole.prepared, replace(facts, answers={**facts.answers, table: made, **answers}), whole.house)


def last_sentences(draft: Said, outline: str) -> list[str]:
    """The last sentence of each task."""
    table = TABLES[outline][0]
    blocks = [block for block in draft.composed.draft.blocks if f"{table}[" in "".join(s.path for s in block.spans)]
    tasks: dict[str, str] = {}
    for block in blocks:
        row = next(span.path for span in block.spans if f"{table}[" in span.path).split("]")[0]
        tasks[row] = tasks.get(row, "") + block.text
    return [text.rstrip("。！").replace("！", "。").rsplit("。", 1)[-1] for text in tasks.values()]


@pytest.mark.parametrize("measures", MEASURES.values(), ids=MEASURES)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_a_third_of_the_tasks_at_most_close_with_who_answers_for_them(
    outline: str, tone: str, measures: tuple[str, ...]
) -> None:
    for cells in ({"owner": "港务局", "deadline": "6月底"}, {"owner": "港务局"}, {"deadline": "6月底"}):
        for rows in (1, 6) if len(cells) == 2 else (3,):
            for draft in said(outline, tone, {**cells, "measures": measures}, rows):
                lasts = last_sentences(draft, outline)
                closing = [last for last in lasts if ANSWERS.search(last) and not ASKED.search(last)]
                assert len(closing) <= rows / 3, closing


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(("outline", "kind"), [("on_site", "nature"), ("party_building", "sort")])
def test_several_dates_are_a_sentence_of_their_own_at_the_end_of_few_tasks(outline: str, kind: str, tone: str) -> None:
    asked = loaded(f"{outline}-lean").prepared.outline.question("tasks")
    assert asked is not None
    column = asked.column(kind)
    assert column is not None
    kinds = [*column.choices, *column.choices][:6]
    measures = MEASURES["two deeds"]
    for cells in ({"owner": "港务局"}, {}):
        given: dict[str, Value] = {**cells, "schedule": "图纸6月底前交齐", "measures": measures}
        for draft in said(outline, tone, given, 6, {kind: kinds}):
            closing = [last for last in last_sentences(draft, outline) if "图纸" in last and not ASKED.search(last)]
            assert len(closing) <= 2, closing


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("measures", ["no verb in front", "with its own time"])
@pytest.mark.parametrize("outline", OUTLINES)
def test_a_colon_leads_from_who_answers_to_a_third_of_the_tasks_at_most(outline: str, measures: str, tone: str) -> None:
    for cells in ({"owner": "港务局", "deadline": "6月底"}, {"owner": "港务局"}, {"deadline": "6月底"}):
        for draft in said(outline, tone, {**cells, "measures": MEASURES[measures]}, 6):
            led = re.findall("(?:港务局|6月底)[^。！；：\n]*：(?=值班|汛前)", draft.composed.draft.text)
            assert len(led) <= 2, led


@pytest.mark.parametrize("order", ["先后", "递进", "因果"])
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["work_conference", "mobilisation"])
def test_no_word_of_order_stands_before_who_answers_in_a_sentence_of_his_own(
    outline: str, tone: str, order: str
) -> None:
    cells: dict[str, Value] = {"owner": "港务局", "order": order, "measures": MEASURES["no verb in front"]}
    for draft in said(outline, tone, cells, 6):
        assert not re.search("(?:首先|前期)，[^，；]*港务局[^，；]*[：。！]", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_who_answers_is_no_subject_of_what_has_one_of_its_own(outline: str, tone: str) -> None:
    for draft in said(
        outline, tone, {"owner": "港务局", "deadline": "6月底", "measures": MEASURES["no verb in front"]}, 3
    ):
        text = draft.composed.draft.text
        assert "港务局要值班" not in text
        assert "6月底前值班" not in text


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_no_two_times_stand_side_by_side(outline: str, tone: str) -> None:
    for draft in said(
        outline, tone, {"owner": "港务局", "deadline": "6月底", "measures": MEASURES["with its own time"]}, 3
    ):
        assert "6月底前汛前" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_each_unit_that_does_its_own_part_is_not_said_to_answer_for_the_whole(outline: str, tone: str) -> None:
    for draft in said(outline, tone, {"owner": "各支部", "measures": MEASURES["two deeds"]}, 6):
        assert not re.search("总负责|负全责|主责", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_what_is_to_be_reached_by_a_day_is_said_behind_it(outline: str, tone: str) -> None:
    """And not behind a full stop, where nobody is left who does it: 6月底前落实。每班点一次名."""
    measures = ("每班点一次名，记在簿上",)
    for draft in said(outline, tone, {"owner": "港务局", "deadline": "6月底", "measures": measures}, 6):
        found = re.search("6月底前[^，；：。！]{0,4}[。！]每班点", draft.composed.draft.text)
        assert not found, found


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["work_conference", "mobilisation"])
@pytest.mark.parametrize("opening", ["先修漏的", "漏水的屋顶，先修"])
def test_a_measure_that_says_what_comes_first_is_not_announced_as_the_first(
    opening: str, outline: str, tone: str
) -> None:
    cells: dict[str, Value] = {"owner": "港务局", "order": "先后", "measures": (opening, "加固系船柱")}
    for draft in said(outline, tone, cells, 6):
        found = re.search(f"首先[^。！；]*{opening}|先{opening}", draft.composed.draft.text)
        assert not found, found
