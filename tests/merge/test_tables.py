"""Tasks that the hand has laid into a table: its rows are patched, nothing is put between them."""

from __future__ import annotations

from dataclasses import replace

from drafting.merge.model import Kind, Seen
from tests.merge.desk import ROAD, TASKS, Desk


def in_a_table(desk: Desk) -> Desk:
    """The hand has laid the tasks into a table."""
    rows = [line for task in TASKS for line in (task["heading"], task["why"])]
    desk.file = [replace(seen, fixed=any(row in seen.text for row in rows)) for seen in desk.file]
    return desk


def test_what_comes_before_a_list_in_a_table_goes_before_the_table() -> None:
    desk = in_a_table(Desk()).again(tasks=[ROAD, *TASKS])
    assert desk.place("一、修通公路") + 2 == desk.place("二、修好水渠")
    assert desk.told(Kind.UNPLACED) == []


def test_what_comes_between_two_rows_of_a_table_has_no_place() -> None:
    """No row can be put into a table of the hand's; behind the table it would stand in the wrong order."""
    desk = in_a_table(Desk()).again(tasks=[TASKS[0], ROAD, *TASKS[1:]])
    assert "公路" not in desk.text
    assert "二、办好学校" in desk.text
    assert [entry.block.split(".")[0] for entry in desk.told(Kind.UNPLACED)] == ["tasks/修通公路"] * 2


def test_what_comes_behind_the_last_row_of_a_table_goes_behind_the_table() -> None:
    desk = in_a_table(Desk()).again(tasks=[*TASKS, ROAD])
    assert desk.place("四、修通公路") == desk.place("果园") + 1


def test_a_table_in_place_of_a_passage_is_told_as_one_and_the_words_in_it_are_no_pieces_of_that() -> None:
    story = "合格公厕要建56座，还差15座；合格市场要建7个，还差4个；背街小巷要硬化85条，还差23条"
    desk = Desk(story=story).type(story.split("背街")[0], "见下表；")
    cells = ["项目", "目标", "还差", "合格公厕", "56座", "15座", "合格市场", "7个", "4个"]
    at = desk.place("见下表") + 1
    desk.file[at:at] = [Seen(cell, fixed=True) for cell in cells]
    desk.again()
    told = [entry.text for entry in desk.told(Kind.KEPT) if not entry.block]
    assert told == ["项目 | 目标 | 还差 | 合格公厕 | 56座 | 15座 | 合格市场 | 7个 | 4个"]
    assert not any("\n" in entry.text for entry in desk.account)
