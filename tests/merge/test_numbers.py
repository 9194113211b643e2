"""Enumerators and counts follow the structure; numbers that a person set against it stay."""

from __future__ import annotations

import re

import pytest

from drafting.merge.model import Kind, Seen
from tests.merge.desk import FACTS, FLAWS, LAKE, OUTLINE, ROAD, TASKS, Desk, headings


def test_nothing_is_renumbered_while_the_draft_is_the_same() -> None:
    desk = Desk().delete("二、办好学校").delete("很远的山路").insert("农业局", "九、管好山林").again(invest="12.8亿元")
    assert headings(desk) == ["一、修好水渠", "三、种好果树", "九、管好山林"]


def test_numbers_run_on_behind_an_item_that_the_hand_put_in() -> None:
    desk = Desk().insert("水务局", "二、管好山林", "山上的树一棵也不能少。").again()
    assert headings(desk) == ["一、修好水渠", "二、管好山林", "三、办好学校", "四、种好果树"]
    assert "我讲四点意见" in desk.text
    assert desk.told(Kind.MISFIT) == desk.told(Kind.CONFLICT) == []
    stands = desk.text
    assert desk.again().text == stands


def test_numbers_that_the_hand_set_stay_behind_an_item_that_it_put_in() -> None:
    desk = Desk().insert("水务局", "二、管好山林", "山上的树一棵也不能少。").type("三、种好", "五、种好").again()
    assert headings(desk) == ["一、修好水渠", "二、管好山林", "二、办好学校", "五、种好果树"]
    assert ("一、二、二、五、", "一、二、三、四、") in [(entry.before, entry.text) for entry in desk.told(Kind.MISFIT)]


def test_numbers_run_on_over_what_the_hand_took_out() -> None:
    desk = Desk().delete("二、办好学校").delete("很远的山路").again(tasks=[*TASKS, ROAD])
    assert headings(desk) == ["一、修好水渠", "二、种好果树", "三、修通公路"]
    assert "我讲三点意见" in desk.text


def test_an_item_of_the_hands_own_counts_as_one_of_the_list() -> None:
    desk = Desk().insert("农业局", "四、管好山林", "山上的树一棵也不能少。").again(tasks=[ROAD, *TASKS])
    assert headings(desk) == ["一、修通公路", "二、修好水渠", "三、办好学校", "四、种好果树", "五、管好山林"]
    assert "我讲五点意见" in desk.text
    desk.again(tasks=[ROAD, LAKE, *TASKS])
    assert headings(desk)[-2:] == ["五、种好果树", "六、管好山林"]


def test_an_item_of_the_hands_own_in_the_middle_renumbered_by_hand() -> None:
    desk = Desk().insert("水务局", "二、管好山林", "山上的树一棵也不能少。")
    desk.type("二、办好", "三、办好").type("三、种好", "四、种好").again(tasks=[ROAD, *TASKS])
    assert headings(desk) == ["一、修通公路", "二、修好水渠", "三、管好山林", "四、办好学校", "五、种好果树"]
    assert desk.told(Kind.CONFLICT) == []


def test_a_number_that_the_hand_set_against_the_order_stays_and_is_told() -> None:
    desk = Desk().type("二、办好", "九、办好").again(tasks=[ROAD, *TASKS])
    assert headings(desk) == ["一、修通公路", "二、修好水渠", "九、办好学校", "四、种好果树"]
    (entry,) = desk.told(Kind.CONFLICT)
    assert (entry.text, entry.before) == ("三、", "九、")


def test_a_new_item_at_the_end_comes_behind_that_of_the_hand() -> None:
    desk = Desk().insert("农业局", "四、管好山林", "山上的树一棵也不能少。").again(tasks=[*TASKS, ROAD])
    assert headings(desk)[-2:] == ["四、管好山林", "五、修通公路"]


def test_an_item_that_goes_closes_the_gap() -> None:
    desk = Desk().type("果园多年", "果园十多年").again(tasks=[TASKS[0], TASKS[2]])
    assert headings(desk) == ["一、修好水渠", "二、种好果树"]
    assert "我讲两点意见" in desk.text


