"""Entries that stand nowhere because they name a group that is not there, names given twice, 无 as an entry."""

from __future__ import annotations

import pytest

from drafting.check.answers import check_amounts, check_answers, check_enumerators
from tests.helpers import composed

GROUPED = """questions:
  topics: {ask: 工作, type: table, columns: {name: 名称, aim: 要求}}
  steps: {ask: 措施, type: table, columns: {heading: 标题, topic: 属于哪项工作}}
  problems: {ask: 问题, type: list}
parts:
  - move: tasks
    each: topics
    heading: 关于{{ name }}
    text: "{{ aim }}"
    parts:
      - each: steps|where("topic", name)
        when: steps and steps|where("topic", name) is given
        text: "{{ heading }}"
  - {move: shortcomings, when: problems, text: "问题是{{ problems|join_commas }}"}
"""

TOPICS = "topics: [{name: 招聘, aim: 招好人}, {name: 培训, aim: 教好人}]\n"


def findings(facts: str, outline: str = GROUPED) -> list[tuple[str, str, str]]:
    made = composed(outline, facts)
    found = check_answers(made.facts, made.prepared.kept.matched, made.unused)
    return [(finding.rule, finding.block, finding.message) for finding in found]


def test_an_entry_that_names_a_group_which_is_not_there_is_told_with_the_groups_there_are() -> None:
    facts = TOPICS + "steps: [{heading: 进校园, topic: 招聘工作}, {heading: 办讲座, topic: 培训}]"
    assert findings(facts) == [
        (
            "stray",
            "steps[1].topic",
            "“招聘工作” is none of 招聘, 培训; this entry is not in the speech. Did you mean “招聘”?",
        )
    ]


def test_an_entry_that_stands_in_the_speech_anyway_is_not_astray() -> None:
    outline = GROUPED + '  - {move: closing, text: "{{ steps|map(\\"heading\\")|join_commas }}"}\n'
    assert findings(TOPICS + "steps: [{heading: 进校园, topic: 招聘工作}]", outline) == []


def test_the_groups_may_be_a_list_of_texts() -> None:
    outline = (
        "questions:\n"
        "  topics: {ask: 工作, type: list}\n"
        "  steps: {ask: 措施, type: table, columns: {what: 做什么, topic: 属于哪项工作}}\n"
        "parts:\n"
        "  - move: tasks\n"
        "    each: topics\n"
        '    heading: "{{ item }}"\n'
        """    parts: [{each: 'steps|where("topic", item)', text: "{{ what }}"}]\n"""
    )
    facts = "topics: [招聘, 培训]\nsteps: [{what: 进校园, topic: 招聘}, {what: 办讲座, topic: 培训班}]"
    assert [(rule, path) for rule, path, _message in findings(facts, outline)] == [("stray", "steps[2].topic")]


def test_two_groups_of_one_name_are_told() -> None:
    facts = "topics: [{name: 培训, aim: 甲}, {name: 培训, aim: 乙}]\nsteps: [{heading: 办讲座, topic: 培训}]"
    (found,) = findings(facts)
    assert found == (
        "names",
        "topics",
        "“培训” stands here more than once; what belongs to it is said under each of them.",
    )


def test_a_gap_in_a_group_without_entries_carries_the_wording_of_its_question() -> None:
    outline = GROUPED.replace('        when: steps and steps|where("topic", name) is given\n', "")
    made = composed(outline, TOPICS + "steps: [{heading: 办讲座, topic: 培训}]")
    assert [(gap.question, made.asks[gap.question]) for gap in made.draft.gaps()] == [("steps[2]", "措施")]


@pytest.mark.parametrize("text", ["无", "没有", "暂无。"])
def test_a_list_that_must_be_answered_and_only_says_that_there_are_none_is_told(text: str) -> None:
    outline = GROUPED.replace("problems: {ask: 问题, ", "problems: {ask: 问题, required: true, ")
    assert findings(TOPICS + f"problems: [{text}]", outline) == [
        ("nothing", "problems", f"“{text}” is said as an entry; write problems: [] if there are none.")
    ]


