"""A speech made ready to be fitted to an outline: marks of one width, and what stands behind a list apart from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafting.chinese.punctuation import widen
from drafting.draft import Block, Draft, Move, Role
from drafting.learning.bulleted import bulleted_as_items
from drafting.learning.closings import closings_apart
from drafting.learning.frames import SENTENCE
from drafting.learning.passages import sound_blocks
from drafting.learning.spot import meeting_of
from drafting.learning.unnumbered import unnumbered_as_items

_NO_WIDTH = "\u2060"
_STOP = re.compile("[。！？](?=.)")
_CAUSE = re.compile(
    "(?<=[。；])(?:究其原因|究其根源|追根溯源|分析(?:其|这些问题的)?原因|(?:存在|产生|造成|出现)这些问题)[^。]*。?\\Z"
)
_GOES_ON = ("；", "，", ";", ",")
_BEGINS_ANEW = ("—", "－", "-", "─", "在")  # a line below another title: ——在全县林业工作会议上的讲话
_AT_A_MEETING, _KIND = re.compile("(?:会议?|仪式|典礼|活动)上?的?\\Z"), re.compile("的?(?:讲话|发言|致辞|报告)稿?")
_LIKE = 2  # items before the last, at the least, that say equally much
_MOST = 2  # sentences of each of them


def ready(draft: Draft) -> list[Block]:
    """The blocks of a speech as they are fitted.

    Raises UserError for characters that no file of ours can hold.
    """
    blocks = causes_apart(bulleted_as_items(whole_title(_widened(sound_blocks(draft)))))
    return unnumbered_as_items(headings_as_items(tails_apart(closings_apart(securing_apart(blocks)))))


def _widened(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with full-width marks, as they are drafted again: what parts clauses is written in one way."""
    return [
        replace(block, spans=tuple([replace(span, text=widen(span.text)) for span in block.spans])) for block in blocks
    ]


