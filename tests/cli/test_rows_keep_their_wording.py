"""A task put first, or last, or moved leaves the wording of the others as it stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from drafting.cli.commands import build

OUTLINE = """
title: 任务
use: 试验
numbering: [第一，]
questions:
  tasks: {ask: 任务, type: table, columns: {heading: 标题, nature: {ask: 性质, type: choice, choices: [工程, 服务]}}}
parts:
  - {move: title, text: 任务}
  - move: tasks
    each: tasks
    lead: "{{ heading }}。"
    text: |
      {% if loop.turn % 2 %}抓紧办{% else %}马上办{% endif %}。
      {% if loop is first_of('nature') %}重在{{ nature }}。{% endif %}
"""


def rows(*headings: str) -> str:
    lines = [f"  - {{heading: {heading}, nature: {'服务' if '便' in heading else '工程'}}}" for heading in headings]
    return "outline: ./t.outline.yaml\ntasks:\n" + "\n".join(lines) + "\n"


def write(*options: str) -> int:
    return CliRunner().invoke(build(), ["write", "t.yaml", *options]).exit_code


def bodies(file: str) -> dict[str, str]:
    """What stands behind each heading."""
    lines = [line.split("，", 1)[1] for line in [p.text for p in Document(file).paragraphs[1:]]]
    return {line.split("。", 1)[0]: line.split("。", 1)[1] for line in lines}


@pytest.mark.parametrize(
    "later",
    [
        ("通电", "修路", "架桥", "便民", "引水"),
        ("引水", "便民", "架桥", "修路"),
        ("修路", "通电", "便民", "引水"),
    ],
)
def test_rows_that_stay_are_not_reworded_when_others_come_go_or_move(
    later: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.outline.yaml").write_text(OUTLINE, "utf-8")
    Path("t.yaml").write_text(rows("修路", "架桥", "便民", "引水"), "utf-8")
    assert write() == 0
    before = bodies("t.docx")
    Path("t.yaml").write_text(rows(*later), "utf-8")
    assert write("--no-track") == 0
    after = bodies("t.docx")
    assert list(after) == list(later)
    assert {heading: said for heading, said in after.items() if heading in before} == {
        heading: said for heading, said in before.items() if heading in after
    }
    bytes_before = Path("t.docx").read_bytes()
    assert write() == 0
    assert Path("t.docx").read_bytes() == bytes_before
