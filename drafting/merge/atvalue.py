"""An answer of one token is exchanged only where it differs: what stands beside that keeps its looks, and numbers that
the hand wrote otherwise stay as it wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafting.merge.clashing import updated
from drafting.merge.differences import Edit, differences
from drafting.merge.figures import as_drafted, cut_alike
from drafting.merge.ground import Ground, Place
from drafting.merge.outcome import Patch, Wanted
from drafting.merge.tokens import Words, tokens

_NO_NAMES = Words(())
_FIGURE = re.compile("[0-9０-９零〇一二两三四五六七八九十百千万亿]")


def at_values(ground: Ground, wanted: Wanted, place: Place) -> Iterator[Patch]:
    """The changes of the numbers in which one answer and the new one differ; none where anything else differs, but for
    an answer with a number that the hand wrote otherwise.

    place: where it stands in the file.
    """
    old, new = ground.base[wanted.start : wanted.end], wanted.update.pieces
    if len(old) != 1 or not _FIGURE.search(old[0]):
        return
    parts, now = tokens(old[0], _NO_NAMES), tokens(wanted.update.text, _NO_NAMES)
    if len(parts) == 1 or len({(piece.block, piece.nth) for piece in new}) != 1:
        return
    edits = differences(parts, now)
    if ground.text_of(place) != old[0]:
        yield from _in_the_hands_writing(ground, wanted, place, parts, now, edits)
        return
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


def _in_the_hands_writing(
    ground: Ground, wanted: Wanted, place: Place, parts: Sequence[str], now: Sequence[str], edits: Sequence[Edit]
) -> Iterator[Patch]:
    """The changes of an answer whose numbers the hand wrote otherwise, 420 立方米 for 420立方米: only what differs.

    parts, now: the tokens of the answer and of the new one. None where no number stays that is written so, or where
    more changes than stays.
    """
    text, new, entry = ground.text_of(place), wanted.update.pieces[0], updated(ground, wanted)
    drafted, places = as_drafted(text, "".join(parts))
    changing = sum([edit.end - edit.start for edit in edits])
    if drafted != "".join(parts) or " " in entry.path or 2 * changing > len(parts):
        return
    stands = cut_alike(parts, places, text)
    stays = set(range(len(parts))) - {n for edit in edits for n in range(edit.start, edit.end)}
    if all(stands[n] == parts[n] for n in stays):
        return
    for edit in edits:
        start, end = (place.start + len("".join(stands[:n])) for n in (edit.start, edit.end))
        value, was = "".join(now[edit.new_start : edit.new_end]), "".join(stands[edit.start : edit.end])
        told = replace(entry, text=value, before=was)
        yield Patch(Place(place.paragraph, start, end), [new._replace(text=value)] if value else [], wanted.new, told)