def whole_title(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the lines of a title that is broken within the name of its meeting as one."""
    blocks = _with_its_kind(blocks)
    lines = [block for block in blocks if block.role is Role.TITLE]
    title = "".join([block.text for block in lines])
    name = meeting_of(title)
    if not name or any(name in block.text for block in lines):
        return list(blocks)
    begin, first = title.index(name), 0
    of_name: list[Block] = []
    for block in lines:
        if first < begin + len(name) and first + len(block.text) > begin:
            of_name.append(block)
        first += len(block.text)
    if any(block.text.startswith(_BEGINS_ANEW) for block in of_name[1:]):
        return list(blocks)
    whole = replace(of_name[0], spans=tuple([span for block in of_name for span in block.spans]))
    others = {id(block) for block in of_name[1:]}
    return [whole if block is of_name[0] else block for block in blocks if id(block) not in others]


def _with_its_kind(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a line of a title that says only what it is as part of the line before: 在……会议上的, 讲　话."""
    whole: list[Block] = []
    for block in blocks:
        kind = "".join(block.text.split())
        is_kind = block.role is Role.TITLE and _KIND.fullmatch(kind)
        if is_kind and whole and whole[-1].role is Role.TITLE and _AT_A_MEETING.search(whole[-1].text):
            whole[-1] = replace(whole[-1], spans=(*whole[-1].spans, replace(block.spans[0], text=kind)))
        else:
            whole.append(block)
    return whole


def tails_apart(blocks: Sequence[Block]) -> list[Block]:
    """What runs on behind a list in a paragraph, as a paragraph that runs on: 一靠学，二靠练。要从6月起……

    The items before the last tell where it ends: where they are clauses of one sentence, with that sentence; where
    each is as many sentences, with as many.
    """
    apart: list[Block] = []
    ends = {id(last): size for last, size in _tails(blocks)}
    for block in blocks:
        size = ends.get(id(block), 0)
        if not size:
            apart.append(block)
            continue
        last = block.spans[-1]
        kept, rest = replace(last, text=last.text[:-size]), replace(last, text=last.text[-size:])
        apart.append(replace(block, spans=(*block.spans[:-1], *([kept] if kept.text else []))))
        tail = replace(block, role=Role.PARAGRAPH, level=block.level - 1, marker="", spans=(rest,), heading=0)
        apart.append(replace(tail, runs_on=True))
    return apart


def securing_apart(blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs behind a list of tasks that secure them all, as what contains the list has them, not its last item."""
    made: list[Block] = []
    last: Block | None = None  # the item that the paragraphs behind it seem to belong to
    for block in blocks:
        if block.marker:
            last = block
        is_further = last is not None and not block.marker and not block.runs_on and block.level == last.level > 1
        if is_further and last is not None and (last.move, block.move) == (Move.TASKS, Move.GUARANTEE):
            block = replace(block, level=block.level - 1)
        made.append(block)
    return made


def causes_apart(blocks: Sequence[Block]) -> list[Block]:
    """What is said behind the last of several faults of why there are such: a paragraph of its own. 究其原因，……"""
    apart: list[Block] = []
    for place, block in enumerate(blocks):
        cause = _CAUSE.search(block.text) if block.marker and block.move is Move.SHORTCOMINGS else None
        goes_on = place + 1 < len(blocks) and blocks[place + 1].level >= block.level and blocks[place + 1].marker
        last = block.spans[-1] if block.spans else None
        if cause is None or goes_on or last is None or len(block.text) - cause.start() > len(last.text):
            apart.append(block)
            continue
        size = len(block.text) - cause.start()
        kept, rest = replace(last, text=last.text[:-size]), replace(last, text=last.text[-size:])
        apart.append(replace(block, spans=(*block.spans[:-1], kept)))
        tail = replace(block, role=Role.PARAGRAPH, level=block.level - 1, marker="", spans=(rest,), heading=0)
        apart.append(replace(tail, runs_on=True))
    return apart


def _tails(blocks: Sequence[Block]) -> Iterator[tuple[Block, int]]:
    """The last items of lists in a paragraph that say more than their own, and how many characters it is."""
    for run in _lists_in_paragraphs(blocks):
        *others, last = run
        body = last.text[len(last.marker) :]
        said = [SENTENCE.findall(block.text[len(block.marker) :]) for block in others]
        sizes = {len(sentences) for sentences in said}
        if all(block.text.endswith(_GOES_ON) and not _STOP.search(block.text) for block in others):
            most = 1
        elif len(others) >= _LIKE and len(sizes) == 1 and max(sizes) <= _MOST:
            most = max(sizes)
        else:
            continue
        tail = "".join(SENTENCE.findall(body)[most:])
        if tail and last.spans and len(tail) <= len(last.spans[-1].text):
            yield last, len(tail)


def _lists_in_paragraphs(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The runs of items, two at the least, that stand in one paragraph at one depth with nothing below them."""
    run: list[Block] = []
    for number, block in enumerate(blocks):
        behind = blocks[number + 1] if number + 1 < len(blocks) else None
        goes_on = bool(run) and block.runs_on and block.level == run[-1].level
        run = [*(run if goes_on else ()), block] if block.marker and block.runs_on else []
        is_last = behind is None or not behind.runs_on or not behind.marker or behind.level != block.level
        holds_more = behind is not None and behind.level > block.level
        if is_last and len(run) > 1 and not holds_more:
            yield run


def headings_as_items(blocks: Sequence[Block]) -> list[Block]:
    """Headings without a number as items of one list, with a marker of no width, and what stands below inside them."""
    made: list[Block] = []
    inside = False
    for block in blocks:
        is_heading = block.role is Role.PARAGRAPH and block.is_heading and not block.level
        if is_heading:
            inside = True
            made.append(replace(block, role=Role.ITEM, level=1, marker=_NO_WIDTH))
        elif inside and block.move is not Move.CLOSING and block.role in (Role.ITEM, Role.PARAGRAPH):
            made.append(replace(block, level=block.level + 1))
        else:
            inside = False
            made.append(block)
    return made
