"""Many answers written into a facts file at once, all else in it left as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from drafting.errors import UserError
from drafting.facts.edit import with_answer, without_answer
from drafting.facts.edit_lines import Lines
from drafting.facts.edit_tree import pieces
from drafting.facts.edit_write import Hand
from drafting.facts.read import plain
from drafting.yamlfile import Mapping as MappingNode
from drafting.yamlfile import parse_yaml

_MANY = 3  # new answers; from here on they are put in together, for each change by itself reads the whole file again

_FEW = 12  # changed cells of a table; where there are more, each row is changed by itself and put back


def with_answers(text: str, wanted: Mapping[str, Any], order: Sequence[str], file: str) -> str:
    """The text of a facts file with these answers in it; those that it has already stay as they are written.

    wanted: all that the file is to hold at its top. order: see `with_answer`. Raises UserError as `with_answer` does.
    """
    root = parse_yaml(text, file)
    now = plain(root)
    new = {key: wanted[key] for key in order if key in wanted and key not in now}
    if len(new) > _MANY and isinstance(root, MappingNode):
        together = _together(text, root, new, order)
        if together is not None and _holds(together, {**now, **new}):
            text, now = together, {**now, **new}
    for key in order:
        if key in wanted and wanted[key] != now.get(key):
            cells = _cells(key, now.get(key), wanted[key])
            if len(cells) > _FEW:
                text = _row_by_row(text, key, now[key], wanted[key], order)
            for path, value in cells if len(cells) <= _FEW else ():
                text = with_answer(text, path, value, order, file=file)
            text = with_answer(text, key, wanted[key], order, file=file)
    for key in [key for key in order if key in now and key not in wanted]:
        text = without_answer(text, key, file=file)
    return text


def _row_by_row(text: str, key: str, now: Any, wanted: Any, order: Sequence[str]) -> str:
    """The text with the cells changed in the rows that a table has, as far as each can be changed by itself.

    A row in lines of its own is changed as a small file, for each change of the large one reads all of it again.
    """
    root, lines = pieces(text), Lines(text)
    table = root.find(key) if root else None
    if table is None or table.value.flow or len(table.value.entries) != len(now):
        return text
    made = text
    rows = list(zip(table.value.entries, now, wanted, strict=False))
    for entry, old, new in reversed(rows):
        start, end = lines.start(entry.start), lines.below(entry.end, entry.start - lines.start(entry.start))
        if old == new or not lines.begins_line(entry.start) or not isinstance(new, dict):
            continue
        head = f"{key}:{lines.mark}"
        row = head + text[start:end]
        try:
            for path, value in _cells(key, [old], [new]):
                row = with_answer(row, path, value, order)
        except UserError:  # an alias of what stands elsewhere
            continue
        if row.startswith(head):
            made = made[:start] + row.removeprefix(head) + made[end:]
    return made if _holds_rows(made, text, key, wanted) else text


def _holds_rows(made: str, text: str, key: str, wanted: Any) -> bool:
    """Whether only this table was changed, and its rows to what is wanted or what they were."""
    try:
        after, before = plain(parse_yaml(made, "")), plain(parse_yaml(text, ""))
    except UserError:
        return False
    rows, old = after.pop(key), before.pop(key)
    is_sound = len(rows) == len(old) and all(
        row in (new, was) for row, new, was in zip(rows, wanted, old, strict=False)
    )
    return bool(after == before) and is_sound


def _cells(key: str, now: Any, wanted: Any) -> list[tuple[str, Any]]:
    """The cells that are new or other in the rows that a table has already, each with its path."""
    if not (isinstance(now, list) and isinstance(wanted, list)):
        return []
    pairs = enumerate(zip(now, wanted, strict=False), 1)
    rows = [(place, old, new) for place, (old, new) in pairs if isinstance(old, dict) and isinstance(new, dict)]
    return [
        (f"{key}[{place}].{column}", value)
        for place, old, new in rows
        for column, value in new.items()
        if value is not None and old.get(column) != value
    ]


def _holds(text: str, wanted: Mapping[str, Any]) -> bool:
    try:
        return bool(plain(parse_yaml(text, "")) == wanted)
    except UserError:
        return False


def _together(text: str, root: MappingNode, new: Mapping[str, Any], order: Sequence[str]) -> str | None:
    """The text with the new answers, each behind those that precede it in the order; None if it is in braces."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if any(key.place.column != root.place.column for key, _value in root.entries) or text.lstrip("\ufeff").startswith(
        "{"
    ):
        return None
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    hand, behind = Hand(end=end), _ends(root, lines)
    places = {key: place for place, key in enumerate(order)}
    added: dict[int, list[str]] = {}
    for key, value in new.items():
        before = [line for known, line in behind.items() if places.get(known, -1) < places[key]]
        added.setdefault(max(before, default=len(lines)), []).append(f"{key}:{hand.behind(value, 0)}{end}")
    out: list[str] = [*added.get(0, ())]
    for number, line in enumerate(lines, 1):
        out += [line, *added.get(number, ())]
    return "".join(out)


def _ends(root: MappingNode, lines: Sequence[str]) -> dict[str, int]:
    """The number of the last line of each answer, without the comments that stand above the next one."""
    starts = [key.place.line for key, _value in root.entries]
    ends = {}
    for (key, _value), following in zip(root.entries, [*starts[1:], len(lines) + 1], strict=True):
        last = following - 1
        while last > key.place.line and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
            last -= 1
        ends[key.text] = last
    return ends
