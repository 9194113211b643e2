"""Paragraphs that a site has run together: parted where a new part of the argument starts."""

from __future__ import annotations

from drafting.chinese.patterns import pattern
from drafting.learn.model import Line

_FEW = 3  # lines; no speech has so few paragraphs
_SHORT = 120  # characters; such a line is not parted
# Where a new part of the argument begins: an address, a turn from what was done to what is lacking, a summing-up.
_HEARERS = "(?:同志|朋友|老师|同学|代表|委员|来宾|同事|乡亲)们"
_TURN = pattern(
    rf"(?<=[。！？!?”])(?=(?:(?:各位)?{_HEARERS}|各位[^，。！：:；]{{1,8}})(?:[、，]{_HEARERS})*[,，!！]"
    "|总的(?:来)?(?:看|说)[,，]|在(?:充分)?肯定成绩"
    "|过去(?:的)?一年[里来]?[,，]|最后[,，](?:再次|让我们|衷心)?.{0,2}(?:祝|感谢|让))"
)
# What ends an opening: 下面，我讲几点意见。
_ANNOUNCED = pattern(
    "(?:下面|借此机会|借这个机会|在这里|在此)[^。！？!?]{1,60}?[讲谈说提][^。，,！？!?]{0,12}"
    "(?:意见|问题|要求|看法|想法|意思|希望|体会)[。:：](?=.)"
)


def is_flat(lines: list[Line], chunked: bool) -> bool:
    """Whether paragraphs were run together: a long text of hardly any lines.

    chunked: a site has numbered its chunks.
    """
    length = sum(len(line.text) for line in lines)
    shortest, usual = (0, 150) if chunked else (300, 500)
    few = len(lines) <= _FEW and length > 250 * len(lines)
    return few or (length > shortest and length > usual * len(lines))


def part_sentences(lines: list[Line]) -> list[Line]:
    """Run-together lines parted where a new part of the argument starts."""
    parted: list[Line] = []
    for line in lines:
        ends = _ends(line.text) if len(line.text) > _SHORT else []
        starts = [0, *ends]
        pieces = [line.text[start:end] for start, end in zip(starts, [*ends, len(line.text)], strict=True)]
        parted += [line._replace(text=text) for text in pieces if text]
    return parted


def _ends(text: str) -> list[int]:
    """Where a paragraph ends inside a text that was run together."""
    return sorted({*[one.start() for one in _TURN.finditer(text)], *[one.end() for one in _ANNOUNCED.finditer(text)]})
