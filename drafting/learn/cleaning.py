"""What the rules of cleaning share: the report of what was taken out, and which families of rules are on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from drafting.learn.model import Removed


@dataclass(slots=True)
class Report:
    """What has been removed so far, in the order of the rules; without: families of rules that are switched off."""

    without: Collection[str] = ()
    removed: list[Removed] = field(default_factory=list)

    def on(self, family: str) -> bool:
        """Whether a family of rules is to be used."""
        return family not in self.without

    def remove(self, text: str, why: str) -> None:
        """Note that something was taken out."""
        if text:
            self.removed.append(Removed(text, why))
