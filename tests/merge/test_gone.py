"""What the hand has deleted, and what the draft drops."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.merge import merge, result_text
from drafting.merge.model import OBJECT, Fate, Kind, Seen
from tests.helpers import draft
from tests.merge.desk import Desk, file_of


def test_deleted_by_hand_stays_deleted_although_its_fact_changed() -> None:
    desk = Desk().delete("去年完成").again(invest="12.8亿元")
    assert "投资" not in desk.text
    (entry,) = desk.told(Kind.DELETED_BY_HAND)
    assert "12.8亿元" in entry.text
    desk.again(invest="12.9亿元").again()
    assert "投资" not in desk.text


def test_deleted_by_hand_comes_back_when_asked_for() -> None:
    desk = Desk().delete("去年完成").again()
    key = desk.told(Kind.DELETED_BY_HAND)[0].block
    desk.again(restore=[key])
    assert desk.is_as_composed
    assert desk.told(Kind.DELETED_BY_HAND) == []


def test_an_item_inside_a_paragraph_deleted_by_hand_stays_out_until_it_is_asked_for() -> None:
    desk = Desk().type("二是路还不通；", "").again(invest="12.8亿元")
    assert "路还不通" not in desk.text
    (entry,) = desk.told(Kind.DELETED_BY_HAND)
    desk.again(restore=[entry.block])
    assert desk.is_as_composed


def test_of_an_item_of_which_the_hand_moved_one_sentence_and_deleted_the_other_the_new_fact_is_told() -> None:
    flaws = ["底子还薄", "山里的路一条也不通。货要绕行30里", "人手不够"]
    desk = Desk(flaws=flaws).type("二是山里的路一条也不通。货要绕行30里；", "")
    desk.type("来之不易。", "来之不易。山里的路一条也不通。")
    desk.again(flaws=[flaw.replace("30", "40") for flaw in flaws])
    (told,) = desk.told(Kind.DELETED_BY_HAND)
    assert (told.text, told.before) == ("货要绕行40里", "货要绕行30里")
    assert any(entry.text == entry.before == "山里的路一条也不通" for entry in desk.told(Kind.KEPT))


def test_the_draft_drops_what_nobody_touched() -> None:
    desk = Desk().again(invest=None)
    assert desk.is_as_composed
    assert desk.done
    assert [step.fate for step in desk.done.steps].count(Fate.DELETED) == 1


def test_the_draft_drops_what_the_hand_worked_on() -> None:
    desk = Desk().type("来之不易", "实在来之不易").again(invest=None)
    assert "实在来之不易" in desk.text
    (entry,) = desk.told(Kind.CONFLICT)
    assert entry.text == ""
    assert "实在来之不易" in entry.before


def test_words_that_go_on_from_an_answer_that_goes_keep_it() -> None:
    """Alone they would go on from the clause before, which says something else."""
    desk = Desk().type("没有一个人叫苦", "没有一个人叫苦，我都记在心里").again(story="柳河镇提前通了水")
    assert "没有一个人叫苦，我都记在心里。" in desk.text
    assert len(desk.told(Kind.CONFLICT)) == 1


def test_words_that_lead_in_to_an_answer_that_goes_keep_it() -> None:
    desk = Desk().type("一是底子还薄", "一是大家都看见了，底子还薄").again(flaws=["路还不通", "人手不够"])
    assert "一是大家都看见了，底子还薄；" in desk.text
    assert len(desk.told(Kind.CONFLICT)) == 1


def test_a_sentence_by_hand_beside_an_answer_that_goes_does_not_keep_it() -> None:
    desk = Desk().type("来之不易。", "来之不易。谢谢大家。").again(story="柳河镇提前通了水")
    assert "来之不易。谢谢大家。柳河镇提前通了水。" in desk.text
    assert desk.told(Kind.CONFLICT) == []


def test_a_paragraph_with_a_picture_is_patched_and_never_deleted() -> None:
    desk = Desk().type("来之不易。", f"来之不易。{OBJECT}").again(invest="12.8亿元")
    assert f"12.8亿元，增长8%，来之不易。{OBJECT}" in desk.text
    desk.again(invest=None)
    assert desk.done
    assert Fate.DELETED not in {step.fate for step in desk.done.steps}
    assert desk.told(Kind.CONFLICT)


def test_the_file_was_emptied() -> None:
    desk = Desk()
    desk.file = [Seen("")]
    desk.again(invest="12.8亿元")
    assert desk.text == ""
    assert {entry.kind for entry in desk.account} == {Kind.DELETED_BY_HAND}


def test_an_item_in_a_line_deleted_by_hand_does_not_come_back_at_another_place() -> None:
    desk = Desk().type("二是路还不通；", "").again(flaws=["人手不够", "路还不通", "底子还薄"])
    assert "路还不通" not in desk.text
    desk.again(flaws=["路还不通", "底子还薄", "人手不够"])
    assert "路还不通" not in desk.text
    assert len(desk.told(Kind.DELETED_BY_HAND)) == 1


def test_a_value_that_gave_way_to_a_line_break_does_not_come_back() -> None:
    desk = Desk().split("增长8%").type("去年完成投资12.5亿元，", "去年完成投资").again(invest="12.8亿元")
    assert "去年完成投资\n增长8%" in desk.text
    assert "invest" in {entry.path for entry in desk.told(Kind.CONFLICT)}


PRINCIPLES = """
title: 讲话
numbering: [一、, （一）, 一是]
questions:
  aims: {ask: 目标, type: list}
  rules: {ask: 原则, type: list}
