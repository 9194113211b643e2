"""Speeches in the set phrases of the genre, as most are."""

from __future__ import annotations

import pytest

from drafting.learn import recognise
from tests.learn.labelled import CUSTOMARY, labelled, text_of
from tests.learn.scoring import bare, data, score


@pytest.mark.parametrize("name", CUSTOMARY)
def test_its_lists_and_its_moves_are_found(name: str) -> None:
    wanted = labelled(CUSTOMARY[name])
    [speech] = recognise(text_of(wanted))
    assert bare(speech.draft.text) == bare(text_of(wanted))
    found = score(data(tuple(wanted)), data(speech.draft.blocks))
    assert found.items == 1
    assert found.moves >= 0.8
