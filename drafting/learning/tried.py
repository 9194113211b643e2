"""Whether files that were made give a speech back: they are read and drafted as `drafting write` would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from drafting.compose import compose, prepare
from drafting.draft import Draft, Source
from drafting.errors import UserError
from drafting.facts.read import read_facts
from drafting.house import House
from drafting.i18n import _
from drafting.learning.asking import Asked
from drafting.library import Library
from drafting.outline.read import read_outline
from drafting.yamlfile import MAX_BYTES, parse_yaml

MAX_CHARACTERS = 150_000  # of a speech that can be learned or fitted; the longest reports have a fifth


@dataclass(frozen=True, slots=True)
class Share:
    """How many characters of a speech the outline holds as wording, and the facts as facts and as own words."""

    wording: int
    facts: int
    own_words: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """An outline that may do. outline: with punctuation left as it is; tidied: the same mended, most of all first."""

    asked: tuple[Asked, ...]
    outline: str
    tidied: tuple[str, ...]
    facts: tuple[str, ...]


def composed(candidate: Candidate) -> list[Draft] | None:
    """What the files compose, as `drafting write` would; None if they are refused."""
    if max(len(text.encode()) for text in (candidate.outline, *candidate.facts)) > MAX_BYTES:
        raise UserError(_("The speech is too long for one outline; take it apart."))
    try:
        outline, faults = read_outline(parse_yaml(candidate.outline, ""), "learned")
        prepared, more = prepare(outline, Library(()))
        if faults or more:
            return None
        drafts = []
        for text in candidate.facts:
            facts, wrong = read_facts(parse_yaml(text, ""), outline)
            if wrong:
                return None
            drafts.append(compose(prepared, facts, House()).draft)
    except UserError:
        return None
    return drafts


def share_of(draft: Draft, long: Collection[str]) -> Share:
    """How many characters of a draft come from where. long: the questions that hold own words."""
    counts: Counter[str] = Counter()
    for block in draft.blocks:
        counts["wording"] += len(block.marker)
        for span in block.spans:
            is_wording = span.source in (Source.WORDING, Source.COUNT)
            counts["wording" if is_wording else "own" if span.path in long else "facts"] += len(span.text)
    return Share(counts["wording"], counts["facts"], counts["own"])