def test_an_item_that_is_left_alone_has_no_number_and_gets_one_again() -> None:
    desk = Desk().type("很远的山路", "二十里山路").again(tasks=[TASKS[1]])
    assert "\n办好学校\n" in desk.text
    desk.again(tasks=[*TASKS])
    assert headings(desk) == ["一、修好水渠", "二、办好学校", "三、种好果树"]
    assert "二十里山路" in desk.text


def test_items_in_a_line_run_on() -> None:
    desk = Desk().type("路还不通", "路还没有修通").again(flaws=["钱不够用", "底子还薄", "路还不通", "人手不够"])
    assert "一是钱不够用；二是底子还薄；三是路还没有修通；四是人手不够。" in desk.text


def test_an_item_in_a_line_that_the_hand_put_in_counts() -> None:
    desk = (
        Desk()
        .type("三是人手不够。", "三是人手不够；四是心不够齐。")
        .again(flaws=["钱不够用", "底子还薄", "路还不通", "人手不够"])
    )
    assert "一是钱不够用；二是底子还薄；三是路还不通；四是人手不够；五是心不够齐。" in desk.text


def test_the_last_of_a_sequence_in_words_is_always_the_last() -> None:
    outline = OUTLINE.replace("number: 一是", "number: 首先，").replace(
        "问题, type: list", "问题, type: list, at_most: 4"
    )
    desk = Desk(outline).type("底子还薄", "底子还很薄").again(flaws=["底子还薄", "路还不通", "钱不够用", "人手不够"])
    assert "首先，底子还很薄；其次，路还不通；再次，钱不够用；最后，人手不够。" in desk.text


def test_another_style_of_numbers_comes_in_and_what_the_hand_set_stays() -> None:
    other = OUTLINE.replace("[一、, （一）, 一是]", "[第一，, （一）, 一是]")
    desk = Desk().type("二、办好", "乙、办好").again(other)
    assert [desk.line(words)[:3] for words in ("修好水渠", "种好果树")] == ["第一，", "第三，"]
    assert desk.line("办好学校") == "乙、办好学校"


def test_counts_and_numbers_follow_as_often_as_something_comes_in() -> None:
    """The program's own 五点 is not the hand's, the next time."""
    desk = Desk().insert("水务局", "二、管好山林", "山上的树一棵也不能少。").again(tasks=[*TASKS, ROAD])
    assert "我讲五点意见" in desk.text
    desk.again(tasks=[*TASKS, ROAD, LAKE])
    assert "我讲六点意见" in desk.text
    assert headings(desk)[-2:] == ["五、修通公路", "六、治好湖水"]
    desk.again(tasks=[LAKE, *TASKS])
    assert "我讲五点意见" in desk.text
    assert headings(desk) == ["一、治好湖水", "二、修好水渠", "三、管好山林", "四、办好学校", "五、种好果树"]
    assert {entry.kind for entry in desk.account} == {Kind.UPDATED, Kind.KEPT}
    desk.again()
    assert desk.done
    assert desk.done.changes_nothing
    assert [entry.text for entry in desk.account] == ["三、管好山林", "山上的树一棵也不能少。"]


def test_a_number_that_only_moved_is_nobodys_but_ours() -> None:
    desk = Desk().again(tasks=[ROAD, *TASKS]).move("四、种好果树", "很远").again(tasks=[LAKE, ROAD, *TASKS])
    assert desk.told(Kind.CONFLICT) == []
    assert [text[:1] for text in headings(desk)] == list("一二三四五")


def test_the_comment_on_a_number_names_what_the_draft_had() -> None:
    desk = Desk().type("二、办好", "九、办好").again(tasks=[ROAD, *TASKS])
    assert desk.done
    (clash,) = [clash for step in desk.done.steps for clash in step.clashes]
    assert (clash.ours, clash.was) == ("三、", "二、")


