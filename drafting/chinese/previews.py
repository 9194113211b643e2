"""What a speaker says beforehand of the parts to come: 我讲三个问题：为什么学，学什么，怎么学。"""

from __future__ import annotations

from collections.abc import Sequence

from drafting.chinese.patterns import pattern

_CLAUSE = pattern("[^，。；：！？,;:!?—]+")
# 工作要求 几点要求 提三点要求: no more than that demands follow
_DEMANDS_ONLY = pattern(
    "[ \u3000]*(?:最后)?(?:再)?(?:提出|提|讲|谈|强调)?(?:[几一二两三四五六七八九\\d](?:点|个|条|项|方面))?的?"
    "(?:具体|工作|有关|相关|几方面|纪律|组织|落实)*(?:要求|希望)[。：:]?"
)
_SHORTEST = 2  # characters of what can be said of a part


def foretells(text: str, headings: Sequence[str]) -> bool:
    """Whether a text names all the parts in their order, by the first clauses of their headings; of one part never."""
    found, at = 0, 0
    for heading in headings:
        clause = _CLAUSE.search(heading)
        name = clause.group().strip() if clause else ""
        at = text.find(name, at) if len(name) >= _SHORTEST else -1
        if at < 0:
            return False
        at += len(name)
        found += 1
    return found > 1


def demands_only(heading: str) -> bool:
    """Whether a heading says that demands follow, and not what for."""
    return _DEMANDS_ONLY.fullmatch(heading) is not None
