"""Speeches of many kinds and habits, written for these tests with their structure by hand, read as plain text."""

from __future__ import annotations

from functools import cache

import pytest

from drafting.draft import Block
from drafting.learn import Speech, recognise
from tests.learn.labelled import WRITTEN as FILES
from tests.learn.labelled import labelled, text_of
from tests.learn.scoring import data, score


def blocks(name: str) -> list[Block]:
    return labelled(FILES[name])


@cache
def read(name: str) -> Speech:
    [speech] = recognise(text_of(blocks(name)))
    return speech


@pytest.mark.parametrize("name", FILES)
def test_its_text_and_its_lists_are_found(name: str) -> None:
    wanted = blocks(name)
    found = read(name).draft.blocks
    assert read(name).draft.text == text_of(wanted)
    assert [(b.role, b.level, b.marker) for b in found] == [(b.role, b.level, b.marker) for b in wanted]


def moves(name: str) -> float:
    return score(data(tuple(blocks(name))), data(read(name).draft.blocks)).moves


@pytest.mark.parametrize("name", FILES)
def test_most_of_its_moves_are_found(name: str) -> None:
    assert moves(name) >= 0.65


def test_the_moves_are_found_in_the_mean() -> None:
    assert sum(map(moves, FILES)) / len(FILES) >= 0.94
