"""The move of each block: what it says of itself, where it stands, what contains it and what stands beside it.

First each block is judged for itself. Then what the blocks under a heading say is told to the heading; and from the
outside to the inside the blocks of one depth are decided together, as the likeliest sequence under what contains them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import exp
from typing import NamedTuple

from drafting.draft import Move, Role
from drafting.i18n import _
from drafting.learn.announcements import said
from drafting.learn.blocks import Piece
from drafting.learn.cleaning import Report
from drafting.learn.evidence import BODY, FIXED, Passage, looked_at, wordings, words
from drafting.learn.introduced import TOLD_OF_PARTS, hear, hear_introductions
from drafting.learn.model import Clue
from drafting.learn.places import places
from drafting.learn.sequence import likeliest
from drafting.learn.siblings import agree
from drafting.learn.told_above import CLEAR, tell_above

_MOST_BLOCKS = 5000  # no speech has more; what has them is not judged
# How far an item holds to what contains it; a part of several lists goes through several moves itself.
_HELD, _HELD_BY_MANY = 3.5, 3.0
# Inside tasks: how much a last item, or a first paragraph, must show, and what its place then says for it.
# A first paragraph that is more than a lead-in (so many characters, and not of the past) mostly says where to go.
_SOME, _LAST, _FIRST, _LEADS, _LEADS_SAYING, _LEADS_ONE, _LONG_LEAD, _PAST = 1.5, 4.0, 0.7, 1.5, 5.0, 4.0, 80, 2.5
_UNDER, _BEHIND, _CLEARLY = 3.0, 2.0, 2.0
_SAID_GOALS, _FIRST_GOAL = 3.0, 5.0
_OF_A_TASK = 0.3  # what speaks below one task for targets or for what is lacking is mostly the task's own
_IN_PASSING, _UNSECURED = 0.4, 0.5  # what is lacking where tasks are led in, and where they are secured
_DONE = 0.5  # what was done to reach a goal, or to secure it, was achieved
_WHY = 0.4  # whose thought guides, and where to go, said where it is told why
_HAS_ITS_PART, _BETWEEN = 0.3, 1.5
_ALL_OF_IT = 2.5  # what its heading speaks for a paragraph that is all of its part
_MEETING = 2.0  # what it speaks for the move of a part that a meeting is told of in it
_OPENED = 0.2  # what opens a speech stands before its parts
_LESSON, _TOLD_OR_THANKED = 4.5, re.compile(r"\d|谢|敬意|致敬|辛苦|慰问")


class Judged(NamedTuple):
    """The move of a block. confidence: from 0 to 1. clues: all that speaks for any move."""

    move: Move
    confidence: float
    clues: Sequence[Clue]


def judge(pieces: Sequence[Piece], report: Report) -> list[Judged]:
    """The move of each block, in their order."""
    if len(pieces) > _MOST_BLOCKS:
        return [Judged(FIXED.get(piece.role, Move.TASKS), 0.0, ()) for piece in pieces]
    passages = [Passage(piece, dict.fromkeys(BODY, 0.0), []) for piece in pieces]
    body = [position for position, piece in enumerate(pieces) if piece.role not in FIXED]
    title = "".join([piece.text for piece in pieces if piece.role is Role.TITLE])
    inside: dict[int, list[int]] = defaultdict(list)
    for position in body:
        inside[pieces[position].parent].append(position)
    _tell_of_themselves([passages[position] for position in body], title, report)
    if report.on("position"):
        places(passages, body)
    if report.on("neighbours"):
        hear_introductions(passages)
        agree(passages, body)
    if report.on("headings"):
        tell_above(passages, body, inside)
    moves = _decide_from_outside(passages, body, inside, report)
    end = max(body, default=len(pieces))
    return [_verdict(passage, moves.get(position), position > end) for position, passage in enumerate(passages)]


def _tell_of_themselves(passages: Sequence[Passage], title: str, report: Report) -> None:
    """What passages say of themselves, in set phrases and as a whole."""
    texts = [looked_at(passage.piece) for passage in passages]
    if report.on("cues"):
        words(passages, texts, title)
    if report.on("n-grams"):
        wordings(passages, texts)


def _decide_from_outside(
    passages: Sequence[Passage], body: Sequence[int], inside: Mapping[int, Sequence[int]], report: Report
) -> dict[int, Move]:
    """The move of each block of the body. inside: what each block contains; what contains is decided before that."""
    moves: dict[int, Move] = {}
    parts = [position for position in body if passages[position].is_part]
    of_parts: set[Move] = set()
    last_tasks = -1  # the last part of tasks
    for container in sorted(inside):
        if report.on("headings"):
            _settle(inside[container], passages, moves, of_parts)
        _decide(inside[container], passages, moves, last_tasks, report)
        if not of_parts:
            of_parts = {moves[position] for position in parts}
            last_tasks = max([at for at in parts if moves[at] is Move.TASKS], default=-1)
    return moves


def _decide(
    children: Sequence[int], passages: Sequence[Passage], moves: dict[int, Move], last_tasks: int, report: Report
) -> None:
    """The moves of the blocks that one item contains, or of those that none contains.

    last_tasks: where the last part of tasks is, -1 if there is none or it is not known.
    """
    here = [passages[position] for position in children]
    container = here[0].piece.parent
    is_inside = container >= 0 and moves[container] is not Move.OPENING
    meetings = [_opens_no_more(passage) if passage.opened or is_inside else 0.0 for passage in here]
    if report.on("headings") and container >= 0:
        above, holder = moves[container], passages[container]
        weight = _HELD if sum([passage.piece.number == 1 for passage in here]) < 2 else _HELD_BY_MANY
        if above is not Move.TASKS and here[0].piece.number == 1:
            heard = said(holder.piece.rest)
            for passage in here:
                hear(passage, heard)
        leads, last = _leads_in(here), len(here) - 1
        go_on = container < last_tasks and not _is_matter(holder)
        many = last > 1 or here[last].piece.role is Role.ITEM  # so that the first leads in
        for number, passage in enumerate(here):
            if above is Move.TASKS and number < last:
                _lead_over(passage, here[number + 1])
            if above is Move.ACHIEVEMENTS and number:
                _draws(passage, here[number - 1])
            _inherit(passage, above, holder, number in leads, 0 < number == last and not go_on, many, weight)
            if meetings[number] > _SOME:  # of one that went before: where what is to be done comes from
                to = Move.GOALS if above is Move.TASKS and number in leads else above
                passage.add(to, _MEETING, _("a meeting told of inside such a part"))
        if not last and here[0].piece.role is Role.PARAGRAPH and holder.headed.get(above, 0.0) >= CLEAR:
            here[0].add(above, _ALL_OF_IT, _("all that stands under the heading"))
    scores = [passage.scores for passage in here]
    if report.on("neighbours"):
        found = likeliest(scores, [_bond(one, other) for one, other in pairwise(here)])
    else:
        found = [max(BODY, key=lambda move: each[move]) for each in scores]
    moves.update(zip(children, found, strict=True))


def _opens_no_more(passage: Passage) -> float:
    """Take from a passage behind the opening what would open a speech; how much that was."""
    told = (1 - _OPENED) * max(0.0, passage.scores[Move.OPENING])
    passage.scores[Move.OPENING] *= _OPENED
    return told


def _settle(children: Sequence[int], passages: Sequence[Passage], moves: dict[int, Move], of_parts: set[Move]) -> None:
    """What paragraphs in a part of tasks say in passing of what other parts of the speech are about, or of the past."""
    container = passages[children[0]].piece.parent
    if container < 0 or not passages[container].is_part or moves[container] is not Move.TASKS:
        return
    first = next((n for n, at in enumerate(children) if passages[at].piece.role is Role.ITEM), 0)
    for position in children[1 : first - 1]:  # between what leads in and what announces the list
        passages[position].add(Move.GOALS, _BETWEEN, _("leads into tasks"))
    behind = False
    for position in children:
        passage = passages[position]
        if passage.piece.role is Role.ITEM:  # a list of the past may stand there too
            behind = max(passage.scores.values()) > passage.scores[Move.ACHIEVEMENTS]
            continue
        for move in (Move.ACHIEVEMENTS, Move.EXPERIENCE):
            passage.scores[move] *= _HAS_ITS_PART if behind or move in of_parts else 1.0
        if behind and Move.GUARANTEE in of_parts:
            passage.scores[Move.GUARANTEE] *= _HAS_ITS_PART


def _leads_in(passages: Sequence[Passage]) -> set[int]:
    """Which of the blocks under a heading say where to go: the first, or the last before a list; one says it once."""
    if len(passages) > 1 and passages[1].piece.role is Role.ITEM and _says_goals(passages[1]):
        return set()
    found = {0} if len(passages) > 1 else set()
    for number in range(len(passages) - 2, 0, -1):
        if [passage.piece.role for passage in passages[number : number + 2]] == [Role.PARAGRAPH, Role.ITEM]:
            if not any(_says_goals(passage) for passage in passages[:number]) and _looks_elsewhere(passages[0]):
                found.add(number)
            break
    return found


def _draws(passage: Passage, before: Passage) -> None:
    """Behind the list of what was achieved, a paragraph without figures and thanks draws a lesson from it."""
    is_behind = (before.piece.role, passage.piece.role) == (Role.ITEM, Role.PARAGRAPH)
    if is_behind and not _TOLD_OR_THANKED.search(passage.piece.text):
        passage.add(Move.EXPERIENCE, _LESSON, _("drawn from what was achieved"))


def _looks_elsewhere(passage: Passage) -> bool:
    """Whether a first paragraph is about something else than where to go: the past, or what it is good for."""
    return max(passage.scores[move] for move in TOLD_OF_PARTS) >= _PAST


def _lead_over(passage: Passage, next_: Passage) -> None:
    """Inside tasks, what is lacking is said in passing by a paragraph that leads over to a list, if it lists none."""
    if passage.piece.role is not Role.PARAGRAPH or next_.piece.role is not Role.ITEM:
        return
    lists_none = all(move is not Move.SHORTCOMINGS for move, _weight, _phrase in said(passage.piece.text))
    if lists_none or next_.scores[Move.SHORTCOMINGS] < max(next_.scores.values()):
        passage.scores[Move.SHORTCOMINGS] *= _IN_PASSING


def _says_goals(passage: Passage) -> bool:
    said = _SAID_GOALS if passage.headed.get(Move.GOALS, 0.0) < _SOME else _SOME
    return passage.scores[Move.GOALS] > max(said, *[passage.scores[move] for move in BODY if move is not Move.GOALS])


def _bond(one: Passage, other: Passage) -> float:
    """How much speaks for it that two blocks, one behind the other at one depth, serve the same move."""
    if other.opened and not one.opened:
        return 0.0
    if other.piece.role is not Role.ITEM:
        return 0.5
    if other.is_part:
        return 0.3
    return 1.0 if one.piece.role is Role.ITEM else 1.2


def _is_matter(container: Passage) -> bool:
    """Whether a part is about one matter of several, each of which is told from its state to what secures it."""
    return container.piece.heading.startswith("关于")


def _inherit(
    passage: Passage, above: Move, container: Passage, first: bool, last: bool, many: bool, weight: float
) -> None:
    """What contains it."""
    piece = passage.piece
    if above is Move.ACHIEVEMENTS:
        for move in (Move.GUARANTEE, Move.GOALS, Move.TASKS):
            passage.scores[move] *= _DONE
    if above is Move.SIGNIFICANCE:
        passage.scores[Move.GOALS] *= _WHY
    if piece.role is Role.ITEM:
        passage.add(above, weight, _("inside such a part"))
        if above is Move.TASKS and piece.siblings > 1:
            if piece.number == piece.siblings and passage.scores[Move.GUARANTEE] > _SOME and not _is_matter(container):
                passage.add(Move.GUARANTEE, _LAST, _("the last of the tasks"))
            elif piece.number == 1 and piece.level == 2 and passage.headed.get(Move.GOALS, 0.0) > _SOME:
                passage.add(Move.GOALS, _FIRST_GOAL, _("the first of the tasks"))
        return
    outer = container.piece.level <= 1
    leads = above is Move.TASKS and outer and first
    if above is Move.GUARANTEE:
        passage.scores[Move.SHORTCOMINGS] *= _UNSECURED
    passage.add(above, _FIRST if leads else _UNDER, _("inside such a part"))
    if above is Move.TASKS and not outer:
        for move in (Move.GOALS, Move.SHORTCOMINGS):  # of a task, and not of the speech
            passage.scores[move] *= _OF_A_TASK
    if above is Move.TASKS and outer:
        if last and passage.scores[Move.GUARANTEE] > _CLEARLY:
            passage.add(Move.GUARANTEE, _BEHIND, _("behind the tasks"))
        passage.scores[Move.SIGNIFICANCE] *= 0.7
    if leads:
        says = len(piece.text) > _LONG_LEAD and passage.scores[Move.ACHIEVEMENTS] < _PAST
        saying = _LEADS_SAYING if many else _LEADS_ONE
        passage.add(Move.GOALS, saying if says else _LEADS, _("leads into tasks"))


def _verdict(passage: Passage, move: Move | None, behind: bool) -> Judged:
    if move is None:
        place = _("a date line at the end") if behind else _("in the head of the speech")
        fixed = FIXED[passage.piece.role]
        return Judged(fixed, 0.95, [(1.0, fixed, place)])
    *_rest, second, top = sorted(passage.scores.values())
    score = passage.scores[move]
    confidence = 1 / (1 + exp(-0.7 * max(-2.0, score - (second if score == top else top))))
    return Judged(move, round(confidence, 2), passage.evidence)
