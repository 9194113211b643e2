"""Items of a list inside a paragraph that the hand has put into another order."""

from __future__ import annotations

import pytest

from drafting.merge import merge, result_text
from drafting.merge.model import Kind, Merge
from tests.merge.desk import OUTLINE, Desk
from tests.merge.test_lists import told_in_a_sentence

FLAWS = ["还有9座水库带病运行", "路还不通", "人手不够"]
STANDS = "问题也不少：一是还有9座水库带病运行；二是路还不通；三是人手不够。"


def swapped(after: str = "一是路还不通；二是还有9座水库带病运行；") -> Desk:
    return Desk(flaws=FLAWS).type("一是还有9座水库带病运行；二是路还不通；", after)


@pytest.mark.parametrize(
    "after", ["一是路还不通；二是还有9座水库带病运行；", "二是路还不通；一是还有9座水库带病运行；"]
)
def test_a_fact_arrives_in_an_item_that_the_hand_has_moved(after: str) -> None:
    desk = swapped(after).again(flaws=["还有8座水库带病运行", *FLAWS[1:]])
    assert "还有8座水库带病运行；三是" in desk.text
    assert "9座" not in desk.text
    assert desk.told(Kind.DELETED_BY_HAND) == desk.told(Kind.CONFLICT) == []


def test_an_item_that_the_hand_has_moved_is_told_as_it_stood_and_not_with_a_value_that_comes_now() -> None:
    flaws = ["底子还薄", "山里的路到现在还没有修通", "9座水库漏水"]
    desk = Desk(flaws=flaws).type(f"二是{flaws[1]}；三是{flaws[2]}。", f"二是{flaws[2]}；三是{flaws[1]}。")
    desk.again(flaws=[*flaws[:2], "8座水库漏水"])
    assert f"二是8座水库漏水；三是{flaws[1]}。" in desk.text
    assert [(one.text, one.before) for one in desk.told(Kind.KEPT)] == [("二是9座水库漏水；", "三是9座水库漏水；")]


def test_it_is_told_that_the_hand_has_moved_it_and_nothing_else() -> None:
    desk = swapped().again()
    assert desk.line("问题也不少") == "问题也不少：一是路还不通；二是还有9座水库带病运行；三是人手不够。"
    (entry,) = desk.account
    assert entry.is_moved_by_hand
    assert (entry.text, entry.before) == ("一是路还不通；", "二是路还不通；")
    assert desk.done
    assert desk.done.changes_nothing


def test_the_last_item_moved_up_changes_its_mark_with_the_one_that_is_last_now() -> None:
    desk = (
        Desk(flaws=FLAWS)
        .type(
            "一是还有9座水库带病运行；二是路还不通；三是人手不够。",
            "一是人手不够；二是还有9座水库带病运行；三是路还不通。",
        )
        .again(flaws=[*FLAWS[:2], "人手不够，还差46个"])
    )
    assert desk.line("问题也不少") == "问题也不少：一是人手不够，还差46个；二是还有9座水库带病运行；三是路还不通。"


def test_an_item_comes_in_behind_the_one_it_follows_in_the_facts() -> None:
    desk = swapped().again(flaws=[FLAWS[0], "底子还薄", *FLAWS[1:]])
    assert desk.line("问题也不少") == "问题也不少：一是路还不通；二是还有9座水库带病运行；三是底子还薄；四是人手不够。"


def test_an_item_that_the_facts_drop_goes_from_where_the_hand_has_put_it() -> None:
    desk = swapped().again(flaws=FLAWS[1:])
    assert desk.line("问题也不少") == "问题也不少：一是路还不通；二是人手不够。"


def test_the_order_of_the_hand_stands_where_the_facts_put_the_items_into_another_one() -> None:
    desk = swapped().again(flaws=[FLAWS[2], "还有8座水库带病运行", FLAWS[1]])
    assert desk.line("问题也不少") == "问题也不少：一是路还不通；二是还有8座水库带病运行；三是人手不够。"


def test_the_same_order_from_both_is_no_news() -> None:
    desk = swapped().again(flaws=[FLAWS[1], FLAWS[0], FLAWS[2]])
    assert desk.line("问题也不少") == "问题也不少：一是路还不通；二是还有9座水库带病运行；三是人手不够。"
    assert desk.told(Kind.CONFLICT) == []


def test_what_the_hand_changed_in_an_item_it_has_moved_stays() -> None:
    desk = swapped("一是路还不通；二是还有9座水库带病运行，汛期让人提心吊胆；").again(
        flaws=["还有8座水库带病运行", *FLAWS[1:]]
    )
    assert (
        desk.line("问题也不少") == "问题也不少：一是路还不通；二是还有8座水库带病运行，汛期让人提心吊胆；三是人手不够。"
    )


