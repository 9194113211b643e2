"""The marks by which what some years say is joined to the text around it; they are no part of an answer."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.learning.asking import comes_back

_JOINTS = frozenset("，；、,;")
ENDS = "。！？，；、,;"
"""The marks that end a sentence or a clause."""


def marks_around(values: Sequence[str]) -> tuple[str, str]:
    """The mark before what some editions say, or else the one behind it: ("，", ""), ("", "，"); or neither.

    values: one an edition, "" for those that do not say it; not all are.
    """
    said = [value for value in values if value]
    firsts, lasts = {value[0] for value in said}, {value[-1] for value in said}
    if len(firsts) == 1 and firsts <= _JOINTS and all(comes_back(value[1:]) for value in said):
        return firsts.pop(), ""
    if len(lasts) == 1 and lasts <= _JOINTS and all(comes_back(value[:-1]) for value in said):
        return "", lasts.pop()
    return "", ""
