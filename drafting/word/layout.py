"""The look of a kind of Word file: page, fonts, sizes, spacing. Plain values; the YAML is read in `layout_file`."""

# No `from __future__ import annotations` here: `schema` reads the annotations, and as text each had to be evaluated.
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, NamedTuple

from drafting.word.schema import Pattern, Range

Millimetres = Annotated[float, Range(0, 1000)]
Points = Annotated[float, Range(1, 200)]
Characters = Annotated[float, Range(0, 20)]
Lines = Annotated[float, Range(0, 10)]
Colour = Annotated[str, Pattern(r"[0-9A-Fa-f]{6}", "D9E2F3")]


class Align(StrEnum):
    """How the lines of a paragraph stand between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    BOTH = "both"


class Position(StrEnum):
    """Where the page number stands: at the outer edge (right on odd pages, left on even ones) or in the middle."""

    OUTSIDE = "outside"
    CENTRE = "centre"


class Page(NamedTuple):
    """The paper."""

    width: Annotated[float, Range(50, 500)]
    height: Annotated[float, Range(50, 500)]


class Margins(NamedTuple):
    """From the edges of the paper to the text, in millimetres."""

    top: Millimetres
    bottom: Millimetres
    left: Millimetres
    right: Millimetres


class Style(NamedTuple):
    """How one kind of paragraph looks.

    face: a key of the layout's fonts. size: points. indent: of the first line, in characters. before, after: empty
    space in lines of body text. pitch: exact distance of its lines in points; 0 for that of the page.
    """

    face: str
    size: Points
    bold: bool = False
    align: Align = Align.BOTH
    indent: Characters = 0
    before: Lines = 0
    after: Lines = 0
    pitch: Annotated[float, Range(0, 200)] = 0


class Styles(NamedTuple):
    """The kinds of paragraph that a speech has."""

    title: Style
    subtitle: Style
    byline: Style
    salutation: Style
    body: Style
    heading1: Style
    heading2: Style
    heading3: Style
    heading4: Style


class PageNumber(NamedTuple):
    """The page number.

    form: what is printed, with {page} and perhaps {pages} in it. inset: from the outer edge, in characters.
    below: from the text to the top of the number, in millimetres.
    """

    position: Position
    form: Annotated[str, Pattern(r"[^{}]*\{page\}([^{}]*|[^{}]*\{pages\}[^{}]*)", "— {page} —")]
    face: str
    size: Points
    inset: Characters
    below: Millimetres


class Shading(NamedTuple):
    """Colours behind gaps and facts, RRGGBB."""

    gap: Colour
    fact: Colour


class Layout(NamedTuple):
    """A kind of Word file.

    lines or pitch: lines a page, or the exact distance of lines in points. characters or spacing: characters a line,
    or what each character is moved from the next, in points. Of each pair one is given, the other follows.
    fonts: the names of each face, the wanted one first, then those that may stand in for it.
    western: the font of digits and letters; "" for that of the Chinese text.
    head_gap: empty lines between title and byline above and the text below.
    whole_numbers: 万 亿 % ～ and 年 月 日 never begin a line, nor does a minus end one, so that no number is broken.
    """

    page: Page
    margins: Margins
    fonts: Mapping[str, tuple[str, ...]]
    styles: Styles
    page_number: PageNumber
    shading: Shading
    name: str = ""
    lines: Annotated[int, Range(1, 100)] | None = None
    pitch: Points | None = None
    characters: Annotated[int, Range(1, 100)] | None = None
    spacing: Annotated[float, Range(-5, 20)] | None = None
    western: str = ""
    head_gap: Lines = 1
    hanging_punctuation: bool = True
    compress_punctuation: bool = False
    whole_numbers: bool = False

    @property
    def room(self) -> tuple[int, int]:
        """Width and height of the text area in twips."""
        page, margins = self.page, self.margins
        return (
            millimetres(page.width) - millimetres(margins.left) - millimetres(margins.right),
            millimetres(page.height) - millimetres(margins.top) - millimetres(margins.bottom),
        )

    @property
    def pitch_twips(self) -> int:
        """The exact distance of lines: as given, or the most that lets the wanted number of lines stand on a page."""
        return points(self.pitch) if self.pitch is not None else self.room[1] // (self.lines or 1)

    @property
    def spacing_twips(self) -> int:
        """What is added between characters of body size so that the wanted number of them fills a line."""
        if self.characters is None:
            return points(self.spacing or 0)
        return self.room[0] // self.characters - points(self.styles.body.size)

    def advance(self, style: Style) -> int:
        """The width of one Chinese character of `style`, in twips: text of body size carries the spacing."""
        return points(style.size) + (self.spacing_twips if style.size == self.styles.body.size else 0)


def millimetres(length: float) -> int:
    """Millimetres as twips, the 1/1440 inch that Word counts in."""
    return round(length * 1440 / 25.4)


def points(length: float) -> int:
    """Points as twips."""
    return round(length * 20)
