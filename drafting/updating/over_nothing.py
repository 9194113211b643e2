"""Open conflicts over words that the hand took out: they are told at every run as they were in the first.

A comment has to stand on something, and so does ours: on the character beside those words, which is not what the
conflict is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafting.draft import Draft
from drafting.merge.model import Fate, Kind, Merge, Step
from drafting.paths import without_places
from drafting.revise import Manuscript
from drafting.revise.remarks import clash_text
from drafting.revise.unsettled import Unsettled, our_comments

OVER_NOTHING = "over_nothing"
"""In the state: open conflicts over words that the hand took out, see `over_nothing`."""

_BESIDE = 4  # characters on each side by which the place of words that are gone is known again
_MOST = 20  # characters that the hand may have put there since
OverNothing = Sequence[Sequence[str]]


class Stands(NamedTuple):
    """Such a conflict as it is open now. words: what the hand has put there since, "" for nothing; then the key of the
    block and the path of the answer."""

    words: str
    block: str
    path: str


def over_nothing(kept: OverNothing, merged: Merge, manuscript: Manuscript, after: Sequence[str]) -> list[list[str]]:
    """The open conflicts over words that the hand took out, for the state.

    Each is what the comment says, the key of the block, the path of the answer, and what stands before it and behind.
    kept: those of the last run. after: the paragraphs of the file to come.
    """
    paths = {(e.block, e.text): e.path for e in merged.account if e.kind is Kind.CONFLICT and not e.before}
    if not (kept or paths):
        return []
    found = {}
    for step, text in _texts(merged, after):
        for clash in step.clashes:
            if clash.start == clash.end and (clash.key, clash.ours) in paths:
                at = clash.start + sum([len(c.text) - (c.end - c.start) for c in step.changes if c.end <= clash.start])
                beside = text[max(0, at - _BESIDE) : at], text[at : at + _BESIDE]
                found[clash_text(clash), clash.key] = (paths[clash.key, clash.ours], *beside)
    said = set(our_comments(manuscript.package).values())
    found = {(row[0], row[1]): (row[2], row[3], row[4]) for row in kept if row[0] in said} | found
    return sorted([*name, *one] for name, one in found.items())


def open_over_nothing(
    one: Unsettled, kept: OverNothing, merged: Merge, new: Draft, after: Sequence[str]
) -> Stands | None:
    """A conflict as one over words that the hand took out, None if it is another. kept: see `over_nothing`. new: the
    draft as it is now."""
    for comment, key, path, left, right in kept:
        if comment != one.comment:
            continue
        place = re.compile((re.escape(left) or "^") + f"(.{{0,{_MOST}}}?)" + (re.escape(right) or "$"))
        for step, text in _texts(merged, after):
            if found := place.search(text):
                block = next((a.key for a in step.anchors if a.start <= found.start(1) <= a.end and a.key == key), "")
                block = block or next((a.key for a in step.anchors if a.start <= found.start(1) < a.end), "")
                return Stands(found[1], block, _path(path, one.wanted, block, new))
    return None


def _texts(merged: Merge, after: Sequence[str]) -> Iterator[tuple[Step, str]]:
    """The paragraphs of the file to come."""
    return zip([step for step in merged.steps if step.fate is not Fate.DELETED], after, strict=True)


def _path(told: str, wanted: str, block: str, new: Draft) -> str:
    """The path of an answer as the draft has it now: rows may have another number by now. "" where that is not known.
    wanted: what it says there, in the block of that key."""
    shown = [(other.key, span.path) for other in new.blocks for span in other.spans if wanted in span.text]
    rows = [(key, path) for key, path in shown if path and without_places(path) == without_places(told)]
    return max(rows, key=lambda row: (row[1] == told, row[0] == block), default=("", ""))[1]


def block_at(words: str, merged: Merge, after: Sequence[str]) -> str:
    """The key of the block in which some words stand, "" where they stand in none, or more than once."""
    if sum(text.count(words) for text in after) != 1:
        return ""
    step, at = next((step, text.index(words)) for step, text in _texts(merged, after) if words in text)
    return next((anchor.key for anchor in step.anchors if anchor.start <= at < anchor.end), "")
