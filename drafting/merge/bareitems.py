"""Items that the hand has put into a list without numbers, which the draft numbers now: they are counted with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from drafting.chinese.punctuation import is_point
from drafting.draft import Block
from drafting.merge.differences import BREAK, Edit
from drafting.merge.ground import Ground
from drafting.merge.groups import body_of
from drafting.merge.lists import Ref

_ENDS = ("。", BREAK)


def bare_items(
    ground: Ground, blocks: Mapping[Ref, tuple[int, int]], items: Mapping[Ref, Block]
) -> Iterator[tuple[int, Ref]]:
    """Where such items begin among the tokens of the file, each with one of ours in its list.

    blocks: where those of the base stand among its tokens. items: those of them that get a number.
    """
    for _g, refs in groupby(sorted(items), key=lambda ref: ref[0]):
        row = list(refs)
        marks = {body_of(items[ref])[-1:] for ref in row[:-1]}
        mark = next(iter(marks), "")
        if len(marks) == 1 and is_point(mark):
            first, last = blocks[row[0]][0], blocks[row[-1]][1]
            for edit in ground.edits:
                if first <= edit.start == edit.end <= last:
                    yield from ((at, row[0]) for at in _items_in(ground, edit, mark, edit.start == first))


def _items_in(ground: Ground, edit: Edit, mark: str, leads: bool) -> Iterator[int]:
    """Where items begin in what the hand put in: from one mark between items, or the end of the list, to the next.

    leads: whether the list begins behind it.
    """
    file = ground.file
    begin = edit.new_start if leads or file[edit.new_start - 1] == mark else -1
    for at in range(edit.new_start, edit.new_end):
        if file[at] == mark:
            if 0 <= begin < at:
                yield begin
            begin = at + 1
        elif file[at] in _ENDS:
            begin = -1
    if 0 <= begin < edit.new_end and (edit.new_end == len(file) or file[edit.new_end] in (mark, *_ENDS)):
        yield begin
