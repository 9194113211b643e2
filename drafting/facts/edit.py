"""Changing a facts file while every other byte of it stays.

Each change is made in place first. What then is read back must be exactly what was wanted; if it is not (aliases, tags,
odd ends), the one answer concerned is written anew, and if that will not do either, nothing is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from drafting.errors import Fault, UserError
from drafting.facts.edit_paths import Raw, Steps, parse_path, value_at, with_move, with_value, without_value, written
from drafting.facts.edit_place import Editor, UnsafeError
from drafting.facts.read import plain
from drafting.i18n import _
from drafting.yamlfile import Mapping, Node, parse_yaml

__all__ = ["Raw", "moved", "with_answer", "with_reword", "without_answer"]

_FEW = 20  # entries of a list; where more of them change, it is written anew
_MARK = "\ufeff"  # the mark that some editors put at the beginning


def with_answer(text: str, path: str, value: Raw, order: Sequence[str] = (), *, file: str = "") -> str:
    """The text of a facts file with `value` as the answer at `path`; the same text if it is that already.

    path: `meeting`, `tasks[2].deadline`, `tasks[2].measures[1]`; entries count from 1, and `tasks[+]` adds one. A
    whole list, row or table may be set. order: the questions and columns in the outline's order (`tasks`,
    `tasks.deadline`); an answer that is new comes behind the one that precedes it there, else at the end.
    file: its name, for messages.
    Raises UserError for a path that leads nowhere, and where the file is written so that it cannot be changed safely.
    """
    return _with(text, parse_path(path), value, order, file)


def without_answer(text: str, path: str, *, file: str = "") -> str:
    """The text of a facts file without the answer, entry or row at `path`.

    A comment goes with it if it stands in the same line, or above it with empty lines around both. A list that loses
    its last entry is [], a row {}. Raises UserError as `with_answer` does, and if there is no such answer.
    """
    steps = parse_path(path)
    data = _data(text, file)
    if len(steps) > 1:
        wanted = with_value(data, steps[:-1], without_value(value_at(data, steps[:-1]), steps[-1:]))[0]
    else:
        wanted = without_value(data, steps)
    return _changed(text, data, wanted, steps, file, lambda editor: editor.remove(steps, value_at(wanted, steps[:-1])))


def moved(text: str, path: str, to: int, *, file: str = "") -> str:
    """The text of a facts file with the row or entry at `path` in place `to` (from 1) of its list.

    Comments in its lines go with it. Raises UserError as `with_answer` does.
    """
    steps = parse_path(path)
    data = _data(text, file)
    wanted = with_move(data, steps, to)
    return _changed(text, data, wanted, steps, file, lambda editor: editor.move(steps, to))


def with_reword(text: str, key: str, steps: int) -> str | None:
    """The text of a facts file with `reword: {key: steps}` in it; None where it is written so that this is not safe.

    text: a valid facts file. Lines keep their ends.
    """
    try:
        return _with(text, ("reword", key), str(steps), (), "")
    except UserError:
        return None


def _with(text: str, steps: Steps, value: Any, order: Sequence[str], file: str) -> str:
    data = _data(text, file)
    wanted, counted = with_value(data, steps, value)
    now = value_at(data, counted)
    if isinstance(now, list) and isinstance(value, list) and now and len(value) >= len(now):
        changes = [place for place, (old, new) in enumerate(zip(now, value, strict=False), 1) if old != new]
        if len(changes) <= _FEW:
            for place in changes:  # so that the rows that stay are left as they are
                text = _with(text, (*counted, place), value[place - 1], order, file)
            more, data = value[len(now) :], _data(text, file)
            return _changed(text, data, wanted, counted, file, lambda editor: editor.extend(counted, more))
    if isinstance(now, list) and isinstance(value, list) and (gone := _taken_out(now, value)):
        for place in reversed(gone):  # so that the entries that stay are left as they are
            text = without_answer(text, written((*counted, place)), file=file)
        return text
    return _changed(text, data, wanted, counted, file, lambda editor: editor.put(counted, wanted, order))


def _taken_out(now: Sequence[Any], value: Sequence[Any]) -> list[int]:
    """The places of the entries that are to go, where nothing else is to change and some stay; none else."""
    gone, left = [], 0
    for place, entry in enumerate(now, 1):
        if left < len(value) and value[left] == entry:
            left += 1
        else:
            gone.append(place)
    return gone if 0 < left == len(value) and len(gone) <= _FEW else []


def _data(text: str, file: str) -> Any:
    """The file as texts, lists and mappings. Raises UserError if it is no mapping."""
    root = parse_yaml(text, file)
    if not isinstance(root, Mapping):
        raise UserError(root.place.fault(_("{what}: expected “key: value” lines.").format(what=_("the facts file"))))
    return plain(root)


def _changed(text: str, data: Any, wanted: Any, steps: Steps, file: str, change: Callable[[Editor], str]) -> str:
    """The changed text, proved to hold just what is wanted."""
    if data == wanted:
        return text
    mark, body = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    for made in _tries(body, wanted, steps, change):
        if _read(made) == wanted:
            return mark + made
    message = _("{path}: the file is written so that this cannot be changed safely; change it there by hand.")
    fault = message.format(path=written(steps))
    raise UserError(_place(parse_yaml(text, file), steps[0], fault, file))


def _tries(text: str, wanted: Any, steps: Steps, change: Callable[[Editor], str]) -> Iterator[str]:
    """The text changed in place; then with the whole answer written anew."""
    for attempt in (change, lambda editor: editor.rewrite(steps[0], wanted)):
        try:
            yield attempt(Editor(text))
        except UnsafeError:
            continue


def _read(text: str) -> Any:
    """What a text holds; None if it is no valid file."""
    try:
        return plain(parse_yaml(text, ""))
    except UserError:
        return None


def _place(root: Node, key: str | int, message: str, file: str) -> Fault:
    node = root.get(str(key)) if isinstance(root, Mapping) else None
    return node.place.fault(message) if node else Fault(message, file)
