"""One cluster after the other: what is untouched, done already or taken out; the rest is decided token by token."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafting.merge.cluster import ChangedCluster
from drafting.merge.counts import counts_of
from drafting.merge.finding import Cluster
from drafting.merge.followed import follow
from drafting.merge.ground import Place
from drafting.merge.lists import Item, Ref
from drafting.merge.model import Entry, Kind
from drafting.merge.sides import Sides, Weighed
from drafting.merge.updates import block_pairs


def weigh(sides: Sides, clusters: Sequence[Cluster]) -> Weighed:
    """Decide on every cluster."""
    weighed = Weighed()
    for cluster in clusters:
        if not cluster.paragraphs:
            _deleted(sides, cluster, weighed)
        elif _is_untouched(sides, cluster):
            _untouched(sides, cluster.groups[0], cluster.paragraphs[0], weighed)
        elif _is_done(sides, cluster):
            _done(sides, cluster.groups[0], cluster.paragraphs[0], weighed)
        else:
            ChangedCluster(sides, cluster, weighed).weigh()
    follow(sides, weighed)
    return weighed


def _is_untouched(sides: Sides, cluster: Cluster) -> bool:
    """Whether neither side changed anything but enumerators that only the draft changed, or the draft drops it."""
    if len(cluster.groups) > 1 or len(cluster.paragraphs) > 1:
        return False
    group, seen = sides.base[cluster.groups[0]], sides.seen[cluster.paragraphs[0]]
    heir = sides.heirs.get(cluster.groups[0])
    if group.text != seen.text or (heir is None and (seen.fixed or sides.has_both(cluster.groups[0]))):
        return False
    return heir is None or (group.core == sides.new[heir].core and len(group.blocks) == len(sides.new[heir].blocks))


def _untouched(sides: Sides, g: int, p: int, weighed: Weighed) -> None:
    heir = sides.heirs.get(g)
    if heir is None:
        weighed.dropped.add(p)
        weighed.outcome.account.append(Entry(Kind.UPDATED, sides.base[g].key, "", sides.base[g].text))
    else:
        weighed.places[heir] = (p,)
    at, last = 0, len(sides.base[g].blocks) - 1
    for number, block in enumerate(sides.base[g].blocks):
        new = None if heir is None else (heir, number)
        if new is not None:
            weighed.starts.setdefault(p, []).append((at, new))
        if block.marker or (new is not None and sides.new[new[0]].blocks[number].marker):
            place = Place(p, at, at + len(block.marker))
            weighed.items.setdefault(p, []).append((at, Item((g, number), new, place, block.marker)))
        at += len(block.text) if number < last else 0


def _is_done(sides: Sides, cluster: Cluster) -> bool:
    """Whether the hand wrote all that the draft wants."""
    heir = sides.heirs.get(cluster.groups[0])
    alone = len(cluster.groups) == len(cluster.paragraphs) == 1
    return alone and heir is not None and sides.seen[cluster.paragraphs[0]].text == sides.new[heir].text


def _done(sides: Sides, g: int, p: int, weighed: Weighed) -> None:
    heir = sides.heirs[g]
    old = {j: (g, i) for i, j in block_pairs(sides.base[g], sides.new[heir]) if i is not None and j is not None}
    for j, (_g, i) in old.items():
        block = sides.base[g].blocks[i]
        for was, now in zip(counts_of(block), counts_of(sides.new[heir].blocks[j]), strict=False):
            weighed.counts[block.key, was] = now
    weighed.by_both |= {block.key for j, block in enumerate(sides.new[heir].blocks) if j not in old}
    stands_already(sides, heir, p, weighed, old)


def stands_already(sides: Sides, h: int, p: int, weighed: Weighed, old: Mapping[int, Ref]) -> None:
    """Note that a paragraph of the new draft stands in the file word for word. old: its blocks in the base."""
    weighed.places[h] = (p,)
    at = 0
    for number, block in enumerate(sides.new[h].blocks):
        weighed.starts.setdefault(p, []).append((at, (h, number)))
        item = Item(old.get(number), (h, number), Place(p, at, at + len(block.marker)), block.marker)
        weighed.items.setdefault(p, []).append((at, item))
        at += len(block.text)


def _deleted(sides: Sides, cluster: Cluster, weighed: Weighed) -> None:
    """The hand took a paragraph out: it stays out, unless it is asked back."""
    for g in cluster.groups:
        heir = sides.heirs.get(g)
        if heir is None:
            weighed.gone |= {block.key for block in sides.base[g].blocks}
            continue
        if any(block.key in sides.restore for block in sides.new[heir].blocks):
            weighed.coming.add(heir)
            continue
        for block in sides.new[heir].blocks:
            weighed.lost.append(Entry(Kind.DELETED_BY_HAND, block.key, block.text))
