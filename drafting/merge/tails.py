"""What closes a paragraph behind its list: a block of its own as long as two drafts are compared.

In a draft it belongs to the last item. Where another item comes last it would seem to go with the one and to come in
with the other, and what the hand did to it would be lost or stand there twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, takewhile

from drafting.draft import Block, Source, Span
from drafting.merge.groups import Group, body_of

_SENTENCE = re.compile("[^。；！？]*[。；！？]+[”’）》]*|[^。；！？]+$")


def apart(base: Sequence[Group], new: Sequence[Group], heirs: Mapping[int, int]) -> tuple[list[Group], list[Group]]:
    """The paragraphs of two drafts, the sentences that close a list in both made blocks of their own.

    heirs: which paragraph of the new draft continues which of the base.
    """
    before, after = list(base), list(new)
    for g, h in heirs.items():
        if base[g].core != new[h].core and len(base[g].blocks) > 1 and len(new[h].blocks) > 1:
            size = _shared(_behind_item(base[g].blocks[-1]), _behind_item(new[h].blocks[-1]))
            halves = _halves(base[g].blocks[-1], size), _halves(new[h].blocks[-1], size)
            if halves[0] and halves[1]:
                before[g], after[h] = _with(base[g], halves[0]), _with(new[h], halves[1])
    return before, after


def closed_apart(base: Group, new: Group, text: str) -> tuple[Group, Group]:
    """The same for one paragraph whose last sentences stand at the end of a text too, behind whatever item is last."""
    if base.last is not None or len(base.blocks) == 1 or len(new.blocks) == 1:
        return base, new
    closing = _shared(_behind_item(base.blocks[-1]), _SENTENCE.findall(text)[1:])
    count = len(_SENTENCE.findall(body_of(base.blocks[-1])[len(body_of(base.blocks[-1])) - closing :]))
    rest = _behind_item(new.blocks[-1])
    size = sum([len(sentence) for sentence in rest[len(rest) - count :]]) if count else 0
    halves = _halves(base.blocks[-1], closing), _halves(new.blocks[-1], size)
    return (_with(base, halves[0]), _with(new, halves[1])) if halves[0] and halves[1] else (base, new)


def _behind_item(block: Block) -> list[str]:
    """The sentences of the last block of a list behind the item itself: that is the first of them, and what else the
    same answer says."""
    sentences = _SENTENCE.findall(body_of(block))
    if len(sentences) < 2:
        return []
    starts = list(accumulate([len(sentence) for sentence in sentences]))  # of the second one, the third one
    stops = accumulate([len(span.text) for span in block.spans])
    stop, answer = next((stop, span) for stop, span in zip(stops, block.spans, strict=True) if stop >= starts[0])
    begins = stop if answer.source is Source.FACT else starts[0]
    return [sentence for sentence, start in zip(sentences[1:], starts, strict=False) if start >= begins]


def _shared(lefts: Sequence[str], rights: Sequence[str]) -> int:
    """How many characters of whole sentences two texts end with alike."""
    pairs = zip(reversed(lefts), reversed(rights), strict=False)
    return sum([len(left) for left, right in takewhile(lambda pair: pair[0] == pair[1], pairs)])


def _halves(block: Block, size: int) -> tuple[Block, Block] | None:
    """A block without its last characters, and these; None if they are none, or reach into its heading."""
    spans = list(_cut(block.spans, len(body_of(block)) - size))
    first = tuple([before for before, _behind in spans if before.text])
    rest = tuple([behind for _before, behind in spans if behind.text])
    if not size or not first or any(behind.text for _before, behind in spans[: block.heading]):
        return None
    return replace(block, spans=first), replace(block, marker="", spans=rest, heading=0)


def _cut(spans: Sequence[Span], at: int) -> Iterator[tuple[Span, Span]]:
    for span in spans:
        yield replace(span, text=span.text[: max(at, 0)]), replace(span, text=span.text[max(at, 0) :])
        at -= len(span.text)


def _with(group: Group, halves: tuple[Block, Block]) -> Group:
    return group._replace(blocks=(*group.blocks[:-1], *halves), last=group.blocks[-1])
