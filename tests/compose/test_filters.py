"""What the filters make of answers, each with its table; where an answer is missing they leave its gap."""

from __future__ import annotations

import pytest

from drafting.compose.filters import FILTERS, TESTS
from tests.compose.refusing import told
from tests.helpers import composed, draft, refusal

OUTLINE = """
questions:
  n: {ask: 问, type: number}
  m: {ask: 问, type: number}
  p: {ask: 问, type: percent}
  q: {ask: 问, type: percent}
  d: {ask: 问, type: date}
  e: {ask: 问, type: date}
  xs: {ask: 问, type: list}
  t: 问
parts:
  - move: opening
    text: |
      {# 第一行 #}
      TEMPLATE
  - {move: closing, when: false and n and m and p and q and d and e and xs and t, text: 完}
"""


def _outline(template: str) -> str:
    return OUTLINE.replace("TEMPLATE", template)


def _said(template: str, facts: str = "", house: str = "") -> str:
    """What a template says, without the full stop of its paragraph."""
    return draft(_outline(template), facts, house).text.removesuffix("。")


@pytest.mark.parametrize(
    ("template", "facts", "expected"),
    [
        ("{{ n|cn }}", "n: 105", "一百零五"),
        ("{{ n|cn }}", "n: 12", "十二"),
        ("{{ n|cn }}", "n: 3万", "三万"),
        ("{{ 20|cn }}", "", "二十"),
        ("{{ xs|cn }}", "xs: [甲, 乙]", "二"),
        ("{{ n|digits }}", "n: 2026", "二〇二六"),
        ("{{ d.year|digits }}年", "d: 2026-1-5", "二〇二六年"),
        ("{{ n|ordinal }}", "n: 3", "第三"),
        ("{{ xs|ordinal }}", "xs: [甲, 乙]", "第二"),
        ('{{ n|count("项") }}', "n: 2", "两项"),
        ('{{ n|count("项") }}', "n: 12", "十二项"),
        ('{{ xs|count("条") }}', "xs: [甲, 乙, 丙]", "三条"),
        ('{{ xs|count("条") }}', "xs: []", "零条"),
        ("{{ xs|length }}", "xs: [甲, 乙]", "2"),
        ("{{ n|share(m) }}", "n: 31.5万人\nm: 42万人", "75%"),
        ("{{ n|share(200) }}", "n: 94", "47%"),
        ("{{ n|change(m) }}", "n: 6.3亿元\nm: 5.6亿元", "增长12.5%"),
        ("{{ n|change(m) }}", "n: 96\nm: 100", "下降4%"),
        ("{{ n|change(m) }}", "n: 1万\nm: 10000", "持平"),
        ("{{ p|points_change(q) }}", "p: 96.4%\nq: 94.1", "提高2.3个百分点"),
        ("{{ p|points_change(q) }}", "p: 90\nq: 90", "持平"),
        ("{{ d|until(e) }}", "d: 2026-1-5\ne: 2026-1-8", "2026年1月5日至8日"),
        ("{{ d|until(e) }}", "d: 1月5日\ne: 2月3日", "1月5日至2月3日"),
        ("{{ d|chinese_date }}", "d: 2026-1-5", "二〇二六年一月五日"),
        ("{{ d|weekday }}", "d: 2026-1-5", "星期一"),
        ("{{ d }}", "d: 2026-01-05", "2026年1月5日"),
        ("{{ d.month }}月", "d: 2026-01-05", "1月"),
        ("{{ d.year - 1 }}年", "d: 2026-01-05", "2025年"),
        ("{{ n + m }}", "n: 1.2万元\nm: 3000元", "15000元"),
        ("{{ n - m }}", "n: 620个\nm: 415个", "205个"),
        ("{{ n + 1 }}", "n: 2026", "2027"),
        ("{{ xs|join_and }}", "xs: [甲, 乙, 丙]", "甲、乙和丙"),
        ("{{ xs|join_and }}", "xs: [甲]", "甲"),
        ("{{ xs|join_and }}", "xs: [甲。, 乙；, 丙，]", "甲、乙和丙"),
        ("{{ xs|join_and }}", "xs: [财政和税务, 公安]", "财政和税务以及公安"),
        ("{{ xs|join_pauses }}", "xs: [甲, 乙, 丙]", "甲、乙、丙"),
        ("{{ xs|join_pauses }}", "xs: [“甲”, “乙”]", "“甲”“乙”"),
        ("{{ xs|join_commas }}", "xs: [甲, 乙。]", "甲，乙"),
        ("{{ xs|join_clauses }}", "xs: [甲。, 乙, 丙！]", "甲；乙；丙！"),
        ("{{ xs|join_clauses }}", "xs: []", ""),
        ('{{ [" 甲 ", "乙"]|join_and }}', "", "甲和乙"),
        ("{{ t|clause }}，所以", "t: 有雨。", "有雨，所以"),
        ("{{ t|clause }}", "t: 有雨！", "有雨！"),
        ("{{ t|sentence }}明天晴", "t: 有雨", "有雨。明天晴"),
        ("{{ t|sentence }}明天晴", "t: 有雨。", "有雨。明天晴"),
        ("{{ t|sentence }}明天晴", "t: 有雨？", "有雨？明天晴"),
        ("{{ t|quoted }}", "t: 四乱", "“四乱”"),
        ("{{ t|quoted }}", "t: “四乱”", "“四乱”"),
        ("{{ t|quoted }}", "t: 治“四乱”", "“治‘四乱’”"),
        ("{{ t|titled }}", "t: 实施方案", "《实施方案》"),
        ("{{ t|titled }}", "t: 《实施方案》", "《实施方案》"),
        ("{{ t|wide }}", "t: 有雨,路滑", "有雨，路滑"),
        ("{{ xs|first }}", "xs: [甲, 乙]", "甲"),
        ("{{ xs|last }}", "xs: [甲, 乙]", "乙"),
        ("{{ xs[1] }}", "xs: [甲, 乙]", "乙"),
        ("{{ xs[-1] }}", "xs: [甲, 乙]", "乙"),
        ('{{ t|default("无") }}', "", "无"),
        ('{{ t|default("无") }}', "t: 有", "有"),
        ("{% if t is given %}有{% else %}无{% endif %}", "", "无"),
        ("{% if t is missing %}无{% else %}有{% endif %}", "t: 甲", "有"),
        ("{% if xs is single %}一条{% else %}几条{% endif %}", "xs: [甲]", "一条"),
        ("{% if xs is single %}一条{% else %}几条{% endif %}", "xs: [甲, 乙]", "几条"),
        ("{% if t is one_clause %}一句{% else %}两句{% endif %}", "t: 守住通道。", "一句"),
        ("{% if t is one_clause %}一句{% else %}两句{% endif %}", "t: 健全机制，守住通道", "两句"),
        ("{% if t is one_clause %}一句{% else %}两句{% endif %}", "", "两句"),
        ("{% for x in xs %}{{ x }}{% if not loop.last %}；{% endif %}{% endfor %}", "xs: [甲, 乙, 丙]", "甲；乙；丙"),
    ],
)
def test_a_filter_says_it_in_chinese(template: str, facts: str, expected: str) -> None:
    assert _said(template, facts) == expected


