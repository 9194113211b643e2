"""A text without what the outline itself says at its ends: what is left is the speech's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import dropwhile

from drafting.learning.row_texts import CLAUSES, ENDS, is_little_but

SENTENCES = re.compile("[^。！？!?]+[。！？!?：:]*")
"""The sentences of a text, each with the marks behind it."""
JOINT = re.compile(
    "\\A(?:(?:比如|例如|譬如)[，,]?|(?:应当|应该|需要|也要|还要|要)(?:清醒地?)?(?:说|看到|承认|指出)(?:的是)?[，,])"
)
"""What joins a sentence to the one before it, and is no part of an answer: 应当看到，"""


def own_off(text: str, says: Callable[[str], bool]) -> str:
    """A text without the sentences at its end that are the outline's own. says: whether the outline says a text."""
    sentences = SENTENCES.findall(text)
    while sentences and says(sentences[-1]):
        del sentences[-1]
    return "".join(sentences)


def trimmed(text: str, cells: Sequence[str], says: Callable[[str], bool]) -> str:
    """A text without what stands at its ends and is the outline's own, or holds little but an answer.

    cells: the answers that were found in it. says: whether the outline says a text.
    """
    sentences = SENTENCES.findall(own_off(text, says))
    clauses = CLAUSES.findall("".join(dropwhile(says, sentences)))
    for end in (0, -1):
        while clauses and (says(clauses[end]) or is_little_but(clauses[end], cells)):
            del clauses[end]
    return "".join(clauses).strip(ENDS) if len(clauses) < len(CLAUSES.findall(text)) else text
