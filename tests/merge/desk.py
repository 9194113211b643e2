"""A speech, the file it was written into, and what people do to that file; small enough to be read in a test."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from drafting.draft import Draft
from drafting.merge import merge, result_text
from drafting.merge.model import Entry, Hint, Kind, Merge, Numbers, Seen
from tests.helpers import draft

OUTLINE = """
title: 讲话
numbering: [一、, （一）, 一是]
questions:
  meeting: {ask: 会议全称, required: true}
  invest: {ask: 投资额}
  growth: {ask: 增幅}
  story: {ask: 情况, type: long}
  goal: {ask: 今年的目标, type: long, required: true}
  flaws: {ask: 问题, type: list}
  tasks:
    ask: 任务
    type: table
    at_most: 12
    columns: {heading: 标题, why: {ask: 为什么, type: long}, owner: 牵头单位}
  extra: {ask: 结尾前的话, type: long}
parts:
  - {move: title, text: "在{{ meeting }}上的讲话"}
  - {move: greeting, text: 同志们：}
  - {move: opening, text: "今天召开{{ meeting }}，我讲{{ tasks|count('点') }}意见。"}
  - {move: achievements, when: invest, text: "去年完成投资{{ invest }}，增长{{ growth }}，来之不易。{{ story }}"}
  - {move: goals, text: "今年的目标是{{ goal }}。大家要心中有数，一步一步往前走。"}
  - {move: shortcomings, when: flaws, text: "问题也不少："}
  - {move: shortcomings, each: flaws, inline: true, number: 一是, between: ；, text: "{{ item }}"}
  - {move: tasks, each: tasks, heading: "{{ heading }}", text: "{{ why }}。这项工作由{{ owner }}牵头，年底见到成效。"}
  - {move: guarantee, when: extra, text: "{{ extra }}"}
  - {move: closing, text: 同志们，让我们一起努力，谢谢大家！}
