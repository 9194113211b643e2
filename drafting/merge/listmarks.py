"""The marks at the ends of the items of a list, where an item stays that the draft no longer has there.

The draft ends its list one item earlier, or puts another one last: with the item that stays a 。 would stand amid the
list, or a ； at its end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from drafting.chinese.punctuation import is_point
from drafting.draft import Block
from drafting.merge.groups import Group, body_of
from drafting.merge.pieces import Piece
from drafting.merge.updates import Update

_BETWEEN = "；"  # where neither draft has two items

Pair = tuple[int | None, int | None]
"""A block of the base and the block of the new paragraph that it is, None where there is none."""


def with_marks(
    base: Group,
    new: Group,
    pairs: Sequence[Pair],
    kept: Collection[int],
    found: Sequence[Update],
    ends: Mapping[int, tuple[int, Piece]],
) -> tuple[list[Update], list[tuple[int, Update]]]:
    """The updates of a paragraph, with which each item but the last ends as items do, and the last one as the last;
    and those to items that stay, each with its block of the base.

    pairs: in the order in which they will stand. kept: blocks of the base that stay though the draft does not have
    them. found: the updates as the draft wants them. ends: the last token of blocks of the base, with its number,
    where it stands in the file.
    """
    items = [(i, j) for i, j in pairs if _is_item(base, i) or _is_item(new, j)]
    marks, last = _marks(base, new)
    stays: list[tuple[int, Update]] = []
    here = [(i, j) for i, j in items if j is not None or i in kept]
    for i, j in here if len(marks) == 1 and last else ():
        wanted, end = last if (i, j) == here[-1] else marks[0], None if i is None else ends.get(i)
        if j is not None and _mark(new.blocks[j]) != wanted:
            found = list(_ending(found, j, wanted, end))
        elif i is not None and j is None and end and end[1].text != wanted:
            stays.append((i, _mark_only(end, wanted, -1)))
    return list(found), stays


def marks_apart(found: Sequence[Update], before: Sequence[Piece], worked_on: Collection[int]) -> Iterator[Update]:
    """The updates, the mark at the end of an item on which the hand worked as one of its own: it changes with the
    place of the item in its list, whatever becomes of its words.

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


def _is_other_mark(before: Sequence[Piece], update: Update) -> bool:
    """Whether a block ends with another mark after an update."""
    old, new = before[update.end - 1], update.pieces[-1]
    ends = update.end == len(before) or before[update.end].block != old.block
    return ends and is_point(old.text) and is_point(new.text) and old.text != new.text


def _is_item(group: Group, number: int | None) -> bool:
    return number is not None and bool(group.blocks[number].marker)


def _mark(block: Block) -> str:
    """The mark at the end of a block, "" if there is none."""
    text = body_of(block)[-1:]
    return text if is_point(text) else ""


def _marks(base: Group, new: Group) -> tuple[list[str], str]:
    """The marks with which the items of two lists end that are not the last ones, and that of the last."""
    lists = [[block for block in group.blocks if block.marker] for group in (base, new)]
    between = {_mark(block) for blocks in lists for block in blocks[:-1]}
    return sorted(between) or [_BETWEEN], next((_mark(blocks[-1]) for blocks in reversed(lists) if blocks), "")


def _ending(updates: Sequence[Update], block: int, wanted: str, end: tuple[int, Piece] | None) -> Iterator[Update]:
    """The updates, with another mark at the end of a block of the new draft. end: its last token in the base."""
    done = False
    for update in updates:
        if update.gone or update.block != block or not update.pieces or not _reaches(update, end):
            yield update
            continue
        done = True
        if end and wanted == end[1].text and update.end == end[0] + 1:
            update = replace(update, end=end[0], pieces=update.pieces[:-1])
        else:
            update = replace(update, pieces=(*update.pieces[:-1], update.pieces[-1]._replace(text=wanted)))
        if update.pieces or update.start < update.end:
            yield update
    if not done and end and end[1].text != wanted:
        yield _mark_only(end, wanted, block)


def _reaches(update: Update, end: tuple[int, Piece] | None) -> bool:
    """Whether an update brings in the mark at the end of its block."""
    return is_point(update.pieces[-1].text) and (end is None or update.end == end[0] + 1)


def _mark_only(end: tuple[int, Piece], wanted: str, block: int) -> Update:
    at, piece = end
    return Update(at, at + 1, (piece._replace(text=wanted, block=block),), block)
