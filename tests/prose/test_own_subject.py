"""Measures that say themselves who acts or what it is done to stand on their own, in every outline and tone."""

from __future__ import annotations

import re

import pytest

from drafting.chinese.dates import Date
from drafting.facts.model import Value
from tests.prose.shipped import OUTLINES, TONES
from tests.prose.test_charge import said

pytestmark = pytest.mark.slow

MEASURES = {
    "names like verbs": ("会议室改成阅览室", "奖励标准由各厂自定", "采购价格网上公开"),
    "people": ("生活老师每晚查铺两次", "分厂领导跟班作业"),
    "who acts, and a verb": ("集团统一奖励标准", "奖金按月发放"),
    "who leads": ("每个班组每天开10分钟", "班长点名、讲风险、查劳保"),
    "a rule": ("从业人员一律持证上岗", "不合格的供应商一律清退"),
    "one alone": ("查档时间由两天压缩到两小时",),
}
ORDERS = ("", "先后", "递进", "因果")
BEFORE = "(?:(?<!主)(?<!只)要|必须|务必|应当|还得|就得|并|再|先|就|(?:港务局|安监处)(?:会同安监处，)?)"


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_neither_a_demand_nor_who_is_in_charge_stands_before_a_measure_with_its_own_subject(
    outline: str, tone: str
) -> None:
    wrong = []
    for kind, measures in MEASURES.items():
        for order in ORDERS if len(measures) > 1 else ORDERS[:1]:
            for who in ({"owner": "港务局", "deadline": "6月底", "support": "安监处"}, {"owner": "港务局"}, {}):
                cells: dict[str, Value] = {"measures": measures, **who, **({"order": order} if order else {})}
                first = re.compile(f"[^。；]*{BEFORE}(?:{'|'.join(measures)})")
                for draft in said(outline, tone, cells, 4):
                    wrong += [(kind, order, found) for found in first.findall(draft.composed.draft.text)]
    assert wrong == []


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_what_comes_first_and_what_comes_next_are_one_sentence(outline: str, tone: str) -> None:
    for who in ({"owner": "港务局", "deadline": "6月底"}, {}):
        cells: dict[str, Value] = {"measures": ("先换使用10年以上的绞车", "再换其余的绞车"), **who}
        for draft in said(outline, tone, cells, 4):
            text = draft.composed.draft.text
            joints = set(re.findall("使用10年以上的绞车(.{1,6})换其余", text))
            assert joints <= {"；再", "，再", "。二是再", "；二要再", "，又要再"}, joints
            assert "重在先" not in text


@pytest.mark.parametrize("tone", TONES)
def test_the_stress_is_not_laid_on_the_day_a_measure_begins(tone: str) -> None:
    """重在从6月起……: what matters would be the day."""
    for draft in said("on_site", tone, {"measures": ("从6月起换掉旧缆", "请工人评一评绞车")}, 4):
        assert "重在从" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_what_is_to_be_done_on_one_hand_is_followed_by_the_other(outline: str, tone: str) -> None:
    for measures in (("集团统一奖励标准", "奖金按月发放"), ("统一奖励标准", "奖金按月发放"), ("修好绞车", "换掉旧缆")):
        for draft in said(outline, tone, {"measures": measures}, 4):
            torn = re.findall(f"既要(?:做到)?{measures[0]}，(?!又要).{{2}}", draft.composed.draft.text)
            assert torn == []


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_what_stands_in_a_list_behind_a_colon_is_joined_by_nothing_else(outline: str, tone: str) -> None:
    cells: dict[str, Value] = {"measures": ("每个泊位每天开10分钟", "把风险写在板上"), "owner": "港务局"}
    for more in ({"deadline": "6月底"}, {}):
        for draft in said(outline, tone, {**cells, **more}, 4):
            joints = set(re.findall("：每个泊位每天开10分钟(.{1,6}?)把风险", draft.composed.draft.text))
            assert joints <= {"；"}, joints


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_a_deadline_that_the_only_measure_holds_is_said_once(outline: str, tone: str) -> None:
    cells: dict[str, Value] = {"measures": ("扫描件6月底前归档",), "owner": "港务局", "deadline": "6月底"}
    for draft in said(outline, tone, cells, 3):
        assert draft.composed.draft.text.count("6月底") == 3


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_what_is_done_every_night_is_never_finished(outline: str, tone: str) -> None:
    """It is put in place by its deadline, but not 完成 nor 拿下."""
    who: dict[str, Value]
    for who in ({"owner": "港务局", "support": "安监处"}, {"owner": "港务局"}, {}):
        cells: dict[str, Value] = {"measures": ("值班水手每晚查船两次",), "deadline": "6月底", **who}
        for draft in said(outline, tone, cells, 6):
            assert not re.search("6月底前(?:完成|拿下|办|做(?!起来|到)|攻下|见效|兑现)", draft.composed.draft.text)
            assert "时限是6月底" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_items_of_an_opinion_do_not_all_take_their_aim_in_one_form(tone: str) -> None:
    cells: dict[str, Value] = {"target": "旧缆绳全部换新", "measures": ("清点缆绳", "逐根登记"), "owner": "港务局"}
    for draft in said("opinion", tone, cells, 4):
        assert draft.composed.draft.text.count("为目标，") < 2


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["party_building", "work_conference", "mobilisation", "on_site", "opinion"])
def test_what_is_to_be_reached_stands_behind_what_goes_before_it(outline: str, tone: str) -> None:
    """A rate is brought up by somebody (为使, 要使), or stands behind 目标是 as it is."""
    cells: dict[str, Value] = {"target": "吊机完好率达到95%", "measures": ("加固系船柱",), "owner": "港务局"}
    for draft in said(outline, tone, cells, 6):
        assert not re.search("(?:[为须誓要]|为了)吊机完好率", draft.composed.draft.text)
        assert "。吊机完好率达到95%。" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["party_building", "work_conference", "mobilisation", "on_site", "opinion"])
def test_a_target_that_is_no_deed_is_brought_about(outline: str, tone: str) -> None:
    for target in ("三号泊位6月底启用", "泊位面积翻一番", "班前会先讲安全"):
        cells: dict[str, Value] = {"target": target, "measures": ("加固系船柱",), "owner": "港务局"}
        for draft in said(outline, tone, cells, 6):
            assert not re.search(f"(?:[^作成认]为|为了|要|必须|务必|[还就]得){target}", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["party_building", "work_conference", "mobilisation", "on_site", "opinion"])
def test_a_deadline_that_the_target_has_told_is_told_once(outline: str, tone: str) -> None:
    cells: dict[str, Value] = {
        "target": "6月底前让吊机全部修好",
        "measures": ("加固系船柱", "更换旧缆绳"),
        "owner": "港务局",
        "deadline": "6月底",
    }
    for draft in said(outline, tone, cells, 2):
        assert draft.composed.draft.text.count("6月底") == 2


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_a_deadline_in_the_year_of_the_speech_is_told_without_it(outline: str, tone: str) -> None:
    for year, told in ((2026, "(?<!年)6月底"), (2027, "2027年6月底")):
        cells: dict[str, Value] = {"measures": ("加固系船柱",), "deadline": Date(year, 6, part="底")}
        for draft in said(outline, tone, cells, 3, date=Date(2026, 3, 2)):
            assert re.search(told, draft.composed.draft.text)
            assert "2026年6月底" not in draft.composed.draft.text
