"""What is counted is called by its name once in a draft: 五个方面 of one list is not 五个方面 of the next as well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

import pytest

from drafting.draft import Draft, Source
from tests.prose.shipped import OUTLINES, TONES, changed, loaded
from tests.prose.ways import rounds

pytestmark = pytest.mark.slow

LEAST = 3  # characters behind the number: 个方面, 项任务; a measure word and one more character (件事) may come again
NUMBER = re.compile("^[一二两三四五六七八九十]+")
WORDS = re.compile("[\u4e00-\u9fff]*")


def counted(draft: Draft) -> Iterator[str]:
    """What is counted in the text, the number left off, with the words right behind it; headings apart."""
    for block in draft.blocks:
        if block.is_heading:
            continue
        for span, behind in zip(block.spans, (*block.spans[1:], None), strict=True):
            if span.source is Source.COUNT:
                more = WORDS.match(behind.text) if behind and behind.source is Source.WORDING else None
                yield NUMBER.sub("", span.text) + (more.group() if more else "")


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outline", OUTLINES)
def test_no_two_lists_are_counted_by_one_name(outline: str, tone: str) -> None:
    """Whatever their numbers, for others may type lists of one length."""
    whole = loaded(outline)
    found = set()
    for said in rounds(whole.prepared, changed(whole.facts, tone=tone), whole.house):
        for one, other in combinations(counted(said.composed.draft), 2):
            if len(one) >= LEAST and other.startswith(one[:LEAST]):
                found.add((one, other))
    assert found == set()
