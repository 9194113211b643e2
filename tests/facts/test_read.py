"""Facts: each type of answer, good and bad, with the question's wording in every message."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafting.chinese.dates import Date, Time
from drafting.chinese.quantities import Quantity
from drafting.facts.model import Blank, Row
from tests.facts.questions import OUTLINE, answer_of
from tests.helpers import facts, facts_faults, outline


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("meeting: 全县水利工作会议", "全县水利工作会议"),
        ("meeting: '  全县水利工作会议　'", "全县水利工作会议"),
        ("meeting: 9:30", "9:30"),
        ("meeting: 007", "007"),
        ("meeting: no", "no"),
        ("meeting: on", "on"),
        ("meeting: 是", "是"),
        ("meeting: 2026-01-05", "2026-01-05"),
        ("meeting: 12.50", "12.50"),
        ("meeting: 'null'", "null"),
        ("meeting: 会议{{ funds }}{% if %}", "会议{{ funds }}{% if %}"),
        ("year: |\n  一段\n  二段", "一段\n二段"),
        ("funds: 1200", Quantity(Decimal(1200), "万", "元")),
        ("funds: 1.26亿元", Quantity(Decimal("1.26"), "亿", "元")),
        ("count: 一百零五", Quantity(Decimal(105), "", "")),
        ("count: 1,234次", Quantity(Decimal(1234), "", "次")),
        ("rate: 96.4%", Quantity(Decimal("96.4"), "", "%")),
        ("rate: 96.4", Quantity(Decimal("96.4"), "", "%")),
        ("rate: 百分之九十", Quantity(Decimal(90), "", "%")),
        ("date: 2026-2-26", Date(2026, 2, 26)),
        ("date: 2026年2月26日", Date(2026, 2, 26)),
        ("date: 6月底", Date(month=6, part="底")),
        ("date: 6月底前", Date(month=6, part="底", before=True)),
        ("date: 2026年6月30日以前", Date(2026, 6, 30, before=True)),
        ("date: 二季度末", Date(part="二季度末")),
        ("start: 9:30", Time(9, 30)),
        ("start: 下午3点", Time(3, 0, "下午")),
        ("thanks: 是", True),
        ("thanks: yes", True),
        ("thanks: 否", False),
        ("thanks: no", False),
        ("thanks: 'False'", False),
        ("tone: 鼓动", "鼓动"),
        ("funds: 1.26亿元。", Quantity(Decimal("1.26"), "亿", "元")),
        ("rate: 96.4%。", Quantity(Decimal("96.4"), "", "%")),
        ("date: 6月底。", Date(month=6, part="底")),
        ("start: 下午3点。", Time(3, 0, "下午")),
        ("thanks: 是。", True),
        ("tone: 鼓动。", "鼓动"),
        ("meeting: 会议。", "会议。"),
        ("targets: [一, 二]", ("一", "二")),
        ("targets: 一", ("一",)),
        ("targets:\n  - 一\n  -\n  - 二", ("一", Blank(), "二")),
        ("targets: []", ()),
        ("themes: []", ()),
        ("gaps: []", ()),
        (
            "tasks: [{heading: 甲, measures: [子, 丑], deadline: 6月底, done: 是}]",
            (Row({"heading": "甲", "measures": ("子", "丑"), "deadline": Date(month=6, part="底"), "done": True}),),
        ),
        ("tasks: [{heading: 甲, measures: 子}]", (Row({"heading": "甲", "measures": ("子",)}),)),
        ("tasks:\n  - heading: 甲\n  -\n", (Row({"heading": "甲"}), Row({}))),
    ],
)
def test_an_answer_is_read_as_its_question_asks(line: str, answer: object) -> None:
    assert answer_of(line) == answer


@pytest.mark.parametrize("typed", ["", "null", "~", "''", "'  '"])
@pytest.mark.parametrize("question", ["meeting", "year", "funds", "date", "tone", "targets", "tasks"])
def test_what_is_left_empty_is_noanswer_of(question: str, typed: str) -> None:
    assert facts(f"{question}: {typed}", OUTLINE).answers == {}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("meeting: [甲]", "1:10: meeting (会议全称): found a list or keys, expected one value."),
        ("meeting: {a: b}", "1:10: meeting (会议全称): found a list or keys, expected one value."),
        (
            "funds: 约1200",
            (
                "1:8: funds (资金): found “约1200”, expected a number such as 1200, 12.5亿 or 3万, "
                "without words around it (unit 万元)."
            ),
        ),
        (
            "funds: 1200人",
            (
                "1:8: funds (资金): found “1200人”, expected a number such as 1200, 12.5亿 or 3万, "
                "without words around it (unit 万元)."
            ),
        ),
        (
            "funds: 12 5",
            (
                "1:8: funds (资金): found “12 5”, expected a number such as 1200, 12.5亿 or 3万, without "
                "words around it (unit 万元)."
            ),
        ),
        (
            "count: 几十",
            "1:8: count (次数): found “几十”, expected a number such as 1200, 12.5亿 or 3万, without words around it.",
        ),
        ("rate: 九成", "1:7: rate (普及率): found “九成”, expected a percentage such as 12.3% or 12.3."),
        ("rate: 3万元", "1:7: rate (普及率): found “3万元”, expected a percentage such as 12.3% or 12.3."),
        (
            "date: 2026-2-30",
            (
                "1:7: date (讲话日期): found “2026-2-30”, expected a date such as 2026-1-5, "
                "2026年1月5日, 1月5日, 2026年6月 or 6月底."
            ),
        ),
        (
            "date: 明天",
            (
                "1:7: date (讲话日期): found “明天”, expected a date such as 2026-1-5, 2026年1月5日, "
                "1月5日, 2026年6月 or 6月底."
            ),
        ),
        ("start: 25:00", "1:8: start (开会时间): found “25:00”, expected a time such as 9:30 or 下午3点."),
        ("thanks: 也许", "1:9: thanks (说不说谢谢): found “也许”, expected 是 or 否."),
        ("tone: 欢快", "1:7: tone (语气): found “欢快”, expected one of 庄重、鼓动."),
        ("targets: {a: b}", "1:10: targets (主要目标): found keys, expected a list (lines that begin with “- ”)."),
        ("targets: [[甲]]", "1:11: targets (主要目标): found a list or keys, expected one value."),
        ("targets: [一, 二, 三, 四]", "1:10: targets (主要目标): found 4 entries, expected at most 3."),
        ("themes: [一, 二]", "1:9: themes (标题): found 2 entries, expected at least 3."),
        ("tasks: 甲", "1:8: tasks (重点任务): found no list, expected a table: each row begins with “- ”."),
        ("tasks: {heading: 甲}", "1:8: tasks (重点任务): found no list, expected a table: each row begins with “- ”."),
        (
            "tasks: [甲]",
            "1:9: tasks (重点任务): a row is made of “column: value”; columns: heading, measures, deadline, done.",
        ),
        ("tasks: [{heding: 甲}]", "1:10: Unknown key “heding” in a row of “重点任务”. Did you mean “heading”?"),
        (
            "tasks: [{heading: 甲, deadline: 很快}]",
            (
                "1:32: deadline (时限): found “很快”, expected a date such as 2026-1-5, 2026年1月5日, "
                "1月5日, 2026年6月 or 6月底."
            ),
        ),
        ("meting: 甲", "1:1: Unknown key “meting” in the facts file. Did you mean “meeting”?"),
        ("seed: 甲", "1:7: seed: expected a whole number, found “甲”."),
        ("seed: " + "9" * 5000, "1:7: seed: expected a whole number, found “" + "9" * 39 + "…”."),
        ("reword: {opening: 甲}", "1:19: reword: opening: expected a whole number, found “甲”."),
        ("reword: [opening]", "1:9: reword: expected “key: value” lines."),
        ("house: [a]", "1:8: house: expected text, found a list or keys."),
    ],
)
def test_an_answer_that_does_not_fit_is_told_with_its_question_and_what_is_allowed(line: str, fault: str) -> None:
    assert facts_faults(line, OUTLINE) == ["facts.yaml:" + fault]


def test_a_date_that_is_none_is_told_with_the_column_that_takes_it_in_words() -> None:
    read = outline(
        """
        questions:
          tasks:
            ask: 任务
            type: table
            columns: {due: {ask: 时限, type: date}, spans: {ask: 时限不止一个的, type: long}}
        parts: [{move: tasks, each: tasks, text: "{{ due }}{{ spans }}"}]
        """
    )
    (fault,) = facts_faults("tasks: [{due: 6月底}, {due: 国庆节}]", read)
    assert fault.startswith("facts.yaml:1:27: due (时限): found “国庆节”, expected a date such as 2026-1-5, ")
    assert fault.endswith("6月底. In row 2 of tasks it can be said in words instead: spans (时限不止一个的).")


def test_an_empty_list_that_must_have_entries_is_told() -> None:
    read = outline(
        "questions: {q: {ask: 问, type: list, required: true, at_least: 2}}\n"
        "parts: [{move: tasks, each: q, text: '{{ item }}'}]"
    )
    assert facts_faults("q: []", read) == ["facts.yaml:1:4: q (问): found 0 entries, expected at least 2."]


def test_all_faults_are_told_at_once() -> None:
    text = "meeting: [甲]\nfund: 1\ntargets: [一, 二, 三, 四]\ntasks:\n  - {heading: 甲, deadline: 很快}\n  - 乙\n"
    assert sorted(int(fault.split(":")[1]) for fault in facts_faults(text, OUTLINE)) == [1, 2, 3, 5, 6]
