"""Frames that presume nothing of who spoke, who complained, or how many they were; and joints that can be reworded."""

from __future__ import annotations

import re

import pytest

from drafting.facts.model import Row, Value
from tests.prose.shipped import TONES
from tests.prose.test_heard_in_the_hall import said
from tests.prose.test_no_claims import figured

LEADS = ("说到底，还是没人上心", "归根到底是没人上心", "关键是没人上心", "说一千道一万，没人上心")


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("cause", LEADS)
def test_a_cause_that_brings_its_own_lead_needs_none(cause: str, tone: str) -> None:
    shortfalls: Value = (Row({"point": "进度不匀", "detail": "三号码头还没有开工"}),)
    for draft in said("symposium", tone, shortcomings=shortfalls, cause=cause):
        text = draft.composed.draft.text
        assert f"。{cause}。" in text or f"？{cause}。" in text
    topics = tuple(
        Row({"name": name, "lacking": ("缺吊机",), "cause": cause, "aim": "修好吊机"})
        for name in ("码头", "堆场", "闸口", "航道")
    )
    for draft in said("organisation_work", tone, topics=topics):
        before = re.findall(f"([^。！？]*){cause}", draft.composed.draft.text)
        assert before
        assert not [lead for lead in before if re.search("(?:在于|是因为|是|出在)：?$", lead)]


@pytest.mark.parametrize("tone", TONES)
def test_where_people_joined_in_nobody_is_said_to_have_complained(tone: str) -> None:
    feature = {"done": "300名党员到码头站过岗", "sort": "群众"}
    for points in (("党员带头",), ("调度及时", "党员带头")):
        rows = tuple(
            Row({"point": point, **(feature if point == "党员带头" else {"done": "每周调度"})}) for point in points
        )
        for draft in said("symposium", tone, features=rows):
            (told,) = re.findall("党员带头。(.*)", draft.composed.draft.text)
            assert len(told) > len("300名党员到码头站过岗。")
            assert not re.search("意见|批评|怨|回音|回个信|告诉人家|听得进", told), told


@pytest.mark.parametrize("tone", TONES)
def test_a_shortfall_found_by_an_inspection_was_not_complained_of(tone: str) -> None:
    shortfalls: Value = (Row({"point": "前紧后松", "detail": "抽查58个小区，19个没有人守"}),)
    for draft in said("symposium", tone, shortcomings=shortfalls):
        assert not re.search("碰过壁|谁提的", draft.composed.draft.text)
    topics = tuple(
        Row({"name": name, "done": "修了吊机", "lacking": (f"还有{name}没有修",), "aim": "修好"})
        for name in ("码头", "堆场", "闸口", "航道")
    )
    for draft in said("organisation_work", tone, topics=topics):
        text = draft.composed.draft.text
        assert "这类反映" not in text
        assert not re.search("还有[^，。：]*：还有", text)


@pytest.mark.parametrize("tone", TONES)
def test_these_two_are_not_those_named_last_where_three_spoke(tone: str) -> None:
    models = (
        Row({"who": "石桥镇", "lesson": "给每座桥请一名桥长"}),
        Row({"who": "永安所", "lesson": "用旧木料修旧殿"}),
    )
    three = (Row({"who": "石桥镇、永安所和消防大队", "did": "分别作了发言"}),)
    two = (Row({"who": "石桥镇和永安所", "did": "分别作了发言"}),)
    for agenda, right in ((three, "有两家|这里两家"), (two, "这两家")):
        for draft in said("work_conference", tone, agenda=agenda, models=models):
            text = draft.composed.draft.text
            assert re.search(right, text)
            assert ("这两家" in text) == (agenda is two)


@pytest.mark.parametrize("tone", TONES)
def test_two_instructions_are_pointed_back_to_as_two(tone: str) -> None:
    both = (Row({"who": "高市长", "said": "桥要守住"}), Row({"who": "邵书记", "said": "先修漏的"}))
    for draft in said("work_conference", tone, instructions=both):
        assert not re.search("这个要求|这份嘱托|会前，高|专门作", draft.composed.draft.text)
    for draft in said("work_conference", tone, instructions=both[:1]):
        assert not re.search("这些(?:要求|嘱托)", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_neither_a_reason_nor_a_result_is_promised_before_tasks_that_tell_none(tone: str) -> None:
    tasks = tuple(Row({"heading": f"守好{name}", "measures": ("每天巡一次",)}) for name in ("塔", "桥", "碑"))
    for draft in said("work_conference", tone, tasks=tasks):
        assert not re.search("为什么要抓|抓出什么结果|办什么、办到哪一步|下面讲具体", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_one_who_is_answered_is_not_all_of_them(tone: str) -> None:
    one = (Row({"who": "船队", "said": "泊位不够", "reply": "港务局月底前划出两个泊位"}),)
    for draft in said("symposium", tone, responses=one):
        before = draft.composed.draft.text.partition("船队提到")[0]
        assert not re.search("大家(?:反映|提出|敢于)", before)


@pytest.mark.parametrize("tone", TONES)
def test_the_figures_of_a_campaign_are_not_said_to_be_of_today(tone: str) -> None:
    for draft in said("campaign", tone, figures=(figured({"what": "去年收购粮食", "now": "52万吨"}),)):
        assert not re.search("(?:眼下|当前|目前)[^。，]*：去年", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("kind", ["道理", "考题", "面对", "意见"])
def test_what_leads_to_the_layers_of_a_reason_can_be_said_in_three_ways(kind: str, tone: str) -> None:
    layers = ("面对潮水上涨", "面对船只增多")
    reasons = (Row({"heading": "这是港口的需要", "argument": "潮水涨了", "layers": layers, "kind": kind}),)
    leads = {
        re.findall("潮水涨了。([^。]*[两二][^。]*)。", draft.composed.draft.text)[0]
        for draft in said("campaign", tone, reasons=reasons)
    }
    assert len(leads) >= 3


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("by", [("跟班练",), ("跟班练", "考着过")])
def test_a_case_and_its_cure_can_be_introduced_in_three_ways(by: tuple[str, ...], tone: str) -> None:
    row = {"heading": "提高调度能力，做到船来有人", "faults": ("手生",), "by": by, "measures": ("修好吊机",)}
    abilities = (Row({**row, "heading": "提高沟通能力，做到有问必答"}), Row({**row, "case": "老王跑了三趟"}))
    joints = [
        re.findall("([^。；！]{2,4})老王跑了三趟。([^。]{2,4}?)一?靠?跟班练", draft.composed.draft.text)
        for draft in said("campaign", tone, abilities=abilities)
    ]
    assert len({case for [(case, _)] in joints}) >= 3
    assert len({cure for [(_, cure)] in joints}) >= 3
