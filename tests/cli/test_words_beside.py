"""Words by hand beside a value that say how near it is, 超过12.5亿元, when the value changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hands import by_hand, replaced
from tests.cli.office import OUTLINE, an_office, facts, merged, texts
from tests.command import run


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path)


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("刚过12.5亿元", "刚过"),
        ("首次突破12.5亿元", "突破"),
        ("12.5亿元以上", "以上"),
        ("高达12.5亿元", "高达"),
        ("已达到12.5亿元", "已达到"),
        ("只有12.5亿元", "只有"),
    ],
)
def test_what_the_hand_says_of_how_near_a_number_is_is_to_be_checked_when_the_number_changes(
    office: None, typed: str, note: str
) -> None:
    by_hand(replaced("12.5亿元", typed))
    facts("12.5亿元", "11.8亿元")
    assert [found.get("note") for found in merged("--dry-run")["updated"]] == [
        f"check whether “{note}” beside it still fits"
    ]
    assert f"[check whether “{note}” beside it still fits]" in run("write", "facts.yaml").output
    assert typed.replace("12.5", "11.8") in "".join(texts())


def test_what_the_wording_says_beside_a_number_is_not_the_hand_s_to_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    an_office(tmp_path, OUTLINE.replace("投资{{ sum }}", "投资超过{{ sum }}"))
    facts("12.5亿元", "11.8亿元")
    assert [found.get("note") for found in merged()["updated"]] == [None]
