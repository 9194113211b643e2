"""Lists and tables of an outline found in a speech: its own lists, its headings, and sentences that list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from drafting.draft import Block
from drafting.learning.asking import comes_back
from drafting.learning.claims import Claims, text_of
from drafting.learning.frames import SENTENCE, Frames, Shape
from drafting.learning.matching import form_of, suits
from drafting.learning.passages import Element, Head, Listing, Passage, head_of
from drafting.learning.texts import agenda_in
from drafting.outline.model import Question, Type

_SENTENCES = re.compile("[^。！？!?]+[。！？!?：:]*")
_CLAUSE = re.compile("[；;]")
_CLAUSES = re.compile("[^，。；！？,;!?\n]+[，。；！？,;!?\n]*")
_FRAME = 7  # characters that a clause may have beside an answer, and say nothing more
_IN_CHARGE = re.compile("牵头|负责|负总责|主抓|承办")
_OWNER = re.compile("由(?P<answer>[^，。；：,;:由]{2,30}?)(?:牵头|负责|负总责|主抓|承办)")
_DUE = re.compile(
    r"(?<![^，。；,;])(?:要在|在|于)?(?P<answer>[\d零一二三四五六七八九十年今明]{0,7}[\d一二三四五六七八九十]{1,2}月"
    r"(?:底|末|[上中下]旬|\d{1,2}[日号])?)(?:之?前|以前)[^，。；,;]{0,6}(?![^，。；,;])"
)
_TO_DO = re.compile(
    "(?:^|[，,；;])(?:要|必须|着力|切实|加快|抓[好紧住]|推[进动行]|完善|建[立成]|健全|强化|加[强大]|确保|严[格把]|深入|大力|积极|全面"
    "|进一步|力争|继续|落实|引进|新[建增]|开[展设]|组织|对.{2,20}(?:排查|检查|整治|清理))|前(?:完成|到位|建成|投用|办完)"
)
_JUST_NOW = re.compile("刚才|刚刚|会上|会前|[上下]午|前面")
_ENDS = "。；;，,：: "
_DID = re.compile(
    "(?:也|还|又)?(?:分别|先后|一起)?(?:作|对|就|通报|传达|宣读|介绍|总结|部署|汇报|表彰|签|回顾|讲|发言|主持|观看|参观|学习|颁|发布|进行)"
)


class ListFitter:
    """Finds the entries of lists and tables, and claims the text they stand in."""

    def __init__(self, claims: Claims, frames: Frames, tree: Sequence[Element]) -> None:
        self._claims = claims
        self._frames = frames
        self._tree = tree

    def entries(self, question: Question, shape: Shape) -> list[Any]:
        """The entries of a list or the rows of a table, each a stretch of the speech; none if there are too few."""
        if shape.headings and not question.columns and not shape.enumerated:
            return self._headings(question, shape)
        items = self._items_for(question, shape) if shape.enumerated else []
        if items and _fits(question, items):
            return [row for item in items if (row := self._row(item, question, shape))]
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
        for listing in _listings(self._tree):
            items = [
                item for item in listing.items if item.block.move is shape.move and self._claims.is_free(item.block)
            ]
            held = sum(self._held(item, question, shape) for item in items)
            if len(items) > 1 and held > most:
                best, most = items, held
        return best

    def _held(self, item: Passage, question: Question, shape: Shape) -> int:
        """How many characters of an item the columns would hold."""
        head = head_of(item)
        has_text = bool(shape.texts) or question.type is Type.LIST
        held = len(head.line or head.lead) if shape.head else 0
        held += len(text_of(head, item)) if has_text else 0
        for element in item.below:
            if isinstance(element, Listing) and shape.details:
                held += sum(len(entry.block.text) for entry in element.items)
        return held if not shape.head or head.line or head.lead else held // 2

    def _row(self, item: Passage, question: Question, shape: Shape) -> Any:
        """An item as a row of a table or an entry of a list; None if nothing of it can be one."""
        head = head_of(item)
        if question.type is Type.LIST:
            entry = item.body.rstrip(_ENDS) if comes_back(item.body) else ""
            self._claims.take_text(item.block, entry)
            return entry or None
        row: dict[str, Any] = {}
        if not (head.line or head.lead) and item.below and len(_SENTENCES.findall(head.rest)) == 1:
            head = Head(lead=head.rest)  # a sentence over a list is its heading
        heading = (head.line or head.lead).rstrip(_ENDS)
        if shape.head and comes_back(heading):
            row[shape.head] = heading
            self._claims.take_text(item.block, heading)
        text = text_of(head, item)
        columns = {column.key: column for column in question.columns}
        for key, column in columns.items():
            if key != shape.head and column.type is not Type.LIST and (value := self._cell(question, column, text)):
                row[key] = value
                self._take_item(item, value)
        text = self._trimmed(text, [cell for key, cell in row.items() if key != shape.head])
        if shape.details and not any(isinstance(element, Listing) for element in item.below):
            text, to_do = _parted(text, all_to_do=bool(row.keys() - {shape.head}))
            row |= {shape.details: to_do} if to_do else {}
            for entry in to_do:
                self._take_item(item, entry)
        own = next((key for key in shape.texts if key not in row and columns[key].type is Type.LONG), "")
        own = own or next((key for key in shape.texts if key not in row and columns[key].type is Type.TEXT), "")
        if own and comes_back(text, several=columns[own].type is Type.LONG):
            row[own] = text
            self._take_item(item, text)
        if shape.details:
            below = [inner for element in item.below if isinstance(element, Listing) for inner in element.items]
            sound = [inner for inner in below if comes_back(inner.body.rstrip(_ENDS))]
            details = [inner.body.rstrip(_ENDS) for inner in sound]
            for inner in sound:
                self._claims.take_text(inner.block, inner.body.rstrip(_ENDS))
            row |= {shape.details: details} if details else {}
        return {key: row[key] for key in columns if key in row} or None

    def _trimmed(self, text: str, cells: Sequence[str]) -> str:
        """A text without the clauses at its ends that are the outline's own, or hold little but an answer."""
        clauses = _CLAUSES.findall(text)
        for end in (0, -1):
            while clauses and (self._frames.says(clauses[end]) or _is_little_but(clauses[end], cells)):
                del clauses[end]
        return "".join(clauses).strip(_ENDS) if len(clauses) < len(_CLAUSES.findall(text)) else text

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
                if verb is None:
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
                clauses = [clause.strip() for clause in _CLAUSE.split(re.split("[：:]", sentence)[-1])]
                if len(clauses) > 1 and _fits(question, clauses) and all(map(comes_back, clauses)):
                    for clause in clauses:
                        self._claims.take_text(block, clause)
                    return clauses
        return []


