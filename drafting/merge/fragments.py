"""Pieces of paragraphs: what is missing in one stands in another, where the hand split or joined them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from operator import add

_FRAGMENT = 0.6  # of a piece of a paragraph: how much of it comes from what is missing in the rest
_WHOLE_FRAGMENT = 0.85  # the same, for a piece that stands apart
_KNOWN = 8  # characters by which a paragraph is known in the middle of another one
_SMALL = 10  # pairs of characters: a smaller piece is only known beside the rest


def start_in(text: str, joined: str) -> int:
    """Where the first words of a joined paragraph that stand just once in a text stand there, -1 if none do."""
    heads = (joined[at : at + _KNOWN] for at in range(0, len(joined) - _KNOWN + 1, _KNOWN))
    return next((text.index(head) for head in heads if text.count(head) == 1), -1)


def _pairs(text: str) -> Counter[str]:
    return Counter(map(add, text, text[1:]))


class Lost:
    """For each of some pairs of texts, what of the first is not in the second."""

    def __init__(self, texts: Mapping[int, tuple[str, str]]) -> None:
        self._missing: dict[int, Counter[str]] = {}
        self._holders: defaultdict[str, set[int]] = defaultdict(set)
        for at, (one, other) in texts.items():
            missing = _pairs(one) - _pairs(other) if one != other else Counter[str]()
            if missing.total() > 1:
                self._missing[at] = missing
                for pair in missing:
                    self._holders[pair].add(at)

    def holder(self, piece: str, beside: set[int | None]) -> int | None:
        """Whose missing text a piece is made of, which is then missing no more; None for nobody's."""
        pairs = _pairs(piece)
        size = pairs.total()
        shared: Counter[int] = Counter()
        for pair in pairs:
            shared.update(self._holders.get(pair, ()))
        best, found = 0.0, None
        for at in sorted(at for at, count in shared.items() if 2 * count >= len(pairs)):
            share = (pairs & self._missing[at]).total() / size
            least = _FRAGMENT if at in beside else _WHOLE_FRAGMENT if size >= _SMALL else 2
            if share >= least and share > best:
                best, found = share, at
        if found is not None:
            self._missing[found] -= pairs
        return found
