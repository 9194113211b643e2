"""How many there are, said before a list: counted anew when the list grows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from drafting.chinese.numerals import counted, from_chinese
from drafting.learning.asking import Book

Part = dict[str, Any]
_COUNT = re.compile("([一二两三四五六七八九十]{1,3})([个点条项件层句步方类种])(?![一二三四五六七八九十])")
_NEAR = 24  # characters before the list in which its number is said


def count_entries(part: Part, following: Part, book: Book) -> None:
    """Let the number that a part says right before a list over answers follow them: 抓好三件事：一是……

    part: changed in place, where its text ends in the number of the entries that `following` repeats over.
    """
    asked = next((asked for asked in book.asked if asked.key == following.get("each")), None)
    if asked is not None:
        _count(part, following["each"], {len(value or ()) for value in asked.values})


def count_items(parts: Sequence[Part], above: Part | None = None) -> None:
    """Let the numbers said before lists whose items are parts of the outline follow the outline.

    parts: side by side; those that announce a list are changed in place. above: the part that contains them.
    """
    before, counter = above, "below"
    for is_list, run in groupby(parts, key=_is_item):
        items = list(run)
        if is_list and before is not None:
            _count(before, counter, {len(items)})
        before, counter = items[-1], "beside"


def _is_item(part: Part) -> bool:
    return part.get("number", "none") != "none" and not {"each", "when"} & set(part)


def _count(part: Part, counter: str, sizes: set[int]) -> None:
    """Let the last number that is that of the list follow it: where the text ends, else in what heads it."""
    for key in ("text", "lead", "heading"):
        text = part.get(key, "")
        begin = max(text.rfind("}"), text.rfind("\n"), len(text) - _NEAR if key == "text" else -1) + 1
        found = [match for match in _COUNT.finditer(text, max(begin, 0)) if sizes == {_number(match[1])}]
        if found and counted(min(sizes), found[-1][2]) == found[-1].group():
            start, end = found[-1].span()
            part[key] = f"{text[:start]}{{{{ {counter}|count('{found[-1][2]}') }}}}{text[end:]}"
            return


def _number(numeral: str) -> int | None:
    try:
        number = from_chinese(numeral)
    except ValueError:
        return None
    return int(number)
