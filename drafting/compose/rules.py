"""What a template may hold: told when it is read, so that a fault in it never waits for a fact."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.visitor import NodeTransformer

from drafting.errors import nearest
from drafting.i18n import _
from drafting.outline.grammar import NAMES_GIVEN
from drafting.yamlproblems import UNWRITABLE

TICK = "_tick"
_NOT_SET = frozenset(NAMES_GIVEN) - {"item"}


class OwnNames(Extension):
    """Keeps names that begin with _ for us, so that no template gets behind a value or at our helpers."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template. Raises TemplateSyntaxError at a name of ours."""
        for token in stream:
            if token.type == "name" and token.value.startswith("_"):
                message = _("“{name}”: names in templates do not begin with _.").format(name=token.value)
                raise TemplateSyntaxError(message, token.lineno, stream.name, stream.filename)
            yield token


class Ticking(NodeTransformer):
    """Puts a tick into every loop and macro and before every include, so that their turns can be counted."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - Jinja's names
        """A loop."""
        self.generic_visit(node)
        node.body.insert(0, _tick(node))
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:  # noqa: N802
        """A macro."""
        self.generic_visit(node)
        node.body.insert(0, _tick(node))
        return node

    def visit_Include(self, node: nodes.Include) -> list[nodes.Node]:  # noqa: N802
        """An include."""
        return [_tick(node), node]


def _tick(node: nodes.Node) -> nodes.Node:
    tick = nodes.ExprStmt(nodes.Call(nodes.Name(TICK, "load"), [], [], None, None))
    return tick.set_lineno(node.lineno)


def check(tree: nodes.Template, filters: Collection[str], tests: Collection[str], name: str | None) -> None:
    """Raises TemplateSyntaxError at the first thing that a template of a speech may not hold."""
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        if wrong := _wrong(node, filters, tests):
            raise TemplateSyntaxError(wrong, node.lineno, name)
        waiting += reversed(list(node.iter_child_nodes()))


def _wrong(node: Any, filters: Collection[str], tests: Collection[str]) -> str:
    """What is wrong with a node, its children apart; "" if nothing is."""
    match node:
        case nodes.Extends() | nodes.Import() | nodes.FromImport() | nodes.Block():
            tag = type(node).__name__.lower()
            return _("The tag “{tag}” is not for templates of speeches.").format(tag=tag)
        case nodes.Filter() if node.name not in filters:
            return _("There is no filter “{name}”.").format(name=node.name) + nearest(node.name, filters)
        case nodes.Test() if node.name not in tests:
            return _("There is no test “{name}”.").format(name=node.name) + nearest(node.name, tests)
        case nodes.Name() if node.ctx != "load" and node.name in _NOT_SET:
            return _("“{key}” is a word of the grammar; choose another name.").format(key=node.name)
        case nodes.Macro() if node.name in _NOT_SET:
            return _("“{key}” is a word of the grammar; choose another name.").format(key=node.name)
        case nodes.Const() if isinstance(node.value, str) and (bad := UNWRITABLE.search(node.value)):
            return _("The character U+{code:04X} cannot be written.").format(code=ord(bad.group()))
    return ""
