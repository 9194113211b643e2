"""Lists of which a file says that they are long, or does not, are spoken of so while that stays true.

One task more than six makes 重点抓好六项工作 untrue only by degrees; the sentence that says it is not reworded for it.
"""

from __future__ import annotations

from drafting.compose.values import MANY
from drafting.facts.model import Facts
from drafting.word.state import State

CROWDED = "crowded"
"""In the state: for lists whether they are spoken of as long, where their size alone would have it otherwise."""

_SLACK = 2  # entries above or below the size from which a list is long, at which either is true


def crowded_as_before(facts: Facts, before: State) -> dict[str, bool]:
    """Whether lists are spoken of as long in the file, those of which the facts alone would have it otherwise.

    before: what the file remembers.
    """
    kept: dict[str, bool] = {}
    remembered = before.extra.get(CROWDED, {})
    for key, answer in facts.answers.items():
        was = before.facts.get(key)
        if isinstance(answer, tuple) and isinstance(was, list):
            long = bool(remembered.get(key, len(was) > MANY))
            if long != (len(answer) > MANY) and MANY - _SLACK < len(answer) <= MANY + _SLACK:
                kept[key] = long
    return kept
