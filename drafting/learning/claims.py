"""Which parts of a speech have become answers, and which have not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from drafting.chinese.script import has_han
from drafting.draft import Block
from drafting.learning.passages import Head, Passage

_SENTENCE = re.compile(r"[^。！？!?；;]+[。！？!?；;]*")
_LEAST = 4  # characters that are worth a mention


class Claims:
    """Marks the characters of a speech's blocks that became answers."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self._taken = {id(block): bytearray(len(block.text)) for block in blocks}

    def take(self, block: Block, start: int, end: int) -> None:
        """Mark some characters of a block's text, its marker counted."""
        self._taken[id(block)][start:end] = b"\1" * (end - start)

    def take_text(self, block: Block, text: str) -> None:
        """Mark where a text stands in a block."""
        at = block.text.find(text)
        if at >= 0:
            self.take(block, at, at + len(text))

    def is_free(self, block: Block, start: int = 0, end: int | None = None) -> bool:
        """Whether none of some characters of a block is taken."""
        return not any(self._taken[id(block)][start:end])

    def taken(self) -> int:
        """How many characters became answers."""
        return sum(map(sum, self._taken.values()))

    def left(self, says: Callable[[str], bool]) -> list[str]:
        """What became no answer, sentence by sentence, without markers.

        says: whether a sentence is the outline's own, which is left out.
        """
        left = []
        for block in self.blocks:
            taken = self._taken[id(block)]
            kept = ""
            for match in _SENTENCE.finditer(block.text, len(block.marker)):
                if any(taken[match.start() : match.end()]) or says(match.group()):
                    left += [kept] if len(kept) >= _LEAST and has_han(kept) else []
                    kept = ""
                else:
                    kept += match.group()
            left += [kept] if len(kept) >= _LEAST and has_han(kept) else []
        return left


def text_of(head: Head, passage: Passage) -> str:
    """What stands in an item behind its heading, its own paragraphs with it, a line each."""
    lines = [head.rest] if head.rest else []
    for element in passage.below:
        if not isinstance(element, Passage) or element.block.runs_on:
            break
        lines.append(element.block.text)
    return "\n".join(lines)
