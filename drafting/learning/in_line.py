"""Lists that stand in one sentence between words of the outline: 差距就在眼前：甲；乙；丙。 向甲，向乙，表示感谢。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.chinese.script import HAN
from drafting.draft import Block
from drafting.learning.asking import comes_back
from drafting.learning.claims import Claims
from drafting.learning.frames import Frame, Frames
from drafting.learning.matching import soft
from drafting.outline.model import Question

_HAN = re.compile(f"[{HAN}]")
_LEAST = 4  # characters of wording that lead into a list
_PARTING = "；;，,、"


def entries_in_line(question: Question, frames: Frames, claims: Claims) -> list[str]:
    """The entries of a list as the outline says them in one sentence, each a stretch; claimed. None: empty."""
    around = [frame for frame in frames.around if frame.path == question.key]
    for block in claims.blocks:
        for start, end, entries in _found(around, block):
            most = len(entries) if question.at_most is None else question.at_most
            sound = max(2, question.at_least) <= len(entries) <= most and all(map(comes_back, entries))
            if sound and claims.is_free(block, start, end):
                for entry in entries:
                    claims.take_text(block, entry)
                return entries
    return []


def _found(around: list[Frame], block: Block) -> Iterator[tuple[int, int, list[str]]]:
    """Where lists may stand in a block, and their entries."""
    for frame in [frame for frame in around if frame.move is block.move]:
        if len(_HAN.findall(frame.left)) >= _LEAST and frame.right in _PARTING and frame.right:
            for match in re.finditer(f"{soft(frame.left)}(?P<all>[^。！？!?：:\n]+)", block.text):
                yield *match.span("all"), [one.strip() for one in re.split(soft(frame.right), match["all"])]
        elif frame.left == frame.right and len(frame.left) > 1 and frame.left[0] in _PARTING:
            entry = f"[^{_PARTING}。！？!?：:\n]{{2,}}"
            for match in re.finditer(f"{frame.left[1:]}(?P<all>{entry}(?:{soft(frame.left)}{entry})+)", block.text):
                yield *match.span("all"), re.split(soft(frame.left), match["all"])
