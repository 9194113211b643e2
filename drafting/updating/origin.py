"""Whether a Word file was written from a draft, and what to take for one where that is no longer known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import islice
from math import ceil

from drafting.chinese.enumerators import parse_marker
from drafting.draft import Block, Draft, Role, Source, Span
from drafting.merge import merge
from drafting.merge.model import OBJECT, Hint, Merge, Seen
from drafting.merge.pairing import grams, likeness

WAS_ENOUGH = 0.6  # of the text of the blocks found must stand there; with other facts it is 0.55 and less
LIKE_ENOUGH = 0.5  # of the blocks of a base composed anew must be found in the file
STILL_THERE = 0.2  # of the paragraphs of a base that the file itself remembers
_HEAD = (Role.TITLE, Role.BYLINE, Role.SALUTATION)


def is_of(base: Draft, seen: Sequence[Seen]) -> bool:
    """Whether a file is one that `base` was written into: enough of it is there, to the letter or much like it."""
    texts = {paragraph.text for paragraph in seen}
    # The head of one speech is much like that of any other.
    body = Draft(tuple([block for block in base.blocks if block.role not in _HEAD]))
    written = list(body.paragraphs())
    there = (True for group in written if "".join([block.text for block in group]) in texts)
    if not written or sum(islice(there, ceil(STILL_THERE * len(written)))) >= STILL_THERE * len(written):
        return True
    return share_found(body, tuple(replace(paragraph, hints=()) for paragraph in seen)) >= STILL_THERE


def imprint(texts: Iterable[str]) -> str:
    """What a file that says this is known by, as long as nobody touches it."""
    lines = sorted(line for text in texts if (line := "".join(text.replace(OBJECT, "").split())))
    return sha256("\n".join(lines).encode()).hexdigest()[:16]


def share_found(base: Draft, seen: Sequence[Seen]) -> float:
    """How many of the blocks of a draft are found again in the paragraphs of a file: 0 to 1."""
    steps = merge(base, seen, base).steps
    found = {anchor.key for step in steps if step.seen is not None for anchor in step.anchors}
    return len(found) / len(base.blocks) if base.blocks else 1.0


def was_written_from(base: Draft, seen: Sequence[Seen]) -> bool:
    """Whether a file is one that a base composed anew was written into."""
    return share_found(base, seen) >= LIKE_ENOUGH and text_found(base, seen) >= WAS_ENOUGH


def is_same_speech(base: Draft, new: Draft) -> bool:
    """Whether a new draft is plainly of the speech that a base is of, although its outline is called otherwise.

    Of two speeches of one kind it is a quarter at most that is alike.
    """
    texts = {block.key: block.text for block in new.blocks}
    found = [(block.text, texts.get(block.key, "")) for block in base.blocks if block.role not in _HEAD]
    alike = sum(len(text) * likeness(grams(text), grams(now)) for text, now in found)
    return alike >= WAS_ENOUGH * sum(len(text) for text, _now in found) > 0


def text_found(base: Draft, seen: Sequence[Seen]) -> float:
    """How much of the text of those blocks of a draft that are found again in a file stands there: 0 to 1."""
    texts = {
        anchor.key: seen[step.seen].text[anchor.start : anchor.end]
        for step in merge(base, seen, base).steps
        if step.seen is not None
        for anchor in step.anchors
    }
    found = [(block.text, texts[block.key]) for block in base.blocks if block.key in texts]
    alike = sum(len(text) * likeness(grams(text), grams(stands)) for text, stands in found)
    return alike / max(sum(len(text) for text, _stands in found), 1)


def adopted(new: Draft, seen: Sequence[Seen]) -> tuple[Draft, tuple[Seen, ...]]:
    """A base for a file whose own is lost: its paragraphs as far as they can be matched with the new draft.

    Every difference from the new draft then counts as ours, to be shown as a suggestion; what matches nothing is the
    hand's own and stays. Returns the base, and the paragraphs with its blocks found in them.
    """
    bare = tuple(replace(paragraph, hints=()) for paragraph in seen)
    hinted = list(bare)
    blocks: list[Block] = []
    for step in merge(new, bare, new).steps:
        if step.seen is None or not step.anchors:
            continue
        hinted[step.seen] = replace(bare[step.seen], hints=step.anchors)
        for place, (block, anchor) in enumerate(zip(step.blocks, step.anchors, strict=True)):
            blocks.append(replace(_as_it_stands(block, anchor, bare[step.seen].text), runs_on=place > 0))
    return Draft(tuple(blocks)), tuple(hinted)


def by_anybody(merged: Merge) -> Merge:
    """The merge into a file whose memory is lost: of what stays there against the draft nobody says that we wrote it.

    It may be the hand's, and goes with nothing that the draft drops later.
    """
    steps = [
        step._replace(
            clashes=tuple([replace(one, was="") if one.ours and not one.moved else one for one in step.clashes])
        )
        for step in merged.steps
    ]
    return replace(merged, steps=tuple(steps))


def _as_it_stands(block: Block, anchor: Hint, text: str) -> Block:
    text = text[anchor.start : anchor.end].replace(OBJECT, "")  # a picture is the hand's own
    if text == block.text:
        return block
    marker = block.marker
    if not text.startswith(marker):
        found = parse_marker(text)
        marker = found.text if found and marker else ""
    spans = (Span(text.removeprefix(marker), Source.WORDING),)
    return replace(block, marker=marker, spans=spans, heading=int(block.is_heading))
