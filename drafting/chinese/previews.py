"""What a speaker says beforehand of the parts to come: 我讲三个问题：为什么学，学什么，怎么学。"""

from __future__ import annotations

from collections.abc import Sequence

from drafting.chinese.patterns import pattern

_CLAUSE = pattern("[^，。；：！？,;:!?—]+")
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
