"""Texts that were cut off: of several parts that were announced one is left, and a list in it has one item."""

from __future__ import annotations

from drafting.draft import Role
from tests.learn.one import CARE, only

HEADING = "一、看清成绩，坚定信心"


def levels(text: str) -> list[tuple[str, int]]:
    """Marker and level of each block of the body."""
    body = [block for block in only(text).draft.blocks if block.role in (Role.ITEM, Role.PARAGRAPH)]
    return [(block.marker, block.level) for block in body]


def test_all_that_is_left_stands_under_the_one_part() -> None:
    found = levels(
        CARE + HEADING + "\n老年食堂办了三年，说好的多，说难的也不少。道理说起来就是三句话。\n"
        "第一句话：食堂真的办起来了。三年前全县只有四个，去年底有了46个，一天供餐一万份；老人从不肯来到抢着来，从"
    )
    assert found == [("", 0), ("一、", 1), ("", 1), ("第一句话：", 2)]


def test_a_heading_with_a_full_stop_holds_all_its_paragraphs() -> None:
    found = levels(
        CARE + HEADING + "。\n去年是建食堂的第一年。\n各村选址、备料、招人，赶在入冬前开了张。\n主要有四个特点：\n"
        "⒈选址合理。\n选在哪里，先看老人住在哪里。\n为了这件事，民政局的人把每个村都走了一"
    )
    assert found == [("", 0), ("一、", 1), ("", 1), ("", 1), ("", 1), ("⒈", 2), ("", 2), ("", 2)]


def test_a_text_that_stops_in_its_first_part_without_having_announced_more_is_read_alike() -> None:
    found = levels(
        "在老年食堂管理员会上的讲话\n同志们：\n今天不说成绩，专说毛病。\n一、眼下的毛病\n毛病大家都看在眼里。\n"
        "第一个问题是饭菜凉。山上的户送到已经过了一个钟头，\n"
    )
    assert found == [("", 0), ("一、", 1), ("", 1), ("第一个问题是", 2)]


def test_where_the_next_part_counts_in_other_words_the_first_does_not_hold_it() -> None:
    found = levels(
        CARE + HEADING + "。食堂办了三年，老人吃得热乎。\n二是抓好采购。菜从本地买，账每月公布。\n"
        "第二，管好灶台。灶台每天擦洗，冰柜每周清理。\n同志们，散会以后就动手。"
    )
    assert found[-1] == ("", 0)
