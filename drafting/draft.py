"""The one model between all readers and writers: a draft is blocks in order, a block is spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


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


@dataclass(frozen=True, slots=True)
class Gap:
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


def to_data(draft: Draft) -> list[list[Any]]:
    """The draft as plain lists for JSON; `from_data` gives the same draft back."""
    return [
        [
            block.key,
            block.role,
            block.level,
            block.marker,
            block.move,
            block.heading,
            int(block.runs_on),
            [[span.text, span.source, span.path] if span.path else [span.text, span.source] for span in block.spans],
        ]
        for block in draft.blocks
    ]


def from_data(data: Sequence[Sequence[Any]]) -> Draft:
    """The draft that `to_data` wrote.

    Raises ValueError or TypeError if `data` has another shape.
    """
    return Draft(
        tuple(
            Block(
                key,
                Role(role),
                int(level),
                marker,
                Move(move),
                tuple(Span(span[0], Source(span[1]), *span[2:]) for span in spans),
                int(heading),
                bool(runs_on),
            )
            for key, role, level, marker, move, heading, runs_on, spans in data
        )
    )
