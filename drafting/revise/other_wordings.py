"""Another wording, of another number of paragraphs, that waits in a comment: the file never said what it says.

Where the draft wants something else again by now, the hand has edited the wording before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafting.draft import Block, Draft, Span
from drafting.revise.remarks import other_wording
from drafting.revise.seen import Manuscript
from drafting.revise.unsettled import our_comments

_NTH = re.compile(r"#\d+$")


def as_before_wordings(base: Draft, manuscript: Manuscript, new: Draft) -> Draft:
    """The base with the wordings that stand in the file, where the new draft no longer wants those in the comments.

    The manuscript takes note of the comments on what is decided anew by that.
    """
    for identifier, comment in our_comments(manuscript.package).items():
        ours, was = other_wording(comment)
        if not ours or _place(new, ours) >= 0:
            continue
        if (at := _place(base, ours)) >= 0:
            groups = list(base.paragraphs())
            here, others = groups[at : at + len(ours)], (*groups[:at], *groups[at + len(ours) :])
            taken = {block.key for group in others for block in group}
            back = [block for group in _back(here[0][0], was, new, taken) for block in group]
            blocks = [block for group in groups[:at] for block in group] + back
            base = Draft((*blocks, *(block for group in groups[at + len(ours) :] for block in group)))
            manuscript.reopened.add(identifier)
    return base


def _place(draft: Draft, texts: Sequence[str]) -> int:
    """Which paragraph of a draft is the first of some that stand in it one behind the other; -1 if they do not."""
    said = ["".join([block.text for block in group]) for group in draft.paragraphs()]
    if texts[0] not in said:
        return -1
    return next((at for at in range(len(said)) if said[at : at + len(texts)] == list(texts)), -1)


def _back(like: Block, texts: Sequence[str], new: Draft, taken: set[str]) -> Iterator[Sequence[Block]]:
    """The paragraphs of a wording that the file has: as the new draft has them, if it has them again.

    like: a block of the other wording. taken: keys of the blocks beside it.
    """
    groups = list(new.paragraphs())
    at = _place(new, texts)
    if at >= 0 and taken.isdisjoint(block.key for group in groups[at : at + len(texts)] for block in group):
        yield from groups[at : at + len(texts)]
        return
    part, number = _NTH.sub("", like.key), 2
    for text in texts:
        while f"{part}#{number}" in taken:
            number += 1
        yield (replace(like, key=f"{part}#{number}", marker="", heading=0, spans=(Span(text),)),)
        number += 1
