"""The house file as templates see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafting.chinese.punctuation import strip_end, widen
from drafting.compose.values import Given, Missing, Record
from drafting.house import NO_PHRASE, House
from drafting.outline.model import Phrase

HOUSE_NAMES = {"organisation": "单位全称", "short_name": "单位简称"}  # and what they are, for the gap in the speech


class GivenHouse(Record):
    """The house file: `house.organisation`, and its standing phrases by name."""

    __slots__ = ("asks", "house", "tidy")
    path = "house"

    def __init__(self, house: House, phrases: Mapping[str, Phrase], tidy: bool) -> None:
        self.house = house
        self.asks = HOUSE_NAMES | {name: phrase.ask for name, phrase in phrases.items()}
        self.tidy = tidy

    def get(self, name: str) -> Any:
        """A standing phrase or a name of the organisation; a gap where the house file lacks it.

        A phrase that the organisation does not have is an empty answer, which is `declined`.
        """
        path = f"house.{name}"
        text = self.house.phrases.get(name) or (getattr(self.house, name) if name in HOUSE_NAMES else "")
        if text == NO_PHRASE and name in self.house.phrases:
            return Given("", path)
        if text:
            return Given(text, path, strip_end(widen(text)) if self.tidy else text)
        return Missing(path, self.asks[name]) if name in self.asks else None

    def missing(self) -> list[Missing]:
        """The phrases and names that the house file lacks."""
        return [gap for name in self.asks if isinstance(gap := self.get(name), Missing)]
