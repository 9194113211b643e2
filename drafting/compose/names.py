"""What names a template may use and which it does use, told before any fact is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from drafting.compose.given_house import HOUSE_NAMES
from drafting.compose.rules import TICK
from drafting.compose.wordings import CHOOSE, TONE
from drafting.errors import nearest
from drafting.i18n import _
from drafting.outline.grammar import NAMES_GIVEN
from drafting.outline.model import Outline, Question, Type

_ALWAYS = frozenset((*NAMES_GIVEN, "caller", TICK, CHOOSE)) - {"item", "loop"}
_PARTS = {Type.DATE: ("year", "month", "day"), Type.NUMBER: ("amount",)}


class Shape(NamedTuple):
    """What a name stands for. path: `tasks`, `tasks.heading`; question: None for what is not asked.

    row: it is one entry of that question's table.
    """

    path: str
    question: Question | None = None
    row: bool = False

    def entry(self) -> Shape:
        """One entry of this list or table."""
        is_table = self.question is not None and self.question.type is Type.TABLE
        return Shape(self.path, self.question if is_table else None, row=is_table)

    @property
    def listed(self) -> bool:
        """Whether it has entries: a list or a table."""
        return self.question is not None and not self.row and self.question.type in (Type.LIST, Type.TABLE)

    def columns(self) -> Mapping[str, Shape]:
        """The columns of a row."""
        if self.question is None or not self.row:
            return {}
        return {column.key: Shape(f"{self.path}.{column.key}", column) for column in self.question.columns}


Shapes = Mapping[str, Shape]


def root_shapes(outline: Outline) -> dict[str, Shape]:
    """The names that every part knows."""
    shapes = {question.key: Shape(question.key, question) for question in outline.questions}
    return shapes | {name: Shape(name) for name in outline.computed}


class NameCheck:
    """Holds names against what an outline provides. used: paths of the questions, columns, phrases and computed values
    met so far. compared: paths of those that were compared, not only printed. matched: columns by which entries are
    chosen for another table, each with the column of the names there: `steps.topic`, `topics.name`.
    """

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self.used: set[str] = set()
        self.compared: set[str] = set()
        self.matched: set[tuple[str, str]] = set()

    def dotted(self, name: tuple[str, ...], shapes: Shapes) -> str:
        """What is wrong with a dotted name; "" if nothing is."""
        if name[0] == "house":
            return self.house(name[1]) if len(name) > 1 else ""
        wrong = self.name(name[0], shapes)
        shape = shapes.get(name[0])
        for part in name[1:]:
            if wrong or shape is None:
                break
            shape, wrong = self.part(shape, part)
        return wrong

    def name(self, name: str, shapes: Shapes) -> str:
        """What is wrong with a name; "" if nothing is."""
        if name in shapes:
            self.used.add(shapes[name].path)
            return ""
        if name in _ALWAYS:
            return ""
        message = _("“{name}” is no question, computed value or column here.").format(name=name)
        return message + nearest(name, shapes)

    def printed(self, shape: Shape) -> str:
        """What is wrong with printing something: a list or a row is no text; "" if nothing is."""
        if not (shape.row or shape.listed):
            return ""
        message = _("“{name}” has entries or parts; print one of them, or join them with a filter such as join_and.")
        return message.format(name=shape.path)

    def shape_of(self, name: tuple[str, ...], shapes: Shapes) -> Shape | None:
        """What a dotted name stands for, if it is a question, a column or an entry."""
        shape = shapes.get(name[0])
        for part in name[1:]:
            shape = shape.columns().get(part) if shape is not None else None
        return shape

    def tone(self, tone: str) -> str:
        """What is wrong with the tone that a way of a wording is for; "" if nothing is."""
        self.used.add(TONE)
        question = self._outline.question(TONE)
        choices = question.choices if question else ()
        if tone in choices:
            return ""
        return _("“{tone}” is no choice of the question “tone”.").format(tone=tone) + nearest(tone, choices)

    def part(self, shape: Shape, part: str) -> tuple[Shape | None, str]:
        """The shape of a part of something, and what is wrong with asking for it."""
        columns = shape.columns()
        if part in columns:
            self.used.add(columns[part].path)
            return columns[part], ""
        if shape.row:
            message = _("“{name}” is no column of “{table}”.").format(name=part, table=shape.path)
            return None, message + nearest(part, columns)
        if shape.question is not None and part in _PARTS.get(shape.question.type, ()):
            return None, ""
        if shape.question is None:
            return None, ""
        return None, _("“{path}” has no part “{name}”.").format(path=shape.path, name=part)

    def house(self, name: str) -> str:
        """What is wrong with a standing phrase or another name of the house file; "" if nothing is."""
        self.used.add(f"house.{name}")
        known = [*HOUSE_NAMES, *self._outline.phrases]
        if name in known:
            return ""
        message = _("“house.{name}” is not declared under “phrases”.").format(name=name)
        return message + nearest(name, known)
