"""Lists that run on in a paragraph, with words behind them that close it; and paragraphs that the hand joined."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.draft import Draft, Span
from drafting.merge import merge, result_text
from drafting.merge.lists import is_enumerator
from drafting.merge.model import Hint, Kind
from tests.helpers import draft
from tests.merge.desk import OUTLINE, ROAD, TASKS, Desk, file_of, speech

_ITEMS = """- {move: shortcomings, each: flaws, inline: true, number: 一是, between: ；, text: "{{ item }}"}"""
_CLOSE = "这些问题，躲是躲不掉的。要逐条列出清单，明确谁来改、怎样改、哪天改完，改好一条销一条。"
CLOSED = OUTLINE.replace(_ITEMS, f'{_ITEMS}\n  - {{move: shortcomings, when: flaws, inline: true, text: "{_CLOSE}"}}')


def closed(*flaws: str) -> Desk:
    return Desk(CLOSED, flaws=list(flaws) or ["底子还薄", "路还不通", "人手不够"])


def test_what_the_hand_took_out_behind_a_list_does_not_come_back_with_another_last_item() -> None:
    desk = (
        closed()
        .type("明确谁来改、怎样改、哪天改完，", "")
        .again(flaws=["人手不够", "底子还薄", "路还不通", "钱不够用"])
    )
    assert desk.line("问题也不少").endswith("四是钱不够用。这些问题，躲是躲不掉的。要逐条列出清单，改好一条销一条。")
    assert desk.text.count("这些问题") == 1
    assert "怎样改" not in desk.text
    assert desk.told(Kind.CONFLICT) == []


def test_what_the_hand_put_in_behind_a_list_stands_once_when_the_last_item_goes() -> None:
    desk = closed().type("躲是躲不掉的。", "躲是躲不掉的，赖也赖不掉。").again(flaws=["底子还薄", "路还不通"])
    assert desk.line("问题也不少").endswith(
        "二是路还不通。这些问题，躲是躲不掉的，赖也赖不掉。" + _CLOSE.partition("。")[2]
    )
    assert desk.text.count("这些问题") == 1


def test_words_behind_a_list_stay_where_the_hand_took_out_the_last_item() -> None:
    desk = closed().type("；三是人手不够。", "。").again(flaws=["路还不通", "底子还薄", "人手不够"])
    assert "人手不够" not in desk.text
    assert desk.text.count(_CLOSE) == 1
    before = desk.file
    desk.again()
    assert desk.file == before  # bookmarks too


def test_words_behind_a_list_that_the_hand_took_out_stay_out_when_the_order_changes() -> None:
    desk = closed().type(_CLOSE, "").again(flaws=["路还不通", "人手不够", "底子还薄"])
    assert "这些问题" not in desk.text
    assert desk.line("问题也不少").endswith("三是底子还薄。")


def test_a_list_that_shrinks_to_one_item_keeps_what_the_hand_did_to_it() -> None:
    desk = (
        closed("底子还薄，二十年的老账还没有还清", "路还不通")
        .type("二十年的老账", "老账")
        .again(flaws=["底子还薄，二十年的老账还没有还清"])
    )
    assert desk.line("底子还薄") == "问题也不少：底子还薄，老账还没有还清。" + _CLOSE
    desk.again(flaws=["底子还薄，二十年的老账还没有还清", "路还不通"])
    assert desk.line("底子还薄") == "问题也不少：一是底子还薄，老账还没有还清；二是路还不通。" + _CLOSE


def test_where_the_hand_did_nothing_the_closing_words_follow_the_draft() -> None:
    desk = closed()
    for flaws in (["路还不通"], ["钱不够用", "路还不通"], ["底子还薄", "路还不通", "钱不够用"], ["人手不够"]):
        desk.again(flaws=flaws)
        assert desk.is_as_composed
        assert {entry.kind for entry in desk.account} == {Kind.UPDATED}


def test_an_enumerator_is_known_in_the_middle_of_paragraphs_joined_by_hand() -> None:
    base = speech()
    desk = Desk().join("这项工作由教育局").again(invest="12.8亿元")
    assert desk.done
    (step,) = [step for step in desk.done.steps if len(step.anchors) == 2 and step.seen is not None]
    line = desk.line("三、种好果树")
    assert [line[anchor.start :][:4] for anchor in step.anchors] == [line[:4], "三、种好"]
    assert base.text.count("三、种好果树") == 1


def test_a_number_in_the_middle_of_paragraphs_joined_by_hand_runs_on() -> None:
    desk = Desk().join("这项工作由教育局").again(tasks=[ROAD, *TASKS])
    assert "四、种好果树" in desk.line("这项工作由教育局")
    assert desk.told(Kind.CONFLICT) == []


def test_bookmarks_stand_where_blocks_begin_in_a_joined_line() -> None:
    base = speech()
    desk = Desk().join("同志们：")
    opening = next(block for block in base.blocks if block.text.startswith("今天召开"))
    done = merge(base, desk.file, base)
    hints = next(step.anchors for step in done.steps if len(step.anchors) == 2)
    assert hints[1] == Hint(opening.key, len("同志们："), len("同志们：") + len(opening.text))
    assert file_of(base)[1].text == "同志们："


LAST_WITH_LIST = """
title: 讲话
numbering: [一、, 一是]
questions:
  steps: {ask: 措施, type: list, at_most: 9}
  road: {ask: 修路的事}
