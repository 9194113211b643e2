"""Values that the hand has said too and that are others by now: told at each run as long as they stand as they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from drafting.draft import Draft
from drafting.merge.differences import differences
from drafting.merge.model import Entry, Kind, Merge
from drafting.merge.quoted import heir_of_clause
from drafting.merge.tokens import Words, tokens
from drafting.paths import without_places

OUTDATED = "copies"
"""In the state: such values, each as `Entry` has it: block, text, before, path, note."""

_AT = 4  # characters on one side by which a value is known again where it stood
_NO_NAMES = Words(())


class _Said(NamedTuple):
    """What a draft shows of an answer in a block."""

    block: str
    path: str
    text: str


def outdated(account: Sequence[Entry]) -> list[list[str]]:
    """The copies of an account, for the state."""
    told = [entry for entry in account if entry.kind is Kind.COPY]
    return sorted([entry.block, entry.text, entry.before, entry.path, entry.note] for entry in told)


def with_outdated(
    kept: Sequence[Sequence[str]], merged: Merge, base: Draft, new: Draft, stands: Sequence[str]
) -> Merge:
    """The merge with an account that tells of the copies of earlier runs that are still as they were.

    kept: of the last run, see `outdated`. stands: all that the file will say.
    """
    known = {(entry.path, entry.before, entry.note) for entry in merged.account if entry.kind is Kind.COPY}
    own = [entry.text for entry in merged.account if entry.kind is Kind.KEPT and not entry.is_moved_by_hand]
    before, now, drafted = list(_said(base)), list(_said(new)), new.text
    found: list[Entry] = []
    for block, text, was, path, note in kept:
        if (path, was, note) not in known and _stands(was, note, stands if note else own, drafted):
            said = _now(_Said(block, path, text), before, now)
            if said is not None and said.text != was:
                found.append(Entry(Kind.COPY, said.block, said.text, was, said.path, note=note))
    return replace(merged, account=(*merged.account, *found)) if found else merged


def _said(draft: Draft) -> Iterator[_Said]:
    for block in draft.blocks:
        yield from (_Said(block.key, span.path, span.text) for span in block.spans if span.path)


def _stands(value: str, note: str, texts: Sequence[str], drafted: str) -> bool:
    """Whether a value stands in some texts still, beside what stood beside it. note: the value and that."""
    left, _value, right = note.partition(value)
    places = [place for place in (left[-_AT:] + value, value + right[:_AT]) if place != value or not note]
    return any(place in text for place in places if place not in drafted or not note for text in texts)


def _now(told: _Said, before: Sequence[_Said], now: Sequence[_Said]) -> _Said | None:
    """A value of an answer as the draft has it now; None if it is not clear. Rows may have another number.

    told: as it was told last. before, now: what the drafts show.
    """
    rows = [one for one in now if without_places(one.path) == without_places(told.path) and _says(one.text, told.text)]
    if rows:
        best = max(rows, key=lambda one: (one.path == told.path, one.block == told.block))
        return best._replace(text=told.text)
    for was in [one for one in before if one.path == told.path and _says(one.text, told.text)]:
        old = tokens(was.text, _NO_NAMES)
        for one in [one for one in now if one.path == told.path]:
            new = tokens(one.text, _NO_NAMES)
            for edit in differences(old, new):
                if old[edit.start : edit.end] == [told.text] and edit.new_end == edit.new_start + 1:
                    return one._replace(text=new[edit.new_start])
            if clause := heir_of_clause(told.text, was.text, one.text):
                return one._replace(text=clause)
    return None


def _says(text: str, value: str) -> bool:
    """Whether a text says a value: a number with its unit is none that only ends as another one does."""
    if not value[:1].isdecimal():
        return value in text
    parts, said = tokens(text, _NO_NAMES), tokens(value, _NO_NAMES)
    return any(parts[at : at + len(said)] == said for at in range(len(parts) - len(said) + 1))
