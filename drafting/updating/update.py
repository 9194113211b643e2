"""What one run makes of a file: read as the person sees it, merged with the new draft, revised in place.

What cannot be known is never guessed. A file that is not at rest then is gone over again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from drafting.draft import Draft
from drafting.merge import result_text
from drafting.merge.model import Entry, Kind, Merge
from drafting.revise import look, revise
from drafting.revise.remarks import wanted_in
from drafting.revise.unsettled import our_comments
from drafting.updating.origin import adopted
from drafting.updating.refusals import refuse_locked
from drafting.updating.stages import Wish, held_back, is_unsure, read, remembering, told
from drafting.word.package import Package, open_package
from drafting.word.recall import read_state
from drafting.word.state import State
from drafting.word.unzip import read_within_bounds

_MOST_TIMES = 2  # that a file is gone over again, since a comment of ours may be settled by what has just come in
_POINT = re.compile(r"(?<=\d)\.(?=\d)")


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


def _key(name: str) -> str:
    """The key of a block from its name in the account: a key holds no point between figures."""
    return _POINT.sub("", name)


def _merged(out: Path, package: Package, state: State, asks: Mapping[str, str], wish: Wish) -> Update:
    found, state = read(out, package, state, wish)
    merged, state = held_back(found, state, wish)
    texts, after = tuple(seen.text for seen in found.manuscript.seen), tuple(result_text(found.manuscript.seen, merged))
    state = remembering(found, merged, state, after)
    data = revise(found.manuscript, merged, state, asks, track=wish.track or wish.adopt)
    unsure = is_unsure(found, merged)
    return Update(told(found, merged, state, after), texts, after, b"", data, state, unsure)


def _both(once: Update, done: Update) -> Update:
    """What two merges in a row came to: what the second settles is no conflict, and what it changes is told too."""
    first, last = (Counter(our_comments(open_package(one.data or b"")).values()) for one in (once, done))
    settled = [found for text in first - last if (found := wanted_in(text))]
    account = [e for e in once.merge.account if e.kind is not Kind.CONFLICT or not is_settled(e, settled)]
    known = {(entry.kind, entry.block) for entry in account}
    waits = (Kind.UNPLACED, Kind.CONFLICT)
    account += [
        entry
        for entry in done.merge.account
        if entry.kind is Kind.UPDATED or (entry.kind in waits and (entry.kind, entry.block) not in known)
    ]
    merged = replace(once.merge, account=tuple(account))
    return replace(done, merge=merged, before=once.before, then=(*once.then, (done.before, done.merge)))


def is_settled(conflict: Entry, settled: Sequence[tuple[str, str]]) -> bool:
    """Whether a conflict is one of those settled: what the draft would have there, and what it had. Of those that take
    words away only what it had tells which one it is."""
    return any(ours == conflict.text and (bool(ours) or was in conflict.before) for ours, was in settled)