parts:
  - {move: tasks, when: road, number: 第一，, text: "{{ road }}。"}
  - move: tasks
    number: 第一，
    text: 攥紧拳头，一股劲干到底。再好的方案，没有人牵头也会落空。
    parts:
      - {move: tasks, each: steps, inline: true, number: 一是, text: "{{ item }}，要有人管。"}
"""


def test_a_paragraph_that_is_an_item_no_more_keeps_what_the_hand_did_to_the_words_before_its_list() -> None:
    facts = "outline: speech, steps: [修水渠, 办学校]"
    outline = LAST_WITH_LIST
    base, new = draft(outline, f"{{{facts}, road: 把山里的路修通}}"), draft(outline, f"{{{facts}}}")
    file = [replace(seen, text=seen.text.replace("再好的方案，", "")) for seen in file_of(base)]
    text = result_text(file, merge(base, file, new))
    assert text == ["攥紧拳头，一股劲干到底。没有人牵头也会落空。一是修水渠，要有人管。二是办学校，要有人管。"]


def told_in_a_sentence(items: list[str], invest: str = "12.5亿元") -> Draft:
    """The speech, its list of flaws as one sentence without numbers."""
    whole = speech(invest=invest)
    lead, *listed = next(blocks for blocks in whole.paragraphs() if blocks[0].text.startswith("问题"))
    sentence = replace(lead, spans=(Span(f"问题也不少：既是{items[0]}，也是{items[1]}。"),))
    return Draft(tuple([sentence if block is lead else block for block in whole.blocks if block not in listed]))


def test_a_list_that_becomes_a_sentence_stays_a_list_where_the_hand_worked_on_an_item() -> None:
    """As a whole: 二是 without 一是 would be neither."""
    desk = Desk().type("人手不够", "人手远远不够")
    done = merge(desk.base, desk.file, told_in_a_sentence(["底子还薄", "路还不通"], "12.8亿元"))
    text = "\n".join(result_text(desk.file, done))
    assert "问题也不少：一是底子还薄；二是路还不通；三是人手远远不够。" in text
    assert "12.8亿元" in text
    (conflict,) = [entry for entry in done.account if entry.kind is Kind.CONFLICT]
    assert conflict.before.startswith("一是底子还薄；二是路还不通；三是人手")
    assert conflict.text.startswith("既是底子还薄，也是路还不通")


def test_a_list_that_becomes_a_sentence_stays_a_list_where_the_hand_has_an_item_of_its_own() -> None:
    items = ["底子还薄", "路还不通"]
    base = speech(flaws=[*items, "人手不够"])
    new = told_in_a_sentence(items)
    edited = [replace(seen, text=seen.text.replace("人手不够。", "人手不够；四是钱不够用。")) for seen in file_of(base)]
    done = merge(base, edited, new)
    assert "一是底子还薄；二是路还不通；三是人手不够；四是钱不够用。" in "".join(result_text(edited, done))
    assert [entry.kind for entry in done.account if entry.kind is Kind.CONFLICT] == [Kind.CONFLICT]


def test_a_list_becomes_a_sentence_with_the_words_of_the_hand() -> None:
    desk = Desk().type("问题也不少", "问题还不少").type("路还不通", "路还没有修通")
    done = merge(desk.base, desk.file, told_in_a_sentence(["底子还薄", "路还不通"]))
    assert "问题还不少：既是底子还薄，也是路还没有修通。" in result_text(desk.file, done)
    assert not any(step.clashes for step in done.steps)


def test_a_count_right_before_its_list_is_told_when_the_hand_takes_an_item_out() -> None:
    """There is another list of the same size behind it, and nothing says which rows are counted."""
    outline = OUTLINE.replace("问题也不少：", "问题有{{ beside|count('个') }}：")
    desk = Desk(outline)
    assert "问题有三个：" in desk.text
    desk.type("二是路还不通；", "").again()
    assert ("三个", "两个") in [(entry.before, entry.text) for entry in desk.told(Kind.MISFIT)]


@pytest.mark.parametrize("written", ["首先，", "任务一：", "第1项，", "——", "iv.", "a)", "（3）", "1. ", "举措之三、"])
def test_another_number_by_hand_is_a_number(written: str) -> None:
    assert is_enumerator(written)


@pytest.mark.parametrize(
    "written", ["", "特别是一", "王县长说", "三年来，", "2026", "abc", "务必记住：", "一要请大家把它记牢"]
)
def test_words_by_hand_in_the_place_of_a_number_are_words(written: str) -> None:
    assert not is_enumerator(written)


RUNS_ON = """
title: 讲话
numbering: ["第一，"]
questions:
  tasks: {ask: 任务, type: table, columns: {heading: 标题}}
  visited: {ask: 看过的点, type: list}
  lessons: {ask: 启示, type: list}
