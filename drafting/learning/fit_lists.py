"""Lists and tables of an outline found in a speech: its own lists, its headings, and sentences that list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from drafting.draft import Block, Move
from drafting.learning.asking import comes_back
from drafting.learning.claims import Claims, text_of
from drafting.learning.cues import Cues
from drafting.learning.fit_rows import NAMES_PART, RowFitter
from drafting.learning.frames import SENTENCE, Frames, Shape
from drafting.learning.passages import Element, Listing, Passage, head_of
from drafting.learning.row_texts import CLAUSE, TO_DO, without_stops
from drafting.learning.texts import agenda_in
from drafting.outline.model import Question, Type

_JUST_NOW = re.compile("刚才|刚刚|会上|会前|[上下]午|前面")
_SEEN = re.compile("看|参观|观摩|考察")
_BELONGS = re.compile("属于哪一?个?部分")
_WISH = re.compile("(?:恭|敬|谨|衷心)?祝(?!贺)")  # nobody does it, and nothing is due
_DID = re.compile(
    "(?:也|还|又)?(?:分别|先后|一起)?(?:(?<!合)作|对|就|谈|通报|传达|宣读|介绍|总结|部署|汇报|表彰|签|回顾|讲|发言|主持|观看|参观|学习|颁|发布|进行)"
)


class ListFitter:
    """Finds the entries of lists and tables, and claims the text they stand in."""

    def __init__(self, claims: Claims, frames: Frames, tree: Sequence[Element], cues: Cues) -> None:
        self._claims = claims
        self._frames = frames
        self._tree = tree
        self._cues = cues
        self._rows = RowFitter(claims, frames)

    def entries(self, question: Question, shape: Shape) -> list[Any]:
        """The entries of a list or the rows of a table, each a stretch of the speech; none if there are too few."""
        if part := _part_column(question):
            return self._of_parts(question, part)
        shape = _with_head(question, shape)
        if shape.headings and not question.columns and not shape.enumerated:
            return self._headings(question, shape)
        items = self._items_for(question, shape) if shape.enumerated else []
        if items and _fits(question, items):
            to_do = any(TO_DO.match(head_of(item).rest) for item in items if not item.below)
            rows = [row for item in items if (row := self._rows.row(item, question, shape, to_do_beside=to_do))]
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
            items = [item for item in items if not _WISH.match(item.body)]
            held = sum(self._held(item, question, shape) for item in items)
            texts = [around, *[item.body for item in items]]
            if (
                len(items) > 1
                and held > most
                and not self._are_parts(listing, items)
                and self._cues.is_kind(shape.move, question, texts)
            ):
                best, most = items, held
        return best

    def _are_parts(self, listing: Listing, items: Sequence[Passage]) -> bool:
        """Whether items are parts of the speech beside parts of other kinds, of which one holds a list of its own."""
        others = {item.block.move for item in listing.items} - {items[0].block.move}
        with_lists = [item for item in items if any(isinstance(element, Listing) for element in item.below)]
        return listing in self._tree and bool(others) and 0 < len(with_lists) < len(items)

    def _is_free(self, item: Passage) -> bool:
        """Whether nothing of an item, or of what stands below it, is an answer already."""
        return all(map(self._claims.is_free, item.walk()))

    def _held(self, item: Passage, question: Question, shape: Shape) -> int:
        """How many characters of an item the columns would hold."""
        if any(NAMES_PART.search(column.ask) for column in question.columns):
            return sum(len(block.text) for block in item.walk())  # what stands below goes into the table of the rows
        head = head_of(item)
        has_text = bool(shape.texts) or question.type is Type.LIST
        held = len(head.line or head.lead) if shape.head else 0
        held += len(text_of(head, item)) if has_text else 0
        for element in item.below:
            if isinstance(element, Listing) and shape.details:
                held += sum(len(entry.block.text) for entry in element.items)
        return held if not shape.head or head.line or head.lead else held // 2

    def _of_parts(self, question: Question, part: Question) -> list[Any]:
        """The rows of a table that names the part each belongs to: the lists below the items that became the parts."""
        columns = {column.key: column for column in question.columns}
        shape = Shape(Move.TASKS, head=next((key for key, c in columns.items() if c.required and key != part.key), ""))
        shape.details = next((key for key, column in columns.items() if column.type is Type.LIST), "")
        shape.texts = [key for key, column in columns.items() if column.type is Type.LONG]
        rows = []
        for item in [item for listing, _around in _listings(self._tree) for item in listing.items]:
            below = [entry for element in item.below if isinstance(element, Listing) for entry in element.items]
            name = self._rows.parts.get(id(item.block))
            for entry in below if name else ():
                if row := self._rows.row(entry, question, shape, to_do_beside=True):
                    rows.append({key: row.get(key, name) for key in columns if key in row or key == part.key})
        return rows if _fits(question, rows) else []

    def _running(self, question: Question) -> list[dict[str, str]]:
        """A table whose rows stand in one sentence: 刚才，who did，who did."""
        if len(question.columns) != 2:
            return []
        who, did = question.columns
        frames = [frame for frame in self._frames.around if frame.path == f"{question.key}.{who.key}"]
        asked = _JUST_NOW.search(question.ask)
        moves = {frame.move for frame in frames if asked or _JUST_NOW.search(frame.left)}
        for block in [block for block in self._claims.blocks if block.move in moves]:
            for sentence in SENTENCE.findall(block.text):
                rows = [{who.key: doer, did.key: deed} for doer, deed in self._deeds(block, sentence, question)]
                if rows and _fits(question, rows) and all(comes_back(cell) for row in rows for cell in row.values()):
                    for row in rows:
                        self._claims.take_text(block, "".join(row.values()))
                    return rows
        return []

    def _deeds(self, block: Block, sentence: str, question: Question) -> list[tuple[str, str]]:
        """Who did what in a sentence that begins with 刚才; a clause without a doer goes on with the one before."""
        agenda = agenda_in(sentence)
        deeds: list[tuple[str, str]] = []
        for clause in agenda.entries if agenda else ():
            goes_on = deeds and _DID.match(clause)
            verb = _DID.search(clause, 2)
            at = block.text.find(clause)
            if not (verb or goes_on) or bool(_SEEN.search(clause)) < bool(_SEEN.search(question.ask)):
                break
            if not self._claims.is_free(block, at, at + len(clause)):
                break
            if goes_on and agenda:
                doer, deed = deeds[-1]
                deeds[-1] = doer, f"{deed}{agenda.mark}{clause}"
            elif verb:
                deeds.append((clause[: verb.start()], clause[verb.start() :]))
        return deeds

    def _clauses(self, question: Question, shape: Shape) -> list[str]:
        """A list in one sentence: behind the colon or at the end of a paragraph of its move, parted by semicolons."""
        shapes = self._frames.shapes.items()
        rivals = [key for key, other in shapes if key != question.key and other.move is shape.move]
        for block in self._claims.blocks:
            if block.move is not shape.move or block.marker or not self._claims.is_free(block):
                continue
            if rivals and not self._cues.is_named(shape.move, question, block.text):
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


def _with_head(question: Question, shape: Shape) -> Shape:
    """The shape of rows that the outline begins with a short answer instead of a heading: that heads them."""
    first = next((column for column in question.columns if column.key == shape.texts[0]), None) if shape.texts else None
    if shape.head or not shape.enumerated or first is None or first.type is not Type.TEXT or not first.required:
        return shape
    return replace(shape, head=first.key, texts=shape.texts[1:])


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
