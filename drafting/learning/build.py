"""From the editions of a speech, set in step, to the parts of an outline and its questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from drafting.chinese.enumerators import Style
from drafting.chinese.previews import foretells
from drafting.draft import Move, Role
from drafting.learning.asking import MOVES, Book
from drafting.learning.counts import count_entries, count_heading, count_items
from drafting.learning.editions import GROUP, Row, announced, called, group_of, in_step, newest, style_of_all
from drafting.learning.emptied import goes_with_its_list, goes_with_list
from drafting.learning.grids import columns_of, dashed_items, grid_parts, in_stretches, sign_of_row
from drafting.learning.joining import may_join, merged
from drafting.learning.likeness import text_likeness
from drafting.learning.passages import Element, Head, Listing, Passage, head_of
from drafting.learning.stretches import is_mostly_one, is_one, move_of, stretches_of
from drafting.learning.tables import heads_a_part, only_some_hold_rows, table_part
from drafting.learning.texts import CONTENT, Writer
from drafting.learning.wording import literal, paragraph

Part = dict[str, Any]
_ONE_ANSWER = re.compile(r"\{\{ (?P<key>[^\W\d]\w*)(?:\|(?:quoted|titled))? \}\}")
_SAID_AGAIN = 0.75  # how like the items of a list must be, year by year, to be wording


class Builder:
    """Builds the parts. markers: whether enumerators are the outline's, or text like any other."""

    def __init__(self, book: Book, writer: Writer, *, markers: bool = True) -> None:
        self.book = book
        self._writer = writer
        self._markers = markers
        self._heading = ""  # of the item that we are in
        self._frame = ""  # the words that announce the list to come
        self._depth = 0  # how many items we are in
        self._before_is_heading = False  # whether the block before is a heading on a line of its own

    def parts(self, editions: Row[Sequence[Element]]) -> list[Part]:
        """The parts for elements that stand side by side in the same item."""
        styles: set[Style] = set()
        here = frozenset(editions)
        made: list[Part] = []
        for rows in in_stretches(in_step(editions)):
            made = self.with_stretch(made, rows, here, styles)
        return merged(made)

    def with_stretch(
        self, parts: list[Part], rows: Sequence[Row[Element]], here: frozenset[int], styles: set[Style]
    ) -> list[Part]:
        """The parts with those of a stretch of rows behind them: of one element, or of the rows of a table."""
        table = (
            grid_parts(self.book, self._writer, rows, self._frame or self._heading)
            if len(rows) > 1 and columns_of(rows[0])
            else []
        )
        if table:
            self._frame, self._before_is_heading = "", False
            return parts + table
        if dashed := self._dashed(rows):
            return self.followed_by(parts, [dashed])
        for row in rows:
            parts = self.followed_by(parts, self.element(row, here, styles))
        return parts

    def _dashed(self, rows: Sequence[Row[Element]]) -> Part | None:
        """The part that repeats over paragraphs that begin with one sign and are new each year; None for any others."""
        items = dashed_items(rows, self.book.editions)
        move = newest(items)[0].block.move if items else None
        if move not in CONTENT or not self._writer.facts:
            return None
        mark = self.book.mark()
        part = table_part(self.book, items, None, move.value, self._about(move), sign=sign_of_row(rows[0]))
        if part is None:
            self.book.back_to(mark)
            return None
        self._frame, self._before_is_heading = "", False
        return {"move": move.value, **part}

    def followed_by(self, parts: list[Part], more: list[Part]) -> list[Part]:
        """The parts with others behind them; what announces a list of answers counts them."""
        if parts and more:
            first = more[0]["parts"][0] if set(more[0]) == {"move", "parts"} else more[0]
            count_entries(parts[-1], first, self.book)
            goes_with_list(parts, first, self.book)
        return parts + more

    def element(self, row: Row[Element], here: frozenset[int], styles: set[Style]) -> list[Part]:
        """The parts for a passage or a list. here: the editions that could have it. styles: of the lists beside it."""
        listings = {edition: element for edition, element in row.items() if isinstance(element, Listing)}
        if not listings:
            passages = {edition: element for edition, element in row.items() if isinstance(element, Passage)}
            part = self._passage(passages, here, None)
            self._frame = announced(newest(passages), always=bool(styles))
            return [part]
        parts = self._listing(listings, here)
        self._frame = ""
        style = next(iter(listings.values())).style
        if style in styles:  # a second list of the kind counts from one again
            parts = [{"move": parts[0]["move"], "parts": parts}]
        styles |= {style} if style else set()
        return parts

    def _listing(self, listings: Row[Listing], here: frozenset[int]) -> list[Part]:
        style = style_of_all(list(listings.values())) if self._markers else None
        if style is not None and self._wants_table(listings, here):
            mark = self.book.mark()
            tables = self._tables({edition: listing.items for edition, listing in listings.items()}, style)
            if tables is not None:
                self._before_is_heading = False
                return tables
            self.book.back_to(mark)
        inner = frozenset(listings)
        parts = []
        rows = in_step({edition: listing.entries for edition, listing in listings.items()})
        if style is not None and style.limit is not None and len(rows) > style.limit:
            style = None  # all editions together have more items than it can number
        for row in rows:
            if not self._depth:
                self.book.group = group_of(row)
            parts.append(self._passage(row, inner, style if next(iter(row.values())).block.marker else None))
        if inner == here:
            return parts
        when = self.book.condition(self._truths(inner, here), self._whether(newest(listings).entries[0]))
        return [{"move": parts[0]["move"], "when": when, "parts": parts}]

    def _wants_table(self, listings: Row[Listing], here: frozenset[int]) -> bool:
        """Whether the items of a list are answers: new each year, or said to be so by what they are about."""
        if not self._writer.facts or not all(listing.unbroken for listing in listings.values()):
            return False
        if len(listings) == 1:
            moves = {item.block.move for listing in listings.values() for item in listing.items}
            return bool(moves & CONTENT)
        first = next(iter(listings.values())).items[0]
        if first.block.move in CONTENT and len({len(listing.items) for listing in listings.values()}) > 1:
            return True
        rows = in_step({edition: listing.items for edition, listing in listings.items()})
        texts = [[item.body for item in row.values()] for row in rows]
        alike = [min([text_likeness(bodies[0], body) for body in bodies[1:]], default=0.0) for bodies in texts]
        return sum(alike) < _SAID_AGAIN * len(alike)

    def _tables(self, items: Row[Sequence[Passage]], style: Style) -> list[Part] | None:
        """The parts that repeat over the items, one for each stretch of one move; None if they do not suit."""
        runs_on = [item.block.runs_on for of_edition in items.values() for item in of_edition]
        inline, apart = self._runs_on([of_edition for of_edition in items.values() if of_edition])
        if any(runs_on) and not inline:
            return None
        stretches = stretches_of(items)
        if (
            len(stretches) > 1
            and self.book.editions == 1
            and (is_one(items, style) or (self._depth and is_mostly_one(items)))
        ):
            stretches = [items]
        if len(stretches) > 1 and (inline or style.limit is not None or self.book.editions > 1):
            return None
        if len(stretches) > 1 and all(len(item) < 2 for stretch in stretches for item in stretch.values()):
            return None
        if len(stretches) > 1 and not self._depth and self._is_foretold(newest(items)):
            return None
        parts: list[Part] = []
        for stretch in stretches:
            of_first = next(iter(stretch.values()))
            if not self._depth:
                self.book.group = MOVES[move_of(of_first)]
            of_all = [item for items in stretch.values() for item in items]
            are_parts = not self._depth and any(map(heads_a_part, of_all))
            are_parts |= len(stretches) > 1 and not self._depth and only_some_hold_rows(of_all)
            if len(stretches) > 1 and (are_parts or len(of_first) < 2):
                for item in of_first:
                    if not self._depth:
                        self.book.group = group_of({0: item})
                    parts.append(self._passage({0: item}, frozenset([0]), style))
                continue
            if are_parts:
                return None
            move = move_of(of_first)
            part = table_part(self.book, stretch, style, move.value, self._about(move), runs_on=inline)
            if part is None:
                return None
            parts.append({"move": move.value, **part, **({"apart": True} if apart else {})})
        return parts

    def _runs_on(self, editions: Sequence[Sequence[Passage]]) -> tuple[bool, bool]:
        """Whether the items of a list stand in one paragraph, and whether it begins with the first of them."""
        firsts = {items[0].block.runs_on for items in editions}
        rests = [item.block.runs_on for items in editions for item in items[1:]]
        begins = firsts == {False} and bool(rests)
        inline = all(rests) and (firsts == {True} or begins)
        return inline, inline and begins and not self._before_is_heading

    def _is_foretold(self, items: Sequence[Passage]) -> bool:
        """Whether each of the parts is named before the first of them, so that none can be added to some of them."""
        before, *_rest = self._writer.whole.partition(items[0].block.text)
        heads = [head_of(item) for item in items]
        return foretells(before, [head.line or head.lead for head in heads])

    def _about(self, move: Move) -> str:
        about = self._frame or self._heading
        return f"{MOVES[move]}（{about}）" if about else MOVES[move]

    def _passage(self, row: Row[Passage], here: frozenset[int], style: Style | None) -> Part:
        """The part for an item or a paragraph, with all below it."""
        first = next(iter(row.values()))
        move = first.block.move
        marked = bool(first.block.marker)
        part: Part = {"move": move.value}
        heads = self._heads(row, with_marker=marked and style is None)
        if style is not None:
            part["number"] = style.name
        inline = all(passage.block.runs_on for passage in row.values())
        if inline:
            part["inline"] = True
        lines = {edition: head.line for edition, head in heads.items() if head.line}
        leads = {edition: head.lead for edition, head in heads.items() if head.lead}
        rests = {edition: head.rest for edition, head in heads.items()}
        if lines or leads:
            part["heading" if lines else "lead"] = paragraph(self._writer.worded(lines or leads, move))
            if style is None:
                part["number"] = "none"
        if any(rests.values()):
            is_text = first.block.role in (Role.PARAGRAPH, Role.ITEM)
            words = self._writer.content if is_text else self._writer.worded
            part["text"] = paragraph(words(rests, move))
        self._before_is_heading = bool(lines) and not any(rests.values())
        self._add_below(part, row, move, newest({**lines, **leads}) if lines or leads else called(newest(row)))
        return self._conditional(part, row, here)

    def _add_below(self, part: Part, row: Row[Passage], move: Move, heading: str) -> None:
        """What stands below an item; paragraphs at its beginning become part of its own text."""
        below = {edition: passage.below for edition, passage in row.items()}
        if not any(below.values()):
            return
        outer, self._heading = self._heading, heading.strip("。，；： \u3000")[:GROUP] or self._heading
        self._depth += 1
        self._frame = announced(newest(row))
        parts = self.parts(below)
        self._heading = outer
        self._depth -= 1
        while parts and may_join(part.get("text", ""), parts[0], move.value):
            text = parts.pop(0)["text"]
            part["text"] = f"{part['text']}\n\n{text}" if "text" in part else text
        if parts:
            part["parts"] = self.followed_by([part], parts)[1:]
            count_heading(part, self.book)
            if self.book.editions == 1:
                count_items(parts, self.book, part)
            goes_with_its_list(part, self.book)

    def _heads(self, row: Row[Passage], *, with_marker: bool) -> Row[Head]:
        """How the passages begin; as one text where they do not begin alike."""
        heads = {edition: head_of(passage) for edition, passage in row.items()}
        kinds = {(bool(head.line), bool(head.lead)) for head in heads.values()}
        runs_on = any(passage.block.runs_on for passage in row.values())
        if len(kinds) > 1 or (runs_on and (True, False) in kinds):
            heads = {edition: Head(rest=passage.body) for edition, passage in row.items()}
        if not with_marker:
            return heads
        marked = {}
        for edition, head in heads.items():
            marker = row[edition].block.marker
            if head.line or head.lead:
                marked[edition] = Head(head.line and marker + head.line, head.lead and marker + head.lead, head.rest)
            else:
                marked[edition] = Head(rest=marker + head.rest)
        return marked

    def _conditional(self, part: Part, row: Row[Passage], here: frozenset[int]) -> Part:
        """The part, under a condition where some editions are without it."""
        if frozenset(row) == here:
            return part
        if len(here) == self.book.editions and (key := _only_answer(part)):
            return {"move": part["move"], "when": key, **part}
        when = self.book.condition(self._truths(frozenset(row), here), self._whether(newest(row)))
        return {"move": part["move"], "when": when, **part}

    def _truths(self, inner: frozenset[int], here: frozenset[int]) -> list[bool | None]:
        return [edition in inner if edition in here else None for edition in range(self.book.editions)]

    def _whether(self, passage: Passage) -> str:
        return f"有没有“{passage.block.text[:16]}……”这一段"


def literal_parts(elements: Sequence[Element]) -> list[Part]:
    """The parts that say just what stands there, a paragraph of the page each."""
    parts: list[Part] = []
    for block in (block for element in elements for block in element.walk()):
        if block.runs_on and parts:
            parts[-1]["text"] += literal(block.text)
        else:
            parts.append({"move": block.move.value, "text": literal(block.text)})
    return [{**part, "text": paragraph(part["text"])} for part in parts]


def _only_answer(part: Part) -> str:
    """The question of a part that says an answer and nothing else; "" for any other part."""
    said = _ONE_ANSWER.fullmatch(part.get("text", "")) if set(part) <= {"move", "text", "inline"} else None
    return said["key"] if said else ""
