"""The move of each block: from set phrases, position, neighbours and headings, with the evidence for it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp

from drafting.chinese.patterns import pattern
from drafting.draft import Move, Role
from drafting.i18n import _
from drafting.learn.blocks import Piece
from drafting.learn.cleaning import Report
from drafting.learn.cues import cues

_FIXED = {Role.TITLE: Move.TITLE, Role.BYLINE: Move.BYLINE, Role.SALUTATION: Move.GREETING}
_BODY = tuple(move for move in Move if move not in _FIXED.values())
_LEAD_INS = (Move.GOALS, Move.OPENING, Move.SIGNIFICANCE, Move.TASKS)
_TURN = pattern(
    "(?:但是?|同时|然而)[,，]?(?:我们|大家|我)?(?:也|更|还|必须|一定)?(?:要|应|必须)?(?:该|当)?(?:清醒|看到|认识到|正视)"
)
_PAPERS = ("意见", "方案", "要点", "通知", "规划", "计划", "安排")
_MOST_BLOCKS = 5000  # no speech has more; what has them is not judged
_MOST = 3000  # characters of a passage that are looked at
_USUAL = 300  # characters of a passage
Scores = dict[Move, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """The move of a block. confidence: from 0 to 1."""

    move: Move
    confidence: float
    evidence: tuple[str, ...]


@dataclass(slots=True)
class _Passage:
    """A block while its move is looked for: what speaks for each move, and the phrases found."""

    piece: Piece
    scores: Scores
    evidence: list[tuple[float, Move | None, str]]
    headed: Scores = field(default_factory=dict)
    is_part: bool = False

    def add(self, move: Move, weight: float, why: str) -> None:
        """Let something speak for a move."""
        self.scores[move] += weight
        self.evidence.append((weight, move, why))

    def best(self) -> Move:
        """The move that most speaks for; of equals the first in the order of a speech."""
        return max(_BODY, key=lambda move: self.scores[move])


def judge(pieces: Sequence[Piece], report: Report) -> list[Judged]:
    """The move of each block, in their order."""
    if len(pieces) > _MOST_BLOCKS:
        return [Judged(_FIXED.get(piece.role, Move.TASKS), 0.0, ()) for piece in pieces]
    passages = [_Passage(piece, dict.fromkeys(_BODY, 0.0), []) for piece in pieces]
    body = [position for position, piece in enumerate(pieces) if piece.role not in _FIXED]
    for position in body:
        _cues(passages[position], report)
    if report.on("position"):
        _position(passages, body)
    moves: dict[int, Move] = {}
    if report.on("neighbours"):
        for group in _lists(pieces, body):
            _agree([passages[position] for position in group])
            _tell_above([passages[position] for position in group], passages)
    before: int | None = None
    introducers = _introducers(passages)
    for position in body:
        if report.on("headings"):
            _inherit(position, passages, moves, before, introducers.get(position))
        moves[position] = passages[position].best()
        before = position
    return [_verdict(passage, moves.get(position)) for position, passage in enumerate(passages)]


def _cues(passage: _Passage, report: Report) -> None:
    """What the passage says of itself."""
    if not report.on("cues"):
        return
    piece = passage.piece
    text = piece.text[len(piece.marker) :]
    is_item = piece.role is Role.ITEM
    heading = piece.heading or re.split("[。；;！？!?]", text[:80])[0]
    factor = (1.0 if piece.heading else 0.85) if is_item else 0.35
    if is_item or len(text) > 20:
        for move, weight, cue in cues("heading"):
            if match := cue.search(heading[:80]):
                passage.headed[move] = passage.headed.get(move, 0.0) + weight * factor
                passage.add(move, weight * factor, match[0])
    turn = _TURN.search(text[:_MOST])
    looks_back = 0.3 if turn and turn.start() < 0.6 * len(text) else 1.0
    for move, weight, cue in cues("beginning"):
        if match := cue.match(text[:160]):
            factor = (0.5 if is_item else 1.0) * (looks_back if move is Move.ACHIEVEMENTS else 1.0)
            passage.add(move, weight * factor, match[0][:20])
    rest = piece.rest if is_item and piece.heading else text
    rest = rest if len(rest) <= _MOST else rest[: _MOST // 2] + rest[-_MOST // 2 :]
    if not rest:
        return
    scale = min(1.0, _USUAL / len(rest)) ** 0.5
    for move, weight, cue in cues("anywhere"):
        matches = cue.findall(rest)
        if matches:
            first = matches[0] if isinstance(matches[0], str) else ""
            passage.add(move, weight * scale * len(matches) ** 0.5, first)


def _position(passages: Sequence[_Passage], body: Sequence[int]) -> None:
    """Where in the speech it stands."""
    parts = _parts(passages, body)
    first_part = parts[0] if parts else body[-1] + 1 if body else 0
    last_item = max((at for at in body if passages[at].piece.role is Role.ITEM), default=-1)
    last_part = parts[-1] if parts else -1
    title = "".join([passage.piece.text for passage in passages if passage.piece.role is Role.TITLE])
    is_paper = title.endswith(_PAPERS)
    for number, position in enumerate(body):
        passage = passages[position]
        piece = passage.piece
        if position > first_part or is_paper:
            passage.scores[Move.OPENING] *= 0.2
        if is_paper and position < first_part:
            passage.add(Move.GOALS, 3.0, _("a paper's preamble"))
        elif position < first_part and piece.role is Role.PARAGRAPH and not piece.level:
            passage.add(Move.OPENING, 4.0 if number == 0 else 1.0, _("before the first part"))
        elif piece.level == 0 and position > last_item:
            passage.add(Move.CLOSING, 2.5 if number == len(body) - 1 else 0.5, _("after the last part"))
        elif position in parts:
            passage.is_part = True
            passage.add(Move.TASKS, 1.2, _("a part"))
            passage.scores[Move.SHORTCOMINGS] -= 1.5  # they rarely fill a part of their own
            if position == last_part and len(parts) > 1:
                passage.add(Move.GUARANTEE, 1.0, _("the last part"))
            if position == parts[0] and len(parts) > 1:
                passage.add(Move.SIGNIFICANCE, 0.5, _("the first part"))


def _parts(passages: Sequence[_Passage], body: Sequence[int]) -> list[int]:
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


def _lists(pieces: Sequence[Piece], body: Sequence[int]) -> list[list[int]]:
    """The items of each list of more than one, without those of the outermost."""
    groups: dict[tuple[int, int, str, int], list[int]] = defaultdict(list)
    run: dict[tuple[int, int, str], tuple[int, int]] = {}
    for position in body:
        piece = pieces[position]
        if piece.role is not Role.ITEM or (piece.level == 1 and not piece.runs_on):
            continue
        key = (piece.parent, piece.level, piece.marker[-1:])
        number, last = run.get(key, (0, 0))
        if piece.number <= last:
            number += 1
        run[key] = (number, piece.number)
        groups[*key, number].append(position)
    return [group for group in groups.values() if len(group) > 1]


def _agree(siblings: Sequence[_Passage]) -> None:
    """Items of one list mostly serve one move; what the heading of one says is its own."""
    for move in _BODY:
        own = [passage.headed.get(move, 0.0) for passage in siblings]
        shared = sum(passage.scores[move] for passage in siblings) - 0.6 * sum(own)
        for passage, heading in zip(siblings, own, strict=True):
            passage.scores[move] = heading + 0.5 * (passage.scores[move] - heading) + 0.5 * shared / len(siblings)


def _tell_above(siblings: Sequence[_Passage], passages: Sequence[_Passage]) -> None:
    """What the items of a list are about tells what the item is about that contains them."""
    parent = siblings[0].piece.parent
    if parent >= 0 and not any(mark in passages[parent].piece.rest for mark in "。；"):
        for move in _BODY:
            passages[parent].scores[move] += 0.4 * sum(passage.scores[move] for passage in siblings) / len(siblings)


def _inherit(
    position: int, passages: Sequence[_Passage], moves: dict[int, Move], before: int | None, introducer: int | None
) -> None:
    """What contains it, what stands before it, and what introduces it."""
    passage = passages[position]
    piece = passage.piece
    above = moves.get(piece.parent)
    if piece.role is Role.ITEM:
        lead = moves.get(introducer) if introducer is not None else None
        if introducer is not None and not passage.is_part:
            for move, weight, phrase in _announced(passages[introducer].piece.text):
                passage.add(move, weight, phrase)
        if lead is not None and lead not in _LEAD_INS and not passage.is_part:
            passage.add(lead, 3.0, _("introduced so"))
        if above is not None:
            passage.add(above, 3.3, _("inside such a part"))
        if above is Move.TASKS and piece.siblings > 1:
            if piece.number == piece.siblings and passage.scores[Move.GUARANTEE] > 1.5:
                passage.add(Move.GUARANTEE, 1.2, _("the last of the tasks"))
            elif piece.number == 1 and piece.level == 2 and passage.scores[Move.GOALS] > 1.5:
                passage.add(Move.GOALS, 1.2, _("the first of the tasks"))
    elif above is not None and piece.level:
        comes_first = before is not None and before == piece.parent
        weight = 1.5 if above is Move.TASKS and comes_first else 2.0 if above in (Move.TASKS, Move.GOALS) else 3.0
        passage.add(above, weight, _("inside such a part"))
        if above is Move.TASKS and passages[piece.parent].piece.level == 1:
            passage.scores[Move.SIGNIFICANCE] *= 0.7
            if comes_first:
                passage.add(Move.GOALS, 1.8, _("leads into tasks"))
    elif before is not None and passages[before].piece.level == 0:
        passage.add(moves[before], 0.5, _("goes on"))


def _announced(text: str) -> list[tuple[Move, float, str]]:
    """What the last sentence before a list says that its items are."""
    sentences = [sentence for sentence in re.split("[。；;！？!?]", text[-120:].rstrip("：:。；;")) if sentence]
    last = sentences[-1][-60:] if sentences else ""
    return [(move, weight, match[0]) for move, weight, cue in cues("announced") if (match := cue.search(last))]


def _introducers(passages: Sequence[_Passage]) -> dict[int, int]:
    """For each item the paragraph right before its list, at the level of what contains the list."""
    found: dict[int, int] = {}
    before: dict[tuple[int, int], int] = {}  # by parent and level: the item before, in the same list
    paragraph: dict[tuple[int, int], int] = {}
    for position, passage in enumerate(passages):
        piece = passage.piece
        place = (piece.parent, piece.level)
        if piece.role is Role.PARAGRAPH:
            paragraph[place] = position
            before.pop((piece.parent, piece.level + 1), None)
        elif piece.role is Role.ITEM:
            sibling = before.get(place)
            if sibling is not None and passages[sibling].piece.number < piece.number:
                if sibling in found:
                    found[position] = found[sibling]
            elif sibling is None and (piece.parent, piece.level - 1) in paragraph:
                found[position] = paragraph[piece.parent, piece.level - 1]
            before[place] = position
    return found


def _verdict(passage: _Passage, move: Move | None) -> Judged:
    if move is None:
        return Judged(_FIXED[passage.piece.role], 0.95, (_("in the head of the speech"),))
    scores = sorted(passage.scores.values(), reverse=True)
    confidence = 1 / (1 + exp(-0.7 * (scores[0] - scores[1])))
    mine = sorted((entry for entry in passage.evidence if entry[1] is move), key=lambda entry: -entry[0])
    return Judged(move, round(confidence, 2), tuple(dict.fromkeys(why for _w, _m, why in mine[:4] if why)))
