"""Lists that change their words or marks on the way: 首先，……第二，……第三，…… 一要……，二是…… 一、 二　 三、

A number goes on in the list of other words where its own words have no number before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafting.learn.markers import Before, Candidate, Kind

_KINDS = ({Kind.WORD, Kind.ORDINAL}, {Kind.VERB})
# In 首先……第二……最后…… of one paragraph the next, whatever its number; on its own line it may take leave.
_LAST = "最后"
_OUTER = "一、"
_SLIPS = ("一", "一，", "一：", "1、", "1.")  # what stands for one of 一、 by mistake
_AHEAD = 40  # markers that are looked at for the next of a list


def one_family(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, in each such list with the family and the kind of its first."""
    made = list(found)
    for first in found:
        if first.number == 1 and first.kind is not Kind.HEADING:
            for one in _others(made, first):
                made[one.order] = one
    heads = [one for one in made if one.kind is Kind.HEADING and one.before is Before.START]
    for place, one in enumerate(heads):
        if one.family in _SLIPS and _fills_a_gap(heads[:place], one, heads[place + 1 : place + _AHEAD]):
            made[one.order] = one._replace(family=_OUTER)
    return made


def _fills_a_gap(before: Sequence[Candidate], one: Candidate, behind: Sequence[Candidate]) -> bool:
    """Whether a heading is the one that is missing among those of 一、 beside it, and belongs to no list of its own."""
    last = next(
        (c for c in before[:-_AHEAD:-1] if c.family == _OUTER or (c.family, c.number) == (one.family, one.number - 1)),
        None,
    )
    next_ = next(
        (c for c in behind if c.family == _OUTER or (c.family, c.number) == (one.family, one.number + 1)), None
    )
    follows = last is not None and (last.family, last.number) == (_OUTER, one.number - 1)
    begins = last is None and one.number == 1 and one.family[0] != "1"
    leads = next_ is not None and (next_.family, next_.number) == (_OUTER, one.number + 1)
    return (follows and (leads or (next_ is None and one.family[0] != "1"))) or (begins and leads)


def _others(found: Sequence[Candidate], first: Candidate) -> Iterator[Candidate]:
    """What goes on in a list in other words, made one family with its first; nothing where it goes on in its own."""
    group = next(kinds for kinds in _KINDS if first.kind in kinds)
    reached = 1
    mixed: list[Candidate] = []
    for one in found[first.order + 1 : first.order + 1 + _AHEAD]:
        if one.kind not in group or not _beside(first, one):
            continue
        if one.number == 1:
            break
        if one.text.startswith(_LAST):
            if first.kind is not Kind.WORD or first.before is Before.START:
                break
        elif one.number != reached + 1 or (one.family != first.family and _has_previous(found, one, mixed)):
            break
        reached += 1
        mixed.append(one._replace(number=reached, family=first.family, kind=first.kind))
    if any(found[one.order].family != first.family for one in mixed):
        yield from mixed


def _has_previous(found: Sequence[Candidate], one: Candidate, mixed: Sequence[Candidate]) -> bool:
    """Whether the last before it in its own words, outside the mixed list, is the one before it: 第三部分, 第四部分."""
    orders = {other.order for other in mixed}
    before = found[max(0, one.order - _AHEAD) : one.order]
    own = [other.number for other in before if other.family == one.family and other.order not in orders]
    return own[-1:] == [one.number - 1]


def _beside(first: Candidate, one: Candidate) -> bool:
    """Whether both begin paragraphs, or stand in one."""
    starts = first.before is Before.START
    return starts == (one.before is Before.START) and (starts or first.paragraph == one.paragraph)
