"""The numbers of a list change their style, by the draft or by hand: what the hand put into the list stays in it."""

from __future__ import annotations

import pytest

from drafting.merge.model import Kind
from tests.merge.desk import FACTS, FLAWS, LAKE, OUTLINE, ROAD, TASKS, Desk
from tests.merge.test_numbers import TWO_LISTS

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


HEADINGS = ["修好水渠", "办好学校", "种好果树", "治好湖水"]
STYLES = {
    "1.": [f"{number}." for number in range(1, 8)],
    "（1）": [f"（{number}）" for number in range(1, 8)],
    "①": list("①②③④⑤⑥⑦"),
    "一．": [f"{number}．" for number in "一二三四五六七"],
    "一是": [f"{number}是" for number in "一二三四五六七"],
}


def renumbered_by_hand(numbers: list[str], own_at: int) -> Desk:
    """Four tasks and one of the hand's own, all of them with other numbers."""
    desk = Desk(tasks=[*TASKS, LAKE]).type("讲四点", "讲五点")
    order = [*HEADINGS[:own_at], "管好山林", *HEADINGS[own_at:]]
    behind = ("人手不够", "水务局", "教育局", "农业局", "环保局")[own_at]
    for ours, words in zip("一二三四", HEADINGS, strict=True):
        desk.type(f"{ours}、{words}", numbers[order.index(words)] + words)
    return desk.insert(behind, numbers[own_at] + "管好山林", "山上的树一棵也不能少。")


@pytest.mark.parametrize("own_at", range(5))
@pytest.mark.parametrize("numbers", STYLES.values(), ids=list(STYLES))
@pytest.mark.parametrize(
    "tasks",
    [[ROAD, *TASKS, LAKE], [*TASKS, LAKE, ROAD], TASKS, [LAKE, *TASKS[::-1]], [TASKS[0], ROAD, *TASKS[1:], LAKE]],
    ids=["one first", "one last", "one less", "turned", "one between"],
)
def test_a_list_renumbered_by_hand_with_an_item_of_its_own_runs_on_as_the_hand_numbers(
    numbers: list[str], own_at: int, tasks: list[dict[str, str]]
) -> None:
    desk = renumbered_by_hand(numbers, own_at)
    for now in (tasks, [ROAD, *tasks] if ROAD not in tasks else tasks[1:]):
        desk.again(tasks=now)
        words = ["管好山林", *(task["heading"] for task in now)]
        stands = [line for line in desk.text.split("\n") if len(line) < 10 and any(word in line for word in words)]
        assert [line[:-4] for line in stands] == numbers[: len(now) + 1]
        assert f"讲{'零一两三四五六七'[len(now) + 1]}点意见" in desk.text
        assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []


def test_an_item_that_the_hand_put_first_into_the_second_of_two_lists_belongs_to_that() -> None:
    """Both count in the same way, and before the second one nothing says that another list begins."""
    aims, rules = ["收入增加一成", "水渠全部修通"], ["坚持量力而行", "坚持常年去做"]
    desk = Desk(TWO_LISTS, **dict.fromkeys(FACTS), aims=aims, rules=rules).type("把握两条", "把握三条")
    desk.insert("要把握", "（一）坚持群众自愿，从来不下命令。")
    desk.type("（二）坚持常年", "（三）坚持常年").type("（一）坚持量力", "（二）坚持量力").again()
    assert desk.told(Kind.MISFIT) == []
    desk.again(rules=[*rules, "坚持公开透明"])
    assert "要把握四条原则。" in desk.text
    assert desk.line("公开透明").startswith("（四）")
    assert desk.told(Kind.MISFIT) == desk.told(Kind.CONFLICT) == []


def test_numbers_with_a_gap_stay_as_the_hand_set_them() -> None:
    desk = (
        Desk()
        .type("一、修好", "1.修好")
        .type("二、办好", "3.办好")
        .type("三、种好", "5.种好")
        .again(tasks=[*TASKS, ROAD])
    )
    assert [desk.line(words)[:2] for words in ("修好水渠", "办好学校", "种好果树")] == ["1.", "3.", "5."]
    assert desk.told(Kind.MISFIT)


def flaws_numbered(style: str) -> dict[str, dict[str, str]]:
    """What the facts file says of how the flaws are numbered."""
    return {"enumerators": {"flaws": style}}


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize(("before", "after"), [("一是", "none"), ("none", "一是")])
def test_an_item_on_which_the_hand_worked_stands_once_when_the_numbers_of_its_line_go_or_come(
    before: str, after: str, place: int
) -> None:
    desk = Desk(COUNTED, **flaws_numbered(before)).type(FLAWS[place], FLAWS[place] + "，群众着急")
    desk.again(**flaws_numbered(after))
    items = [flaw + "，群众着急" * (n == place) for n, flaw in enumerate(FLAWS)]
    numbers = ["一是", "二是", "三是"] if after == "一是" else [""] * 3
    stands = "；".join([number + item for number, item in zip(numbers, items, strict=True)])
    assert desk.line("问题有") == f"问题有三个：{stands}。"
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []


