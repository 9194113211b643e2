"""Counts of a draft (三点意见) and the lists that they count: in the file the hand's own items count too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from drafting.chinese.numerals import counted
from drafting.draft import Block, Draft, Source, Span
from drafting.merge.model import Numbers

if TYPE_CHECKING:  # lists are made of places in the file, and these know counts
    from drafting.merge.lists import Ref

_NUMBER = re.compile("[零一二两三四五六七八九十百]+|[0-9]+")


def with_numbers(draft: Draft, numbers: Numbers, *, markers: bool = True) -> Draft:
    """The draft with other numbers in some of its blocks. markers: the enumerators as well as the counts."""
    if not numbers:
        return draft
    return Draft(tuple([_with(block, numbers.get(block.key, ()), markers) for block in draft.blocks]))


def _with(block: Block, found: Sequence[str], markers: bool) -> Block:
    if len(found) != 1 + len(counts_of(block)):  # of another draft
        return block
    texts = iter(found[1:])
    spans = tuple([replace(span, text=next(texts)) if _is_count(span) else span for span in block.spans])
    return replace(block, marker=found[0] if markers else block.marker, spans=spans)


def numbers_of(block: Block) -> list[str]:
    """The enumerator of a block and its counts."""
    return [block.marker, *counts_of(block)]


def counts_of(block: Block) -> list[str]:
    """The counts in a block, as they stand there."""
    return [span.text for span in block.spans if _is_count(span)]


def _is_count(span: Span) -> bool:
    return span.source is Source.COUNT


class Counted(NamedTuple):
    """A count and the list that it counts.

    block, nth: the block it is in, and which of its counts. number: of the list. others: its items that are not
    counted, at its end: those of another part in which it runs on. sure: whether no other list could be meant.
    """

    block: Ref
    nth: int
    number: int
    others: tuple[Ref, ...]
    sure: bool


def lists_counted(blocks: Mapping[Ref, Block], lists: Mapping[Ref, int]) -> Iterator[Counted]:
    """The counts of a draft that count one of its lists.

    The list has as many items as the count says. Of several it is one whose items show the rows that are counted,
    and the next one behind the count, unless those rows stand elsewhere, where nothing numbers them. It is sure where
    no other one could be meant, or none begins before it. What counts no answer alone counts parts of the speech, and
    so no list that other words lead in to; where none follows, it is the list that such a one has counted before
    (这六项任务).
    """
    members: dict[int, list[Ref]] = {}
    shown = {span.path.partition("[")[0] for block in blocks.values() for span in block.spans if "[" in span.path}
    for ref, number in lists.items():
        members.setdefault(number, []).append(ref)
    before: dict[str, Counted] = {}
    for ref, block in blocks.items():
        for nth, span in enumerate([span for span in block.spans if _is_count(span)]):
            size = _NUMBER.match(span.text)
            if size is None:  # 几项
                continue
            fitting = [number for number, refs in members.items() if recounted(span.text, len(refs)) == span.text]
            named = [number for number in fitting if _shows(blocks, members[number], span.path)]
            named.sort(key=lambda number: members[number][0] <= ref)
            behind = [
                number
                for number in fitting
                if members[number][0] > ref
                and (number in named or not (span.path in shown or _shows_others(blocks, members[number], span.path)))
                and (span.path or not _is_led_in(members[number], ref))
            ]
            if chosen := [*named, *behind]:
                first = min((refs[0], number) for number, refs in members.items() if refs[0] > ref) if behind else ()
                sure = bool(named) or len(behind) == 1 or first[1:] == (chosen[0],)
                one = Counted(ref, nth, chosen[0], (), sure)
                if not span.path:
                    before[size.group()] = one
                yield one
            elif in_part := next(_in_part(blocks, members, ref, nth, span), None):
                yield in_part
            elif not span.path and (again := before.get(size.group())):
                yield again._replace(block=ref, nth=nth)


def _is_led_in(refs: list[Ref], count: Ref) -> bool:
    """Whether other words of its paragraph lead in to a list, which is not that of the count: what counts parts of the
    speech counts none of that kind."""
    return refs[0][1] > 0 and refs[0][0] != count[0]


def _in_part(
    blocks: Mapping[Ref, Block], members: Mapping[int, list[Ref]], ref: Ref, nth: int, span: Span
) -> Iterator[Counted]:
    """The lists that begin with as many rows as a count says, and run on in another part."""
    for number, refs in members.items():
        rows = [one for one in refs if _shows(blocks, [one], span.path)]
        if rows and rows == refs[: len(rows)] and recounted(span.text, len(rows)) == span.text:
            yield Counted(ref, nth, number, tuple(refs[len(rows) :]), True)


def _shows(blocks: Mapping[Ref, Block], refs: list[Ref], path: str) -> bool:
    """Whether the items of a list show the rows of an answer."""
    head = f"{path}["
    return bool(path) and any(span.path.startswith(head) for ref in refs for span in blocks[ref].spans)


def _shows_others(blocks: Mapping[Ref, Block], refs: list[Ref], path: str) -> bool:
    """Whether all items of a list show the rows of one answer, and it is another one than is counted."""
    if not path:
        return False
    heads = [{span.path.partition("[")[0] for span in blocks[ref].spans if "[" in span.path} for ref in refs]
    return path not in set.union(*heads) and bool(set.intersection(*heads))


def is_count_like(text: str, count: str) -> bool:
    """Whether a text is a count of the same thing as another one: 四项 and 六项."""
    found, was = _NUMBER.match(text), _NUMBER.match(count)
    return bool(found and was) and _NUMBER.sub("", text, count=1) == _NUMBER.sub("", count, count=1)


def count_in(text: str, count: str) -> str:
    """The count that a text begins with, if it counts the same thing: of 四项重点 it is 四项 where that was 六项."""
    found, was = _NUMBER.match(text), _NUMBER.match(count)
    unit = count[was.end() :] if was else ""
    return text[: found.end()] + unit if found and unit and text.startswith(unit, found.end()) else text


def recounted(count: str, number: int) -> str:
    """A count with another number: 三点 with 4 is 四点."""
    found = _NUMBER.match(count)
    if found is None:
        return count
    rest = count[found.end() :]
    return str(number) + rest if found.group().isdecimal() else counted(number, rest)
