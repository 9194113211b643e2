"""Stages told in running text: 第一阶段为自查阶段（3月至4月），各单位要……；第二阶段……."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.chinese.patterns import pattern
from drafting.draft import Block
from drafting.learning.asking import comes_back
from drafting.learning.claims import Claims
from drafting.learning.matching import suits
from drafting.learning.row_texts import ENDS
from drafting.outline.model import Question, Type

ASKS_STAGES = re.compile("分几(?:步|个阶段)")
# The span in brackets, with or without the name of the stage before it, or at once behind the number.
_SPAN = "[^（）()，。；：]{0,12}(?:\\d|[一二三四五六七八九十])+(?:月|[号日])[^（）()，。；：]{0,16}"
_STAGE = pattern(
    "(?:\\A|(?<=[，。；：]))第[一二三四五六](?:个)?阶段[是为，：:]*"
    f"(?:[^，。；：（）()]{{0,20}}[（(](?P<within>{_SPAN})[）)]|(?P<span>{_SPAN}))[，。：:是为]*"
)
_WHOLE = 160  # characters of what is done in one stage
_FEWEST = 2


def told_stages(question: Question, claims: Claims) -> list[dict[str, str]]:
    """The stages that paragraphs tell one behind the other, each its span and what is done in it; claimed.

    None where fewer than two are told, where one is no answer, or where the question asks for more than that.
    """
    if question.type is not Type.TABLE or not ASKS_STAGES.search(question.ask) or len(question.columns) != 2:
        return []
    found = [stage for block in claims.blocks for stage in _stages(block)]
    span, do = question.columns
    sound = all(suits(when, span) and comes_back(what) and len(what) <= _WHOLE for _block, when, what in found)
    free = all(
        claims.is_free(block, block.text.find(what), block.text.find(what) + len(what)) for block, _, what in found
    )
    if len(found) < _FEWEST or not sound or not free:
        return []
    for block, when, what in found:
        claims.take_text(block, when)
        claims.take_text(block, what)
    return [{span.key: when, do.key: what} for _block, when, what in found]


def _stages(block: Block) -> Iterator[tuple[Block, str, str]]:
    """The stages in a paragraph: its block, the span, and what is said from there to the next stage."""
    matches = [*_STAGE.finditer(block.text)]
    for place, match in enumerate(matches):
        is_last = match is matches[-1]
        said = block.text[match.end() :] if is_last else block.text[match.end() : matches[place + 1].start()]
        what = said.partition("。")[0] if is_last else said
        yield block, match["within"] or match["span"], what.strip().strip(ENDS)
