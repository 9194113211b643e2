"""A sentence that the hand has put into another place, word for word, gets its facts there."""

from __future__ import annotations

import pytest

from drafting.merge.model import Kind
from tests.merge.desk import FLAWS, Desk

STORY = "柳河镇修了12座桥，还差30座。没有一个人叫苦"
SENTENCE = "柳河镇修了12座桥，还差30座。"


@pytest.mark.parametrize("behind", ["一步一步往前走。", "我讲三点意见。", "山路。", "来之不易。没有一个人叫苦。"])
def test_it_is_brought_up_to_date_where_it_stands_now(behind: str) -> None:
    desk = Desk(story=STORY).type(SENTENCE, "").type(behind, behind + SENTENCE)
    for built, lacking in (("15", "27"), ("16", "26")):
        desk.again(story=STORY.replace("12", built).replace("30", lacking))
        assert f"{behind}柳河镇修了{built}座桥，还差{lacking}座。" in desk.text
        assert desk.text.count("柳河镇") == 1
        assert desk.told(Kind.CONFLICT) == desk.told(Kind.DELETED_BY_HAND) == desk.told(Kind.COPY) == []
        assert [entry.text for entry in desk.told(Kind.UPDATED)] == [f"{built}座", f"{lacking}座"]
    before = desk.file
    desk.again()
    assert desk.file == before


def test_in_a_paragraph_of_the_hands_own_too() -> None:
    desk = Desk(story=STORY).type(SENTENCE, "").insert("谢谢大家", f"最后再说一句。{SENTENCE}")
    assert desk.again(story=STORY.replace("12", "15")).line("最后再说一句").endswith("柳河镇修了15座桥，还差30座。")
    assert desk.told(Kind.CONFLICT) == []


def test_where_the_hand_reworded_it_there_it_is_a_conflict() -> None:
    desk = (
        Desk(story=STORY)
        .type(SENTENCE, "")
        .type("一步一步往前走。", "一步一步往前走。柳河镇的12座桥修好了，还有30座。")
    )
    desk.again(story=STORY.replace("12", "15"))
    assert "柳河镇的12座桥修好了" in desk.text
    assert ["15座" in entry.text for entry in desk.told(Kind.CONFLICT)] == [True]


def test_it_makes_no_number_with_what_stands_beside_it() -> None:
    story = "12座桥修好了，大家都看得见。没有一个人叫苦"
    desk = Desk(story=story).type("12座桥修好了，大家都看得见。", "")
    desk.type("一步一步往前走。", "一步一步往前走，合计312座桥修好了，大家都看得见。").again(
        story=story.replace("12", "15")
    )
    assert "315座" not in desk.text
    assert [entry.text for entry in desk.told(Kind.CONFLICT)] == ["15座"]


def test_what_went_from_one_place_and_came_to_another_is_told_once() -> None:
    words = "大家要心中有数，一步一步往前走。"
    desk = Desk().type(words, "").type("来之不易。", "来之不易。" + words).again()
    (told,) = [entry for entry in desk.told(Kind.KEPT) if "心中有数" in entry.text + entry.before]
    assert told.text == told.before


ROADS = "县里拿出了300万元修路，乡镇的干部在工地上过了一个冬天，没有一个人叫苦"


@pytest.mark.parametrize(
    ("cut", "before", "after"),
    [
        ("县里拿出了300万元修路，", "今年的目标是", "县里拿出了300万元修路，今年的目标是"),
        ("拿出了300万元修路，", "一步一步往前走。", "一步一步往前走，拿出了300万元修路。"),
    ],
)
def test_a_clause_that_the_hand_put_into_another_paragraph_gets_its_new_value_there(
    cut: str, before: str, after: str
) -> None:
    desk = Desk(story=ROADS).type(cut, "").type(before, after).again(story=ROADS.replace("300", "350"))
    assert after.replace("300", "350") in desk.text
    assert "300万元" not in desk.text
    assert desk.told(Kind.CONFLICT) == []
    assert ("350万元", "300万元") in {(entry.text, entry.before) for entry in desk.told(Kind.UPDATED)}


