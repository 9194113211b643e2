"""What the parts of a speech say of themselves: the phrases and weights of `cues.yaml`, beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from drafting.draft import Move

_GROUP = re.compile(r"\(\?:([^()\[\]?*+{}\\.|]+(?:\|[^()\[\]?*+{}\\.|]+)*)\)(?![?*+{])")


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
        Cue(Move(entry["move"]), float(entry["weight"]), re.compile("|".join(_unfolded(entry["phrases"]))))
        for entry in _tables()[table]
    )


def _unfolded(phrases: Iterable[str]) -> Iterator[str]:
    """The same phrases, those that begin with a group of words as one for each word.

    A pattern of which every alternative begins with a letter is searched for several times as fast.
    """
    for phrase in phrases:
        match = _GROUP.match(phrase)
        yield from [word + phrase[match.end() :] for word in match[1].split("|")] if match else [phrase]


@cache
def boilerplate() -> tuple[re.Pattern[str], tuple[Sign, ...]]:
    """The words of sites: all in one pattern, and each with its weight."""
    texts = [(float(entry["weight"]), "|".join(entry["phrases"])) for entry in _tables()["boilerplate"]]
    signs = tuple(Sign(weight, re.compile(text, re.IGNORECASE)) for weight, text in texts)
    return re.compile("|".join(text for _weight, text in texts), re.IGNORECASE), signs


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