@pytest.mark.parametrize(
    ("template", "gap"),
    [
        ("{{ n|cn }}", "n"),
        ("{{ n|digits }}", "n"),
        ("{{ n|ordinal }}", "n"),
        ('{{ n|count("项") }}', "n"),
        ("{{ n|share(5) }}", "n"),
        ("{{ 5|share(n) }}", "n"),
        ("{{ n|change(5) }}", "n"),
        ("{{ p|points_change(p) }}", "p"),
        ("{{ d|until(d) }}", "d"),
        ("{{ d|chinese_date }}", "d"),
        ("{{ d|weekday }}", "d"),
        ("{{ d.year }}", "d"),
        ("{{ d.year - 1 }}", "d"),
        ("{{ n + 1 }}", "n"),
        ("{{ 1 - n }}", "n"),
        ("{{ n * 2 }}", "n"),
        ("{{ xs|join_and }}", "xs"),
        ("{{ xs|join_pauses }}", "xs"),
        ("{{ xs|join_commas }}", "xs"),
        ("{{ xs|join_clauses }}", "xs"),
        ("{{ t|clause }}", "t"),
        ("{{ t|sentence }}", "t"),
        ("{{ t|quoted }}", "t"),
        ("{{ t|titled }}", "t"),
        ("{{ t|wide }}", "t"),
        ("{{ xs|first }}", "xs"),
        ("{{ xs|last }}", "xs"),
        ("{{ xs[0] }}", "xs"),
        ("{{ xs|in_order|join_and }}", "xs"),
        ("{% for x in xs %}{{ x }}{% endfor %}", "xs"),
        ("{{ (t ~ t)|quoted }}", "t"),
        ("{{ [t, t]|join_and }}", "t"),
    ],
)
def test_a_missing_answer_leaves_its_gap_whatever_is_done_with_it(template: str, gap: str) -> None:
    made = composed(_outline(template))
    assert {found.question for found in made.draft.gaps()} == {gap}
    assert "【待补：问】" in made.draft.text


