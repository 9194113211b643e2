"""What an outline builds: parts, headings, lists, enumerators, levels and counts."""

from __future__ import annotations

import pytest

from drafting.draft import Move, Role
from tests.helpers import block, composed, draft, levels, lines

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


def test_parts_repeat_over_a_table_and_the_list_in_its_column() -> None:
    made = draft(TASKS + "parts: [{move: tasks, each: tasks, heading: '{{ heading }}', items: measures}]", TWO)
    assert levels(made) == [
        (1, "一、修路"),
        (2, "（一）早修。"),
        (2, "（二）快修。"),
        (1, "二、架桥"),
        (2, "（一）早架。"),
        (2, "（二）快架。"),
    ]


def test_columns_are_names_inside_and_the_entry_may_have_one_of_its_own() -> None:
    text = TASKS + (
        "parts: [{move: tasks, each: tasks, as: task, lead: '{{ task.heading }}', parts: [{each: "
        "task.measures, inline: true, number: 一是, text: '{{ task.heading }}{{ heading }}{{ "
        "item }}{{ loop.index }}/{{ loop.length }}'}]}]"
    )
    assert lines(text, TWO) == [
        "一、修路。一是修路修路早修1/2。二是修路修路快修2/2。",
        "二、架桥。一是架桥架桥早架1/2。二是架桥架桥快架2/2。",
    ]


def test_an_inline_list_stands_in_one_paragraph_with_the_mark_between_its_entries() -> None:
    text = (
        "questions: {x: {ask: 问, type: list}}\n"
        "parts:\n"
        "  - {move: tasks, text: 要抓好三件事。}\n"
        "  - {move: tasks, each: x, inline: true, number: 一是, between: ；, text: '{{ item "
        "}}'}\n"
        "  - {move: tasks, inline: true, text: 请大家抓紧}\n"
    )
    made = draft(text, "x: [早抓。, 快抓；, 严抓]")
    assert made.text == "要抓好三件事。一是早抓；二是快抓；三是严抓。请大家抓紧。"
    assert [(b.marker, b.runs_on) for b in made.blocks] == [("", False), ("一是", True), ("二是", True), ("三是", True)]
    assert made.blocks[-1].level == 1


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ("[早抓, 快抓, 严抓]", "办法：早抓；快抓；严抓。"),
        ("[早抓]", "办法：早抓。"),
        ("[早抓！, 快抓]", "办法：早抓！快抓。"),
        ("[早抓, , 快抓]".replace(", ,", ", '',"), "办法：早抓；【待补：问】；快抓。"),
    ],
)
def test_an_inline_list_without_numbers_is_joined_all_the_same(entries: str, said: str) -> None:
    text = (
        "questions: {x: {ask: 问, type: list}}\n"
        "parts:\n"
        "  - {move: tasks, text: '办法：'}\n"
        "  - {move: tasks, each: x, inline: true, number: none, between: ；, text: '{{ item "
        "}}'}\n"
    )
    assert lines(text, f"x: {entries}") == [said]


def test_without_a_mark_between_every_entry_is_a_sentence() -> None:
    text = (
        "questions: {x: {ask: 问, type: list}}\n"
        "parts: [{move: tasks, each: x, inline: true, number: 一是, text: '{{ item }}'}]"
    )
    assert lines(text, "x: [早抓, 快抓]") == ["一是早抓。二是快抓。"]


def test_what_is_inline_behind_a_heading_begins_a_paragraph() -> None:
    assert lines(
        "parts: [{move: tasks, heading: 甲, parts: [{inline: true, text: 说}]}, {move: tasks, heading: 乙, text: 说}]"
    ) == ["一、甲", "说。", "二、乙", "说。"]


def test_lists_stand_in_openings_and_shortcomings_too() -> None:
    text = """
        questions: {agenda: {ask: 议程, type: list}, shortcomings: {ask: 不足, type: list}}
        parts:
          - {move: opening, text: 会议有几项议程}
          - {move: opening, each: agenda, number: 首先，, inline: true, between: ；, text: "{{ item }}"}
          - move: shortcomings
            heading: 不足
            parts:
              - {text: 还有差距}
              - {each: shortcomings, number: 一是, inline: true, text: "{{ item }}"}
          - {move: closing, heading: 结尾, text: 完}
        """.replace("首先，,", "一是,")
    assert lines(text, "agenda: [报告, 表彰]\nshortcomings: [慢, 散]") == [
        "会议有几项议程。一是报告；二是表彰。",
        "一、不足",
        "还有差距。一是慢。二是散。",
        "二、结尾",
        "完。",
    ]


