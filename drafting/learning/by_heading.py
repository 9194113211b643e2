"""Items of a paper headed by what a question asks for: 基本原则。甲；乙。 发展目标。到2027年，甲5万亩，乙3万吨。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from drafting.draft import Block, Move
from drafting.learning.asking import comes_back
from drafting.learning.claims import Claims
from drafting.learning.fit_sentences import fits
from drafting.learning.frames import SENTENCE
from drafting.learning.listings import lead_of, listings
from drafting.learning.passages import Element, Passage, head_of
from drafting.learning.row_texts import ENDS, clauses_apart
from drafting.outline.model import Question, Type

_ASKS_PRINCIPLES, _PRINCIPLES = re.compile("原则"), re.compile("(?:基本|主要|工作|遵循的?)*原则")
_ASKS_TARGETS, _TARGETS = (
    re.compile("目标"),
    re.compile(
        "(?:(?:确保|全面|坚决|如期|圆满)*(?:完成|实现))?(?:(?:[今明全]年度?|\\d{4}年度?)的?)?"
        "(?:发展|主要|总体|工作|预期|具体|年度|奋斗|建设|任务)*目标(?:任务)?(?:(?:必须|一定要?|务必)?(?:要|能)?(?:完成|实现|达到))?"
    ),
)
_CLAUSE = re.compile("[^，；。！]+[，；。！]*")
_BY_WHEN = re.compile("(?:力争)?[到至]?(?:\\d{4}年|今年|年)(?:[底末]|年底)?|[到至]“[^”]{2,4}”末")
_FIGURE = re.compile("\\d")
_OF_THE_ONE_BEFORE = re.compile("其中|同比|增长|增幅|[比较][上去前]|占")
_LEAST = 2  # entries


def by_heading(claims: Claims, tree: Sequence[Element], question: Question) -> list[str]:
    """The entries of a list that stand in an item headed by its name, each a stretch; claimed. None: empty."""
    if question.type is not Type.LIST:
        return []
    for asked, name in ((_ASKS_PRINCIPLES, _PRINCIPLES), (_ASKS_TARGETS, _TARGETS)):
        for block, text in _headed(tree, name) if asked.search(question.ask) else ():
            entries = _demands(text) if name is _PRINCIPLES else _figures(text)
            sound = len(entries) >= _LEAST and fits(question, entries) and all(map(comes_back, entries))
            start = block.text.find(text)
            if sound and claims.is_free(block, start, start + len(text)):
                for entry in entries:
                    claims.take_text(block, entry)
                return entries
    return []


def _headed(tree: Sequence[Element], name: re.Pattern[str]) -> Iterator[tuple[Block, str]]:
    """What stands under the headings with a name, in the item itself or in the one paragraph below, and its block."""
    for listing, _above in listings(tree):
        for item in listing.items:
            if item.block.move is not Move.GOALS or not name.fullmatch(lead_of(item).strip().rstrip(ENDS)):
                continue
            below = item.below[0] if len(item.below) == 1 else None
            rest = head_of(item).rest
            if rest and below is None:
                yield item.block, rest
            elif not rest and isinstance(below, Passage):
                yield below.block, below.body


def _demands(text: str) -> list[str]:
    """What is parted by semicolons, or else sentence by sentence."""
    parted = clauses_apart(text)
    return [entry.strip(ENDS) for entry in (parted if len(parted) > 1 else SENTENCE.findall(text))]


def _figures(text: str) -> list[str]:
    """The clauses with figures, the day by which with the first of them; what has none goes on with the one before.

    So does what is said of that one: 其中……, 增长15%以上. A sentence behind with a colon gives the figures of others.
    """
    entries: list[str] = []
    goes_on = False
    whole = list(takewhile(lambda sentence: "：" not in sentence, SENTENCE.findall(text)))
    for clause in _CLAUSE.findall("".join(whole) or text):
        said = clause.strip(ENDS)
        if entries and (goes_on or not _FIGURE.search(said) or _OF_THE_ONE_BEFORE.match(said)):
            entries[-1] += clause
        else:
            entries.append(clause)
        goes_on = _BY_WHEN.fullmatch(said) is not None
    return [entry.strip(ENDS) for entry in entries] if len(entries) > 1 and _FIGURE.search(entries[0]) else []
