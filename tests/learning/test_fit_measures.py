"""What a clerk finds of the numbered measures below the tasks of an old speech."""

from __future__ import annotations

from tests.learning.fitting import fit_shipped

TASKS = ("二、今年的任务", "二、", 1, "tasks")


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
