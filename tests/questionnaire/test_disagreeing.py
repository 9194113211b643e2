"""Forms that say something else than the facts, or than each other: that is shown, and decided by a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import run
from tests.questionnaire.form_tools import FACTS, TASKS, a_form, collected, data, fill

pytestmark = pytest.mark.usefixtures("office")


def test_a_changed_answer_is_shown_and_not_taken() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"会议全称": "全县防汛会议", "完成率": "97%"})
    found = collected(form)
    (conflict,) = found["conflicts"]
    assert (conflict["path"], conflict["facts"], conflict["says"], conflict["unit"]) == (
        "meeting",
        "全县水利工作会议",
        "全县防汛会议",
        "县水利局",
    )
    assert data("facts.yaml")["meeting"] == "全县水利工作会议"
    assert data("facts.yaml")["rate"] == "97%"


def test_a_conflict_is_shown_again_until_it_is_decided() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"会议全称": "全县防汛会议"})
    said = run("collect", "facts.yaml", form)
    assert said.exit_code == 1
    assert "会议全称" in said.stdout
    assert "--take" in said.stdout
    assert collected(form)["conflicts"]
    assert collected(form, "--keep")["conflicts"] == []
    assert collected(form)["conflicts"] == []
    assert data("facts.yaml")["meeting"] == "全县水利工作会议"


def test_a_form_that_is_right_is_taken() -> None:
    one, two = a_form("a.xlsx", "县水利局"), a_form("b.xlsx", "县河长办")
    fill(one, {"会议全称": "全县防汛会议"}, {TASKS: {"C6": "修大渠"}})
    fill(two, {"会议全称": "别的会议"})
    found = collected(two, "--take", one)
    assert [conflict["unit"] for conflict in found["conflicts"]] == ["县河长办"]
    assert data("facts.yaml")["meeting"] == "全县防汛会议"
    assert data("facts.yaml")["tasks"][0] == {"heading": "修大渠", "owner": "县水利局"}
    assert (
        Path("facts.yaml")
        .read_text("utf-8")
        .startswith("# 县里的材料\noutline: small\nmeeting: '全县防汛会议'   # 已定\n")
    )


def test_a_form_named_in_two_ways_is_one() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"会议全称": "全县防汛会议"})
    found = collected(form, "./a.xlsx", "--take", str(Path(form).resolve()))
    assert len(found["taken"]) == 1
    assert data("facts.yaml")["meeting"] == "全县防汛会议"


def test_two_forms_that_disagree_about_a_gap_are_shown_against_each_other() -> None:
    one, two = a_form("a.xlsx", "县水利局"), a_form("b.xlsx", "县河长办")
    fill(one, {"完成率": "97%"})
    fill(two, {"完成率": "96%"})
    (conflict,) = collected(one, two)["conflicts"]
    assert (conflict["facts"], conflict["by"], conflict["says"], conflict["unit"]) == (
        "97%",
        ["县水利局"],
        "96%",
        "县河长办",
    )
    assert data("facts.yaml")["rate"] == "97%"


def test_answers_that_say_the_same_otherwise_are_the_same() -> None:
    facts = FACTS + "date: 2026年6月30日\nmoney: 12.50亿元\ntime: 上午9:30\n"
    Path("facts.yaml").write_text(facts, "utf-8")
    form = a_form("a.xlsx")
    fill(form, {"日期": "2026.6.30", "投入资金": 1_250_000_000, "开会时间": "上午9点半"})
    assert collected(form)["conflicts"] == []
    assert Path("facts.yaml").read_text("utf-8") == facts


def test_that_there_are_none_as_the_drafter_decided_is_not_undone_unseen() -> None:
    Path("facts.yaml").write_text(FACTS + "praise: []\n", "utf-8")
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={"表扬": {"C6": "张三", "C7": "李四"}})
    found = collected(form)
    assert [(one["path"], one["facts"], len(one["says"])) for one in found["conflicts"]] == [("praise", [], 2)]
    collected("--take", form)
    assert [row["name"] for row in data("facts.yaml")["praise"]] == ["张三", "李四"]
