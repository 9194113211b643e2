"""A part that stands or does not leaves the rest of the speech sound, whichever others stand.

All combinations are gone through by `python -m tests.prose.conditions`; here each condition with each other one.
"""

from __future__ import annotations

import pytest

from tests.prose.conditions import any_two, every, states, told
from tests.prose.shipped import OUTLINES

ALL = 130  # so many combinations are gone through here too


@pytest.mark.slow
@pytest.mark.parametrize("name", OUTLINES)
def test_each_two_conditions_together_give_a_sound_speech(name: str) -> None:
    found = [said for case in any_two(name) if (said := told(name, case))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", [name for name in OUTLINES if sum(1 for _ in every(name)) <= ALL])
def test_the_few_conditions_of_an_outline_give_a_sound_speech_in_every_combination(name: str) -> None:
    found = [said for case in every(name) if (said := told(name, case))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", OUTLINES)
def test_every_outline_has_conditions_that_can_be_met_and_not_met(name: str) -> None:
    assert states(name)
    assert all(len(set(map(str, values))) > 1 for values in states(name).values())