def test_numbers_changed_by_hand_in_items_that_it_has_put_the_other_way_round_are_told() -> None:
    flaws = ["还有9座水库带病运行", "路还不通18个村", "人手不够"]
    desk = Desk(flaws=flaws).type(
        "一是还有9座水库带病运行；二是路还不通18个村；", "一是路还不通21个村；二是还有11座水库带病运行；"
    )
    before = desk.text
    desk.again()
    assert desk.text == before
    assert {(told.text, told.before) for told in desk.told(Kind.DIFFERS)} == {
        ("路还不通21个村", "路还不通18个村"),
        ("还有11座水库带病运行", "还有9座水库带病运行"),
    }
    assert desk.told(Kind.DELETED_BY_HAND) == []


def test_three_rounds_keep_the_order_of_the_hand() -> None:
    desk = swapped()
    for number in (8, 7, 6):
        desk = desk.again(flaws=[f"还有{number}座水库带病运行", *FLAWS[1:]])
        assert desk.line("问题也不少") == f"问题也不少：一是路还不通；二是还有{number}座水库带病运行；三是人手不够。"
    desk = desk.again()
    assert desk.done
    assert desk.done.changes_nothing


def carried() -> Desk:
    desk = Desk(flaws=[FLAWS[0], "86家餐饮店没有装齐油烟净化器", FLAWS[2]])
    desk = desk.type("二是86家餐饮店没有装齐油烟净化器；三是", "二是")
    return desk.type("大家要心中有数，", "86家餐饮店没有装齐油烟净化器，大家要心中有数，")


def test_an_item_that_the_hand_put_into_another_paragraph_is_not_told_as_deleted() -> None:
    desk = carried().again()
    assert desk.told(Kind.DELETED_BY_HAND) == []
    assert desk.line("大家要心中有数").startswith("今年的目标是农民收入增长6%以上。86家")


def test_a_fact_that_changes_in_it_comes_in_where_it_stands_now() -> None:
    desk = carried().again(flaws=[FLAWS[0], "88家餐饮店没有装齐油烟净化器", FLAWS[2]])
    assert [(entry.before, entry.text) for entry in desk.told(Kind.UPDATED)] == [("86家", "88家")]
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.DELETED_BY_HAND) == []
    assert desk.line("大家要心中有数").startswith("今年的目标是农民收入增长6%以上。88家")


@pytest.mark.parametrize("by_hand", ["一、也就是", "一件大事，是"])
def test_a_fact_arrives_in_an_item_that_the_draft_moves_where_the_hand_typed_into_its_number(by_hand: str) -> None:
    desk = Desk(flaws=FLAWS).type("一是还有9座水库", f"{by_hand}还有9座水库")
    desk.again(flaws=[*FLAWS[1:], "还有8座水库带病运行"]).again()
    assert f"{by_hand}还有8座水库带病运行；" in desk.text
    assert desk.text.count("水库带病运行") == 1


def moved_sentence() -> Desk:
    """The sentence behind an item's first words now stands in another paragraph."""
    desk = Desk(flaws=["路还不通。18个村的货运不出来，要绕一天的山路", *FLAWS[1:]])
    desk = desk.type("18个村的货运不出来，要绕一天的山路；", "；")
    return desk.type("大家要心中有数，", "18个村的货运不出来，要绕一天的山路，大家要心中有数，")


def test_a_sentence_of_an_item_that_stands_elsewhere_is_not_told_as_deleted_and_gets_its_new_fact_there() -> None:
    desk = moved_sentence().again()
    assert desk.told(Kind.DELETED_BY_HAND) == []
    desk = moved_sentence().again(flaws=["路还不通。19个村的货运不出来，要绕一天的山路", *FLAWS[1:]])
    assert "19个村的货运不出来，要绕一天的山路，大家要心中有数，" in desk.text
    assert "18个村" not in desk.text
    assert "一是路还不通" in desk.text


def test_an_item_with_a_number_by_hand_whose_row_leaves_stays_with_the_numbers_of_the_list_at_every_run() -> None:
    """The rows that are left come in another order: the order in the file stays, and so do the numbers in it."""
    desk = Desk(flaws=[*FLAWS, "底子还薄"])
    desk.type("还有9座水库", "还有17座水库").type("路还不通", "路还不通，一下雨就塌方")
    desk.again(flaws=["人手不够", "底子还薄", "路还不通"])
    stands = "一是还有17座水库带病运行；二是路还不通，一下雨就塌方；三是人手不够；四是底子还薄。"
    (told,) = desk.told(Kind.CONFLICT)
    assert (told.text, told.before) == ("", "一是还有17座水库带病运行；")
    numbers = desk.numbers
    for _run in range(3):
        assert desk.line("问题也不少").endswith(stands)
        desk.again()
        assert desk.numbers == numbers
        assert desk.done
        assert desk.done.changes_nothing


