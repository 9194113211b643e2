"""Names stand under one another on a terminal, in whatever script they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.chinese.columns import padded, width
from tests.command import run


def test_a_chinese_character_takes_two_columns() -> None:
    assert [width(text) for text in ("", "abc", "会议", "第1次（略）")] == [0, 3, 4, 11]


@pytest.mark.parametrize("name", ["opinion", "茶业大会", "全县农村人居环境整治现场推进会"])
def test_what_is_filled_up_ends_at_its_column_or_has_a_blank_behind_it(name: str) -> None:
    assert width(padded(name, 22)) == max(22, width(name) + 1)
    assert padded(name, 22).strip() == name


def test_titles_of_outlines_stand_under_one_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("outlines").mkdir()
    Path("outlines/茶业大会.yaml").write_text("title: 茶业大会讲话\nparts: [{move: opening, text: 开会。}]\n", "utf-8")
    lines = run("outlines").stdout.splitlines()
    own = next(line for line in lines if "茶业大会讲话" in line)
    shipped = next(line for line in lines if "年度工作会议讲话" in line)
    assert width(own[: own.index("茶业大会讲话")]) == width(shipped[: shipped.index("年度工作会议讲话")])
