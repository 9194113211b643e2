"""Entries and rows of a facts file that come, go and move take their comments with them."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.facts.edit import moved, with_answer, without_answer
from tests.facts.by_hand import FACTS, changed_lines, data


def test_a_list_that_loses_its_last_entry_is_empty_and_not_unanswered() -> None:
    assert without_answer("thanks:\n  - 甲\ntone: 平实\n", "thanks[1]") == "thanks: []\ntone: 平实\n"


def test_a_row_is_moved_with_the_comments_in_its_lines() -> None:
    after = moved(FACTS, "agenda[1]", 2)
    assert after.index("乙, did") < after.index("甲, did: 宣读}   # 先")
    assert sorted(after) == sorted(FACTS)


def test_a_list_whose_dashes_stand_below_their_key_stays_so() -> None:
    text = "rows:\n- 甲  # 一\n- 乙\nb: 2\n"
    assert with_answer(text, "rows[+]", "丙") == "rows:\n- 甲  # 一\n- 乙\n- 丙\nb: 2\n"
    assert with_answer(text, "c", ["丁"]) == text + "c:\n- 丁\n"
    assert with_answer(text, "rows", {"x": "1"}) == "rows:\n  x: 1\nb: 2\n"


def test_rows_that_stay_keep_their_writing_when_a_table_is_set_whole() -> None:
    rows = data(FACTS)["tasks"]
    after = with_answer(FACTS, "tasks", [*rows, {"heading": "治山", "measures": ["三"]}])
    assert changed_lines(FACTS, after) == ([], ["  - heading: 治山", "    measures:", "      - 三"])


_ENTRIES = st.lists(
    st.sampled_from(["甲", "'乙'", "{a: 1}", '"丙"  # 注', "|\n    丁\n    戊", "x: 1\n    y: [2, 3] # 注"])
)


@settings(max_examples=80)
@given(_ENTRIES.filter(bool), st.data())
def test_moving_and_taking_out_leave_the_other_entries_as_they_are_written(entries: list[str], choice: Any) -> None:
    text = "a: 1  # 前\nrows:\n" + "".join(f"  - {entry}\n" for entry in entries) + "\n# 后\nb: 2\n"
    place = choice.draw(st.integers(1, len(entries)))
    to = choice.draw(st.integers(1, len(entries)))
    order = [*entries]
    order.insert(to - 1, order.pop(place - 1))
    after = moved(text, f"rows[{place}]", to)
    assert after == "a: 1  # 前\nrows:\n" + "".join(f"  - {entry}\n" for entry in order) + "\n# 后\nb: 2\n"
    rest = [*entries]
    del rest[place - 1]
    without = without_answer(text, f"rows[{place}]")
    if rest:
        assert without == "a: 1  # 前\nrows:\n" + "".join(f"  - {entry}\n" for entry in rest) + "\n# 后\nb: 2\n"
    else:
        assert without.startswith("a: 1  # 前\nrows: []")
        assert without.endswith("\n# 后\nb: 2\n")


def test_a_comment_right_above_a_row_goes_where_the_row_goes() -> None:
    text = (
        "tasks:\n  # 先\n  - heading: 甲  # 甲注\n  # 后\n  - heading: 乙\n    # 内注\n    owner: 局\n  - heading: 丙\n"
    )
    assert moved(text, "tasks[1]", 3) == (
        "tasks:\n  # 后\n  - heading: 乙\n    # 内注\n    owner: 局\n  - heading: 丙\n  # 先\n  - heading: 甲  # 甲注\n"
    )
