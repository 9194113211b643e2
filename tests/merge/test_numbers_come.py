"""A list without numbers gets some: what the hand put into it is counted with the rest."""

from __future__ import annotations

import pytest

from drafting.merge.model import Kind, Seen
from tests.merge.desk import FLAWS, OUTLINE, TASKS, Desk
from tests.merge.test_restyled import COUNTED, STYLES, flaws_numbered

OURS = [task["heading"] for task in TASKS]


@pytest.mark.parametrize("own_at", range(4))
@pytest.mark.parametrize("count", ["三个", "四个"])
def test_an_item_of_the_hands_own_in_a_line_gets_a_number_when_the_others_do(own_at: int, count: str) -> None:
    desk = Desk(COUNTED, **flaws_numbered("none"))
    items = [*FLAWS[:own_at], "心不够齐", *FLAWS[own_at:]]
    desk.type("三个：底子还薄；路还不通；人手不够", f"{count}：{'；'.join(items)}").again(**flaws_numbered("一是"))
    stands = "；".join([number + item for number, item in zip(STYLES["一是"], items, strict=False)])
    assert desk.line("问题有") == f"问题有四个：{stands}。"
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []
    before = desk.text
    assert desk.again().text == before
    desk.again(**flaws_numbered("none"))
    assert desk.line("问题有") == f"问题有四个：{'；'.join(items)}。"


def test_two_items_of_the_hands_own_get_numbers_and_what_it_added_to_one_of_ours_gets_none() -> None:
    desk = Desk(COUNTED, **flaws_numbered("none"))
    desk.type("路还不通", "水不够喝；钱不够用；路还不通，山货烂在家里").again(**flaws_numbered("一是"))
    stands = "一是底子还薄；二是水不够喝；三是钱不够用；四是路还不通，山货烂在家里；五是人手不够。"
    assert desk.line("问题有") == f"问题有五个：{stands}"


@pytest.mark.parametrize("own_at", range(4))
def test_a_task_of_the_hands_own_gets_a_number_when_the_others_do(own_at: int) -> None:
    desk = Desk(enumerators={"tasks": "none"}).type("讲三点", "讲四点")
    if own_at < 3:
        at = desk.place(OURS[own_at])
        desk.file[at:at] = [Seen("管好山林"), Seen("山上的树一棵也不能少。")]
    else:
        desk.insert("农业局", "管好山林", "山上的树一棵也不能少。")
    desk.again(enumerators=None)
    stands = [line for line in desk.text.split("\n") if any(words in line for words in (*OURS, "管好山林"))]
    wanted = [*OURS[:own_at], "管好山林", *OURS[own_at:]]
    assert stands == [f"{number}、{line}" for number, line in zip("一二三四", wanted, strict=True)]
    assert "讲四点意见" in desk.text
    assert desk.told(Kind.MISFIT) == []


def test_a_number_that_comes_stands_before_a_word_that_comes_with_it() -> None:
    worded = OUTLINE.replace('heading: "{{ heading }}"', 'heading: "先{{ heading }}"')
    desk = Desk(enumerators={"tasks": "none"}).again(worded, enumerators=None)
    assert f"\n一、先{OURS[0]}\n" in desk.text
