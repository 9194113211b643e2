"""The columns of a row whose answers the words beside them betray: who, by when, for example."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Any

from drafting.draft import Block
from drafting.learning.cells import ASSIGNS, HELPS, asks_schedule, cell_in, due_with, says_what, schedule_in
from drafting.learning.claims import Claims
from drafting.learning.frames import Frames, Shape
from drafting.learning.labelled import labelled, out_of_brackets
from drafting.learning.own_words import JOINT
from drafting.learning.passages import Passage
from drafting.learning.row_columns import CLOSED
from drafting.learning.row_texts import ENDS, to_do_in, without_answers
from drafting.outline.model import Question, Type

_EXAMPLE_ENDS = re.compile("(?:比如|例如|譬如)[，,]?\\Z")
# What is said of all the details behind the last of them.
_NAMES_ALL = re.compile("以上|上述|这[些几]|此项")
_OF_ALL = re.compile(
    f"(?<=。)(?:{_NAMES_ALL.pattern})?[^，。；]{{0,6}}?由[^，。；由]{{2,20}}(?:牵头|负责|承办|来抓|来办)"
)

_SUBJECT = re.compile("(?![按依对把在由从以])[^，]{2,12}，")  # what something is due of, no word on how it is done


class CellFitter:
    """Fills such columns, and claims the text they stand in."""

    def __init__(self, claims: Claims, frames: Frames) -> None:
        self._claims = claims
        self._frames = frames

    def fill(self, item: Passage, text: str, question: Question, shape: Shape, row: dict[str, Any]) -> str:
        """Fill the open columns that a text answers by the words beside the answers; the rest is given back."""
        text, cells_told, places = labelled(
            out_of_brackets(text), {c.key: c for c in question.columns if c.key not in (shape.head, *row)}
        )
        row |= cells_told
        for place in places:
            self.take_item(item, place)
        for column in question.columns:
            if column.key not in row and (value := schedule_in(text, column)):
                row[column.key] = value
                self.take_item(item, value)
                text = text.rpartition(value)[0]
        for column in sorted(question.columns, key=lambda column: column.type is Type.LONG):  # names and days first
            is_sought = column.key not in (shape.head, *row) and column.type is not Type.LIST
            value = self._cell(question, column, text) if is_sought else ""
            cells = [cell for key, cell in row.items() if isinstance(cell, str) and key != shape.head]
            value = _with_subject(text, value) if value and asks_schedule(column) else value
            if value and asks_schedule(column) and _is_of_one_measure(text, value):
                continue
            if value and (column.type is not Type.LONG or asks_schedule(column) or without_answers(value, cells)):
                value = JOINT.sub("", value) if column.type is Type.LONG else value
                row[column.key] = value
                self.take_item(item, due_with(text, value) if column.type is Type.DATE else value)
                if column.type is Type.LONG:  # nothing is said twice
                    before, _value, after = text.partition(value)
                    before, after = _EXAMPLE_ENDS.sub("", before), after.lstrip(ENDS)
                    fuller = before if self._frames.says_not(before) >= self._frames.says_not(after) else after
                    text = f"{before}\n{after}" if before.endswith(CLOSED) and after else fuller
        return text

    def take_off_last(
        self, block: Block, text: str, others: Sequence[str], question: Question, row: dict[str, Any]
    ) -> str:
        """The last detail without the sentence behind it that answers other columns: 由交通局牵头，10月底前完成。

        others: the details before it. Where these say more than one sentence each, or who leads them, the sentence is
        about the last alone, as it is where it says what is to be done: then it stays with it, whole.
        """
        said, stop, last = text.rpartition("。")
        if of_all := _OF_ALL.search(text):
            said, last = text[: of_all.start()].rstrip("。"), text[of_all.start() :]
        elif not stop or not ASSIGNS.search(last):
            return text
        names_all = _NAMES_ALL.match(last)
        if not names_all and any("。" in other or ASSIGNS.search(other) for other in others):
            return text
        found = {
            column.key: value
            for column in question.columns
            if column.key not in row and column.type is not Type.LIST and (value := self._cell(question, column, last))
        }
        more = [said for said in without_answers(last, list(found.values())) if not HELPS.search(said)]
        if not found or (more and not names_all):
            return text
        row |= found
        for value in found.values():
            self._claims.take_text(block, value)
        return said

    def _cell(self, question: Question, column: Question, text: str) -> str:
        """An answer of a column that the words beside it betray."""
        frames = [frame for frame in self._frames.around if frame.path == f"{question.key}.{column.key}"]
        return cell_in(text, column, frames)

    def take_item(self, item: Passage, text: str) -> None:
        """Claim a text line by line, where it stands in an item or in the paragraphs below it."""
        blocks = [item.block, *[element.block for element in item.below if isinstance(element, Passage)]]
        lines = dict.fromkeys(text.split("\n"))
        whole = [block for block in blocks if block.text in lines]
        for block in whole:
            self._claims.take(block, 0, len(block.text))
        for line, block in product(lines.keys() - {block.text for block in whole}, blocks):
            self._claims.take_text(block, line)


def _with_subject(text: str, schedule: str) -> str:
    """A schedule with the clause before it that says what it is of: 剩余的8万亩，11月底前整地，明年2月底前栽完."""
    start = text.find(schedule)
    subject = re.split("[。；！？\n]", text[:start])[-1]
    is_one = _SUBJECT.fullmatch(subject) and not to_do_in(subject) and not ASSIGNS.search(subject)
    return subject + schedule if is_one and start >= 0 else schedule


def _is_of_one_measure(text: str, schedule: str) -> bool:
    """Whether a schedule goes on with what is to be done of one thing among others: 要加快建厂，6月底前完工。要……"""
    start = text.find(schedule)
    said = re.split("[。！？\n]", text[:start])[-1]
    sentence_end = text.find("。", start + len(schedule))
    others = text[: start - len(said)] + (text[sentence_end + 1 :] if sentence_end >= 0 else "")
    return start > 0 and says_what(said) and to_do_in(others)
