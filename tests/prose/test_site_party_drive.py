"""On-site meetings, party building, inspections: words that fit any office, and no answer lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.facts.model import Facts, Row, Value
from tests.prose.shipped import TONES, changed, loaded
from tests.prose.test_wording import wordings
from tests.prose.varied import without
from tests.prose.ways import rounds

pytestmark = pytest.mark.slow

AUDIENCE = "各位老师"


def texts(outline: str, facts: Facts) -> list[str]:
    """The drafts that take every way of every wording."""
    whole = loaded(outline)
    return [draft.composed.draft.text for draft in rounds(whole.prepared, facts, whole.house)]


def with_answers(facts: Facts, **answers: Value) -> Facts:
    return replace(facts, answers={**facts.answers, **answers})


def test_party_building_speaks_of_the_office_that_is_answered() -> None:
    found = [where for where, text in wordings("party_building").items() if "机关" in text or "各部门" in text]
    assert found == []


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["on_site", "party_building", "inspection_drive"])
def test_the_closing_speaks_to_the_audience_of_the_greeting(outline: str, tone: str) -> None:
    facts = with_answers(changed(loaded(outline).facts, tone=tone), audience=AUDIENCE)
    for text in texts(outline, facts):
        assert f"\n{AUDIENCE}，" in text
        assert "\n同志们，" not in text


@pytest.mark.parametrize("tone", TONES)
def test_the_progress_is_said_where_no_change_is_called_for(tone: str) -> None:
    facts = with_answers(changed(loaded("on_site").facts, tone=tone), turns=(), progress="别处建成了三十处")
    assert [text for text in texts("on_site", facts) if "别处建成了三十处" not in text] == []


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["on_site", "inspection_drive"])
def test_no_lead_unit_is_spoken_to_where_none_is_named(outline: str, tone: str) -> None:
    facts = changed(loaded(f"{outline}-lean").facts, tone=tone)
    assert [text for text in texts(outline, facts) if "牵头单位" in text or "牵头部门" in text] == []


@pytest.mark.parametrize("tone", TONES)
def test_nothing_is_called_an_achievement_where_no_result_is_given(tone: str) -> None:
    facts = without(changed(loaded("inspection_drive").facts, tone=tone), "results")
    for text in texts("inspection_drive", facts):
        assert not [word for word in ("已有的成果", "肯定前段成绩", "有底气", "靠得住") if word in text]


@pytest.mark.parametrize("tone", TONES)
def test_a_single_reason_stands_as_it_was_typed(tone: str) -> None:
    reason = Row({"heading": "台风不等人", "argument": "去年来了六次"})
    facts = with_answers(changed(loaded("on_site-lean").facts, tone=tone), reasons=(reason,))
    assert [text for text in texts("on_site-lean", facts) if "\n台风不等人。去年来了六次。" not in text] == []


@pytest.mark.parametrize("tone", TONES)
def test_two_short_measures_are_joined_by_more_than_a_mark(tone: str) -> None:
    tasks = tuple(Row({"heading": f"管好{place}", "measures": ("补课", "抽查")}) for place in "甲乙丙丁")
    facts = with_answers(changed(loaded("on_site-lean").facts, tone=tone), tasks=tasks)
    assert [text for text in texts("on_site-lean", facts) if "必须补课；抽查" in text] == []


@pytest.mark.parametrize("tone", TONES)
def test_who_does_not_say_where_is_not_taken_for_an_office_of_the_state(tone: str) -> None:
    task = Row({"heading": "把名字挂到床头", "measures": ("每名党员包三张床",)})
    facts = with_answers(
        changed(loaded("party_building-lean").facts, tone=tone), meeting="病区会", work="党建", tasks=(task,)
    )
    for text in texts("party_building-lean", facts):
        for phrase in loaded("party_building-lean").house.phrases.values():
            text = text.replace(phrase, "")
        assert "机关" not in text


HEEDS: list[dict[str, Value]] = [
    {"heading": "要看住闸门"},
    {"heading": "要看住闸门", "why": "水比人早到"},
    {"heading": "要看住闸门", "state": "上游三座闸有一座关不严", "owner": "水管所", "deadline": "汛前"},
]


@pytest.mark.parametrize("cells", HEEDS, ids=["heading", "why", "state"])
@pytest.mark.parametrize("tone", TONES)
def test_what_is_to_be_heeded_reads_whole_without_measures(tone: str, cells: dict[str, Value]) -> None:
    facts = with_answers(changed(loaded("inspection_drive-lean").facts, tone=tone), heeds=(Row(cells),) * 3)
    told = [str(cell).removeprefix("要") for cell in cells.values()]
    for text in texts("inspection_drive", facts):
        assert "待补" not in text
        assert [part for part in told if text.count(part) < len(facts.answers["heeds"])] == []  # type: ignore[arg-type]


@pytest.mark.parametrize("tone", TONES)
def test_the_visit_is_called_what_it_is(tone: str) -> None:
    facts = changed(loaded("inspection_drive-lean").facts, tone=tone)
    named = "迎检 迎接检查 临近检查 检查临近 检查期间 检查的那几天 检查之前 检查到来 检查当中 检查好比".split()
    for text in texts("inspection_drive", with_answers(facts, review="验收", inspection="组里来看")):
        assert not [word for word in named if word in text]


@pytest.mark.parametrize("tone", TONES)
def test_the_leader_s_instruction_comes_before_what_others_did(tone: str) -> None:
    for text in texts("mobilisation", changed(loaded("mobilisation").facts, tone=tone)):
        assert text.index("要用群众的笑脸来验收") < text.index("宣读了《澄川县")


@pytest.mark.parametrize("tone", TONES)
def test_where_something_is_built_safety_is_spoken_of(tone: str) -> None:
    rows = (Row({"heading": "架桥", "measures": ("开工",), "nature": "工程"}),)
    facts = with_answers(changed(loaded("mobilisation-lean").facts, tone=tone), tasks=rows)
    for text in texts("mobilisation", facts):
        assert "安全" in text


@pytest.mark.parametrize("tone", TONES)
def test_the_guiding_idea_opens_the_second_part_and_is_said_once(tone: str) -> None:
    for text in texts("on_site", changed(loaded("on_site").facts, tone=tone)):
        first, _mark, rest = text.partition("\n二、")
        assert (first.count("千万工程"), first.count("为指导"), rest.count("为指导")) == (0, 0, 1)


@pytest.mark.parametrize("tone", TONES)
def test_the_heeds_are_counted_once_where_their_name_brings_its_number(tone: str) -> None:
    heeds = tuple(Row({"heading": f"要看住{place}", "measures": ("每天看一遍",)}) for place in ("码头", "堆场", "闸口"))
    facts = with_answers(changed(loaded("inspection_drive-lean").facts, tone=tone), heeds=heeds, heed_word="三个不放过")
    for text in texts("inspection_drive", facts):
        assert text.count("三个不放过") == 1
        assert "三个三个" not in text
