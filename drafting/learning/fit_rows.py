"""One item of a speech as a row of a table, or as an entry of a list: what each column takes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from drafting.draft import Move
from drafting.learning.asking import comes_back
from drafting.learning.cells import ASKS_CASE, asks_schedule
from drafting.learning.claims import Claims, text_of
from drafting.learning.cues import may_sign
from drafting.learning.fit_below import behind_lists, list_column
from drafting.learning.fit_cells import CellFitter
from drafting.learning.fit_examples import told_by_example
from drafting.learning.fit_heads import HeadFitter, doer_apart, row_head, short_head_apart
from drafting.learning.fit_lacking import announcement_off, lacking_apart, seen_apart
from drafting.learning.frames import Frames, Shape
from drafting.learning.listings import entries_below
from drafting.learning.own_words import JOINT, SENTENCES, own_off, trimmed
from drafting.learning.passages import Head, Listing, Passage
from drafting.learning.row_columns import (
    OF_WORK,
    WITHOUT_MUST,
    Columns,
    add_due,
    how_column,
    leads_on,
    measures_of,
    say_days_once,
    say_due_once,
    say_owner_once,
    unscheduled,
)
from drafting.learning.row_texts import (
    CLAUSES,
    ENDS,
    TO_DO,
    entry_of,
    fullest_run,
    in_one_sentence,
    is_bare_measure,
    parted,
    says_only,
    says_only_several,
    without_answers,
    without_first_must,
    without_must,
)
from drafting.outline.model import Question, Type

_MUST = re.compile("\\A(?:(?:各[^，。；要]{1,8}|大家|我们)(?:都|也|还)?)?(?:要(?![求的素点么是害紧])|必须|务必|应当)")
_ONLY_HELPS = re.compile("[^，。；：]{2,24}(?:配合|协助|协办)")  # who else is in it is nothing to be done
_LOOKS = re.compile("要(?:看到|知道|明白|认识到|清醒)|[^。]*(?:我|大家)[^。]{0,4}理解")  # argues, and demands nothing
# How things are, and in the same breath who sees to it by when: told as it stands. 目前还有4所学校不达标，住建局牵头……
_STATE = re.compile("(?:目前|现在|当前|至今)?(?:还|仍|尚)(?:有|缺|存在|剩)")
_IS = re.compile("\\A[，、：,:]?(?:就?是)(?=[\u4e00-\u9fff“]{2})")  # 第一个面对，是面对……


class RowFitter:
    """Makes rows, and claims the text they stand in.

    naming: the table whose rows are parts of the speech.
    """

    def __init__(self, claims: Claims, frames: Frames, naming: str = "") -> None:
        self._claims = claims
        self._frames = frames
        self._heads = HeadFitter(claims, frames, naming)
        self._beside = CellFitter(claims, frames)

    @property
    def parts(self) -> Mapping[int, str]:
        """The names of the parts that became rows, by their block."""
        return self._heads.parts

    def row(self, item: Passage, question: Question, shape: Shape, *, to_do_beside: bool, whole: bool = False) -> Any:
        """An item as a row of a table or an entry of a list; None if nothing of it can be one.

        to_do_beside: whether an item beside it begins with what is to be done. whole: whether all that it says heads
        the row, as it does beside it.
        """
        if question.type is Type.LIST:
            body = entry_of(item)
            entry = body.rstrip(ENDS) if comes_back(body) else ""
            self._claims.take_text(item.block, entry)
            return in_one_sentence(entry) or None
        columns = {column.key: column for column in question.columns}
        head = row_head(item, columns.get(shape.head), whole=whole)
        says_no_more = whole or not item.below  # which is a heading and what it means, in one sentence
        if says_no_more and any(columns[key].type is Type.LONG and columns[key].required for key in shape.texts):
            head = short_head_apart(head)
        head, owner = doer_apart(head, columns) if shape.move in OF_WORK else (head, {})
        row = self._heads.row(item, head, question, shape) | owner
        for doer in owner.values():
            self._claims.take_text(item.block, doer)
        if told := told_by_example(text_of(head, item), question, shape, self._frames):
            for cell in told.values():
                for text in [cell] if isinstance(cell, str) else cell:
                    self._beside.take_item(item, text)
            return row | told
        text = self._cells(item, head, question, shape, row)
        bare = measures_of(columns, shape)
        how = how_column(columns, shape)
        if how is not None:
            text = self._how(item, text, how, row)
        elif shape.details and not any(isinstance(element, Listing) for element in item.below):
            to_do = to_do_beside or (columns[shape.details].required and is_bare_measure(text))
            if not _is_state(text, columns, shape):
                text = self._parted(item, text, shape, row, bare, to_do_beside=to_do)
        self._own_text(item, text, columns, shape, row)
        if shape.details:
            row |= self._details(item, question, shape, row, bare)
        self._behind(item, question, shape, row, bare, is_told=how is not None)
        unscheduled(columns, shape, row)
        say_due_once(columns, shape, row)
        for key in [key for key in row if asks_schedule(columns[key])]:
            say_days_once(columns, row, key)
        add_due(columns, shape, row)
        return {key: row[key] for key in columns if key in row} or None

    def part(self, item: Passage, question: Question, shape: Shape) -> dict[str, Any]:
        """The row of a part of the speech: its heading alone."""
        columns = {column.key: column for column in question.columns}
        return self._heads.row(item, row_head(item, columns.get(shape.head)), question, shape)

    def _cells(self, item: Passage, head: Head, question: Question, shape: Shape, row: dict[str, Any]) -> str:
        """Fill the columns whose answers the words beside them betray; what of the text is left is given back."""
        told = text_of(head, item)
        if shape.move in OF_WORK and _is_state(told, {column.key: column for column in question.columns}, shape):
            return told
        text = self._beside.fill(item, told, question, shape, row)
        return trimmed(text, [cell for key, cell in row.items() if key != shape.head], self._frames.says)

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
        if shape.move not in OF_WORK:
            return text
        cells = [cell for key, cell in row.items() if key != shape.head]

        def is_own(sentence: str) -> bool:
            clauses = [clause.strip(ENDS) for clause in CLAUSES.findall(sentence)]
            alone = [any(says_only(one, cell) for cell in cells) or says_only_several(one, cells) for one in clauses]
            return self._frames.says(sentence) or all(alone)

        is_all = to_do_beside or bool(row.keys() - {shape.head})
        text, to_do = parted(text, all_to_do=is_all, is_own=is_own)
        to_do = [part for entry in to_do for part in without_answers(entry, cells) if not _ONLY_HELPS.fullmatch(part)]
        if to_do:
            row[shape.details] = [part for entry in to_do for part in bare(entry)]
        for entry in to_do:
            self._beside.take_item(item, entry)
        return text

    def _how(self, item: Passage, text: str, column: Question, row: dict[str, Any]) -> str:
        """Take what is to be done into the column that must say it; why it is to be done is given back."""
        sentences = [sentence for sentence in SENTENCES.findall(text) if sentence[-1] in "。！？!?" or not item.below]
        demands = [place for place, sentence in enumerate(sentences) if _demands(sentence)]
        if not demands and not column.required:
            return text  # nothing of it says how it should be
        first = demands[0] if demands else 0
        done = "".join(sentences[first:]).strip().rstrip(ENDS)
        if WITHOUT_MUST in column.help:
            done = _MUST.sub("", done, count=1)
        runs = without_answers(done, [cell for cell in row.values() if isinstance(cell, str)])
        done = runs[0] if runs and len(runs[0]) > len(done) / 2 else done
        if not comes_back(done):
            return text
        row[column.key] = done
        self._beside.take_item(item, done)
        say_owner_once(row, column.key)
        return "".join(sentences[:first]).strip()

    def _own_text(self, item: Passage, text: str, columns: Columns, shape: Shape, row: dict[str, Any]) -> None:
        """What is left of the text goes into the column for it."""
        free = [key for key in shape.texts if key not in row]
        free.sort(key=lambda key: (not columns[key].required, ASKS_CASE.search(columns[key].ask) is not None))
        own = next((key for kind in (Type.LONG, Type.TEXT) for key in free if columns[key].type is kind), "")
        if not own:
            return
        if item.below and leads_on(item.body, text):  # what leads into the list below
            text = "".join(SENTENCES.findall(text)[:-1]).strip()
        is_long = columns[own].type is Type.LONG
        was_done = shape.move in (Move.ACHIEVEMENTS, Move.EXPERIENCE) and not shape.details
        if not text and was_done and is_long:
            text = self._list_below(item)
        text = self._told_apart(item, announcement_off(text) if item.below else text, columns, row) if is_long else text
        cells = [cell for key, cell in row.items() if isinstance(cell, str) and key != shape.head]
        text = fullest_run(text, cells, self._frames.says) if is_long and cells else text
        text = JOINT.sub("", text.rstrip("；;")) if is_long else text.rstrip("；;")
        if not is_long and (not may_sign(text, columns[own]) or len(SENTENCES.findall(text)) > 1):
            return
        if comes_back(text, several=is_long):
            row[own] = text
            self._beside.take_item(item, text)
            say_owner_once(row, own, with_helpers=True)
            say_days_once(columns, row, own)

    def _told_apart(self, item: Passage, text: str, columns: Columns, row: dict[str, Any]) -> str:
        """A text without what answers the columns for what is lacking, why, and how it shows; these are filled."""
        text, stretches = lacking_apart(text, columns, row)
        text, shown = seen_apart(text, columns, row)
        for stretch in filter(None, (*stretches, shown)):
            self._beside.take_item(item, stretch)
        return text

    def _details(
        self, item: Passage, question: Question, shape: Shape, row: dict[str, Any], bare: Callable[[str], list[str]]
    ) -> dict[str, list[str]]:
        """The entries of the lists below an item, each by the column that it answers.

        Who is to do it all, said behind the last, goes into its column.
        """
        found: dict[str, list[str]] = {}
        is_one = shape.move in OF_WORK and len(entries_below(item)) == 1
        for listing in [element for element in item.below if isinstance(element, Listing)]:
            texts = [
                (inner.block, own_off(_IS.sub("", inner.body).strip(), self._frames.says).strip(ENDS))
                for inner in listing.items
            ]
            sound = [(block, text) for block, text in texts if comes_back(text)]
            if sound and is_one:
                sound = [(sound[0][0], self._only_one(listing.items[0], sound[0][1], question, shape, row))]
            elif sound:
                block, text = sound[-1]
                others = [other for _block, other in sound[:-1]]
                sound[-1] = block, self._beside.take_off_last(block, text, others, question, row)
            for block, text in sound:
                self._claims.take_text(block, text)
            column = list_column(listing, item.body, question, shape, found)
            entries = [in_one_sentence(text) for _block, text in sound]
            if column == shape.details and bare is without_must:  # an entry of several sentences stays one
                several = ["。" in text for _block, text in sound]
                entries = [
                    part
                    for entry, is_long in zip(entries, several, strict=True)
                    for part in ([without_first_must(entry)] if is_long else without_must(entry))
                ]
            found[column] = found.get(column, []) + entries
        return {column: entries for column, entries in found.items() if entries}

    def _only_one(self, item: Passage, text: str, question: Question, shape: Shape, row: dict[str, Any]) -> str:
        """The only entry below a task without who leads it and when it is due: what goes for it goes for the task."""
        found = dict(row)
        rest = self._beside.fill(item, text, question, shape, found)
        cells = [cell for key, cell in found.items() if isinstance(cell, str) and key not in row]
        runs = without_answers(trimmed(rest, cells, self._frames.says), cells)
        if not cells or len(runs) != 1 or not comes_back(runs[0]):
            return text
        row |= found
        return runs[0]

    def _behind(
        self,
        item: Passage,
        question: Question,
        shape: Shape,
        row: dict[str, Any],
        bare: Callable[[str], list[str]],
        *,
        is_told: bool,
    ) -> None:
        """Fill what is still open from the sentences that run on behind the lists below an item.

        is_told: whether another column than that of the lists says what is to be done.
        """
        for passage in behind_lists(item):
            text = self._beside.fill(item, own_off(passage.body, self._frames.says), question, shape, row)
            cells = [cell for key, cell in row.items() if isinstance(cell, str) and key != shape.head]
            if not shape.details or shape.move not in OF_WORK or is_told:
                continue
            _why, to_do = parted(text, all_to_do=False, is_own=self._frames.says)
            for entry in [part for said in to_do for part in without_answers(said, cells)]:
                row[shape.details] = [*row.get(shape.details, []), *bare(entry)]
                self._claims.take_text(passage.block, entry)

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


def _demands(sentence: str) -> bool:
    """Whether a sentence says what is to be done, and does not only argue for it."""
    return TO_DO.search(sentence) is not None and not _LOOKS.match(sentence)


def _is_state(text: str, columns: Columns, shape: Shape) -> bool:
    """Whether one sentence tells how things are, where the row need not say besides what is to be done."""
    may_be = bool(shape.details) and not columns[shape.details].required
    return may_be and _STATE.match(text) is not None and len(SENTENCES.findall(text)) == 1
