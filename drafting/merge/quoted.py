"""Clauses of long answers that the hand has copied, and in which a name that nobody gave alone is another one now.

Single values, and names that are answers by themselves: see `restated`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Source
from drafting.merge.differences import differences
from drafting.merge.groups import Group
from drafting.merge.model import Entry, Kind, Step
from drafting.merge.restated import stands
from drafting.merge.sides import Sides
from drafting.merge.tokens import LONGEST_NAME, Words, is_value, tokens
from drafting.paths import without_places

_MOST = 6  # characters that give way to others: 政府 to 委
_LEAST = 8  # characters beside them, by which the clause is known again
_SHOWN = 10  # characters on both sides with which it is told where it stands
_POINT = re.compile(f"[{re.escape(POINTS)}\\n]")


class _Said(NamedTuple):
    """A clause of a long answer. block: the key of its block; path: of the answer."""

    text: str
    block: str
    path: str


def quoted(sides: Sides, account: Sequence[Entry], steps: Sequence[Step]) -> Iterator[Entry]:
    """An entry for each clause that the hand has copied word for word and in which a few words are others now.

    account: of the merge, with the hand's own words. steps: of the merge.
    """
    own = [entry.text for entry in account if entry.kind is Kind.KEPT and not entry.is_moved_by_hand]
    for g, h in sides.heirs.items() if own else ():
        base, new = sides.base[g], sides.new[h]
        if base.text == new.text:
            continue
        for one in _said(base):
            texts = [text for text in own if one.text in text]
            if not texts or one.text in "\n".join([group.text for group in sides.new]):
                continue
            rows = [other for other in _said(new) if without_places(other.path) == without_places(one.path)]
            come = next((other for other in rows if _is_as_before(one.text, other.text, sides.words)), None)
            if come and one.text in "\n".join(stands(sides, steps)):
                for text in texts:
                    yield from _copies(one.text, come, text)


def _said(group: Group) -> list[_Said]:
    """The clauses of the long answers in a paragraph."""
    return [
        _Said(clause, block.key, span.path)
        for block in group.blocks
        for span in block.spans
        if span.source is Source.FACT and len(span.text) > LONGEST_NAME
        for clause in _clauses(span.text)
    ]


def heir_of_clause(clause: str, was: str, now: str) -> str:
    """What a clause of a long answer is now, "" if that is not clear. was, now: the answer."""
    if clause not in _clauses(was):
        return ""
    return next((other for other in _clauses(now) if _is_as_before(clause, other, Words(()))), "")


def _clauses(text: str) -> list[str]:
    return [clause for clause in _POINT.split(text) if len(clause) > _LEAST]


def _is_as_before(was: str, now: str, words: Words) -> bool:
    """Whether a clause is another one but for a few characters, none of them a value by itself."""
    old, new = tokens(was, words), tokens(now, words)
    edits = list(differences(old, new))
    changed = [token for edit in edits for token in (*old[edit.start : edit.end], *new[edit.new_start : edit.new_end])]
    gone = sum([edit.end - edit.start for edit in edits])
    return 0 < len(changed) <= _MOST and not any(map(is_value, changed)) and len(old) - gone >= _LEAST


def _copies(was: str, now: _Said, text: str) -> Iterator[Entry]:
    """An entry for each place where a text by hand has the clause as it was."""
    for found in re.finditer(re.escape(was), text):
        around = text[max(0, found.start() - _SHOWN) : found.end() + _SHOWN]
        note = around if around != was else ""
        yield Entry(Kind.COPY, now.block, now.text, was, now.path, note=note)
