"""Where the hand wrote what the draft wants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.merge.differences import Edit
from drafting.merge.figures import as_drafted
from drafting.merge.ground import Ground
from drafting.merge.model import OBJECT
from drafting.merge.outcome import Patch, Wanted


def same(ground: Ground, updates: Sequence[Wanted], edits: Sequence[Edit]) -> bool:
    """Whether the hand wrote what the draft wants; the mark of a footnote or a picture may stand with it."""
    start, end = extent(updates, edits)
    first, last = ground.file_range(start, end)
    said, drafted = ground.said(first, last).replace(OBJECT, ""), drafted_text(ground, updates, start, end)
    return said == drafted or (bool(drafted) and as_drafted(said, drafted)[0] == drafted)


def standing(ground: Ground, updates: Sequence[Wanted], edits: Sequence[Edit]) -> Iterator[Patch]:
    """A whole block that the hand wrote as the draft has it, as a patch that changes nothing: there it stands."""
    if len(updates) == 1 and updates[0].is_block:
        places = list(ground.places(*ground.file_range(*extent(updates, edits))))
        if len(places) == 1 and ground.text_of(places[0]) == updates[0].update.text:
            yield Patch(places[0], list(updates[0].update.pieces), updates[0].new)


def extent(updates: Sequence[Wanted], edits: Sequence[Edit]) -> tuple[int, int]:
    """Where all of these begin and end, in tokens of the base."""
    ends = [(one.start, one.end) for one in updates] + [(one.start, one.end) for one in edits]
    return min(start for start, _end in ends), max(end for _start, end in ends)


def drafted_text(ground: Ground, updates: Sequence[Wanted], start: int, end: int) -> str:
    """What the draft would have in place of tokens `start` to `end` of the base."""
    text, at = "", start
    for update in updates:
        text += ground.stood(at, update.start) + update.update.text
        at = update.end
    return text + ground.stood(at, end)
