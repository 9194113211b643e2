"""Lists whose items are new each year become questions: a list of texts, or a table of headings, texts and details."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from drafting.chinese.enumerators import Style
from drafting.chinese.previews import demands_only
from drafting.learning.asking import Book, comes_back
from drafting.learning.passages import Listing, Passage, head_of
from drafting.learning.taken_apart import LEAD, Row, blank_of, is_first_line, row_of, without_blank
from drafting.learning.wording import literal, paragraph

Rows = Mapping[int, Sequence[Passage]]
"""The items of a list by edition."""

_ASKS = {"heading": "标题", "text": "内容", "details": "分条", "tail": "收尾的话"}
_TYPES = {"heading": "text", "text": "long", "details": "list", "tail": "long"}
_STOPS = "。.；;，,："
_OF_A_TIME = re.compile(
    r"\d{4}年|[今明去本]年|[上下]半年|[上下本新]学期|下一?步|下一?阶段|[一二三四]季度|(?:重点|工作|主要|目标)(?:任务|安排|打算)\Z"
)


def heads_a_part(item: Passage) -> bool:
    """Whether the heading of an item is that of a part of the speech: of a time's work, or of demands and no more.

    What heads a row is a matter of its own, and next year another.
    """
    line = head_of(item).line
    return bool(line) and (_OF_A_TIME.search(line) is not None or demands_only(line))


def only_some_hold_rows(items: Sequence[Passage]) -> bool:
    """Whether some items, and not all, hold lists whose entries have headings and texts, as rows of their own do."""
    held = [any(isinstance(element, Listing) and _are_rows(element) for element in item.below) for item in items]
    return any(held) and not all(held)


def _are_rows(listing: Listing) -> bool:
    heads = [head_of(entry) for entry in listing.items]
    return len(heads) > 1 and all(bool(head.lead or head.line) and bool(head.rest) for head in heads)


def table_part(
    book: Book, rows: Rows, style: Style | None, prefix: str, ask: str, *, runs_on: bool = False, sign: str = ""
) -> dict[str, Any] | None:
    """The part that repeats over the items; None if they are too unlike to be rows of one table.

    style: of their numbers, None where a sign stands before each instead. runs_on: whether the items stand in the
    paragraph before them.
    """
    limit = style.limit if style else None
    blank = blank_of([item for items in rows.values() for item in items])
    taken = _taken(rows, blank)
    flat = [row for of_edition in taken.values() for row in of_edition]
    if not flat or not _of_one_form(flat, runs_on):
        return None
    part: dict[str, Any] = {
        "each": "",
        "number": style.name if style else "none",
        **({"inline": True} if runs_on else {}),
    }
    columns = [name for name in _ASKS if any(getattr(row, name) for row in flat)]
    if columns == ["text"]:
        ends = _common_ends([[row.text for row in of_edition] for of_edition in taken.values()])
        entries = _of_editions(book, taken, lambda row: _bare(row.text, ends))
        part["each"] = book.listed(prefix, entries, ask, limit)
        return part | {"text": paragraph(literal(sign + blank) + "{{ item }}" + _ending(ends))}
    mark = _common_mark([row.heading for row in flat if row.heading])
    ends = _common_ends([row.details for row in flat if row.details])
    behind = _ends_of_texts(columns, list(taken.values()))
    cells = _of_editions(book, taken, lambda row: _cells(row, mark, ends, behind))
    part["each"] = book.table(prefix, cells, ask, _asked(flat, columns), limit)
    templates = _templates(flat, mark, ends)
    if behind[0]:
        templates["text"] = "{{ text }}" + _ending(behind)
    return part | _after_blank(templates, literal(sign + blank))


def _taken(rows: Rows, blank: str) -> dict[int, list[Row]]:
    """The items of each edition taken apart, short sentences with or without leads; nothing if some cannot be."""
    taken: dict[int, list[Row]] = {}
    heads = all(is_first_line(item) for items in rows.values() for item in items)
    for edition, items in rows.items():
        found = [row_of(without_blank(item, blank), heads) for item in items]
        taken[edition] = [row for row in found if row is not None]
        if len(taken[edition]) < len(found):
            return {}
    one_lead = _without_lead if _few_have_leads([row for found in taken.values() for row in found]) else _with_lead
    return {edition: [one_lead(row) for row in of_edition] for edition, of_edition in taken.items()}


def _of_editions(book: Book, taken: Mapping[int, Sequence[Row]], given: Callable[[Row], Any]) -> list[list[Any]]:
    """What the facts files of all editions of a book hold for these rows; some have none."""
    return [[given(row) for row in taken.get(edition, ())] for edition in range(book.editions)]


def _asked(rows: Sequence[Row], columns: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The columns of the table as they are asked for."""
    asked: dict[str, dict[str, Any]] = {name: {"ask": _ASKS[name], "type": _TYPES[name]} for name in columns}
    details = next((row.style for row in rows if row.style), None)
    if details is not None and details.limit is not None:
        asked["details"]["at_most"] = details.limit
    return asked


