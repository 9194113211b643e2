"""Rows of a table keep their turns, by which wording varies, when others come before them or they are moved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from drafting.draft import Draft
from drafting.merge.groups import translated

_SUFFIX = re.compile(r"(?:\.text)?(?:#\d+)?\Z")


def turns_as_before(
    before: Draft, remembered: Sequence[str], new: Draft, known: Mapping[str, str], names: Mapping[str, str]
) -> tuple[dict[str, int], list[str]]:
    """The turns of the rows of a new draft, by key, and the rows in the order in which they came, to be remembered.

    before: the draft that the file was written from; remembered: the rows in the order in which they came, if that is
    not the order of the draft. known, names: what retitled rows were called first, in the old draft and in the new.
    Both results are empty where every row has the turn of its place.
    """
    rows = _rows(new)
    if not remembered and not names and rows == _rows(before):
        return {}, []
    arrived = list(remembered) or list(dict.fromkeys(translated(row, known) for row in _rows(before)))
    first_names = {row: translated(row, names) for row in rows}
    order = _by_parent(dict.fromkeys([*arrived, *first_names.values()]))
    turns = {row: order[_parent(first)].index(first) + 1 for row, first in first_names.items()}
    places = {row: place for siblings in _by_parent(rows).values() for place, row in enumerate(siblings, 1)}
    if turns == places:
        return {}, []
    return turns, [row for siblings in order.values() for row in siblings]


def _rows(draft: Draft) -> list[str]:
    """The beginnings of the keys of a draft, in reading order; those of rows among them."""
    found: dict[str, None] = {}
    for block in draft.blocks:
        steps = _SUFFIX.sub("", block.key).split("/")
        found.update(dict.fromkeys("/".join(steps[:end]) for end in range(2, len(steps) + 1)))
    return list(found)


def _by_parent(rows: Iterable[str]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for row in rows:
        grouped.setdefault(_parent(row), []).append(row)
    return grouped


def _parent(row: str) -> str:
    return row.rpartition("/")[0]
