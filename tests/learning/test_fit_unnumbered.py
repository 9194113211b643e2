"""Paragraphs without numbers that each begin with what they are about are rows when an old speech is fitted."""

from __future__ import annotations

from tests.learning.fitting import fit_shipped

REVIEW = ("一、2024年工作回顾", "一、", 1, "achievements")
PLANS = ("二、2025年重点工作", "二、", 1, "tasks")


def test_achievements_and_tasks_in_paragraphs_with_heads_are_found_with_owner_and_deadline() -> None:
    answers = fit_shipped(
        "work_conference",
        REVIEW,
        ("经营规模扩大。全系统销售总额12.6亿元，同比增长9%。", "", 1, "achievements"),
        ("服务能力增强。土地托管面积8.3万亩，新建服务站16个。", "", 1, "achievements"),
        PLANS,
        ("抓好农资保供。3月底前储备化肥1.2万吨，由农资公司负责。", "", 1, "tasks"),
        ("抓好土地托管。全年托管面积达到10万亩，由业务科牵头。", "", 1, "tasks"),
    ).answers
    assert [row["point"] for row in answers["achievements"]] == ["经营规模扩大", "服务能力增强"]
    assert [(row["heading"], row["owner"]) for row in answers["tasks"]] == [
        ("抓好农资保供", "农资公司"),
        ("抓好土地托管", "业务科"),
    ]


def test_one_such_paragraph_alone_and_what_stands_beside_a_list_are_no_rows() -> None:
    alone = fit_shipped("work_conference", PLANS, ("抓好农资保供。3月底前储备化肥1.2万吨。", "", 1, "tasks"))
    assert "tasks" not in alone.answers
    beside = fit_shipped(
        "work_conference",
        PLANS,
        ("任务十分繁重。大家要心里有数，早作打算。", "", 1, "tasks"),
        ("办法总比困难多。关键在于落实，要抓住两件事。", "", 1, "tasks"),
        ("（一）抓好农资保供。3月底前储备化肥1.2万吨。", "（一）", 2, "tasks"),
        ("（二）抓好土地托管。全年托管10万亩。", "（二）", 2, "tasks"),
    )
    assert [row["heading"] for row in beside.answers["tasks"]] == ["抓好农资保供", "抓好土地托管"]


def test_shortcomings_that_begin_with_an_example_are_told_without_the_word_for_it() -> None:
    told = "当然，我们还有不足。比如，食堂开开停停；账目挂得不高；护理员不够。"
    found = fit_shipped("work_conference", (told, "", 0, "shortcomings")).answers["shortcomings"]
    assert found == ["食堂开开停停", "账目挂得不高", "护理员不够"]


def test_reasons_in_paragraphs_that_each_begin_with_one_are_rows() -> None:
    rows = fit_shipped(
        "mobilisation",
        ("一、为什么要建“无废城市”", "一、", 1, "significance"),
        ("建“无废城市”是守住家底的需要。全市的填埋场只够用三年。", "", 1, "significance"),
        ("建“无废城市”是群众生活的需要。去年垃圾投诉占到四成。", "", 1, "significance"),
    ).answers["reasons"]
    assert [(row["heading"], row["argument"]) for row in rows] == [
        ("建“无废城市”是守住家底的需要", "全市的填埋场只够用三年。"),
        ("建“无废城市”是群众生活的需要", "去年垃圾投诉占到四成。"),
    ]


def test_who_leads_stands_behind_the_short_sentence_that_a_paragraph_begins_with() -> None:
    answers = fit_shipped(
        "mobilisation",
        ("四、怎样保证做好", "四、", 1, "guarantee"),
        ("加强组织领导。学校成立专班，由我任组长，每周五调度一次。", "", 1, "guarantee"),
        ("做好后勤保障。总务处5月底前完成改造。", "", 1, "guarantee"),
    ).answers
    assert answers["command"] == "学校成立专班，由我任组长，每周五调度一次"
