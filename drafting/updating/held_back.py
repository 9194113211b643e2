"""What the draft wants and cannot have in this file: it is told and asked for again, and nothing is touched.

Text boxes stand in a file twice, for newer and older programs; the result of a field is computed anew by the next
program that opens the file; and what somebody has deleted with tracking on may come back as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from drafting.draft import Block, Draft
from drafting.merge.counts import with_numbers
from drafting.merge.figures import as_drafted
from drafting.merge.groups import groups_of, successors
from drafting.merge.model import Change, Clash, Entry, Fate, Hint, Kind, Merge, Numbers, Step
from drafting.word.text import Paragraph, is_computed

NO_NUMBERS: Numbers = MappingProxyType({})


def boxed_blocks(merged: Merge, found: Sequence[Paragraph], new: Draft) -> set[str]:
    """The blocks that stand in text boxes and do not say there what the new draft says.

    found: the paragraphs of the file, as they were merged.
    """
    groups = with_numbers(new, merged.numbers).paragraphs()
    wanted = {block.key: "".join([b.text for b in group]) for group in groups for block in group}
    held: set[str] = set()
    for step in merged.steps:
        if step.seen is not None and found[step.seen].boxed:
            shown = found[step.seen].shown
            held |= {block.key for block in step.blocks if wanted.get(block.key, shown) != shown}
            # The hand may have put half of a paragraph into the box, or a sentence: only the account knows of what.
            changes = {(c.text, shown[c.start : c.end]) for c in step.changes}
            held |= {entry.block for entry in merged.account if (entry.text, entry.before) in changes}
    return held - {""}


def still_boxed(keys: Iterable[str], base: Draft, found: Sequence[Paragraph], new: Draft) -> set[str]:
    """Those of the blocks that stood in text boxes before and still do, at least with a part of their paragraph.

    The other part may stand outside, and the merge take that for the block.
    """
    texts = [paragraph.shown for paragraph in found if paragraph.boxed and paragraph.shown.strip()]
    was, wanted = (
        {block.key: "".join([b.text for b in group]) for group in draft.paragraphs() for block in group}
        for draft in (base, new)
    )
    return {
        key
        for key in keys
        if any(text != wanted.get(key) and (text in was.get(key, "") or was.get(key, text) in text) for text in texts)
    }


def as_before(
    new: Draft, base: Draft, held: Collection[str], deleted: Collection[str] = (), numbers: Numbers = NO_NUMBERS
) -> tuple[Draft, list[Entry]]:
    """The new draft with the paragraphs that hold some of these blocks as they were, and what is told of that.

    deleted: those of them that somebody has deleted: they take the numbers of the new draft, as they stand nowhere,
    and those of the others run on. numbers: with which the base was written, where these are others than drafted.
    """
    stood = {
        group[0].key: "".join([block.text for block in group]) for group in with_numbers(base, numbers).paragraphs()
    }
    former = {block.key: group for group in base.paragraphs() for block in group if block.key in held}
    if not former.keys() >= set(held):  # a row with another title has other keys
        groups, now = groups_of(base), groups_of(new)
        for g, h in successors(groups, now).items():
            former |= {b.key: groups[g].blocks for b in now[h].blocks if b.key in held and b.key not in former}
    blocks: list[Block] = []
    told = []
    known = {block.key for group in former.values() for block in group}
    for group in new.paragraphs():
        was = next((former[block.key] for block in group if block.key in former), None)
        if was is None:
            blocks += [block for block in group if block.key not in known]
            continue
        if was[0].key in deleted:
            markers = [block.marker for block in (*group, *was[len(group) :])]
            was = tuple([replace(block, marker=marker) for block, marker in zip(was, markers, strict=False)])
        blocks += [block for block in was if block not in blocks]
        text, before = ("".join([block.text for block in one]) for one in (group, was))
        if text != before:
            told.append(Entry(Kind.UNPLACED, was[0].key, text, stood.get(was[0].key, before)))
    return Draft(tuple(blocks)), told


def left_alone(merged: Merge, found: Sequence[Paragraph], held: Sequence[Entry]) -> Merge:
    """The merge without what the file cannot take, and an account that says so.

    held: what `as_before` told of paragraphs that are as before.
    """
    fields: list[Clash] = []
    steps = []
    last = ""  # the block that the last paragraph but this one ends with: a split one goes on
    for step in merged.steps:
        paragraph = found[step.seen] if step.seen is not None else None
        if paragraph is not None and paragraph.boxed:
            step = _as_it_is(step)
        elif paragraph is not None and step.changes:
            step, clashes = _beside_fields(step, paragraph, last if step.goes_on else "")
            fields += clashes
        last = step.anchors[-1].key if step.anchors else last
        steps.append(step)
    waiting = {entry.block: entry for entry in held}
    refused = [entry for clash in fields for entry in _refused(merged.account, clash)]
    account = [_told(entry, waiting, refused) for entry in merged.account]
    told = {(entry.kind, entry.block) for entry in account if not entry.path}
    account += [entry for entry in held if (Kind.DELETED_BY_HAND, entry.block) not in told]
    return replace(merged, steps=tuple(steps), account=tuple(account))


def _as_it_is(step: Step) -> Step:
    """The step without its changes and remarks."""
    fate = Fate.KEPT if step.fate in (Fate.UPDATED, Fate.DELETED) else step.fate
    anchors = tuple(
        [a._replace(start=_before(step.changes, a.start), end=_before(step.changes, a.end)) for a in step.anchors]
    )
    return step._replace(fate=fate, changes=(), clashes=(), anchors=anchors)


def _beside_fields(step: Step, paragraph: Paragraph, goes_on: str) -> tuple[Step, list[Clash]]:
    """The step with remarks in the place of what it would change in the results of fields.

    goes_on: the block of which it is the rest, if it is.
    """
    ranges = list(_computed(paragraph))
    inside = [c for c in step.changes if any(c.start < end and start < c.end for start, end in ranges)]
    if not inside:
        return step, []
    shown = paragraph.shown
    keys = [_key(step, change) or goes_on for change in inside]
    clashes = [
        Clash(key, c.start, c.end, c.text, shown[c.start : c.end], by_hand=False)
        for key, c in zip(keys, inside, strict=True)
    ]
    left = tuple(change for change in step.changes if change not in inside)
    anchors = tuple(_anchored(anchor, step.changes, left) for anchor in step.anchors)
    fate = Fate.KEPT if step.fate is Fate.UPDATED and not left else step.fate
    both = tuple(sorted((*step.clashes, *clashes), key=lambda clash: clash.start))
    return step._replace(fate=fate, changes=left, clashes=both, anchors=anchors), clashes


def _computed(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Where results of fields stand among the characters of a paragraph."""
    place = 0
    for stretch in paragraph.stretches:
        if is_computed(stretch):
            yield place, place + len(stretch.shown)
        place += len(stretch.shown)


