"""What a clerk finds in the facts when an old speech is fitted: each answer under the question that asks for it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from drafting.compose import compose
from drafting.draft import Draft
from drafting.facts.read import read_facts
from drafting.house import House
from drafting.learning.fit import Fitted, fit_speech
from drafting.yamlfile import parse_yaml
from tests.helpers import prepared
from tests.learning.fitting import fit_shipped, fit_to, shipped_outline
from tests.learning.speeches import speech

OLD = speech(
    ("在全县茶业工作会议上的讲话", "", 0, "title", "title"),
    ("县茶业局局长 江海平", "", 0, "byline", "byline"),
    ("各位代表、同志们：", "", 0, "greeting", "salutation"),
    ("这次会议是经县政府同意召开的。于凤鸣同志宣读了决定，我完全同意。下面，我再啰嗦几句。", "", 0, "opening"),
    ("一、去年的工作", "一、", 1, "achievements"),
    (
        "过去的一年，茶农和干部一起吃苦，茶业有了起色。全年采制干茶3.2万吨，同比增长8%；实现产值12亿元，增长6%。",
        "",
        1,
        "achievements",
    ),
    ("（一）茶园改好了。改造老茶园3万亩。", "（一）", 2, "achievements"),
    ("（二）路子走宽了。", "（二）", 2, "achievements"),
    ("一是开了网店40家；", "一是", 3, "achievements", "", True),
    ("二是进了超市9家。", "二是", 3, "achievements", "", True),
    ("在此，我代表县茶业局，向辛勤劳作的茶农表示衷心的感谢！", "", 1, "achievements"),
    ("问题也不少：", "", 1, "shortcomings"),
    ("一是品牌不响；", "一是", 2, "shortcomings", "", True),
    ("二是加工太粗；", "二是", 2, "shortcomings", "", True),
    ("三是后继乏人。这些问题，要一个一个解决。", "三是", 2, "shortcomings", "", True),
    ("二、认清形势", "二、", 1, "significance"),
    ("首先，茶是山里人的命根子。县委看得很重。", "首先，", 2, "significance"),
    ("其次，茶客的口味变了。", "其次，", 2, "significance", "", True),
    ("三、今年的任务", "三、", 1, "tasks"),
    ("总体要求是：以提质为主线，改园、改厂、改市场，确保干茶总产3.5万吨，产值增长7%以上。", "", 1, "goals"),
    ("（一）改茶园，提品质", "（一）", 2, "tasks"),
    ("1．换良种。8月底前换完良种茶园2万亩，由种苗站负责。", "1．", 3, "tasks"),
    ("2．修水渠。", "2．", 3, "tasks"),
    ("（二）改茶厂，上规模", "（二）", 2, "tasks"),
    ("要并小厂，要添新机。", "", 2, "tasks"),
    ("四、抓好落实", "四、", 1, "guarantee"),
    ("第一，要压实责任。", "第一，", 2, "guarantee"),
    ("第二，要强化督查。每月通报一次进度。", "第二，", 2, "guarantee", "", True),
    ("散会以后，各自抓紧。", "", 0, "closing"),
)
SHIPPED = ("work_conference", "inspection_drive", "campaign", "opinion", "symposium", "on_site", "party_building")


@cache
def fitted(name: str) -> Fitted:
    return fit_to(name, OLD)


def answers(name: str) -> dict[str, Any]:
    return dict(fitted(name).answers)


def fit(outline_yaml: str, *lines: Any) -> Fitted:
    return fit_speech(speech(*lines), prepared(outline_yaml), "small")


def plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def leaves(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [leaf for inner in (value.values() if hasattr(value, "values") else value) for leaf in leaves(inner)]


@pytest.mark.slow
@pytest.mark.parametrize("name", SHIPPED)
def test_every_clause_is_an_answer_or_drafted_or_listed(name: str) -> None:
    facts, _faults = read_facts(parse_yaml(fitted(name).facts_yaml, ""), shipped_outline(name).outline)
    drafted = plain(compose(shipped_outline(name), facts, House()).draft.text)
    held = plain(re.sub(r"\n +(?:- )?(?:\w+: )?|\n# ", "", fitted(name).facts_yaml))
    answered = [text for text in map(plain, leaves(fitted(name).answers)) if len(text) > 1]
    for block in OLD.blocks:
        for clause in re.split("[，。；：、！]", block.text[len(block.marker) :]):
            words = plain(clause).removeprefix("要" if "tasks" in block.move.value else "")
            pieces = [words]
            for answer in answered if words not in held + drafted else []:
                pieces = [piece for whole in pieces for piece in whole.split(answer)]
            for piece in pieces:
                assert len(piece) < 3 or piece in held or piece in drafted, clause


@pytest.mark.slow
@pytest.mark.parametrize("name", SHIPPED)
def test_no_sentence_stands_in_the_facts_twice(name: str) -> None:
    texts = re.sub("(?m)^#.*|  #.*", "", fitted(name).facts_yaml)
    for sentence in (
        "修水渠",
        "8月底前换完良种茶园2万亩",
        "改造老茶园3万亩",
        "茶是山里人的命根子",
        "改茶园，提品质",
        "于凤鸣同志",
    ):
        assert texts.count(sentence) <= 1


@pytest.mark.slow
def test_why_it_matters_is_no_mood_and_tasks_are_no_faults() -> None:
    assert "moods" not in answers("inspection_drive")
    assert "abilities" not in answers("campaign")
    assert answers("campaign")["reasons"][0]["heading"] == "茶是山里人的命根子"


@pytest.mark.slow
def test_a_speaker_is_no_office_that_issues_and_an_audience_no_office_addressed() -> None:
    assert not {"issuer", "addressee", "report"} & set(answers("opinion"))


LEFT = """
    numbering: [一、]
    questions: {funds: {ask: 资金从哪里来, type: long}}
    parts: [{move: guarantee, text: "{{ funds }}"}]
