"""From an outline and its facts to the tree of passages that the speech will have, counted and enumerated.

Which passages there are depends on facts alone, not on wording; so counts are known before a word is written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drafting.chinese.enumerators import Style
from drafting.compose.prepare import PreparedPart
from drafting.compose.turns import Turn, Turns
from drafting.compose.values import SEVERAL, Given, GivenList, GivenRow, Missing, Several
from drafting.enumerating import Chosen
from drafting.errors import UserError
from drafting.i18n import _
from drafting.outline.model import Part
from drafting.yamlfile import Place

_UNFIT = re.compile(r"[\s/.#]")  # what parts the names of a key, or would not be seen in it
NAME_LENGTH = 24  # characters of a row's first answer that name it
MAX_PASSAGES = 50_000  # of a whole speech

Styles = Mapping[Place, Chosen]  # enumerators that are not to be the outline's, by the places of the parts


@dataclass(slots=True, eq=False)
class Node:
    """A passage: a part with the facts it speaks of.

    key: path of names, stable as long as the row's first answer is. level: of the item that contains it.
    place, total: in its list, from 1; 0 where it is in none. style: its enumerator, None for none; restyled: it is
    another than the outline's. one_of: how many its list has in the outline. gap: what is missing, where a whole list
    is.
    """

    prepared: PreparedPart
    key: str
    scope: dict[str, Any]
    level: int = 0
    place: int = 0
    total: int = 0
    style: Style | None = None
    restyled: bool = False
    one_of: int = 0
    gap: Missing | None = None
    children: Sequence[Node] = ()

    @property
    def part(self) -> Part:
        """The part of the outline."""
        return self.prepared.part

    @property
    def enumerated(self) -> bool:
        """Whether it carries a marker: an entry alone in its list has none."""
        return self.total > 1 and self.style is not None

    @property
    def marker(self) -> str:
        """Its enumerator, "" if it has none."""
        return self.style.marker(self.place, self.total) if self.style and self.total > 1 else ""


def expand(
    parts: Sequence[PreparedPart],
    scope: Mapping[str, Any],
    absent: frozenset[str] = frozenset(),
    turns: Mapping[str, int] | None = None,
    chosen: Styles | None = None,
) -> list[Node]:
    """The passages of a speech, nested as its parts are, without those whose keys are `absent`.

    turns: of entries of lists, by their keys; others have that of their place. chosen: enumerators that are not to be
    the outline's.

    Raises UserError where a condition cannot be worked out, or an enumerator chosen does not go far enough.
    """
    roots = _Expander(turns or {}).all(parts, dict(scope), "")
    if absent:
        roots = _without(roots, absent)
    _enumerate(roots, chosen or {})
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
        self._lists: defaultdict[int, list[Turns]] = defaultdict(list)  # those made of a part, by its identity
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
        turns = Turns(keys, list(entries), self._turns, scope.get("loop"), self._lists[id(prepared)])
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


def _enumerate(siblings: Sequence[Node], chosen: Styles, above: Node | None = None) -> None:
    """Give every passage its level, its place in the list it belongs to, and its enumerator."""
    for whole in _lists(siblings, chosen):
        for style, run in _by_style(whole, chosen):
            for place, node in enumerate(run, 1):
                node.style, node.restyled = style, style != node.prepared.style
                node.place, node.total, node.one_of = place, len(run), len(whole)
    for node in siblings:
        node.level = above.level + above.enumerated if above else 0
        if node.children:
            _enumerate(node.children, chosen, node)


def _lists(siblings: Sequence[Node], chosen: Styles) -> list[list[Node]]:
    """The lists among siblings: passages that the outline enumerates in one style, and those that it does not.

    A list over answers begins anew behind a paragraph that stands between; an inline one always does.
    """
    runs: list[list[Node]] = []
    latest: dict[Any, list[Node]] = {}
    interrupted = False
    for node in siblings:
        style = node.prepared.style or (node.part.place in chosen and chosen[node.part.place].style)
        if not style or node.gap is not None:
            interrupted = True
            continue
        run = latest.get(style)
        if run is None or not _goes_on(run[-1], node, interrupted):
            run = latest[style] = []
            runs.append(run)
        run.append(node)
        interrupted = False
    return runs


def _by_style(run: Sequence[Node], chosen: Styles) -> list[tuple[Style | None, Sequence[Node]]]:
    """A list of the outline as it is to be numbered, parted into several where different enumerators are chosen.

    What is chosen for its answers, or in a list of fixed parts for the first of them, holds throughout.
    """
    outlined = run[0].prepared.style
    own = [chosen.get(node.part.place) for node in run] if chosen else []
    if not any(own):
        return [(outlined, run)]
    answers = any(node.prepared.each for node in run)  # a fixed part in their list follows them, not they it
    leading = (one for node, one in zip(run, own, strict=True) if one and (node.prepared.each or not answers))
    first = next((one for one in leading if not one.by_outline), None)
    parted: dict[Style | None, list[Node]] = {}
    for node, one in zip(run, own, strict=True):
        one = one or first
        parted.setdefault(outlined if one is None or one.by_outline else one.style, []).append(node)
    for one in filter(None, own):
        if one.style and one.style.limit and len(parted[one.style]) > one.style.limit:
            message = _("The enumerator {marker} ends at {n}; there are {most} here. Take another.")
            text = message.format(marker=one.style.name, n=one.style.limit, most=len(parted[one.style]))
            raise UserError(one.place.fault(text))
    return list(parted.items())


def places_of(nodes: Iterable[Node]) -> set[Place]:
    """The places of the parts that some passages, and those below them, are made of."""
    return {place for node in nodes for place in (node.part.place, *places_of(node.children))}


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
    headed = [node for node in roots if node.prepared.heading]
    led = [node for node in roots if node.prepared.lead]
    for points in (headed, led):
        if lacks_a_list(points):
            return SEVERAL
        if known := sum(1 for node in points if node.total):
            return known
    return sum(1 for node in roots if node.total)
