"""What the hand wrote first and the facts say afterwards, in much the same words: it stands once, as by hand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from drafting.chinese.enumerators import parse_marker, without_marker
from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Source
from drafting.merge.ground import Place
from drafting.merge.groups import Group
from drafting.merge.lists import Item
from drafting.merge.model import Clash, Entry, Kind
from drafting.merge.pairing import best_pairs, grams, likeness
from drafting.merge.sections import opens, parents
from drafting.merge.sides import Sides, Weighed
from drafting.merge.titled import items_behind, titled
from drafting.merge.weigh import stands_already

_ALIKE = 0.7  # likeness of a paragraph by hand and one of the draft that are the same one
_ALIKE_BELOW = 0.4  # the same for paragraphs below a heading that is the same one
_SHORTEST = 6  # characters of such a paragraph, where it is not the very same
_SAID = 0.5  # of the pairs of characters of an answer: so much of it stands there, if it is said in other words
_NUMBER = re.compile(r"\d[\d.]*")


def written_already(sides: Sides, weighed: Weighed, own_now: Callable[[], Sequence[int]]) -> None:
    """What would come in and what the hand has put in with the same words, or much the same, stands once.

    own_now: gives the paragraphs of the file that are the hand's own, as far as is known by then.
    """
    if not weighed.coming:
        return
    coming = set(weighed.coming)
    own: defaultdict[str, list[int]] = defaultdict(list)
    for p in own_now():
        own[sides.seen[p].text].append(p)
    for h in sorted(weighed.coming):
        if waiting := own.get(sides.new[h].text):
            weighed.coming.discard(h)
            stands_already(sides, h, waiting.pop(0), weighed, {})
    with_title = list(titled(sides, sorted(weighed.coming), own_now()))
    for h, p, body in with_title:
        weighed.coming.discard(h)
        if body is None:
            _stands_alike(sides, h, p, weighed)
        else:
            _stands(sides, h, p, weighed)
            weighed.outcome.patches.append(body)
            weighed.items.setdefault(p, []).extend(items_behind(body))
    for h, p in _written_alike(sides, sorted(weighed.coming), own_now()):
        weighed.coming.discard(h)
        _stands_alike(sides, h, p, weighed)
    headings = [h for h in coming - weighed.coming if sides.new[h].blocks[0].is_heading]
    headings += [h for h, _p, _body in with_title]
    for h, p in list(_written_below(sides, weighed, headings, set(own_now()) if headings else ())):
        weighed.coming.discard(h)
        _stands_alike(sides, h, p, weighed)
    weighed.by_both |= {block.key for h in coming - weighed.coming for block in sides.new[h].blocks}


def _written_alike(sides: Sides, coming: Sequence[int], own: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The paragraphs of the new draft that the hand has written already, each with that of the file.

    coming: those that would come in. own: the paragraphs by hand; one that is more like what the base has, a copy, is
    none of them.
    """
    if coming and own:
        texts = {p: without_marker(sides.seen[p].text) for p in own}
        yield from most_alike({h: sides.new[h].core for h in coming}, texts, [group.core for group in sides.base])


def _written_below(
    sides: Sides, weighed: Weighed, headings: Collection[int], own: Collection[int]
) -> Iterator[tuple[int, int]]:
    """The paragraphs of the new draft that would come in below headings that the hand has written already, each with
    the one by hand below that heading that says much of the same.

    headings: paragraphs of the new draft.
    """
    section = parents(sides.new) if headings else {}
    for top in sorted(headings):
        coming = {h: sides.new[h].core for h in weighed.coming if section.get(h) == top}
        here: dict[int, str] = {}
        p = weighed.places[top][-1] + 1
        while coming and p in own and not opens(sides.seen[p].text):
            here[p] = sides.seen[p].text
            p += 1
        yield from most_alike(coming, here, [group.core for group in sides.base], _ALIKE_BELOW)


def most_alike(
    coming: Mapping[int, str], own: Mapping[int, str], base: Sequence[str], least: float = _ALIKE
) -> Iterator[tuple[int, int]]:
    """Which of the texts that come in the hand has written already in much the same words, each with that by hand.

    own: what the hand has written. base: what stood there before; what is more like that is none of them. least: how
    alike they are.
    """
    cores = set(coming.values())
    by_hand = {p: grams(text) for p, text in own.items() if len(text) >= _SHORTEST or (text and text in cores)}
    scores = {
        h: {p: score for p, words in by_hand.items() if (score := likeness(new, words)) >= least}
        for h, core in coming.items()
        if (new := grams(core))
    }
    for h, p in best_pairs({h: row for h, row in scores.items() if row}).items():
        if max([likeness(by_hand[p], grams(core)) for core in base], default=0.0) < scores[h][p]:
            yield h, p


def _stands_alike(sides: Sides, h: int, p: int, weighed: Weighed) -> None:
    """Note that a paragraph of the new draft stands in the file in the words of the hand. With other numbers in it, or
    without an answer, it is a conflict; whether its own number fits is found out later."""
    text, new = sides.seen[p].text, sides.new[h]
    marker = _stands(sides, h, p, weighed)
    if without_marker(text) == new.core:
        return
    if not has_other_numbers(without_marker(text), new.core) and all(_is_said(value, text) for value in _answers(new)):
        weighed.lost.append(Entry(Kind.KEPT, new.key, text, new.text))
        return
    weighed.lost.append(Entry(Kind.CONFLICT, new.key, new.core, text))
    weighed.outcome.clashes.append((p, Clash(new.key, len(marker), len(text), new.core, "")))


def _stands(sides: Sides, h: int, p: int, weighed: Weighed) -> str:
    """Note where a paragraph of the new draft stands that the hand has put in; the number that it has there."""
    weighed.places[h] = (p,)
    weighed.starts.setdefault(p, []).append((0, (h, 0)))
    found = parse_marker(sides.seen[p].text)
    marker = found.text if found else ""
    if sides.new[h].blocks[0].marker or marker:
        item = Item(None, (h, 0), Place(p, 0, len(marker)), marker, by_word=bool(sides.seen[p].label))
        weighed.items.setdefault(p, []).append((0, item))
    return marker


def _answers(group: Group) -> Iterator[str]:
    """What a paragraph says of the facts."""
    yield from (span.text for block in group.blocks for span in block.spans if span.source is Source.FACT and span.text)


def _is_said(value: str, text: str) -> bool:
    """Whether a text has an answer, perhaps in other words."""
    wanted = grams(value.strip(POINTS))
    return value in text or len(wanted & grams(text)) >= _SAID * len(wanted)


def has_other_numbers(one: str, other: str) -> bool:
    """Whether two texts have not the same figures."""
    return set(_NUMBER.findall(one)) != set(_NUMBER.findall(other))
