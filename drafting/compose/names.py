"""What names a template may use and which it does use, told before any fact is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from drafting.compose.rules import TICK
from drafting.compose.snippets import Expression
from drafting.compose.values import HOUSE_NAMES
from drafting.compose.wordings import CHOOSE, TONE
from drafting.errors import nearest
from drafting.i18n import _
from drafting.outline.grammar import NAMES_GIVEN
from drafting.outline.model import Outline, Question, Type

_ALWAYS = frozenset((*NAMES_GIVEN, "caller", TICK, CHOOSE)) - {"item"}
_DATE_PARTS = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class Shape:
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
    """Looks through trees for names. used: paths of the questions, columns, phrases and computed values met so far.
    compared: paths of those that were compared, not only printed.

    included: gives the tree of a template by name, or None.
    """

    def __init__(self, outline: Outline, included: Callable[[str], nodes.Template | None]) -> None:
        self._outline = outline
        self._included = included
        self.used: set[str] = set()
        self.compared: set[str] = set()

    def dotted(self, name: tuple[str, ...], shapes: Shapes) -> str:
        """What is wrong with a dotted name; "" if nothing is."""
        if name[0] == "house":
            return self._house(name[1]) if len(name) > 1 else ""
        shape = shapes.get(name[0])
        if shape is None:
            return "" if name[0] in _ALWAYS else self._unknown(name[0], shapes)
        self.used.add(shape.path)
        for part in name[1:]:
            shape, wrong = self._part(shape, part)
            if wrong or shape is None:
                return wrong
        return ""

    def tree(self, tree: nodes.Node, shapes: Shapes, met: set[str] | None = None) -> Iterator[tuple[str, int]]:
        """Every fault in the names of a tree, with its line. met: the templates included so far."""
        bound = self._bound(tree, shapes)
        known = {**shapes, **bound}
        census = _census(tree)
        own = _own_names(census)
        for node in census[nodes.Name]:
            if node.ctx == "load" and node.name not in own and (wrong := self.dotted((node.name,), known)):
                yield wrong, node.lineno
            elif node.ctx == "load" and node.name in known:
                self.used.add(known[node.name].path)
        for access in census[nodes.Getattr]:
            name = _dotted_name(access)
            if name and (name[0] in known or name[0] == "house") and (wrong := self.dotted(name, known)):
                yield wrong, access.lineno
        for comparison in census[nodes.Compare]:
            for node in (comparison.expr, *(operand.expr for operand in comparison.ops)):
                shape = self.shape_of(_dotted_name(node), known) if _dotted_name(node) else None
                self.compared.update([shape.path] if shape else [])
        for output in census[nodes.Output]:
            printed = [name for node in output.nodes if (name := _dotted_name(node))]
            yield from ((wrong, output.lineno) for name in printed if (wrong := self.printed(name, known)))
        for call in census[nodes.Filter]:
            if wrong := self._column_of(call, known):
                yield wrong, call.lineno
        for choice in census[nodes.Call]:
            yield from ((wrong, choice.lineno) for wrong in self._tones(choice))
        given = {**{name: Shape(name) for name in own}, **known}
        met = set() if met is None else met
        for include in census[nodes.Include]:
            included = str(include.template.value) if isinstance(include.template, nodes.Const) else ""
            inner = self._included(included) if included and included not in met else None
            met.add(included)
            if inner is not None:
                yield from ((wrong, include.lineno) for wrong, _line in self.tree(inner, given, met))

    def printed(self, name: tuple[str, ...], shapes: Shapes) -> str:
        """What is wrong with printing a dotted name: a list or a row is no text; "" if nothing is."""
        shape = self.shape_of(name, shapes)
        question = shape.question if shape else None
        if shape is None or question is None or not (shape.row or question.type in (Type.LIST, Type.TABLE)):
            return ""
        message = _("“{name}” has entries or parts; print one of them, or join them with a filter such as join_and.")
        return message.format(name=shape.path)

    def shape_of(self, name: tuple[str, ...], shapes: Shapes) -> Shape | None:
        """What a dotted name stands for, if it is a question, a column or an entry."""
        shape = shapes.get(name[0])
        for part in name[1:]:
            shape = shape.columns().get(part) if shape is not None else None
        return shape

    def _bound(self, tree: nodes.Node, shapes: Shapes) -> dict[str, Shape]:
        """The names that loops of the template bind, with the shape of what they run over."""
        bound: dict[str, Shape] = {}
        for loop in tree.find_all(nodes.For):
            name = _dotted_name(_unfiltered(loop.iter))
            shape = self.shape_of(name, {**shapes, **bound}) if name else None
            if shape is not None and isinstance(loop.target, nodes.Name):
                bound[loop.target.name] = shape.entry()
        return bound

    def _column_of(self, call: nodes.Filter, shapes: Shapes) -> str:
        """What is wrong with the column that `map("…")` or `where("…", …)` names."""
        if call.name not in ("map", "where") or call.node is None or not call.args or not isinstance(call.args[0], nodes.Const):
            return ""
        name = _dotted_name(_unfiltered(call.node))
        shape = self.shape_of(name, shapes) if name else None
        if shape is None:
            return ""
        column, wrong = self._part(shape.entry(), str(call.args[0].value))
        self.compared.update([column.path] if column and call.name == "where" else [])
        return wrong

    def listed(self, each: Expression, shapes: Shapes) -> Shape | None:
        """What a part repeats over: a list or table by name, or chosen rows of it; None for anything else."""
        tree: Any = each.tree
        node = tree.body[0].node if tree is not None else None
        name = each.name or (_dotted_name(_unfiltered(node)) if node is not None else ())
        return self.shape_of(name, shapes) if name else None

    def _tones(self, call: nodes.Call) -> Iterator[str]:
        """What is wrong with the tones that a `{% wording %}` names."""
        if not (isinstance(call.node, nodes.Name) and call.node.name == CHOOSE):
            return
        named = [tone for tone in call.args[1].as_const() if tone]
        question = self._outline.question(TONE)
        if named:
            self.used.add(TONE)
        for tone in named:
            if question is None or tone not in question.choices:
                choices = question.choices if question else ()
                message = _("“{tone}” is no choice of the question “tone”.").format(tone=tone)
                yield message + nearest(tone, choices)

    def _part(self, shape: Shape, part: str) -> tuple[Shape | None, str]:
        """The shape of a part of something, and what is wrong with asking for it."""
        columns = shape.columns()
        if part in columns:
            self.used.add(columns[part].path)
            return columns[part], ""
        if shape.row:
            message = _("“{name}” is no column of “{table}”.").format(name=part, table=shape.path)
            return None, message + nearest(part, columns)
        if shape.question is not None and shape.question.type is Type.DATE and part in _DATE_PARTS:
            return None, ""
        if shape.question is None:
            return None, ""
        return None, _("“{path}” has no part “{name}”.").format(path=shape.path, name=part)

    def _house(self, name: str) -> str:
        self.used.add(f"house.{name}")
        known = [*HOUSE_NAMES, *self._outline.phrases]
        if name in known:
            return ""
        message = _("“house.{name}” is not declared under “phrases”.").format(name=name)
        return message + nearest(name, known)

    def _unknown(self, name: str, shapes: Shapes) -> str:
        message = _("“{name}” is no question, computed value or column here.").format(name=name)
        return message + nearest(name, shapes)


def _census(tree: nodes.Node) -> Mapping[type[nodes.Node], list[Any]]:
    """The nodes of a tree by kind, its root included, in the order of the template."""
    census: dict[type[nodes.Node], list[Any]] = defaultdict(list)
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        census[type(node)].append(node)
        waiting += reversed(list(node.iter_child_nodes()))
    return census


def _own_names(census: Mapping[type[nodes.Node], list[Any]]) -> set[str]:
    """The names that a template gives itself: of loops, sets, macros and their arguments."""
    own = {node.name for node in census[nodes.Name] if node.ctx != "load"}
    return own | {macro.name for macro in census[nodes.Macro]}


def _unfiltered(node: nodes.Node) -> nodes.Node:
    """The list behind filters; of `a if … else b` that of the first."""
    while isinstance(node, (nodes.Filter, nodes.CondExpr)):
        inner = node.node if isinstance(node, nodes.Filter) else node.expr1
        if inner is None:
            break
        node = inner
    return node


def _dotted_name(node: nodes.Node) -> tuple[str, ...]:
    """The parts of `a.b.c`; empty for anything else."""
    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, nodes.Getattr):
        inner = _dotted_name(node.node)
        return (*inner, node.attr) if inner else ()
    return ()
