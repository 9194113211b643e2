"""How listed measures are announced: 要抓三条, 办法有三条, or not at all."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from drafting.facts.model import Row, Value
from tests.prose.shipped import TONES, changed, loaded
from tests.prose.ways import Said, rounds

MEASURES = ("清理航道", "加固系船柱", "更换旧缆绳")
CELLS: dict[str, dict[str, Value]] = {
    "measures alone": {},
    "who": {"owner": "港务局"},
    "who with whom": {"owner": "港务局", "support": "海事处"},
    "who and when": {"owner": "港务局", "deadline": "6月底"},
    "when": {"deadline": "6月底"},
    "with whom": {"support": "海事处"},
    "target": {"target": "做到靠泊不误"},
    "target, who and when": {"target": "做到靠泊不误", "owner": "港务局", "deadline": "6月底"},
}
NAMES = "甲乙丙丁戊己庚辛壬癸子丑"


def said(outline: str, tone: str, cells: dict[str, Value], tasks: int) -> list[Said]:
    """The lean example with so many tasks of three measures each, in every way of every wording."""
    whole = loaded(f"{outline}-lean")
    rows = tuple(
        Row({"heading": f"管好{name}号码头", "why": f"{name}号码头的船多", "measures": MEASURES, **cells})
        for name in NAMES[:tasks]
    )
    facts = changed(whole.facts, tone=tone)
    return rounds(whole.prepared, replace(facts, answers={**facts.answers, "tasks": rows}), whole.house)


def announced(draft: Said) -> list[str]:
    """Behind each task's reason, the words that count its measures, without who and when; "" where nothing does."""
    led = re.findall("号码头的船多。(.*?)一是清理航道", draft.composed.draft.text)
    counts = [re.search("([^，。！海事处一道]{1,6})三条：$", lead) for lead in led]
    return [re.sub("港务局|^要会同|^要同|^要带着|前$", "", found[1]) if found else "" for found in counts]


@pytest.mark.slow
@pytest.mark.parametrize("tasks", [7, 12])
@pytest.mark.parametrize("cells", CELLS.values(), ids=CELLS)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", ["work_conference", "mobilisation"])
def test_many_lists_are_not_announced_alike(outline: str, tone: str, cells: dict[str, Value], tasks: int) -> None:
    for draft in said(outline, tone, cells, tasks):
        words = announced(draft)
        assert len(words) == tasks
        assert not [word for word, after in pairwise(words) if word and word == after], words
        assert not [word for word, times in Counter(words).items() if word and times > 2], words
