"""From an outline and its facts to the tree of passages that the speech will have, counted and enumerated.

Which passages there are depends on facts alone, not on wording; so counts are known before a word is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drafting.compose.prepare import PreparedPart
from drafting.compose.turns import Turn, Turns
from drafting.compose.values import SEVERAL, Given, GivenList, GivenRow, Missing, Several
from drafting.errors import UserError
from drafting.i18n import _
from drafting.outline.model import Part

_UNFIT = re.compile(r"[\s/.#]")  # what parts the names of a key, or would not be seen in it
NAME_LENGTH = 24  # characters of a row's first answer that name it
MAX_PASSAGES = 50_000  # of a whole speech


@dataclass(slots=True, eq=False)
class Node:
    """A passage: a part with the facts it speaks of.

    key: path of names, stable as long as the row's first answer is. level: of the item that contains it.
    place, total: in its list, from 1; 0 where it is not enumerated. gap: what is missing, where a whole list is.
    """

    prepared: PreparedPart
    key: str
    scope: dict[str, Any]
    level: int = 0
    place: int = 0
    total: int = 0
    gap: Missing | None = None
    children: Sequence[Node] = ()

    @property
    def part(self) -> Part:
        """The part of the outline."""
        return self.prepared.part

    @property
    def enumerated(self) -> bool:
        """Whether it carries a marker: an entry alone in its list has none."""
        return self.total > 1

    @property
    def marker(self) -> str:
        """Its enumerator, "" if it has none."""
        style = self.prepared.style
        return style.marker(self.place, self.total) if style and self.enumerated else ""


def expand(
    parts: Sequence[PreparedPart],
    scope: Mapping[str, Any],
    absent: frozenset[str] = frozenset(),
    turns: Mapping[str, int] | None = None,
) -> list[Node]:
    """The passages of a speech, nested as its parts are, without those whose keys are `absent`.

    turns: of entries of lists, by their keys; others have that of their place.

    Raises UserError where a condition cannot be worked out.
    """
    roots = _Expander(turns or {}).all(parts, dict(scope), "")
    if absent:
        roots = _without(roots, absent)
    _enumerate(roots)
    return roots


def _without(nodes: Sequence[Node], absent: frozenset[str]) -> list[Node]:
    """The passages that are not absent; those below an absent one take its place."""
    kept: list[Node] = []
    for node in nodes:
        node.children = _without(node.children, absent)
        kept += node.children if node.key in absent else [node]
    return kept


class _Expander:
    """Makes the passages of one speech, and not more of them than any speech can have."""

    def __init__(self, turns: Mapping[str, int]) -> None:
        self._turns = turns
        self._left = MAX_PASSAGES

    def all(self, parts: Sequence[PreparedPart], scope: dict[str, Any], path: str) -> list[Node]:
        """The passages of some parts that stand side by side."""
        return [node for part in parts for node in self._of(part, scope, path)]

    def _of(self, prepared: PreparedPart, scope: dict[str, Any], path: str) -> list[Node]:
        if prepared.when is not None and not prepared.when.value(scope):
            return []
        key = path + prepared.part.name
        if prepared.each is None:
            return self._with_children(Node(prepared, key, scope))
        entries = prepared.each.value(scope)
        if isinstance(entries, Missing):
            return [Node(prepared, key, scope, gap=entries)]
        if not isinstance(entries, (GivenList, list)):
            message = _("“each” needs a list or a table; “{name}” is none.").format(name=prepared.each.source)
            raise UserError(prepared.each.place.fault(message))
        nodes: list[Node] = []
        keys = [f"{key}/{name}" for name in _names(entries)]
        turns = Turns(keys, list(entries), self._turns)
        for index, (entry, own_key) in enumerate(zip(entries, keys, strict=True), 1):
            inner = _inner_scope(prepared.part, scope, entry, Turn(index, turns))
            nodes += self._with_children(Node(prepared, own_key, inner))
        return nodes

    def _with_children(self, node: Node) -> list[Node]:
        """The passage with those below it; nothing if it says nothing."""
        self._left -= 1
        if self._left < 0:
            message = _("A speech has no more than {n} passages.").format(n=MAX_PASSAGES)
            raise UserError(node.part.place.fault(message))
        if node.prepared.parts:
            node.children = self.all(node.prepared.parts, node.scope, node.key + "/")
        return [] if _says_nothing(node) else [node]


def _inner_scope(part: Part, scope: dict[str, Any], entry: Any, turn: Turn) -> dict[str, Any]:
    cells = entry.cells if isinstance(entry, GivenRow) else {}
    inner = {**scope, **cells, "item": entry, "loop": turn}
    if part.entry:
        inner[part.entry] = entry
    return inner


def _says_nothing(node: Node) -> bool:
    """A part that only holds others, and they are all absent: its heading would stand over nothing."""
    return bool(node.prepared.parts) and not node.children and not node.part.has_text and not node.part.lead


def _names(entries: Iterable[Any]) -> list[str]:
    """A name for each entry: its first answer, shortened; ~2, ~3 … where several begin alike."""
    seen: dict[str, int] = {}
    for entry in entries:
        name = base = _first_answer(entry)
        number = 1
        while name in seen:
            number += 1
            name = f"{base}~{number}"
        seen[name] = number
    return list(seen)


def _first_answer(entry: Any) -> str:
    if isinstance(entry, GivenRow):
        for cell in entry.cells.values():
            if isinstance(cell, Given):
                entry = cell
                break
    text = entry.spans[0].text[:NAME_LENGTH] if isinstance(entry, Given) else ""
    return text if text.isalnum() else _UNFIT.sub("", text).rstrip("。；，：") or "-"


def _enumerate(siblings: Sequence[Node], above: Node | None = None) -> None:
    """Give every passage its level, and its place in the list it belongs to."""
    for run in _lists(siblings):
        alone = above is not None and _is_entry_with_one_more(run)
        for place, node in enumerate(run, 1):
            node.place, node.total = (1, 1) if alone else (place, len(run))
    for node in siblings:
        node.level = above.level + above.enumerated if above else 0
        if node.children:
            _enumerate(node.children, node)


def _is_entry_with_one_more(run: Sequence[Node]) -> bool:
    """Whether it is one entry of answers and one fixed part that runs on from it: a task and its guarantee."""
    return len(run) == 2 and run[0].prepared.each is not None and run[1].prepared.each is None


def _lists(siblings: Sequence[Node]) -> list[list[Node]]:
    """The lists among siblings: enumerated passages of one style.

    A list over answers begins anew behind a paragraph that stands between; an inline one always does.
    """
    runs: list[list[Node]] = []
    latest: dict[Any, list[Node]] = {}
    interrupted = False
    for node in siblings:
        style = node.prepared.style
        if style is None or node.gap is not None:
            interrupted = True
            continue
        run = latest.get(style)
        if run is None or not _goes_on(run[-1], node, interrupted):
            run = latest[style] = []
            runs.append(run)
        run.append(node)
        interrupted = False
    return runs


def _goes_on(before: Node, node: Node, interrupted: bool) -> bool:
    """Whether a passage belongs to the list of the one before it."""
    both_fixed = before.prepared.each is None and node.prepared.each is None
    return before.prepared is node.prepared or both_fixed or not (interrupted or node.part.inline)


def list_sizes(siblings: Sequence[Node]) -> list[int]:
    """For each sibling: the length of its list; where it is in none, of the list behind it, else of that before it."""
    sizes = [node.total for node in siblings]
    if all(sizes) or not any(sizes):
        return sizes
    for order in (range(len(sizes) - 1, -1, -1), range(len(sizes))):
        near = 0
        for index in order:
            near = sizes[index] = sizes[index] or near
    return sizes


def lacks_a_list(siblings: Sequence[Node]) -> bool:
    """Whether a list among siblings was not answered, so that nobody knows how many they are."""
    return any(node.gap is not None and node.prepared.style is not None for node in siblings)


def main_points(roots: Sequence[Node]) -> int | Several:
    """How many points the speech has: the enumerated passages that no other contains.

    Where some of them have headings, those are the points, and a list in the opening counts for nothing.
    """
    headed_gaps = [node for node in roots if node.gap is not None and (node.prepared.heading or node.prepared.lead)]
    if lacks_a_list(headed_gaps):
        return SEVERAL
    points = [node.prepared for node in roots if node.total]
    headed = sum(1 for prepared in points if prepared.heading)
    return headed or sum(1 for prepared in points if prepared.lead) or len(points)
