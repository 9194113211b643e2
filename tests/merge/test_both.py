"""An item that the hand put into a list in a line, and that the facts bring too, is one item, where the hand has it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.merge.model import Kind
from tests.merge.desk import FLAWS, LAKE, OUTLINE, TASKS, Desk
from tests.merge.test_lists import CLOSED

COUNTED = OUTLINE.replace("问题也不少：", "问题有{{ flaws|count('个') }}：")
OWN = "心不够齐"
LAST = "三是人手不够；四是心不够齐。"


def counted() -> Desk:
    return Desk(COUNTED).type("三是人手不够。", LAST).type("问题有三个", "问题有四个")


@pytest.mark.parametrize(
    ("flaws", "stands"),
    [
        ([*FLAWS, OWN], "一是底子还薄；二是路还不通；三是人手不够；四是心不够齐。"),
        ([*FLAWS, "钱不够用", OWN], "一是底子还薄；二是路还不通；三是人手不够；四是钱不够用；五是心不够齐。"),
        ([*FLAWS, OWN, "钱不够用"], "一是底子还薄；二是路还不通；三是人手不够；四是心不够齐；五是钱不够用。"),
        ([OWN, *FLAWS], "一是底子还薄；二是路还不通；三是人手不够；四是心不够齐。"),
        ([FLAWS[0], OWN, FLAWS[2]], "一是底子还薄；二是心不够齐；三是人手不够。"),
        ([OWN, FLAWS[2]], "一是心不够齐；二是人手不够。"),
    ],
    ids=["just so", "behind another", "before another", "first", "for another", "the others gone"],
)
def test_it_stands_once_and_is_counted_once(flaws: list[str], stands: str) -> None:
    desk = counted().again(flaws=flaws)
    assert desk.line("问题有") == f"问题有{'零一两三四五'[len(flaws)]}个：{stands}"
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []
    before = desk.file
    assert desk.again().file == before  # bookmarks too


def test_a_number_of_its_own_that_does_not_fit_stays_and_is_told() -> None:
    desk = Desk().type("三是人手不够。", "三是人手不够；五是心不够齐。").again(flaws=[*FLAWS, OWN])
    assert desk.line("问题也不少").endswith("三是人手不够；五是心不够齐。")
    assert [(entry.text, entry.before) for entry in desk.told(Kind.MISFIT)] == [
        ("一是二是三是四是", "一是二是三是五是")
    ]


def test_in_the_middle_it_stays_there_and_those_behind_it_count_on() -> None:
    desk = Desk().type("二是路还不通；", "二是心不够齐；二是路还不通；").again(flaws=[*FLAWS, OWN])
    assert desk.line("问题也不少").endswith("：一是底子还薄；二是心不够齐；三是路还不通；四是人手不够。")
    assert [(entry.text, entry.before) for entry in desk.told(Kind.KEPT)] == [("二是心不够齐；", "二是心不够齐；")]


def test_words_that_close_the_list_stand_behind_it_once() -> None:
    desk = Desk(CLOSED, flaws=FLAWS).type("三是人手不够。", LAST).again(flaws=[OWN, *FLAWS[1:], "钱不够用"])
    assert "；四是心不够齐。这些问题，" in desk.text
    assert desk.text.count("心不够齐") == desk.text.count("钱不够用") == desk.text.count("这些问题") == 1


def test_beside_an_item_that_the_hand_reworded_it_is_known_too() -> None:
    desk = Desk().type("三是人手不够。", "三是人手不够，本事也不够；四是心不够齐。")
    desk.again(flaws=[*FLAWS, "钱不够用", OWN])
    assert desk.line("问题也不少").endswith("；三是人手不够，本事也不够；四是钱不够用；五是心不够齐。")


def test_one_that_stands_in_the_place_of_another_is_no_second_one() -> None:
    """The hand wrote 心不够齐 for 人手不够, as the facts do now."""
    desk = Desk().type("三是人手不够。", "三是心不够齐。").again(flaws=[*FLAWS[:2], OWN])
    assert desk.line("问题也不少").endswith("：一是底子还薄；二是路还不通；三是心不够齐。")
    assert desk.told(Kind.CONFLICT) == []


def test_an_item_that_grew_in_the_same_way_on_both_sides_is_that_item() -> None:
    grown = "底子还薄，家当不多"
    desk = Desk().type("底子还薄", grown).again(flaws=[grown, *FLAWS[1:]])
    assert desk.line("问题也不少") == f"问题也不少：一是{grown}；二是路还不通；三是人手不够。"


def test_an_item_that_the_hand_copied_is_its_own() -> None:
    desk = Desk().type("三是人手不够。", "三是人手不够；四是底子还薄。").again(flaws=[*FLAWS, OWN])
    assert desk.line("问题也不少").endswith("三是人手不够；四是底子还薄；五是心不够齐。")


AGED = "村里的水利员年纪大了，平均52岁"


@pytest.mark.parametrize("place", range(4), ids=["first", "second", "third", "last"])
@pytest.mark.parametrize(
    ("theirs", "told"),
    [
        (AGED.replace("52", "54"), Kind.CONFLICT),
        (AGED + "，没有后生接班", Kind.DIFFERS),
        (AGED.replace("年纪大了", "年纪偏大"), Kind.DIFFERS),
    ],
    ids=["another number", "longer", "other words"],
)
def test_the_same_item_at_any_place_with_another_value_stands_once_as_by_hand(
    theirs: str, told: Kind, place: int
) -> None:
    desk = Desk(COUNTED).type("三是人手不够。", f"三是人手不够；四是{AGED}。").type("问题有三个", "问题有四个")
    desk.again(flaws=[*FLAWS[:place], theirs, *FLAWS[place:]])
    items = desk.line("问题有").removeprefix("问题有四个：").removesuffix("。").split("；")
    assert [item[:2] for item in items] == ["一是", "二是", "三是", "四是"]
    assert sorted(item[2:] for item in items) == sorted([*FLAWS, AGED])
    differing = [(entry.kind, entry.path) for entry in desk.account if entry.kind in (Kind.CONFLICT, Kind.DIFFERS)]
    assert differing == [(told, f"flaws[{place + 1}]")]
    shown = [clash.ours for step in desk.done.steps for clash in step.clashes] if desk.done else []
    assert shown == [theirs] * (told is Kind.CONFLICT)
    desk.again()
    assert desk.text.count("年纪") == 1


def test_an_item_by_hand_that_is_a_copy_of_an_old_one_is_not_the_new_one() -> None:
    flaws = ["渠道年久失修，漏水的有12处", *FLAWS]
    desk = Desk(flaws=flaws).type("四是人手不够。", "四是人手不够；五是渠道年久失修，漏水的有13处。")
    desk.again(flaws=["渠道年久失修，漏水的有22处", *flaws])
    assert desk.text.count("渠道年久失修") == 3


@pytest.mark.parametrize("place", range(4), ids=["first", "second", "third", "last"])
def test_what_the_hand_typed_stays_when_the_facts_that_brought_it_too_drop_it(place: int) -> None:
    desk = counted().again(flaws=[*FLAWS[:place], OWN, *FLAWS[place:]])
    desk.again(growth="9%")
    before = desk.line("问题有")
    desk.again(flaws=FLAWS)
    assert desk.line("问题有") == before
    assert [(entry.text, OWN in entry.before) for entry in desk.told(Kind.CONFLICT)] == [("", True)]
    assert desk.told(Kind.MISFIT) == []
    desk.again()
    assert desk.line("问题有") == before


def test_so_it_does_after_the_facts_have_given_it_another_value_and_where_the_list_has_no_numbers() -> None:
    outline = OUTLINE.replace("number: 一是, between: ；", "between: ；")
    for by_hand, theirs in ((AGED, AGED), (AGED, AGED.replace("52", "54"))):
        for kind in (OUTLINE, outline):
            desk = Desk(kind).type("人手不够。", f"人手不够；{'四是' * (kind is OUTLINE)}{by_hand}。")
            desk.again(flaws=[*FLAWS, by_hand]).again(flaws=[*FLAWS, theirs])
            assert desk.text.count(theirs) == 1
            desk.again(flaws=FLAWS)
            assert desk.text.count(theirs) == 1
            assert len(desk.told(Kind.CONFLICT)) == 1


def test_a_paragraph_that_both_wrote_stays_when_the_facts_drop_it() -> None:
    desk = (
        Desk()
        .insert("三、种好果树", "四、治好湖水")
        .insert("四、治好湖水", "湖水一年比一年浑。这项工作由环保局牵头，年底见到成效。")
    )
    desk.again(tasks=[*TASKS, LAKE])
    assert desk.text.count("治好湖水") == desk.text.count("湖水一年") == 1
    before = desk.text
    desk.again(tasks=TASKS)
    assert desk.text == before
    assert desk.told(Kind.CONFLICT)


def test_what_the_facts_alone_brought_goes_with_them() -> None:
    desk = Desk().again(flaws=[*FLAWS, OWN]).again(flaws=FLAWS)
    assert desk.is_as_composed


POOL = ["底子还薄", "路还不通", "人手不够", "钱不够用", "水不够喝", "山上没树"]
some = st.lists(st.sampled_from(POOL), min_size=2, max_size=5, unique=True)


@pytest.mark.slow
@given(data=st.data(), before=some, now=some, recounts=st.booleans())
def test_whatever_else_changes_it_stands_once_and_everything_counts(
    data: Any, before: list[str], now: list[str], recounts: bool
) -> None:
    at, there = (data.draw(st.integers(0, len(flaws))) for flaws in (before, now))
    by_hand = [*before[:at], OWN, *before[at:]]
    items = "；".join([f"{number}是{flaw}" for number, flaw in zip("一二三四五六", by_hand, strict=False)])
    count = "零一两三四五六"[len(by_hand if recounts else before)]
    desk = Desk(COUNTED, flaws=before)
    desk.type(desk.line("问题有"), f"问题有{count}个：{items}。").again(flaws=[*now[:there], OWN, *now[there:]])
    head, _, listed = desk.line("问题有").partition("：")
    stands = listed.removesuffix("。").split("；")
    assert [item[:2] for item in stands] == [f"{number}是" for number in "一二三四五六"[: len(now) + 1]]
    assert sorted(item[2:] for item in stands) == sorted([*now, OWN])
    assert desk.told(Kind.CONFLICT) == []
    if set(before) != set(now) or recounts:
        assert head == f"问题有{'零一两三四五六'[len(now) + 1]}个"
