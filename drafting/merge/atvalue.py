"""A short answer in which only numbers change is exchanged at these: what stands beside them keeps its looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from drafting.merge.clashing import updated
from drafting.merge.differences import differences
from drafting.merge.ground import Ground, Place
from drafting.merge.outcome import Patch, Wanted
from drafting.merge.tokens import Words, tokens

_NO_NAMES = Words(())
_FIGURE = re.compile("[0-9０-９零〇一二两三四五六七八九十百千万亿]")


def at_values(ground: Ground, wanted: Wanted, place: Place) -> Iterator[Patch]:
    """The changes of the numbers in which one answer and the new one differ; none where anything else differs.

    place: where it stands in the file.
    """
    old, new = ground.base[wanted.start : wanted.end], wanted.update.pieces
    if len(old) != 1 or not _FIGURE.search(old[0]) or ground.text_of(place) != old[0]:
        return
    parts, now = tokens(old[0], _NO_NAMES), tokens(wanted.update.text, _NO_NAMES)
    if len(parts) == 1 or len({(piece.block, piece.nth) for piece in new}) != 1:
        return
    edits = differences(parts, now)
    if any(edit.end - edit.start != 1 or edit.new_end - edit.new_start != 1 for edit in edits):
        return
    found = [(edit.start, parts[edit.start], now[edit.new_start]) for edit in edits]
    if not all(_FIGURE.search(was) and _FIGURE.search(value) for _n, was, value in found):
        return
    entry = updated(ground, wanted)
    if " " in entry.path:
        return  # worked out from several: 增长8% says more than 8%
    for number, was, value in found:
        start = place.start + len("".join(parts[:number]))
        here = place._replace(start=start, end=start + len(was))
        piece = new[0]._replace(text=value)
        yield Patch(here, [piece], wanted.new, replace(entry, text=value, before=was))