@pytest.mark.parametrize(
    ("when", "facts", "stands"),
    [
        ("awards", "awards: 表彰", True),
        ("awards", "", False),
        ("not awards", "", True),
        ('tone == "鼓动"', "tone: 鼓动", True),
        ('tone == "鼓动"', "tone: 庄重", False),
        ('tone == "鼓动"', "", False),
        ("awards and not model", "awards: 表彰", True),
        ("awards and not model", "awards: 表彰\nmodel: 柳坪镇", False),
        ("n > 3", "n: 4", True),
        ("n > 3", "n: 3", False),
        ("n > 3", "", False),
        ("n > 3", "n: 1万", True),
        ("n >= m", "n: 3\nm: 3", True),
        ("n >= m", "n: 3", False),
        ("n < m", "m: 3", False),
        ("awards is missing", "", True),
        ("awards is given", "", False),
        ("n in [1, 2]", "n: 2", True),
        ("xs|length > 1", "xs: [甲, 乙]", True),
        ("xs|length > 1", "", False),
        ("yes", "yes: 是", True),
        ("yes", "yes: 否", False),
        ("yes", "", False),
        ("must", "", True),
        ("xs", "xs: []", False),
    ],
)
def test_a_part_stands_only_if_its_condition_holds(when: str, facts: str, stands: bool) -> None:
    text = f"""
        questions:
          awards: 表彰
          model: 典型
          tone: {{ask: 语气, type: choice, choices: [庄重, 鼓动]}}
          n: {{ask: 数, type: number}}
          m: {{ask: 数, type: number}}
          xs: {{ask: 列, type: list}}
          yes: {{ask: 要不要, type: yesno}}
          must: {{ask: 必答, required: true}}
        parts:
          - {{move: opening, when: '{when}', text: 有}}
          - {{move: closing, when: awards and model and tone and n and m and xs and yes and must and false, text: 全}}
          - {{move: closing, text: 完}}
        """
    assert (lines(text, facts) == ["有。", "完。"]) is stands


def test_a_part_vanishes_with_its_heading_if_all_below_it_is_absent() -> None:
    text = (
        "questions: {x: 问, y: {ask: 列, type: list}}\n"
        "parts:\n"
        "  - {move: tasks, heading: 甲, parts: [{when: x, text: 说}, {each: y, lead: '{{ item "
        "}}'}]}\n"
        "  - {move: tasks, heading: 乙, text: 说}\n"
        "  - {move: tasks, heading: 丙, text: 说}\n"
    )
    assert lines(text, "y: []") == ["一、乙", "说。", "二、丙", "说。"]


def test_a_list_that_is_missing_is_one_gap_and_an_empty_one_is_nothing() -> None:
    text = TASKS + (
        "parts:\n"
        "  - {move: opening, text: 开场}\n"
        "  - {move: tasks, each: tasks, heading: '{{ heading }}', items: measures}\n"
    )
    made = draft(text)
    assert made.text == "开场。\n【待补：任务】。"
    assert [(gap.question, gap.block) for gap in made.gaps()] == [("tasks", "tasks")]
    assert lines(text, "tasks: []") == ["开场。"]


def test_a_list_that_is_missing_in_one_row_is_a_gap_there() -> None:
    text = TASKS + "parts: [{move: tasks, each: tasks, heading: '{{ heading }}', items: measures}]"
    facts_text = "tasks: [{heading: 修路}, {heading: 架桥, measures: []}, {heading: 造林, measures: [早造, 快造]}]"
    made = draft(text, facts_text)
    assert made.text == "一、修路\n【待补：措施】。\n二、造林\n（一）早造。\n（二）快造。"
    assert [gap.question for gap in made.gaps()] == ["tasks[1].measures"]
    assert composed(text, facts_text).unused == ("tasks[2].heading",)


def test_a_row_that_lacks_its_heading_shows_the_gap() -> None:
    text = TASKS + "parts: [{move: tasks, each: tasks, heading: '{{ heading }}', items: measures}]"
    made = draft(text, "tasks: [{heading: 修路, measures: [早修, 快修]}, {measures: [早架, 快架]}]")
    assert "二、【待补：标题】" in made.text.split("\n")


def test_numbers_run_on_over_fixed_and_repeated_headings() -> None:
    text = (
        TASKS
        + """parts:
      - {move: opening, heading: 认识, text: 说}
      - {move: tasks, each: tasks, heading: "{{ heading }}", items: measures}
      - {move: guarantee, heading: 保障, text: 说}
      - {move: closing, text: 插一句}
      - {move: closing, heading: 落实, text: 说}
    """
    )
    assert [b.text for b in draft(text, TWO).blocks if b.is_heading] == [
        "一、认识",
        "二、修路",
        "三、架桥",
        "四、保障",
        "五、落实",
    ]


def test_a_repeated_list_begins_anew_behind_a_paragraph_that_stands_between() -> None:
    text = (
        "questions: {x: {ask: 问, type: list}}\nparts:\n"
        + "  - {move: tasks, text: 说}\n  - {move: tasks, each: x, number: 第一，, text: '{{ item }}'}\n" * 2
    )
    assert lines(text, "x: [甲, 乙]") == ["说。", "第一，甲。", "第二，乙。", "说。", "第一，甲。", "第二，乙。"]