parts:
  - {move: title, text: 在现场会上的讲话}
  - {move: opening, text: "会前看了{{ visited|count('个') }}点。启示有{{ lessons|count('条') }}："}
  - {move: experience, each: lessons, inline: true, number: 一是, between: ；, text: "{{ item }}"}
  - {move: tasks, text: "要抓好{{ tasks|count('件') }}事，另外还有一条保证。"}
  - {move: tasks, each: tasks, number: "第一，", text: "{{ heading }}，这件事要办到群众的心坎上。"}
  - {move: guarantee, number: "第一，", text: 强化保障，让各方都动起来。}
"""


def run_on(*tasks: str) -> Desk:
    return Desk(
        RUNS_ON,
        **dict.fromkeys(("meeting", "invest", "growth", "story", "goal", "flaws")),
        tasks=[{"heading": task} for task in tasks],
        visited=["东村", "西村", "南村"],
        lessons=["书记抓在手上", "群众站到前台", "改革走在前头"],
    )


def test_the_count_of_a_list_that_runs_on_in_another_part_follows_the_hand_and_the_facts() -> None:
    desk = run_on("改造市场", "补齐设施").insert("第二，补齐设施", "第三，治理河道，让水面清起来。")
    desk = desk.type("第三，强化保障", "第四，强化保障").type("两件事", "三件事")
    desk = desk.again(tasks=[{"heading": task} for task in ("清除积存", "改造市场", "补齐设施")])
    assert "要抓好四件事" in desk.text
    assert desk.line("强化保障").startswith("第五，")
    desk = desk.again(tasks=[{"heading": "清除积存"}])
    assert "要抓好两件事" in desk.text
    assert desk.told(Kind.MISFIT) == []


def test_a_count_that_no_longer_fits_such_a_list_is_told() -> None:
    desk = run_on("改造市场", "补齐设施", "培育习惯").delete("第三，培育习惯").type("第四，强化", "第三，强化").again()
    assert [(entry.before, entry.text) for entry in desk.told(Kind.MISFIT)] == [("三件", "两件")]


def test_a_count_of_other_things_is_not_held_against_a_list_that_has_as_many() -> None:
    desk = run_on("改造市场", "补齐设施").type("；二是群众站到前台；三是", "；二是").type("三条", "两条").again()
    assert desk.told(Kind.MISFIT) == []


@pytest.mark.parametrize("flaw", ["给{}家饭馆装净化器", "少{}家铺子"])
def test_behind_an_item_that_the_hand_split_in_two_the_next_one_gets_its_fact(flaw: str) -> None:
    flaws = ["底子还薄，路还不通", flaw.format(86), "人手不够"]
    desk = Desk(flaws=flaws).type("还薄，路", "还薄；二是路").type("二是" + flaws[1], "三是" + flaws[1])
    desk.type("三是人手", "四是人手").again(flaws=[flaws[0], flaw.format(88), flaws[2]])
    assert f"一是底子还薄；二是路还不通；三是{flaw.format(88)}；四是人手不够。" in desk.text
    assert desk.told(Kind.CONFLICT) == []


_ON_LINES = """- {move: shortcomings, each: flaws, number: 一是, text: "{{ item }}。"}"""


@pytest.mark.parametrize("items", [_ITEMS, _ON_LINES], ids=["in a line", "on lines"])
def test_a_numbered_line_of_the_hands_own_is_no_item_of_a_list_before_which_the_draft_says_other_words(
    items: str,
) -> None:
    outline = OUTLINE.replace('text: "问题也不少："', "text: \"问题有{{ flaws|count('条') }}：\"").replace(
        _ITEMS, items
    )
    desk = Desk(outline).insert("来之不易", "一是先把心收回来。").type("底子还薄", "底子说到底还薄")
    desk.again(flaws=["路还不通", "底子还薄", "人手不够", "钱不够用"])
    assert "一是先把心收回来。" in desk.text
    assert "问题有四条：" in desk.text
    assert "四是钱不够用。" in desk.text
    assert desk.told(Kind.MISFIT) == []
    before = desk.text
    assert desk.again().text == before


def test_a_numbered_line_of_the_hands_own_right_before_a_list_is_its_first_item() -> None:
    outline = OUTLINE.replace('text: "问题也不少："', "text: \"问题有{{ flaws|count('条') }}：\"").replace(
        _ITEMS, _ON_LINES
    )
    desk = Desk(outline).insert("问题有三条", "一是心不够齐。")
    desk.again(flaws=["底子还薄", "路还不通", "人手不够", "钱不够用"])
    assert desk.line("钱不够用") == "五是钱不够用。"
    assert "问题有五条：" in desk.text


def test_an_item_to_which_the_hand_added_words_stays_where_it_is_with_the_right_marks_behind_all() -> None:
    flaws = ["路还不通", "底子还薄", "人手不够", "钱不够用"]
    desk = Desk().type("底子还薄", "底子还薄得很").again(flaws=flaws)
    assert desk.line("问题也不少").endswith("：一是底子还薄得很；二是路还不通；三是人手不够；四是钱不够用。")
