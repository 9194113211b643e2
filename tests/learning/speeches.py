"""Speeches to learn from: studied ones, those of our own outlines, and made-up ones."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from drafting.compose import compose
from drafting.draft import Block, Draft, Move, Role, Source, Span
from drafting.loading import load_facts
from tests.helpers import examples

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = sorted(path.stem for path in (SHARED / "gold").glob("*.json"))
EXAMPLES = [path.stem for path in examples() if not path.stem.endswith("house")]


@cache
def gold(name: str) -> Draft:
    """A studied speech as it was taken apart by hand."""
    data = json.loads((SHARED / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    lines = (SHARED / "gold" / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    starts = {sum(map(len, lines[:number])) for number in range(len(lines))}
    blocks, done = [], 0
    for entry in data["blocks"]:
        blocks.append(
            block(entry["text"], entry["marker"], entry["level"], entry["move"], entry["role"], done not in starts)
        )
        done += len(entry["text"])
    draft = Draft(tuple(blocks))
    assert draft.text == "\n".join(lines)
    return draft


@cache
def example(name: str) -> Draft:
    """The draft of one of our own examples."""
    loaded = load_facts(next(path for path in examples() if path.stem == name))
    return compose(loaded.prepared, loaded.facts, loaded.house).draft


def block(
    text: str, marker: str = "", level: int = 0, move: str = "tasks", role: str = "", runs_on: bool = False
) -> Block:
    """A block; text: with its marker."""
    assert text.startswith(marker)
    kind = Role(role) if role else Role.ITEM if marker else Role.PARAGRAPH
    return Block("", kind, level, marker, Move(move), (Span(text[len(marker) :], Source.HAND),), 0, runs_on)


def speech(*lines: str | tuple[Any, ...]) -> Draft:
    """A speech of a few blocks, each the arguments of `block` or its text alone."""
    return Draft(tuple([block(line) if isinstance(line, str) else block(*line) for line in lines]))


def as_read(draft: Draft) -> list[tuple[str, int, str, str, str, bool]]:
    """What a reader of the draft sees of its blocks."""
    return [(b.role.value, b.level, b.marker, b.move.value, b.text, b.runs_on) for b in draft.blocks]


_MARKS = (
    "{{ }} {% %} {# #} {{x}} {%ifx%} { ' \" \\ \\n &a *a | > % @ ` ~ null [ ] 😀 𠮷 【待补：会议】 。。 ，； ； . ... "
    "—— “” “甲 乙” 《丙》 ‘ (1) 1,234 12.5亿元 47% 2024年 今年 3月5日 一是 一、"
)
_HOSTILE = st.sampled_from([*_MARKS.split(" "), *" \t\xa0\x85\r\u2028\u3000", ": ", " #", "- "])
_WORDS = st.sampled_from(
    [
        "各部门",
        "要",
        "落实",
        "工作",
        "提高认识",
        "同志们",
        "，",
        "。",
        "；",
        "：",
        "刚才，",
        "全市工作会议",
        "做了",
        "王书记",
    ]
)
_ANY = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=6)
TEXTS = st.lists(st.one_of(_WORDS, _WORDS, _WORDS, _HOSTILE, _ANY), min_size=1, max_size=12).map("".join)
_STYLES = st.sampled_from(["{}、", "（{}）", "({})", "{}是", "{}要", "第{}，", "第{}", "{}. "])
_NUMERALS = "一二三四五六七八九十"


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A speech with lists in any style, with slips in their numbering, and hostile text."""
    blocks: list[Block] = []
    for kind in draw(
        st.lists(
            st.sampled_from(["text", "list", "list", "table", "title", "salutation", "byline"]), min_size=1, max_size=5
        )
    ):
        if kind == "list":
            _add_list(draw, blocks, 1)
        elif kind == "text":
            blocks.append(_drawn(draw, "", 0))
        elif kind == "table":
            blocks += _table(draw, 0)
        else:
            move = {"title": "title", "salutation": "greeting", "byline": "byline"}[kind]
            blocks.append(block(draw(TEXTS), "", 0, move, kind))
    return Draft(tuple(blocks))


def _add_list(draw: st.DrawFn, blocks: list[Block], level: int) -> None:
    style, first = draw(_STYLES), draw(st.sampled_from([0, 0, 0, 0, 1]))
    inline = draw(st.booleans())
    for number in range(first, first + draw(st.integers(1, 4))):
        slip = draw(st.sampled_from([0, 0, 0, 0, 0, 0, 0, 1, -1]))
        marker = style.format(_NUMERALS[max(0, number + slip)])
        item = _drawn(draw, marker, level)
        runs_on = inline and bool(blocks) and draw(st.sampled_from([True, True, True, False]))
        blocks.append(block(item.text, marker, level, item.move.value, "item", runs_on))
        for below in draw(st.lists(st.sampled_from(["text", "list", "table"]), max_size=2 if level < 3 else 0)):
            if below == "list":
                _add_list(draw, blocks, level + 1)
            elif below == "table":
                blocks += _table(draw, level)
            else:
                blocks.append(_drawn(draw, "", level))


def _table(draw: st.DrawFn, level: int) -> list[Block]:
    """Rows of a table of two columns, now and then with a cell too many or an empty one."""
    cells = st.one_of(_WORDS, TEXTS, st.sampled_from(["乡镇", "3500", "12%", "3月底", ""]))
    rows = draw(st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=4))
    return [block("\t".join(row), "", level) for row in rows]


def _drawn(draw: st.DrawFn, marker: str, level: int) -> Block:
    move = draw(
        st.sampled_from(
            ["opening", "significance", "achievements", "shortcomings", "tasks", "tasks", "guarantee", "closing"]
        )
    )
    text = draw(st.one_of(TEXTS, TEXTS, TEXTS, st.just(""))) if marker else draw(TEXTS)
    return block(marker + text, marker, level, move)


def changed(draft: Draft, number: int, text: str) -> Draft:
    """The draft with another text behind the marker of one block."""
    at = number % len(draft.blocks)
    old = draft.blocks[at]
    return Draft(
        (
            *draft.blocks[:at],
            block(old.marker + text, old.marker, old.level, old.move, old.role, old.runs_on),
            *draft.blocks[at + 1 :],
        )
    )