def test_counts_come_from_the_structure() -> None:
    text = (
        TASKS
        + """parts:
      - {move: opening, text: "我讲{{ points|count('点') }}意见，共{{ tasks|count('项') }}任务"}
      - {move: opening, each: tasks, number: 一是, inline: true, text: "{{ heading }}"}
      - move: tasks
        heading: 任务
        text: 下面有{{ below|count('条') }}
        parts:
          - {text: "{{ beside|cn }}条如下"}
          - {each: tasks, lead: "{{ heading }}", text: "有{{ below|count('招') }}", items: measures}
          - {text: "以上{{ beside|count('条') }}"}
      - {move: guarantee, heading: 保障, text: 说}
      - {move: closing, heading: 结语, text: 说}
    """
    )
    assert lines(text, TWO) == [
        "我讲三点意见，共两项任务。一是修路。二是架桥。",
        "一、任务",
        "下面有两条。",
        "二条如下。",
        "（一）修路。有两招。",
        "1.早修。",
        "2.快修。",
        "（二）架桥。有两招。",
        "1.早架。",
        "2.快架。",
        "以上两条。",
        "二、保障",
        "说。",
        "三、结语",
        "说。",
    ]


@pytest.mark.parametrize(
    ("parts", "points"),
    [
        ("  - {move: tasks, heading: 甲, text: 说}\n" * 3, 3),
        ("  - {move: tasks, lead: 甲, text: 说}\n" * 2, 2),
        ("  - {move: tasks, number: 第一，, text: 说}\n" * 4, 4),
        (
            "  - {move: opening, number: 一是, inline: true, text: 说}\n" * 2
            + "  - {move: tasks, heading: 甲, text: 说}\n" * 3,
            3,
        ),
        ("  - {move: tasks, heading: 甲, text: 说}\n", 1),
        ("  - {move: tasks, text: 说}\n", 0),
    ],
    ids=["headings", "leads", "texts", "a list in the opening", "a single heading", "none"],
)
def test_points_are_those_that_a_listener_counts(parts: str, points: int) -> None:
    assert lines("parts:\n  - {move: opening, text: '{{ points|digits }}'}\n" + parts)[0].startswith(
        "〇一二三四"[points] if points else "〇"
    )


def test_an_enumerated_passage_without_a_word_leaves_no_hole_in_the_numbers() -> None:
    text = (
        "questions: {x: 问}\n"
        "parts:\n"
        "  - {move: tasks, number: 第一，, text: 甲}\n"
        "  - {move: tasks, number: 第一，, text: '{% if x %}乙{% endif %}'}\n"
        "  - {move: tasks, number: 第一，, text: '丙，共{{ beside|count(\"条\") }}'}\n"
    )
    assert lines(text) == ["第一，甲。", "第二，丙，共两条。"]


def test_a_heading_without_a_word_gives_its_number_to_the_text() -> None:
    text = (
        "questions: {x: 问}\n"
        "parts:\n"
        "  - {move: tasks, heading: '{% if x %}甲{% endif %}', text: 说甲}\n"
        "  - {move: tasks, heading: 乙, text: 说乙}\n"
    )
    assert lines(text) == ["一、说甲。", "二、乙", "说乙。"]


def test_what_stands_below_a_passage_without_a_word_is_not_lost() -> None:
    text = (
        "questions: {x: 问}\n"
        "parts:\n"
        "  - {move: tasks, heading: '{% if x %}甲{% endif %}', parts: [{text: 事实}]}\n"
        "  - {move: tasks, heading: 乙, text: 说}\n"
        "  - {move: tasks, heading: 丙, text: 说}\n"
    )
    assert lines(text) == ["事实。", "一、乙", "说。", "二、丙", "说。"]


def test_every_block_has_the_move_of_its_part() -> None:
    made = draft("parts: [{move: tasks, heading: 甲, parts: [{text: 说}, {move: goals, text: 目标}]}]")
    assert [b.move for b in made.blocks] == [Move.TASKS, Move.TASKS, Move.GOALS]


@pytest.mark.parametrize(
    ("rows", "keys"),
    [
        ("[{heading: 修路}, {heading: 架桥}]", ["tasks/修路", "tasks/架桥"]),
        ("[{heading: 修路}, {heading: 修路}]", ["tasks/修路", "tasks/修路~2"]),
        ("[{heading: 修 路/架 桥。}, {}]", ["tasks/修路架桥", "tasks/-"]),
        (f"[{{heading: {'长' * 100}}}, {{heading: 短}}]", ["tasks/" + "长" * 24, "tasks/短"]),
    ],
)
def test_a_row_is_named_by_its_first_answer(rows: str, keys: list[str]) -> None:
    text = (
        TASKS.replace(", measures: {ask: 措施, type: list}", "")
        + "parts: [{move: tasks, each: tasks, lead: '{{ heading }}'}]"
    )
    assert [b.key for b in draft(text, f"tasks: {rows}").blocks] == keys


def test_the_text_below_a_heading_has_a_key_of_its_own() -> None:
    made = draft("parts: [{move: tasks, heading: 甲, text: 说}]")
    assert [b.key for b in made.blocks] == ["tasks", "tasks.text"]
    assert block(made, "tasks.text").text == "说。"


def test_without_tidying_the_text_stands_as_it_was_typed() -> None:
    assert lines(
        "tidy: false\nquestions: {x: 问}\nparts: [{move: opening, text: '{{ x }}。'}, {move: closing, text: 完}]",
        "x: 有,逗号。",
    ) == ["有,逗号。。", "完"]