"""


def test_the_paragraph_left_answers_only_a_question_whose_words_it_has() -> None:
    assert fit(LEFT, ("天冷了，大家多穿些衣裳。", "", 0, "guarantee")).answers == {}
    money = "县里已经安排资金300万元，一个月内到账。"
    assert fit(LEFT, (money, "", 0, "guarantee")).answers == {"funds": money}


def test_what_stands_in_the_speech_under_its_own_name_is_found() -> None:
    found = answers("work_conference")
    assert found["host"] == "县政府"
    assert found["year"] == "过去的一年，茶农和干部一起吃苦，茶业有了起色"
    assert found["figures"] == [{"what": "全年采制干茶", "now": "3.2万吨"}, {"what": "实现产值", "now": "12亿元"}]
    assert found["thanks_to"] == ["辛勤劳作的茶农"]
    assert found["focus"] == "以提质为主线，改园、改厂、改市场"
    assert found["targets"] == ["确保干茶总产3.5万吨", "产值增长7%以上"]
    assert (found["duty"], found["checks"]) == ("要压实责任", "每月通报一次进度")


def test_a_target_is_no_figure_of_what_there_is() -> None:
    assert [row["now"] for row in answers("opinion")["figures"]] == ["3.2万吨", "12亿元"]


def test_a_list_within_an_achievement_is_what_was_done() -> None:
    assert answers("work_conference")["achievements"][1] == {
        "point": "路子走宽了",
        "done": "一是开了网店40家；二是进了超市9家。",
    }


@pytest.mark.slow
def test_what_is_said_of_all_shortcomings_is_none_of_them() -> None:
    assert answers("work_conference")["shortcomings"] == ["品牌不响", "加工太粗", "后继乏人"]
    assert "这些问题，要一个一个解决。" in fitted("work_conference").unplaced


def test_siblings_stand_in_one_column() -> None:
    assert answers("symposium")["shortcomings"] == [{"point": "品牌不响"}, {"point": "加工太粗"}, {"point": "后继乏人"}]


@pytest.mark.slow
def test_shortcomings_of_a_sentence_each_stand_in_one_column_though_some_are_long() -> None:
    said = [
        "个别单位重生产、轻安全，“说起来重要、忙起来不要”的现象没有根除",
        "外协队伍管理不到位，外协人员违章占了七成",
        "部分设备老化，两台门机超期服役",
    ]
    lines = [(f"（{number}）{text}；", f"（{number}）", 1, "shortcomings") for number, text in enumerate(said, 1)]
    found = fit_shipped("symposium", ("工作中还存在不少问题：", "", 0, "shortcomings"), *lines)
    assert found.answers["shortcomings"] == [{"point": text} for text in said]


def test_a_measure_leaves_the_word_that_the_outline_says_to_it() -> None:
    assert answers("work_conference")["tasks"][1]["measures"] == ["并小厂", "添新机"]


def test_the_tasks_of_an_opinion_name_their_section() -> None:
    assert [row["name"] for row in answers("opinion")["sections"]] == ["改茶园", "改茶厂"]
    assert answers("opinion")["items"] == [
        {
            "heading": "换良种",
            "section": "改茶园",
            "measures": ["8月底前换完良种茶园2万亩"],
            "owner": "种苗站",
            "deadline": "8月底",
        },
        {"heading": "修水渠", "section": "改茶园"},
    ]


@pytest.mark.slow
def test_places_seen_are_seen_and_not_heard() -> None:
    draft = Draft(
        (
            *OLD.blocks[:3],
            *speech(("刚才，县财政局通报了情况，云山镇作了发言，讲得都好。", "", 0, "opening")).blocks,
        )
    )
    found = fit_to("on_site", draft).answers
    assert "visited" not in found
    assert [row["who"] for row in found["agenda"]] == ["县财政局", "云山镇"]


def test_a_host_is_named_in_full_and_everybody_is_nobody_to_thank() -> None:
    old = speech(
        ("在公司动员会上的讲话", "", 0, "title", "title"),
        ("今天的会议，是经公司总经理办公会研究决定召开的。", "", 0, "opening"),
        ("在此，我代表公司，向大家表示衷心的感谢！", "", 0, "achievements"),
    )
    answers = fit_to("work_conference", old).answers
    assert answers["host"] == "公司总经理办公会"
    assert "thanks_to" not in answers


def test_in_whose_name_the_thanks_are_did_not_decide_on_the_meeting() -> None:
    title = ("在全县税务工作会议上的讲话", "", 0, "title", "title")
    thanks = ("这是大家共同奋斗的结果。在此，我代表局党委，向大家表示衷心的感谢！", "", 0, "achievements")
    opening = ("经局党组研究，今天召开全县税务工作会议。", "", 0, "opening")
    assert "host" not in fit_shipped("work_conference", title, thanks).answers
    assert fit_shipped("work_conference", title, opening, thanks).answers["host"] == "局党组"
    decided = ("上月，省里开了会。县委、县政府决定召开全县税务工作会议。", "", 0, "opening")
    assert fit_shipped("work_conference", title, decided, thanks).answers["host"] == "县委、县政府"


def test_what_is_to_be_done_is_no_reason_for_it() -> None:
    old = speech(
        ("一、优化服务。增设绿色通道，把网办率提高到98%。", "一、", 1, "tasks"),
        ("二、规范案件。逐案评查，凡是没有查清的，一律恢复执行。", "二、", 1, "tasks"),
    )
    rows = fit_to("work_conference", old).answers["tasks"]
    assert [row["measures"] for row in rows] == [
        ["增设绿色通道，把网办率提高到98%"],
        ["逐案评查，凡是没有查清的，一律恢复执行"],
    ]


def test_how_things_are_is_no_standard_that_must_be_met() -> None:
    fitted = fit_shipped(
        "mobilisation",
        ("一、当前安全形势怎么看", "一、", 1, "goals"),
        ("一看观众流量。节假日日均观众达到1.6万人次。", "一看", 2, "goals"),
        ("二看设施设备。消防管网使用超过15年，探头完好率只有88%。", "二看", 2, "goals"),
    )
    assert "standards" not in fitted.answers
    assert any("探头完好率只有88%" in text for text in fitted.unplaced)


def test_the_work_of_another_meeting_is_not_the_work_of_this_one() -> None:
    answers = fit_shipped(
        "work_conference",
        ("在全馆安全保卫工作会议上的讲话", "", 0, "title"),
        ("今天开会，主要任务是贯彻全省文物工作会议精神，部署今年的事。", "", 0, "opening"),
    ).answers
    assert answers["work"] == "安全保卫工作"


def test_a_lesson_in_one_sentence_is_its_first_clause_and_how_it_was_done() -> None:
    fitted = fit_shipped(
        "on_site",
        ("临河县的做法有三条值得学习：", "", 0, "experience"),
        ("一是县级统筹，把农田、水利、交通资金捆在一起用。", "一是", 1, "experience"),
        ("二是建管并重，每个项目区都落实管护员。", "二是", 1, "experience"),
        ("三是群众参与，每片农田都请5名群众代表监督施工。", "三是", 1, "experience"),
    )
    assert [lesson["point"] for lesson in fitted.answers["lessons"]] == ["县级统筹", "建管并重", "群众参与"]
    assert fitted.answers["lessons"][1]["done"].rstrip("。") == "每个项目区都落实管护员"
