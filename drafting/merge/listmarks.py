"""The marks at the ends of the items of a list, where an item stays that the draft no longer has there, or is gone.

The draft ends its list one item earlier, or puts another one last: with the item that stays a 。 would stand amid the
list, or a ； at its end. So it is where the draft still has an item that the hand took out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from drafting.chinese.punctuation import is_point
from drafting.draft import Block
from drafting.merge.ground import Ground, Place
from drafting.merge.groups import Group, body_of
from drafting.merge.pieces import Piece
from drafting.merge.turned import items_of
from drafting.merge.updates import Update

_BETWEEN = "；"  # where neither draft has two items

Pair = tuple[int | None, int | None]
"""A block of the base and the block of the new paragraph that it is, None where there is none."""


class End(NamedTuple):
    """The last token of a block of the base as it stands in the file, and its number in the paragraph.

    own: the number of the token that the block ends with in the base. Where the hand took out ；三是丙 it is another
    one: the 。 of the item that is gone ends the one before.
    """

    at: int
    piece: Piece
    own: int


def with_marks(
    base: Group,
    new: Group,
    pairs: Sequence[Pair],
    kept: Collection[int],
    found: Sequence[Update],
    ends: Mapping[int, End],
) -> tuple[list[Update], list[tuple[int, Update]]]:
    """The updates of a paragraph, with which each item but the last ends as items do, and the last one as the last;
    and those to items that stay, each with its block of the base.

    pairs: in the order in which they will stand. kept: blocks of the base that stay though the draft does not have
    them. found: the updates as the draft wants them. ends: of the blocks of the base, where they stand in the file.
    """
    items, new_items = items_of(base), items_of(new)
    marks, last = _marks(base, new)
    found, stays = list(found), list[tuple[int, Update]]()
    here = [(i, j) for i, j in pairs if (i in items or j in new_items) and (j is not None or i in kept)]
    lent: End | None = None  # the mark behind the items that come in now, and behind the one before them
    for n, (i, j) in enumerate(here if len(marks) == 1 and last else ()):
        wanted, end = last if n + 1 == len(here) else marks[0], None if i is None else ends.get(i)
        lent = lent if i is None else end if end and end.at != end.own else None
        if lent and i is None and j is not None:
            found = [_before(update, j, lent, here[n - 1][1]) for update in _ending(found, j, marks[0], None)]
        elif lent:
            behind = next((m for m in range(n + 1, len(here)) if here[m][0] is not None), len(here))
            wanted = last if behind == len(here) else marks[0]
            if i is not None and lent.piece.text != wanted:
                stays.append((i, _mark_only(lent, wanted, -1)))
        elif j is not None and _mark(new.blocks[j]) != wanted:
            found = list(_ending(found, j, wanted, end))
        elif i is not None and j is None and end and end.piece.text != wanted:
            stays.append((i, _mark_only(end, wanted, -1)))
    return found, stays


def as_they_stand(pairs: Sequence[Pair], held: Sequence[tuple[int, int]], out: Collection[int]) -> list[Pair]:
    """The blocks side by side, those that stay where they are though the draft has moved them at their old places.

    held: those. out: blocks of the new paragraph that the hand took out: they stand nowhere.
    """
    stays, taken = dict(held), {j for _i, j in held}
    both = [(i, stays.get(i) if i is not None and j is None else j) for i, j in pairs]
    return [(i, j) for i, j in both if (i is not None or j not in taken) and (j is None or j not in out)]


def marks_apart(found: Sequence[Update], before: Sequence[Piece], worked_on: Collection[int]) -> Iterator[Update]:
    """The updates, the mark at the end of an item on which the hand worked, or behind which it has put one, as one of
    its own: it changes with the place of the item in its list, whatever becomes of its words.

    before: the pieces of the base. worked_on: blocks of the base.
    """
    for update in found:
        last = before[update.end - 1] if update.start < update.end and update.pieces and not update.gone else None
        if last is None or last.block not in worked_on or not _is_other_mark(before, update):
            yield update
            continue
        if update.end - update.start > 1 or len(update.pieces) > 1:
            yield replace(update, end=update.end - 1, pieces=update.pieces[:-1])
        yield replace(update, start=update.end - 1, pieces=update.pieces[-1:])


def own_mark(ground: Ground, start: int, end: int) -> Place | None:
    """Where in the file the mark stands that a block ends with, if the hand has put an item of its own behind it, which
    ends as it does: when the block comes last, that item does.

    start, end: the tokens of that mark in the base.
    """
    if end - start != 1 or not _ends_block(ground.pieces, start) or ground.at(start) < 0:
        return None
    for edit in ground.edits:
        if edit.start == edit.end == end and ground.file[edit.new_start : edit.new_end][-1:] == [ground.base[start]]:
            return next(ground.places(edit.new_end - 1, edit.new_end))
    return None


def _ends_block(pieces: Sequence[Piece], at: int) -> bool:
    return is_point(pieces[at].text) and (at + 1 == len(pieces) or pieces[at + 1].block != pieces[at].block)


def is_only_mark(before: Sequence[Piece], update: Update) -> bool:
    """Whether an update gives a block another mark at its end, and does no more."""
    alone = update.end == update.start + 1 and len(update.pieces) == 1
    return alone and _is_other_mark(before, update)


def _is_other_mark(before: Sequence[Piece], update: Update) -> bool:
    """Whether a block ends with another mark after an update."""
    old, new = before[update.end - 1], update.pieces[-1]
    ends = update.end == len(before) or before[update.end].block != old.block
    return ends and is_point(old.text) and is_point(new.text) and old.text != new.text


def _before(update: Update, block: int, end: End, behind: int | None) -> Update:
    """An update, a block of the new draft that comes in put between an item and the mark that ends this now, its own
    mark put first. behind: the item, as a block of the new draft."""
    if update.block != block or update.start < update.end or not update.pieces or not is_point(update.pieces[-1].text):
        return update
    *words, mark = update.pieces
    pieces = mark._replace(block=block - 1 if behind is None else behind), *words
    return replace(update, start=end.own + 1, end=end.own + 1, pieces=pieces)


def _mark(block: Block) -> str:
    """The mark at the end of a block, "" if there is none."""
    text = body_of(block)[-1:]
    return text if is_point(text) else ""


def _marks(base: Group, new: Group) -> tuple[list[str], str]:
    """The marks with which the items of two lists end that are not the last ones, and that of the last."""
    lists = [[group.blocks[n] for n in items_of(group)] for group in (base, new)]
    between = {_mark(block) for blocks in lists for block in blocks[:-1]}
    return sorted(between) or [_BETWEEN], next((_mark(blocks[-1]) for blocks in reversed(lists) if blocks), "")


def _ending(updates: Sequence[Update], block: int, wanted: str, end: End | None) -> Iterator[Update]:
    """The updates, with another mark at the end of a block of the new draft. end: its last token in the base."""
    done = False
    for update in updates:
        if update.gone or update.block != block or not update.pieces or not _reaches(update, end):
            yield update
            continue
        done = True
        if end and wanted == end.piece.text and update.end == end.at + 1:
            update = replace(update, end=end.at, pieces=update.pieces[:-1])
        else:
            update = replace(update, pieces=(*update.pieces[:-1], update.pieces[-1]._replace(text=wanted)))
        if update.pieces or update.start < update.end:
            yield update
    if not done and end and end.piece.text != wanted:
        yield _mark_only(end, wanted, block)


def _reaches(update: Update, end: End | None) -> bool:
    """Whether an update brings in the mark at the end of its block."""
    return is_point(update.pieces[-1].text) and (end is None or update.end == end.at + 1)


def _mark_only(end: End, wanted: str, block: int) -> Update:
    return Update(end.at, end.at + 1, (end.piece._replace(text=wanted, block=block),), block)
