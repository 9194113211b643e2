"""What a clerk finds of the numbered measures below the tasks of an old speech."""

from __future__ import annotations

import pytest

from tests.learning.fitting import fit_shipped

TASKS = ("二、今年的任务", "二、", 1, "tasks")
BEDS = ("（一）改善护理条件", "（一）", 2, "tasks")


def test_who_leads_the_only_measure_of_a_task_and_when_it_is_due_is_the_tasks() -> None:
    fitted = fit_shipped(
        "work_conference",
        TASKS,
        BEDS,
        ("1.购置护理床200张，由设备科负责，8月底前完成。", "1.", 3, "tasks"),
        ("（二）培训护士", "（二）", 2, "tasks"),
        ("1.护理部要会同人事科，办好岗前培训。", "1.", 3, "tasks"),
    )
    beds, nurses = fitted.answers["tasks"]
    assert (beds["measures"], beds["owner"], str(beds["deadline"])) == (["购置护理床200张"], "设备科", "8月底")
    assert (nurses["measures"], nurses["owner"], nurses["support"]) == (["办好岗前培训"], "护理部", "人事科")


def test_who_leads_one_of_several_measures_and_when_it_is_due_stays_with_it() -> None:
    fitted = fit_shipped(
        "work_conference",
        TASKS,
        BEDS,
        ("1.购置护理床200张，由设备科负责，8月底前完成。", "1.", 3, "tasks"),
        ("2.改造病房12间。", "2.", 3, "tasks"),
        ("（二）培训护士", "（二）", 2, "tasks"),
        ("1.办好岗前培训。", "1.", 3, "tasks"),
    )
    beds, _nurses = fitted.answers["tasks"]
    assert beds["measures"] == ["购置护理床200张，由设备科负责，8月底前完成", "改造病房12间"]
    assert not {"owner", "deadline"} & set(beds)


def test_a_task_is_a_task_though_its_heading_says_what_another_question_asks_for() -> None:
    heads = ["深化优质护理", "强化师资队伍建设", "加强护理队伍建设", "改善护理条件"]
    lines = [
        line
        for head, mark in zip(heads, ["（一）", "（二）", "（三）", "（四）"], strict=True)
        for line in [
            (f"{mark}{head}", mark, 2, "tasks"),
            (f"1.为{head}办好培训。", "1.", 3, "tasks"),
            (f"2.为{head}立好规矩。", "2.", 3, "tasks"),
        ]
    ]
    fitted = fit_shipped("work_conference", TASKS, *lines)
    assert [row["heading"] for row in fitted.answers["tasks"]] == heads


@pytest.mark.slow
def test_who_does_it_together_with_whom_is_said_once_and_is_not_listed_as_not_placed() -> None:
    fitted = fit_shipped(
        "work_conference",
        TASKS,
        ("（一）抓教育。教育科要会同心理中心，对新入监罪犯全部进行测评；要办好讲堂。", "（一）", 2, "tasks"),
        ("（二）抓保障。要修好围墙37米。", "（二）", 2, "tasks"),
    )
    taught, _walls = fitted.answers["tasks"]
    assert (taught["owner"], taught["support"]) == ("教育科", "心理中心")
    assert taught["measures"] == ["对新入监罪犯全部进行测评", "办好讲堂"]
    assert not any("教育科" in text for text in fitted.unplaced)


@pytest.mark.slow
def test_matters_are_found_alike_whether_or_not_they_hold_lists_and_none_of_their_measures_is_lost() -> None:
    lines = [
        ("（一）抓好农资供应。农资公司要备足化肥1.5万吨。", "（一）", 2, "tasks"),
        ("（二）抓好资产盘活。盘活闲置门店4处。", "（二）", 2, "tasks"),
    ]
    listed = [("1.清查家底。要逐店登记。", "1.", 3, "tasks"), ("2.公开招租。要面向全县。", "2.", 3, "tasks")]
    matters = [{"name": "抓好农资供应"}, {"name": "抓好资产盘活"}]
    plain = fit_shipped("organisation_work", TASKS, *lines).answers
    assert plain["topics"] == matters
    assert [(row["topic"], row["how"]) for row in plain["steps"]] == [
        ("抓好农资供应", "备足化肥1.5万吨"),
        ("抓好资产盘活", "盘活闲置门店4处"),
    ]
    mixed = fit_shipped(
        "organisation_work", TASKS, lines[0], ("（二）抓好资产盘活", "（二）", 2, "tasks"), *listed
    ).answers
    assert mixed["topics"] == matters
    assert [row["how"] for row in mixed["steps"]] == ["备足化肥1.5万吨", "逐店登记", "面向全县"]


def test_what_is_all_that_is_to_be_done_by_a_day_is_the_measure_and_no_schedule() -> None:
    fitted = fit_shipped(
        "work_conference",
        TASKS,
        ("（一）狠抓不良清收。由风险管理部负责，11月底前清收2500万元。", "（一）", 2, "tasks"),
        ("（二）狠抓合规管理。由合规部负责，8月底前组织全员考试。", "（二）", 2, "tasks"),
    )
    bad, rules = fitted.answers["tasks"]
    assert (bad["measures"], bad["owner"], str(bad["deadline"])) == (["11月底前清收2500万元"], "风险管理部", "11月底")
    assert (rules["measures"], rules["owner"]) == (["8月底前组织全员考试"], "合规部")
    assert not any("schedule" in row for row in (bad, rules))


def test_where_two_bodies_must_do_something_each_neither_leads_the_whole() -> None:
    fitted = fit_shipped(
        "work_conference",
        TASKS,
        ("（一）管好危险货物。油品公司要执行安全确认制度。安全部要每月检查一次。", "（一）", 2, "tasks"),
        ("（二）管好外协队伍。人事部要清理86支队伍。", "（二）", 2, "tasks"),
    )
    oil, hired = fitted.answers["tasks"]
    assert oil["measures"] == ["油品公司要执行安全确认制度", "安全部要每月检查一次"]
    assert "owner" not in oil
    assert hired["owner"] == "人事部"


def test_that_somebody_is_in_charge_is_no_part_of_the_measure_that_follows_at_once() -> None:
    fitted = fit_shipped(
        "mobilisation",
        TASKS,
        ("1.抓队伍。由武装部负责组建一支60人的抢险队，各社区要组建小分队。", "1.", 2, "tasks"),
        ("2.抓物资。要备足编织袋2万条。", "2.", 2, "tasks"),
    )
    people, _goods = fitted.answers["tasks"]
    assert (people["owner"], people["measures"]) == ("武装部", ["组建一支60人的抢险队，各社区要组建小分队"])


def test_what_is_built_within_the_year_is_a_measure_and_no_reason() -> None:
    row = fit_shipped(
        "mobilisation",
        ("二、主要任务", "二、", 1, "tasks"),
        ("（一）抓消防水源。年内新建消火栓120个，做到镇镇覆盖。水务公司要把巡查纳入日常。", "（一）", 2, "tasks"),
        ("（二）抓通道清理。6月底前清理一遍。", "（二）", 2, "tasks"),
    ).answers["tasks"][0]
    assert row["measures"][0] == "年内新建消火栓120个，做到镇镇覆盖"
    assert "why" not in row
