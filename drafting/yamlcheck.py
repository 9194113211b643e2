"""Reading a YAML file by its grammar: every fault is collected, none stops the reading."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafting.errors import Fault, following, nearest, shortened
from drafting.i18n import _
from drafting.yamlfile import Mapping, Node, Place, Scalar, Sequence
from drafting.yamlproblems import UNWRITABLE

_HINTS = 20  # more unknown keys than this are no slips of the pen
_MOST_DIGITS = 9
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_TRUE = {"true", "True", "TRUE", "yes", "是"}
_FALSE = {"false", "False", "FALSE", "no", "否"}


class Checker:
    """Takes values out of nodes; what does not fit becomes a fault and an empty value."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def fault(self, place: Place, message: str) -> None:
        """Note a fault."""
        self.faults.append(place.fault(message))

    def mapping(self, node: Node, what: str) -> Mapping:
        """The node as a mapping."""
        if isinstance(node, Mapping):
            return node
        if not (isinstance(node, Scalar) and node.empty):
            self.fault(node.place, _("{what}: expected “key: value” lines.").format(what=what))
        return Mapping((), node.place)

    def known(self, node: Mapping, allowed: Iterable[str], what: str) -> None:
        """Note every key of the mapping that is not allowed, with the nearest one that is."""
        allowed = tuple(allowed)
        unknown = [key for key, _value in node.entries if key.text not in allowed]
        for number, key in enumerate(unknown):
            message = _("Unknown key “{key}” in {what}.").format(key=key.text, what=what)
            if number < _HINTS:
                message += nearest(key.text, allowed) or following(
                    _("Allowed: {keys}.").format(keys=", ".join(allowed))
                )
            self.fault(key.place, message)

    def text(self, node: Node, what: str) -> str:
        """The node as text, outer white space removed."""
        return self.word(node, what) or ""

    def word(self, node: Node, what: str) -> str | None:
        """As `text`; None if it is none, which is told then, so that nobody need hold it against more."""
        if not isinstance(node, Scalar):
            self.fault(node.place, _("{what}: expected text, found a list or keys.").format(what=what))
            return None
        if bad := UNWRITABLE.search(node.text):
            message = _("{what}: the character U+{code:04X} cannot be written.")
            self.fault(node.place, message.format(what=what, code=ord(bad.group())))
            return None
        return "" if node.empty else node.text.strip()

    def name(self, node: Node, what: str) -> str:
        """The node as a name."""
        name = self.text(node, what)
        if name and not _NAME.match(name):
            message = _("{what}: “{name}” is no name; use letters, digits and _, a letter first.")
            self.fault(node.place, message.format(what=what, name=name))
        return name

    def flag(self, node: Node, what: str) -> bool:
        """The node as true or false."""
        word = self.word(node, what)
        if word is not None and word not in _TRUE | _FALSE:
            message = _("{what}: expected true or false, found “{word}”.")
            self.fault(node.place, message.format(what=what, word=shortened(word)))
        return word in _TRUE

    def whole(self, node: Node, what: str) -> int:
        """The node as a whole number, 0 or more; 0 for what is none."""
        return self.whole_if_sound(node, what) or 0

    def whole_if_sound(self, node: Node, what: str) -> int | None:
        """As `whole`, but None for what is none."""
        word = self.word(node, what)
        if word is None:
            return None
        if word.isascii() and word.isdigit() and len(word) <= _MOST_DIGITS:
            return int(word)
        message = _("{what}: expected a whole number, found “{word}”.")
        self.fault(node.place, message.format(what=what, word=shortened(word)))
        return None

    def items(self, node: Node, what: str) -> tuple[Node, ...]:
        """The entries of a list; a single text counts as a list of one."""
        if isinstance(node, Sequence):
            return node.items
        if isinstance(node, Scalar):
            return () if node.empty else (node,)
        self.fault(node.place, _("{what}: expected a list.").format(what=what))
        return ()

    def texts(self, node: Node, what: str) -> tuple[str, ...]:
        """The node as a list of texts."""
        return tuple(self.text(item, what) for item in self.items(node, what))
