"""What the hand adds and what the facts add at the same place: both stand, unless they say different things."""

from __future__ import annotations

import pytest

from drafting.merge.model import Kind
from tests.merge.desk import FLAWS, OUTLINE, Desk

STORY = "柳河镇的干部在工地上过了一个冬天，没有一个人叫苦"


@pytest.mark.parametrize(
    ("hand", "ours"),
    [
        ("，6月底前完成", "，9月底前完成"),
        ("，力争年底前完成", "，9月底前完成"),
        ("，由张三牵头", "，由李四牵头"),
        ("，由我主持", "，由副县长李四主持"),
        ("，县水务局负责", "，由李四负总责，县水务局负责协调"),
        ("，共投入300万元", "，合计500万元"),
        ("，涌现出一大批先进典型", "，涌现了一批先进典型"),
        ("。9月底前要完成收尾", "。6月底前要完成收尾"),
    ],
)
def test_additions_that_say_different_things_are_a_conflict_and_the_hands_stays(hand: str, ours: str) -> None:
    desk = Desk().type("没有一个人叫苦。", f"没有一个人叫苦{hand}。").again(story=STORY + ours)
    assert f"没有一个人叫苦{hand}。\n" in desk.text
    assert ours.strip("，。") not in desk.text
    (conflict,) = desk.told(Kind.CONFLICT)
    assert (conflict.text.strip("，。"), conflict.path) == (ours.strip("，。"), "story")
    assert desk.done
    (clash,) = [clash for step in desk.done.steps for clash in step.clashes]
    line = desk.line("柳河镇")
    assert line[clash.start : clash.end].strip("，。") == hand.strip("，。")


@pytest.mark.parametrize(
    ("hand", "ours"),
    [
        ("，也没有一个人掉队", "，值得学习"),
        ("，6月底前完成", "，由张三牵头"),
        ("，投入300万元", "，惠及20个村"),
        (
            "。我在工地上住过3天，跟镇里的同志谈过心，他们的话很朴实，我到今天还记得",
            "。全镇48个村的党员轮流值守了90天，把最难啃的一段渠道在开春前抢修了出来",
        ),
    ],
)
def test_additions_that_go_together_both_stand_and_the_hands_comes_first(hand: str, ours: str) -> None:
    desk = Desk().type("没有一个人叫苦。", f"没有一个人叫苦{hand}。").again(story=STORY + ours)
    assert f"没有一个人叫苦{hand}{ours}。" in desk.text
    assert desk.told(Kind.CONFLICT) == []


def test_an_addition_behind_an_answer_that_comes_with_another_one_of_its_kind_is_a_conflict() -> None:
    desk = (
        Desk(goal="修好十条路")
        .type("修好十条路。", "修好十条路，6月底前完成。")
        .again(goal="修好十二条路，9月底前完成")
    )
    assert "修好十条路，6月底前完成。" in desk.text
    assert [entry.path for entry in desk.told(Kind.CONFLICT)] == ["goal"]


def test_a_new_value_comes_in_before_an_addition_with_a_number_of_its_unit() -> None:
    desk = Desk().type("12.5亿元，", "12.5亿元，比上年多2亿元，").again(invest="12.8亿元")
    assert "完成投资12.8亿元，比上年多2亿元，" in desk.text
    assert desk.told(Kind.CONFLICT) == []


def test_an_item_that_the_hand_put_in_with_another_sum_is_a_conflict_and_stays_the_last_one() -> None:
    desk = Desk().type("三是人手不够。", "三是人手不够；四是缺口资金300万元。")
    desk.again(flaws=[*FLAWS, "资金缺口500万元"])
    assert "二是路还不通；三是人手不够；四是缺口资金300万元。\n" in desk.text
    assert [entry.path for entry in desk.told(Kind.CONFLICT)] == ["flaws[4]"]
    desk.again(flaws=[*FLAWS, "资金缺口500万元", "没有路灯"])
    assert "四是缺口资金300万元；五是没有路灯。\n" in desk.text


def test_what_the_hand_added_before_a_clause_stays_with_it_when_another_one_comes_in() -> None:
    desk = Desk(story="抓好春灌，把水费收缴到户").type("来之不易。抓好", "来之不易。下决心抓好")
    desk.again(story="清淤干渠40公里，抓好春灌，把水费收缴到户")
    assert "来之不易。清淤干渠40公里，下决心抓好春灌，把水费收缴到户。" in desk.text


def test_what_leads_in_to_an_answer_does_not_lead_in_to_quite_another_one() -> None:
    desk = Desk(goal="组织32名技术员住到工地上").type("组织32名", "下决心组织32名").again(goal="夜里有人值班")
    assert "今年的目标是下决心组织32名技术员住到工地上。" in desk.text
    assert [entry.path for entry in desk.told(Kind.CONFLICT)] == ["goal"]


@pytest.mark.parametrize(
    ("hand", "ours"),
    [
        ("水费欠收120万元", "渠道缺资金300万元"),
        ("市民知晓率只有85%", "绿化覆盖率不到38%"),
        ("修路9月底前完不成", "6月底以前没有渠水"),
        ("治水由张三牵头，人手不足", "修路由李四牵头，进度太慢"),
    ],
)
def test_two_items_that_hand_and_facts_add_at_one_place_of_a_list_both_stand(hand: str, ours: str) -> None:
    desk = Desk().type("三是人手不够。", f"三是人手不够；四是{hand}。").again(flaws=[*FLAWS, ours])
    assert f"三是人手不够；四是{hand}；五是{ours}。\n" in desk.text
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.DIFFERS) == []
    before = desk.text
    assert desk.again().text == before


NEED = "{{ t.owner }}要达到{{ t.why }}{{ '，' if loop.last else '；' }}"
ROWS = OUTLINE.replace(
    "text: 同志们，让我们一起努力，谢谢大家！",
    f'text: "还有差距：{{% for t in tasks %}}{NEED}{{% endfor %}}谢谢大家。"',
).replace('"{{ why }}。这项', '"这项')
GOALS = [("公厕", "56座"), ("农贸市场", "7个"), ("路灯", "90盏")]


def _rows(*rows: tuple[str, str]) -> list[dict[str, str]]:
    return [{"heading": f"办好第{name}件事", "owner": name, "why": need} for name, need in rows]


def test_two_rows_that_hand_and_facts_add_at_one_place_of_a_sentence_both_stand() -> None:
    desk = Desk(ROWS, tasks=_rows(*GOALS)).type("农贸市场要达到7个；", "农贸市场要达到7个；停车泊位要达到6000个；")
    desk.again(tasks=_rows(*GOALS[:2], ("充电桩", "400个"), GOALS[2]))
    assert "农贸市场要达到7个；停车泊位要达到6000个；充电桩要达到400个；路灯要达到90盏，" in desk.text
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.DIFFERS) == []


def test_a_row_that_hand_and_facts_add_with_another_number_each_is_a_conflict() -> None:
    desk = Desk(ROWS, tasks=_rows(*GOALS)).type("农贸市场要达到7个；", "农贸市场要达到7个；充电桩要达到500个；")
    desk.again(tasks=_rows(*GOALS[:2], ("充电桩", "400个"), GOALS[2]))
    assert desk.text.count("充电桩要达到") == 1
    assert "充电桩要达到500个；" in desk.text
    (conflict,) = desk.told(Kind.CONFLICT)
    assert conflict.text == "充电桩要达到400个；"
