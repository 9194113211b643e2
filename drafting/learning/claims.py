"""Which parts of a speech have become answers, and which have not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from drafting.chinese.script import has_han
from drafting.draft import Block
from drafting.learning.passages import Head, Passage

_SENTENCE = re.compile(r"[^。！？!?；;]+[。！？!?；;]*")
_CLAUSE = re.compile(r"[^，,；;：:。！？!?]+(?![：:])(?=[，,；;。！？!?]|\Z)")
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
        """What became no answer, without markers: whole sentences together, and clauses of sentences that did.

        says: whether a sentence or clause is the outline's own, which is left out.
        """
        left: list[str] = []
        for block in self.blocks:
            kept = ""
            for match in _SENTENCE.finditer(block.text, len(block.marker)):
                if self.is_free(block, match.start(), match.end()) and not says(match.group()):
                    kept += match.group()
                    continue
                left += [kept, *self._clauses_left(block, match, says)]
                kept = ""
            left.append(kept)
        return [text for text in left if len(text) >= _LEAST and has_han(text)]

    def _clauses_left(self, block: Block, sentence: re.Match[str], says: Callable[[str], bool]) -> Iterator[str]:
        """The clauses of a sentence that are neither the outline's nor, for the greater part, answers."""
        if says(sentence.group()):
            return
        for clause in _CLAUSE.finditer(block.text, sentence.start(), sentence.end()):
            taken = sum(self._taken[id(block)][clause.start() : clause.end()])
            if 2 * taken < len(clause.group()) - _LEAST and not says(clause.group()):
                yield clause.group()


def text_of(head: Head, passage: Passage) -> str:
    """What stands in an item behind its heading, its own paragraphs with it, a line each."""
    lines = [head.rest] if head.rest else []
    for element in passage.below:
        if not isinstance(element, Passage) or element.block.runs_on:
            break
        lines.append(element.block.text)
    return "\n".join(lines)
