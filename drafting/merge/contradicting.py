"""Two additions at one place, of which one says otherwise what the other says: they are not both read out.

Two items of a list are, unless they are one and the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drafting.chinese.enumerators import without_marker
from drafting.chinese.punctuation import is_point
from drafting.chinese.punctuation.marks import POINTS
from drafting.merge.differences import Edit
from drafting.merge.ground import Ground
from drafting.merge.model import OBJECT
from drafting.merge.outcome import Wanted
from drafting.merge.pieces import Piece
from drafting.merge.tokens import Words, tokens

_MOST = 0.5  # of the characters of the longer of two clauses that are in both: they say the same, or the contrary
_SHORTEST = 4  # characters of a clause of which that can be said
_SHORT = 30  # characters: in longer additions a date, or a number of people, may be of anything

_NO_NAMES = Words(())
_POINTS = re.compile(f"[{re.escape(POINTS)}{OBJECT}\\s]+")
_DATE = re.compile("[月日号]|(?:年|季度)[初底末]|[年月日号底末旬期](?:之|以)?前")
_OWNER = re.compile("总?(?:牵头|负责|承办|主办|主抓|主持|挂帅|分管)")
_AMOUNT = re.compile(
    r"[0-9０-９零〇一二两三四五六七八九十百千万亿][0-9０-９.．,零〇一二两三四五六七八九十百千]*(?P<unit>.*)"
)


def contradicts(ground: Ground, wanted: Wanted, edit: Edit) -> bool:
    """Whether what the hand put in and what the draft would put in at the same place do not go together."""
    if edit.start < edit.end or not wanted.update.pieces or not _are_together(ground, wanted, edit):
        return False
    hand = ground.written(edit.new_start, edit.new_end)
    if wanted.items:
        return any(_is_of_the_same(hand, item) for item in wanted.items)
    return are_contrary(
        hand,
        "".join([piece.text for piece in wanted.update.pieces if piece.span is not None]),
        wanted.start < wanted.end,
    )


def _is_of_the_same(hand: str, item: Sequence[Piece]) -> bool:
    """Whether the hand put in the item that the draft puts in, with another value or in other words.

    Items of a list may well have numbers of one unit each, or a date: they are told apart by what their first clause
    is about, and rows besides by nothing of the wording that all of them have.
    """
    wording = "".join([piece.text if _is_wording(piece) else "\n" for piece in item])
    frame = [words for words in _POINTS.split(wording) if words]
    about = next(filter(None, _subjects("".join([p.text for p in item if p.span is not None]), frame)), "")
    return any(about == one or _share_most(about, one) for one in _subjects(hand, frame) if about and one)


def _is_wording(piece: Piece) -> bool:
    return piece.span is not None and not piece.span.path


def _subjects(text: str, frame: Sequence[str]) -> Iterator[str]:
    """What each clause is about: its words without numbers and dates. frame: words that all clauses have."""
    for clause in _clauses(text):
        for words in frame:
            clause = clause.replace(words, "", 1)
        yield "".join([token for token in tokens(clause, _NO_NAMES) if not _AMOUNT.match(token)])


def _are_together(ground: Ground, wanted: Wanted, edit: Edit) -> bool:
    """Whether both come in at one place, or with no more than a mark between."""
    first, last = sorted((wanted.end, edit.start))
    return last - first <= 1 and all(map(is_point, ground.base[first:last]))


def are_contrary(hand: str, ours: str, is_change: bool = False) -> bool:
    """Whether two additions have numbers of one unit, dates, or somebody in charge each, or most of their characters
    in common. is_change: ours begins with what gives way to something else; only what comes behind is added."""
    by_hand, drafted = list(_clauses(hand)), list(_clauses(ours))[is_change:]
    if max(map(len, ("".join(by_hand), "".join(drafted)))) <= _SHORT:
        kinds = [set().union(*map(_kinds, clauses)) for clauses in (by_hand, drafted)]
        if not kinds[0].isdisjoint(kinds[1]):
            return True
    return any(_share_most(one, other) for one in by_hand for other in drafted)


def _clauses(text: str) -> Iterator[str]:
    yield from (clause for part in _POINTS.split(text) if (clause := without_marker(part)))


def _kinds(clause: str) -> set[str]:
    """What a clause gives: the unit of a number, a date, who is in charge."""
    found = {pattern.pattern for pattern in (_DATE, _OWNER) if pattern.search(clause)}
    for token in tokens(clause, _NO_NAMES):
        if (amount := _AMOUNT.fullmatch(token)) and amount["unit"] and not _DATE.search(token):
            found.add(amount["unit"])
    return found


def _share_most(one: str, other: str) -> bool:
    shared = (Counter(one) & Counter(other)).total()
    return min(len(one), len(other)) >= _SHORTEST and shared > _MOST * max(len(one), len(other))
