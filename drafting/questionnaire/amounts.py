"""Amounts as people type them and facts files do not take them: 1亿3千万, 3万5千, 3千5百万, 百分之百."""

from __future__ import annotations

import re

from drafting.chinese.numerals import to_chinese
from drafting.chinese.script import compact

_STEPS = re.compile(r"(?<![\d.])\d{1,4}[十百千]?[万亿千百](?:零?\d{1,4}(?:[十百千]?[万亿千百十]|(?!\d)))+", re.ASCII)
_FIGURES = re.compile(r"\d{1,4}", re.ASCII)
_WHOLE = re.compile("百分之百(?![一二三四五六七八九零])")


def in_numerals(text: str) -> str:
    """The text with an amount in steps, each step with its own unit, in numerals: 3万5千元 is 三万五千元.

    Whether that is a number is for its reader to say: 三万五 is none, for it means 35000 and looks like 30005.
    """
    typed = _WHOLE.sub("百分之一百", compact(text))
    return _STEPS.sub(lambda steps: _FIGURES.sub(lambda figures: to_chinese(int(figures[0])), steps[0]), typed)