def test_numbers_and_counts_that_no_longer_fit_are_told() -> None:
    desk = Desk().delete("二、办好学校").delete("很远的山路").again()
    assert {(entry.before, entry.text) for entry in desk.told(Kind.MISFIT)} == {
        ("一、三、", "一、二、"),
        ("三点", "两点"),
    }
    desk.type("三、", "二、").type("讲三点", "讲两点").again()
    assert desk.told(Kind.MISFIT) == []


def test_a_list_in_a_line_from_which_the_hand_took_an_item() -> None:
    desk = Desk().type("二是路还不通；", "").again()
    assert [(entry.before, entry.text) for entry in desk.told(Kind.MISFIT)] == [("一是三是", "一是二是")]
    desk.type("三是", "二是").again(flaws=["钱不够用", "底子还薄", "路还不通", "人手不够"])
    assert "一是钱不够用；二是底子还薄；三是人手不够。" in desk.text
    assert desk.told(Kind.MISFIT) == desk.told(Kind.CONFLICT) == []


@pytest.mark.parametrize(
    "tasks", [[ROAD, *TASKS], [*TASKS, ROAD], [TASKS[2], ROAD, TASKS[0]], [LAKE, *TASKS[::-1], ROAD]]
)
def test_no_number_stands_twice(tasks: list[dict[str, str]]) -> None:
    desk = Desk().delete("一、修好水渠").insert("很远的山路", "三、管好山林").again(tasks=tasks)
    numbers = [text.partition("、")[0] for text in headings(desk)]
    assert len(numbers) == len(set(numbers)), headings(desk)


def test_numbers_inside_the_text_are_no_enumerators() -> None:
    desk = Desk().insert("水务局", "一、二、三月是农闲，要抓紧。").again(tasks=[ROAD, *TASKS])
    assert desk.line("三月是农闲").endswith("二、三月是农闲，要抓紧。")


def test_two_numbers_that_meet_never_read_as_a_third() -> None:
    outline = OUTLINE.replace("增长{{ growth }}，", "评为{{ growth }}{{ invest }}，")
    desk = Desk(outline, growth="甲等", invest="丁类").type("评为甲等丁类", "评为3丁类").again(invest="4类")
    assert "评为3丁类" in desk.text
    (entry,) = [entry for entry in desk.told(Kind.CONFLICT) if entry.path == "invest"]
    assert (entry.text, entry.before) == ("4类", "丁类")


def test_numbers_that_the_hand_takes_off_and_gives_back_run_on_again() -> None:
    desk = Desk()
    for number in "一二三":
        desk.each(lambda text, number=number: text.removeprefix(number + "、"))  # type: ignore[misc]
    desk.again(tasks=[ROAD, *TASKS])
    for number, words in zip("一二三四", ("修通公路", "修好水渠", "办好学校", "种好果树"), strict=True):
        desk.each(
            lambda text, number=number, words=words: f"{number}、{words}" if text == words else text  # type: ignore[misc]
        )
    desk.again(tasks=[LAKE, ROAD, *TASKS])
    assert "我讲五点意见" in desk.text
    assert [text[0] for text in headings(desk)] == list("一二三四五")
    assert desk.told(Kind.CONFLICT) == []


@pytest.mark.parametrize("style", ["1．2．3．4．", "①②③④", "（1）（2）（3）（4）"])
def test_a_list_that_the_hand_numbered_in_another_style_runs_on_in_that(style: str) -> None:
    made = re.findall("[^．）]+[．）]?" if "①" not in style else ".", style)
    desk = Desk()
    for number, other in zip("一二三", made, strict=False):
        desk.each(lambda text, one=number + "、", other=other: re.sub(f"^{one}", other, text))  # type: ignore[misc]
    for tasks in ([ROAD, *TASKS], [ROAD, *TASKS[:2]], [*TASKS, ROAD]):
        desk.again(tasks=tasks)
        for marker, task in zip(made, tasks, strict=False):
            assert f"\n{marker}{task['heading']}\n" in desk.text
        assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []


