"""Tables of a speech whose heads say what is to be done, who sees to it and by when, as rows of an outline's table.

A row is a paragraph with tabs between its cells: 任务 责任单位 完成时限.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drafting.chinese.script import HAN
from drafting.draft import Block
from drafting.learning.asking import comes_back
from drafting.learning.cells import asks_schedule
from drafting.learning.claims import Claims
from drafting.learning.fit_sentences import fits
from drafting.learning.frames import Shape
from drafting.learning.labelled import BEFORE, KINDS, who_and_when
from drafting.learning.matching import suits
from drafting.learning.row_texts import ENDS, clauses_apart, in_one_sentence, without_must
from drafting.outline.model import Question, Type

_CELL = "\t"
_KIND = "(?:重点|主要|具体|工作|目标|年度|整治|整改|改革|建设|实施|推进|落实|攻坚)*"
_TASK = re.compile(f"{_KIND}(?:任务|事项|项目|工作)(?:名称|分解|清单)?")
_TO_DO = re.compile(f"{_KIND}(?:措施|举措|内容|做法)|任务内容|工作任务及措施")
_SAYS = re.compile(f"[{HAN}]{{2}}")  # a task is told in words: 任务（亩） heads numbers
_SEE_TO = re.compile("\\A(?:抓[好紧实]?|做好|搞好|推[进动]|加快|强化|实施|开展)")  # 抓管网改造 is 老旧管网改造
_LEAST = 4  # characters of a task by which it is known
_NUMBER = re.compile("序号|编号|号")
_BESIDE_LABEL = re.compile(r"\s|[（(][^（）()]*[）)]")


@dataclass(frozen=True, slots=True)
class _Heads:
    """Which cell of a row answers which column. to_do: the cell of what is to be done, where another heads the row."""

    head: int
    to_do: int | None
    columns: Mapping[int, Question]
    size: int


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row answers, and which of its cells do."""

    cells: Mapping[str, Any]
    taken: tuple[int, ...]


def with_tabled(rows: list[Any], question: Question, shape: Shape, claims: Claims) -> list[Any]:
    """The rows of a list with those that the tables of the speech give, each cell to the letter. These are claimed.

    What a table says of a task of the list comes into its row. Where the question takes no more rows it has none.
    """
    columns = {column.key: column for column in question.columns}
    if question.type is not Type.TABLE or shape.head not in columns:
        return rows
    made, places = list(rows), []
    for heads, first, below in _tables(claims.blocks, columns):
        found = [
            (block, row) for block in below if claims.is_free(block) and (row := _row(block, heads, columns, shape))
        ]
        for block, row in found:
            like = [at for at, other in enumerate(rows) if _completes(row.cells, other, shape.head)]
            if len(like) == 1:
                made[like[0]] = row.cells | made[like[0]]
            else:
                made.append(row.cells)
            places += [(block, at) for at in row.taken]
        places += [(first, at) for at in _answered(first, heads) if found]
    if not places or not fits(question, made):
        return rows
    for block, at in places:
        _claim_cell(block, at, claims)
    return [{key: row[key] for key in columns if key in row} for row in made]


def _completes(cells: Mapping[str, Any], row: Mapping[str, Any], head: str) -> bool:
    """Whether the cells are of the task that a row of a list names, and say nothing that this says otherwise."""
    told, said = str(cells[head]), _SEE_TO.sub("", str(row.get(head, "")))
    same = told in said or (len(said) >= _LEAST and said in told)
    return same and not (cells.keys() & row.keys()) - {head}


def _tables(
    blocks: Sequence[Block], columns: Mapping[str, Question]
) -> Iterator[tuple[_Heads, Block, Sequence[Block]]]:
    """The tables with heads that are known, each with the row of the heads and the rows below it."""
    at = 0
    while at < len(blocks):
        heads = _heads(blocks[at], columns)
        end = at + 1
        while heads and end < len(blocks) and blocks[end].text.count(_CELL) + 1 == heads.size:
            end += 1
        if heads and end > at + 1:
            yield heads, blocks[at], blocks[at + 1 : end]
        at = end


def _heads(block: Block, columns: Mapping[str, Question]) -> _Heads | None:
    """What the cells of a row are for, if they are heads of what is to be done and of who does it or by when."""
    labels = [_BESIDE_LABEL.sub("", label) for label in block.text.split(_CELL)]
    task = next((at for at, label in enumerate(labels) if _TASK.fullmatch(label)), None)
    to_do = next((at for at, label in enumerate(labels) if _TO_DO.fullmatch(label)), None)
    answers: dict[int, Question] = {}
    for column, kinds in zip(who_and_when(columns), KINDS, strict=True):
        at = next((at for kind in kinds for at, label in enumerate(labels) if kind.fullmatch(label)), None)
        answers |= {at: column} if column and at is not None else {}
    head = to_do if task is None else task
    if head is None or not answers or len(labels) < 2:
        return None
    return _Heads(head, None if task is None else to_do, answers, len(labels))


def _row(block: Block, heads: _Heads, columns: Mapping[str, Question], shape: Shape) -> _Row | None:
    """What a row answers; None where it names no task."""
    said = [cell.strip() for cell in block.text.split(_CELL)]
    head = said[heads.head].rstrip(ENDS)
    if not suits(head, columns[shape.head]) or not _SAYS.search(head):
        return None
    cells: dict[str, Any] = {shape.head: head}
    taken = [heads.head]
    if heads.to_do is not None and shape.details in columns and (entries := _entries(said[heads.to_do])):
        cells[shape.details] = entries
        taken.append(heads.to_do)
    schedule = next(filter(asks_schedule, columns.values()), None)
    for at, column in heads.columns.items():
        answer = BEFORE.sub("", said[at]) if column.type is Type.DATE else said[at]
        if suits(answer, column):
            cells[column.key] = answer
            taken.append(at)
        elif column.type is Type.DATE and schedule and suits(said[at], schedule):
            cells[schedule.key] = said[at]
            taken.append(at)
    return _Row(cells, tuple(taken))


def _entries(text: str) -> list[str]:
    """What a cell says is to be done; [] where some of it cannot be an entry."""
    said = [entry for part in clauses_apart(text) if (entry := part.strip(ENDS))]
    entries = [bare for entry in said for bare in without_must(in_one_sentence(entry))]
    return entries if all(map(comes_back, entries)) else []


def _answered(block: Block, heads: _Heads) -> Iterator[int]:
    """The heads that say what the questions ask; that of a column without a question is still to be told."""
    for at, cell in enumerate(block.text.split(_CELL)):
        if at in (heads.head, heads.to_do) or at in heads.columns or _NUMBER.fullmatch(_BESIDE_LABEL.sub("", cell)):
            yield at


def _claim_cell(block: Block, at: int, claims: Claims) -> None:
    before = block.text.split(_CELL)[: at + 1]
    end = len(_CELL.join(before))
    claims.take(block, end - len(before[-1]), end)
