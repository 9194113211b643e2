"""Headings at one level should agree in form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from drafting.check import Finding
from drafting.chinese.enumerators import parse_marker
from drafting.draft import Block, Draft, Source
from drafting.i18n import _

_COMMA = "，、；： "


def check_headings(draft: Draft) -> Iterator[Finding]:
    """A finding for each heading that has another number of clauses than most of its siblings.

    Siblings are headings of one list: one level, one kind of enumerator, not parted by a heading of a higher level
    nor by a number one, with which the next list begins.
    A heading with a gap is not finished and has none.
    """
    for family in _families(draft):
        siblings = [block for block in family if not _has_gap(block)]
        if len(siblings) < 3:
            continue
        shapes = [_clauses(block) for block in siblings]
        usual, votes = Counter(shapes).most_common(1)[0]
        if votes == len(siblings) or votes * 2 <= len(siblings):
            continue
        for block, shape in zip(siblings, shapes, strict=True):
            if shape != usual:
                message = _("The heading has {n} clauses, its neighbours have {usual}.").format(n=shape, usual=usual)
                yield Finding("headings", block.key, message)


def _families(draft: Draft) -> Iterator[list[Block]]:
    open_families: dict[tuple[int, str], list[Block]] = {}
    for block in draft.blocks:
        marker = parse_marker(block.marker)
        if not block.heading or marker is None:
            continue
        for deeper in [key for key in open_families if key[0] > block.level]:
            yield open_families.pop(deeper)
        family = (block.level, marker.family)
        if marker.number == 1 and family in open_families:
            yield open_families.pop(family)
        open_families.setdefault(family, []).append(block)
    yield from open_families.values()


def _has_gap(block: Block) -> bool:
    return any(span.source is Source.MISSING for span in block.spans[: block.heading])


def _clauses(block: Block) -> int:
    heading = "".join(span.text for span in block.spans[: block.heading]).strip("。")
    return 1 + sum(heading.count(mark) for mark in _COMMA)