def _is_little_but(clause: str, cells: Sequence[str]) -> bool:
    return any(cell in clause and len(clause) - len(cell) <= max(_FRAME, len(cell)) for cell in cells)


def _parted(text: str, *, all_to_do: bool) -> tuple[str, list[str]]:
    """The text of a task that has no list: why it is to be done, and what, from the first sentence that says so.

    all_to_do: whether all is to be done where no sentence says so, for somebody is to do it.
    """
    sentences = SENTENCE.findall(text)
    none = 0 if all_to_do else len(sentences)
    first = next((place for place, sentence in enumerate(sentences) if _TO_DO.search(sentence)), none)
    entries = [entry.strip(_ENDS) for sentence in sentences[first:] for entry in _CLAUSE.split(sentence)]
    return "".join(sentences[:first]).strip(), [entry for entry in entries if comes_back(entry)]


def _fits(question: Question, entries: Sequence[Any]) -> bool:
    """Whether a question takes so many entries."""
    most = len(entries) if question.at_most is None else question.at_most
    return max(1, question.at_least) <= len(entries) <= most


def _listings(tree: Sequence[Element]) -> Iterator[Listing]:
    """All lists, the outer before those in them."""
    for element in tree:
        if isinstance(element, Listing):
            yield element
        for passage in element.entries if isinstance(element, Listing) else (element,):
            yield from _listings(passage.below)


def _items(tree: Sequence[Element]) -> Iterator[Passage]:
    """The items of the outermost lists."""
    for element in tree:
        if isinstance(element, Listing):
            yield from element.items
        elif element.block.marker:
            yield element
