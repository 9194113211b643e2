"""A list of a sentence that the hand has put on paragraphs of their own, with numbers of its own."""

from __future__ import annotations

import pytest

from drafting.merge.model import Kind
from tests.merge.desk import Desk

STYLES = [
    ("1.", "2.", "3.", "4."),
    ("（1）", "（2）", "（3）", "（4）"),
    ("①", "②", "③", "④"),
    ("第一，", "第二，", "第三，", "第四，"),
]

FLAWS = ["县里的底子还薄，办事处处缺钱", "进山的路还不通，货运不出来", "乡镇的人手不够，一个人管着三摊事"]
FEES = "水费收不上来，水站已经欠了工钱"
BOOKS = "台账记得不全，查起来对不上数"


def on_lines(numbers: tuple[str, ...] = STYLES[0], mark: str = "。") -> Desk:
    """A file in which the leader has made paragraphs of 一是；二是；三是."""
    desk = Desk(flaws=FLAWS)
    for ours, own in zip(("一是", "二是", "三是"), numbers, strict=False):
        desk.split(ours).type(ours, own)
    return desk.type("处处缺钱；", f"处处缺钱{mark}").type("运不出来；", f"运不出来{mark}")


def lines(desk: Desk) -> list[str]:
    """The paragraphs between the words that lead in and the first task."""
    return desk.text.splitlines()[desk.place("问题也不少") : desk.place("一、修好水渠")]


@pytest.mark.parametrize("numbers", STYLES)
@pytest.mark.parametrize("mark", ["。", "；"])
@pytest.mark.parametrize("at", range(4))
def test_what_comes_into_it_is_a_paragraph_of_its_own_with_the_next_number(
    numbers: tuple[str, ...], mark: str, at: int
) -> None:
    desk = on_lines(numbers, mark)
    flaws = [*FLAWS[:at], FEES, *FLAWS[at:]]
    desk.again(flaws=flaws)
    marks = [mark, mark, mark, "。"]
    wanted = [f"{number}{flaw}{end}" for number, flaw, end in zip(numbers, flaws, marks, strict=True)]
    assert lines(desk) == ["问题也不少：", *wanted]
    before = desk.text
    desk.again()
    assert desk.text == before
    assert not desk.told(Kind.MISFIT)


def test_two_that_come_in_beside_each_other_have_a_paragraph_each() -> None:
    desk = on_lines().again(flaws=[FLAWS[0], FEES, BOOKS, *FLAWS[1:]])
    assert lines(desk)[1:] == [f"1.{FLAWS[0]}。", f"2.{FEES}。", f"3.{BOOKS}。", f"4.{FLAWS[1]}。", f"5.{FLAWS[2]}。"]


def test_the_first_words_of_an_item_may_be_the_hands_own_too() -> None:
    desk = on_lines().type("2.进山", "2.去山里").again(flaws=[FLAWS[0], FEES, *FLAWS[1:]])
    assert lines(desk)[1:] == [f"1.{FLAWS[0]}。", f"2.{FEES}。", "3.去山里的路还不通，货运不出来。", f"4.{FLAWS[2]}。"]


def test_beside_items_that_stay_in_one_line_what_comes_in_stays_in_the_line() -> None:
    desk = Desk(flaws=FLAWS).split("三是").again(flaws=[FLAWS[0], FEES, *FLAWS[1:]])
    assert lines(desk) == [f"问题也不少：一是{FLAWS[0]}；二是{FEES}；三是{FLAWS[1]}；", f"四是{FLAWS[2]}。"]


def test_an_item_of_the_hands_own_among_them_is_counted() -> None:
    desk = on_lines().type("3.乡镇", "4.乡镇").insert("2.进山", "3.村里没有医生。")
    desk.again(flaws=[FLAWS[0], FEES, *FLAWS[1:]])
    assert [line[:2] for line in lines(desk)[1:]] == ["1.", "2.", "3.", "4.", "5."]
