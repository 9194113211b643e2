"""What an outline builds: parts, headings, lists, enumerators, levels and counts."""

from __future__ import annotations

import pytest

from drafting.draft import Role
from tests.helpers import draft, levels, lines

TASKS = """questions:
  tasks: {ask: 任务, type: table, columns: {heading: 标题, measures: {ask: 措施, type: list}}}
"""
TWO = "tasks: [{heading: 修路, measures: [早修, 快修]}, {heading: 架桥, measures: [早架, 快架]}]"


def test_title_byline_and_salutation_stand_as_they_should() -> None:
    made = draft(
        """
        parts:
          - {move: title, text: 在会议上的讲话。}
          - {move: byline, text: （2026年1月5日）}
          - {move: greeting, text: "同志们："}
          - {move: opening, text: 今天开会}
        """
    )
    assert [(b.role, b.text) for b in made.blocks] == [
        (Role.TITLE, "在会议上的讲话"),
        (Role.BYLINE, "（2026年1月5日）"),
        (Role.SALUTATION, "同志们："),
        (Role.PARAGRAPH, "今天开会。"),
    ]


def test_parts_nest_to_four_numbered_levels_and_what_continues_an_item_has_its_level() -> None:
    made = draft(
        """
        parts:
          - move: tasks
            heading: 甲
            text: 说甲
            parts:
              - heading: 子
                parts:
                  - heading: 丑
                    parts:
                      - {heading: 寅, text: 说寅, parts: [{text: 再说}]}
                      - {lead: 卯, text: 说卯}
                  - {heading: 辰, text: 说辰}
              - {heading: 巳, text: 说巳}
              - {text: 都说了}
          - {move: closing, heading: 乙, text: 说乙}
        """
    )
    assert levels(made) == [
        (1, "一、甲"),
        (1, "说甲。"),
        (2, "（一）子"),
        (3, "1.丑"),
        (4, "（1）寅"),
        (4, "说寅。"),
        (4, "再说。"),
        (4, "（2）卯。说卯。"),
        (3, "2.辰"),
        (3, "说辰。"),
        (2, "（二）巳"),
        (2, "说巳。"),
        (1, "都说了。"),
        (1, "二、乙"),
        (1, "说乙。"),
    ]


def test_a_list_outside_every_heading_begins_at_level_one() -> None:
    made = draft(
        "parts:\n  - {move: opening, text: 三件事}\n"
        + "  - {move: opening, number: 一是, inline: true, text: 事}\n" * 3
    )
    assert levels(made) == [(0, "三件事。"), (1, "一是事。"), (1, "二是事。"), (1, "三是事。")]


def test_a_heading_has_a_line_of_its_own_and_loses_its_full_stop() -> None:
    assert lines("parts: [{move: tasks, heading: 修路。, text: 快修}, {move: tasks, heading: 架桥；, text: 快架}]") == [
        "一、修路",
        "快修。",
        "二、架桥",
        "快架。",
    ]


def test_a_lead_runs_into_the_text_and_is_closed() -> None:
    made = draft("parts: [{move: tasks, lead: 抓源头, text: 快抓}, {move: tasks, lead: 抓末端。, text: 严抓}]")
    assert made.text == "一、抓源头。快抓。\n二、抓末端。严抓。"
    lead = made.blocks[0]
    assert "".join(span.text for span in lead.spans[: lead.heading]) == "抓源头。"


def test_a_lead_stays_apart_from_what_runs_on_behind_its_text() -> None:
    made = draft(
        "parts: [{move: tasks, lead: 抓源头, text: 快抓, parts: [{inline: true, text: 早抓}, "
        "{inline: true, text: 严抓}]}]"
    )
    (lead,) = made.blocks
    assert lead.text == "抓源头。快抓。早抓。严抓。"
    assert "".join(span.text for span in lead.spans[: lead.heading]) == "抓源头。"


def test_a_lead_without_text_is_no_heading_and_a_list_runs_on_behind_it() -> None:
    made = draft(
        "parts: [{move: tasks, lead: 抓源头, parts: [{inline: true, number: 一是, text: 快}, "
        "{inline: true, number: 一是, text: 严}]}]"
    )
    assert made.text == "抓源头。一是快。二是严。"
    assert not any(b.is_heading for b in made.blocks)


def test_entries_of_an_inline_list_may_be_leads_only() -> None:
    text = TASKS.replace(", measures: {ask: 措施, type: list}", "")
    made = draft(
        text
        + (
            "parts: [{move: tasks, text: 办法}, {move: tasks, each: tasks, number: 一是, inline: "
            "true, between: ；, lead: '{{ heading }}'}]"
        ),
        "tasks: [{heading: 快}, {heading: 严}]",
    )
    assert made.text == "办法。一是快；二是严。"


