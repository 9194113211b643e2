"""Lists and tables of an outline found in a speech: its own lists, its headings, and sentences that list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from drafting.draft import Block, Move
from drafting.learning.asking import comes_back
from drafting.learning.claims import Claims, text_of
from drafting.learning.cues import Cues
from drafting.learning.frames import Frames, Shape
from drafting.learning.matching import form_of, suits
from drafting.learning.passages import Element, Head, Listing, Passage, head_of
from drafting.learning.row_texts import (
    CLAUSE,
    ENDS,
    TO_DO,
    is_little_but,
    is_short,
    parted,
    without_must,
    without_stops,
)
from drafting.learning.texts import agenda_in
from drafting.outline.model import Question, Type

_SENTENCES = re.compile("[^。！？!?]+[。！？!?：:]*")
_CLAUSES = re.compile("[^，。；！？,;!?\n]+[，。；！？,;!?\n]*")
_IN_CHARGE = re.compile("牵头|负责|负总责|主抓|承办")
_OWNER = re.compile("由(?P<answer>[^，。；：,;:由]{2,30}?)(?:牵头|负责|负总责|主抓|承办)")
_DUE = re.compile(
    r"(?<![^，。；,;])(?:要在|在|于)?(?P<answer>[\d零一二三四五六七八九十年今明]{0,7}[\d一二三四五六七八九十]{1,2}月"
    r"(?:底|末|[上中下]旬|\d{1,2}[日号])?)(?:之?前|以前)[^，。；,;]{0,6}(?![^，。；,;])"
)
_OF_WORK = (Move.GOALS, Move.TASKS, Move.GUARANTEE)
_JUST_NOW = re.compile("刚才|刚刚|会上|会前|[上下]午|前面")
_SEEN = re.compile("看|参观|观摩|考察")
_NAMES_PART, _BELONGS = re.compile("部分的简称"), re.compile("属于哪一?个?部分")
_WITHOUT_MUST = "不带“要”字"  # as the help of a column says it
_DID = re.compile(
    "(?:也|还|又)?(?:分别|先后|一起)?(?:作|对|就|通报|传达|宣读|介绍|总结|部署|汇报|表彰|签|回顾|讲|发言|主持|观看|参观|学习|颁|发布|进行)"
)


class ListFitter:
    """Finds the entries of lists and tables, and claims the text they stand in."""

    def __init__(self, claims: Claims, frames: Frames, tree: Sequence[Element], cues: Cues) -> None:
        self._claims = claims
        self._frames = frames
        self._tree = tree
        self._cues = cues
        self._parts: dict[int, str] = {}  # short names of the items that became parts of the outline, by block

    def entries(self, question: Question, shape: Shape) -> list[Any]:
        """The entries of a list or the rows of a table, each a stretch of the speech; none if there are too few."""
        if part := _part_column(question):
            return self._of_parts(question, part)
        if shape.headings and not question.columns and not shape.enumerated:
            return self._headings(question, shape)
        items = self._items_for(question, shape) if shape.enumerated else []
        if items and _fits(question, items):
            to_do = any(TO_DO.match(head_of(item).rest) for item in items if not item.below)
            rows = [row for item in items if (row := self._row(item, question, shape, to_do_beside=to_do))]
            return without_stops(rows) if any(item.body.endswith(("；", ";")) for item in items) else rows
        if question.type is Type.TABLE:
            return self._running(question)
        return self._clauses(question, shape) if shape.enumerated else []

    def _headings(self, question: Question, shape: Shape) -> list[str]:
        """A list whose entries are the headings of the speech's parts."""
        heads: list[tuple[Block, str]] = []
        for move in (shape.headings[place] for place in sorted(shape.headings)):
            for item in _items(self._tree):
                head = head_of(item).line
                if item.block.move is move and head and all(item.block is not block for block, _head in heads):
                    heads.append((item.block, head))
                    break
        if len(heads) < len(shape.headings) or not _fits(question, heads):
            return []
        for block, head in heads:
            self._claims.take_text(block, head)
        return [head for _block, head in heads]

    def _items_for(self, question: Question, shape: Shape) -> list[Passage]:
        """The items that are the rows: those of the list of its move of which the columns hold the most."""
        best: list[Passage] = []
        most = 0
        for listing, around in _listings(self._tree):
            items = [item for item in listing.items if item.block.move is shape.move and self._is_free(item)]
            held = sum(self._held(item, question, shape) for item in items)
            texts = [around, *[item.body for item in items]]
            if len(items) > 1 and held > most and self._cues.is_kind(shape.move, question, texts):
                best, most = items, held
        return best

    def _is_free(self, item: Passage) -> bool:
        """Whether nothing of an item, or of what stands below it, is an answer already."""
        return all(map(self._claims.is_free, item.walk()))

    def _held(self, item: Passage, question: Question, shape: Shape) -> int:
        """How many characters of an item the columns would hold."""
        if any(_NAMES_PART.search(column.ask) for column in question.columns):
            return sum(len(block.text) for block in item.walk())  # what stands below goes into the table of the rows
        head = head_of(item)
        has_text = bool(shape.texts) or question.type is Type.LIST
        held = len(head.line or head.lead) if shape.head else 0
        held += len(text_of(head, item)) if has_text else 0
        for element in item.below:
            if isinstance(element, Listing) and shape.details:
                held += sum(len(entry.block.text) for entry in element.items)
        return held if not shape.head or head.line or head.lead else held // 2

    def _row(self, item: Passage, question: Question, shape: Shape, *, to_do_beside: bool) -> Any:
        """An item as a row of a table or an entry of a list; None if nothing of it can be one.

        to_do_beside: whether an item beside it begins with what is to be done.
        """
        head = head_of(item)
        if question.type is Type.LIST:
            entry = item.body.rstrip(ENDS) if comes_back(item.body) else ""
            self._claims.take_text(item.block, entry)
            return entry or None
        row: dict[str, Any] = {}
        columns = {column.key: column for column in question.columns}
        name = next((column.key for column in question.columns if _NAMES_PART.search(column.ask)), "")
        if not (head.line or head.lead) and item.below and len(_SENTENCES.findall(head.rest)) == 1:
            head = Head(lead=head.rest)  # a sentence over a list is its heading
        column = columns.get(shape.head)
        if column is not None and column.required and not (head.line or head.lead) and is_short(item):
            head = Head(lead=head.rest)  # so is one that is all the item says
        heading = (head.line or head.lead).rstrip(ENDS)
        if shape.head and comes_back(heading):
            row[shape.head] = heading
            self._claims.take_text(item.block, heading)
        no_must = bool(shape.details) and _WITHOUT_MUST in columns[shape.details].help
        bare = without_must if no_must else lambda entry: [entry]
        if name and heading:
            row[name] = self._parts[id(item.block)] = re.split("[，,；;、]", heading)[0]
        text = text_of(head, item)
        for key, column in columns.items():
            if key != shape.head and column.type is not Type.LIST and (value := self._cell(question, column, text)):
                row[key] = value
                self._take_item(item, value)
        text = self._trimmed(text, [cell for key, cell in row.items() if key != shape.head])
        if shape.details and not any(isinstance(element, Listing) for element in item.below):
            all_to_do = to_do_beside or bool(row.keys() - {shape.head})
            text, to_do = parted(text, all_to_do=all_to_do) if shape.move in _OF_WORK else (text, [])
            row |= {shape.details: [part for entry in to_do for part in bare(entry)]} if to_do else {}
            for entry in to_do:
                self._take_item(item, entry)
        own = next((key for key in shape.texts if key not in row and columns[key].type is Type.LONG), "")
        own = own or next((key for key in shape.texts if key not in row and columns[key].type is Type.TEXT), "")
        was_done = shape.move in (Move.ACHIEVEMENTS, Move.EXPERIENCE) and not shape.details
        if own and not text and was_done and columns[own].type is Type.LONG:
            text = self._list_below(item)
        text = text.rstrip("；;")
        if own and comes_back(text, several=columns[own].type is Type.LONG):
            row[own] = text
            self._take_item(item, text)
        if shape.details:
            below = [inner for element in item.below if isinstance(element, Listing) for inner in element.items]
            sound = [inner for inner in below if comes_back(inner.body.rstrip(ENDS))]
            details = [entry for inner in sound for entry in bare(inner.body.rstrip(ENDS))]
            for inner in sound:
                self._claims.take_text(inner.block, inner.body.rstrip(ENDS))
            row |= {shape.details: details} if details else {}
        return {key: row[key] for key in columns if key in row} or None

    def _of_parts(self, question: Question, part: Question) -> list[Any]:
        """The rows of a table that names the part each belongs to: the lists below the items that became the parts."""
        columns = {column.key: column for column in question.columns}
        shape = Shape(Move.TASKS, head=next((key for key, c in columns.items() if c.required and key != part.key), ""))
        shape.details = next((key for key, column in columns.items() if column.type is Type.LIST), "")
        shape.texts = [key for key, column in columns.items() if column.type is Type.LONG]
        rows = []
        for item in [item for listing, _around in _listings(self._tree) for item in listing.items]:
            below = [entry for element in item.below if isinstance(element, Listing) for entry in element.items]
            name = self._parts.get(id(item.block))
            for entry in below if name else ():
                if row := self._row(entry, question, shape, to_do_beside=True):
                    rows.append({key: row.get(key, name) for key in columns if key in row or key == part.key})
        return rows if _fits(question, rows) else []

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
        """A text without the clauses at its ends that are the outline's own, or hold little but an answer."""
        clauses = _CLAUSES.findall(text)
        for end in (0, -1):
            while clauses and (self._frames.says(clauses[end]) or is_little_but(clauses[end], cells)):
                del clauses[end]
        return "".join(clauses).strip(ENDS) if len(clauses) < len(_CLAUSES.findall(text)) else text

    def _cell(self, question: Question, column: Question, text: str) -> str:
        """An answer of a column that the words beside it betray: the outline's own, or those for owner and date due."""
        frames = [frame for frame in self._frames.around if frame.path == f"{question.key}.{column.key}"]
        forms = [form_of(frame, 30, long=False) for frame in frames]
        if column.type is Type.TEXT and any(_IN_CHARGE.match(frame.right) for frame in frames):
            forms.append(_OWNER)
        if column.type is Type.DATE:
            forms.append(_DUE)
        for form in filter(None, forms):
            found = [match["answer"] for match in form.finditer(text)]
            if len(found) == 1 and suits(found[0], column):
                return found[0]
        return ""

    def _take_item(self, item: Passage, text: str) -> None:
        for line in text.split("\n"):
            for block in (item.block, *[e.block for e in item.below if isinstance(e, Passage)]):
                self._claims.take_text(block, line)

    def _running(self, question: Question) -> list[dict[str, str]]:
        """A table whose rows stand in one sentence: 刚才，who did，who did."""
        if len(question.columns) != 2:
            return []
        who, did = question.columns
        frames = [frame for frame in self._frames.around if frame.path == f"{question.key}.{who.key}"]
        moves = {frame.move for frame in frames if _JUST_NOW.search(frame.left)}
        for block in self._claims.blocks:
            agenda = agenda_in(block.text) if block.move in moves else None
            rows = []
            for clause in agenda.entries if agenda else ():
                verb = _DID.search(clause, 2)
                at = block.text.find(clause)
                if verb is None or bool(_SEEN.search(clause)) < bool(_SEEN.search(question.ask)):
                    break
                if not self._claims.is_free(block, at, at + len(clause)):
                    break
                rows.append({who.key: clause[: verb.start()], did.key: clause[verb.start() :]})
            if rows and _fits(question, rows) and all(comes_back(cell) for row in rows for cell in row.values()):
                for row in rows:
                    self._claims.take_text(block, "".join(row.values()))
                return rows
        return []

    def _clauses(self, question: Question, shape: Shape) -> list[str]:
        """A list in one sentence: behind the colon or at the end of a paragraph of its move, parted by semicolons."""
        for block in self._claims.blocks:
            if block.move is not shape.move or block.marker or not self._claims.is_free(block):
                continue
            for sentence in re.findall("[^。！？!?]+", block.text):
                clauses = [clause.strip() for clause in CLAUSE.split(re.split("[：:]", sentence)[-1])]
                if len(clauses) > 1 and _fits(question, clauses) and all(map(comes_back, clauses)):
                    for clause in clauses:
                        self._claims.take_text(block, clause)
                    return clauses
        return []


def _part_column(question: Question) -> Question | None:
    """The column in which the rows of a table name the part that they belong to."""
    return next((column for column in question.columns if _BELONGS.search(column.ask)), None)


def _fits(question: Question, entries: Sequence[Any]) -> bool:
    """Whether a question takes so many entries."""
    most = len(entries) if question.at_most is None else question.at_most
    return max(1, question.at_least) <= len(entries) <= most


def _listings(tree: Sequence[Element], above: str = "") -> Iterator[tuple[Listing, str]]:
    """All lists, the outer before those in them, each with what is said above it."""
    before = ""
    for element in tree:
        if isinstance(element, Listing):
            yield element, f"{above}\n{before}"
        for passage in element.entries if isinstance(element, Listing) else (element,):
            yield from _listings(passage.below, passage.body)
        before = "" if isinstance(element, Listing) else element.body


def _items(tree: Sequence[Element]) -> Iterator[Passage]:
    """The items of the outermost lists."""
    for element in tree:
        if isinstance(element, Listing):
            yield from element.items
        elif element.block.marker:
            yield element
