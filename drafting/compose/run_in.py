"""Which headings run into their text for the sake of an enumerator that never has a line of its own (一是)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafting.compose.expand import Node

RUN_IN = "run_in"
"""In the state of a file: the keys of such headings in it."""


def run_in(roots: Sequence[Node], forms: Mapping[str, bool]) -> frozenset[str]:
    """The keys of the passages whose headings run in.

    forms: whether they do in a file that is there already, for some of them; the others of their part follow these.
    """
    headed = [node for node in _all(roots) if node.prepared.heading]
    known = {node.part.place: forms[node.key] for node in headed if node.key in forms}
    return frozenset([node.key for node in headed if known.get(node.part.place, _never_headed(node))])


def _never_headed(node: Node) -> bool:
    """Whether it has got an enumerator that by custom stands inside a paragraph, where the outline has another."""
    return node.restyled and node.style is not None and node.style.inline


def _all(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all(node.children)
