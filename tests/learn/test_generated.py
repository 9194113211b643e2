"""Speeches of known structure, noised as document sites do it: read back to the letter and to the last list."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.draft import Role
from drafting.learn import Speech, recognise
from tests.learn.scoring import bare
from tests.learn.speeches import NOISES, Made, chunked, make, several

SEEDS = st.integers(0, 10**6)


def items(speech: Speech) -> list[tuple[str, int, str]]:
    blocks = [found.block for found in speech.found if found.block.role is Role.ITEM]
    return [(bare(b.marker), b.level, bare(b.text[len(b.marker) :])[:4]) for b in blocks]


def known(made: Made) -> list[tuple[str, int, str]]:
    return [(item.marker, item.level, item.words[:4]) for item in made.items]


@pytest.mark.parametrize("noise", NOISES, ids=lambda noise: noise.__name__)
@given(seed=SEEDS)
@settings(max_examples=15, deadline=None)
def test_a_speech_comes_out_of_the_noise_as_it_was(noise: Callable[[Made, Random], str], seed: int) -> None:
    made = make(seed)
    [speech] = recognise(noise(made, Random(seed)))
    assert bare(speech.draft.text) == bare(made.text)
    assert speech.title == made.title
    assert items(speech) == known(made)


@given(seed=SEEDS)
@settings(max_examples=15, deadline=None)
def test_paragraphs_stay_where_the_file_has_them(seed: int) -> None:
    made = make(seed)
    [speech] = recognise(made.text)
    assert speech.draft.text == made.text


@given(seed=SEEDS, count=st.integers(2, 6))
@settings(max_examples=10, deadline=None)
def test_several_speeches_of_one_file_are_told_apart(seed: int, count: int) -> None:
    made = [make(seed + number) for number in range(count)]
    for text in (several(made), "\n\n".join(one.text for one in made)):
        speeches = recognise(text)
        assert [bare(speech.draft.text) for speech in speeches] == [bare(one.text) for one in made]
        assert [items(speech) for speech in speeches] == [known(one) for one in made]


@given(st.text("一二三、（）()1.2是要第首先，。；：\n 同志们讲话好“”", max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_blocks_and_nothing_is_made_up(text: str) -> None:
    for speech in recognise(text):
        rest = iter(bare(text))
        assert all(character in rest for character in bare(speech.draft.text))
        assert all(found.block.text.startswith(found.block.marker) for found in speech.found)
        assert all(0 <= found.confidence <= 1 for found in speech.found)


@given(seed=SEEDS)
@settings(max_examples=15, deadline=None)
def test_chunks_that_were_wrapped_again_lose_nothing(seed: int) -> None:
    made = make(seed)
    paragraphs = chunked(made, Random(seed)).split("\n\n")
    lines = [text[at : at + 60] for text in paragraphs for at in range(0, len(text), 60)]
    speeches = recognise("\n".join(lines))
    assert bare("".join(speech.draft.text for speech in speeches)) == bare(made.text)
