"""A file whose facts name another outline now: the same speech is brought up to date, another one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.hands import by_hand, replaced
from tests.cli.office import CANALS, FILE, OUTLINE, facts, merged, texts
from tests.command import run

pytestmark = pytest.mark.usefixtures("office")
BY_HAND = replaced("干渠由县里清淤", "干渠由我带队清淤")


def other_outline(*changes: tuple[str, str]) -> None:
    """The facts name another outline, which is a copy with some changes."""
    text = OUTLINE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    Path("mine.yaml").write_text(text, "utf-8")
    facts("outline: small", "outline: mine.yaml")


def test_a_file_whose_outline_was_copied_and_changed_a_little_is_brought_up_to_date() -> None:
    by_hand(BY_HAND)
    other_outline(("多得多", "多得多了"))
    facts("12.5亿元", "13亿元")
    assert [entry["text"] for entry in merged()["updated"]] == ["13亿元", "了"]
    assert "干渠由我带队清淤，支渠由乡镇清淤。" in texts()
    assert "Nothing to change" in run("write", "facts.yaml").stdout


def test_the_facts_of_another_speech_are_refused() -> None:
    other_outline(("今年全县水利计划完成投资", "办学花了"), ("把今年的事情办好", "教好书"))
    facts("把病险水库修好, how: 汛期以前五座水库全部开工", "建好村小, how: 秋季开学时三所小学搬进新校舍")
    facts(CANALS, "  - {heading: 配齐老师, how: 每个班都有音乐老师和体育老师}\n")
    before = FILE.read_bytes()
    done = run("write", "facts.yaml")
    assert done.exit_code == 2
    assert "drafted from the outline “small”, the facts are for “mine.yaml”" in done.stderr
    assert FILE.read_bytes() == before


def test_where_hardly_a_word_of_the_outline_is_the_same_the_old_facts_tell_what_is_by_hand() -> None:
    Path("old.yaml").write_bytes(Path("facts.yaml").read_bytes())
    by_hand(BY_HAND)
    other_outline(
        ("今年全县水利计划完成投资{{ sum }}，比去年多得多，", "钱一共是{{ sum }}，"),
        ("牵头实施。下面，我讲", "来花。要说的有"),
        ("让我们一起把今年的事情办好，谢谢大家", "散会"),
    )
    facts("把病险水库修好, how: 汛期以前五座水库全部开工", "人人都管水库, how: 每座都有人看")
    refused = run("write", "facts.yaml")
    assert refused.exit_code == 2
    assert "add --was OLD.yaml" in refused.stderr
    done = run("write", "facts.yaml", "--was", "old.yaml")
    assert done.exit_code == 0, done.output
    assert {"干渠由我带队清淤，支渠由乡镇清淤。", "每座都有人看。", "散会！"} <= set(texts())
