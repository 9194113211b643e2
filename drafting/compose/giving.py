"""The answers of a facts file made into values that templates see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from drafting.chinese.dates import Date
from drafting.chinese.enumerators import Typed, lone_enumerator, typed_enumerators
from drafting.chinese.patterns import pattern
from drafting.chinese.punctuation import strip_end, widen
from drafting.compose.values import Given, GivenList, GivenRow, Missing
from drafting.facts.model import Blank, Row, Value, is_only_marks
from drafting.outline.model import Question, Type

# Offices one after the other, however they were typed: 县教育局，县市场监管局.
_BODIES = "局|委|办公室|委员会|政府|人大|政协|公司|管委会|指挥部"
_OFFICE = f"[省市县区镇乡村州盟旗校院厂][^\\W\\d_抓有好把]{{0,12}}?(?:{_BODIES})"
_OFFICES = pattern(f"{_OFFICE}(?:[、，]{_OFFICE})+。?")


def give(value: Value | None, question: Question, path: str, tidy: bool, numbered: bool = True) -> Any:
    """An answer as templates see it; None is a missing one.

    tidy: half-width punctuation is made full-width, and a name or phrase ends without a mark, however it was typed.
    numbered: lists get their enumerators from the outline, so that those typed into their entries give way.
    """
    if isinstance(value, str):
        return _text(value, question, path, tidy, lone_enumerator(value) if tidy and numbered else None)
    if value is None or isinstance(value, Blank):
        return Missing(path, question.ask, question.required, question.type in (Type.LIST, Type.TABLE))
    if isinstance(value, tuple):
        given = _table if question.type is Type.TABLE else _list
        return GivenList(given(value, question, path, tidy, tidy and numbered), path, question.ask)
    return Given(value, path)


def _text(value: str, question: Question, path: str, tidy: bool, typed: Typed | None = None) -> Given:
    text = value[len(typed.text) :] if typed and not typed.stays else value
    text = widen(text if question.type is not Type.TEXT else one_line(text)) if tidy else text
    if tidy and question.type is Type.TEXT and _OFFICES.fullmatch(text):
        text = text.replace("，", "、")
    return Given(value, path, strip_end(text) or text if tidy and question.type is Type.TEXT else text, typed)


def _list(entries: tuple[Value, ...], question: Question, path: str, tidy: bool, numbered: bool) -> tuple[Any, ...]:
    """The entries of a list. One that is only a mark is none; `check_answers` tells of it."""
    kept = [(number, entry) for number, entry in enumerate(entries, 1) if not (tidy and is_only_marks(entry))]
    typed = _typed([entry for _number, entry in kept], numbered)
    return tuple(
        _text(entry, question, f"{path}[{number}]", tidy, mark)
        if isinstance(entry, str)
        else give(entry, question, f"{path}[{number}]", tidy)
        for (number, entry), mark in zip(kept, typed, strict=True)
    )


def _table(rows: tuple[Value, ...], question: Question, path: str, tidy: bool, numbered: bool) -> tuple[Any, ...]:
    cells: list[dict[str, Any]] = [{} for _row in rows]
    for column in question.columns:
        answers = [row.cells.get(column.key) if isinstance(row, Row) else None for row in rows]
        words = numbered and column.type in (Type.TEXT, Type.LONG)
        typed = _typed(answers, words, prose=column.type is Type.LONG)
        for number, (answer, mark) in enumerate(zip(answers, typed, strict=True)):
            own = f"{path}[{number + 1}].{column.key}"
            cells[number][column.key] = (
                _text(answer, column, own, tidy, mark)
                if isinstance(answer, str)
                else give(answer, column, own, tidy, numbered)
            )
    return tuple(GivenRow(own, f"{path}[{number}]") for number, own in enumerate(cells, 1))


def _typed(answers: Sequence[Value | None], numbered: bool, prose: bool = False) -> Sequence[Typed | None]:
    """The enumerators typed before the entries of a list, or the cells of a column.

    prose: an entry may well begin so by itself; only a whole series is taken off.
    """
    if not numbered:
        return [None] * len(answers)
    texts = [answer if isinstance(answer, str) else "" for answer in answers]
    typed = typed_enumerators(texts, alone=not prose)
    return [mark or lone_enumerator(text) for mark, text in zip(typed, texts, strict=True)] if prose else typed


def one_line(text: str) -> str:
    """An answer of one line, on one line however it was typed."""
    return "".join([line.strip() for line in text.splitlines()]) if "\n" in text else text


def within_year(value: Value | None, said_on: Value | None) -> Value | None:
    """A table whose dates are told without their year where it is that of the speech: 12月底, not 2026年12月底.

    said_on: the date of the speech, if it is known. Dates of no month keep their year.
    """
    if not isinstance(value, tuple) or not isinstance(said_on, Date) or said_on.year is None:
        return value
    return tuple([_row_within(row, said_on.year) if isinstance(row, Row) else row for row in value])


def _row_within(row: Row, year: int) -> Row:
    near = {key: cell for key, cell in row.cells.items() if isinstance(cell, Date) and cell.year == year and cell.month}
    return (
        replace(row, cells={**row.cells, **{key: replace(cell, year=None) for key, cell in near.items()}})
        if near
        else row
    )
