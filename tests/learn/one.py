"""A speech of one sentence, and how it is read."""

from __future__ import annotations

from drafting.draft import Move
from drafting.learn import Speech, recognise

TITLE = "在全县粮食收购工作会议上的讲话"
BODY = "今年的粮食收购从八月十日开始，全县设点二十六个，各点都要把仓容、资金和人手备齐，不打白条，不压级压价。"


CARE = "在全县养老服务工作会议上的讲话\n同志们：\n今天开这个会，研究养老服务。我讲两点意见。\n"
"""The beginning of a speech about the care of the old, up to its parts."""


def only(text: str) -> Speech:
    [speech] = recognise(text)
    return speech


def page(*lines: str) -> str:
    return "\n\n".join([TITLE, "同志们：", *lines])


def moves(text: str) -> dict[str, Move]:
    """The move of each block, by its first words."""
    return {block.text[:6]: block.move for block in only(text).draft.blocks}
