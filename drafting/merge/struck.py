"""Clauses and sentences that the hand has taken out of a paragraph, and in which the draft changes something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from drafting.chinese.punctuation import is_point
from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Block, Source, Span
from drafting.merge.agreed import drafted_text
from drafting.merge.carried import KNOWN
from drafting.merge.clashing import path_of
from drafting.merge.differences import BREAK, GAP, Edit
from drafting.merge.ground import Ground
from drafting.merge.lists import Ref
from drafting.merge.model import Entry, Kind
from drafting.merge.outcome import Outcome, Wanted
from drafting.merge.pairing import grams, likeness
from drafting.merge.pieces import Piece
from drafting.merge.sides import Sides
from drafting.merge.updates import Update
from drafting.merge.values import latest
from drafting.paths import list_of

Range = tuple[int, int]
"""Tokens of the base."""

_ALIKE = 0.4  # likeness of what is gone and a clause that stands elsewhere: it has been put there, and worked on
_CUTS = (re.compile("[。！？]"), re.compile(f"[{re.escape(POINTS)}]"))
_CLAUSES = re.compile(f"[{re.escape(POINTS)}]")


def without_struck(
    sides: Sides, ground: Ground, wanted: Sequence[Wanted], heirs: Mapping[Range, tuple[Block, Ref]], outcome: Outcome
) -> Sequence[Wanted]:
    """The updates without those of whole clauses that the hand has taken out: these stay out, and are told, unless
    their block is asked back or an answer that they are of. Clauses in which nothing changes are told where they hold
    a whole answer.

    What went into other words, or stands at another place now, is not taken out; and a list that the draft makes a
    sentence, or a sentence that it makes a list, is one thing with what surrounds it. Where somebody deleted it as a
    tracked change the draft waits for that: rejected, it would be there again as it was.

    heirs: for tokens of the base that are a block, that block and which one of the new draft it is.
    """
    for edit in ground.edits:
        for part in _parts(ground, edit):
            at = next((at for at in heirs if at[0] <= part.start and part.end <= at[1]), None)
            if at is not None:
                wanted = _without_part(sides, ground, wanted, (edit, part), (at, *heirs[at]), outcome)
    return wanted


def _without_part(
    sides: Sides,
    ground: Ground,
    wanted: Sequence[Wanted],
    taken: tuple[Edit, Edit],
    where: tuple[Range, Block, Ref],
    outcome: Outcome,
) -> Sequence[Wanted]:
    """The same for what the hand took out of one block.

    taken: all that an edit took out, and what of it is of that block. where: the tokens of the block, the block, and
    which one of the new draft it is.
    """
    edit, part = taken
    struck = _struck(sides, ground, wanted, part, *where)
    if struck is None:
        return wanted
    if _stands_elsewhere(sides, ground, part):
        return wanted if struck.asked else _without_entries(sides, ground, wanted, struck, outcome)
    was = ground.stood(part.start, part.end)
    pending = any(clause in seen.pending for seen in sides.seen if seen.pending for clause in _clauses(was))
    if pending and (struck.inside or struck.asked):
        return wanted
    outcome.settled.add(edit)
    wanted = [one for one in wanted if one not in struck.inside]
    if struck.asked:
        return sorted([*wanted, _back(sides, ground, struck, edit)], key=lambda one: (one.start, one.end))
    outcome.account.append(_told(ground, struck))
    return wanted


class _Struck(NamedTuple):
    """What the hand took out of a block. new: that block in the new draft, and its key. inside: what the draft changes
    in it. answers: those that it was all of, as they are now, by the numbers of their spans. asked: whether it, or an
    answer that it is of, is asked back."""

    edit: Edit
    new: Ref
    key: str
    inside: Sequence[Wanted]
    answers: Mapping[int, Span]
    asked: bool


def _struck(
    sides: Sides, ground: Ground, wanted: Sequence[Wanted], edit: Edit, at: Range, block: Block, new: Ref
) -> _Struck | None:
    """What an edit took out of the block that stands at `at`; None where the draft changes more than what is within
    it, or nothing, and nothing is to be told either."""
    inside = [one for one in wanted if _is_inside(one, edit)]
    across = [one for one in wanted if one not in inside and one.start < edit.end and edit.start < one.end]
    if across or any(one.is_block or one.update.gone or one.update.recast for one in inside):
        return None
    drafted = sides.new[new[0]].blocks[new[1]]
    now_of = latest(block, drafted)
    answers = {nth: now_of[nth] for nth in _whole_answers(ground, block, at, edit) if nth in now_of}
    paths = {now_of[piece.nth].path for piece in ground.pieces[edit.start : edit.end] if piece.nth in now_of}
    asked = bool(sides.restore) and not {drafted.key, *paths}.isdisjoint(sides.restore)
    return _Struck(edit, new, drafted.key, inside, answers, asked) if inside or asked or answers else None


def _back(sides: Sides, ground: Ground, struck: _Struck, edit: Edit) -> Wanted:
    """What is asked back, put in where it stood. edit: all that the hand took out there."""
    end, pieces = edit.end, tuple(_as_drafted(sides, ground, struck.inside, struck.edit, struck.new))
    if struck.edit != edit:  # into an item that the hand has joined: one mark parts it from what stands there
        at, part = ground.gap_before(end), struck.edit
        behind = at > 0 and is_point(ground.file[at - 1])
        places = (part.end - 1, part.end) if behind else (part.start, part.start - 1, part.start - 2)
        marks = [ground.base[n] for n in places if 0 <= n < len(ground.base) and is_point(ground.base[n])]
        mark = [pieces[0]._replace(text=text) for text in marks[:1]]
        pieces = tuple([*_inner(pieces), *mark] if behind else [*mark, *_inner(pieces)])
    return Wanted(Update(end, end, pieces, struck.new[1]), struck.new[0], struck.key)


def _inner(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Pieces without a mark at either end."""
    return pieces[is_point(pieces[0].text) : len(pieces) - is_point(pieces[-1].text)]


