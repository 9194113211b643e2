"""The stages of bringing a file up to date: read with its memory, merged, held back, remembered, told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, cast

from drafting.draft import Draft
from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.merge import merge
from drafting.merge.counts import with_numbers
from drafting.merge.model import Fate, Kind, Merge, Numbers, Seen, Step
from drafting.revise import (
    Manuscript,
    as_before_wordings,
    as_withdrawn,
    deleted_paragraphs,
    look,
    pending_deletions,
    take_strays,
)
from drafting.revise.unsettled import our_comments
from drafting.updating.account import named, with_answers_worked_out, with_hidden, with_stale, with_unsaid
from drafting.updating.beside import with_words_beside
from drafting.updating.brought_back import check_brought_back
from drafting.updating.comments import Comments, comments_on, spared, with_notes
from drafting.updating.copies import OUTDATED, outdated, with_outdated
from drafting.updating.gaps import GAPS_GOING, as_gaps_stand, gaps_going
from drafting.updating.held_back import as_before, boxed_blocks, left_alone, still_boxed
from drafting.updating.left_over import LEFT_OVER, key_of_left_over, left_over, set_apart, with_left_over
from drafting.updating.moves import CUT_IN_MOVES, as_before_moves, cut_in_moves
from drafting.updating.origin import adopted, by_anybody, imprint, is_of, was_written_from
from drafting.updating.over_nothing import OVER_NOTHING, over_nothing
from drafting.updating.refusals import check_restored, lost
from drafting.updating.still_open import with_unsettled
from drafting.word.outside import texts_outside
from drafting.word.package import Package
from drafting.word.recall import read_state
from drafting.word.state import State

_UNPLACED = "unplaced"  # in the state: keys of blocks that have had no place so far
_BOXED = "boxed"  # in the state: keys of blocks that stand in text boxes and wait there
_LEFT = "left"  # in the state: the imprint of a file that hardly has anything left of its draft
_NUMBERS = "numbers"  # in the state: `Merge.numbers` of the last merge
_BY_BOTH = "by_both"  # in the state: `Merge.by_both` of the last merge


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


class Found(NamedTuple):
    """What is found in a file.

    before: what it remembers, None if that is lost or not to be used. base: the draft that it was written from, as far
    as that stands in it now. pending: the blocks that somebody has deleted with tracking on, and who.
    """

    before: State | None
    base: Draft
    manuscript: Manuscript
    pending: Mapping[str, str]
    comments: Comments

    def kept(self, name: str, default: Any) -> Any:
        """What the file remembers under a name."""
        return self.before.extra.get(name, default) if self.before else default

    @property
    def numbers(self) -> Numbers:
        """`Merge.numbers` of the last merge into the file."""
        return cast(Numbers, self.kept(_NUMBERS, {}))

    @property
    def has_boxes(self) -> bool:
        """Whether something stands in text boxes."""
        return any(paragraph.boxed for paragraph in self.manuscript.paragraphs)


def read(out: Path, package: Package, state: State, wish: Wish) -> tuple[Found, State]:
    """What is found in a file, and the state it is to have, with the gaps that are going. Raises UserError if what it
    was written from is not known, or for a block to be brought back that there is none of."""
    before = None if wish.adopt or wish.was is not None else read_state(package)
    base, manuscript = _written_from(out, package, before, state, wish)
    again = [] if wish.adopt else take_strays(manuscript, base)
    pending = pending_deletions(manuscript.root, base) if b"del " in package.parts[package.document] else {}
    check_restored(wish.restore, base, state.base, pending)
    kept = before.extra if before else {}
    memory, cut, gaps = (kept.get(name, {}) for name in (LEFT_OVER, CUT_IN_MOVES, GAPS_GOING))
    base = with_left_over(memory, base, state.base, manuscript.seen)
    manuscript.seen = set_apart(memory, base, manuscript.seen)
    base = as_before_wordings(base, manuscript, state.base)
    base = as_withdrawn(base, manuscript, state.base, again)
    base = as_before_moves(cut, base, manuscript)
    drafted, base = base, as_gaps_stand(gaps, base, state.base, manuscript.seen)
    if gaps := gaps_going(gaps, drafted, base, state.base, manuscript.root):
        state = replace(state, extra={**state.extra, GAPS_GOING: gaps})
    return Found(before, base, manuscript, pending, comments_on(manuscript)), state


def held_back(found: Found, state: State, wish: Wish) -> tuple[Merge, State]:
    """The merge without what the file cannot take, and the state, whose draft has that as before. Raises UserError for
    what is asked back and does not come back."""
    paragraphs = found.manuscript.paragraphs
    merged = _weighed(found, state.base, wish)
    held = boxed_blocks(merged, paragraphs, state.base) if found.has_boxes else set()
    if found.has_boxes and found.before:
        held |= still_boxed(found.kept(_BOXED, ()), found.base, paragraphs, state.base)
    if held:
        state = replace(state, extra={**state.extra, _BOXED: sorted(held)})
    held |= found.pending.keys()
    new, waits = as_before(state.base, found.base, held, found.pending, found.numbers) if held else (state.base, [])
    if new != state.base:
        state = replace(state, base=new)
        merged = _weighed(found, new, wish)
    check_brought_back(wish.restore, new, merged, lambda keys: _weighed(found, new, replace(wish, restore=keys)))
    merged = left_alone(_still_unplaced(merged, found.before), paragraphs, waits)
    return (by_anybody(merged) if wish.adopt else merged), state


def remembering(found: Found, merged: Merge, state: State, after: Sequence[str]) -> State:
    """The state with what the next run has to know of this one. after: the paragraphs of the file to come."""
    remembered = {
        LEFT_OVER: left_over(found.kept(LEFT_OVER, {}), merged, found.base, state.base),
        CUT_IN_MOVES: cut_in_moves(found.kept(CUT_IN_MOVES, {}), merged, found.base, found.manuscript),
        _NUMBERS: merged.numbers,
        _BY_BOTH: sorted(merged.by_both),
        OVER_NOTHING: over_nothing(found.kept(OVER_NOTHING, ()), merged, found.manuscript, after),
        OUTDATED: outdated(_with_outdated(found, merged, state, after).account),
        _UNPLACED: sorted({entry.block for entry in merged.account if entry.kind is Kind.UNPLACED}),
    }
    if not is_of(state.base, [Seen(text) for text in after]):
        remembered[_LEFT] = imprint(after)
    return replace(state, extra={**state.extra, **{name: kept for name, kept in remembered.items() if kept}})


def told(found: Found, merged: Merge, state: State, after: Sequence[str]) -> Merge:
    """The merge with the whole account."""
    key_of = partial(key_of_left_over, found.kept(LEFT_OVER, {}))
    merged = with_unsettled(merged, found.manuscript, state.base, after, key_of, found.kept(OVER_NOTHING, ()))
    merged = _with_outdated(found, merged, state, after)
    merged = with_notes(merged, found.comments, found.manuscript, found.base)
    merged = with_words_beside(merged, found.manuscript.seen, found.base)
    gone = any(entry.kind is Kind.DELETED_BY_HAND for entry in merged.account)
    deleted = deleted_paragraphs(found.manuscript.root) if gone else []
    merged = with_hidden(merged, with_numbers(found.base, found.numbers), state.base, deleted)
    merged = with_stale(merged, found.base, found.numbers, state.base, after)
    if not found.before:
        return merged
    merged = with_unsaid(merged, found.base, state.base, found.before.facts, state.facts, after)
    return with_answers_worked_out(named(merged, found.before.facts, state.facts), state.base)


def _with_outdated(found: Found, merged: Merge, state: State, after: Sequence[str]) -> Merge:
    kept = found.kept(OUTDATED, ())
    stands = [*after, *texts_outside(found.manuscript.package)] if kept else []
    return with_outdated(kept, merged, found.base, state.base, stands) if kept else merged


def is_unsure(found: Found, merged: Merge) -> bool:
    """Whether another run might see a paragraph otherwise, or find a conflict settled."""
    if found.has_boxes or merged.numbers != found.numbers or found.kept(OVER_NOTHING, ()):
        return True
    if our_comments(found.manuscript.package):
        return True
    return any(_may_be_seen_otherwise(step, found.manuscript) for step in merged.steps)


def _weighed(found: Found, new: Draft, wish: Wish) -> Merge:
    """The merge, in which no paragraph goes that people have commented on."""
    base, manuscript = found.base, found.manuscript
    notes = tuple(texts_outside(manuscript.package)) if base != new else ()
    numbers, by_both = found.numbers, found.kept(_BY_BOTH, ())
    merging = partial(merge, restore=wish.restore, numbers=numbers, notes=notes, by_both=by_both)
    merged = merging(base, manuscript.seen, new)
    if spared(merged, found.comments, manuscript):
        merged = merging(base, manuscript.seen, new)
    return merged


def _may_be_seen_otherwise(step: Step, manuscript: Manuscript) -> bool:
    """Whether the next run may see a paragraph otherwise: it is new, gone or moved, or is known by its words alone."""
    if step.seen is None or step.moved or step.fate is Fate.DELETED:
        return True
    return bool(step.anchors) and not manuscript.seen[step.seen].hints


def _written_from(
    out: Path, package: Package, before: State | None, state: State, wish: Wish
) -> tuple[Draft, Manuscript]:
    """The draft that the file was written from, and what stands in the file now.

    before: what the file remembers. Raises UserError if that is lost or does not fit, and nothing is said about it.
    """
    base = wish.was or (before.base if before else None)
    manuscript = look(package, base or Draft(()))
    if before is not None and not _is_as_left(before, manuscript) and not is_of(before.base, manuscript.seen):
        base = None
    if wish.adopt and (sound := read_state(package)) and is_of(sound.base, look(package, sound.base).seen):
        message = _("What drafting keeps in this file is sound: --adopt would only take back what was changed by hand.")
        raise UserError(Fault(message, str(out)))
    if base is None:
        if not wish.adopt:
            raise UserError(Fault(lost(), str(out)))
        base, manuscript.seen = adopted(state.base, manuscript.seen)
    elif wish.was is not None and not was_written_from(base, manuscript.seen):
        message = _("This file does not look like a draft of the facts file given: hardly a paragraph of it is there.")
        raise UserError(Fault(message, str(out)))
    return base, manuscript


def _is_as_left(before: State, manuscript: Manuscript) -> bool:
    """Whether a file that hardly had anything left of its draft says what it said then."""
    left = before.extra.get(_LEFT)
    return left is not None and left == imprint([seen.text for seen in manuscript.seen])


def _still_unplaced(merged: Merge, before: State | None) -> Merge:
    """The merge with an account that says of what had no place before that it still has none."""
    waiting = set(before.extra.get(_UNPLACED, ())) if before else set()
    account = [
        replace(entry, kind=Kind.UNPLACED)
        if entry.kind is Kind.DELETED_BY_HAND and entry.block in waiting and not entry.path
        else entry
        for entry in merged.account
    ]
    return replace(merged, account=tuple(account))
