"""What the parts of a speech say of themselves: the phrases and weights of `cues.yaml`, beside this file."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from drafting.draft import Move


class Cue(NamedTuple):
    """Phrases with one weight for one move."""

    move: Move
    weight: float
    phrases: re.Pattern[str]


class Sign(NamedTuple):
    """Words that are no part of a speech; a weight of 1 is enough for a short line."""

    weight: float
    words: re.Pattern[str]


@cache
def cues(table: str) -> tuple[Cue, ...]:
    """The cues of a table: `heading`, `announced`, `beginning` or `anywhere`."""
    return tuple(
        Cue(Move(entry["move"]), float(entry["weight"]), re.compile("|".join(entry["phrases"])))
        for entry in _tables()[table]
    )


@cache
def boilerplate() -> tuple[re.Pattern[str], tuple[Sign, ...]]:
    """The words of sites: all in one pattern, and each with its weight."""
    texts = [(float(entry["weight"]), "|".join(entry["phrases"])) for entry in _tables()["boilerplate"]]
    signs = tuple(Sign(weight, re.compile(text, re.IGNORECASE)) for weight, text in texts)
    return re.compile("|".join(text for _weight, text in texts), re.IGNORECASE), signs


@cache
def _tables() -> dict[str, Any]:
    text = Path(__file__).with_name("cues.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    tables: dict[str, Any] = yaml.load(text, loader)
    return tables
