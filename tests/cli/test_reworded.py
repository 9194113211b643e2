"""A wording that meets a hand, and what becomes of the conflict when the wording is taken back or gives way again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hands import by_hand, replaced
from tests.cli.office import OUTLINE, an_office, comments, merged
from tests.command import run

WORDING = "让我们一起把今年的事情办好，谢谢大家！"

PLAIN = "大家要心中有数，一步一步往前走，年底以前见到成效，到时候请群众来评判。"
OTHER = "路要一程一程地赶，账要一笔一笔地算，做成几件是几件，谁也不许拿空话来交差。"


def _worded(words: str) -> None:
    """The closing of the outline gets another wording."""
    Path("outlines/small.yaml").write_text(OUTLINE.replace(WORDING, words), "utf-8")


def test_a_conflict_about_a_wording_that_is_given_no_more_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, OUTLINE.replace(WORDING, PLAIN))
    by_hand(replaced("见到成效", "见到实效"))
    _worded(OTHER)
    assert run("write", "facts.yaml").exit_code == 1
    assert len(comments()) == 1
    _worded(PLAIN)
    assert run("write", "facts.yaml").exit_code == 0
    assert comments() == []
    account = merged()
    assert [(one["before"], one["text"]) for one in account["kept"]] == [("成", "实")]
    assert account["conflicts"] == []
