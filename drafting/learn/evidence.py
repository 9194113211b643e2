"""What a block says of its own move, and what its place says: the evidence before its neighbours speak."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafting.chinese.patterns import pattern
from drafting.draft import Move, Role
from drafting.i18n import _
from drafting.learn.blocks import Piece
from drafting.learn.cleaning import Report
from drafting.learn.cues import cues

FIXED = {Role.TITLE: Move.TITLE, Role.BYLINE: Move.BYLINE, Role.SALUTATION: Move.GREETING}
BODY = tuple(move for move in Move if move not in FIXED.values())
"""The moves of a body, in the order in which a speech has them."""

_TURN = pattern(
    "(?:但是?|同时|然而)[,，]?(?:我们|大家|我)?(?:也|更|还|必须|一定)?(?:要|应|必须)?(?:该|当)?(?:清醒|看到|认识到|正视)"
)
_TURNING = ("清醒", "看到", "认识到", "正视")
_CLAUSE_END = re.compile("[。；;！？!?]")
_YEAR, _PAST_YEAR = re.compile(r"20\d\d(?=年)"), 4.0
_PAPERS = ("意见", "方案", "要点", "通知", "规划", "计划", "安排")
_MOST = 3000  # characters of a passage that are looked at
_USUAL = 300  # characters of a passage
_HEAD, _BEGINNING = 80, 160
_TOPIC = 0.5  # what a phrase weighs that stands in the title
# What stands behind the last part, and is the last paragraph, the last but one, or neither.
_AFTER, _LAST_BUT, _LAST = 0.5, 1.5, 2.5
_SHORT, _SHOWN, _SAID_FIRST = 20, 12, 40
# What is listed before the first part lies in the past: what a model has done, what is still lacking.
_LISTED_BEFORE = ((Move.EXPERIENCE, 2.5), (Move.ACHIEVEMENTS, 1.0), (Move.SHORTCOMINGS, 1.0))
Scores = dict[Move, float]


@dataclass(slots=True)
class Passage:
    """A block while its move is looked for: what speaks for each move, and the phrases found.

    headed: what its heading says, a part of the scores. is_part: it is one of the parts of the speech.
    """

    piece: Piece
    scores: Scores
    evidence: dict[Move, list[tuple[float, str]]]
    headed: Scores = field(default_factory=dict)
    is_part: bool = False

    def add(self, move: Move, weight: float, why: str) -> None:
        """Let something speak for a move."""
        self.scores[move] += weight
        self.evidence.setdefault(move, []).append((weight, why))


def words(passage: Passage, title: str, report: Report) -> None:
    """What the passage says of itself. title: of the speech; its own words tell nothing, they stand everywhere."""
    if not report.on("cues"):
        return
    piece = passage.piece
    text = piece.text[len(piece.marker) :]
    blanks = len(text) - len(text.lstrip())
    text = text[blanks:]
    if len(text) > _MOST:
        text = text[: _MOST // 2] + text[-_MOST // 2 :]
    is_item = piece.role is Role.ITEM
    lead = max(0, piece.lead - blanks)
    heading = lead or _first_clause(text)
    body = lead if is_item else 0
    first = min(_HEAD if is_item else _SAID_FIRST, heading) if is_item or len(text) > _SHORT else 0
    zones = ((0, first), (0, _BEGINNING), (body, len(text)))
    turn = _TURN.search(text) if any(word in text for word in _TURNING) else None
    looks_back = 0.3 if turn and turn.start() < 0.6 * len(text) else 1.0
    scale = min(1.0, _USUAL / max(1, len(text) - body)) ** 0.5
    heads = (1.0 if piece.lead else 0.85) if is_item else 0.35
    begins = 0.5 if is_item else 1.0
    for (table, move, weight), found in cues().found(text, zones):
        if table == 0:
            weight *= heads
            passage.headed[move] = passage.headed.get(move, 0.0) + weight
        elif table == 1:
            weight *= begins * (looks_back if move is Move.ACHIEVEMENTS else 1.0)
        else:
            weight *= scale * len(found) ** 0.5
        if text[found[0] : found[0] + 2] in title:
            weight *= _TOPIC
        passage.add(move, weight, text[found[0] : found[0] + _SHOWN])


def _first_clause(text: str) -> int:
    match = _CLAUSE_END.search(text, 0, _HEAD)
    return match.start() if match else len(text)


def places(passages: Sequence[Passage], body: Sequence[int]) -> None:
    """Where in the speech each block of the body stands."""
    parts = _parts(passages, body)
    first_part = parts[0] if parts else body[-1] + 1 if body else 0
    last_item = max((at for at in body if passages[at].piece.role is Role.ITEM), default=-1)
    last_part = parts[-1] if parts else -1
    title = "".join([passage.piece.text for passage in passages if passage.piece.role is Role.TITLE])
    this_year = max(_years(title + "".join([passages[at].piece.heading for at in parts])), default=0)
    containers = {passages[position].piece.parent for position in body}
    is_paper = title.endswith(_PAPERS)
    for number, position in enumerate(body):
        passage = passages[position]
        piece = passage.piece
        if 0 < min(_years(piece.text[:_SHOWN]), default=0) < this_year:
            passage.add(Move.ACHIEVEMENTS, _PAST_YEAR, _("of a year that is over"))
            passage.scores[Move.GOALS] *= _TOPIC
        if position > first_part or is_paper:
            passage.scores[Move.OPENING] *= 0.2
        if is_paper and position < first_part:
            passage.add(Move.GOALS, 3.0, _("a paper's preamble"))
        elif position < first_part and piece.role is Role.PARAGRAPH and not piece.level:
            passage.add(Move.OPENING, 4.0 if number == 0 else 1.0, _("before the first part"))
        elif position < first_part and piece.role is Role.ITEM and piece.level == 1 and position not in containers:
            passage.scores[Move.OPENING] -= 2.0
            for move, weight in _LISTED_BEFORE:
                passage.add(move, weight, _("a list before the first part"))
        elif piece.level == 0 and position > last_item:
            left = len(body) - 1 - number
            passage.add(Move.CLOSING, (_LAST, _LAST_BUT, _AFTER)[min(2, left)], _("after the last part"))
        elif position in parts:
            passage.is_part = True
            passage.add(Move.TASKS, 1.2, _("a part"))
            passage.scores[Move.SHORTCOMINGS] -= 1.5  # they rarely fill a part of their own
            if position == last_part and len(parts) > 1:
                passage.add(Move.GUARANTEE, 1.0, _("the last part"))
            if position == parts[0] and len(parts) > 1:
                passage.add(Move.SIGNIFICANCE, 1.0 if len(parts) > 2 else 0.5, _("the first part"))


def _years(text: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(text)]


def _parts(passages: Sequence[Passage], body: Sequence[int]) -> list[int]:
    """The items that are the parts of the speech: of the outermost lists the one that most of the text stands in."""
    share: dict[str, int] = defaultdict(int)
    members: dict[str, list[int]] = defaultdict(list)
    owner = ""
    for position in body:
        piece = passages[position].piece
        if piece.role is Role.ITEM and piece.level == 1:
            owner = "" if piece.runs_on else piece.family
            members[owner].append(position)
        elif piece.level == 0:
            owner = ""
        share[owner] += len(piece.text)
    share.pop("", None)
    best = max(share, key=lambda family: share[family], default="")
    return members[best] if best else []
