"""A number said right before a list should be that of its items."""

from __future__ import annotations

import pytest

from drafting.check.counts import check_counts
from drafting.compose import compose
from drafting.loading import load_facts
from tests.helpers import draft, examples

_LIST = """
questions:
  said: {ask: 说什么, type: long}
  details: {ask: 分条, type: list}
parts:
  - move: tasks
    number: （一）
    text: "%s"
    parts:
      - each: details
        number: 1.
        inline: true
        text: "{{ item }}{%% if loop.last %%}。{%% else %%}；{%% endif %%}"
  - move: tasks
    number: （一）
    text: 强化保障。
"""


def _told(said: str, *details: str) -> list[str]:
    facts = f"said: {said}\ndetails: [{', '.join(details)}]"
    return [finding.message for finding in check_counts(draft(_LIST % "{{ said }}", facts))]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("要紧盯以下三项工程：", "三项工程"),
        ("要紧盯以下两项工程：", ""),
        ("在三个月内，要抓好工程：", ""),
        ("要在三个月内抓好：", ""),
        ("要抓好第三项工程：", ""),
        ("围绕三大目标、四项工程抓好：", ""),
        ("要紧盯三项工程。", ""),
        ("要抓好三四项工程：", ""),
        ("要做好三件大事：", "三件大事"),
    ],
)
def test_a_number_before_a_list_of_more_or_fewer_items_is_told(said: str, told: str) -> None:
    found = _told(said, "引水工程开工", "水库扩容")
    assert found == ([f"“{told}” is said here, and 2 follow."] if told else [])


def test_a_number_that_the_outline_counts_is_right() -> None:
    counted = draft(_LIST % "{{ said }}{{ below|count('项') }}工程：", "said: 抓好\ndetails: [引水, 蓄水, 节水]")
    assert not list(check_counts(counted))


def test_the_items_of_the_next_list_are_not_counted() -> None:
    assert not _told("要抓好两项工程：", "引水工程开工", "水库扩容")
    assert _told("要抓好两项工程：", "引水工程开工", "水库扩容", "渠道清淤") == [
        "“两项工程” is said here, and 3 follow."
    ]


@pytest.mark.slow
def test_nothing_is_told_of_the_examples() -> None:
    for path in (path for path in examples() if not path.stem.endswith("house")):
        loaded = load_facts(path)
        assert not list(check_counts(compose(loaded.prepared, loaded.facts, loaded.house).draft)), path.name
