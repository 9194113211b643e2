"""Paragraphs that begin with the same dash or bullet, as the items of a list that they are: ——税费收入稳中有进。"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafting.draft import Block, Role, Span

_BULLETS = "●•■◆▲★◇□▪◦○※➢➤✓✔►▶·∙\uf0b7\uf0a7\uf0d8\uf06c\uf06e\uf075"
_SIGN = re.compile(f"(?:[—─－―]{{1,3}}|-{{2,3}}|-(?!\\d)|[{_BULLETS}])[ \u3000]*")
_FEWEST = 2  # paragraphs in a row: one alone may be a subtitle or a quotation's source


def bulleted_as_items(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, paragraphs side by side that begin with one sign as items, with the sign as their marker."""
    made = list(blocks)
    start = 0
    while start < len(blocks):
        sign = sign_of(blocks[start]).strip()
        end = start + 1
        while (
            sign
            and end < len(blocks)
            and sign_of(blocks[end]).strip() == sign
            and blocks[end].level == blocks[start].level
        ):
            end += 1
        if sign and end - start >= _FEWEST:
            made[start:end] = map(as_item, blocks[start:end])
        start = end
    return made


def sign_of(block: Block) -> str:
    """The sign that a paragraph without a number begins with, and the blank behind it.

    "" for none, or where it says nothing else.
    """
    if block.role is not Role.PARAGRAPH or block.marker or block.runs_on:
        return ""
    match = _SIGN.match(block.text)
    return match.group() if match and match.end() < len(block.text) else ""


def as_item(block: Block) -> Block:
    """A paragraph as an item; a heading that it begins with is told anew from its text."""
    match = _SIGN.match(block.text)
    size = match.end() if match else 0
    rest = (Span(block.text[size:], block.spans[0].source),)
    return replace(block, role=Role.ITEM, level=block.level + 1, marker=block.text[:size], spans=rest, heading=0)
