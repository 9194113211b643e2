"""Where in a facts file an answer stands."""

from __future__ import annotations

import re

from drafting.yamlfile import Mapping, Node, Place, Sequence

_STEPS = re.compile(r"\w+")  # of a path such as tasks[2].measures[1]


def place_of(path: str, root: Node) -> Place | None:
    """The place of an answer by its path (`tasks[2].owner`); None if the file does not hold it."""
    node: Node | None = root
    for step in _STEPS.findall(path):
        if isinstance(node, Sequence) and step.isdigit() and int(step) <= len(node.items):
            node = node.items[int(step) - 1]
        else:
            node = node.get(step) if isinstance(node, Mapping) else None
    return node.place if node is not None else None
