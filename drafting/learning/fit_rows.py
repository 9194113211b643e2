"""One item of a speech as a row of a table, or as an entry of a list: what each column takes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import dropwhile, product
from typing import Any

from drafting.draft import Block, Move
from drafting.learning.asking import comes_back
from drafting.learning.cells import ASSIGNS, cell_in, schedule_in
from drafting.learning.claims import Claims, text_of
from drafting.learning.fit_examples import told_by_example
from drafting.learning.fit_parts import NAMES_PART
from drafting.learning.frames import Frames, Shape
from drafting.learning.matching import suits
from drafting.learning.passages import Head, Listing, Passage, head_of
from drafting.learning.row_texts import (
    CLAUSES,
    ENDS,
    TO_DO,
    entry_of,
    in_one_sentence,
    is_little_but,
    is_short,
    parted,
    says_only,
    without_answers,
    without_must,
)
from drafting.outline.model import Question, Type

_SENTENCES = re.compile("[^。！？!?]+[。！？!?：:]*")
_EXAMPLE, _EXAMPLE_ENDS = re.compile("\\A(?:比如|例如|譬如)[，,]?"), re.compile("(?:比如|例如|譬如)[，,]?\\Z")
# What is said of all the details behind the last of them.
_OF_ALL = re.compile(
    "(?<=。)(?:以上|上述|这[些几]|此项)?[^，。；]{0,6}?由[^，。；由]{2,20}(?:牵头|负责|承办|来抓|来办)"
)
_OF_WORK = (Move.GOALS, Move.TASKS, Move.GUARANTEE)
_WITHOUT_MUST = "不带“要”字"  # as the help of a column says it
Columns = Mapping[str, Question]


class RowFitter:
    """Makes rows, and claims the text they stand in.

    naming: the table whose rows are parts of the speech. parts: the names of those parts, by their block.
    """

    def __init__(self, claims: Claims, frames: Frames, naming: str = "") -> None:
        self._claims = claims
        self._frames = frames
        self._naming = naming
        self.parts: dict[int, str] = {}

    def row(self, item: Passage, question: Question, shape: Shape, *, to_do_beside: bool) -> Any:
        """An item as a row of a table or an entry of a list; None if nothing of it can be one.

        to_do_beside: whether an item beside it begins with what is to be done.
        """
        if question.type is Type.LIST:
            body = entry_of(item)
            entry = body.rstrip(ENDS) if comes_back(body) else ""
            self._claims.take_text(item.block, entry)
            return in_one_sentence(entry) or None
        columns = {column.key: column for column in question.columns}
        head = _head(item, columns.get(shape.head))
        row = self._headed(item, head, question, shape)
        if told := told_by_example(text_of(head, item), question, shape, self._frames):
            for cell in told.values():
                for text in [cell] if isinstance(cell, str) else cell:
                    self._take_item(item, text)
            return row | told
        text = self._cells(item, head, question, shape, row)
        bare = _measures(columns, shape)
        how = _how(columns, shape)
        if how is not None:
            text = self._how(item, text, how, row)
        elif shape.details and not any(isinstance(element, Listing) for element in item.below):
            text = self._parted(item, text, shape, row, bare, to_do_beside=to_do_beside)
        self._own_text(item, text, columns, shape, row)
        if shape.details and (details := self._details(item, question, row, bare)):
            row[shape.details] = details
        return {key: row[key] for key in columns if key in row} or None

    def _headed(self, item: Passage, head: Head, question: Question, shape: Shape) -> dict[str, Any]:
        """The row with its heading, and the short name of the part that it is."""
        row: dict[str, Any] = {}
        heading = self._own_heading((head.line or head.lead).strip().rstrip(ENDS), f"{question.key}.{shape.head}")
        heading, other = self._parted_heading(heading, question, shape)
        row |= other
        if shape.head and comes_back(heading):
            row[shape.head] = heading
            self._claims.take_text(item.block, heading)
        name = next((column.key for column in question.columns if NAMES_PART.search(column.ask)), "")
        if name and heading:
            row[name] = self.parts[id(item.block)] = re.split("[，,；;、]", heading)[0]
        elif question.key == self._naming and shape.head in row:
            self.parts[id(item.block)] = row[shape.head]
        return row

    def _parted_heading(self, heading: str, question: Question, shape: Shape) -> tuple[str, dict[str, str]]:
        """A heading that holds the answers of two columns, and the words of the outline between them: 由甲转向乙."""
        around = [frame for frame in self._frames.around if frame.path.startswith(f"{question.key}.")]
        for between in {frame.right for frame in around if frame.path == f"{question.key}.{shape.head}"}:
            first, found, second = heading.partition(between) if between.isalpha() else (heading, "", "")
            for column in question.columns if found and len(between) > 1 else ():
                path, sought = f"{question.key}.{column.key}", column.key != shape.head
                if sought and suits(second, column) and any(f.path == path and f.left == between for f in around):
                    said = {frame.left for frame in around if frame.path == f"{question.key}.{shape.head}"}
                    before = next((left for left in said if left.isalpha() and first.startswith(left)), "")
                    return first.removeprefix(before), {column.key: second}
        return heading, {}

    def part(self, item: Passage, question: Question, shape: Shape) -> dict[str, Any]:
        """The row of a part of the speech: its heading alone."""
        columns = {column.key: column for column in question.columns}
        return self._headed(item, _head(item, columns.get(shape.head)), question, shape)

    def _own_heading(self, heading: str, path: str) -> str:
        """A heading without the words at its beginning that the outline says before it: 克服厌烦情绪."""
        lefts = {frame.left for frame in self._frames.around if frame.path == path}
        said = [left[at:] for left in lefts for at in range(len(left) - 1) if heading.startswith(left[at:])]
        return heading[max(map(len, said), default=0) :]

    def _cells(self, item: Passage, head: Head, question: Question, shape: Shape, row: dict[str, Any]) -> str:
        """Fill the columns whose answers the words beside them betray; what of the text is left is given back."""
        text = text_of(head, item)
        for column in question.columns:
            if value := schedule_in(text, column):
                row[column.key] = value
                self._take_item(item, value)
                text = text.rpartition(value)[0]
        for column in question.columns:
            is_sought = column.key not in (shape.head, *row) and column.type is not Type.LIST
            if is_sought and (value := self._cell(question, column, text)):
                value = _EXAMPLE.sub("", value) if column.type is Type.LONG else value
                row[column.key] = value
                self._take_item(item, value)
                if column.type is Type.LONG:  # nothing is said twice
                    before, _value, after = text.partition(value)
                    before, after = _EXAMPLE_ENDS.sub("", before), after.lstrip(ENDS)
                    text = before if self._frames.says_not(before) >= self._frames.says_not(after) else after
        return self._trimmed(text, [cell for key, cell in row.items() if key != shape.head])

    def _parted(
        self,
        item: Passage,
        text: str,
        shape: Shape,
        row: dict[str, Any],
        bare: Callable[[str], list[str]],
        *,
        to_do_beside: bool,
    ) -> str:
        """Take what is to be done out of a text that has no list; why it is to be done is given back."""
        if shape.move not in _OF_WORK:
            return text
        cells = [cell for key, cell in row.items() if key != shape.head]

        def is_own(sentence: str) -> bool:
            clauses = [clause.strip(ENDS) for clause in CLAUSES.findall(sentence)]
            return self._frames.says(sentence) or all(any(says_only(one, cell) for cell in cells) for one in clauses)

        is_all = to_do_beside or bool(row.keys() - {shape.head})
        text, to_do = parted(text, all_to_do=is_all, is_own=is_own)
        to_do = [part for entry in to_do for part in without_answers(entry, cells)]
        if to_do:
            row[shape.details] = [part for entry in to_do for part in bare(entry)]
        for entry in to_do:
            self._take_item(item, entry)
        return text

    def _how(self, item: Passage, text: str, column: Question, row: dict[str, Any]) -> str:
        """Take what is to be done into the column that must say it; why it is to be done is given back."""
        sentences = [sentence for sentence in _SENTENCES.findall(text) if sentence[-1] in "。！？!?" or not item.below]
        first = next((place for place, sentence in enumerate(sentences) if TO_DO.search(sentence)), 0)
        done = "".join(sentences[first:]).strip().rstrip(ENDS)
        if _WITHOUT_MUST in column.help:
            done = done.removeprefix("要") if done[:2] != "要求" else done
        runs = without_answers(done, [cell for cell in row.values() if isinstance(cell, str)])
        done = runs[0] if runs and len(runs[0]) > len(done) / 2 else done
        if not comes_back(done):
            return text
        row[column.key] = done
        self._take_item(item, done)
        return "".join(sentences[:first]).strip()

    def _own_text(self, item: Passage, text: str, columns: Columns, shape: Shape, row: dict[str, Any]) -> None:
        """What is left of the text goes into the column for it."""
        free = sorted([key for key in shape.texts if key not in row], key=lambda key: not columns[key].required)
        own = next((key for kind in (Type.LONG, Type.TEXT) for key in free if columns[key].type is kind), "")
        if not own:
            return
        if item.below and text.endswith(("：", ":")):  # what leads into the list below
            text = "".join(_SENTENCES.findall(text)[:-1]).strip()
        is_long = columns[own].type is Type.LONG
        was_done = shape.move in (Move.ACHIEVEMENTS, Move.EXPERIENCE) and not shape.details
        if not text and was_done and is_long:
            text = self._list_below(item)
        text = text.rstrip("；;")
        if comes_back(text, several=is_long):
            row[own] = text
            self._take_item(item, text)

    def _details(
        self, item: Passage, question: Question, row: dict[str, Any], bare: Callable[[str], list[str]]
    ) -> list[str]:
        """The entries of the lists below an item; who is to do it all, said behind the last, goes into its column."""
        below = [inner for element in item.below if isinstance(element, Listing) for inner in element.items]
        texts = [(inner.block, self._own_off(inner.body.strip()).rstrip(ENDS)) for inner in below]
        sound = [(block, text) for block, text in texts if comes_back(text)]
        if sound:
            block, text = sound[-1]
            sound[-1] = block, self._without_last_cells(block, text, question, row)
        for block, text in sound:
            self._claims.take_text(block, text)
        return [entry for _block, text in sound for entry in bare(in_one_sentence(text))]

    def _without_last_cells(self, block: Block, text: str, question: Question, row: dict[str, Any]) -> str:
        """The last detail without the sentence behind it that answers other columns: 由交通局牵头，10月底前完成。"""
        said, stop, last = text.rpartition("。")
        if of_all := _OF_ALL.search(text):
            said, last = text[: of_all.start()].rstrip("。"), text[of_all.start() :]
        elif not stop or not ASSIGNS.search(last):
            return text
        found = {
            column.key: value
            for column in question.columns
            if column.key not in row and column.type is not Type.LIST and (value := self._cell(question, column, last))
        }
        if not found:
            return text
        row |= found
        for value in found.values():
            self._claims.take_text(block, value)
        return said

    def _own_off(self, text: str) -> str:
        """A text without the sentences at its end that are the outline's own."""
        sentences = _SENTENCES.findall(text)
        while sentences and self._frames.says(sentences[-1]):
            del sentences[-1]
        return "".join(sentences)

    def _list_below(self, item: Passage) -> str:
        """What stands below an item, its markers with it."""
        lines: list[str] = []
        for block in list(item.walk())[1:]:
            if block.runs_on and lines:
                lines[-1] += block.text
            else:
                lines.append(block.text)
            self._claims.take(block, 0, len(block.text))
        return "\n".join(lines)

    def _trimmed(self, text: str, cells: Sequence[str]) -> str:
        """A text without what stands at its ends and is the outline's own, or holds little but an answer."""
        sentences = _SENTENCES.findall(self._own_off(text))
        clauses = CLAUSES.findall("".join(dropwhile(self._frames.says, sentences)))
        for end in (0, -1):
            while clauses and (self._frames.says(clauses[end]) or is_little_but(clauses[end], cells)):
                del clauses[end]
        return "".join(clauses).strip(ENDS) if len(clauses) < len(CLAUSES.findall(text)) else text

    def _cell(self, question: Question, column: Question, text: str) -> str:
        """An answer of a column that the words beside it betray."""
        frames = [frame for frame in self._frames.around if frame.path == f"{question.key}.{column.key}"]
        return cell_in(text, column, frames)

    def _take_item(self, item: Passage, text: str) -> None:
        blocks = [item.block, *[element.block for element in item.below if isinstance(element, Passage)]]
        for line, block in product(text.split("\n"), blocks):
            self._claims.take_text(block, line)


def _head(item: Passage, column: Question | None) -> Head:
    """The heading of a row: a sentence over a list, and one that is all the item says, are headings too."""
    head = head_of(item)
    if head.line or head.lead:
        return head
    is_over_a_list = bool(item.below) and len(_SENTENCES.findall(head.rest)) == 1
    is_all = column is not None and column.required and is_short(item)
    return Head(lead=head.rest) if is_over_a_list or is_all else head


def _how(columns: Columns, shape: Shape) -> Question | None:
    """The long column that each row about work must fill: it asks how, and the list only for what is enumerated."""
    texts = [columns[key] for key in shape.texts] if shape.move in _OF_WORK and shape.details else []
    return next((column for column in texts if column.type is Type.LONG and column.required), None)


def _measures(columns: Columns, shape: Shape) -> Callable[[str], list[str]]:
    """How the column of details takes an entry: without the 要 that the outline says before each, where it does."""
    if shape.details and _WITHOUT_MUST in columns[shape.details].help:
        return without_must
    return lambda entry: [entry]
