"""What the number format of a cell makes of a number: a date, a time of day, a percentage."""

from __future__ import annotations

import re
from enum import Enum

_BUILT_IN = {
    **dict.fromkeys((9, 10), "0%"),
    **dict.fromkeys((14, 15, 30, 31), "yyyy-m-d"),
    **dict.fromkeys((16, 28, 29, 51, 53, 54, 58), "m-d"),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), "yyyy-m"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "h:mm"),
    22: "yyyy-m-d h:mm",
    **dict.fromkeys((5, 6, 7, 8, 42, 44), '"¥"#,##0.00'),
}
"""Formats that files name by number only (ECMA-376, part 1, 18.8.30; 27 to 36 and 50 to 58 as in zh-CN)."""

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)


class Shows(Enum):
    """What a cell shows for a number."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    MONTH = "month"  # 2026年6月
    DAY_OF_YEAR = "day of year"  # 6月30日
    TIME = "time"
    MOMENT = "moment"  # date and time


def format_of(number: int) -> str:
    """The format that goes by a number; "" for general and for plain numbers."""
    return _BUILT_IN.get(number, "")


def what_shows(code: str) -> Shows:
    """What a format code shows, by its first section: `yyyy"年"m"月"d"日"` a date, `0.0%` a percentage."""
    letters = _LITERAL.sub("", code.partition(";")[0]).lower().replace("general", "")
    has_time = "h" in letters or "s" in letters
    if "y" in letters or "d" in letters:
        if has_time:
            return Shows.MOMENT
        if "d" not in letters:
            return Shows.MONTH if "m" in letters else Shows.DATE
        return Shows.DATE if "y" in letters else Shows.DAY_OF_YEAR
    if has_time:
        return Shows.TIME
    return Shows.PERCENT if "%" in letters else Shows.NUMBER


SCALED = "*"
"""The unit of a format that shows a thousandth of the number, or a tenth: 12345 as 1.2万."""

_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^";\\])*')
_ASIDE = re.compile(r"_.|\*.|\[[^\]$][^\]]*\]|\[\$-[^\]]*\]|G/通用格式|General", re.IGNORECASE)
_PIECE = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|([^\x00-\x7f])')
_MONEY = frozenset("¥￥$€£")
_SHIFTED = re.compile(r"![.]|[0#?],+(?![0#?,])")  # 0!.0 shows a tenth, 0, a thousandth


def unit_shown(code: str) -> str:
    """What a format for numbers shows beside the number: 亿元 for `0.0"亿元"`, ¥ for a sign of money, "" for nothing.

    SCALED for a format that shows another number than the cell holds.
    """
    if not code or what_shows(code) is not Shows.NUMBER:
        return ""
    section = _SECTION.match(code)
    text = _ASIDE.sub("", section[0] if section else code)
    if _SHIFTED.search(_PIECE.sub(" ", text)) or "\\." in text:
        return SCALED
    literal = "".join("".join(found) for found in _PIECE.findall(text)).strip()
    is_said = any(one.isalpha() or one in _MONEY or one in "%‰" for one in literal)
    return literal if is_said else ""
