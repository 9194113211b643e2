"""A list in a sentence that the hand has put into another order: its entries are known by what they say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.hands import by_hand, replaced
from tests.cli.office import an_office, facts, merged, texts
from tests.command import run

_OUTLINE = """
title: 小会讲话
questions:
  meeting: {ask: 会议全称, required: true}
  results: {ask: 成绩, type: list}
parts:
  - {move: title, text: "在{{ meeting }}上的讲话"}
  - {move: achievements, text: "大家的汗水换来了实打实的成绩：{{ results|join_clauses }}。这些成绩来之不易，值得珍惜。"}
"""
_CANALS, _WELLS, _SCHOOL = "清淤干渠46公里，卡口全部打通", "新打机井29眼，都已通电", "培训管水员218名"
_GIVEN = f"outline: small\nmeeting: 全县水利工作会议\nresults:\n  - {_CANALS}\n  - {_WELLS}\n  - {_SCHOOL}\n"
_AS_DRAFTED = f"{_CANALS}；{_WELLS}；{_SCHOOL}。"


@pytest.fixture(autouse=True)
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, _OUTLINE, _GIVEN)


def _offered() -> dict[str, str]:
    return {one["path"]: one["value"] for one in json.loads(run("facts", "facts.yaml", "--json").stdout)["by_hand"]}


def test_entries_turned_round_in_a_sentence_have_moved_and_none_has_another_value() -> None:
    by_hand(replaced(_AS_DRAFTED, f"{_SCHOOL}；{_WELLS}；{_CANALS}。"))
    assert _offered() == {}
    account = merged()
    assert account["differs"] == []
    assert {(one["text"], one["before"]) for one in account["kept"]} == {(_SCHOOL, _SCHOOL), (_CANALS, _CANALS)}


def test_taking_all_back_from_a_list_turned_round_neither_drops_nor_doubles_an_entry() -> None:
    by_hand(replaced(_AS_DRAFTED, f"{_SCHOOL}；{_WELLS}；{_CANALS}。"))
    merged()
    run("facts", "facts.yaml", "--take-all")
    assert Path("facts.yaml").read_text("utf-8").endswith(_GIVEN.split("\n", 2)[2])
    facts("培训管水员218名", "培训管水员226名")
    merged()
    assert (
        texts()[-1]
        == f"大家的汗水换来了实打实的成绩：培训管水员226名；{_WELLS}；{_CANALS}。这些成绩来之不易，值得珍惜。"
    )


def test_an_entry_that_the_hand_moved_and_changed_is_offered_as_its_own_and_not_as_its_neighbour() -> None:
    by_hand(replaced(_AS_DRAFTED, f"培训管水员226名；{_WELLS}；{_CANALS}。"))
    assert _offered() == {"results[3]": "培训管水员226名"}


def test_an_entry_taken_out_of_a_list_turned_round_is_told_as_taken_out() -> None:
    by_hand(replaced(_AS_DRAFTED, f"{_SCHOOL}；{_CANALS}。"))
    assert _offered() == {}
    assert [(one["path"], one["text"]) for one in merged()["deleted_by_hand"]] == [("results[2]", _WELLS)]


def test_an_entry_taken_out_of_a_list_turned_round_stays_out_when_the_facts_change_it() -> None:
    by_hand(replaced(_AS_DRAFTED, f"{_SCHOOL}；{_CANALS}。"))
    facts("新打机井29眼", "新打机井31眼")
    account = merged()
    assert account["conflicts"] == []
    assert [(one["path"], one["before"]) for one in account["deleted_by_hand"]] == [("results[2]", _WELLS)]
    assert "机井" not in texts()[-1]


def test_an_entry_that_moved_and_whose_number_changed_in_the_facts_is_not_told_as_taken_out() -> None:
    by_hand(replaced(_AS_DRAFTED, f"{_WELLS}；{_CANALS}。"))
    facts("清淤干渠46公里", "清淤干渠47公里")
    account = merged()
    assert [one["path"] for one in account["deleted_by_hand"]] == ["results[3]"]
    assert not [one for one in account["kept"] if not one["text"]]
    assert f"{_WELLS}；清淤干渠47公里，卡口全部打通。" in texts()[-1]
