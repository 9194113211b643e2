"""How many there are, said before a list: 要抓好以下三项工程： is followed by three."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.check import Finding
from drafting.chinese.enumerators import parse_marker
from drafting.chinese.numerals import counted, from_chinese
from drafting.draft import Block, Draft, Source
from drafting.i18n import _

_DIGITS = "一二两三四五六七八九十"
_LIST = 2  # items, at the least
# Right before the colon; not 第三个, 三个月, 三四项.
_SAID = re.compile(
    f"(?<![第{_DIGITS}百千万几每同前后])([{_DIGITS}]{{1,3}})([个点条项件句步方类种])(?!月|小时|工作日|百分点|季度|星期|[{_DIGITS}])[^，。；：、“”（）]{{0,10}}"
    "(?P<end>[：:]\\Z)"
)
_GOES_BY = re.compile("(?:围绕|按照|根据|针对|结合|对照)[^，。；：]*\\Z")  # the number is of something else


def check_counts(draft: Draft) -> Iterator[Finding]:
    """A finding for each list of more or fewer items than are said in the words that end in a colon right before it.

    A number that the outline counts itself is right, and one that a gap may belong to is not judged.
    """
    blocks = draft.blocks
    for place, block in enumerate(blocks[:-1]):
        said = _SAID.search(block.text) if block.text.endswith(("：", ":")) else None
        if said is None or _GOES_BY.search(block.text, 0, said.start()) or _is_counted(block, said.start(1)):
            continue
        items = _items_behind(blocks, place)
        if items >= _LIST and _number(said[1], said[2]) not in (0, items):
            told = block.text[said.start() : said.start("end")]
            message = _("“{said}” is said here, and {n} follow.")
            yield Finding("counts", block.key, message.format(said=told, n=items))


def _number(numeral: str, measure: str) -> int:
    """How many are said; 0 where it is no number: 三四项."""
    try:
        number = int(from_chinese(numeral))
    except ValueError:
        return 0
    return number if counted(number, measure) == numeral + measure else 0


def _items_behind(blocks: Sequence[Block], place: int) -> int:
    """How many items the list has that begins right behind a block; 0 where none does."""
    first = parse_marker(blocks[place + 1].marker)
    level = blocks[place + 1].level
    if first is None or level < blocks[place].level:
        return 0
    count = 0
    for block in blocks[place + 1 :]:
        marker = parse_marker(block.marker)
        if block.level < level or (block.level == level and marker and (marker.family != first.family)):
            break
        if block.level == level and marker:
            if count and marker.number <= first.number:
                break
            count += 1
    return count


def _is_counted(block: Block, start: int) -> bool:
    """Whether a number was counted when the draft was made, or something of the block is still missing."""
    end = len(block.marker)
    for span in block.spans:
        end += len(span.text)
        if span.source is Source.MISSING:
            return True
        if end > start:
            return span.source is Source.COUNT
    return False
