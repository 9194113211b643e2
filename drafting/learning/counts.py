"""How many there are, said before a list: counted anew when the list grows."""

from __future__ import annotations

import re
from typing import Any

from drafting.chinese.numerals import counted, from_chinese
from drafting.learning.asking import Book

_COUNT = re.compile("([一二两三四五六七八九十]{1,3})([个点条项件层句步方类种])(?![一二三四五六七八九十])")
_NEAR = 24  # characters before the list in which its number is said


def count_entries(part: dict[str, Any], following: dict[str, Any], book: Book) -> None:
    """Let the number that a part says right before a list over answers follow them: 抓好三件事：一是……

    part: changed in place, where its text ends in the number of the entries that `following` repeats over.
    """
    text, key = part.get("text", ""), following.get("each", "")
    asked = next((asked for asked in book.asked if asked.key == key), None)
    if asked is None or not text:
        return
    sizes = {len(value or ()) for value in asked.values}
    begin = max(text.rfind("}"), text.rfind("\n"), len(text) - _NEAR) + 1
    found = [match for match in _COUNT.finditer(text, max(begin, 0)) if sizes == {_number(match[1])}]
    if found and counted(sizes.pop(), found[-1][2]) == found[-1].group():
        start, end = found[-1].span()
        part["text"] = f"{text[:start]}{{{{ {key}|count('{found[-1][2]}') }}}}{text[end:]}"


def _number(numeral: str) -> int | None:
    try:
        number = from_chinese(numeral)
    except ValueError:
        return None
    return int(number)
