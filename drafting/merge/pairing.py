"""Which of some texts belong together: likeness of two texts, and the best pairs of all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from math import inf
from operator import add

_ALL_PAIRS = 1500  # up to so many pairs each is looked at; beyond, only those that share something rare
_NEAREST = 8  # how many partners a text is compared with then
_COMMON = 12  # texts that share a pair of characters, before it tells nothing
_EXACT = 1e-9


def grams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text."""
    return frozenset(map(add, text, text[1:])) if len(text) > 1 else frozenset((text,))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two texts are, by their pairs of characters: 0 to 1 (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other))


def best_pairs(scores: Mapping[int, Mapping[int, float]]) -> dict[int, int]:
    """The pairs with the highest sum of scores; each left and each right one stands in one pair at most.

    scores: for each left one the right ones it may go with, all above 0. Nothing greedy: shortest augmenting paths
    (R. Jonker, A. Volgenant 1987) over the pairs given, so that few pairs cost little.
    """
    highest = max((score for row in scores.values() for score in row.values()), default=0.0)
    # A left one may stay alone: it then goes with a right one of its own, written ~left, which scores nothing.
    costs = {left: {**{j: highest - s for j, s in row.items()}, ~left: highest} for left, row in scores.items()}
    price: defaultdict[int, float] = defaultdict(float)
    left_of: dict[int, int] = {}
    for left in costs:
        _augment(left, costs, price, left_of)
    return {left: right for right, left in left_of.items() if right >= 0}


def _augment(
    start: int, costs: Mapping[int, Mapping[int, float]], price: defaultdict[int, float], left_of: dict[int, int]
) -> None:
    """Find a partner for one more, others changing theirs where all gain."""
    distance: dict[int, float] = {}
    before: dict[int, int | None] = {}  # the right one over whose partner each was reached
    heap: list[tuple[float, int]] = []
    done: list[int] = []
    left, so_far, came_by = start, 0.0, None
    while True:
        for right, cost in costs[left].items():
            length = so_far + cost - price[right]
            if length < distance.get(right, inf) - _EXACT:
                distance[right], before[right] = length, came_by
                heappush(heap, (length, right))
        length, right = heappop(heap)
        while length > distance[right] + _EXACT or right in done:
            length, right = heappop(heap)
        if right not in left_of:
            break
        done.append(right)
        left = left_of[right]
        so_far = length - (costs[left][right] - price[right])
        came_by = right
    for passed in done:
        price[passed] += distance[passed] - length
    while (via := before[right]) is not None:
        left_of[right] = left_of[via]
        right = via
    left_of[right] = start


def candidates(
    lefts: Mapping[int, frozenset[str]], rights: Mapping[int, frozenset[str]], extra: Iterable[tuple[int, int]] = ()
) -> Iterator[tuple[int, int]]:
    """Pairs worth a look: all if they are few, else those that share what few have, and `extra`."""
    if len(lefts) * len(rights) <= _ALL_PAIRS:
        yield from ((left, right) for left in lefts for right in rights)
        return
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for right, texts in rights.items():
        for gram in texts:
            holders[gram].append(right)
    seen = {(left, right) for left, right in extra if left in lefts and right in rights}
    yield from sorted(seen)
    for left, texts in lefts.items():
        votes: Counter[int] = Counter()
        for gram in sorted(texts):
            found = holders.get(gram, ())
            if len(found) <= _COMMON:
                votes.update(found)
        best = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_NEAREST]
        yield from ((left, right) for right, _count in best if (left, right) not in seen)


def longest_in_order(places: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Which of some things may stay where they are: the heaviest of them whose places rise; the indexes of those."""
    order = sorted(set(places))
    rank = {place: number for number, place in enumerate(order, 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(order) + 1)  # a Fenwick tree: heaviest chain up to a rank, its end
    before: list[int] = []
    for index, place in enumerate(places):
        at, found = rank[place] - 1, (0, -1)
        while at > 0:
            found = max(found, best[at], key=lambda chain: chain[0])
            at -= at & -at
        before.append(found[1])
        chain = (found[0] + weights[index], index)
        at = rank[place]
        while at < len(best):
            best[at] = max(best[at], chain, key=lambda chain: chain[0])
            at += at & -at
    end = max(best, key=lambda chain: chain[0])[1]
    kept: set[int] = set()
    while end >= 0:
        kept.add(end)
        end = before[end]
    return kept