def test_an_item_of_which_the_hand_left_a_few_characters_is_known_where_they_stand() -> None:
    """The facts turn the list round: what is left of the one item is not taken for the other, then or later."""
    pond, road = FLAWS[0], "到村里的路还有18公里不通，老人看病不便"
    desk = Desk(flaws=[pond, road]).type(pond, "9座").again(flaws=[road, pond])
    for _run in range(2):
        assert desk.line("问题也不少") == f"问题也不少：一是9座；二是{road}。"
        assert [(entry.text, entry.before) for entry in desk.told(Kind.DIFFERS)] == [("9座", pond)]
        desk.again()
    (told,) = desk.again(flaws=[road, "还有8座水库带病运行"]).told(Kind.CONFLICT)
    assert (told.text, told.before) == ("还有8座水库带病运行", "9座")
    assert desk.line("问题也不少") == f"问题也不少：一是9座；二是{road}。"


def in_a_sentence(desk: Desk, items: list[str]) -> Merge:
    return merge(desk.base, desk.file, told_in_a_sentence(items))


@pytest.mark.parametrize(
    "items", [[FLAWS[0], FLAWS[1]], [FLAWS[0], "路还不通，山里的货运不出来"]], ids=["the same", "one of them longer"]
)
def test_the_order_of_the_hand_stays_where_the_facts_make_a_sentence_of_the_list(items: list[str]) -> None:
    desk = swapped()
    done = in_a_sentence(desk, items)
    assert result_text(desk.file, done) == [seen.text for seen in desk.file]
    conflicts = [entry for entry in done.account if entry.kind is Kind.CONFLICT]
    assert [(items[0] in entry.text, FLAWS[1] in entry.before) for entry in conflicts] == [(True, True)]


@pytest.mark.parametrize(
    "items", [[FLAWS[1], FLAWS[0]], [FLAWS[0], "心不够齐"]], ids=["as by hand", "only one is left"]
)
def test_the_list_becomes_a_sentence_where_that_does_not_undo_the_order_of_the_hand(items: list[str]) -> None:
    desk = swapped()
    done = in_a_sentence(desk, items)
    assert f"问题也不少：既是{items[0]}，也是{items[1]}。" in result_text(desk.file, done)
    assert [entry for entry in done.account if entry.kind is Kind.CONFLICT] == []


def test_an_item_that_the_hand_took_out_is_deleted_and_not_moved_though_a_sentence_behind_the_list_names_it() -> None:
    outline = OUTLINE.replace(
        "  - {move: tasks, each: tasks, heading",
        '  - {move: shortcomings, when: flaws, inline: true, text: "打通公路和招人，年内都要了结。"}\n'
        "  - {move: tasks, each: tasks, heading",
    )
    flaws = ["水库带病运行", "打通公路，连到每一个村", "要招人，差了46个干部"]
    desk = Desk(outline, flaws=flaws).type("二是打通公路，连到每一个村；三是要招人", "二是还要招人").again()
    assert "一是水库带病运行；二是还要招人，差了46个干部。打通公路和招人，" in desk.text
    assert [(one.kind, one.text) for one in desk.account] == [(Kind.DELETED_BY_HAND, "二是打通公路，连到每一个村；")]


_STEER = ["统起来。创建办公室9月18日前把任务分下去", "督起来。主要负责同志每月到窗口坐一次班"]
_EXCHANGED = f"一是{_STEER[1]}。二是{_STEER[0]}。"


@pytest.mark.parametrize(
    "now",
    [
        [_STEER[0].replace("18日", "22日"), _STEER[1]],
        [_STEER[0], "查起来。每季度抽查30个窗口", _STEER[1]],
        [*_STEER, "查起来。每季度抽查30个窗口"],
    ],
    ids=["a date changes", "an item comes in between", "an item comes last"],
)
def test_items_of_several_sentences_that_the_hand_has_exchanged_are_told_as_moved_in_the_first_run_too(
    now: list[str],
) -> None:
    desk = Desk(OUTLINE.replace("between: ；", "between: 。"), flaws=_STEER)
    desk.type(f"一是{_STEER[0]}。二是{_STEER[1]}。", _EXCHANGED).again(flaws=now)
    assert desk.told(Kind.DELETED_BY_HAND) == desk.told(Kind.CONFLICT) == []
    (told,) = desk.told(Kind.KEPT)
    assert told.is_moved_by_hand
    line = desk.line("问题也不少")
    assert line.index("一是督起来") < line.index("统起来")
    assert told.text[2:] in line
    assert all(line.count(item) == 1 for item in now)
    desk.again()
    assert desk.line("问题也不少") == line
    (again,) = desk.told(Kind.KEPT)
    assert again.is_moved_by_hand
    assert again.text in line


def test_items_of_three_characters_that_the_hand_has_exchanged_are_told_as_moved() -> None:
    flaws = ["人手少", "路不通", "还有9座水库带病运行"]
    desk = Desk(flaws=flaws).type("一是人手少；二是路不通；", "一是路不通；二是人手少；")
    desk.again(flaws=[*flaws[:2], "还有8座水库带病运行"])
    assert desk.line("问题也不少") == "问题也不少：一是路不通；二是人手少；三是还有8座水库带病运行。"
    assert desk.told(Kind.DELETED_BY_HAND) == desk.told(Kind.CONFLICT) == []
    (told,) = desk.told(Kind.KEPT)
    assert told.is_moved_by_hand
