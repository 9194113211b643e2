"""What makes one Word file out of another, told as people did it: a paragraph split or joined, a sentence moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafting.chinese.enumerators import without_marker
from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Span
from drafting.merge import changed
from drafting.merge.differences import differences
from drafting.merge.model import Change, Fate, Merge, Step
from drafting.merge.tokens import Words, tokens

_LEAST = 6  # characters of words that are known at another place
_MOST = 12  # paragraphs into which one is split


@dataclass(frozen=True, slots=True)
class Difference:
    """Paragraphs, or a sentence, that are not as they were.

    before, after: what they said and say, a line for each paragraph; "" where there was, or is, none. changes: from one
    to the other, in characters of `before`, but for sentences that have moved. moved: they stand at another place.
    """

    fate: Fate
    before: str
    after: str
    changes: tuple[Change, ...] = ()
    moved: bool = False


def differing(before: Sequence[str], merge: Merge) -> list[Difference]:
    """The differences in the order of the file to come. before: its paragraphs as they were.

    A paragraph that was split, or joined to another one, is one difference, whose lines end there; a sentence that
    stands in another paragraph is one more, and no change of the two.
    """
    steps = [_difference(before, step) for step in merge.steps]
    return list(_moved_apart(_reshaped(steps)))


def _difference(before: Sequence[str], step: Step) -> Difference:
    was = "" if step.seen is None else before[step.seen]
    if step.fate is Fate.DELETED:
        return Difference(step.fate, was, "")
    now = "".join([block.text for block in step.blocks]) if step.seen is None else changed(was, step.changes)
    return Difference(step.fate, was, now, step.changes, step.moved)


def _reshaped(steps: Sequence[Difference]) -> list[Difference]:
    """The differences, those told as one that came of one split, or one join."""
    found: list[Difference] = []
    at = 0
    while at < len(steps):
        size = next((n for n in range(_run(steps, at), 1, -1) if _is_one(steps[at : at + n])), 1)
        found.append(_together(steps[at : at + size]) if size > 1 else steps[at])
        at += size
    return [one for one in found if one.fate is not Fate.KEPT or one.moved]


def _run(steps: Sequence[Difference], at: int) -> int:
    """How many steps from one on may be of one split or join: of those that stayed but were changed there is one."""
    size = stayed = 0
    for step in steps[at : at + _MOST]:
        stayed += step.fate is Fate.UPDATED
        if step.moved or step.fate is Fate.KEPT or stayed > 1:
            break
        size += 1
    return size


def _is_one(steps: Sequence[Difference]) -> bool:
    """Whether one paragraph of these was split into the others, or all are joined to one."""
    stayed = [step for step in steps if step.fate is Fate.UPDATED]
    others = [step for step in steps if step.fate is not Fate.UPDATED]
    if len(stayed) != 1 or len({step.fate for step in others}) != 1:
        return False
    if others[0].fate is Fate.ADDED:
        whole, less, parts = stayed[0].before, stayed[0].after, [step.after for step in others]
    else:
        whole, less, parts = stayed[0].after, stayed[0].before, [step.before for step in others]
    return all(len(words := _words(part)) >= _LEAST and words in whole and words not in less for part in parts)


def _together(steps: Sequence[Difference]) -> Difference:
    was = "\n".join([step.before for step in steps if step.before])
    now = "\n".join([step.after for step in steps if step.after])
    return Difference(Fate.UPDATED, was, now, tuple(_changes(was, now)))


def _changes(was: str, now: str) -> Iterator[Change]:
    """What makes one text out of another."""
    old, new = tokens(was, Words(())), tokens(now, Words(()))
    for edit in differences(old, new):
        start = len("".join(old[: edit.start]))
        end = start + len("".join(old[edit.start : edit.end]))
        yield Change(start, end, (Span("".join(new[edit.new_start : edit.new_end])),))


def _moved_apart(found: Sequence[Difference]) -> Iterator[Difference]:
    """The differences, and one for each sentence that went at one place and came at another: it has moved."""
    went = {_words(one.before[c.start : c.end]) for one in found for c in one.changes if not c.text}
    came = {_words(c.text) for one in found for c in one.changes if c.start == c.end}
    moved = {words for words in went & came if len(words) >= _LEAST}
    for one in found:
        changes = tuple([c for c in one.changes if _words(c.text or one.before[c.start : c.end]) not in moved])
        yield replace(one, changes=changes)
        for words in [_words(c.text) for c in one.changes if _words(c.text) in moved]:
            yield Difference(Fate.KEPT, words, words, moved=True)


def _words(text: str) -> str:
    """A passage without the number before it and the marks at its ends."""
    around = POINTS + " \n"
    return without_marker(text.strip(around)).strip(around)
