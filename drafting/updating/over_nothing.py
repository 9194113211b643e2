"""Open conflicts over words that the hand took out: they are told at every run as they were in the first.

A comment has to stand on something, and so does ours: on the character beside those words, which is not what the
conflict is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafting.draft import Draft
from drafting.merge.model import Fate, Kind, Merge
from drafting.paths import without_places
from drafting.revise import Manuscript
from drafting.revise.remarks import clash_text
from drafting.revise.unsettled import Unsettled, our_comments

OVER_NOTHING = "over_nothing"
"""In the state: open conflicts over words that the hand took out, see `over_nothing`."""

_BESIDE = 8  # characters by which the place of words that are gone is known again
OverNothing = Sequence[Sequence[str]]


def over_nothing(kept: OverNothing, merged: Merge, manuscript: Manuscript) -> list[list[str]]:
    """The open conflicts over words that the hand took out, for the state.

    Each is what the comment says, the key of the block, the path of the answer, and what stands there. kept: those of
    the last run.
    """
    paths = {(e.block, e.text): e.path for e in merged.account if e.kind is Kind.CONFLICT and not e.before}
    found = {}
    for step in merged.steps:
        for clash in step.clashes:
            if clash.start == clash.end and step.seen is not None and (clash.key, clash.ours) in paths:
                text = manuscript.seen[step.seen].text
                beside = text[clash.start :][:_BESIDE] or text[-1:]
                found[clash_text(clash)] = [clash.key, paths[clash.key, clash.ours], beside]
    if not kept and not found:
        return []
    said = set(our_comments(manuscript.package).values())
    found = {comment: one for comment, *one in kept if comment in said} | found
    return sorted([comment, *one] for comment, one in found.items())


def without_beside(one: Unsettled, kept: OverNothing) -> Unsettled:
    """A conflict without the words that our comment stands on, if it is one over words that are gone."""
    gone = any(comment == one.comment and beside.startswith(one.words) for comment, _key, _path, beside in kept)
    return replace(one, words="") if gone else one


def block_of(one: Unsettled, merged: Merge, after: Sequence[str], kept: OverNothing) -> str:
    """The key of the block in which a conflict is open, "" where that is not known."""
    if one.words:
        return block_at(one.words, merged, after)
    for comment, key, _path, beside in kept:
        if comment == one.comment:
            anchored = any(anchor.key == key for step in merged.steps for anchor in step.anchors)
            return key if anchored else block_at(beside, merged, after)
    return ""


def path_of(one: Unsettled, block: str, new: Draft, kept: OverNothing) -> str:
    """The path of the answer that a conflict over nothing is about, as the draft has it now: rows may have another
    number by now. "" where that is not known. block: the key of the block in which it is open."""
    told = next((path for comment, _key, path, _beside in kept if comment == one.comment), "") if not one.words else ""
    if not told:
        return ""
    shown = [(other.key, span.path) for other in new.blocks for span in other.spans if one.wanted in span.text]
    rows = [(key, path) for key, path in shown if path and without_places(path) == without_places(told)]
    return max(rows, key=lambda row: (row[1] == told, row[0] == block), default=("", ""))[1]


def block_at(words: str, merged: Merge, after: Sequence[str]) -> str:
    """The key of the block in which some words stand, "" where they stand in none, or more than once."""
    if sum(text.count(words) for text in after) != 1:
        return ""
    steps = [step for step in merged.steps if step.fate is not Fate.DELETED]
    step, at = next((step, text.index(words)) for step, text in zip(steps, after, strict=True) if words in text)
    return next((anchor.key for anchor in step.anchors if anchor.start <= at < anchor.end), "")
