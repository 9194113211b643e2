"""The best pairs, not the first ones; and what may stay in place when an order changes."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from drafting.merge.pairing import best_pairs, candidates, grams, likeness, longest_in_order

tenths = st.integers(1, 9).map(lambda n: n / 10)
scores = st.dictionaries(st.integers(0, 5), st.dictionaries(st.integers(0, 5), tenths, max_size=6), max_size=6)


def best_sum(table: dict[int, dict[int, float]], rows: list[int], taken: frozenset[int] = frozenset()) -> float:
    """By trying everything."""
    if not rows:
        return 0.0
    sums = [best_sum(table, rows[1:], taken)]
    sums += [s + best_sum(table, rows[1:], taken | {j}) for j, s in table[rows[0]].items() if j not in taken]
    return max(sums)


@given(scores)
def test_no_other_pairs_have_a_higher_sum(table: dict[int, dict[int, float]]) -> None:
    pairs = best_pairs(table)
    assert len(set(pairs.values())) == len(pairs)
    assert abs(sum(table[i][j] for i, j in pairs.items()) - best_sum(table, list(table))) < 1e-9


def test_the_likest_pair_gives_way_where_both_gain() -> None:
    assert best_pairs({0: {0: 0.9, 1: 0.8}, 1: {0: 0.8}}) == {0: 1, 1: 0}


@given(st.lists(st.integers(0, 9), unique=True, max_size=7), st.data())
def test_what_stays_is_the_heaviest_that_is_in_order(places: list[int], data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.integers(1, 9), min_size=len(places), max_size=len(places)))
    kept = sorted(longest_in_order(places, weights))
    assert [places[n] for n in kept] == sorted(places[n] for n in kept)
    for size in range(len(places) + 1):
        for others in combinations(range(len(places)), size):
            if [places[n] for n in others] == sorted(places[n] for n in others):
                assert sum(weights[n] for n in others) <= sum(weights[n] for n in kept)


def test_likeness_is_one_for_the_same_and_nothing_for_strangers() -> None:
    assert likeness(grams("修好水渠"), grams("修好水渠")) == 1
    assert likeness(grams("修好水渠"), grams("种好果树")) == 0


def test_among_many_only_those_are_compared_that_share_something_rare() -> None:
    texts = {n: grams(f"第{chr(0x4E00 + 7 * n)}{chr(0x5000 + 5 * n)}号工程按期完成") for n in range(60)}
    found = set(candidates(texts, texts, [(0, 59)]))
    assert {(n, n) for n in texts} <= found
    assert (0, 59) in found
    assert len(found) < 60 * 10
