"""The tone changes the wording, and what is asked for is worked into sentences of more than one build."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from drafting.draft import Draft, Source
from tests.prose.shipped import OUTLINES, drafted

pytestmark = pytest.mark.slow

SEEDS = range(6)
MOST_SHARED = 0.35  # of the wording of two tones, by characters
MOST_OF_ONE_FRAME = 0.5  # of what is asked for in one draft
LEAST_CLAUSE = 4  # characters
ASKED_FOR = re.compile(r"(?:measures|target|how|action|detail|rules)(?:\[\d+\])?$")
PAIRS = [("庄重", "鼓动"), ("庄重", "平实"), ("平实", "鼓动")]


@cache
def draft(outline: str, tone: str, seed: int) -> Draft:
    return drafted(outline, tone=tone, seed=seed).draft


@cache
def said(outline: str, tone: str, seed: int) -> tuple[str, ...]:
    """The clauses of wording in a draft, headings apart."""
    spans = (span for b in draft(outline, tone, seed).blocks if not b.is_heading for span in b.spans)
    texts = (span.text for span in spans if span.source is Source.WORDING)
    return tuple(clause for text in texts for clause in re.split(r"[^\w]+", text) if len(clause) >= LEAST_CLAUSE)


@pytest.mark.parametrize(("one", "other"), PAIRS)
@pytest.mark.parametrize("outline", OUTLINES)
def test_another_tone_says_it_in_other_words(outline: str, one: str, other: str) -> None:
    """Whichever ways the seeds take, not only where both drafts take the same."""
    shares = []
    for seed in SEEDS:
        for against in SEEDS:
            words, others = said(outline, one, seed), set(said(outline, other, against))
            shares.append(sum(len(w) for w in words if w in others) / sum(map(len, words)))
    assert sum(shares) / len(shares) < MOST_SHARED


@pytest.mark.parametrize("tone", ["庄重", "平实", "鼓动"])
@pytest.mark.parametrize("outline", OUTLINES)
def test_no_frame_carries_more_than_half_of_what_is_asked_for(outline: str, tone: str) -> None:
    """The frame is the word of the wording right before the answer: 要, 必须, 着力, 只有; or none."""
    for seed in SEEDS:
        frames: Counter[str] = Counter()
        for block in draft(outline, tone, seed).blocks:
            for place, span in enumerate(block.spans):
                before = block.spans[place - 1] if place else None
                if span.source is Source.WORDING or not ASKED_FOR.search(span.path):
                    continue
                if before is not None and before.path == span.path:
                    continue  # the same answer goes on
                words = before.text if before is not None and before.source is Source.WORDING else ""
                frames[re.split(r"[。；，：！\n]", words)[-1] or words[-1:]] += 1
        bare = {"", "。", "；", "，", "：", "！", "\n"}  # no word at all: a heading, or a sentence, stands before
        worded = Counter({frame: n for frame, n in frames.items() if frame not in bare})
        assert all(n <= MOST_OF_ONE_FRAME * frames.total() for n in worded.values()), frames
