"""A merge carried out in the person's own file: `look` reads it for the merge, `revise` writes what was decided.

Needs lxml. Nothing but what the merge names is touched: paragraphs, parts and pending changes of others stay as they
are, down to their XML.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from lxml import etree

from drafting.merge.model import Merge
from drafting.revise.bookmarks import renew
from drafting.revise.edit import Pen, drop_marks
from drafting.revise.flow import Flow
from drafting.revise.ink import Ink
from drafting.revise.locks import locked_by
from drafting.revise.looks import Looks
from drafting.revise.other_wordings import as_before_wordings
from drafting.revise.pending import deleted_paragraphs, pending_deletions
from drafting.revise.remarks import Remarks, clash_text
from drafting.revise.remember import remember, remembers
from drafting.revise.seen import Manuscript, look
from drafting.revise.strays import take_strays
from drafting.revise.unsettled import unsettled
from drafting.revise.untrue import drop_untrue
from drafting.revise.withdrawn import as_withdrawn
from drafting.word.package import w
from drafting.word.state import State, state_to_bytes
from drafting.word.text import FALLBACK

__all__ = [
    "Manuscript",
    "as_before_wordings",
    "as_withdrawn",
    "deleted_paragraphs",
    "locked_by",
    "look",
    "pending_deletions",
    "revise",
    "take_strays",
    "unsettled",
]

_NUMBER = re.compile(rb':id="(\d{1,10})"')
_HIGH = 2_000_000_000


def revise(
    manuscript: Manuscript, merge: Merge, state: State, questions: Mapping[str, str], *, track: bool = True
) -> bytes | None:
    """The file with the changes of a merge, or None if there is nothing to change in it.

    manuscript: as `look` gave it; it is used up. state: what the file shall remember from now on; its base is the
    draft that was merged in, whose blocks get their bookmarks. questions: the wording of the question behind each
    missing fact. track: as tracked changes that can be accepted or rejected, else plainly.
    """
    package = manuscript.package
    ink = Ink(track, _free_number(package.parts[package.document]))
    looks = Looks(manuscript, merge)
    remarks = Remarks(package, looks, questions)
    clashes = Counter(clash_text(clash) for step in merge.steps for clash in step.clashes)
    speaks = not merge.changes_nothing or any(step.changes for step in merge.steps) or not clashes <= remarks.said
    memory = state_to_bytes(state)
    known = remembers(package, memory) and not package.is_changed
    if known and not speaks and not remarks.ours:
        return None
    places = Flow(manuscript, merge, Pen(ink, looks, remarks)).apply()
    settled = drop_untrue(merge, places, remarks, state.base, manuscript.reopened)
    settled |= remarks.drop_orphans(manuscript.root)
    if known and not speaks and not settled:
        return None
    moved = renew(manuscript, merge, state.base, places, ink)
    for identifier in sorted(remarks.dropped):
        drop_marks([manuscript.root], identifier)  # the hand may have split the paragraph: its other half has some
    if moved or speaks or settled:
        _number_again(manuscript.root, ink)
        package.put(package.document, manuscript.root)
    remarks.save()
    if not known:
        remember(package, memory)
    return package.to_bytes() if package.is_changed else None


def _free_number(document: bytes) -> int:
    """A number from which on no bookmark and no change in the document has one; Word counts to 2,147,483,647."""
    numbers = [number for found in _NUMBER.findall(document) if (number := int(found)) < _HIGH]
    return max(numbers, default=0) + 1


def _number_again(root: etree._Element, ink: Ink) -> None:
    """Give the changes of format their own numbers again, where a run that bore one was cut.

    What a text box says a second time, for older programs, may bear the same ones.
    """
    seen = set()
    for change in root.iter(w("rPrChange")):
        if change.get(w("id")) in seen and next(change.iterancestors(FALLBACK), None) is None:
            change.set(w("id"), ink.number())
        seen.add(change.get(w("id")))
