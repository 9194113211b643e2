"""What the hand wrote first and the facts say afterwards, in much the same words: it stands once, as by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from drafting.chinese.enumerators import parse_marker, without_marker
from drafting.merge.ground import Place
from drafting.merge.lists import Item
from drafting.merge.model import Clash, Entry, Kind
from drafting.merge.pairing import best_pairs, grams, likeness
from drafting.merge.sides import Sides, Weighed

_ALIKE = 0.7  # likeness of a paragraph by hand and one of the draft that are the same one
_SHORTEST = 6  # characters of such a paragraph, where it is not the very same
_NUMBER = re.compile(r"\d[\d.]*")


def written_alike(sides: Sides, coming: Sequence[int], own: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The paragraphs of the new draft that the hand has written already, each with that of the file.

    coming: those that would come in. own: the paragraphs by hand; one that is more like what the base has, a copy, is
    none of them.
    """
    if coming and own:
        texts = {p: without_marker(sides.seen[p].text) for p in own}
        yield from most_alike({h: sides.new[h].core for h in coming}, texts, [group.core for group in sides.base])


def most_alike(coming: Mapping[int, str], own: Mapping[int, str], base: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Which of the texts that come in the hand has written already in much the same words, each with that by hand.

    own: what the hand has written. base: what stood there before; what is more like that is none of them.
    """
    cores = set(coming.values())
    by_hand = {p: grams(text) for p, text in own.items() if len(text) >= _SHORTEST or (text and text in cores)}
    scores = {
        h: {p: score for p, words in by_hand.items() if (score := likeness(new, words)) >= _ALIKE}
        for h, core in coming.items()
        if (new := grams(core))
    }
    for h, p in best_pairs({h: row for h, row in scores.items() if row}).items():
        if max([likeness(by_hand[p], grams(core)) for core in base], default=0.0) < scores[h][p]:
            yield h, p


def stands_alike(sides: Sides, h: int, p: int, weighed: Weighed) -> None:
    """Note that a paragraph of the new draft stands in the file in the words of the hand. With other numbers in it, it
    is a conflict; whether its own number fits is found out later."""
    text, new = sides.seen[p].text, sides.new[h]
    weighed.places[h] = (p,)
    weighed.starts.setdefault(p, []).append((0, (h, 0)))
    found = parse_marker(text)
    marker = found.text if found else ""
    if new.blocks[0].marker or marker:
        weighed.items.setdefault(p, []).append((0, Item(None, (h, 0), Place(p, 0, len(marker)), marker)))
    if without_marker(text) == new.core:
        return
    if not has_other_numbers(without_marker(text), new.core):
        weighed.lost.append(Entry(Kind.KEPT, new.key, text, new.text))
        return
    weighed.lost.append(Entry(Kind.CONFLICT, new.key, new.core, text))
    weighed.outcome.clashes.append((p, Clash(new.key, len(marker), len(text), new.core, "")))


def has_other_numbers(one: str, other: str) -> bool:
    """Whether two texts have not the same figures."""
    return set(_NUMBER.findall(one)) != set(_NUMBER.findall(other))
