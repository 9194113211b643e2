"""Template files and what they include: each read and compiled once, faults told where they stand."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, Environment, Template, nodes

from drafting.compose.cache import Codes, Kept
from drafting.compose.environment import WordingEnvironment
from drafting.compose.snippets import (
    BrokenError,
    Expression,
    Snippet,
    compile_tree,
    named_expression,
    parse,
    parse_expression,
    plain_snippet,
    template_of,
)
from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.library import Library
from drafting.yamlfile import Place, read_text
from drafting.yamlproblems import UNWRITABLE

_EXPRESSION = "expression"  # no name of a file: it has no folder


class TemplateFiles:
    """The templates and expressions of one outline.

    texts: of the files read so far, by name; files: where they lie. faults: those found so far. codes: what was
    compiled so far. checked: the outline was found without fault before, and `codes` are those of that time.
    broken: a template could not be read, so what it uses is not known.
    """

    def __init__(self, outline_name: str, library: Library, known: Kept | None) -> None:
        self.faults: list[Fault] = []
        self.texts = dict(known.texts) if known else {}
        self.files = dict(known.files) if known else {}
        self.codes: Codes = known.codes if known else {}
        self.checked = known is not None
        self.broken = False
        self.environment = WordingEnvironment(_Includes(self), outline_name)
        self._library = library
        self._snippets: dict[str, Snippet | None] = {}
        self._sound: set[str] = set()  # included files whose own includes were looked at

    def file(self, name: str, place: Place) -> Snippet | None:
        """The template file of that name, made ready; None, and a fault at `place`, if there is none."""
        if name not in self._snippets:
            self._snippets[name] = None
            if self._read(name, place):
                self._snippets[name] = self.snippet(self.texts[name], self._start(name), name)
        return self._snippets[name]

    def snippet(self, source: str, place: Place, name: str = "") -> Snippet | None:
        """A template made ready; None, and a fault, if it cannot be read. name: of its file, "" for one in YAML."""
        plain = plain_snippet(source, place)
        if plain and (self.checked or not place.typed):
            return plain
        try:
            tree = None if self.checked else self._parsed(source, place, name)
            if plain:
                return replace(plain, tree=tree)
            code = self.codes.get((name, source))
            if code is None:
                whole = parse(self.environment, source, place, name)
                code = self.codes[name, source] = compile_tree(self.environment, whole, place, name)
        except BrokenError as broken:
            self._broken(broken, place)
            return None
        if tree is not None:
            self._check_includes(tree, place, (name,))
        return Snippet(place, template=template_of(self.environment, code), tree=tree)

    def expression(self, source: str, place: Place) -> Expression | None:
        """An expression made ready; None, and a fault, if it cannot be read."""
        if named := named_expression(source, place):
            return named
        key = (_EXPRESSION, source)
        try:
            tree = None if self.checked else parse_expression(self.environment, place.typed or source)
            if key not in self.codes:
                whole = parse_expression(self.environment, source)
                self.codes[key] = compile_tree(self.environment, whole, place)
        except BrokenError as broken:
            self.broken = True
            message = _("The expression cannot be read: {why}").format(why=broken)
            self.faults.append(place.at(broken.line).fault(message))
            return None
        return Expression(source, place, template=template_of(self.environment, self.codes[key]), tree=tree)

    def parsed(self, source: str, place: Place) -> nodes.Template | None:
        """The tree of one of several ways; None if it cannot be read, which is noted."""
        try:
            tree = self._parsed(source, place)
        except BrokenError as broken:
            self._broken(broken, place)
            return None
        self._check_includes(tree, place, ("",))
        return tree

    def tree(self, name: str) -> nodes.Template | None:
        """The tree of an included template; None if it is missing or broken, which is told elsewhere."""
        try:
            self._load(name)
            return parse(self.environment, self.texts[name], self._start(name), name)
        except (UserError, BrokenError):
            return None

    def _broken(self, broken: BrokenError, place: Place) -> None:
        self.broken = True
        message = _("The template cannot be read: {why}").format(why=broken)
        self.faults.append(place.at(broken.line).fault(message))

    def _parsed(self, source: str, place: Place, name: str = "") -> nodes.Template:
        """The tree of a template as typed in its file, so that its lines are those of the file. Raises BrokenError."""
        try:
            return parse(self.environment, place.typed or source, place, name)
        except BrokenError:
            with suppress(BrokenError):
                return parse(self.environment, source, place, name)  # quotation marks of YAML were in the way
            raise

    def _start(self, name: str) -> Place:
        """Where a template file begins."""
        return Place(_shown(self.files[name]), 1, 1, self.texts[name])

    def _check_includes(self, tree: nodes.Template, place: Place, chain: tuple[str, ...]) -> None:
        """Faults for includes without a name, of unknown or broken templates, and in circles."""
        for include in tree.find_all(nodes.Include):
            here = place.at(include.lineno)
            if not isinstance(include.template, nodes.Const):
                self.faults.append(here.fault(_("“include” needs the name of a template.")))
                continue
            name = str(include.template.value)
            if name in chain:
                circle = " → ".join([*chain[chain.index(name) :], name])
                self.faults.append(here.fault(_("Circular include: {circle}.").format(circle=circle)))
            elif self._read(name, here):
                self._check_included(name, chain)

    def _check_included(self, name: str, chain: tuple[str, ...]) -> None:
        if name in self._sound:
            return
        place = self._start(name)
        try:
            inner = parse(self.environment, self.texts[name], place, name)
            self._code(name)
        except BrokenError as broken:
            self._broken(broken, place)
        else:
            self._check_includes(inner, place, (*chain, name))
        self._sound.add(name)

    def included(self, name: str) -> Template:
        """The template that another one includes. Raises UserError if there is none, or it cannot be read."""
        self._load(name)
        try:
            return template_of(self.environment, self._code(name))
        except BrokenError as broken:
            raise UserError(self._start(name).at(broken.line).fault(str(broken))) from None

    def _code(self, name: str) -> CodeType:
        """What Jinja makes of a template file that was read. Raises BrokenError."""
        source = self.texts[name]
        code = self.codes.get((name, source))
        if code is None:
            place = self._start(name)
            tree = parse(self.environment, source, place, name)
            code = self.codes[name, source] = compile_tree(self.environment, tree, place, name)
        return code

    def _read(self, name: str, place: Place) -> bool:
        """Read a template file, once; a fault at `place` if it cannot be done."""
        if name in self.texts:
            return True
        try:
            self._load(name)
        except UserError as error:
            self.faults += [place.fault(fault.message) for fault in error.faults]
            return False
        if bad := UNWRITABLE.search(self.texts[name]):
            line = self.texts[name].count("\n", 0, bad.start()) + 1
            message = _("The character U+{code:04X} cannot be written.").format(code=ord(bad.group()))
            self.faults.append(Fault(message, _shown(self.files[name]), line))
        return True

    def _load(self, name: str) -> None:
        """Read a template file. Raises UserError if there is none."""
        if name not in self.texts:
            path = self._library.template(name)
            self.texts[name], self.files[name] = read_text(path), path


class _Includes(BaseLoader):
    """Gives Jinja the templates that others include, compiled once for all runs."""

    def __init__(self, files: TemplateFiles) -> None:
        self._files = files

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:
        """The template of that name."""
        return self._files.included(name)


def _shown(path: Path) -> str:
    """A path as people know it: from the working folder where it lies below it."""
    return os.path.abspath(path).removeprefix(os.path.join(os.getcwd(), ""))
