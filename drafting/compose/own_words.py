"""Paragraphs of the user's own, put where the facts file says."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from drafting.chinese.punctuation import widen
from drafting.compose.tidy import closed, paragraphs
from drafting.compose.values import source_of
from drafting.draft import Block, Role, Span
from drafting.facts.model import OwnWords

_PATH = "own_words"


def place_own_words(
    blocks: Sequence[Block], own_words: Sequence[OwnWords], tidy: bool
) -> tuple[list[Block], tuple[OwnWords, ...]]:
    """The blocks with the paragraphs among them, and those whose block is not in this draft."""
    placed = list(blocks)
    unplaced = []
    behind: set[str] = set()  # keys of what was put behind its block, and stays next to it
    for number, words in enumerate(own_words, 1):
        at = _position(placed, words, behind)
        if at is None:
            unplaced.append(words)
        else:
            part = next(block for block in placed if belongs(block.key, words.anchor))
            made = _blocks(words, f"{_PATH}[{number}].text", part, tidy)
            placed[at:at] = made
            behind.update(block.key for block in made if words.after)
    return placed, tuple(unplaced)


def belongs(key: str, anchor: str) -> bool:
    """Whether a block is the anchor itself, one of its paragraphs, or below it."""
    return key == anchor or key.startswith((anchor + "/", anchor + "#", anchor + "."))


def _position(blocks: Sequence[Block], words: OwnWords, behind: Collection[str]) -> int | None:
    """Where in the list the words go; never into the middle of a paragraph."""
    places = [place for place, block in enumerate(blocks) if belongs(block.key, words.anchor)]
    if not places:
        return None
    at = places[-1] + 1 if words.after else places[0]
    step = 1 if words.after else -1
    while 0 < at < len(blocks) and blocks[at].runs_on:
        at += step
    while words.after and at < len(blocks) and blocks[at].key in behind:
        at += 1  # what stands there already was named before
    return at


def _blocks(words: OwnWords, path: str, part: Block, tidy: bool) -> list[Block]:
    text = widen(words.text) if tidy else words.text
    lines = paragraphs([Span(text, source_of(text), path)], tidy)
    return [
        Block(
            f"{path}#{number}",
            Role.PARAGRAPH,
            part.level,
            "",
            part.move,
            tuple(closed(spans) if tidy else spans),
        )
        for number, spans in enumerate(lines, 1)
    ]
