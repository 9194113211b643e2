"""Forms that come back changed, emptied, corrected, from several at once: nothing is lost, and nothing made up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import ROOT, run
from tests.questionnaire.form_tools import (
    FACTS,
    PRAISE,
    TASKS,
    a_form,
    collected,
    data,
    done,
    fill,
)

pytestmark = pytest.mark.usefixtures("office")


def at_once(commands: list[list[str]]) -> list[int]:
    """The exit statuses of commands that are started together."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "drafting", *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for command in commands
    ]
    return [one.wait() for one in running]


@pytest.mark.slow
def test_of_changes_made_at_the_same_time_none_that_was_reported_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    codes = at_once([["set", "facts.yaml", f"tasks[+].heading=任务{n}"] for n in range(3)])
    rows = [row["heading"] for row in data("facts.yaml")["tasks"]]
    assert 0 in codes
    assert set(codes) <= {0, 2}
    assert len(rows) == 2 + codes.count(0)
    assert not list(Path().glob(".*.lock"))


@pytest.mark.slow
def test_of_forms_made_at_the_same_time_each_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    assert at_once([["form", "facts.yaml", "--for", f"局{n}", "-o", f"f{n}.yaml"] for n in range(3)]) == [0] * 3
    forms = json.loads(done("status", "facts.yaml", "--json"))["forms"]
    assert sorted(form["unit"] for form in forms) == ["局0", "局1", "局2"]


def test_what_a_department_emptied_or_took_out_is_shown_and_stays() -> None:
    form = a_form("a.xlsx", "县水利局")
    before = Path("facts.yaml").read_bytes()
    fill(form, {"会议全称": None}, {TASKS: {"C6": None, "F6": None}})
    found = collected(form)
    assert [(one["path"], one["facts"], one["says"]) for one in found["conflicts"]] == [
        ("meeting", "全县水利工作会议", ""),
        ("tasks[1]", {"heading": "修渠", "owner": "县水利局"}, ""),
    ]
    assert Path("facts.yaml").read_bytes() == before
    assert "nothing" in run("collect", "facts.yaml", form).stdout
    assert collected(form, "--keep")["conflicts"] == []
    assert collected(form)["conflicts"] == []


def test_what_a_form_that_is_right_does_not_say_any_more_goes() -> None:
    Path("facts.yaml").write_text(FACTS + "  - heading: 建闸\n    owner: 县水利局\n    sum: 300\nrate: 9%\n", "utf-8")
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": None}, {TASKS: {"C6": None, "F6": None, "H7": None}})
    assert collected("--take", form)["conflicts"] == []
    facts = data("facts.yaml")
    assert "rate" not in facts
    assert facts["tasks"] == [{"heading": "清淤", "owner": "县河长办"}, {"heading": "建闸", "owner": "县水利局"}]
    assert facts["meeting"] == "全县水利工作会议"


def test_a_row_typed_over_by_another_one_is_shown_as_taken_out() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={TASKS: {"C6": "建设高标准农田", "G6": "12月底"}})
    found = collected(form)
    assert [one["path"] for one in found["conflicts"]] == ["tasks[1]"]
    assert [row["heading"] for row in data("facts.yaml")["tasks"]] == ["修渠", "清淤", "建设高标准农田"]


def test_who_says_what_is_told_as_it_is_after_a_form_was_taken() -> None:
    Path("facts.yaml").write_text(FACTS + "rate: 1%\n", "utf-8")
    one, two = a_form("y1.yaml", "局1"), a_form("y2.yaml", "局2")
    for form, rate in ((one, "11%"), (two, "22%")):
        text = Path(form).read_text("utf-8")
        Path(form).write_text(text.replace("\nrate: 1%", f"\nrate: {rate}"), "utf-8")
    (conflict,) = collected(one, "--take", two)["conflicts"]
    assert (conflict["facts"], conflict["by"], conflict["says"], conflict["unit"]) == ("22%", ["局2"], "11%", "局1")
    assert data("facts.yaml")["rate"] == "22%"


