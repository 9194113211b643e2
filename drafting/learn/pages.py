"""What stands on every page of a printed speech: its number, and a running head at the top or the foot.

When pages are copied as text, these stand on lines of their own in the middle of sentences. A running head is known by
that: it stands at least three times alone, and sentences go on around it. Numbers of pages count up. At the head of
the file a running head is left to those who read the head of the speech: it may be its title. Where the title stands
on every page beside its number, it is a running head too, though no sentence be cut.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import pairwise

from drafting.chinese.enumerators import parse_marker
from drafting.chinese.patterns import pattern
from drafting.i18n import _
from drafting.learn.breaks import joined, width_of
from drafting.learn.cleaning import Report
from drafting.learn.headlines import is_salutation, is_title
from drafting.learn.model import Line

_FEWEST = 3  # places of a running head without a number
_CUTS = 2  # sentences that a running head without a number cuts
_SHARE = 3  # of its places, one cuts a sentence at least
_LONGEST = 40
_RUNNING = 20  # characters of a line of running text
_FULL = 0.85  # of the width of wrapped lines
_FIRST = 12  # lines in which a speech begins
_OF_NUMBERS = " \t\u3000\xa00123456789-—–·/第页共"
_CLOSED = "。！？!?…：:；;”’』」》）)"
_SAID = "。！？；，,、：:"  # what a line that is part of a speech may end with
_PAUSE = pattern("[，,。；;、]")
_SENTENCE = pattern("[。！？；]")
_DASHED = pattern(r"^\W*[-—–/第共]\s*#|^#\s*[/页]")  # - 3 - 第3页 3/8
_NUMBER = pattern(r"\d{1,4}")


def take_out(lines: list[Line], report: Report) -> list[Line]:
    """The lines without running heads and the numbers of pages, each told in the report."""
    groups = _repeated(lines)
    if not groups:
        return lines
    around = {at for places in groups.values() for at in places}
    width = width_of(lines)
    cuts = _cuts(lines, around, width)
    last = max(set(range(len(lines))) - around, default=-1)
    numbers: set[int] = set()
    titles = {line.text for line in lines[:_FIRST] if is_title(line.text)}
    for key, places in groups.items():
        is_shown = _DASHED.search(key) is not None or not cuts.isdisjoint(places) or places[-1] > last
        if (is_shown or all(_is_beside(titles, lines, at) for at in places)) and _counts(lines, places):
            numbers.update(places)
    heads = {*numbers}
    body = next((at for at, line in enumerate(lines[:_FIRST]) if _runs(line.text)), 0)
    for key, places in groups.items():
        behind = [at for at in places if at >= body] or places  # it may be the title, which stands above it
        if not 0 < _FULL * width <= len(key) and _is_head(behind, numbers, cuts):
            heads.update(places)
    return _without(lines, {at for at in heads if at >= body or at in numbers}, cuts, width > 0, report)


def _without(lines: list[Line], heads: Set[int], cuts: Set[int], wrapped: bool, report: Report) -> list[Line]:
    """The lines without these; a sentence that one of them cut is whole again. wrapped: others put lines together."""
    kept: list[Line] = []
    is_cut = False
    for at, line in enumerate(lines):
        if at in heads:
            report.remove(line.text, _("a running head or the number of a page"))
            is_cut = is_cut or at in cuts
            continue
        if is_cut and not wrapped and not line.indented and _goes_on(kept[-1].text):
            kept[-1] = joined([kept[-1], line], report)
        else:
            kept.append(line._replace(gap=False) if is_cut else line)
        is_cut = False
    return kept


def _repeated(lines: list[Line]) -> dict[str, list[int]]:
    """Where short lines stand that are alike but for a number at an end; the numbers of pages by their form."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        text = line.text
        if len(text) <= _LONGEST and text[-1] not in _SAID and line.depth == 0 and line.role is None:
            found[text.strip(_OF_NUMBERS) or _NUMBER.sub("#", text)].append(at)
    return {
        key: places
        for key, places in found.items()
        if len(places) > 1 and "\t" not in key
        if not parse_marker(lines[places[0]].text) and not is_salutation(key)
    }


def _counts(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether the numbers at the ends of lines count up one by one."""
    found = [_NUMBER.findall(lines[at].text) for at in places]
    if not all(found):
        return False
    return any(all(int(b[end]) == int(a[end]) + 1 for a, b in pairwise(found)) for end in (0, -1))


def _is_beside(titles: Set[str], lines: Sequence[Line], at: int) -> bool:
    """Whether the title of the speech stands above a line or below it."""
    return any(0 <= near < len(lines) and lines[near].text in titles for near in (at - 1, at + 1))


def _is_head(places: Sequence[int], numbers: Set[int], cuts: Set[int]) -> bool:
    """Whether a line is a running head, by the sentences that it cuts and the numbers of pages that stand with it."""
    found = sum(at in cuts for at in places)
    beside = sum(at - 1 in numbers or at + 1 in numbers for at in places)
    if beside == len(places) or (found and 2 * beside > len(places)):
        return True
    return len(places) >= _FEWEST and found >= _CUTS and _SHARE * found >= len(places) - 1


def _cuts(lines: Sequence[Line], around: Set[int], width: int) -> Set[int]:
    """The places where a sentence goes on around what may belong to pages. around: all such lines. width: of lines."""
    found: set[int] = set()
    between: list[int] = []
    above = -1
    for at, line in enumerate(lines):
        if at in around:
            between.append(at)
            continue
        if between and above >= 0 and _is_cut(lines[above], line, width):
            found.update(between)
        above, between = at, []
    return found


def _is_cut(before: Line, after: Line, width: int) -> bool:
    """Whether the sentence that one line ends with goes on in the other."""
    text = before.text
    if text[-1] in _CLOSED or (after.indented and not before.indented) or parse_marker(after.text):
        return False
    if width and len(text) >= _FULL * width:
        return True
    return (text[-1] in "，,、" or _runs(text)) and _SENTENCE.search(after.text) is not None


def _runs(text: str) -> bool:
    """Whether a line is running text, and no heading of an item."""
    return len(text) > _RUNNING and _PAUSE.search(text, _behind_marker(text)) is not None


def _goes_on(text: str) -> bool:
    """Whether an open line is surely in the middle of its sentence: no heading has so many clauses."""
    return _SENTENCE.search(text) is not None or len(_PAUSE.findall(text, _behind_marker(text))) > 1


def _behind_marker(text: str) -> int:
    marker = parse_marker(text)
    return len(marker.text) if marker else 0
