"""Enumerators chosen otherwise where the entries have headings: on lines of their own, or run into the text."""

from __future__ import annotations

import pytest

from drafting.draft import Draft
from tests.helpers import draft

OUTLINE = """
numbering: [一、, 第一，]
questions:
  tasks: {ask: 任务, type: table, columns: {heading: 标题, how: 办法}}
parts:
  - move: tasks
    key: plan
    heading: 干今年
    parts:
      - each: tasks
        heading: "{{ heading }}"
        parts: [{key: how, text: "要抓紧办。{{ how }}\\n\\n办完再看。"}, {key: last, text: 不许拖。}]
  - {move: closing, key: end, heading: 最后说一句, text: 谢谢！}
"""
FACTS = "tasks: [{heading: 修路, how: 早修}, {heading: 架桥, how: 早架}]"


def made(chosen: str, answers: str = FACTS, text: str = OUTLINE) -> Draft:
    """The draft with the enumerators `chosen` in the facts file."""
    return draft(text, f"{answers}\nenumerators: {chosen or '{}'}\n")


def test_headings_on_lines_of_their_own_keep_them_with_an_enumerator_that_can_have_one() -> None:
    now = made("{tasks: 1.}")
    assert now.text.splitlines()[:3] == ["一、干今年", "1.修路", "要抓紧办。早修。"]
    assert [block.text for block in now.blocks if block.is_heading] == [
        "一、干今年",
        "1.修路",
        "2.架桥",
        "二、最后说一句",
    ]


@pytest.mark.parametrize(("chosen", "markers"), [("一是", ("一是", "二是")), ("首先，", ("首先，", "其次，"))])
def test_headings_run_into_the_text_where_the_enumerator_never_has_a_line(
    chosen: str, markers: tuple[str, str]
) -> None:
    now = made(f"{{tasks: '{chosen}'}}")
    first, second = markers
    assert now.text.splitlines() == [
        "一、干今年",
        f"{first}修路。要抓紧办。早修。",
        "办完再看。",
        "不许拖。",
        f"{second}架桥。要抓紧办。早架。",
        "办完再看。",
        "不许拖。",
        "二、最后说一句",
        "谢谢！",
    ]
    run_in = next(block for block in now.blocks if block.marker == first)
    assert "".join(span.text for span in run_in.spans[: run_in.heading]) == "修路。"
    assert not run_in.is_heading


def test_main_points_run_in_with_their_own_text() -> None:
    now = made("{points: 一是}")
    assert now.text.splitlines()[-1] == "二是最后说一句。谢谢！"
    assert now.blocks[-1].key == "end"


def test_wordings_are_the_same_whatever_the_number() -> None:
    ways = OUTLINE.replace("不许拖。", "'{% wording %}甲{% or %}乙{% or %}丙{% endwording %}'")
    for seed in range(8):
        answers = f"seed: {seed}\n{FACTS}"
        plain, now = made("", answers, ways), made("{tasks: 一是}", answers, ways)
        assert [b.text for b in plain.blocks if b.key.endswith("last")] == [
            b.text for b in now.blocks if b.key.endswith("last")
        ]
