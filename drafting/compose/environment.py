"""The one Jinja environment: sandboxed, strict, bounded, and keeping the source of all it prints.

Templates come from colleagues and the web. They may read facts, call our filters, loop and choose; they may call no
method of any object, import nothing, and neither run nor write without end.
"""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.nativetypes import NativeCodeGenerator
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafting.compose.filters import FILTERS, TESTS
from drafting.compose.text import concat
from drafting.compose.values import GivenList, Record
from drafting.compose.wordings import Chooser, WordingTag
from drafting.errors import UserError
from drafting.i18n import _

MAX_STEPS = 200_000  # turns of all loops of one template
MAX_TEXT = 2_000_000  # characters of one template
TICK = "_tick"
_FORBIDDEN_TAGS = (nodes.Extends, nodes.Import, nodes.FromImport, nodes.Block)
_LOOP = frozenset(["first", "last", "index", "index0", "length", "revindex"])
_KEPT_TESTS = ("defined", "undefined", "in", "eq", "ne", "==", "!=")
_OPERATORS = frozenset(["*", "**", "%", "//"])


class TooMuchError(UserError):
    """A template that loops or writes beyond all bounds."""


class _CodeGenerator(NativeCodeGenerator):
    """Leaves printed values as they are, so that `~` and `{{ }}` keep their sources."""

    def visit_Concat(self, node: nodes.Concat, frame: Any) -> None:  # noqa: N802 - Jinja's name
        self.write("environment.concat((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class Steps:
    """Counts the turns of loops in one composition of a template."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = MAX_STEPS

    def __call__(self) -> str:
        """One turn more. Raises TooMuchError beyond all bounds."""
        self.left -= 1
        if self.left < 0:
            raise TooMuchError(_("A template loops more than {n} times.").format(n=MAX_STEPS))
        return ""


class WordingEnvironment(ImmutableSandboxedEnvironment):
    """load: gives source, file name and nothing else for the name of a template, or None."""

    code_generator_class = _CodeGenerator
    concat = staticmethod(concat)  # type: ignore[assignment]
    intercepted_binops = _OPERATORS

    def __init__(self, loader: Any = None) -> None:
        super().__init__(
            undefined=StrictUndefined,
            extensions=[WordingTag],
            loader=loader,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
        )
        self.filters = dict(FILTERS)
        self.tests = {**{name: self.tests[name] for name in _KEPT_TESTS}, **TESTS}
        self.globals = {}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The tree of a template, with a tick in every loop and forbidden tags refused."""
        tree = super()._parse(source, name, filename)
        for forbidden in tree.find_all(_FORBIDDEN_TAGS):
            tag = type(forbidden).__name__.lower()
            message = _("The tag “{tag}” is not for templates of speeches.").format(tag=tag)
            raise TemplateSyntaxError(message, forbidden.lineno, name)
        repeated = [(node.body, node.lineno) for node in tree.find_all(nodes.For)]
        repeated += [(node.body, node.lineno) for node in tree.find_all(nodes.Macro)]
        for body, line in repeated:
            tick = nodes.ExprStmt(nodes.Call(nodes.Name(TICK, "load"), [], [], None, None))
            body.insert(0, tick.set_lineno(line))
        return tree

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Columns of rows, phrases of the house, parts of a date; of loops only what is harmless."""
        if isinstance(obj, Record):
            found = obj.get(attribute)
            return self.undefined(obj=obj, name=attribute) if found is None else found
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An entry of a list by its place, or as `getattr`."""
        if isinstance(obj, (GivenList, list, tuple)) and isinstance(argument, int):
            try:
                return obj[argument]
            except IndexError:
                return self.undefined(obj=obj, name=str(argument))
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        return self.undefined(obj=obj, name=str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        """Only macros of the template and our own two helpers are called."""
        return isinstance(obj, (Macro, Steps, Chooser))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers within reason; no multiplied texts."""
        for side in (left, right):
            if isinstance(side, (str, list, tuple)) or (isinstance(side, int) and abs(side) > 10**12):
                raise TypeError(_("“{operator}” is for numbers only").format(operator=operator))
        if operator == "**":
            raise TypeError(_("“{operator}” is for numbers only").format(operator=operator))
        return super().call_binop(context, operator, left, right)
