"""Sentences around the answers: verbs of effort where they fit, causes as causes, owners and deadlines in them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from drafting.chinese.quantities import Quantity
from drafting.compose import compose
from drafting.draft import Draft
from drafting.facts.model import Row, Value
from tests.prose.shipped import TONES, changed, drafted, loaded
from tests.prose.varied import without

OUTLINES = ("work_conference", "mobilisation", "campaign", "inspection_drive")
ROWS = {"work_conference": "tasks", "mobilisation": "tasks", "campaign": "abilities", "inspection_drive": "heeds"}
SEEDS = range(6)


def rows_drafted(outline: str, tone: str, *rows: dict[str, Value], seed: int = 0) -> Draft:
    """The draft of the lean example with other tasks, abilities or points to heed."""
    whole = loaded(f"{outline}-lean")
    told = tuple(Row({"heading": f"第{n}件", **row}) for n, row in enumerate(rows))
    facts = changed(whole.facts, tone=tone)
    facts = replace(facts, answers={**facts.answers, ROWS[outline]: told}, seed=seed)
    return compose(whole.prepared, facts, whole.house).draft


@pytest.mark.parametrize(
    ("outline", "demand"),
    [
        ("work_conference", "必须抓紧"),
        ("work_conference", "切实看住"),
        ("work_conference", "把建成[^。；，]+作为重点"),
        ("work_conference", "以末级[^。；，]+为目标"),
        ("mobilisation", "切实抓好"),
        ("campaign", "着力压缩"),
        ("inspection_drive", "着力破解"),
    ],
)
def test_what_is_demanded_is_not_always_said_with_the_same_verb(outline: str, demand: str) -> None:
    assert re.search(demand, drafted(outline, tone="庄重").draft.text)


@pytest.mark.parametrize(
    ("outline", "phrase"),
    [("mobilisation", "切实抓好"), ("mobilisation", "着力破解"), ("inspection_drive", "着力破解")],
)
def test_the_words_of_a_document_are_not_called_out_in_a_hall(outline: str, phrase: str) -> None:
    """着力 and 切实 are said of the same measures in a grave speech, and not in a rousing one."""
    rows: list[dict[str, Value]] = [{"measures": ("破解停船难题", "抓好夜间值守")} for _ in range(8)]
    rows[5] = {"measures": ("请渔户登记船只", "抓好夜间值守")}
    assert phrase in rows_drafted(outline, "庄重", *rows).text
    assert not re.search("(着力|切实)(破解|抓好)", rows_drafted(outline, "鼓动", *rows).text)


@pytest.mark.parametrize("tone", TONES)
def test_what_begins_with_no_verb_takes_no_adverb_of_effort(tone: str) -> None:
    row: dict[str, Value] = {"measures": ("每条船备一盏灯", "对空船先劝后拖")}
    for outline in ("work_conference", "mobilisation", "inspection_drive"):
        text = rows_drafted(outline, tone, *[row] * 8).text
        assert not re.search("(着力|切实|把|以)(每条船|对空船)", text)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_what_comes_of_the_other_measures_is_told_as_their_effect(outline: str, tone: str, seed: int) -> None:
    row: dict[str, Value] = {"measures": ("修好船坞", "让渔船当天修好当天出海"), "order": "因果"}
    text = rows_drafted(outline, tone, row, row, row, seed=seed).text
    effects = re.findall("修好船坞(.{1,6}?)让渔船当天", text)
    assert len(effects) == 3
    assert set(effects) <= {"，才能", "，为的是", "，从而", "。这样，才能"}


@pytest.mark.parametrize("outline", ["work_conference", "mobilisation"])
def test_an_effect_that_begins_with_a_verb_of_effort_is_brought_about_by_it(outline: str) -> None:
    row: dict[str, Value] = {"measures": ("修好船坞", "推动渔船改造"), "order": "因果"}
    texts = [rows_drafted(outline, "庄重", row, row, row, seed=seed).text for seed in range(12)]
    assert any("，以此推动渔船改造" in text for text in texts)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
@pytest.mark.parametrize("left_out", [(), ("owner",), ("deadline",), ("owner", "deadline")])
def test_no_three_rows_running_name_their_owner_in_one_build(
    outline: str, tone: str, left_out: tuple[str, ...]
) -> None:
    full: dict[str, Value] = {"measures": ("修好船坞", "清点缆绳"), "owner": "港务局", "deadline": "九月九日"}
    row = {key: value for key, value in full.items() if key not in left_out}
    text = rows_drafted(outline, tone, *[row] * 6).text
    assert text.count("港务局") == (0 if "owner" in left_out else 6)
    assert text.count("九月九日") == (0 if "deadline" in left_out else 6)
    if left_out:
        return
    tasks = text.split("第0件")[1].split("第5件")[0]
    builds = [re.sub("修好船坞|清点缆绳", "", found) for found in re.findall(r"[^。！]*港务局[^。！]*", tasks)]
    assert all(len(set(three)) > 1 for three in zip(builds, builds[1:], builds[2:], strict=False)), builds
    assert len(set(builds)) >= 3, builds


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["work_conference", "mobilisation"])
def test_a_target_that_says_its_own_time_takes_no_second_one_before_it(outline: str, tone: str) -> None:
    row: dict[str, Value] = {
        "target": "在封港以前修好三座船坞",
        "measures": ("清点缆绳",),
        "owner": "港务局",
        "deadline": "九月九日",
    }
    text = rows_drafted(outline, tone, row, row, row).text
    assert "前在封港以前" not in text
    assert text.count("九月九日") == 3


@pytest.mark.parametrize("tone", TONES)
def test_of_one_measure_the_details_are_told_whichever_measure_they_are_said_to_be_of(tone: str) -> None:
    row: dict[str, Value] = {
        "measures": ("修好船坞",),
        "details": ("先抽水", "再补缝"),
        "details_of": Quantity(Decimal(2), "", ""),
    }
    assert "修好船坞：一要先抽水，二要再补缝" in rows_drafted("work_conference", tone, row).text


def test_without_answers_nothing_of_them_is_left() -> None:
    facts = without(loaded("work_conference").facts, "tasks.owner", "tasks.support", "tasks.deadline", "tasks.schedule")
    whole = loaded("work_conference")
    text = compose(whole.prepared, facts, whole.house).draft.text
    assert not re.search("牵头|打头阵|总负责|会同", text.split("二、")[1].split("三、")[0])


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["work_conference", "mobilisation", "inspection_drive"])
def test_measures_that_lead_on_are_not_joined_twice_running_by_one_word(outline: str, tone: str, seed: int) -> None:
    told = ("核对旧账", "丈量河段", "公示界线", "聘请专家", "修订名册")
    row: dict[str, Value] = {"measures": told, "order": "递进"}
    text = rows_drafted(outline, tone, *[row] * 4, seed=seed).text
    joints = re.findall("核对旧账[；，](.*?)丈量河段[；，](.*?)公示界线[；，](.*?)聘请专家[；，](.*?)修订名册", text)
    assert joints
    for words in joints:
        assert all(one != other for one, other in pairwise(words)), words
