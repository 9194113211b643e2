"""The entries of the account that are told once all is decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafting.chinese.enumerators import parse_marker, without_marker
from drafting.chinese.punctuation.marks import POINTS
from drafting.merge.arrange import Arrangement, elsewhere
from drafting.merge.copied import copies, outdated
from drafting.merge.model import Entry, Kind
from drafting.merge.sides import Sides, Weighed

_CELLS = " | "  # between the cells of a table
_MOVED = 6  # characters of words that are known at another place
_BEHIND = 12  # characters behind a number of the hand's own item, by which it is known


def updated(sides: Sides, weighed: Weighed) -> Iterator[Entry]:
    """Entries for what comes in inside paragraphs, with the counts as they turned out."""
    for patch in weighed.outcome.patches:
        place = patch.place
        stands = sides.seen[place.paragraph].text
        if patch.entry and patch.text != stands[place.start : place.end]:
            behind = stands[place.end : place.end + _BEHIND] if not patch.entry.block else ""
            yield replace(patch.entry, text=patch.text + behind, before=patch.entry.before + behind)


def told(sides: Sides, arrangement: Arrangement, weighed: Weighed, own: Sequence[int]) -> Iterator[Entry]:
    """Entries for what stands elsewhere than in the draft, and for the paragraphs of the hand's own (`own`)."""
    at = {p: h for h, places in weighed.places.items() for p in places}
    for h in arrangement.disputed:
        stands = "\n".join([sides.seen[p].text for p in weighed.places[h]])
        yield Entry(Kind.CONFLICT, sides.new[h].key, stands, stands)
    markers = {h: sides.base[g].blocks[0].marker for g, h in sides.heirs.items()}
    for h in elsewhere(sides.new, [at[slot.seen] for slot in arrangement.slots if slot.seen in at]):
        if h not in arrangement.disputed:
            stands = "\n".join([sides.seen[p].text for p in weighed.places[h]])
            marker = markers.get(h, "") if parse_marker(stands) else ""
            before = marker + without_marker(stands) if marker else stands
            yield Entry(Kind.KEPT, sides.new[h].key, stands, before)
    originals = copies(sides, own, weighed.places)
    for together in _tables(sides, [p for p in own if sides.seen[p].text.strip()]):
        key = next((sides.new[originals[p]].key for p in together if p in originals), "")
        yield Entry(Kind.KEPT, key, _CELLS.join([sides.seen[p].text for p in together]))
    for p, h in originals.items():
        yield from outdated(sides, p, h, weighed.outcome.patches)


def with_moves_by_hand(account: Sequence[Entry]) -> Iterator[Entry]:
    """The account, words that the hand took out at one place and put in at another told as one entry: they moved."""
    kept = [entry for entry in account if entry.kind is Kind.KEPT]
    came = {words: entry for entry in kept if not entry.before and len(words := _words(entry.text)) >= _MOVED}
    went = {words: entry for entry in kept if not _words(entry.text) and (words := _words(entry.before)) in came}
    went |= {words: entry for entry in kept if entry.is_moved_by_hand and (words := _words(entry.text)) in came}
    for entry in account:
        words = _words(entry.text) or _words(entry.before)
        if entry is went.get(words):
            yield entry if _words(entry.text) else replace(entry, text=entry.before)
        elif words not in went or entry is not came[words]:
            yield entry


def _words(text: str) -> str:
    """A passage without the marks at its ends."""
    return text.strip(POINTS + " \n")


def _tables(sides: Sides, own: Sequence[int]) -> Iterator[list[int]]:
    """The paragraphs of the hand's own one by one; those in a table that are neighbours, together."""
    together: list[int] = []
    for p in own:
        if together and not (sides.seen[p].fixed and sides.seen[together[-1]].fixed):
            yield together
            together = []
        together.append(p)
    if together:
        yield together
