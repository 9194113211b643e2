"""From YAML to an Outline, all faults at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping as Map
from typing import Any

from drafting.chinese.enumerators import Style, style
from drafting.draft import Move
from drafting.enumerating import read_style
from drafting.errors import Fault, following, nearest
from drafting.i18n import _
from drafting.outline import grammar
from drafting.outline.grammar import Holds, Key
from drafting.outline.model import Numbered, Outline, Part, Phrase, Question, Type, Wording
from drafting.yamlcheck import Checker
from drafting.yamlfile import Mapping, Node, Place, Scalar, Sequence

_STAND_IN = style("1.")


def read_outline(node: Node, name: str) -> tuple[Outline, list[Fault]]:
    """The outline in a YAML document and every fault found in it.

    With faults the outline is what could be read; it serves for further checks, not for composing.
    """
    reader = _OutlineReader()
    outline = reader.outline(node, name)
    return outline, reader.faults


class _OutlineReader(Checker):
    """Takes the values of `grammar.Holds` out of nodes and builds the model from them."""

    def outline(self, node: Node, name: str) -> Outline:
        values = self._values(node, grammar.OUTLINE, _("the outline"))
        values.setdefault("title", "")
        values.setdefault("parts", ())
        outline = Outline(name=name, place=node.place, **values)
        for key, wording in outline.computed.items():
            if wording and outline.question(key):
                self.fault(wording.place, _("“{key}” is a question already; choose another name.").format(key=key))
        return outline

    def _values(self, node: Node, keys: Map[str, Key], what: str) -> dict[str, Any]:
        """The known keys of a mapping with their values."""
        mapping = self.mapping(node, what)
        self.known(mapping, keys, what)
        for name, key in keys.items():
            if key.required and _is_empty(mapping.get(name)):
                self.fault(mapping.place, _("{what} lacks “{key}”.").format(what=what, key=name))
        known = [(name.text, value) for name, value in mapping.entries if name.text in keys]
        values = {name: self._value(value, keys[name].holds, name) for name, value in known}
        return {name: value for name, value in values.items() if value is not None}

    def _value(self, node: Node, holds: Holds, what: str) -> Any:
        match holds:
            case Holds.TEXT:
                return self.text(node, what)
            case Holds.TEXTS:
                return self.texts(node, what)
            case Holds.NAME:
                return self.name(node, what)
            case Holds.FLAG:
                return self.flag(node, what)
            case Holds.WHOLE:
                return self.whole_if_sound(node, what)
            case Holds.EXPRESSION:
                text = self.text(node, what)
                return Wording((text,), (_inner_place(node),)) if text else None
            case Holds.WORDING:
                return self._wording(node, what)
            case Holds.ENUMERATOR:
                return self._enumerator(node, what)
            case Holds.ENUMERATORS:
                return tuple(self._style(item, what) for item in self.items(node, what))
            case Holds.MOVE:
                return self._one_of(node, Move, what, Move.OPENING)
            case Holds.TYPE:
                return self._one_of(node, Type, what, Type.TEXT)
            case Holds.QUESTIONS:
                return self._questions(node, grammar.QUESTION, _("question “{key}”"))
            case Holds.COLUMNS:
                return self._questions(node, grammar.COLUMN, _("column “{key}”"))
            case Holds.TEMPLATES:
                return {name: self._wording(value, name) for name, value in self._named(node, what)}
            case Holds.PHRASES:
                return {name: Phrase(self.text(value, name), value.place) for name, value in self._named(node, what)}
            case Holds.PARTS:
                return self._parts(node, what)

    def _named(self, node: Node, what: str) -> list[tuple[str, Node]]:
        entries = self.mapping(node, what).entries
        return [(self._own_name(key), value) for key, value in entries]

    def _own_name(self, key: Scalar) -> str:
        """The name of a question, column, phrase or computed value."""
        if key.text in grammar.RESERVED:
            self.fault(key.place, _("“{key}” is a word of the grammar; choose another name.").format(key=key.text))
        return self.name(key, _("name"))

    def _one_of(self, node: Node, kind: type[Move] | type[Type], what: str, default: Any) -> Any:
        word = self.word(node, what)
        if word is None:
            return default
        allowed = [member.value for member in kind]
        if word in allowed:
            return kind(word)
        message = _("{what}: “{word}” is not allowed.").format(what=what, word=word)
        hint = nearest(word, allowed) or following(_("Allowed: {keys}.").format(keys=", ".join(allowed)))
        self.fault(node.place, message + hint)
        return default

    def _wording(self, node: Node, what: str) -> Wording | None:
        items = self.items(node, what)
        ways = [(self.text(item, what), _inner_place(item)) for item in items]
        ways = [(way, place) for way, place in ways if way]
        if not ways:
            return None
        return Wording(tuple(way for way, _place in ways), tuple(place for _way, place in ways))

    def _enumerator(self, node: Node, what: str) -> Style | Numbered:
        if isinstance(node, Scalar) and node.text.strip() in (Numbered.ALWAYS, Numbered.NEVER):
            return Numbered(node.text.strip())
        return self._style(node, what)

    def _style(self, node: Node, what: str) -> Style:
        """An enumerator; any one in the place of what is none, so that the depths below keep theirs."""
        return read_style(self, node, what) or _STAND_IN

    def _questions(self, node: Node, keys: Map[str, Key], what: str) -> tuple[Question, ...]:
        entries = self.mapping(node, _("questions")).entries
        return tuple(self._question(key, value, keys, what.format(key=key.text)) for key, value in entries)

    def _question(self, key: Scalar, node: Node, keys: Map[str, Key], what: str) -> Question:
        name = self._own_name(key)
        if isinstance(node, Scalar):
            if node.empty:
                self.fault(key.place, _("{what} lacks “{key}”.").format(what=what, key="ask"))
            return Question(key=name, ask=self.text(node, what), place=key.place)
        values = self._values(node, keys, what)
        values.setdefault("ask", "")
        question = Question(key=name, place=key.place, **values)
        self._check_question(question, what)
        return question

    def _check_question(self, question: Question, what: str) -> None:
        is_list = question.type in (Type.LIST, Type.TABLE)
        fits = {
            "columns": (bool(question.columns), question.type is Type.TABLE),
            "choices": (bool(question.choices), question.type is Type.CHOICE),
            "unit": (bool(question.unit), question.type is Type.NUMBER or not question.unit),
            "at_least": (bool(question.at_least), is_list or not question.at_least),
            "at_most": (question.at_most is not None, is_list or question.at_most is None),
            "default": (bool(question.default), not is_list or not question.default),
        }
        for key, (given, due) in fits.items():
            if given and not due:
                message = _("{what}: “{key}” does not fit the type {type}.")
                self.fault(question.place, message.format(what=what, key=key, type=question.type))
            elif due and not given and key in ("columns", "choices"):
                message = _("{what}: the type {type} needs “{key}”.")
                self.fault(question.place, message.format(what=what, key=key, type=question.type))
        for word, times in Counter(question.choices).items():
            if times > 1:
                self.fault(question.place, _("{what}: “{word}” stands twice.").format(what=what, word=word))
        if question.type is Type.TABLE and _tables_in(question):
            self.fault(question.place, _("{what}: a column cannot be a table; make it a list.").format(what=what))
        if question.at_most is not None and question.at_most < question.at_least:
            self.fault(question.place, _("{what}: at_most is less than at_least.").format(what=what))

    def _parts(self, node: Node, what: str, move: Move | None = None) -> tuple[Part, ...]:
        nodes = self.items(node, what)
        self._check_keys(nodes)
        return tuple(self._part(item, move) for item in _with_names(nodes))

    def _check_keys(self, nodes: tuple[Node, ...]) -> None:
        """No two parts beside each other have the same key: by it their blocks are known."""
        first: dict[str, int] = {}
        for node in nodes:
            key = node.get("key") if isinstance(node, Mapping) else None
            if not isinstance(key, Scalar) or key.empty:
                continue
            if key.text in first:
                message = _("“{key}” stands here a second time; the first is in line {line}.")
                self.fault(key.place, message.format(key=key.text, line=first[key.text]))
            first.setdefault(key.text, key.place.line)

    def _part(self, named: tuple[Node, str], outer: Move | None) -> Part:
        node, name = named
        mapping = self.mapping(node, _("a part"))
        values = self._values(Mapping(_without(mapping, "parts", "items"), mapping.place), grammar.PART, _("a part"))
        move = values.pop("move", outer)
        if move is None:
            self.fault(node.place, _("The part lacks “move”."))
            move = Move.OPENING
        values.pop("key", None)
        template = mapping.get("template")
        part = Part(
            name=name,
            move=move,
            place=node.place,
            entry=values.pop("as", ""),
            parts=self._below(mapping, move),
            template_place=template.place if template else None,
            **values,
        )
        self._check_part(part)
        return part

    def _below(self, mapping: Mapping, move: Move) -> tuple[Part, ...]:
        """The sub-parts; `items: LIST` is short for a last one, {each: LIST, text: "{{ item }}"}."""
        parts, items = mapping.get("parts"), mapping.get("items")
        nodes = self.items(parts, "parts") if parts is not None else ()
        if isinstance(items, Scalar) and not items.empty:
            each, text = Scalar("each", items.place), Scalar("text", items.place)
            entries = ((each, items), (text, Scalar("{{ item }}", items.place, quoted=True)))
            nodes = (*nodes, Mapping(entries, items.place))
        elif items is not None:
            self.text(items, "items")
        return self._parts(Sequence(nodes, mapping.place), "parts", move)

    def _check_part(self, part: Part) -> None:
        """What a part may not combine."""
        if part.entry in grammar.RESERVED - {"item"}:
            self.fault(part.place, _("“{key}” is a word of the grammar; choose another name.").format(key=part.entry))
        if part.text and part.template:
            self.fault(part.place, _("A part has either “text” or “template”, not both."))
        if part.heading and part.lead:
            self.fault(part.place, _("A part has either “heading” or “lead”, not both."))
        if not (part.heading or part.lead or part.has_text or part.parts):
            self.fault(part.place, _("The part says nothing: it needs text, template, lead, heading, items or parts."))
        if part.heading and part.inline:
            self.fault(part.place, _("A heading has a line of its own; with “inline” use “lead”."))
        if part.entry and not part.each:
            self.fault(part.place, _("“as” names the entry of “each”, and there is no “each”."))
        if part.between and not (part.each and part.inline):
            self.fault(part.place, _("“between” belongs to an inline “each”."))
        if part.apart and not (part.each and part.inline):
            self.fault(part.place, _("“apart” belongs to an inline “each”."))
        if part.numbered and not (part.heading or part.lead or part.has_text):
            self.fault(part.place, _("An enumerated part needs a heading, a lead or text to carry its number."))


def _tables_in(question: Question) -> list[str]:
    """The columns of a table that are tables themselves."""
    return [column.key for column in question.columns if column.type is Type.TABLE]


def _without(mapping: Mapping, *keys: str) -> tuple[tuple[Scalar, Node], ...]:
    return tuple((name, value) for name, value in mapping.entries if name.text not in keys)


def _is_empty(node: Node | None) -> bool:
    """Whether nothing was written."""
    return node is None or (isinstance(node, Scalar) and node.empty) or (isinstance(node, Sequence) and not node.items)


def _inner_place(node: Node) -> Place:
    """Where the text itself begins: that of a block (`|`) below its mark."""
    return (isinstance(node, Scalar) and node.inner) or node.place


def _with_names(nodes: tuple[Node, ...]) -> list[tuple[Node, str]]:
    """Each part with its name: its key, the list it repeats over, or its move; -2, -3 … for later ones."""
    named = []
    seen: Counter[str] = Counter()
    for node in nodes:
        name = _proper_name(node)
        seen[name] += 1
        named.append((node, name if seen[name] == 1 else f"{name}-{seen[name]}"))
    return named


def _proper_name(node: Node) -> str:
    for key in ("key", "each", "move"):
        value = node.get(key) if isinstance(node, Mapping) else None
        if isinstance(value, Scalar) and not value.empty and (name := "".join(value.text.split())):
            return name
    return "part"
