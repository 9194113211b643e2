"""What the hand and the facts change in the words, each in the words of the situation."""

from __future__ import annotations

from drafting.merge.model import OBJECT, Kind
from tests.merge.desk import COMPARED, OUTLINE, Desk


def test_nobody_changed_anything() -> None:
    desk = Desk().again()
    assert desk.done
    assert desk.done.changes_nothing
    assert desk.account == ()


def test_only_facts_changed() -> None:
    desk = Desk().again(invest="12.8亿元", meeting="全市农村工作会议")
    assert desk.is_as_composed
    assert {(entry.kind, entry.before, entry.text, entry.path) for entry in desk.account} == {
        (Kind.UPDATED, "12.5亿元", "12.8亿元", "invest"),
        (Kind.UPDATED, "全县农村工作会议", "全市农村工作会议", "meeting"),
    }


def test_only_the_hand_changed_something() -> None:
    desk = Desk().type("来之不易", "实在来之不易").type("种好果树", "管好果园")
    before = desk.text
    desk.again()
    assert desk.done
    assert desk.done.changes_nothing
    assert desk.text == before
    assert desk.told(Kind.CONFLICT) == []
    assert ("实在", "") in {(entry.text, entry.before) for entry in desk.told(Kind.KEPT)}


def test_hand_and_facts_changed_different_things_of_one_paragraph() -> None:
    desk = Desk().type("来之不易", "实在来之不易").again(invest="12.8亿元")
    assert desk.line("去年完成").startswith("去年完成投资12.8亿元，增长8%，实在来之不易。")
    assert desk.told(Kind.CONFLICT) == []


def test_hand_and_facts_changed_neighbouring_words() -> None:
    """Edits of different tokens both arrive, though nothing stands between them."""
    desk = Desk().type("，增长8%，", "，比上年增长8%，").again(growth="9%")
    assert "，比上年增长9%，" in desk.text
    assert desk.told(Kind.CONFLICT) == []


def test_the_same_on_both_sides_stands_once() -> None:
    desk = Desk().type("12.5亿元", "12.8亿元").again(invest="12.8亿元")
    assert desk.done
    assert desk.done.changes_nothing
    assert desk.is_as_composed
    assert desk.told(Kind.CONFLICT) == []


def test_number_against_number_is_a_clash_and_never_a_third_number() -> None:
    desk = Desk().type("12.5亿元", "13.1亿元").again(invest="12.8亿元")
    assert "完成投资13.1亿元，" in desk.text
    assert "12.8" not in desk.text
    assert "13.8" not in desk.text
    (conflict,) = desk.told(Kind.CONFLICT)
    assert (conflict.text, conflict.before, conflict.path) == ("12.8亿元", "13.1亿元", "invest")
    assert desk.done
    (clash,) = [clash for step in desk.done.steps for clash in step.clashes]
    line = desk.line("去年完成")
    assert (line[clash.start : clash.end], clash.ours, clash.was) == ("13.1亿元", "12.8亿元", "12.5亿元")


def test_a_sentence_against_a_fact_in_it_is_a_clash() -> None:
    desk = Desk().type("农民收入增长6%以上", "让农民的钱袋子鼓起来").again(goal="农民收入增长7%以上")
    assert "今年的目标是让农民的钱袋子鼓起来。" in desk.text
    assert [entry.path for entry in desk.told(Kind.CONFLICT)] == ["goal"]


def test_a_rewritten_paragraph_still_gets_the_value_that_stands_alone_in_it() -> None:
    desk = Desk()
    old = desk.line("去年完成")
    desk.type(old, "回头看，全县上下出了大力、流了大汗，投资一举做到12.5亿元，这是前所未有的事情。").again(
        invest="12.8亿元"
    )
    assert desk.line("回头看") == "回头看，全县上下出了大力、流了大汗，投资一举做到12.8亿元，这是前所未有的事情。"
    assert desk.told(Kind.CONFLICT) == []


def test_a_rewritten_paragraph_without_the_old_value_is_a_clash() -> None:
    desk = Desk()
    old = desk.line("去年完成")
    desk.type(old, "回头看，全县上下出了大力、流了大汗，投资再创新高，这是前所未有的事情。").again(invest="12.8亿元")
    assert "12.8" not in desk.text
    assert any(entry.path == "invest" for entry in desk.told(Kind.CONFLICT))


