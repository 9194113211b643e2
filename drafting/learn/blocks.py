"""Paragraphs and their lists as blocks: an item runs from its marker to the next, or to the end of the paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from drafting.chinese.patterns import pattern
from drafting.draft import Role
from drafting.learn.enumerations import Reading
from drafting.learn.glue import glued_heading
from drafting.learn.lines import BLANKS
from drafting.learn.markers import Before, Candidate, Kind

_HALF_STOP = r"(?<=[\u4e00-\u9fff”）)])\.(?!\d(?!\d?月|\d{3}年))"  # where others write 。
_LEAD = pattern(f"^[^。！？!?；;：:]{{2,60}}?(?:[。！？!?]|{_HALF_STOP})")
_SENTENCE = pattern(f"[。；;！!]|{_HALF_STOP}")
_TURN = pattern("(?<=[。！？!?])(?=在(?:充分)?肯定成绩)")
_WHOLE = pattern("[。！？!?：:]+")
_SENTENCES = 3  # of an item whose last leads into the next list: its heading, its text, the lead
_OWN_LINE = 80
_HALF = 60
_ENDS = "。；;，,：:！!？?…"


@dataclass(slots=True)
class Piece:
    """A block before its move is known.

    lead: how many characters behind the marker are a heading run into the text, or all of it on a line of its own.
    parent: position among the pieces of the item that contains it, -1 for none. siblings: items of its list.
    """

    role: Role
    text: str
    level: int = 0
    marker: str = ""
    runs_on: bool = False
    lead: int = 0
    parent: int = -1
    siblings: int = 0
    number: int = 0
    family: str = ""

    @property
    def heading(self) -> str:
        """The heading without its marker; "" for none."""
        return self.text[len(self.marker) : len(self.marker) + self.lead]

    @property
    def rest(self) -> str:
        """What follows the marker and the heading."""
        return self.text[len(self.marker) + self.lead :]


def pieces_of(paragraphs: Sequence[str], found: Sequence[Candidate], reading: Reading, flat: bool) -> list[Piece]:
    """The blocks of a body in reading order. flat: paragraphs were run together; breaks are put where they belong."""
    by_paragraph: dict[int, list[Candidate]] = defaultdict(list)
    for one in found:
        if one.order in reading.list_of:
            by_paragraph[one.paragraph].append(one)
    pieces: list[Piece] = []
    for index, text in enumerate(paragraphs):
        marked = by_paragraph.get(index)
        if not marked:
            pieces += _turned(text, reading.levels.get(index, 0))
            continue
        first = marked[0].start
        begun = bool(text[:first].strip())
        apart = [(not begun and not at) or (flat and _opens_paragraph(one)) for at, one in enumerate(marked)]
        if begun:
            pieces += _turned(text[:first].rstrip(BLANKS) if apart[0] else text[:first], reading.levels.get(index, 0))
        ends = [*[other.start for other in marked[1:]], len(text)]
        next_ones = [*marked[1:], None]
        for one, other, end, new, last in zip(marked, next_ones, ends, apart, [*apart[1:], True], strict=True):
            owner = reading.list_of[one.order]
            own = text[one.start : end].rstrip(BLANKS) if last else text[one.start : end]
            lead_in = _lead_in(own, one, other, reading)
            item = Piece(Role.ITEM, own[: len(own) - lead_in], owner.level, one.text, runs_on=not new)
            item.siblings, item.number, item.family = len(owner.items), one.number, one.family
            item.lead = _lead(item, alone=new and last)
            pieces += _parted(item) if flat and new else [item]
            if lead_in:
                pieces.append(Piece(Role.PARAGRAPH, own[len(own) - lead_in :], owner.level - 1, runs_on=True))
    return pieces


def _lead_in(text: str, one: Candidate, other: Candidate | None, reading: Reading) -> int:
    """How long the last sentence of a list is, where another list of the kind begins behind it: it leads into that."""
    if other is None or one.kind is not Kind.VERB or one.family != other.family or one.number < 2:
        return 0
    begun = reading.list_of[other.order]
    if other.number != 1 or len(begun.items) < 2 or begun.level != reading.list_of[one.order].level:
        return 0
    text = text.rstrip(BLANKS)
    ends = [match.end() for match in _WHOLE.finditer(text)]
    if len(ends) < (2 if text[-1] in "：:" else _SENTENCES) or ends[-1] < len(text):
        return 0
    return len(text[ends[-2] :].lstrip(BLANKS))


def _opens_paragraph(one: Candidate) -> bool:
    """Whether a marker in run-together text stood at the head of a paragraph."""
    return one.kind is not Kind.VERB and one.family[0] != "其" and one.before is not Before.SEMICOLON


def _parted(item: Piece) -> list[Piece]:
    """An item whose heading was run together with its text, as two paragraphs, where it shows that it was."""
    rest = item.text[len(item.marker) :]
    length = glued_heading(rest) or (item.lead if item.family == "一、" and item.level == 1 else 0)
    if not 0 < length < len(rest):
        return [item]
    text = Piece(Role.PARAGRAPH, rest[length:], item.level)
    item.text, item.lead = item.text[: len(item.marker) + length], length
    return [item, text]


def _turned(text: str, level: int) -> list[Piece]:
    """A paragraph, in two blocks where it turns in its middle from what was achieved to what is lacking."""
    match = _TURN.search(text) if "肯定成绩" in text else None
    if not match or min(match.start(), len(text) - match.start()) < _HALF:
        return [Piece(Role.PARAGRAPH, text, level)]
    at = match.start()
    return [Piece(Role.PARAGRAPH, text[:at], level), Piece(Role.PARAGRAPH, text[at:], level, runs_on=True)]


def _lead(item: Piece, alone: bool) -> int:
    """How long the heading of an item is; 0 for none."""
    rest = item.text[len(item.marker) :]
    if alone and len(rest) <= _OWN_LINE and not _SENTENCE.search(rest) and rest[-1:] not in "，,：:":
        return len(rest)
    match = _LEAD.match(rest)
    return match.end() if match else 0


def set_parents(pieces: list[Piece]) -> None:
    """Note for each block of a speech the item that contains it."""
    open_at: list[int] = []  # by level
    for position, piece in enumerate(pieces):
        if piece.role is Role.ITEM:
            del open_at[max(0, piece.level - 1) :]
            piece.parent = open_at[-1] if open_at else -1
            while len(open_at) < piece.level - 1:
                open_at.append(open_at[-1] if open_at else position)
            open_at.append(position)
        else:
            piece.parent = open_at[piece.level - 1] if 0 < piece.level <= len(open_at) else -1
            if piece.level < len(open_at):
                del open_at[piece.level :]
