"""The facts of an example, varied: other sizes of lists, answers left out, other choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from drafting.facts.model import Facts, Row, Value
from drafting.facts.values import read_value
from drafting.outline.model import Outline, Question, Type

SIZES = (1, 2, 7, 12)


def sized(outline: Outline, facts: Facts, size: int) -> Facts:
    """Every list and table cut or drawn out to so many entries, as far as its question allows; the choices in turn."""
    answers = {key: _sized(value, outline.question(key), size) for key, value in facts.answers.items()}
    return replace(facts, answers=answers)


def _sized(value: Value, question: Question | None, size: int) -> Value:
    if not isinstance(value, tuple) or not value or question is None:
        return value
    size = max(question.at_least, min(size, question.at_most or size))
    return tuple(_entry(value[n % len(value)], question, n, size if n < len(value) else -size) for n in range(size))


def _entry(entry: Value, question: Question, number: int, size: int) -> Value:
    """An entry at its place; a copy of an earlier one says something new, and its choices are the next ones."""
    if not isinstance(entry, Row):
        return f"{entry}之{_mark(number)}" if size < 0 and isinstance(entry, str) else entry
    cells = {key: _sized(cell, question.column(key), abs(size)) for key, cell in entry.cells.items()}
    if size < 0:
        first = next(column for column in question.columns if column.type is not Type.CHOICE)
        if isinstance(text := cells.get(first.key), str):
            cells[first.key] = f"{text}之{_mark(number)}"
        for column in question.columns:
            if column.choices:
                cells[column.key] = column.choices[number % len(column.choices)]
    return Row(cells)


def _mark(number: int) -> str:
    return "甲乙丙丁戊己庚辛壬癸子丑寅卯"[number % 14]


def without(facts: Facts, *keys: str) -> Facts:
    """The facts without some answers: `host`, or `tasks.owner` for the cells of a column."""
    answers = {key: value for key, value in facts.answers.items() if key not in keys}
    for key, column in (key.split(".") for key in keys if "." in key):
        rows = answers.get(key)
        if isinstance(rows, tuple):
            answers[key] = tuple(_bare(row, column) if isinstance(row, Row) else row for row in rows)
    return replace(facts, answers=answers)


def _bare(row: Row, column: str) -> Row:
    return Row({key: cell for key, cell in row.cells.items() if key != column})


def optional(outline: Outline, facts: Facts) -> list[str]:
    """What is answered and need not be: questions, and columns of tables."""
    found = [question.key for question in outline.questions if question.key in facts.answers and not question.required]
    for question in outline.questions:
        rows = facts.answers.get(question.key)
        for column in question.columns:
            cells = (
                [row.cells.get(column.key) for row in rows if isinstance(row, Row)] if isinstance(rows, tuple) else []
            )
            if not column.required and any(cell is not None for cell in cells):
                found.append(f"{question.key}.{column.key}")
    return found


def choices(outline: Outline) -> Iterator[Mapping[str, Value]]:
    """Every answer to every question that offers some, the tone apart."""
    for question in outline.questions:
        if question.key != "tone":
            yield from ({question.key: choice} for choice in question.choices)
            if question.type is Type.YESNO:
                yield from ({question.key: truth} for truth in (True, False))


TOGETHER = {"wider": "wider_name", "instruction": "instruction_from"}  # the one is only asked, or shown, with the other
INSTEAD = ("deadline", "schedule")  # one of them is answered, as the help of the second says


def added(outline: Outline, facts: Facts) -> Iterator[tuple[str, Facts]]:
    """The facts with one more answer: to each question that was not answered, and in each column with an empty cell."""
    for question in outline.questions:
        rows = facts.answers.get(question.key, ())
        if question.key not in facts.answers:
            more = {key: _example(outline.question(key)) for key in (question.key, TOGETHER.get(question.key, ""))}
            given = {key: value for key, value in more.items() if value is not None}
            yield question.key, replace(facts, answers={**facts.answers, **given})
        for column in question.columns:
            value = _example(column)
            if not isinstance(rows, tuple):
                continue
            empty = [row for row in rows if isinstance(row, Row) and column.key not in row.cells]
            if empty and value is not None and column.key not in INSTEAD:
                filled = Row({**empty[0].cells, column.key: value})
                changed = tuple(filled if row is empty[0] else row for row in rows)
                yield f"{question.key}.{column.key}", replace(facts, answers={**facts.answers, question.key: changed})


def _example(question: Question | None) -> Value | None:
    """The answer that a question shows as its example; the last choice where it offers some."""
    if question is None:
        return None
    if question.type is Type.TABLE:
        cells = {column.key: _example(column) for column in question.columns}
        return (Row({key: value for key, value in cells.items() if value is not None and key != "schedule"}),)
    if question.type is Type.LIST:
        return (question.example,) * max(1, question.at_least)
    if question.type is Type.YESNO:
        return True
    return question.choices[-1] if question.choices else read_value(question.example, question)
