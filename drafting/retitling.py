"""Rows of a table keep the wordings that they had, when they have another title now or stand elsewhere.

Wordings are chosen by the key of a block, and that holds the title of its row, and by the turn of the row. What a row
was called when its file was first written, and in what order rows came, is remembered in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from drafting.compose import Composed, compose
from drafting.compose.run_in import RUN_IN
from drafting.compose.wordings import Pick, by_seed
from drafting.crowding import CROWDED, crowded_as_before
from drafting.draft import Draft
from drafting.facts.model import Facts
from drafting.loading import Loaded
from drafting.merge.groups import Group, groups_of, is_name, renamings, successors, translated
from drafting.merge.updates import block_pairs
from drafting.turning import turns_as_before
from drafting.word.state import State

NAMES = "names"
"""In the state: for the beginnings of keys, as they are now, what the wordings of those blocks are chosen by."""

ROWS = "rows"
"""In the state: the rows of tables in the order in which they came, where the draft has them in another."""


def as_before(loaded: Loaded, composed: Composed, before: State | None) -> tuple[Composed, dict[str, Any]]:
    """The draft with the wordings that its rows had in the file, and the forms that its headings have there.

    Returned with it is what is to be remembered of the rows.

    composed: the draft of the same facts, its wordings chosen by the titles of now. before: what the file remembers.
    """
    if before is None:
        return composed, {}
    keys = [block.key for block in composed.draft.blocks]
    known = {str(now): str(then) for now, then in dict(before.extra.get(NAMES, {})).items()}
    names = {now: then for now, then in known.items() if any(key.startswith(now) for key in keys)}
    for now, then in _retitled(before.base, composed.draft).items():
        names[now] = translated(then, known)
    names = {now: then for now, then in names.items() if now != then}
    remembered = [str(row) for row in before.extra.get(ROWS, ())]
    turns, rows = turns_as_before(before.base, remembered, composed.draft, known, names)
    forms = _forms(before, composed, names)
    reformed = any(forms.get(key) is False for key in composed.run_in) or any(
        forms.get(block.key) for block in composed.draft.blocks if block.is_heading
    )
    crowded = crowded_as_before(loaded.facts, before)
    if not (names or turns or reformed or crowded):
        return composed, {}
    pick = _by_names(loaded.facts, names)
    again = compose(loaded.prepared, loaded.facts, loaded.house, pick, turns, forms, crowded)
    # A rewording noted under the former title still counts; it is none of a block that there is not.
    former = {translated(key, names): ways for key, ways in again.choices.items()}
    return replace(again, choices={**former, **again.choices}), {NAMES: names, ROWS: rows, CROWDED: crowded}


def _forms(before: State, composed: Composed, names: Mapping[str, str]) -> dict[str, bool]:
    """For blocks of the draft whether their headings run into the text, in the file."""
    inside = set(before.extra.get(RUN_IN, ()))
    lines = {block.key for block in before.base.blocks if block.is_heading}
    was = {block.key: translated(block.key, names) for block in composed.draft.blocks if block.heading}
    return {now: then in inside for now, then in was.items() if then in inside or then in lines}


def remembering(state: State, memory: Mapping[str, Any]) -> State:
    """A state with what is to be remembered of the rows."""
    return replace(state, extra={**state.extra, **{name: kept for name, kept in memory.items() if kept}})


def _retitled(base: Draft, new: Draft) -> dict[str, str]:
    """For beginnings of keys that are new, what they were in the base."""
    before, after = {block.key for block in base.blocks}, {block.key for block in new.blocks}
    if before == after:
        return {}
    groups, now = groups_of(base), groups_of(new)
    pairs = [pair for g, h in successors(groups, now).items() for pair in _renamed(groups[g], now[h])]
    found = renamings((new_key, key) for new_key, key in pairs if is_name(new_key) and is_name(key))
    return {
        new_key: key
        for new_key, key in found.items()
        if not any(other.startswith(new_key) for other in before) and not any(other.startswith(key) for other in after)
    }


def _renamed(base: Group, new: Group) -> Iterator[tuple[str, str]]:
    """The keys of the blocks of a paragraph, the new one of each and the old one. Those of a list inside it, too, are
    named by what they say."""
    if [block.key for block in base.blocks[1:]] == [block.key for block in new.blocks[1:]]:
        yield new.key, base.key
        return
    for i, j in block_pairs(base, new):
        if i is not None and j is not None:
            yield new.blocks[j].key, base.blocks[i].key


def _by_names(facts: Facts, names: Mapping[str, str]) -> Pick:
    """The choice by seed, and by what a block was called before; a rewording counts under its name of now."""
    plain = by_seed(facts.seed, {})

    def pick(key: str, number: str, ways: int) -> int:
        was = translated(key, names)
        return (plain(was, number, ways) + facts.reword.get(key, facts.reword.get(was, 0))) % ways

    return pick
