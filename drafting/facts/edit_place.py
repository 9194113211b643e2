"""A YAML text changed in place: an answer put, taken out or moved, all else left as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from drafting.facts.edit_lines import Lines
from drafting.facts.edit_paths import Steps, value_at
from drafting.facts.edit_tree import Entry, Kind, Piece, pieces
from drafting.facts.edit_write import WIDEST, Hand, fits_block, inline, is_one_line, name

_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")
_BLANKS = re.compile(r"[ \t]*")


class UnsafeError(Exception):
    """This cannot be done in place."""


class Editor:
    """One change of one text. Whoever calls must read the result back: what stands around it may forbid it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = Lines(text)
        self._root = pieces(text)
        self._hand = Hand(self._lines.mark, dash=self._usual_dash())

    def put(self, steps: Steps, wanted: Any, order: Sequence[str] = ()) -> str:
        """The text with the value that `wanted`, the whole data, has at the path. order: see `with_answer`."""
        within = self._root
        if within is None:
            return self._begun(str(steps[0]), value_at(wanted, steps[:1]))
        for depth, step in enumerate(steps, 1):
            value, entry = value_at(wanted, steps[:depth]), within.find(step)
            if entry is None:
                return self._added(within, steps[:depth], value, order)
            if depth == len(steps) or entry.value.kind is Kind.SCALAR or not (entry.value.entries or within.flow):
                return self._replaced(within, entry, value)
            within = entry.value
        raise UnsafeError

    def extend(self, steps: Steps, values: Sequence[Any]) -> str:
        """The text with entries added at the end of the list at the path, which has some."""
        within = self._chain(steps)[-1][1].value
        if within.kind is not Kind.LIST or not within.entries:
            raise UnsafeError
        return self._appended(within, values)

    def rewrite(self, key: str | int, wanted: Any) -> str:
        """The text with all of one answer written anew."""
        return self.put((key,), wanted) if key in wanted else self.remove((key,), wanted)

    def remove(self, steps: Steps, left: Any) -> str:
        """The text without what stands at the path. left: what the list or mapping around it is then."""
        *above, (within, entry) = self._chain(steps)
        place = within.entries.index(entry)
        if len(within.entries) == 1 and above:
            return self._replaced(*above[-1], left)
        if within.flow:
            if place + 1 < len(within.entries):
                return self._cut(entry.start, within.entries[place + 1].start)
            return self._cut(within.entries[place - 1].end if place else entry.start, entry.end)
        if not self._lines.begins_line(entry.start):
            if entry is within.entries[-1]:
                raise UnsafeError
            return self._cut(entry.start, within.entries[place + 1].start)
        return self._cut(self._lines.start(self._head(entry)), self._lines.below(entry.end, self._column(entry)))

    def move(self, steps: Steps, to: int) -> str:
        """The text with the entry at the path in place `to` of its list; what stands between the entries stays."""
        within, entry = self._chain(steps)[-1]
        spans = [(one.start, one.end) if within.flow else self._row_span(one) for one in within.entries]
        order = list(range(len(spans)))
        order.insert(to - 1, order.pop(within.entries.index(entry)))
        made, at = "", 0
        for slot, source in zip(spans, order, strict=True):
            start, end = spans[source]
            made += self._text[at : slot[0]] + self._text[start:end]
            at = slot[1]
        return made + self._text[at:]

    def _chain(self, steps: Steps) -> list[tuple[Piece, Entry]]:
        """The collections on the way, each with its entry that leads on."""
        chain = []
        within = self._root
        for step in steps:
            entry = within.find(step) if within else None
            if within is None or entry is None:
                raise UnsafeError
            chain.append((within, entry))
            within = entry.value
        return chain

    def _begun(self, key: str, value: Any) -> str:
        """A text without content, with its first answer."""
        return self._lines.insert(len(self._text), name(key) + ":" + self._hand.behind(value, 0))

    def _added(self, within: Piece, steps: Steps, value: Any, order: Sequence[str]) -> str:
        """The text with a new entry in a list or mapping that has some."""
        if not within.entries:
            raise UnsafeError
        step = steps[-1]
        if within.kind is Kind.LIST and isinstance(step, int):
            return self._appended(within, [value])
        if within.kind is not Kind.MAP or isinstance(step, int):
            raise UnsafeError
        entry, is_before = _neighbour(within, steps, order)
        column = self._column(within.entries[0])
        if within.flow:
            typed = f"{name(step)}: {inline(value, flow=True)}"
            return self._cut(entry.start, entry.start, f"{typed}, ") if is_before else self._after(entry, typed)
        typed = name(step) + ":" + self._hand.behind(value, column)
        if is_before:
            return self._cut(entry.start, entry.start, typed + self._hand.end + " " * column)
        return self._lines.insert(self._lines.below(entry.end, column), " " * column + typed)

    def _appended(self, within: Piece, values: Sequence[Any]) -> str:
        """The text with entries more at the end of a list, written as the one before them."""
        last = within.entries[-1]
        if within.flow:
            return self._after(last, ", ".join([inline(value, flow=True) for value in values]))
        column = self._column(last)
        lines = [" " * column + "-" + self._entry(value, last.value, column) for value in values]
        return self._lines.insert(self._lines.below(last.end, column), self._hand.end.join(lines))

    def _entry(self, value: Any, like: Piece, column: int) -> str:
        """What stands behind a dash: in braces, if its neighbour is and that is short enough."""
        if (
            like.flow
            and isinstance(value, (dict, list))
            and is_one_line(value)
            and len(typed := inline(value)) <= WIDEST
        ):
            return " " + typed
        return self._hand.item(value, column)

    def _after(self, entry: Entry, typed: str) -> str:
        return self._cut(entry.end, entry.end, f", {typed}")

    def _replaced(self, within: Piece, entry: Entry, value: Any) -> str:
        """The text with another value in an entry; comments beside it stay."""
        old = entry.value
        mark = old.style if old.style in ("'", '"') else ""
        if within.flow or self._stays_inline(value, old):
            return self._with_inline(entry, inline(value, mark, within.flow))
        column = self._column(entry)
        comment, end = self._comment(entry)
        if isinstance(value, str):
            head, _end, body = self._hand.text(value, column + self._hand.step).partition(self._hand.end)
            return self._cut(entry.behind, end, f" {head}{comment}{self._hand.end}{body}")
        if old.is_block and old.start == old.entries[0].start:
            inner = self._column(old.entries[0])
            if isinstance(value, list) or inner > column:
                return self._cut(old.start, old.end, self._hand.block(value, inner))
        if within.kind is Kind.LIST:
            return self._cut(entry.behind, end, self._hand.item(value, column) + comment)
        return self._cut(entry.behind, end, comment + self._hand.behind(value, column))

    def _stays_inline(self, value: Any, old: Piece) -> bool:
        """Whether a value goes on the line of its key or dash."""
        if isinstance(value, str):
            return not fits_block(value)
        is_short = old.flow and bool(old.entries) and is_one_line(value) and len(inline(value)) <= WIDEST
        return not value or is_short

    def _with_inline(self, entry: Entry, typed: str) -> str:
        old = entry.value
        if old.empty:
            return self._cut(entry.behind, entry.behind, f" {typed}")
        if old.is_block_text:
            comment, end = self._comment(entry)
            return self._cut(old.start, end, typed + comment)
        if old.is_block:
            between = self._text[entry.behind : old.start]
            return self._cut(entry.behind, old.end, f" {typed}" + (between.rstrip() if "#" in between else ""))
        return self._cut(old.start, old.end, typed)

    def _comment(self, entry: Entry) -> tuple[str, int]:
        """The comment in the line of an entry, and how far its old value reaches, that comment and blanks included."""
        old, end = entry.value, entry.end
        first = _COMMENT.match(self._text, entry.behind)
        comment = first.group() if first else ""
        if old.is_block_text:
            header = _COMMENT.search(self._text, old.start, self._lines.end(old.start))
            comment += header.group() if header else ""
        elif old.empty:
            end = first.end() if first else end
        elif not old.is_block and (behind := _COMMENT.match(self._text, end)):
            comment, end = comment + behind.group(), behind.end()
        blanks = _BLANKS.match(self._text, end)
        return comment, blanks.end() if blanks else end

    def _head(self, entry: Entry) -> int:
        """Where an entry in lines of its own begins, comments above that are clearly its own included."""
        return self._lines.comments_above(entry.start, self._lines.below(entry.end, self._column(entry)))

    def _span(self, entry: Entry) -> tuple[int, int]:
        """An entry in lines of its own, with its comments and without the last line end."""
        below = self._lines.below(entry.end, self._column(entry))
        return self._head(entry), self._lines.without_break(below)

    def _row_span(self, entry: Entry) -> tuple[int, int]:
        """As `_span`, with all comments right above: what is said of a row goes where the row goes."""
        top, end = self._span(entry)
        return min(top, self._lines.right_above(entry.start)), end

    def _usual_dash(self) -> int:
        """How far the dashes of lists stand behind their keys in this file."""
        for entry in self._root.entries if self._root else ():
            if entry.value.is_block and entry.value.kind is Kind.LIST and not self._root_is_flow:
                return max(0, self._column(entry.value.entries[0]) - self._column(entry))
        return Hand().dash

    @property
    def _root_is_flow(self) -> bool:
        return self._root is not None and self._root.flow

    def _column(self, entry: Entry) -> int:
        return entry.start - self._lines.start(entry.start)

    def _cut(self, start: int, end: int, typed: str = "") -> str:
        """The text with `typed` in the place of what stands between two offsets."""
        return self._text[:start] + typed + self._text[end:]


def _neighbour(within: Piece, steps: Steps, order: Sequence[str]) -> tuple[Entry, bool]:
    """The entry beside which a new key goes, and whether it goes before it."""
    names = [step for step in steps if isinstance(step, str)]
    above, wanted = "".join(f"{one}." for one in names[:-1]), ".".join(names)
    place = order.index(wanted) if wanted in order else 0
    for path, is_before in [(path, False) for path in reversed(order[:place])] + [
        (path, True) for path in (order[place + 1 :] if wanted in order else ())
    ]:
        key = path.removeprefix(above)
        if path.startswith(above) and "." not in key and (entry := within.find(key)):
            return entry, is_before
    return within.entries[-1], False
