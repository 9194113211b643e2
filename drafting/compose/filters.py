"""Filters for Chinese: what they return keeps the path of the answers it was made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context

from drafting.chinese import dates, lists, numerals, punctuation, quantities
from drafting.chinese.quantities import Quantity
from drafting.compose.on_answers import around, entries_of, joining, of_answers, on_spans
from drafting.compose.text import Text, UnfitError, spans_of
from drafting.compose.values import SEVERAL, Given, GivenList, Missing, Record, Several
from drafting.compose.verbs import verb_for
from drafting.draft import Source, Span
from drafting.i18n import _


def _whole(value: Any) -> int:
    if isinstance(value, Quantity):
        value = value.amount
    number = Decimal(value)
    if number != int(number):
        raise ValueError(f"{value} is no whole number")
    return int(number)


def _asked(by: Any) -> tuple[Any, ...]:
    """How something is to be said, as a further argument of a filter; nothing where it was not answered."""
    return (by,) if default(by) else ()


def _of_one_unit(one: Any, other: Any) -> tuple[Any, Any]:
    """Two quantities, the unit of one taken for the other where that has none: 5万元 and 3万."""
    if isinstance(one, Quantity) and isinstance(other, Quantity) and "" in (one.unit, other.unit):
        return replace(one, unit=one.unit or other.unit), replace(other, unit=other.unit or one.unit)
    return one, other


def deed(value: Any) -> Any:
    """An answer as something to do: 落实三年行动方案 of 三年行动方案, any other as it is."""
    verb = verb_for(str(value)) if isinstance(value, Given) else ""
    return Text((Span(verb), *value.spans)) if verb else value


@of_answers
def cn(value: Any) -> str:
    """一百零五 from 105."""
    return numerals.to_chinese(value.amount if isinstance(value, Quantity) else value)


@of_answers
def digits(value: Any) -> str:
    """二〇二六 from 2026."""
    return numerals.to_digits(_whole(value))


@of_answers
def ordinal(value: Any) -> str:
    """第三 from 3."""
    return numerals.ordinal(_whole(value))


@of_answers
def _count(value: Any, measure: str = "") -> str:
    return numerals.counted(_whole(value), measure)


def count(value: Any, measure: str = "") -> Any:
    """三点 from 3 or a list of three, and 点; 几点 where the list was not answered, or has no entry."""
    nothing = isinstance(value, (int, list, GivenList)) and not value
    return Text.of(f"{SEVERAL}{measure}", Source.WORDING) if _is_several(value) or nothing else _count(value, measure)


@of_answers
def share(part: Any, whole: Any) -> str:
    """47% from a part and the whole."""
    return str(quantities.percent(*_of_one_unit(part, whole)))


@of_answers
def _change(new: Any, old: Any, by: str = "") -> str:
    return quantities.change(*_of_one_unit(new, old), by)


def change(new: Any, old: Any, by: Any = "") -> Any:
    """增长12.3%, 下降4%, 提高1.5分 or 持平 from two quantities. by: 比率 or 数量, if an answer says how."""
    return _change(new, old, *_asked(by))


@of_answers
def _against(new: Any, old: Any, by: str = "") -> str:
    return quantities.change(*_of_one_unit(new, old), by)


def against(new: Any, old: Any, period: Any, by: Any = "") -> Any:
    """比上年增长12.3% or 与上年持平 from two quantities and what the old one is of: 上年, or an answer."""
    changed = _against(new, old, *_asked(by))
    if isinstance(changed, (Missing, Undefined)):
        return changed
    joint = "与" if str(changed) == quantities.LEVEL else "比"
    return Text((Span(joint), *spans_of(period), *changed.spans))


@of_answers
def points_change(new: Any, old: Any) -> str:
    """提高2.1个百分点, 下降… or 持平 from two percentages."""
    return quantities.difference_points(new, old)


@of_answers
def until(start: Any, end: Any) -> str:
    """2026年1月5日至8日 from two dates."""
    return dates.date_range(start, end)


@of_answers
def chinese_date(value: Any, zero: str = "〇") -> str:
    """二〇二六年一月五日 from a date. zero: the character for naught that a speech writes, 〇, ○ or 零."""
    return dates.in_chinese(value).replace("〇", zero)


@of_answers
def weekday(value: Any) -> str:
    """星期一 from a full date."""
    return dates.weekday(value)


def column(rows: Any, name: str) -> Any:
    """The cells of one column: `agenda|map("who")`. Empty cells are passed over."""
    if isinstance(rows, (Missing, Undefined)) or (isinstance(rows, GivenList) and not rows):
        return rows
    cells = [row.get(name) if isinstance(row, Record) else None for row in rows]
    return [cell for cell in cells if cell is not None and not (isinstance(cell, Missing) and not cell.required)]


def _table(rows: Any, name: str) -> GivenList:
    """What has rows, for the filter of this name; UnfitError for any other value."""
    if not isinstance(rows, GivenList):
        raise UnfitError(_("{values} does not suit the filter “{name}”").format(values=f"“{rows}”", name=name))
    return rows


def where(rows: Any, name: str, value: Any) -> Any:
    """The rows whose cell in a column is `value`: `steps|where("topic", heading)`; a missing row if there are none."""
    if isinstance(rows, (Missing, Undefined)) or not rows:
        return rows
    rows = _table(rows, "where")
    found = tuple(row for row in rows if isinstance(row, Record) and _says(row.get(name), value))
    return GivenList(found, rows.path, rows.ask) if found else Missing(f"{rows.path}[{len(rows) + 1}]", rows.ask)


def without(rows: Any, name: str) -> Any:
    """The rows whose cell in a column was not answered: `layered|without("layer")`; there may be none."""
    if isinstance(rows, Undefined):
        return rows
    if isinstance(rows, Missing):
        return GivenList((), rows.path, rows.ask)
    rows = _table(rows, "without")
    found = tuple(row for row in rows if isinstance(row, Record) and isinstance(row.get(name), Missing))
    return GivenList(found, rows.path, rows.ask)


def said_once(rows: Any, who: str, did: str) -> Any:
    """A text for each row, one cell behind the other; neighbours that did the same in one: 张三、李四作了发言."""
    if isinstance(rows, (Missing, Undefined)):
        return rows
    runs: list[tuple[list[Any], list[Any]]] = []
    for row in rows:
        one, deed = row.get(who), row.get(did)
        if runs and isinstance(deed, Given) and _says(runs[-1][1][-1], deed):
            runs[-1][0].append(one)
            runs[-1][1].append(deed)
        else:
            runs.append(([one], [deed]))
    return [Text((*spans_of(joining(lists.join_pauses)(ones)), *_same(deeds))) for ones, deeds in runs]


def _same(cells: Sequence[Any]) -> Iterator[Span]:
    """The spans of the first of some cells that say the same; they show all of them."""
    paths = " ".join(span.path for cell in cells[1:] for span in spans_of(cell)[:1])
    for span in spans_of(cells[0]):
        yield replace(span, path=f"{span.path} {paths}".strip()) if paths else span


def _says(cell: Any, value: Any) -> bool:
    return isinstance(cell, Given) and not isinstance(value, Missing) and cell == value


@pass_context
def in_order(context: Context, people: Any) -> Any:
    """People in the house's order of leaders; those it does not know follow as they stood."""
    if isinstance(people, (Missing, Undefined)):
        return people
    leaders = [leader.name for leader in context["house"].house.leaders]

    def rank(person: Any) -> int:
        text = " ".join(str(cell) for cell in person.cells.values()) if hasattr(person, "cells") else str(person)
        return next((place for place, name in enumerate(leaders) if name in text), len(leaders))

    return sorted(people, key=rank)


