"""Paragraphs that the hand has split, joined or copied, or that have lost their bookmarks, are found again."""

from __future__ import annotations

from dataclasses import replace

from drafting.merge.model import Kind
from tests.merge.desk import ROAD, TASKS, Desk


def test_a_paragraph_split_by_hand_gets_changes_in_both_halves() -> None:
    desk = Desk().split("柳河镇").again(invest="12.8亿元", story="柳河镇的干部在工地上过了两个冬天，没有一个人叫苦")
    assert desk.line("去年完成").endswith("来之不易。")
    assert desk.line("柳河镇") == "柳河镇的干部在工地上过了两个冬天，没有一个人叫苦。"
    assert "12.8亿元" in desk.line("去年完成")


def test_a_list_in_a_line_put_on_lines_of_its_own_by_hand() -> None:
    desk = (
        Desk().split("一是底子").split("二是路").split("三是人手").again(flaws=["底子还薄", "路还没有修通", "人手不够"])
    )
    assert desk.line("二是") == "二是路还没有修通；"


def test_an_item_comes_in_on_a_line_of_its_own_where_the_hand_has_put_each_on_one() -> None:
    desk = Desk().split("一是底子").split("二是路").split("三是人手")
    desk.again(flaws=["底子还薄", "路还不通", "钱不够用", "人手不够"])
    lines = desk.text.split("\n")
    at = desk.place("一是底子")
    assert lines[at : at + 4] == ["一是底子还薄；", "二是路还不通；", "三是钱不够用；", "四是人手不够。"]
    before = desk.file
    desk.again()
    assert desk.file == before
    desk.again(flaws=["心不够齐", "底子还薄", "路还不通", "人手不够"])
    lines = desk.text.split("\n")
    at = desk.place("一是心不够齐")
    assert lines[at : at + 4] == ["一是心不够齐；", "二是底子还薄；", "三是路还不通；", "四是人手不够。"]


def test_paragraphs_joined_by_hand_get_the_changes_of_both() -> None:
    desk = Desk().join("去年完成").again(invest="12.8亿元", goal="农民收入增长7%以上")
    line = desk.line("去年完成")
    assert "12.8亿元" in line
    assert "今年的目标是农民收入增长7%以上。" in line
    assert desk.told(Kind.CONFLICT) == []


def test_a_fact_arrives_in_a_paragraph_that_the_hand_moved_into_another_one_although_no_bookmark_is_left() -> None:
    desk = Desk().move("去年完成", "一步一步往前走").join("今年的目标").forget_bookmarks()
    line = desk.again(invest="12.8亿元", goal="农民收入增长7%以上").line("今年的目标")
    assert line.index("7%以上") < line.index("一步一步往前走") < line.index("12.8亿元")
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.DELETED_BY_HAND) == []


def test_a_copied_paragraph_gets_the_change_once() -> None:
    """Which of two is ours is a matter of place; the other one is the hand's own."""
    desk = Desk().copy("去年完成", "种好果树").again(invest="12.8亿元")
    assert desk.text.count("12.8亿元") == 1
    assert desk.text.count("12.5亿元") == 1
    assert desk.place("12.8亿元") < desk.place("12.5亿元")
    for _run in range(2):
        (entry,) = desk.told(Kind.COPY)
        assert (entry.text, entry.before, entry.path) == ("12.8亿元", "12.5亿元", "invest")
        (copy,) = [entry for entry in desk.told(Kind.KEPT) if "12.5亿元" in entry.text]
        assert copy.block == entry.block
        desk.again()


def test_the_bookmarks_are_gone() -> None:
    desk = Desk().type("来之不易", "实在来之不易").forget_bookmarks().again(invest="12.8亿元", tasks=[ROAD, *TASKS])
    assert "去年完成投资12.8亿元，增长8%，实在来之不易。" in desk.text
    assert desk.place("一、修通公路") < desk.place("二、修好水渠")
    assert desk.told(Kind.CONFLICT) == []


def test_bookmarks_that_stand_on_the_wrong_text_are_not_believed() -> None:
    desk = Desk()
    hints = [seen.hints for seen in desk.file]
    desk.file = [replace(seen, hints=wrong) for seen, wrong in zip(desk.file, hints[3:] + hints[:3], strict=True)]
    desk.again(invest="12.8亿元", tasks=[ROAD, *TASKS])
    assert desk.is_as_composed


def test_a_paragraph_written_anew_in_the_old_place_keeps_its_bookmark_and_clashes() -> None:
    desk = Desk().each(lambda text: "这一年不说数字，只说人心齐。" if text.startswith("去年完成") else text)
    desk.again(invest="12.8亿元")
    assert desk.line("只说人心齐") == "这一年不说数字，只说人心齐。"
    assert "12.8" not in desk.text
    assert desk.told(Kind.CONFLICT) or desk.told(Kind.DELETED_BY_HAND)
