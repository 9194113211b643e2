"""Wording may vary from row to row."""

from __future__ import annotations

from tests.helpers import draft

OUTLINE = """
    questions:
      tasks: {ask: 任务, type: table, columns: {heading: 标题, nature: 性质}}
    parts:
      - move: tasks
        each: tasks
        number: 第一，
        lead: "{{ heading }}。"
        text: |
          {% if loop.turn % 2 %}抓紧办。{% else %}马上办。{% endif %}
          {% if loop is first_of('nature') %}重在质量。{% endif %}
"""


def lines(*rows: tuple[str, str]) -> list[str]:
    cells = [f"{{heading: {heading}, nature: {nature}}}" for heading, nature in rows]
    return draft(OUTLINE, f"tasks: [{', '.join(cells)}]").text.split("\n")


def test_neighbouring_rows_take_different_turns() -> None:
    assert [line.split("。")[1] for line in lines(("修路", ""), ("架桥", ""), ("引水", ""))] == [
        "抓紧办",
        "马上办",
        "抓紧办",
    ]


def test_what_is_said_once_for_a_kind_is_said_with_the_first_row_of_it() -> None:
    said = lines(("修路", "工程"), ("架桥", "工程"), ("便民", "服务"), ("扫雪", ""), ("通电", "工程"))
    assert ["重在质量" in line for line in said] == [True, False, True, False, False]
