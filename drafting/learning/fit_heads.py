"""The headings of rows: what of an item's heading is the answer, and the short names of parts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from drafting.learning.asking import comes_back
from drafting.learning.claims import Claims
from drafting.learning.cues import BODY
from drafting.learning.fit_parts import NAMES_PART
from drafting.learning.frames import SENTENCE, Frames, Shape
from drafting.learning.labelled import who_and_when
from drafting.learning.matching import suits
from drafting.learning.passages import Head, Passage, head_of
from drafting.learning.row_texts import ENDS, is_short
from drafting.outline.model import Question

_DOER = re.compile(f"(?P<who>(?:(?![由请要让在])[^，。；：:、\\d]){{0,14}}?{BODY})[：:](?=[^\\s“《]{{4}})")
_SHORT_CLAUSE = re.compile("(?P<head>[^，。；：、\\d]{2,10})，(?=[^。]{8})")
_TURNS = re.compile("转变")
_TURNED = re.compile(
    "[由从](?P<from>[^，。；由从]{2,16}?)(?:向|转向|转为|到)(?P<to>[^，。；由从]{2,16}?)的?(?:转变|转型|过渡|跨越)\\Z"
)


class HeadFitter:
    """Makes the headings of rows, and claims the text they stand in.

    naming: the table whose rows are parts of the speech. parts: the names of those parts, by their block.
    """

    def __init__(self, claims: Claims, frames: Frames, naming: str = "") -> None:
        self._claims = claims
        self._frames = frames
        self._naming = naming
        self.parts: dict[int, str] = {}

    def row(self, item: Passage, head: Head, question: Question, shape: Shape) -> dict[str, Any]:
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
        second_column = next((c for c in question.columns if c.required and c.key != shape.head), None)
        turned = _TURNED.search(heading) if _TURNS.search(question.ask) and second_column else None
        if turned and second_column and suits(turned["to"], second_column):
            return turned["from"], {second_column.key: turned["to"]}
        return heading, {}

    def _own_heading(self, heading: str, path: str) -> str:
        """A heading without the words at its beginning that the outline says before it: 克服厌烦情绪."""
        lefts = {frame.left for frame in self._frames.around if frame.path == path}
        said = [left[at:] for left in lefts for at in range(len(left) - 1) if heading.startswith(left[at:])]
        return heading[max(map(len, said), default=0) :]


def row_head(item: Passage, column: Question | None, *, whole: bool = False) -> Head:
    """The heading of a row: a sentence over a list, and one that is all the item says, are headings too.

    whole: whether the items beside it, short ones among them, head their rows with all that they say.
    """
    head = head_of(item)
    if head.line or head.lead:
        return head
    is_over_a_list = bool(item.below) and len(SENTENCE.findall(head.rest)) == 1
    is_all = column is not None and column.required and (whole or is_short(item))
    return Head(lead=head.rest) if is_over_a_list or is_all else head


def short_head_apart(head: Head) -> Head:
    """A sentence that heads a row, as its first clause and what tells of that: 县级统筹，把资金捆在一起。

    As it is where the first clause is no short one.
    """
    match = None if head.line or head.rest else _SHORT_CLAUSE.match(head.lead)
    return Head(lead=match["head"], rest=head.lead[match.end() :]) if match else head


def doer_apart(head: Head, columns: Mapping[str, Question]) -> tuple[Head, dict[str, str]]:
    """A heading without the body before its colon, and the cell for who leads: 人事科：补齐教师25人。

    The heading as it is and no cell, where none is named so or no column asks for who leads.
    """
    owner = who_and_when(columns)[0]
    said = head.lead or head.rest
    match = _DOER.match(said) if owner and not head.line else None
    if owner is None or match is None or not suits(match["who"], owner):
        return head, {}
    return Head(rest=said[match.end() :] + (head.rest if head.lead and head.rest != said else "")), {
        owner.key: match["who"]
    }


def say_all_in_one_sentence(items: Sequence[Passage]) -> bool:
    """Whether items say one sentence each and no more, some of them so short that it heads a row."""
    sentences = [len(SENTENCE.findall(item.body)) for item in items if not item.below]
    are_bare = not any(head.line or head.lead for head in map(head_of, items))
    return are_bare and sentences == [1] * len(items) and any(map(is_short, items))
