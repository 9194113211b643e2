"""Template text and expressions made ready to be used many times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import CodeType
from typing import Any

from jinja2 import Template, TemplateSyntaxError, Undefined, nodes
from jinja2.exceptions import TemplateError
from jinja2.parser import Parser
from jinja2.runtime import new_context

from drafting.compose.environment import WordingEnvironment
from drafting.compose.rules import check
from drafting.compose.text import MAX_TEXT, Text, TooMuchError, UnfitError, size_of, spans_of
from drafting.compose.tidy import mark_paragraphs
from drafting.compose.values import Given, Record
from drafting.draft import Source, Span
from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.templateproblems import worded
from drafting.yamlfile import Place

Scope = dict[str, Any]

MAX_SOURCE = 100_000  # characters of one template

_PLAIN = (Text, Given)  # what has spans and is most of what is printed
_RESULT = "result"
_NAME = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
_PRINTED = re.compile(r"\{\{\s*(" + _NAME + r")\s*\}\}")
_DOTTED = re.compile(_NAME + r"\Z")
_WORDS = frozenset(("true", "false", "none", "True", "False", "None"))


class BrokenError(Exception):
    """A template that cannot be read. line: within the template, from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Snippet:
    """A template, ready. place: where its first line stands. tree: for checks of names, its lines those of the
    file; None for plain ones on one line.

    pieces: text, and dotted names in parts, where the template is nothing else; this is the fast way.
    """

    place: Place
    pieces: tuple[Text | tuple[str, ...], ...] = ()
    template: Template | None = None
    tree: nodes.Template | None = None

    def printed(self, scope: Scope) -> list[Any]:
        """What the template prints, in order: texts, and values that may have spans.

        Raises UserError naming the line of the template that cannot be worked out.
        """
        if self.template is None:
            return [piece if isinstance(piece, Text) else look_up(piece, scope, self.place) for piece in self.pieces]
        return _run(self.template, scope, self.place)

    def spans(self, scope: Scope) -> list[Span]:
        """What the template prints, as spans. Raises UserError as `printed` does, and for what has none."""
        if self.template is not None:
            return self.spans_of(_run(self.template, scope, self.place))
        spans: list[Span] = []
        for piece in self.pieces:
            value = piece if isinstance(piece, Text) else look_up(piece, scope, self.place)
            spans += value.spans if isinstance(value, _PLAIN) else self.spans_of((value,))
        return spans

    def spans_of(self, printed: Iterable[Any]) -> list[Span]:
        """The spans of what was printed. Raises UserError for what has none."""
        spans: list[Span] = []
        try:
            for piece in printed:
                spans += spans_of(piece)
        except UnfitError as error:
            raise UserError(self.place.fault(_reason(error))) from None
        return spans


def _run(template: Template, scope: Scope, place: Place) -> list[Any]:
    context = new_context(template.environment, template.name, template.blocks, scope, shared=True, globals={})
    printing: Any = template.root_render_func(context)
    pieces, size = [], 0
    try:
        for piece in printing:
            pieces.append(piece)
            try:
                size += size_of(piece)
            except (TemplateError, UnfitError) as error:
                printing.throw(error)  # so that the line that printed it is found
            if size > MAX_TEXT:
                raise TooMuchError(_("A template writes more than {n} characters.").format(n=MAX_TEXT))
    except UserError as error:
        raise UserError(_located(error, template, place, str(error.faults[0].message))) from None
    except (TemplateError, TypeError, ValueError, ArithmeticError, RecursionError, LookupError) as error:
        raise UserError(_located(error, template, place, _reason(error))) from None
    return pieces


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return _("The template calls itself without end.")
    is_ours = isinstance(error, (TemplateError, UnfitError))
    why = str(error) if is_ours else _("a value is used for what it does not serve")
    return _("The wording cannot be worked out: {why}.").format(why=why)


def _located(error: BaseException, template: Template, place: Place, message: str) -> Fault:
    """A fault at the line of the innermost template that was running."""
    trace = error.__traceback__
    where = place
    while trace is not None:
        running = trace.tb_frame.f_globals.get("__jinja_template__")
        if running is not None:
            line = running.get_corresponding_lineno(trace.tb_lineno)
            where = place.at(line) if running is template else Place(running.filename or "", line)
        trace = trace.tb_next
    return replace(where.fault(message), answer=getattr(error, "answer", ""))