def test_a_value_arrives_though_the_hand_took_out_the_words_beside_it() -> None:
    desk = Desk().type("，增长8%", "").again(invest="12.8亿元", growth="9%")
    assert "去年完成投资12.8亿元，来之不易。" in desk.text
    assert "9%" not in desk.text


def test_a_value_arrives_though_the_hand_took_out_a_value_behind_a_comma() -> None:
    outline = OUTLINE.replace("，增长{{ growth }}", "，{{ growth }}也完成了")
    desk = Desk(outline, growth="7座水库").type("，7座水库也完成了", "").again(invest="12.8亿元", growth="8座水库")
    assert "去年完成投资12.8亿元，来之不易。" in desk.text
    assert "8座" not in desk.text


def test_what_is_worked_out_from_a_value_in_conflict_waits_with_it() -> None:
    """13.1 by hand with the growth of 12.8 would be a sum that nobody made."""
    desk = Desk(COMPARED, invest="12.5亿元", growth="10亿元").type("12.5亿元", "13.1亿元").again(invest="12.8亿元")
    assert "完成投资13.1亿元，比上年增长25%，" in desk.text
    assert {(entry.before, entry.text) for entry in desk.told(Kind.CONFLICT)} == {
        ("13.1亿元", "12.8亿元"),
        ("增长25%", "增长28%"),
    }


def test_both_put_something_in_at_the_same_place() -> None:
    """Both stand, the hand's first."""
    desk = Desk().insert("今天召开", "借这个机会，我先向大家问好。").again(invest=None).again(invest="12.8亿元")
    assert desk.place("借这个机会") + 1 == desk.place("去年完成投资12.8亿元")
    assert desk.told(Kind.CONFLICT) == []


def test_both_put_in_the_same_paragraph() -> None:
    desk = Desk(extra=None).insert("种好果树", "有困难可以提出来。").again(extra="有困难可以提出来。")
    assert desk.text.count("有困难可以提出来。") == 1


def test_the_hands_own_value_wins_and_is_told() -> None:
    desk = Desk().type("12.5亿元", "13.1亿元").again(growth="9%")
    assert "完成投资13.1亿元，增长9%" in desk.text
    (entry,) = desk.told(Kind.DIFFERS)
    assert (entry.text, entry.before, entry.path) == ("13.1亿元", "12.5亿元", "invest")
    assert desk.told(Kind.CONFLICT) == []


def test_a_gap_filled_by_hand_is_kept_and_offered_as_an_answer() -> None:
    desk = Desk(goal=None).type("【待补：今年的目标】", "修好十条路").again(invest="12.8亿元")
    assert "今年的目标是修好十条路。" in desk.text
    (entry,) = desk.told(Kind.DIFFERS)
    assert (entry.text, entry.before, entry.path) == ("修好十条路", "", "goal")


def test_a_gap_filled_by_hand_and_answered_alike() -> None:
    desk = Desk(goal=None).type("【待补：今年的目标】", "修好十条路").again(goal="修好十条路")
    assert desk.is_as_composed
    assert [entry.kind for entry in desk.account] == []


def test_a_gap_filled_by_hand_and_answered_otherwise() -> None:
    desk = Desk(goal=None).type("【待补：今年的目标】", "修好十条路").again(goal="修好十二条路")
    assert "今年的目标是修好十条路。" in desk.text
    (entry,) = desk.told(Kind.CONFLICT)
    assert (entry.text, entry.before, entry.path) == ("修好十二条路", "修好十条路", "goal")


def test_a_gap_that_is_answered_is_filled() -> None:
    desk = Desk(goal=None).again(goal="修好十条路")
    assert desk.is_as_composed


def test_another_wording_takes_the_place_of_one_nobody_touched() -> None:
    other = OUTLINE.replace("大家要心中有数，一步一步往前走。", "这个目标跳一跳够得着，关键看我们怎么干。")
    desk = Desk().type("来之不易", "实在来之不易").again(other)
    assert desk.line("今年的目标").endswith("关键看我们怎么干。")
    assert "实在来之不易" in desk.text


def test_another_wording_against_words_by_hand() -> None:
    other = OUTLINE.replace("大家要心中有数，一步一步往前走。", "这个目标跳一跳够得着，关键看我们怎么干。")
    desk = Desk().type("大家要心中有数，一步一步往前走。", "这笔账，家家户户都算得清。").again(other)
    assert desk.line("今年的目标").endswith("这笔账，家家户户都算得清。")
    assert len(desk.told(Kind.CONFLICT)) == 1


