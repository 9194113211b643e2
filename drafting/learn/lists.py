"""Enumerators as lists: siblings in order, of one style, at one depth; who contains whom is found in the speech itself.

The places that look like markers are read in order. What is left without company is no marker, and the reading is
repeated without it; so it is with what the speech has shown of which style contains which, which is worth more than
any custom.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafting.learn.enumerations import Reading
from drafting.learn.markers import Before, Candidate, Kind
from drafting.learn.only_part import are_promised
from drafting.learn.parsing import Parser
from drafting.learn.unmarked import is_cut_off

_PASSES = 8


def read_lists(
    paragraphs: Sequence[str], found: Sequence[Candidate], company: bool = True, containment: bool = True
) -> Reading:
    """The lists among the candidates.

    company: a marker alone is none. containment: the speech tells which style contains which, else only custom does.
    """
    inside: set[tuple[str, str]] = set()
    dropped: set[int] = set()
    reading = Reading()
    for _pass in range(_PASSES):
        parser = Parser(paragraphs, [one for one in found if one.order not in dropped], inside)
        reading = parser.read()
        lonely = reading.alone | ({one.order for one in _lonely(reading, paragraphs)} if company else set())
        learnt = parser.learnt - inside if containment else set()
        if not lonely and not learnt:
            break
        if learnt:
            inside |= learnt
        else:
            dropped |= lonely
    return reading


def _lonely(reading: Reading, paragraphs: Sequence[str]) -> list[Candidate]:
    """Markers of lists with a single item that nothing speaks for."""
    cut_off = bool(paragraphs) and is_cut_off(paragraphs[-1])
    lonely = []
    outermost = 1 << 30  # of the lists behind
    followed = [False] * len(reading.lists)
    for position in range(len(reading.lists) - 1, -1, -1):
        followed[position] = outermost <= reading.lists[position].level
        outermost = min(outermost, reading.lists[position].level)
    for position, one in enumerate(reading.lists):
        if len(one.items) > 1:
            continue
        item = one.items[0]
        inner = reading.lists[position + 1 : position + 2]
        holds = bool(inner) and inner[0].level > one.level
        begins = item.kind is Kind.HEADING and item.before is Before.START
        promised = begins and are_promised(paragraphs[: item.paragraph])
        at_end = (cut_off or promised) and not followed[position] and item.kind is not Kind.WORD
        is_sure = item.kind is not Kind.HEADING and item.number > 1 and item.before is not Before.NOTHING
        is_sure = (
            is_sure and item.before is not Before.COMMA and (item.kind is Kind.VERB or item.text[-1:] in (*"，,、：:",))
        )
        headed = begins and (holds or item.number > 1)
        headed = headed and item.family != "[1]"  # alone it is a note
        if not (is_sure or headed or (at_end and item.before not in (Before.NOTHING, Before.COMMA))):
            lonely.append(item)
    return lonely
