"""Which answers hold: conditions of questions, defaults, computed values, the house."""

from __future__ import annotations

import pytest

from tests.helpers import composed, lines

WHEN = (
    "questions: {from: 谁的批示, instruction: {ask: 内容, type: long, when: from}}\n"
    "parts:\n"
    "  - {move: opening, when: from, text: '{{ from }}批示'}\n"
    "  - {move: opening, text: '{% if instruction %}强调{{ instruction }}{% else "
    "%}没有批示{% endif %}'}\n"
)


def test_an_answer_holds_if_the_condition_of_its_question_does() -> None:
    assert lines(WHEN, "from: 县委\ninstruction: 抓紧") == ["县委批示。", "强调抓紧。"]


def test_an_answer_whose_question_is_not_asked_is_kept_but_not_used() -> None:
    made = composed(WHEN, "instruction: 抓紧")
    assert made.draft.text == "没有批示。"
    assert made.unused == ("instruction",)


def test_a_date_that_another_answer_says_is_not_told_of_as_left_out() -> None:
    text = WHEN.replace("questions: {", "questions: {by: {ask: 时限, type: date}, ").replace(
        "{% if instruction %}", "{% if not by %}{{ by }}{% endif %}{% if instruction %}"
    )
    assert composed(text, "from: 县委\ninstruction: 10月底前办完\nby: 10月底").unused == ()
    assert composed(text, "from: 县委\ninstruction: 抓紧办完\nby: 10月底").unused == ("by",)


def test_an_answer_that_is_required_only_if_asked_is_no_gap_otherwise() -> None:
    text = WHEN.replace("when: from}", "when: from, required: true}", 1)
    assert lines(text) == ["没有批示。"]
    assert composed(text).hidden == ()
    assert lines(text, "from: 县委") == ["县委批示。", "强调【待补：内容】。"]


def test_conditions_see_the_answers_above_as_they_hold() -> None:
    text = (
        "questions: {a: 甲, b: {ask: 乙, when: a}, c: {ask: 丙, when: b}}\n"
        "parts: [{move: opening, text: '{% if c %}有{% else %}无{% endif %}'}]"
    )
    assert lines(text, "b: 乙\nc: 丙") == ["无。"]
    assert lines(text, "a: 甲\nb: 乙\nc: 丙") == ["有。"]


@pytest.mark.parametrize(
    ("question", "template", "expected"),
    [
        ("{ask: 称呼, default: 同志们}", "{{ q }}好", "同志们好。"),
        ("{ask: 称呼, default: 同志们}", "{% if q %}有{% endif %}", "有。"),
        ("{ask: 谢不谢, type: yesno, default: 是}", "{% if q %}谢{% else %}不谢{% endif %}", "谢。"),
        ("{ask: 谢不谢, type: yesno, default: yes}", "{% if q %}谢{% else %}不谢{% endif %}", "谢。"),
        ("{ask: 谢不谢, type: yesno, default: 否}", "{% if q %}谢{% else %}不谢{% endif %}", "不谢。"),
        (
            "{ask: 季节, type: choice, choices: [年初, 年末], default: 年末}",
            '{% if q == "年末" %}今年{% endif %}',
            "今年。",
        ),
        ("{ask: 次数, type: number, default: 3}", "{{ q|cn }}", "三。"),
        ("{ask: 日期, type: date, default: 2026-1-5}", "{{ q.month }}月", "1月。"),
    ],
)
def test_a_default_holds_where_nothing_is_answered_and_is_of_the_questions_type(
    question: str, template: str, expected: str
) -> None:
    made = composed(f"questions: {{q: {question}}}\nparts: [{{move: opening, text: '{template}'}}]")
    assert made.draft.text == expected
    assert made.unused == ()


def test_an_answer_goes_before_the_default() -> None:
    text = "questions: {q: {ask: 称呼, default: 同志们}}\nparts: [{move: opening, text: '{{ q }}'}]"
    assert lines(text, "q: 各位代表") == ["各位代表。"]


@pytest.mark.parametrize(
    ("computed", "facts", "expected"),
    [
        ("{{ d.year - 1 }}年", "d: 2026-2-6", "2025年。"),
        ('{% if s == "年末" %}今年{% else %}去年{% endif %}', "s: 年末", "今年。"),
        ("{{ n - m }}", "n: 620个\nm: 415个", "205个。"),
        ("{{ n|share(m) }}", "n: 1\nm: 4", "25%。"),
        ("{{ d.year - 1 }}年", "", "【待补：日期】。"),
        ("{{ d.year - 1 }}年", "d: 2月6日", "【待补：年份】。"),
        ("{% if s %}甲{% endif %}", "", ""),
    ],
)
def test_what_is_computed_is_not_asked(computed: str, facts: str, expected: str) -> None:
    text = f"""
        questions: {{d: {{ask: 日期, type: date}}, s: 季节, n: {{ask: 数, type: number}}, m: {{ask: 数, type: number}}}}
        computed:
          first: '{computed}'
          second: "{{{{ first }}}}"
        parts:
          - {{move: opening, text: "{{{{ second }}}}"}}
          - {{move: closing, when: false and d and s and n and m, text: 完}}
        """
    assert lines(text, facts) == [expected]


