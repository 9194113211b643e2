"""What the parts of a speech say of themselves: the phrases and weights of `cues.yaml`, beside this file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from drafting.chinese.patterns import pattern
from drafting.draft import Move
from drafting.learn.phrases import AnyOf, Phrases, Places, Zones

_TABLES = ("heading", "beginning", "anywhere")


class Cue(NamedTuple):
    """Phrases with one weight for one move. table: which one it stands in, by its number."""

    table: int
    move: Move
    weight: float


class Cues:
    """Tables of cues that are looked for together. known: all of them, by their numbers."""

    def __init__(self, tables: Sequence[str]) -> None:
        entries = [(number, entry) for number, table in enumerate(tables) for entry in _tables()[table]]
        self.known = [Cue(table, Move(entry["move"]), float(entry["weight"])) for table, entry in entries]
        self._phrases = Phrases([(table, entry["phrases"]) for table, entry in entries])

    def found(self, texts: Sequence[str], zones: Sequence[Zones]) -> list[Places]:
        """Which of the known cues stand in each text, and where. zones: where those of each table count."""
        return self._phrases.found(texts, zones)


class Sign(NamedTuple):
    """Words that are no part of a speech; a weight of 1 is enough for a short line."""

    weight: float
    words: re.Pattern[str]


@cache
def cues() -> Cues:
    """What a block says of itself: in its heading, where it begins, anywhere; these are the zones, in this order."""
    return Cues(_TABLES)


@cache
def announced() -> Cues:
    """What the last sentence before a list says that its items are."""
    return Cues(("announced",))


@cache
def boilerplate() -> tuple[AnyOf, tuple[Sign, ...]]:
    """The words of sites: all together, and each with its weight."""
    texts = [(float(entry["weight"]), entry["phrases"]) for entry in _tables()["boilerplate"]]
    signs = tuple([Sign(weight, pattern("|".join(phrases), re.IGNORECASE)) for weight, phrases in texts])
    return AnyOf([phrase for _weight, phrases in texts for phrase in phrases]), signs


@cache
def site_words() -> re.Pattern[str]:
    """Words of which one stands in every running sentence of a site."""
    return re.compile("|".join(_tables()["site_words"]))


@cache
def _tables() -> dict[str, Any]:
    text = Path(__file__).with_name("cues.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    tables: dict[str, Any] = yaml.load(text, loader)
    return tables
