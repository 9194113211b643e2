"""Each outline realises the speeches it was drawn from: their moves, levels and enumerators, in their order.

A speech is a sequence of passages. A passage is a move and the enumerators it stands under, from the outermost to its
own: `tasks 一、/第一/一是` is an item of the third level that says what has to be done; `goals 一、 …` is a paragraph
that goes on in an item of the first. Neighbours that are equal are one passage, and so are an item and the paragraph
with its move behind it: whether a heading has a line of its own is no matter here. Of an enumerator only the family
counts: (一) is （一）, and 1. is 1、.

A draft realises a seed if all passages of the seed occur in it in the same order. It may say more in between.

The draft is that of the outline's example, or of the example with some answers changed (`FACTS`), written as
`drafting write` does and read back as `drafting structure` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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
from tests.prose.soundness import list_faults

SEEDS = sorted(path.stem for path in (ROOT / "seeds").glob("*.yaml"))

# Seed -> answers of the example that are other (None: not given). The other seeds are realised by the example itself.
FACTS: dict[str, dict[str, Any]] = {
    # What has to be faced, where the example has questions to answer.
    "001-3": {"reasons.3.kind": "面对"},
    # Numbered 1. as the outlines do by themselves; their examples count （一）, which is set above 一是.
    "000-2": {"enumerators": None},
    # A word more on one of the steps, in a paragraph of its own.
    "002-1": {"enumerators": None, "steps.8.note": "对自查期间主动说清问题的，依规从宽处理"},
    # Five parts: situation, reasons, goals, tasks (numbered 一是), guarantee.
    "001-2": {
        "form": "五个部分",
        "enumerators": {"tasks": "一是", "measures": "一要"},
    },
    # No numbers before the parts.
    "001-4": {"enumerators": {"points": "none"}},
    # 首先， 其次， before the parts, whose headings run into their first paragraph; the situation takes two.
    "001-5": {"enumerators": {"points": "首先，"}, "situation": "名额只有12个\n全省这一轮有31个县在争"},
    # Three notions before the tasks, tasks numbered 1、, a part on work beside the Party's with two sides to the first
    # of its tasks, what secures it all in paragraphs without numbers; no part on the system.
    "003-2": {
        "ideas": [
            {"heading": "强化看齐意识", "argument": "机关离决策最近，差之毫厘，基层就会谬以千里"},
            {"heading": "强化责任意识", "argument": "去年巡察的12个单位，有5个说不清支部书记该做什么"},
            {"heading": "强化服务意识", "argument": "群众认识机关，多半是从一个窗口、一通电话开始的"},
        ],
        "enumerators": {"tasks": "1、", "duty": "none"},
        "wider_name": "统战群团工作",
        "wider": [
            {
                "heading": "努力做好联络的工作",
                "detail": "为120名企业家建立联系档案",
                "sides": ["对本地企业家，县领导每人联系5名", "对在外乡贤，逢年过节上门走访"],
            },
            {"heading": "努力做好凝聚的工作", "detail": "把职工之家办到26个单位"},
            {"heading": "努力做好服务的工作", "detail": "每季度为青年职工办一件实事"},
        ],
    },
    # Steps below one of the measures of a task.
    "003-3": {
        "tasks.6.measures": ["重新核定责任河段", "把河长履职管严", "在重点河段装上视频监控"],
        "tasks.6.details": ["把垃圾和排口3天内上报", "每季度通报一次巡河情况", "请沿河群众参加评议"],
        "tasks.6.details_of": 2,
    },
    # Achievements of three offices, tasks numbered 一要, the third part on what is asked of people.
    "003-4": {
        "achievements": [
            {"point": "除险排险", "done": "汛前整改隐患217处", "field": "防汛部门守住了全县的安全底线"},
            {"point": "避险转移", "done": "汛中转移群众4612人，没有人员伤亡", "field": "防汛部门守住了全县的安全底线"},
            {"point": "延伸管网", "done": "新建改造管网164公里", "field": "供水单位把放心水送进了更多人家"},
            {"point": "改进服务", "done": "在31个村开通手机缴费", "field": "供水单位把放心水送进了更多人家"},
            {"point": "节水改造", "done": "衬砌渠道52公里", "field": "灌区单位把每一方水用出了效益"},
            {"point": "按方收费", "done": "配套量水设施126处", "field": "灌区单位把每一方水用出了效益"},
        ],
        "enumerators": {"tasks": "一要"},
        "qualities": [
            {
                "point": "学在前头，做懂水的明白人",
                "why": "去年新上的126处量水设施，有三成闲着没人会用",
                "steps": ["每季度集中培训两天"],
            },
            {
                "point": "守在现场，做管水的勤快人",
                "why": "险情等不得，迟到半小时就可能酿成大祸",
                "steps": ["落实汛期领导带班"],
            },
            {
                "point": "严在平时，做清廉的干净人",
                "why": "工程和资金越多，诱惑越多",
                "steps": ["坚持招标、验收双人到场"],
            },
        ],
    },
    # The sides of a point to heed are numbered 一是, as the points are.
    "003-5": {"enumerators": {"aspects": "一是"}},
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
    assert missing(seed_passages(name), in_draft(draft)) == []
    assert list_faults(draft) == []


@pytest.mark.parametrize("name", FACTS)
def test_no_answer_is_changed_for_a_seed_that_the_example_realises(name: str) -> None:
    draft = drafted(seed_data(name)["kind"]).draft
    assert missing(seed_passages(name), in_draft(draft))
