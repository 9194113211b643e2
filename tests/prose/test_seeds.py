"""Each outline realises the speeches it was drawn from: their moves, levels and enumerators, in their order.

A speech is a sequence of passages. A passage is a move and the enumerators it stands under, from the outermost to its
own: `tasks 一、/第一/一是` is an item of the third level that says what has to be done; `goals 一、 …` is a paragraph
that goes on in an item of the first. Neighbours that are equal are one passage, and so are an item and the paragraph
with its move behind it: whether a heading has a line of its own is no matter here. Of an enumerator only the family
counts: (一) is （一）, and 1. is 1、.

A draft realises a seed if all passages of the seed occur in it in the same order. It may say more in between.

The draft is that of the outline's example, or of the example with some answers changed (`FACTS`), written as
`drafting write` does and read back as `drafting structure` does. What a draft of the outline has otherwise, whatever
is answered, or not at all, stands in `OTHERWISE`, each with its reason; an entry that is not needed fails.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafting.chinese.enumerators import parse_marker
from drafting.draft import Draft
from drafting.word.read import read
from drafting.writing import write_draft
from tests.prose.shipped import EXAMPLES, OUTLINES, ROOT, drafted, loaded
from tests.prose.test_invariants import list_faults

SEEDS = sorted(path.stem for path in (ROOT / "seeds").glob("*.yaml"))

# Seed -> answers of the example that are other (None: not given). The other seeds are realised by the example itself.
FACTS: dict[str, dict[str, Any]] = {
    # Three notions before the tasks, tasks numbered 1、, a part on work beside the Party's; no part on the system.
    "003-2": {
        "ideas": [
            {"heading": "强化看齐意识", "argument": "机关离决策最近，差之毫厘，基层就会谬以千里"},
            {"heading": "强化责任意识", "argument": "去年巡察的12个单位，有5个说不清支部书记该做什么"},
            {"heading": "强化服务意识", "argument": "群众认识机关，多半是从一个窗口、一通电话开始的"},
        ],
        "numerals": "1.",
        "fusion": None,
        "headings": None,
        "opportunity": None,
        "system": None,
        "wider_name": "统战群团工作",
        "wider": [
            {"heading": "努力做好联络的工作", "detail": "为120名企业家建立联系档案"},
            {"heading": "努力做好凝聚的工作", "detail": "把职工之家办到26个单位"},
            {"heading": "努力做好服务的工作", "detail": "每季度为青年职工办一件实事"},
        ],
    },
}

# Seed -> its passage (which of several equal ones: all, or the number behind it) -> that of the draft, or "" for none.
OTHERWISE: dict[str, dict[str, str]] = {
    "000-2": {
        # The rows of a table have one move. This seed's first row is of the kind that secures the others.
        "guarantee 一、/1、 1": "tasks 一、/1、",
        "guarantee 一、/1、/一是 1": "tasks 一、/1、/一是",
    },
    "001-1": {
        # The goals have a part of their own before the tasks, as in 001-2.
        "goals 一、 …": "",
    },
    "001-2": {
        # The reasons stand before the goals, as in 001-1, and the goals are not taken up again.
        "significance 一、": "",
        "goals 一、 …": "",
        # The tasks are numbered as in 001-1, and the last of them holds the guarantee, as there.
        "tasks 一、/一是": "tasks 一、/第一",
        "guarantee 一、": "guarantee 一、/第一",
    },
    "001-3": {
        # What the situation asks is counted as questions: 面对 is no noun that 第一个 can count.
        "significance 一、/（一）/第一个面对": "significance 一、/（一）/第一道题",
    },
    "001-4": {
        # Truncated in its first list, with no heading of the first level before it: all is one level deeper here.
        "significance …": "significance 一、",
        "significance （一）": "significance 一、/（一）",
    },
    "001-5": {
        # 首先， 其次， for the parts: 一、 二、 here, as in the longer ones of the kind.
        "significance 首先": "significance 一、",
        "significance 首先/（一）": "significance 一、/（一）",
        "tasks 首先": "tasks 一、",
        # Truncated where the tasks begin. The goals have a part of their own before them, as in 001-2.
        "goals 首先 …": "",
    },
    "003-2": {
        # A task is one paragraph, with no list in it.
        "tasks 一、/1、/一方面": "",
    },
    "003-3": {
        # The outline numbers achievements （一）: 1、 here, 一是 in 003-4.
        "achievements 一、/1、": "achievements 一、/（一）",
        # What the year means is told with the situation, which is of the goals.
        "significance 一、 …": "goals 一、 …",
        # The fourth level, met once in all seeds. A measure has no measures.
        "tasks 一、/第一/一是/一要": "",
    },
    "003-4": {
        # Three lists, one for each of three offices: one list here, with one frame before it.
        "achievements 一、/一是": "achievements 一、/（一）",
        "achievements 一、 … 1": "",
        "achievements 一、 … 2": "",
        # The tasks are numbered as in 003-3.
        "tasks 一、/一要": "tasks 一、/第一",
        # The third part asks for qualities (一是): here it is the guarantee, with the demands on conduct in it.
        "tasks 一、 2": "guarantee 一、",
        "tasks 一、/一是": "guarantee 一、/一要",
    },
    "003-5": {
        # 一是 inside 一是, which nobody can tell apart by ear: 一要 here.
        "tasks 第一层意思/一是/一是": "tasks 第一层意思/一是/一要",
    },
}


def seed_data(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((ROOT / "seeds" / f"{name}.yaml").read_text("utf-8"))
    return data


def family(marker: str) -> str:
    """What kind of enumerator it is. 003-5 has lists that begin with 二是: they are of the family of 一是."""
    found = parse_marker(marker)
    assert found is not None, marker
    return "1、" if found.family == "1." else found.family


def passages(blocks: Iterable[tuple[str, int, str]]) -> list[str]:
    """The passages of a speech, from the move, level and marker of its blocks."""
    path: list[str] = []
    made = []
    for move, level, marker in blocks:
        path = [*path[: level - 1], family(marker)] if marker else path[:level]
        assert len(path) == level, f"{move} {marker} stands at level {level} in {path}"
        name = " ".join([move, *(["/".join(path)] if path else [])])
        made.append(name if marker else f"{name} …")
    return merged(made)


def merged(names: Iterable[str]) -> list[str]:
    """Neighbours that are equal, or an item and what goes on in it, as one."""
    made: list[str] = []
    for name in names:
        if not made or name not in (made[-1], f"{made[-1]} …"):
            made.append(name)
    return made


def seed_passages(name: str) -> list[str]:
    return passages((p["move"], p["level"], p.get("marker", "")) for p in seed_data(name)["passages"])


def expected(name: str, otherwise: Mapping[str, str]) -> list[str]:
    """The passages of a seed as a draft of its outline has them."""
    seen: Counter[str] = Counter()
    made = []
    for passage in seed_passages(name):
        seen[passage] += 1
        made.append(otherwise.get(f"{passage} {seen[passage]}", otherwise.get(passage, passage)))
    return merged(filter(None, made))


def in_draft(draft: Draft) -> list[str]:
    return passages((block.move, block.level, block.marker) for block in draft.blocks)


def missing(wanted: Sequence[str], found: Sequence[str]) -> list[str]:
    """What is left of the passages wanted when those found have been gone through in order."""
    rest = list(wanted)
    for passage in found:
        if rest and rest[0] == passage:
            del rest[0]
    return rest


def answers(name: str) -> dict[str, Any]:
    """The example's facts file with the changes for this seed."""
    facts = deepcopy(dict(loaded(seed_data(name)["kind"]).facts.raw))
    for path, value in FACTS.get(name, {}).items():
        place: Any = facts
        *steps, last = [int(step) - 1 if step.isdigit() else step for step in re.findall(r"\w+", path)]
        for step in steps:
            place = place[step]
        if value is None:
            del place[last]
        else:
            place[last] = value
    return facts


