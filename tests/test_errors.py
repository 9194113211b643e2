"""Errors for people: where, what, and the nearest name."""

from __future__ import annotations

import pytest

from drafting.errors import Fault, UserError, nearest


@pytest.mark.parametrize(
    ("fault", "shown"),
    [
        (Fault("错了。", "a.yaml", 3, 7), "a.yaml:3:7: 错了。"),
        (Fault("错了。", "a.yaml", 3), "a.yaml:3: 错了。"),
        (Fault("错了。", "a.yaml"), "a.yaml: 错了。"),
        (Fault("错了。"), "错了。"),
    ],
    ids=["line and column", "line", "file", "nowhere"],
)
def test_a_fault_says_where_it_is_as_far_as_that_is_known(fault: Fault, shown: str) -> None:
    assert str(fault) == shown


@pytest.mark.parametrize("given", ["错了。", Fault("错了。"), [Fault("错了。")]], ids=["text", "fault", "list"])
def test_an_error_is_made_of_a_text_a_fault_or_several(given: str | Fault | list[Fault]) -> None:
    assert UserError(given).faults == (Fault("错了。"),)


def test_an_error_shows_every_fault_on_a_line_of_its_own() -> None:
    assert str(UserError([Fault("一"), Fault("二", "f", 1)])) == "一\nf:1: 二"


@pytest.mark.parametrize(("name", "hint"), [("heding", " Did you mean “heading”?"), ("zzz", "")])
def test_the_nearest_name_is_offered_if_there_is_one_like_it(name: str, hint: str) -> None:
    assert nearest(name, ["heading", "text"]) == hint
