"""Wording may vary from row to row, and stays with the row when others come and go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.compose.turns import Turns
from drafting.compose.wordings import by_seed
from tests.helpers import draft

KEYS = st.lists(st.integers(0, 99).map(lambda n: f"tasks/任务{n}"), min_size=1, max_size=12, unique=True)
OUTLINE = """
    questions:
      tasks: {ask: 任务, type: table, columns: {heading: 标题}}
    parts:
      - move: tasks
        each: tasks
        number: 第一，
        lead: "{{ heading }}。"
        text: "{% if loop.turn % 2 %}抓紧办。{% else %}马上办。{% endif %}{% if loop.slot == 1 %}这是头等大事。{% endif %}"
"""
ROWS = ["修路", "架桥", "引水", "通电", "建校", "植树", "清淤"]


@given(KEYS, st.integers(0, 9))
def test_every_row_has_a_slot_of_its_own(keys: list[str], seed: int) -> None:
    assert sorted(Turns(keys, by_seed(seed, {})).slots) == list(range(1, len(keys) + 1))


@given(KEYS, st.integers(0, 9))
def test_a_turn_belongs_to_the_row_and_not_to_its_place(keys: list[str], seed: int) -> None:
    pick = by_seed(seed, {})
    there, turned = Turns(keys, pick), Turns(keys[::-1], pick)
    assert [there.turn(n) for n in range(len(keys))] == [turned.turn(n) for n in range(len(keys))][::-1]
    assert there.slots == turned.slots[::-1]


def test_a_row_put_first_leaves_most_slots_as_they_are() -> None:
    kept = [
        sum(a == b for a, b in zip(Turns(ROWS, pick).slots, Turns(["新任务", *ROWS], pick).slots[1:], strict=True))
        for pick in (by_seed(seed, {}) for seed in range(100))
    ]
    assert sum(kept) > 0.6 * 100 * len(ROWS)


def test_a_task_put_first_does_not_reword_the_others() -> None:
    def lines(rows: list[str]) -> list[str]:
        text = draft(OUTLINE, "tasks: [" + ", ".join(f"{{heading: {row}}}" for row in rows) + "]").text
        return [line.split("，", 1)[1].removesuffix("这是头等大事。") for line in text.split("\n")]

    assert lines(["新事", *ROWS])[1:] == lines(ROWS)
    assert len({line.split("。")[1] for line in lines(ROWS)}) == 2
    assert draft(OUTLINE, "tasks: [{heading: 修路}, {heading: 架桥}]").text.count("头等大事") == 1
