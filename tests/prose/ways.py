"""Every way of every wording: drafts that between them take all of them, and what each passage can say."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple
from unittest.mock import patch

from drafting import compose as composing
from drafting.compose import Composed, Prepared, compose
from drafting.compose.prepare import PreparedPart
from drafting.compose.render import Renderer
from drafting.compose.snippets import Snippet
from drafting.draft import Source, Span
from drafting.facts.model import Facts
from drafting.house import House

PHRASE = 4
MOST_COMBINATIONS = 250  # of ways in one passage
CLAUSE = re.compile(r"[^\w]+")

# Terms for which there is no other word, so that a speech may say them twice.
SET_TERMS = """
同志们 责任单位 主要负责同志 负责同志 领导干部 广大干部群众 干部群众 党员干部 部门和单位 有关部门 各级党组织 作重要讲话
""".split()


class Turns:
    """Takes the ways of the wordings in turn: drafts number 0, 1, 2 … show every combination of ways in each passage.

    combinations: of the passage that has most of them, as far as this draft has met wordings.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._combinations: Counter[str] = Counter()
        self._taken: dict[tuple[str, str], int] = {}

    def __call__(self, key: str, wording: str, ways: int) -> int:
        if (key, wording) not in self._taken:
            before = self._combinations[key] or 1
            self._taken[key, wording] = self._number // before % ways
            self._combinations[key] = before * ways
        return self._taken[key, wording]

    @property
    def combinations(self) -> int:
        return max(self._combinations.values(), default=1)


class Recording(Renderer):
    """Notes what each passage says in wording of its own, headings apart."""

    said: dict[str, list[str]]
    headings: frozenset[int]

    def _unit(self, snippet: Snippet, key: str, scope: dict[str, Any]) -> list[list[Span]]:
        lines = super()._unit(snippet, key, scope)
        if id(snippet) not in self.headings:
            self.said[key] = clauses(span for line in lines for span in line)
        return lines


def clauses(spans: Iterable[Span]) -> list[str]:
    """The stretches of wording between marks and facts, those too short for a phrase left out."""
    texts = (span.text for span in spans if span.source is Source.WORDING)
    return [clause for text in texts for clause in CLAUSE.split(text) if len(clause) >= PHRASE]


@cache
def phrases(clause: str) -> tuple[str, ...]:
    """The phrases in a stretch of wording, set terms apart; one that stands in it twice (一个难点一个难点地) twice."""
    found = (clause[at : at + PHRASE] for at in range(len(clause) - PHRASE + 1))
    return tuple(phrase for phrase in found if not any(phrase in term for term in SET_TERMS))


class Said(NamedTuple):
    """A draft of some round, and what its passages say, by key."""

    composed: Composed
    by_key: dict[str, list[str]]


def rounds(prepared: Prepared, facts: Facts, house: House) -> list[Said]:
    """Drafts of the same facts in which every way of every wording is taken."""
    Recording.headings = frozenset(id(snippet) for snippet in _headings(prepared.parts))
    drafts: list[Said] = []
    needed = 1
    while len(drafts) < needed:
        turns, Recording.said = Turns(len(drafts)), {}
        with patch.object(composing, "Renderer", Recording):
            drafts.append(Said(compose(prepared, facts, house, turns), Recording.said))
        needed = max(needed, turns.combinations)
        assert needed <= MOST_COMBINATIONS, "too many wordings in one passage to try all of their combinations"
    return drafts


def _headings(parts: Sequence[PreparedPart]) -> Iterator[Snippet]:
    for part in parts:
        yield from filter(None, (part.heading, part.lead))
        yield from _headings(part.parts)


class Repeat(NamedTuple):
    """A phrase that two passages, or two places of one, can say in one draft, with the clauses that say it."""

    phrase: str
    one: str
    other: str
    clause: str
    other_clause: str

    def __str__(self) -> str:
        return f"「{self.phrase}」 {self.one}: {self.clause} / {self.other}: {self.other_clause}"


def repeats(drafts: Sequence[Said]) -> list[Repeat]:
    """What can be said twice in some draft of these facts, whatever way each passage takes."""
    where: dict[str, dict[str, str]] = defaultdict(dict)  # phrase -> passage -> a clause that says it
    found: dict[tuple[str, str, str, str], None] = {}
    for draft in drafts:
        for key, said in draft.by_key.items():
            counted = Counter(phrase for clause in said for phrase in phrases(clause))
            for clause in said:
                for phrase in phrases(clause):
                    where[phrase].setdefault(key, clause)
                    if counted[phrase] > 1:
                        twice = [other for other in said if phrase in other]
                        found[key, key, twice[0], twice[-1]] = None
    for places in where.values():
        (one, clause), *others = places.items()
        for other, other_clause in others:
            found[one, other, clause, other_clause] = None
    shown = {Repeat(common(c, d), _part(a), _part(b), c, d) for a, b, c, d in found}
    return sorted({(r.phrase, r.one, r.other): r for r in sorted(shown)}.values())


def _part(key: str) -> str:
    """The passage without the names of rows: what the outline calls it."""
    return re.sub(r"(?<=/)[^/]*[^\x00-\x7f][^/.]*", "*", key)


def common(one: str, other: str) -> str:
    """The longest stretch that both have."""
    for size in range(min(len(one), len(other)), PHRASE, -1):
        for at in range(len(one) - size + 1):
            if one[at : at + size] in other:
                return one[at : at + size]
    shared = set(phrases(one)) & set(phrases(other))
    return min(shared) if shared else one
