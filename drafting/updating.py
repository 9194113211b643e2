"""A Word file that is there already is brought up to date: nothing by hand is lost, every changed fact arrives.

Read as the person sees it, merged with the new draft, revised in place; what cannot be known is never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from drafting.chinese.enumerators import parse_marker
from drafting.draft import Block, Draft, Source, Span
from drafting.errors import Fault, UserError, reason
from drafting.i18n import _
from drafting.merge import merge, result_text
from drafting.merge.model import Hint, Kind, Merge, Seen
from drafting.revise import locked_by, look, revise
from drafting.word.package import Package, open_package
from drafting.word.recall import read_state
from drafting.word.state import State

LIKE_ENOUGH = 0.5  # of the paragraphs of a base composed anew must be found in the file


@dataclass(frozen=True, slots=True)
class Wish:
    """How a file is to be brought up to date.

    restore: keys of blocks that the hand deleted and wants back. track: as tracked changes. adopt: the file's memory
    is lost; compare with the new draft alone. was: the draft that the file was written from, composed anew.
    """

    restore: Sequence[str] = ()
    track: bool = True
    adopt: bool = False
    was: Draft | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """A file brought up to date, not yet written.

    found: its bytes as they were read; data: those to come, None if nothing changes. before, after: its paragraphs.
    """

    merge: Merge
    before: tuple[str, ...]
    after: tuple[str, ...]
    found: bytes
    data: bytes | None

    @property
    def all_placed(self) -> bool:
        """Whether nothing waits for the person's decision."""
        return not any(entry.kind in (Kind.CONFLICT, Kind.UNPLACED) for entry in self.merge.account)


def remembered(out: Path) -> State | None:
    """What a file remembers; None if that is lost. Raises UserError if it cannot be read or is open elsewhere."""
    if lock := locked_by(out):
        message = _("The file is open in another program ({lock} says so). Close it there first.")
        raise UserError(Fault(message.format(lock=lock.name), str(out)))
    return read_state(open_package(out))


def update(out: Path, state: State, asks: Mapping[str, str], wish: Wish) -> Update:
    """The file `out` with the draft of `state` merged into it.

    asks: the wording of the question behind each missing fact. Raises UserError if the file cannot be read, or if
    what it was written from is not known and nothing is said about that.
    """
    found = _bytes(out)
    package = open_package(out)
    base = _base(package, wish)
    manuscript = look(package, base or Draft(()))
    if base is not None and wish.was is None and not _is_of(base, manuscript.seen):
        base = None
    if base is None:
        if not wish.adopt:
            raise UserError(Fault(_lost(), str(out)))
        base, seen = adopted(state.base, manuscript.seen)
        manuscript.seen = seen
    elif wish.was is not None and share_found(base, manuscript.seen) < LIKE_ENOUGH:
        message = _("This file does not look like a draft of the facts file given: hardly a paragraph of it is there.")
        raise UserError(Fault(message, str(out)))
    merged = merge(base, manuscript.seen, state.base, restore=wish.restore)
    before, after = tuple(seen.text for seen in manuscript.seen), tuple(result_text(manuscript.seen, merged))
    data = revise(manuscript, merged, state, asks, track=wish.track or wish.adopt)
    return Update(merged, before, after, found, data)


def _base(package: Package, wish: Wish) -> Draft | None:
    if wish.adopt:
        return None
    if wish.was is not None:
        return wish.was
    state = read_state(package)
    return state.base if state else None


def _lost() -> str:
    return _(
        "What drafting keeps in its files is lost from this one, or belongs to another. If you have the facts file as "
        "it was when this file was written, add --was OLD.yaml; if not, --adopt compares with the new draft alone and "
        "marks every difference; --fresh writes a new file beside this one."
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(Fault(_("Cannot read the file: {why}.").format(why=reason(error)), str(path))) from None


def _is_of(base: Draft, seen: Sequence[Seen]) -> bool:
    """Whether a file can be one that `base` was written into: a bookmark of ours is left, or what paragraphs say."""
    if any(paragraph.hints for paragraph in seen):
        return True
    texts = {paragraph.text for paragraph in seen}
    written = ["".join([block.text for block in group]) for group in base.paragraphs()]
    return not written or any(text in texts for text in written) or share_found(base, seen) >= LIKE_ENOUGH


def share_found(base: Draft, seen: Sequence[Seen]) -> float:
    """How many of the blocks of a draft are found again in the paragraphs of a file: 0 to 1."""
    steps = merge(base, seen, base).steps
    found = {anchor.key for step in steps if step.seen is not None for anchor in step.anchors}
    return len(found) / len(base.blocks) if base.blocks else 1.0


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


def _as_it_stands(block: Block, anchor: Hint, text: str) -> Block:
    text = text[anchor.start : anchor.end]
    if text == block.text:
        return block
    marker = block.marker
    if not text.startswith(marker):
        found = parse_marker(text)
        marker = found.text if found and marker else ""
    spans = (Span(text.removeprefix(marker), Source.WORDING),)
    return replace(block, marker=marker, spans=spans, heading=int(block.is_heading))
