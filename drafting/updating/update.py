"""What one run makes of a file: read as the person sees it, merged with the new draft, revised in place.

What cannot be known is never guessed. A file that is not at rest then is gone over again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from drafting.draft import Draft
from drafting.errors import Fault, UserError
from drafting.i18n import _
from drafting.merge import merge, result_text
from drafting.merge.model import Entry, Fate, Kind, Merge, Numbers, Seen, Step
from drafting.revise import Manuscript, as_withdrawn, look, pending_deletions, revise, take_strays
from drafting.revise.remarks import wanted_in
from drafting.revise.unsettled import our_comments
from drafting.updating.account import named, with_hidden, with_stale
from drafting.updating.comments import Comments, comments_on, spared, with_notes
from drafting.updating.gaps import GAPS_GOING, as_gaps_stand, gaps_going
from drafting.updating.held_back import as_before, boxed_blocks, left_alone, still_boxed
from drafting.updating.left_over import LEFT_OVER, left_over, set_apart, with_left_over
from drafting.updating.moves import CUT_IN_MOVES, as_before_moves, cut_in_moves
from drafting.updating.origin import adopted, by_anybody, imprint, is_of, was_written_from
from drafting.updating.refusals import check_restored, lost, refuse_locked
from drafting.updating.still_open import with_unsettled
from drafting.word.outside import texts_outside
from drafting.word.package import Package, open_package
from drafting.word.recall import read_state
from drafting.word.state import State
from drafting.word.unzip import read_within_bounds

_UNPLACED = "unplaced"  # in the state: keys of blocks that have had no place so far
_BOXED = "boxed"  # in the state: keys of blocks that stand in text boxes and wait there
_MOST_TIMES = 2  # that a file is gone over again, since a comment of ours may be settled by what has just come in
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
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


@dataclass(frozen=True, slots=True)
class Update:
    """A file brought up to date, not yet written.

    merge: with the account of all that was done. found: its bytes as they were read; data: those to come, None if
    nothing changes. before, after: its paragraphs. state: what it remembers from then on. unsure: whether
    another run might see a paragraph otherwise. then: what was merged in after that, each time with the paragraphs
    that it found.
    """

    merge: Merge
    before: tuple[str, ...]
    after: tuple[str, ...]
    found: bytes
    data: bytes | None
    state: State
    unsure: bool = False
    then: tuple[tuple[tuple[str, ...], Merge], ...] = ()

    @property
    def merges(self) -> tuple[tuple[tuple[str, ...], Merge], ...]:
        """All that was merged in, each time with the paragraphs that it found."""
        return ((self.before, self.merge), *self.then)

    @property
    def changes_text(self) -> bool:
        """Whether a word, a place or a comment on a conflict is other than before."""
        merges = [merge for _before, merge in self.merges]
        return any(not one.changes_nothing or any(step.clashes for step in one.steps) for one in merges)

    @property
    def all_placed(self) -> bool:
        """Whether nothing waits for the person's decision."""
        return not any(entry.kind in (Kind.CONFLICT, Kind.UNPLACED) for entry in self.merge.account)


def remembered(out: Path) -> State | None:
    """What a file remembers; None if that is lost. Raises UserError if it cannot be read or is open elsewhere."""
    refuse_locked(out)
    return read_state(open_package(out))


def adoptable(out: Path, draft: Draft) -> State:
    """What a file whose memory is lost would remember, as far as it can be told from what of a draft stands in it.

    Raises UserError if it cannot be read.
    """
    base, _seen = adopted(draft, look(open_package(out), Draft(())).seen)
    return State("", "", {}, base)


def update(out: Path, state: State, asks: Mapping[str, str], wish: Wish) -> Update:
    """The file `out` with the draft of `state` merged into it.

    asks: the wording of the question behind each missing fact. Raises UserError if the file cannot be read, or if
    what it was written from is not known and nothing is said about that.
    """
    wish = replace(wish, restore=[_key(key) for key in wish.restore])
    found = read_within_bounds(out, str(out))
    done = _merged(out, open_package(found, str(out), out), state, asks, wish)
    for _time in range(_MOST_TIMES):
        if done.data is None or not done.unsure:
            break
        again = open_package(done.data, str(out))
        settled = _merged(out, again, state, asks, Wish(track=wish.track or wish.adopt))
        if settled.data is None:
            break
        done = _both(done, settled)
    return replace(done, found=found)


