"""Longer speeches in which argument, facts and demands mix, under headings that do not name what they are."""

from __future__ import annotations

from functools import cache

import pytest

from drafting.learn import recognise
from tests.learn.labelled import LONGER, labelled, text_of
from tests.learn.scoring import Score, bare, data, score


@cache
def scored(name: str) -> Score:
    wanted = labelled(LONGER[name])
    [speech] = recognise(text_of(wanted))
    assert bare(speech.draft.text) == bare(text_of(wanted))
    return score(data(tuple(wanted)), data(speech.draft.blocks))


@pytest.mark.parametrize("name", LONGER)
def test_its_text_and_most_of_its_lists_are_found(name: str) -> None:
    assert scored(name).items >= 0.55


@pytest.mark.slow
def test_the_lists_are_found_in_the_mean() -> None:
    assert sum([scored(name).items for name in LONGER]) / len(LONGER) >= 0.95


def test_the_moves_are_found_in_the_mean() -> None:
    assert sum([scored(name).moves for name in LONGER]) / len(LONGER) >= 0.85
