"""Whatever the outline, whatever the facts: the speech stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.numerals import counted, to_chinese
from drafting.compose import Composed
from drafting.draft import Block, Role, Source
from tests.helpers import composed

# Which words a fact is made of says which question it belongs to, so that it can be looked for in the draft.
_MARKS = st.sampled_from(["", "", "。", "；", "，", "！", "？"])
_DOUBLED = re.compile("[，。；：、][，。；：、]|[，。；：、！？][。，；：、]")


@dataclass(frozen=True)
class Case:
    """An outline and its facts. printed: what must be found in the draft."""

    outline: str
    facts: str


def _answer(word: str, mark: str) -> str:
    return word + mark


def _parts(depth: int) -> st.SearchStrategy[dict[str, Any]]:
    """A part of an outline: fixed or over a table, with or without heading, lead, text and sub-parts."""
    head = st.sampled_from([{}, {"heading": "{{ a }}"}, {"heading": "题目"}, {"lead": "{{ b }}"}, {"lead": "领句"}])
    text = st.sampled_from(
        [
            {},
            {"text": "正文{{ a }}，后文{{ b }}。"},
            {"text": "共{{ beside|count('条') }}，下{{ below|count('条') }}"},
            {"text": "{% if a %}有{{ a }}；{% endif %}然后{{ c }}"},
        ]
    )
    each = st.sampled_from(
        [
            {},
            {},
            {},
            {"each": "rows"},
            {"each": "xs", "lead_item": True},
            {"each": "xs", "inline": True, "between": "；", "number": "一是"},
        ]
    )
    number = st.sampled_from([{}, {}, {"number": ("①", "第一，", "其一，")[depth]}, {"number": "none"}])
    when = st.sampled_from([{}, {}, {}, {"when": "a"}, {"when": "not a"}, {"when": "xs|length > 1"}])
    inner = st.just([]) if depth == 0 else st.lists(_parts(depth - 1), max_size=3)
    return st.builds(_part, head, text, each, number, when, inner)


def _part(
    head: dict[str, Any],
    text: dict[str, Any],
    each: dict[str, Any],
    number: dict[str, Any],
    when: dict[str, Any],
    inner: list[dict[str, Any]],
) -> dict[str, Any]:
    part = {"move": "tasks", **number, **each, **when, **head, **text}
    if part.pop("lead_item", False) or "between" in part:
        part.pop("heading", None)
        part["text"] = "{{ item }}"
    elif part.get("each") == "rows":
        part.pop("lead", None)
        part["heading"] = "{{ who }}"
        part["text"] = "做{{ did }}。"
    if inner and not part.get("inline") and part.get("number") != "none":
        part = (
            {"heading": "题目", "parts": inner, **part}
            if not part.keys() & {"heading", "lead"}
            else {"parts": inner, **part}
        )
    if not (part.keys() & {"heading", "lead", "text", "parts"}):
        part["text"] = "只有这句"
    if "number" in part and part["number"] != "none" and not part.keys() & {"heading", "lead", "text"}:
        del part["number"]
    return part


_ROWS = st.sampled_from([None, 0, 1, 2, 7, 12])


@st.composite
def _cases(draw: st.DrawFn) -> Case:
    parts = draw(st.lists(_parts(2), min_size=1, max_size=5))
    used = {
        "move": "closing",
        "when": "false and a and b and c and xs and rows",
        "text": "{% for r in rows %}{{ r.who }}{{ r.did }}{% endfor %}",
    }
    outline = {
        "title": "讲话",
        "numbering": ["一、", "（一）", "1.", "（1）", "①"],
        "questions": {
            "a": "甲问",
            "b": "乙问",
            "c": {"ask": "丙问", "type": "long"},
            "xs": {"ask": "列问", "type": "list", "at_most": 12},
            "rows": {
                "ask": "表问",
                "type": "table",
                "at_most": 12,
                "columns": {"who": "谁问", "did": {"ask": "事问", "type": "long"}},
            },
        },
        "parts": [{"move": "opening", "text": "讲{{ points|count('点') }}"}, *parts, used],
    }
    facts: dict[str, Any] = {"outline": "speech", "seed": draw(st.integers(0, 99))}
    for key in ("a", "b", "c"):
        if draw(st.booleans()):
            facts[key] = _answer(f"答{key}", draw(_MARKS))
    count = draw(_ROWS)
    if count is not None:
        facts["xs"] = [_answer(f"条{to_chinese(n)}", draw(_MARKS)) for n in range(1, count + 1)]
    count = draw(_ROWS)
    if count is not None:
        facts["rows"] = [
            {key: _answer(f"{key}{to_chinese(n)}", draw(_MARKS)) for key in ("who", "did") if draw(st.integers(0, 9))}
            for n in range(1, count + 1)
        ]
    return Case(json.dumps(outline, ensure_ascii=False), json.dumps(facts, ensure_ascii=False))


def _families(blocks: tuple[Block, ...]) -> Iterator[list[Block]]:
    """The lists of a draft: marked blocks of one level and style; one begins at 1, or ends with the item it is in."""
    running: dict[tuple[int, str], list[Block]] = {}
    for block in blocks:
        marker = parse_marker(block.marker)
        if marker is None:
            continue
        for key in [key for key in running if key[0] > block.level or (key[0] == block.level and marker.number == 1)]:
            if key[0] > block.level or key[1] == marker.family:
                yield running.pop(key)
        running.setdefault((block.level, marker.family), []).append(block)
    yield from running.values()


def _numbers(family: list[Block]) -> list[int]:
    return [marker.number for block in family if (marker := parse_marker(block.marker))]


@pytest.mark.slow
@settings(max_examples=80, deadline=None)
@given(_cases())
def test_any_outline_with_any_facts_gives_a_speech_that_stands(case: Case) -> None:
    made = composed(case.outline, case.facts)
    blocks = made.draft.blocks
    assert all(block.text and all(span.text for span in block.spans) for block in blocks)
    assert len({block.key for block in blocks}) == len(blocks)
    for family in _families(blocks):
        assert _numbers(family) == list(range(1, len(family) + 1)), [block.text for block in family]
        assert len(family) > 1, family
    for line in made.draft.text.split("\n"):
        assert not _DOUBLED.search(line), line
        assert line == line.strip()
    _check_levels(blocks)
    _check_counts(made)
    _check_gaps(made, case.facts)
    _check_facts(made, case.facts)


def _check_levels(blocks: tuple[Block, ...]) -> None:
    """A level is entered only from the one above it."""
    before = 0
    for block in blocks:
        assert block.level <= before + 1, block
        assert (block.role is Role.ITEM) is bool(block.marker)
        before = block.level


def _check_counts(made: Composed) -> None:
    """The opening counts the headings that stand first, where each of them has its number."""
    said, *rest = made.draft.blocks
    headings = [block for block in rest if block.is_heading and _is_outermost(block.key)]
    if headings and all(block.marker for block in headings):
        unknown = any(re.fullmatch(r"(rows|xs)(-\d+)?", gap.block) for gap in made.draft.gaps())
        told = "讲几点。" if unknown else f"讲{counted(len(headings), '点')}。"
        assert said.text.startswith((told, f"讲{counted(len(headings), '点')}。"))


def _is_outermost(key: str) -> bool:
    return "/" not in re.sub(r"^(rows|xs)(-\d+)?/", "", key)


def _check_gaps(made: Composed, facts: str) -> None:
    """Every gap is that of an answer that was not given."""
    data = json.loads(facts)
    for gap in made.draft.gaps():
        key, _dot, column = gap.question.partition("].")
        name, _bracket, row = key.partition("[")
        value = data.get(name)
        assert value is None or not column or column not in value[int(row) - 1], gap
    for block in made.draft.blocks:
        for span in block.spans:
            assert ("【待补：" in span.text) == (span.source is Source.MISSING)


def _check_facts(made: Composed, facts: str) -> None:
    """An answer is in the text, or it is told that it is not."""
    data = json.loads(facts)
    text = made.draft.text
    answers = {key: data[key] for key in ("a", "b", "c") if key in data}
    answers |= {f"xs[{n}]": value for n, value in enumerate(data.get("xs", []), 1)}
    answers |= {
        f"rows[{n}].{key}": value for n, row in enumerate(data.get("rows", []), 1) for key, value in row.items()
    }
    for path, answer in answers.items():
        assert (answer.rstrip("。；，！？") in text) or path in made.unused, path
        shown = any(path in span.path.split(" ") for block in made.draft.blocks for span in block.spans)
        assert shown is (path not in made.unused)
