"""Items of one list mostly serve one move, and headings of one form say the same kind of thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from drafting.chinese.patterns import pattern
from drafting.draft import Move, Role
from drafting.i18n import _
from drafting.learn.evidence import BODY, Passage

_OWN = 0.6  # how much of what its own heading says an item does not share
# 抓好这项工作是保障供应的现实需要: what a heading says that judges what a thing is good for.
_JUDGES = pattern(
    "^[^。，；]{0,40}是[^。；]{2,60}的[^。，；的]{0,6}"
    "(?:需要|要求|体现|保证|保障|举措|途径|选择|基础|前提|关键|标志|责任|使命|任务|内容|环节|支撑|抓手)[。，；]?$"
)
# 复审是发展需要: the same in so few words that what proves it would outweigh them.
_JUDGES_SHORTLY = pattern(
    "^[^。，；是]{2,10}是[^。，；的]{2,6}(?:需要|要求|期盼|期待|责任|使命|关键|保障|前提|选择|途径|大事)[。，；？]?$"
)
_WEIGHT = 4.0
# 关于平安建设工作: one of several matters, each told from its state to what is to be done.
_ABOUT = pattern(
    "^关于(?![^。，；]{0,12}(?:去年|过去|上年|前[段期]|今年|明年|下[一步半]|回顾|成绩|成效|形势|意义|认识|总结|保障|领导|要求|目标|思路|任务))"
    "[^。，；]{2,24}[。，；]?$"
)


def agree(passages: Sequence[Passage], body: Sequence[int]) -> None:
    """Let the items of each list speak for one another. body: the positions of the blocks of the body."""
    for group in _lists(passages, body):
        siblings = [passages[position] for position in group]
        if not siblings[0].is_part:
            _share(siblings)
        judging = [passage for passage in siblings if _JUDGES.match(passage.piece.heading)]
        if len(judging) > 1:
            _level(judging)
        shortly = [passage for passage in siblings if _JUDGES_SHORTLY.match(passage.piece.heading)]
        for passage in shortly if len(shortly) == len(siblings) else ():
            passage.add(Move.SIGNIFICANCE, _WEIGHT, _("says what it is good for"))
        about = [passage for passage in siblings if _ABOUT.match(passage.piece.heading)]
        if len(about) > 2:
            _level(about)


def _lists(passages: Sequence[Passage], body: Sequence[int]) -> list[list[int]]:
    """The items of each list of more than one; the parts of the speech are one of them."""
    groups: dict[tuple[int, int, str, int], list[int]] = defaultdict(list)
    run: dict[tuple[int, int, str], tuple[int, int]] = {}
    for position in body:
        piece = passages[position].piece
        if piece.role is not Role.ITEM:
            continue
        key = (piece.parent, piece.level, piece.marker[-1:])
        number, last = run.get(key, (0, 0))
        if piece.number <= last:
            number += 1
        run[key] = (number, piece.number)
        groups[*key, number].append(position)
    return [group for group in groups.values() if len(group) > 1]


def _share(siblings: Sequence[Passage]) -> None:
    """Items of one list mostly serve one move; what the heading of one says is its own."""
    for move in BODY:
        own = [passage.headed.get(move, 0.0) for passage in siblings]
        shared = sum([passage.scores[move] for passage in siblings]) - _OWN * sum(own)
        for passage, heading in zip(siblings, own, strict=True):
            passage.scores[move] = heading + 0.5 * (passage.scores[move] - heading) + 0.5 * shared / len(siblings)


def _level(siblings: Sequence[Passage]) -> None:
    """Those whose headings have one form serve the same move."""
    for move in BODY:
        mean = sum([passage.scores[move] for passage in siblings]) / len(siblings)
        for passage in siblings:
            passage.scores[move] = mean
