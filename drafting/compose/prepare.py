"""An outline with its templates read, checked and compiled once, to be composed many times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinja2 import nodes

from drafting.chinese.enumerators import Style
from drafting.compose.cache import Kept
from drafting.compose.names import NameCheck, Shape, Shapes, root_shapes
from drafting.compose.snippets import Expression, Snippet
from drafting.compose.template_files import TemplateFiles
from drafting.compose.walk import Walk, shape_of
from drafting.compose.wordings import as_template
from drafting.errors import Fault
from drafting.facts.values import MisfitError, read_value
from drafting.i18n import _
from drafting.library import Library
from drafting.outline.model import Outline, Part, Type, Wording
from drafting.yamlfile import Place


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
    """An outline, ready. kept: the texts of its templates, and what need not be made again."""

    outline: Outline
    parts: tuple[PreparedPart, ...]
    computed: Mapping[str, Snippet]
    conditions: Mapping[str, Expression]
    kept: Kept


def prepare(outline: Outline, library: Library, known: Kept | None = None) -> tuple[Prepared, list[Fault]]:
    """The outline ready for composing, and every fault found in its templates, names and enumerators.

    known: what was compiled when this very outline was found without fault; then nothing is checked again.
    """
    preparer = _Preparer(outline, library, known)
    prepared = preparer.prepare()
    return prepared, list(dict.fromkeys([*preparer.files.faults, *preparer.faults]))


class _Preparer:
    def __init__(self, outline: Outline, library: Library, known: Kept | None) -> None:
        self.faults: list[Fault] = []
        self.files = TemplateFiles(outline.name, library, known)
        self._outline = outline
        self._names = NameCheck(outline)
        self._known = known

    def prepare(self) -> Prepared:
        outline = self._outline
        shapes = root_shapes(outline)
        asked = {question.key: question.when for question in outline.questions if question.when}
        conditions = {key: self._expression(when, shapes) for key, when in asked.items()}
        computed = {name: self._snippet(wording, shapes) for name, wording in outline.computed.items()}
        parts = self._parts(outline.parts, outline.numbering, shapes)
        if not self.files.checked:
            self._check_circles(computed, conditions)
            if not self.files.broken:
                self._check_use()
            self._check_defaults()
        return Prepared(
            outline=outline,
            parts=parts,
            computed={name: snippet for name, snippet in computed.items() if snippet},
            conditions={key: expression for key, expression in conditions.items() if expression},
            kept=self._known or self._kept(),
        )

    def _kept(self) -> Kept:
        texts = dict(sorted(self.files.texts.items()))
        names = self._names
        return Kept(self.files.codes, texts, self.files.files, frozenset(names.compared), frozenset(names.matched))

    def _parts(self, parts: Sequence[Part], numbering: Sequence[Style], shapes: Shapes) -> tuple[PreparedPart, ...]:
        prepared = tuple(self._part(part, numbering, shapes) for part in parts)
        if not self.files.checked:
            self._check_limits(prepared, shapes)
        return prepared

    def _part(self, part: Part, numbering: Sequence[Style], shapes: Shapes) -> PreparedPart:
        each = self._expression(part.each, shapes) if part.each else None
        inner = self._inner(part, each, shapes)
        below = part.numbering or (numbering[1:] if part.numbered else numbering)
        return PreparedPart(
            part=part,
            style=self._style(part, numbering),
            when=self._expression(part.when, shapes) if part.when else None,
            each=each,
            heading=self._snippet(part.heading, inner),
            lead=self._snippet(part.lead, inner),
            text=self._file(part, inner) if part.template else self._snippet(part.text, inner),
            parts=self._parts(part.parts, below, inner),
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
        shape = self._listed(each, shapes)
        if shape is not None and not shape.listed:
            message = _("“each” needs a list or a table; “{name}” is none.").format(name=each.source)
            self.faults.append(each.place.fault(message))
        entry = shape.entry() if shape else Shape(each.source)
        own = {"item": entry, "loop": Shape("loop"), **({part.entry: entry} if part.entry else {})}
        return {**shapes, **entry.columns(), **own}

    def _listed(self, each: Expression, shapes: Shapes) -> Shape | None:
        """What a part repeats over: a list or table by name, or chosen rows of it; None for anything else."""
        if each.name:
            return self._names.shape_of(each.name, shapes)
        value = each.tree.find(nodes.Assign) if each.tree else None
        return shape_of(value.node, shapes) if value else None

    def _snippet(self, wording: Wording | None, shapes: Shapes) -> Snippet | None:
        if wording is None:
            return None
        if len(wording.ways) == 1:
            snippet = self.files.snippet(wording.ways[0], wording.place)
            self._check_names(snippet, shapes)
            return snippet
        if not self.files.checked:
            sound = [self._check_way(*way, shapes) for way in wording.each()]
            if not all(sound):
                return None
        return self.files.snippet(as_template(wording.ways), wording.place)

    def _check_way(self, way: str, place: Place, shapes: Shapes) -> bool:
        """Check one of several ways for itself, so that its faults have its lines."""
        tree = self.files.parsed(way, place)
        self._check_names(Snippet(place, tree=tree), shapes)
        return tree is not None

    def _file(self, part: Part, shapes: Shapes) -> Snippet | None:
        snippet = self.files.file(part.template, part.template_place or part.place)
        self._check_names(snippet, shapes)
        return snippet

    def _expression(self, wording: Wording, shapes: Shapes) -> Expression | None:
        expression = self.files.expression(wording.ways[0], wording.place)
        if expression is None or self.files.checked:
            return expression
        if expression.name and (wrong := self._names.dotted(expression.name, shapes)):
            self.faults.append(wording.place.fault(wrong))
        if expression.tree is not None:
            self._check_tree(expression.tree, wording.place, shapes)
        return expression

    def _check_tree(self, tree: nodes.Node, place: Place, shapes: Shapes) -> None:
        for wrong in Walk(self._names, self.files.tree).tree(tree, shapes):
            self.faults.append(place.at(wrong.line, wrong.word).fault(wrong.message))

    def _check_names(self, snippet: Snippet | None, shapes: Shapes) -> None:
        if snippet is None or self.files.checked:
            return
        if snippet.tree is not None:
            self._check_tree(snippet.tree, snippet.place, shapes)
            return
        for name in (piece for piece in snippet.pieces if isinstance(piece, tuple)):
            shape = self._names.shape_of(name, shapes)
            if wrong := self._names.dotted(name, shapes) or (self._names.printed(shape) if shape else ""):
                self.faults.append(snippet.place.fault(wrong))

    def _check_limits(self, parts: Sequence[PreparedPart], shapes: Shapes) -> None:
        """Enumerators that could run out: as many fixed parts as there are, and as many entries as may be."""
        for style in dict.fromkeys(part.style for part in parts if part.style and part.style.limit):
            most = 0
            for part in (part for part in parts if part.style == style):
                shape = self._listed(part.each, shapes) if part.each else None
                limit = shape.question.at_most if shape and shape.question else None
                if part.each and limit is None:
                    message = _("The enumerator {marker} ends at {n}; give “{name}” an “at_most” or take another.")
                    text = message.format(marker=style.name, n=style.limit, name=part.each.source)
                    self.faults.append(part.part.place.fault(text))
                most += (limit or 0) if part.each else 1
            if style.limit is not None and most > style.limit:
                message = _("The enumerator {marker} ends at {n}; there can be {most} here.")
                text = message.format(marker=style.name, n=style.limit, most=most)
                here = next(part for part in parts if part.style == style)
                self.faults.append(here.part.place.fault(text))

    def _check_use(self) -> None:
        """Questions, columns, phrases and computed values that nothing uses."""
        used, outline = self._names.used, self._outline
        for question in outline.questions:
            if question.key not in used:
                message = _("No template uses the question “{key}”.").format(key=question.key)
                self.faults.append(question.place.fault(message))
                continue
            for column in question.columns:
                if f"{question.key}.{column.key}" not in used:
                    message = _("No template uses the column “{key}” of “{table}”.")
                    self.faults.append(column.place.fault(message.format(key=column.key, table=question.key)))
        for name, wording in outline.computed.items():
            if name not in used and wording:
                self.faults.append(wording.place.fault(_("No template uses the value “{key}”.").format(key=name)))
        for name, phrase in outline.phrases.items():
            if f"house.{name}" not in used:
                self.faults.append(phrase.place.fault(_("No template uses the phrase “{key}”.").format(key=name)))

    def _check_defaults(self) -> None:
        """Defaults that are no answers of their question's type."""
        for question in self._outline.questions:
            if question.default and question.type not in (Type.LIST, Type.TABLE):
                try:
                    read_value(question.default, question)
                except MisfitError as misfit:
                    message = _("default of “{key}”: {why}.").format(key=question.key, why=misfit)
                    self.faults.append(question.place.fault(message))

    def _check_circles(
        self, computed: Mapping[str, Snippet | None], conditions: Mapping[str, Expression | None]
    ) -> None:
        """A computed value uses only those above it, a condition only questions above it: no circles."""
        names = list(computed)
        for place, (name, snippet) in enumerate(computed.items()):
            for other in self._met(snippet) & set(names[place:]):
                message = _("“{name}” uses “{other}”, which is not computed above it.")
                where = snippet.place if snippet else self._outline.place
                self.faults.append(where.fault(message.format(name=name, other=other)))
        keys = [question.key for question in self._outline.questions]
        for key, expression in conditions.items():
            below = set(keys[keys.index(key) :]) | set(names)
            for other in self._met(expression) & below:
                message = _("The condition of “{name}” uses “{other}”, which is not asked above it.")
                where = expression.place if expression else self._outline.place
                self.faults.append(where.fault(message.format(name=key, other=other)))

    def _met(self, made: Snippet | Expression | None) -> set[str]:
        """The questions and computed values that a template or an expression uses."""
        check, shapes = NameCheck(self._outline), root_shapes(self._outline)
        dotted = made.pieces if isinstance(made, Snippet) else (made.name,) if made and made.name else ()
        for name in dotted:
            if isinstance(name, tuple):
                check.dotted(name, shapes)
        if made is not None and made.tree is not None:
            Walk(check, self.files.tree).tree(made.tree, shapes)
        return {path.partition(".")[0] for path in check.used}
