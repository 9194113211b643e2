"""Lists and tables of an outline found in a speech: its own lists, and its headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from drafting.draft import Block, Move
from drafting.learning.claims import Claims, text_of
from drafting.learning.cues import Cues, stresses
from drafting.learning.fit_heads import say_all_in_one_sentence
from drafting.learning.fit_layers import layer_column, layers_of
from drafting.learning.fit_parts import PartFitter, holds_items, naming, part_column
from drafting.learning.fit_rows import RowFitter
from drafting.learning.fit_sentences import SentenceFitter, fits
from drafting.learning.fit_tables import with_tabled
from drafting.learning.frames import SENTENCE, Frames, Shape
from drafting.learning.in_line import entries_in_line
from drafting.learning.listings import entries_below, lead_of, listings, outer_items
from drafting.learning.passages import Element, Listing, Passage, head_of
from drafting.learning.rivals import Rivals
from drafting.learning.row_columns import OF_WORK
from drafting.learning.row_texts import TO_DO, entry_of, is_short, is_to_do, without_stops
from drafting.learning.told_demands import demands_below
from drafting.outline.model import Question, Type

_MEASURES = re.compile("措施|怎么做|办法")
_SENTENCES = 3
_NAMED = 10000  # characters that each word of a question outweighs where it stands right above a list
_MOSTLY = 0.6  # of the items of a list: the others are of the same kind
_DEMANDS = re.compile("(?:[几一两二三四五六七八九十][点条项个]|工作|具体|有关)(?:要求|希望|建议)。?\\Z")  # 三、几点要求
# A heading that says only that tasks follow: 二、下半年工作重点, 今年干什么. It heads a part, and is no task.
_ONLY_KIND = re.compile(
    "(?:关于|做好|抓好)?(?:(?:\\d{2,4}|[今明本下])年度?|[上下]半年|(?:下|第?[一二三四])个?(?:季度|阶段)|下一?步|今后|当前|近期)*"
    "(?:一个时期|一段时间)?的?(?:[几一二两三四五六七八九十][点条项个])?"
    "(?:的?(?:主要|重点|工作|任务|措施|要求|打算|安排|部署|思路|希望|建议|意见|举措))+。?"
    "|[^，。；]{0,14}(?:[干做抓]什么|(?:怎么|如何|怎样)(?:去?[干做抓办]|落实|推进))[？?。]?"
)
_SECURES = re.compile("保障|组织领导|责任|合力|督查|考核")  # a question of its own asks for it
_NAMES, _NAME = 8, 16  # the part of an item that may name what is an answer elsewhere too, and its characters
_WORD = 6  # characters; more than a word is a sentence that would be answered twice
_BY_A_DAY = re.compile("[月底日号末]之?前")  # what is due is done by somebody, and secures nothing else
_WISH = re.compile("(?:恭|敬|谨|衷心)?祝(?!贺)")  # nobody does it, and nothing is due


class ListFitter:
    """Finds the entries of lists and tables, and claims the text they stand in."""

    def __init__(
        self, claims: Claims, frames: Frames, tree: Sequence[Element], cues: Cues, questions: Sequence[Question]
    ) -> None:
        self._claims = claims
        self._frames = frames
        self._tree = tree
        self._outermost = {id(element) for element in tree}
        self._part_of = {id(block): part for part, item in enumerate(outer_items(tree)) for block in item.walk()}
        self._cues = cues
        self._rivals = Rivals(questions, frames.shapes, cues)
        self._naming = naming(questions)
        self._layer = next(filter(None, map(layer_column, questions)), None)
        self._rows = RowFitter(claims, frames, self._naming)
        self._parts = PartFitter(claims, frames)
        self._sentences = SentenceFitter(claims, frames, cues)

    def entries(self, question: Question, shape: Shape) -> list[Any]:
        """The entries of a list or the rows of a table, each a stretch of the speech; none if there are too few."""
        if part := part_column(question):
            return self._of_parts(question, part) if holds_items(question) or layer_column(question) else []
        shape = _with_head(question, _with_details(question, shape))
        found = self._found(question, shape)
        return found if question.key == self._naming else with_tabled(found, question, shape, self._claims)

    def _found(self, question: Question, shape: Shape) -> list[Any]:
        """The entries that stand in items or in sentences."""
        if shape.headings and not question.columns and not shape.enumerated:
            return self._headings(question, shape)
        items = self._items_for(question, shape) if shape.enumerated else []
        if items and fits(question, items):
            said = [head_of(item).rest for item in items if not item.below]
            to_do = any(map(TO_DO.match, said)) or 2 * sum(map(is_to_do, said)) >= len(items)
            whole = shape.move not in OF_WORK and say_all_in_one_sentence(items)
            made = [self._row(item, question, shape, to_do_beside=to_do, whole=whole) for item in items]
            rows = [row for row in made if row]
            return without_stops(rows) if any(item.body.endswith(("；", ";")) for item in items) else rows
        if question.type is Type.TABLE:
            return self._sentences.table(question) or self._sentences.points(question, shape)
        if found := entries_in_line(question, self._frames, self._claims):
            return found
        lists = shape.enumerated or shape.move is Move.SHORTCOMINGS  # which are told in one sentence as often
        return self._sentences.clauses(question, shape) if lists else []

    def _row(self, item: Passage, question: Question, shape: Shape, *, to_do_beside: bool, whole: bool) -> Any:
        """An item as a row; one that is a part of the speech leaves its lists to the table of what belongs to it."""
        if question.key != self._naming:
            return self._rows.row(item, question, shape, to_do_beside=to_do_beside, whole=whole)
        row = self._rows.part(item, question, shape)
        self._parts.fill(item, question, row)
        return {column.key: row[column.key] for column in question.columns if column.key in row} or None

    def _headings(self, question: Question, shape: Shape) -> list[str]:
        """A list whose entries are the headings of the speech's parts."""
        heads: list[tuple[Block, str]] = []
        for move in (shape.headings[place] for place in sorted(shape.headings)):
            for item in outer_items(self._tree):
                head = head_of(item).line
                if item.block.move is move and head and all(item.block is not block for block, _head in heads):
                    heads.append((item.block, head))
                    break
        free = all(self._claims.is_free(block, block.text.find(head), len(block.text)) for block, head in heads)
        if len(heads) < len(shape.headings) or not free or not fits(question, heads):
            return []
        for block, head in heads:
            self._claims.take_text(block, head)
        said = [head for _block, head in heads]  # 第一层意思，是感谢
        return [head[1:] for head in said] if all(head.startswith("是") for head in said) else said

    def _items_for(self, question: Question, shape: Shape) -> list[Passage]:
        """The items that are the rows: those of the list of its move of which the columns hold the most."""
        best: list[Passage] = []
        most = 0
        shared = self._rivals.follow(question)
        for listing, around in listings(self._tree):
            if best and shared and not self._in_one_part(best[0], listing):
                break  # the lists of the later parts are for the like question behind it
            are_parts = question.key == self._naming
            items = [
                i
                for i in self._of_move(listing, shape.move, question, around)
                if self._is_free(i, question, heading_alone=are_parts)
            ]
            are_outer = id(listing) in self._outermost  # in one list a task may be about what another table asks for
            items = [
                item
                for item in items
                if not (_WISH.match(item.body) or (are_outer and self._rivals.tell_apart(item, question, shape.move)))
                and (are_parts or not (item.below and _ONLY_KIND.fullmatch(lead_of(item))))
            ]
            held = sum(self._held(item, question, shape) for item in items)
            if not _are_details(listing, best):
                held += _NAMED * self._words(around, items, question)
            texts = [item.body for item in items]
            if (
                len(items) > 1
                and held > most
                and not self._are_parts(listing, items)
                and (not are_parts or are_outer or any(map(entries_below, items)) or all(map(_says_it_itself, items)))
                and self._cues.is_kind(shape.move, question, around, texts)
                and not self._rivals.own(items, question, shape.move)
            ):
                best, most = items, held
        return best if shared or question.key == self._naming else self._with_other_parts(best, question, shape)

    def _with_other_parts(self, items: list[Passage], question: Question, shape: Shape) -> list[Passage]:
        """The items with those of the other parts of their move, where these hold a list each."""
        parts = [part for part in outer_items(self._tree) if part.block.move is shape.move and entries_below(part)]
        own = next((part for part in parts if items and any(items[0] is entry for entry in entries_below(part))), None)
        if own is None:
            return items
        all_items: list[Passage] = []
        for part in parts:
            entries = entries_below(part)
            of_move = [i for i in entries if self._is_free(i, question, heading_alone=False)]
            like = len(of_move) == len(entries) > 1 and all(i.block.move is shape.move for i in entries)
            if part is own:
                all_items += items
            elif (
                like
                and not self._rivals.own(entries, question, shape.move)
                and not self._rivals.are_named(part, question, shape.move)
                and not (shape.move is Move.TASKS and self._asks_conduct(part))
            ):
                all_items += entries
        return all_items if question.at_most is None or len(all_items) <= question.at_most else items

    def _asks_conduct(self, part: Passage) -> bool:
        """Whether a part of tasks says how all are to go about them, and not what else is to be done."""
        return _DEMANDS.search(lead_of(part)) is not None or self._rivals.secures(part, self._frames)

    def _words(self, around: str, items: Sequence[Passage], question: Question) -> int:
        """How many words of a question stand right above a list, and in the headings of most of its items."""
        leads = sorted([self._cues.count(lead_of(item), question) for item in items])
        return self._cues.count(_last_line(around), question) + (leads[(len(leads) - 1) // 2] if leads else 0)

    def _in_one_part(self, item: Passage, listing: Listing) -> bool:
        """Whether an item and a list stand in one of the outermost items, or both in none."""
        return self._part_of.get(id(item.block)) == self._part_of.get(id(listing.entries[0].block))

    def _of_move(self, listing: Listing, move: Move, question: Question, around: str) -> list[Passage]:
        """The items of a list that serve a move: all where most do, for it is of one thing; of parts each its own.

        What is stressed at the end, as is said above it, may secure the tasks as well as be one.
        """
        if stresses(question, _last_line(around)) and all(item.block.move in OF_WORK for item in listing.items):
            return list(listing.items)
        items = [item for item in listing.items if item.block.move is move]
        if id(listing) in self._outermost or len(items) < _MOSTLY * len(listing.items):
            return items
        return [
            item
            for item in listing.items
            if item.block.move is move or not _SECURES.search(lead_of(item)) or _BY_A_DAY.search(item.body)
        ]

    def _are_parts(self, listing: Listing, items: Sequence[Passage]) -> bool:
        """Whether items are parts of the speech beside parts of other kinds, of which not each is a task with measures.

        One holds no list, or half of them hold items that are headings themselves.
        """
        others = {item.block.move for item in listing.items} - {items[0].block.move}
        if id(listing) not in self._outermost or not others:
            return False
        with_lists = [entries for item in items if (entries := entries_below(item))]
        if all(entries_below(item) or _says_it_itself(item) for item in items) and len(with_lists) == 1:
            return False  # 第二，破解难题。……。 beside 第三，提三点希望：……
        deeper = [entries for entries in with_lists if any(entry.below for entry in entries)]
        return 0 < len(with_lists) < len(items) or (deeper != [] and 2 * len(deeper) >= len(with_lists))

    def _is_free(self, item: Passage, question: Question, *, heading_alone: bool) -> bool:
        """Whether no more than a word of an item, or of what stands below it, is an answer already.

        heading_alone: the row takes the heading, and of the text only what is free.
        """
        if question.type is Type.LIST:
            start = item.block.text.find(entry := entry_of(item))
            return self._claims.is_free(item.block, start, start + len(entry))
        taken, whole = self._claims.taken(item.walk()), sum([len(block.text) for block in item.walk()])
        lead = len(item.block.marker) + len(lead_of(item))
        heads = self._claims.is_free(item.block, 0, lead) if lead else self._claims.is_free(item.block)
        return heads and (heading_alone or taken <= max(_WORD, min(whole // _NAMES, _NAME)))

    def _held(self, item: Passage, question: Question, shape: Shape) -> int:
        """How many characters of an item the columns would hold."""
        if question.key == self._naming:
            return sum(len(block.text) for block in item.walk())  # what stands below goes into the table of the rows
        head = head_of(item)
        has_text = bool(shape.texts) or question.type is Type.LIST
        short = head.rest if is_short(item) and not has_text else ""  # all that it says heads the row
        held = len(head.line or head.lead or short) if shape.head else 0
        held += len(text_of(head, item)) if has_text else 0
        for element in item.below:
            if isinstance(element, Listing) and shape.details:
                held += sum(len(entry.block.text) for entry in element.items if _is_detail(entry))
        return held if not shape.head or head.line or head.lead else held // 2

    def _of_parts(self, question: Question, part: Question) -> list[Any]:
        """The rows of a table that names the part each belongs to: the lists below the items that became the parts."""
        columns = {column.key: column for column in question.columns}
        shape = Shape(Move.TASKS, head=next((key for key, c in columns.items() if c.required and key != part.key), ""))
        shape.details = next((key for key, column in columns.items() if column.type is Type.LIST), "")
        shape.texts = [key for key, column in columns.items() if column.type is Type.LONG]
        own = layer_column(question)
        rows = []
        for item in [item for listing, _around in listings(self._tree) for item in listing.items]:
            name = self._rows.parts.get(id(item.block))
            layers = layers_of(item, own or self._layer) if name else {}
            if not name or bool(layers) != bool(own):  # what stands in layers is for the table that has them
                continue
            for place, element in enumerate(item.below):
                for entry in element.items if isinstance(element, Listing) else ():
                    row = self._rows.row(entry, question, shape, to_do_beside=True) or {}
                    row |= {part.key: name} | ({own.key: layers[place]} if own else {}) if row else {}
                    rows += [{key: row[key] for key in columns if key in row}] if row else []
            if own is None and _says_it_itself(item):
                row = self._rows.row(item, question, shape, to_do_beside=True) or {}
                row |= {shape.head: "", part.key: name}  # what heads it is the name of the part
                rows += [{key: row[key] for key in columns if row.get(key)}]
            elif own is None and (how := next((key for key in shape.texts if columns[key].required), "")):
                for block, head, done in demands_below(item):
                    start = block.text.find(head)
                    if self._claims.is_free(block, start, start + len(head)):
                        self._claims.take_text(block, head)
                        self._claims.take_text(block, done)
                        row = {shape.head: head, part.key: name, how: done}
                        rows.append({key: row[key] for key in columns if key in row})
        return rows if fits(question, rows) else []


def _says_it_itself(item: Passage) -> bool:
    """Whether an item says behind its heading, in the same paragraph, what is to be done, and has no list below."""
    head = head_of(item)
    return bool(head.lead and head.rest) and not item.below


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2]


def _is_detail(entry: Passage) -> bool:
    """Whether an entry of a list says no more than a detail does: what says more, or heads a text, is a row itself."""
    return not entry.below and len(SENTENCE.findall(entry.body)) <= _SENTENCES


def _are_details(listing: Listing, rows: Sequence[Passage]) -> bool:
    """Whether a list without headings stands below one of several rows: what names it names details of that row."""
    return any(listing in row.below for row in rows) and not any(map(lead_of, listing.items))


def _with_details(question: Question, shape: Shape) -> Shape:
    """The shape of rows with several lists: what is to be done is enumerated, or said in the text."""
    lists = [column for column in question.columns if column.type is Type.LIST]
    to_do = next((column.key for column in lists if _MEASURES.search(column.ask)), "")
    return replace(shape, details=to_do) if shape.details and to_do else shape


def _with_head(question: Question, shape: Shape) -> Shape:
    """The shape of rows that the outline begins with a short answer instead of a heading: that heads them."""
    first = next((column for column in question.columns if column.key == shape.texts[0]), None) if shape.texts else None
    if shape.head or not shape.enumerated or first is None or first.type is not Type.TEXT or not first.required:
        return shape
    return replace(shape, head=first.key, texts=shape.texts[1:])