def _told(ground: Ground, struck: _Struck) -> Entry:
    """What stays out, as the draft has it now, and as it was where the draft changes it."""
    start, end = struck.edit.start, struck.edit.end
    answers = " ".join([now.path for now in struck.answers.values()])
    path = next((path for one in struck.inside if (path := path_of(ground, one))), answers)
    before = ground.stood(start, end).strip(POINTS) if struck.inside else ""
    ours = drafted_text(ground, struck.inside, start, end).strip(POINTS)
    return Entry(Kind.DELETED_BY_HAND, struck.key, ours, before, path)


def _without_entries(
    sides: Sides, ground: Ground, wanted: Sequence[Wanted], struck: _Struck, outcome: Outcome
) -> Sequence[Wanted]:
    """The updates without those of entries of a list that the hand took out while it put others, that stood beside
    them, elsewhere: these stay out, and are told."""
    gone: dict[str, Edit] = {}
    for nth, now in struck.answers.items() if len(struck.answers) > 1 else ():
        tokens = [n for n in range(struck.edit.start, struck.edit.end) if ground.pieces[n].nth == nth]
        one = Edit(tokens[0], tokens[-1] + 1, struck.edit.new_start, struck.edit.new_start)
        if list_of(now.path) and not _stands_elsewhere(sides, ground, one):
            gone[now.path] = one
    if len(gone) in (0, len(struck.answers)):
        return wanted
    for path, one in gone.items():
        inside = [other for other in wanted if _is_inside(other, one)]
        if any(other not in inside and other.start < one.end and one.start < other.end for other in wanted):
            continue
        wanted = [other for other in wanted if other not in inside]
        before = ground.stood(one.start, one.end) if inside else ""
        ours = drafted_text(ground, inside, one.start, one.end)
        outcome.account.append(Entry(Kind.DELETED_BY_HAND, struck.key, ours, before, path))
    return wanted


def _whole_answers(ground: Ground, block: Block, at: Range, edit: Edit) -> Iterator[int]:
    """The spans of a block that are answers and all of which the hand took out. at: where the block stands."""
    outside = {ground.pieces[n].nth for n in (*range(at[0], edit.start), *range(edit.end, at[1]))}
    inside = dict.fromkeys(piece.nth for piece in ground.pieces[edit.start : edit.end])
    return (nth for nth in inside if nth not in outside and block.spans[nth].source is Source.FACT)