@cache
def read_back(name: str, folder: Path) -> Draft:
    """The draft in which a seed shall be realised, written into a file and read from it."""
    facts = answers(name)
    if "house" in facts:
        facts["house"] = str(EXAMPLES / facts["house"])
    path = folder / f"{name}.yaml"
    path.write_text(yaml.safe_dump(facts, allow_unicode=True, sort_keys=False), "utf-8")
    report = write_draft(path)
    assert report.gaps == ()
    return read(report.file)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("seeds")


def test_outlines_and_seeds_name_each_other() -> None:
    named = [(seed, outline) for outline in OUTLINES for seed in loaded(outline).prepared.outline.seeds]
    assert sorted(named) == [(seed, seed_data(seed)["kind"]) for seed in SEEDS]
    assert {outline for _seed, outline in named} == set(OUTLINES)


@pytest.mark.parametrize("name", SEEDS)
def test_the_lists_of_a_seed_are_those_that_begin_in_its_passages(name: str) -> None:
    """So that whoever has its passages in order has its lists, too, each inside the same."""
    begun: list[str] = []
    open_lists: list[tuple[str, int]] = []
    for passage in seed_data(name)["passages"]:
        if marker := passage.get("marker"):
            found = parse_marker(marker)
            assert found is not None
            del open_lists[passage["level"] :]
            last = open_lists.pop() if len(open_lists) == passage["level"] else None
            open_lists.append((family(marker), found.number))
            if last is None or last[0] != family(marker) or last[1] >= found.number:
                begun.append("/".join([kind for kind, _number in open_lists]))
    lists = seed_data(name)["lists"]
    paths = [[*str(entry.get("inside", "")).split(), entry["marker"]] for entry in lists]
    assert begun == ["/".join(map(family, path)) for path in paths]
    assert [entry["level"] for entry in lists] == [len(path) for path in paths]


@pytest.mark.parametrize("name", SEEDS)
def test_an_outline_realises_the_seed(name: str, folder: Path) -> None:
    draft = read_back(name, folder)
    assert missing(expected(name, OTHERWISE.get(name, {})), in_draft(draft)) == []
    assert list_faults(draft) == []


@pytest.mark.parametrize("name", OTHERWISE)
def test_nothing_is_otherwise_that_need_not_be(name: str, folder: Path) -> None:
    found = in_draft(read_back(name, folder))
    entries = OTHERWISE[name]
    idle = [entry for entry in entries if not missing(expected(name, without(entries, entry)), found)]
    assert idle == []


@pytest.mark.parametrize("name", FACTS)
def test_no_answer_is_changed_for_a_seed_that_the_example_realises(name: str) -> None:
    draft = drafted(seed_data(name)["kind"]).draft
    assert missing(expected(name, OTHERWISE.get(name, {})), in_draft(draft))


def without(entries: Mapping[str, str], entry: str) -> dict[str, str]:
    return {key: value for key, value in entries.items() if key != entry}
