"""Clauses that the facts put the other way round, of which the hand has reworded one."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from drafting.merge.model import Kind
from drafting.merge.tokens import LONGEST_NAME
from tests.merge.desk import Desk

CLAUSES = (
    "清淤干渠40公里",
    "抓好春灌",
    "组织32名技术员住到工地上",
    "每月集中检查一次并且当场整改",
    "把水费收缴到户",
    "查一查账",
    "6月底前完成勘测",
)
PLACES = (("story", "，"), ("story", "；"), ("story", "。"), ("goal", "、"))


def test_a_clause_that_comes_before_the_one_that_the_hand_reworded_stands_once() -> None:
    desk = Desk(story="清淤干渠40公里，补上学校的短板，把水费收缴到户，建立一村一册的台账")
    desk.type("补上学校的短板", "补上学校的真正短板")
    desk.again(story="建立一村一册的台账，把水费收缴到户，清淤干渠40公里，补上学校的短板")
    assert desk.text.count("补上学校的真正短板") == 1
    assert desk.text.count("建立一村一册的台账") == 1
    assert desk.text.count("把水费收缴到户") == 1
    assert [entry.path for entry in desk.told(Kind.CONFLICT)] == ["story"]


def test_a_short_clause_that_the_hand_reworded_does_not_come_back_at_its_new_place() -> None:
    desk = Desk(goal="保证五座水库全部开工、组织32名技术员住到工地上、抓好春灌、夜里有人值班")
    desk.type("抓好春灌", "抓好今年春灌")
    desk.again(goal="抓好春灌、保证五座水库全部开工、组织32名技术员住到工地上、夜里有人值班")
    assert "保证五座水库全部开工、组织32名技术员住到工地上、抓好今年春灌、夜里有人值班。" in desk.text
    assert "抓好春灌" not in desk.text
    assert [entry.path for entry in desk.told(Kind.CONFLICT)] == ["goal"]


def test_clauses_that_nobody_reworded_change_places_though_the_hand_worked_on_another() -> None:
    desk = Desk(story="抓好春灌，把水费收缴到户。柳河镇的干部过了一个冬天").type("柳河镇的干部", "柳河镇的干部群众")
    desk.again(story="把水费收缴到户，抓好春灌。柳河镇的干部过了一个冬天")
    assert "把水费收缴到户，抓好春灌。柳河镇的干部群众过了一个冬天。" in desk.text
    assert desk.told(Kind.CONFLICT) == []


@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.data(), place=st.sampled_from(PLACES), words=st.sampled_from(["切实", "一户一户", "真正，马上"]))
def test_no_clause_stands_twice_in_whatever_order_the_facts_bring_it(
    data: Any, place: tuple[str, str], words: str
) -> None:
    answer, mark = place
    before = data.draw(st.lists(st.sampled_from(CLAUSES), min_size=2, max_size=5, unique=True))
    after = data.draw(st.permutations(before))
    assume(mark != "、" or len(mark.join(before)) > LONGEST_NAME)  # what is shorter is one value
    reworded = data.draw(st.sampled_from(before))
    start = data.draw(st.integers(0, len(reworded)))
    end = data.draw(st.integers(start, min(start + 4, len(reworded))))
    by_hand = reworded[:start] + words + reworded[end:]
    desk = Desk(**{answer: mark.join(before)}).type(reworded, by_hand).again(**{answer: mark.join(after)})
    assert desk.text.count(by_hand) == 1
    assert reworded not in desk.text.replace(by_hand, "")
    assert {clause: desk.text.count(clause) for clause in before if clause != reworded} == dict.fromkeys(
        [clause for clause in before if clause != reworded], 1
    )
