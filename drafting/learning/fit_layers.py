"""Measures that a part of a speech gives in layers: 属于全局的，……；属于长远的，……；属于当前的，……"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafting.learning.fit_parts import part_column
from drafting.learning.passages import Element, Listing, Passage
from drafting.outline.model import Question, Type

_LEAST = 2  # layers


def layer_column(question: Question) -> Question | None:
    """The column in which each row of a table that names its part must choose a layer; None for other tables."""
    choices = [column for column in question.columns if column.type is Type.CHOICE and column.required]
    return choices[0] if len(choices) == 1 and part_column(question) else None


def layers_of(part: Passage, layer: Question | None) -> Mapping[int, str]:
    """The layer of each list below a part, by the place of the list; {} where the lists are no layers.

    The paragraph above a list names its layer. A layer that no paragraph names belongs to the list that is left, where
    there are as many lists as layers: then their order is that of the layers.
    """
    places = [place for place, element in enumerate(part.below) if isinstance(element, Listing)]
    if layer is None or not _LEAST <= len(places) <= len(layer.choices):
        return {}
    named = {place: _named(part.below, place, layer.choices) for place in places}
    said = [name for name in named.values() if name]
    if not said or len(set(said)) < len(said):
        return {}
    if len(places) == len(layer.choices):
        in_order = dict(zip(places, layer.choices, strict=True))
        return in_order if all(name in ("", in_order[place]) for place, name in named.items()) else {}
    return named if len(said) == len(places) else {}


def _named(below: Sequence[Element], place: int, choices: Sequence[str]) -> str:
    """The layer that the paragraph above a list names; "" for none."""
    above = below[place - 1] if place else None
    found = [choice for choice in choices if isinstance(above, Passage) and choice in above.body]
    return found[0] if len(found) == 1 else ""
