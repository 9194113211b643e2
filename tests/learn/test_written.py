"""Speeches of many kinds and habits, written for these tests with their structure by hand, read as plain text.

A line of `written/NAME.txt` is a block: its move, level and marker, and behind | its text; + before it: it goes on in
the paragraph of the block before.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from drafting.draft import Block, Move, Role, Source, Span
from drafting.learn import Speech, recognise
from tests.learn.scoring import data, score

FILES = {file.stem: file for file in sorted(Path(__file__).with_name("written").glob("*.txt"))}
ROLES = {Move.TITLE: Role.TITLE, Move.BYLINE: Role.BYLINE, Move.GREETING: Role.SALUTATION}


def blocks(name: str) -> list[Block]:
    made = []
    for number, line in enumerate(FILES[name].read_text(encoding="utf-8").splitlines()):
        head, _bar, text = line.partition("|")
        word, level, marker = head.removeprefix("+").split(" ")
        move = Move(word)
        role = ROLES.get(move, Role.ITEM if marker else Role.PARAGRAPH)
        spans = (Span(text, Source.HAND),)
        made.append(Block(f"hand:{number}", role, int(level), marker, move, spans, 0, line.startswith("+")))
    return made


def text_of(wanted: list[Block]) -> str:
    return "".join([("" if block.runs_on or not at else "\n") + block.text for at, block in enumerate(wanted)])


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
