"""Another wording of a part that has more paragraphs than the one before, or fewer: its paragraphs are one matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafting.merge.groups import reworded
from drafting.merge.model import Clash, Entry, Kind
from drafting.merge.sides import Sides, Weighed

_OF_GOING = (Kind.UPDATED, Kind.CONFLICT)


def keep_together(sides: Sides, weighed: Weighed, places: Mapping[int, Sequence[int]]) -> None:
    """Where the hand worked on a paragraph of a wording that gives way to one of another number of paragraphs, or took
    it out, the wording stays as it stands, and the other one is told beside it, as one conflict.

    Where the hand took out all of it, the other one stays out too.
    places: where paragraphs of the base stand in the file.
    """
    if not weighed.coming or not (weighed.kept or weighed.gone):
        return
    for lefts, rights in reworded(sides.base, sides.new, sides.heirs):
        keys = {block.key for h in rights for block in sides.new[h].blocks}
        if not weighed.coming.issuperset(rights) or not keys.isdisjoint(sides.restore):
            continue
        standing = [g for g in lefts if places.get(g)]
        if not standing:
            _let_wait(weighed, rights)
            weighed.lost += [Entry(Kind.DELETED_BY_HAND, sides.new[h].key, sides.new[h].text) for h in rights]
        elif len(standing) < len(lefts) or not weighed.kept.isdisjoint(standing):
            _let_wait(weighed, rights)
            _keep(sides, weighed, lefts, rights, {g: places[g] for g in standing})


def _let_wait(weighed: Weighed, rights: Sequence[int]) -> None:
    weighed.coming.difference_update(rights)
    weighed.waiting.update(rights)


def _keep(
    sides: Sides, weighed: Weighed, lefts: Sequence[int], rights: Sequence[int], places: Mapping[int, Sequence[int]]
) -> None:
    """Keep a wording where it stands; what was told of its paragraphs is told once, at the first one worked on."""
    outcome, keys = weighed.outcome, {sides.base[g].key for g in places}
    here = {p for at in places.values() for p in at}
    outcome.clashes = [(p, one) for p, one in outcome.clashes if p not in here or one.ours or one.key not in keys]
    outcome.account = [e for e in outcome.account if e.text or e.kind not in _OF_GOING or e.block not in keys]
    at = next((g for g in places if g in weighed.kept), min(places))
    weighed.dropped -= here
    weighed.kept.update(places)
    ours, was = "\n".join([sides.new[h].text for h in rights]), "\n".join([sides.base[g].text for g in lefts])
    stands = "\n".join([sides.seen[p].text for p in sorted(here)])
    p = places[at][0]
    key = sides.new[rights[0]].key
    outcome.clashes.append((p, Clash(key, 0, len(sides.seen[p].text), ours, was)))
    outcome.account.append(Entry(Kind.CONFLICT, key, ours, stands))