def test_a_clause_that_the_hand_put_elsewhere_in_other_words_is_a_conflict() -> None:
    desk = (
        Desk(story=ROADS)
        .type("县里拿出了300万元修路，", "")
        .type("今年的目标是", "县里头拿300万元来修路，今年的目标是")
    )
    desk.again(story=ROADS.replace("300", "350"))
    assert "县里头拿300万元来修路，" in desk.text
    assert [entry.path for entry in desk.told(Kind.CONFLICT)] == ["story"]


def test_a_few_words_with_a_value_that_may_be_of_something_else_are_a_conflict() -> None:
    desk = Desk().type("，增长8%", "").type("一步一步往前走。", "一步一步往前走，争取增长8%。").again(growth="9%")
    assert "争取增长8%。" in desk.text
    assert [entry.path for entry in desk.told(Kind.CONFLICT)] == ["growth"]


def test_an_answer_that_the_hand_put_elsewhere_is_not_told_as_deleted_and_does_not_come_back_a_second_time() -> None:
    story = "7月14日凌晨上河告急，柳坪镇216名干部群众在堤上守了31个小时"
    desk = Desk(story=story).type(f"{story}。", "").type("一步一步往前走。", f"一步一步往前走。{story}。")
    desk.again(story=story.replace("216名", "218名"))
    for restore in ((), ("story",)):
        desk.again(restore=restore)
        assert desk.text.count("7月14日凌晨上河告急，柳坪镇218名干部群众在堤上守了31个小时。") == 1
        assert desk.told(Kind.DELETED_BY_HAND) == []
        (kept,) = desk.told(Kind.KEPT)
        assert kept.is_moved_by_hand


def test_an_answer_of_which_the_hand_put_only_a_part_elsewhere_is_still_told_as_deleted() -> None:
    story = "7月14日凌晨上河告急，柳坪镇216名干部群众在堤上守了31个小时"
    moved = "柳坪镇216名干部群众在堤上守了31个小时"
    desk = Desk(story=story).type(f"{story}。", "").type("一步一步往前走。", f"一步一步往前走。{moved}。").again()
    assert [entry.path for entry in desk.told(Kind.DELETED_BY_HAND)] == ["story"]


FUNDS = "把结转资金逐笔排出计划，9月底前支付到位"


def test_an_item_that_the_hand_put_into_another_paragraph_gets_its_new_value_there_and_stands_once() -> None:
    desk = Desk(flaws=[*FLAWS[:2], FUNDS]).type(f"；三是{FUNDS}。", "。").type("往前走。", f"往前走。{FUNDS}。")
    now = FUNDS.replace("9月", "8月")
    desk.again(flaws=[*FLAWS[:2], now])
    assert f"往前走。{now}。" in desk.text
    assert [(entry.before, entry.text) for entry in desk.told(Kind.UPDATED)] == [("9月底", "8月底")]
    (kept,) = desk.told(Kind.KEPT)
    for restore in ((), (kept.block,)):
        desk.again(restore=restore)
        assert desk.text.count(now) == 1
        (again,) = desk.told(Kind.KEPT)
        assert again.is_moved_by_hand
        assert desk.told(Kind.CONFLICT) == desk.told(Kind.DELETED_BY_HAND) == []


def test_an_item_that_the_hand_put_elsewhere_and_the_draft_has_in_other_words_is_a_conflict() -> None:
    desk = Desk(flaws=[*FLAWS[:2], FUNDS]).type(f"；三是{FUNDS}。", "。").type("往前走。", f"往前走。{FUNDS}。")
    desk.again(flaws=[*FLAWS[:2], "把结转资金逐笔理清，列出计划，8月底前支付到位"])
    assert f"往前走。{FUNDS}。" in desk.text
    assert len(desk.told(Kind.CONFLICT)) == 1


def test_where_the_hand_changed_a_number_and_a_copy_has_it_as_it_was_the_copy_follows_and_is_not_told_as_left() -> None:
    desk = Desk(story=STORY)
    copy = desk.line("柳河镇").replace("来之不易", "这个数来之不易，大家都记得")
    desk.type("12座", "507座").insert("谢谢大家", copy)
    desk.again(story=STORY.replace("12", "15"))
    assert [desk.text.count(number) for number in ("507座", "15座", "12座")] == [1, 1, 0]
    assert [entry.text for entry in desk.told(Kind.UPDATED)] == ["15座"]
    assert desk.told(Kind.COPY) == []
