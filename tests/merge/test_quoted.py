"""What the hand has copied of a long answer, in which another body is named now: the copy is told of."""

from __future__ import annotations

import pytest

from drafting.merge.model import Kind
from tests.merge.desk import Desk

_GOAL = "农民收入增长6%以上，县政府督查室每月通报进度，连续两次末位的，到县政府常务会议说明原因"
_NOW = _GOAL.replace("县政府督查室", "县委督查室")


def _copied(typed: str, now: str = _NOW) -> list[tuple[str, str, str]]:
    """What is told of copies, where the hand has put a paragraph of its own at the end: path, value now, and there."""
    desk = Desk(goal=_GOAL).insert("谢谢大家", typed).again(goal=now)
    assert typed in desk.text
    return [(entry.path, entry.text, entry.before) for entry in desk.told(Kind.COPY)]


@pytest.mark.parametrize("typed", ["再强调一遍：县政府督查室每月通报进度。", f"再强调一遍：{_GOAL}。", f"{_GOAL}。"])
def test_a_body_that_a_copied_sentence_names_is_told_of_when_the_answer_names_another(typed: str) -> None:
    assert _copied(typed) == [("goal", "县委督查室每月通报进度", "县政府督查室每月通报进度")]


def test_the_number_and_the_body_of_one_copied_sentence_are_both_told() -> None:
    told = _copied(f"再强调一遍：{_GOAL}。", _NOW.replace("6%", "7%"))
    assert sorted(told) == [("goal", "7%", "6%"), ("goal", "县委督查室每月通报进度", "县政府督查室每月通报进度")]


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ("县政府督查室每月通报进度。", _GOAL),
        ("县委督查室每月通报进度。", _NOW),
        ("县政府要每月通报进度。", _NOW),
        ("县政府督查室每月通报进度。", _GOAL.replace("县政府督查室每月通报进度", "每个乡镇自己算清进度账，自己公布")),
        ("县政府督查室每月通报进度。", f"{_GOAL}，{_NOW}"),
    ],
    ids=["nothing changed", "the hand has the new one", "own words", "another clause", "still said"],
)
def test_what_is_no_stale_copy_is_not_told_of(typed: str, now: str) -> None:
    assert _copied(typed, now) == []


def test_a_clause_that_only_stands_where_it_was_drafted_is_no_copy() -> None:
    desk = Desk(goal=_GOAL).type("心中有数", "心里有数").again(goal=_NOW)
    assert desk.told(Kind.COPY) == []
    assert "县委督查室每月通报进度" in desk.text
