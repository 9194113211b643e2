"""What the draft has moved, told once for each paragraph: behind what it stood, and behind what it stands now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from drafting.chinese.enumerators import without_marker
from drafting.merge.arrange import Arrangement, Slot
from drafting.merge.disputed import head_of
from drafting.merge.model import Entry, Fate, Kind, Move, Step
from drafting.merge.sides import Sides, Weighed
from drafting.merge.steps import changed


def with_moves(
    account: Sequence[Entry], sides: Sides, weighed: Weighed, arrangement: Arrangement, steps: Sequence[Step]
) -> list[Entry]:
    """The account with what the draft has moved.

    Where something else is told of such a paragraph, that says too that it moved. A paragraph that has only another
    number is told in its words as they were and as they will be.
    """
    found = list(account)
    at = {p: h for h, places in weighed.places.items() for p in places}
    moves = _moves(sides, arrangement)
    for h in dict.fromkeys(at[p] for p in sorted(arrangement.moved) if p in at):
        move = moves[next(p for p in weighed.places[h] if p in arrangement.moved)]
        keys = {block.key for block in sides.new[h].blocks}
        here = [n for n, entry in enumerate(found) if entry.kind is Kind.UPDATED and entry.block in keys]
        places = set(weighed.places[h])
        own = [step for step in steps if step.seen in places and step.fate is not Fate.DELETED]
        before = "\n".join([sides.seen[step.seen or 0].text for step in own])
        now = "\n".join([changed(sides.seen[step.seen or 0].text, step.changes) for step in own])
        whole = Entry(Kind.UPDATED, sides.new[h].key, now, before, moved=move)
        if not here:
            found.append(replace(whole, text=before))
        elif len(here) == 1 and without_marker(now) == without_marker(before):
            found[here[0]] = whole
        else:
            found[here[0]] = replace(found[here[0]], moved=move)
    return found


def _moves(sides: Sides, arrangement: Arrangement) -> Mapping[int, Move]:
    """For each paragraph of the file that moves, from where to where; those that go together as the first."""
    return {
        p: Move(_before_in_file(first, sides), head_of(before))
        for first, before, together in _runs(arrangement, sides)
        for p in together
    }


def _runs(arrangement: Arrangement, sides: Sides) -> Iterator[tuple[int, str, list[int]]]:
    """What moves together: the first paragraph of it, the text before it in the file to come, and all of it."""
    together: list[int] = []
    first_behind, before = "", ""
    for slot in arrangement.slots:
        goes_on = bool(together) and slot.seen == together[-1] + 1
        if together and not (slot.seen in arrangement.moved and goes_on):
            yield together[0], first_behind, together
            together = []
        if slot.seen in arrangement.moved:
            first_behind = first_behind if together else before
            together.append(slot.seen)
        before = _text(slot, sides) or before
    if together:
        yield together[0], first_behind, together


def _text(slot: Slot, sides: Sides) -> str:
    """What a paragraph of the file to come says, without its number."""
    return without_marker((sides.seen[slot.seen].text if slot.seen >= 0 else sides.new[slot.new].core).strip())


def _before_in_file(p: int, sides: Sides) -> str:
    """How the paragraph begins behind which another one stood; "" for the first."""
    texts = (sides.seen[q].text.strip() for q in range(p - 1, -1, -1))
    return head_of(without_marker(next(filter(None, texts), "")))