def _as_drafted(sides: Sides, ground: Ground, inside: Sequence[Wanted], edit: Edit, new: Ref) -> Iterator[Piece]:
    """What the draft has now for what is gone. What did not change counts as of spans behind those of the new block."""
    spans, at = len(sides.new[new[0]].blocks[new[1]].spans), edit.start
    for start, end, pieces in [*((one.start, one.end, one.update.pieces) for one in inside), (edit.end, edit.end, ())]:
        for piece in ground.pieces[at:start]:
            yield piece._replace(block=new[1], nth=spans + piece.nth)
        yield from pieces
        at = end


def _is_inside(one: Wanted, edit: Edit) -> bool:
    if one.start == one.end:
        return edit.start < one.start < edit.end
    return edit.start <= one.start and one.end <= edit.end


def _parts(ground: Ground, edit: Edit) -> Sequence[Edit]:
    """The whole clauses that the hand took out: those of one block, or of several items that it has joined so, with no
    more than a mark between; none if it did anything else."""
    numbers = [n for n in range(edit.start, edit.end) if ground.pieces[n].span is None]
    joins = [*map(is_point, ground.file[edit.new_start : edit.new_end])]
    if not all(joins) or (joins and not numbers) or edit.start == edit.end:
        return ()
    starts, ends = [edit.start, *(n + 1 for n in numbers)], [*numbers, edit.end]
    parts = [Edit(start, end, edit.new_start, edit.new_start) for start, end in zip(starts, ends, strict=True)]
    parts = [part for part in parts if not all(map(is_point, ground.base[part.start : part.end]))]
    return parts if all(_is_of_clauses(ground, part) for part in parts) else ()


def _is_of_clauses(ground: Ground, part: Edit) -> bool:
    """Whether something are whole clauses, with the mark before them or the one behind."""
    tokens = ground.base[part.start : part.end]
    if any(token == BREAK or token.startswith(GAP) for token in tokens):
        return False
    begins, ends = _is_end(ground, part.start - 1), _is_end(ground, part.end)
    return (begins and is_point(tokens[-1])) or (ends and (is_point(tokens[0]) or begins))


def _is_end(ground: Ground, n: int) -> bool:
    """Whether a token of the base ends a clause, or is none, or a number."""
    if not 0 <= n < len(ground.base) or ground.pieces[n].span is None:
        return True
    return is_point(ground.base[n])


def _stands_elsewhere(sides: Sides, ground: Ground, edit: Edit) -> bool:
    """Whether what is gone stands somewhere in the file as it was, or a clause of it much as it was, where the draft
    had none such."""
    if _is_put_elsewhere(sides, ground.stood(edit.start, edit.end)):
        return True
    gone = [grams(clause) for clause in _clauses(ground.stood(edit.start, edit.end))]
    drafted = {clause for group in sides.base for clause in _clauses(group.text)}
    own = {clause for seen in sides.seen for clause in _clauses(seen.text)} - drafted
    own |= {
        clause
        for other in ground.edits
        if other.new_start < other.new_end
        for clause in _clauses(ground.written(other.new_start, other.new_end))
    }
    return any(likeness(one, grams(clause)) >= _ALIKE for clause in own for one in gone)


def _is_put_elsewhere(sides: Sides, was: str) -> bool:
    """Whether each sentence of what is gone, or each clause, stands once in the file, as it did in the draft."""
    cut = [[part.strip(POINTS) for part in cuts.split(was)] for cuts in _CUTS]
    return any(all(_stands_once(sides, words) for words in parts if words) for parts in cut)


def _stands_once(sides: Sides, words: str) -> bool:
    if len(words) < KNOWN or sum([words in seen.text for seen in sides.seen]) != 1:
        return False
    return sum([words in group.text for group in sides.base]) == 1


def _clauses(text: str) -> Iterator[str]:
    return (clause for clause in _CLAUSES.split(text) if clause)