def test_lists_that_say_something_are_not_told() -> None:
    facts = TOPICS + "steps: [{heading: 办讲座, topic: 培训}]\nproblems: [无人管, 没有]"
    assert findings(facts) == []


def test_an_enumerator_that_was_taken_off_one_answer_is_told() -> None:
    made = composed(GROUPED, "problems: [一、缺人, 没有章法]")
    assert [tuple(finding) for finding in check_enumerators(made.odd)] == [
        (
            "enumerators",
            "problems[1]",
            "“一、” stands before this answer and is not shown, as the outline numbers its lists itself.",
        )
    ]


def test_an_enumerator_that_stays_before_an_answer_is_told() -> None:
    made = composed(GROUPED, "problems: [缺人, 1、没有章法]")
    (finding,) = check_enumerators(made.odd)
    message = "“1、” stands before this answer, behind the number that the outline gives it."
    assert tuple(finding) == ("enumerators", "problems[2]", message)


def test_an_enumerator_before_an_answer_that_counts_no_further_is_told() -> None:
    outline = """
    questions:
      why: {ask: 为什么, type: long}
      tasks: {ask: 任务, type: table, columns: {how: {ask: 办法, type: long}}}
    parts:
      - {move: significance, text: "{{ why }}。"}
      - {move: tasks, each: tasks, text: "{{ how }}。"}
    """
    made = composed(outline, "why: 一是路断了\ntasks: [{how: 1.先抢通}, {how: 一是清，二是运}]")
    message = "“{}” stands before this answer, and no further number follows in it."
    assert [tuple(finding) for finding in check_enumerators(made.odd)] == [
        ("enumerators", "why", message.format("一是")),
        ("enumerators", "tasks[1].how", message.format("1.")),
    ]


def test_an_entry_that_is_only_a_mark_is_left_out_and_told() -> None:
    outline = """
    questions:
      gaps: {ask: 不足, type: list}
      tasks: {ask: 任务, type: table, columns: {how: {ask: 办法, type: list}}}
    parts:
      - {move: shortcomings, each: gaps, inline: true, number: 一是, between: ；, text: "{{ item }}"}
      - {move: tasks, each: tasks, text: "办法是{{ how|join_clauses }}"}
    """
    answers = "gaps: [水库带病, 。, 渠系老了]\ntasks: [{how: [查, ……]}]"
    assert composed(outline, answers).draft.text == "一是水库带病；二是渠系老了。\n办法是查。"
    message = "“{}” is an entry without a word; it is left out of the speech."
    assert findings(answers, outline) == [
        ("marks", "gaps[2]", message.format("。")),
        ("marks", "tasks[1].how[2]", message.format("……")),
    ]


@pytest.mark.parametrize("text", ["300万", "300万元。", "约1.2亿元", "62%"])
def test_an_amount_where_a_sentence_is_asked_is_told_with_the_example(text: str) -> None:
    outline = """
    questions:
      funds: {ask: 资金, type: long, example: 县财政安排400万元}
      rows: {ask: 数, type: table, columns: {why: {ask: 为什么, type: long}, now: {ask: 现在, type: number}}}
    parts: [{move: tasks, text: "{{ funds }}。{% for r in rows %}{{ r.why }}，{{ r.now }}。{% endfor %}"}]
    """
    made = composed(outline, f"funds: {text}\nrows: [{{why: {text}, now: 300万}}]")
    message = f"“{text}” is only an amount; here a sentence is asked."
    assert [tuple(finding) for finding in check_amounts(made.facts, made.prepared.outline)] == [
        ("amounts", "funds", message + " It may be said like this: 县财政安排400万元"),
        ("amounts", "rows[1].why", message),
    ]
    said = composed(outline, "funds: 投入300万元\nrows: [{why: 2026年是关键一年, now: 300万}]")
    assert list(check_amounts(said.facts, said.prepared.outline)) == []
