"""Entries of lists that the hand put in or took out are told where values by hand are offered to the facts file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.hands import by_hand, replaced
from tests.cli.office import an_office, facts, merged
from tests.command import run

_OUTLINE = """
title: 小会讲话
numbering: [一、, 一是]
questions:
  meeting: {ask: 会议全称, required: true}
  measures: {ask: 措施, type: list}
parts:
  - {move: title, text: "在{{ meeting }}上的讲话"}
  - {move: tasks, text: "要办这几件事："}
  - {move: tasks, each: measures, inline: true, number: 一是, between: ；, text: "{{ item }}"}
"""
_GIVEN = "outline: small\nmeeting: 全县水利工作会议\nmeasures: [修订预案和名单, 备足抢险物资, 排查薄弱堤段]\n"


_NOT_TAKEN = "Entries of lists are not taken back from the file: write them into the facts file, or take them out."


@pytest.fixture(autouse=True)
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, _OUTLINE, _GIVEN)
    assert _told() == ["No answer was changed by hand."]


def _told(*options: str) -> list[str]:
    return run("facts", "facts.yaml", *options).stdout.splitlines()


def _as_data() -> list[tuple[str, str, bool]]:
    data = json.loads(run("facts", "facts.yaml", "--json").stdout)
    return [(one["path"], one["text"], one["new"]) for one in data["entries"]]


def test_an_entry_that_the_hand_put_into_a_list_is_told_until_the_facts_have_it() -> None:
    by_hand(replaced("二是备足", "二是修好预警广播；三是备足"), replaced("三是排查", "四是排查"))
    for options in ((), ("--take-all",)):
        assert _told(*options) == [
            "measures[+]: put in by hand, the facts file does not have it: 修好预警广播",
            _NOT_TAKEN,
        ]
    assert _as_data() == [("measures[+]", "修好预警广播", True)]
    facts("备足抢险物资", "修好预警广播, 备足抢险物资")
    merged()
    assert _told() == ["No answer was changed by hand."]


def test_an_entry_that_the_hand_took_out_of_a_list_is_told_until_the_facts_have_it_no_more() -> None:
    by_hand(replaced("二是备足抢险物资；", ""), replaced("三是排查", "二是排查"))
    for options in ((), ("--take-all",)):
        assert _told(*options) == [
            "measures[2]: taken out by hand, the facts file still has it: 备足抢险物资",
            _NOT_TAKEN,
        ]
    assert _as_data() == [("measures[2]", "备足抢险物资", False)]
    facts("备足抢险物资, ", "")
    merged()
    assert _told() == ["No answer was changed by hand."]


_IN_A_SENTENCE = """
title: 小会讲话
questions:
  meeting: {ask: 会议全称, required: true}
  problems: {ask: 问题, type: list}
parts:
  - {move: title, text: "在{{ meeting }}上的讲话"}
  - {move: shortcomings, text: "工作中还有短板：{{ problems|join_clauses }}。这些都要认真解决。"}
"""
_PROBLEMS = (
    "outline: small\nmeeting: 全县水利工作会议\nproblems: [管护责任不清，漏水无人问, 渠道淤积较重, 水费收缴偏低]\n"
)


@pytest.fixture
def in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "sentence"
    folder.mkdir()
    monkeypatch.chdir(folder)
    an_office(folder, _IN_A_SENTENCE, _PROBLEMS)


def test_an_entry_that_the_hand_put_into_a_list_in_a_sentence_is_told(in_a_sentence: None) -> None:
    by_hand(replaced("渠道淤积较重；", "渠道淤积较重；预警广播不响；"))
    assert _as_data() == [("problems[+]", "预警广播不响", True)]
    facts("渠道淤积较重, ", "渠道淤积较重, 预警广播不响, ")
    merged()
    assert _as_data() == []


def test_a_sentence_that_the_hand_put_behind_a_list_is_no_entry_of_it(in_a_sentence: None) -> None:
    by_hand(replaced("水费收缴偏低。", "水费收缴偏低。群众对此有意见。"))
    assert _as_data() == []


def test_an_entry_that_the_hand_took_out_of_a_list_in_a_sentence_is_told(in_a_sentence: None) -> None:
    by_hand(replaced("渠道淤积较重；", ""))
    assert _as_data() == [("problems[2]", "渠道淤积较重", False)]
    facts("渠道淤积较重, ", "")
    merged()
    assert _as_data() == []


def test_an_entry_that_the_hand_put_in_behind_the_last_of_a_numbered_list_is_told() -> None:
    by_hand(replaced("三是排查薄弱堤段", "三是排查薄弱堤段；四是修好预警广播"))
    assert _as_data() == [("measures[+]", "修好预警广播", True)]
