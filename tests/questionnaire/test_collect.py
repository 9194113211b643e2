"""`drafting collect`: what comes back is taken in, and nothing that is there is lost."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.questionnaire.form_tools import FACTS, TASKS, a_form, an_office, collected, data, done, fill, run


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(an_office(tmp_path / "讲话 材料"))
    return Path.cwd()


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


def test_the_same_form_again_brings_nothing() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"}, {TASKS: {"C7": "建闸", "D6": "老百姓盼"}})
    collected(form)
    before = Path("facts.yaml").read_bytes()
    assert collected(form)["taken"] == []
    assert Path("facts.yaml").read_bytes() == before


def test_the_same_form_again_brings_nothing_even_if_what_was_remembered_is_lost() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"}, {TASKS: {"C7": "建闸", "D6": "老百姓盼"}})
    collected(form)
    before = Path("facts.yaml").read_bytes()
    Path(".drafting/facts.forms.json").unlink()
    found = collected(form)
    assert (found["taken"], found["conflicts"]) == ([], [])
    assert Path("facts.yaml").read_bytes() == before


def test_what_was_changed_by_hand_is_not_undone_by_the_form_it_came_from() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"}, {TASKS: {"C7": "建闸", "H7": 300}})
    collected(form)
    text = Path("facts.yaml").read_text("utf-8").replace("97%", "96.5%").replace("sum: 300", "sum: 280")
    Path("facts.yaml").write_text(text, "utf-8")
    found = collected(form)
    assert (found["taken"], found["conflicts"]) == ([], [])
    assert Path("facts.yaml").read_text("utf-8") == text


def test_a_corrected_row_is_shown_as_a_change_of_that_row() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={TASKS: {"C7": "建闸", "D7": "防洪", "H7": 300, "C8": "加固堤防", "D8": "老旧"}})
    collected(form)
    fill(form, sheets={TASKS: {"H7": 280, "E7": "先建两座", "C8": "加固大堤"}})
    found = collected(form)
    assert [one["path"] for one in found["taken"]] == ["tasks[3].measures"]
    assert [(one["path"], one["facts"], one["says"]) for one in found["conflicts"]] == [
        ("tasks[3].sum", "300", "280"),
        ("tasks[4].heading", "加固堤防", "加固大堤"),
    ]
    assert len(data("facts.yaml")["tasks"]) == 4
    assert found["conflicts"][0]["by"] == ["县水利局"]
    collected("--take", form)
    assert data("facts.yaml")["tasks"][2]["sum"] == "280"
    assert data("facts.yaml")["tasks"][3]["heading"] == "加固大堤"


def test_two_people_of_one_department_who_fill_in_a_copy_each_do_not_correct_each_other() -> None:
    form = a_form("a.xlsx", "县水利局")
    Path("b.xlsx").write_bytes(Path(form).read_bytes())
    fill("a.xlsx", sheets={TASKS: {"C7": "建闸", "F7": "县水利局", "G7": "6月底"}})
    fill("b.xlsx", sheets={TASKS: {"C7": "打井", "F7": "县水利局", "G7": "6月底"}})
    assert collected("a.xlsx", "b.xlsx")["conflicts"] == []
    assert [row["heading"] for row in data("facts.yaml")["tasks"]] == ["修渠", "清淤", "建闸", "打井"]


def test_a_row_that_was_taken_out_is_not_added_again_but_told() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"}, {TASKS: {"C7": "建闸"}})
    collected(form)
    Path("facts.yaml").write_text(FACTS, "utf-8")
    found = collected(form)
    assert [one["path"] for one in found["taken"]] == ["rate"]
    assert "建闸" in found["notes"][0]
    assert collected(form, "--keep")["notes"] == []


def test_a_facts_file_that_was_lost_is_begun_again() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"}, {TASKS: {"C7": "建闸"}})
    collected(form)
    Path("facts.yaml").unlink()
    collected(form)
    assert data("facts.yaml")["rate"] == "97%"
    assert [row["heading"] for row in data("facts.yaml")["tasks"]] == ["修渠", "建闸"]


def test_the_facts_are_taken_in_even_where_nothing_can_be_noted_beside_them() -> None:
    done("form", "small", "-o", "a.xlsx")
    fill("a.xlsx", {"完成率": "97%"})
    Path(".drafting").write_text("in the way", "utf-8")
    found = collected("a.xlsx")
    assert data("facts.yaml")["rate"] == "97%"
    assert "could not be noted" in found["notes"][0]


def test_a_later_form_of_the_same_department_corrects_its_rows() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={TASKS: {"C7": "建闸", "H7": 300}})
    collected(form)
    later = a_form("later.xlsx", "县水利局")
    sheet = load_workbook(later)[TASKS]
    assert [sheet[cell].value for cell in ("C6", "C7", "F7")] == ["修渠", "建闸", "县水利局"]
    fill(later, sheets={TASKS: {"H7": 280, "C8": "清库"}})
    found = collected(later)
    assert [one["path"] for one in found["conflicts"]] == ["tasks[3].sum"]
    assert [one["path"] for one in found["taken"]] == ["tasks[4]"]


def test_rows_of_other_departments_are_not_sent_out_and_stay() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={TASKS: {"C7": "建闸"}})
    collected(form)
    other = a_form("b.xlsx", "县交通局")
    assert [load_workbook(other)[TASKS][cell].value for cell in ("C6", "C7")] == [None, None]
    fill(other, sheets={TASKS: {"C6": "建闸", "D6": "两岸要通"}})
    collected(other)
    assert [(row["heading"], row["owner"]) for row in data("facts.yaml")["tasks"]] == [
        ("修渠", "县水利局"),
        ("清淤", "县河长办"),
        ("建闸", "县水利局"),
        ("建闸", "县交通局"),
    ]


def test_a_row_of_another_department_stays_unseen_after_it_was_reworded() -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={"表扬": {"C6": "张三", "D6": "是"}})
    collected(form)
    text = Path("facts.yaml").read_text("utf-8").replace("big: 是", "big: 否")
    Path("facts.yaml").write_text(text, "utf-8")
    assert load_workbook(a_form("b.xlsx", "县交通局"))["表扬"]["C6"].value is None
    assert load_workbook(a_form("c.xlsx", "县水利局"))["表扬"]["C6"].value == "张三"
    assert load_workbook(a_form("d.xlsx"))["表扬"]["C6"].value == "张三"


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


def test_that_there_are_none_as_the_drafter_decided_is_not_undone_unseen() -> None:
    Path("facts.yaml").write_text(FACTS + "praise: []\n", "utf-8")
    form = a_form("a.xlsx", "县水利局")
    fill(form, sheets={"表扬": {"C6": "张三", "C7": "李四"}})
    found = collected(form)
    assert [(one["path"], one["facts"], len(one["says"])) for one in found["conflicts"]] == [("praise", [], 2)]
    collected("--take", form)
    assert [row["name"] for row in data("facts.yaml")["praise"]] == ["张三", "李四"]


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


def test_more_rows_than_a_table_may_have_are_refused() -> None:
    one, two = a_form("a.xlsx", "一局"), a_form("b.xlsx", "二局")
    fill(one, sheets={"表扬": {"C6": "甲", "C7": "乙"}})
    fill(two, sheets={"表扬": {"C6": "丙", "C7": "丁"}})
    collected(one)
    before = Path("facts.yaml").read_bytes()
    result = run("collect", "facts.yaml", two)
    assert result.exit_code == 2
    assert "expected at most 3" in result.output
    assert Path("facts.yaml").read_bytes() == before


def test_a_facts_file_changed_meanwhile_is_not_overwritten(monkeypatch: pytest.MonkeyPatch) -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"})
    from drafting.questionnaire.forms import collecting

    real = collecting.load_records

    def meanwhile(facts: Path) -> Any:
        facts.write_text(FACTS + "note: 别人写的\n", "utf-8")
        return real(facts)

    monkeypatch.setattr(collecting, "load_records", meanwhile)
    result = run("collect", "facts.yaml", form)
    assert result.exit_code == 2
    assert Path("facts.yaml").read_text("utf-8") == FACTS + "note: 别人写的\n"


def test_a_crash_in_the_middle_of_writing_leaves_the_old_file_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    form = a_form("a.xlsx", "县水利局")
    fill(form, {"完成率": "97%"})

    def crash(_file: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", crash)
    run("collect", "facts.yaml", form)
    assert Path("facts.yaml").read_text("utf-8") == FACTS
    assert sorted(path.name for path in Path().iterdir()) == [".drafting", "a.xlsx", "facts.yaml", "outlines"]


def test_a_form_for_another_outline_is_refused() -> None:
    form = a_form("a.xlsx")
    Path("outlines/other.yaml").write_text(Path("outlines/small.yaml").read_text("utf-8"), "utf-8")
    Path("facts.yaml").write_text("outline: other\n", "utf-8")
    result = run("collect", "facts.yaml", form)
    assert result.exit_code == 2
    assert "“small”" in result.output
    assert "“other”" in result.output


def test_damaged_notes_on_forms_are_told_and_nothing_is_done() -> None:
    form = a_form("a.xlsx")
    Path(".drafting/facts.forms.json").write_text('{"version": 9}', "utf-8")
    result = run("collect", "facts.yaml", form)
    assert result.exit_code == 2
    assert "facts.forms.json" in result.output


def test_every_file_that_is_no_form_is_told() -> None:
    Path("notes.xlsx").write_text("not a form", "utf-8")
    result = run("collect", "facts.yaml", "none.xlsx", "notes.xlsx", "facts.yaml")
    assert result.exit_code == 2
    for piece in ("none.xlsx: Cannot read", "notes.xlsx: This is not a spreadsheet", "facts.yaml: This is no form"):
        assert piece in result.output


def test_without_a_form_the_command_says_what_it_needs() -> None:
    assert run("collect", "facts.yaml").exit_code == 2
