"""What the hand copied is its own; but its facts should be those of the draft. Single values: see `restated`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from drafting.draft import Source
from drafting.merge.differences import differences
from drafting.merge.model import Entry, Kind
from drafting.merge.outcome import Patch
from drafting.merge.pairing import candidates, grams, likeness
from drafting.merge.pieces import pieces_of
from drafting.merge.sides import Sides
from drafting.merge.tokens import is_value, tokens

_SHORTEST = 20  # characters of a paragraph that can be known as a copy
_LEAST = 0.7  # likeness of a copy


def copies(sides: Sides, own: Collection[int], places: Mapping[int, object]) -> dict[int, int]:
    """Which paragraphs of the hand's own are copies of which of the new draft that stand elsewhere in the file."""
    left = {p: grams(text) for p in own if len(text := sides.seen[p].text) >= _SHORTEST}
    if not left:
        return {}
    right = {h: grams(sides.new[h].text) for h in places if len(sides.new[h].text) >= _SHORTEST}
    found: dict[int, tuple[float, int]] = {}
    for p, h in candidates(left, right):
        if (score := likeness(left[p], right[h])) >= _LEAST:
            found[p] = max(found.get(p, (score, h)), (score, h))
    return {p: h for p, (_score, h) in found.items()}


def outdated(sides: Sides, p: int, h: int, patches: Sequence[Patch] = ()) -> Iterator[Entry]:
    """An entry for each value in a copy that the draft has otherwise, and that stays.

    patches: what changes in the file. Where the hand gave the first one another value, the draft's comes into the copy.
    """
    changing = [patch.place for patch in patches if patch.place.paragraph == p]
    copy, pieces = tokens(sides.seen[p].text, sides.words), pieces_of(sides.new[h], sides.words)
    for edit in differences(copy, [piece.text for piece in pieces]):
        old, new = copy[edit.start : edit.end], pieces[edit.new_start : edit.new_end]
        if len(old) == len(new) == 1 and is_value(old[0]) and (span := new[0].span) and span.source is Source.FACT:
            start = len("".join(copy[: edit.start]))
            if not any(place.start < start + len(old[0]) and start < place.end for place in changing):
                yield Entry(Kind.COPY, sides.new[h].blocks[new[0].block].key, new[0].text, old[0], span.path)
