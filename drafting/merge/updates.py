"""What the new draft wants otherwise inside a paragraph, in the tokens of the base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafting.merge.differences import differences
from drafting.merge.groups import Group, body_of, heading_of, is_name
from drafting.merge.pairing import best_pairs, grams, likeness
from drafting.merge.pieces import Piece, pieces_of
from drafting.merge.readable import readable
from drafting.merge.tokens import Words

_LEAST = 0.3  # likeness of two blocks of one paragraph that are the same block, reworded
_SAME_KEY = 0.5  # what the same key, or the same heading, adds to that


@dataclass(frozen=True, slots=True)
class Update:
    """Tokens `start` to `end` of the base paragraph give way to the pieces of the new one.

    block: the block of the new paragraph it belongs to, or of the base, where the block is taken out (then `gone`);
    -1 for words that only go. recast: it turns a list into a sentence, a sentence into a list, or the rows in a
    sentence into another order, together with the others that do.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    block: int
    gone: bool = False
    recast: bool = False

    @property
    def text(self) -> str:
        """What comes in."""
        return "".join([piece.text for piece in self.pieces])


def block_pairs(base: Group, new: Group) -> list[tuple[int | None, int | None]]:
    """The blocks of two paragraphs side by side, in order; None where one of them has no partner.

    The best of all ways to put them side by side, by likeness of what they say.
    """
    if len(base.blocks) == len(new.blocks) == 1:
        return [(0, 0)]
    scores = _scores(base, new)
    best = [[0.0] * (len(new.blocks) + 1) for _row in range(len(base.blocks) + 1)]
    for i in range(len(base.blocks) - 1, -1, -1):
        for j in range(len(new.blocks) - 1, -1, -1):
            both = best[i + 1][j + 1] + scores[i][j] if scores[i][j] else -1.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    return list(_path(scores, best))


def moved_blocks(base: Group, new: Group, pairs: Sequence[tuple[int | None, int | None]]) -> list[tuple[int, int]]:
    """The blocks that are in both paragraphs and that the draft has put at another place among the others."""
    lefts = [i for i, j in pairs if i is not None and j is None]
    rights = [j for i, j in pairs if j is not None and i is None]
    if not lefts or not rights:
        return []
    scores = _scores(base, new)
    near = {i: {j: scores[i][j] for j in rights if scores[i][j] > _LEAST} for i in lefts}
    return sorted(best_pairs(near).items())


def _path(
    scores: Sequence[Sequence[float]], best: Sequence[Sequence[float]]
) -> Iterator[tuple[int | None, int | None]]:
    i = j = 0
    while i < len(best) - 1 or j < len(best[0]) - 1:
        room = i < len(best) - 1 and j < len(best[0]) - 1
        if room and scores[i][j] and best[i][j] == best[i + 1][j + 1] + scores[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif i < len(best) - 1 and best[i][j] == best[i + 1][j]:
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1


def _scores(base: Group, new: Group) -> list[list[float]]:
    """How well two blocks go together, 0 for not at all.

    What begins the paragraph goes with an item only where that begins it too, or has its key: an item with a number
    taken off is a paragraph to the draft. What has a name that both sides know goes with nothing else, however much it
    is like it.
    """
    lefts, rights = ([grams(body_of(block)) for block in group.blocks] for group in (base, new))
    names = {block.key for block in base.drafted if is_name(block.key)} & {block.key for block in new.drafted}
    rows = []
    for i, (one, left) in enumerate(zip(base.blocks, lefts, strict=True)):
        row = []
        for j, (other, right) in enumerate(zip(new.blocks, rights, strict=True)):
            named_alike = one.key == other.key or (heading_of(one) != "" and heading_of(one) == heading_of(other))
            score = likeness(left, right) + _SAME_KEY * named_alike
            same_kind = one.role is other.role or (i == 0) == (j == 0) or one.key == other.key
            others = one.key != other.key and not names.isdisjoint((one.key, other.key))
            closes = base.is_close(i) or new.is_close(j)
            row.append(score if score >= _LEAST and same_kind and (closes or not others) else 0.0)
        rows.append(row)
    return rows


def updates(
    base: Group, before: Sequence[Piece], new: Group, words: Words, held: Sequence[tuple[int, int]] = ()
) -> list[Update]:
    """What has to change so that the one says what the other does, but for the enumerators of blocks in both.

    before: the pieces of the base. held: blocks that stay where they are though the draft has moved them.
    """
    if base.text == new.text:
        return []
    after = pieces_of(new, words)
    if 1 in (len(base.blocks), len(new.blocks)) and len(base.blocks) != len(new.blocks):
        return list(_across(before, after))
    starts, new_starts = _starts(base, before), _starts(new, after)
    found: list[Update] = []
    at = 0
    stays, taken = dict(held), {j for _i, j in held}
    for i, j in block_pairs(base, new):
        if i is not None and j is None:
            j = stays.get(i)
        if i is None and j is not None:
            if j in taken:
                continue
            found.append(Update(at, at, tuple(after[new_starts[j] : new_starts[j + 1]]), j))
        elif i is not None:
            at = starts[i + 1]
            if j is None:
                found.append(Update(starts[i], at, (), i, gone=True))
            else:
                found += _inside(
                    base, new, i, j, before[starts[i] : at], after[new_starts[j] : new_starts[j + 1]], starts[i]
                )
    return found


def _across(before: Sequence[Piece], after: Sequence[Piece]) -> Iterator[Update]:
    """The updates where a list becomes a sentence, or a sentence a list: its words may go on in other blocks."""
    for edit in differences([piece.text for piece in before], [piece.text for piece in after]):
        pieces = tuple(after[edit.new_start : edit.new_end])
        numbers = any(piece.span is None for piece in (*before[edit.start : edit.end], *pieces))
        yield Update(edit.start, edit.end, pieces, pieces[0].block if pieces else -1, recast=numbers)


def _inside(
    base: Group, new: Group, i: int, j: int, before: Sequence[Piece], after: Sequence[Piece], start: int
) -> Iterator[Update]:
    """The updates of a block that is in both, its enumerator left out."""
    skip, new_skip = bool(base.blocks[i].marker), bool(new.blocks[j].marker)
    before, after, start = before[skip:], after[new_skip:], start + skip
    edits = differences([piece.text for piece in before], [piece.text for piece in after])
    for edit in readable(edits, before, after):
        yield Update(start + edit.start, start + edit.end, tuple(after[edit.new_start : edit.new_end]), j)


def _starts(group: Group, pieces: Sequence[Piece]) -> list[int]:
    """Where each block begins among the pieces, and where the last one ends."""
    counts = [0] * (len(group.blocks) + 1)
    for piece in pieces:
        counts[piece.block + 1] += 1
    for number in range(1, len(counts)):
        counts[number] += counts[number - 1]
    return counts