def _merged(out: Path, package: Package, state: State, asks: Mapping[str, str], wish: Wish) -> Update:
    before = None if wish.adopt or wish.was is not None else read_state(package)
    base, manuscript = _written_from(out, package, before, state, wish)
    again = [] if wish.adopt else take_strays(manuscript, base)
    pending = pending_deletions(manuscript.root, base) if b"del " in package.parts[package.document] else {}
    check_restored(wish.restore, base, state.base, pending)
    kept = before.extra if before else {}
    numbers, by_both = kept.get(_NUMBERS, {}), kept.get(_BY_BOTH, ())
    memory, cut, gaps = (kept.get(name, {}) for name in (LEFT_OVER, CUT_IN_MOVES, GAPS_GOING))
    base = with_left_over(memory, base, state.base, manuscript.seen)
    manuscript.seen = set_apart(memory, base, manuscript.seen)
    base = as_withdrawn(base, manuscript, state.base, again)
    base = as_before_moves(cut, base, manuscript)
    drafted, base = base, as_gaps_stand(gaps, base, state.base, manuscript.seen)
    if gaps := gaps_going(gaps, drafted, base, state.base, manuscript.root):
        state = replace(state, extra={**state.extra, GAPS_GOING: gaps})
    comments = comments_on(manuscript)
    merged = _weighed(base, manuscript, state.base, comments, wish, numbers, by_both)
    boxes = any(paragraph.boxed for paragraph in manuscript.paragraphs)
    held = boxed_blocks(merged, manuscript.paragraphs, state.base) if boxes else set()
    if boxes and before:
        held |= still_boxed(kept.get(_BOXED, ()), base, manuscript.paragraphs, state.base)
    if held:
        state = replace(state, extra={**state.extra, _BOXED: sorted(held)})
    held |= pending.keys()
    new, waits = as_before(state.base, base, held, pending) if held else (state.base, [])
    if new != state.base:
        state = replace(state, base=new)
        merged = _weighed(base, manuscript, new, comments, wish, numbers, by_both)
    merged = left_alone(_told(merged, before), manuscript.paragraphs, waits)
    merged = by_anybody(merged) if wish.adopt else merged
    remembered = {
        LEFT_OVER: left_over(memory, merged, base, state.base),
        CUT_IN_MOVES: cut_in_moves(cut, merged, base, manuscript),
        _NUMBERS: merged.numbers,
        _BY_BOTH: sorted(merged.by_both),
        _UNPLACED: sorted({entry.block for entry in merged.account if entry.kind is Kind.UNPLACED}),
    }
    state = replace(state, extra={**state.extra, **{name: found for name, found in remembered.items() if found}})
    texts, after = tuple(seen.text for seen in manuscript.seen), tuple(result_text(manuscript.seen, merged))
    if not is_of(state.base, [Seen(text) for text in after]):
        state = replace(state, extra={**state.extra, _LEFT: imprint(after)})
    data = revise(manuscript, merged, state, asks, track=wish.track or wish.adopt)
    unsure = boxes or merged.numbers != numbers or any(_is_unsure(step, manuscript) for step in merged.steps)
    unsure = unsure or bool(our_comments(manuscript.package))
    told = with_notes(with_unsettled(merged, manuscript, after), comments, manuscript, base)
    told = with_stale(with_hidden(told, base, state.base), base, numbers, state.base, after)
    told = named(told, before.facts, state.facts) if before else told
    return Update(told, texts, after, b"", data, state, unsure)


def _weighed(
    base: Draft,
    manuscript: Manuscript,
    new: Draft,
    comments: Comments,
    wish: Wish,
    numbers: Numbers,
    by_both: Sequence[str],
) -> Merge:
    """The merge, in which no paragraph goes that people have commented on."""
    notes = tuple(texts_outside(manuscript.package)) if base != new else ()
    merging = partial(merge, restore=wish.restore, numbers=numbers, notes=notes, by_both=by_both)
    merged = merging(base, manuscript.seen, new)
    if spared(merged, comments, manuscript):
        merged = merging(base, manuscript.seen, new)
    return merged


def _key(name: str) -> str:
    """The key of a block from its name in the account: a key holds no point between figures."""
    return _POINT.sub("", name)


def _is_unsure(step: Step, manuscript: Manuscript) -> bool:
    """Whether the next run may see a paragraph otherwise: it is new, gone or moved, or is known by its words alone."""
    if step.seen is None or step.moved or step.fate is Fate.DELETED:
        return True
    return bool(step.anchors) and not manuscript.seen[step.seen].hints


def _both(once: Update, done: Update) -> Update:
    """What two merges in a row came to: what the second settles is no conflict, and what it changes is told too."""
    first, last = (Counter(our_comments(open_package(one.data or b"")).values()) for one in (once, done))
    settled = [found for text in first - last if (found := wanted_in(text))]
    account = [e for e in once.merge.account if e.kind is not Kind.CONFLICT or not is_settled(e, settled)]
    told = {(entry.kind, entry.block) for entry in account}
    account += [
        entry
        for entry in done.merge.account
        if entry.kind is Kind.UPDATED or (entry.kind is Kind.UNPLACED and (entry.kind, entry.block) not in told)
    ]
    merged = replace(once.merge, account=tuple(account))
    return replace(done, merge=merged, before=once.before, then=(*once.then, (done.before, done.merge)))


def is_settled(conflict: Entry, settled: Sequence[tuple[str, str]]) -> bool:
    """Whether a conflict is one of those settled: what the draft would have there, and what it had. Of those that take
    words away only what it had tells which one it is."""
    return any(ours == conflict.text and (bool(ours) or was in conflict.before) for ours, was in settled)


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


def _told(merged: Merge, before: State | None) -> Merge:
    """The merge with an account that says of what had no place before that it still has none."""
    waiting = set(before.extra.get(_UNPLACED, ())) if before else set()
    account = [
        replace(entry, kind=Kind.UNPLACED)
        if entry.kind is Kind.DELETED_BY_HAND and entry.block in waiting and not entry.path
        else entry
        for entry in merged.account
    ]
    return replace(merged, account=tuple(account))