def look_up(name: tuple[str, ...], scope: Scope, place: Place) -> Any:
    """The value of a dotted name. Raises UserError if there is none."""
    value: Any = scope.get(name[0])
    for part in name[1:]:
        value = value.get(part) if isinstance(value, Record) else None
    if value is None:
        message = _("“{name}” is no question, computed value or column here.")
        raise UserError(place.fault(message.format(name=".".join(name))))
    return value


def plain_snippet(source: str, place: Place) -> Snippet | None:
    """A template of nothing but text and names, made ready; None if there is more to it."""
    source = mark_paragraphs(source)
    pieces = None if "{%" in source or "{#" in source else _plain_pieces(source)
    return None if pieces is None else Snippet(place, pieces=pieces)


def parse(environment: WordingEnvironment, source: str, place: Place, name: str = "") -> nodes.Template:
    """The tree of a template. name: of its file, "" for one inside an outline. Raises BrokenError."""
    if len(source) > MAX_SOURCE:
        raise BrokenError(_("It has more than {n} characters.").format(n=MAX_SOURCE), 1)
    with _broken():
        return environment._parse(mark_paragraphs(source), name or None, place.file)


def compile_tree(environment: WordingEnvironment, tree: nodes.Template, place: Place, name: str = "") -> CodeType:
    """What Jinja makes of a tree. Raises BrokenError, for example for an unknown filter."""
    with _broken():
        return environment.compile(tree, name or None, place.file)


def template_of(environment: WordingEnvironment, code: CodeType) -> Template:
    """The template that was compiled."""
    return Template.from_code(environment, code, {})


def _plain_pieces(source: str) -> tuple[Text | tuple[str, ...], ...] | None:
    """The pieces of a template of text and names; None if there is more to it."""
    pieces: list[Text | tuple[str, ...]] = []
    for place, piece in enumerate(_PRINTED.split(source)):
        if place % 2:
            name = tuple(piece.split("."))
            if _WORDS.intersection(name):
                return None
            pieces.append(name)
        elif "{{" in piece or "}}" in piece:
            return None
        elif piece:
            pieces.append(Text.of(piece, Source.WORDING))
    return tuple(pieces)


@dataclass(frozen=True, slots=True)
class Expression:
    """A condition or a list, ready. source: as written; name: its parts, where it is a dotted name and no more.

    template: sets `result` to its value. tree: for checks of names.
    """

    source: str
    place: Place
    name: tuple[str, ...] = ()
    template: Template | None = None
    tree: nodes.Node | None = None

    def value(self, scope: Scope) -> Any:
        """What the expression gives. Raises UserError."""
        template = self.template
        if template is None:
            return look_up(self.name, scope, self.place)
        context = new_context(template.environment, None, {}, scope, shared=True, globals={})
        try:
            for _piece in template.root_render_func(context):
                pass
            value = context.vars[_RESULT]
            if isinstance(value, Undefined):
                str(value)
            return value
        except TooMuchError as error:
            raise UserError(self.place.fault(error.faults[0].message)) from None
        except (TemplateError, TypeError, ValueError, ArithmeticError, RecursionError, LookupError) as error:
            raise UserError(self.place.fault(_reason(error))) from None


def named_expression(source: str, place: Place) -> Expression | None:
    """An expression that is a dotted name; None if there is more to it."""
    if _DOTTED.match(source) and source not in _WORDS:
        return Expression(source, place, name=tuple(source.split(".")))
    return None


def parse_expression(environment: WordingEnvironment, source: str) -> nodes.Template:
    """The tree of a template that sets `result` to the value of an expression. Raises BrokenError."""
    with _broken():
        parser = Parser(environment, source, state="variable")
        value = parser.parse_expression()
        if not parser.stream.eos:
            raise BrokenError(_("there is something behind its end"), 1)
        result = nodes.Assign(nodes.Name(_RESULT, "store"), value, lineno=1)
        tree = nodes.Template([result], lineno=1)
        tree.set_environment(environment)
        check(tree, environment.filters, environment.tests, None)
        return tree


@contextmanager
def _broken() -> Iterator[None]:
    """Whatever Jinja and Python find wrong with a template becomes a BrokenError."""
    try:
        yield
    except TemplateSyntaxError as error:
        raise BrokenError(worded(error.message or ""), error.lineno) from None
    except (RecursionError, MemoryError, SyntaxError):
        raise BrokenError(_("Nested too deeply."), 1) from None
    except (ValueError, OverflowError):
        raise BrokenError(_("A number in it is too long."), 1) from None
