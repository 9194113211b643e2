"""Blocks that the draft puts into another paragraph, when theirs was taken out by hand or stays for its sake.

They do not come back there, or a second time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from dataclasses import replace

from drafting.draft import Block, Draft
from drafting.merge.finding import Cluster
from drafting.merge.groups import body_of, clauses_of, is_name
from drafting.merge.model import Entry, Kind, Merge
from drafting.merge.sides import Sides

_LEADS_IN = "："
_KNOWN = 4  # characters by which a clause is known again


def taken_out(
    sides: Sides, clusters: Sequence[Cluster], kept: Collection[str], waiting: Collection[int] = ()
) -> set[str]:
    """The keys of such blocks, with those of the lines that would come in only to lead in to them.

    What is asked back is none of them, nor what the draft has in the same paragraph as before. kept: the keys of
    blocks that their paragraph no longer has in the draft and that stay there. waiting: paragraphs of the new draft
    that are told as a conflict, or as taken out, and do not come in.
    """
    moved = _moved(sides)
    gone = {
        block.key: (g, body_of(block))
        for cluster in clusters
        for g in cluster.groups
        for block in sides.base[g].drafted
        if not cluster.paragraphs or block.key in kept or (block.key in moved and _is_out(sides, cluster, block))
    }
    if not gone:
        return set()
    ancestors = {h: g for g, h in sides.heirs.items()}
    found: set[str] = set()
    for h, group in enumerate(sides.new):
        if h in waiting:
            continue
        here = set()
        for block in group.drafted:
            g, body = gone.get(block.key, (-1, ""))
            if g >= 0 and ancestors.get(h) != g and (is_name(block.key) or body == body_of(block)):
                here.add(block.key)
        if here.isdisjoint(sides.restore):
            left = [block for block in group.drafted if block.key not in here]
            if here and h not in ancestors and len(left) == 1 and left[0].text.endswith(_LEADS_IN):
                here.add(left[0].key)
            found |= here
    return found


def _moved(sides: Sides) -> set[str]:
    """Keys of blocks of the base that the draft now has in another paragraph."""
    home = {block.key: g for g, group in enumerate(sides.base) for block in group.drafted}
    ancestors = {h: g for g, h in sides.heirs.items()}
    return {
        block.key
        for h, group in enumerate(sides.new)
        for block in group.drafted
        if home.get(block.key, ancestors.get(h)) != ancestors.get(h)
    }


def _is_out(sides: Sides, cluster: Cluster, block: Block) -> bool:
    """Whether nothing that a block says is left in the paragraphs where it stood."""
    clauses = [clause for clause in clauses_of(block) if len(clause) >= _KNOWN]
    text = "".join([sides.seen[p].text for p in cluster.paragraphs])
    return bool(clauses) and not any(clause in text for clause in clauses)


def without(draft: Draft, keys: Collection[str]) -> Draft:
    """A draft without some of its blocks, its paragraphs as they were but for these."""
    blocks = []
    for group in draft.paragraphs():
        left = [block for block in group if block.key not in keys]
        blocks += [replace(block, runs_on=n > 0) for n, block in enumerate(left)]
    return Draft(tuple(blocks))


def with_told(merged: Merge, new: Draft, keys: Set[str]) -> Merge:
    """A merge whose account tells of these blocks of the new draft that they stay out, or have no place there.

    Of those that stay where they stand it tells already.
    """
    kind = Kind.DELETED_BY_HAND if merged.kept.isdisjoint(keys) else Kind.UNPLACED
    told = keys - merged.kept
    out = [Entry(kind, block.key, block.text) for block in new.blocks if block.key in told]
    place = {block.key: number for number, block in enumerate(new.blocks)}
    account = sorted((*merged.account, *out), key=lambda entry: place.get(entry.block, len(place)))
    return replace(merged, account=tuple(account))
