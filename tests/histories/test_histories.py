"""Whatever is done by hand and however the facts change: nothing is lost, nothing comes back, nothing is invented."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.histories.history import broken
from tests.histories.office import Office
from tests.word.judges import complaints

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

FIRST = int(os.environ.get("DRAFTING_HISTORIES", "0"))
"""Where the seeds begin: another number tries other histories."""


@pytest.mark.parametrize("tens", range(30))
def test_nothing_is_lost_in_three_hundred_histories(tmp_path: Path, tens: int) -> None:
    for seed in range(FIRST + 10 * tens, FIRST + 10 * tens + 10):
        assert broken(seed, tmp_path) == ""


@pytest.mark.parametrize("seed", range(FIRST + 7000, FIRST + 7006))
def test_what_was_edited_many_times_over_is_still_a_sound_file(tmp_path: Path, seed: int) -> None:
    assert broken(seed, tmp_path, judge=complaints) == ""


def test_nothing_is_lost_when_the_hand_works_in_libreoffice(tmp_path: Path) -> None:
    rounds = 0
    with Office(tmp_path) as office:
        for seed in range(FIRST + 8000, FIRST + 8012):
            assert broken(seed, tmp_path / "files", office.edit) == ""
        rounds = office.edited
        assert office.fallen <= 2  # of its own accord, now and then; the file then stays as it was
    assert rounds >= 12