def _key(step: Step, change: Change) -> str:
    """The block that a change belongs to."""
    at = _after(step.changes, change.start)
    return next((anchor.key for anchor in step.anchors if anchor.start <= at < anchor.end), "")


def _anchored(anchor: Hint, changes: Sequence[Change], left: Sequence[Change]) -> Hint:
    start, end = (_after(left, _before(changes, place)) for place in (anchor.start, anchor.end))
    return anchor._replace(start=start, end=end)


def _before(changes: Sequence[Change], place: int) -> int:
    """The place in the file that a place in the text to come was."""
    for change in changes:
        if place <= change.start:
            return place
        if place < change.start + len(change.text):
            return change.start
        place += change.end - change.start - len(change.text)
    return place


def _after(changes: Sequence[Change], place: int) -> int:
    """The place in the text to come of a place in the file."""
    shift = sum(len(change.text) - (change.end - change.start) for change in changes if change.end <= place)
    return place + shift


def _refused(account: Sequence[Entry], clash: Clash) -> list[Entry]:
    """What the account tells of a change that a field does not take; where the hand has split a paragraph, it may be
    told of the block before."""
    told = [e for e in account if e.kind is Kind.UPDATED and _tells_of(e, clash)]
    here = [entry for entry in told if entry.block == clash.key]
    return here or [entry for entry in told if (entry.text, entry.before) == (clash.ours, clash.was)]


def _tells_of(entry: Entry, clash: Clash) -> bool:
    if entry.moved and clash.ours in entry.text and clash.was in entry.before:
        return True  # all of it, for its number
    was, _places = as_drafted(clash.was, entry.before)  # the account has numbers as the draft writes them
    return entry.text in clash.ours and (entry.before in clash.was or entry.before in was)


def _told(entry: Entry, held: Mapping[str, Entry], refused: Sequence[Entry]) -> Entry:
    """The entry as what it has become: what was deleted by hand is as it is now, and a field has got nothing."""
    if entry.kind is Kind.DELETED_BY_HAND and entry.block in held and not entry.path:
        return replace(entry, text=held[entry.block].text, before=held[entry.block].before)
    return replace(entry, kind=Kind.CONFLICT, by_hand=False) if entry in refused else entry
