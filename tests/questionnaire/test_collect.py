"""`drafting collect`: what comes back is taken in, and nothing that is there is lost."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tests.questionnaire.form_tools import TASKS, a_form, collected, data, done, fill

pytestmark = pytest.mark.usefixtures("office")


def test_gaps_are_filled_rows_added_and_the_rest_of_the_file_is_left_as_it_was() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(
        form,
        {
            "日期": datetime(2026, 6, 30),
            "有没有会前议程": "是",
            "感谢谁": "干部\n群众",
            "投入资金": 12.5,
            "完成率": "９７%",
        },
        {TASKS: {"D6": "老百姓盼", "E6": "清障\n护坡", "G6": "6月底", "C7": "建闸", "H7": 300}},
    )
    said = done("collect", "facts.yaml", form)
    assert "tasks[3]" in said
    assert Path("facts.yaml").read_text("utf-8") == (
        "# 县里的材料\n"
        "outline: small\n"
        "meeting: '全县水利工作会议'   # 已定\n"
        "date: 2026-6-30\n"
        "agenda: 是\n"
        "money: 12.5\n"
        "rate: ９７%\n"
        "thanks:\n"
        "  - 干部\n"
        "  - 群众\n"
        "tasks:\n"
        "  - {heading: 修渠, why: 老百姓盼, measures: [清障, 护坡], owner: 县水利局, deadline: 6月底}   # 老李提的\n"
        "  - heading: 清淤\n"
        "    owner: 县河长办\n"
        "  - heading: 建闸\n"
        "    owner: 县水利局\n"
        "    sum: 300\n"
    )


def test_a_cell_is_filled_and_the_rest_of_its_row_stays_as_it_was_written() -> None:
    facts = (
        "outline: small\ntasks:\n  - heading: 修渠\n    measures: [清障,  护坡]   # 两条\n    why:\n      '老百姓盼'\n"
    )
    Path("facts.yaml").write_text(facts, "utf-8")
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={TASKS: {"H6": 300}})
    collected(form)
    assert Path("facts.yaml").read_text("utf-8") == facts.replace("两条\n", "两条\n    sum: 300\n")


def test_many_answers_go_where_the_outline_asks_them() -> None:
    facts = "# 首行\r\noutline: small\r\n\r\n# 会议\r\nmeeting: 全县会议  # 已定\r\n\r\n# 表扬\r\npraise: []\r\n# 末行"
    Path("facts.yaml").write_bytes(facts.encode("utf-8-sig"))
    form = a_form("a.xlsx")
    fill(
        form,
        {"日期": "6月底", "开会时间": "9:30", "投入资金": 1.5, "完成率": "9%", "感谢谁": "甲\n乙"},
        {TASKS: {"C6": "修渠"}},
    )
    collected(form)
    added = "date: 6月底\r\ntime: 9:30\r\nmoney: 1.5\r\nrate: 9%\r\n"
    added += "thanks:\r\n  - 甲\r\n  - 乙\r\ntasks:\r\n  - heading: 修渠\r\n"
    wanted = facts.replace("# 已定\r\n", "# 已定\r\n" + added) + "\r\n"
    assert Path("facts.yaml").read_bytes().decode("utf-8-sig") == wanted
    assert Path("facts.yaml").read_bytes().startswith(b"\xef\xbb\xbf")


def test_rows_come_in_the_order_of_the_forms_and_then_of_their_rows() -> None:
    Path("facts.yaml").write_text("outline: small\ntasks:\n  - heading: 甲\n", "utf-8")
    one, two = a_form("one.xlsx", "一局"), a_form("two.xlsx", "二局")
    fill(one, sheets={TASKS: {"C7": "一之二", "C9": "一之三"}})
    fill(two, sheets={TASKS: {"C7": "二之二"}})
    collected(two, one)
    assert [(row["heading"], row.get("owner")) for row in data("facts.yaml")["tasks"]] == [
        ("甲", None),
        ("二之二", "二局"),
        ("一之二", "一局"),
        ("一之三", "一局"),
    ]


def test_a_row_that_was_only_begun_in_the_facts_is_filled_and_not_doubled() -> None:
    done("form", "small", "-o", "a.xlsx")
    fill("a.xlsx", {"填报单位": "县水利局"}, {TASKS: {"C6": "修渠", "D6": "老百姓盼"}})
    collected("a.xlsx")
    rows = data("facts.yaml")["tasks"]
    assert rows[0] == {"heading": "修渠", "owner": "县水利局", "why": "老百姓盼"}
    assert len(rows) == 2


def test_the_department_is_the_one_that_the_form_is_for_or_that_it_names() -> None:
    done("form", "small", "-o", "open.xlsx")
    copy = Path("open.xlsx").read_bytes()
    Path("二局交来.xlsx").write_bytes(copy)
    fill("open.xlsx", {"填报单位": " 一局 ", "填报人": "张三"}, {TASKS: {"C6": "甲"}})
    fill("二局交来.xlsx", sheets={TASKS: {"C6": "乙"}})
    found = collected("open.xlsx", "二局交来.xlsx")
    assert [one["unit"] for one in found["taken"]] == ["一局", "二局交来"]
    assert [row.get("owner") for row in data("facts.yaml")["tasks"][2:]] == ["一局", None]


def test_none_is_an_answer() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"感谢谁": "无"}, {"表扬": {"C6": "无"}})
    collected(form)
    assert data("facts.yaml")["thanks"] == []
    assert data("facts.yaml")["praise"] == []
    other = a_form("b.xlsx", "县河长办")
    fill(other, sheets={"表扬": {"C6": "张三", "D6": "是"}})
    assert collected(other)["conflicts"] == []
    assert data("facts.yaml")["praise"] == [{"name": "张三", "big": "是"}]


def test_a_row_that_stands_twice_in_a_form_is_taken_once_and_told() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={TASKS: {"C7": "建闸", "C8": "建闸"}})
    found = collected(form)
    assert len(found["taken"]) == 1
    assert "twice" in found["notes"][0]


def test_a_facts_file_that_is_not_there_is_begun_with_all_that_the_form_holds() -> None:
    form = a_form("a.xlsx", "", "--due", "2026-3-1")
    before = data("facts.yaml")
    Path("facts.yaml").unlink()
    assert "Begun" in done("collect", "facts.yaml", form)
    assert data("facts.yaml") == before


def test_text_forms_are_taken_in_too() -> None:
    form = a_form("a.yaml", "县水利局")
    text = Path(form).read_text("utf-8")
    text = text.replace("\nrate:\n", "\nrate: 97%\n").replace(
        "- heading: 修渠\n", "- heading: 修渠\n    why: 老百姓盼\n"
    )
    text = text.replace("\n# 表扬", "\n  - heading: 建闸\n    sum: 300\n\n# 表扬").replace(
        "thanks:\n", "thanks:\n  - 干部\n  -\n"
    )
    Path(form).write_text(text, "utf-8")
    found = collected(form)
    assert found["conflicts"] == []
    facts = data("facts.yaml")
    assert (facts["rate"], facts["thanks"]) == ("97%", ["干部"])
    assert facts["tasks"][0]["why"] == "老百姓盼"
    assert facts["tasks"][2] == {"heading": "建闸", "owner": "县水利局", "sum": "300"}
    assert collected(form)["taken"] == []