def test_an_empty_entry_of_a_list_is_a_gap_of_its_own() -> None:
    made = composed(
        "questions: {xs: {ask: 问, type: list}}\nparts: [{move: opening, text: '{{ xs|join_and }}'}]",
        "xs:\n  - 甲\n  -\n  - 丙\n",
    )
    assert made.draft.text == "甲、【待补：问】和丙。"
    assert [gap.question for gap in made.draft.gaps()] == ["xs[2]"]


AGENDA = """
questions:
  agenda: {ask: 议程, type: table, columns: {who: {ask: 谁, required: true}, did: 做了什么}}
parts:
  - {move: opening, text: 'TEMPLATE{% for a in agenda %}{% if a.who and a.did %}{% endif %}{% endfor %}'}
"""


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('{{ agenda|map("who")|join_and }}发言', "张三、李四和【待补：谁】发言。"),
        ('{{ agenda|map("did")|join_pauses }}', "通报、表态。"),
        ('{{ agenda|map("did")|first }}', "通报。"),
    ],
)
def test_a_column_of_a_table_is_joined_and_its_empty_cells_are_passed_over_unless_required(
    template: str, expected: str
) -> None:
    assert (
        composed(
            AGENDA.replace("TEMPLATE", template), "agenda: [{who: 张三, did: 通报}, {who: 李四}, {did: 表态}]"
        ).draft.text
        == expected
    )


TOPICS = """
questions:
  topics: {ask: 工作, type: list}
  steps: {ask: 措施, type: table, columns: {topic: 属于哪项工作, what: 做什么}}
parts:
  - move: tasks
    each: topics
    number: none
    text: "{{ item }}："
    parts: [{each: 'steps|where("topic", item)', number: none, text: "{{ what }}"}]
"""


def test_the_rows_of_a_table_that_belong_to_an_entry_stand_below_it_and_where_there_are_none_is_a_gap() -> None:
    made = composed(
        TOPICS, "topics: [甲, 乙]\nsteps: [{topic: 甲, what: 一}, {topic: 丙, what: 二}, {topic: 甲, what: 三}]"
    )
    assert made.draft.text.split("\n") == ["甲：", "一。", "三。", "乙：", "【待补：措施】。"]
    assert made.unused == ("steps[2].what",)  # a topic that was mistyped shows in what was not used


STEPS = """
questions:
  topics: {ask: 题, type: table, columns: {name: 名}}
  steps: {ask: 步, type: table, columns: {topic: 题, do: 事}}
parts:
  - move: tasks
    each: topics
    heading: "{{ name }}"
    parts:
      - {each: 'steps|where("topic", name)', lead: "{{ do }}"}
"""


def test_rows_are_chosen_by_what_stands_in_a_column() -> None:
    made = composed(
        STEPS,
        (
            "topics: [{name: 修路}, {name: 架桥}]\n"
            "steps: [{topic: 架桥, do: 早架}, {topic: 修路, do: 早修}, {topic: 架桥, do: 快架}]"
        ),
    )
    assert made.draft.text.split("\n") == ["一、修路", "早修。", "二、架桥", "（一）早架。", "（二）快架。"]
    assert made.unused == ()


@pytest.mark.parametrize(
    ("facts", "waiting"),
    [("topics: [{name: 修路}]\nsteps: [{topic: 架桥, do: 早架}]", "steps[2]"), ("topics: [{name: 修路}]", "steps")],
    ids=["other rows", "no table"],
)
def test_where_no_row_is_to_be_chosen_there_is_a_gap(facts: str, waiting: str) -> None:
    made = composed(STEPS, facts)
    assert made.draft.text == "修路\n【待补：步】。"
    assert [gap.question for gap in made.draft.gaps()] == [waiting]


LEADERS = "leaders: [{name: 贺宗尧, post: 县委书记}, {name: 江海平, post: 县长}, 方礼]"


