"""The tokens of a draft, each with the span that it comes from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from itertools import accumulate, repeat
from typing import NamedTuple, cast

from drafting.draft import Block, Source, Span
from drafting.merge.groups import Group, body_of
from drafting.merge.tokens import Words, tokens


class Piece(NamedTuple):
    """A token of a draft.

    block: its place in the paragraph. span: where it comes from, None for the enumerator. nth: place of the span.
    """

    text: str
    block: int
    span: Span | None
    nth: int = -1


_piece = partial(cast(Callable[..., Piece], tuple.__new__), Piece)  # `Piece._make` at half the time


def pieces_of(group: Group, words: Words) -> list[Piece]:
    """The tokens of a paragraph of a draft, enumerators apart."""
    found: list[Piece] = []
    for number, block in enumerate(group.blocks):
        if block.marker:
            found.append(Piece(block.marker, number, None))
        found += _body(number, block, words)
    return found


def _body(number: int, block: Block, words: Words) -> list[Piece]:
    """The tokens behind the enumerator. A token over two spans is of the one that is no wording, or has more of it."""
    parts, spans = tokens(body_of(block), words), block.spans
    found: list[Piece] = []
    ends, stops = list(accumulate([len(span.text) for span in spans])), list(accumulate(map(len, parts)))
    done = nth = 0
    while done < len(parts):
        last = bisect_left(stops, ends[nth], done)  # up to here they are in one span, as most are
        found += map(_piece, zip(parts[done:last], repeat(number), repeat(spans[nth]), repeat(nth), strict=False))
        if last == len(parts):
            break
        at, stop = stops[last] - len(parts[last]), stops[last]
        shares: list[tuple[bool, int, int]] = []
        while at < stop:
            share = min(stop, ends[nth]) - at
            if share:
                shares.append((spans[nth].source is not Source.WORDING, share, -nth))
            at += share
            nth += at == ends[nth]
        place = -max(shares)[2]
        found.append(Piece(parts[last], number, spans[place], place))
        done = last + 1
    return found
