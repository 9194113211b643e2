"""The one Jinja environment: sandboxed, strict, bounded, and keeping the source of all it prints.

Templates come from colleagues and the web. They may read facts, call our filters, loop and choose; they may call no
method of any object, import nothing, and neither run nor write without end.
"""

from __future__ import annotations

from time import monotonic
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.nativetypes import NativeCodeGenerator
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafting.compose.filters import FILTERS
from drafting.compose.predicates import TESTS
from drafting.compose.rules import OwnNames, Ticking, check
from drafting.compose.text import TooMuchError, UnfitError, concat
from drafting.compose.values import Given, GivenList, Missing, Record, Several
from drafting.compose.wordings import Chooser, WordingTag
from drafting.i18n import _

MAX_STEPS = 200_000  # turns of all loops of one draft
MAX_SECONDS = 10  # of one draft; an honest one of 5,000 paragraphs takes a tenth of a second
_LARGEST = 10**12
_LOOP = frozenset(["first", "last", "index", "index0", "length", "revindex"])
_KEPT_TESTS = ("defined", "undefined", "in", "eq", "ne", "==", "!=")
_OPERATORS = frozenset(["+", "-", "*", "/", "**", "%", "//"])


class _CodeGenerator(NativeCodeGenerator):
    """Leaves printed values as they are, so that `~` and `{{ }}` keep their sources."""

    def _output_child_to_const(self, node: Any, frame: Any, finalize: Any) -> Any:
        const = super()._output_child_to_const(node, frame, finalize)
        if isinstance(const, bool) or not isinstance(const, (str, int)):
            raise nodes.Impossible  # it is looked at, and refused, when it is printed
        return const

    def visit_Concat(self, node: nodes.Concat, frame: Any) -> None:  # noqa: N802 - Jinja's name
        self.write("environment.concat((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class Unknown(StrictUndefined):
    """A name that stands for nothing. Whatever is done with it says so, in the person's language."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return _("“{name}” is not known here").format(name=self._undefined_name)


class Steps:
    """Counts the turns of loops in one draft, and the time they take."""

    __slots__ = ("end", "left")

    def __init__(self) -> None:
        self.left = MAX_STEPS
        self.end = monotonic() + MAX_SECONDS

    def __call__(self) -> str:
        """One turn more. Raises TooMuchError beyond all bounds."""
        self.left -= 1
        if monotonic() > self.end:
            raise TooMuchError(_("The templates take longer than {n} seconds.").format(n=MAX_SECONDS))
        if self.left < 0:
            raise TooMuchError(_("The templates loop more than {n} times.").format(n=MAX_STEPS))
        return ""


class WordingEnvironment(ImmutableSandboxedEnvironment):
    """loader: finds templates by their names. own_folder: see `wordings.without_folder`."""

    code_generator_class = _CodeGenerator
    concat = staticmethod(concat)  # type: ignore[assignment]
    intercepted_binops = _OPERATORS

    def __init__(self, loader: Any = None, own_folder: str = "") -> None:
        super().__init__(
            undefined=Unknown,
            extensions=[OwnNames, WordingTag],
            loader=loader,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,
            optimized=False,  # what is worked out while compiling is gone from the tree that is checked
        )
        self.own_folder = own_folder
        self.filters = dict(FILTERS)
        self.tests = {**{name: self.tests[name] for name in _KEPT_TESTS}, **TESTS}
        self.globals = {}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The tree of a template, held against the rules, with a tick in every loop."""
        tree = super()._parse(source, name, filename)
        check(tree, self.filters, self.tests, name)
        Ticking().visit(tree)
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
        """An entry of a list by its place, or as `getattr`; of a missing list every entry is missing."""
        if isinstance(obj, Missing):
            return obj
        if isinstance(obj, (GivenList, list, tuple)) and isinstance(argument, int):
            try:
                return obj[argument]
            except IndexError:
                if isinstance(obj, GivenList) and not obj:  # answered with none: what asks for one leaves a gap
                    return Missing(f"{obj.path}[1]", obj.ask)
                return self.undefined(obj=obj, name=str(argument))
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        return self.undefined(obj=obj, name=str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        """Only macros of the template and our own two helpers are called."""
        return isinstance(obj, (Macro, Steps, Chooser))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Sums and differences of numbers within reason; texts are joined by ~, not multiplied."""
        only_numbers = _("“{operator}” is for numbers only").format(operator=operator)
        for side in (left, right):
            if isinstance(side, (Missing, Several)):
                return side
            if isinstance(side, Unknown):
                str(side)  # says what is not known
            if not isinstance(side, (int, Given)) or (isinstance(side, int) and abs(side) > _LARGEST):
                raise UnfitError(only_numbers)
        if operator == "**":
            raise UnfitError(_("“{operator}” is too much for a speech").format(operator=operator))
        try:
            return super().call_binop(context, operator, left, right)
        except TypeError as error:
            raise error if isinstance(error, UnfitError) else UnfitError(only_numbers) from None
