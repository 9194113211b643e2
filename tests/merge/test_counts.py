"""Counts follow the lists that they count, the hand's own items and all."""

from __future__ import annotations

import json
from dataclasses import replace

from drafting.merge import merge, result_text
from drafting.merge.model import Kind
from tests.helpers import draft
from tests.merge.desk import FLAWS, LAKE, OUTLINE, ROAD, TASKS, Desk, file_of, headings


def test_a_count_that_the_hand_set_right_runs_on() -> None:
    desk = Desk().insert("农业局", "四、管好山林").type("讲三点", "讲四点").again(tasks=[ROAD, *TASKS])
    assert "我讲五点意见" in desk.text
    assert desk.told(Kind.CONFLICT) == []


def test_a_count_that_the_hand_set_against_the_list_stays_and_is_told_with_the_one_that_fits_the_file() -> None:
    desk = Desk().type("讲三点", "讲九点").delete("二、办好学校").delete("很远的山路")
    desk.again(tasks=[ROAD, LAKE, *TASKS])
    assert "我讲九点意见" in desk.text
    (entry,) = desk.told(Kind.CONFLICT)
    assert (entry.text, entry.before) == ("四点", "九点")
    desk.again(tasks=[LAKE, *TASKS])
    assert [(entry.before, entry.text) for entry in desk.told(Kind.CONFLICT)] == [("九点", "三点")]


def test_words_by_hand_inside_a_count_stay() -> None:
    desk = Desk().type("讲三点", "讲三大点").again(tasks=[ROAD, *TASKS])
    assert "我讲三大点意见" in desk.text
    (entry,) = desk.told(Kind.CONFLICT)
    assert (entry.text, entry.before) == ("四点", "三大点")


def test_a_count_counts_the_tasks_whose_numbers_the_hand_took_off() -> None:
    """As when somebody gives headings the automatic numbers of Word."""
    desk = Desk()
    for number in "一二三":
        desk.each(lambda text, number=number: text.removeprefix(number + "、"))  # type: ignore[misc]
    desk.again(tasks=[ROAD, *TASKS])
    assert "我讲四点意见" in desk.text
    assert [line for line in desk.text.split("\n") if line.endswith("修通公路")] == ["修通公路"]
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []
    desk.again()
    assert desk.done
    assert desk.done.changes_nothing
    desk.again(tasks=[ROAD, *TASKS, LAKE])
    assert "我讲五点意见" in desk.text
    assert "\n治好湖水\n" in desk.text
    assert "、" not in "".join(headings(desk))


def test_a_count_counts_a_task_whose_number_alone_the_hand_took_off() -> None:
    desk = Desk().type("三、种好", "种好").again(tasks=[ROAD, *TASKS])
    assert "我讲四点意见" in desk.text
    assert headings(desk) == ["一、修通公路", "二、修好水渠", "三、办好学校"]
    assert "\n种好果树\n" in desk.text


def test_a_count_of_which_it_is_not_sure_what_it_counts_stays_and_is_told() -> None:
    """Without its number an item in a line may be part of the one before it."""
    outline = OUTLINE.replace("问题也不少：", "问题有{{ flaws|count('条') }}：")
    desk = Desk(outline).type("二是路还不通", "路还不通").again(flaws=["钱不够用", *FLAWS])
    assert "问题有三条：一是钱不够用；二是底子还薄；路还不通；三是人手不够。" in desk.text.replace("\n", "")
    desk.again(flaws=["钱不够用", "心还不齐", *FLAWS])
    assert "问题有三条" in desk.text
    assert ("三条", "五条") in [(entry.before, entry.text) for entry in desk.told(Kind.MISFIT)]


def test_words_that_the_hand_put_behind_a_count_are_no_part_of_it() -> None:
    outline = OUTLINE.replace("点') }}意见", "点') }}重要意见")
    for before, after in (("三点重要意见", "两点硬意见"), ("三点重要", "两点十分重要")):
        desk = Desk(outline).delete("二、办好学校").delete("很远的山路").type("三、种好", "二、种好")
        desk.type(before, after).again(tasks=[*TASKS, ROAD])
        assert after.replace("两点", "三点") in desk.text
        assert desk.told(Kind.CONFLICT) == []


def test_a_count_behind_its_list_follows_like_the_one_before_it() -> None:
    """It counts the rows and what stands beside them, so that no answer says what it counts."""
    more = "(tasks|length + 1)|count"
    outline = OUTLINE.replace("{{ tasks|count('点') }}", f"{{{{ {more}('点') }}}}")
    outline = outline.replace("guarantee, when: extra, text: ", "tasks, when: extra, number: 一、, heading: ")
    outline = outline.replace("同志们，让我们一起努力，谢谢大家！", f"\"这{{{{ {more}('件') }}}}事要办好。\"")
    desk = (
        Desk(outline, extra="管好水库", flaws=[])
        .insert("四、管好水库", "五、治好湖水")
        .type("四点", "五点")
        .type("四件", "五件")
    )
    desk.again(tasks=TASKS[1:])
    assert "我讲四点意见" in desk.text
    assert "这四件事" in desk.text
    assert desk.told(Kind.CONFLICT) == []