def test_blank_lines_part_paragraphs_and_other_line_breaks_are_layout() -> None:
    text = (
        "parts:\n"
        "  - move: opening\n"
        "    text: |\n"
        "      第一行\n"
        "        还是第一段\n\n"
        "      第二段\n"
        "      　　又一行\n\n\n\n"
        "      第三段\n"
    )
    assert lines(text) == ["第一行还是第一段。", "第二段又一行。", "第三段。"]


def test_paragraphs_of_one_part_have_keys_of_their_own_and_only_the_first_is_marked() -> None:
    made = draft(
        'parts:\n  - {move: tasks, number: 第一，, text: ["甲\\n\\n乙"]}\n  - {move: tasks, number: 第一，, text: 丙}\n'
    )
    assert [(b.key, b.level, b.text) for b in made.blocks] == [
        ("tasks", 1, "第一，甲。"),
        ("tasks#2", 1, "乙。"),
        ("tasks-2", 1, "第二，丙。"),
    ]


@pytest.mark.parametrize(
    ("style", "markers"),
    [
        ("一、", ["一、", "二、", "三、", "四、"]),
        ("（一）", ["（一）", "（二）", "（三）", "（四）"]),
        ("1.", ["1.", "2.", "3.", "4."]),
        ("1、", ["1、", "2、", "3、", "4、"]),
        ("（1）", ["（1）", "（2）", "（3）", "（4）"]),
        ("①", ["①", "②", "③", "④"]),
        ("第一，", ["第一，", "第二，", "第三，", "第四，"]),
        ("第一", ["第一", "第二", "第三", "第四"]),
        ("一是", ["一是", "二是", "三是", "四是"]),
        ("一要", ["一要", "二要", "三要", "四要"]),
        ("首先，/其次，/再次，/最后，", ["首先，", "其次，", "再次，", "最后，"]),
        ("首先，", ["首先，", "其次，", "再次，", "最后，"]),
        ("第一层意思，", ["第一层意思，", "第二层意思，", "第三层意思，", "第四层意思，"]),
        ("第一个面对，", ["第一个面对，", "第二个面对，", "第三个面对，", "第四个面对，"]),
    ],
)
def test_a_list_is_enumerated_in_any_style(style: str, markers: list[str]) -> None:
    made = draft("parts:\n" + f"  - {{move: tasks, number: '{style}', text: 事}}\n" * 4)
    assert [(b.marker, b.role) for b in made.blocks] == [(marker, Role.ITEM) for marker in markers]


@pytest.mark.parametrize(("total", "markers"), [(2, ["首先，", "其次，"]), (3, ["首先，", "其次，", "最后，"])])
def test_a_short_sequence_ends_as_people_end_it(total: int, markers: list[str]) -> None:
    made = draft("parts:\n" + "  - {move: tasks, number: '首先，', text: 事}\n" * total)
    assert [b.marker for b in made.blocks] == markers


def test_the_style_changes_from_part_to_part() -> None:
    made = draft(
        """
        numbering: [一、]
        parts:
          - {move: tasks, heading: 甲, numbering: [第一，, 一是], parts: [{lead: 子, items: x}, {lead: 丑}]}
          - {move: tasks, heading: 乙, parts: [{lead: 寅, number: （1）}, {lead: 卯, number: （1）}]}
        questions: {x: {ask: 问, type: list}}
        """,
        "x: [快, 慢]",
    )
    assert [b.marker for b in made.blocks] == ["一、", "第一，", "一是", "二是", "第二，", "二、", "（1）", "（2）"]


def test_a_part_may_stay_unnumbered_or_be_numbered_though_it_has_only_text() -> None:
    assert lines(
        "parts: [{move: tasks, heading: 甲, number: none, text: 说}, {move: tasks, text: 乙, "
        "number: auto}, {move: tasks, text: 丙, number: auto}]"
    ) == [
        "甲",
        "说。",
        "一、乙。",
        "二、丙。",
    ]


@pytest.mark.parametrize(
    ("rows", "marked"), [("[{heading: 修路}]", "修路"), ("[{heading: 修路}, {heading: 架桥}]", "一、修路")]
)
def test_a_list_with_a_single_entry_gets_no_marker(rows: str, marked: str) -> None:
    text = (
        TASKS.replace(", measures: {ask: 措施, type: list}", "")
        + "parts: [{move: tasks, each: tasks, heading: '{{ heading }}', text: 快}]"
    )
    made = draft(text, f"tasks: {rows}")
    assert made.blocks[0].text == marked
    assert made.blocks[0].is_heading