parts:
  - {move: title, text: 在年度会议上的讲话}
  - {move: goals, key: aim, text: "今年的目标是{{ aims|join_and }}，各单位对照落实。"}
  - {move: goals, key: lead, text: 要把握几条原则：}
  - {move: goals, each: rules, key: rule, inline: true, number: 一是, between: ；, text: "{{ item }}"}
  - {move: closing, text: 同志们，让我们一起努力，谢谢大家！}
"""


def test_items_deleted_with_their_paragraph_do_not_come_back_when_the_draft_joins_them_to_another() -> None:
    facts = "{outline: speech, aims: [增收, 减负], rules: [坚持群众自愿不搞摊派, 坚持常年去做不搞突击]}"
    lines = PRINCIPLES.splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if "key: lead" in line)
    joined = "".join([*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]])  # the items behind the aims
    base, new = draft(joined, facts), draft(PRINCIPLES, facts)
    file = [seen for seen in file_of(base) if "不搞摊派" not in seen.text]
    done = merge(base, file, new)
    assert "坚持" not in "\n".join(result_text(file, done))
    told = {entry.text for entry in done.account if entry.kind is Kind.DELETED_BY_HAND}
    assert "一是坚持群众自愿不搞摊派；" in told
    back = merge(base, file, new, restore=[block.key for block in new.blocks if "不搞" in block.text])
    assert "要把握几条原则：一是坚持群众自愿不搞摊派；二是坚持常年去做不搞突击。" in result_text(file, back)


def test_an_item_that_alone_was_deleted_stays_out_when_the_draft_joins_its_list_to_another_paragraph() -> None:
    facts = "{outline: speech, aims: [增收, 减负], rules: [坚持群众自愿不搞摊派, 坚持常年去做不搞突击]}"
    lines = PRINCIPLES.splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if "key: lead" in line)
    joined = "".join([*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]])  # the items behind the aims
    base, new = draft(PRINCIPLES, facts), draft(joined, facts)
    for gone, left in (("二是坚持常年去做不搞突击", ""), ("坚持常年去做不搞", "")):
        file = [replace(seen, text=seen.text.replace(gone, left)) for seen in file_of(base)]
        done = merge(base, file, new)
        assert "常年去做" not in "\n".join(result_text(file, done))


def test_a_line_that_only_leads_in_to_what_was_deleted_does_not_come_alone() -> None:
    facts = "{outline: speech, aims: [增收, 减负], rules: [坚持群众自愿不搞摊派, 坚持常年去做不搞突击]}"
    without = "".join([line for line in PRINCIPLES.splitlines(keepends=True) if "key: lead" not in line])
    base, new = draft(without, facts), draft(PRINCIPLES, facts)
    file = [seen for seen in file_of(base) if "不搞摊派" not in seen.text]
    done = merge(base, file, new)
    assert result_text(file, done) == [seen.text for seen in file]
    assert not [entry for entry in done.account if entry.kind is Kind.UPDATED]


@pytest.mark.parametrize("left", ["险", "9座"])
def test_an_item_of_which_the_hand_left_a_little_behind_its_number_is_there_and_counted(left: str) -> None:
    pond = "还有9座水库多年带病运行，一到汛期就有险情"
    desk = Desk(flaws=[pond, "路还不通", "人手不够"]).type(pond, left).again()
    assert desk.told(Kind.DELETED_BY_HAND) == desk.told(Kind.MISFIT) == []
    assert [(entry.text, entry.before) for entry in desk.told(Kind.DIFFERS)] == [(left, pond)]
    desk.again(flaws=["底子还薄", pond, "路还不通", "人手不够"])
    assert desk.line("问题也不少") == f"问题也不少：一是底子还薄；二是{left}；三是路还不通；四是人手不够。"
    desk.again(flaws=["底子还薄", pond.replace("9座", "8座"), "路还不通", "人手不够"])
    assert [entry.before for entry in desk.told(Kind.CONFLICT)] == [left]
