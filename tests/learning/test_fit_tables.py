"""What a clerk finds of a table in an old speech that says what is to be done, who sees to it and by when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from drafting.learning.fit import Fitted
from tests.learning.fitting import check_nothing_is_invented, fit_shipped, shipped_outline
from tests.learning.speeches import speech

HEAD = ("二、今年重点任务", "二、", 1, "tasks")


def fitted(*rows: Sequence[str], listed: Sequence[tuple[Any, ...]] = (), move: str = "tasks") -> Fitted:
    """What is found in a part of tasks with a table of these rows, and what is listed behind it."""
    lines = [HEAD, *[("\t".join(row), "", 1, move) for row in rows], *listed]
    found = fit_shipped("work_conference", *lines)
    check_nothing_is_invented(speech(*lines), shipped_outline("work_conference"), found)
    return found


@pytest.mark.parametrize(
    ("task", "owner", "day"),
    [
        ("任务", "责任单位", "完成时限"),
        ("重点工作", "牵头部门（单位）", "完成时间"),
        ("项目名称", "责 任 人", "时限要求"),
        ("工作内容", "责任科室", "办结期限"),
    ],
)
def test_the_rows_of_a_table_of_tasks_are_tasks_with_owner_and_deadline(task: str, owner: str, day: str) -> None:
    found = fitted(
        ("序号", task, owner, day), ("1", "背街小巷整治", "第一中队", "6月底前"), ("2", "撤桶建站", "社区办", "8月底")
    )
    assert found.answers["tasks"] == [
        {"heading": "背街小巷整治", "owner": "第一中队", "deadline": "6月底"},
        {"heading": "撤桶建站", "owner": "社区办", "deadline": "8月底"},
    ]
    assert not any("\t" in text for text in found.unplaced)


def test_what_is_to_be_done_and_who_helps_have_their_cells_too() -> None:
    found = fitted(
        ("任务", "工作措施", "牵头单位", "配合单位", "完成时限"),
        ("背街小巷整治", "拆除违建；要疏通管网。", "城管局", "住建局、各社区", "6月底"),
        ("撤桶建站", "设投放点320个", "社区办", "", "长期坚持"),
    )
    first, second = found.answers["tasks"]
    assert first == {
        "heading": "背街小巷整治",
        "measures": ["拆除违建", "疏通管网"],
        "owner": "城管局",
        "support": "住建局、各社区",
        "deadline": "6月底",
    }
    assert (second["owner"], second.get("support"), second["schedule"]) == ("社区办", None, "长期坚持")


def test_a_cell_that_no_question_asks_for_and_a_row_of_another_size_are_told() -> None:
    found = fitted(
        ("任务", "责任单位", "投资（万元）"),
        ("背街小巷整治", "第一中队", "由市里安排资金"),
        ("合计两项", "两千万元"),
    )
    assert [row["heading"] for row in found.answers["tasks"]] == ["背街小巷整治"]
    told = "\n".join(found.unplaced)
    assert all(text in told for text in ("投资", "由市里安排资金", "合计两项", "两千万元"))


def test_what_a_table_says_of_a_task_of_the_list_comes_into_its_row() -> None:
    found = fitted(
        ("任务", "责任单位", "完成时限"),
        ("整治背街小巷", "第一中队", "6月底"),
        ("撤桶建站", "社区办", "8月底"),
        listed=(
            ("（一）整治背街小巷。拆除违建，疏通管网。", "（一）", 2, "tasks"),
            ("（二）改造老旧小区。新装电梯12部。", "（二）", 2, "tasks"),
        ),
    )
    rows = {row["heading"]: row for row in found.answers["tasks"]}
    assert set(rows) == {"整治背街小巷", "改造老旧小区", "撤桶建站"}
    assert (rows["整治背街小巷"]["owner"], rows["整治背街小巷"]["deadline"]) == ("第一中队", "6月底")
    assert rows["整治背街小巷"]["measures"] == ["拆除违建，疏通管网"]


def test_a_table_of_figures_gives_no_tasks() -> None:
    found = fitted(("项目", "上年", "本年"), ("垃圾清运量", "12万吨", "15万吨"), ("绿化面积", "30亩", "42亩"))
    assert "tasks" not in found.answers
    assert any("垃圾清运量" in text for text in found.unplaced)


def test_a_row_of_a_table_is_of_the_task_of_which_it_says_the_name_more_fully() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("二、全力抓好准备", "二、", 1, "tasks"),
        ("1.抓管网改造。剩余4公里必须完工。", "1.", 2, "tasks"),
        ("2.抓燃料储备。各企业要储煤8万吨。", "2.", 2, "tasks"),
        ("工作任务\t牵头单位\t完成时间", "", 2, "tasks"),
        ("老旧管网改造\t县住建局\t10月20日", "", 2, "tasks"),
        ("特困户热费减免\t县民政局\t10月底", "", 2, "tasks"),
    )
    heads = [(task["heading"], task.get("owner")) for task in fitted.answers["tasks"]]
    assert heads == [("抓管网改造", "县住建局"), ("抓燃料储备", None), ("特困户热费减免", "县民政局")]