def length(value: Any) -> int | Several:
    """How many entries; of a list that was not answered nobody knows."""
    if _is_several(value):
        return SEVERAL
    return 0 if isinstance(value, Missing) else len(value)


def _is_several(value: Any) -> bool:
    """Whether it is a list that was not answered, or the number of its entries."""
    return value is SEVERAL or (isinstance(value, Missing) and value.listed)


def first(entries: Any) -> Any:
    """The first entry; a missing list's is missing, and so is that of a list without entries."""
    return next(iter(entries), _no_entry(entries))


def last(entries: Any) -> Any:
    """The last entry; missing as the first is."""
    return entries_of(entries)[-1] if entries_of(entries) else _no_entry(entries)


def _no_entry(entries: Any) -> Any:
    """What stands for an entry of a list without entries."""
    return Missing(f"{entries.path}[1]", entries.ask) if isinstance(entries, GivenList) else ""


def default(value: Any, instead: Any = "") -> Any:
    """The value, or `instead` where it is missing."""
    return instead if isinstance(value, (Missing, Undefined)) else value


FILTERS: Mapping[str, Callable[..., Any]] = {
    "cn": cn,
    "deed": deed,
    "digits": digits,
    "ordinal": ordinal,
    "count": count,
    "share": share,
    "change": change,
    "against": against,
    "points_change": points_change,
    "until": until,
    "chinese_date": chinese_date,
    "weekday": weekday,
    "join_and": joining(lists.join_and),
    "join_pauses": joining(lists.join_pauses),
    "join_commas": joining(lists.join_commas),
    "join_clauses": joining(lists.join_clauses),
    "clause": on_spans(punctuation.strip_end),
    "sentence": on_spans(punctuation.close_sentence),
    "wide": on_spans(punctuation.widen),
    "quoted": around(punctuation.quote),
    "titled": around(punctuation.title_marks),
    "map": column,
    "where": where,
    "without": without,
    "said_once": said_once,
    "in_order": in_order,
    "length": length,
    "first": first,
    "last": last,
    "default": default,
}
