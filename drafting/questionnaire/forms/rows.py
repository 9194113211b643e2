"""Which returned row is which row that is known: by what it says, by where it begins, and by its hidden mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from drafting.outline.model import Question
from drafting.questionnaire.forms.sameness import Meaning, begin_alike, may_be_corrected, row_meaning

Row = dict[str, Any]
Known = Mapping[str, Row]
"""Rows by the marks they bear in the form."""

_Rule = Callable[[Meaning, Meaning], bool]
_RULES: Sequence[tuple[bool, _Rule]] = (
    (True, lambda one, other: one == other),
    (False, lambda one, other: one == other),
    (True, begin_alike),
    (False, begin_alike),
    (True, may_be_corrected),
)
"""How rows are recognised, the surest way first: whether their marks must be the same, and what of their text."""


def matched(
    table: Question, returned: Sequence[tuple[str, Row]], known: Known
) -> Iterator[tuple[str, Row, Row | None]]:
    """The returned rows in their order, each with its mark and the known row that it is; None for a new one.

    A row that was not changed is known by what it says, wherever it was moved. One that was is known by its first cell,
    or else by its mark, if it may be the row that bore it corrected. A row without a mark gets one.
    """
    said = [(mark, row_meaning(table, row)) for mark, row in returned]
    free = {mark: row_meaning(table, row) for mark, row in known.items()}
    found: dict[int, str] = {}
    for by_mark, rule in _RULES:
        for place, (mark, text) in enumerate(said):
            if place not in found and free:
                other = _first(mark if by_mark else "", text, free, rule)
                if other is not None:
                    found[place] = other
                    del free[other]
    marks = _marks(returned, found, known)
    for place, (_mark, row) in enumerate(returned):
        yield marks[place], row, known[found[place]] if place in found else None


def _first(mark: str, text: Meaning, free: Mapping[str, Meaning], rule: _Rule) -> str | None:
    """The mark of the first row that the rule finds; of the one with that mark, if one is given."""
    if mark:
        return mark if mark in free and rule(free[mark], text) else None
    return next((other for other, before in free.items() if rule(before, text)), None)


def _marks(returned: Sequence[tuple[str, Row]], found: Mapping[int, str], known: Known) -> list[str]:
    """A mark for each row: that of the known row, its own if that is free, or a new one."""
    used = {*known, *found.values()}
    marks = []
    for place, (mark, _row) in enumerate(returned):
        if place in found:
            marks.append(found[place])
            continue
        number = len(used) + 1
        while not mark or mark in used:
            mark, number = f"+{number}", number + 1
        used.add(mark)
        marks.append(mark)
    return marks
