"""What the filters make of tables: columns that are joined, rows that are chosen, put in order, or lacking."""

from __future__ import annotations

import pytest

from tests.helpers import composed, said

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


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "[{who: 张三, did: 发了言}, {who: 李四, did: 发了言}, {who: 王五, did: 表了态}]",
            "张三、李四发了言；王五表了态。",
        ),
        (
            "[{who: 张三, did: 发了言}, {who: 王五, did: 表了态}, {who: 李四, did: 发了言}]",
            "张三发了言；王五表了态；李四发了言。",
        ),
    ],
)
def test_neighbours_that_did_the_same_are_told_in_one(rows: str, expected: str) -> None:
    made = composed(AGENDA.replace("TEMPLATE", '{{ agenda|said_once("who", "did")|join_clauses }}'), f"agenda: {rows}")
    assert made.draft.text == expected
    assert made.unused == ()


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


LAYERED = """
questions:
  steps: {ask: 措施, type: table, columns: {layer: {ask: 哪一层, required: true}, what: 做什么}}
parts:
  - {move: tasks, each: 'steps|where("layer", "当前")', number: none, text: "{{ what }}"}
  - move: tasks
    each: 'steps|without("layer")'
    key: unlayered
    number: none
    text: "{{ layer }}{{ what }}"
"""


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("steps: [{layer: 当前, what: 一}, {what: 二}]", "一。\n【待补：哪一层】二。"),
        ("steps: [{layer: 当前, what: 一}]", "一。"),
        ("", "【待补：措施】。"),
    ],
)
def test_a_row_whose_column_was_not_answered_is_not_lost(facts: str, expected: str) -> None:
    assert composed(LAYERED, facts).draft.text == expected


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
    asked = "{who: {ask: 谁, type: list}}"
    assert said("{{ who|in_order|join_and }}", asked, f"who: {people}", LEADERS) == ordered


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
    ("measure", "label"),
    [
        ("组织协调。每周调度一次", "有"),
        ("每周调度一次", "无"),
        ("每周调度一次。", "无"),
        ("调度，每周一次。记录在案", "无"),
    ],
)
def test_a_measure_that_begins_with_what_it_is_about_is_known(measure: str, label: str) -> None:
    template = "{% if m is labelled %}有{% else %}无{% endif %}"
    assert said(template, "{m: 措施}", f"m: {measure}") == label


@pytest.mark.parametrize(
    ("number", "counted"),
    [("31处", "是"), ("0起", "是"), ("5.2万元", "是"), ("92%", "否"), ("3‰", "否"), ("8.6天", "否")],
)
def test_a_number_of_things_is_told_from_a_level(number: str, counted: str) -> None:
    template = "{% if n is counted %}是{% else %}否{% endif %}"
    assert said(template, "{n: {ask: 数, type: number}}", f"n: {number}").rstrip("。") == counted


GUIDED = """
phrases: {guidance: 指导思想}
questions: {t: 题}
parts: [{move: goals, text: "{% if not house.guidance is declined %}要{{ house.guidance }}，{% endif %}抓好{{ t }}"}]
"""


@pytest.mark.parametrize(
    ("house", "expected"),
    [
        ("phrases: {guidance: 以人为先}", "要以人为先，抓好防火。"),
        ("organisation: 某寺", "要【待补：指导思想】，抓好防火。"),
        ("phrases: {guidance: 无}", "抓好防火。"),
        ("phrases: {guidance: []}", "抓好防火。"),
    ],
)
def test_a_standing_phrase_is_said_is_lacking_or_there_is_none(house: str, expected: str) -> None:
    assert composed(GUIDED, "t: 防火", house).draft.text == expected
