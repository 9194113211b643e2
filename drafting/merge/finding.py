"""Where the paragraphs of the base are in the person's file: kept, edited, split, joined, moved, copied, gone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from drafting.merge.differences import ends_alike
from drafting.merge.fragments import Lost, start_in
from drafting.merge.groups import Group
from drafting.merge.model import Seen
from drafting.merge.pairing import best_pairs, candidates, grams, likeness

_LEAST = 0.25  # likeness of a paragraph and what the hand made of it; two paragraphs by chance have below 0.1
_LEAST_SHORT = 0.4  # the same for a line of few characters
_SHORT = 12  # pairs of characters
_LEAST_HINTED = 0.15  # the same, where a bookmark says so too
_BARELY = 0.9  # of a paragraph: so much of it stands at its two ends as before
_SURE = 0.85  # likeness that with a bookmark leaves no doubt
_HINT = 0.2  # what a bookmark adds to the likeness
_NEAR = 0.1  # what standing where it is to be expected adds
_FIXED = -0.15  # what standing in a table takes away


class Cluster(NamedTuple):
    """Paragraphs of the base and what they are in the file, by index, each in order; joined ones as they stand there.

    One and one, as a rule; several paragraphs of the file where the hand split one, several of the base where it
    joined them; none of the file where it deleted it.
    """

    groups: tuple[int, ...]
    paragraphs: tuple[int, ...]


def find(groups: Sequence[Group], seen: Sequence[Seen], latest: Mapping[int, str]) -> list[Cluster]:
    """What became of each paragraph of the base. Paragraphs of the file in no cluster are the hand's own.

    latest: what paragraphs of the base say in the new draft; the hand may have written that already.
    Hints are only hints: a text that agrees needs none, and one that does not agree at all is not believed.
    """
    search = _Search(groups, seen, latest)
    search.equal({g: group.text for g, group in enumerate(groups)})
    search.equal(latest)
    search.alike()
    search.rewritten()
    return search.clusters()


class _Search:
    """The pairs found so far between groups and paragraphs."""

    def __init__(self, groups: Sequence[Group], seen: Sequence[Seen], latest: Mapping[int, str]) -> None:
        self._groups, self._seen, self._latest = groups, seen, latest
        self._of_group: dict[int, int] = {}
        self._of_paragraph: dict[int, int] = {}
        keys = {block.key: number for number, group in enumerate(groups) for block in group.blocks}
        self._hinted = {
            (keys[hint.key], p) for p, paragraph in enumerate(seen) for hint in paragraph.hints if hint.key in keys
        }

    def _join(self, group: int, paragraph: int) -> None:
        self._of_group[group] = paragraph
        self._of_paragraph[paragraph] = group

    def _free_groups(self) -> list[int]:
        return [g for g in range(len(self._groups)) if g not in self._of_group]

    def _free_paragraphs(self) -> list[int]:
        return [
            p
            for p, paragraph in enumerate(self._seen)
            if p not in self._of_paragraph and paragraph.text.strip() and not paragraph.apart
        ]

    def equal(self, texts: Mapping[int, str]) -> None:
        """Paragraphs that say just what is looked for, where there are as many of them as are looked for."""
        wanted: dict[str, list[int]] = {}
        for g in self._free_groups():
            if g in texts:
                wanted.setdefault(texts[g], []).append(g)
        standing: dict[str, list[int]] = {}
        for p in self._free_paragraphs():
            if self._seen[p].text in wanted:
                standing.setdefault(self._seen[p].text, []).append(p)
        for text, groups in wanted.items():
            paragraphs = standing.get(text, ())
            if len(paragraphs) > 1:
                paragraphs = [p for p in paragraphs if not self._seen[p].fixed] or paragraphs
            if len(groups) == len(paragraphs):
                for g, p in self._by_hints(groups, paragraphs):
                    self._join(g, p)

    def _by_hints(self, groups: Sequence[int], paragraphs: Sequence[int]) -> Iterable[tuple[int, int]]:
        """Equal paragraphs side by side: as their bookmarks say if these leave no doubt, else in order."""
        if len(groups) == 1:
            return [(groups[0], paragraphs[0])]
        hinted = [(g, p) for g in groups for p in paragraphs if (g, p) in self._hinted]
        sure = len(hinted) == len({g for g, _p in hinted}) == len({p for _g, p in hinted}) == len(groups)
        return hinted if sure else zip(groups, paragraphs, strict=True)

    def alike(self) -> None:
        """Paragraphs that were edited, and those of which there is more than one."""
        self._barely_edited()
        left = {g: grams(self._groups[g].text) for g in self._free_groups()}
        right = {p: grams(self._seen[p].text) for p in self._free_paragraphs()}
        self._sure(left, right)
        expected = self._expected()
        scores: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for g, p in candidates(left, right, sorted(self._hinted)):
            score = likeness(left[g], right[p])
            hinted = (g, p) in self._hinted
            least = _LEAST_SHORT if min(len(left[g]), len(right[p])) < _SHORT else _LEAST
            if score >= (_LEAST_HINTED if hinted else least):
                near = _NEAR / (1 + abs(p - expected[g]))
                scores[g][p] = max(score + _HINT * hinted + near + _FIXED * self._seen[p].fixed, 0.01)
        for g, p in best_pairs(scores).items():
            self._join(g, p)

    def _hinted_once(self, groups: Collection[int], paragraphs: Collection[int]) -> list[tuple[int, int]]:
        """Of these, the pairs with a bookmark that neither of the two shares."""
        on_left, on_right = (Counter([pair[side] for pair in self._hinted]) for side in (0, 1))
        found = [(g, p) for g, p in self._hinted if g in groups and p in paragraphs]
        return sorted([(g, p) for g, p in found if on_left[g] == on_right[p] == 1])

    def _barely_edited(self) -> None:
        """Join what has its bookmark, nothing else having that, and begins and ends as it did: the usual edit."""
        for g, p in self._hinted_once(set(self._free_groups()), set(self._free_paragraphs())):
            before, now = self._groups[g].text, self._seen[p].text
            if sum(ends_alike(before, now)) >= _BARELY * max(len(before), len(now)):
                self._join(g, p)

    def _sure(self, left: dict[int, frozenset[str]], right: dict[int, frozenset[str]]) -> None:
        """Join what is much alike and has its bookmark, and nothing else has that: no other pair could be better."""
        for g, p in self._hinted_once(left, right):
            if likeness(left[g], right[p]) >= _SURE:
                self._join(g, p)
                del left[g], right[p]

    def _expected(self) -> list[int]:
        """For each group where it would stand if nothing had been put in before it."""
        places, last = [], -1
        for g in range(len(self._groups)):
            last = self._of_group.get(g, last + 1)
            places.append(last)
        return places

    def rewritten(self) -> None:
        """A paragraph alone between the same neighbours as before, with its bookmark, is it, whatever it says now."""
        for g, p in sorted(self._hinted):
            if g in self._of_group or p in self._of_paragraph or not self._seen[p].text.strip() or self._seen[p].apart:
                continue
            if self._neighbours(g) == self._around(p) and self._claims(p) == 1:
                self._join(g, p)

    def _claims(self, paragraph: int) -> int:
        return sum(1 for _g, p in self._hinted if p == paragraph)

    def _neighbours(self, g: int) -> tuple[int, int]:
        return self._of_group.get(g - 1, -1), self._of_group.get(g + 1, len(self._seen))

    def _around(self, p: int) -> tuple[int, int]:
        return p - 1, p + 1

    def clusters(self) -> list[Cluster]:
        """The pairs as clusters, with the pieces of what was split and joined."""
        links = dict(self._of_paragraph.items())
        extra_paragraphs: defaultdict[int, list[int]] = defaultdict(list)  # of a group
        extra_groups: defaultdict[int | None, list[int]] = defaultdict(list)  # of a paragraph
        for p, g in self._split_off():
            extra_paragraphs[g].append(p)
        taken = {p for found in extra_paragraphs.values() for p in found}
        for g, p in self._joined_in(taken):
            extra_groups[p].append(g)
        clusters = []
        placed: set[int] = set()
        for g in range(len(self._groups)):
            if g in placed:
                continue
            here = self._of_group.get(g)
            if g not in extra_paragraphs and here not in extra_groups:
                clusters.append(Cluster((g,), () if here is None else (here,)))
                continue
            groups, paragraphs = _closure(g, self._of_group, links, extra_paragraphs, extra_groups)
            placed |= groups
            clusters.append(Cluster(self._as_they_stand(sorted(groups), paragraphs), tuple(sorted(paragraphs))))
        return clusters

    def _as_they_stand(self, groups: Sequence[int], paragraphs: Collection[int]) -> tuple[int, ...]:
        """Paragraphs that the hand joined in the order in which they stand there, by bookmarks, else by words."""
        if len(groups) > 1 and len(paragraphs) == 1:
            (paragraph,) = paragraphs
            seen = self._seen[paragraph]
            hinted = {hint.key: hint.start for hint in seen.hints}
            for starts in (
                [hinted.get(self._groups[g].key, -1) for g in groups],
                [start_in(seen.text, self._groups[g].text) for g in groups],
            ):
                if min(starts) >= 0:
                    return tuple(g for _start, g in sorted(zip(starts, groups, strict=True)))
        return tuple(groups)

    def _split_off(self) -> Iterator[tuple[int, int]]:
        """Free paragraphs that hold what is missing in another one: the paragraph and the group.

        The few words in a cell of a table are no piece of a paragraph.
        """
        free = [p for p in self._free_paragraphs() if not (self._seen[p].fixed and len(self._seen[p].text) < _SHORT)]
        pairs = [(g, p) for g, p in self._of_group.items() if self._seen[p].text != self._latest.get(g)]
        texts = {g: (self._groups[g].text, self._seen[p].text) for g, p in pairs}
        lost = Lost(texts if free else {})
        for p in free:
            beside = {self._of_group_near(p, -1), self._of_group_near(p, 1)}
            if (g := lost.holder(self._seen[p].text, beside)) is not None:
                yield p, g

    def _of_group_near(self, p: int, step: int) -> int | None:
        """The group of the nearest paragraph before or behind one that has one."""
        p += step
        while 0 <= p < len(self._seen):
            if p in self._of_paragraph:
                return self._of_paragraph[p]
            p += step
        return None

    def _joined_in(self, taken: set[int]) -> Iterator[tuple[int, int]]:
        """Groups without a paragraph that stand in another one: the group and the paragraph."""
        free = self._free_groups()
        texts = {p: (self._seen[p].text, self._groups[g].text) for p, g in self._of_paragraph.items()}
        lost = Lost(texts if free else {})
        for g in free:
            near = {self._of_group.get(g - 1), self._of_group.get(g + 1)}
            if (p := lost.holder(self._groups[g].text, near)) is not None:
                self._of_group[g] = p
                yield g, p


def _closure(
    group: int,
    of_group: Mapping[int, int],
    of_paragraph: Mapping[int, int],
    extra_paragraphs: Mapping[int, Sequence[int]],
    extra_groups: Mapping[int | None, Sequence[int]],
) -> tuple[set[int], set[int]]:
    """All groups and paragraphs that hang together with a group."""
    groups, paragraphs, waiting = set[int](), set[int](), [group]
    while waiting:
        g = waiting.pop()
        if g in groups:
            continue
        groups.add(g)
        found = [*([of_group[g]] if g in of_group else []), *extra_paragraphs.get(g, ())]
        for p in found:
            if p not in paragraphs:
                paragraphs.add(p)
                waiting += [*([of_paragraph[p]] if p in of_paragraph else []), *extra_groups.get(p, ())]
    return groups, paragraphs
