"""Facts that stand in several places of a speech: which they are, and which lists and long answers hold them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from drafting.learning.asking import Asked, is_common
from drafting.learning.spot import Kind
from drafting.outline.model import Type

_SURE = frozenset((Kind.MEETING, Kind.DOCUMENT, Kind.SLOGAN, Kind.HONOUR, Kind.PERSON, Kind.CONGRESS))
_LISTS = (Type.LIST, Type.TABLE, Type.LONG)
_OF_A_FIGURE = re.compile(r"[\d.]")
_LEAST = 3  # characters of a value that hardly stands anywhere by chance


def is_telling(kind: Kind, value: str) -> bool:
    """Whether a value that stands in two places is the same fact in both."""
    if kind in (Kind.DATE, Kind.YEAR):
        return value[:1].isdigit() and len(value) > _LEAST
    return kind in _SURE or (kind is Kind.FIGURE and not is_common([value]))


def said_in(text: str, value: str) -> int:
    """How often a value stands in a text, figures not as parts of others."""
    found, at = 0, text.find(value)
    while at >= 0:
        end = at + len(value)
        before = value[:1].isdigit() and _OF_A_FIGURE.match(text[at - 1 : at])
        behind = value[-1:].isdigit() and _OF_A_FIGURE.match(text[end : end + 1])
        found += not (before or behind)
        at = text.find(value, at + 1 if before or behind else end)
    return found


def note_places(asked: Sequence[Asked]) -> None:
    """Note for each name, date and figure the lists and long answers of the latest edition that say it too."""
    held = [(of_many, "\n".join(_texts(of_many.last))) for of_many in asked if of_many.type in _LISTS]
    for one in asked:
        if one.type not in _LISTS and isinstance(one.last, str) and len(one.last) >= _LEAST:
            one.beside = [of_many.ask for of_many, text in held if said_in(text, one.last)]


def word_apart(asked: Sequence[Asked]) -> None:
    """Show more of the words around where several questions are worded alike, as 同比增长＿＿ soon are."""
    times = Counter([one.ask for one in asked])
    for one in asked:
        if one.wider and times[one.ask] > 1:
            one.ask = one.wider


def _texts(answer: Any) -> Iterator[str]:
    """The texts of an answer, cell by cell."""
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, dict | list):
        for inner in answer.values() if isinstance(answer, dict) else answer:
            yield from _texts(inner)
