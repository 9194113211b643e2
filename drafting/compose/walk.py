"""A walk through the tree of a template with the names that are known at each place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from jinja2 import nodes

from drafting.compose.names import NameCheck, Shape, Shapes
from drafting.compose.wordings import CHOOSE
from drafting.i18n import _
from drafting.outline.model import Type

_SAME = frozenset(("where", "without", "in_order", "default"))  # filters that give what they are given, or less of it
_ENTRY = frozenset(("first", "last"))
_OF_COLUMN = frozenset(("map", "where", "without"))

_NUMBERS, _COUNTED = (Type.NUMBER, Type.PERCENT), (Type.LIST, Type.TABLE)
_FITS: Mapping[str, tuple[Type, ...]] = {
    **dict.fromkeys(("chinese_date", "weekday", "until"), (Type.DATE,)),
    **dict.fromkeys(("change", "against", "share", "points_change"), (*_NUMBERS, *_COUNTED)),
    **dict.fromkeys(("cn", "ordinal", "count"), (*_NUMBERS, *_COUNTED)),
    **dict.fromkeys(("quoted", "titled"), (Type.TEXT, Type.LONG, Type.CHOICE)),
}
"""The types of answers that a filter takes, where it does not take all."""

Scope = dict[str, Shape]


class Wrong(NamedTuple):
    """A fault in a tree: its line in the template, and the word that is wrong."""

    message: str
    line: int
    word: str = ""


class Walk:
    """Goes through trees as Jinja does. faults: those found so far, in the order of the template.

    included: gives the tree of a template by name, or None.
    """

    def __init__(self, names: NameCheck, included: Callable[[str], nodes.Template | None]) -> None:
        self.faults: list[Wrong] = []
        self._names = names
        self._included = included
        self._met: set[str] = set()
        self._set: set[str] = set()

    def tree(self, tree: nodes.Node, shapes: Shapes) -> list[Wrong]:
        """The faults in the names of a whole tree."""
        self._set = {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
        self._set |= {macro.name for macro in tree.find_all(nodes.Macro)}
        self._visit(tree, dict(shapes))
        return self.faults

    def _note(self, message: str, node: nodes.Node, word: str = "") -> None:
        if message:
            self.faults.append(Wrong(message, node.lineno, word))

    def _visit_all(self, children: Sequence[nodes.Node | None], scope: Scope) -> None:
        for child in children:
            if child is not None:
                self._visit(child, scope)

    def _visit(self, node: Any, scope: Scope) -> None:
        match node:
            case nodes.For():
                self._loop(node, scope)
            case nodes.Assign():
                self._visit(node.node, scope)
                self._set_name(node.target, shape_of(node.node, scope), scope)
            case nodes.AssignBlock():
                self._visit_all([node.filter, *node.body], dict(scope))
                self._set_name(node.target, None, scope)
            case nodes.Macro():
                scope[node.name] = Shape(node.name)
                self._macro(node, scope)
            case nodes.CallBlock():
                self._visit(node.call, scope)
                self._macro(node, scope)
            case nodes.With():
                self._with(node, scope)
            case nodes.Scope() | nodes.FilterBlock():
                self._visit_all(list(node.iter_child_nodes()), dict(scope))
            case nodes.Include():
                self._include(node, scope)
            case _:
                self._look(node, scope)
                self._visit_all(list(node.iter_child_nodes()), scope)

    def _loop(self, loop: nodes.For, scope: Scope) -> None:
        self._visit(loop.iter, scope)
        shape = shape_of(loop.iter, scope)
        if shape is not None and shape.question is not None and not shape.listed:
            message = _("“for” needs a list or a table; “{name}” is none.")
            self._note(message.format(name=shape.path), loop.iter, shape.path.rpartition(".")[2])
        inner = {**scope, "loop": Shape("loop")}
        _bind(loop.target, shape.entry() if shape else None, inner)
        self._visit_all([loop.test, *loop.body], inner)
        self._visit_all(loop.else_, dict(scope))

    def _set_name(self, target: nodes.Node, shape: Shape | None, scope: Scope) -> None:
        """Bind a name for all that follows. What was set before under a condition may still stand: then it is open."""
        if isinstance(target, nodes.Name) and scope.get(target.name, shape) != shape:
            shape = None
        _bind(target, shape, scope)

    def _macro(self, macro: nodes.Macro | nodes.CallBlock, scope: Scope) -> None:
        self._visit_all(macro.defaults, scope)
        inner = {**{name: Shape(name) for name in self._set}, **scope}  # it runs where it is called, not here
        self._visit_all(macro.body, inner | {argument.name: Shape(argument.name) for argument in macro.args})

    def _with(self, tag: nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        for target, value in zip(tag.targets, tag.values, strict=True):
            self._visit(value, scope)
            _bind(target, shape_of(value, scope), inner)
        self._visit_all(tag.body, inner)

    def _include(self, include: nodes.Include, scope: Scope) -> None:
        """What is wrong inside an included template with the names known here is told here."""
        name = include.template.value if isinstance(include.template, nodes.Const) else ""
        tree = self._included(name) if name and name not in self._met else None
        self._met.add(name)
        if tree is None:
            return
        outside, self.faults = self.faults, []
        self._visit(tree, dict(scope))
        self.faults = outside + [Wrong(wrong.message, include.lineno, name) for wrong in self.faults]

    def _look(self, node: Any, scope: Scope) -> None:
        """What is wrong with a node, its children apart."""
        if isinstance(node, nodes.Filter) and node.node is not None:
            self._note(self._misfit(node, scope), node, node.name)
        match node:
            case nodes.Name(ctx="load"):
                self._note(self._names.name(node.name, scope), node, node.name)
            case nodes.Getattr():
                self._note(self._part(node.node, node.attr, scope), node, node.attr)
            case nodes.Getitem(arg=nodes.Const(value=str(word))):
                self._note(self._part(node.node, word, scope), node, word)
            case nodes.Compare():
                shapes = [shape_of(side, scope) for side in (node.expr, *(operand.expr for operand in node.ops))]
                self._names.compared.update(shape.path for shape in shapes if shape)
            case nodes.Output():
                for printed in node.nodes:
                    self._printed(printed, scope)
            case nodes.Filter(args=[nodes.Const(value=str(one)), nodes.Const(value=str(other))]) if (
                node.name == "said_once"
            ):
                for word in (one, other):
                    self._note(self._column(node, word, scope), node, word)
            case nodes.Filter(args=[nodes.Const(value=str(word)), *_]) if node.name in _OF_COLUMN and node.node:
                self._note(self._column(node, word, scope), node, word)
            case nodes.Test(name="first_of", args=[nodes.Const(value=str(word)), *_]):
                self._note(self._own_column(word, scope), node, word)
            case nodes.Call(node=nodes.Name(name=name)) if name == CHOOSE:
                for tone in filter(None, node.args[1].as_const()):
                    self._note(self._names.tone(tone), node, tone)

    def _misfit(self, call: nodes.Filter, scope: Scope) -> str:
        """What is wrong with a filter for the type of the answer it is given."""
        fits, shape = _FITS.get(call.name), shape_of(call.node, scope)
        question = shape.question if shape and not shape.row else None
        if fits is None or shape is None or question is None or question.type in fits:
            return ""
        message = _("“{name}” is of the type {type}; the filter “{filter}” is for {types}.")
        types = ", ".join(fits)
        return message.format(name=shape.path, type=question.type, filter=call.name, types=types)

    def _printed(self, node: nodes.Node, scope: Scope) -> None:
        """A list or a row that is printed. Rows of `where` may be: none, and then they are a gap."""
        shape = None if isinstance(node, nodes.Filter) and node.name == "where" else shape_of(node, scope)
        if shape is not None:
            self._note(self._names.printed(shape), node, shape.path.rpartition(".")[2])

    def _part(self, whole: nodes.Node, part: str, scope: Scope) -> str:
        if isinstance(whole, nodes.Name) and whole.name == "house":
            return self._names.house(part)
        shape = shape_of(whole, scope)
        return self._names.part(shape, part)[1] if shape else ""

    def _column(self, call: nodes.Filter, word: str, scope: Scope) -> str:
        """What is wrong with the column that `map("…")` or `where("…", …)` names."""
        shape = shape_of(call.node, scope)
        if shape is None:
            return ""
        rows = shape.entry()
        column, wrong = self._names.part(rows if rows.row else shape, word)
        if call.name == "where":
            sides = [column, *(shape_of(argument, scope) for argument in call.args[1:])]
            self._names.compared.update(side.path for side in sides if side)
            self._match(column, sides[1:])
        return wrong

    def _own_column(self, word: str, scope: Scope) -> str:
        """What is wrong with the column of the row itself that `loop is first_of("…")` names."""
        row = scope.get("item")
        if row is None or not row.row:
            return ""
        column, wrong = self._names.part(row, word)
        self._names.compared.update([column.path] if column else [])
        return wrong

    def _match(self, column: Shape | None, names: Sequence[Shape | None]) -> None:
        """Note by which column of another table the entries of one are chosen."""
        for name in names:
            if column is None or name is None:
                continue
            table, is_column, _name = name.path.partition(".")
            is_text = name.question is None and not name.row  # of a list of texts
            if (is_column or is_text) and not column.path.startswith(f"{table}."):
                self._names.matched.add((column.path, name.path))


def shape_of(node: Any, scope: Shapes) -> Shape | None:
    """What an expression gives, where that can be told before any fact is there."""
    match node:
        case nodes.Name():
            return scope.get(node.name)
        case nodes.Getattr():
            inner = shape_of(node.node, scope)
            return inner.columns().get(node.attr) if inner else None
        case nodes.Getitem():
            inner = shape_of(node.node, scope)
            return _item(inner, node.arg) if inner else None
        case nodes.Filter() if node.name in _SAME:
            return shape_of(node.node, scope)
        case nodes.Filter() if node.name in _ENTRY:
            inner = shape_of(node.node, scope)
            return inner.entry() if inner and inner.listed else None
        case nodes.CondExpr():
            return shape_of(node.expr1, scope) or shape_of(node.expr2, scope)
    return None


def _item(shape: Shape, argument: nodes.Node) -> Shape | None:
    """What stands in brackets behind something: `rows[0]`, `row["name"]`."""
    match argument:
        case nodes.Const(value=str(word)):
            return shape.columns().get(word)
        case nodes.Const(value=int()) if shape.listed:
            return shape.entry()
    return None


def _bind(target: nodes.Node, shape: Shape | None, scope: Scope) -> None:
    """Make the names of a target known; several at once stand for nothing that is known."""
    if isinstance(target, nodes.Name):
        scope[target.name] = shape or Shape(target.name)
        return
    for name in target.find_all(nodes.Name):
        scope[name.name] = Shape(name.name)
