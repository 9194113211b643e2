"""Which column of a row says how a thing is done, and how the columns of measures take their entries."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from drafting.draft import Move
from drafting.learning.cells import ASSIGNS, HELPS, asks_schedule, due_in, says_due, starts_with_due
from drafting.learning.frames import Shape
from drafting.learning.matching import suits
from drafting.learning.row_texts import without_must
from drafting.outline.model import Question, Type

OF_WORK = (Move.GOALS, Move.TASKS, Move.GUARANTEE)
WITHOUT_MUST = "不带“要”字"
"""As the help of a column says that it takes measures without 要."""
CLOSED = ("。", "！", "？", "!", "?", "”", "……")
Columns = Mapping[str, Question]
_OPEN = ("，", "：")
_ASKS_HOW = re.compile("怎样|怎么|如何")


def leads_on(body: str, text: str) -> bool:
    """Whether a text of an item, at its end, is no sentence of its own: what stands below goes on with it."""
    behind = body[body.rfind(text) + len(text) :].strip()
    return behind[:1] in _OPEN if behind else not text.endswith(CLOSED)


def how_column(columns: Columns, shape: Shape) -> Question | None:
    """The long column that each row about work must fill: it asks how, and the list only for what is enumerated."""
    texts = [columns[key] for key in shape.texts]
    if shape.move not in OF_WORK:
        return next((column for column in texts if WITHOUT_MUST in column.help and _ASKS_HOW.search(column.ask)), None)
    of_lists = texts if shape.details else []
    return next((column for column in of_lists if column.type is Type.LONG and column.required), None)


def measures_of(columns: Columns, shape: Shape) -> Callable[[str], list[str]]:
    """How the column of details takes an entry: without the 要 that the outline says before each, where it does."""
    if shape.details and WITHOUT_MUST in columns[shape.details].help:
        return without_must
    return lambda entry: [entry]


def unscheduled(columns: Columns, shape: Shape, row: dict[str, Any]) -> None:
    """Make the schedule of a row the measure that it must have, where it is all that is to be done: 8月底前全员考试."""
    told = next((key for key, column in columns.items() if asks_schedule(column) and key in row), "")
    if (
        told
        and shape.move in OF_WORK
        and shape.details
        and columns[shape.details].required
        and not row.get(shape.details)
    ):
        row[shape.details] = [row.pop(told)]


def say_due_once(columns: Columns, shape: Shape, row: dict[str, Any]) -> None:
    """Take from a row when the task is due, where a measure says that day: 6月底前全部销号.

    Where it is the only one and begins with it, the outline does not say it twice.
    """
    measures = row.get(shape.details, [])
    for key, column in columns.items():
        day = row.get(key) if column.type is Type.DATE else None
        if day and any(
            starts_with_due(one, day) if one.startswith(day) else says_due(one, day)
            for one in measures
            if len(measures) > 1 or not one.startswith(day)
        ):
            del row[key]


def say_owner_once(row: dict[str, Any], told: str, *, with_helpers: bool = False) -> None:
    """Take from a row who leads, where the text in its column `told` says so: 由市图书馆承办，宣传部配合; 合规部要…….

    with_helpers: only where it says who helps, too, which no outline says itself.
    """
    helps = f"(?:[^。；]{{0,24}}(?:{HELPS.pattern})|[，,][^，。；]{{2,}})" if with_helpers else ""
    for key, cell in list(row.items()):
        if (
            key != told
            and isinstance(cell, str)
            and re.search(f"由{re.escape(cell)}(?:{ASSIGNS.pattern}){helps}|\\A{re.escape(cell)}要", row[told])
        ):
            del row[key]


def say_days_once(columns: Columns, row: dict[str, Any], told: str) -> None:
    """Take from a row when the task is due, where the text in its column `told` says that day: 7月10日前投入运行."""
    for key, column in columns.items():
        if column.type is Type.DATE and key in row and says_due(row[told], row[key]):
            del row[key]


def add_due(columns: Columns, shape: Shape, row: dict[str, Any]) -> None:
    """Add to a row when the task is due, where its only measure begins with it: the outline does not say it twice."""
    open_ = [column for key, column in columns.items() if column.type is Type.DATE and key not in row]
    told = any(asks_schedule(column) and key in row for key, column in columns.items())
    day = due_in(row.get(shape.details, []))
    if len(open_) == 1 and not told and day and suits(day, open_[0]):
        row[open_[0].key] = day
