"""A named tuple as the grammar of a YAML mapping: field names are its keys, annotations say what may stand there.

The module of the tuple must not postpone its annotations, which have to be types here.

Understood are named tuples in it, `Mapping[str, X]`, `tuple[str, ...]`, enumerations of text, `str`, `bool`, `int`,
`float`, each perhaps `Annotated` with a `Range` or `Pattern`, and `X | None` for what may be left out.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterable
from collections.abc import Mapping as AbstractMapping
from enum import StrEnum
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from drafting.errors import Fault, UserError, following, nearest
from drafting.i18n import _
from drafting.yamlfile import Mapping, Node, Scalar, Sequence

T = TypeVar("T")
_FLAGS = {"true": True, "yes": True, "on": True, "是": True, "false": False, "no": False, "off": False, "否": False}
_NUMBER = {int: re.compile(r"[-+]?\d{1,9}"), float: re.compile(r"[-+]?\d{1,9}(\.\d{1,9})?")}


class Range(NamedTuple):
    """The least and the greatest number that is allowed."""

    least: float
    most: float

    def fault(self, value: float) -> str:
        """What is wrong with `value`; "" for nothing."""
        if self.least <= value <= self.most:
            return ""
        return _("expected a number from {least} to {most}").format(least=f"{self.least:g}", most=f"{self.most:g}")


class Pattern(NamedTuple):
    """What a text must match, and an example of it."""

    pattern: str
    example: str

    def fault(self, value: str) -> str:
        """What is wrong with `value`; "" for nothing."""
        if re.fullmatch(self.pattern, value):
            return ""
        return _("expected something like “{example}”").format(example=self.example)


def build(kind: type[T], node: Mapping, also: Iterable[Fault] = ()) -> T:
    """The `kind` that the mapping describes.

    also: faults that were found elsewhere. Raises UserError with these and every other, in the order of the files.
    """
    builder = _Builder(also)
    built: T = builder.record(kind, node, "")
    if builder.faults:
        raise UserError(sorted(builder.faults, key=lambda fault: (fault.file, fault.line, fault.column)))
    return built


class _Builder:
    """Walks annotations and nodes side by side. What does not fit is noted and None stands in its place."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = list(faults)

    def record(self, kind: Any, node: Node, name: str) -> Any:
        """The node as an instance of the named tuple `kind`."""
        if not isinstance(node, Mapping):
            return self._refuse(node, name, _("expected “key: value” lines"))
        hints = kind.__annotations__
        found = {}
        for key, value in node.entries:
            if key.text in hints:
                found[key.text] = self._value(hints[key.text], value, key.text)
            else:
                self._unknown(key, name, hints)
        for field in hints:
            if field not in kind._field_defaults and field not in found:
                self._refuse(node, field, _("this is missing"))
        return None if self.faults else kind(**found)

    def _value(self, kind: Any, node: Node, name: str) -> Any:
        """The node as a value of the type `kind`."""
        if get_origin(kind) in (types.UnionType, Union):
            return self._value(get_args(kind)[0], node, name)
        if get_origin(kind) is Annotated:
            return self._ruled(*get_args(kind), node=node, name=name)
        if get_origin(kind) is AbstractMapping:
            return self._named(get_args(kind)[1], node, name)
        if get_origin(kind) is tuple:
            return self._texts(node, name)
        if hasattr(kind, "_field_defaults"):
            return self.record(kind, node, name)
        return self._scalar(kind, node, name)

    def _ruled(self, kind: Any, rule: Range | Pattern, *, node: Node, name: str) -> Any:
        value = self._value(kind, node, name)
        message = "" if value is None else rule.fault(value)
        return self._refuse(node, name, message) if message else value

    def _named(self, kind: Any, node: Node, name: str) -> Any:
        if not isinstance(node, Mapping):
            return self._refuse(node, name, _("expected “key: value” lines"))
        return {key.text: self._value(kind, value, key.text) for key, value in node.entries}

    def _texts(self, node: Node, name: str) -> Any:
        """A list of texts, at least one; a single text counts as a list of one."""
        items = node.items if isinstance(node, Sequence) else (node,)
        texts = tuple([self._scalar(str, item, name) for item in items])
        return texts if texts and "" not in texts else self._refuse(node, name, _("expected at least one name"))

    def _scalar(self, kind: Any, node: Node, name: str) -> Any:
        if not isinstance(node, Scalar):
            return self._refuse(node, name, _("expected a single value"))
        text = node.text.strip()
        if kind is str:
            return "" if node.empty else text
        if kind is bool:
            return _FLAGS[text.lower()] if text.lower() in _FLAGS else self._choose(node, name, ("true", "false"))
        if kind in _NUMBER:
            return kind(text) if _NUMBER[kind].fullmatch(text) else self._refuse(node, name, _("expected a number"))
        if issubclass(kind, StrEnum):
            return kind(text) if text in list(kind) else self._choose(node, name, list(kind))
        raise TypeError(kind)

    def _choose(self, node: Scalar, name: str, allowed: Iterable[str]) -> None:
        words = list(allowed)
        choice = _("expected one of {words}").format(words=", ".join(words))
        self._refuse(node, name, choice, nearest(node.text, words))

    def _refuse(self, node: Node, name: str, expected: str, hint: str = "") -> Any:
        """Note that the value of `name` does not fit; None stands in its place."""
        found = _(", found “{text}”").format(text=node.text) if isinstance(node, Scalar) else ""
        message = _("{name}: {expected}{found}.").format(name=name, expected=expected, found=found)
        self.faults.append(node.place.fault(message + hint))

    def _unknown(self, key: Scalar, name: str, known: Iterable[str]) -> None:
        """Note a key that the grammar does not have."""
        where = _("Unknown key “{key}” under “{name}”.") if name else _("Unknown key “{key}”.")
        hint = nearest(key.text, known) or following(_("Allowed: {keys}.").format(keys=", ".join(known)))
        self.faults.append(key.place.fault(where.format(key=key.text, name=name) + hint))
