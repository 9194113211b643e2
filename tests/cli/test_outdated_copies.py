"""What the hand has said too, in a sentence of its own, is told as long as it is not as the facts are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hands import by_hand, replaced
from tests.cli.office import FILE, facts, merged
from tests.command import run

_FACTS = """outline: small
meeting: 全县水利工作会议
sum: 12.5亿元
owner: 县水务局
tasks:
  - {heading: 把病险水库修好, how: 汛期以前修好9座病险水库}
  - {heading: 把灌溉渠道疏通, how: 427名河长各管一条渠}
"""

pytestmark = pytest.mark.usefixtures("office")


def _copies(*options: str) -> list[tuple[str, str]]:
    return [(one["before"], one["text"]) for one in merged(*options)["copies"]]


def _with_own_sentence(words: str) -> None:
    Path("facts.yaml").write_text(_FACTS, "utf-8")
    merged()
    by_hand(replaced("让我们一起", f"{words}一样都不能少。让我们一起"))
    assert _copies() == []


def test_a_stale_value_in_the_hands_own_sentence_is_told_at_each_run_as_long_as_it_is_stale() -> None:
    _with_own_sentence("9座病险水库，427名河长，")
    facts("9座", "8座")
    facts("427名", "431名")
    stale = {("9座", "8座"), ("427名", "431名")}
    assert set(_copies()) == stale
    before = FILE.read_bytes()
    for options in ((), ("--dry-run",), ()):
        assert set(_copies(*options)) == stale
        assert FILE.read_bytes() == before
    assert "the copy has “427名”, the other “431名” [427名河长]" in run("compare", "facts.yaml", "facts.docx").stdout
    facts("431名", "435名")
    assert set(_copies()) == {("9座", "8座"), ("427名", "435名")}
    by_hand(replaced("427名河长，一样", "435名河长，一样"))
    assert _copies() == [("9座", "8座")]


def test_it_is_told_no_longer_when_the_facts_say_so_again_or_the_sentence_is_gone() -> None:
    _with_own_sentence("9座病险水库，427名河长，")
    facts("9座", "8座")
    facts("427名", "431名")
    merged()
    facts("8座", "9座")
    assert _copies() == [("427名", "431名")]
    by_hand(replaced("427名河长，一样都不能少。", ""))
    assert _copies() == _copies() == []


def test_it_is_told_when_a_row_has_come_before_that_of_the_value() -> None:
    _with_own_sentence("427名河长，")
    facts("427名", "431名")
    merged()
    facts("tasks:\n", "tasks:\n  - {heading: 把山塘清出来, how: 入冬以前清完}\n")
    assert [(one["before"], one["text"], one["path"]) for one in merged()["copies"]] == [
        ("427名", "431名", "tasks[3].how")
    ]


def test_another_body_in_a_copied_sentence_is_told_until_the_copy_names_it_too() -> None:
    _with_own_sentence("")
    facts("427名河长各管一条渠", "427名河长各管一条渠，县政府督查室每月通报进度，年底再逐条算账")
    merged()
    by_hand(replaced("让我们一起", "县政府督查室每月通报进度。让我们一起"))
    assert _copies() == []
    facts("县政府督查室", "县委督查室")
    stale = "县政府督查室每月通报进度"
    assert _copies() == _copies() == [(stale, "县委督查室每月通报进度")]
    facts("县委督查室", "县纪委督查室")
    assert _copies() == _copies() == [(stale, "县纪委督查室每月通报进度")]
    by_hand(replaced("县政府督查室每月通报进度。让", "县纪委督查室每月通报进度。让"))
    assert _copies() == _copies() == []


def test_it_is_told_no_longer_when_the_facts_name_the_body_of_the_copy_again() -> None:
    _with_own_sentence("")
    facts("427名河长各管一条渠", "427名河长各管一条渠，县政府督查室每月通报进度，年底再逐条算账")
    merged()
    by_hand(replaced("让我们一起", "县政府督查室每月通报进度。让我们一起"))
    facts("县政府督查室", "县委督查室")
    assert len(_copies()) == 1
    facts("县委督查室", "县政府督查室")
    assert _copies() == _copies() == []
