"""Enumerators chosen in the facts file or the house file instead of the outline's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.chinese.enumerators import style
from drafting.compose import compose
from drafting.draft import Block, Draft, Role
from drafting.errors import UserError
from drafting.facts.read import read_facts
from drafting.library import shipped
from drafting.loading import load_facts, still_open
from drafting.outline.numbered import numbered_keys
from tests.helpers import draft, examples, facts_faults, levels, outline, outline_faults, yaml

SPEECH = """
numbering: [一、, （一）, 一是]
questions:
  tasks: {ask: 任务, type: table, columns: {heading: 标题, measures: {ask: 措施, type: list}, why: 为什么}}
  lacks: {ask: 不足, type: list}
parts:
  - {move: title, text: 讲话}
  - {move: opening, key: outset, text: "我讲{{ points|count('点') }}。"}
  - move: achievements
    key: review
    heading: 看去年
    parts:
      - {move: shortcomings, key: turn, text: "还有{{ beside|count('个') }}不足："}
      - {move: shortcomings, each: lacks, number: 一是, inline: true, between: ；, text: "{{ item }}"}
  - move: tasks
    key: plan
    heading: 干今年
    text: "抓好{{ below|count('件') }}事。"
    parts:
      - {each: tasks, number: 第一，, lead: "{{ heading }}", parts: [
          {key: why, when: why, inline: true, text: "{{ why }}"},
          {each: measures, number: 一是, inline: true, text: "{{ item }}"}]}
      - {key: money, number: 第一，, lead: 管好钱, text: 一分也不乱花。}
  - move: guarantee
    key: lead
    heading: 领好头
    parts:
      - {key: duty, number: 一要, lead: 担起责任, text: 谁的事谁管。}
      - {key: checks, number: 一要, lead: 常去看看, text: 看了要说。}
  - {move: closing, text: 谢谢大家！}
"""
FACTS = """
lacks: [路还不平, 桥还不宽]
tasks:
  - {heading: 修路, measures: [早修, 快修]}
  - {heading: 架桥, measures: [早架]}