def test_a_form_that_was_kept_out_can_be_taken_after_all() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"会议全称": "全县防汛会议"}, {TASKS: {"H6": 300}})
    collected(form, "--keep")
    assert data("facts.yaml")["meeting"] == "全县水利工作会议"
    collected("--take", form)
    assert data("facts.yaml")["meeting"] == "全县防汛会议"
    done("set", "facts.yaml", "meeting=手改的会议", "tasks[1].sum=280")
    collected("--take", form)
    assert data("facts.yaml")["meeting"] == "全县防汛会议"
    assert data("facts.yaml")["tasks"][0]["sum"] == "300"
    assert len(data("facts.yaml")["tasks"]) == 2


def test_a_form_that_is_right_brings_back_nothing_that_it_was_only_sent_with() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"})
    done("set", "facts.yaml", "meeting=改了名的会议", "tasks[1].heading=修大渠")
    collected("--take", form)
    assert data("facts.yaml")["meeting"] == "改了名的会议"
    assert [row["heading"] for row in data("facts.yaml")["tasks"]] == ["修大渠", "清淤"]


def test_what_two_departments_say_of_the_same_is_not_put_together() -> None:
    one, two = a_form("a.xlsx", "甲局"), a_form("b.xlsx", "乙局")
    fill(one, sheets={PRAISE: {"C6": "公厕"}})
    fill(two, sheets={PRAISE: {"C6": "公厕", "D6": "是"}})
    found = collected(one, two)
    assert data("facts.yaml")["praise"] == [{"name": "公厕"}, {"name": "公厕", "big": "是"}]
    assert "甲局" in found["notes"][0]


def test_a_corrected_form_without_a_department_corrects_its_rows() -> None:
    form = a_form("ret.xlsx")
    fill(form, sheets={TASKS: {"C8": "修路", "G8": "6月底"}})
    Path("ret（更正）.xlsx").write_bytes(Path(form).read_bytes())
    fill("ret（更正）.xlsx", sheets={TASKS: {"G8": "7月底"}})
    collected(form)
    found = collected("ret（更正）.xlsx")
    assert [(one["path"], one["says"]) for one in found["conflicts"]] == [("tasks[3].deadline", "7月底")]
    assert len(data("facts.yaml")["tasks"]) == 3


def test_a_row_that_stands_twice_in_a_form_is_no_lost_row_when_it_comes_again() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={TASKS: {"C7": "建闸", "C8": "建闸"}})
    collected(form)
    assert collected(form)["notes"] == []


def test_many_changed_cells_leave_the_comments_of_their_rows() -> None:
    rows = "".join(f"  - heading: 任务{n}  # 注{n}\n    why: '甲'\n" for n in range(14))
    Path("facts.yaml").write_text("outline: small\ntasks:\n" + rows, "utf-8")
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={TASKS: {f"H{n}": n for n in range(6, 20)}})
    collected(form)
    wanted = "".join(f"  - heading: 任务{n}  # 注{n}\n    why: '甲'\n    sum: {n + 6}\n" for n in range(14))
    assert Path("facts.yaml").read_text("utf-8") == "outline: small\ntasks:\n" + wanted


def test_an_outline_named_by_its_path_gets_its_facts_file_first() -> None:
    Path("sub").mkdir()
    Path("outlines/small.yaml").rename("sub/mini.yaml")
    said = done("form", "sub/mini.yaml", "-o", "f.xlsx")
    assert "drafting new sub/mini.yaml" in said
    Path("facts.yaml").write_text("outline: sub/mini.yaml\n", "utf-8")
    fill("f.xlsx", {"完成率": "97%"})
    collected("f.xlsx")
    assert data("facts.yaml")["rate"] == "97%"


def test_what_is_left_of_a_killed_command_goes_with_the_next_one() -> None:
    old, new = Path(".0123456789abcdef.tmp"), Path(".fedcba9876543210.tmp")
    for file in (old, new):
        file.write_text("half", "utf-8")
    os.utime(old, (1e9, 1e9))
    done("set", "facts.yaml", "rate=9%")
    assert not old.exists()
    assert new.exists()
