"""Numbers that are not in the text, for Word counts there, that come back, or that are left alone."""

from __future__ import annotations

import re
from dataclasses import replace

from drafting.merge import merge
from drafting.merge.model import Fate, Kind, Seen
from tests.helpers import draft
from tests.merge.desk import ROAD, TASKS, Desk, file_of


def counted() -> Desk:
    """The numbers of all tasks have been taken off, and Word counts instead."""
    desk = Desk()
    for place, seen in enumerate(desk.file):
        if re.match("[一二三]、", seen.text):
            desk.file[place] = replace(seen, text=seen.text[2:], label="1.", style="3")
    return desk


def test_a_new_task_is_counted_by_word_as_the_others_are() -> None:
    desk = counted().again(tasks=[ROAD, *TASKS])
    assert desk.line("修通公路") == "修通公路"
    assert "我讲四点意见" in desk.text
    assert desk.done
    (like,) = [step.like for step in desk.done.steps if step.fate is Fate.ADDED and step.blocks[0].is_heading]
    assert like is not None
    assert desk.told(Kind.KEPT) == desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []


def test_a_task_that_the_draft_drops_goes_though_its_number_was_taken_off() -> None:
    desk = counted().again(tasks=TASKS[1:])
    assert "修好水渠" not in desk.text
    assert "我讲两点意见" in desk.text
    assert desk.told(Kind.CONFLICT) == []


def test_a_heading_of_the_hands_own_that_word_counts_counts() -> None:
    desk = Desk()
    desk.file = [replace(seen, style="3") if re.match("[一二三]、", seen.text) else seen for seen in desk.file]
    at = desk.place("种好果树")
    desk.file[at:at] = [Seen("管好山林", label="1.", style="3"), Seen("防火要抓紧，砍伐要有数。")]
    desk.again()
    assert [(entry.before, entry.text) for entry in desk.told(Kind.MISFIT)] == [("三点", "四点")]
    desk.file = [replace(seen, label="1.", style="3") if seen.text == "管好山林" else seen for seen in desk.file]
    desk.file = [replace(seen, style="3") if re.match("[一二三]、", seen.text) else seen for seen in desk.file]
    desk.again(tasks=[*TASKS, ROAD])
    assert "我讲五点意见" in desk.text
    assert desk.line("修通公路") == "四、修通公路"
    assert desk.line("管好山林") == "管好山林"


def test_a_list_of_the_hands_own_that_word_counts_is_none_of_ours() -> None:
    desk = Desk()
    at = desk.place("二、办好学校")
    desk.file[at:at] = [Seen("先把图纸画好。", label="1.", style="5"), Seen("再把工钱备好。", label="2.", style="5")]
    desk.again(tasks=[ROAD, *TASKS])
    assert desk.told(Kind.MISFIT) == []
    assert "我讲四点意见" in desk.text


def test_a_task_that_was_rejected_in_word_and_is_asked_back_is_counted_with_the_others() -> None:
    desk = Desk()
    before = desk.file
    desk.again(tasks=[ROAD, *TASKS])
    desk.file = before  # all that came in was rejected
    desk.again()
    assert desk.text.count("修通公路") == 0
    desk.again(restore=[block.key for block in desk.base.blocks if "修通公路" in block.key])
    assert desk.is_as_composed


def test_a_list_that_begins_with_two_since_its_first_item_was_moved_away_is_told() -> None:
    outline = """
title: 讲话
numbering: [一、, （一）]
questions: {steps: {ask: 措施, type: list}}
parts:
  - {move: goals, heading: 看清形势, text: 形势逼人，等不得。}
  - move: tasks
    heading: 抓好落实
    text: 要抓的事情不少。
    parts: [{move: tasks, each: steps, text: "{{ item }}，要有人管。"}]
  - {move: closing, text: 谢谢大家！}
"""
    base = draft(outline, "steps: [修渠引水, 植树造林, 平整土地]")
    file = file_of(base)
    moved = next(seen for seen in file if "修渠引水" in seen.text)
    file.remove(moved)
    file.insert(next(n for n, seen in enumerate(file) if "形势逼人" in seen.text) + 1, moved)
    done = merge(base, file, base)
    told = [(one.before, one.text) for one in done.account if one.kind is Kind.MISFIT]
    assert told == [("（二）（三）", "（一）（二）")]


def test_a_new_item_of_a_list_that_the_hand_has_put_on_lines_counted_by_word_gets_such_a_line() -> None:
    desk = Desk()
    at = desk.place("一是底子还薄")
    lead, hints = desk.file[at].text.split("一是", 1)[0], desk.file[at].hints
    lines = [Seen(f"{flaw}。", label="1.", style="5") for flaw in ("底子还薄", "路还不通", "人手不够")]
    desk.file[at : at + 1] = [Seen(lead, hints), *lines]
    desk.again(flaws=["账目不清", "底子还薄", "路还不通", "人手不够"])
    assert desk.done
    (added,) = [step for step in desk.done.steps if step.fate is Fate.ADDED]
    assert [block.text for block in added.blocks] == ["账目不清。"]
    assert added.like is not None
    assert desk.line(lead) == lead
