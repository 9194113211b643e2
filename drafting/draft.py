"""The one model between all readers and writers: a draft is blocks in order, a block is spans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple


class Role(StrEnum):
    """What a block is on the page."""

    TITLE = "title"
    BYLINE = "byline"
    SALUTATION = "salutation"
    ITEM = "item"
    PARAGRAPH = "paragraph"


class Move(StrEnum):
    """The rhetorical job of a passage (a term of genre analysis)."""

    TITLE = "title"
    BYLINE = "byline"
    GREETING = "greeting"
    OPENING = "opening"
    SIGNIFICANCE = "significance"
    ACHIEVEMENTS = "achievements"
    EXPERIENCE = "experience"
    SHORTCOMINGS = "shortcomings"
    GOALS = "goals"
    TASKS = "tasks"
    GUARANTEE = "guarantee"
    CLOSING = "closing"


class Source(StrEnum):
    """Where the text of a span came from."""

    WORDING = "wording"
    FACT = "fact"
    MISSING = "missing"
    COUNT = "count"  # computed from the structure: the 三 of 三点意见
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with one source.

    path: which answer the text came from or is waiting for (`meeting`, `tasks[2].deadline`, `house.guidance`);
    places in a list count from 1. Empty for wording and hand.
    """

    text: str
    source: Source = Source.WORDING
    path: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or an enumerated item: from its marker to the next marker or the end of the paragraph.

    key: names the block for wordings, anchors and merging; stable while the structure of the facts is.
    level: 0 outside any enumeration; an item has 1 + the level of the item that contains it; a paragraph that
        continues an item has that item's level.
    marker: the enumerator with its punctuation, "" for none.
    heading: how many leading spans are a heading. All of them, where it has a line of its own (then it ends without
        a full stop) or is run in and nothing follows.
    runs_on: the block stands in the same paragraph of the page as the block before it.
    """

    key: str
    role: Role
    level: int
    marker: str
    move: Move
    spans: tuple[Span, ...]
    heading: int = 0
    runs_on: bool = False

    @property
    def text(self) -> str:
        """The block as it is read, its marker included."""
        return self.marker + "".join([span.text for span in self.spans])

    @property
    def is_heading(self) -> bool:
        """Whether the block is a heading on a line of its own: nothing else, and not closed as a sentence."""
        return 0 < len(self.spans) == self.heading and not self.spans[-1].text.endswith("。")

    @property
    def depth(self) -> int:
        """The level at which its heading stands: one below the item that contains it, marked or not."""
        return self.level if self.marker else self.level + 1


class Gap(NamedTuple):
    """A fact that is still missing, where the draft is waiting for it.

    question: path of the answer; block: key of the block, "" where no block shows the gap.
    """

    question: str
    block: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A speech: its blocks in reading order."""

    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The lines of the title, joined; "" for a speech without one."""
        return "".join([block.text for block in self.blocks if block.role is Role.TITLE])

    def paragraphs(self) -> Iterator[tuple[Block, ...]]:
        """The blocks grouped as they stand on the page, one tuple a paragraph."""
        group: list[Block] = []
        for block in self.blocks:
            if group and not block.runs_on:
                yield tuple(group)
                group = []
            group.append(block)
        if group:
            yield tuple(group)

    @property
    def text(self) -> str:
        """The whole speech, one paragraph a line."""
        return "\n".join(["".join([block.text for block in group]) for group in self.paragraphs()])

    def gaps(self) -> list[Gap]:
        """The missing facts in reading order, one entry for each place that waits for one."""
        return [
            Gap(span.path, block.key) for block in self.blocks for span in block.spans if span.source is Source.MISSING
        ]


_SOURCES = {Source.WORDING: "w", Source.FACT: "f", Source.MISSING: "m", Source.COUNT: "c", Source.HAND: "h"}
_LETTERS = {letter: source for source, letter in _SOURCES.items()}
_ROLES, _MOVES = {role.value: role for role in Role}, {move.value: move for move in Move}


def to_data(draft: Draft) -> dict[str, Any]:
    """The draft as plain data for JSON, one list for each field of blocks and of spans, which is written fastest.

    Their paths stand there for the spans that have one. `from_data` gives the same draft back.
    """
    blocks = draft.blocks
    spans = [span for block in blocks for span in block.spans]
    return {
        "keys": [block.key for block in blocks],
        "roles": [block.role for block in blocks],
        "levels": [block.level for block in blocks],
        "markers": [block.marker for block in blocks],
        "moves": [block.move for block in blocks],
        "headings": [block.heading for block in blocks],
        "runs_on": "".join(["1" if block.runs_on else "0" for block in blocks]),
        "spans": [len(block.spans) for block in blocks],
        "texts": [span.text for span in spans],
        "sources": "".join([_SOURCES[span.source] for span in spans]),
        "pathed": "".join(["1" if span.path else "0" for span in spans]),
        "paths": [span.path for span in spans if span.path],
    }


def from_data(data: Mapping[str, Any]) -> Draft:
    """The draft that `to_data` wrote.

    Raises ValueError, KeyError or TypeError if `data` has another shape.
    """
    paths = iter(data["paths"])
    spans = [
        Span(str(text), _LETTERS[letter], str(next(paths, "")) if pathed == "1" else "")
        for text, letter, pathed in zip(data["texts"], data["sources"], data["pathed"], strict=True)
    ]
    blocks, at = [], 0
    fields = ("keys", "roles", "levels", "markers", "moves", "headings", "runs_on", "spans")
    for key, role, level, marker, move, heading, runs_on, count in zip(*(data[name] for name in fields), strict=True):
        own = tuple(spans[at : at + int(count)])
        at += len(own)
        blocks.append(
            Block(str(key), _ROLES[role], int(level), str(marker), _MOVES[move], own, int(heading), runs_on == "1")
        )
    if at != len(spans):
        raise ValueError("spans that belong to no block")
    return Draft(tuple(blocks))
