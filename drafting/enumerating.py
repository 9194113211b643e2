"""Enumerators as people write them into YAML: 一是 in an outline, `tasks: 一是` in a facts file or the house file."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.chinese.enumerators import Style, style
from drafting.i18n import _
from drafting.yamlcheck import Checker
from drafting.yamlfile import Node, Place, Scalar

NONE, AUTO = "none", "auto"
_EXAMPLES = "一、 （一） 1. （1） 第一， 一是"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The enumerator that a part is to have. style: None for no numbers; by_outline: the outline's own after all.

    place: where the enumerator stands; key_place: where the part is named.
    """

    style: Style | None
    place: Place
    key_place: Place
    by_outline: bool = False


def read_style(checker: Checker, node: Node, what: str) -> Style | None:
    """The enumerator that is written as its first marker; None, and a fault, for what is none."""
    sample = checker.word(node, what)
    if sample is None:
        return None
    try:
        return style(sample)
    except ValueError:
        message = _("{what}: “{sample}” is no enumerator; write its first marker, such as {examples}.")
        checker.fault(node.place, message.format(what=what, sample=sample, examples=_EXAMPLES))
        return None


def read_enumerators(checker: Checker, node: Node | None) -> dict[str, Chosen]:
    """The enumerators under `enumerators:`, by the key of the part. An empty value chooses nothing."""
    if node is None:
        return {}
    entries = checker.mapping(node, "enumerators").entries
    found = {key.text: _chosen(checker, key, value) for key, value in entries}
    return {key: chosen for key, chosen in found.items() if chosen}


def _chosen(checker: Checker, key: Scalar, node: Node) -> Chosen | None:
    if isinstance(node, Scalar) and node.empty:
        return None
    word = node.text.strip() if isinstance(node, Scalar) else ""
    if word in (NONE, AUTO):
        return Chosen(None, node.place, key.place, by_outline=word == AUTO)
    found = read_style(checker, node, f"enumerators: {key.text}")
    return Chosen(found, node.place, key.place) if found else None
