"""What is wrong with a draft whatever it says: marks, headings over nothing, markers that do not run on, gaps."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafting.chinese.enumerators import parse_marker
from drafting.draft import Draft, Role
from drafting.facts.model import Row, Value

DOUBLED = re.compile(r"[，。；：、！？][，。；：、]|^[，。；：、！？]|（）|“”|《》|[，、：；]$")


def punctuation_faults(draft: Draft) -> list[str]:
    """Paragraphs with doubled marks, or none at their end."""
    faults = []
    for group in draft.paragraphs():
        text = "".join(block.text for block in group)
        head = group[0].role in (Role.TITLE, Role.BYLINE, Role.SALUTATION) or group[0].is_heading
        bare = re.sub(r"【待补：[^】]*】", "甲", text)
        if found := DOUBLED.search(bare.removesuffix("：")):
            faults.append(f"{found.group()} in {text}")
        elif not head and bare[-1] not in "。！？…：”）":
            faults.append(f"no end: {text}")
    return faults


def heading_faults(draft: Draft) -> list[str]:
    """Headings that stand over nothing."""
    pairs = zip(draft.blocks, [*draft.blocks[1:], None], strict=True)
    return [
        block.text
        for block, after in pairs
        if block.is_heading and (after is None or (after.is_heading and after.depth <= block.depth))
    ]


def list_faults(draft: Draft) -> list[str]:
    """Markers that do not run on from the first."""
    faults: list[str] = []
    open_lists: dict[tuple[int, str], int] = {}
    for block in draft.blocks:
        if not block.marker:
            continue
        open_lists = {key: value for key, value in open_lists.items() if key[0] <= block.level}
        marker = parse_marker(block.marker)
        assert marker is not None, block.marker
        key = (block.level, marker.family)
        expected = open_lists.get(key, 0) + 1
        if marker.number not in (1, expected) and not block.marker.startswith("最后"):
            faults.append(block.text[:20])
        open_lists[key] = marker.number
    return faults


def answered(answers: Mapping[str, Value], path: str) -> bool:
    """Whether the facts have what a gap is waiting for."""
    key, *rest = re.findall(r"[A-Za-z_]\w*|\[\d+\]", path)
    value: object = answers.get(key)
    for step in rest:
        if step.startswith("["):
            place = int(step[1:-1]) - 1
            value = value[place] if isinstance(value, tuple) and place < len(value) else None
        else:
            value = value.cells.get(step) if isinstance(value, Row) else None
    return value not in (None, ())
