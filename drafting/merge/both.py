"""Items that the hand has put into a list in a line and that the facts bring too: they stand once, where the hand has
put them.

The base is read as if it had had them there, as the hand and the draft have made the same of it. Where the facts say
it in somewhat other words, or with another value, the base has theirs: then the hand has its own words for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.punctuation.marks import POINTS
from drafting.draft import Block, Draft
from drafting.merge.beforehand import has_other_numbers, most_alike
from drafting.merge.counts import lists_counted, numbers_of, recounted, with_numbers
from drafting.merge.drafts import Drafts
from drafting.merge.finding import Cluster
from drafting.merge.groups import Group, body_of, groups_of
from drafting.merge.lists import Ref, lists_of, marker_at, style_of
from drafting.merge.model import Clash, Entry, Kind, Numbers, Seen
from drafting.merge.sides import Sides, Weighed
from drafting.merge.tails import closed_apart
from drafting.merge.titled import begun_alike, title_alone
from drafting.merge.turned import ended, items_of, place_in
from drafting.merge.updates import block_pairs, moved_blocks

_SENTENCE_END = re.compile("[。！？\n]")


class Both(NamedTuple):
    """A base that has had the items that both put in. keys: theirs. numbers: what else stood in the file."""

    base: Draft
    numbers: Numbers
    keys: frozenset[str]


def with_both(
    drafts: Drafts,
    groups: Sequence[Group],
    now: Sequence[Group],
    heirs: Mapping[int, int],
    clusters: Sequence[Cluster],
    edited: Sequence[Seen],
) -> Both | None:
    """The base with the items that both put in; None if there are none.

    groups, now: the paragraphs of base and new draft, their numbers as in the file or as drafted. heirs: which
    paragraph of the new draft continues which of the base. clusters: where these stand in the file, edited: its
    paragraphs.
    """
    groups = groups if drafts.written is drafts.base else groups_of(drafts.base)
    now = now if drafts.wanted is drafts.new else groups_of(drafts.new)
    known = {block.key for block in drafts.base.blocks}
    found = {}
    for cluster in clusters:
        g = cluster.groups[0]
        if len(cluster.groups) != 1 or not cluster.paragraphs or g not in heirs:
            continue
        new = now[heirs[g]]
        text = "\n".join([edited[p].text for p in cluster.paragraphs])
        if len(new.blocks) > 1 and groups[g].core != new.core and groups[g].text != text:
            base, new = closed_apart(groups[g], new, text)
            if blocks := _with_entered(base, new, list(_entered(base, new, text, known)), text):
                found[g] = blocks
    return _both(drafts, found) if found else None


def tell_contested(sides: Sides, weighed: Weighed, keys: Collection[str]) -> None:
    """Make it a conflict where both put in an item and gave it different numbers. keys: of such items."""
    outcome = weighed.outcome
    for n, entry in enumerate(outcome.account):
        if entry.kind is not Kind.DIFFERS or entry.block not in keys or not has_other_numbers(entry.text, entry.before):
            continue
        starts = [(p, at) for p, found in weighed.starts.items() for at, (h, b) in found if _is(sides, h, b, entry)]
        p, start = next(((p, sides.seen[p].text.find(entry.text, at)) for p, at in starts), (-1, -1))
        if start >= 0:
            clash = Clash(entry.block, start, start + len(entry.text), entry.before, "")
            outcome.clashes.append((p, clash))
            outcome.account[n] = Entry(Kind.CONFLICT, entry.block, entry.before, entry.text, entry.path)


def by_both_now(sides: Sides, weighed: Weighed, old_of: Mapping[Ref, Ref]) -> frozenset[str]:
    """The keys of the blocks of the new draft that the hand put in too, now or before.

    old_of: for blocks of the new draft, which block of the base they are.
    """
    if not sides.by_both:
        return frozenset(weighed.by_both)
    before = [
        sides.new[h].blocks[n].key for (h, n), (g, i) in old_of.items() if sides.base[g].blocks[i].key in sides.by_both
    ]
    return frozenset([*before, *weighed.by_both])


def _is(sides: Sides, h: int, number: int, entry: Entry) -> bool:
    return sides.new[h].blocks[number].key == entry.block


def _entered(base: Group, new: Group, text: str, known: Collection[str]) -> Iterator[tuple[int, Block]]:
    """The items of the new paragraph that the base has not and that a text has as items: each with its place in that.

    known: the keys of the base.
    """
    pairs, items = block_pairs(base, new), items_of(base)
    before = {j: i for i, j in [*pairs, *moved_blocks(base, new, pairs)] if i is not None and j is not None}
    found: dict[int, int] = {}
    fresh: list[int] = []
    for j, block in enumerate(new.blocks):
        body = body_of(block).strip(POINTS)
        if not block.marker or new.is_close(j) or block.key in known or any(body in body_of(b) for b in base.blocks):
            continue
        start, end = _place(text, body)
        if end < 0 and j not in before:
            fresh.append(j)
        if end < 0 or (j in before and before[j] not in items):
            continue
        reworded = place_in(before[j], base, text) if j in before else end
        if reworded >= 0 and not start <= reworded < end:  # else the hand has made it of the same item
            found[j] = start
    if fresh:
        found |= _reworded(base, items, {j: body_of(new.blocks[j]) for j in fresh}, text, found.values())
    words = {start: text[at:end] for start, at, end in _stretches(text)} if fresh else {}
    for j in sorted(found):
        yield found[j], title_alone(new.blocks[j], words[found[j]]) if j in fresh else new.blocks[j]


def _reworded(
    base: Group, items: range, fresh: Mapping[int, str], text: str, taken: Collection[int]
) -> Mapping[int, int]:
    """Which of the items that come in a text has already in much the same words, each with its place there.

    items: of the base. fresh: what they say. taken: the places of those found word for word.
    """
    standing = [place_in(n, base, text) for n in items]
    own = {
        start: text[at:end]
        for start, at, end in _stretches(text)
        if start not in taken and not any(start <= place < end for place in standing)
    }
    stood = [body_of(block) for block in base.blocks]
    found = dict(most_alike(fresh, own, stood))
    left = {j: body for j, body in fresh.items() if j not in found}
    others = {start: words for start, words in own.items() if start not in found.values()}
    return found | dict(begun_alike(left, others, stood) if left and others else ())


def _stretches(text: str) -> Iterator[tuple[int, int, int]]:
    """The items of a text: where the number of each begins, where its words do, and where they end."""
    marked = list(_markers(text))
    for (start, at), (end, _behind) in pairwise([*marked, (len(text), len(text))]):
        sentence = _SENTENCE_END.search(text, at, end) if end == len(text) else None
        yield start, at, sentence.start() if sentence else end


def _place(text: str, body: str) -> tuple[int, int]:
    """Where a text has an item that says this and nothing else, under whatever number; -1 if it has none, or two."""
    at = text.find(body) if body and text.count(body) == 1 else -1
    if at < 0 or text[at + len(body) : at + len(body) + 1].strip(POINTS + "\n"):
        return -1, -1
    return next(((start, at + len(body)) for start, end in _markers(text) if end == at), (-1, -1))


def _markers(text: str) -> Iterator[tuple[int, int]]:
    """Where enumerators stand at the heads of clauses of a text."""
    for start in [0, *(n for n, sign in enumerate(text, 1) if sign in POINTS + "\n")]:
        if found := parse_marker(text, start):
            yield start, start + len(found.text)


def _with_entered(base: Group, new: Group, entered: Sequence[tuple[int, Block]], text: str) -> tuple[Block, ...]:
    """The blocks of a paragraph of the base with those among them; none if it is not clear how.

    entered: of the new paragraph, with their places in the text, which is that of the file.
    """
    items, size = items_of(base), len(items_of(base)) + len(entered)
    places = {n: place for n in items if (place := place_in(n, base, text)) >= 0}
    of = style_of([base.blocks[n].marker for n in items]) if items else None
    markers = [marker_at(of, number, size) for number in range(1, size + 1)]
    before = {at: _before(items, places, at, text) for at, _block in entered}
    if not entered or list(places.values()) != sorted(places.values()) or None in [*markers, *before.values()]:
        return ()
    blocks = list(base.blocks)
    for at, block in sorted(entered, key=lambda one: one[0], reverse=True):
        blocks.insert(before[at] or 0, block)
    between, last = (body_of(block)[-1:] for block in (new.blocks[items_of(new).start], base.blocks[items[-1]]))
    for n, marker in enumerate(markers, items.start):
        numbered = replace(blocks[n], marker=marker or "")
        blocks[n] = ended(numbered, last if n == items.start + size - 1 else between)
    blocks = [replace(block, runs_on=n > 0 or base.blocks[0].runs_on) for n, block in enumerate(blocks)]
    if base.last is not None:
        blocks[-2:] = [replace(blocks[-2], spans=(*blocks[-2].spans, *blocks[-1].spans))]
    return tuple(blocks)


def _before(items: range, places: Mapping[int, int], at: int, text: str) -> int | None:
    """Which block of a paragraph of the base comes behind an item that stands at `at` in a text; None if it is not
    clear, for the hand has made something else of those beside it. places: of its items in the text."""
    first = max([n for n, place in places.items() if place < at], default=items.start - 1) + 1
    behind = min([n for n, place in places.items() if place > at], default=items.stop)
    if first == behind or not list(_markers(text[places.get(first - 1, 0) : at])):
        return first
    # The item itself has a number, and the one behind it.
    numbers = len(list(_markers(text[at : places.get(behind, len(text))])))
    return behind if numbers == 1 + (behind in places) else None


def _both(drafts: Drafts, found: Mapping[int, tuple[Block, ...]]) -> Both:
    """found: the paragraphs of the base that have had such items, by their index."""
    paragraphs = list(drafts.base.paragraphs())
    keys = frozenset([block.key for blocks in found.values() for block in blocks])
    keys -= {block.key for block in drafts.base.blocks}
    blocks = [block for g, group in enumerate(paragraphs) for block in found.get(g, group)]
    base = with_numbers(Draft(tuple(blocks)), dict(_recounted(drafts.base, found)), markers=False)
    written = {block.key: numbers_of(block) for block in drafts.written.blocks}
    drafted = {block.key: numbers_of(block) for block in base.blocks}
    return Both(base, {key: found for key, found in written.items() if found != drafted[key]}, keys)


def _recounted(base: Draft, found: Mapping[int, tuple[Block, ...]]) -> Iterator[tuple[str, list[str]]]:
    """The blocks of the base that count a list which has had more items, with their numbers for that."""
    blocks = {(g, b): block for g, group in enumerate(base.paragraphs()) for b, block in enumerate(group)}
    lists = lists_of(blocks.items())
    more: Counter[int] = Counter()
    for g, now in found.items():
        before = [lists[ref] for ref in blocks if ref[0] == g and ref in lists]
        more[before[-1]] += sum([bool(block.marker) for block in now]) - len(before)
    numbers = {block.key: numbers_of(block) for block in base.blocks}
    for one in lists_counted(blocks, lists):
        size = list(lists.values()).count(one.number) - len(one.others) + more[one.number]
        key = blocks[one.block].key
        numbers[key][one.nth + 1] = recounted(numbers[key][one.nth + 1], size)
    yield from numbers.items()
