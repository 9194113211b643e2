"""What a clerk finds of the lists of an old speech whose items begin with a dash or a bullet and have no number."""

from __future__ import annotations

import pytest

from tests.learning.fitting import fit_shipped

DONE = (
    "去年，全行上下攻坚克难，圆满完成了各项任务。",
    "——存款稳中有进。年末存款余额20.4亿元，同比增长9.7%，其中对公存款13.5亿元，增收1.2亿元。",
    "——服务提质增效。新设网点4个，惠及农户4100户。",
    "——队伍不断壮大。12名员工取得中级职称。",
)


@pytest.mark.parametrize("sign", ["——", "—", "--", "● ", "•", "■", "➢　"])
def test_achievements_behind_dashes_or_bullets_are_rows_and_not_figures_cut_out_of_them(sign: str) -> None:
    lines = [line.replace("——", sign) for line in DONE]
    fitted = fit_shipped("work_conference", *[(line, "", 0, "achievements") for line in lines])
    rows = [(row["point"], row["done"]) for row in fitted.answers["achievements"]]
    assert rows == [
        ("存款稳中有进", "年末存款余额20.4亿元，同比增长9.7%，其中对公存款13.5亿元，增收1.2亿元。"),
        ("服务提质增效", "新设网点4个，惠及农户4100户。"),
        ("队伍不断壮大", "12名员工取得中级职称。"),
    ]
    assert "figures" not in fitted.answers
    assert not any("存款" in text or "职称" in text for text in fitted.unplaced)


def test_tasks_behind_bullets_have_their_owner_and_their_deadline() -> None:
    fitted = fit_shipped(
        "work_conference",
        ("今年，要重点抓好以下工作：", "", 0, "tasks"),
        ("●建强监测网络。由监测处负责，10月底前新建自动站26个。", "", 0, "tasks"),
        ("●提升服务能力。开展“直通式”服务，覆盖新型经营主体1500家。", "", 0, "tasks"),
    )
    first, second = fitted.answers["tasks"]
    assert (first["heading"], first["owner"]) == ("建强监测网络", "监测处")
    assert second["heading"] == "提升服务能力"


def test_one_paragraph_behind_a_dash_is_no_list() -> None:
    said = "——鲁迅先生说过，路是人走出来的。"
    fitted = fit_shipped("work_conference", (said, "", 0, "achievements"))
    assert "achievements" not in fitted.answers
    assert any("路是人走出来的" in text for text in fitted.unplaced)
