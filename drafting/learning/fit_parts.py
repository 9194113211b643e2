"""Tables whose rows are the parts of the speech: what each column takes of the paragraphs below a part's heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from drafting.draft import Move
from drafting.learning.asking import comes_back
from drafting.learning.claims import Claims
from drafting.learning.fit_lacking import lacking_apart
from drafting.learning.frames import BELONGS, SENTENCE, Frames
from drafting.learning.matching import form_of, suits
from drafting.learning.own_words import JOINT
from drafting.learning.passages import Passage
from drafting.learning.row_texts import ENDS, clauses_apart, fullest_run
from drafting.outline.model import Question, Type

NAMES_PART = re.compile("部分的简称")
_WORD = 6  # characters of a paragraph that may be an answer already
_LONGEST, _LONG = 80, 300  # characters of an answer that is no long one, and of others
# What leads into what is lacking: 从掌握的情况看， 同时应当看到，存在的问题不容忽视：
_LEADS = (
    re.compile("[^。；：:]{0,30}(?:问题|不足|差距|短板|薄弱|欠缺|毛病|短处)[^，。：:]{0,8}[：:]"),
    re.compile("(?:同时|但是?|不过|当然)[^。；：:]{0,10}(?:看|认识|承认)到?[，,：:]"),
    re.compile("[^，。；：:]{0,14}(?:看|说|讲|现状)[，,：:]"),
)
_SUMS_UP = re.compile("(?:抓好?|做好)?(?:以上|上述|这)[一二三四五六七八九十几两]*(?:个|项|条|点|方面|件|些)")
_SAID = re.compile("(?:是|要求|考虑|思路|目标|明确|确定)[：:](?P<answer>[^。！？：:]{4,80})[。；]")


def naming(questions: Sequence[Question]) -> str:
    """The table whose rows are parts of the speech, to which the rows of other tables belong; "" for none."""
    for place, question in enumerate(questions):
        if any(NAMES_PART.search(column.ask) for column in question.columns):
            return question.key
        if part_column(question):
            before = [other.key for other in questions[:place] if other.type is Type.TABLE and not part_column(other)]
            return before[-1] if before else ""
    return ""


def part_column(question: Question) -> Question | None:
    """The column in which the rows of a table name the part that they belong to."""
    return next((c for c in question.columns if c.type is Type.TEXT and BELONGS.search(c.ask)), None)


def holds_items(question: Question) -> bool:
    """Whether the rows of a table that names parts may be the items below these: they say something, in one order."""
    needs_choice = any(column.required and column.type is Type.CHOICE for column in question.columns)
    return part_column(question) is not None and not needs_choice and any(_holds(c) for c in question.columns)


def _holds(column: Question) -> bool:
    return column.type in (Type.LIST, Type.LONG)


class PartFitter:
    """Fills the columns of a part by the moves in which the outline says them, and claims what it takes."""

    def __init__(self, claims: Claims, frames: Frames) -> None:
        self._claims = claims
        self._frames = frames

    def fill(self, item: Passage, question: Question, row: dict[str, Any]) -> None:
        """Add to the row of a part what its own paragraphs answer, each by the column of its move."""
        moves = self._moves(question)
        for passage in item.below:
            if not isinstance(passage, Passage) or passage.block.marker or _SUMS_UP.match(passage.body):
                continue
            column = self._column(question, passage.block.move, moves, row)
            if column is None or self._claims.taken([passage.block]) > _WORD:
                continue
            if value := self._value(passage, question, column):
                stretches: list[str] = []
                if isinstance(value, str):
                    value, stretches = lacking_apart(value, {c.key: c for c in question.columns}, row)
                for text in stretches:
                    self._claims.take_text(passage.block, text)
                row |= {column.key: value} if value else {}
                for text in value if isinstance(value, list) else [value]:
                    self._claims.take_text(passage.block, text)
            self._beside(passage, question, moves, row)
            if not self._claims.taken([passage.block]):
                self._whole(passage, question, moves, row)
        lacking = [column for column in question.columns if moves[column.key] == {Move.SHORTCOMINGS}]
        for column in [column for column in lacking if column.type is Type.LIST and column.key not in row]:
            self._lacking_in_passing(item, column, row)

    def _beside(
        self, passage: Passage, question: Question, moves: Mapping[str, set[Move]], row: dict[str, Any]
    ) -> None:
        """What else a paragraph answers: by the words beside it, and what stands before the first answer in it."""
        open_ = [c for c in question.columns if moves[c.key] == {passage.block.move} and c.key not in row]
        long = [column for column in open_ if column.type is Type.LONG]
        for column in long:
            forms = _forms(self._frames, f"{question.key}.{column.key}", _LONG)
            for match in [match for form in forms for match in form.finditer(passage.body)]:
                text, block = JOINT.sub("", match["answer"]), passage.block
                start = block.text.find(text)
                if (
                    column.key not in row
                    and suits(text, column)
                    and self._claims.is_free(block, start, start + len(text))
                ):
                    row[column.key] = text
                    self._claims.take(block, start, start + len(text))
        self._first_said(passage, [column for column in long if column.key not in row], row)

    def _whole(self, passage: Passage, question: Question, moves: Mapping[str, set[Move]], row: dict[str, Any]) -> None:
        """A paragraph of which nothing is an answer, for the open column whose words it has most of."""
        move = passage.block.move
        long = [c for c in question.columns if c.type is Type.LONG and moves[c.key] == {move} and c.key not in row]
        text = JOINT.sub("", fullest_run(passage.body, [], self._frames.says))
        if long and move is not Move.SHORTCOMINGS and comes_back(text):
            column = max(long, key=lambda column: sum(word in text for word in _words(column.ask)))
            row[column.key] = text
            self._claims.take_text(passage.block, text)

    def _first_said(self, passage: Passage, columns: Sequence[Question], row: dict[str, Any]) -> None:
        """What a paragraph says before the sentence of an answer, for the first column that may take it."""
        said: list[str] = []
        for sentence in SENTENCE.findall(passage.body):
            start = passage.block.text.find(sentence)
            if self._frames.says(sentence) or not self._claims.is_free(passage.block, start, start + len(sentence)):
                break
            said.append(sentence)
        text = JOINT.sub("", "".join(said).strip().rstrip(ENDS))
        if columns and len(text) < len(passage.body.strip().rstrip(ENDS)) and comes_back(text):
            row[columns[0].key] = text
            self._claims.take_text(passage.block, text)

    def _lacking_in_passing(self, item: Passage, column: Question, row: dict[str, Any]) -> None:
        """What is lacking, where a paragraph about something else says so: ……。差距也是明显的：甲；乙。"""
        for passage in [element for element in item.below if isinstance(element, Passage)]:
            for sentence in SENTENCE.findall(passage.body):
                match = _LEADS[0].match(sentence)
                entries = [clause.strip(ENDS) for clause in clauses_apart(sentence[match.end() :])] if match else []
                if len(entries) > 1 and all(map(comes_back, entries)):
                    row[column.key] = entries
                    for entry in entries:
                        self._claims.take_text(passage.block, entry)
                    return

    def _moves(self, question: Question) -> Mapping[str, set[Move]]:
        moves: dict[str, set[Move]] = {column.key: set() for column in question.columns}
        for frame in self._frames.around:
            key, _dot, column = frame.path.partition(".")
            if key == question.key and column in moves:
                moves[column].add(frame.move)
        return moves

    def _column(
        self, question: Question, move: Move, moves: Mapping[str, set[Move]], row: Mapping[str, Any]
    ) -> Question | None:
        """The open column that the outline says in a move; one that must be answered before the others."""
        of_move = [column for column in question.columns if moves[column.key] == {move} and column.key not in row]
        return next((column for column in of_move if column.required), of_move[0] if of_move else None)

    def _value(self, passage: Passage, question: Question, column: Question) -> Any:
        sentences = [sentence for sentence in SENTENCE.findall(passage.body) if not self._frames.says(sentence)]
        text = "".join(sentences).strip()
        text = text if text in passage.body else "".join(sentences[:1]).strip()
        text = self._without_lead(text, f"{question.key}.{column.key}")
        if column.type is Type.LIST:
            entries = [JOINT.sub("", entry) for entry in _lacking(sentences)]
            return entries if all(map(comes_back, entries)) else []
        if column.type is Type.LONG:
            return text if comes_back(text) else ""
        path = f"{question.key}.{column.key}"
        for form in [*_forms(self._frames, path, _LONGEST), _SAID]:
            match = form.search(passage.body)
            if match and suits(match["answer"], column):
                return match["answer"]
        return ""

    def _without_lead(self, text: str, path: str) -> str:
        """A text without the words at its beginning that the outline says before it: 回头看，"""
        before = [frame.left.lstrip(ENDS) for frame in self._frames.around if frame.path == path]
        said = {*before, *[left.rpartition("，")[2] for left in before]}
        return JOINT.sub(
            "", text.removeprefix(max([left for left in said if text.startswith(left)], key=len, default=""))
        )


def _words(ask: str) -> set[str]:
    """The words of a question, two characters each."""
    return {ask[at : at + 2] for at in range(len(ask) - 1) if ask[at : at + 2].isalpha()}


def _forms(frames: Frames, path: str, longest: int) -> list[re.Pattern[str]]:
    """The expressions that find the answers of a column between the outline's own words."""
    forms = [form_of(frame, longest, long=True) for frame in frames.around if frame.path == path]
    return [form for form in forms if form is not None]


def _lacking(sentences: Sequence[str]) -> list[str]:
    """What is lacking: the clauses of the sentence that is led into, or of the first if that has several."""
    for lead in _LEADS:
        for sentence in sentences:
            if match := lead.match(sentence):
                return [clause.strip(ENDS) for clause in clauses_apart(sentence[match.end() :])]
    entries = [clause.strip(ENDS) for clause in clauses_apart("".join(sentences[:1]))]
    return entries if len(entries) > 1 else []
