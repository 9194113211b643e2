"""A long file is brought up to date while one waits."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from drafting.draft import Draft, Source
from drafting.merge import merge, result_text
from drafting.merge.model import Kind, Seen
from tests.merge.desk import file_of, speech

LONG = 1000
GENEROUS = 8.0  # seconds of the processor, on a machine that is busy with other things


def long_speech(paragraphs: int) -> Draft:
    """The same speech over and over, no paragraph twice."""
    blocks = []
    for number in range(paragraphs):
        for block in speech().blocks:
            tail = replace(block.spans[-1], text=block.spans[-1].text + chr(0x4E00 + number) + chr(0x5000 + number))
            blocks.append(replace(block, key=f"{number}/{block.key}", spans=(*block.spans[:-1], tail)))
    groups = list(Draft(tuple(blocks)).paragraphs())[:paragraphs]
    return Draft(tuple(block for group in groups for block in group))


def with_facts(draft: Draft, places: Sequence[int]) -> Draft:
    blocks = list(draft.blocks)
    for place in places:
        spans = [replace(s, text=s.text + "新") if s.source is Source.FACT else s for s in blocks[place].spans]
        blocks[place] = replace(blocks[place], spans=tuple(spans))
    return Draft(tuple(blocks))


@pytest.mark.slow
@pytest.mark.parametrize("edits", [10, LONG])
@pytest.mark.parametrize("hints", [True, False])
def test_a_thousand_paragraphs(edits: int, hints: bool) -> None:
    base = long_speech(LONG)
    facts = [place for place, block in enumerate(base.blocks) if any(s.source is Source.FACT for s in block.spans)]
    new = with_facts(base, facts[:: len(facts) // 3])
    random, file = Random(7), file_of(base)
    for place in random.sample(range(LONG), edits):
        at = random.randrange(len(file[place].text))
        file[place] = replace(file[place], text=file[place].text[:at] + "㐂" + file[place].text[at:])
    if not hints:
        file = [Seen(seen.text) for seen in file]
    start = time.process_time()
    done = merge(base, file, new)
    assert time.process_time() - start < GENEROUS
    assert sum("㐂" in text for text in result_text(file, done)) == edits
    assert sum(entry.kind is Kind.UPDATED for entry in done.account) >= len(facts[:: len(facts) // 3]) // 2


@pytest.mark.slow
def test_a_thousand_paragraphs_in_reverse() -> None:
    base = long_speech(LONG)
    groups = list(base.paragraphs())[::-1]
    new = Draft(tuple(block for group in groups for block in group))
    start = time.process_time()
    done = merge(base, file_of(base), new)
    assert time.process_time() - start < GENEROUS
    assert sum(step.moved for step in done.steps) < LONG
    assert not any(entry.kind is Kind.CONFLICT for entry in done.account)
