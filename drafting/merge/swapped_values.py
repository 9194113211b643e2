"""Clauses that the hand has put elsewhere in their paragraph and changed there: the values in them are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafting.chinese.punctuation import is_point
from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Block, Source
from drafting.merge.differences import Edit, differences
from drafting.merge.ground import Ground
from drafting.merge.model import OBJECT, Entry, Kind
from drafting.merge.outcome import Outcome
from drafting.merge.pairing import grams, likeness
from drafting.merge.values import bare, latest, ranges_of

_LIKE = 0.7  # likeness of a clause and what the hand has made of it at another place


class _Carried(NamedTuple):
    """Words that the hand took out and put in elsewhere, with changes.

    out, into: the edits. start, at: the tokens of the base and of the file with which the words begin, the marks before
    them left out. changes: inside the words, counted from there.
    """

    out: Edit
    into: Edit
    start: int
    at: int
    changes: Sequence[Edit]


def values_in_swapped(ground: Ground, tokens: tuple[int, int], base: Block, new: Block, outcome: Outcome) -> None:
    """Tell where the hand has another value in a clause that it has put elsewhere.

    tokens: of the block, where they begin among those of the cluster and where they end.
    """
    carried = list(_carried(ground, outcome)) if ground.edits else []
    if not carried:
        return
    now_of, ranges = latest(base, new), ranges_of(ground, *tokens)
    for one in carried:
        told = False
        for nth, (start, end) in ranges.items():
            span = base.spans[nth]
            inside = one.out.start <= start and end <= one.out.end and span.source is Source.FACT
            written = _written(ground, one, start, end) if inside and nth in now_of else ""
            value = bare(written.replace(OBJECT, ""), ground.stood(start, end), span)
            if value and value not in (span.text, now_of[nth].text):
                outcome.account.append(Entry(Kind.DIFFERS, new.key, value, now_of[nth].text, now_of[nth].path))
                told = True
        if told:
            was, words = _texts(ground, one.out, one.into)
            outcome.account.append(Entry(Kind.KEPT, new.key, words, was))
            outcome.settled |= {one.out, one.into}


def _carried(ground: Ground, outcome: Outcome) -> Iterator[_Carried]:
    edits = [edit for edit in ground.edits if edit not in outcome.settled]
    came = [edit for edit in edits if edit.start == edit.end]
    for out in [edit for edit in edits if edit.new_start == edit.new_end and came]:
        likes = {into: _alike(*_texts(ground, out, into)) for into in came}
        into = max(came, key=likes.__getitem__)
        if likes[into] >= _LIKE:
            came.remove(into)
            (start, was), (at, now) = _words(ground.base, out.start, out.end), _words(ground.file, *into[2:])
            yield _Carried(out, into, start, at, differences(was, now))
        if not came:
            break


def _alike(was: str, words: str) -> float:
    return likeness(grams(was), grams(words)) if was != words else 0.0  # nothing in it is another value


def _texts(ground: Ground, out: Edit, into: Edit) -> tuple[str, str]:
    """What the hand took out, and what it put in, without the marks around it."""
    return (
        ground.stood(out.start, out.end).strip(POINTS),
        ground.written(into.new_start, into.new_end).strip(POINTS),
    )


def _written(ground: Ground, one: _Carried, start: int, end: int) -> str:
    """What tokens `start` to `end` of the base are now, at the other place; "" where that cannot be told."""
    start, end = start - one.start, end - one.start
    if any(edit.start < border < edit.end for edit in one.changes for border in (start, end)):
        return ""
    first = start + sum([_longer(edit) for edit in one.changes if edit.end <= start])
    last = end + sum([_longer(edit) for edit in one.changes if edit.end <= end and edit.start < end])
    return ground.written(one.at + first, one.at + last)


def _words(tokens: Sequence[str], start: int, end: int) -> tuple[int, Sequence[str]]:
    """Some tokens without the marks at their ends, and where they begin."""
    while start < end and is_point(tokens[start]):
        start += 1
    while start < end and is_point(tokens[end - 1]):
        end -= 1
    return start, tokens[start:end]


def _longer(edit: Edit) -> int:
    return edit.new_end - edit.new_start - edit.end + edit.start
