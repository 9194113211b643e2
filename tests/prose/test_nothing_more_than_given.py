"""Frames that fit whatever is put in: a name of an event is no verb, and what nobody told of is not said."""

from __future__ import annotations

import re

import pytest

from drafting.facts.model import Row, Value
from tests.prose.shipped import TONES
from tests.prose.test_heard_in_the_hall import said

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("tone", TONES)
def test_the_name_of_an_inspection_is_not_made_a_verb(tone: str) -> None:
    for draft in said("inspection_drive", tone, review="现场复核验收"):
        assert not re.search("谁来现场|怎么现场|抓迎接|人人都是检查员", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_one_point_is_not_announced_before_several(tone: str) -> None:
    for replies in ("提的意见由港务局汇总", ""):
        more: dict[str, Value] = {"replies": replies} if replies else {}
        for draft in said("symposium", tone, **more):
            assert not re.search("强调一点|再说一句", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_a_year_without_a_main_line_is_given_none(tone: str) -> None:
    for draft in said("work_conference", tone):
        assert not re.search("提高到新的水平|实现新的突破|再迈一级台阶", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_a_year_with_numbers_only_is_given_its_numbers(tone: str) -> None:
    for draft in said("work_conference", tone, targets=("吞吐量达到900万吨",)):
        assert "吞吐量达到900万吨" in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_nobody_has_seen_the_site_or_its_surroundings_unless_it_is_told(tone: str) -> None:
    for draft in said("on_site", tone):
        assert not re.search(
            "看过了|该看的看了|样子看到|现场看到|看到的样子|所见所闻|今天看的|看的是现场|力气也快用尽|面上还不平衡",
            draft.composed.draft.text,
        )


@pytest.mark.parametrize("tone", TONES)
def test_the_first_meeting_on_the_site_is_not_told_that_the_work_is_old(tone: str) -> None:
    for draft in said("on_site", tone):
        found = re.search(
            "以前|先前|接着抓|一直抓|抓得久|还要抓|抓到现在|爬坡的一段|已有的成果", draft.composed.draft.text
        )
        assert not found, found


@pytest.mark.parametrize("tone", TONES)
def test_funds_alone_are_led_up_to(tone: str) -> None:
    for draft in said("on_site", tone, funds="市里每个泊位补助3万元"):
        assert re.search("[：]市里每个泊位", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_a_reason_that_is_a_whole_sentence_is_to_be_seen(tone: str) -> None:
    reasons = (Row({"heading": "这是群众最盼的事", "argument": "去年热线接到诉求431件"}),) * 2
    for draft in said("on_site", tone, reasons=reasons):
        assert "要认清这是群众最盼的事" in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_a_goal_with_a_date_of_its_own_is_not_demanded(tone: str) -> None:
    for draft in said("on_site", tone, aim="到明年五一，46个码头全部达标"):
        assert not re.search("要到明年五一", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_funds_beside_partners_are_led_up_to(tone: str) -> None:
    told: dict[str, Value] = {"partners": "海事、边检每周碰一次头", "funds": "市里每个泊位补助3万元"}
    for draft in said("on_site", tone, **told):
        assert "碰一次头。投入也要跟上：市里每个泊位" in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_one_matter_at_hand_has_no_order(tone: str) -> None:
    row = {"heading": "修好吊机", "topic": "领导班子思想政治建设", "layer": "当前", "how": "把吊机送去检修"}
    for draft in said("organisation_work", tone, layered=(Row(row),)):
        assert "把吊机送去检修" in draft.composed.draft.text
        assert "哪件先动" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_a_second_matter_that_is_told_with_a_verb_fits_its_heading(tone: str) -> None:
    for draft in said("symposium", tone, second="加装电梯"):
        assert not re.search("做好加装|办好加装", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_who_has_set_terms_does_not_call_them_food_for_thought(tone: str) -> None:
    for draft in said("symposium", tone, next_speaker="港务局局长"):
        assert "供大家参考" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_one_task_beside_the_assessment_makes_two_numbers(tone: str) -> None:
    tasks = (Row({"heading": "管好闸口", "measures": ("逐辆登记",)}),)
    for draft in said("symposium", tone, tasks=tasks, checks="按月考评"):
        text = draft.composed.draft.text
        assert re.search("^1\\.管好闸口", text, re.MULTILINE)
        assert len(re.findall("^2\\.", text, re.MULTILINE)) == 1


@pytest.mark.parametrize("tone", TONES)
def test_several_measures_of_the_other_matter_are_numbered(tone: str) -> None:
    tasks = tuple(
        Row({"heading": f"管好{place}", "measures": ("清点一遍，逐件登记", "贴上封条"), "owner": "港务局"})
        for place in ("绞车", "吊机", "地磅")
    )
    for draft in said("symposium", tone, second="清查设备", second_why="月底要交账", second_tasks=tasks):
        text = draft.composed.draft.text
        assert text.count("一是清点一遍，逐件登记。二是") == 3


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    "told",
    [
        "港务局局长要求，把经验推到每一座码头",
        "港务局局长陶然强调：把经验推到每一座码头",
        "陶然同志要求把经验推到每一座码头",
    ],
)
@pytest.mark.parametrize("outline", ["on_site", "party_building", "mobilisation", "organisation_work"])
def test_an_instruction_that_names_its_giver_names_him_once(outline: str, told: str, tone: str) -> None:
    giver = "港务局局长" if told.startswith("港务局局长要求") else "港务局局长陶然同志"
    for draft in said(outline, tone, instruction_from=giver, instruction=told):
        text = draft.composed.draft.text
        assert text.count("把经验推到每一座码头") == 1
        assert not re.search("(?:局长|陶然|同志)(?:要求|强调)[，：把]*把经验", text)


@pytest.mark.parametrize("tone", TONES)
def test_nobody_agrees_with_the_plan_of_his_own_house(tone: str) -> None:
    for draft in said("inspection_drive", tone, scheme="昨天，港务局印发了《迎检三十条》"):
        assert not re.search("三十条》，我?(?:完全)?(?:同意|赞成)", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_how_far_the_others_are_is_told_without_praise(tone: str) -> None:
    for draft in said("on_site", tone, progress="全港还有31座码头没有班前会"):
        text = draft.composed.draft.text
        around = text[text.index("全港还有") - 25 : text.index("没有班前会") + 20]
        assert not re.search("成绩|大量工作|不少工作|心血|底子|努力的结果|但是|可是|不过", around), around


@pytest.mark.parametrize("tone", TONES)
def test_a_cause_that_is_nobodys_fault_is_blamed_on_nobody(tone: str) -> None:
    topics = tuple(
        Row({"name": name, "lacking": (f"{name}漏水",), "cause": f"{name}只有三座，是老底子", "aim": f"修好{name}"})
        for name in ("岸桥", "堆场", "闸口", "灯塔")
    )
    for draft in said("organisation_work", tone, topics=topics):
        blocks = [block.text for block in draft.composed.draft.blocks if "是老底子" in block.text]
        assert len(blocks) == 4
        for text in blocks:
            assert not re.search("带头改|改起，以上率下|负责同志改起|领导身上|自身改起|自觉|摆进去|执行不力|认领", text)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    ("answers", "count"),
    [
        ({}, 2),
        ({"partners": "海事和边检要互通消息"}, 3),
        ({"partners": "海事和边检要互通消息", "conduct": "每月跟船一趟"}, 4),
    ],
)
def test_a_year_is_told_of_no_partners_and_no_conduct_that_nobody_gave(
    answers: dict[str, str], count: int, tone: str
) -> None:
    for draft in said("work_conference", tone, **answers):
        text = draft.composed.draft.text
        assert len(re.findall("^[一二三四五]要", text, re.MULTILINE)) == count
        assert ("几家合办" in text or "单靠一家" in text) <= ("partners" in answers)
        assert ("轻车简从" in text or "报喜藏忧" in text) <= ("conduct" in answers)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    ("outline", "table", "row"),
    [
        ("campaign", "contents", {"name": "校磅", "detail": "地磅逐台校准", "sort": "服务"}),
        ("symposium", "tasks", {"heading": "守住桶站", "measures": ("早晚各守两小时",), "sort": "服务"}),
    ],
)
def test_what_serves_people_need_be_no_window(outline: str, table: str, row: dict[str, Value], tone: str) -> None:
    window = "笑脸相迎|进门的人|应承出去|问得最多|跑一趟|跑一回|白跑|自己来办|外人来办|电话|路指清|走上一遍|埋怨"
    for draft in said(outline, tone, **{table: (Row(row),)}):
        found = re.search(window, draft.composed.draft.text)
        assert not found, found


@pytest.mark.parametrize("tone", TONES)
def test_a_second_matter_that_is_a_thing_fits_its_heading(tone: str) -> None:
    for draft in said("symposium", tone, second="码头的环境卫生"):
        assert not re.search("推进码头的环境|环境卫生办|环境卫生怎样办|集中抓总有", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_items_that_end_in_full_stops_are_led_up_to_by_a_colon(tone: str) -> None:
    tasks = tuple(
        Row({"heading": f"管好{n}闸口", "measures": ("先教后罚", "罚了再教"), "owner": "港务局"})
        for n in "甲乙丙丁戊己庚辛壬癸子丑"
    )
    for draft in said("symposium", tone, tasks=tasks):
        assert "，一是先教后罚。" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_what_one_of_several_achievements_taught_is_not_said_to_explain_them_all(tone: str) -> None:
    taught = Row({"point": "绞车修好了", "done": "换了9台绞车", "moral": "先修后用，用才放心"})
    rows = (taught, Row({"point": "账目清了"}))
    for draft in said("work_conference", tone, achievements=rows):
        assert not re.search("我看就一条|换来的是这样的道理", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_targets_without_a_number_are_not_announced_as_numbers(tone: str) -> None:
    for draft in said("work_conference", tone, targets=("水库不垮坝",)):
        assert not re.search("落到数上|具体到数字", draft.composed.draft.text)
