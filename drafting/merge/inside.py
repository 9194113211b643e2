"""The decisions inside paragraphs: what the hand changed and what the draft changes, token against token."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from drafting.chinese.punctuation import is_point
from drafting.merge.agreed import extent, same, standing
from drafting.merge.atvalue import at_values
from drafting.merge.clashing import by_hand_too, clash, clash_in_retold, updated
from drafting.merge.contradicting import contradicts
from drafting.merge.differences import BREAK, Edit
from drafting.merge.ground import Ground
from drafting.merge.outcome import Outcome, Patch, Wanted
from drafting.merge.overlap import hangs, has_item, is_break, overlap, put_in
from drafting.merge.pieces import Piece
from drafting.merge.rearranged import bound, goes_with, moved_by_hand
from drafting.merge.seriesmarks import with_their_marks
from drafting.merge.spliced import spliced
from drafting.merge.tokens import is_value
from drafting.merge.unmistakable import is_doubtful, number_inside, unmistakable

_RETOLD = 12  # tokens of the base beside those that change: the hand told a passage anew, it did not change a value


def decide(ground: Ground, wanted: Sequence[Wanted]) -> Outcome:
    """Which updates go in, and which clash with the hand's edits.

    Edits of different tokens both stand. Where both put something in at one place, the hand's comes first; the same
    from both stands once. Where both changed a token, the hand's words stay.
    """
    outcome = Outcome()
    if not wanted:
        return outcome
    wanted = _together(ground, with_their_marks(ground, wanted), outcome)
    wanted = _agreeing(ground, wanted, outcome)
    wanted = _reworded(ground, wanted, outcome)
    for together, edits in _bunches(ground, wanted):
        if edits and same(ground, together, edits):
            outcome.settled |= set(edits)
            outcome.patches += standing(ground, together, edits)
            outcome.by_both |= {one.key for one in together if one.is_block}
            continue
        for update in together:
            hits = [edit for edit in edits if overlap(ground, update, edit)]
            if not all(is_break(ground, hit) for hit in hits) and not update.is_block:
                continue
            if is_doubtful(ground, update):
                clash(ground, [update], [], outcome, by_hand=False)
            else:
                _apply(ground, update, outcome)
                outcome.account += by_hand_too(ground, update)
        for knot, hits in _knots(ground, together, edits):
            _settle(ground, knot, hits, outcome)
    return outcome


def _together(ground: Ground, wanted: Sequence[Wanted], outcome: Outcome) -> Sequence[Wanted]:
    """The updates without those that only go in together, where one of them clashes.

    Half of them would leave 二是 without 一是, a row with an answer of another one, or a clause twice; and an item of
    the hand's own would be left without its list.
    """
    free: list[list[Wanted]] = []
    knots = list(bound(ground, wanted)) if ground.edits else []
    clauses = list(spliced(ground, wanted)) if knots else []
    while knots:
        knot = knots.pop(0)
        hits = _in_the_way(ground, knot)
        hits += [edit for reworded, edits, _ in clauses if any(one in knot for one in reworded) for edit in edits]
        if not hits and not any(is_doubtful(ground, one) for one in knot):
            free.append(knot)
            continue
        start, end = extent(knot, hits)
        inside = [one for one in wanted if one in knot or (start < one.end and one.start < end)]
        if torn := [other for other in (*free, *knots) if any(one in inside for one in other)]:
            knots = [_in_order([*knot, *chain(*torn)]), *(other for other in knots if other not in torn)]
            free = [other for other in free if other not in torn]
            continue
        if same(ground, knot, hits):
            outcome.settled |= set(hits)
        else:
            clash(ground, inside, hits, outcome)
        wanted = [one for one in wanted if one not in inside]
    return wanted


def _in_the_way(ground: Ground, knot: Sequence[Wanted]) -> list[Edit]:
    """The edits by hand for which updates that go together cannot go in."""
    recast = any(one.update.recast for one in knot)
    parts = [one for one in knot if recast or not one.is_block]  # a whole block goes in even amid the hand's edits
    hard = [edit for edit in ground.edits if not is_break(ground, edit)]
    hits = [edit for edit in hard if any(overlap(ground, one, edit) or goes_with(ground, one, edit) for one in parts)]
    hits += [edit for edit in hard if edit not in hits and any(contradicts(ground, one, edit) for one in knot)]
    moved = moved_by_hand(ground, knot) if recast else []
    return hits + [e for e in ground.edits if recast and e not in hits and (e in moved or has_item(ground, e))]


def _in_order(wanted: Iterable[Wanted]) -> list[Wanted]:
    return sorted(wanted, key=lambda one: (one.start, one.end))


def _agreeing(ground: Ground, wanted: Sequence[Wanted], outcome: Outcome) -> Sequence[Wanted]:
    """The updates without those that say otherwise what the hand has put in at the same place."""
    told: list[Wanted] = []
    for one in wanted:
        hits = [edit for edit in ground.edits if contradicts(ground, one, edit)]
        knot = [other for other in wanted if other is one or _is_mark_beside(ground, other, one)] if hits else []
        if knot and same(ground, knot, hits):
            continue
        if knot:
            clash(ground, knot, hits, outcome)
            told += knot
    return [one for one in wanted if one not in told] if told else wanted


def _is_mark_beside(ground: Ground, mark: Wanted, one: Wanted) -> bool:
    """Whether an update only changes a mark right before or behind another one."""
    tokens = [*ground.base[mark.start : mark.end], *(piece.text for piece in mark.update.pieces)]
    return (mark.end == one.start or mark.start == one.end) and all(map(is_point, tokens))


def _reworded(ground: Ground, wanted: Sequence[Wanted], outcome: Outcome) -> Sequence[Wanted]:
    """The updates without those of sentences that the hand has reworded too: these are conflicts told whole."""
    told: list[Wanted] = []
    for knot, hits, clauses in spliced(ground, wanted):
        told += knot
        if same(ground, knot, hits):
            outcome.settled |= set(hits)
        else:
            clash(
                ground,
                [one for one in wanted if one in knot or _is_shown(one, clauses)],
                hits,
                outcome,
                clauses,
            )
    return [one for one in wanted if one not in told] if told else wanted


def _is_shown(wanted: Wanted, clauses: tuple[int, int]) -> bool:
    """Whether an update is told with the clauses around it; a block, or a clause, that comes in before them or behind
    is not."""
    inside = clauses[0] <= wanted.start and wanted.end <= clauses[1]
    is_clause = wanted.start == wanted.end and is_point(wanted.update.pieces[0].text)
    return inside and not ((wanted.is_block or is_clause) and wanted.start in clauses)


def _bunches(ground: Ground, wanted: Sequence[Wanted]) -> Iterator[tuple[list[Wanted], list[Edit]]]:
    """Updates with the edits that touch them, those together that hang together."""
    marks = [(update.start, update.end, 0, n) for n, update in enumerate(wanted)]
    marks += [(edit.start, edit.end, 1, n) for n, edit in enumerate(ground.edits)]
    updates: list[Wanted] = []
    edits: list[Edit] = []
    reach = -1
    for start, end, kind, number in sorted(marks):
        if start > reach:
            if updates:
                yield updates, edits
            updates, edits = [], []
        reach = max(reach, end)
        if kind:
            edits.append(ground.edits[number])
        else:
            updates.append(wanted[number])
    if updates:
        yield updates, edits


def _apply(ground: Ground, wanted: Wanted, outcome: Outcome) -> None:
    """Put an update where its tokens stand in the file."""
    pieces = list(wanted.update.pieces)
    if wanted.start == wanted.end:
        at = ground.gap_before(wanted.start) if wanted.is_block else _gap(ground, wanted)
        places = [ground.place(at)]
        if wanted.is_block:
            pieces = _fitted(ground, at, pieces)
    else:
        places = list(ground.places(ground.at(wanted.start), ground.at(wanted.end - 1) + 1))
        if alone := list(at_values(ground, wanted, places[0])):
            outcome.patches += alone
            return
    outcome.patches.append(Patch(places[0], pieces, wanted.new, updated(ground, wanted)))
    outcome.patches += [Patch(place, [], wanted.new) for place in places[1:]]


def _gap(ground: Ground, wanted: Wanted) -> int:
    """Where in the file words go that come in: behind what the hand put there, but for words that lead in to what
    stands behind; a clause that comes in goes before these."""
    at, pieces = ground.gap_before(wanted.start), wanted.update.pieces
    for edit in ground.edits:
        if edit.end == wanted.start and edit.new_end == at and 0 < edit.end < len(ground.base):
            words = put_in(ground, edit, behind=False)
            before, behind = ground.pieces[edit.end - 1 : edit.end + 1]
            begins = is_point(before.text) or (before.block, before.nth) != (behind.block, behind.nth)
            if words and begins and is_point(pieces[-1].text) and not is_point(words[-1]):
                while at > edit.new_start and not (edit.start < edit.end and is_point(ground.file[at - 1])):
                    at -= 1
            return at
    return at


def _fitted(ground: Ground, at: int, pieces: list[Piece]) -> list[Piece]:
    """An item that comes in before token `at` of the file, its mark put first where one stands behind it only.

    The hand has ended the list there: 二是乙 。 and 三是丙； give 二是乙；三是丙。
    """
    if not 0 < at < len(ground.file) or not pieces or pieces[-1].block < 1:
        return pieces
    before, behind, last = ground.file[at - 1], ground.file[at], pieces[-1]
    if before == BREAK or is_point(before) or not is_point(behind) or not is_point(last.text):
        return pieces
    return [last._replace(block=last.block - 1), *pieces[:-1]]


def _knots(
    ground: Ground, updates: Sequence[Wanted], edits: Sequence[Edit]
) -> Iterator[tuple[list[Wanted], list[Edit]]]:
    """The updates that cannot simply go in, with the edits that are in the way."""
    hard = [edit for edit in edits if not is_break(ground, edit)]
    waiting = [one for one in updates if not one.is_block and any(overlap(ground, one, edit) for edit in hard)]
    while waiting:
        knot, hits = [waiting.pop(0)], list[Edit]()
        grown = True
        while grown:
            hits = [edit for edit in hard if any(overlap(ground, update, edit) for update in knot)]
            more = [update for update in waiting if any(overlap(ground, update, edit) for edit in hits)]
            knot += more
            waiting = [update for update in waiting if update not in more]
            grown = bool(more)
        yield sorted(knot, key=lambda update: update.start), hits


def _settle(ground: Ground, knot: Sequence[Wanted], hits: Sequence[Edit], outcome: Outcome) -> None:
    """Values that still stand alone go in all the same; for the rest the hand's words stay, ours beside them."""
    if same(ground, knot, hits):
        outcome.settled |= set(hits)
        return
    clashing: list[Wanted] = []
    for wanted in knot:
        alone = None if any(hangs(ground, wanted, hit) for hit in hits) else unmistakable(ground, wanted)
        if alone is None:
            inside = number_inside(ground, wanted)
            clashing += [] if inside else [wanted]
            outcome.patches += [inside] if inside else []
        else:
            found = next(ground.places(alone, alone + 1))
            outcome.patches.append(Patch(found, list(wanted.update.pieces), wanted.new, updated(ground, wanted)))
    start, end = extent(knot, hits)
    values = all(_is_value_for_value(ground, wanted) for wanted in clashing)
    if clashing and values and end - start > len(knot) + _RETOLD:
        for wanted in clashing:
            clash_in_retold(ground, wanted, hits, outcome)
    elif clashing:
        clash(ground, knot, hits, outcome)


def _is_value_for_value(ground: Ground, wanted: Wanted) -> bool:
    old = ground.base[wanted.start : wanted.end]
    return len(old) == len(wanted.update.pieces) == 1 and is_value(old[0])
