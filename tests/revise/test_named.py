"""Situations of the last evening before a speech, each as a file: what it says when all is accepted."""

from __future__ import annotations

import re

from drafting.revise import look
from drafting.word.package import open_package
from tests.merge.desk import OUTLINE, ROAD, TASKS, speech
from tests.revise.test_rounds import BASE, first, lines, up_to_date
from tests.word.packages import edited


def by_hand(old: str, new: str) -> bytes:
    """The first file, words in it replaced."""
    return edited(first(BASE), lambda xml: xml.replace(old, new))


def test_the_same_change_on_both_sides_stands_once_and_is_not_tracked():
    out = up_to_date(by_hand("12.5亿元", "12.8亿元"), BASE, speech(invest="12.8亿元"))
    assert "\n".join(lines(out)).count("12.8亿元") == 1
    assert b"<w:ins " not in open_package(out).parts["word/document.xml"]


def test_both_put_something_in_at_the_same_place():
    hand = by_hand("，来之不易", "，人人出了力，来之不易")
    out = up_to_date(hand, BASE, speech(OUTLINE.replace("，来之不易", "，位居全市前列，来之不易")))
    (line,) = [line for line in lines(out) if "来之不易" in line]
    assert "人人出了力" in line
    assert "位居全市前列" in line


def test_what_the_draft_drops_stays_where_somebody_worked_on_it():
    out = up_to_date(by_hand("来之不易", "实在来之不易"), BASE, speech(invest=None))
    assert any("实在来之不易" in line for line in lines(out))


def test_a_task_moved_by_the_draft_takes_its_changed_fact_along():
    tasks = [TASKS[2], {**TASKS[0], "owner": "河务局"}, TASKS[1]]
    out = up_to_date(first(BASE), BASE, speech(tasks=tasks))
    text = "\n".join(lines(out))
    assert text.index("一、种好果树") < text.index("二、修好水渠") < text.index("河务局") < text.index("三、办好学校")


def test_no_bookmark_is_left_and_everything_arrives():
    bare = edited(first(BASE), lambda xml: re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", xml))
    assert not any(seen.hints for seen in look(open_package(bare), BASE).seen)
    new = speech(growth="9.5%", tasks=[ROAD, *TASKS])
    out = up_to_date(bare, BASE, new)
    assert lines(out) == new.text.split("\n")
    assert any(seen.hints for seen in look(open_package(out), new).seen)


def test_an_outline_with_a_new_part_brings_it_in_and_keeps_the_words_by_hand():
    part = '  - {move: guarantee, text: "各级要把责任扛起来。"}\n  - {move: closing,'
    out = up_to_date(by_hand("来之不易", "实在来之不易"), BASE, speech(OUTLINE.replace("  - {move: closing,", part)))
    found = lines(out)
    assert found[-2] == "各级要把责任扛起来。"
    assert any("实在来之不易" in line for line in found)


def test_a_paragraph_split_by_hand_gets_the_facts_in_both_halves():
    end = '</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">'
    out = up_to_date(by_hand("来之不易", f"{end}来之不易"), BASE, speech(invest="13亿元", story="柳河镇先行了一步"))
    found = lines(out)
    at = next(number for number, line in enumerate(found) if line.startswith("来之不易"))
    assert "13亿元" in found[at - 1]
    assert "柳河镇先行了一步" in found[at]
