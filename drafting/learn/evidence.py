"""What a block says of its own move, before its place and its neighbours speak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from drafting.chinese.patterns import pattern
from drafting.draft import Move, Role
from drafting.i18n import _
from drafting.learn.bare_headings import is_bare
from drafting.learn.blocks import Piece
from drafting.learn.cues import cues
from drafting.learn.model import Clue
from drafting.learn.ngrams import MOVES, likelihoods
from drafting.learn.phrases import Places, Zones

FIXED = {Role.TITLE: Move.TITLE, Role.BYLINE: Move.BYLINE, Role.SALUTATION: Move.GREETING}
BODY = tuple(move for move in Move if move not in FIXED.values())
"""The moves of a body, in the order in which a speech has them."""

_TURN = pattern(
    "(?:但是?|同时|然而)[,，]?(?:我们|大家|我)?(?:也|更|还|必须|一定)?(?:要|应|必须)?(?:该|当)?(?:清醒|看到|认识到|正视)"
    "|(?:但是?|不过|然而)[,，]?(?:问题|不足|差距|短板|困难|形势)"
)
_TURNED, _EARLY = 0.3, 0.6
_CLAUSE_END = re.compile("[。；;！!？?.．](?:(?<![.．])|(?<=[\u4e00-\u9fff].))")
_MOST = 3000  # characters of a passage that are looked at
_USUAL = 300  # characters of a passage
_HEAD, _BEGINNING = 80, (0, 160)
_TOPIC = 0.5  # what a phrase weighs that stands in the title
# What a wording weighs that can be of one move only, from so many characters on, and what is told of it.
_WORDING, _TELLING, _LIKELY = 5.7, 80, 0.4
_SHORT, _SHOWN, _SAID_FIRST = 20, 12, 40
Scores = dict[Move, float]


@dataclass(slots=True)
class Passage:
    """A block while its move is looked for: what speaks for each move, and the phrases found.

    headed: what its heading says, a part of the scores. is_part: it is one of the parts of the speech. opened: the
    speech has been opened before it.
    """

    piece: Piece
    scores: Scores
    evidence: list[Clue]
    headed: Scores = field(default_factory=dict)
    is_part: bool = False
    opened: bool = False

    def add(self, move: Move, weight: float, why: str) -> None:
        """Let something speak for a move."""
        self.scores[move] += weight
        self.evidence.append((weight, move, why))


def words(passages: Sequence[Passage], texts: Sequence[str], title: str) -> None:
    """What set phrases in passages say of them.

    texts: what is looked at of each, see `looked_at`. title: of the speech; its own words tell nothing, they stand
    everywhere.
    """
    zones = [_zones(passage.piece, text) for passage, text in zip(passages, texts, strict=True)]
    for passage, text, own, found in zip(passages, texts, zones, cues().found(texts, zones), strict=True):
        if found:
            body, end = own[-1]
            _weigh(passage, text, found, min(1.0, _USUAL / max(1, end - body)) ** 0.5, title)


def wordings(passages: Sequence[Passage], texts: Sequence[str]) -> None:
    """What the wording of passages says as a whole, where no set phrase need stand. texts: as for `words`."""
    for passage, text, shares in zip(passages, texts, likelihoods(texts), strict=True):
        whole = _WORDING * min(1.0, len(text) / _TELLING)
        for move, share in zip(MOVES, shares, strict=True):
            passage.scores[move] += whole * share
            if share > _LIKELY:
                passage.evidence.append((whole * share, move, _("the wording as a whole")))


def looked_at(piece: Piece) -> str:
    """The text of a block that is looked at: without its marker, and of a very long one the beginning and the end."""
    text = wide(piece.text[len(piece.marker) :].lstrip())
    return text if len(text) <= _MOST else text[: _MOST // 2] + text[-_MOST // 2 :]


def wide(text: str) -> str:
    """A text with the marks of full width that phrases have."""
    return text.replace(",", "，").replace(":", "：").replace(";", "；").replace("!", "！")


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
