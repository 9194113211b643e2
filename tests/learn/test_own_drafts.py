"""What we compose can be read back: the drafts of the shipped examples, as bare text."""

from __future__ import annotations

import pytest

from drafting.draft import Role
from drafting.learn import recognise
from tests.learn.scoring import data, score
from tests.prose.shipped import EXAMPLES, drafted

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


def test_the_moves_of_our_drafts_are_mostly_told() -> None:
    """They are written without set phrases wherever that is possible, so that this is hard."""
    drafts = [drafted(name).draft for name in NAMES]
    scores = [score(data(draft.blocks), data(recognise(draft.text)[0].draft.blocks)).moves for draft in drafts]
    assert sum(scores) / len(scores) >= 0.5
