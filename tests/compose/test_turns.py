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


GROUPED = """
    questions:
      fields: {ask: 领域, type: list}
      tasks: {ask: 任务, type: table, columns: {heading: 标题, field: 领域, nature: 性质}}
    parts:
      - move: tasks
        each: fields
        as: field
        heading: "{{ field }}"
        parts:
          - each: tasks|where("field", field)
            key: tasks
            number: 第一，
            lead: "{{ heading }}。"
            text: 抓紧办。{% if loop is first_of('nature') %}重在质量。{% endif %}
"""


def test_what_is_said_once_for_a_kind_is_said_once_in_rows_under_several_headings() -> None:
    rows = ["修路, field: 城里, nature: 工程", "架桥, field: 乡下, nature: 工程", "便民, field: 乡下, nature: 服务"]
    facts = f"fields: [乡下, 城里]\ntasks: [{', '.join(f'{{heading: {row}}}' for row in rows)}]"
    said = {line: "重在质量" in line for line in draft(GROUPED, facts).text.split("\n") if "抓紧办" in line}
    assert list(said.values()) == [True, True, False], said
