"""A title only, put in by hand as an item: what the facts then say of it comes in behind it, and it stands once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafting.merge.model import Kind
from tests.merge.desk import FLAWS, OUTLINE, TASKS, Desk

LAKE = {"heading": "治好一湖清水", "why": "湖水一年比一年浑", "owner": "环保局"}
BODY = "湖水一年比一年浑。这项工作由环保局牵头，年底见到成效。"
LED = OUTLINE.replace(
    'heading: "{{ heading }}", text: "{{ why }}', 'number: （一）, lead: "{{ heading }}。", text: "{{ why }}'
)


@pytest.mark.parametrize(
    ("by_hand", "stands"),
    [
        ("（四）治好一湖清水。", f"（四）治好一湖清水。{BODY}"),
        ("（四）治好一湖清水", f"（四）治好一湖清水。{BODY}"),
        ("（四）治好一湖清水：", f"（四）治好一湖清水：{BODY}"),
    ],
)
def test_a_title_only_put_in_by_hand_stands_once_and_the_body_comes_in_behind_it(by_hand: str, stands: str) -> None:
    desk = Desk(LED).insert("农业局", by_hand).type("三点", "四点").again(tasks=[*TASKS, LAKE])
    assert desk.line("治好一湖清水") == stands
    assert "我讲四点意见" in desk.text
    assert desk.told(Kind.CONFLICT) == desk.told(Kind.MISFIT) == []
    before = desk.text
    desk.again()
    assert desk.text == before
    desk.again(tasks=[*TASKS, {**LAKE, "owner": "水务局"}])
    assert "这项工作由水务局牵头，年底见到成效。" in desk.line("治好一湖清水")


def test_where_the_facts_have_the_point_elsewhere_it_stays_where_the_hand_has_put_it_and_the_numbers_run_on() -> None:
    desk = Desk(LED).insert("水务局", "（二）治好一湖清水。").again(tasks=[*TASKS, LAKE])
    assert desk.line("治好一湖清水") == f"（二）治好一湖清水。{BODY}"
    assert [desk.line(task["heading"])[:3] for task in TASKS] == ["（一）", "（三）", "（四）"]
    assert "我讲四点意见" in desk.text


def test_a_title_before_which_word_counts_gets_the_body_and_no_number() -> None:
    desk = Desk(LED).insert("农业局", "治好一湖清水。")
    desk.file = [
        replace(seen, text=seen.text[3:], label=seen.text[:3]) if seen.text.startswith("（") else seen
        for seen in desk.file
    ]
    at = desk.place("治好一湖清水")
    desk.file[at] = replace(desk.file[at], label="（四）")
    desk.again(tasks=[*TASKS, LAKE])
    assert desk.line("治好一湖清水") == f"治好一湖清水。{BODY}"
    assert "我讲四点意见" in desk.text
    before = desk.text
    assert desk.again().text == before


@pytest.mark.parametrize(
    "own", [["（四）治好一湖清水。这件事我来抓。"], ["（四）治好一湖清水。", "这件事我来抓，谁也别拖。"]]
)
def test_a_title_of_which_the_hand_says_something_itself_stands_once_and_is_a_conflict(own: list[str]) -> None:
    desk = Desk(LED).insert("农业局", *own).again(tasks=[*TASKS, LAKE])
    assert desk.text.count("治好一湖清水") == 1
    assert "\n".join(own) in desk.text
    assert BODY in desk.told(Kind.CONFLICT)[0].text


def test_a_title_that_the_hand_copied_from_another_item_is_not_that_of_the_new_one() -> None:
    desk = Desk(LED).insert("农业局", "（四）治好一湖清水。").insert("治好一湖清水", "（五）治好一湖清水。")
    desk.again(tasks=[*TASKS, LAKE])
    assert desk.text.count(BODY) == 1
    assert desk.text.count("治好一湖清水") == 3


COUNTED = OUTLINE.replace("问题也不少：", "问题有{{ flaws|count('个') }}：")
CARDS = "防汛明白卡没有编印，2600户还不知道"


@pytest.mark.parametrize("flaws", [[*FLAWS, CARDS], [CARDS, *FLAWS]])
def test_an_item_in_a_line_of_which_the_hand_put_in_the_first_clause_stands_once_and_is_filled(
    flaws: list[str],
) -> None:
    desk = Desk(COUNTED).type("三是人手不够。", "三是人手不够；四是防汛明白卡没有编印。").again(flaws=flaws)
    assert desk.line("问题有") == f"问题有四个：一是底子还薄；二是路还不通；三是人手不够；四是{CARDS}。"
    assert desk.told(Kind.CONFLICT) == []
    before = desk.text
    desk.again()
    assert desk.text == before


@pytest.mark.parametrize(
    ("own", "kind"), [("户户都要发到", Kind.CONFLICT), ("印了2500张", Kind.CONFLICT), ("", Kind.UPDATED)]
)
def test_an_item_in_a_line_that_begins_alike_stands_once_and_what_differs_is_told(own: str, kind: Kind) -> None:
    by_hand = "，".join(filter(None, ["防汛明白卡没有编印", own]))
    desk = (
        Desk(COUNTED)
        .type("三是人手不够。", f"三是人手不够；四是{by_hand}。")
        .again(flaws=[FLAWS[0], CARDS, *FLAWS[1:]])
    )
    assert desk.text.count("防汛明白卡") == 1
    assert by_hand in desk.text
    assert "问题有四个" in desk.text
    assert [entry.path for entry in desk.told(kind) if entry.path != "flaws"] == ["flaws[2]"]


def test_two_items_of_the_base_and_the_hand_that_begin_alike_stay_two() -> None:
    flaws = [*FLAWS, "防汛明白卡没有编印，干部还在等"]
    desk = Desk(COUNTED, flaws=flaws).type("干部还在等。", "干部还在等；五是防汛明白卡没有编印，责任没有落实。")
    desk.again(flaws=[CARDS, *flaws])
    assert desk.text.count("防汛明白卡没有编印") == 3
