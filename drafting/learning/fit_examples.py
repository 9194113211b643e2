"""What was done, by whom it was done and what came of it, in one paragraph: ……。例如，甲……；乙……。……。"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from drafting.learning.asking import comes_back
from drafting.learning.frames import SENTENCE, Frames, Shape
from drafting.learning.row_texts import ENDS, clauses_apart
from drafting.outline.model import Question, Type

_EXAMPLES = re.compile("(?:\\A|(?<=[。！]))(?:比如|例如|譬如)[，,](?P<said>[^。！？\n]+)[。！]")
_LEADS_IN = re.compile("(?:比如|例如|譬如)[，,]\\Z")


def told_by_example(text: str, question: Question, shape: Shape, frames: Frames) -> dict[str, Any]:
    """The cells of a row whose details are examples: what stands before them, they themselves, what came of it.

    Each is a stretch of the text, without the outline's own sentences; none where the outline tells no examples, or
    the text none.
    """
    path = f"{question.key}.{shape.details}"
    if not any(frame.path == path and _LEADS_IN.search(frame.left) for frame in frames.around):
        return {}
    match = _EXAMPLES.search(text)
    if not match:
        return {}
    columns = {column.key: column for column in question.columns}
    long = [key for key in shape.texts if columns[key].type is Type.LONG]
    before = _said(SENTENCE.findall(text[: match.start()])[::-1], frames)[::-1]
    after = _said(SENTENCE.findall(text[match.end() :]), frames)
    cells: dict[str, Any] = {
        shape.details: [one.strip(ENDS) for one in clauses_apart(match["said"]) if one.strip(ENDS)]
    }
    cells |= {key: "".join(said).strip().rstrip(ENDS) for key, said in zip(long, (before, after), strict=False) if said}
    sound = all(comes_back(one) for cell in cells.values() for one in ([cell] if isinstance(cell, str) else cell))
    return cells if sound else {}


def _said(sentences: Sequence[str], frames: Frames) -> list[str]:
    """The sentences up to the first that is the outline's own."""
    return list(takewhile(lambda sentence: not frames.says(sentence), sentences))
