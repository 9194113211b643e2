"""An outline with its templates read, checked and compiled once, to be composed many times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import FunctionLoader, TemplateSyntaxError, nodes

from drafting.chinese.enumerators import Style
from drafting.compose.environment import WordingEnvironment
from drafting.compose.names import NameCheck, Shape, Shapes, root_shapes
from drafting.compose.snippets import (
    Broken,
    Expression,
    Snippet,
    at_line,
    compile_expression,
    compile_snippet,
)
from drafting.compose.wordings import as_template
from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.library import Library
from drafting.outline.model import Outline, Part, Type, Wording
from drafting.yamlfile import Place, read_text


@dataclass(frozen=True, slots=True)
class PreparedPart:
    """A part with its templates compiled. style: its enumerator; None if it is not enumerated."""

    part: Part
    style: Style | None
    when: Expression | None
    each: Expression | None
    heading: Snippet | None
    lead: Snippet | None
    text: Snippet | None
    parts: tuple[PreparedPart, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """An outline, ready. templates: name and text of every template file it uses, for its fingerprint."""

    outline: Outline
    parts: tuple[PreparedPart, ...]
    computed: Mapping[str, Snippet]
    conditions: Mapping[str, Expression]
    templates: Mapping[str, str]


def prepare(outline: Outline, library: Library) -> tuple[Prepared, list[Fault]]:
    """The outline ready for composing, and every fault found in its templates, names and enumerators."""
    preparer = _Preparer(outline, library)
    prepared = preparer.prepare()
    return prepared, sorted(dict.fromkeys(preparer.faults), key=lambda fault: (fault.file, fault.line, fault.column))


class _Preparer:
    def __init__(self, outline: Outline, library: Library) -> None:
        self.faults: list[Fault] = []
        self._outline = outline
        self._library = library
        self._files: dict[str, tuple[str, str]] = {}
        self._compiled: dict[str, Snippet | None] = {}
        self._environment = WordingEnvironment(FunctionLoader(self._load))
        self._names = NameCheck(outline, self._included)

    def prepare(self) -> Prepared:
        shapes = root_shapes(self._outline)
        conditions = {
            question.key: expression
            for question in self._outline.questions
            if question.when and (expression := self._expression(question.when, shapes))
        }
        computed = {
            name: snippet
            for name, wording in self._outline.computed.items()
            if wording and (snippet := self._snippet(wording, shapes))
        }
        parts = self._parts(self._outline.parts, self._outline.numbering, 0, shapes)
        self._check_order(computed)
        self._check_use()
        return Prepared(
            outline=self._outline,
            parts=parts,
            computed=computed,
            conditions=conditions,
            templates={name: text for name, (text, _path) in sorted(self._files.items())},
        )

    # -- parts ---------------------------------------------------------------------------------------------

    def _parts(
        self, parts: Sequence[Part], numbering: Sequence[Style], depth: int, shapes: Shapes
    ) -> tuple[PreparedPart, ...]:
        prepared = tuple(self._part(part, numbering, depth, shapes) for part in parts)
        self._check_limits(prepared, shapes)
        return prepared

    def _part(self, part: Part, numbering: Sequence[Style], depth: int, shapes: Shapes) -> PreparedPart:
        style = self._style(part, numbering)
        when = self._expression(part.when, shapes) if part.when else None
        each = self._expression(part.each, shapes) if part.each else None
        inner = self._inner(part, each, shapes)
        below = part.numbering or (numbering[1:] if part.numbered else numbering)
        return PreparedPart(
            part=part,
            style=style,
            when=when,
            each=each,
            heading=self._snippet(part.heading, inner),
            lead=self._snippet(part.lead, inner),
            text=self._file(part, inner) if part.template else self._snippet(part.text, inner),
            parts=self._parts(part.parts, below, depth + part.numbered, inner),
        )

    def _style(self, part: Part, numbering: Sequence[Style]) -> Style | None:
        if not part.numbered:
            return None
        if isinstance(part.number, Style):
            return part.number
        if numbering:
            return numbering[0]
        message = _("“numbering” has no enumerator for this depth; add one there, or give the part a “number”.")
        self.faults.append(part.place.fault(message))
        return None

    def _inner(self, part: Part, each: Expression | None, shapes: Shapes) -> Shapes:
        """The names inside a part: those outside, and the columns and the entry it repeats over."""
        if each is None:
            return shapes
        shape = self._names.shape_of(each.name, shapes) if each.name else None
        question = shape.question if shape else None
        if shape is not None and (question is None or question.type not in (Type.LIST, Type.TABLE) or shape.row):
            message = _("“each” needs a list or a table; “{name}” is none.").format(name=each.source)
            self.faults.append(each.place.fault(message))
        entry = shape.entry() if shape else Shape(each.source)
        own = {"item": entry, **({part.entry: entry} if part.entry else {})}
        return {**shapes, **entry.columns(), **own}

    def _check_limits(self, parts: Sequence[PreparedPart], shapes: Shapes) -> None:
        """Enumerators that could run out: as many fixed parts as there are, and as many entries as may be."""
        for style in dict.fromkeys(part.style for part in parts if part.style and part.style.limit):
            most = 0
            for part in (part for part in parts if part.style == style):
                shape = self._names.shape_of(part.each.name, shapes) if part.each else None
                limit = shape.question.at_most if shape and shape.question else None
                if part.each and limit is None:
                    message = _("The enumerator {marker} runs out after {n}; give “{name}” an “at_most” or take another.")
                    text = message.format(marker=style.name, n=style.limit, name=part.each.source)
                    self.faults.append(part.part.place.fault(text))
                most += (limit or 0) if part.each else 1
            if style.limit is not None and most > style.limit:
                message = _("The enumerator {marker} runs out after {n}; there can be {most} here.")
                text = message.format(marker=style.name, n=style.limit, most=most)
                self.faults.append(parts[0].part.place.fault(text))

    # -- templates -----------------------------------------------------------------------------------------

    def _snippet(self, wording: Wording | None, shapes: Shapes) -> Snippet | None:
        if wording is None:
            return None
        snippets = [self._compiled_snippet(way, place, "") for way, place in zip(wording.ways, wording.places, strict=True)]
        for snippet in snippets:
            if snippet is not None:
                self._check_names(snippet, shapes)
        if len(snippets) == 1 or None in snippets:
            return snippets[0]
        return self._compiled_snippet(as_template(wording.ways), wording.place, "")

    def _file(self, part: Part, shapes: Shapes) -> Snippet | None:
        name = part.template
        if name not in self._compiled:
            self._compiled[name] = None
            try:
                text, file = self._source(name)
            except UserError as error:
                place = part.template_place or part.place
                self.faults += [place.fault(fault.message) for fault in error.faults]
                return None
            self._compiled[name] = self._compiled_snippet(text, Place(file, 1, 1), name)
        snippet = self._compiled[name]
        if snippet is not None:
            self._check_names(snippet, shapes)
        return snippet

    def _compiled_snippet(self, source: str, place: Place, name: str) -> Snippet | None:
        try:
            snippet = compile_snippet(self._environment, source, place, name)
        except Broken as broken:
            message = _("The template cannot be read: {why}").format(why=broken)
            self.faults.append(at_line(place, broken.line).fault(message))
            return None
        if snippet.tree is not None:
            self._check_includes(snippet.tree, place, (name,))
        return snippet

    def _expression(self, wording: Wording, shapes: Shapes) -> Expression | None:
        try:
            expression = compile_expression(self._environment, wording.ways[0], wording.place)
        except Broken as broken:
            message = _("The expression cannot be read: {why}").format(why=broken)
            self.faults.append(wording.place.fault(message))
            return None
        wrong = [self._names.dotted(expression.name, shapes)] if expression.name else []
        if expression.tree is not None:
            wrong += [message for message, _line in self._names.tree(expression.tree, shapes)]
        self.faults += [wording.place.fault(message) for message in wrong if message]
        return expression

    def _check_names(self, snippet: Snippet, shapes: Shapes) -> None:
        for piece in snippet.pieces:
            if not isinstance(piece, str) and (wrong := self._names.dotted(piece, shapes)):
                self.faults.append(snippet.place.fault(wrong))
        if snippet.tree is not None:
            for wrong, line in self._names.tree(snippet.tree, shapes):
                self.faults.append(at_line(snippet.place, line).fault(wrong))

    def _check_includes(self, tree: nodes.Template, place: Place, chain: tuple[str, ...]) -> None:
        for include in tree.find_all(nodes.Include):
            if not isinstance(include.template, nodes.Const):
                self.faults.append(at_line(place, include.lineno).fault(_("“include” needs the name of a template.")))
                continue
            name = str(include.template.value)
            if name in chain:
                circle = " → ".join([*chain[chain.index(name) :], name])
                self.faults.append(at_line(place, include.lineno).fault(_("Circular include: {circle}.").format(circle=circle)))
                continue
            try:
                text, file = self._source(name)
                inner = self._environment._parse(text, name, file)
            except UserError as error:
                self.faults += [at_line(place, include.lineno).fault(fault.message) for fault in error.faults]
            except TemplateSyntaxError as error:
                message = _("The template cannot be read: {why}").format(why=error.message)
                self.faults.append(Place(error.filename or name, error.lineno).fault(message))
            else:
                self._check_includes(inner, Place(file, 1, 1), (*chain, name))

    # -- files ---------------------------------------------------------------------------------------------

    def _source(self, name: str) -> tuple[str, str]:
        """Text and file of a template, each read once. Raises UserError."""
        if name not in self._files:
            path = self._library.template(name)
            self._files[name] = (read_text(path), _shown(path))
        return self._files[name]

    def _load(self, name: str) -> tuple[str, str, None] | None:
        try:
            text, file = self._source(name)
        except UserError:
            return None
        return text, file, None

    def _included(self, name: str) -> nodes.Template | None:
        try:
            text, file = self._source(name)
            return self._environment._parse(text, name, file)
        except (UserError, TemplateSyntaxError):  # missing or broken: told elsewhere
            return None

    # -- the outline as a whole ----------------------------------------------------------------------------

    def _check_use(self) -> None:
        """Questions, columns, phrases and computed values that nothing uses."""
        used = self._names.used
        idle = [question for question in self._outline.questions if question.key not in used]
        for question in idle:
            message = _("No template uses the question “{key}”.").format(key=question.key)
            self.faults.append(question.place.fault(message))
        for question in self._outline.questions:
            for column in question.columns:
                if question not in idle and f"{question.key}.{column.key}" not in used:
                    message = _("No template uses the column “{key}” of “{table}”.")
                    self.faults.append(column.place.fault(message.format(key=column.key, table=question.key)))
        for name, wording in self._outline.computed.items():
            if name not in used and wording:
                self.faults.append(wording.place.fault(_("No template uses the value “{key}”.").format(key=name)))
        for name in self._outline.phrases:
            if f"house.{name}" not in used:
                message = _("No template uses the phrase “{key}”.").format(key=name)
                self.faults.append(self._outline.place.fault(message))

    def _check_order(self, computed: Mapping[str, Snippet]) -> None:
        """A computed value may use only those above it, so they never go in circles."""
        names = list(computed)
        for place, (name, snippet) in enumerate(computed.items()):
            later = set(names[place:])
            check = NameCheck(self._outline, self._included)
            for piece in snippet.pieces:
                if not isinstance(piece, str):
                    check.used.add(piece[0])
            if snippet.tree is not None:
                list(check.tree(snippet.tree, root_shapes(self._outline)))
            for other in sorted(check.used & later):
                message = _("“{name}” uses “{other}”, which is not computed above it.")
                self.faults.append(snippet.place.fault(message.format(name=name, other=other)))


def _shown(path: Path) -> str:
    """A path as people know it: from the working folder where it lies below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
