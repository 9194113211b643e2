"""Which parts of a speech have become answers, and which have not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from drafting.chinese.script import has_han
from drafting.draft import Block, Role
from drafting.learning.passages import Head, Passage
from drafting.learning.row_texts import HELPING, SEE_TO_IT

_SENTENCE = re.compile(r"[^。！？!?；;]+[。！？!?；;]*[”’」』]*")
_CLAUSE = re.compile(r"[^，,；;：:。！？!?]+")
_FREE = re.compile(b"\0+")
_CELL = "\t"  # between the cells of a row
# A clause that says more of the figure before it: 同比增长7.2%.
_OF_THE_ONE_BEFORE = re.compile(
    "同比|环比|其中|分别|[比较与](?:上|去|前|同期)|占|增长|增幅|净增|[净多少]?[增减超短][收支产]"
    "|下降|降幅|提高|增加|减少"
)
# What stands between answers that say who does it, and is what their questions ask: 甲要会同乙.
_ASSIGNS = re.compile(
    f"(?:要|由|请|以)?(?:总?牵头|总?负责|主抓|会同|协同|为主|配合|协助|协办|{HELPING}(?:支持|协作|工作)?)?"
    f"(?:抓落实|办理|落实|{SEE_TO_IT})?"
)
_SIGNS = re.compile(r"[\W_]+")
_AROUND = " \u3000（）()"
_LEAST, _SHORT = 2, 4  # characters of a clause that are worth a mention; fewer than so many stand anywhere by chance


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

    def says_all(self, block: Block) -> bool:
        """Whether a block is a paragraph, or an item that alone says all that serves its move."""
        return not block.marker or all(other is block or other.move is not block.move for other in self.blocks)

    def taken(self, blocks: Iterable[Block] | None = None) -> int:
        """How many characters became answers, of all blocks or of some."""
        marks = self._taken.values() if blocks is None else [self._taken[id(block)] for block in blocks]
        return sum(map(sum, marks))

    def left(self, composed: str) -> list[str]:
        """What became no answer, without markers: whole sentences together, and clauses of sentences that did.

        composed: what the outline drafts from the answers; what stands there to the letter is not left.
        """
        said = _plain(composed)
        clauses_said = {_plain(clause) for clause in _CLAUSE.findall(composed)}
        left: list[str] = []
        for block in self.blocks:
            kept = ""
            for match in _SENTENCE.finditer(block.text, len(block.marker)):
                clauses = list(self._clauses_left(block, match, said, clauses_said))
                if clauses and self.is_free(block, match.start(), match.end()):
                    kept += match.group()
                    continue
                if all(len(clause) == _LEAST for clause in clauses):
                    clauses = []  # a word that leads to answers: 刚才，
                left += [kept, *clauses]
                kept = ""
            left.append(kept)
        return [text for text in left if text]

    def _clauses_left(self, block: Block, sentence: re.Match[str], said: str, clauses: set[str]) -> Iterator[str]:
        """The clauses of a sentence of which something is neither answered nor said.

        One that says more of the clause before it is not parted from it.
        """
        left: list[tuple[int, int]] = []
        before = -1  # where the clause before begins
        for clause in _CLAUSE.finditer(block.text, sentence.start(), sentence.end()):
            if self._is_left(block, clause, said, clauses):
                begin = clause.start()
                if before >= 0 and _OF_THE_ONE_BEFORE.match(clause.group()):
                    begin = left.pop()[0] if left and left[-1][0] <= before < left[-1][1] else before
                left.append((begin, clause.end()))
            before = clause.start()
        yield from [self._words_left(block, start, end) for start, end in left]

    def _words_left(self, block: Block, start: int, end: int) -> str:
        """Some clauses of which something is left; below the title no more than that: of （2025年2月6日 录音整理）."""
        if block.role is Role.BYLINE:
            free = _FREE.finditer(self._taken[id(block)], start, end)
            start, end = max([match.span() for match in free], key=lambda span: span[1] - span[0])
            return block.text[start:end].strip(_AROUND)
        return block.text[start:end].strip()

    def _is_left(self, block: Block, clause: re.Match[str], said: str, clauses: set[str]) -> bool:
        for free in _FREE.finditer(self._taken[id(block)], clause.start(), clause.end()):
            words = _plain(block.text[free.start() : free.end()])
            is_whole = free.span() == clause.span()
            if not is_whole and _ASSIGNS.fullmatch(words):
                continue
            is_said = words in clauses if is_whole and len(words) < _SHORT else words in said
            if len(words) >= _LEAST + (not is_whole) and has_han(words) and not is_said:
                return True
        return False


def _plain(text: str) -> str:
    """The text without punctuation and blanks."""
    return _SIGNS.sub("", text)


def text_of(head: Head, passage: Passage) -> str:
    """What stands in an item behind its heading, its own paragraphs with it, a line each.

    It is without the rows of a table and what leads into them: one row says nothing without the others.
    """
    lines = [head.rest] if head.rest else []
    for element in passage.below:
        if not isinstance(element, Passage) or element.block.runs_on:
            break
        if _CELL not in element.block.text:
            lines.append(element.block.text)
        elif lines and lines[-1].endswith(("：", ":")):
            lines.pop()
    return "\n".join(lines)
