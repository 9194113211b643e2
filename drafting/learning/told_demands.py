"""What is to be done, told in one paragraph without numbers: 要深化能力提升，轮训1200人次；要关爱干警，落实年休假。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.draft import Block
from drafting.learning.asking import comes_back
from drafting.learning.frames import SENTENCE
from drafting.learning.passages import Listing, Passage
from drafting.learning.row_texts import ENDS, clauses_apart

_DEMAND = re.compile(
    "(?:(?:同时|此外|另外)[，,]?)?(?:还|也|更)?(?:要(?![求素点么是害紧])|必须|务必)"
    "(?P<head>[^，。；：,;:]{4,14})[，,](?P<how>.{4,})"
)
_FEWEST = 2


def demands_below(part: Passage) -> list[tuple[Block, str, str]]:
    """The demands in the paragraphs right below a part, each its block, what it is about, and how it is done.

    None where a list stands below too, or fewer than two are told.
    """
    if any(isinstance(element, Listing) for element in part.below):
        return []
    found = [demand for element in part.below if isinstance(element, Passage) for demand in _demands(element.block)]
    return found if len(found) >= _FEWEST else []


def _demands(block: Block) -> Iterator[tuple[Block, str, str]]:
    for sentence in SENTENCE.findall(block.text):
        for clause in clauses_apart(sentence):
            match = _DEMAND.fullmatch(clause.strip().strip(ENDS))
            if match and comes_back(match["head"]) and comes_back(match["how"]):
                yield block, match["head"], match["how"]
