"""A facts file as people write it by hand, and what a change does to its lines."""

from __future__ import annotations

from typing import Any

from drafting.facts.read import plain
from drafting.yamlfile import parse_yaml

FACTS = """\
# 全县大会用的材料
outline: speech   # 不要改
house: house.yaml

# 会议
meeting: '全县大会'  # 老王定的
campaign: "修路"
background: |
  第一段
  第二段

date:   # 待定
agenda:
  - {who: 甲, did: 宣读}   # 先
  - {who: 乙, did: 表态}
  # - {who: 丙, did: 不去了}

# 任务
tasks:
  # 任务以会议纪要为准
  - heading: 修路
    measures: [甲, 乙]
    owner: 县交通局  # 牵头

  # 老李报的

  - heading: 治水
    measures:
      - 一
      - 二 # 二

# 完
"""
ORDER = ("meeting", "campaign", "work", "date", "tasks", "tasks.heading", "tasks.why", "tasks.measures", "tone")


def data(text: str) -> Any:
    """What the text of a facts file holds."""
    return plain(parse_yaml(text, ""))


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that are gone and those that are new, between what both have at the beginning and at the end."""
    old, new = before.splitlines(), after.splitlines()
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new
