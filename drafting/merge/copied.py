"""What the hand copied is its own, paragraphs and values; but its facts should be those of the draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from drafting.draft import Source
from drafting.merge.differences import differences
from drafting.merge.model import Entry, Fate, Kind, Step
from drafting.merge.pairing import candidates, grams, likeness
from drafting.merge.pieces import pieces_of
from drafting.merge.sides import Sides
from drafting.merge.steps import changed
from drafting.merge.tokens import is_value, tokens

_SHORTEST = 20  # characters of a paragraph that can be known as a copy
_TELLING = 4  # characters of a value that is the same elsewhere by no chance
_AROUND = 5  # characters on both sides of a value: those of a copy are the same
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


def outdated(sides: Sides, p: int, h: int) -> Iterator[Entry]:
    """An entry for each value in a copy that the draft has otherwise."""
    copy, pieces = tokens(sides.seen[p].text, sides.words), pieces_of(sides.new[h], sides.words)
    for edit in differences(copy, [piece.text for piece in pieces]):
        old, new = copy[edit.start : edit.end], pieces[edit.new_start : edit.new_end]
        if len(old) == len(new) == 1 and is_value(old[0]) and (span := new[0].span) and span.source is Source.FACT:
            yield Entry(Kind.COPY, sides.new[h].blocks[new[0].block].key, new[0].text, old[0], span.path)


def repeated(sides: Sides, account: Sequence[Entry], steps: Sequence[Step]) -> Iterator[Entry]:
    """An entry for each value that changes and that the hand wrote elsewhere too, where it stays as it is.

    account, steps: of the merge.
    """
    changed_ones = [entry for entry in account if entry.kind is Kind.UPDATED and entry.path and entry.before]
    written = [entry.text for entry in account if entry.kind is Kind.KEPT and entry.text != entry.before]
    if not any(entry.before in text for entry in changed_ones for text in written):
        return
    yield from _in_copied_words(sides, changed_ones, written)
    updated = [entry for entry in changed_ones if is_telling(entry.before)]
    by_hand = Counter(token for text in written for token in tokens(text, sides.words))
    stays = Counter(
        token
        for step in steps
        if step.seen is not None and step.fate is not Fate.DELETED
        for token in tokens(changed(sides.seen[step.seen].text, step.changes), sides.words)
    )
    drafted = {piece.text for group in sides.new for piece in pieces_of(group, sides.words)}
    told = {(entry.path, entry.before) for entry in account if entry.kind is Kind.COPY}
    for entry in updated:
        if entry.before not in drafted and entry.text and (entry.path, entry.before) not in told:
            for _again in range(min(by_hand[entry.before], stays[entry.before])):
                yield Entry(Kind.COPY, entry.block, entry.text, entry.before, entry.path)


def _in_copied_words(sides: Sides, updated: Sequence[Entry], written: Sequence[str]) -> Iterator[Entry]:
    """The same for values that may stand anywhere by chance, such as 5个: where the words around are the same."""
    base = {block.key: block.text for group in sides.base for block in group.blocks}
    for entry in updated:
        text = base.get(entry.block, "")
        if is_telling(entry.before) or text.count(entry.before) != 1:
            continue
        at = text.index(entry.before)
        around = text[max(at - _AROUND, 0) : at + len(entry.before) + _AROUND]
        if len(around) > len(entry.before) + _AROUND:
            yield from [Entry(Kind.COPY, entry.block, entry.text, entry.before, entry.path)] * sum(
                [own.count(around) for own in written]
            )


def is_telling(value: str) -> bool:
    """Whether a value is a number that says enough to be known again: 217处, and not 5个."""
    return len(value) >= _TELLING and value[0].isdecimal()