@pytest.mark.parametrize(("before", "after"), [("一是", "none"), ("none", "一是")])
def test_an_item_comes_in_first_in_a_line_whose_numbers_go_or_come(before: str, after: str) -> None:
    desk = Desk(COUNTED, **flaws_numbered(before)).type("底子还薄", "底子还薄，群众着急")
    desk.again(**flaws_numbered(after), flaws=["心不够齐", *FLAWS])
    numbers = ["一是", "二是", "三是", "四是"] if after == "一是" else [""] * 4
    items = ["心不够齐", "底子还薄，群众着急", *FLAWS[1:]]
    stands = "；".join([number + item for number, item in zip(numbers, items, strict=True)])
    assert desk.line("问题有") == f"问题有四个：{stands}。"
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []


@pytest.mark.parametrize("own_at", range(4))
def test_an_item_of_the_hands_own_stays_at_its_place_in_a_line_and_goes_without_a_number_like_the_others(
    own_at: int,
) -> None:
    desk = Desk(COUNTED)
    items = [*FLAWS[:own_at], "心不够齐", *FLAWS[own_at:]]
    by_hand = "；".join([number + item for number, item in zip(STYLES["一是"], items, strict=False)])
    desk.type("三个：一是底子还薄；二是路还不通；三是人手不够", f"四个：{by_hand}")
    desk.again(**flaws_numbered("none"))
    assert desk.line("问题有") == f"问题有四个：{'；'.join(items)}。"
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []
    before = desk.text
    assert desk.again().text == before


def test_what_runs_on_behind_an_item_that_the_hand_took_out_goes_without_a_number_too() -> None:
    desk = Desk(COUNTED).type("二是路还不通；三是", "二是").type("三个", "两个").again(**flaws_numbered("none"))
    assert desk.line("问题有") == "问题有两个：底子还薄；人手不够。"


def test_numbers_come_where_the_hand_took_an_item_out() -> None:
    desk = Desk(COUNTED, **flaws_numbered("none")).type("路还不通；", "").again(**flaws_numbered("一是"))
    assert desk.line("问题有").endswith("：一是底子还薄；二是人手不够。")


@pytest.mark.parametrize("own_at", range(5))
@pytest.mark.parametrize("edited", ["", "漏水的地方多"])
def test_a_task_of_the_hands_own_goes_without_a_number_like_the_others(own_at: int, edited: str) -> None:
    desk = renumbered_by_hand([f"{number}、" for number in "一二三四五"], own_at)
    if edited:
        desk.type(edited, edited + "，群众着急")
    desk.again(enumerators={"tasks": "none"})
    stands = [line for line in desk.text.split("\n") if any(words in line for words in (*HEADINGS, "管好山林"))]
    assert stands == [*HEADINGS[:own_at], "管好山林", *HEADINGS[own_at:]]
    assert "讲五点意见" in desk.text
    assert desk.told(Kind.CONFLICT) == []


def test_a_number_that_the_hand_set_against_the_order_stays_where_the_others_go() -> None:
    desk = Desk().insert("农业局", "九、管好山林").type("讲三点", "讲四点").again(enumerators={"tasks": "none"})
    stands = [line for line in desk.text.split("\n") if any(words in line for words in (*HEADINGS, "管好山林"))]
    assert stands == ["修好水渠", "办好学校", "种好果树", "九、管好山林"]


def test_a_list_of_the_hands_own_keeps_its_numbers_where_those_before_it_go() -> None:
    desk = (
        Desk().insert("农业局", "最后强调纪律。", "一、不许迟到", "二、不许早退").again(enumerators={"tasks": "none"})
    )
    assert "最后强调纪律。\n一、不许迟到\n二、不许早退" in desk.text
    assert "修好水渠" in desk.text.split("\n")


def test_what_counts_items_without_numbers_counts_no_other_list_that_has_as_many() -> None:
    others = "".join(
        f'  - {{move: guarantee, number: 1., text: "{text}"}}\n' for text in ("要抓紧。", "要抓实。", "要抓好。")
    )
    outline = COUNTED.replace("  - {move: closing", others + "  - {move: closing")
    desk = Desk(outline, **flaws_numbered("none")).type("人手不够。", "人手不够；心不够齐。").type("三个", "四个")
    desk.again(tasks=[ROAD, *TASKS])
    assert "1.要抓紧" in desk.text
    assert "问题有四个：" in desk.text
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []


def test_a_figure_behind_a_number_with_a_dot_is_no_part_of_it() -> None:
    desk = Desk().type("一是底子还薄；二是路还不通；三是", "1.底子还薄；2.路还不通；3.")
    desk.again(flaws=[FLAWS[0], "7个村没有水", *FLAWS[1:]])
    assert desk.line("问题也不少").endswith("：1.底子还薄；2. 7个村没有水；3.路还不通；4.人手不够。")
    before = desk.text
    assert desk.again().text == before
    desk.again(flaws=["7个村没有水", *FLAWS[1:]])
    assert desk.line("问题也不少").endswith("：1. 7个村没有水；2.路还不通；3.人手不够。")


def test_a_heading_that_begins_with_a_figure_gets_a_number_with_a_dot() -> None:
    desk = Desk(tasks=[{**TASKS[0], "heading": "3座水库要修好"}, *TASKS[1:]]).type("一、3座", "1. 3座")
    desk.type("二、办好", "2.办好").type("三、种好", "3.种好")
    desk.again(tasks=[{**ROAD, "heading": "5条路要修通"}, *desk.facts["tasks"]])
    stands = [line for line in desk.text.split("\n") if line[:1].isdecimal()]
    assert stands == ["1. 5条路要修通", "2. 3座水库要修好", "3.办好学校", "4.种好果树"]
