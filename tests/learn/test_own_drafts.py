"""What we compose can be read back: the drafts of the shipped examples, as bare text."""

from __future__ import annotations

import pytest

from drafting.draft import Role
from drafting.learn import recognise
from tests.learn.scoring import data, score
from tests.prose.shipped import EXAMPLES, TONES, drafted

NAMES = [path.stem for path in sorted(EXAMPLES.glob("*.yaml")) if "house" not in path.stem]


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_of_ours_is_read_back(name: str) -> None:
    draft = drafted(name).draft
    [speech] = recognise(draft.text)
    assert speech.draft.text == draft.text
    assert speech.title == draft.title
    assert [(b.role, b.marker, b.text) for b in speech.draft.blocks] == [
        (b.role, b.marker, b.text) for b in draft.blocks
    ]
    assert [b.level for b in speech.draft.blocks if b.role is Role.ITEM] == [
        b.level for b in draft.blocks if b.role is Role.ITEM
    ]
    wrong = [b.text for b, own in zip(speech.draft.blocks, draft.blocks, strict=True) if b.level != own.level]
    assert len(wrong) <= 3  # where nothing in the text tells how deep a paragraph without a marker stands


@pytest.mark.parametrize("seed_and_tone", tuple(enumerate(("", *TONES))), ids=str)
def test_the_moves_of_our_drafts_are_told(seed_and_tone: tuple[int, str]) -> None:
    """They are written without set phrases wherever that is possible, so that this is hard."""
    seed, tone = seed_and_tone
    drafts = [drafted(name, tone=tone, seed=seed + 2).draft for name in NAMES]
    scores = [score(data(draft.blocks), data(recognise(draft.text)[0].draft.blocks)).moves for draft in drafts]
    assert sum(scores) / len(scores) >= 0.99
    assert min(scores) >= 0.95
