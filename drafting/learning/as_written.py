"""Stretches of a speech that was read with full-width marks, with the marks that they have in it: 去年以来,全镇."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafting.learning.matching import soft


def as_written(texts: Sequence[str], speech: str) -> Iterator[str]:
    """The texts, in the order in which they stand, with the marks of the speech; what it has not stays as it is."""
    done = 0
    for text in texts:
        form = re.compile(soft(text))
        match = form.search(speech, done) or form.search(speech)
        done = match.end() if match else done
        yield match.group() if match else text