def test_a_computed_number_is_still_a_number() -> None:
    text = (
        "questions: {n: {ask: 数, type: number}, m: {ask: 数, type: number}}\n"
        "computed: {gap: '{{ n - m }}'}\n"
        "parts: [{move: opening, text: '差{{ gap|cn }}{% if gap > 3 %}，不小{% endif %}'}]"
    )
    assert lines(text, "n: 9\nm: 4") == ["差五，不小。"]


def test_computed_values_may_be_conditions() -> None:
    text = (
        "questions: {a: 甲}\n"
        "computed: {c: '{% if a %}有{% endif %}'}\n"
        "parts: [{move: opening, when: c, text: 有}, {move: closing, text: 完}]"
    )
    assert (lines(text, "a: 甲"), lines(text)) == (["有。", "完。"], ["完。"])


def test_phrases_and_names_come_from_the_house() -> None:
    text = (
        "phrases: {guidance: 指导思想}\n"
        "parts: [{move: opening, text: '{{ house.organisation }}（{{ house.short_name }}）以{{ "
        "house.guidance }}为指导'}]"
    )
    made = composed(text, "", "organisation: 青河县人民政府\nshort_name: 县政府\nphrases: {guidance: 某某思想。}")
    assert made.draft.text == "青河县人民政府（县政府）以某某思想为指导。"


def test_what_the_house_lacks_is_a_gap() -> None:
    text = (
        "phrases: {guidance: 指导思想}\n"
        "parts: [{move: opening, text: '{{ house.organisation }}{{ house.short_name }}{{ "
        "house.guidance }}'}]"
    )
    made = composed(text)
    assert made.draft.text == "【待补：单位全称】【待补：单位简称】【待补：指导思想】。"
    assert [gap.question for gap in made.draft.gaps()] == ["house.organisation", "house.short_name", "house.guidance"]
    assert made.asks["house.short_name"] == "单位简称"


def test_a_phrase_may_be_asked_for() -> None:
    text = (
        "phrases: {guidance: 指导思想}\n"
        "parts: [{move: opening, text: '{% if house.guidance %}有{% else %}无{% endif %}'}]"
    )
    assert (lines(text), lines(text, "", "phrases: {guidance: 某}")) == (["无。"], ["有。"])


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("县教育局，县市场监管局", "县教育局、县市场监管局"),
        ("市委,市政府。", "市委、市政府"),
        ("镇里建好站，村里组好队", "镇里建好站，村里组好队"),
        ("依靠县委，办好学校", "依靠县委，办好学校"),
    ],
)
def test_offices_in_a_row_stand_with_the_mark_of_a_row(host: str, shown: str) -> None:
    text = "questions: {host: 谁}\nparts: [{move: opening, text: '这是{{ host }}定的。'}]"
    assert lines(text, f"host: '{host}'") == [f"这是{shown}定的。"]


@pytest.mark.parametrize("none", ["无", "没有", "暂无。"])
def test_what_need_not_be_answered_and_is_answered_with_nothing_is_not_read_out(none: str) -> None:
    outline = """questions:
  funds: {ask: 资金, type: long}
  awards: {ask: 表彰}
  tasks: {ask: 任务, type: table, columns: {do: {ask: 做什么, required: true}, support: {ask: 配合单位}}}
parts:
  - {move: opening, when: funds, text: "资金是{{ funds }}"}
  - {move: opening, text: "{% if awards is given %}会上{{ awards }}。{% endif %}现在开会。"}
  - {move: tasks, each: tasks, number: none, text: "{{ do }}{% if support %}，{{ support }}配合{% endif %}"}
"""
    made = composed(outline, f"funds: {none}\nawards: {none}\ntasks: [{{do: 修路, support: {none}}}]")
    assert made.draft.text.split("\n") == ["现在开会。", "修路。"]
    assert made.unused == ()
    assert made.draft.gaps() == []


@pytest.mark.parametrize("none", ["无", "[无]", "没有", "[暂无。]"])
def test_a_list_of_which_nothing_is_answered_is_not_read_out(none: str) -> None:
    outline = """questions:
  principles: {ask: 原则, type: list}
  tasks: {ask: 任务, type: table, columns: {do: {ask: 做什么, required: true}, how: {ask: 措施, type: list}}}
parts:
  - {move: goals, when: principles, text: "原则是：{{ principles|join_pauses }}"}
  - {move: tasks, each: tasks, number: none, text: "{{ do }}{% if how %}：{{ how|join_pauses }}{% endif %}"}
"""
    made = composed(outline, f"principles: {none}\ntasks: [{{do: 修路, how: {none}}}]")
    assert made.draft.text == "修路。"
    assert made.unused == ()


def test_nothing_as_the_answer_to_what_must_be_answered_stands() -> None:
    outline = "questions: {who: {ask: 谁, required: true}}\nparts: [{move: opening, text: '请{{ who }}'}]\n"
    assert composed(outline, "who: 无").draft.text == "请无。"


def test_an_answer_that_stops_at_a_comma_runs_on_in_the_next_line() -> None:
    part = "{each: how, move: tasks, number: 一是, inline: true, between: ；, text: '{{ item }}'}"
    outline = f"questions: {{how: {{ask: 措施, type: list}}}}\nparts: [{part}]\n"
    facts = "how:\n  - |\n    全镇43处水边，\n    一处一名巡查员\n  - 水边立牌"
    assert composed(outline, facts).draft.text == "一是全镇43处水边，一处一名巡查员；二是水边立牌。"