def test_a_second_run_after_a_clash_changes_nothing_and_still_tells_of_the_value() -> None:
    desk = Desk().type("12.5亿元", "13.1亿元").again(invest="12.8亿元")
    before = desk.text
    desk.again()
    assert desk.text == before
    assert desk.done
    assert desk.done.changes_nothing
    (entry,) = desk.told(Kind.DIFFERS)
    assert (entry.text, entry.before) == ("13.1亿元", "12.8亿元")


def test_what_comes_in_beside_a_value_by_hand_is_no_part_of_it() -> None:
    desk = Desk().type("路还不通", "路还完全不通").again(flaws=["底子还薄", "钱不够用", "路还不通", "人手不够"])
    assert "一是底子还薄；二是钱不够用；三是路还完全不通；四是人手不够。" in desk.text
    assert [(entry.text, entry.path) for entry in desk.told(Kind.DIFFERS)] == [("路还完全不通", "flaws[3]")]


def test_the_same_item_put_in_on_both_sides_stands_once_beside_another_edit() -> None:
    desk = Desk().type("三是人手不够。", "三是人手不够；四是钱不够用。").type("底子还薄", "底子很薄")
    desk.again(flaws=["底子还薄", "路还不通", "人手不够", "钱不够用"])
    assert "一是底子很薄；二是路还不通；三是人手不够；四是钱不够用。" in desk.text
    assert desk.told(Kind.CONFLICT) == []


def test_an_old_value_that_stands_twice_in_words_by_hand_is_not_guessed_at() -> None:
    desk = Desk()
    desk.type(desk.line("去年完成"), "回头看，年初说要投资12.5亿元，多少人不信；年末一算，正好就是12.5亿元，一分不差。")
    desk.again(invest="12.8亿元")
    assert "12.8" not in desk.text
    assert "invest" in {entry.path for entry in desk.told(Kind.CONFLICT)}


def test_the_hand_wrote_the_new_wording_itself() -> None:
    """Though it has nothing in common with the old one, and no bookmark is left."""
    other = OUTLINE.replace("问题也不少：", "有几块短板，不能装作看不见。")
    desk = Desk(flaws=["缺钱"])
    desk.type(desk.line("问题也不少"), "有几块短板，不能装作看不见。缺钱。").forget_bookmarks().again(other)
    assert desk.done
    assert desk.done.changes_nothing
    assert desk.account == ()


def test_an_order_in_prose_that_looks_like_an_enumerator_is_text() -> None:
    desk = Desk(goal="全市排位，第一").type("全市排位，第一", "全市排位，第二").again(goal="全市排位，第三")
    assert "全市排位，第二。" in desk.text
    assert [entry.path for entry in desk.told(Kind.CONFLICT)] == ["goal"]


def test_a_paragraph_of_other_words_with_the_old_value_twice_is_a_clash() -> None:
    words = "有人说12.5亿元花得冤枉，依我看，没有这12.5亿元，哪来今天的新水渠、新校舍、新果园，账要算大账、算长远账。"
    desk = Desk()
    desk.each(lambda text: words if text.startswith("去年完成") else text).again(invest="12.8亿元")
    assert desk.line("有人说") == words
    assert "invest" in {entry.path for entry in desk.told(Kind.CONFLICT)}


def test_a_picture_put_among_words_that_the_draft_changes_is_no_change_of_words_by_hand() -> None:
    desk = Desk().type("农民收入", f"农民{OBJECT}收入").again(goal="粮食增产，农民多收入一些")
    assert desk.done
    clashes = [clash for step in desk.done.steps for clash in step.clashes]
    assert [clash.by_hand for clash in clashes] == [False]


def test_of_two_sentences_that_both_reworded_each_conflict_shows_what_the_draft_has() -> None:
    before = "大家要心中有数，一步一步往前走。"
    first = "要学一抓到底的韧性，试出了结果才算学到手。也希望大家继续努力，把河先治起来。"
    second = "重在学精神。希望大家戒骄戒躁，把河先治起来。"
    desk = Desk(OUTLINE.replace(before, first)).type("。也希望", "。也由衷希望").again(OUTLINE.replace(before, second))
    clashes = [clash for step in desk.done.steps for clash in step.clashes] if desk.done else []
    assert clashes
    assert [clash.ours for clash in clashes if clash.ours not in desk.base.text] == []
