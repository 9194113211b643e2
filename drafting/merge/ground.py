"""A stretch of the base and what the hand made of it, token by token."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, repeat
from typing import NamedTuple

from drafting.chinese.punctuation.marks import OPENING
from drafting.merge.apart import apart
from drafting.merge.differences import BREAK, MARKER, Edit, differences
from drafting.merge.figures import as_drafted, cut_alike, may_be_in_words, may_be_otherwise, plain
from drafting.merge.groups import Group
from drafting.merge.model import Seen
from drafting.merge.pieces import Piece, pieces_of
from drafting.merge.tokens import Words, tokens, without_numbers

_QUOTED = 3  # characters of a value with its quotation marks, at least one more
_SEAM = 8  # characters by which the beginning of a paragraph is known in the middle of another one


class Place(NamedTuple):
    """A stretch of one paragraph of the file, in characters."""

    paragraph: int
    start: int
    end: int


class Ground:
    """The tokens of a cluster: in the base, in the file, and what the hand changed between the two.

    pieces: of the base, in one row, with a BREAK between paragraphs.
    starts, ends: where each group begins among them, and where it ends. file: the tokens of the file, numbers as a
    draft writes them. edits: by the hand; a number that it only wrote otherwise is none.
    """

    def __init__(
        self, groups: Sequence[tuple[int, Group]], paragraphs: Sequence[tuple[int, Seen]], words: Words
    ) -> None:
        self._texts = {number: seen.text for number, seen in paragraphs}
        self.pieces: list[Piece] = []
        self.starts: dict[int, int] = {}
        self.ends: dict[int, int] = {}
        for number, group in groups:
            if self.pieces:
                self.pieces.append(Piece(BREAK, -1, None))
            self.starts[number] = len(self.pieces)
            self.pieces += pieces_of(group, words)
            self.ends[number] = len(self.pieces)
        self.base = [piece.text for piece in self.pieces]
        self.file: list[str] = []
        self._raw: list[str] = []  # the same as they are written there
        self._heads: set[int] = set()  # tokens of the file with which a paragraph of the draft begins
        self._offsets: list[tuple[int, int]] = []  # of each token and of the end: the paragraph and the character
        untouched = len(groups) == len(paragraphs) == 1 and groups[0][1].text == paragraphs[0][1].text
        known = set() if untouched else set(self.base)
        for number, seen in paragraphs:
            if self.file:
                self.file.append(BREAK)
                self._raw.append(BREAK)
            if untouched:
                self._add(number, self.base)
                continue
            at = 0
            for seam in [*_seams(seen.text, groups[1:]), len(seen.text)]:
                self._heads.add(len(self.file))
                self._add_by_hand(number, seen.text[at:seam], words, known, at)
                at = seam
        self.edits: list[Edit] = [] if untouched else list(self._compared())
        self._at = self._mapped()

    def _add(self, number: int, parts: Sequence[str], end: int = 0, raw: Sequence[str] = ()) -> None:
        """Add the tokens of a paragraph, or go on with it at `end`. raw: as they are written, if that is otherwise."""
        if end:
            self._offsets.pop()
        self.file += parts
        self._raw += raw or parts
        self._offsets += zip(repeat(number), accumulate(map(len, raw or parts), initial=end), strict=False)

    def _add_by_hand(self, number: int, text: str, words: Words, known: Collection[str], at: int) -> None:
        """Add what the hand worked on: its numbers as the draft writes them, each where it stands."""
        if not (may_be_otherwise(text) or may_be_in_words(text)):
            self._add(number, _unquoted(tokens(text, words), known), at)
            return
        drafted, places = as_drafted(text, "".join(self.base))
        parts = _unquoted(tokens(drafted, words), known)
        self._add(number, parts, at, cut_alike(parts, places, text))

    def _compared(self) -> Iterator[Edit]:
        """The edits by the hand. An enumerator of ours with another number is still that enumerator."""
        base = [plain(part) for part in self.base] if may_be_otherwise("".join(self.base)) else self.base
        before, after = without_numbers(base), without_numbers(self.file, self._heads)
        for index, piece in enumerate(self.pieces):
            if piece.span is None and piece.text != BREAK and not before[index].startswith(MARKER):
                before[index] = without_numbers([piece.text])[0]
        at = new_at = 0
        for edit in [*differences(before, after), Edit(len(before), len(before), len(after), len(after))]:
            if base[at : edit.start] != self.file[new_at : edit.new_start]:
                for step in range(edit.start - at):
                    index, place = at + step, new_at + step
                    if base[index] != self.file[place] and self.pieces[index].span is not None:
                        yield Edit(index, index + 1, place, place + 1)
            if edit.start < len(before) or edit.new_start < len(after):
                yield from apart(self.pieces, self.file, edit)
            at, new_at = edit.end, edit.new_end

    def _mapped(self) -> list[int]:
        """For each token of the base, and for its end, where it is in the file; -1 for those that are not."""
        at = [-1] * (len(self.base) + 1)
        start = new_start = 0
        for edit in [*self.edits, Edit(len(self.base), len(self.base), len(self.file), len(self.file))]:
            at[start : edit.start] = range(new_start, edit.new_start)
            start, new_start = edit.end, edit.new_end
        at[len(self.base)] = len(self.file)
        return at

    def at(self, index: int) -> int:
        """Where a token of the base is in the file; -1 if the hand took it out."""
        return self._at[index]

    def gap_before(self, index: int) -> int:
        """Where in the file something goes that belongs before a token of the base: behind what the hand put there."""
        if self._at[index] >= 0 and index < len(self.base):
            return self._at[index]
        for edit in self.edits:
            if edit.start <= index <= edit.end:
                return edit.new_start if index < edit.end else edit.new_end
        return self._at[index]

    def file_range(self, start: int, end: int) -> tuple[int, int]:
        """What tokens `start` to `end` of the base are in the file, edits that begin or end with them included."""
        first, last = self._at[start], self._at[end - 1] + 1 if end > start else self._at[start]
        for edit in self.edits:  # of two beside each other it is the one that begins there
            if edit.start <= start <= edit.end and (self._at[start] < 0 or edit.start == start):
                first = edit.new_start
            if start < edit.end or start == edit.start:
                break
        for edit in reversed(self.edits):
            if edit.start <= end <= edit.end and (end == start or self._at[end - 1] < 0 or edit.end == end):
                last = edit.new_end
            if edit.start < end or end == edit.end:
                break
        return first, max(first, last)

    def place(self, index: int) -> Place:
        """The place in the file before one of its tokens."""
        number, offset = self._offsets[index]
        return Place(number, offset, offset)

    def places(self, start: int, end: int) -> Iterator[Place]:
        """Where tokens `start` to `end` of the file stand, a stretch for each paragraph."""
        at, found = start, False
        for index in range(start, end + 1):
            if index == end or self.file[index] == BREAK:
                if index > at:
                    last, offset = self._offsets[index - 1]
                    yield Place(last, self._offsets[at][1], offset + len(self._raw[index - 1]))
                    found = True
                at = index + 1
        if not found:
            yield self.place(start)

    def text_of(self, place: Place) -> str:
        """The text of a stretch of the file."""
        return self._texts[place.paragraph][place.start : place.end]

    def written(self, start: int, end: int) -> str:
        """The text of tokens `start` to `end` of the file."""
        return "".join(self._raw[start:end]).replace(BREAK, "\n")

    def said(self, start: int, end: int) -> str:
        """The same with its numbers as a draft writes them."""
        return "".join(self.file[start:end]).replace(BREAK, "\n")

    def stood(self, start: int, end: int) -> str:
        """The text of tokens `start` to `end` of the base."""
        return "".join(self.base[start:end]).replace(BREAK, "\n")


def _unquoted(parts: Sequence[str], known: Collection[str]) -> list[str]:
    """The tokens, a value that the hand has put in quotation marks apart from these. known: the tokens of the base."""
    quoted = {part for part in parts if len(part) > _QUOTED and part[0] in OPENING and part[1:-1] in known}
    if quoted.issubset(known):
        return list(parts)
    found: list[str] = []
    for part in parts:
        found += [part[0], part[1:-1], part[-1]] if part in quoted and part not in known else [part]
    return found


def _seams(text: str, groups: Sequence[tuple[int, Group]]) -> list[int]:
    """Where paragraphs of the draft begin that the hand joined to the one before: their enumerators are still such,
    but not behind figures, with which they would be one number."""
    heads = [group.text[:_SEAM] for _number, group in groups if len(group.text) >= _SEAM]
    found = {text.index(head) for head in heads if text.count(head) == 1 and not text.startswith(head)}
    return sorted(at for at in found if not (text[at - 1].isdecimal() and text[at].isdecimal()))
