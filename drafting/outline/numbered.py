"""Which parts of an outline `enumerators` may give another number, and by what keys it names them.

A part is named by its key or by the list it repeats over; `plan/tasks` names it where it stands below another. The
main points are numbered together, by `points`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from drafting.enumerating import Chosen
from drafting.errors import following, nearest
from drafting.i18n import _
from drafting.outline.model import Outline, Part
from drafting.yamlfile import Place

POINTS = "points"
_LIST = re.compile(r"[\w.]+")


class _Named(NamedTuple):
    """A part that carries a number, or could. names: of those it stands in and of itself, each by key and by list."""

    part: Part
    names: tuple[tuple[str, ...], ...]

    def fit(self, key: str) -> int:
        """How exactly a key means the part: 0 not at all, 1 by its list, 2 by its own key, more by those above it."""
        steps = key.split("/")
        if key == POINTS or len(steps) > len(self.names):
            return 0
        if not all(step in names for step, names in zip(steps, self.names[-len(steps) :], strict=True)):
            return 0
        return 2 * len(steps) - (steps[-1] != self.part.name)


def enumerators_of(outline: Outline, *layers: Mapping[str, Chosen]) -> dict[Place, Chosen]:
    """The enumerators that parts are to have instead of the outline's, by the places of the parts.

    layers: enumerators by key; a later layer comes before an earlier one, an exacter key before another.
    """
    chosen: dict[Place, Chosen] = {}
    if not any(layers):
        return chosen
    points, named = _main_points(outline), list(_named(outline))
    for layer in layers:
        if POINTS in layer:
            chosen |= dict.fromkeys([part.place for part in points], layer[POINTS])
        for one in named:
            best = max(layer, key=one.fit, default="")
            if one.fit(best):
                chosen[one.part.place] = layer[best]
    return chosen


def not_numbered(outline: Outline, key: str) -> str:
    """What is wrong with a key of `enumerators`; "" where it names a part that can have a number."""
    points, named = _main_points(outline), list(_named(outline))
    if (key == POINTS and points) or any(one.fit(key) for one in named):
        return ""
    if any(part.name == key for part in points):
        message = _("“{key}” is one of the main points; they are numbered together: write “{points}”.")
        return message.format(key=key, points=POINTS)
    known = numbered_keys(outline)
    message = _("“{key}” is no numbered part of this outline.").format(key=key)
    return message + (nearest(key, known) or following(_("Allowed: {keys}.").format(keys=", ".join(known))))


def numbered_keys(outline: Outline) -> list[str]:
    """The keys that name a part, the lists by their names."""
    points = [POINTS] if _main_points(outline) else []
    return list(dict.fromkeys([*points, *(one.names[-1][-1] for one in _named(outline))]))


def _main_points(outline: Outline) -> list[Part]:
    """The numbered parts that no other contains; where some of them have headings, those, for they are the points."""
    numbered = [part for part in outline.parts if part.numbered]
    headed = [part for part in numbered if part.heading] or [part for part in numbered if part.lead]
    return headed or numbered


def _named(outline: Outline) -> Iterator[_Named]:
    """The parts that `enumerators` may name one by one: a main point only where it repeats over a list."""
    points = {part.place for part in _main_points(outline)}

    def below(parts: Sequence[Part], above: tuple[tuple[str, ...], ...]) -> Iterator[_Named]:
        for part in parts:
            names = (*above, _names(part))
            if part.each or (part.place not in points and (part.numbered or part.heading or part.lead)):
                yield _Named(part, names)
            yield from below(part.parts, names)

    return below(outline.parts, ())


def _names(part: Part) -> tuple[str, ...]:
    """By what a part is called: its key, and the list it repeats over."""
    found = _LIST.match(part.each.ways[0].strip()) if part.each else None
    return (part.name, found[0].rpartition(".")[2]) if found else (part.name,)