def _after_blank(templates: dict[str, Any], blank: str) -> dict[str, Any]:
    """The templates of a row, with the blank, or the sign, before the first of them."""
    first = next((key for key in ("heading", "lead", "text") if key in templates), "")
    return templates | ({first: paragraph(blank + templates[first])} if blank and first else {})


def _of_one_form(rows: Sequence[Row], runs_on: bool) -> bool:
    """Whether rows can share the templates of one part."""
    headings = {row.own_line for row in rows if row.heading}
    with_details = [row for row in rows if row.details]
    if len(headings) > 1 or (True in headings and not all(row.heading for row in rows)):
        return False
    return (
        len({(row.style, row.blank) for row in with_details}) <= 1
        and len({(row.inline, row.apart) for row in with_details}) <= 1
        and len({row.tail_runs_on for row in rows if row.tail}) <= 1
        and not (runs_on and True in headings)
    )


def _few_have_leads(rows: Sequence[Row]) -> bool:
    """Whether a lead is the exception: then it is a first sentence like any other."""
    return not any(row.own_line for row in rows) and 2 * len([row for row in rows if row.heading]) < len(rows)


def _without_lead(row: Row) -> Row:
    return replace(row, heading="", text=row.heading + row.text)


def _with_lead(row: Row) -> Row:
    """A row that says one short sentence, among rows with leads: the sentence is its lead."""
    is_lead = not row.heading and len(row.text) <= LEAD and row.text.find("。") == len(row.text) - 1
    return replace(row, heading=row.text, text="") if is_lead and row.text else row


def _cells(row: Row, mark: str, ends: tuple[str, str], behind: tuple[str, str]) -> dict[str, Any]:
    """What a row of the facts file holds. mark: behind headings; ends: behind details; behind: behind texts."""
    cells = {"heading": row.heading.removesuffix(mark) if row.heading else "", "text": _bare(row.text, behind)}
    given: dict[str, Any] = {name: cell for name, cell in cells.items() if cell}
    if row.details:
        given["details"] = [_bare(entry, ends) for entry in row.details]
    if row.tail:
        given["tail"] = row.tail
    return given


def _templates(rows: Sequence[Row], mark: str, ends: tuple[str, str]) -> dict[str, Any]:
    """Heading, text and sub-parts of the part that repeats. mark: behind headings; ends: behind details."""
    made: dict[str, Any] = {}
    own_line = any(row.own_line for row in rows)
    if any(row.heading for row in rows):
        template = "{{ heading }}" + mark
        always = all(row.heading for row in rows)
        made["heading" if own_line else "lead"] = template if always else "{% if heading %}" + template + "{% endif %}"
    if any(row.text for row in rows):
        made["text"] = "{{ text }}" if all(row.text for row in rows) else "{% if text %}{{ text }}{% endif %}"
    below: list[dict[str, Any]] = []
    with_details = next((row for row in rows if row.details), None)
    if with_details is not None and with_details.style is not None:
        inline = {name: True for name in ("inline", "apart") if getattr(with_details, name)}
        text = paragraph(with_details.blank + "{{ item }}" + _ending(ends))
        below.append({"each": "details", "number": with_details.style.name, **inline, "text": text})
        if not all(row.details for row in rows):
            below[-1] = {"when": "details", **below[-1]}
    with_tail = next((row for row in rows if row.tail), None)
    if with_tail is not None:
        when = {} if all(row.tail for row in rows) else {"when": "tail"}
        below.append({**when, **({"inline": True} if with_tail.tail_runs_on else {}), "text": "{{ tail }}"})
    return made | ({"parts": below} if below else {})


def _common_mark(headings: Sequence[str]) -> str:
    """The mark in which all headings end, if they end in one."""
    ends = {heading[-1] for heading in headings}
    end = ends.pop() if len(ends) == 1 else ""
    return end if end and end in _STOPS and all(len(heading) > 1 for heading in headings) else ""


def _common_ends(editions: Sequence[Sequence[str]]) -> tuple[str, str]:
    """The mark behind every entry but the last, and that behind the last, where all editions agree; else ""."""
    inner = {text[-1] for entries in editions for text in entries[:-1]}
    final = {entries[-1][-1] for entries in editions if entries}
    if len(inner) == 1 and len(final) == 1:
        ends = inner.pop(), final.pop()
        long_enough = all(
            len(text) > 1 and comes_back(text[:-1], several=True) for entries in editions for text in entries
        )
        if ends[0] in "。；;.，," and ends[1] in "。." and long_enough:
            return ends
    return "", ""


def _ends_of_texts(columns: Sequence[str], editions: Sequence[Sequence[Row]]) -> tuple[str, str]:
    """The marks behind the texts of rows that stand in one sentence, parted by semicolons; else ""."""
    if columns != ["heading", "text"] or not all(row.text for rows in editions for row in rows):
        return "", ""
    ends = _common_ends([[row.text for row in rows] for rows in editions])
    return ends if ends[0] != ends[1] else ("", "")


def _bare(text: str, ends: tuple[str, str]) -> str:
    return text[:-1] if ends[0] else text


def _ending(ends: tuple[str, str]) -> str:
    if ends[0] == ends[1]:
        return ends[0]
    return "{% if loop.last %}" + ends[1] + "{% else %}" + ends[0] + "{% endif %}"