def test_a_list_in_a_line_whose_numbers_the_hand_took_off_is_counted_whole() -> None:
    outline = OUTLINE.replace("问题也不少：", "问题有{{ flaws|count('条') }}：")
    desk = Desk(outline).type("一是", "").type("二是", "").type("三是", "").again(flaws=["钱不够用", *FLAWS])
    assert "问题有四条：钱不够用；底子还薄；路还不通；人手不够。" in desk.text.replace("\n", "")


def test_a_list_that_the_hand_set_in_words_runs_on_in_words() -> None:
    desk = Desk().type("一是", "首先").type("二是", "其次").type("三是", "再次").again(flaws=["钱不够用", *FLAWS])
    assert "首先钱不够用；其次底子还薄；再次路还不通；最后人手不够。" in desk.text
    assert desk.told(Kind.CONFLICT) == []


def test_numbers_of_the_hand_that_follow_no_order_stay_and_are_told_once() -> None:
    desk = Desk().type("一、修好", "甲组：修好").type("二、办好", "丙组：办好").type("三、种好", "戊组：种好")
    desk.again(invest="12.8亿元")
    assert desk.told(Kind.MISFIT) == []
    desk.again(tasks=[ROAD, *TASKS])
    assert [desk.line(words)[0] for words in ("修好水渠", "办好学校", "种好果树")] == ["甲", "丙", "戊"]
    assert desk.told(Kind.CONFLICT) == []
    assert len(desk.told(Kind.MISFIT)) == 1


def test_numbers_that_no_longer_run_on_since_the_hand_moved_something_are_told() -> None:
    desk = Desk().move("果园多年", "大家要心中有数").move("三、种好果树", "大家要心中有数").again()
    assert ("三、一、二、", "一、二、三、") in [(entry.before, entry.text) for entry in desk.told(Kind.MISFIT)]
    assert headings(desk) == ["三、种好果树", "一、修好水渠", "二、办好学校"]


def test_a_list_of_the_hands_own_is_left_alone() -> None:
    desk = Desk()
    desk.file[-1:-1] = [Seen("最后强调几条纪律。"), Seen("一、不许迟到"), Seen("二、不许早退")]
    desk.again(tasks=[ROAD, *TASKS])
    assert "一、不许迟到\n二、不许早退" in desk.text


TWO_LISTS = """
title: 讲话
numbering: [一、, （一）]
questions:
  aims: {ask: 目标, type: list}
  rules: {ask: 原则, type: list}
parts:
  - {move: goals, key: aim, text: "今年的目标有{{ aims|count('个') }}。"}
  - {move: goals, each: aims, number: （一）, text: "{{ item }}，一件一件抓到底。"}
  - {move: goals, key: lead, text: "要把握{{ rules|count('条') }}原则。"}
  - {move: goals, each: rules, number: （一）, text: "{{ item }}，时时处处想着群众。"}
  - {move: closing, text: 同志们，让我们一起努力，谢谢大家！}
"""


@pytest.mark.parametrize("behind", ["量力而行", "坚持常年去做"])
def test_an_item_carried_into_another_list_counts_there_and_no_longer_in_its_own(behind: str) -> None:
    aims, rules = ["收入增加一成", "水渠全部修通", "学校都有操场"], ["坚持量力而行", "坚持常年去做"]
    desk = Desk(TWO_LISTS, **dict.fromkeys(FACTS), aims=aims, rules=rules).move("水渠", behind).again()
    assert desk.done
    assert desk.done.changes_nothing
    assert ("三个", "两个") in [(entry.before, entry.text) for entry in desk.told(Kind.MISFIT)]
    desk.again(aims=[*aims, "路路都通"], rules=[*rules, "坚持公开透明"])
    assert desk.told(Kind.MISFIT) == desk.told(Kind.CONFLICT) == []
    numbers = [line[:3] for line in desk.text.split("\n") if line.startswith("（")]
    assert numbers == ["（一）", "（二）", "（三）", "（一）", "（二）", "（三）", "（四）"]
    assert "今年的目标有三个。" in desk.text
    assert "要把握四条原则。" in desk.text
    text = desk.text
    assert desk.again().text == text
