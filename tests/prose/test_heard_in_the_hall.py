"""What fresh readers stumbled on when they took the drafts as speeches, with the facts of other trades."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from drafting.facts.model import Facts, Row, Value
from tests.prose.shipped import TONES, changed, loaded
from tests.prose.ways import Said, rounds

pytestmark = pytest.mark.slow


def said(outline: str, tone: str, **answers: Value) -> list[Said]:
    """The lean example in a tone, with more answers, in every way of every wording."""
    whole = loaded(f"{outline}-lean")
    facts: Facts = changed(whole.facts, tone=tone)
    return rounds(whole.prepared, replace(facts, answers={**facts.answers, **answers}), whole.house)


@pytest.mark.parametrize("tone", TONES)
def test_who_has_heard_the_others_is_not_asked_to_begin(tone: str) -> None:
    agenda = (Row({"who": "三号码头", "did": "谈了自己的做法"}),)
    for draft in said("symposium", tone, agenda=agenda):
        assert "希望大家敞开来谈" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_labels_of_measures_stay_of_one_length(tone: str) -> None:
    measures = tuple(
        f"{label}。{rest}"
        for label, rest in (("补齐缺口", "配齐绞车"), ("打通堵点", "拓宽闸口"), ("改进排班", "夜班加人"))
    )
    tasks = (Row({"heading": "疏通港区", "measures": measures}),)
    for draft in said("symposium", tone, tasks=tasks):
        text = draft.composed.draft.text
        assert "一是补齐缺口。" in text
        assert "二是打通堵点。" in text
        assert "三是改进排班。" in text


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    ("outline", "row"),
    [("on_site", {}), ("party_building", {}), ("opinion", {"section": "思想"})],
)
def test_a_long_condition_is_an_order_and_not_an_argument(outline: str, row: dict[str, str], tone: str) -> None:
    """“只有” is forgotten before “才能” comes if there are clauses in between."""
    measures = ("清点库房，缺的补齐", "做到随叫随到")
    table = "items" if outline == "opinion" else "tasks"
    rows = tuple(
        Row({**row, "heading": f"管好{n}", "measures": measures, "order": "因果"}) for n in ("吊机", "堆场", "闸口")
    )
    for draft in said(outline, tone, **{table: rows}):
        assert "只有清点库房" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_the_leader_is_given_the_floor_in_a_paragraph_of_its_own(tone: str) -> None:
    for draft in said("organisation_work", tone, leader="港务局局长"):
        assert re.search("请港务局局长(?:作重要)?讲话", draft.composed.draft.blocks[-1].text)
        assert len(draft.composed.draft.blocks[-1].text) < 40


AGENDAS = (
    "campaign",
    "inspection_drive",
    "mobilisation",
    "on_site",
    "organisation_work",
    "party_building",
    "symposium",
    "work_conference",
)


def heard(outline: str, tone: str, *contributions: str) -> list[str]:
    """What is said right behind what others said before the speech, in every way of every wording."""
    rows = tuple(Row({"who": f"{n}号码头", "did": did}) for n, did in zip("一二三", contributions, strict=False))
    drafts = [draft.composed.draft.text for draft in said(outline, tone, agenda=rows)]
    found = [line.partition(contributions[-1])[2] for text in drafts for line in text.splitlines() if "号码头" in line]
    assert len(found) == len(drafts)
    return found


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", AGENDAS)
def test_what_was_pledged_is_to_be_kept_and_not_learnt_from(outline: str, tone: str) -> None:
    for line in heard(outline, tone, "宣读了方案", "作了表态发言"):
        assert re.search("做到|兑现|算数|照这个去做|照着办|行动|交账|践行|就干到哪里|干成一件", line)
        assert not re.search("借鉴|经验|推广|学过来|取人之长|赞成|同意|交流", line)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", AGENDAS)
def test_of_an_account_nothing_is_borrowed_and_nothing_is_to_be_kept(outline: str, tone: str) -> None:
    for line in heard(outline, tone, "通报了去年的事故"):
        assert not re.search("借鉴|哪些经验|会上的交流|别人的事|学到一招|兑现|说过的话|赞成|同意", line)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", AGENDAS)
def test_what_went_wrong_is_not_approved_nor_taken_for_a_pledge_or_a_model(outline: str, tone: str) -> None:
    for told in ("通报了装卸任务没有完成的情况", "通报了承诺事项没有兑现的情况", "通报了3起违章典型案例"):
        for line in heard(outline, tone, told):
            assert not re.search("赞成|同意|话说得硬气|掷地有声|借鉴", line)


@pytest.mark.parametrize("tone", TONES)
def test_nothing_is_approved_where_somebody_has_told_of_faults(tone: str) -> None:
    for line in heard("inspection_drive", tone, "部署了迎评任务", "作了检讨"):
        assert not re.search("赞成|同意", line)


FAULTS = (
    ("通报了装卸任务没有完成的情况",),
    ("通报了3起违章典型案例",),
    ("部署了全年工作", "通报了承诺没有兑现的情况"),
    ("作了表态发言", "作了检讨"),
)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", AGENDAS)
def test_an_account_of_faults_is_a_warning_and_neither_approved_nor_applauded(outline: str, tone: str) -> None:
    for contributions in FAULTS:
        for line in heard(outline, tone, *contributions):
            assert re.search("自查|整改|改正|对照|查一遍|查到就改|马上改|有则改之|往自己身上找", line)
            assert not re.search("赞成|同意|鼓劲|心热|硬气|掷地有声|就要算数|借鉴|学过来|学到手|传达", line)
    for line in heard(outline, tone, "作了检讨", "部署了迎评任务"):
        assert re.search("部署的工作|交办的事项|布置的事|派下来的活|该办的事|任务领到了手|部署已经下达", line)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", AGENDAS)
def test_a_pledge_that_comes_last_does_not_hide_what_was_heard_before_it(outline: str, tone: str) -> None:
    for line in heard(outline, tone, "通报了自评中发现的问题", "部署了迎评任务", "表了态"):
        assert re.search("问题|毛病", line)
        assert re.search("部署|布置|差事|任务|号令", line)
        assert re.search("表态|承诺|话是当着大家说的|话说到哪里", line)
    for line in heard(outline, tone, "作了表态"):
        assert not re.search("同类问题|讲到的问题|毛病|部署的|布置下来|差事|任务|号令", line)


@pytest.mark.parametrize("tone", TONES)
def test_nothing_is_approved_beside_what_lays_nothing_down(tone: str) -> None:
    for line in heard("inspection_drive", tone, "部署了迎评任务", "介绍了做法"):
        assert not re.search("赞成|同意", line)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", AGENDAS)
def test_a_plain_account_stirs_nobody(outline: str, tone: str) -> None:
    for line in heard(outline, tone, "通报了宿舍检查情况"):
        assert not re.search("赞成|同意|鼓劲|心热|耳热|激动|鼓起来", line)


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", AGENDAS)
def test_nobody_is_asked_to_listen_to_what_has_been_said(outline: str, tone: str) -> None:
    for did in ("通报了去年的情况", "介绍了做法", "作了表态发言"):
        for line in heard(outline, tone, did):
            assert not re.search("大家边听|大家记下来|有关的内容记下", line)


@pytest.mark.parametrize("tone", TONES)
def test_models_who_have_spoken_are_not_said_to_follow(tone: str) -> None:
    models = tuple(Row({"who": f"{n}号码头", "lesson": f"把{n}号吊机修好了"}) for n in "一二")
    for draft in said("work_conference", tone, models=models):
        assert "下面两家" not in draft.composed.draft.text


@pytest.mark.parametrize("tone", TONES)
def test_nothing_is_called_the_last_while_the_leader_has_yet_to_speak(tone: str) -> None:
    for replies in ("提的意见由港务局汇总", ""):
        more: dict[str, Value] = {"next_speaker": "港务局局长", **({"replies": replies} if replies else {})}
        for draft in said("symposium", tone, **more):
            assert not re.search("(?<!会议)最后", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_an_example_speaks_for_itself_and_not_every_feature_ends_in_an_exhortation(tone: str) -> None:
    features = tuple(
        Row({"point": f"{n}有起色", "done": f"{n}修了吊机", "examples": (f"{n}的老师傅教会了徒弟",), "sort": sort})
        for n, sort in (("码头", "组织"), ("堆场", "创新"), ("闸口", "群众"))
    )
    for draft in said("symposium", tone, features=features):
        text = draft.composed.draft.text
        assert not re.search("(?:比如|例如)，", text)
        assert "堆场的老师傅教会了徒弟。\n" in text


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("sort", ["组织", "创新", "群众", "协作", "作风"])
def test_praise_that_stands_before_what_was_done_demands_nothing(tone: str, sort: str) -> None:
    features = tuple(
        Row({"point": f"{n}有起色", "done": f"{n}修了吊机", "sort": kind})
        for n, kind in (("码头", ""), ("堆场", sort), ("闸口", ""))
    )
    for draft in said("symposium", tone, features=features):
        (before,) = re.findall("堆场有起色。(.+?)堆场修了吊机", draft.composed.draft.text)
        assert not re.search("要(?!担心)|鼓励|往后|今后", before), before


@pytest.mark.parametrize("tone", TONES)
def test_what_is_not_answered_in_the_hall_is_settled_in_one_place(tone: str) -> None:
    answered = (Row({"who": "船队", "said": "泊位不够", "reply": "请港务局月底前划出两个泊位"}),)
    for draft in said("symposium", tone, responses=answered, replies="请港务局办公室两周之内答复"):
        assert not re.search("会后继续研究|会后再作研究|散会以后再提", draft.composed.draft.text)


@pytest.mark.parametrize("tone", TONES)
def test_leaders_are_sent_to_the_spot_once(tone: str) -> None:
    duty, checks, conduct = (set[str]() for _ in range(3))
    for draft in said("work_conference", tone, conduct="各级领导干部不许插手工程"):
        for found, key in ((duty, "duty"), (checks, "checks"), (conduct, "conduct")):
            found |= {clause for clause in draft.by_key[f"guarantee/{key}"] if re.search("到现场|往现场", clause)}
    assert sum(map(bool, (duty, checks, conduct))) <= 1, (duty, checks, conduct)
