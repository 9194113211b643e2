"""Only the numbers of a list change their style: what the hand put into the list and made of its count stays so."""

from __future__ import annotations

import pytest

from drafting.merge.model import Kind
from tests.merge.desk import OUTLINE, ROAD, TASKS, Desk

RESTYLED = OUTLINE.replace("[一、, （一）, 一是]", "[第一，, （一）, 一是]")
COUNTED = OUTLINE.replace("问题也不少：", "问题有{{ flaws|count('个') }}：")


def with_own() -> Desk:
    return Desk().insert("农业局", "四、管好山林", "山上的树一棵也不能少。").type("讲三点", "讲四点")


def test_the_count_by_hand_stays_and_its_own_item_is_numbered_like_the_others() -> None:
    desk = with_own().again(RESTYLED)
    assert "我讲四点意见" in desk.text
    assert desk.line("管好山林") == "第四，管好山林"
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []
    before = desk.text
    assert desk.again().text == before


def test_the_next_time_the_count_and_the_numbers_run_on() -> None:
    desk = with_own().again(RESTYLED).again(tasks=[ROAD, *TASKS])
    assert "我讲五点意见" in desk.text
    assert desk.line("管好山林") == "第五，管好山林"


def test_a_count_that_the_hand_forgot_follows_when_the_numbers_do() -> None:
    desk = Desk().insert("农业局", "四、管好山林", "山上的树一棵也不能少。").again(RESTYLED)
    assert "我讲四点意见" in desk.text
    assert desk.line("管好山林") == "第四，管好山林"


def test_an_item_of_the_hands_own_in_the_middle_is_numbered_too() -> None:
    desk = Desk().insert("水务局", "二、管好山林", "山上的树一棵也不能少。").type("讲三点", "讲四点")
    desk.type("二、办好", "三、办好").type("三、种好", "四、种好").again(RESTYLED)
    assert [desk.line(words)[:3] for words in ("修好水渠", "管好山林", "办好学校", "种好果树")] == [
        "第一，",
        "第二，",
        "第三，",
        "第四，",
    ]
    assert "我讲四点意见" in desk.text
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []


def test_an_item_that_the_hand_put_first_is_numbered_too() -> None:
    desk = Desk().insert("人手不够", "一、管好山林", "山上的树一棵也不能少。").type("讲三点", "讲四点")
    desk.type("三、种好", "四、种好").type("二、办好", "三、办好").type("一、修好", "二、修好").again(RESTYLED)
    assert [desk.line(words)[:3] for words in ("管好山林", "修好水渠", "种好果树")] == ["第一，", "第二，", "第四，"]
    assert "我讲四点意见" in desk.text


def test_a_task_that_comes_in_with_the_other_style_stands_behind_that_of_the_hand() -> None:
    desk = with_own().again(RESTYLED, tasks=[*TASKS, ROAD])
    assert "我讲五点意见" in desk.text
    assert desk.line("管好山林") == "第四，管好山林"
    assert desk.text.endswith(
        "第四，管好山林\n山上的树一棵也不能少。\n第五，修通公路\n"
        "山里的货运不出来。这项工作由交通局牵头，年底见到成效。\n同志们，让我们一起努力，谢谢大家！"
    )


@pytest.mark.parametrize("number", ["（一）", "1.", "首先，", "一要"])
def test_an_item_of_the_hands_own_in_a_line_is_numbered_too(number: str) -> None:
    desk = Desk(COUNTED).type("三是人手不够。", "三是人手不够；四是心不够齐。").type("三个", "四个")
    desk.again(
        COUNTED.replace("一是, between", f"{number}, between").replace(
            "问题, type: list", "问题, type: list, at_most: 3"
        )
    )
    last = {"（一）": "（四）", "1.": "4.", "首先，": "最后，", "一要": "四要"}[number]
    assert f"问题有四个：{number}底子还薄；" in desk.text
    assert f"；{last}心不够齐。" in desk.text
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []


def test_a_number_that_the_hand_set_against_the_order_stays_and_is_told() -> None:
    desk = Desk().insert("农业局", "九、管好山林").type("讲三点", "讲四点").again(RESTYLED)
    assert desk.line("管好山林") == "九、管好山林"
    assert "我讲四点意见" in desk.text
    assert [(entry.text, entry.before) for entry in desk.told(Kind.CONFLICT)] == [("第四，", "九、")]


def test_an_item_that_stays_though_the_draft_drops_it_is_numbered_too() -> None:
    desk = Desk().type("很远的山路", "二十里山路，天不亮就出门").again(RESTYLED, tasks=[TASKS[0], TASKS[2]])
    assert [desk.line(words)[:3] for words in ("修好水渠", "办好学校", "种好果树")] == ["第一，", "第二，", "第三，"]
    assert "我讲三点意见" in desk.text


def test_a_list_of_the_hands_own_keeps_its_numbers() -> None:
    desk = Desk().insert("农业局", "最后强调纪律。", "一、不许迟到", "二、不许早退").again(RESTYLED)
    assert "一、不许迟到\n二、不许早退" in desk.text
    assert "我讲三点意见" in desk.text


def test_numbers_that_the_hand_gave_in_a_style_of_its_own_stay_where_only_the_draft_changes_its_style() -> None:
    desk = Desk().insert("农业局", "4．管好山林").type("讲三点", "讲四点")
    for ours, other in zip("一二三", "123", strict=True):
        desk.each(lambda text, ours=ours, other=other: text.replace(f"{ours}、", f"{other}．"))  # type: ignore[misc]
    desk.again(RESTYLED)
    assert [desk.line(words)[:2] for words in ("修好水渠", "办好学校", "种好果树", "管好山林")] == [
        "1．",
        "2．",
        "3．",
        "4．",
    ]
    assert "我讲四点意见" in desk.text
    desk.again(tasks=[ROAD, *TASKS])
    assert desk.line("管好山林") == "5．管好山林"
    assert "我讲五点意见" in desk.text
