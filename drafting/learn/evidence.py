"""What a block says of its own move, and what its place says: the evidence before its neighbours speak."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafting.chinese.patterns import pattern
from drafting.draft import Move, Role
from drafting.i18n import _
from drafting.learn.bare_headings import is_bare
from drafting.learn.blocks import Piece
from drafting.learn.cues import cues
from drafting.learn.phrases import Places, Zones
from drafting.learn.unmarked import address

FIXED = {Role.TITLE: Move.TITLE, Role.BYLINE: Move.BYLINE, Role.SALUTATION: Move.GREETING}
BODY = tuple(move for move in Move if move not in FIXED.values())
"""The moves of a body, in the order in which a speech has them."""

_TURN = pattern(
    "(?:但是?|同时|然而)[,，]?(?:我们|大家|我)?(?:也|更|还|必须|一定)?(?:要|应|必须)?(?:该|当)?(?:清醒|看到|认识到|正视)"
)
_TURNED, _EARLY = 0.3, 0.6
_CLAUSE_END = re.compile("[。；;！？!?]")
_YEAR, _PAST_YEAR = re.compile(r"20\d\d(?=年)"), 4.0
_PAPERS = ("意见", "方案", "要点", "通知", "规划", "计划", "安排")
_MOST = 3000  # characters of a passage that are looked at
_USUAL = 300  # characters of a passage
_HEAD, _BEGINNING = 80, (0, 160)
_TOPIC = 0.5  # what a phrase weighs that stands in the title
# What stands behind the last part, and is the last paragraph, the last but one, or neither.
_AFTER, _LAST_BUT, _LAST = 0.5, 1.2, 2.5
_ONE_OF_GROUPS, _BEHIND_A_LIST = 0.2, 0.3
_SHORT, _SHOWN, _SAID_FIRST = 20, 12, 40
# What is listed before the first part lies in the past: what a model has done, what is still lacking.
_LISTED_BEFORE = ((Move.EXPERIENCE, 2.5), (Move.ACHIEVEMENTS, 1.0), (Move.SHORTCOMINGS, 1.0))
_LISTED_NEXT = ((Move.EXPERIENCE, 0.5), (Move.ACHIEVEMENTS, 0.5), (Move.SHORTCOMINGS, 3.0))  # in a second list
_BARE = "heading"  # the family of headings without a number
_PARTS = 0.3  # of a speech: a list that has less of it is not what the speech consists of
_OPENS = 2  # paragraphs that open a speech which has no parts
Scores = dict[Move, float]


@dataclass(slots=True)
class Passage:
    """A block while its move is looked for: what speaks for each move, and the phrases found.

    headed: what its heading says, a part of the scores. is_part: it is one of the parts of the speech.
    """

    piece: Piece
    scores: Scores
    evidence: list[tuple[float, Move, str]]
    headed: Scores = field(default_factory=dict)
    is_part: bool = False

    def add(self, move: Move, weight: float, why: str) -> None:
        """Let something speak for a move."""
        self.scores[move] += weight
        self.evidence.append((weight, move, why))


def words(passages: Sequence[Passage], title: str) -> None:
    """What passages say of themselves. title: of the speech; its own words tell nothing, they stand everywhere."""
    texts = [_looked_at(passage.piece) for passage in passages]
    zones = [_zones(passage.piece, text) for passage, text in zip(passages, texts, strict=True)]
    for passage, text, own, found in zip(passages, texts, zones, cues().found(texts, zones), strict=True):
        if found:
            body, end = own[-1]
            _weigh(passage, text, found, min(1.0, _USUAL / max(1, end - body)) ** 0.5, title)


def _looked_at(piece: Piece) -> str:
    """The text of a block that is looked at: without its marker, and of a very long one the beginning and the end."""
    text = piece.text[len(piece.marker) :].lstrip()
    return text if len(text) <= _MOST else text[: _MOST // 2] + text[-_MOST // 2 :]


def _zones(piece: Piece, text: str) -> Zones:
    """Heading, beginning and body of a text that is looked at."""
    length = len(text)
    lead = len(piece.heading.lstrip()) if piece.lead else 0
    if piece.role is Role.ITEM or is_bare(piece):
        first, body = min(_HEAD, lead or _first_clause(text)), lead
    else:
        first, body = min(_SAID_FIRST, _first_clause(text)) if length > _SHORT else 0, 0
    return (0, first), _BEGINNING, (body, length)


def _weigh(passage: Passage, text: str, found: Places, scale: float, title: str) -> None:
    """What the cues say that were found in a passage. scale: what one weighs in the running text, by its length."""
    is_item = passage.piece.role is Role.ITEM or is_bare(passage.piece)
    heads = (1.0 if passage.piece.lead else 0.85) if is_item else 0.35
    begins = 0.5 if is_item else 1.0
    known, scores, headed, evidence = cues().known, passage.scores, passage.headed, passage.evidence
    for number, places in found.items():
        table, move, weight = known[number]
        at = places[0]
        if table == 0:
            weight *= heads
            headed[move] = headed.get(move, 0.0) + weight
        elif table == 1:
            weight *= begins * (_looks_back(text) if move is Move.ACHIEVEMENTS else 1.0)
        else:
            weight *= scale * len(places) ** 0.5
        if text[at : at + 2] in title:
            weight *= _TOPIC
        scores[move] += weight
        evidence.append((weight, move, text[at : at + _SHOWN]))


def _looks_back(text: str) -> float:
    """How far a passage that begins with what was achieved stays with it: little where it turns to what is lacking."""
    turn = _TURN.search(text)
    return _TURNED if turn and turn.start() < _EARLY * len(text) else 1.0


def _first_clause(text: str) -> int:
    match = _CLAUSE_END.search(text, 0, _HEAD)
    return match.start() if match else len(text)


def places(passages: Sequence[Passage], body: Sequence[int]) -> None:
    """Where in the speech each block of the body stands."""
    parts, are_most = _parts(passages, body)
    first_part = parts[0] if parts else body[-1] + 1 if body else 0
    inside = [at for at in body if passages[at].piece.role is Role.ITEM or passages[at].piece.parent >= 0]
    last_item = max(inside, default=-1)
    title = "".join([passage.piece.text for passage in passages if passage.piece.role is Role.TITLE])
    this_year = max(_years(title + "".join([passages[at].piece.heading for at in parts])), default=0)
    containers = {passages[position].piece.parent for position in body}
    listed, joined = 0, _joined([passages[position].piece for position in body])
    addressed = {address(passages[at].piece.text): number for number, at in enumerate(body) if at > last_item}
    addressed.pop("", None)
    is_paper = title.endswith(_PAPERS)
    for number, position in enumerate(body):
        passage = passages[position]
        piece = passage.piece
        if this_year and 0 < min(_years(piece.text[:_SHOWN]), default=0) < this_year:
            passage.add(Move.ACHIEVEMENTS, _PAST_YEAR, _("of a year that is over"))
            passage.scores[Move.GOALS] *= _TOPIC
        if not number and len(body) > 2:
            passage.scores[Move.CLOSING] *= 0.2
        if position > first_part or is_paper:
            passage.scores[Move.OPENING] *= 0.2
        if is_paper and position < first_part:
            passage.add(Move.GOALS, 4.5, _("a paper's preamble"))
        elif position < first_part and piece.role is Role.PARAGRAPH and not piece.level:
            if listed < 2 if are_most else number < _OPENS:
                passage.add(Move.OPENING, 4.0 if number == 0 else 1.0, _("before the first part"))
            elif listed and passages[position - 1].piece.role is Role.ITEM:
                passage.scores[Move.OPENING] -= _BEHIND_A_LIST
        elif number < joined:
            passage.add(Move.OPENING, 4.0, _("before the first part"))
        elif position < first_part and piece.role is Role.ITEM and piece.level == 1 and position not in containers:
            passage.scores[Move.OPENING] -= 2.0
            listed += piece.number == 1
            for move, weight in _LISTED_BEFORE if listed < 2 else _LISTED_NEXT:
                passage.add(move, weight, _("a list before the first part"))
        elif piece.level == 0 and position > last_item:
            left = len(body) - 1 - number
            if parts:
                passage.scores[Move.ACHIEVEMENTS] *= _TOPIC
            passage.add(Move.CLOSING, (_LAST, _LAST_BUT, _AFTER)[min(2, left)], _("after the last part"))
            whom = address(piece.text)
            if whom and any(at > number for other, at in addressed.items() if other != whom):
                passage.scores[Move.CLOSING] *= _ONE_OF_GROUPS  # the hearers are addressed group by group
        elif position in parts and are_most:
            _part(passage, position, parts)
        elif position in parts:
            passage.add(Move.TASKS, 1.2, _("a list"))


def _part(passage: Passage, position: int, parts: Sequence[int]) -> None:
    """What it says of a passage that it is a part of the speech, the first or the last of them."""
    passage.is_part = True
    passage.add(Move.TASKS, 1.2, _("a part"))
    passage.scores[Move.SHORTCOMINGS] -= 1.5 if position == parts[0] else 0.5  # no speech begins with them
    if position == parts[-1] and len(parts) > 1:
        passage.add(Move.GUARANTEE, 1.0, _("the last part"))
    if position == parts[0] and len(parts) > 1:
        passage.add(Move.SIGNIFICANCE, 1.0 if len(parts) > 2 else 0.5, _("the first part"))


def _joined(pieces: Sequence[Piece]) -> int:
    """How many blocks the first sentence of the body has: 今天来，一是看看大家，二是听听意见"""
    if not pieces or pieces[0].text[-1:] not in ("，", ","):
        return 0
    return next((number for number, piece in enumerate(pieces) if number and not piece.runs_on), len(pieces))


def _years(text: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(text)]


def _parts(passages: Sequence[Passage], body: Sequence[int]) -> tuple[list[int], bool]:
    """The items that are the parts of the speech: of the outermost lists the one that most of the text stands in."""
    share: dict[str, int] = defaultdict(int)
    members: dict[str, list[int]] = defaultdict(list)
    owner = ""
    for position in body:
        piece = passages[position].piece
        if is_bare(piece) or (piece.role is Role.ITEM and piece.level == 1 and piece.parent < 0):
            owner = "" if piece.runs_on else piece.family or _BARE
            members[owner].append(position)
        elif piece.level == 0 and piece.parent < 0:
            owner = ""
        share[owner] += len(piece.text)
    whole = sum(share.values())
    share.pop("", None)
    best = max(share, key=lambda family: share[family], default="")
    return (members[best] if best else []), best != "" and share[best] >= _PARTS * whole