"""


def made(chosen: str, answers: str = FACTS, text: str = SPEECH, at_home: str = "") -> Draft:
    """The draft with the enumerators `chosen` in the facts file."""
    return draft(text, f"{answers}\nenumerators: {chosen or '{}'}\n", at_home)


def numbered(draft: Draft) -> list[str]:
    """The beginnings of all that is numbered, and of headings that are not."""
    return [block.text[:8] for block in draft.blocks if block.marker or block.heading]


def test_a_list_is_numbered_as_the_facts_say_and_nothing_else_changes() -> None:
    plain, now = made(""), made("{tasks: 一是}")
    assert [line for line in numbered(now) if "修路" in line or "架桥" in line or "管好钱" in line] == [
        "一是修路。",
        "二是架桥。早架。",
        "三是管好钱。一分",
    ]
    assert [(b.key, b.level, b.spans) for b in now.blocks] == [(b.key, b.level, b.spans) for b in plain.blocks]


def test_a_list_is_named_by_its_answers_by_a_key_or_below_what_it_stands() -> None:
    assert "1、早修。" in made("{measures: 1、}").text
    assert "1、早修。" in made("{tasks/measures: 1、}").text
    assert "1、早修。" in made("{plan/tasks/measures: 1、}").text
    assert "首先，担起责任。" in made("{checks: 首先，}").text


def test_the_exacter_key_comes_before_the_other() -> None:
    both = made("{tasks/measures: 1、, measures: ①}")
    assert "1、早修。" in both.text
    assert "①" not in both.text


def test_the_main_points_are_numbered_as_a_whole_and_counted_as_before() -> None:
    now = made("{points: 第一个面对，}")
    assert [block.text for block in now.blocks if block.level == 1 and block.is_heading] == [
        "第一个面对，看去年",
        "第二个面对，干今年",
        "第三个面对，领好头",
    ]
    assert "我讲三点。" in now.text


def test_none_takes_the_numbers_away_and_the_counts_stay() -> None:
    now = made("{points: none, tasks: none, lacks: none}")
    assert now.text.splitlines() == [
        "讲话",
        "我讲三点。",
        "看去年",
        "还有两个不足：路还不平；桥还不宽。",
        "干今年",
        "抓好三件事。",
        "修路。一是早修。二是快修。",
        "架桥。早架。",
        "管好钱。一分也不乱花。",
        "领好头",
        "一要担起责任。谁的事谁管。",
        "二要常去看看。看了要说。",
        "谢谢大家！",
    ]
    assert {block.role for block in now.blocks if not block.marker} == {Role.TITLE, Role.PARAGRAPH}


def test_what_stands_below_an_unnumbered_passage_is_one_level_higher_as_under_one_alone() -> None:
    assert (2, "一是早修。") in levels(made("{tasks: none}"))
    assert (3, "一是早修。") in levels(made(""))


def test_the_fixed_part_of_a_list_can_be_numbered_apart() -> None:
    assert [line[:4] for line in numbered(made("{money: none}")) if line[:1] in "第管"] == [
        "第一，修",
        "第二，架",
        "管好钱。",
    ]
    apart = made("{tasks: 1., money: （1）}")
    assert [line[:4] for line in numbered(apart) if "修路" in line or "架桥" in line] == ["1.修路", "2.架桥"]


def test_in_a_list_of_fixed_parts_one_speaks_for_all() -> None:
    assert [line[:4] for line in numbered(made("{duty: 首先，}"))[-2:]] == ["首先，担", "其次，常"]


def test_a_single_entry_has_no_number_whatever_is_chosen() -> None:
    alone = made("{lacks: 1.}", "lacks: [路还不平]\ntasks: []")
    assert "还有一个不足：路还不平。" in alone.text


def test_lists_that_come_to_have_the_same_enumerator_stay_two_lists() -> None:
    text = made("{tasks: 一是, measures: 一是}").text
    assert "一是修路。一是早修。二是快修。\n二是架桥。" in text


def test_the_house_says_it_for_every_speech_and_the_facts_say_otherwise() -> None:
    at_home = "enumerators: {tasks: 一是, measures: ①, elsewhere: 1.}"
    assert "一是修路。①早修。" in made("", at_home=at_home).text
    assert "1.修路。①早修。" in made("{tasks: 1.}", at_home=at_home).text
    assert "第一，修路。①早修。" in made("{tasks: auto}", at_home=at_home).text


def test_a_list_that_was_not_answered_stays_a_gap() -> None:
    assert "【待补：任务】" in made("{tasks: 一是}", "lacks: [路还不平]").text


def test_a_word_of_the_enumerator_is_not_said_twice() -> None:
    said = "tasks: [{heading: 修路, measures: [要早修, 要求严]}, {heading: 架桥}]\nlacks: []"
    assert "一要早修。二要要求严。" in made("{measures: 一要}", said).text


def test_a_part_that_the_outline_leaves_unnumbered_may_get_a_number() -> None:
    text = SPEECH.replace("number: 一是, inline: true, between", "number: none, inline: true, between")
    assert "不足：路还不平；桥还不宽。" in made("", text=text).text
    assert "还有两个不足：一是路还不平；二是桥还不宽。" in made("{lacks: 一是}", text=text).text


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ("{taks: 一是}", "facts.yaml:1:15: “taks” is no numbered part of this outline. Did you mean “tasks”?"),
        (
            "{xyz: 一是}",
            "facts.yaml:1:15: “xyz” is no numbered part of this outline. "
            "Allowed: points, lacks, tasks, measures, money, duty, checks.",
        ),
        (
            "{plan/lacks: 一是}",
            "facts.yaml:1:15: “plan/lacks” is no numbered part of this outline. Did you mean “lacks”?",
        ),
        ("{outset: 一是}", "facts.yaml:1:15: “outset” is no numbered part of this outline. Allowed: points, lacks"),
        (
            "{lead: 一是}",
            "facts.yaml:1:15: “lead” is one of the main points; they are numbered together: write “points”.",
        ),
        (
            "{tasks: 甲乙}",
            "facts.yaml:1:22: enumerators: tasks: “甲乙” is no enumerator; write its first marker, such as",
        ),
        ("{tasks: [一是]}", "facts.yaml:1:22: enumerators: tasks: expected text, found a list or keys."),
        ("一是", "facts.yaml:1:14: enumerators: expected “key: value” lines."),
    ],
)
def test_what_is_wrong_is_told_with_its_place(chosen: str, told: str) -> None:
    (fault,) = facts_faults(f"enumerators: {chosen}", outline(SPEECH))
    assert fault.startswith(told)


def test_an_enumerator_that_ends_too_early_is_told_where_it_was_chosen() -> None:
    answers = "tasks: [{heading: 甲}, {heading: 乙}]\nlacks: []"
    with pytest.raises(UserError) as told:
        made("{tasks: 一方面，}", answers)
    (fault,) = told.value.faults
    assert str(fault) == "facts.yaml:3:22: The enumerator 一方面， ends at 2; there are 3 here. Take another."


def test_no_question_can_be_called_so() -> None:
    told = outline_faults(
        "title: 讲话\nquestions: {enumerators: 序号}\nparts: [{move: opening, text: '{{ enumerators }}'}]"
    )
    assert "speech.yaml:2:13: “enumerators” is a word of the grammar; choose another name." in told


def test_an_empty_choice_chooses_nothing() -> None:
    assert made("{tasks: }").text == made("").text


@pytest.mark.parametrize("name", [path.stem for path in examples() if "-" not in path.stem and path.stem != "house"])
def test_every_part_of_every_outline_can_be_numbered_otherwise_and_says_the_same(name: str) -> None:
    loaded = load_facts(shipped() / "outlines" / "examples" / f"{name}.yaml")
    outline = still_open(loaded.prepared.outline)
    plain = compose(loaded.prepared, loaded.facts, loaded.house).draft
    for chosen in ("1.", "（一）", "none"):
        lines = "".join(f"  {key}: {chosen}\n" for key in numbered_keys(outline))
        numbers, faults = read_facts(yaml(f"enumerators:\n{lines}"), outline)
        assert not faults
        facts = replace(loaded.facts, enumerators=numbers.enumerators)
        now = compose(loaded.prepared, facts, loaded.house).draft
        assert "".join(map(_said, now.blocks)) == "".join(map(_said, plain.blocks))
        markers = ["" if chosen == "none" else style(chosen).marker(number, 60) for number in range(1, 60)]
        assert {block.marker for block in now.blocks} <= {"", *markers}
        numbered = {block.key for block in now.blocks if block.marker}
        assert chosen == "none" or {block.key for block in plain.blocks if block.marker} <= numbered


def _said(block: Block) -> str:
    return "".join(span.text for span in block.spans).removeprefix(" ")  # that parts 2. from 7个


def test_a_number_with_a_dot_and_a_figure_behind_it_are_no_one_number() -> None:
    answers = "tasks: [{heading: 3座水库}, {heading: 市场}]\nlacks: [7个农贸市场没有达标, 路不通]"
    for chosen, stands in (
        ("{tasks: 1., lacks: 1.}", ["1. 3座水库", "2.市场", "1. 7个农贸市场没有达标；2.路不通"]),
        ("{tasks: （1）, lacks: 一是}", ["（1）3座水库", "（2）市场", "一是7个农贸市场没有达标；二是路不通"]),
    ):
        text = made(chosen, answers).text
        assert [words for words in stands if words not in text] == []
