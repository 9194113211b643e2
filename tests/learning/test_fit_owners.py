"""Who sees to a task of an old speech, with whom and by when, however the speech says it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.learning.fitting import fit_shipped

WORK = ("二、下一步重点任务", "二、", 1, "tasks")
OTHER = ("（二）抓好库房建设。新建库房3间。", "（二）", 2, "tasks")


def _first_task(said: str) -> dict[str, Any]:
    fitted = fit_shipped("work_conference", WORK, (f"（一）抓好档案接收。{said}", "（一）", 2, "tasks"), OTHER)
    first, _other = fitted.answers["tasks"]
    first["unplaced"] = fitted.unplaced
    return dict(first)


@pytest.mark.parametrize(
    "said",
    [
        "推进12个单位到期档案接收，由办公室会同各乡镇档案室抓好落实。",
        "推进12个单位到期档案接收。办公室要会同各乡镇档案室抓好落实。",
        "推进12个单位到期档案接收。请办公室会同各乡镇档案室抓紧推进。",
        "推进12个单位到期档案接收，由办公室会同各乡镇档案室共同组织实施。",
    ],
)
def test_those_who_see_to_it_with_others_stand_in_their_columns_and_in_no_measure(said: str) -> None:
    task = _first_task(said)
    assert (task["owner"], task["support"]) == ("办公室", "各乡镇档案室")
    assert task["measures"] == ["推进12个单位到期档案接收"]
    assert not any("会同" in text for text in task["unplaced"])