def test_what_counts_the_parts_of_a_speech_counts_no_list_in_a_paragraph_that_has_as_many_items() -> None:
    outline = OUTLINE.replace("问题也不少：", "问题有{{ flaws|count('个') }}：").replace(
        "{{ tasks|count('点') }}", "{{ (tasks|length + 0)|count('点') }}"
    )
    desk = Desk(outline, enumerators={"tasks": "none"}).type("人手不够。", "人手不够；四是心不够齐。")
    desk.type("问题有三个", "问题有四个").again(flaws=[*FLAWS[1:], "水不够喝"])
    assert "我讲三点意见" in desk.text
    assert desk.line("问题有").startswith("问题有四个：一是路还不通；")
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []


SECTIONS = """
title: 讲话
numbering: [一、, 1.]
questions:
  first: {ask: 第一部分, type: list}
  second: {ask: 第二部分, type: list}
parts:
  - {move: title, text: 在年度会议上的讲话}
  - {move: tasks, heading: 抓学习, parts: [{each: first, text: "{{ item }}。"}]}
  - {move: tasks, heading: 抓落实, parts: [{each: second, text: "{{ item }}。"}]}
  - {move: closing, text: 谢谢大家。}
"""


def test_an_item_that_the_hand_put_into_another_section_counts_and_runs_on_there() -> None:
    def facts(*second: str) -> str:
        return json.dumps({"outline": "speech", "first": ["读书", "听课", "调研"], "second": list(second)})

    base = draft(SECTIONS, facts("定期检查", "逐项办结"))
    file = file_of(base)
    moved = next(seen for seen in file if "调研" in seen.text)
    file.remove(moved)
    file.insert(len(file) - 1, replace(moved, text="3.调研。"))
    done = merge(base, file, base)
    assert [entry for entry in done.account if entry.kind is Kind.MISFIT] == []
    done = merge(base, file, draft(SECTIONS, facts("加强领导", "定期检查", "逐项办结")))
    text = "\n".join(result_text(file, done))
    assert "1.加强领导。\n2.定期检查。\n3.逐项办结。\n4.调研。" in text
    assert [entry for entry in done.account if entry.kind in (Kind.MISFIT, Kind.CONFLICT)] == []


def test_of_two_points_that_the_hand_made_one_paragraph_and_one_number_it_may_count_one() -> None:
    heading, lead = 'heading: "{{ heading }}", text: "{{ why }}。', 'lead: "{{ heading }}。", text: "{{ why }}。'
    desk = Desk(OUTLINE.replace(heading, lead))
    desk.join("一、修好水渠").type("二、办好学校。", "同时，办好学校。").type("三、种好果树", "二、种好果树")
    desk.type("三点意见", "两点意见").again(invest="12.8亿元")
    assert "12.8亿元" in desk.text
    assert desk.told(Kind.MISFIT) == []


_JOINED = OUTLINE.replace('heading: "{{ heading }}", text: "{{ why }}。', 'lead: "{{ heading }}。", text: "{{ why }}。')


def _joined() -> Desk:
    """The leader has made one point of the first two, and counts one less."""
    desk = Desk(_JOINED).join("一、修好水渠").type("二、办好学校。", "同时，办好学校。")
    return desk.type("三、种好果树", "二、种好果树").type("三点意见", "两点意见")


def test_a_count_of_the_points_that_the_hand_has_left_runs_on_with_the_points() -> None:
    desk = _joined().again(tasks=[*TASKS, LAKE])
    assert "我讲三点意见" in desk.text
    assert "\n三、治好湖水" in desk.text
    assert desk.told(Kind.MISFIT) == desk.told(Kind.CONFLICT) == []
    desk.again(tasks=[ROAD, *TASKS, LAKE])
    assert "我讲四点意见" in desk.text
    assert "\n四、治好湖水" in desk.text
    assert desk.told(Kind.MISFIT) == []


def test_a_count_that_no_longer_fits_joined_points_is_told_with_the_number_that_a_reader_finds() -> None:
    desk = _joined().type("两点意见", "一点意见").again(tasks=[*TASKS, LAKE])
    assert "我讲一点意见" in desk.text
    assert ("一点", "三点") in [(e.before, e.text) for e in desk.account if e.kind in (Kind.MISFIT, Kind.CONFLICT)]
