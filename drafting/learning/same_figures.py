"""Whether two equal figures of a speech are one fact: 投诉58件 and 58件投诉, 达标29项 and further on 从19项干到29项."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_TWO = 2  # digits of a figure, and how many of them tell it from others
_SHARES = ("%", "％", "‰", "百分点", "倍", "成")


class Beside(NamedTuple):
    """What stands beside a figure: the words of its clause and its sentence; if it is a rate, or days left."""

    words: frozenset[str] = frozenset()
    sentence: str = ""
    is_rate: bool = False
    is_left: bool = False


def is_same(values: Sequence[str | None], one: Beside, other: Beside) -> bool:
    """Whether equal figures of two or more digits are one fact, given what stands beside each.

    They are where all words beside one of them stand beside the other: 开工项目10个 is not 竣工项目10个. In another
    sentence a figure that is not round is the same, for two things seldom come to 29; rates do.
    """
    told = [value for value in values if value]
    if one.is_rate or other.is_rate or any(sum(map(str.isdigit, value)) < _TWO for value in told):
        return False
    if one.is_left and other.is_left:
        return True  # 只剩40天, 奋战40天
    if one.words and other.words and (one.words <= other.words or other.words <= one.words):
        return True
    is_share = any(value.endswith(_SHARES) for value in told)
    return not is_share and one.sentence != other.sentence and all(_telling(value) >= _TWO for value in told)


def _telling(value: str) -> int:
    """How many digits of a figure tell it from others: 2 of 4100万元, 1 of 100天."""
    return len("".join([c for c in value if c.isdigit()]).strip("0"))
