"""What changed between two sequences of tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

BREAK = "\x00"
"""The token that stands between two paragraphs."""

MARKER = "\x01"
"""How the token of an enumerator begins, where its number does not matter."""

GAP = "【待补"
"""How a token begins that waits for an answer."""

_ENDS, _PAUSES = "。；！？", "，：、"
_ISLAND = 2  # characters that stayed the same by chance amid a rewriting
_STRANGERS = 0.2  # of the characters: two texts that share less are not edited but replaced
_SHORT = 20  # characters: below, a few that stayed may be all that could


class Edit(NamedTuple):
    """Tokens `start` to `end` of the text before gave way to `new_start` to `new_end` of the text after."""

    start: int
    end: int
    new_start: int
    new_end: int


def differences(before: Sequence[str], after: Sequence[str]) -> list[Edit]:
    """The edits that lead from one to the other, in order, with something that stayed between any two of them.

    What only came in or only went is a whole item or sentence, where that can be said as well: of A。B。C。 and A。C。
    it is B。 that went, and not 。B.
    """
    edits = _edits(before, after)
    for number, edit in enumerate(edits):
        first = edits[number - 1].end + 1 if number else 0
        last = edits[number + 1].start - 1 if number + 1 < len(edits) else len(before)
        edits[number] = _slid(before, after, edit, edit.start - first, last - edit.end)
    return edits


def _edits(before: Sequence[str], after: Sequence[str]) -> list[Edit]:
    head, tail = ends_alike(before, after)
    end, new_end = len(before) - tail, len(after) - tail
    if head in (end, new_end):
        return [Edit(head, end, head, new_end)] if end != new_end else []
    stays = [(end, new_end, 0)]
    if not set(before[head:end]).isdisjoint(after[head:new_end]):
        matcher = SequenceMatcher(None, before[head:end], after[head:new_end], autojunk=False)
        stays = [(block.a + head, block.b + head, block.size) for block in matcher.get_matching_blocks()]
    return _merged(before, after, list(_between(head, head, stays)))


def ends_alike(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """With how many tokens, or characters, two texts begin alike, and with how many of the rest they end alike."""
    head = _shared(one, other)
    before = head - 1 if head else None
    return head, _shared(one[:before:-1], other[:before:-1])


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _between(start: int, new_start: int, stays: list[tuple[int, int, int]]) -> Iterator[Edit]:
    for at, new_at, size in stays:
        if start < at or new_start < new_at:
            yield Edit(start, at, new_start, new_at)
        start, new_start = at + size, new_at + size


def _slid(before: Sequence[str], after: Sequence[str], edit: Edit, left: int, right: int) -> Edit:
    """The same insertion or deletion, told from the best place to tell it from.

    left, right: how many tokens to either side stayed and may change places with it.
    """
    if edit.start < edit.end and edit.new_start < edit.new_end:
        return edit
    tokens, start, end = before, edit.start, edit.end
    if start == end:
        tokens, start, end = after, edit.new_start, edit.new_end
    least = most = 0
    while least > -left and tokens[start + least - 1] == tokens[end + least - 1]:
        least -= 1
    while most < right and tokens[start + most] == tokens[end + most]:
        most += 1
    by = max(range(least, most + 1), key=lambda step: (_beginning(tokens, start + step), -abs(step)))
    return Edit(edit.start + by, edit.end + by, edit.new_start + by, edit.new_end + by)


def _beginning(tokens: Sequence[str], place: int) -> int:
    """How well something begins at a place: with an enumerator, a sentence, a clause, or in the middle."""
    if tokens[place].startswith(MARKER):
        return 3
    if place == 0 or tokens[place - 1] == BREAK or tokens[place - 1] in _ENDS:
        return 2
    return int(tokens[place - 1] in _PAUSES)


def _merged(before: Sequence[str], after: Sequence[str], edits: list[Edit]) -> list[Edit]:
    """The edits, those joined between which a character or two stayed by chance."""
    if _are_strangers(before, after, edits):
        return [Edit(0, len(before), 0, len(after))]
    result = edits[:1]
    for edit in edits[1:]:
        last = result[-1]
        island = before[last.end : edit.start]
        around = _size(before, after, last) + _size(before, after, edit)
        by_chance = len(island) <= _ISLAND and all(
            len(token) == 1 and token not in _ENDS and token != BREAK for token in island
        )
        by_chance = by_chance and not (_is_value(before, after, last) or _is_value(before, after, edit))
        if by_chance and _ISLAND * 2 * len(island) <= around:
            result[-1] = Edit(last.start, edit.end, last.new_start, edit.new_end)
        else:
            result.append(edit)
    return result


def _is_value(before: Sequence[str], after: Sequence[str], edit: Edit) -> bool:
    """Whether one value, such as a number with its unit, only gave way to another."""
    out, into = before[edit.start : edit.end], after[edit.new_start : edit.new_end]
    return len(out) == len(into) == 1 and len(out[0]) > 1 and len(into[0]) > 1


def _are_strangers(before: Sequence[str], after: Sequence[str], edits: Sequence[Edit]) -> bool:
    """Whether so little stayed that one text is not made from the other."""
    size = len("".join(before))
    changed = sum([len("".join(before[edit.start : edit.end])) for edit in edits])
    if size - changed >= _STRANGERS * size or min(size, len("".join(after))) < _SHORT:
        return False
    return not any(token == BREAK or token.startswith(GAP) for token in before)


def _size(before: Sequence[str], after: Sequence[str], edit: Edit) -> int:
    """Characters that an edit takes out or brings in, whichever is more."""
    out, into = before[edit.start : edit.end], after[edit.new_start : edit.new_end]
    return max(len("".join(out)), len("".join(into)))
