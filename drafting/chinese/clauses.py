"""The clauses of a heading or a short answer. Told from the characters alone."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.chinese.patterns import pattern

_CLAUSE = pattern("[^，；：,;: ]+")
_PAUSED = pattern(r"(?<=\w\w)、(?=\w\w)")  # 抓源头、抓苗头, where no comma parts more
_IN_STEP = pattern("[抓促保强建创管守补破严防稳优提转惠]")  # 抓安全、促生产: of one length, and each with a verb
ACT = pattern(
    "抓|强化|加强|推[进动行广]|提[高升]|深化|改[进善造]|完善|健全|建[立强好设]|打[造牢]|落实|做[好实]|搞好|办好|管好|用好|守[住好]"
    "|坚[持定]|突出|明确|压实|夯实|优化|创[新建]|开展|组织|培[育养]|整[治改]|严[格守明]|保[障持证]|防[范止]|化解|补[齐上]|破解|规范"
    "|扩大|增强|维护|查[清处]"
)
"""Verbs with which a heading of office prose begins."""


def clauses_of(text: str) -> tuple[str, ...]:
    """The clauses of a text without their marks.

    A 、 parts clauses where each has a verb (抓源头、抓苗头) and no comma parts more; else it parts things in a row
    (车间、仓库).
    """
    clauses = tuple(_CLAUSE.findall(text))
    if len(clauses) == 1:
        parts = tuple(part for part in _PAUSED.split(text) if part)
        if _are_clauses(parts):
            return parts
    return clauses


def _are_clauses(parts: Sequence[str]) -> bool:
    if all(ACT.match(part) or part[0] == parts[0][0] for part in parts):
        return True
    return len({len(part) for part in parts}) == 1 and all(len(part) > 2 and _IN_STEP.match(part) for part in parts)