@pytest.mark.parametrize(
    ("people", "ordered"),
    [
        ("[方礼, 江海平, 贺宗尧]", "贺宗尧、江海平和方礼"),
        ("[张三, 县长江海平, 李四, 县委书记贺宗尧]", "县委书记贺宗尧、县长江海平、张三和李四"),
        ("[张三]", "张三"),
    ],
)
def test_people_stand_in_the_order_of_the_house(people: str, ordered: str) -> None:
    assert _said("{{ xs|in_order|join_and }}", f"xs: {people}", LEADERS) == ordered


def test_rows_stand_in_the_order_of_the_house_too() -> None:
    text = (
        "questions:\n"
        "  who: {ask: 谁, type: table, columns: {name: 名, did: 事}}\n"
        "parts: [{move: opening, text: '{% for p in who|in_order %}{{ p.name }}{{ p.did }}；{% "
        "endfor %}'}]"
    )
    assert (
        composed(text, "who: [{name: 方礼, did: 主持}, {name: 贺宗尧, did: 讲话}]", LEADERS).draft.text
        == "贺宗尧讲话；方礼主持；"
    )


@pytest.mark.parametrize(
    ("template", "facts", "why"),
    [
        ("{{ d|weekday }}", "d: 6月底", "“6月底” (d) does not suit the filter “weekday”"),
        ("{{ n|digits }}", "n: 1.5", "“1.5” (n) does not suit the filter “digits”"),
        ("{{ n|change(m) }}", "n: 5人\nm: 3元", "“5人” (n), “3元” (m) does not suit the filter “change”"),
        ("{{ n|share(m) }}", "n: 5\nm: 0", "“5” (n), “0” (m) does not suit the filter “share”"),
        (
            "{{ d|until(e) }}",
            "d: 2026-2-1\ne: 2026-1-1",
            "“2026年2月1日” (d), “2026年1月1日” (e) does not suit the filter “until”",
        ),
        ("{{ t|join_and(1) }}", "t: 甲", "a value is used for what it does not serve"),
        ("{{ t|first }}", "t: 甲", "a value is used for what it does not serve"),
        ("{{ t + 1 }}", "t: 甲", "“甲” (t) is no number"),
        ("{{ t > 1 }}", "t: 甲", "“甲” (t) is no number"),
        ('{{ t + "一" }}', "t: 甲", "“+” is for numbers only"),
        ("{{ n > 1 }}", "n: 2", "“True” is no text"),
        ("{{ xs[5] }}", "xs: [甲]", "“5” is not known here"),
    ],
)
def test_a_value_that_does_not_suit_is_told_with_its_line_and_its_answer(template: str, facts: str, why: str) -> None:
    message = refusal(_outline(template), facts)
    assert message == f"speech.yaml:14:1: The wording cannot be worked out: {why}."


@pytest.mark.parametrize(
    ("template", "why"),
    [
        ("{{ t|weekday }}", "“t” is of the type text; the filter “weekday” is for date."),
        ("{{ t|cn }}", "“t” is of the type text; the filter “cn” is for number, percent, list, table."),
        ("{{ xs|quoted }}", "“xs” is of the type list; the filter “quoted” is for text, long, choice."),
        ("{{ d|change(n) }}", "“d” is of the type date; the filter “change” is for number, percent, list, table."),
    ],
)
def test_a_filter_for_answers_of_another_type_is_told_before_any_fact_is_there(template: str, why: str) -> None:
    assert told(_outline(template), "")[0].endswith(why)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("共{{ xs|count('项') }}", "共几项"),
        ("共{{ xs|length|count('项') }}", "共几项"),
        ("共{{ xs|length }}项", "共几项"),
        ("{% if xs|length > 1 %}多{% else %}少{% endif %}", "少"),
        ("{% if xs|length == 1 %}一{% else %}不知{% endif %}", "不知"),
        ("{% if xs|length < 2 %}少{% endif %}", "少"),
    ],
)
def test_how_many_a_missing_list_has_nobody_knows(template: str, said: str) -> None:
    assert _said(template) == said


def test_there_is_a_table_for_every_filter_and_test() -> None:
    from pathlib import Path

    here = Path(__file__)
    text = here.read_text("utf-8") + here.with_name("test_turns.py").read_text("utf-8")
    assert [name for name in FILTERS if f"|{name}" not in text] == []
    assert [name for name in TESTS if f"is {name}" not in text] == []
