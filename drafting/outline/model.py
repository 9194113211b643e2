"""Outlines: one kind of speech, its questions and its parts in order. Values only, no I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from drafting.chinese.enumerators import Style
from drafting.draft import Move
from drafting.yamlfile import Place


class Type(StrEnum):
    """The type of an answer."""

    TEXT = "text"
    LONG = "long"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    YESNO = "yesno"
    CHOICE = "choice"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Question:
    """What the questionnaire asks; a column of a table is a question too.

    group: heads this question and those after it. when: an expression; the question holds only if it does.
    unit: of a number. at_least, at_most: entries of a list or table.
    """

    key: str
    ask: str
    place: Place
    type: Type = Type.TEXT
    help: str = ""
    example: str = ""
    group: str = ""
    required: bool = False
    when: Wording | None = None
    default: str = ""
    unit: str = ""
    choices: tuple[str, ...] = ()
    columns: tuple[Question, ...] = ()
    at_least: int = 0
    at_most: int | None = None

    def column(self, key: str) -> Question | None:
        """The column of that name, or None."""
        return next((column for column in self.columns if column.key == key), None)


@dataclass(frozen=True, slots=True)
class Wording:
    """Template text in one or several ways, or an expression (one way); each with its place in the file."""

    ways: tuple[str, ...]
    places: tuple[Place, ...]

    @property
    def place(self) -> Place:
        """Where the first way stands."""
        return self.places[0]

    def each(self) -> Iterator[tuple[str, Place]]:
        """The ways with their places."""
        return zip(self.ways, self.places, strict=True)


class Phrase(NamedTuple):
    """A standing phrase of the house file that an outline needs. ask: what it is."""

    ask: str
    place: Place


class Numbered(StrEnum):
    """Whether a part is enumerated, where it names no enumerator itself."""

    BY_CONTENT = "by content"  # if it has a heading or a lead, or repeats
    ALWAYS = "auto"
    NEVER = "none"


@dataclass(frozen=True, slots=True)
class Part:
    """A node of an outline. name: its key, unique among its siblings; see `grammar.PART` for the rest."""

    name: str
    move: Move
    place: Place
    when: Wording | None = None
    each: Wording | None = None
    entry: str = ""
    number: Style | Numbered = Numbered.BY_CONTENT
    numbering: tuple[Style, ...] = ()
    heading: Wording | None = None
    lead: Wording | None = None
    text: Wording | None = None
    template: str = ""
    template_place: Place | None = None
    inline: bool = False
    apart: bool = False
    between: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def has_text(self) -> bool:
        """Whether the part itself says something below its heading."""
        return self.text is not None or bool(self.template)

    @property
    def numbered(self) -> bool:
        """Whether the part is enumerated among its siblings."""
        if isinstance(self.number, Style):
            return True
        if self.number is Numbered.BY_CONTENT:
            return bool(self.heading or self.lead or self.each)
        return self.number is Numbered.ALWAYS

    def walk(self) -> Iterator[Part]:
        """The part and all below it, in reading order."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class Outline:
    """One kind of speech. name: of its file; computed and phrases: by name."""

    name: str
    title: str
    place: Place
    parts: tuple[Part, ...]
    use: str = ""
    seeds: tuple[str, ...] = ()
    numbering: tuple[Style, ...] = ()
    tidy: bool = True
    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    computed: Mapping[str, Wording] = field(default_factory=dict)

    def question(self, key: str) -> Question | None:
        """The question of that name, or None."""
        return next((question for question in self.questions if question.key == key), None)

    def walk(self) -> Iterator[Part]:
        """All parts in reading order."""
        for part in self.parts:
            yield from part.walk()