"""
# The same speech, its growth worked out of the figures of two years.
COMPARED = OUTLINE.replace("，增长{{ growth }}", "，比上年{{ invest|change(growth) }}").replace(
    "invest: {ask: 投资额}\n  growth: {ask: 增幅}",
    "invest: {ask: 投资额, type: number}\n  growth: {ask: 上年, type: number}",
)
TASKS = [
    {"heading": "修好水渠", "why": "渠道老化，漏水的地方多", "owner": "水务局"},
    {"heading": "办好学校", "why": "孩子上学要走很远的山路", "owner": "教育局"},
    {"heading": "种好果树", "why": "果园多年没有换过品种", "owner": "农业局"},
]
FACTS: dict[str, Any] = {
    "meeting": "全县农村工作会议",
    "invest": "12.5亿元",
    "growth": "8%",
    "story": "柳河镇的干部在工地上过了一个冬天，没有一个人叫苦",
    "goal": "农民收入增长6%以上",
    "flaws": ["底子还薄", "路还不通", "人手不够"],
    "tasks": TASKS,
}
FLAWS = ["底子还薄", "路还不通", "人手不够"]
LAKE = {"heading": "治好湖水", "why": "湖水一年比一年浑", "owner": "环保局"}
ROAD = {"heading": "修通公路", "why": "山里的货运不出来", "owner": "交通局"}


def speech(outline: str = OUTLINE, **changed: Any) -> Draft:
    """The draft of the facts above, some of them changed; None takes an answer away."""
    facts = {key: value for key, value in {**FACTS, **changed}.items() if value is not None}
    return draft(outline, json.dumps({"outline": "speech", **facts}, ensure_ascii=False))


def file_of(draft: Draft) -> list[Seen]:
    """The file as it is right after it was written: the text and a bookmark for each block."""
    seen = []
    for blocks in draft.paragraphs():
        at, hints = 0, []
        for block in blocks:
            hints.append(Hint(block.key, at, at + len(block.text)))
            at += len(block.text)
        seen.append(Seen("".join(block.text for block in blocks), tuple(hints)))
    return seen


def headings(desk: Desk) -> list[str]:
    """The headings of the tasks in the file, with their numbers."""
    return re.findall(r"^[一二三四五六七八九十]+、[^，。\n]{4}$", desk.text, re.MULTILINE)


def next_file(file: list[Seen], done: Merge) -> list[Seen]:
    """The file after a merge, with its renewed bookmarks."""
    steps = [step for step in done.steps if step.fate != "deleted"]
    return [Seen(text, step.anchors) for text, step in zip(result_text(file, done), steps, strict=True)]


class Desk:
    """A file on somebody's desk. Afterwards `text` is what it says, `account` what was told."""

    def __init__(self, outline: str = OUTLINE, **facts: Any) -> None:
        self.outline, self.facts = outline, facts
        self.base = speech(outline, **facts)
        self.file = file_of(self.base)
        self.done: Merge | None = None
        self.numbers: Numbers = {}
        self.by_both: Collection[str] = ()

    @property
    def text(self) -> str:
        """The file, one paragraph a line."""
        return "\n".join(seen.text for seen in self.file)

    @property
    def account(self) -> tuple[Entry, ...]:
        """What the last merge told."""
        assert self.done
        return self.done.account

    def line(self, start: str) -> str:
        """The one paragraph that holds some words."""
        found = [seen.text for seen in self.file if start in seen.text]
        assert len(found) == 1, (start, found)
        return found[0]

    def place(self, words: str) -> int:
        """Where the first paragraph stands that holds some words."""
        return next(place for place, seen in enumerate(self.file) if words in seen.text)

    def type(self, before: str, after: str) -> Desk:
        """Replace some words that stand once in the file."""
        assert self.text.count(before) == 1, (before, self.text)
        return self.each(lambda text: text.replace(before, after))

    def each(self, change: Callable[[str], str]) -> Desk:
        self.file = [replace(seen, text=change(seen.text)) for seen in self.file]
        return self

    def delete(self, words: str) -> Desk:
        del self.file[self.place(words)]
        return self

    def insert(self, behind: str, *texts: str) -> Desk:
        at = self.place(behind) + 1
        self.file[at:at] = [Seen(text) for text in texts]
        return self

    def split(self, before: str) -> Desk:
        """A new line before some words."""
        at = self.place(before)
        text = self.file[at].text
        cut = text.index(before)
        self.file[at : at + 1] = [Seen(text[:cut], self.file[at].hints), Seen(text[cut:])]
        return self

    def join(self, words: str) -> Desk:
        """The paragraph with the next one behind it in one line; the bookmarks of both stay."""
        at = self.place(words)
        first, second = self.file[at : at + 2]
        behind = len(first.text)
        hints = [hint._replace(start=hint.start + behind, end=hint.end + behind) for hint in second.hints]
        self.file[at : at + 2] = [Seen(first.text + second.text, (*first.hints, *hints))]
        return self

    def move(self, words: str, behind: str) -> Desk:
        seen = self.file.pop(self.place(words))
        self.file.insert(self.place(behind) + 1, seen)
        return self

    def copy(self, words: str, behind: str) -> Desk:
        self.file.insert(self.place(behind) + 1, Seen(self.file[self.place(words)].text))
        return self

    def forget_bookmarks(self) -> Desk:
        self.file = [replace(seen, hints=()) for seen in self.file]
        return self

    def again(self, outline: str = "", restore: Collection[str] = (), **changed: Any) -> Desk:
        """The facts have changed: bring the file up to date."""
        self.facts = {**self.facts, **changed}
        self.outline = outline or self.outline
        new = speech(self.outline, **self.facts)
        self.done = merge(self.base, self.file, new, restore=restore, numbers=self.numbers, by_both=self.by_both)
        self.file, self.base, self.numbers = next_file(self.file, self.done), new, self.done.numbers
        self.by_both = self.done.by_both
        return self

    def told(self, kind: Kind) -> list[Entry]:
        return [entry for entry in self.account if entry.kind is kind]

    @property
    def is_as_composed(self) -> bool:
        return self.text == self.base.text
