"""Words that the house does not want, or wants otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafting.check import Finding
from drafting.draft import Draft
from drafting.i18n import _


def check_words(draft: Draft, forbidden: Sequence[str], preferred: Mapping[str, str]) -> Iterator[Finding]:
    """A finding for every block and every unwanted word in it. preferred: word -> the word to use instead."""
    for block in draft.blocks:
        text = block.text
        for word in forbidden:
            if word and word in text:
                message = _("“{word}” is a forbidden word of the house.").format(word=word)
                yield Finding("forbidden", block.key, message)
        for word, better in preferred.items():
            if word and word in text.replace(better, ""):
                message = _("The house writes “{better}” instead of “{word}”.").format(word=word, better=better)
                yield Finding("preferred", block.key, message)
