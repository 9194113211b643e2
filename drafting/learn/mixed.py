"""Lists that change their words on the way: 首先，……第二，……第三，…… 一要……，二是……

A number goes on in the list of other words where its own words have no number before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.learn.markers import Before, Candidate, Kind

_KINDS = ({Kind.WORD, Kind.ORDINAL}, {Kind.VERB})
_LAST = (
    "最后"  # in 首先……第二……最后…… of one paragraph the next, whatever its number; on its own line it may take leave
)
_AHEAD = 40  # markers that are looked at for the next of a list


def one_family(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, in each such list with the family and the kind of its first."""
    made = list(found)
    for first in found:
        if first.number == 1 and first.kind is not Kind.HEADING:
            for one in _others(made, first):
                made[one.order] = one
    return made


def _others(found: Sequence[Candidate], first: Candidate) -> Iterator[Candidate]:
    """What goes on in a list in other words, made one family with its first; nothing where it goes on in its own."""
    group = next(kinds for kinds in _KINDS if first.kind in kinds)
    reached, mixed = 1, []
    for one in found[first.order + 1 : first.order + 1 + _AHEAD]:
        if one.kind not in group or not _beside(first, one):
            continue
        if one.number == 1:
            break
        if one.text.startswith(_LAST):
            if first.kind is not Kind.WORD or first.before is Before.START:
                break
        elif one.number != reached + 1:
            break
        reached += 1
        mixed.append(one._replace(number=reached, family=first.family, kind=first.kind))
    if any(found[one.order].family != first.family for one in mixed):
        yield from mixed


def _beside(first: Candidate, one: Candidate) -> bool:
    """Whether both begin paragraphs, or stand in one."""
    starts = first.before is Before.START
    return starts == (one.before is Before.START) and (starts or first.paragraph == one.paragraph)
