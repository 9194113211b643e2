"""Speeches whose structure and moves were told by hand, a line a block.

A line is the move, level and marker of the block, and behind | its text; + before it: it goes on in the paragraph of
the block before.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drafting.draft import Block, Move, Role, Source, Span

HERE = Path(__file__).parent
WRITTEN = {file.stem: file for file in sorted((HERE / "written").glob("*.txt"))}
"""Speeches of many kinds and habits."""
LONGER = {file.stem: file for file in sorted((HERE / "longer").glob("*.txt"))}
"""Speeches of long paragraphs in which argument, facts and demands mix, under headings that do not name their moves."""
CUSTOMARY = {file.stem: file for file in sorted((HERE / "customary").glob("*.txt"))}
"""Speeches as most are: in the set phrases of the genre, on the trades and occasions that are spoken of most."""
_ROLES = {Move.TITLE: Role.TITLE, Move.BYLINE: Role.BYLINE, Move.GREETING: Role.SALUTATION}


def labelled(file: Path) -> list[Block]:
    """The blocks of such a speech."""
    made = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        head, _bar, text = line.partition("|")
        word, level, marker = head.removeprefix("+").split(" ")
        move = Move(word)
        role = _ROLES.get(move, Role.ITEM if marker else Role.PARAGRAPH)
        spans = (Span(text, Source.HAND),)
        made.append(Block(f"hand:{number}", role, int(level), marker, move, spans, 0, line.startswith("+")))
    return made


def text_of(blocks: Sequence[Block]) -> str:
    """The speech as plain text."""
    return "".join([("" if block.runs_on or not at else "\n") + block.text for at, block in enumerate(blocks)])
