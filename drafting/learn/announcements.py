"""What is said before a list that its items are: 要抓好三件事： 存在的问题有："""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafting.chinese.patterns import pattern
from drafting.draft import Move, Role
from drafting.learn.cues import announced
from drafting.learn.evidence import Passage, wide

_SENTENCES = re.compile("[。；;！？!?]")
# What announces a list says how many there are, or ends with 如下, 有, 是; what else stands before one may be anything.
_ANNOUNCES = pattern(
    "[一二三四五六七八九十两几\\d](?:个|点|条|件|项|方面|种|句|层|大|招|关|步|道|类|处)"
    "|(?:以下|下列)[^，。]{0,3}(?:方面|问题|内容|情况)$|(?:以下|如下|下列|(?<!没)有|是|为|在)$"
)
_OF_THE_LAST = pattern("(?:末了|最后|末尾)(?:还|也|要|再|，)")  # 末了再加一条： of the last item alone
# What goes on with what the sentence before it says: 主要表现在：
_NEUTRAL = re.compile(
    "(?:主要|集中|突出|具体|这)?(?:表现|体现)(?:在|为)?(?:以下[^，。]{0,8}|[几一二三四五六七八九]个方面)?"
)
_POINTS = re.compile("[讲谈提说][^，]{0,6}[点个条](?:意见|看法|想法|要求|问题|体会|希望|$)")  # 我讲三点意见
# What an announcement weighs that is none for sure, or that stands more than some characters before the last word;
# behind a colon what is told already announces nothing.
_UNSURE, _BEFORE, _EARLIER, _BESIDE, _TOLD_ALREADY = 0.5, 0.7, 0.5, 8, 8


def introducers(passages: Sequence[Passage]) -> dict[int, int]:
    """For each item the paragraph right before its list, at the level of what contains the list."""
    found: dict[int, int] = {}
    before: dict[tuple[int, int], int] = {}  # by parent and level: the item before, in the same list
    paragraph: dict[tuple[int, int], int] = {}
    for position, passage in enumerate(passages):
        piece = passage.piece
        place = (piece.parent, piece.level)
        if piece.role is Role.PARAGRAPH:
            paragraph[place] = position
            before.pop((piece.parent, piece.level + 1), None)
        elif piece.role is Role.ITEM:
            sibling = before.get(place)
            if sibling is not None and passages[sibling].piece.number < piece.number:
                if sibling in found:
                    found[position] = found[sibling]
            elif sibling is None and (piece.parent, piece.level - 1) in paragraph:
                found[position] = paragraph[piece.parent, piece.level - 1]
            before[place] = position
    return found


def said(text: str) -> list[tuple[Move, float, str]]:
    """What is said before a list that its items are: what the last sentence that announces one names last.

    Where that names nothing (下面讲三条), what the sentence before it names.
    """
    end = wide(text[-120:]).rstrip("：。；！")
    sentences = [sentence[-60:] for sentence in _SENTENCES.split(end) if sentence][-3:]
    sentences = [sentence for sentence in sentences if not _OF_THE_LAST.match(sentence)] or sentences
    if len(sentences) > 1 and _NEUTRAL.fullmatch(sentences[-1]):
        sentences.pop()
    if text[-1:] in "：:" and sentences:
        return _named(sentences[-1], 1.0)
    for number in range(len(sentences) - 1, -1, -1):
        if _ANNOUNCES.search(sentences[number]):
            looks_back = number and not _POINTS.search(sentences[number])
            return _named(sentences[number], 1.0) or (_named(sentences[number - 1], _BEFORE) if looks_back else [])
    return _named(sentences[-1], _UNSURE) if sentences else []


def _named(sentence: str, sure: float) -> list[tuple[Move, float, str]]:
    _before, _colon, after = sentence.rpartition("：")
    last = after if len(after) > _TOLD_ALREADY else sentence
    [places] = announced().found([last], [((0, len(last)),)])
    found = [(announced().known[number], at[0], at[-1]) for number, at in places.items()]
    nearest = max([end for _cue, _first, end in found], default=0)
    return [
        (cue.move, cue.weight * sure * (1.0 if end >= nearest - _BESIDE else _EARLIER), last[first : first + 4])
        for cue, first, end in found
    ]
