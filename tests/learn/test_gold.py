"""The studied speeches, read from the files in which they were found, against their gold structures."""

from __future__ import annotations

from functools import cache

import pytest

from drafting.learn import FAMILIES, Speech, recognise
from tests.learn.scoring import SHARED, Score, bare, best, data, gold, score, seed

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the gold structures are not beside the checkout"
)
GOLD = gold()


@cache
def read(source: str) -> list[Speech]:
    return recognise(seed(source))


def scored(name: str) -> Score:
    speech = best(GOLD[name], read(GOLD[name]["source"]))
    return score(GOLD[name]["blocks"], data(speech.draft.blocks))


@pytest.mark.parametrize("name", GOLD)
def test_nothing_of_a_speech_is_lost_and_nothing_added(name: str) -> None:
    speech = best(GOLD[name], read(GOLD[name]["source"]))
    assert bare(speech.draft.text) == bare("".join(block["text"] for block in GOLD[name]["blocks"]))


@pytest.mark.parametrize("name", GOLD)
def test_the_structure_of_each_speech_is_found(name: str) -> None:
    found = scored(name)
    assert found.items >= 0.98
    assert found.nested >= 0.97
    assert found.moves >= 0.8


def test_the_moves_are_found_in_the_mean() -> None:
    assert sum(scored(name).moves for name in GOLD) / len(GOLD) >= 0.95


@pytest.mark.parametrize("source", sorted({wanted["source"] for wanted in GOLD.values()}))
def test_what_was_left_out_is_reported_with_a_reason(source: str) -> None:
    speeches = read(source)
    removed = [removed for speech in speeches for removed in speech.removed]
    assert removed
    assert all(one.text and one.why for one in removed)
    kept = sum(len(bare(speech.draft.text)) for speech in speeches)
    assert kept + sum(len(bare(one.text)) for one in removed) >= 0.97 * len(bare(seed(source)))


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_of_rules_can_be_switched_off(family: str) -> None:
    for source in {wanted["source"] for wanted in GOLD.values()}:
        assert recognise(seed(source), without=[family])
