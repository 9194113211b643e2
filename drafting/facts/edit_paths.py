"""Paths of answers (`meeting`, `tasks[2].deadline`, `tasks[+]`), and plain data changed by them."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from typing import Any

from drafting.errors import UserError, shortened
from drafting.i18n import _

Raw = str | list["Raw"] | dict[str, "Raw"]
"""An answer as it is written: a text, a list, or a row by column."""

Steps = tuple[str | int, ...]
"""A path in steps: names, and places of entries counted from 1; NEW is an entry that is still to come."""

NEW = 0
_STEP = re.compile(r"(?P<dot>\.)?(?P<name>[A-Za-z]\w*)|\[(?P<place>[1-9]\d{0,5}|\+)\]")


def parse_path(path: str) -> Steps:
    """The steps of a path. Raises UserError for what is none."""
    steps: list[str | int] = []
    at = 0
    while match := _STEP.match(path, at):
        if match["name"] and bool(match["dot"]) != bool(steps):
            break
        if match["place"] and not steps:
            break
        place = match["place"]
        steps.append(match["name"] or (NEW if place == "+" else int(place)))
        at = match.end()
    if not steps or at < len(path):
        message = _("“{path}” names no answer; write it like meeting, tasks[2].deadline or tasks[+].heading.")
        raise UserError(message.format(path=shortened(path)))
    return tuple(steps)


def written(steps: Sequence[str | int]) -> str:
    """The path that the steps make."""
    path = ""
    for step in steps:
        if isinstance(step, int):
            path += f"[{step or '+'}]"
        else:
            path += f".{step}" if path else step
    return path


def value_at(data: Any, steps: Sequence[str | int]) -> Any:
    """What stands at a path of plain data; None where nothing does."""
    for step in steps:
        if isinstance(step, int):
            entries = _entries(data)
            data = entries[step - 1] if 0 < step <= len(entries) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def with_value(data: Any, steps: Steps, value: Any) -> tuple[Any, Steps]:
    """The data with `value` at the path, lists and rows on the way made; and the path with NEW entries counted.

    Raises UserError where the path leads past the end of a list.
    """
    if not steps:
        return copy.deepcopy(value), ()
    step, rest = steps[0], steps[1:]
    if isinstance(step, str):
        row = dict(data) if isinstance(data, dict) else {}
        row[step], rest = with_value(row.get(step), rest, value)
        return row, (step, *rest)
    entries = list(_entries(data))
    if step == NEW:
        step = len(entries) + 1
        entries.append(None)
    _check_place(entries, step)
    entries[step - 1], rest = with_value(entries[step - 1], rest, value)
    return entries, (step, *rest)


def without_value(data: Any, steps: Steps) -> Any:
    """The data without what stands at the path. Raises UserError if nothing does."""
    step, rest = steps[0], steps[1:]
    if isinstance(step, str):
        if not isinstance(data, dict) or step not in data:
            raise UserError(_("“{path}” has no answer yet.").format(path=step))
        row = dict(data)
        if rest:
            row[step] = without_value(row[step], rest)
        else:
            del row[step]
        return row
    entries = list(_entries(data))
    _check_place(entries, step)
    if rest:
        entries[step - 1] = without_value(entries[step - 1], rest)
    else:
        del entries[step - 1]
    return entries


def with_move(data: Any, steps: Steps, to: int) -> Any:
    """The data with the entry at the path in place `to` (from 1) of its list. Raises UserError past its ends."""
    *above, place = steps
    entries = list(_entries(value_at(data, above)))
    if not isinstance(place, int):
        raise UserError(_("Only entries of lists and rows of tables can be moved, not “{path}”.").format(path=place))
    _check_place(entries, place)
    _check_place(entries, to)
    entries.insert(to - 1, entries.pop(place - 1))
    return with_value(data, tuple(above), entries)[0]


def _entries(data: Any) -> Sequence[Any]:
    """The entries of a list; a single text counts as a list of one."""
    if data is None:
        return ()
    return data if isinstance(data, list) else (data,)


def _check_place(entries: Sequence[Any], place: int) -> None:
    if not 0 < place <= len(entries):
        message = _("There is no entry {n}: the list has {count}; [+] adds one.")
        raise UserError(message.format(n=place or "+", count=len(entries)))
